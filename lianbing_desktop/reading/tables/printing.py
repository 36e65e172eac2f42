"""A plan as plain JSON: what is printed, judged and handed from the reading child to the window."""

from typing import Any

from lianbing_desktop.domain.plan import Passage, Plan, PlanQuota, PlanTask, PlanTime, PlanUnit
from lianbing_desktop.reading.tables.units import LEAD, SUPPORT

Json = dict[str, Any]


def plan_json(plan: Plan) -> Json:
    """Return title, year, tasks, unread and warnings; a key without a value is null or an empty list."""
    return {
        "title": plan.title,
        "year": plan.year,
        "tasks": [_task(task, plan.sha256) for task in plan.tasks],
        "unread": [_passage(passage, plan.sha256) for passage in plan.unread],
        "warnings": list(plan.warnings),
    }


def _task(task: PlanTask, sha256: str) -> Json:
    timing = task.timing
    relative = [item.normal() for item in timing.relative]
    quotas = [_quota(quota) for quota in task.quotas]
    form: Json = {
        "text": task.text,
        "task": task.text,
        "stage": task.stage or None,
        "section": task.section or None,
        "start": str(timing.start) if timing.start else None,
        "due": str(timing.due) if timing.due else None,
        "dues": [str(day) for day in timing.dues],
        "time": timing.time,
        "recurring": timing.recurring.normal() if timing.recurring else None,
        "relative": relative[0] if len(relative) == 1 else relative or None,
        "ongoing": timing.ongoing,
        "immediate": timing.immediate,
        "units": list(task.named()),
        "lead": list(task.named(LEAD)),
        "support": list(task.named(SUPPORT)),
        "deliverables": list(task.deliverables),
        "quota": quotas[0] if quotas else None,
        "quotas": quotas,
        "form": task.form or None,
        "channel": task.channel or None,
        "source": _source(task, sha256),
    }
    return form


def _source(task: PlanTask, sha256: str) -> Json:
    return {
        "sha256": sha256,
        "places": [place.normal() for place in task.places],
        "times": [_time(time) for time in task.times],
        "quotas": [_quota(quota) | {"places": [place.normal() for place in quota.places]} for quota in task.quotas],
        "units": [_unit(unit) for unit in task.units],
    }


def _time(time: PlanTime) -> Json:
    form = {"expr": time.reading.expr, "places": [place.normal() for place in time.places]}
    return form | ({"warning": time.reading.warning} if time.reading.warning else {})


def _unit(unit: PlanUnit) -> Json:
    return {
        "text": unit.text,
        "role": unit.role,
        "proposal": unit.proposal,
        "places": [place.normal() for place in unit.places],
    }


def _quota(quota: PlanQuota) -> Json:
    return {key: value for key, value in quota.reading.normal().items() if key not in ("expr", "span")}


def _passage(passage: Passage, sha256: str) -> Json:
    return {"text": passage.text, "reason": passage.reason, "source": {"sha256": sha256} | passage.place.normal()}
