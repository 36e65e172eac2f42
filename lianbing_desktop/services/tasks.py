"""Tasks: the rows of the breakdown table with how far each has come."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date

from lianbing_desktop.domain.clock import Clock
from lianbing_desktop.domain.requirement import Requirement
from lianbing_desktop.domain.standing import Standing, Urgency, standing
from lianbing_desktop.domain.submission import Submission
from lianbing_desktop.domain.task import Stage, Task
from lianbing_desktop.domain.unit import Unit
from lianbing_desktop.errors import UserError
from lianbing_desktop.services.campaigns import Campaigns
from lianbing_desktop.services.journal import Journal
from lianbing_desktop.services.submissions import Submissions
from lianbing_desktop.store.database import Database
from lianbing_desktop.store.tasks import TaskRows


@dataclass(frozen=True)
class TaskLine:
    """A task as the table shows it: ``done`` of ``total`` submissions settled, and the next day something is due."""

    task: Task
    stage: Stage
    units: tuple[Unit, ...]
    requirements: tuple[Requirement, ...]
    done: int
    total: int
    next_due_on: date | None
    standing: Standing

    @property
    def state(self) -> str:
        """The line's state in words: 已撤下, 已完成, 无报送件, 逾期 N 天, 今天到期, 还有 N 天, 进行中 or 未开始."""
        return self.standing.words or self.work

    @property
    def work(self) -> str:
        """How far the work has come, whatever the deadline: 已撤下, 已完成, 无报送件, 进行中 or 未开始."""
        if self.task.is_withdrawn:
            return "已撤下"
        if self.standing.urgency is Urgency.SETTLED:
            return "已完成" if self.total else "无报送件"
        return "进行中" if self.done else "未开始"


class Tasks:
    """The tasks of the campaign on the desk."""

    def __init__(
        self, database: Database, clock: Clock, journal: Journal, campaigns: Campaigns, submissions: Submissions
    ) -> None:
        self._database = database
        self._clock = clock
        self._journal = journal
        self._campaigns = campaigns
        self._submissions = submissions
        self._rows = TaskRows(database)

    def all(self, with_withdrawn: bool = False) -> list[TaskLine]:
        """Return the tasks in the table's order, on request with those a revised table no longer names."""
        campaign_id = self._campaigns.current_id
        if not campaign_id:
            return []
        stages = {stage.key: stage for stage in self._campaigns.stages()}
        units = {unit.key: unit for unit in self._campaigns.units()}
        owed, asked = self._owed(), self._asked()
        return [
            self._line(
                task, stages[task.stage_key], tuple(units[key] for key in task.units), asked[task.key], owed[task.id]
            )
            for task in self._rows.all(campaign_id)
            if with_withdrawn or not task.is_withdrawn
        ]

    def rows(self) -> list[Task]:
        """Return the table's rows alone, withdrawn ones too, without how far each has come."""
        campaign_id = self._campaigns.current_id
        return self._rows.all(campaign_id) if campaign_id else []

    def get(self, task_id: int) -> TaskLine:
        """Return one task. Raises UserError where it is not on the desk."""
        for line in self.all(with_withdrawn=True):
            if line.task.id == task_id:
                return line
        raise UserError("没有这项任务。请刷新列表后再试。")

    def change(self, task: Task) -> None:
        """Write text, note, dates and units of a task back. Raises UserError for an empty text or wrong dates."""
        if not task.text.strip():
            raise UserError("任务内容不能为空。")
        if task.due_on < task.start_on:
            raise UserError("截止日期早于开始日期，请改正后再保存。")
        ids = {unit.key: unit for unit in self._campaigns.units()}
        keyed = replace(task, keys=self._keys(task, [ids[key].name for key in task.units]))
        with self._database.transaction():
            self._rows.change(keyed)
            self._rows.set_units(task.id, [ids[key].id for key in task.units])
            self._journal.note("修改任务", "tasks", task.id)

    @staticmethod
    def _keys(task: Task, names: list[str]) -> str:
        from lianbing_desktop.reading.pinyin import search_keys

        return search_keys(task.text, *names)

    def _owed(self) -> dict[int, list[Submission]]:
        owed = defaultdict(list)
        for submission in self._submissions.all():
            owed[submission.task_id].append(submission)
        return owed

    def _asked(self) -> dict[str, list[Requirement]]:
        asked = defaultdict(list)
        for requirement in self._submissions.requirements():
            asked[requirement.task_key].append(requirement)
        return asked

    def _line(
        self, task: Task, stage: Stage, units: tuple[Unit, ...], asked: list[Requirement], owed: list[Submission]
    ) -> TaskLine:
        settled = sum(submission.is_settled for submission in owed)
        still_open = [submission.due_on for submission in owed if not submission.is_settled]
        still_open += [due_on for requirement in asked for due_on in self._unentered(requirement, owed)]
        next_due_on = min(still_open, default=None)
        is_settled = task.is_withdrawn or (not still_open and (bool(owed) or task.due_on < self._clock.today()))
        now = standing(next_due_on or task.due_on, is_settled, self._clock.today())
        return TaskLine(task, stage, units, tuple(asked), settled, settled + len(still_open), next_due_on, now)

    def _unentered(self, requirement: Requirement, owed: list[Submission]) -> list[date]:
        """Return the due day of each piece that must be there in the end and has not even been entered."""
        entered = sum(submission.requirement_id == requirement.id for submission in owed)
        if not requirement.due.on or entered >= requirement.at_least:
            return []
        due_on = requirement.due.on.in_year(self._campaigns.require().year)
        return [due_on] * (requirement.at_least - entered)
