"""Festivals and days of remembrance by which times are told (国庆节前, 元旦春节期间), and the holidays around them."""

import re
from datetime import date, timedelta

from lianbing_desktop.domain.clause import CalendarDay
from lianbing_desktop.reading.clauses import lunar

_LUNAR = {
    "除夕": (12, 30), "大年三十": (12, 30), "春节": (1, 1), "大年初一": (1, 1), "元宵": (1, 15), "端午": (5, 5),
    "七夕": (7, 7), "中秋": (8, 15), "重阳": (9, 9), "腊八": (12, 8), "小年": (12, 23),
}  # fmt: skip
_FIXED = {
    "元旦": (1, 1), "妇女节": (3, 8), "三八": (3, 8), "植树节": (3, 12), "消费者权益日": (3, 15), "世界水日": (3, 22),
    "国家安全教育日": (4, 15), "地球日": (4, 22), "劳动节": (5, 1), "五一": (5, 1), "五四": (5, 4), "青年节": (5, 4),
    "防灾减灾日": (5, 12), "生物多样性日": (5, 22), "环境日": (6, 5), "六五": (6, 5), "儿童节": (6, 1),
    "六一": (6, 1), "建党节": (7, 1), "七一": (7, 1), "建军节": (8, 1), "八一": (8, 1), "生态日": (8, 15),
    "教师节": (9, 10), "国庆": (10, 1), "十一": (10, 1), "宪法日": (12, 4), "圣诞": (12, 25),
}  # fmt: skip
_HOLIDAYS = {
    "元旦": 1,
    "春节": 7,
    "除夕": 7,
    "清明": 3,
    "五一": 5,
    "劳动节": 5,
    "端午": 3,
    "中秋": 3,
    "国庆": 7,
    "十一": 7,
}
"""The usual length of a holiday in days, for years without a notice on file."""
_NUMERAL_NAMES = "三八|五一|五四|六五|六一|七一|八一|十一"
FESTIVAL = re.compile(
    r"(?P<open>[“\"'‘])?(?P<name>元旦|春节|除夕|大年三十|大年初一|元宵|清明|端午|七夕|中秋|重阳|腊八|小年(?=前|后|之|以|期|夜)|"
    r"妇女节|植树节|劳动节|青年节|儿童节|建党节|建军节|教师节|国庆|(?:国家)?宪法日|圣诞|(?:国际)?消费者权益日|世界水日|"
    r"(?:全民)?国家安全教育日|(?:世界)?地球日|(?:全国)?防灾减灾日|(?:国际)?生物多样性日|(?:全国)?生态日|"
    rf"(?:世界)?(?:六五)?环境日|(?<![一二三四五六七八九十百〇\d])(?:{_NUMERAL_NAMES})(?![一二三四五六七八九十年月日号]))"
    r"(?(open)[”\"'’])(?:国际)?(?:劳动节|妇女节|儿童节|青年节|建党节|建军节|世界环境日|环境日|节(?!约|能|水|假|目|点|选|奏))?"
    r"(?P<holiday>(?:小?长假|假期|假日|放假|黄金周))?"
)
_MOVING = frozenset([*_LUNAR, "清明"])
_NEW_YEAR = "元旦"
_MOST_DAYS = 12
SATURDAY = 5


def is_moving(name: str) -> bool:
    """Whether a festival falls on another day every year."""
    return name in _MOVING


def festival_day(name: str, year: int | None, year_is_told: bool) -> CalendarDay | None:
    """Return the day of a festival, None where it cannot be known. 元旦 of a plan's own year is the next one."""
    if name in _MOVING:
        day = _moving_day(name, year) if year is not None else None
        return CalendarDay(day.month, day.day, day.year) if day else None
    month, number = next(place for word, place in _FIXED.items() if word in name)
    if name == _NEW_YEAR and year is not None and not year_is_told:
        year += 1
    return CalendarDay(month, number, year)


def _moving_day(name: str, year: int) -> date | None:
    if name == "清明":
        return _clear_and_bright(year)
    return lunar.in_year(year, *_LUNAR[name])


def _clear_and_bright(year: int) -> date | None:
    """Return 清明: the usual formula for solar terms, good for 1901–2099."""
    if not 1901 <= year <= 2099:
        return None
    short, shift = year % 100, 5.59 if year < 2000 else 4.81
    return date(year, 4, int(short * 0.2422 + shift) - short // 4)


def holiday_of(name: str, day: CalendarDay) -> tuple[CalendarDay, CalendarDay] | None:
    """Return first and last day of the holiday around a festival: by the yearly notice, else of the usual length.

    None for festivals without a holiday.
    """
    usual = next((length for word, length in _HOLIDAYS.items() if word in name), 0)
    if not usual:
        return None
    start = date(day.year or 2001, day.month, day.day)
    first, last = _by_notice(start) or (start, start + timedelta(days=usual - 1))
    years = (first.year, last.year) if day.year else (None, None)
    return CalendarDay(first.month, first.day, years[0]), CalendarDay(last.month, last.day, years[1])


def _by_notice(day: date) -> tuple[date, date] | None:
    """Return the run of days off around a day with the weekends that touch it, None where no notice is on file."""
    from chinese_calendar.constants import holidays, workdays

    if day not in holidays:
        return None

    def is_off(other: date) -> bool:
        return other in holidays or (other.weekday() >= SATURDAY and other not in workdays)

    step, first, last = timedelta(days=1), day, day
    while is_off(first - step) and (day - first).days < _MOST_DAYS:
        first -= step
    while is_off(last + step) and (last - day).days < _MOST_DAYS:
        last += step
    return first, last
