"""The two dialogs of a step: receiving files, and every other step with its day, person, note and files."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QDateEdit, QDialogButtonBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from lianbing_desktop.domain.submission import State, needs_reason
from lianbing_desktop.gui.forms.ui_receive_dialog import Ui_ReceiveDialog
from lianbing_desktop.gui.forms.ui_step_dialog import Ui_StepDialog
from lianbing_desktop.gui.submissions.day import shown, taken
from lianbing_desktop.gui.submissions.file_list import FileList
from lianbing_desktop.gui.submissions.line import Line
from lianbing_desktop.gui.submissions.words import SURE, WITHOUT_FILES, naming
from lianbing_desktop.gui.widgets.dialog import Dialog, set_primary

FOLDER = "submissions/folder"


@dataclass(frozen=True)
class Entry:
    """What was entered for a step."""

    state: State
    on: date | None = None
    person: str = ""
    note: str = ""
    paths: tuple[Path, ...] = ()


class _Dialog(Dialog):
    """What both have in common."""

    def __init__(self, lines: Sequence[Line], state: State, parent: QWidget) -> None:
        super().__init__(parent)
        self.ids = [line.id for line in lines]
        self.what = naming(lines)
        self._state = state
        self._on: QDateEdit
        self._person: QLineEdit
        self._note: QPlainTextEdit
        self._files: FileList
        self._error: QLabel

    @property
    def files(self) -> FileList:
        """The list of files."""
        return self._files

    def entry(self) -> Entry:
        """Return what was entered."""
        return Entry(
            self._state,
            taken(self._on.date()),
            self._person.text(),
            self._note.toPlainText(),
            tuple(self._files.paths()),
        )

    def show_error(self, words: str) -> None:
        """Show below the fields why it was not saved; what was entered stays."""
        self._error.setText(words)
        self._error.setVisible(bool(words))

    def _prepare(self, buttons: QDialogButtonBox, today: date, officer: str, sure: str) -> None:
        self._on.setMaximumDate(shown(today))
        self._on.setDate(shown(today))
        self._person.setText(officer)
        self.show_error("")
        self.add_buttons(buttons, sure)

    def submit(self) -> None:
        """Ask for saving where nothing is missing."""
        if needs_reason(self._state) and not self._note.toPlainText().strip():
            self.show_error(f"请写明{self._state}的理由。")
            self._note.setFocus()
            return
        self.show_error("")
        super().submit()


class ReceiveDialog(_Dialog):
    """Day received, person, note and the files. Without any file the sure button says so, and is not highlighted."""

    def __init__(self, lines: Sequence[Line], today: date, officer: str, parent: QWidget) -> None:
        super().__init__(lines, State.RECEIVED, parent)
        self.form = Ui_ReceiveDialog()
        self.form.setupUi(self)  # type: ignore[no-untyped-call]
        self._on, self._person, self._note = self.form.on, self.form.person, self.form.note
        self._files, self._error = self.form.files, self.form.error
        self.form.heading.setText(f"收到 {self.what}")
        self._prepare(self.form.buttons, today, officer, SURE[State.RECEIVED])
        self._files.changed.connect(self._on_files_changed)
        self._on_files_changed()
        self._files.setFocus()

    def _on_files_changed(self) -> None:
        has_files = bool(self._files.paths())
        if self.sure:
            self.sure.setText(SURE[State.RECEIVED] if has_files else WITHOUT_FILES)
            set_primary(self.sure, has_files)
        self.show_error("")


class StepDialog(_Dialog):
    """Any other step."""

    def __init__(self, lines: Sequence[Line], state: State, today: date, officer: str, parent: QWidget) -> None:
        super().__init__(lines, state, parent)
        self.form = Ui_StepDialog()
        self.form.setupUi(self)  # type: ignore[no-untyped-call]
        self._on, self._person, self._note = self.form.on, self.form.person, self.form.note
        self._files, self._error = self.form.files, self.form.error
        self.setWindowTitle(f"记为“{state}”")
        self.form.heading.setText(f"{self.what} → {state}")
        if needs_reason(state):
            self.form.noteLabel.setText("理由（必填）")
            self._note.setAccessibleName("理由")
        if state is State.RECEIPT:
            self.form.filesLabel.setText("回执文件")
        self._prepare(self.form.buttons, today, officer, SURE[state])
        (self._note if needs_reason(state) else self._files).setFocus()
