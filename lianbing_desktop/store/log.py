"""The log: a line for every write, kept for ever."""

from lianbing_desktop.store.database import Database, Row


class LogRows:
    """The table ``log``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, at: str, action: str, table: str, row_id: int | None, detail: str = "") -> None:
        """Add a line inside a transaction. ``detail`` carries no personal data."""
        values = {"at": at, "action": action, "table_name": table, "row_id": row_id, "detail": detail}
        self._database.insert("log", values)

    def newest(self, count: int) -> list[Row]:
        """Return the last lines, the newest first."""
        return self._database.rows("SELECT * FROM log ORDER BY id DESC LIMIT ?", (count,))
