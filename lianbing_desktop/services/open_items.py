"""Open items: everything of every started campaign that can still be missed, as reminders are asked of it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

from lianbing_desktop.domain.burning import Burn
from lianbing_desktop.domain.lead import LeadPlan
from lianbing_desktop.domain.monthday import written
from lianbing_desktop.domain.quota import Quota, count_quotas
from lianbing_desktop.domain.reminder import Item, ItemKind
from lianbing_desktop.domain.requirement import Requirement
from lianbing_desktop.domain.slices import Steps, finish, sliced
from lianbing_desktop.domain.submission import Submission, settle_groups
from lianbing_desktop.domain.task import Task
from lianbing_desktop.services.campaigns import CampaignHeader, Campaigns
from lianbing_desktop.services.lead_plans import LeadPlans, RequirementKind, kind_of
from lianbing_desktop.services.submissions import Submissions
from lianbing_desktop.store.burns import BurnRows
from lianbing_desktop.store.database import Database
from lianbing_desktop.store.requirements import RequirementRows
from lianbing_desktop.store.submissions import SubmissionRows
from lianbing_desktop.store.tasks import TaskRows
from lianbing_desktop.store.touched import APART, TABLES

_PIECES = APART | TABLES
"""Tables whose writes change nothing but submissions."""


@dataclass(frozen=True)
class CampaignData:
    """What one started campaign asks for and what has come."""

    header: CampaignHeader
    is_on_desk: bool
    submissions: list[Submission]
    requirements: list[Requirement]
    tasks: list[Task]
    burns: list[Burn]

    @cached_property
    def quotas(self) -> list[Quota]:
        """Every quota of the campaign."""
        starts = {task.key: task.start_on for task in self.tasks}
        return count_quotas(self.requirements, self.submissions, starts)


class OpenItems:
    """The open items, asked for anew after every write that can change one; what did not change is the same object."""

    def __init__(self, database: Database, campaigns: Campaigns, submissions: Submissions, plans: LeadPlans) -> None:
        self._campaigns = campaigns
        self._submissions = submissions
        self._plans = plans
        self._submission_rows = SubmissionRows(database)
        self._requirement_rows = RequirementRows(database)
        self._task_rows = TaskRows(database)
        self._burn_rows = BurnRows(database)
        self._data: list[CampaignData] | None = None
        self._as_of: date | None = None
        self._items: tuple[date, list[Item]] | None = None
        self._made: dict[int, _Made] = {}
        database.listen(self._on_committed, is_first=True)

    def all(self, today: date) -> list[Item]:
        """Return the open items as of that day; the campaign on the desk first, the newest of the others next."""
        return finish(self.reading(today))

    def reading(self, today: date) -> Steps[list[Item]]:
        """Return the same in steps; only true at the end where nothing was written meanwhile."""
        campaigns = yield from self._reading_campaigns(today)
        if not self._items or self._items[0] != today:
            items: list[Item] = []
            for data in campaigns:
                items += yield from self._making(data, today)
            self._items = today, items
        return self._items[1]

    def campaigns(self, today: date) -> list[CampaignData]:
        """Return every started campaign with its data, the one on the desk first; units bear that day's names."""
        return finish(self._reading_campaigns(today))

    def _reading_campaigns(self, today: date) -> Steps[list[CampaignData]]:
        if self._data is None:
            current, data = self._campaigns.current_id, []
            for header in sorted(self._campaigns.all(), key=lambda header: header.id != current):
                data.append((yield from self._reading(header, header.id == current, today)))
            self._data, self._as_of = data, today
        elif self._as_of != today:
            for number, each in enumerate(self._data):
                owed = yield from self._owed(each.header, each.is_on_desk, today)
                self._data[number] = replace(each, submissions=owed)
            self._as_of = today
        return self._data

    def _reading(self, header: CampaignHeader, is_on_desk: bool, today: date) -> Steps[CampaignData]:
        owed = yield from self._owed(header, is_on_desk, today)
        asked, tasks = self._requirement_rows.all(header.id), self._task_rows.all(header.id)
        yield
        return CampaignData(header, is_on_desk, owed, asked, tasks, self._burn_rows.all(header.id))

    def _owed(self, header: CampaignHeader, is_on_desk: bool, today: date) -> Steps[list[Submission]]:
        if is_on_desk:
            return (yield from self._submissions.reading(today))
        return settle_groups((yield from self._submission_rows.reading(header.id, today)))

    def _making(self, data: CampaignData, today: date) -> Steps[list[Item]]:
        maker = _Maker(data, self._plans)
        items = yield from maker.submissions(self._made)
        yield
        return items + [*maker.unentered(), *maker.tasks(), *maker.quotas(today), *maker.rechecks()]

    def _on_committed(self, tables: frozenset[str]) -> None:
        if tables <= APART:
            return
        self._items = None
        if tables <= _PIECES:
            self._as_of = None
        else:
            self._data, self._made = None, {}


