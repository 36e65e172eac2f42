"""A plan as it was understood: tasks with their times, units and quotas, each knowing its place in the source."""

from dataclasses import dataclass
from typing import Any

from lianbing_desktop.domain.clause import (
    CalendarDay,
    Day,
    Deliverable,
    Recurrence,
    Recurrences,
    Relative,
    ShareReading,
    TimeReading,
)


@dataclass(frozen=True, order=True)
class Place:
    """A stretch [start, end) of one paragraph or cell.

    ``block`` counts the source's blocks from 0; ``table`` its tables from 1 (0: a paragraph); ``row`` and ``column``
    count from 0 and are 0 in a paragraph.
    """

    block: int
    table: int
    row: int
    column: int
    start: int
    end: int

    def normal(self) -> dict[str, Any]:
        """Return the place as it is printed: rows, columns and paragraphs counted from 1."""
        span = {"span": [self.start, self.end]}
        if not self.table:
            return {"paragraph": self.block + 1} | span
        return {"table": self.table, "row": self.row + 1, "column": self.column + 1} | span


@dataclass(frozen=True)
class PlanTime:
    """A time read from the source."""

    reading: TimeReading
    places: tuple[Place, ...]


@dataclass(frozen=True)
class PlanQuota:
    """A quota read from the source."""

    reading: ShareReading
    places: tuple[Place, ...]


@dataclass(frozen=True)
class PlanUnit:
    """A unit as the source writes it; ``role`` is 牵头, 配合 or 责任.

    ``proposal`` may name a known unit it could be: the officer says so, nothing is merged by guess.
    """

    text: str
    role: str
    places: tuple[Place, ...]
    proposal: str | None = None


@dataclass(frozen=True)
class Timing:
    """When a task is to be done: what its times say together."""

    start: Day | None = None
    due: CalendarDay | None = None
    dues: tuple[CalendarDay, ...] = ()
    time: str | None = None
    recurring: Recurrence | Recurrences | None = None
    relative: tuple[Relative, ...] = ()
    ongoing: bool = False
    immediate: bool = False

    @property
    def paces(self) -> tuple[Recurrence, ...]:
        """Everything that recurs, one by one."""
        every = self.recurring
        return every.recurrences if isinstance(every, Recurrences) else (every,) if every else ()


@dataclass(frozen=True)
class PlanTask:
    """One thing to be done. ``row`` is shared by the tasks of one row or numbered item, ``whole`` its full words.

    ``stage_times`` are those of its period, ``times`` those that hold for it, ``timing`` what they say together.
    ``deliverables`` are names; ``papers`` what the clauses say of them: from whom, to whom, how. ``quota_words`` are
    the officer's own, in the place of those of the text.
    """

    text: str
    whole: str
    row: int
    places: tuple[Place, ...]
    stage: str = ""
    section: str = ""
    timing: Timing = Timing()
    stage_times: tuple[PlanTime, ...] = ()
    times: tuple[PlanTime, ...] = ()
    units: tuple[PlanUnit, ...] = ()
    quotas: tuple[PlanQuota, ...] = ()
    deliverables: tuple[str, ...] = ()
    papers: tuple[Deliverable, ...] = ()
    form: str = ""
    channel: str = ""
    note: str = ""
    quota_words: str | None = None

    def named(self, *roles: str) -> tuple[str, ...]:
        """Return the names of the units of these roles, of all where none is given."""
        return tuple(unit.text for unit in self.units if not roles or unit.role in roles)


@dataclass(frozen=True)
class Passage:
    """Words of the source and why they stand here."""

    text: str
    place: Place
    reason: str = ""


@dataclass(frozen=True)
class Plan:
    """A whole plan. Every sign of the source belongs to a task, a heading or ``unread``."""

    title: str
    year: int | None
    sha256: str
    tasks: tuple[PlanTask, ...]
    headings: tuple[Passage, ...] = ()
    unread: tuple[Passage, ...] = ()
    warnings: tuple[str, ...] = ()
