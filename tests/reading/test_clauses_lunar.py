"""Days of the traditional calendar and the holidays around festivals."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianbing_desktop.reading.clauses import lunar, read_clauses
from lianbing_desktop.reading.clauses.festivals import festival_day

MONTHS = ("正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "冬", "腊")
FIGURES = "一二三四五六七八九十"


def _spoken(day: int) -> str:
    tens, ones = divmod(day - 1, 10)
    return {9: ("初十", "二十", "三十")[tens]}.get(ones, "初十廿"[tens] + FIGURES[ones])


@pytest.mark.parametrize(
    ("year", "name", "day"),
    [
        (2008, "中秋", "2008-09-14"),
        (2017, "春节", "2017-01-28"),
        (2020, "端午", "2020-06-25"),
        (2022, "除夕", "2022-01-31"),
        (2023, "重阳", "2023-10-23"),
        (2025, "清明", "2025-04-04"),
        (2027, "春节", "2027-02-06"),
        (2030, "春节", "2030-02-03"),
        (2033, "中秋", "2033-09-08"),
    ],
)
def test_a_moving_festival_falls_on_its_day(year: int, name: str, day: str) -> None:
    assert str(festival_day(name, year, year_is_told=True)) == day


def test_the_months_of_every_year_on_file_follow_one_another() -> None:
    firsts = [lunar.in_year(year, 1, 1) for year in range(2000, 2037)]
    known = [day for day in firsts if day]
    assert len(known) == len(firsts)
    lengths = {(later - first).days for first, later in zip(known, known[1:], strict=False)}
    assert lengths <= {353, 354, 355, 383, 384, 385}
    assert all(date(day.year, 1, 20) < day < date(day.year, 2, 22) for day in known)


@given(st.integers(2000, 2036), st.integers(1, 12), st.integers(1, 30))
def test_a_day_of_the_traditional_calendar_is_read_back(year: int, month: int, day: int) -> None:
    expected = lunar.in_year(year, month, day)
    forms = [time.normal() for time in read_clauses(f"定于农历{MONTHS[month - 1]}月{_spoken(day)}举行", year).times]
    assert [form.get("on") for form in forms] == ([expected.isoformat()] if expected else [])


@pytest.mark.parametrize(
    ("clause", "year", "start", "due"),
    [
        ("国庆期间值班", 2021, "2021-10-01", "2021-10-07"),
        ("中秋、国庆假期", 2020, "2020-10-01", "2020-10-08"),
        ("春节假期值班表", 2017, "2017-01-27", "2017-02-02"),
        ("国庆假期", 1999, "1999-10-01", "1999-10-07"),
    ],
)
def test_a_holiday_is_a_window_with_a_warning(clause: str, year: int, start: str, due: str) -> None:
    (form,) = (time.normal() for time in read_clauses(clause, year).times)
    assert (form["start"], form["due"]) == (start, due)
    assert form["warning"]


@pytest.mark.parametrize("clause", ["正月十五前", "农历八月十五举行", "春节前报送"])
def test_what_moves_is_not_guessed_without_a_year(clause: str) -> None:
    assert read_clauses(clause, None).times == ()
