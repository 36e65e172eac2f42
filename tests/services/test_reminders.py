"""The reminders as a service: told until acknowledged, snoozed, after any sleep, and whatever the computer's zone."""

import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from lianbing_desktop.app import _civil_now
from lianbing_desktop.domain.clockguard import ClockState
from lianbing_desktop.domain.reminder import ItemKind
from lianbing_desktop.domain.submission import State
from lianbing_desktop.errors import UserError
from lianbing_desktop.reading.holidays import work_calendar
from tests.domain.reminder_oracle import expected
from tests.support.reminders import Room, campaign

START = datetime(2017, 10, 9, 8, 0)
NOTICE = work_calendar([])
SLEEPS = [timedelta(hours=1), timedelta(days=3), timedelta(weeks=3), timedelta(days=400)]


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """A small campaign, ticked once on the morning of 9 October 2017."""
    room = Room(tmp_path / "home", START)
    room.campaigns.take(campaign())
    room.reminders.tick()
    yield room
    room.close()


def keys(room: Room) -> set[str]:
    return {key for line in room.reminders.pending() for key in line.keys}


def believed(room: Room, now: str) -> Room:
    """Set the clock to a later day, and have the officer say that it is right."""
    room.at(now).reminders.tick()
    room.reminders.confirm_clock()
    return room


def due(room: Room) -> set[str]:
    """Return what a walk day by day finds due now."""
    return {key for key, _ in expected(room.now, room.reminders.items(), NOTICE)}


@pytest.mark.parametrize("is_off", [False, True], ids=["asleep", "off"])
@pytest.mark.parametrize("sleep", SLEEPS, ids=str)
def test_after_a_sleep_everything_is_told(room: Room, sleep: timedelta, is_off: bool) -> None:
    believed(room, "2017-10-13T08:30")
    room.reminders.show(room.reminders.tick().fresh)
    told_before = keys(room)
    room.now += sleep
    if is_off:
        room.restart()
    tick = room.reminders.tick()
    assert keys(room) == due(room)
    assert due(room) <= room.states().keys()
    assert not [state for state in room.states().values() if state == "acknowledged"]
    fresh = {key for line in tick.fresh for key in line.keys}
    assert due(room) - told_before <= fresh
    assert (fresh == due(room)) or not is_off
    assert (tick.clock.state is ClockState.AHEAD) == (sleep > timedelta(days=1))
    assert (tick.absence.days if tick.absence else 0) == sleep.days


def test_the_absence_says_what_was_missed_what_is_overdue_now_and_which_months_closed(room: Room) -> None:
    room.at("2017-10-13T08:30").reminders.tick()
    absence = room.at("2017-11-03T08:30").restart().reminders.tick().absence
    assert absence is not None
    assert absence.days == 21
    assert "有 21 天没有运行" in absence.words
    assert {line.title for line in absence.overdue} >= {"联络员名单"}
    assert {quota.period for quota in absence.closed} == {"2017-10"}
    sheet = room.reminders.absence_sheet(absence)
    assert {"新逾期", "份额到期"} <= {str(row[0]) for row in sheet.rows}
    assert room.reminders.tick().absence is None, "told once"
    assert room.reminders.absence() == absence, "and kept for who asks"


def test_what_is_shown_is_fresh_no_more_until_the_next_session(room: Room) -> None:
    first = room.at("2017-10-13T09:00").reminders.tick().fresh
    assert first
    room.reminders.show(first)
    assert room.after(minutes=1).reminders.tick().fresh == []
    assert room.reminders.pending() == first
    assert room.restart().reminders.tick().fresh == first
    room.reminders.acknowledge(first)
    assert room.restart().reminders.tick().pending == []


def test_what_came_is_silent_and_told_again_when_returned(room: Room) -> None:
    room.at("2017-10-20T10:00").reminders.tick()
    one = next(line for line in room.reminders.pending() if line.item.kind is ItemKind.SUBMISSION)
    room.submissions.mark(int(one.item.id), State.RECEIVED)
    assert one.item.key not in {line.item.key for line in room.reminders.tick().pending}
    assert {room.states()[key] for key in one.keys} == {"cancelled"}
    room.submissions.mark(int(one.item.id), State.RETURNED, note="补正")
    assert one.item.key in {line.item.key for line in room.reminders.tick().fresh}


def test_a_changed_due_day_cancels_the_old_ones_and_makes_new_ones(room: Room) -> None:
    room.at("2017-10-20T10:00").reminders.tick()
    one = next(line for line in room.reminders.pending() if line.item.kind is ItemKind.SUBMISSION)
    room.reminders.acknowledge([one])
    room.move(int(one.item.id), one.due_on + timedelta(days=3))
    tick = room.reminders.tick()
    again = next(line for line in tick.fresh if line.item.key == one.item.key)
    assert again.due_on == one.due_on + timedelta(days=3)
    assert not set(again.keys) & set(one.keys)


