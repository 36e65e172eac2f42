"""The form of one task: text, days, responsible units and note; faults are said inside it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, QSize, Qt
from PySide6.QtWidgets import QDateEdit, QListWidgetItem, QWidget

from lianbing_desktop.domain.task import Task
from lianbing_desktop.domain.unit import Unit
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.forms.ui_task_dialog import Ui_TaskDialog
from lianbing_desktop.gui.widgets.dialog import Dialog
from lianbing_desktop.gui.widgets.tick import TickDelegate
from lianbing_desktop.services.tasks import TaskLine

_SURE = "内容已改动。再按一次 Esc 放弃改动，或按 Ctrl+回车保存。"


class TaskDialog(Dialog):
    """Edits a task; ``save`` writes it and may raise UserError, which keeps the dialog open.

    ``late_words`` says, for another due day, that its reminders are over already.
    """

    def __init__(
        self,
        line: TaskLine,
        units: Sequence[Unit],
        save: Callable[[Task], None],
        late_words: Callable[[date], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._task, self._save, self._late_words = line.task, save, late_words
        self._is_warned = False
        self._ui = Ui_TaskDialog()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self.sure = self._ui.primary
        self._build(line, units)
        self._connect()
        self._before = self.task()

    def task(self) -> Task:
        """Return the task as the form has it now."""
        ui = self._ui
        return replace(
            self._task,
            text=ui.text.toPlainText().strip(),
            note=ui.note.toPlainText().strip(),
            start_on=_day(ui.start),
            due_on=_day(ui.due),
            units=self._units(),
        )

    def _build(self, line: TaskLine, units: Sequence[Unit]) -> None:
        ui = self._ui
        ui.stage.setText(line.stage.title)
        ui.text.setPlainText(line.task.text)
        ui.note.setPlainText(line.task.note)
        for edit, day in ((ui.start, line.task.start_on), (ui.due, line.task.due_on)):
            edit.setDate(QDate(day.year, day.month, day.day))
            edit.calendarWidget().setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        ui.units.setItemDelegate(TickDelegate(ui.units))
        for unit in units:
            item = QListWidgetItem(unit.name, ui.units)
            item.setData(Qt.ItemDataRole.UserRole, unit.key)
            item.setSizeHint(QSize(0, 28))
            item.setCheckState(_CHECKED if unit.key in line.task.units else Qt.CheckState.Unchecked)
        ui.error.hide()
        ui.text.setFocus()

    def _connect(self) -> None:
        self._ui.primary.clicked.connect(self._on_save_asked)
        self._ui.cancel.clicked.connect(super().reject)
        self._ui.due.dateChanged.connect(self._on_due_changed)

    def _items(self) -> list[QListWidgetItem]:
        return [self._ui.units.item(row) for row in range(self._ui.units.count())]

    def _units(self) -> tuple[str, ...]:
        """Return the units checked: those that were there in the table's order, then the new ones."""
        checked = [item.data(Qt.ItemDataRole.UserRole) for item in self._items() if _is_checked(item)]
        kept = [key for key in self._task.units if key in checked]
        return (*kept, *(key for key in checked if key not in kept))

    def _fault(self, task: Task) -> tuple[str, QWidget] | None:
        """Return what is wrong in words, and where to put it right."""
        if not task.text:
            return "请填写任务及要求，不能为空。", self._ui.text
        if task.due_on < task.start_on:
            return "截止日期早于开始日期，请改正其中一个。", self._ui.due
        if not task.units:
            return "请至少勾选一个责任部门。", self._ui.units
        return None

    def _say(self, words: str) -> None:
        self._ui.error.setText(words)
        self._ui.error.show()

    def _on_due_changed(self) -> None:
        due_on = _day(self._ui.due)
        words = self._late_words(due_on) if due_on != self._task.due_on else ""
        self._ui.error.setText(words)
        self._ui.error.setVisible(bool(words))

    def _on_save_asked(self) -> None:
        task = self.task()
        fault = self._fault(task)
        if fault:
            self._say(fault[0])
            fault[1].setFocus()
            return
        try:
            self._save(task)
        except UserError as error:
            self._say(str(error))
        else:
            self.accept()

    def reject(self) -> None:
        """Close without saving; what was typed goes only at the second Esc."""
        if self._is_warned or self.task() == self._before:
            super().reject()
            return
        self._is_warned = True
        self._say(_SURE)


_CHECKED = Qt.CheckState.Checked


def _is_checked(item: QListWidgetItem) -> bool:
    return item.checkState() is _CHECKED


def _day(edit: QDateEdit) -> date:
    chosen = edit.date()
    return date(chosen.year(), chosen.month(), chosen.day())
