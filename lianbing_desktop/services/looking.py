"""Looking: what is due by now, asked in steps of the data, and the ledger brought up to it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from lianbing_desktop.domain.clock import Clock
from lianbing_desktop.domain.clockguard import ClockGuard, ClockState, ClockVerdict, judge
from lianbing_desktop.domain.ledger import LedgerRow, stamp
from lianbing_desktop.domain.reminder import DueItem, Finder, Item, stretch
from lianbing_desktop.domain.slices import Steps, finish, sliced
from lianbing_desktop.domain.workdays import WorkCalendar
from lianbing_desktop.services.absence import Absence, absence
from lianbing_desktop.services.holidays import Holidays
from lianbing_desktop.services.journal import Journal
from lianbing_desktop.services.ledger import Ledger, Settled, dues_among, fallen_due, settling
from lianbing_desktop.services.open_items import OpenItems
from lianbing_desktop.store.database import Database
from lianbing_desktop.store.watch import WatchRow, WatchState

_KEEP_EVERY = timedelta(seconds=55)
"""How often the time is written at most; ticks come each minute, give or take."""
_AT_ONCE, _GONE_AT_ONCE = 450, 1_500
"""How many reminders are written, and how many cancelled, in one piece: some 20 ms."""
_FEW = 300
"""So many are cancelled together with what is written last."""


class Look(NamedTuple):
    """What one look found, after the ledger was brought up to it."""

    verdict: ClockVerdict
    settled: Settled
    absence: Absence | None


class Looking:
    """Looks at the clock and the open items. What did not change since the last look is not asked again."""

    def __init__(
        self, database: Database, clock: Clock, journal: Journal, items: OpenItems, ledger: Ledger, holidays: Holidays
    ) -> None:
        self._clock, self._journal, self._items, self._ledger = clock, journal, items, ledger
        self._holidays = holidays
        self._watch = WatchRow(database)
        self._state: WatchState | None = None
        self._finder = Finder()
        self._due: tuple[list[Item], tuple[date, int], list[DueItem]] | None = None
        self._last: tuple[list[DueItem], object, Settled] | None = None
        self._is_disturbed = self._is_ours = False
        database.listen(self._on_committed, is_first=True)

    @cached_property
    def calendar(self) -> WorkCalendar:
        """The working calendar, the same object all the time."""
        return self._holidays.steady()

    def clock(self) -> ClockVerdict:
        """Return how the clock stands."""
        return judge(self._clock.now(), self.remembered().guard, self._clock.trial is not None)

    def remembered(self) -> WatchState:
        """Return what the last look left."""
        if self._state is None:
            self._state = self._watch.read()
        return self._state

    def trust(self, verdict: ClockVerdict, rows: Sequence[LedgerRow]) -> None:
        """Remember that the clock is right, and write what follows from it for the ledger, in one piece."""
        kept = replace(self.remembered(), guard=ClockGuard(verdict.now, verdict.now), clock=ClockState.OK)

        def also() -> None:
            self._watch.write(kept)
            self._journal.note("确认电脑时间", "watch", None)

        self._ledger.write(rows, also)
        self._state = kept

    def found(self, verdict: ClockVerdict) -> list[DueItem]:
        """Return what is due."""
        return finish(self._finding(verdict))

    def settled(self, verdict: ClockVerdict) -> Settled:
        """Return what the ledger lacks to say what is due now, and what is to be shown then."""
        return finish(self.settling(verdict))

    def steps(self) -> Steps[Look]:
        """Look once, in steps of some milliseconds; begins anew where anything was written between two of them."""
        while True:
            self._is_disturbed, steps = False, self._steps()
            while not self._is_disturbed:
                try:
                    next(steps)
                except StopIteration as end:
                    look: Look = end.value
                    return look
                yield
            steps.close()

    def _steps(self) -> Steps[Look]:
        verdict, before = self.clock(), self.remembered()
        settled = yield from self.settling(verdict)
        away = self._away(verdict, before)
        yield
        yield from self._keeping(settled, verdict, before)
        yield
        return Look(verdict, settled, away)

    def settling(self, verdict: ClockVerdict) -> Steps[Settled]:
        """Do the same in steps, unless nothing changed since it was last done; only true where nothing was written."""
        yield from self._ledger.reading()
        found = yield from self._finding(verdict)
        now, is_trial = stamp(verdict.effective), verdict.state is ClockState.TRIAL
        mark = self._ledger.version, self._ledger.phase(now), is_trial
        if not self._last or self._last[0] is not found or self._last[1] != mark:
            yield
            self._last = found, mark, (yield from settling(found, self._ledger, now, is_trial))
        return self._last[2]

    def _finding(self, verdict: ClockVerdict) -> Steps[list[DueItem]]:
        """Return what is due; asked again only where an item changed or a plan's time of day was passed."""
        now = verdict.effective
        items = yield from self._items.reading(now.date())
        mark = stretch(now, {item.plan.at for item in items})
        if not self._due or self._due[0] is not items or self._due[1] != mark:
            self._due = items, mark, (yield from self._finder.find(now, items, self.calendar))
        return self._due[2]

    def _away(self, verdict: ClockVerdict, before: WatchState) -> Absence | None:
        since = before.trial_ticked_at if verdict.state is ClockState.TRIAL else before.ticked_at
        quotas = (quota for data in self._items.campaigns(verdict.effective.date()) for quota in data.quotas)
        return absence(since, verdict.effective, self.found(verdict), quotas)

    def _keeping(self, settled: Settled, verdict: ClockVerdict, before: WatchState) -> Steps[None]:
        """Write what changed, in one piece; where it is very much, portions of it go ahead."""
        at, after = stamp(verdict.effective), _ticked(before, verdict)
        words = [("电脑时间可疑", verdict.words)] if after.clock is not before.clock and verdict.is_doubtful else []
        if not settled.keys and not words and not _is_worth(before, after, verdict):
            return
        rows = yield from self._keeping_due(self.found(verdict), settled.due, at)
        rows = yield from self._keeping_rows([*rows, *settled.changed], at)
        gone = yield from self._keeping_gone(sorted(settled.gone), at)
        yield

        def also() -> None:
            self._watch.write(after)
            for action, detail in words:
                self._journal.note(action, "reminders", None, detail)

        self._write(rows, gone, at, also)
        self._state = after

    def _keeping_due(self, found: Sequence[DueItem], keys: set[str], at: str) -> Steps[list[LedgerRow]]:
        """Write what fell due in portions, and return the last one, still to be written."""
        waiting: list[LedgerRow] = []
        for dues in dues_among(found, keys):
            for portion in sliced(dues, _AT_ONCE):
                waiting += fallen_due(portion, self._ledger, at)
                yield
                waiting = yield from self._keeping_rows(waiting, at)
            yield
        return waiting

    def _keeping_rows(self, rows: list[LedgerRow], at: str) -> Steps[list[LedgerRow]]:
        """Write rows in portions, and return the last one, still to be written."""
        *ahead, last = [*sliced(rows, _AT_ONCE)] or [()]
        for portion in ahead:
            self._write(portion, (), at)
            yield
        return list(last)

    def _keeping_gone(self, keys: list[str], at: str) -> Steps[Sequence[str]]:
        """Cancel what is due no more in portions, and return the last one where it is small, still to be cancelled."""
        portions = [*sliced(keys, _GONE_AT_ONCE)] or [()]
        if len(portions[-1]) > _FEW:
            portions.append(())
        for gone in portions[:-1]:
            self._write((), gone, at)
            yield
        return portions[-1]

    def _write(
        self, rows: Sequence[LedgerRow], gone: Sequence[str], at: str, also: Callable[[], None] = lambda: None
    ) -> None:
        """Write with a line in the log, and without being disturbed by it."""
        new = sum(row.is_open for row in rows)
        counts = f"新 {new} 条，撤 {len(rows) - new + len(gone)} 条"

        def noted() -> None:
            also()
            if rows or gone:
                self._journal.note("提醒", "reminders", None, counts)

        self._is_ours = True
        try:
            self._ledger.write(rows, noted, gone, at)
        finally:
            self._is_ours = False

    def _on_committed(self, tables: frozenset[str]) -> None:
        self._is_disturbed |= not self._is_ours


def _ticked(before: WatchState, verdict: ClockVerdict) -> WatchState:
    """Return what is remembered after a tick; a trial day moves only its own mark."""
    if verdict.state is ClockState.TRIAL:
        return replace(before, trial_ticked_at=verdict.now)
    guard = (before.guard or ClockGuard(verdict.now, verdict.now)).seen(verdict)
    return replace(before, guard=guard, clock=verdict.state, ticked_at=verdict.effective)


def _is_worth(before: WatchState, after: WatchState, verdict: ClockVerdict) -> bool:
    """Whether the time moved enough since it was last written."""
    is_trial = verdict.state is ClockState.TRIAL
    old, new = (state.trial_ticked_at if is_trial else state.ticked_at for state in (before, after))
    is_same_clock = is_trial or before.clock is after.clock
    return not is_same_clock or old is None or new is None or abs(new - old) >= _KEEP_EVERY
