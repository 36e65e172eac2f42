"""The ledger of reminders: what was ever due and what became of it; the keys that stand are kept in memory."""

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from types import MappingProxyType
from typing import NamedTuple

from lianbing_desktop.domain.ledger import LedgerRow, LedgerState
from lianbing_desktop.domain.reminder import Due, DueItem, ReminderLine, item_key, lines
from lianbing_desktop.domain.slices import Steps, finish, sliced
from lianbing_desktop.store.database import Database
from lianbing_desktop.store.reminders import ReminderRows

_AT_ONCE = 4_000
"""How many keys are read between two steps."""


class Ledger:
    """The only one who writes the rows. In memory are the keys that stand, and the few rows that hang on the clock."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._rows = ReminderRows(database)
        self._is_read = False
        self._staged = _Staged()
        self._open: set[str] = set()
        self._acknowledged: set[str] = set()
        self._restless: dict[str, LedgerRow] = {}
        self._instants: list[str] | None = None
        self.version = 0
        database.listen(self._on_committed, is_first=True)

    @property
    def restless(self) -> list[LedgerRow]:
        """The rows that change with the clock alone: snoozed ones, and those acknowledged provisionally."""
        self._read()
        return list(self._restless.values())

    def phase(self, now: str) -> int:
        """Return a number that changes where ``now`` passes an instant that counts for a row, forwards or back."""
        if self._instants is None:
            rows = self.restless
            found = {each for row in rows for each in (row.snoozed_at, row.snoozed_until, row.acknowledged_at) if each}
            self._instants = sorted(found)
        return bisect_right(self._instants, now)

    def reading(self) -> Steps[None]:
        """Read, in steps, what stands, unless it was. Raises UserError where the file cannot be read."""
        if self._is_read:
            return
        for marked in (self._open, self._acknowledged, self._restless):
            marked.clear()
        for portion in self._rows.standing(_AT_ONCE):
            for key, state in portion:
                (self._acknowledged if state is LedgerState.ACKNOWLEDGED else self._open).add(key)
            yield
        self._restless = {row.key: row for row in self._rows.restless()}
        self._is_read = True
        self._begin_version()

    def rows(self, keys: Collection[str]) -> dict[str, LedgerRow]:
        """Return the rows there are of these keys, cancelled ones too, in the order of the keys."""
        found = {row.key: row for row in self._rows.of(keys)}
        return {key: found[key] for key in keys if key in found}

    def hidden(self, now: str) -> set[str]:
        """Return the keys whose 知道了 counts at ``now``; not to be changed."""
        acknowledged = (row for row in self.restless if row.state is LedgerState.ACKNOWLEDGED)
        doubted = {row.key for row in acknowledged if not row.is_acknowledged(now)}
        return self._acknowledged - doubted if doubted else self._acknowledged

    def asleep(self, now: str) -> dict[str, LedgerRow]:
        """Return by item and due day what is snoozed at ``now``."""
        return {item_key(row.key): row for row in self.restless if row.is_asleep(now)}

    def differing(self, keys: set[str]) -> "Difference":
        """Return in what the ledger differs from the keys that are due now."""
        self._read()
        restless = self._restless.keys()
        return Difference(keys - self._open - self._acknowledged, restless & keys, restless - keys, self._gone(keys))

    def write(
        self, rows: Iterable[LedgerRow], also: Callable[[], None], gone: Collection[str] = (), at: str = ""
    ) -> None:
        """Write rows, cancel ``gone`` open ones ``at`` a time, and write what belongs to it, in one piece.

        Listeners already find them here.
        """
        self._staged = _Staged({row.key: row for row in rows}, frozenset(gone))
        try:
            with self._database.transaction():
                if self._staged.rows:
                    self._rows.put(self._staged.rows.values())
                if self._staged.gone:
                    self._rows.cancel(self._staged.gone, at)
                also()
        except BaseException:
            self._is_read, self._staged = False, _Staged()
            raise

    def show(self, pending: Collection[str], rows: Iterable[LedgerRow], at: str, also: Callable[[], None]) -> None:
        """Write that ``pending`` ones stood on the screen ``at`` a time, and rows that did so before they were kept."""

        def put() -> None:
            self._rows.show(pending, at)
            also()

        self.write(rows, put)

    def pending(self, keys: Collection[str]) -> list[str]:
        """Return those of the keys that fell due and were not on the screen yet."""
        return self._rows.pending(keys)

    def fallen(self, keys: Iterable[str]) -> list[str]:
        """Return those of the keys that do not stand: a tick has yet to write them, or to revive them."""
        self._read()
        return [key for key in keys if key not in self._open and key not in self._acknowledged]

    def _read(self) -> None:
        finish(self.reading())

    def _gone(self, keys: set[str]) -> set[str]:
        return (self._open - keys) - self._restless.keys()

    def _sort_in(self, row: LedgerRow) -> None:
        """Mark a row by its state; what it was marked before must be gone."""
        if row.state is LedgerState.ACKNOWLEDGED:
            self._acknowledged.add(row.key)
        elif row.is_open:
            self._open.add(row.key)
        if row.is_restless:
            self._restless[row.key] = row

    def _begin_version(self) -> None:
        self._instants = None
        self.version += 1

    def _on_committed(self, tables: frozenset[str]) -> None:
        staged, self._staged = self._staged, _Staged()
        if not any(staged) or not self._is_read:
            return
        for marked in (self._open, self._acknowledged):
            marked.difference_update(staged.rows)
        for key, row in staged.rows.items():
            self._restless.pop(key, None)
            self._sort_in(row)
        self._open -= staged.gone
        self._begin_version()


class _Staged(NamedTuple):
    """What a transaction under way writes: rows by key, and keys of open rows to be cancelled."""

    rows: Mapping[str, LedgerRow] = MappingProxyType({})
    gone: frozenset[str] = frozenset()


class Difference(NamedTuple):
    """Keys: ``due`` must become pending, ``restless`` are due and hang on the clock, ``ended`` hang on it but are due
    no more, ``gone`` are open and due no more.
    """

    due: set[str]
    restless: set[str]
    ended: set[str]
    gone: set[str]


class Settled(NamedTuple):
    """What must be written so that the ledger says what is due now, and what is to be shown then.

    ``due``: keys to become pending; ``changed``: rows that the clock changed; ``gone``: open keys to be cancelled.
    """

    due: set[str]
    changed: list[LedgerRow]
    gone: set[str]
    pending: list[ReminderLine]

    @property
    def keys(self) -> set[str]:
        """Every key that is to be written."""
        return self.due | self.gone | {row.key for row in self.changed}


def settling(found: Sequence[DueItem], ledger: Ledger, now: str, is_trial: bool) -> Steps[Settled]:
    """Compare, in steps, what is due at ``now`` with the ledger; on a trial day nothing acknowledged is given up."""
    keys = {key for each in found for key in each.line.keys}
    yield
    due, restless, ended, gone = ledger.differing(keys)
    rows, changed = {row.key: row for row in ledger.restless}, list[LedgerRow]()
    for turned, those in ((_woken, restless), (_gone_row, ended)):
        for portion in sliced([*those], _AT_ONCE):
            changed += [row for key in portion if (row := turned(rows[key], now, is_trial))]
            yield
    return Settled(due, changed, gone, _pending(found, ledger.hidden(now), ledger.asleep(now)))


def fallen_due(dues: Sequence[Due], ledger: Ledger, now: str) -> list[LedgerRow]:
    """Return the rows of what fell due: new ones, or those that were cancelled and stand again."""
    rows, asleep = ledger.rows([each.key for each in dues]), ledger.asleep(now)
    return [_fallen_due(each, rows.get(each.key), now, asleep) for each in dues]


def dues_among(found: Sequence[DueItem], keys: AbstractSet[str]) -> Iterator[list[Due]]:
    """Yield what is due of these keys, some at a time."""
    for portion in sliced(found) if keys else ():
        touched = (each for each in portion if not keys.isdisjoint(each.line.keys))
        yield [due for each in touched for due in each.among(keys)]


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
