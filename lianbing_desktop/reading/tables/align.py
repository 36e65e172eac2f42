"""Cells told one after the other put under their columns: the cheapest way through, row after row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lianbing_desktop.reading.tables.headings import WHEN, WHOSE, Role
from lianbing_desktop.reading.tables.units import ends_open

SECTION = -1
_INHERITED = (Role.STAGE, Role.SECTION, *WHEN)
_LEFT_OUT = {
    Role.NOTE: 0.3,
    Role.OTHER: 0.3,
    Role.NUMBER: 2.5,
    Role.SUPPORT: 0.6,
    Role.PERSON: 0.8,
    Role.DETAIL: 1.0,
    Role.TASK: 5.0,
}
Fit = Callable[[str, Role], float]


@dataclass(frozen=True)
class Seat:
    """Where a cell goes: its column (SECTION: a title between rows), and whether it begins a row or goes on a cell."""

    column: int
    begins: bool
    goes_on: bool


@dataclass(frozen=True)
class _Way:
    score: float
    seats: tuple["_Way | None", Seat] | None


def seated(
    texts: Sequence[str], roles: Sequence[Role], fit: Fit, is_section: Callable[[str], bool]
) -> tuple[float, list[Seat]]:
    """Seat every text, in order. Returns the score and one seat a text."""
    costs = _Costs(roles)
    ways: dict[int, _Way] = {}
    for at, text in enumerate(texts):
        before = texts[at - 1] if at else ""
        fits = [fit(text, role) for role in roles]
        ways = _step(ways, text, before, fits, costs, is_section(text))
    best = max(ways.items(), key=lambda item: item[1].score - costs.rest(item[0]), default=None)
    if best is None:
        return 0.0, []
    return best[1].score - costs.rest(best[0]), _path(best[1])


class _Costs:
    """What it costs to leave columns out."""

    def __init__(self, roles: Sequence[Role]) -> None:
        self.roles = roles
        task = roles.index(Role.TASK) if Role.TASK in roles else 0
        self._each = [self._left_out(role, at < task) for at, role in enumerate(roles)]

    @staticmethod
    def _left_out(role: Role, leads: bool) -> float:
        if role in _INHERITED:
            return 0.7 if leads else 1.6
        return _LEFT_OUT.get(role, 1.4)

    def between(self, left: int, right: int) -> float:
        """Return the cost of having nothing in the columns between two."""
        return sum(self._each[left + 1 : right])

    def rest(self, column: int) -> float:
        """Return the cost of ending the row after this column."""
        return 0.0 if column == SECTION else sum(self._each[column + 1 :])


def _step(
    ways: dict[int, _Way], text: str, before: str, fits: list[float], costs: _Costs, section: bool
) -> dict[int, _Way]:
    found: dict[int, _Way] = {}
    starts = ways or {SECTION: _Way(0.0, None)}
    ended = max(((way.score - costs.rest(column), way) for column, way in starts.items()), key=lambda item: item[0])
    for column, value in enumerate(fits):
        new = ended[0] + value - costs.between(-1, column), ended[1], Seat(column, True, False)
        options = [new]
        for left, way in ways.items():
            if left != SECTION and left < column:
                options.append((way.score + value - costs.between(left, column), way, Seat(column, False, False)))
        if column in ways:
            going = _going_on(costs.roles[column], text, before, value)
            options.append((ways[column].score + going, ways[column], Seat(column, False, True)))
        score, way, seat = max(options, key=lambda option: option[0])
        found[column] = _Way(score, (way, seat))
    if section:
        found[SECTION] = _Way(ended[0] + 2.4, (ended[1], Seat(SECTION, True, False)))
    return found


def _going_on(role: Role, text: str, before: str, value: float) -> float:
    """Return what it is worth to take a line as the rest of the cell before it."""
    if role in WHOSE and before and ends_open(before):
        return 1.8
    if role is Role.NUMBER:
        return -9.0
    if role is Role.PERIOD and len(text) <= 12:
        return max(value, 0.4) - 1.2
    if role in (Role.TASK, Role.DETAIL):
        return value - (1.0 if before.endswith(("，", "、", "：", ",")) else 2.4)
    return value - (2.6 if role in WHOSE else 1.9)


def _path(way: _Way) -> list[Seat]:
    seats: list[Seat] = []
    at: _Way | None = way
    while at and at.seats:
        seats.append(at.seats[1])
        at = at.seats[0]
    return seats[::-1]
