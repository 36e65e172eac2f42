"""Requirements as rows."""

import json
from typing import Any

from lianbing_desktop.domain.monthday import MonthDay
from lianbing_desktop.domain.requirement import DueRule, Requirement
from lianbing_desktop.store.database import Database, Row

_ALL = """
SELECT requirements.*, tasks.key AS task_key, tasks.withdrawn_at IS NOT NULL AS is_withdrawn,
    (SELECT group_concat(key, ' ') FROM (
        SELECT units.key FROM requirement_units JOIN units ON units.id = requirement_units.unit_id
        WHERE requirement_units.requirement_id = requirements.id ORDER BY requirement_units.position
    )) AS sender_keys
FROM requirements JOIN tasks ON tasks.id = requirements.task_id
WHERE requirements.campaign_id = ? ORDER BY requirements.position
"""


class RequirementRows:
    """The tables ``requirements`` and ``requirement_units``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, campaign_id: int) -> list[Requirement]:
        """Return the requirements in the campaign's order; those of withdrawn tasks ask for nothing any more."""
        return [_requirement(row) for row in self._database.rows(_ALL, (campaign_id,))]

    def add(
        self, campaign_id: int, requirement: Requirement, task_id: int, unit_ids: list[int], position: int, keys: str
    ) -> int:
        """Insert one requirement with its senders inside a transaction and return its id."""
        values = _values(requirement) | {
            "campaign_id": campaign_id,
            "task_id": task_id,
            "position": position,
            "keys": keys,
        }
        requirement_id = self._database.insert("requirements", values)
        self._set_senders(requirement_id, unit_ids)
        return requirement_id

    def change(self, requirement_id: int, requirement: Requirement, unit_ids: list[int], keys: str) -> None:
        """Write another definition of a requirement and its senders, inside a transaction; its own key stays."""
        values = _values(requirement) | {"keys": keys}
        values.pop("key")
        self._database.update("requirements", requirement_id, values)
        self._database.run(
            "requirement_units", "DELETE FROM requirement_units WHERE requirement_id = ?", (requirement_id,)
        )
        self._set_senders(requirement_id, unit_ids)

    def number(self, campaign_id: int) -> None:
        """Put the requirements into the order of their tasks, inside a transaction."""
        sql = (
            "SELECT requirements.id FROM requirements JOIN tasks ON tasks.id = requirements.task_id "
            "WHERE requirements.campaign_id = ? ORDER BY tasks.position, requirements.position, requirements.id"
        )
        for position, row in enumerate(self._database.rows(sql, (campaign_id,))):
            self._database.update("requirements", row["id"], {"position": position})

    def _set_senders(self, requirement_id: int, unit_ids: list[int]) -> None:
        rows = [(requirement_id, unit_id, number) for number, unit_id in enumerate(unit_ids)]
        self._database.insert_all("requirement_units", ("requirement_id", "unit_id", "position"), rows)


_PLAIN = ("key", "title", "receiver", "form", "channel", "count", "measure", "any_of", "at_least", "event")
_FLAGS = ("is_quota", "is_open_ended", "is_packaged")
_WORDS = ("unknown", "note")


def _values(requirement: Requirement) -> dict[str, Any]:
    return {
        **{name: getattr(requirement, name) for name in (*_PLAIN, *_WORDS)},
        **{name: int(getattr(requirement, name)) for name in _FLAGS},
        "due": _due_json(requirement.due),
        "labels": json.dumps(requirement.labels, ensure_ascii=False),
        "covers": json.dumps([[day.month, day.day] for day in requirement.covers or ()]),
    }


def _requirement(row: Row) -> Requirement:
    plain: dict[str, Any] = {name: row[name] for name in (*_PLAIN, *_WORDS)}
    plain |= {name: bool(row[name]) for name in _FLAGS}
    if row["is_withdrawn"]:
        plain |= {"at_least": 0, "is_open_ended": False, "is_quota": False}
    return Requirement(
        task_key=row["task_key"],
        senders=tuple((row["sender_keys"] or "").split()),
        due=_due(row["due"]),
        labels=tuple(json.loads(row["labels"])),
        covers=_covers(row["covers"]),
        id=row["id"],
        **plain,
    )


def _covers(text: str) -> tuple[MonthDay, MonthDay] | None:
    days = [MonthDay(month, day) for month, day in json.loads(text)]
    return (days[0], days[1]) if days else None


def _due_json(due: DueRule) -> str:
    on = [due.on.month, due.on.day] if due.on else None
    dates = [[each.month, each.day] for each in due.dates]
    told: dict[str, object] = {"on": on, "months": due.months, "after": due.after, "days": due.days}
    told |= {"dates": dates, "by": due.by, "behind": due.behind} if dates else {}
    return json.dumps(told, ensure_ascii=False)


def _due(text: str) -> DueRule:
    value = json.loads(text)
    on = MonthDay(*value["on"]) if value["on"] else None
    dates = tuple(MonthDay(*each) for each in value.get("dates", ()))  # older rows know none
    paced = value.get("by", ""), value.get("behind", 0)
    return DueRule(on, tuple(value["months"]), value["after"], value["days"], dates, *paced)
