"""Text from the clipboard: plain already, so it needs no child process, only a limit."""

import hashlib

from lianbing_desktop.domain.source import Source
from lianbing_desktop.errors import UserError
from lianbing_desktop.reading.intake.refusal import Refused
from lianbing_desktop.reading.intake.textfile import lines_and_tabs

NAME = "粘贴的文字"
MOST = 2_000_000


def read_pasted(text: str) -> Source:
    """Return pasted text, lines or an Excel range, as a source. Raises UserError: it is empty or too long."""
    if len(text) > MOST:
        raise UserError(f"{NAME}超过 {MOST // 10_000} 万字，没有读取。请只粘贴任务分解表。")
    clean = "".join(_plain(sign) for sign in text.replace("\r\n", "\n").replace("\r", "\n"))
    try:
        blocks = tuple(lines_and_tabs(clean))
    except Refused as refused:
        raise UserError(f"{NAME}{refused}") from refused
    if not blocks:
        raise UserError(f"{NAME}是空的。请先在 Word、Excel 或网页中复制，再粘贴到这里。")
    data = text.encode("utf-8", "surrogatepass")
    return Source(hashlib.sha256(data).hexdigest(), NAME, blocks)


def _plain(sign: str) -> str:
    """Vertical tabs are Word's line breaks; other control signs and half characters show nothing and store badly."""
    if sign in "\v\f":
        return "\n"
    return "" if (sign < " " and sign not in "\t\n") or "\ud800" <= sign <= "\udfff" else sign
