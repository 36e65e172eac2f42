"""Where things stand in a week of the month: bars below the date, entries below the bars. In pixels, from the top."""

from collections.abc import Sequence
from dataclasses import dataclass

from lianbing_desktop.gui.calendar.lanes import Rest, Segment, shown

TOP = 24
NAMED, THIN, LANE_GAP = 18, 5, 3
LINE = 17
MOST_ENTRIES = 4
MOST_LANES = 3
BOTTOM = 2
_LEAST = 2 * LINE + BOTTOM


@dataclass(frozen=True)
class WeekPlan:
    """The bars of one week: top and height of each lane, what they show, and how deep they reach in each column."""

    segments: tuple[Segment, ...]
    rest: Rest | None
    lanes: tuple[tuple[int, int], ...]
    depths: tuple[int, ...]


def plan(segments: Sequence[Segment], height: int) -> WeekPlan:
    """Lay the bars of a week of that height; a low week gives them fewer lanes, so that two entries have room."""
    for most in range(MOST_LANES, 1, -1):
        made = _plan(segments, most)
        if max(made.depths) + _LEAST <= height:
            return made
    return _plan(segments, 1)


def fitted(height: int, depth: int, count: int) -> tuple[int, int]:
    """Return how many of ``count`` entries a day of that height shows below ``depth``, and how many “+N” stands for."""
    room = (height - depth - BOTTOM) // LINE
    if count <= min(MOST_ENTRIES, room):
        return count, 0
    kept = max(0, min(MOST_ENTRIES, room - 1))
    return kept, count - kept


def _depth(segments: Sequence[Segment], lanes: Sequence[tuple[int, int]], column: int) -> int:
    """Return where the deepest bar over a column ends."""
    over = (segment for segment in segments if segment.first <= column <= segment.last)
    return max((_end(lanes[segment.lane]) for segment in over), default=TOP)


def _end(lane: tuple[int, int]) -> int:
    return lane[0] + lane[1] + LANE_GAP


def _plan(segments: Sequence[Segment], most: int) -> WeekPlan:
    kept, rest = shown(segments, most)
    count = max((segment.lane + 1 for segment in kept), default=0)
    named = {segment.lane for segment in kept if segment.is_named}
    lanes: list[tuple[int, int]] = []
    top = TOP
    for lane in range(count + bool(rest)):
        lanes.append((top, NAMED if lane in named or lane == count else THIN))
        top = _end(lanes[-1])
    depths = [_depth(kept, lanes, column) for column in range(7)]
    if rest:
        over = range(rest.first, rest.last + 1)
        depths = [_end(lanes[-1]) if column in over else depth for column, depth in enumerate(depths)]
    return WeekPlan(tuple(kept), rest, tuple(lanes), tuple(depths))
