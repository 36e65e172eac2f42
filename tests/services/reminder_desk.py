"""A desk and its model driven together: each deed is done to both, and after each they must say the same."""

import atexit
import shutil
import tempfile
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

from lianbing_desktop.domain.lead import LeadPlan
from lianbing_desktop.domain.ledger import LedgerState
from lianbing_desktop.domain.reminder import ItemKind, ReminderLine
from lianbing_desktop.domain.submission import State
from lianbing_desktop.reading.holidays import work_calendar
from lianbing_desktop.services.lead_plans import PlanScope
from tests.services.reminder_model import Model, Told, stem
from tests.support.reminders import Room, campaign

START = datetime(2017, 10, 9, 8, 0)
NOTICE = work_calendar([])
SHM = Path("/dev/shm")
OPEN = {LedgerState.PENDING.value, LedgerState.SHOWN.value, LedgerState.SNOOZED.value}


@cache
def _template() -> Path:
    home = Path(tempfile.mkdtemp(prefix="lianbing-reminders-")) / "home"
    atexit.register(shutil.rmtree, home.parent, ignore_errors=True)
    room = Room(home, START)
    room.campaigns.take(campaign("earlier"))
    room.campaigns.take(campaign())
    room.close()
    return home


def new_home() -> Path:
    """Return a home with two started campaigns, in memory where that can be."""
    folder = tempfile.mkdtemp(prefix="lianbing-reminders-", dir=SHM if SHM.is_dir() else None)
    return Path(shutil.copytree(_template(), Path(folder) / "home"))


class Driver:
    """One desk with its model."""

    def __init__(self) -> None:
        self.room = Room(new_home(), START)
        self.model = Model(NOTICE)
        self.undo: list[tuple[int, int]] = []

    def pending(self) -> list[ReminderLine]:
        return self.room.reminders.pending()

    def some(self, share: int) -> list[ReminderLine]:
        """Return every so-manieth of what is pending."""
        return self.pending()[::share]

    def pass_time(self, **parts: float) -> None:
        self.room.after(**parts)

    def tick(self) -> None:
        room, model = self.room, self.model
        ticked = room.reminders.tick()
        now, items = room.now, room.reminders.items()
        state, effective = model.clock(now)
        assert (ticked.clock.state.value, ticked.at) == (state, effective)
        model.tick(now, items)
        assert told(ticked.pending) == model.pending(now, items)
        assert set(told(ticked.fresh)) == model.fresh(now, items)
        self.check_ledger(model.due(now, items))

    def check(self) -> None:
        """Compare what is pending, also where no tick came since the last deed."""
        items = self.room.reminders.items()
        assert told(self.pending()) == self.model.pending(self.room.now, items)
        days = [line.due_on for line in self.pending()]
        assert days == sorted(days)
        self.check_items()

    def check_ledger(self, due: set[str]) -> None:
        states = self.room.states()
        assert due <= states.keys(), "every key that is due is in the ledger"
        seen = {key for key, state in states.items() if state == "acknowledged"}
        assert seen == self.model.seen.keys(), "acknowledged is what the officer acknowledged"
        assert {key for key, state in states.items() if state in OPEN} == due - seen
        asleep = {stem(key) for key, state in states.items() if state == "snoozed"}
        assert asleep == self.model.asleep.keys()

    def check_items(self) -> None:
        """The submissions told of are those that stand open in the file, of both campaigns."""
        sql = "SELECT id FROM submissions WHERE withdrawn_at IS NULL AND state IN ('未报', '退回')"
        open_ids = {str(row["id"]) for row in self.room.database.rows(sql)}
        items = self.room.reminders.items()
        assert {item.id for item in items if item.kind is ItemKind.SUBMISSION} == open_ids

    def show(self, share: int) -> None:
        lines = self.some(share)
        self.room.reminders.show(lines)
        self.model.shown |= {key for line in lines for key in line.keys}

    def acknowledge(self, share: int) -> None:
        lines = self.some(share)
        self.room.reminders.acknowledge(lines)
        self.model.acknowledge(self.room.now, lines)

    def acknowledge_and_bring_back(self, share: int) -> None:
        before = self.pending()
        reminders = self.room.reminders
        reminders.bring_back(reminders.acknowledge(self.some(share)))
        assert self.pending() == before

    def snooze(self, share: int, minutes: int) -> None:
        lines = self.some(share)
        until = self.room.reminders.clock().effective + timedelta(minutes=minutes)
        self.room.reminders.snooze(lines, until, past_deadline_allowed=True)
        self.model.snooze(self.room.now, lines, until)

    def confirm(self) -> None:
        self.room.reminders.confirm_clock()
        self.model.confirm(self.room.now)

    def restart(self) -> None:
        self.room.restart()
        self.model.restart()

    def move(self, number: int, days: int) -> None:
        ids = self._ids()
        self.room.move(ids[number % len(ids)], START.date() + timedelta(days=days))

    def finish(self, number: int) -> None:
        self._step(number, (State.OPEN, State.RETURNED), State.RECEIVED)

    def return_(self, number: int) -> None:
        self._step(number, (State.RECEIVED,), State.RETURNED)

    def take_back(self) -> None:
        if self.undo:
            self.room.submissions.undo(*self.undo.pop())

    def enter(self, days: int) -> None:
        """Enter a filing, perhaps long after it was due."""
        asked = next(each for each in self.room.submissions.requirements() if each.key == "filing")
        unit = self.room.campaigns.units()[0]
        day = START.date() + timedelta(days=days)
        self.room.submissions.add(asked.id, unit.id, max(day, date(2017, 1, 1)))

    def withdraw(self, number: int) -> None:
        entered = [each for each in self.room.submissions.all() if each.event_on]
        if entered:
            self.room.submissions.withdraw(entered[number % len(entered)].id)

    def plan(self, scope: PlanScope, key: str, plan: LeadPlan) -> None:
        self.room.reminders.set_plan(scope, key, plan)

    def clear(self, scope: PlanScope, key: str) -> None:
        self.room.reminders.clear_plan(scope, key)

    def switch(self) -> None:
        """Put the other campaign on the desk; what is pending stays the same."""
        other = 3 - (self.room.campaigns.current_id or 1)
        self.room.campaigns.switch(other)
        self.undo.clear()

    def close(self) -> None:
        self.room.close()
        shutil.rmtree(self.room.home.parent)

    def _ids(self) -> list[int]:
        return [row["id"] for row in self.room.database.rows("SELECT id FROM submissions ORDER BY id")]

    def _step(self, number: int, states: tuple[State, ...], state: State) -> None:
        fit = [each for each in self.room.submissions.all() if each.state in states]
        if not fit:
            return
        chosen = fit[number % len(fit)].id
        self.undo = [each for each in self.undo if each[0] != chosen]
        self.undo.append((chosen, self.room.submissions.mark(chosen, state, note="补正")))


def told(lines: list[ReminderLine]) -> Told:
    return {stem(line.keys[0]): frozenset(line.keys) for line in lines}
