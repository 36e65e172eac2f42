"""Reminders: what the officer should have been told by a moment. Asked anew each time, never armed ahead."""

from collections.abc import Collection, Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import NamedTuple

from lianbing_desktop.domain.lead import Lead, LeadPlan
from lianbing_desktop.domain.moments import Moment, due_moments
from lianbing_desktop.domain.slices import Steps, finish, sliced
from lianbing_desktop.domain.workdays import WorkCalendar


class ItemKind(StrEnum):
    """What is told of; the values are part of the keys."""

    SUBMISSION = "submission"
    TASK = "task"
    QUOTA = "quota"
    RECHECK = "recheck"

    @property
    def words(self) -> str:
        """The kind on screen."""
        return _KIND_WORDS[self]


_KIND_WORDS = {
    ItemKind.SUBMISSION: "报送件",
    ItemKind.TASK: "任务",
    ItemKind.QUOTA: "份额",
    ItemKind.RECHECK: "光盘复查",
}


@dataclass(frozen=True, slots=True)
class Item:
    """One thing still open.

    ``id`` is unique within its kind. ``target`` is the page's word and id that 查看 leads to. ``campaign`` is the
    title of its campaign where that is not the one on the desk, else empty.
    """

    kind: ItemKind
    id: str
    title: str
    unit: str
    due_on: date
    plan: LeadPlan
    target: tuple[str, int]
    campaign_id: int = 0
    campaign: str = ""
    requirement_id: int = 0

    @property
    def key(self) -> str:
        """The item as plans of a single item name it: ``submission:12``."""
        return f"{self.kind}:{self.id}"


class Due(NamedTuple):
    """One lead of one item that has come; ``key`` is the same each time it is asked for."""

    key: str
    item: Item
    lead: Lead
    at: datetime


class ReminderLine(NamedTuple):
    """One item with the highest of its due leads, and the keys of all of them."""

    item: Item
    lead: Lead
    at: datetime
    keys: tuple[str, ...]

    @property
    def key(self) -> str:
        """The key of the highest lead."""
        return f"{self.item.key}:{self.item.due_on.isoformat()}:{self.lead.code}"

    @property
    def title(self) -> str:
        """What is due."""
        return self.item.title

    @property
    def unit(self) -> str:
        """Who owes it; empty for a task."""
        return self.item.unit

    @property
    def due_on(self) -> date:
        """The due day, itself still in time."""
        return self.item.due_on

    @property
    def target(self) -> tuple[str, int]:
        """Page's word and id that 查看 leads to."""
        return self.item.target

    @property
    def text(self) -> str:
        """Unit and title in one line, with the campaign where it is not the one on the desk."""
        campaign = f"（{self.item.campaign}）" if self.item.campaign else ""
        return " ".join(filter(None, (self.item.unit, self.item.title))) + campaign


class DueItem(NamedTuple):
    """One item with the moments that have come, their keys in the same order, and all of it as one line."""

    item: Item
    moments: tuple[Moment, ...]
    line: ReminderLine

    @property
    def dues(self) -> list[Due]:
        """Its reminders one by one."""
        return [self._due(number) for number in range(len(self.moments))]

    def among(self, keys: Container[str]) -> list[Due]:
        """Return those of its reminders whose keys are among these."""
        return [self._due(number) for number, key in enumerate(self.line.keys) if key in keys]

    def narrowed(self, hidden: Container[str]) -> ReminderLine | None:
        """Return the line without the keys that are ``hidden``, or None where nothing is left of it."""
        left = [number for number, key in enumerate(self.line.keys) if key not in hidden]
        if not left:
            return None
        highest = max((self.moments[number] for number in left), key=_rank)
        return ReminderLine(self.item, *highest, tuple([self.line.keys[number] for number in left]))

    def _due(self, number: int) -> Due:
        return Due(self.line.keys[number], self.item, *self.moments[number])


class Finder:
    """Finds what is due time and again; what neither changed nor came meanwhile is the same object as before."""

    def __init__(self) -> None:
        self._comes: dict[tuple[date, int], _Come | None] = {}
        self._found: dict[int, tuple[Item, _Come, DueItem]] = {}

    def find(self, now: datetime, items: Sequence[Item], calendar: WorkCalendar) -> Steps[list[DueItem]]:
        """Return, in steps, every item of which a lead has come by ``now``, in their order; all given are open.

        ``now`` is civil time of 东八区. Of the days overdue only the latest one is told.
        """
        comes: dict[tuple[date, int], _Come | None] = {}
        found: dict[int, tuple[Item, _Come, DueItem]] = {}
        for portion in sliced(items):
            for item in portion:
                same = item.due_on, id(item.plan)
                if same not in comes:
                    comes[same] = self._steady(same, _come(item, calendar, now))
                if come := comes[same]:
                    known = self._found.get(id(item))
                    is_same = known is not None and known[0] is item and known[1] is come
                    found[id(item)] = known if known and is_same else (item, come, _due_item(item, come))
            yield
        self._comes, self._found = comes, found
        return [each for _, _, each in found.values()]

    def _steady(self, same: tuple[date, int], come: "_Come | None") -> "_Come | None":
        known = self._comes.get(same)
        return known if known == come else come


def due_items(now: datetime, items: Sequence[Item], calendar: WorkCalendar) -> list[DueItem]:
    """Return what ``Finder.find`` finds, all at once."""
    return finish(Finder().find(now, items, calendar))


def due(now: datetime, items: Sequence[Item], calendar: WorkCalendar) -> list[Due]:
    """Return every lead that has come by ``now``, in the order of the items; all of them are open."""
    return [each for found in due_items(now, items, calendar) for each in found.dues]


def lines(found: Iterable[ReminderLine]) -> list[ReminderLine]:
    """Return lines in the order they are shown: the oldest due day first."""
    return sorted(found, key=lambda line: line.item.due_on)


def stretch(now: datetime, times: Collection[time]) -> tuple[date, int]:
    """Return a mark of the stretch of time ``now`` lies in: within one, plans told at ``times`` bring nothing new."""
    return now.date(), sum(at <= now.time() for at in times)


def item_key(key: str) -> str:
    """Return what the keys of one item with one due day have in common."""
    return key.rpartition(":")[0]


class _Come(NamedTuple):
    """The moments that have come for one due day and plan, the ends of their keys, and the highest."""

    moments: tuple[Moment, ...]
    endings: tuple[str, ...]
    highest: Moment


def _due_item(item: Item, come: _Come) -> DueItem:
    start = f"{item.kind}:{item.id}"
    keys = tuple([start + ending for ending in come.endings])
    return DueItem(item, come.moments, ReminderLine(item, *come.highest, keys))


def _rank(moment: Moment) -> tuple[datetime, int]:
    return moment.at, -moment.lead.days


def _come(item: Item, calendar: WorkCalendar, now: datetime) -> _Come | None:
    come = tuple(due_moments(item.due_on, item.plan, calendar, now))
    if not come:
        return None
    endings = tuple(f":{item.due_on.isoformat()}:{each.lead.code}" for each in come)
    return _Come(come, endings, max(come, key=_rank))
