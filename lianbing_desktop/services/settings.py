"""Settings: what the officer chose, kept in the data file."""

from lianbing_desktop.services.journal import Journal
from lianbing_desktop.store.database import Database

OFFICER = "officer"
SCHEME = "scheme"
QUIET_HOURS = "quiet_hours"
CLOSING = "closing"


class Settings:
    """Choices by name."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def get(self, key: str, default: str = "") -> str:
        """Return a choice, or ``default`` where none was made."""
        value = self._database.value("SELECT value FROM settings WHERE key = ?", (key,))
        return default if value is None else str(value)

    def put(self, key: str, value: str) -> None:
        """Keep a choice."""
        with self._database.transaction():
            self._database.put("settings", {"key": key, "value": value})
            self._journal.note("修改设置", "settings", None, key)
