"""Periods: every day lies in the period named for it, names are whole words, and what is no key is left as it is."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianbing_desktop.domain.period import (
    LATER,
    PACES,
    at_hand,
    period_head,
    period_key,
    period_label,
    period_order,
    period_span,
)

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("by", "day", "key", "label"),
    [
        ("week", date(2017, 3, 24), "2017-W12", "第12周（3月20日—26日）"),
        ("week", date(2017, 3, 31), "2017-W13", "第13周（3月27日—4月2日）"),
        ("week", date(2017, 1, 1), "2016-W52", "第52周（12月26日—1月1日）"),
        ("ten_days", date(2017, 5, 31), "2017-05-X3", "5月下旬"),
        ("half_month", date(2017, 6, 16), "2017-06-H2", "6月下半月"),
        ("month", date(2017, 6, 30), "2017-06", "6月"),
        ("quarter", date(2017, 9, 30), "2017-Q3", "第三季度"),
        ("half_year", date(2017, 7, 1), "2017-H2", "下半年"),
        ("", date(2017, 6, 9), "2017-06-09", "6月9日"),
    ],
)
def test_keys_and_names(by: str, day: date, key: str, label: str) -> None:
    assert period_key(by, day) == key
    assert period_label(key) == label
    assert period_head(key, is_tall=True).partition("\n")[0] == period_head(key) == label.partition("（")[0]


@pytest.mark.parametrize(
    ("by", "day", "key"),
    [
        ("week", date(2017, 1, 2), "2016-W52"),
        ("month", date(2017, 1, 5), "2016-12"),
        ("quarter", date(2017, 1, 10), "2016-Q4"),
        ("half_year", date(2017, 7, 10), "2017-H1"),
    ],
)
def test_the_period_before(by: str, day: date, key: str) -> None:
    assert period_key(by, day, 1) == key


@given(DAYS, st.sampled_from(["", *PACES]))
def test_a_day_lies_in_its_period(day: date, by: str) -> None:
    span = period_span(period_key(by, day))
    assert span
    assert span[0] <= day <= span[1]
    assert {period_key(by, each) for each in span} == {period_key(by, day)}


@given(DAYS, st.sampled_from(LATER), st.integers(1, 12))
def test_periods_behind_follow_each_other(day: date, by: str, behind: int) -> None:
    later, earlier = (period_span(period_key(by, day, number)) for number in (behind - 1, behind))
    assert later
    assert earlier
    assert (later[0] - earlier[1]).days == 1


@pytest.mark.parametrize(
    "words", ["", "2017", "2017-13", "2017-06-31", "2017-W54", "2017-Q5", "0000-06", "六月", "-" * 9]
)
def test_what_is_no_key_stays_as_it_is(words: str) -> None:
    assert period_span(words) is None
    assert period_head(words) == period_label(words) == words


def test_the_period_at_hand() -> None:
    weeks, today = ["2017-W11", "2017-W12", "2017-W13"], date(2017, 3, 22)
    assert at_hand(weeks, today) == "2017-W12"
    assert at_hand(weeks, date(2017, 12, 1)) == "2017-W13"
    assert at_hand(weeks, date(2017, 1, 1)) == ""
    assert at_hand(["2017-03-20", "2017-03-24", "2017-03-27"], today) == "2017-03-24"


def test_periods_stand_by_the_calendar() -> None:
    order = ["", "2016-W52", "2017-Q1", "2017-01", "2017-01-02", "2017-W10", "2017-Q2", "2017-06"]
    assert sorted({*order}, key=period_order) == order
