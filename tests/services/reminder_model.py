"""What the officer must be told, remembered in plain sets: the second opinion on the whole service.

It knows what was acknowledged and snoozed, how the clock is believed, and asks the oracle that walks day by day. It
shares no code with the service but the items and the calendar.
"""

from collections import defaultdict
from datetime import datetime, timedelta

from lianbing_desktop.domain.reminder import Item, ReminderLine
from lianbing_desktop.domain.workdays import WorkCalendar
from tests.domain.reminder_oracle import expected

DAY, SLACK = timedelta(days=1), timedelta(minutes=2)
Told = dict[str, frozenset[str]]
"""By item and due day the keys of its line."""


def whole(at: datetime) -> datetime:
    return at.replace(microsecond=0)


def stem(key: str) -> str:
    return key[: key.rindex(":")]


class Model:
    """Everything is asked of ``items`` as they stand when it is asked."""

    def __init__(self, calendar: WorkCalendar) -> None:
        self.calendar = calendar
        self.trusted: datetime | None = None
        self.seen: dict[str, tuple[datetime, bool]] = {}
        self.asleep: dict[str, tuple[datetime, datetime]] = {}
        self.shown: set[str] = set()

    def clock(self, now: datetime) -> tuple[str, datetime]:
        """Return how the clock stands, and the time to judge by."""
        if self.trusted is None:
            return "ok", now
        if now < self.trusted - SLACK:
            return "set_back", self.trusted
        return ("ahead", now) if now > self.trusted + DAY else ("ok", max(now, self.trusted))

    def due(self, now: datetime, items: list[Item]) -> set[str]:
        return {key for key, _ in expected(self.clock(now)[1], items, self.calendar)}

    def pending(self, now: datetime, items: list[Item]) -> Told:
        at = whole(self.clock(now)[1])
        told: dict[str, set[str]] = defaultdict(set)
        for key in self.due(now, items):
            if not self._is_seen(key, at) and not self._is_asleep(stem(key), at):
                told[stem(key)].add(key)
        return {one: frozenset(keys) for one, keys in told.items()}

    def tick(self, now: datetime, items: list[Item]) -> None:
        """Forget what was done in a future that has not come, and snoozes that are over or have nothing left."""
        state, effective = self.clock(now)
        due, at = self.due(now, items), whole(effective)
        forgotten = {key for key, (when, is_loose) in self.seen.items() if is_loose and when > at}
        for key in forgotten:
            del self.seen[key]
        left = {stem(key) for key in due if key not in self.seen}
        ended = {one for one in self.asleep if one not in left or not self._is_asleep(one, at)}
        for one in ended:
            del self.asleep[one]
        self.shown = {key for key in self.shown & due if key not in forgotten and stem(key) not in ended}
        if state == "ok":
            self.trusted = max(effective, self.trusted or effective)

    def fresh(self, now: datetime, items: list[Item]) -> set[str]:
        return {one for one, keys in self.pending(now, items).items() if not keys <= self.shown}

    def acknowledge(self, now: datetime, lines: list[ReminderLine]) -> None:
        state, effective = self.clock(now)
        for line in lines:
            for key in line.keys:
                self.seen[key] = whole(effective), state == "ahead"
                self.asleep.pop(stem(key), None)

    def snooze(self, now: datetime, lines: list[ReminderLine], until: datetime) -> None:
        at = whole(self.clock(now)[1])
        for line in lines:
            self.asleep[stem(line.keys[0])] = at, whole(until)

    def confirm(self, now: datetime) -> None:
        trusted = self.trusted or now
        for key, (when, is_loose) in self.seen.items():
            if is_loose and whole(trusted) <= when <= whole(now):
                self.seen[key] = when, False
        self.trusted = now

    def restart(self) -> None:
        self.shown.clear()

    def _is_seen(self, key: str, at: datetime) -> bool:
        when, is_loose = self.seen.get(key, (datetime.max, True))
        return key in self.seen and (not is_loose or when <= at)

    def _is_asleep(self, one: str, at: datetime) -> bool:
        since, until = self.asleep.get(one, (datetime.max, datetime.min))
        return since <= at < until
