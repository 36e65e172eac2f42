"""Known units proposed for the names a plan writes: the officer confirms each, none is merged by guess."""

from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from lianbing_desktop.domain.plan import Plan, PlanUnit

_LEAST = 0.6


def with_proposals(plan: Plan, known: Sequence[str]) -> Plan:
    """Return the plan with the likest known unit proposed for every name; none where no one is like it alone."""
    names = {unit.text for task in plan.tasks for unit in task.units}
    likest = {name: proposal(name, known) for name in names}
    tasks = (replace(task, units=tuple(_proposed(unit, likest) for unit in task.units)) for task in plan.tasks)
    return replace(plan, tasks=tuple(tasks))


def proposal(name: str, known: Sequence[str]) -> str | None:
    """Return the known unit a name may stand for."""
    if name in known:
        return name
    scores = sorted(((_likeness(name, other), other) for other in known), reverse=True)
    if not scores or scores[0][0] < _LEAST or (len(scores) > 1 and scores[1][0] == scores[0][0]):
        return None
    return scores[0][1]


def _proposed(unit: PlanUnit, likest: dict[str, str | None]) -> PlanUnit:
    return replace(unit, proposal=likest[unit.text])


def _likeness(name: str, other: str) -> float:
    """Return 0–1; a name that ends the other (法规处 of 局法规处) is nearly the same."""
    if len(name) > 1 and (other.endswith(name) or name.endswith(other)):
        return 0.9 + 0.09 * min(len(name), len(other)) / max(len(name), len(other))
    return SequenceMatcher(None, name, other, autojunk=False).ratio()
