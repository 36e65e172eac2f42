"""The ledger of reminders: what was ever due and what became of it, kept in memory as the file has it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from lianbing_desktop.domain.ledger import LedgerRow, LedgerState
from lianbing_desktop.domain.reminder import Due, DueItem, ReminderLine, item_key, lines
from lianbing_desktop.store.database import Database
from lianbing_desktop.store.reminders import ReminderRows


class Ledger:
    """The rows by key. The only one who writes them, so that what is in memory is what the file has."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._rows = ReminderRows(database)
        self._known: dict[str, LedgerRow] | None = None
        self._staged: dict[str, LedgerRow] = {}
        self._open: set[str] = set()
        self._cancelled: set[str] = set()
        self._acknowledged: set[str] = set()
        self._restless: dict[str, LedgerRow] = {}
        self.version = 0
        database.listen(self._on_committed, is_first=True)

    @property
    def rows(self) -> Mapping[str, LedgerRow]:
        """Every row by its key. Raises UserError where the file cannot be read."""
        if self._known is None:
            known = {row.key: row for row in self._rows.all()}
            for marked in (self._open, self._cancelled, self._acknowledged, self._restless):
                marked.clear()
            self._sort_in(known.values())
            self._known = known
        return self._known

    @property
    def restless(self) -> list[LedgerRow]:
        """The rows that change with the clock alone: snoozed ones, and those acknowledged provisionally."""
        return list(self._restless.values()) if self.rows else []

    def hidden(self, now: str) -> set[str]:
        """Return the keys whose 知道了 counts at ``now``."""
        if not self.rows:
            return set()
        doubted = {key for key, row in self._restless.items() if not row.is_acknowledged(now)}
        return self._acknowledged - doubted

    def asleep(self, now: str) -> dict[str, LedgerRow]:
        """Return by item and due day what is snoozed at ``now``."""
        return {item_key(row.key): row for row in self.restless if row.is_asleep(now)}

    def differing(self, keys: set[str]) -> "Difference":
        """Return in what the ledger differs from the keys that are due now."""
        rows = self.rows
        new = keys - rows.keys()
        return Difference(new | (keys & self._cancelled), keys & self._restless.keys(), self._gone(keys))

    def write(self, rows: Iterable[LedgerRow], also: Callable[[], None]) -> None:
        """Write rows, and what belongs to them, in one piece. Listeners already find them here."""
        self._staged = {row.key: row for row in rows}
        try:
            with self._database.transaction():
                if self._staged:
                    self._rows.put(self._staged.values())
                also()
        except BaseException:
            self._known, self._staged = None, {}
            raise

    def _gone(self, keys: set[str]) -> set[str]:
        return (self._open | self._restless.keys()) - keys

    def _sort_in(self, rows: Iterable[LedgerRow]) -> None:
        """Mark each row by its state; what it was marked before must be gone."""
        for row in rows:
            key, state = row.key, row.state
            if state is LedgerState.ACKNOWLEDGED:
                self._acknowledged.add(key)
            elif state is LedgerState.CANCELLED:
                self._cancelled.add(key)
            else:
                self._open.add(key)
            if state is LedgerState.SNOOZED or row.is_provisional:
                self._restless[key] = row
        self.version += 1

    def _on_committed(self, tables: frozenset[str]) -> None:
        staged, self._staged = self._staged, {}
        if self._known is None or not staged:
            return
        self._known.update(staged)
        for marked in (self._open, self._cancelled, self._acknowledged):
            marked.difference_update(staged)
        for key in staged:
            self._restless.pop(key, None)
        self._sort_in(staged.values())


class Difference(NamedTuple):
    """Keys: ``due`` must become pending, ``restless`` are due and hang on the clock, ``gone`` are due no more."""

    due: set[str]
    restless: set[str]
    gone: set[str]


