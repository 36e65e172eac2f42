"""When a requirement is due, what it fans out into, and which day an entry belongs to."""

from datetime import date, datetime

import pytest

from lianbing_desktop.domain.monthday import MonthDay, month_end, spoken, spoken_at, spoken_in, written
from lianbing_desktop.domain.period import period_label
from lianbing_desktop.domain.requirement import DueRule, Requirement


def requirement(due: DueRule, **more: object) -> Requirement:
    return Requirement("key", "标题", "task", ("a", "b"), "bureau", due, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rule", "year", "dues"),
    [
        (DueRule(on=MonthDay(6, 5)), 2017, [date(2017, 6, 5)]),  # "6月5日前": the 5th itself is in time
        (DueRule(on=MonthDay(10, 25)), 2018, [date(2018, 10, 25)]),
        (DueRule(on=MonthDay(2, 29)), 2020, [date(2020, 2, 29)]),
        (DueRule(on=MonthDay(2, 29)), 2021, [date(2021, 2, 28)]),
        (DueRule(on=MonthDay(6, 31)), 2017, [date(2017, 6, 30)]),
        (DueRule(months=(6, 7)), 2017, [date(2017, 6, 30), date(2017, 7, 31)]),
        (DueRule(months=(2,)), 2020, [date(2020, 2, 29)]),
        (DueRule(months=(2,)), 2017, [date(2017, 2, 28)]),
        (DueRule(dates=(MonthDay(6, 9), MonthDay(6, 16))), 2017, [date(2017, 6, 9), date(2017, 6, 16)]),
        (DueRule(dates=(MonthDay(2, 28), MonthDay(2, 29))), 2017, [date(2017, 2, 28)]),
        (DueRule(after="结案", days=7), 2017, []),  # nothing is owed before the event
    ],
)
def test_due_days_of_a_rule(rule: DueRule, year: int, dues: list[date]) -> None:
    slots = [slot for slot in requirement(rule).slots(year) if slot.sender == "a"]
    assert [slot.due_on for slot in slots] == dues


@pytest.mark.parametrize(
    ("event_on", "due_on"),
    [
        (date(2017, 9, 28), date(2017, 10, 5)),  # natural days, in the middle of a holiday
        (date(2017, 6, 15), date(2017, 6, 22)),
        (date(2017, 12, 28), date(2018, 1, 4)),
        (date(2020, 2, 24), date(2020, 3, 2)),
    ],
)
def test_days_after_an_event_do_not_count_its_own_day(event_on: date, due_on: date) -> None:
    asked = requirement(DueRule(after="结案", days=7), count=0, is_open_ended=True)
    assert asked.entry_due(2017, event_on) == due_on
    assert asked.entry_period(2017, event_on) == ""


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (DueRule(on=MonthDay(10, 25)), "10月25日前"),
        (DueRule(months=(6, 7, 8, 9, 10)), "每月（6—10月）"),
        (DueRule(after="处罚决定下达", days=7), "处罚决定下达后7日内"),
        (DueRule(dates=(MonthDay(6, 30), MonthDay(9, 30))), "6月30日、9月30日前"),
        (DueRule(dates=tuple(MonthDay(6, day) for day in (2, 9, 16, 23, 30))), "6月2日至6月30日共5期"),
    ],
)
def test_a_rule_in_words(rule: DueRule, words: str) -> None:
    assert rule.spoken() == words


@pytest.mark.parametrize(
    ("event_on", "is_covered"),
    [
        (date(2016, 12, 31), False),
        (date(2017, 1, 1), True),
        (date(2017, 10, 31), True),
        (date(2017, 11, 1), False),
        (date(2016, 5, 1), False),  # the same months of another year are another campaign's
        (date(2018, 5, 1), False),
    ],
)
def test_decisions_of_january_to_october_of_that_year_are_covered(event_on: date, is_covered: bool) -> None:
    asked = requirement(DueRule(on=MonthDay(10, 31)), covers=(MonthDay(1, 1), MonthDay(10, 31)))
    assert asked.is_covered(2017, event_on) is is_covered