def test_what_is_due_while_it_was_not_ticked_is_shown_once(room: Room) -> None:
    room.at("2017-10-20T10:00").reminders.tick()
    one = next(line for line in room.reminders.pending() if line.item.kind is ItemKind.SUBMISSION)
    step = room.submissions.mark(int(one.item.id), State.RECEIVED)
    room.reminders.tick()
    room.submissions.undo(int(one.item.id), step)
    room.reminders.show(room.reminders.pending())
    assert room.reminders.tick().fresh == []
    assert {room.states()[key] for key in one.keys} == {"shown"}


def test_a_snooze_sleeps_until_its_time_and_never_past_the_deadline_unasked(room: Room) -> None:
    room.at("2017-10-19T17:00").reminders.tick()
    lines = [line for line in room.reminders.pending() if line.due_on >= room.now.date()]
    with pytest.raises(UserError, match="就过了截止日"):
        room.reminders.snooze(lines, room.now + timedelta(days=9))
    with pytest.raises(UserError, match="已经过了"):
        room.reminders.snooze(lines, room.now)
    before = keys(room)
    words, until = room.reminders.snooze_choices()[0]
    assert (words, until - room.now) == ("10 分钟", timedelta(minutes=10))
    room.reminders.snooze(lines, until)
    asleep = {key for line in lines for key in line.keys}
    assert keys(room) == before - asleep
    assert room.after(minutes=9).restart().reminders.tick().pending != []
    assert not keys(room) & asleep
    fresh = room.after(minutes=1).reminders.tick().fresh
    assert asleep <= {key for line in fresh for key in line.keys}


def test_a_clock_ahead_and_back_again_loses_nothing_and_believes_no_acknowledgement(room: Room) -> None:
    believed(room, "2017-10-13T10:00")
    true = keys(room)
    room.at("2017-12-01T10:00").reminders.tick()
    room.reminders.acknowledge(room.reminders.pending())
    assert room.reminders.tick().pending == []
    assert keys(room.at("2017-10-13T10:05").restart()) == true, "even before the first tick"
    tick = room.reminders.tick()
    assert tick.clock.state is ClockState.OK, "a future nobody confirmed is not believed"
    assert {key for line in tick.pending for key in line.keys} == keys(room) == true
    assert keys(believed(room, "2017-12-02T10:00")) == due(room), "nor when that day comes"


def test_an_acknowledgement_holds_when_the_clock_is_set_back(room: Room) -> None:
    believed(room, "2017-10-13T10:00")
    room.reminders.acknowledge(room.reminders.pending())
    tick = room.at("2017-10-11T10:00").restart().reminders.tick()
    assert tick.clock.state is ClockState.SET_BACK
    assert (tick.at, tick.pending) == (datetime(2017, 10, 13, 10), [])


def test_what_falls_due_of_a_snoozed_item_sleeps_along(room: Room) -> None:
    believed(room, "2017-10-23T10:00")
    late = [line for line in room.reminders.pending() if line.due_on < room.now.date()]
    room.reminders.snooze(late, datetime(2017, 10, 26, 9))
    believed(room, "2017-10-24T09:30")
    tick = room.reminders.tick()
    assert not {line.item.key for line in tick.pending} & {line.item.key for line in late}
    new = {key for key, state in room.states().items() if state == "snoozed"} - {k for line in late for k in line.keys}
    assert new, "the next day overdue is in the ledger, asleep"
    room.at("2017-10-26T09:00").restart()
    assert {line.item.key for line in late} <= {line.item.key for line in room.reminders.tick().fresh}


def test_a_line_shown_comes_anew_when_it_wakes_or_is_revived(room: Room) -> None:
    believed(room, "2017-10-20T10:00")
    lines = room.reminders.pending()
    room.reminders.show(lines)
    room.reminders.snooze(lines, room.now + timedelta(minutes=10), past_deadline_allowed=True)
    assert room.after(minutes=5).reminders.tick().fresh == []
    assert room.after(minutes=5).reminders.tick().fresh == lines
    room.reminders.show(lines)
    one = next(line for line in lines if line.title == "联络员名单")
    step = room.submissions.mark(int(one.item.id), State.RECEIVED)
    room.reminders.tick()
    room.submissions.undo(int(one.item.id), step)
    assert room.reminders.tick().fresh == [one]


def test_a_lead_is_due_on_the_minute_also_where_the_desk_looked_just_before(room: Room) -> None:
    believed(room, "2017-10-13T08:59:59")
    before = keys(room)
    assert keys(room.at("2017-10-13T09:00:00")) == due(room) != before


def test_what_was_never_ticked_is_written_with_its_own_lead(room: Room) -> None:
    room.at("2017-10-20T10:00")
    room.reminders.acknowledge(room.reminders.pending())
    rows = room.database.rows("SELECT key, lead, due_at, state FROM reminders")
    assert all(row["key"].endswith(f":{row['lead']}") for row in rows)
    told = {key: at.isoformat() for key, at in expected(room.now, room.reminders.items(), NOTICE)}
    acknowledged = [row for row in rows if row["state"] == "acknowledged"]
    assert {row["key"]: row["due_at"] for row in acknowledged} == told


