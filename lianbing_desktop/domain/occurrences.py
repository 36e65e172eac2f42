"""The days a recurrence is due on: 每周五, 次月5日前, 每季度末 between two days of one year."""

from collections.abc import Iterator
from datetime import date, timedelta

from lianbing_desktop.domain.clause import CalendarDay, Recurrence
from lianbing_desktop.domain.monthday import MonthDay, month_end
from lianbing_desktop.domain.period import HALF_MONTH, HALF_YEAR, MONTH, QUARTER, TEN_DAYS, WEEK

_LENGTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
_UNSURE = ("workday", "quarter", "half", "week", "nth", "parity", "skip_quarters")
"""What no list of days is made of: it needs the calendar of workdays, or says too little."""
_TEN, _ANY_YEAR = 10, 2017


def occurrences(every: Recurrence, first: date, last: date) -> tuple[date, ...] | None:
    """Return the due days of what recurs from ``first`` to ``last``, in order; None where they cannot be told.

    A week without its day ends on Sunday, a month, quarter or year without its day on its last one: nothing is due
    earlier than the words say. What is due in a following period (次月5日前) is owed for each period that falls into
    the time, so its last day may lie after ``last``.
    """
    if any(getattr(every, name) for name in _UNSURE):
        return None
    days = every.days or ((every.day,) if every.day else ())
    length = _LENGTHS.get(every.every, 0) * (every.interval or 1)
    if length > 1 and days and not (_moved(every) or every.month_of_period or every.month):
        return None  # 每季度25日前 does not say of which month
    first, last = _bounds(every, first, last)
    match every.every:
        case "day" if every.interval == _TEN:
            found = [day for day in _days(first, last, 1) if day.day in (10, 20) or _is_last(day)]
        case "day":
            step = every.interval or 1
            found = list(_days(first + timedelta(days=step - 1), last, step))
        case "week" if (every.interval or 1) == 1:
            found = [day for day in _days(first, last, 1) if day.isoweekday() == (every.weekday or 7)]
        case "half_month" if not days:
            found = [day for day in _days(first, last, 1) if day.day == 15 or _is_last(day)]
        case "month" | "quarter" | "half_year" | "year":
            found = list(_periodic(every, first, last, length))
        case _:
            return None
    if every.months and every.every in ("day", "week", "half_month"):
        found = [day for day in found if every.months[0] <= day.month <= every.months[-1]]
    return tuple(sorted({day for day in found if day.month not in every.skip_months}))


def kept_days(every: Recurrence, first: date, last: date) -> tuple[tuple[date, ...], str]:
    """Return the days the desk keeps a recurrence by, and in words what it does where it cannot keep them; or none."""
    found = occurrences(every, first, last)
    if found is None:
        return occurrences(Recurrence("month"), first, last) or (last,), "按每月末计"
    return found, ""


def named_by(every: Recurrence) -> tuple[str, int]:
    """Return what the periods of a recurrence are called by (a key of ``period.PACES``), and how far behind the day.

    Empty where the day itself names the period: 每月5日前 does not say of which month.
    """
    length, days = _LENGTHS.get(every.every, 0), every.days or every.day
    if every.every == "week":
        return WEEK, 0
    if every.every == "day" and every.interval == _TEN:
        return TEN_DAYS, 0
    if every.every == "half_month" and not days:
        return HALF_MONTH, 0
    if every.every not in (MONTH, QUARTER, HALF_YEAR) or (every.interval or 1) > 1 or len(every.days) > 1:
        return "", 0
    if _moved(every):
        due = next(_due(every, _ANY_YEAR, 1, length, _moved(every)))
        return every.every, ((due.year - _ANY_YEAR) * 12 + due.month - 1) // length
    return ("", 0) if days or every.month_of_period else (every.every, 0)


def is_month_end(every: Recurrence) -> bool:
    """Whether a recurrence is due at each month's end and nothing else is said of it."""
    plain = Recurrence("month", end=every.end, months=every.months, time=every.time, times=every.times)
    return every == plain


def _bounds(every: Recurrence, first: date, last: date) -> tuple[date, date]:
    """Return the time, cut to what the words themselves say: 7月1日至9月30日每周五, 自7月起每周五."""
    start, due = every.start if isinstance(every.start, CalendarDay) else None, every.due
    if start:
        first = max(first, MonthDay(start.month, start.day).in_year(start.year or first.year))
    if due:
        last = min(last, MonthDay(due.month, due.day).in_year(due.year or last.year))
    return first, last


def _days(first: date, last: date, step: int) -> Iterator[date]:
    day = first
    while day <= last:
        yield day
        day += timedelta(days=step)


def _is_last(day: date) -> bool:
    return day == month_end(day.year, day.month)


def _moved(every: Recurrence) -> int:
    """Return by how many months the due day lies after its period."""
    return (every.offset_months or 0) + 3 * (every.offset_quarters or 0) + 12 * (every.offset_years or 0)


def _periodic(every: Recurrence, first: date, last: date, length: int) -> Iterator[date]:
    """Yield the due days of every period of so many months that falls into the time."""
    moved = _moved(every)
    for year in range(first.year, last.year + 1):
        for start in range(1, 13, length):
            if every.months and not every.months[0] <= start <= every.months[-1]:
                continue
            begins, ends = date(year, start, 1), month_end(year, min(12, start + length - 1))
            for day in _due(every, year, start, length, moved):
                if (first <= ends and begins <= last) if moved else first <= day <= last:
                    yield day


def _due(every: Recurrence, year: int, start: int, length: int, moved: int) -> Iterator[date]:
    """Yield the days one period, beginning in the month ``start``, is due on."""
    last = start + length - 1
    if every.every == "year":
        last = every.month or 12
    elif every.month_of_period:
        last = start + every.month_of_period - 1
    elif every.offset_quarters and (every.day or every.days):
        last = start  # 季后10日内: in the first month of the next
    at, month = divmod(year * 12 + last - 1 + moved, 12)
    end = month_end(at, month + 1)
    for day in every.days or ((every.day,) if every.day else (end.day,)):
        yield end.replace(day=min(day, end.day))
