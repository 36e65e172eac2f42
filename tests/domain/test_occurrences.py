"""On which days something that recurs is due: no deadline is missed, none is told earlier than the words say."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianbing_desktop.domain.clause import CalendarDay, Recurrence
from lianbing_desktop.domain.occurrences import is_month_end, occurrences

JUNE, OCTOBER = date(2017, 6, 1), date(2017, 10, 31)


def told(every: Recurrence, first: date = JUNE, last: date = OCTOBER) -> list[str]:
    return [f"{day:%m-%d}" for day in occurrences(every, first, last) or ()]


@pytest.mark.parametrize(
    ("every", "days"),
    [
        (Recurrence("month", day=5), ["06-05", "07-05", "08-05", "09-05", "10-05"]),
        (Recurrence("month", end=True), ["06-30", "07-31", "08-31", "09-30", "10-31"]),
        (Recurrence("month", days=(1, 15)), [f"{m:02d}-{d}" for m in range(6, 11) for d in ("01", "15")]),
        (Recurrence("month", months=(7, 8), day=31), ["07-31", "08-31"]),
        (Recurrence("month", day=25, skip_months=(8,)), ["06-25", "07-25", "09-25", "10-25"]),
        # 次月5日前: what is owed for October is due in November
        (Recurrence("month", day=5, offset_months=1), ["07-05", "08-05", "09-05", "10-05", "11-05"]),
        (Recurrence("month", interval=2), ["06-30", "08-31", "10-31"]),
        (Recurrence("quarter", end=True), ["06-30", "09-30"]),
        (Recurrence("quarter", month_of_period=1, day=8), ["07-08", "10-08"]),
        (Recurrence("quarter", month_of_period=3, day=25), ["06-25", "09-25"]),
        (Recurrence("quarter", day=10, offset_quarters=1), ["07-10", "10-10", "01-10"]),
        (Recurrence("half_year", day=10, offset_months=1), ["07-10", "01-10"]),
        (Recurrence("half_month"), [f"{m:02d}-{d}" for m in range(6, 11) for d in ("15", 31 - (m in (6, 9)))]),
        (Recurrence("year", month=9, day=20), ["09-20"]),
        (Recurrence("day", interval=10, months=(6, 6)), ["06-10", "06-20", "06-30"]),
        (Recurrence("week", weekday=5, months=(6, 6)), ["06-02", "06-09", "06-16", "06-23", "06-30"]),
        (Recurrence("week", weekday=5, start=CalendarDay(10, 10)), ["10-13", "10-20", "10-27"]),
        (Recurrence("day", due=CalendarDay(6, 2, 2017)), ["06-01", "06-02"]),
        (Recurrence("day", interval=90), ["08-29"]),  # no earlier than the words say
    ],
)
def test_due_days(every: Recurrence, days: list[str]) -> None:
    assert told(every) == days


def test_weeks() -> None:
    fridays = occurrences(Recurrence("week", weekday=5), JUNE, OCTOBER) or ()
    assert len(fridays) == 22
    assert {day.isoweekday() for day in fridays} == {5}
    assert told(Recurrence("week"), JUNE, date(2017, 6, 20)) == ["06-04", "06-11", "06-18"]
    assert len(told(Recurrence("day"))) == 153


@pytest.mark.parametrize(
    "every",
    [
        Recurrence("month", workday=3),  # needs the holidays
        Recurrence("quarter", day=25),  # of which month?
        Recurrence("week", parity="odd"),
        Recurrence("term"),
        Recurrence("week", interval=2),
    ],
)
def test_what_cannot_be_told_is_not_guessed(every: Recurrence) -> None:
    assert occurrences(every, JUNE, OCTOBER) is None


def test_month_ends_are_known() -> None:
    assert is_month_end(Recurrence("month"))
    assert is_month_end(Recurrence("month", end=True, months=(6, 10)))
    assert not is_month_end(Recurrence("month", day=5))
    assert not is_month_end(Recurrence("month", offset_months=1))


DAYS = st.dates(date(2015, 1, 1), date(2024, 12, 31))


@given(DAYS, st.integers(0, 400), st.integers(1, 31), st.sampled_from(("month", "quarter", "half_year", "year")))
def test_every_period_inside_has_its_day(first: date, length: int, day: int, every: str) -> None:
    last = first + timedelta(days=length)
    months = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}[every]
    found = occurrences(Recurrence(every, month_of_period=1 if every not in ("month", "year") else None,
                                   month=1 if every == "year" else None, day=day), first, last) or ()  # fmt: skip
    assert list(found) == sorted(set(found))
    assert all(first <= each <= last for each in found)
    assert abs(len(found) - length / 30.44 / months) <= 1.2
