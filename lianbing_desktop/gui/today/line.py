"""One line of a card on the day's page, and how many of the same become one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lianbing_desktop.gui.widgets.badge import Badge

GROUP_FROM = 3
"""From this many lines of one requirement on they become one line that opens."""

Target = tuple[str, int]


@dataclass(frozen=True)
class Line:
    """What, who, when, its badge, the step that moves it, and the thing it leads to.

    A line with ``children`` stands for several of the same requirement and opens to show them.
    """

    title: str
    who: str
    when: str
    badge: Badge
    action: str = ""
    target: Target | None = None
    children: tuple["Line", ...] = ()
    due_on: date = date.max
    requirement_id: int = 0


def count_of(lines: Iterable[Line]) -> int:
    """Return how many things the lines stand for."""
    return sum(len(line.children) or 1 for line in lines)
