"""Periods (一期): how a week, a quarter or a single day is written as a key, which days it holds, what it is called.

Keys: ``2017-06`` a month, ``2017-W12`` a week (ISO 8601, Monday to Sunday), ``2017-Q3`` a quarter, ``2017-H1`` half a
year, ``2017-06-H1`` half a month, ``2017-06-X3`` ten days (旬), ``2017-06-09`` what is due on that day alone.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from lianbing_desktop.domain.monthday import month_end

WEEK, TEN_DAYS, HALF_MONTH, MONTH, QUARTER, HALF_YEAR = (
    "week",
    "ten_days",
    "half_month",
    "month",
    "quarter",
    "half_year",
)
PACES = {WEEK: "每周", TEN_DAYS: "每旬", HALF_MONTH: "每半月", MONTH: "每月", QUARTER: "每季度", HALF_YEAR: "每半年"}
"""What a list of days can be told by, and how it is spoken."""
LATER = (WEEK, MONTH, QUARTER, HALF_YEAR)
"""Those whose due day may lie in a following period."""
_LENGTHS = {MONTH: 1, QUARTER: 3, HALF_YEAR: 6}
_KEY = re.compile(r"(\d{4})-(?:W(\d\d)|Q([1-4])|H([12])|(\d\d)(?:-(?:(\d\d)|H([12])|X([123])))?)")
_NUMBERS = "一二三四"


def period_key(by: str, day: date, behind: int = 0) -> str:
    """Return the key of the period that ``day`` lies in, or that many periods before it; the day itself for none."""
    if by == WEEK:
        year, week, _ = (day - timedelta(weeks=behind)).isocalendar()
        return f"{year}-W{week:02d}"
    if by == HALF_MONTH:
        return f"{day:%Y-%m}-H{1 if day.day <= 15 else 2}"
    if by == TEN_DAYS:
        return f"{day:%Y-%m}-X{min(2, (day.day - 1) // 10) + 1}"
    if by not in _LENGTHS:
        return day.isoformat()
    year, place = divmod((day.year * 12 + day.month - 1) // _LENGTHS[by] - behind, 12 // _LENGTHS[by])
    return f"{year}-{place + 1:02d}" if by == MONTH else f"{year}-{'Q' if by == QUARTER else 'H'}{place + 1}"


@lru_cache(maxsize=1024)
def period_span(period: str) -> tuple[date, date] | None:
    """Return the first and last day of a period; None for what is no period's key."""
    match = _KEY.fullmatch(period)
    if not match:
        return None
    try:
        return _span(*(int(part) if part else 0 for part in match.groups()))
    except ValueError:
        return None


def period_head(period: str, is_tall: bool = False) -> str:
    """Return a period in few words, as over a column: ``6月``, ``第12周``, ``第三季度``; other words as they are.

    Where two lines fit (``is_tall``) the second one tells the days of a week: ``3.20—3.26``.
    """
    match, span = _KEY.fullmatch(period), period_span(period)
    if not match or not span:
        return period
    _, week, quarter, half, month, day, half_month, ten_days = (int(part) if part else 0 for part in match.groups())
    if week:
        first, last = span
        days = f"\n{first.month}.{first.day}—{last.month}.{last.day}" if is_tall else ""
        return f"第{week}周{days}"
    if quarter:
        return f"第{_NUMBERS[quarter - 1]}季度"
    if half:
        return "上半年" if half == 1 else "下半年"
    part = f"{day}日" if day else " 上下"[half_month] + "半月" if half_month else ""
    return f"{month}月{part}" + (" 上中下"[ten_days] + "旬" if ten_days else "")


def period_label(period: str) -> str:
    """Return a period as it stands on screen: a week tells its days, ``第12周（3月20日—26日）``; empty of none."""
    span = period_span(period)
    if not span or "-W" not in period:
        return period_head(period)
    first, last = span
    until = f"{last.day}日" if first.month == last.month else f"{last.month}月{last.day}日"
    return f"{period_head(period)}（{first.month}月{first.day}日—{until}）"


def period_order(period: str) -> tuple[int, int, str]:
    """Return a key for sorting by the calendar, a month before its weeks; what has no period comes first."""
    span = period_span(period)
    return (span[0].toordinal(), -span[1].toordinal(), period) if span else (0, 0, period)


def at_hand(periods: Sequence[str], today: date) -> str:
    """Return the period that is on, else the last gone by; of single days the next one. Empty before the first."""
    spans = [(period, span) for period in periods if (span := period_span(period))]
    coming = [period for period, (first, last) in spans if first == last >= today]
    begun = [period for period, (first, _) in spans if first <= today]
    return coming[0] if coming else begun[-1] if begun else ""


def _span(
    year: int, week: int, quarter: int, half: int, month: int, day: int, half_month: int, ten_days: int
) -> tuple[date, date]:
    if week:
        first = date.fromisocalendar(year, week, 1)
        return first, first + timedelta(days=6)
    if quarter or half:
        last = quarter * 3 or half * 6
        return date(year, last - (2 if quarter else 5), 1), month_end(year, last)
    if day:
        return date(year, month, day), date(year, month, day)
    first, end = date(year, month, 1), month_end(year, month)
    if half_month:
        return (first, first.replace(day=15)) if half_month == 1 else (first.replace(day=16), end)
    if ten_days:
        return first.replace(day=10 * ten_days - 9), end if ten_days == 3 else first.replace(day=10 * ten_days)
    return first, end