def test_without_covers_every_day_belongs_to_it() -> None:
    assert requirement(DueRule(on=MonthDay(10, 31))).is_covered(2017, date(1999, 1, 1))


def test_fan_out_is_sender_by_period_by_piece() -> None:
    slots = list(requirement(DueRule(months=(6, 7)), count=2, measure="篇").slots(2017))
    assert [(s.sender, s.period, s.number) for s in slots] == [
        (sender, period, number) for sender in "ab" for period in ("2017-06", "2017-07") for number in (1, 2)
    ]
    assert {slot.label for slot in slots} == {"第1篇", "第2篇"}


def test_a_single_piece_has_no_label_and_a_named_one_has_its_own() -> None:
    assert {slot.label for slot in requirement(DueRule(on=MonthDay(6, 2))).slots(2017)} == {""}
    named = requirement(DueRule(on=MonthDay(6, 2)), count=2, labels=("会议通知", "签到"))
    assert [slot.label for slot in named.slots(2017)][:2] == ["会议通知", "签到"]
    assert named.piece(3) == "第3件"


@pytest.mark.parametrize(
    ("event_on", "period"),
    [
        (date(2017, 1, 5), "2017-06"),  # before the first month: goes to the first
        (date(2017, 6, 30), "2017-06"),
        (date(2017, 7, 1), "2017-07"),
        (date(2017, 12, 1), "2017-07"),  # after the last month: to the last
    ],
)
def test_an_entry_falls_into_the_month_it_is_about(event_on: date, period: str) -> None:
    asked = requirement(DueRule(months=(6, 7)))
    assert asked.entry_period(2017, event_on) == period
    assert asked.entry_due(2017, event_on) == month_end(2017, int(period[-2:]))


@pytest.mark.parametrize("text", ["", "6-2", "06-32", "13-01", "02-30", "2017-06-02", "六月二日", "06-02 "])
def test_what_is_no_month_and_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        MonthDay.parse(text)


def test_days_in_words() -> None:
    assert spoken(date(2017, 10, 25)) == "10月25日 周三"
    assert spoken_in(date(2017, 10, 25), 2017) == "10月25日 周三"
    assert spoken_in(date(2016, 12, 31), 2017) == "2016年12月31日 周六"
    assert spoken_at(datetime(2017, 10, 25, 9, 5), 2017) == "10月25日 周三 9:05"
    assert spoken_at(datetime(2016, 12, 31, 16, 0), 2017) == "2016年12月31日 周六 16:00"
    assert written(date(2017, 6, 2)) == "2017年6月2日"


WEEKS = requirement(DueRule(dates=tuple(MonthDay(6, day) for day in (9, 16, 23))))


def test_each_date_is_a_period_of_its_own() -> None:
    slots = [slot for slot in WEEKS.slots(2017) if slot.sender == "a"]
    assert [slot.period for slot in slots] == ["2017-06-09", "2017-06-16", "2017-06-23"]
    assert [period_label(slot.period) for slot in slots] == ["6月9日", "6月16日", "6月23日"]


@pytest.mark.parametrize(("event_on", "due_on"), [((6, 9), (6, 9)), ((6, 10), (6, 16)), ((6, 30), (6, 23))])
def test_an_entry_belongs_to_the_date_that_follows(event_on: tuple[int, int], due_on: tuple[int, int]) -> None:
    assert WEEKS.entry_due(2017, date(2017, *event_on)) == date(2017, *due_on)


def test_a_period_begins_after_the_one_before() -> None:
    start, due = date(2017, 6, 1), date(2017, 10, 31)
    assert WEEKS.window("2017-06-09", start, due) == (start, date(2017, 6, 9))
    assert WEEKS.window("2017-06-16", start, due) == (date(2017, 6, 10), date(2017, 6, 16))
    assert WEEKS.window("", start, due) == (start, due)
    monthly = requirement(DueRule(months=(6, 7)))
    assert monthly.window("2017-06", start, due) == (date(2017, 6, 1), date(2017, 6, 30))
