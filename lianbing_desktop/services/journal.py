"""The journal: every write leaves a line of who, when and what."""

from lianbing_desktop.domain.clock import Clock
from lianbing_desktop.store.database import Database, Row
from lianbing_desktop.store.log import LogRows


class Journal:
    """Lines of the log table."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._rows = LogRows(database)
        self._clock = clock

    def now(self) -> str:
        """Return the clock's time as it is stored: ISO, to the second."""
        return self._clock.now().isoformat(timespec="seconds")

    def note(self, action: str, table: str, row_id: int | None, detail: str = "") -> None:
        """Add a line inside the running transaction. ``detail`` carries no personal data."""
        self._rows.add(self.now(), action, table, row_id, detail)

    def newest(self, count: int = 100) -> list[Row]:
        """Return the last lines, the newest first."""
        return self._rows.newest(count)
