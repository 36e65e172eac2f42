"""Festivals by which deadlines are told (国庆节前), with the lunar ones as a table of 2000–2035."""

import re

from lianbing_desktop.domain.clause import CalendarDay

_FROM = 2000


def _days(table: str) -> list[str]:
    return table.split()


_SPRING = _days(
    "0205 0124 0212 0201 0122 0209 0129 0218 0207 0126 0214 0203 0123 0210 0131 0219 0208 0128 "
    "0216 0205 0125 0212 0201 0122 0210 0129 0217 0207 0126 0213 0202 0123 0211 0131 0219 0208"
)
_DRAGON_BOAT = _days(
    "0606 0625 0615 0604 0622 0611 0531 0619 0608 0528 0616 0606 0623 0612 0602 0620 0609 0530 "
    "0618 0607 0625 0614 0603 0622 0610 0531 0619 0609 0528 0616 0605 0624 0612 0601 0620 0610"
)
_MID_AUTUMN = _days(
    "0912 1001 0921 0911 0928 0918 1006 0925 0914 1003 0922 0912 0930 0919 0908 0927 0915 1004 "
    "0924 0913 1001 0921 0910 0929 0917 1006 0925 0915 1003 0922 0912 1001 0919 0908 0927 0916"
)
_DOUBLE_NINTH = _days(
    "1006 1025 1014 1004 1022 1011 1030 1019 1007 1026 1016 1005 1023 1013 1002 1021 1009 1028 "
    "1017 1007 1025 1014 1004 1023 1011 1029 1018 1008 1026 1016 1005 1024 1012 1001 1020 1009"
)
_LUNAR = {"春节": _SPRING, "端午": _DRAGON_BOAT, "中秋": _MID_AUTUMN, "重阳": _DOUBLE_NINTH}
_FIXED = {
    "元旦": (1, 1), "妇女节": (3, 8), "三八": (3, 8), "植树节": (3, 12), "劳动节": (5, 1), "五一": (5, 1),
    "五四": (5, 4), "青年节": (5, 4), "环境日": (6, 5), "六五": (6, 5), "儿童节": (6, 1), "六一": (6, 1),
    "建党节": (7, 1), "七一": (7, 1), "建军节": (8, 1), "八一": (8, 1), "教师节": (9, 10), "国庆": (10, 1),
    "十一": (10, 1), "国家宪法日": (12, 4), "圣诞": (12, 25),
}  # fmt: skip
_AFTER_ITS_YEAR = ("元旦",)
_NUMERAL_NAMES = "三八|五一|五四|六五|六一|七一|八一|十一"
FESTIVAL = re.compile(
    r"(?P<open>[“\"'‘])?(?P<name>元旦|春节|端午|中秋|重阳|妇女节|植树节|劳动节|青年节|儿童节|建党节|建军节|教师节|国庆|"
    rf"国家宪法日|圣诞|(?:世界)?(?:六五)?环境日|(?<![一二三四五六七八九十百〇\d])(?:{_NUMERAL_NAMES})(?![一二三四五六七八九十年月日号]))"
    r"(?(open)[”\"'’])(?:国际)?(?:劳动节|妇女节|儿童节|青年节|建党节|建军节|世界环境日|环境日|节|长假|假期)?(?:假期|放假)?"
)


LUNAR = frozenset(_LUNAR)


def festival_day(name: str, year: int | None, year_is_told: bool) -> CalendarDay | None:
    """Return the day of a festival, None where it cannot be known. 元旦 of a plan's own year is the next one."""
    for word, days in _LUNAR.items():
        if word in name:
            known = year is not None and 0 <= year - _FROM < len(days)
            return _day(days[year - _FROM], year) if known and year is not None else None
    month, day = next(place for word, place in _FIXED.items() if word in name)
    if name in _AFTER_ITS_YEAR and year is not None and not year_is_told:
        year += 1
    return CalendarDay(month, day, year)


def _day(text: str, year: int) -> CalendarDay:
    return CalendarDay(int(text[:2]), int(text[2:]), year)
