"""Which encoding a text file is in, found out and not guessed: where nothing reads well, that is said."""

import codecs

from lianbing_desktop.reading.intake.refusal import OR_PASTE, Refused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FAIR = 0.9
"""Share of everyday characters in a text that was decoded rightly; wrongly decoded Chinese stays far below."""
_EVERYDAY = "　、。·—…‘’“”〔〕〈〉《》「」『』【】①②③④⑤⑥⑦⑧⑨⑩○〇★☆□■☑☐✓→±×≤≥℃％（），．：；！？￥～－／﹑"


def decoded(data: bytes) -> str:
    """Return the text with ``\\n`` between its lines. Raises Refused: it is no text, or in no encoding we know."""
    text = _decoded(data)
    if any(sign < " " and sign not in "\t\n\r\f\x0b" for sign in set(text)):
        raise Refused("里有不是文字的内容，不是文本文件，没有读取。请确认选对了文件。")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\f", "\n")


def _decoded(data: bytes) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strict(data, name) or _refuse()
    text = _strict(data, "utf-8")
    if text is not None and "\0" not in text:
        return text
    names = ("utf-16-le", "utf-16-be") if b"\0" in data else ("gb18030",)
    found = [text for text in (_strict(data, name) for name in names) if text is not None]
    best = max(found, key=_fairness, default="")
    return best if found and _fairness(best) >= _FAIR else _refuse()


def _strict(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeError:
        return None


def _fairness(text: str) -> float:
    """Return the share of characters of GB 2312 and everyday signs; private and rare ones betray a wrong encoding."""
    wide = [sign for sign in text if sign > "\x7f"]
    if "\0" in text:
        return 0
    return sum(_is_everyday(sign) for sign in wide) / len(wide) if wide else 1


def _is_everyday(sign: str) -> bool:
    if sign in _EVERYDAY:
        return True
    try:
        sign.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _refuse() -> str:
    raise Refused(f"的编码认不出来，没有读取。请用记事本打开它，另存为 UTF-8 编码再试{OR_PASTE}。")
