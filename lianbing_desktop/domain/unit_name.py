"""Names of a unit through time: 环境保护局 becomes 生态环境局, and a paper of a day bears the name of that day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class UnitName:
    """One name and from when to when it holds, both days counted in.

    ``valid_from`` is None for the name the campaign gave, ``valid_to`` for the one that holds for good; ``id`` is 0
    for the campaign's own. ``note`` says on what ground (a document, a notice).
    """

    name: str
    short: str
    valid_from: date | None = None
    valid_to: date | None = None
    note: str = ""
    id: int = 0

    def holds_on(self, day: date) -> bool:
        """Whether the unit bore this name on that day."""
        return (not self.valid_from or self.valid_from <= day) and (not self.valid_to or day <= self.valid_to)


@dataclass(frozen=True)
class UnitNames:
    """All names of one unit, the oldest first, without gap or overlap; there is at least one."""

    names: tuple[UnitName, ...]

    def on(self, day: date) -> UnitName:
        """Return the name the unit bore on that day."""
        return next(each for each in self.names if each.holds_on(day))

    def name_on(self, day: date) -> str:
        """Return that day's name as words."""
        return self.on(day).name

    def words(self) -> tuple[str, ...]:
        """Return everything the unit is or was called, names and short names, each once."""
        return tuple(dict.fromkeys(words for each in self.names for words in (each.name, each.short)))


def lined_up(first: UnitName, later: Sequence[UnitName]) -> UnitNames:
    """Let every name hold until the day before the next one; ``later`` ones all have a first day."""
    ordered = [first, *sorted(later, key=_first_day)]
    ends = [_first_day(each) - timedelta(days=1) for each in ordered[1:]]
    spans = zip(ordered, (*ends, None), strict=True)
    return UnitNames(
        tuple(UnitName(each.name, each.short, each.valid_from, end, each.note, each.id) for each, end in spans)
    )


def _first_day(name: UnitName) -> date:
    return name.valid_from or date.min
