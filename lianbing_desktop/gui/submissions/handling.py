"""Handling: every step the officer takes on submissions, from the click to the line that says it is saved."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from lianbing_desktop.domain.submission import State, StoredFile
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.jobs import Job
from lianbing_desktop.gui.submissions.dialogs import FOLDER, Entry, ReceiveDialog, StepDialog
from lianbing_desktop.gui.submissions.line import Line
from lianbing_desktop.gui.submissions.strip import ReceiptStrip
from lianbing_desktop.gui.submissions.words import AT_ONCE, done_words, naming, usual_step
from lianbing_desktop.gui.widgets.question import ask
from lianbing_desktop.services.keeping import Keeping
from lianbing_desktop.services.settings import OFFICER, Settings
from lianbing_desktop.services.submissions import Submissions

LARGE = 20 << 20
"""From this many bytes on, files are kept by a job, so that the window does not stand still."""

Failed = Callable[[UserError], None]


class Handling(QObject):
    """Takes steps, one or several at once, and says so only once they are saved."""

    def __init__(
        self, submissions: Submissions, settings: Settings, frame: Frame, strip: ReceiptStrip, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._submissions, self._settings = submissions, settings
        self._frame, self._strip, self._over = frame, strip, parent
        self._job: Job | None = None
        strip.cancelled.connect(self._on_cancelled)

    def take_usual(self, lines: Sequence[Line]) -> None:
        """Take the usual next step: at once where nothing has to be entered, else by its dialog."""
        steps = {usual_step(line) for line in lines} - {None}
        state = next(iter(steps), None)
        if len(steps) > 1:
            self._frame.say("所选报送件的下一步不同，请用右键菜单选择要办的一步")
        elif state is None:
            self._frame.say("这一件已经办完" if lines else "请先选一件报送件")
        elif state in AT_ONCE and len(lines) == 1:
            self.take(lines, state)
        else:
            self.ask(lines, state)

    def take(self, lines: Sequence[Line], state: State) -> None:
        """Take a step today, without asking anything."""
        self._save([line.id for line in lines], naming(lines), Entry(state, person=self._officer()))

    def receive(self, line: Line, paths: Sequence[Path]) -> None:
        """Receive files that were dropped: today, at once; asked first where that takes the piece a step back."""
        entry = Entry(State.RECEIVED, person=self._officer(), paths=tuple(paths))
        save = partial(self._save, [line.id], line.what, entry)
        if line.submission.state is not State.REVIEWED:
            save()
            return
        text = f"“{line.what}”已审。补收这 {len(paths)} 个文件，它会回到“已收”，须重新审核。"
        ask(self._over, "补收文件", text, "补收，回到已收", save)

    def ask(self, lines: Sequence[Line], state: State) -> ReceiveDialog | StepDialog | None:
        """Open the dialog of a step over all these lines."""
        if not lines:
            return None
        today, officer = self._frame.clock.today(), self._officer()
        dialog: ReceiveDialog | StepDialog
        if state is State.RECEIVED:
            dialog = ReceiveDialog(lines, today, officer, self._over)
        else:
            dialog = StepDialog(lines, state, today, officer, self._over)
        dialog.files.folder = self._frame.memory.text(FOLDER, dialog.files.folder)
        dialog.submitted.connect(partial(self._on_submitted, dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def undo(self, taken: Mapping[int, int]) -> None:
        """Take steps back: {submission: step}."""
        try:
            self._submissions.undo_all(taken)
        except UserError as error:
            self._frame.tell(error)
        else:
            self._frame.say("已撤销")

    def _officer(self) -> str:
        return self._settings.get(OFFICER)

    def _on_submitted(self, dialog: ReceiveDialog | StepDialog) -> None:
        self._frame.memory.keep(FOLDER, dialog.files.folder)

        def failed(error: UserError) -> None:
            dialog.show()
            dialog.show_error(str(error))

        self._save(dialog.ids, dialog.what, dialog.entry(), dialog.accept, failed, dialog.hide)

    def _save(
        self,
        ids: Sequence[int],
        what: str,
        entry: Entry,
        saved: Callable[[], None] = lambda: None,
        failed: Failed | None = None,
        waiting: Callable[[], None] = lambda: None,
    ) -> None:
        failed = failed or self._frame.tell
        try:
            refused = self._submissions.refusals(ids, entry.state, entry.on, entry.note)
            if len(refused) == len(ids):
                raise _refusal(list(refused.values()), 0)
            keeping = self._submissions.keeping(entry.paths)
        except UserError as error:
            failed(error)
            return
        record = partial(self._record, ids, what, entry, saved, failed)
        if keeping.size < LARGE:
            self._keep(keeping, record, failed)
        else:
            self._keep_aside(keeping, what, record, failed, waiting)

    def _keep(self, keeping: Keeping, record: Callable[[tuple[StoredFile, ...]], None], failed: Failed) -> None:
        try:
            kept = keeping()
        except UserError as error:
            self._submissions.discard(keeping.kept)
            failed(error)
        else:
            record(kept)

    def _keep_aside(
        self,
        keeping: Keeping,
        what: str,
        record: Callable[[tuple[StoredFile, ...]], None],
        failed: Failed,
        waiting: Callable[[], None],
    ) -> None:
        if self._job:
            failed(UserError("正在收下另一批大文件。请等它完成，或先取消它。"))
            return

        def done(kept: tuple[StoredFile, ...]) -> None:
            self._end()
            record(kept)

        def not_done(error: UserError) -> None:
            self._end()
            self._submissions.discard(keeping.kept)
            failed(error)

        waiting()
        self._strip.begin(what)
        stopped = partial(not_done, UserError("已取消，没有收下任何文件。"))
        self._job = self._frame.jobs.run(keeping, done, not_done, self._strip.progress, stopped)

    def _end(self) -> None:
        self._job = None
        self._strip.hide()

    def _record(
        self,
        ids: Sequence[int],
        what: str,
        entry: Entry,
        saved: Callable[[], None],
        failed: Failed,
        kept: tuple[StoredFile, ...],
    ) -> None:
        refused = self._submissions.refusals(ids, entry.state, entry.on, entry.note)
        able = [key for key in ids if key not in refused]
        try:
            if not able:
                raise _refusal(list(refused.values()), 0)
            taken = self._submissions.mark_all(able, entry.state, entry.on, entry.note, entry.person, kept)
        except UserError as error:
            self._submissions.discard(kept)
            failed(error)
            return
        saved()
        words = what if len(able) == len(ids) else f"{len(able)} 件报送件"
        self._frame.say(done_words(words, entry.state, len(kept)), undo=lambda: self.undo(taken))
        if refused:
            self._frame.tell(_refusal(list(refused.values()), len(able)))

    def _on_cancelled(self) -> None:
        if self._job:
            self._job.cancel()


def _refusal(sentences: list[str], done: int) -> UserError:
    """Return what could not be done as one error, all sentences at once."""
    if len(sentences) == 1 and not done:
        return UserError(sentences[0])
    before = f"已办 {done} 件；" if done else ""
    return UserError(f"{before}{len(sentences)} 件没有办：", tuple(sentences))
