"""Tasks as rows."""

from datetime import date

from lianbing_desktop.domain.task import Task
from lianbing_desktop.store.database import Database

_ALL = """
SELECT tasks.*, stages.key AS stage_key,
    (SELECT group_concat(key, ' ') FROM (
        SELECT units.key FROM task_units JOIN units ON units.id = task_units.unit_id
        WHERE task_units.task_id = tasks.id ORDER BY task_units.position
    )) AS unit_keys,
    tasks.keys || coalesce((
        SELECT ' ' || group_concat(n.keys, ' ') FROM task_units t JOIN unit_names n ON n.unit_id = t.unit_id
        WHERE t.task_id = tasks.id AND n.withdrawn_at IS NULL
    ), '') AS all_keys
FROM tasks JOIN stages ON stages.id = tasks.stage_id
WHERE tasks.campaign_id = ? ORDER BY tasks.position
"""


class TaskRows:
    """The tables ``tasks`` and ``task_units``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, campaign_id: int) -> list[Task]:
        """Return the tasks in the table's order."""
        return [
            Task(
                key=row["key"],
                stage_key=row["stage_key"],
                text=row["text"],
                units=tuple((row["unit_keys"] or "").split()),
                start_on=date.fromisoformat(row["start_on"]),
                due_on=date.fromisoformat(row["due_on"]),
                note=row["note"],
                id=row["id"],
                keys=row["all_keys"],
                is_withdrawn=row["withdrawn_at"] is not None,
            )
            for row in self._database.rows(_ALL, (campaign_id,))
        ]

    def add(self, campaign_id: int, task: Task, stage_id: int, position: int) -> int:
        """Insert one task inside a transaction and return its id."""
        values = {
            "campaign_id": campaign_id,
            "stage_id": stage_id,
            "key": task.key,
            "text": task.text,
            "note": task.note,
            "start_on": task.start_on.isoformat(),
            "due_on": task.due_on.isoformat(),
            "position": position,
            "keys": task.keys,
        }
        return self._database.insert("tasks", values)

    def set_units(self, task_id: int, unit_ids: list[int]) -> None:
        """Say who is responsible, in that order, inside a transaction."""
        self._database.run("tasks", "DELETE FROM task_units WHERE task_id = ?", (task_id,))
        rows = [(task_id, unit_id, position) for position, unit_id in enumerate(unit_ids)]
        self._database.insert_all("task_units", ("task_id", "unit_id", "position"), rows)

    def set_stage(self, task_id: int, stage_id: int) -> None:
        """Put a task into a stage, inside a transaction."""
        self._database.update("tasks", task_id, {"stage_id": stage_id})

    def number(self, task_ids: list[int]) -> None:
        """Put the tasks into this order, inside a transaction."""
        for position, task_id in enumerate(task_ids):
            self._database.update("tasks", task_id, {"position": position})

    def withdraw(self, task_id: int, at: str | None) -> None:
        """Mark a task as no longer named by the table, or bring it back with ``at`` None, inside a transaction."""
        self._database.update("tasks", task_id, {"withdrawn_at": at})

    def change(self, task: Task) -> None:
        """Write a task's text, note, dates and search keys back, inside a transaction."""
        values = {
            "text": task.text,
            "note": task.note,
            "start_on": task.start_on.isoformat(),
            "due_on": task.due_on.isoformat(),
            "keys": task.keys,
        }
        self._database.update("tasks", task.id, values)
