"""Working days: the vectors of the State Council's notices and a count day by day as oracle."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianbing_desktop.domain.workdays import DayMark, WorkCalendar
from lianbing_desktop.reading.holidays import work_calendar

NOTICE = work_calendar([])
DAYS = st.dates(date(2004, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("start", "workdays", "end"),
    [
        (date(2017, 9, 28), 7, date(2017, 10, 13)),
        (date(2017, 5, 26), 7, date(2017, 6, 7)),  # Saturday 5/27 is worked
        (date(2017, 9, 29), 3, date(2017, 10, 10)),  # Saturday 9/30 is worked
        (date(2017, 9, 25), 15, date(2017, 10, 20)),
        (date(2023, 9, 27), 5, date(2023, 10, 10)),
        (date(2023, 9, 27), 7, date(2023, 10, 12)),
        (date(2017, 9, 28), 0, date(2017, 9, 28)),
    ],
)
def test_workdays_after_a_day(start: date, workdays: int, end: date) -> None:
    assert NOTICE.after(start, workdays) == end


@pytest.mark.parametrize(
    ("start", "natural", "raw", "rolled"),
    [
        (date(2017, 9, 28), 7, date(2017, 10, 5), date(2017, 10, 9)),
        (date(2017, 6, 15), 30, date(2017, 7, 15), date(2017, 7, 17)),
        (date(2017, 6, 15), 1, date(2017, 6, 16), date(2017, 6, 16)),
    ],
)
def test_a_last_day_that_is_off_rolls_to_the_first_workday_after(
    start: date, natural: int, raw: date, rolled: date
) -> None:
    assert start + timedelta(days=natural) == raw
    assert NOTICE.rolled(raw) == rolled


def test_the_notice_for_2017() -> None:
    year = [date(2017, 1, 1) + timedelta(days=n) for n in range(365)]
    off = [(d.month, d.day) for d in year if (mark := NOTICE.mark(d)) and mark.is_off]
    worked = [(d.month, d.day) for d in year if (mark := NOTICE.mark(d)) and not mark.is_off]
    assert worked == [(1, 22), (2, 4), (4, 1), (5, 27), (9, 30)]
    new_year, spring = [(1, 1), (1, 2)], [(1, n) for n in range(27, 32)] + [(2, 1), (2, 2)]
    rest = [(4, 2), (4, 3), (4, 4), (5, 1), (5, 28), (5, 29), (5, 30)] + [(10, n) for n in range(1, 9)]
    assert off == new_year + spring + rest
    assert NOTICE.mark(date(2017, 10, 1)) == DayMark(True, "国庆节")
    assert NOTICE.mark(date(2017, 9, 30)).word == "班"  # type: ignore[union-attr]
    assert NOTICE.mark(date(2017, 6, 3)) is None


@pytest.mark.parametrize(("month", "workdays"), [(6, 22), (7, 21), (8, 23), (9, 22), (10, 17)])
def test_workdays_of_the_campaign_months(month: int, workdays: int) -> None:
    first, last = date(2017, month, 1), date(2017, month + 1, 1) - timedelta(days=1)
    assert NOTICE.between(first, last) == workdays


def test_a_year_without_a_notice_falls_back_to_monday_to_friday_and_says_so() -> None:
    assert NOTICE.knows(2017)
    assert not NOTICE.knows(2039)
    new_year = date(2039, 1, 1)
    week = [NOTICE.is_workday(new_year + timedelta(days=n)) for n in range(7)]
    assert week == [(new_year + timedelta(days=n)).weekday() < 5 for n in range(7)]


def worked(calendar: WorkCalendar, day: date) -> bool:
    mark = calendar.mark(day)
    return day.weekday() < 5 if mark is None else not mark.is_off


@given(DAYS, st.integers(0, 60))
def test_counting_forward_equals_counting_day_by_day(start: date, workdays: int) -> None:
    end = NOTICE.after(start, workdays)
    counted = [start + timedelta(days=n) for n in range(1, (end - start).days + 1)]
    assert sum(worked(NOTICE, day) for day in counted) == workdays
    assert workdays == 0 or worked(NOTICE, end)


@given(DAYS, st.integers(-30, 60))
def test_between_equals_counting_day_by_day(start: date, length: int) -> None:
    end = start + timedelta(days=length)
    days = [start + timedelta(days=n) for n in range(length + 1)] if length >= 0 else []
    assert NOTICE.between(start, end) == sum(worked(NOTICE, day) for day in days)


@given(DAYS)
def test_rolling_finds_the_first_workday_and_stays_there(day: date) -> None:
    rolled = NOTICE.rolled(day)
    assert worked(NOTICE, rolled)
    assert not any(worked(NOTICE, day + timedelta(days=n)) for n in range((rolled - day).days))
    assert NOTICE.rolled(rolled) == rolled


@given(st.dictionaries(st.dates(date(2030, 1, 1), date(2030, 12, 31)), st.booleans(), max_size=60), DAYS)
def test_any_marks_win_over_the_week(marks: dict[date, bool], day: date) -> None:
    calendar = WorkCalendar({each: DayMark(is_off) for each, is_off in marks.items()}, frozenset({2030}))
    assert calendar.is_workday(day) is (not marks[day] if day in marks else day.weekday() < 5)
