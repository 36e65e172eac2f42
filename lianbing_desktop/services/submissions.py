"""Submissions: what is owed, what came, and every step from 未报 to 回执."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lianbing_desktop.domain.clock import Clock
from lianbing_desktop.domain.monthday import spoken, spoken_in
from lianbing_desktop.domain.quota import Quota, count_quotas
from lianbing_desktop.domain.requirement import Requirement, Slot
from lianbing_desktop.domain.slices import Steps, finish
from lianbing_desktop.domain.submission import (
    State,
    Step,
    StoredFile,
    Submission,
    needs_reason,
    next_states,
    settle_groups,
)
from lianbing_desktop.errors import UserError
from lianbing_desktop.services.campaigns import Campaigns
from lianbing_desktop.services.journal import Journal
from lianbing_desktop.services.keeping import Keeping
from lianbing_desktop.store.database import Database
from lianbing_desktop.store.files import FileStore
from lianbing_desktop.store.requirements import RequirementRows
from lianbing_desktop.store.submissions import SubmissionRows
from lianbing_desktop.store.tasks import TaskRows
from lianbing_desktop.store.touched import APART


@dataclass(frozen=True)
class Missing:
    """One line of "还缺什么": what, from whom, since when; an any-of group is one line.

    ``submission_ids`` is empty for what must be there in the end and was not even entered.
    """

    title: str
    unit: str
    due_on: date
    submission_ids: tuple[int, ...]
    requirement_id: int = 0


class Submissions:
    """The submissions of the campaign on the desk."""

    def __init__(
        self, database: Database, files: FileStore, clock: Clock, journal: Journal, campaigns: Campaigns
    ) -> None:
        self._database = database
        self._files = files
        self._clock = clock
        self._journal = journal
        self._campaigns = campaigns
        self._rows = SubmissionRows(database)
        self._requirements = RequirementRows(database)
        self._tasks = TaskRows(database)
        self._known: tuple[int, date, list[Submission]] | None = None
        database.listen(self._on_committed, is_first=True)

    def all(self, on: date | None = None) -> list[Submission]:
        """Return every submission in the campaign's order; members of a met any-of group count as settled.

        The units bear their names of that day, today's where none is given.
        """
        return finish(self.reading(on))

    def reading(self, on: date | None = None) -> Steps[list[Submission]]:
        """Return the same in steps; only true at the end where nothing was written meanwhile."""
        campaign_id, today = self._campaigns.current_id, self._clock.today()
        if not campaign_id:
            return []
        if on and on != today:
            return settle_groups((yield from self._rows.reading(campaign_id, on)))
        if not self._known or self._known[:2] != (campaign_id, today):
            self._known = campaign_id, today, settle_groups((yield from self._rows.reading(campaign_id, today)))
        return list(self._known[2])

    def get(self, submission_id: int) -> Submission:
        """Return one submission. Raises UserError where there is none of that number."""
        for submission in self.all():
            if submission.id == submission_id:
                return submission
        raise UserError(f"没有编号为 {submission_id} 的报送件。请用 lianbing submissions 查看编号。")

    def steps(self, submission_id: int) -> list[Step]:
        """Return the steps taken and not undone, the first one first."""
        return self._rows.steps(submission_id)

    def requirements(self) -> list[Requirement]:
        """Return the requirements in the campaign's order."""
        campaign_id = self._campaigns.current_id
        return self._requirements.all(campaign_id) if campaign_id else []

    def place(self, file: StoredFile) -> Path:
        """Return where a received file lies; it must only be read."""
        return self._files.place(file.sha256)

    def receive(
        self, submission_id: int, files: Sequence[Path], on: date | None = None, note: str = "", person: str = ""
    ) -> int:
        """Keep copies of the files and record the receipt; return the step's id, good for undo.

        Raises UserError: a file is missing, unreadable or changing, the disk is full, or the state forbids it.
        """
        submission = self.get(submission_id)
        self._check_step(submission, State.RECEIVED, on, note)
        return self._step(submission, State.RECEIVED, on, person, note, self.keeping(files)())

    def mark(
        self,
        submission_id: int,
        state: State,
        on: date | None = None,
        note: str = "",
        person: str = "",
        files: Sequence[Path] = (),
    ) -> int:
        """Take a submission one step on; return the step's id, good for undo.

        Raises UserError: the step is not possible from here, a reason is missing, or a file cannot be kept.
        """
        submission = self.get(submission_id)
        self._check_step(submission, state, on, note)
        return self._step(submission, state, on, person, note, self.keeping(files)())

    def keeping(self, files: Sequence[Path]) -> Keeping:
        """Return the work of keeping files, good for another thread. Raises UserError where one cannot be read."""
        return Keeping(self._files, files)

    def discard(self, kept: Iterable[StoredFile]) -> None:
        """Let go of files kept for a step that was then not recorded; those in use elsewhere stay."""
        used = {stored.sha256 for stored in self._rows.all_files()}
        for stored in kept:
            if stored.sha256 not in used:
                self._files.discard(stored.sha256)

    def refusals(self, ids: Iterable[int], state: State, on: date | None = None, note: str = "") -> dict[int, str]:
        """Return a sentence for each submission that cannot take this step."""
        refused = {}
        for submission_id in ids:
            try:
                self._check_step(self.get(submission_id), state, on, note)
            except UserError as error:
                refused[submission_id] = error.message
        return refused

    def mark_all(
        self,
        ids: Iterable[int],
        state: State,
        on: date | None = None,
        note: str = "",
        person: str = "",
        kept: tuple[StoredFile, ...] = (),
    ) -> dict[int, int]:
        """Take several submissions one step on in one piece; return {submission: step}, good for ``undo_all``.

        Raises UserError, with every sentence in its details, where one of them cannot take the step.
        """
        ids = list(ids)
        if refused := self.refusals(ids, state, on, note):
            first, *others = refused.values()
            raise UserError(f"{len(refused)} 件没有保存：", (first, *others)) if others else UserError(first)
        with self._database.transaction():
            return {each.id: self._record(each, state, on, person, note, kept) for each in map(self.get, ids)}

    def undo_all(self, taken: Mapping[int, int]) -> None:
        """Take back what ``mark_all`` did, in one piece. Raises UserError where another step came after one."""
        with self._database.transaction():
            for submission_id, step_id in taken.items():
                self._take_back(submission_id, step_id)

    def undo(self, submission_id: int, step_id: int) -> None:
        """Take the newest step back. Raises UserError where another step came after it."""
        self.undo_all({submission_id: step_id})

    def add(self, requirement_id: int, unit_id: int, event_on: date, label: str = "") -> int:
        """Enter one more piece of an open-ended requirement and return its id.

        Raises UserError: the requirement takes no further pieces, or the event lies outside what it covers.
        """
        requirement = self._requirement(requirement_id)
        if not requirement.is_open_ended:
            raise UserError(f"“{requirement.title}”的报送件是固定的，不能添加。")
        if unit_id not in self._sender_ids(requirement):
            raise UserError(f"“{requirement.title}”不由这个单位报送，请另选单位。")
        if not requirement.is_covered(self._campaigns.require().year, event_on):
            event = requirement.event or requirement.due.after or "事项"
            raise UserError(f"“{requirement.title}”不包括这个日期的{event}，请核对日期。")
        with self._database.transaction():
            slot = self.slot(requirement, unit_id, event_on, label)
            submission_id = self._rows.add(requirement_id, unit_id, slot, event_on)
            self._journal.note("登记报送件", "submissions", submission_id)
        return submission_id

    def withdraw(self, submission_id: int) -> None:
        """Withdraw an entry made by hand; it can be brought back. Raises UserError for one the campaign asks for."""
        if self.get(submission_id).event_on is None:
            raise UserError("活动规定的报送件不能撤下；不需要报的请标为“不适用”并写明理由。")
        with self._database.transaction():
            self._rows.withdraw(submission_id, self._journal.now())
            self._journal.note("撤下报送件", "submissions", submission_id)

    def bring_back(self, submission_id: int) -> None:
        """Bring a withdrawn entry back. Raises UserError where there is no such entry."""
        if submission_id not in self._rows.withdrawn_ids(self._campaigns.require().id):
            raise UserError(f"没有撤下过编号为 {submission_id} 的报送件。")
        with self._database.transaction():
            self._rows.withdraw(submission_id, None)
            self._journal.note("恢复报送件", "submissions", submission_id)

    def missing(self, on: date) -> list[Missing]:
        """Return what is due by that day and has not come, in the order of due days."""
        groups: dict[object, list[Submission]] = defaultdict(list)
        for submission in self.all():
            if submission.due_on <= on and not submission.is_settled:
                key = submission.group if submission.any_of else submission.id
                groups[key].append(submission)
        lines = [_missing(group) for group in groups.values()] + self._unentered(on)
        return sorted(lines, key=lambda line: line.due_on)

    def quotas(self) -> list[Quota]:
        """Return every quota: unit × period, what is needed and what has come."""
        campaign_id = self._campaigns.current_id
        if not campaign_id:
            return []
        starts = {task.key: task.start_on for task in self._tasks.all(campaign_id)}
        return count_quotas(self.requirements(), self.all(), starts)

    def _on_committed(self, tables: frozenset[str]) -> None:
        """Read anew after a write. Registered before any view, so that none of them is shown old rows."""
        if not tables <= APART:
            self._known = None

    def _sender_ids(self, requirement: Requirement) -> set[int]:
        return {unit.id for unit in self._campaigns.units() if unit.key in requirement.senders}

    def _unentered(self, on: date) -> list[Missing]:
        header, counts = self._campaigns.current(), self._counts()
        if not header:
            return []
        year = header.year
        return [
            Missing(
                f"{item.title}（至少{item.at_least}{item.measure}，尚未登记）",
                "",
                item.due.on.in_year(year),
                (),
                item.id,
            )
            for item in self.requirements()
            if item.due.on and item.due.on.in_year(year) <= on and counts[item.id] < item.at_least
        ]

    def _counts(self) -> dict[int, int]:
        counts: dict[int, int] = defaultdict(int)
        for submission in self.all():
            counts[submission.requirement_id] += 1
        return counts

    def _requirement(self, requirement_id: int) -> Requirement:
        for requirement in self.requirements():
            if requirement.id == requirement_id:
                return requirement
        raise UserError("没有这项报送要求。请刷新列表后再试。")

    def slot(self, requirement: Requirement, unit_id: int, event_on: date, label: str = "") -> Slot:
        """Return the place of one more piece of an open-ended requirement, about an event of that day."""
        year = self._campaigns.require().year
        period = requirement.entry_period(year, event_on)
        number = self._rows.next_number(requirement.id, unit_id, period)
        label = label.strip() or requirement.piece(number)
        return Slot("", period, number, label, requirement.entry_due(year, event_on))

    def _check_day(self, on: date | None) -> None:
        """Refuse a day that cannot be when a step was taken: after today, or long before the campaign."""
        today, year = self._clock.today(), self._campaigns.require().year
        if on and on > today:
            raise UserError(f"日期 {spoken_in(on, today.year)} 在今天（{spoken(today)}）之后，没有保存。请核对日期。")
        if on and on.year < year - 1:
            raise UserError(f"日期 {spoken_in(on, today.year)} 远在 {year} 年的活动之前，没有保存。请核对日期。")

    def _check_step(self, submission: Submission, state: State, on: date | None, note: str) -> None:
        """Raise UserError where the step is not possible from here, a reason is missing or the day cannot be."""
        if state not in next_states(submission.state):
            choices = "、".join(next_states(submission.state))
            if state is State.RECEIVED:
                raise UserError(f"“{submission.title}”已是“{submission.state}”，不能再收件。请先退回。")
            raise UserError(f"“{submission.title}”现在是“{submission.state}”，不能改为“{state}”。可以改为：{choices}。")
        if needs_reason(state) and not note.strip():
            raise UserError(f"改为“{state}”须写明理由。")
        self._check_day(on)

    def _take_back(self, submission_id: int, step_id: int) -> None:
        steps = self._rows.steps(submission_id)
        if not steps or steps[-1].id != step_id:
            raise UserError("这一步之后又有新的操作，不能直接撤销。")
        self._rows.withdraw_step(submission_id, step_id, self._journal.now())
        self._journal.note("撤销", "submissions", submission_id, steps[-1].state)

    def _step(
        self,
        submission: Submission,
        state: State,
        on: date | None,
        person: str,
        note: str,
        files: tuple[StoredFile, ...],
    ) -> int:
        with self._database.transaction():
            return self._record(submission, state, on, person, note, files)

    def _record(
        self,
        submission: Submission,
        state: State,
        on: date | None,
        person: str,
        note: str,
        files: tuple[StoredFile, ...],
    ) -> int:
        step = Step(state, on or self._clock.today(), person.strip(), note.strip(), files)
        step_id = self._rows.add_step(submission.id, step, self._journal.now())
        self._journal.note(f"改为{state}", "submissions", submission.id, f"文件 {len(files)} 个")
        return step_id


def _missing(group: list[Submission]) -> Missing:
    title = group[0].title if len(group) == 1 else " 或 ".join(submission.title for submission in group)
    return Missing(
        title, group[0].unit, group[0].due_on, tuple(submission.id for submission in group), group[0].requirement_id
    )
