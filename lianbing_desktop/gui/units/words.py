"""How units and liaisons are told on the page: badges of what is missing, spans of days, the words of a person."""

from datetime import date

from lianbing_desktop.domain.liaison import Liaison
from lianbing_desktop.domain.monthday import written
from lianbing_desktop.gui.widgets.badge import OVERDUE, SOON, Badge, Shape
from lianbing_desktop.services.units import UnitLine

LACKING, LATE, BEHIND = "lacking", "late", "behind"
SITUATIONS = ((LACKING, "缺联络员"), (LATE, "有逾期"), (BEHIND, "份额落后"))
"""What the page can be narrowed to, by key."""


def badges(line: UnitLine) -> list[Badge]:
    """Return what presses at a unit, the worst first."""
    found = []
    if line.overdue:
        found.append(Badge(f"逾期 {line.overdue} 件", Shape.FLAG, OVERDUE.ink, OVERDUE.ground))
    if line.lacks_liaison:
        found.append(Badge("缺联络员", Shape.RING, SOON.ink, SOON.ground))
    if line.behind:
        found.append(Badge(f"份额落后 {line.behind} 项", Shape.HALF_CLOCK, SOON.ink))
    return found


def is_in(line: UnitLine, situation: str) -> bool:
    """Whether a unit is in a situation; every unit is in none."""
    return {"": True, LACKING: line.lacks_liaison, LATE: line.overdue > 0, BEHIND: line.behind > 0}[situation]


def people(line: UnitLine) -> str:
    """Return the names of a unit's liaisons."""
    return "、".join(dict.fromkeys(each.name for each in line.liaisons))


def span(first: date | None, last: date | None) -> str:
    """Return from when to when something holds."""
    if first and last:
        return f"{written(first)}至{written(last)}"
    if first:
        return f"{written(first)}起"
    return f"至{written(last)}" if last else "一直"


def described(liaison: Liaison) -> list[str]:
    """Return what is known of a person beside name, role and how to reach them."""
    about = " · ".join(filter(None, (liaison.post, liaison.gender)))
    return [each for each in (about, span(liaison.valid_from, liaison.valid_to), liaison.note) if each]
