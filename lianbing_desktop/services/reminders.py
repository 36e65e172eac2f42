"""Reminders: what is due, asked of the data each time, and what the officer did about it, kept in the ledger."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property

from lianbing_desktop.domain.clock import Clock
from lianbing_desktop.domain.clockguard import ClockGuard, ClockState, ClockVerdict, judge
from lianbing_desktop.domain.lead import LeadPlan
from lianbing_desktop.domain.ledger import LedgerRow, LedgerState, stamp
from lianbing_desktop.domain.moments import due_moments
from lianbing_desktop.domain.reminder import DueItem, Item, ItemKind, ReminderLine, due_items, stretch
from lianbing_desktop.domain.sheet import Sheet
from lianbing_desktop.domain.workdays import WorkCalendar
from lianbing_desktop.errors import UserError
from lianbing_desktop.services.absence import Absence, absence, absence_sheet
from lianbing_desktop.services.campaigns import Campaigns
from lianbing_desktop.services.holidays import Holidays
from lianbing_desktop.services.journal import Journal
from lianbing_desktop.services.lead_plans import LeadPlans, PlanScope, RequirementKind, SetPlan, kind_of
from lianbing_desktop.services.ledger import Ledger, Settled, new_row, settle
from lianbing_desktop.services.open_items import OpenItems
from lianbing_desktop.services.submissions import Submissions
from lianbing_desktop.services.weekly import weekly_sheet
from lianbing_desktop.store.database import Database
from lianbing_desktop.store.watch import WatchRow, WatchState

_KEEP_EVERY = timedelta(seconds=55)
"""How often the time is written at most; ticks come each minute, give or take."""

Undo = tuple[LedgerRow, ...]
"""What ``acknowledge`` returns: the rows as they were."""


@dataclass(frozen=True)
class Tick:
    """One look at the clock: ``fresh`` was not shown in this session yet, ``absence`` only on the first after one."""

    at: datetime
    fresh: list[ReminderLine]
    pending: list[ReminderLine]
    clock: ClockVerdict
    absence: Absence | None = None


class PastDeadlineError(UserError):
    """A moment to put off to lies past a deadline; the officer may want it all the same, when asked."""


class Reminders:
    """The reminders of every started campaign; nothing is ever acknowledged by the program itself."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        journal: Journal,
        campaigns: Campaigns,
        submissions: Submissions,
        holidays: Holidays,
    ) -> None:
        self._database = database
        self._clock = clock
        self._journal = journal
        self._campaigns = campaigns
        self._holidays = holidays
        self._plans = LeadPlans(database, journal)
        self._items = OpenItems(database, campaigns, submissions, self._plans)
        self._ledger = Ledger(database)
        self._watch = WatchRow(database)
        self._state: WatchState | None = None
        self._due: tuple[list[Item], tuple[date, int], list[DueItem]] | None = None
        self._last: tuple[list[DueItem], object, Settled] | None = None
        self._shown: set[str] = set()
        self._absence: Absence | None = None

    def tick(self) -> Tick:
        """Look at the clock, bring the ledger up to what is due now, and say what is to be shown.

        One transaction, and only where something changed. Raises UserError where the data file fails; then nothing
        is lost: the next tick asks again.
        """
        verdict, before = self.clock(), self._remembered()
        settled = self._settled(verdict)
        away = self._away(verdict, before)
        self._keep(settled.rows, verdict, before)
        self._shown.difference_update([row.key for row in settled.rows])
        self._absence = away or self._absence
        return Tick(verdict.effective, self._fresh(settled.pending), list(settled.pending), verdict, away)

    def clock(self) -> ClockVerdict:
        """Return how the clock stands."""
        return judge(self._clock.now(), self._remembered().guard, self._clock.trial is not None)

    def pending(self) -> list[ReminderLine]:
        """Return what is due and neither acknowledged nor snoozed, one line for each item, the oldest first."""
        return list(self._settled(self.clock()).pending)

    def show(self, shown: Sequence[ReminderLine]) -> None:
        """Record that these came to the screen; they are no longer fresh in this session."""
        at = stamp(self.clock().effective)
        rows = [
            row._replace(state=LedgerState.SHOWN, shown_at=at, cancelled_at=None)
            for row in self._rows_of(shown, at)
            if row.state in (LedgerState.PENDING, LedgerState.CANCELLED)  # due again before a tick revived it
        ]
        if rows:
            self._write(rows, "显示提醒")
        self._shown.update(key for line in shown for key in line.keys)

    def acknowledge(self, seen: Sequence[ReminderLine]) -> Undo:
        """Record that the officer has seen these (知道了); return what ``bring_back`` takes."""
        verdict = self.clock()
        at = stamp(verdict.effective)
        before = tuple(self._rows_of(seen, at))
        rows = [
            row._replace(
                state=LedgerState.ACKNOWLEDGED, acknowledged_at=at, is_provisional=int(verdict.is_provisional),
                snoozed_at=None, snoozed_until=None, cancelled_at=None,
            )
            for row in before
        ]  # fmt: skip
        if rows:
            self._write(rows, "知道了")
        return before

    def bring_back(self, undo: Undo) -> None:
        """Take an ``acknowledge`` back."""
        if undo:
            self._write(list(undo), "撤销知道了")

    def snooze(self, seen: Sequence[ReminderLine], until: datetime, past_deadline_allowed: bool = False) -> None:
        """Let lines sleep until a moment.

        Raises UserError: the moment is not in the future; PastDeadlineError: it lies after the end of a due day that is
        still to come and ``past_deadline_allowed`` is not set (the officer was not asked).
        """
        now = self.clock().effective
        if until <= now:
            raise UserError(f"{until:%Y-%m-%d %H:%M} 已经过了，没有推迟。请另选时间。")
        if not past_deadline_allowed:
            _check_deadlines(seen, now, until)
        at = stamp(now)
        rows = [
            row._replace(state=LedgerState.SNOOZED, snoozed_at=at, snoozed_until=stamp(until))
            for row in self._rows_of(seen, at)
        ]
        if rows:
            self._write(rows, "稍后提醒")

    def snooze_choices(self, now: datetime | None = None) -> list[tuple[str, datetime]]:
        """Return the words and moments offered for 稍后."""
        now = now or self.clock().effective
        morning = datetime.combine(now.date() + timedelta(days=1), time(9))
        return [("10 分钟", now + timedelta(minutes=10)), ("1 小时", now + timedelta(hours=1)), ("明早 9:00", morning)]

    def confirm_clock(self) -> None:
        """Believe the clock (时间是对的): what was acknowledged while it was in doubt holds from now on."""
        verdict, state = self.clock(), self._remembered()
        if verdict.state is ClockState.TRIAL:
            return
        now, since = stamp(verdict.now), stamp(verdict.trusted_at)
        rows = [
            row._replace(is_provisional=0)
            for row in self._ledger.restless
            if row.is_provisional and since <= (row.acknowledged_at or "") <= now
        ]
        kept = replace(state, guard=ClockGuard(verdict.now, verdict.now), clock=ClockState.OK)
        self._ledger.write(rows, lambda: self._remember(kept, "确认电脑时间"))
        self._state = kept

    def items(self) -> list[Item]:
        """Return everything still open, whether due or not."""
        return list(self._items.all(self.clock().effective.date()))

    def plans(self) -> list[SetPlan]:
        """Return the plans the officer set."""
        return self._plans.all()

    def plan_for(self, scope: PlanScope, key: str) -> LeadPlan:
        """Return the plan that holds for a campaign's id, a kind, a requirement's id or an item's key.

        An item that is not open has the plan of the campaign on the desk.
        """
        return self._plan_for(scope, key)

    def set_plan(self, scope: PlanScope, key: str, plan: LeadPlan) -> None:
        """Set a plan; what is due by it is due at the next tick."""
        self._plans.set(scope, key, plan)

    def clear_plan(self, scope: PlanScope, key: str) -> None:
        """Take a plan away, so that the wider one holds again."""
        self._plans.clear(scope, key)

    def late_entry_words(self, due_on: date, plan: LeadPlan) -> str:
        """Return a sentence for an item that is entered after its own lead or due day, else an empty text."""
        now = self.clock().effective
        left = (due_on - now.date()).days
        come = due_moments(due_on, plan, self._calendar, now)
        if left < 0:
            return (
                f"截止日 {due_on} 已过 {-left} 天，保存后会立即提醒。" if come else f"截止日 {due_on} 已过 {-left} 天。"
            )
        if not come:
            return ""
        last = max(come, key=lambda each: (each.at, -each.lead.days))
        days = f"只剩 {left} 天" if left else "就是今天"
        return f"截止日 {due_on} {days}，已过“{last.lead.words}”的提醒时间，保存后会立即提醒。"

    def absence(self) -> Absence | None:
        """Return the last absence of a day or more that was found in this session."""
        return self._absence

    def absence_sheet(self, absence: Absence) -> Sheet:
        """Return the sheet 您离开期间, to be shown and printed."""
        return absence_sheet(absence)

    def weekly_sheet(self) -> Sheet:
        """Return the weekly sheet (周报)."""
        today = self.clock().effective.date()
        return weekly_sheet(today, self._items.all(today), self._items.campaigns(today))

    @cached_property
    def _calendar(self) -> WorkCalendar:
        return self._holidays.steady()

    def _found(self, verdict: ClockVerdict) -> list[DueItem]:
        """Return what is due; asked again only where an item changed or a plan's time of day was passed."""
        now = verdict.effective
        items = self._items.all(now.date())
        mark = stretch(now, {item.plan.at for item in items})
        if not self._due or self._due[0] is not items or self._due[1] != mark:
            self._due = items, mark, due_items(now, items, self._calendar)
        return self._due[2]

    def _settled(self, verdict: ClockVerdict) -> Settled:
        """Compare what is due with the ledger, unless nothing changed in either since it was last done."""
        found, now, is_trial = self._found(verdict), stamp(verdict.effective), verdict.state is ClockState.TRIAL
        restless = tuple([(row.is_asleep(now), row.is_acknowledged(now)) for row in self._ledger.restless])
        mark = self._ledger.version, restless, is_trial
        if not self._last or self._last[0] is not found or self._last[1] != mark:
            self._last = found, mark, settle(found, self._ledger, now, is_trial)
        return self._last[2]

    def _fresh(self, pending: list[ReminderLine]) -> list[ReminderLine]:
        return [line for line in pending if not self._shown.issuperset(line.keys)]

    def _rows_of(self, seen: Sequence[ReminderLine], at: str) -> list[LedgerRow]:
        """Return the ledger's rows of lines, new ones for what is due and no tick has written yet."""
        rows, keys = self._ledger.rows, dict.fromkeys(key for line in seen for key in line.keys)
        if keys.keys() <= rows.keys():
            return [rows[key] for key in keys]
        due = {each.key: each for found in self._found(self.clock()) for each in found.dues if each.key in keys}
        return [rows[key] if key in rows else new_row(due[key], at) for key in keys if key in rows or key in due]

    def _away(self, verdict: ClockVerdict, before: WatchState) -> Absence | None:
        since = before.trial_ticked_at if verdict.state is ClockState.TRIAL else before.ticked_at
        known = self._items.campaigns(verdict.effective.date())
        quotas = (quota for data in known for quota in data.quotas)
        return absence(since, verdict.effective, self._found(verdict), quotas)

    def _remembered(self) -> WatchState:
        if self._state is None:
            self._state = self._watch.read()
        return self._state

    def _keep(self, rows: list[LedgerRow], verdict: ClockVerdict, before: WatchState) -> None:
        after = _ticked(before, verdict)
        is_told = after.clock is not before.clock and verdict.is_doubtful
        if not rows and not is_told and not _is_worth(before, after, verdict):
            return
        counts = f"新 {sum(row.is_open for row in rows)} 条，撤 {sum(not row.is_open for row in rows)} 条"
        words = [("电脑时间可疑", verdict.words)] if is_told else []
        words += [("提醒", counts)] if rows else []

        def also() -> None:
            self._watch.write(after)
            for action, detail in words:
                self._journal.note(action, "reminders", None, detail)

        self._ledger.write(rows, also)
        self._state = after

    def _remember(self, state: WatchState, action: str) -> None:
        self._watch.write(state)
        self._journal.note(action, "watch", None)

    def _write(self, rows: list[LedgerRow], action: str) -> None:
        self._ledger.write(rows, lambda: self._journal.note(action, "reminders", None, f"{len(rows)} 条"))

    def _plan_for(self, scope: PlanScope, key: str) -> LeadPlan:
        campaign_id = self._campaigns.current_id or 0
        if scope is PlanScope.CAMPAIGN:
            return self._plans.of_campaign(int(key))
        if scope is PlanScope.KIND:
            return self._plans.resolve(RequirementKind(key), campaign_id)
        if scope is PlanScope.ITEM:
            plans = (item.plan for item in self.items() if item.key == key)
            return next(plans, self._plans.resolve(RequirementKind.DATED, campaign_id, item_key=key))
        for data in self._items.campaigns(self.clock().effective.date()):
            for requirement in data.requirements:
                if str(requirement.id) == key:
                    return self._plans.resolve(kind_of(requirement), data.header.id, requirement.id)
        return self._plans.resolve(RequirementKind.DATED, campaign_id)


def _check_deadlines(seen: Sequence[ReminderLine], now: datetime, until: datetime) -> None:
    for line in seen:
        end = datetime.combine(line.due_on + timedelta(days=1), time())
        if now < end < until and line.item.kind is not ItemKind.QUOTA:
            raise PastDeadlineError(
                f"“{line.text}”在 {line.due_on} 到期，推迟到 {until:%Y-%m-%d %H:%M} 就过了截止日。请另选时间。"
            )


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
