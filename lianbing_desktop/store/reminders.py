"""Reminders shown and acknowledged, as rows."""

from lianbing_desktop.domain.reminder import Reminder
from lianbing_desktop.store.database import Database


class ReminderRows:
    """The table ``reminders``: one row for each key ever due."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def acknowledged(self) -> set[str]:
        """Return the keys the officer has acknowledged."""
        rows = self._database.rows("SELECT key FROM reminders WHERE acknowledged_at IS NOT NULL")
        return {row["key"] for row in rows}

    def known(self) -> set[str]:
        """Return the keys shown at least once."""
        return {row["key"] for row in self._database.rows("SELECT key FROM reminders")}

    def show(self, reminders: list[Reminder], at: str) -> None:
        """Record reminders as shown, inside a transaction."""
        columns = ("key", "submission_id", "due_on", "lead", "shown_at")
        rows = [(r.key, r.submission_id, r.due_on.isoformat(), r.lead.value, at) for r in reminders]
        self._database.insert_all("reminders", columns, rows)

    def acknowledge(self, key: str, at: str) -> None:
        """Record that the officer has seen a reminder, inside a transaction."""
        self._database.update("reminders", key, {"acknowledged_at": at})
