"""Days of a known month told by weeks: 9月第三个星期六, 12月最后一周."""

import calendar

from lianbing_desktop.domain.clause import CalendarDay, Deadline, Point, Window
from lianbing_desktop.reading.clauses.bywords import BY
from lianbing_desktop.reading.clauses.duedays import weekday_of_month
from lianbing_desktop.reading.clauses.found import Found
from lianbing_desktop.reading.clauses.phrase import Phrase
from lianbing_desktop.reading.clauses.resolving import month_length

_BY_SEVENS = "第几周按每月1日起七天一周计，请核对"


def week_of_month(text: str, phrase: Phrase, year: int | None) -> Found | None:
    """Read the week or weekday behind a month; None where there is none or the month has no such day."""
    tail = weekday_of_month(text, phrase.end)
    month = phrase.month
    if tail is None or month is None:
        return None
    fields, end = tail[0][0], tail[1]
    by = BY.match(text, end)
    stop = by.end() if by else end
    if "week" in fields:
        window = _week(year, month, fields["week"])
        value = Deadline(window.due) if by and window else window
        return Found(value, phrase.start, stop, _BY_SEVENS) if value else None
    day = _nth(year, month, fields["weekday"], fields["nth"])
    if day is None:
        return None
    return Found(Deadline(day) if by else Point(day), phrase.start, stop)


def _week(year: int | None, month: int, nth: int) -> Window | None:
    length = month_length(year, month)
    first = length - 6 if nth < 0 else 7 * nth - 6
    if first > length:
        return None
    return Window(CalendarDay(month, first, year), CalendarDay(month, min(first + 6, length), year))


def _nth(year: int | None, month: int, weekday: int, nth: int) -> CalendarDay | None:
    if year is None:
        return None
    days = [day for day in range(1, month_length(year, month) + 1) if calendar.weekday(year, month, day) + 1 == weekday]
    index = nth - 1 if nth > 0 else nth
    return CalendarDay(month, days[index], year) if -len(days) <= index < len(days) else None
