"""Units of a foreign table beside the units we know: a likely one is proposed, never taken."""

import re
from collections.abc import Sequence
from dataclasses import replace

from lianbing_desktop.domain.plan import Plan, PlanUnit

_SIGNS = re.compile(r"[\s（）()【】\[\]“”\"'·.．]")
_LEAST = 3
"""A name that is part of another one proposes it from this many signs on: 法规处, not 处."""


def with_proposals(plan: Plan, known: Sequence[str]) -> Plan:
    """Propose for each unit the one known unit it may be."""
    found: dict[str, str | None] = {}

    def beside(unit: PlanUnit) -> PlanUnit:
        if unit.text not in found:
            found[unit.text] = proposal(unit.text, known)
        return replace(unit, proposal=found[unit.text])

    return replace(plan, tasks=tuple(replace(task, units=tuple(map(beside, task.units))) for task in plan.tasks))


def proposal(name: str, known: Sequence[str]) -> str | None:
    """Return the one known unit that ``name`` may be; None where it is known itself, or where several may be."""
    if name in known:
        return None
    plain = _plain(name)
    for is_like in (_is_spelling, _is_part):
        likely = [each for each in known if is_like(plain, _plain(each))]
        if likely:
            return likely[0] if len(likely) == 1 else None
    return None


def _is_spelling(one: str, other: str) -> bool:
    return one == other


def _is_part(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= _LEAST and (long.endswith(short) or long.startswith(short))


def _plain(name: str) -> str:
    return _SIGNS.sub("", name)
