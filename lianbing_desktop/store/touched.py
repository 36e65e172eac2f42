"""Which submissions were touched since one last looked, noted by SQLite itself, whatever the statement was."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lianbing_desktop.store.database import Database

TABLES = frozenset({"submissions", "steps", "files"})
"""The tables whose rows belong to one submission each."""
APART = frozenset({"reminders", "watch", "log"})
"""Tables whose writes change nothing a campaign asks for or has got: the watch writes each minute."""

_NOTED = {
    "submissions": "{row}.id",
    "steps": "{row}.submission_id",
    "files": "(SELECT submission_id FROM steps WHERE id = {row}.step_id)",
}
_ROWS = {"INSERT": ("NEW",), "UPDATE": ("OLD", "NEW"), "DELETE": ("OLD",)}


class Touched:
    """Reads the notes; they belong to the connection and are gone with it. A rollback takes its notes back."""

    def __init__(self, database: "Database") -> None:
        self._database = database

    def mark(self) -> int:
        """Return where the notes end now."""
        return int(self._database.value("SELECT coalesce(max(number), 0) FROM temp.touched"))

    def since(self, mark: int) -> set[int]:
        """Return the ids of the submissions touched after a mark."""
        rows = self._database.rows("SELECT DISTINCT submission_id FROM temp.touched WHERE number > ?", (mark,))
        return {row[0] for row in rows}


def _trigger(table: str, event: str) -> str:
    notes = " ".join(
        f"INSERT INTO touched (submission_id) VALUES ({_NOTED[table].format(row=row)});" for row in _ROWS[event]
    )
    return f"CREATE TEMP TRIGGER touched_{table}_{event.lower()} AFTER {event} ON main.{table} BEGIN {notes} END"


NOTING = (
    "CREATE TEMP TABLE touched (number INTEGER PRIMARY KEY AUTOINCREMENT, submission_id INTEGER)",
    *(_trigger(table, event) for table in _NOTED for event in _ROWS),
)
"""The statements, run on each opened connection, that have the notes taken."""
