"""Quiet hours: read from the officer's line, held to the minute, over midnight, and the first loud minute after."""

from datetime import datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianbing_desktop.domain.quiet import QuietHours, parse_quiet

HOURS = "12:00-13:30，18:00-08:30"


@pytest.mark.parametrize(
    "text",
    [
        "12:00-13:30，18:00-08:30",
        "12：00—13：30、18：00至8:30",
        " 12:00 - 13:30 ; 18:00~8:30 ",
        "12:00到13:30\n18:00-8:30",
    ],
)
def test_hours_are_read_however_they_are_typed(text: str) -> None:
    assert str(parse_quiet(text)) == HOURS


@pytest.mark.parametrize(
    ("at", "is_quiet"),
    [
        (time(11, 59), False), (time(12), True), (time(13, 29), True), (time(13, 30), False),
        (time(17, 59), False), (time(18), True), (time(0), True), (time(8, 29), True), (time(8, 30), False),
    ],
)  # fmt: skip
def test_a_span_holds_from_its_first_minute_to_before_its_last(at: time, is_quiet: bool) -> None:
    assert parse_quiet(HOURS).holds(at) is is_quiet


@pytest.mark.parametrize(
    ("now", "end"),
    [
        ("2017-10-20T12:10", "2017-10-20T13:30"),
        ("2017-10-20T19:00", "2017-10-21T08:30"),
        ("2017-10-21T07:00", "2017-10-21T08:30"),
        ("2017-10-20T10:00", "2017-10-20T10:00"),
    ],
)
def test_the_end_of_the_quiet(now: str, end: str) -> None:
    assert parse_quiet(HOURS).end(datetime.fromisoformat(now)) == datetime.fromisoformat(end)


def test_one_span_runs_into_the_next() -> None:
    hours = parse_quiet("12:00-13:00，13:00-14:00")
    assert hours.end(datetime(2017, 10, 20, 12, 30)) == datetime(2017, 10, 20, 14)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("中午", "看不懂"), ("12:00", "看不懂"), ("12:00-25:00", "不存在"), ("9:70-10:00", "不存在"),
        ("9:00-9:00", "同一时间"), ("00:00-12:00，12:00-00:00", "一整天"), ("0:00-23:59,23:59-0:00", "一整天"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_said(text: str, word: str) -> None:
    with pytest.raises(ValueError, match=word):
        parse_quiet(text)


def test_nothing_is_no_quiet() -> None:
    assert parse_quiet(" ") == QuietHours()
    assert not QuietHours().holds(time(3))


minutes = st.times().map(lambda at: at.replace(second=0, microsecond=0))


@given(st.lists(st.tuples(minutes, minutes), max_size=4), st.datetimes(datetime(2017, 1, 1), datetime(2018, 1, 1)))
def test_the_end_is_loud_and_no_moment_before_it_was(spans: list[tuple[time, time]], now: datetime) -> None:
    text = "，".join(f"{start:%H:%M}-{end:%H:%M}" for start, end in spans)
    try:
        hours = parse_quiet(text)
    except ValueError:
        return
    assert parse_quiet(str(hours)) == hours
    end = hours.end(now)
    assert end >= now
    assert not hours.holds(end.time())
    steps = [now + (end - now) * part / 40 for part in range(40)]
    assert all(hours.holds(step.time()) for step in steps if step < end)
