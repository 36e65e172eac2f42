"""Reminders: what is due, asked of the data each time, and what the officer did about it, kept in the ledger."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial

from lianbing_desktop.domain.clock import Clock
from lianbing_desktop.domain.clockguard import ClockState, ClockVerdict
from lianbing_desktop.domain.lead import LeadPlan
from lianbing_desktop.domain.ledger import LedgerRow, LedgerState, stamp
from lianbing_desktop.domain.moments import due_moments
from lianbing_desktop.domain.monthday import spoken_at, spoken_in
from lianbing_desktop.domain.reminder import Item, ItemKind, ReminderLine
from lianbing_desktop.domain.requirement import Requirement
from lianbing_desktop.domain.sheet import Sheet
from lianbing_desktop.domain.slices import Steps, finish, sliced
from lianbing_desktop.errors import UserError
from lianbing_desktop.services.absence import Absence, absence_sheet
from lianbing_desktop.services.campaigns import Campaigns
from lianbing_desktop.services.holidays import Holidays
from lianbing_desktop.services.journal import Journal
from lianbing_desktop.services.lead_plans import LeadPlans, PlanScope, RequirementKind, SetPlan, kind_of
from lianbing_desktop.services.ledger import Ledger, dues_among, new_row
from lianbing_desktop.services.looking import Looking
from lianbing_desktop.services.open_items import OpenItems
from lianbing_desktop.services.submissions import Submissions
from lianbing_desktop.services.weekly import weekly_sheet
from lianbing_desktop.store.database import Database

_LINES = 250
"""How many lines are written in one step."""

Undo = tuple[LedgerRow, ...]
"""What ``acknowledge`` and ``snooze`` return: the rows as they were."""


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
        self._campaigns = campaigns
        self._journal = journal
        self._plans = LeadPlans(database, journal)
        self._items = OpenItems(database, campaigns, submissions, self._plans)
        self._ledger = Ledger(database)
        self._looking = Looking(database, clock, journal, self._items, self._ledger, holidays)
        self._shown: set[str] = set()
        self._absence: Absence | None = None

    def tick(self) -> Tick:
        """Look at the clock, bring the ledger up to what is due now, and say what is to be shown.

        Written only where something changed, in one transaction unless it is very much. Raises UserError where the
        data file fails; then nothing is lost: the next tick asks again.
        """
        return finish(self.ticking())

    def ticking(self) -> Steps[Tick]:
        """Do a tick in steps of some milliseconds, between which the window may live and anything be written."""
        verdict, settled, away = yield from self._looking.steps()
        self._shown -= settled.keys
        self._absence = away or self._absence
        return Tick(verdict.effective, self._fresh(settled.pending), list(settled.pending), verdict, away)

    def clock(self) -> ClockVerdict:
        """Return how the clock stands."""
        return self._looking.clock()

    def pending(self) -> list[ReminderLine]:
        """Return what is due and neither acknowledged nor snoozed, one line for each item, the oldest first."""
        return list(self._looking.settled(self.clock()).pending)

    def asking(self) -> Steps[list[ReminderLine]]:
        """Return the same in steps; only true at the end where nothing was written between two of them."""
        settled = yield from self._looking.settling(self.clock())
        return list(settled.pending)

    def show(self, shown: Sequence[ReminderLine]) -> None:
        """Record that these came to the screen; they are no longer fresh in this session."""
        finish(self.showing(shown))

    def showing(self, shown: Sequence[ReminderLine]) -> Steps[None]:
        """Do the same in steps, each of them written for itself."""
        for portion in sliced(shown, _LINES):
            at, keys = stamp(self.clock().effective), _keys(portion)
            rows = [
                row._replace(state=LedgerState.SHOWN, shown_at=at, cancelled_at=None)
                for row in self._rows_of(self._ledger.fallen(keys), at)
                if row.state in (LedgerState.PENDING, LedgerState.CANCELLED)  # due again before a tick revived it
            ]
            pending = self._ledger.pending(keys)
            if rows or pending:
                note = partial(self._journal.note, "显示提醒", "reminders", None, f"{len(rows) + len(pending)} 条")
                self._ledger.show(pending, rows, at, note)
            self._shown.update(keys)
            yield

    def acknowledge(self, seen: Sequence[ReminderLine]) -> Undo:
        """Record that the officer has seen these (知道了); return what ``bring_back`` takes."""
        verdict = self.clock()
        at = stamp(verdict.effective)
        before = tuple(self._rows_of(_keys(seen), at))
        rows = [
            row._replace(
                state=LedgerState.ACKNOWLEDGED, acknowledged_at=at, is_provisional=int(verdict.is_provisional),
                snoozed_at=None, snoozed_until=None, cancelled_at=None,
            )
            for row in before
        ]  # fmt: skip
        if rows:
            self._note(rows, "知道了")
        return before

    def bring_back(self, undo: Undo, what: str = "知道了") -> None:
        """Take back an ``acknowledge``, or what ``what`` names."""
        if undo:
            self._note(list(undo), f"撤销{what}")

    def snooze(self, seen: Sequence[ReminderLine], until: datetime, past_deadline_allowed: bool = False) -> Undo:
        """Let lines sleep until a moment; return what ``bring_back`` takes. Raises what ``check_snooze`` raises."""
        self.check_snooze(seen, until, past_deadline_allowed)
        at = stamp(self.clock().effective)
        before = tuple(self._rows_of(_keys(seen), at))
        rows = [row._replace(state=LedgerState.SNOOZED, snoozed_at=at, snoozed_until=stamp(until)) for row in before]
        if rows:
            self._note(rows, "稍后提醒")
        return before

    def check_snooze(self, seen: Sequence[ReminderLine], until: datetime, past_deadline_allowed: bool = False) -> None:
        """Look whether lines can sleep until a moment.

        Raises UserError: the moment is not in the future; PastDeadlineError: it lies after the end of a due day that is
        still to come and ``past_deadline_allowed`` is not set (the officer was not asked).
        """
        now = self.clock().effective
        if until <= now:
            raise UserError(f"{spoken_at(until, now.year)} 已经过了，没有推迟。请另选时间。")
        if not past_deadline_allowed:
            _check_deadlines(seen, now, until)

    def snooze_choices(self, now: datetime | None = None) -> list[tuple[str, datetime]]:
        """Return the words and moments offered for 稍后."""
        now = now or self.clock().effective
        morning = datetime.combine(now.date() + timedelta(days=1), time(9))
        return [("10 分钟", now + timedelta(minutes=10)), ("1 小时", now + timedelta(hours=1)), ("明早 9:00", morning)]

    def confirm_clock(self) -> None:
        """Believe the clock (时间是对的): what was acknowledged while it was in doubt holds from now on."""
        verdict = self.clock()
        if verdict.state is ClockState.TRIAL:
            return
        now, since = stamp(verdict.now), stamp(verdict.trusted_at)
        rows = [
            row._replace(is_provisional=0)
            for row in self._ledger.restless
            if row.is_provisional and since <= (row.acknowledged_at or "") <= now
        ]
        self._looking.trust(verdict, rows)

    def items(self) -> list[Item]:
        """Return everything still open, whether due or not."""
        return list(self._items.all(self.clock().effective.date()))

    def requirements(self, campaign_id: int) -> dict[int, Requirement]:
        """Return by id what a started campaign asks for."""
        known = self._items.campaigns(self.clock().effective.date())
        found = (data.requirements for data in known if data.header.id == campaign_id)
        return {each.id: each for asked in found for each in asked}

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
        come = due_moments(due_on, plan, self._looking.calendar, now)
        day = spoken_in(due_on, now.year)
        if left < 0:
            return f"截止日 {day} 已过 {-left} 天" + ("，保存后会立即提醒。" if come else "。")
        if not come:
            return ""
        last = max(come, key=lambda each: (each.at, -each.lead.days))
        days = f"只剩 {left} 天" if left else "就是今天"
        return f"截止日 {day}，{days}，已过“{last.lead.words}”的提醒时间，保存后会立即提醒。"

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

    def _fresh(self, pending: list[ReminderLine]) -> list[ReminderLine]:
        return [line for line in pending if not self._shown.issuperset(line.keys)]

    def _rows_of(self, keys: Collection[str], at: str) -> list[LedgerRow]:
        """Return the ledger's rows of keys, new ones for what is due and no tick has written yet."""
        rows = self._ledger.rows(keys)
        if len(rows) == len(keys):
            return list(rows.values())
        found, wanting = self._looking.found(self.clock()), set(keys) - rows.keys()
        due = {each.key: each for dues in dues_among(found, wanting) for each in dues}
        return [rows[key] if key in rows else new_row(due[key], at) for key in keys if key in rows or key in due]

    def _note(self, rows: list[LedgerRow], action: str) -> None:
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


def _keys(lines: Sequence[ReminderLine]) -> list[str]:
    return list(dict.fromkeys(key for line in lines for key in line.keys))


def _check_deadlines(seen: Sequence[ReminderLine], now: datetime, until: datetime) -> None:
    for line in seen:
        end = datetime.combine(line.due_on + timedelta(days=1), time())
        if now < end < until and line.item.kind is not ItemKind.QUOTA:
            due_on, later = spoken_in(line.due_on, now.year), spoken_at(until, now.year)
            raise PastDeadlineError(f"“{line.text}”在 {due_on} 到期，推迟到 {later} 就过了截止日。请另选时间。")
