"""The matrix: units down, periods or requirements across, and in each cell what is owed there."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from lianbing_desktop.domain.monthday import spoken
from lianbing_desktop.domain.period import period_head, period_label, period_order
from lianbing_desktop.domain.submission import State
from lianbing_desktop.gui.submissions.line import Key, Line
from lianbing_desktop.gui.submissions.nodes import Kind
from lianbing_desktop.gui.widgets.badge import Badge, Shape

_FAR = {state: place for place, state in enumerate(State)}


@dataclass(frozen=True)
class Cell:
    """What one unit owes in one column; never empty."""

    lines: tuple[Line, ...]

    @cached_property
    def done(self) -> int:
        """How many count as handed in; of an any-of group one is enough."""
        return sum(line.submission.is_settled for line in self.owed)

    @cached_property
    def owed(self) -> tuple[Line, ...]:
        """The lines that count: one for each any-of group, the one that came where one did."""
        chosen: dict[object, Line] = {}
        for line in self.lines:
            key: object = line.group or line.id
            if key not in chosen or chosen[key].replaced_by:
                chosen[key] = line
        return tuple(chosen.values())

    @cached_property
    def badge(self) -> Badge:
        """The badge of what presses most, else of what has come the least far."""
        return min(self.owed, key=_pressing).badge

    @property
    def count(self) -> str:
        """``2/3`` where the cell holds several, else empty."""
        return f"{self.done}/{len(self.owed)}" if len(self.owed) > 1 else ""

    @property
    def waiting(self) -> list[Line]:
        """The lines still to come."""
        return [line for line in self.owed if not line.submission.is_settled]


@dataclass(frozen=True)
class Head:
    """The heading of a row or column, with its key, its words and what its tooltip adds."""

    key: Key
    words: str
    hint: str = ""


@dataclass(frozen=True)
class Matrix:
    """A whole matrix, sparse: a unit that owes nothing in a column has no cell there."""

    rows: tuple[Head, ...]
    columns: tuple[Head, ...]
    cells: Mapping[tuple[int, int], Cell]


def lay_out(lines: Sequence[Line], kind: Kind) -> Matrix:
    """Lay lines out for what is chosen in the tree.

    One requirement: unit × month, or unit × piece. A task of several: unit × requirement, and requirement × month
    where only one unit reports by the month. A stage or everything: unit × month in which it is due.
    """
    if not lines:
        return Matrix((), (), {})
    row, column = _axes(lines, kind)
    placed = [(row.key(line), column.key(line), line) for line in lines]
    row_heads, row_at = _heads(row, {key: line for key, _, line in reversed(placed)})
    column_heads, column_at = _heads(column, {key: line for _, key, line in reversed(placed)})
    found: dict[tuple[int, int], list[Line]] = defaultdict(list)
    for row_key, column_key, line in placed:
        found[row_at[row_key], column_at[column_key]].append(line)
    return Matrix(row_heads, column_heads, {place: Cell(tuple(held)) for place, held in found.items()})


@dataclass(frozen=True)
class _Axis:
    """By what lines are told apart, and how the heading of the first of them reads: words and hint."""

    key: Callable[[Line], Key]
    head: Callable[[Line], tuple[str, str]]


def _heads(axis: _Axis, firsts: Mapping[Key, Line]) -> tuple[tuple[Head, ...], dict[Key, int]]:
    keys = sorted(firsts)
    return tuple(Head(key, *axis.head(firsts[key])) for key in keys), {key: place for place, key in enumerate(keys)}


def _axes(lines: Sequence[Line], kind: Kind) -> tuple[_Axis, _Axis]:
    has_periods = any(line.submission.period for line in lines)
    if kind is Kind.REQUIREMENT:
        return _UNIT, _PERIOD if has_periods else _piece(lines)
    if kind is Kind.TASK:
        is_single = len({line.submission.unit_id for line in lines}) == 1
        return (_REQUIREMENT, _PERIOD) if is_single and has_periods else (_UNIT, _REQUIREMENT)
    return _UNIT, _DUE_MONTH


def _period_head(line: Line) -> tuple[str, str]:
    period = line.submission.period
    return period_head(
        period, is_tall=True
    ) or "不分期", f"{period_label(period) or '不分期'}，截止 {spoken(line.submission.due_on)}"


def _due_month_head(line: Line) -> tuple[str, str]:
    due_on = line.submission.due_on
    return f"{due_on.month}月", f"{due_on.year}年{due_on.month}月截止"


def _requirement_key(line: Line) -> Key:
    """Any-of members share a column, after the task's others."""
    each = line.submission
    return (each.task_id, 1, each.any_of) if each.any_of else (each.task_id, 0, f"{each.requirement_id:09}")


def _requirement_head(line: Line) -> tuple[str, str]:
    each = line.submission
    if each.any_of:
        return each.any_of, f"{each.any_of}，报其一即可"
    return each.requirement, f"截止 {spoken(each.due_on)}"


_UNIT = _Axis(lambda line: (line.unit_place,), lambda line: (line.submission.unit, ""))
_PERIOD = _Axis(lambda line: period_order(line.submission.period), _period_head)
_DUE_MONTH = _Axis(lambda line: (line.submission.due_on.year, line.submission.due_on.month), _due_month_head)
_REQUIREMENT = _Axis(_requirement_key, _requirement_head)


def _piece(lines: Sequence[Line]) -> _Axis:
    """Name a column by its piece; where the units call theirs differently, by its number."""
    names: dict[int, set[str]] = defaultdict(set)
    for line in lines:
        names[line.submission.number].add(line.submission.label)

    def head(line: Line) -> tuple[str, str]:
        named = names[line.submission.number]
        words = next(iter(named)) if len(named) == 1 else ""
        only = "报送" if len(names) == 1 else f"第{line.submission.number}件"
        return words or only, ""

    return _Axis(lambda line: (line.submission.number,), head)


def _pressing(line: Line) -> tuple[int, int]:
    if line.submission.is_settled:
        return 3, _FAR[line.submission.state]
    return {Shape.FLAG: 0, Shape.HALF_CLOCK: 1}.get(line.badge.shape, 2), _FAR[line.submission.state]
