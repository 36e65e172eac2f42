"""A text made plain for reading: one spelling per sign, no blanks inside expressions, every sign knowing its place."""

import re
from dataclasses import dataclass, replace

BREAK = "\n"
_CELL = "\v"
MASK = "\ue000"
_DASHES = "-‐‑‒–—―─━－−﹣~～〜∼⁓ー"
_TRADITIONAL = (
    "後后內内號号個个週周於于請请點点開开時时間间報报應应將将會会計计劃划實实從从與与學学級级終终屆届滿满結结發发鐘钟"
    "兩两際际為为爲为規规國国慶庆節节歷历數数據据續续長长隨随當当處处題题辦办單单雙双總总縣县區区門门務务員员項项條条"
    "類类額额達达電电話话來来過过還还對对進进準准審审議议書书復复遲迟須须領领導导備备檢检驗验證证執执環环錄录傳传編编"
    "無无網网頁页標标歲岁農农曆历廳厅鄉乡鎮镇鄰邻團团績绩調调運运選选關关陳陈資资訊讯輪轮現现業业術术產产監监測测評评"
    "啟启動动彙汇匯汇歸归訪访職职責责獲获閉闭隊队補补輯辑稱称種种極极舉举訂订簽签認认該该變变換换費费齊齐毎每擬拟繳缴詢询佈布闢辟廣广漢汉蘇苏號号爾尔禮礼週周節节輸输轉转遞递銷销紀纪買买賣卖鐵铁陽阳陰阴導导層层廢废氣气測测塵尘顆颗濃浓噸吨圓圆獻献觀观體体黨党團团衛卫"
    "獎奖參参組组織织貳贰參参陸陆萬万億亿"
)
_SPELLING = dict.fromkeys(_DASHES, "-")
_SPELLING |= dict(zip(_TRADITIONAL[::2], _TRADITIONAL[1::2], strict=True))
_SPELLING |= {
    "○": "〇",
    "◯": "〇",
    "●": "〇",
    "零": "〇",
    "Ｏ": "O",
    "：": ":",
    "∶": ":",
    "﹕": ":",
    "，": ",",
    "；": ";",
}
_SPELLING |= {"（": "(", "）": ")", "﹙": "(", "﹚": ")", "．": ".", "％": "%", "／": "/", "｜": _CELL, "|": _CELL}
_SPELLING |= {
    "「": "“",
    "」": "”",
    "『": "“",
    "』": "”",
    "＂": '"',
    "！": "!",
    "？": "?",
    "＋": "+",
    "\t": _CELL,
    "│": _CELL,
}
_SPELLING |= {chr(0xFF10 + n): str(n) for n in range(10)}
_SPELLING |= {chr(0xFF21 + n): chr(0x41 + n) for n in range(26) if n != 14}
_SPELLING |= {chr(0xFF41 + n): chr(0x61 + n) for n in range(26)}
_NOTHING = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad")
_TABLE = str.maketrans(_SPELLING)
_LETTER_YEAR = re.compile(r"(?<![A-Za-z])(?:[一二][〇一二三四五六七八九\dOo]{3}|[12][\dOo]{3})(?=年)")
_BLANK = re.compile(r"\s+")


@dataclass(frozen=True)
class Source:
    """A text in plain spelling: ``text`` with look-alikes masked, ``plain`` without masks, ``origin`` the places,
    ``wraps`` where a line ended without ending a cell.
    """

    original: str
    plain: str
    text: str
    origin: tuple[int, ...]
    wraps: frozenset[int] = frozenset()
    year: int | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the original text of what stands at [start, end)."""
        return self.origin[start], self.origin[end - 1] + 1

    def masked(self, text: str) -> "Source":
        """Return the same text with look-alikes masked."""
        return replace(self, text=text)


def plain_source(original: str, year: int | None) -> Source:
    """Spell a text plainly. Blanks are dropped but between two figures; blank lines, tabs and bars become breaks."""
    spelt = original.translate(_TABLE)
    signs: list[str] = []
    origin: list[int] = []
    wraps: set[int] = set()
    place = 0
    for match in _BLANK.finditer(spelt):
        _take(spelt, place, match.start(), signs, origin)
        sign = _blank(match.group(), signs[-1] if signs else "", spelt[match.end() : match.end() + 1])
        if not sign and "\n" in match.group():
            wraps.add(len(signs))
        if sign and signs:
            signs.append(sign)
            origin.append(match.start())
        place = match.end()
    _take(spelt, place, len(spelt), signs, origin)
    plain = _CAPITAL.sub(_in_figures, _LETTER_YEAR.sub(_without_letters, "".join(signs)))
    return Source(original, plain, plain, tuple(origin), frozenset(wraps), year)


def _without_letters(year: re.Match[str]) -> str:
    zero = "0" if year.group()[0] in "12" else "〇"
    return year.group().replace("O", zero).replace("o", zero)


_CAPITALS = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
_CAPITAL = re.compile(r"(?<![大着登内队行落])[壹贰叁肆伍陆柒捌玖拾佰仟〇]{1,9}(?=[年月日号个份次天名元])")


def _in_figures(numeral: re.Match[str]) -> str:
    return numeral.group().translate(_CAPITALS)


def _take(spelt: str, start: int, end: int, signs: list[str], origin: list[int]) -> None:
    for place in range(start, end):
        if spelt[place] not in _NOTHING:
            signs.append(spelt[place])
            origin.append(place)


def _blank(blank: str, left: str, right: str) -> str:
    """Return what a stretch of blanks stands for: nothing, a blank between figures, or the edge of a cell."""
    if _CELL in blank or blank.count("\n") > 1:
        return BREAK
    is_figures = left.isascii() and left.isalnum() and right.isascii() and right.isalnum()
    return (BREAK if "\n" in blank else " ") if is_figures else ""
