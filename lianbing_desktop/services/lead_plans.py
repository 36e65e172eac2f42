"""Lead plans: what the officer set for a campaign, a kind of requirement, a requirement or a single item."""

from contextlib import suppress
from dataclasses import replace
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from lianbing_desktop.domain.lead import DEFAULT_PLAN, QUOTA_PLAN, LeadPlan, parse_plan
from lianbing_desktop.domain.requirement import Requirement
from lianbing_desktop.errors import UserError
from lianbing_desktop.services.journal import Journal
from lianbing_desktop.store.database import Database
from lianbing_desktop.store.reminders import PlanRows


class PlanScope(StrEnum):
    """What a plan is set for; the narrower one wins: item, requirement, kind, campaign."""

    CAMPAIGN = "campaign"
    KIND = "kind"
    REQUIREMENT = "requirement"
    ITEM = "item"


class RequirementKind(StrEnum):
    """Kinds of requirements for which a plan can be set; the values are the keys stored."""

    DATED = "dated"
    MONTHLY = "monthly"
    EVENT = "event"
    QUOTA = "quota"
    TASK = "task"
    RECHECK = "recheck"

    @property
    def words(self) -> str:
        """The kind on screen."""
        return _WORDS[self]


_WORDS = {
    RequirementKind.DATED: "一次性",
    RequirementKind.MONTHLY: "每月",
    RequirementKind.EVENT: "事后限期",
    RequirementKind.QUOTA: "份额",
    RequirementKind.TASK: "任务",
    RequirementKind.RECHECK: "光盘复查",
}


def kind_of(requirement: Requirement) -> RequirementKind:
    """Return the kind of a requirement's submissions; a quota's own warning is another item."""
    if requirement.due.after:
        return RequirementKind.EVENT
    return RequirementKind.MONTHLY if requirement.due.months else RequirementKind.DATED


@cache
def _once(plan: LeadPlan) -> LeadPlan:
    """Return the plan without the daily reminder: a task for which nothing is handed in cannot be finished."""
    return replace(plan, is_daily_after=False)


_ITEM = PlanScope.ITEM.value


class SetPlan(NamedTuple):
    """One plan the officer set."""

    scope: PlanScope
    key: str
    plan: LeadPlan


class LeadPlans:
    """The plans of this desk."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal
        self._rows = PlanRows(database)
        self._known: dict[tuple[str, str], LeadPlan] | None = None
        self._wide: dict[tuple[RequirementKind, int, int], LeadPlan] = {}
        database.listen(self._on_committed, is_first=True)

    def all(self) -> list[SetPlan]:
        """Return the plans the officer set."""
        return [SetPlan(PlanScope(scope), key, plan) for (scope, key), plan in self._read().items()]

    def set(self, scope: PlanScope, key: str, plan: LeadPlan) -> None:
        """Set a plan. Raises UserError, with every fault, for one that cannot be read back."""
        parse_plan(plan.text)
        with self._database.transaction():
            self._rows.put(scope.value, key, plan.text)
            self._journal.note("设置提醒方案", "reminder_plans", None, f"{scope.value} {key} {plan.text}")

    def clear(self, scope: PlanScope, key: str) -> None:
        """Take a plan away, so that the wider one holds again."""
        with self._database.transaction():
            self._rows.clear(scope.value, key)
            self._journal.note("取消提醒方案", "reminder_plans", None, f"{scope.value} {key}")

    def resolve(self, kind: RequirementKind, campaign_id: int, requirement_id: int = 0, item_key: str = "") -> LeadPlan:
        """Return the plan that holds: item, requirement, kind, campaign, default.

        A quota has a default of its own; a task is told of once, not daily, unless its kind or itself has a plan.
        """
        return self._read().get((_ITEM, item_key)) or self._wider(kind, campaign_id, requirement_id)

    def of_campaign(self, campaign_id: int) -> LeadPlan:
        """Return the plan of a campaign as a whole."""
        return self._read().get((PlanScope.CAMPAIGN.value, str(campaign_id)), DEFAULT_PLAN)

    def _wider(self, kind: RequirementKind, campaign_id: int, requirement_id: int) -> LeadPlan:
        """Return the plan of an item that has none of its own, found once for all items of a requirement."""
        same = kind, campaign_id, requirement_id
        if same not in self._wide:
            known = self._read()
            own = known.get((PlanScope.REQUIREMENT, str(requirement_id))) or known.get((PlanScope.KIND, kind))
            self._wide[same] = own or self._by_default(kind, campaign_id)
        return self._wide[same]

    def _by_default(self, kind: RequirementKind, campaign_id: int) -> LeadPlan:
        if kind is RequirementKind.QUOTA:
            return QUOTA_PLAN
        plan = self.of_campaign(campaign_id)
        return _once(plan) if kind is RequirementKind.TASK else plan

    def _read(self) -> dict[tuple[str, str], LeadPlan]:
        if self._known is None:
            self._known = {}
            for scope, text in self._rows.all().items():
                with suppress(UserError):  # a plan that cannot be read must not stop the reminders: the wider one holds
                    self._known[scope] = parse_plan(text)
        return self._known

    def _on_committed(self, tables: frozenset[str]) -> None:
        if "reminder_plans" in tables:
            self._known, self._wide = None, {}
