"""Joining (汇总收件): the counties' forms of one period as one table, taken in as what the department itself owes."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from lianbing_desktop.domain.clock import Clock
from lianbing_desktop.domain.form import period_words
from lianbing_desktop.domain.requirement import Requirement
from lianbing_desktop.domain.sheet import Sheet
from lianbing_desktop.domain.submission import State, Step, StoredFile, Submission
from lianbing_desktop.domain.unit import Unit
from lianbing_desktop.errors import UserError
from lianbing_desktop.services.forms import Forms
from lianbing_desktop.services.journal import Journal
from lianbing_desktop.services.submissions import Submissions
from lianbing_desktop.store.database import Database
from lianbing_desktop.store.submissions import SubmissionRows

NOTE = "各单位表格汇总"
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Join:
    """What can be joined: the department's ``piece``, the table and its file's name, and whose form is missing."""

    piece: Submission
    sheet: Sheet
    name: str
    returned: int
    missing: tuple[Unit, ...]
    replaces: int = 0
    """The step of an earlier joined table that this one takes the place of, 0 where there is none."""

    @property
    def is_complete(self) -> bool:
        """Whether every unit's form came back."""
        return not self.missing


@dataclass(frozen=True)
class Joined:
    """What taking a joined table in did, good for ``undo``: the step, and the one of an earlier table it replaces."""

    submission_id: int
    step_id: int
    replaced_id: int = 0


class Joining:
    """Joins the forms of the campaign on the desk."""

    def __init__(
        self, database: Database, clock: Clock, journal: Journal, submissions: Submissions, forms: Forms
    ) -> None:
        self._database = database
        self._clock = clock
        self._journal = journal
        self._submissions = submissions
        self._forms = forms
        self._rows = SubmissionRows(database)

    def offer(self, requirement: Requirement, period: str = "") -> Join | None:
        """Return what can be joined of a period, None where the forms' units owe it themselves or nobody does."""
        kind, lines = self._forms.kind_of(requirement), self._forms.lines(requirement, period)
        piece = self._piece(requirement, period, {line.unit.id for line in lines})
        if not kind or not piece:
            return None
        missing = tuple(line.unit for line in lines if line.returned is None)
        name = "_".join(filter(None, (f"{kind.title}汇总", period_words(period)))) + ".xlsx"
        sheet, returned = self._forms.sheet(requirement, period), len(lines) - len(missing)
        return Join(piece, sheet, name, returned, missing, self._replaced(piece))

    def prepared(self, join: Join) -> "PreparedJoin":
        """Return the work of making the table and keeping it, good for another thread.

        Raises UserError: no form came back yet, or the piece takes no receipt as it stands.
        """
        if not join.returned:
            raise UserError("还没有收回任何一份表，没有可以汇总的内容。")
        if refused := self._submissions.refusals([join.piece.id], State.RECEIVED):
            raise UserError(refused[join.piece.id])
        return PreparedJoin(join, self._submissions)

    def take_in(self, join: Join, kept: StoredFile) -> Joined:
        """Mark the department's piece 已收 with the table as its original; an earlier joined table gives way to it.

        Raises UserError where the piece takes no receipt as it stands by now.
        """
        piece, at = self._submissions.get(join.piece.id), self._journal.now()
        if refused := self._submissions.refusals([piece.id], State.RECEIVED):
            raise UserError(refused[piece.id])
        replaced = self._replaced(piece)
        with self._database.transaction():
            if replaced:
                self._rows.withdraw_step(piece.id, replaced, at)
            words = f"{NOTE}：{join.returned} 个单位" + (f"，缺 {len(join.missing)} 个" if join.missing else "")
            step = Step(State.RECEIVED, self._clock.today(), note=words, files=(kept,))
            step_id = self._rows.add_step(piece.id, step, at)
            self._journal.note("改为已收", "submissions", piece.id, words)
        return Joined(piece.id, step_id, replaced)

    def undo(self, joined: Joined) -> None:
        """Take a joined table back, an earlier one coming back. Raises UserError where another step came after it."""
        steps = self._submissions.steps(joined.submission_id)
        if not steps or steps[-1].id != joined.step_id:
            raise UserError("汇总收件之后又有新的操作，不能直接撤销。")
        with self._database.transaction():
            self._rows.withdraw_step(joined.submission_id, joined.step_id, self._journal.now())
            if joined.replaced_id:
                self._rows.withdraw_step(joined.submission_id, joined.replaced_id, None)
            self._journal.note("撤销汇总收件", "submissions", joined.submission_id)

    def _replaced(self, piece: Submission) -> int:
        """Return the newest step of a piece where it took a joined table in, else 0."""
        newest = self._submissions.steps(piece.id)[-1:]
        return newest[0].id if newest and newest[0].note.startswith(NOTE) else 0

    def _piece(self, requirement: Requirement, period: str, fillers: set[int]) -> Submission | None:
        """Return the one piece that somebody owes who fills in no form: 局法规处 for the counties' 月调度表."""
        if requirement.is_open_ended:
            return None
        owed = [
            each
            for each in self._submissions.all()
            if (each.requirement_id, each.period) == (requirement.id, period) and each.unit_id not in fillers
        ]
        return owed[0] if len(owed) == 1 else None


class PreparedJoin:
    """The table written and kept in the desk's file store; fit for a job. ``kept`` says what to discard."""

    def __init__(self, join: Join, submissions: Submissions) -> None:
        self._join, self._submissions = join, submissions
        self.kept: list[StoredFile] = []

    def __call__(self, progress: Progress = lambda done, total: None) -> StoredFile:
        """Return the file kept. Raises UserError where it cannot be written."""
        from lianbing_desktop.export import excel

        with TemporaryDirectory(prefix="lianbing-join-") as folder:
            path = Path(folder) / self._join.name
            excel.write([self._join.sheet], path)
            keeping = self._submissions.keeping([path])
            self.kept = keeping.kept
            return keeping(progress)[0]
