"""What is due: a table of cases, and a day-by-day oracle for everything else."""

import os
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lianbing_desktop.domain import moments
from lianbing_desktop.domain.lead import DEFAULT_PLAN, QUOTA_PLAN, Lead, LeadPlan
from lianbing_desktop.domain.reminder import Item, ItemKind, ReminderLine, due, due_items, lines
from lianbing_desktop.domain.workdays import DayMark, WorkCalendar
from lianbing_desktop.reading.holidays import work_calendar
from tests.domain.reminder_oracle import expected
from tests.domain.test_lead import PLANS

EXAMPLES = 5_000 if os.environ.get("LIANBING_SOAK") else 500
NOTICE = work_calendar([])
WEDNESDAY = date(2017, 10, 25)
ITEM = Item(ItemKind.SUBMISSION, "7", "活动总结", "常熟市环保局", WEDNESDAY, DEFAULT_PLAN, ("submission", 7), 1)


def told(now: datetime, item: Item = ITEM) -> list[str]:
    return [f"{each.lead.code} {each.at:%m-%d %H:%M}" for each in due(now, [item], NOTICE)]


def shown(now: datetime, what: list[Item], calendar: WorkCalendar) -> list[ReminderLine]:
    return lines(each.line for each in due_items(now, what, calendar))


@pytest.mark.parametrize(
    ("now", "leads"),
    [
        ("2017-10-18T08:59:59", []),
        ("2017-10-18T09:00:00", ["-7 10-18 09:00"]),
        ("2017-10-20T09:00:00", ["-7 10-18 09:00", "-3 10-20 09:00"]),  # 22 October is a Sunday: told on Friday
        ("2017-10-25T12:00:00", ["-7 10-18 09:00", "-3 10-20 09:00", "-1 10-24 09:00", "0 10-25 09:00"]),
        ("2017-10-26T08:00:00", ["-7 10-18 09:00", "-3 10-20 09:00", "-1 10-24 09:00", "0 10-25 09:00"]),
    ],
)
def test_each_lead_is_due_from_its_moment_on(now: str, leads: list[str]) -> None:
    assert told(datetime.fromisoformat(now)) == leads


@pytest.mark.parametrize(
    ("now", "last"),
    [
        ("2017-10-26T09:00", "+1 10-26 09:00"),
        ("2017-10-27T23:59", "+2 10-27 09:00"),
        ("2017-10-28T12:00", "+2 10-27 09:00"),  # Saturday
        ("2017-10-29T12:00", "+2 10-27 09:00"),  # Sunday
        ("2017-10-30T08:59", "+2 10-27 09:00"),
        ("2017-10-30T09:00", "+5 10-30 09:00"),
        ("2018-12-01T00:00", "+401 11-30 09:00"),
    ],
)
def test_overdue_tells_the_latest_day_only_and_no_day_off(now: str, last: str) -> None:
    assert told(datetime.fromisoformat(now))[4:] == [last]


def test_a_due_day_that_is_off_lets_days_off_be_used() -> None:
    sunday = replace(ITEM, due_on=date(2017, 10, 29))
    assert told(datetime(2017, 10, 29, 9), sunday)[1:] == ["-3 10-26 09:00", "-1 10-28 09:00", "0 10-29 09:00"]
    assert told(datetime(2017, 11, 4, 9), sunday)[-1] == "+6 11-04 09:00"


def test_a_due_day_after_the_golden_week_is_told_before_it() -> None:
    monday = replace(ITEM, due_on=date(2017, 10, 9))
    leads = [f"{each.lead.code} {each.at:%m-%d}" for each in due(datetime(2017, 10, 9, 9), [monday], NOTICE)]
    assert leads == ["-7 09-30", "-3 09-30", "-1 09-30", "0 10-09"]  # Saturday 30 September is worked


def test_leads_in_workdays() -> None:
    plan = LeadPlan((Lead(3, is_workdays=True),), at=time(14, 30))
    assert told(datetime(2017, 10, 13), replace(ITEM, plan=plan, due_on=date(2017, 10, 12))) == ["-3w 10-09 14:30"]


@pytest.mark.parametrize(
    ("month_end", "warned"),
    [
        (date(2017, 10, 31), "q 10-26 09:00"),
        (date(2017, 9, 30), "q 09-27 09:00"),
        (date(2017, 12, 31), "q 12-26 09:00"),
    ],
)
def test_a_quota_is_warned_of_three_workdays_before_the_months_last_one(month_end: date, warned: str) -> None:
    quota = replace(ITEM, kind=ItemKind.QUOTA, id="3.4.2017-10", plan=QUOTA_PLAN, due_on=month_end)
    assert told(datetime(2018, 5, 1), quota) == [warned]


def test_keys_name_kind_item_due_day_and_lead() -> None:
    keys = [each.key for each in due(datetime(2017, 10, 26, 9), [ITEM], NOTICE)]
    assert keys == [f"submission:7:2017-10-25:{code}" for code in ("-7", "-3", "-1", "0", "+1")]


def test_one_line_for_each_item_with_its_highest_lead_oldest_first() -> None:
    late = replace(ITEM, id="9", due_on=date(2017, 9, 1), campaign="2016年活动")
    far = replace(ITEM, id="8", due_on=date(2018, 9, 1))
    first, second = shown(datetime(2017, 10, 24, 9), [ITEM, late, far], NOTICE)
    assert (first.item.id, first.lead.code, len(first.keys)) == ("9", "+53", 5)
    assert (second.item.id, second.lead.code) == ("7", "-1")
    assert second.keys == tuple(f"submission:7:2017-10-25:{code}" for code in ("-7", "-3", "-1"))
    assert (first.key, second.key) == (first.keys[-1], second.keys[-1])
    assert (first.text, second.text) == ("常熟市环保局 活动总结（2016年活动）", "常熟市环保局 活动总结")


