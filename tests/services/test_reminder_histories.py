"""The whole service against a model of plain sets: histories of off-periods, clock jumps, edits and deeds."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from lianbing_desktop.domain.lead import Lead, LeadPlan
from lianbing_desktop.domain.ledger import LedgerRow
from lianbing_desktop.services.lead_plans import PlanScope
from lianbing_desktop.services.ledger import Ledger
from lianbing_desktop.services.reminders import Reminders
from tests.services.reminder_desk import Driver

SOAK = bool(os.environ.get("LIANBING_SOAK"))
pytestmark = pytest.mark.slow
SHARES = st.integers(1, 4)
NUMBERS = st.integers(0, 50)
PLANS = st.sampled_from(
    [
        LeadPlan((Lead(3, is_workdays=True), Lead(0))),
        LeadPlan((Lead(30),), is_daily_after=False),
        LeadPlan((), is_daily_after=False),
        LeadPlan((Lead(7), Lead(3), Lead(1), Lead(0))),
    ]
)
SCOPES = st.sampled_from(
    [
        (PlanScope.CAMPAIGN, "1"),
        (PlanScope.KIND, "monthly"),
        (PlanScope.REQUIREMENT, "5"),
        (PlanScope.ITEM, "submission:2"),
    ]
)


class ReminderMachine(RuleBasedStateMachine):
    """Every deed in any order; the service and the model must always say the same."""

    def __init__(self) -> None:
        super().__init__()
        self.driver = Driver()
        self.driver.tick()

    @rule(minutes=st.integers(1, 600))
    def some_time_passes(self, minutes: int) -> None:
        self.driver.pass_time(minutes=minutes)
        self.driver.tick()

    @rule(days=st.integers(1, 30), hours=st.integers(0, 23))
    def the_desk_is_off_for_days(self, days: int, hours: int) -> None:
        self.driver.pass_time(days=days, hours=hours)
        self.driver.restart()
        self.driver.tick()

    @rule(minutes=st.integers(-6 * 1440, 6 * 1440))
    def the_clock_is_set(self, minutes: int) -> None:
        self.driver.pass_time(minutes=minutes)

    @rule()
    def a_tick(self) -> None:
        self.driver.tick()

    @rule(share=SHARES)
    def some_are_shown(self, share: int) -> None:
        self.driver.show(share)

    @rule(share=SHARES)
    def some_are_acknowledged(self, share: int) -> None:
        self.driver.acknowledge(share)

    @rule(share=SHARES)
    def some_are_acknowledged_and_brought_back(self, share: int) -> None:
        self.driver.acknowledge_and_bring_back(share)

    @rule(share=SHARES, minutes=st.sampled_from((10, 60, 1500, 10_000)))
    def some_are_snoozed(self, share: int, minutes: int) -> None:
        self.driver.snooze(share, minutes)

    @rule()
    def the_clock_is_confirmed(self) -> None:
        self.driver.confirm()

    @rule(number=NUMBERS, days=st.integers(-20, 40))
    def a_due_day_moves(self, number: int, days: int) -> None:
        self.driver.move(number, days)

    @rule(number=NUMBERS)
    def one_comes_in(self, number: int) -> None:
        self.driver.finish(number)

    @rule(number=NUMBERS)
    def one_is_returned(self, number: int) -> None:
        self.driver.return_(number)

    @precondition(lambda self: self.driver.undo)
    @rule()
    def a_step_is_taken_back(self) -> None:
        self.driver.take_back()

    @rule(days=st.integers(-60, 5))
    def a_filing_is_entered_late(self, days: int) -> None:
        self.driver.enter(days)

    @rule(number=NUMBERS)
    def an_entry_is_withdrawn(self, number: int) -> None:
        self.driver.withdraw(number)

    @rule(scope=SCOPES, plan=PLANS)
    def a_plan_is_set(self, scope: tuple[PlanScope, str], plan: LeadPlan) -> None:
        self.driver.plan(*scope, plan)

    @rule(scope=SCOPES)
    def a_plan_is_cleared(self, scope: tuple[PlanScope, str]) -> None:
        self.driver.clear(*scope)

    @rule()
    def the_other_campaign_is_put_on_the_desk(self) -> None:
        self.driver.switch()

    @rule()
    def the_desk_is_restarted(self) -> None:
        self.driver.restart()

    @invariant()
    def both_say_the_same(self) -> None:
        self.driver.check()

    def teardown(self) -> None:
        self.driver.close()


TestReminderMachine = ReminderMachine.TestCase
TestReminderMachine.settings = settings(
    max_examples=300 if SOAK else 25,
    stateful_step_count=40 if SOAK else 20,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def driver() -> Iterator[Driver]:
    driver = Driver()
    yield driver
    driver.close()


BROKEN = {
    "acknowledged by itself": (Reminders, "show", lambda reminders, lines: reminders.acknowledge(lines)),
    "a snooze is forgotten": (Ledger, "asleep", lambda ledger, now: {}),
    "a false future is believed": (LedgerRow, "is_acknowledged", lambda row, now: row.state == "acknowledged"),
    "what is due no more stays": (Ledger, "_gone", lambda ledger, keys: set()),
}


def a_fortnight(driver: Driver) -> None:
    """Do a bit of everything in a fixed order."""
    driver.tick()
    driver.pass_time(days=5)
    driver.tick()
    driver.acknowledge(2)
    driver.pass_time(days=-4)
    driver.check()
    driver.tick()
    driver.confirm()
    driver.pass_time(minutes=600)
    driver.tick()
    driver.show(1)
    driver.snooze(3, 1500)
    driver.check()
    driver.finish(0)
    driver.move(1, 30)
    driver.tick()


def test_a_fortnight_of_a_bit_of_everything(driver: Driver) -> None:
    a_fortnight(driver)


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_service_would_be_noticed(driver: Driver, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(*BROKEN[name])
    with pytest.raises(AssertionError):
        a_fortnight(driver)
