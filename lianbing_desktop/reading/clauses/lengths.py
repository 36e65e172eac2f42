"""Lengths of time as written: 3个工作日, 半个月, 一个半小时, 两周."""

import re
from dataclasses import dataclass

from lianbing_desktop.reading.clauses.numerals import value

_COUNT = r"\d{1,4}|[一二三四五六七八九十廿卅两百〇]{1,5}|半|数"
_LENGTH = re.compile(
    rf"(?P<number>{_COUNT})(?P<point>\.5)?(?:个)?(?P<half>半)?(?P<unit>工作日|自然日|日历日|小时|分钟|星期|礼拜|月|周|日|天|年|季度|学期|刻钟)(?P<more>半)?(?![级度龄代薪均常程])"
)
_UNITS = {
    "小时": ("hours", 1),
    "分钟": ("minutes", 1),
    "刻钟": ("minutes", 15),
    "星期": ("days", 7),
    "礼拜": ("days", 7),
}
_UNITS |= {"周": ("days", 7), "日": ("days", 1), "天": ("days", 1), "工作日": ("days", 1), "月": ("months", 1)}
_UNITS |= {
    "年": ("years", 1),
    "季度": ("months", 3),
    "自然日": ("days", 1),
    "日历日": ("days", 1),
    "学期": ("terms", 1),
}
_HALVES = {
    "小时": ("minutes", 30),
    "月": ("days", 15),
    "年": ("months", 6),
    "天": ("hours", 12),
    "日": ("hours", 12),
    "工作日": ("hours", 12),
}
MOST_YEARS = 100


@dataclass(frozen=True)
class Length:
    """So many of what, as written."""

    number: int
    measure: str
    unit: str
    end: int


def length_at(text: str, place: int) -> Length | None:
    """Read a length of time; 半个月 is 15 days, 一个半小时 90 minutes, 两周 14 days."""
    match = _LENGTH.match(text, place)
    if match is None or match["number"] == "数":
        return None
    word = match["unit"]
    unit = "workday" if word == "工作日" else "calendar" if word in ("小时", "分钟", "刻钟") else "unspecified"
    if match["number"] == "半":
        half = _HALVES.get(word)
        return (
            Length(half[1], half[0], "calendar" if half[0] in ("hours", "minutes") else unit, match.end())
            if half
            else None
        )
    measure, factor = _UNITS[word]
    number = value(match["number"])
    if word == "年" and number > MOST_YEARS:
        return None
    if match["half"] or match["more"] or match["point"]:
        half = _HALVES.get(word, ("minutes", 0))
        whole = {"小时": 60, "月": 30, "年": 12}.get(word, 0)
        return Length(number * whole + half[1], half[0], unit, match.end()) if whole else None
    return Length(number * factor, measure, unit, match.end())
