"""The form of one task read: its words, when, who and how many; what is typed is read at once and said below."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, QSize, Qt
from PySide6.QtWidgets import QDateEdit, QLineEdit, QListWidgetItem, QWidget

from lianbing_desktop.domain.clause import CalendarDay, Day, Recurrence, Recurrences, Relative
from lianbing_desktop.domain.correcting import dated
from lianbing_desktop.domain.plan import PlanTask, PlanUnit, Timing
from lianbing_desktop.domain.planwords import when_words
from lianbing_desktop.gui.forms.ui_plan_task_dialog import Ui_PlanTaskDialog
from lianbing_desktop.gui.widgets.dialog import Dialog
from lianbing_desktop.gui.widgets.tick import TickDelegate
from lianbing_desktop.services.plan_reading import PlanReader

LEAD, RESPONSIBLE, SUPPORT = "牵头", "责任", "配合"
_SURE = "内容已改动。再按一次 Esc 放弃改动，或按 Ctrl+回车确定。"
_EXAMPLES = "没有读懂，可以写成：每月5日前、每周五、每季度末、结案后7日内。"
Save = Callable[[PlanTask, Mapping[str, str]], None]


class PlanTaskDialog(Dialog):
    """Corrects a task; ``save`` takes it with the unit names confirmed, ``split`` also the sign to cut before."""

    def __init__(
        self,
        task: PlanTask,
        cautions: tuple[str, ...],
        is_whole_row: bool,
        year: int | None,
        today: date,
        reader: PlanReader,
        save: Save,
        split: Callable[[PlanTask, Mapping[str, str], int], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._task, self._is_whole_row, self._reader = task, is_whole_row, reader
        self._year, self._today = year, today
        self._save, self._split = save, split
        self._is_warned = False
        self._ui = Ui_PlanTaskDialog()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self.sure = self._ui.primary
        self._build(cautions)
        self._connect()
        self._read_pace()
        self._read_quota()
        self._before = self._state()

    def task(self) -> PlanTask:
        """Return the task as the form has it now."""
        ui = self._ui
        task = replace(self._task, text=ui.text.toPlainText().strip() or self._task.text, units=self._units())
        if ui.quota.text().strip() != self._quota:
            task = replace(task, quota_words=ui.quota.text().strip())
        task = self._reader.in_stage(task, ui.stage.text().strip(), self._year)
        before = self._task.timing
        own = self._timing()
        if (own.start, own.due) == (before.start, before.due):
            own = replace(own, start=task.timing.start, due=task.timing.due, dues=task.timing.dues)
            return replace(task, timing=own)
        return dated(task, own, self._is_whole_row)

    def choices(self) -> dict[str, str]:
        """Return the names of units confirmed: the known one where it is checked, else the source's own."""
        found = {}
        for row in range(self._ui.proposals.count()):
            item = self._ui.proposals.item(row)
            text, proposal = item.data(Qt.ItemDataRole.UserRole)
            found[text] = proposal if item.checkState() is Qt.CheckState.Checked else text
        return found

    def _build(self, cautions: tuple[str, ...]) -> None:
        ui, task = self._ui, self._task
        ui.caution.setText("\n".join(cautions))
        ui.caution.setVisible(bool(cautions))
        for label in (ui.paceRead, ui.quotaRead):
            label.setObjectName("secondary")
        ui.text.setPlainText(task.text)
        ui.stage.setText(task.stage)
        self._show_day(ui.start, ui.hasStart.setChecked, task.timing.start)
        self._show_day(ui.due, ui.hasDue.setChecked, task.timing.due or (task.timing.dues or (None,))[-1])
        self._pace = pace_words(task)
        ui.pace.setText(self._pace)
        for line, role in ((ui.lead, LEAD), (ui.units, RESPONSIBLE), (ui.support, SUPPORT)):
            line.setText("、".join(task.named(role)))
        told = dict.fromkeys(quota.reading.expr for quota in task.quotas)
        self._quota = task.quota_words if task.quota_words is not None else "；".join(told)
        ui.quota.setText(self._quota)
        self._propose()
        ui.error.hide()
        ui.text.setFocus()

    def _propose(self) -> None:
        proposals = {unit.text: unit.proposal for unit in self._task.units if unit.proposal}
        for text, proposal in proposals.items():
            item = QListWidgetItem(f"“{text}”就是“{proposal}”", self._ui.proposals)
            item.setData(Qt.ItemDataRole.UserRole, (text, proposal))
            item.setSizeHint(QSize(0, 28))
            item.setCheckState(Qt.CheckState.Unchecked)
        self._ui.proposals.setItemDelegate(TickDelegate(self._ui.proposals))
        self._ui.proposals.setVisible(bool(proposals))
        self._ui.proposals.setFixedHeight(28 * min(3, len(proposals)) + 8)

    def _show_day(self, edit: QDateEdit, check: Callable[[bool], None], day: Day | None) -> None:
        is_known = isinstance(day, CalendarDay)
        shown = _as_date(day, self._year or self._today.year) if isinstance(day, CalendarDay) else self._today
        edit.setDate(QDate(shown.year, shown.month, shown.day))
        edit.calendarWidget().setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        edit.setEnabled(is_known)
        check(is_known)

    def _connect(self) -> None:
        ui = self._ui
        ui.hasStart.toggled.connect(ui.start.setEnabled)
        ui.hasDue.toggled.connect(ui.due.setEnabled)
        ui.pace.textChanged.connect(lambda text: self._read_pace())
        ui.quota.textChanged.connect(lambda text: self._read_quota())
        ui.primary.clicked.connect(self._on_save_asked)
        ui.split.clicked.connect(self._on_split_asked)
        ui.cancel.clicked.connect(super().reject)

    def _read_pace(self) -> None:
        words = self._ui.pace.text().strip()
        timing = self._reader.paces(words, self._year)
        told = f"读作：{when_words(timing, self._year)}" if timing != Timing() else _EXAMPLES
        self._ui.paceRead.setText(told)
        self._ui.paceRead.setVisible(bool(words))

    def _read_quota(self) -> None:
        words = self._ui.quota.text().strip()
        quotas = self._reader.clause(words, self._year).quotas
        told = "；".join(quota.expr for quota in quotas)
        self._ui.quotaRead.setText(f"读作：{told}" if told else "没有读出数量，可以写成：每月不少于1篇。")
        self._ui.quotaRead.setVisible(bool(words))

    def _timing(self) -> Timing:
        """Return when, as the form has it: what was not touched stays as it was read."""
        ui, before = self._ui, self._task.timing
        start = _day(ui.start, before.start, self._year) if ui.hasStart.isChecked() else None
        last = before.due or (before.dues or (None,))[-1]
        due = _day(ui.due, last, self._year) if ui.hasDue.isChecked() else None
        if due == last and due is not None:
            timing = replace(before, start=start)
        else:
            timing = replace(before, start=start, due=due, dues=())
        if ui.pace.text().strip() == self._pace:
            return timing
        paces = self._reader.paces(ui.pace.text().strip(), self._year)
        return replace(timing, recurring=paces.recurring, relative=paces.relative)

    def _units(self) -> tuple[PlanUnit, ...]:
        """Return the units: those that were there with their places, new ones without."""
        ui, found = self._ui, []
        for line, role in ((ui.lead, LEAD), (ui.units, RESPONSIBLE), (ui.support, SUPPORT)):
            known = {unit.text: unit for unit in self._task.units if unit.role == role}
            names = self._names(line, role)
            found += [known.get(name, PlanUnit(name, role, ())) for name in names]
        if {unit.text for unit in found} == {unit.text for unit in self._task.units} and len(found) == len(
            self._task.units
        ):
            return self._task.units if all(unit in self._task.units for unit in found) else tuple(found)
        return tuple(found)

    def _names(self, line: QLineEdit, role: str) -> tuple[str, ...]:
        words = line.text().strip()
        if words == "、".join(self._task.named(role)):
            return self._task.named(role)
        return self._reader.unit_names(words)

    def _fault(self) -> tuple[str, QWidget] | None:
        """Return what is wrong in words, and where to put it right."""
        ui, timing = self._ui, self._timing()
        if not ui.text.toPlainText().strip():
            return "请填写任务及要求，不能为空；不是任务的，请点“取消”后用“不作任务”。", ui.text
        if isinstance(timing.start, CalendarDay) and timing.due and timing.due.rank < timing.start.rank:
            return "截止日期早于开始日期，请改正其中一个。", ui.due
        words = ui.pace.text().strip()
        if words and words != self._pace and self._reader.paces(words, self._year) == Timing():
            return f"“{words}”{_EXAMPLES}", ui.pace
        return None

    def _state(self) -> tuple[object, ...]:
        return self.task(), tuple(self.choices().items()), self._ui.text.toPlainText().strip()

    def _say(self, words: str) -> None:
        self._ui.error.setText(words)
        self._ui.error.show()

    def _is_right(self) -> bool:
        fault = self._fault()
        if fault:
            self._say(fault[0])
            fault[1].setFocus()
        return fault is None

    def _on_save_asked(self) -> None:
        if self._is_right():
            self._save(self.task(), self.choices())
            self.accept()

    def _on_split_asked(self) -> None:
        if not self._is_right():
            return
        text, cursor = self._ui.text.toPlainText(), self._ui.text.textCursor()
        before = text.encode("utf-16-le", "surrogatepass")[: 2 * cursor.position()]
        cut = len(before.decode("utf-16-le", "surrogatepass").lstrip())
        if self._split(self.task(), self.choices(), cut):
            self.accept()
        else:
            self._say("请把光标放到两项任务之间，再拆分。")
            self._ui.text.setFocus()

    def reject(self) -> None:
        """Close without saving; what was typed goes only at the second Esc."""
        if self._is_warned or self._state() == self._before:
            super().reject()
            return
        self._is_warned = True
        self._say(_SURE)


def pace_words(task: PlanTask) -> str:
    """Return the source's own words of what recurs or runs from an event."""
    kinds = (Recurrence, Recurrences, Relative)
    own = dict.fromkeys(time.reading.expr for time in task.times if isinstance(time.reading.time, kinds))
    return "；".join(own)


def _as_date(day: CalendarDay, year: int) -> date:
    try:
        return date(day.year or year, day.month, day.day)
    except ValueError:
        return date(day.year or year, day.month, 28)


def _day(edit: QDateEdit, before: Day | None, year: int | None) -> CalendarDay:
    """Return the day shown; one that was not touched keeps its unknown year."""
    chosen = edit.date()
    made = CalendarDay(chosen.month(), chosen.day(), chosen.year())
    if isinstance(before, CalendarDay) and before.year is None and year is None:
        return before if (before.month, before.day) == (made.month, made.day) else made
    return made