class Settled(NamedTuple):
    """The rows that must be written so that the ledger says what is due now, and what is to be shown then."""

    rows: list[LedgerRow]
    pending: list[ReminderLine]


def settle(found: Sequence[DueItem], ledger: Ledger, now: str, is_trial: bool) -> Settled:
    """Compare what is due at ``now`` with the ledger; on a trial day nothing acknowledged is given up."""
    keys = {key for each in found for key in each.line.keys}
    asleep = ledger.asleep(now)
    return Settled(_changed(found, ledger, keys, now, is_trial), _pending(found, ledger.hidden(now), asleep))


def new_row(due: Due, at: str) -> LedgerRow:
    """Return the row of a reminder that just fell due."""
    item = due.item
    due_at = due.at.isoformat(timespec="seconds")
    return LedgerRow(
        due.key, item.campaign_id, item.kind.value, item.id, item.due_on.isoformat(), due.lead.code,
        LedgerState.PENDING, due_at, at,
    )  # fmt: skip


def _pending(found: Sequence[DueItem], hidden: set[str], asleep: Mapping[str, LedgerRow]) -> list[ReminderLine]:
    """Return the lines of what is neither acknowledged nor snoozed."""
    left = []
    for each in found:
        line: ReminderLine | None = each.line
        if not hidden.isdisjoint(each.line.keys):
            line = each.narrowed(hidden)
        if line and not (asleep and item_key(line.keys[0]) in asleep):
            left.append(line)
    return lines(left)


def _changed(found: Sequence[DueItem], ledger: Ledger, keys: set[str], now: str, is_trial: bool) -> list[LedgerRow]:
    rows, asleep, difference = ledger.rows, ledger.asleep(now), ledger.differing(keys)
    changed = [_fallen_due(each, rows.get(each.key), now, asleep) for each in _of(found, difference.due)]
    changed += [row for key in difference.restless if (row := _woken(rows[key], now, is_trial))]
    return changed + [row for key in difference.gone if (row := _gone_row(rows[key], now, is_trial))]


def _of(found: Sequence[DueItem], keys: set[str]) -> list[Due]:
    if not keys:
        return []
    touched = (each for each in found if not keys.isdisjoint(each.line.keys))
    return [each for item in touched for each in item.dues if each.key in keys]


def _fallen_due(due: Due, row: LedgerRow | None, now: str, asleep: Mapping[str, LedgerRow]) -> LedgerRow:
    """Return the row of what is due anew; what belongs to a snoozed item sleeps with the rest of it."""
    row = row._replace(state=LedgerState.PENDING, cancelled_at=None) if row else new_row(due, now)
    snooze = asleep.get(item_key(due.key)) if asleep else None
    if not snooze:
        return row
    return row._replace(state=LedgerState.SNOOZED, snoozed_at=snooze.snoozed_at, snoozed_until=snooze.snoozed_until)


def _woken(row: LedgerRow, now: str, is_trial: bool) -> LedgerRow | None:
    """Return the pending row of a snooze that is over, or of a 知道了 dated in a future that has not come."""
    if row.state is LedgerState.SNOOZED and not row.is_asleep(now):
        return row._replace(state=LedgerState.PENDING, snoozed_at=None, snoozed_until=None)
    if row.state is LedgerState.ACKNOWLEDGED and not is_trial and not row.is_acknowledged(now):
        return row._replace(state=LedgerState.PENDING, acknowledged_at=None, is_provisional=0)
    return None


def _gone_row(row: LedgerRow, now: str, is_trial: bool) -> LedgerRow | None:
    """Return the row of what is due no more: cancelled; a 知道了 dated in a false future is forgotten with it."""
    if row.is_open:
        return row._replace(state=LedgerState.CANCELLED, cancelled_at=now, snoozed_at=None, snoozed_until=None)
    if is_trial or row.is_acknowledged(now):
        return None
    return row._replace(state=LedgerState.CANCELLED, acknowledged_at=None, is_provisional=0, cancelled_at=now)