class _Made(NamedTuple):
    """The item of a submission, or None where it is settled; the same as long as the submission is."""

    submission: Submission
    item: Item | None


class _Maker:
    """Makes the items of one campaign."""

    def __init__(self, data: CampaignData, plans: LeadPlans) -> None:
        self._data = data
        self._plans = plans
        self._words = "" if data.is_on_desk else data.header.title
        self._requirements = {each.id: each for each in data.requirements}
        self._task_ids = {task.key: task.id for task in data.tasks}

    def submissions(self, made: "dict[int, _Made]") -> Steps[list[Item]]:
        """Return what is owed and not settled; ``made`` keeps each item by its submission's id."""
        items = []
        for portion in sliced(self._data.submissions):
            for each in portion:
                known = made.get(each.id)
                if known is None or known.submission is not each:
                    known = made[each.id] = _Made(each, None if each.is_settled else self._submission(each))
                if known.item:
                    items.append(known.item)
            yield
        return items

    def _submission(self, owed: Submission) -> Item:
        requirement = self._requirements[owed.requirement_id]
        target = ("submission", owed.id)
        return self._item(
            ItemKind.SUBMISSION, str(owed.id), owed.title, owed.unit, owed.due_on, target, kind_of(requirement),
            requirement.id,
        )  # fmt: skip

    def unentered(self) -> Iterator[Item]:
        """Yield what must be there in the end and was not even entered: told of under its task."""
        entered: dict[int, int] = defaultdict(int)
        for each in self._data.submissions:
            entered[each.requirement_id] += 1
        for asked in self._data.requirements:
            if asked.due.on and entered[asked.id] < asked.at_least:
                task_id = self._task_ids[asked.task_key]
                title = f"{asked.title}（至少{asked.at_least}{asked.measure}，尚未登记）"
                due_on = asked.due.on.in_year(self._data.header.year)
                yield self._item(
                    ItemKind.TASK, f"{task_id}.{asked.id}", title, "", due_on, ("task", task_id), kind_of(asked),
                    asked.id,
                )  # fmt: skip

    def tasks(self) -> Iterator[Item]:
        """Yield the tasks for which nothing is handed in; they are told until acknowledged, not daily afterwards."""
        owed = {each.task_id for each in self._data.submissions}
        owed |= {self._task_ids[each.task_key] for each in self._data.requirements if each.at_least}
        for task in self._data.tasks:
            if not task.is_withdrawn and task.id not in owed:
                yield self._item(
                    ItemKind.TASK, str(task.id), task.text, "", task.due_on, ("task", task.id), RequirementKind.TASK, 0
                )

    def quotas(self, today: date) -> Iterator[Item]:
        """Yield the units still short, with what will be missing if it goes on like this."""
        for quota in self._data.quotas:
            if quota.short:
                yield self._item(
                    ItemKind.QUOTA, f"{quota.requirement_id}.{quota.unit_id}.{quota.period}",
                    _quota_title(quota, today), quota.unit, quota.due_on,
                    ("task", self._task_ids[self._requirements[quota.requirement_id].task_key]),
                    RequirementKind.QUOTA, quota.requirement_id,
                )  # fmt: skip

    def rechecks(self) -> Iterator[Item]:
        """Yield the discs burnt: each is to be read again on its day, until that was done and another day set."""
        for burn in self._data.burns:
            title = f"光盘 {burn.volume}（{written(burn.burned_on)} 刻录）该复查了"
            yield self._item(
                ItemKind.RECHECK, str(burn.id), title, "", burn.recheck_on, ("package", burn.id),
                RequirementKind.RECHECK, 0,
            )  # fmt: skip

    def _item(
        self,
        kind: ItemKind,
        number: str,
        title: str,
        unit: str,
        due_on: date,
        target: tuple[str, int],
        sort: RequirementKind,
        requirement_id: int,
    ) -> Item:
        campaign_id = self._data.header.id
        plan = self._plan(sort, requirement_id, f"{kind}:{number}")
        return Item(kind, number, title, unit, due_on, plan, target, campaign_id, self._words, requirement_id)

    def _plan(self, sort: RequirementKind, requirement_id: int, item_key: str) -> LeadPlan:
        return self._plans.resolve(sort, self._data.header.id, requirement_id, item_key)


def _quota_title(quota: Quota, today: date) -> str:
    """Return for example ``工作简讯 · 10月：还差1篇，按此进度将缺1篇``."""
    forecast = quota.forecast_short(today)
    pace = f"，按此进度将缺{forecast}{quota.measure}" if forecast else ""
    return f"{quota.title}：还差{quota.short}{quota.measure}{pace}"
