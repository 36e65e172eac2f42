"""What one clause of a plan says: its times, its quotas and what is to be handed in, each as a value with its place.

``normal()`` of every value gives the plain form that is printed, compared and stored.
"""

from dataclasses import dataclass, field, fields
from enum import Enum
from typing import Any

Normal = dict[str, Any]


@dataclass(frozen=True)
class CalendarDay:
    """A day whose year may be unknown: ``2017-06-05`` or ``--06-05``."""

    month: int
    day: int
    year: int | None = None

    @property
    def rank(self) -> tuple[int, int, int]:
        """Order by the calendar; days of unknown years come first."""
        return self.year or 0, self.month, self.day

    def __str__(self) -> str:
        year = "-" if self.year is None else f"{self.year:04d}"
        return f"{year}-{self.month:02d}-{self.day:02d}"


class Anchor(Enum):
    """A day known only from the paper around the clause."""

    DOC_DATE = "doc_date"

    def __str__(self) -> str:
        return self.value


Day = CalendarDay | Anchor


def _plain(value: Any) -> Any:
    if isinstance(value, CalendarDay | Anchor):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.normal() if hasattr(value, "normal") else value


def _given(value: Any) -> Normal:
    """Return the fields of a dataclass that are set, in their order."""
    pairs = ((item.name, getattr(value, item.name)) for item in fields(value))
    return {name: _plain(item) for name, item in pairs if item not in (None, (), False)}


@dataclass(frozen=True)
class Deadline:
    """One day, counted in, by which something is due."""

    due: CalendarDay
    time: str | None = None

    def normal(self) -> Normal:
        """Return ``{"due", "time"?}``."""
        return _given(self)


@dataclass(frozen=True)
class Deadlines:
    """Several days named by one clause."""

    dues: tuple[CalendarDay, ...]
    time: str | None = None

    def normal(self) -> Normal:
        """Return ``{"dues", "time"?}``."""
        return _given(self)


@dataclass(frozen=True)
class Window:
    """From one day to another, both counted in; ``ongoing`` for 全年."""

    start: Day
    due: CalendarDay
    time: str | None = None
    ongoing: bool = False

    def normal(self) -> Normal:
        """Return ``{"start", "due", "time"?, "ongoing"?}``."""
        return _given(self)


@dataclass(frozen=True)
class Point:
    """On one day."""

    on: CalendarDay
    time: str | None = None

    def normal(self) -> Normal:
        """Return ``{"on", "time"?}``."""
        return _given(self)


@dataclass(frozen=True)
class Beginning:
    """From one day on, with no end."""

    start: Day
    time: str | None = None

    def normal(self) -> Normal:
        """Return ``{"start", "time"?}``."""
        return _given(self)


@dataclass(frozen=True)
class Recurrence:
    """Every so often. ``end`` is the last day of the period; the offsets move the due day into a following one."""

    every: str
    interval: int | None = None
    month: int | None = None
    quarter: int | None = None
    half: int | None = None
    month_of_period: int | None = None
    week: int | None = None
    day: int | None = None
    days: tuple[int, ...] = ()
    weekday: int | None = None
    nth: int | None = None
    workday: int | None = None
    end: bool = False
    offset_months: int | None = None
    offset_quarters: int | None = None
    offset_years: int | None = None
    months: tuple[int, ...] = ()
    parity: str | None = None
    skip_months: tuple[int, ...] = ()
    skip_quarters: tuple[int, ...] = ()
    time: str | None = None
    times: tuple[str, ...] = ()
    start: Day | None = None
    due: CalendarDay | None = None

    def normal(self) -> Normal:
        """Return ``{"every", …}`` with only what the text says."""
        return _given(self)


@dataclass(frozen=True)
class Recurrences:
    """Several recurrences at once."""

    recurrences: tuple[Recurrence, ...]

    def normal(self) -> Normal:
        """Return ``{"recurrences": […]}``."""
        return _given(self)


@dataclass(frozen=True)
class Relative:
    """So long ``after`` or ``before`` an event told in the text's own words, or in none."""

    side: str
    event: str | None
    length: int
    measure: str
    unit: str
    from_next_day: bool = False
    time: str | None = None

    def normal(self) -> Normal:
        """Return ``{"after"|"before", "days"|"months"|…, "unit", …}``."""
        form: Normal = {self.side: self.event, self.measure: self.length, "unit": self.unit}
        form |= {"from_next_day": True} if self.from_next_day else {}
        return form | ({"time": self.time} if self.time else {})


@dataclass(frozen=True)
class Standing:
    """Something that never ends (``ongoing``) or is to be done at once (``immediate``)."""

    word: str = "ongoing"

    def normal(self) -> Normal:
        """Return ``{"ongoing": true}`` or ``{"immediate": true}``."""
        return {self.word: True}


Time = Deadline | Deadlines | Window | Point | Beginning | Recurrence | Recurrences | Relative | Standing


@dataclass(frozen=True)
class TimeReading:
    """A time with the exact words it was read from and their place in the text, [from, to)."""

    time: Time
    expr: str
    span: tuple[int, int]
    warning: str | None = None

    def normal(self) -> Normal:
        """Return the time's normal form with ``expr``, ``span`` and, where there is one, ``warning``."""
        form = self.time.normal() | {"expr": self.expr, "span": list(self.span)}
        return form | ({"warning": self.warning} if self.warning else {})


@dataclass(frozen=True)
class Share:
    """How many of what, and per what: a quota read from a clause. ``min`` and ``max`` say which way it binds."""

    count: int | float
    unit: str
    per: str | None
    min: bool = False
    max: bool = False
    approx: bool = False
    total: bool = False
    max_count: int | float | None = None
    more: tuple["Share", ...] = ()
    alternatives: tuple["Share", ...] = ()

    def normal(self) -> Normal:
        """Return ``{"count", "unit", "per", …}``; ``per`` stands there even when null."""
        form = _given(self)
        form |= {"count": self.count, "per": self.per}
        alternatives = form.pop("alternatives", None)
        return form | ({"or": alternatives} if alternatives else {})


@dataclass(frozen=True)
class ShareReading:
    """A quota with the words it was read from."""

    share: Share
    expr: str
    span: tuple[int, int]

    def normal(self) -> Normal:
        """Return the quota's normal form with ``expr`` and ``span``."""
        return self.share.normal() | {"expr": self.expr, "span": list(self.span)}


@dataclass(frozen=True)
class Deliverable:
    """Something to be handed in: by which verb, from whom, to whom, by which channel; ``any_of`` for “A或B”."""

    verb: str
    name: str
    span: tuple[int, int]
    sender: str | None = None
    receiver: str | None = None
    channels: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()

    def normal(self) -> Normal:
        """Return what is known of it."""
        return _given(self)


@dataclass(frozen=True)
class Clause:
    """All that was read from one clause."""

    times: tuple[TimeReading, ...] = ()
    quotas: tuple[ShareReading, ...] = ()
    deliverables: tuple[Deliverable, ...] = field(default=())
