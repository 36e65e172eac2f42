"""The ledger of reminders: what was ever due and what became of it, kept in memory as the file has it."""

from collections.abc import Callable, Iterable, Mapping

from lianbing_desktop.domain.ledger import LedgerRow, LedgerState
from lianbing_desktop.domain.reminder import Due, item_key
from lianbing_desktop.store.database import Database
from lianbing_desktop.store.reminders import ReminderRows

Written = Mapping[str, LedgerRow]


class Ledger:
    """The rows by key. The only one who writes them, so that what is in memory is what the file has."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._rows = ReminderRows(database)
        self._known: dict[str, LedgerRow] | None = None
        self._loose: dict[str, LedgerRow] = {}
        self._staged: dict[str, LedgerRow] = {}
        database.listen(self._on_committed, is_first=True)

    @property
    def rows(self) -> Mapping[str, LedgerRow]:
        """Every row by its key. Raises UserError where the file cannot be read."""
        if self._known is None:
            self._known = {row.key: row for row in self._rows.all()}
            self._loose = {key: row for key, row in self._known.items() if _is_loose(row)}
        return self._known

    @property
    def loose(self) -> Mapping[str, LedgerRow]:
        """The rows that can still change by themselves: open ones and those acknowledged provisionally."""
        return self._loose if self.rows else {}

    def write(self, rows: Iterable[LedgerRow], also: Callable[[], None]) -> None:
        """Write rows, and what belongs to them, in one piece. Listeners already find them here."""
        self._staged = {row.key: row for row in rows}
        try:
            with self._database.transaction():
                self._rows.put(self._staged.values())
                also()
        except BaseException:
            self._known, self._staged = None, {}
            raise

    def asleep(self, now: str) -> dict[str, LedgerRow]:
        """Return by item and due day what is snoozed at ``now``."""
        return {item_key(key): row for key, row in self.loose.items() if row.is_asleep(now)}

    def _on_committed(self, tables: frozenset[str]) -> None:
        staged, self._staged = self._staged, {}
        if self._known is None or not staged:
            return
        self._known.update(staged)
        for key, row in staged.items():
            if _is_loose(row):
                self._loose[key] = row
            else:
                self._loose.pop(key, None)


def _is_loose(row: LedgerRow) -> bool:
    return row.is_open or bool(row.is_provisional)


def new_row(due: Due, at: str) -> LedgerRow:
    """Return the row of a reminder that just fell due."""
    item = due.item
    due_at = due.at.isoformat(timespec="seconds")
    return LedgerRow(
        due.key, item.campaign_id, item.kind.value, item.id, item.due_on.isoformat(), due.lead.code,
        LedgerState.PENDING, due_at, at,
    )  # fmt: skip


def settled(dues: Iterable[Due], ledger: Ledger, now: str, is_trial: bool) -> list[LedgerRow]:
    """Return the rows that must be written so that the ledger says what is due now, and nothing that is not."""
    rows, asleep = ledger.rows, ledger.asleep(now)
    changed: list[LedgerRow] = []
    left = dict(ledger.loose)
    for due in dues:
        row = rows.get(due.key)
        left.pop(due.key, None)
        fresh = _due_row(due, row, now, is_trial)
        if fresh is None:
            continue
        snooze = asleep.get(item_key(due.key)) if asleep else None
        changed.append(_snoozed_along(fresh, snooze) if snooze else fresh)
    changed += [gone for row in left.values() if (gone := _gone_row(row, now, is_trial))]
    return changed


def _due_row(due: Due, row: LedgerRow | None, now: str, is_trial: bool) -> LedgerRow | None:
    """Return the row a due reminder gets, or None where it stays as it is."""
    if row is None:
        return new_row(due, now)
    state = row.state
    if state is LedgerState.CANCELLED:
        return row._replace(state=LedgerState.PENDING, cancelled_at=None)
    if state is LedgerState.ACKNOWLEDGED and not is_trial and not row.is_acknowledged(now):
        return row._replace(state=LedgerState.PENDING, acknowledged_at=None, is_provisional=0)
    if state is LedgerState.SNOOZED and not row.is_asleep(now):
        return row._replace(state=LedgerState.PENDING, snoozed_at=None, snoozed_until=None)
    return None


def _gone_row(row: LedgerRow, now: str, is_trial: bool) -> LedgerRow | None:
    """Return the row of what is due no more: cancelled; a 知道了 dated in a false future is forgotten with it."""
    if row.is_open:
        return row._replace(state=LedgerState.CANCELLED, cancelled_at=now, snoozed_at=None, snoozed_until=None)
    if is_trial or row.is_acknowledged(now):
        return None
    return row._replace(state=LedgerState.CANCELLED, acknowledged_at=None, is_provisional=0, cancelled_at=now)


def _snoozed_along(row: LedgerRow, snooze: LedgerRow) -> LedgerRow:
    """Let what falls due of a snoozed item sleep with the rest of it."""
    return row._replace(state=LedgerState.SNOOZED, snoozed_at=snooze.snoozed_at, snoozed_until=snooze.snoozed_until)
