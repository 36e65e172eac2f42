"""The ledger of reminders and the lead plans, as rows."""

from collections.abc import Iterable

from lianbing_desktop.domain.ledger import LedgerRow, LedgerState
from lianbing_desktop.store.database import Database

_COLUMNS = LedgerRow._fields
_STATES = {state.value: state for state in LedgerState}
_STATE = _COLUMNS.index("state")


class ReminderRows:
    """The table ``reminders``: one row for each key ever due; nothing is ever deleted."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[LedgerRow]:
        """Return every row."""
        rows = self._database.rows(f"SELECT {', '.join(_COLUMNS)} FROM reminders")
        return [LedgerRow._make((*row[:_STATE], _STATES[row["state"]], *row[_STATE + 1 :])) for row in rows]

    def put(self, rows: Iterable[LedgerRow]) -> None:
        """Insert rows or replace those of the same key, inside a transaction."""
        values = ((*row[:_STATE], row.state.value, *row[_STATE + 1 :]) for row in rows)
        self._database.put_all("reminders", _COLUMNS, values)


class PlanRows:
    """The table ``reminder_plans``: lead plans the officer set, by scope and key."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> dict[tuple[str, str], str]:
        """Return the stored text of every plan by scope and key."""
        rows = self._database.rows("SELECT scope, scope_key, plan FROM reminder_plans ORDER BY scope, scope_key")
        return {(row["scope"], row["scope_key"]): row["plan"] for row in rows}

    def put(self, scope: str, key: str, plan: str) -> None:
        """Set one plan, inside a transaction."""
        self._database.put("reminder_plans", {"scope": scope, "scope_key": key, "plan": plan})

    def clear(self, scope: str, key: str) -> None:
        """Take one plan away, inside a transaction; what stands above it holds again."""
        sql = "DELETE FROM reminder_plans WHERE scope = ? AND scope_key = ?"
        self._database.run("reminder_plans", sql, (scope, key))
