"""Bars over days: which lane each window takes and how it is cut by the weeks. No Qt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

Week = Sequence[date]


@dataclass(frozen=True)
class Window:
    """A stretch of days with a name, both ends counted in; ``target`` is what a click on it opens."""

    name: str
    start_on: date
    due_on: date
    target: tuple[str, int] = ("", 0)

    @property
    def days(self) -> str:
        """The window in words: ``10月25日—10月31日``."""
        start, due = self.start_on, self.due_on
        return f"{start.month}月{start.day}日—{due.month}月{due.day}日"

    def holds(self, day: date) -> bool:
        """Whether the day lies in the window."""
        return self.start_on <= day <= self.due_on


@dataclass(frozen=True)
class Segment:
    """The part of a window in one week: columns ``first`` to ``last`` (0 is Monday) of lane ``lane``.

    ``is_named`` marks the first part on the sheet, which carries the name; ``is_start`` and ``is_end`` tell where the
    window itself begins and ends.
    """

    window: Window
    lane: int
    first: int
    last: int
    is_named: bool
    is_start: bool
    is_end: bool


@dataclass(frozen=True)
class Rest:
    """Windows of a week for which there is no lane left: how many, and from which column to which."""

    count: int
    first: int
    last: int


def lay_out(windows: Iterable[Window], weeks: Sequence[Week]) -> list[list[Segment]]:
    """Return the segments of each week. A window keeps its lane from week to week; longer windows lie higher."""
    first, last = weeks[0][0], weeks[-1][-1]
    visible = [window for window in windows if window.due_on >= first and window.start_on <= last]
    visible.sort(key=lambda window: (window.start_on, window.start_on - window.due_on))
    lanes = _assign(visible)
    return [
        [
            _segment(window, lane, week, first)
            for window, lane in zip(visible, lanes, strict=True)
            if window.due_on >= week[0] and window.start_on <= week[-1]
        ]
        for week in weeks
    ]


def shown(segments: Sequence[Segment], most: int) -> tuple[list[Segment], Rest | None]:
    """Return what at most ``most`` lanes show; where there are more, the last lane only tells how many."""
    if not segments or max(segment.lane for segment in segments) < most:
        return list(segments), None
    kept = [segment for segment in segments if segment.lane < most - 1]
    left = [segment for segment in segments if segment.lane >= most - 1]
    return kept, Rest(len(left), min(segment.first for segment in left), max(segment.last for segment in left))


def _assign(windows: Sequence[Window]) -> list[int]:
    """Return the lane of each window: the lowest that is free; ``windows`` are in the order of their start."""
    ends: list[date] = []
    lanes = []
    for window in windows:
        lane = next((number for number, end in enumerate(ends) if end < window.start_on), len(ends))
        ends[lane : lane + 1] = [window.due_on]
        lanes.append(lane)
    return lanes


def _segment(window: Window, lane: int, week: Week, first: date) -> Segment:
    start, end = max(window.start_on, week[0]), min(window.due_on, week[-1])
    return Segment(
        window,
        lane,
        (start - week[0]).days,
        (end - week[0]).days,
        is_named=start == max(window.start_on, first),
        is_start=start == window.start_on,
        is_end=end == window.due_on,
    )