DAYS = st.dates(date(2015, 1, 1), date(2020, 12, 31))


@st.composite
def calendars(draw: st.DrawFn) -> WorkCalendar:
    """The statutory calendar with whole stretches of days marked off, and single days worked."""
    if draw(st.booleans()):
        return NOTICE
    marks = {}
    for start, length, is_off in draw(st.lists(st.tuples(DAYS, st.integers(1, 20), st.booleans()), max_size=6)):
        marks |= {start + timedelta(days=n): DayMark(is_off) for n in range(length)}
    return WorkCalendar(marks, frozenset())


@st.composite
def items(draw: st.DrawFn) -> list[Item]:
    plans = draw(st.lists(PLANS, min_size=1, max_size=3))
    near = draw(DAYS)
    return [
        Item(
            draw(st.sampled_from(ItemKind)), str(number), "某事", "", near + timedelta(days=draw(st.integers(-9, 9))),
            draw(st.sampled_from(plans)), ("task", number), 1,
        )
        for number in range(draw(st.integers(1, 4)))
    ]  # fmt: skip


@st.composite
def moments_near(draw: st.DrawFn, what: list[Item]) -> datetime:
    """A moment at, just before or after what matters: round a due day, months away, and on the minute of a plan."""
    item = draw(st.sampled_from(what))
    day = item.due_on + timedelta(days=draw(st.one_of(st.integers(-12, 12), st.integers(-400, 420))))
    at = draw(st.one_of(st.just(item.plan.at), st.times()))
    return datetime.combine(day, at) + timedelta(seconds=draw(st.sampled_from((-1, 0, 1))))


@pytest.mark.slow
@settings(max_examples=EXAMPLES, deadline=None)
@given(data=st.data())
def test_due_is_what_a_walk_day_by_day_finds(data: st.DataObject) -> None:
    calendar, what = data.draw(calendars()), data.draw(items())
    now = data.draw(moments_near(what))
    found = due(now, what, calendar)
    assert {(each.key, each.at) for each in found} == expected(now, what, calendar)
    assert len({each.key for each in found}) == len(found)
    days = [line.due_on for line in shown(now, what, calendar)]
    assert days == sorted(days)


@pytest.mark.slow
@settings(max_examples=EXAMPLES // 2, deadline=None)
@given(data=st.data())
def test_a_history_of_absences_leaps_and_edits_tells_what_the_walk_finds(data: st.DataObject) -> None:
    """Whatever was asked before, and for whichever clock: nothing that is remembered between two asks is wrong."""
    calendar, what = data.draw(calendars()), data.draw(items())
    now = data.draw(moments_near(what))
    for _ in range(data.draw(st.integers(2, 6))):
        now += timedelta(minutes=data.draw(st.one_of(st.integers(1, 1440), st.integers(-7_000, 600_000))))
        if data.draw(st.booleans()):
            what = edited(data, what)
        found = due(now, what, calendar)
        assert {(each.key, each.at) for each in found} == expected(now, what, calendar)
        told = {key for line in shown(now, what, calendar) for key in line.keys}
        assert told == {each.key for each in found}


def edited(data: st.DataObject, what: list[Item]) -> list[Item]:
    """Return the items after an edit: one finished, moved to another day, or with another plan."""
    number = data.draw(st.integers(0, len(what) - 1))
    moved = replace(what[number], due_on=what[number].due_on + timedelta(days=data.draw(st.integers(-40, 40))))
    changed = data.draw(st.sampled_from(([], [moved], [replace(what[number], plan=data.draw(PLANS))])))
    left = what[:number] + changed + what[number + 1 :]
    return left or what


@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_nothing_due_before_is_forgotten_later_but_days_overdue(data: st.DataObject) -> None:
    calendar, what = data.draw(calendars()), data.draw(items())
    now = data.draw(moments_near(what))
    later = now + timedelta(minutes=data.draw(st.integers(0, 600_000)))
    before, after = ({each.key for each in due(at, what, calendar) if not each.lead.is_overdue} for at in (now, later))
    assert before <= after


@pytest.mark.parametrize("wrong", ["later", "no_days_off", "one_day_late"])
def test_the_oracle_notices_a_wrong_rule(wrong: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: with a rule changed, the table of a year differs from what the oracle finds."""
    steps = {
        "later": lambda day, calendar: calendar.rolled(day),
        "no_days_off": lambda day, calendar: day,
        "one_day_late": lambda day, calendar: day + timedelta(days=1),
    }
    moments.moment.cache_clear()
    assert not differs()
    moments.moment.cache_clear()
    monkeypatch.setattr(moments, "_workday_until", steps[wrong])
    assert differs()
    moments.moment.cache_clear()


def differs() -> bool:
    return any(
        {(each.key, each.at) for each in due(now, what, NOTICE)} != _expected_of(number)
        for number, (now, what) in enumerate(_year())
    )


def _year() -> list[tuple[datetime, list[Item]]]:
    start = datetime(2017, 9, 1, 12)
    return [(start + timedelta(days=n), [replace(ITEM, due_on=date(2017, 10, 2 + n % 9))]) for n in range(60)]


@cache
def _expected_of(number: int) -> set[tuple[str, datetime]]:
    now, what = _year()[number]
    return expected(now, what, NOTICE)
