"""The ledger of reminders and the lead plans, as rows."""

import json
from collections.abc import Iterable, Iterator

from lianbing_desktop.domain.ledger import LedgerRow, LedgerState
from lianbing_desktop.store.database import Database

_COLUMNS = LedgerRow._fields
_STATES = {state.value: state for state in LedgerState}
_STATE = _COLUMNS.index("state")


class ReminderRows:
    """The table ``reminders``: one row for each key ever due; nothing is ever deleted."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def standing(self, size: int) -> Iterator[list[tuple[str, LedgerState]]]:
        """Yield key and state of every row that was not cancelled, so many at a time."""
        sql = "SELECT rowid, key, state FROM reminders WHERE rowid > ? AND state <> 'cancelled' ORDER BY rowid LIMIT ?"
        last = 0
        while rows := self._database.rows(sql, (last, size)):
            yield [(row[1], _STATES[row[2]]) for row in rows]
            last = rows[-1][0]

    def restless(self) -> list[LedgerRow]:
        """Return the rows that change with the clock alone: snoozed, or acknowledged provisionally."""
        return self._read("state = 'snoozed' OR state = 'acknowledged' AND is_provisional", ())

    def of(self, keys: Iterable[str]) -> list[LedgerRow]:
        """Return the rows of these keys, those there are."""
        return self._read("key IN (SELECT value FROM json_each(?))", (json.dumps(list(keys)),))

    def cancel(self, keys: Iterable[str], at: str) -> None:
        """Cancel open rows, inside a transaction."""
        sql = (
            "UPDATE reminders SET state = 'cancelled', cancelled_at = ?, snoozed_at = NULL, snoozed_until = NULL "
            "WHERE key IN (SELECT value FROM json_each(?))"
        )
        self._database.run("reminders", sql, (at, json.dumps(list(keys))))

    def pending(self, keys: Iterable[str]) -> list[str]:
        """Return those of these keys that are pending."""
        sql = "SELECT key FROM reminders WHERE key IN (SELECT value FROM json_each(?)) AND state = 'pending'"
        return [row[0] for row in self._database.rows(sql, (json.dumps(list(keys)),))]

    def show(self, keys: Iterable[str], at: str) -> None:
        """Mark rows as shown, inside a transaction."""
        sql = "UPDATE reminders SET state = 'shown', shown_at = ? WHERE key IN (SELECT value FROM json_each(?))"
        self._database.run("reminders", sql, (at, json.dumps(list(keys))))

    def put(self, rows: Iterable[LedgerRow]) -> None:
        """Insert rows or replace those of the same key, inside a transaction."""
        values = ((*row[:_STATE], row.state.value, *row[_STATE + 1 :]) for row in rows)
        self._database.put_all("reminders", _COLUMNS, values)

    def _read(self, condition: str, parameters: tuple[str, ...]) -> list[LedgerRow]:
        rows = self._database.rows(f"SELECT {', '.join(_COLUMNS)} FROM reminders WHERE {condition}", parameters)
        return [LedgerRow._make((*row[:_STATE], _STATES[row["state"]], *row[_STATE + 1 :])) for row in rows]


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
