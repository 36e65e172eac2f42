"""Reminders: what the officer should have been told by a moment. Asked anew each time, never armed ahead."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from lianbing_desktop.domain.lead import Lead, LeadPlan
from lianbing_desktop.domain.moments import Moment, due_moments
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
        return f"{self.kind.value}:{self.id}"


class Due(NamedTuple):
    """One lead of one item that has come; ``key`` is the same each time it is asked for."""

    key: str
    item: Item
    lead: Lead
    at: datetime


@dataclass(frozen=True, slots=True)
class ReminderLine:
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


def due(now: datetime, items: Iterable[Item], calendar: WorkCalendar) -> list[Due]:
    """Return every lead that has come by ``now``, in the order of the items; all of them are open.

    ``now`` is civil time of 东八区. Of the days overdue only the latest one is told.
    """
    known: dict[tuple[date, int], list[tuple[str, Moment]]] = {}
    found: list[Due] = []
    for item in items:
        same = item.due_on, id(item.plan)
        come = known.get(same)
        if come is None:
            come = known[same] = _endings(item, calendar, now)
        start = f"{item.kind.value}:{item.id}"
        found += [Due(start + ending, item, each.lead, each.at) for ending, each in come]
    return found


def lines(dues: Iterable[Due]) -> list[ReminderLine]:
    """Return one line for each item, the oldest due day first; the leads of one item must stand together."""
    made = [_line(list(group)) for _, group in groupby(dues, key=_of_item)]
    return sorted(made, key=lambda line: line.item.due_on)


def item_key(key: str) -> str:
    """Return what the keys of one item with one due day have in common."""
    return key.rpartition(":")[0]


def _endings(item: Item, calendar: WorkCalendar, now: datetime) -> list[tuple[str, Moment]]:
    come = due_moments(item.due_on, item.plan, calendar, now)
    return [(f":{item.due_on.isoformat()}:{each.lead.code}", each) for each in come]


def _of_item(due: Due) -> int:
    return id(due.item)


def _line(group: list[Due]) -> ReminderLine:
    highest = max(group, key=lambda each: (each.at, -each.lead.days)) if len(group) > 1 else group[0]
    return ReminderLine(highest.item, highest.lead, highest.at, tuple([each.key for each in group]))