def test_a_trial_day_moves_no_time_and_its_acknowledgements_do_not_count_before_it(room: Room) -> None:
    believed(room, "2017-10-13T10:00")
    true = keys(room)
    trusted = room.database.row("SELECT trusted_at, highest_at, ticked_at FROM watch")
    room.trial = date(2017, 10, 20)
    tick = room.restart().reminders.tick()
    assert (tick.clock.state, tick.clock.words) == (ClockState.TRIAL, "")
    room.reminders.acknowledge(tick.pending)
    assert room.reminders.tick().pending == []
    assert room.database.row("SELECT trusted_at, highest_at, ticked_at FROM watch") == trusted
    room.trial = date(2017, 10, 16)
    room.restart()
    assert keys(room) == {key for key, _ in expected(room.reminders.clock().now, room.reminders.items(), NOTICE)}
    room.reminders.tick()
    room.trial = date(2017, 10, 20)
    assert room.restart().reminders.tick().pending == [], "and an earlier trial day has forgotten none of them"
    room.trial = None
    assert room.restart().reminders.tick().pending
    assert keys(room) == true


def test_confirming_the_clock_makes_what_was_acknowledged_definite(room: Room) -> None:
    believed(room, "2017-10-13T10:00")
    tick = room.at("2017-11-03T10:00").reminders.tick()
    assert tick.clock.state is ClockState.AHEAD
    room.reminders.acknowledge(tick.pending)
    room.reminders.confirm_clock()
    assert room.reminders.tick().clock.state is ClockState.OK
    back = room.at("2017-10-30T10:00").restart().reminders.tick()
    assert (back.clock.state, back.pending) == (ClockState.SET_BACK, [])


def test_a_doubtful_clock_is_logged_once(room: Room) -> None:
    for _ in range(3):
        room.at("2017-12-01T10:00").reminders.tick()
    notes = [row["detail"] for row in room.journal.newest(50) if row["action"] == "电脑时间可疑"]
    assert len(notes) == 1
    assert "距上次运行" in notes[0]


def test_a_tick_with_nothing_new_writes_the_time_once_a_minute_and_nothing_else(room: Room) -> None:
    room.reminders.tick()
    heard: list[frozenset[str]] = []
    room.database.listen(heard.append)
    for _ in range(6):
        room.after(seconds=10).reminders.tick()
    assert heard == [frozenset({"watch"})]


def test_a_write_that_fails_loses_nothing_and_is_made_up_by_the_next_tick(room: Room) -> None:
    room.at("2017-10-20T10:00")
    room.database.run("log", "PRAGMA query_only=ON")
    with pytest.raises(UserError):
        room.reminders.tick()
    room.database.run("log", "PRAGMA query_only=OFF")
    tick = room.reminders.tick()
    assert {key for line in tick.fresh for key in line.keys} == due(room) <= room.states().keys()
    assert tick.absence is not None, "the absence found by the tick that failed is told by the next one"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows takes no zone from TZ")
def test_the_computers_zone_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Deadlines are civil days of UTC+8: the desk's clock reads the same wherever the computer believes to be."""
    read, local = [], set()
    for zone in ("Asia/Shanghai", "America/Los_Angeles", "Pacific/Kiritimati", "UTC"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        read.append(_civil_now())
        local.add(datetime.now().replace(minute=0, second=0, microsecond=0))
    monkeypatch.undo()
    time.tzset()
    assert len(local) > 1, "the zones do differ here"
    assert all(timedelta(0) <= later - earlier < timedelta(seconds=5) for earlier, later in pairwise(read))


def test_months_overdue_are_one_line_each_and_one_row_a_workday(room: Room) -> None:
    first = room.at("2017-10-23T09:00").reminders.tick().pending
    late = {line.item.key for line in first if line.lead.is_overdue}
    assert len(late) > 1
    days = [date(2017, 10, 23) + timedelta(days) for days in range(60)]
    for day in days:
        room.now = datetime(day.year, day.month, day.day, 9)
        tick = room.reminders.tick()
        room.reminders.confirm_clock()
        told = [line.item.key for line in tick.pending if line.item.key in late]
        assert sorted(told) == sorted(late), "one line each, however long it is overdue"
    states = Counter(
        state
        for key, state in room.states().items()
        if any(key.startswith(f"{item}:") for item in late) and ":+" in key
    )
    workdays = sum(NOTICE.is_workday(day) for day in days)
    assert states == {"pending": len(late), "cancelled": len(late) * (workdays - 1)}
    room.reminders.acknowledge(tick.pending)
    believed(room, "2017-12-25T09:00")
    newest = [line for line in room.reminders.tick().pending if line.item.key in late]
    assert sorted(line.item.key for line in newest) == sorted(late), "what was seen is told again the next workday"
    assert {len(line.keys) for line in newest} == {1}
