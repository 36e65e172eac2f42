"""The page 任务: the breakdown table as the officer knows it, with how far each row has come."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QToolButton

from lianbing_desktop.domain.submission import Submission
from lianbing_desktop.domain.task import Task
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.outgoing import Offer, Outgoing
from lianbing_desktop.gui.tasks.described import described
from lianbing_desktop.gui.tasks.dialog import TaskDialog
from lianbing_desktop.gui.tasks.filters import TaskFilters
from lianbing_desktop.gui.tasks.model import LINE_ROLE, TaskTableModel
from lianbing_desktop.gui.tasks.table import TaskTable
from lianbing_desktop.gui.widgets.page import Page
from lianbing_desktop.gui.widgets.shortcut import local_key
from lianbing_desktop.services.campaigns import Campaigns
from lianbing_desktop.services.documents import Documents
from lianbing_desktop.services.submissions import Submissions
from lianbing_desktop.services.tasks import TaskLine, Tasks

_CHOSEN = "tasks/chosen"
LateWords = Callable[[int, date], str]


class TaskView(Page):
    """The tasks of the campaign: filtered, sorted, looked at, edited, printed and exported."""

    cares_for = frozenset({"campaigns", "unit_names", "tasks", "task_units", "submissions"})

    def __init__(
        self,
        campaigns: Campaigns,
        tasks: Tasks,
        submissions: Submissions,
        documents: Documents,
        late_words: LateWords,
        frame: Frame,
    ) -> None:
        super().__init__("tasks", "任务", frame)
        self._late_words = late_words
        self._campaigns, self._tasks, self._submissions, self._documents = campaigns, tasks, submissions, documents
        self._outgoing = Outgoing(documents, frame, self)
        self._lines: list[TaskLine] = []
        self._owed: dict[int, list[Submission]] = {}
        self._shown_id = 0
        self._build()
        self._connect()
        self.refresh()
        self._choose_remembered()

    def refresh(self) -> None:
        self._lines = self._tasks.all(with_withdrawn=True)
        self._owed = defaultdict(list)
        for submission in self._submissions.all():
            self._owed[submission.task_id].append(submission)
        self._chosen_by.read(self._lines, self._owed, self._campaigns.units())
        self._filter()
        if not self.detail.isHidden():
            self._show(self._shown_id)

    def show_item(self, kind: str, key: int) -> None:
        if kind != "task":
            return
        if self._model.row_of(key) < 0:
            self._clear_filters()
        self._select(key)
        self._show(key)
        self._table.reveal()
        self._table.setFocus()

    def print_page(self) -> None:
        """Offer the two sheets; Enter takes the first, the table in its own form."""
        menu = QMenu(self)
        menu.addAction("任务分解表（附件格式）", partial(self._print, "docx"))
        menu.addAction("任务表（含日期和进度）", partial(self._print, "xlsx"))
        menu.setActiveAction(menu.actions()[0])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._print_button.mapToGlobal(QPoint(0, self._print_button.height())))

    def export_page(self) -> None:
        header = self._campaigns.current()
        if not header:
            self.frame.tell(UserError("还没有启动活动，没有可以导出的任务表。"))
            return
        kinds = (("Word 附件格式", "docx"), ("Excel 任务表", "xlsx"), ("PDF 附件格式", "pdf"))
        offers = [Offer(words, form, partial(self._documents.sheet, "plan", form)) for words, form in kinds]
        self._outgoing.export(f"{header.title}任务分解表", offers)

    def recolor(self) -> None:
        super().recolor()
        self.frame.icons.dress(self._columns, "columns")
        self._table.viewport().update()

    def save_state(self) -> None:
        super().save_state()
        self._table.save_columns()
        self.frame.memory.keep(_CHOSEN, str(self._current_id() or ""))

    def _build(self) -> None:
        self.add_action("导入", "receive", self._import).setToolTip("导入新的或修订后的任务分解表")
        self._print_button = self.add_action("打印", "print", self.print_page)
        self._print_button.setToolTip("打印（Ctrl+P）")
        self.add_action("导出", "export", self.export_page).setToolTip("导出（Ctrl+E）")
        self._chosen_by = TaskFilters(self, self._filter)
        self._build_order_and_columns()
        self._model = TaskTableModel()
        self._table = TaskTable(self._model, self.frame)
        self.empty.button.setText("清除筛选")
        self.set_body(self._table)

    def _build_order_and_columns(self) -> None:
        self._own_order, self._columns = QToolButton(), QToolButton()
        self._own_order.setObjectName("chip")
        self._own_order.setText("恢复原表顺序")
        self._columns.setText("列 ▾")
        self._columns.setToolTip("选择显示哪些列")
        self.frame.icons.dress(self._columns, "columns")
        self._columns.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for button in (self._own_order, self._columns):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.add_filter_widget(self._own_order)
        self._filters.addWidget(self._columns)

    def _connect(self) -> None:
        self._columns.clicked.connect(
            lambda: self._table.choose_columns(self._columns.mapToGlobal(QPoint(0, self._columns.height())))
        )
        self._own_order.clicked.connect(self._table.restore_order)
        self._table.sorted_by.connect(lambda column: self._own_order.setVisible(column >= 0))
        self._own_order.setVisible(self._table.sorted_column() >= 0)
        self._table.opened.connect(self._on_row_opened)
        self._table.clicked.connect(self._on_row_opened)
        self._table.chosen.connect(self._on_row_chosen)
        self.empty.on_pressed(self._clear_filters)
        local_key("F2", self, self._edit_current)

    def _filter(self) -> None:
        chosen = self._current_id()
        rows = self._chosen_by.chosen(self._lines)
        self._table.show_rows(rows)
        if chosen:
            self._select(chosen)
        self._say_empty(not rows)

    def _say_empty(self, is_empty: bool) -> None:
        if self._lines:
            self.empty.say("没有符合条件的任务", "文字筛选可用汉字、拼音或首字母，例如 jczd 找到监察支队。")
        else:
            self.empty.say("还没有任务", "请在“今日”页启动活动，或点右上角的“导入”读入收到的任务分解表。")
        self.empty.button.setVisible(bool(self._lines))
        self.show_empty(is_empty)

    def _clear_filters(self) -> None:
        self._chosen_by.clear()
        self._table.setFocus()

    def _current_id(self) -> int:
        index = self._table.currentIndex()
        line = index.data(LINE_ROLE) if index.isValid() else None
        return line.task.id if isinstance(line, TaskLine) else 0

    def _select(self, task_id: int) -> None:
        row = self._model.row_of(task_id)
        if row >= 0:
            self._table.selectRow(row)
            self._table.scrollTo(self._model.index(row, 0))

    def _choose_remembered(self) -> None:
        remembered = self.frame.memory.text(_CHOSEN)
        if remembered.isdecimal():
            self._select(int(remembered))

    def _show(self, task_id: int) -> None:
        """Show a task in the detail pane; close it where the task is gone."""
        line = next((line for line in self._lines if line.task.id == task_id), None)
        if line is None:
            self.close_detail()
            return
        self._shown_id = task_id
        number = self._lines.index(line) + 1
        shorts = {unit.key: unit.short or unit.name for unit in self._campaigns.units()}
        edit, remind = partial(self._edit, task_id), partial(self.frame.plan_leads, f"task:{task_id}")
        owed = self._owed.get(task_id, [])
        self.open_detail(described(line, number, owed, shorts, edit, remind, self.frame.open))

    def _edit_current(self) -> None:
        if self._current_id():
            self._edit(self._current_id())

    def _edit(self, task_id: int) -> None:
        try:
            line = self._tasks.get(task_id)
        except UserError as error:
            self.frame.tell(error)
            return
        late_words = partial(self._late_words, task_id)
        dialog = TaskDialog(line, self._campaigns.units(), partial(self._save, line.task), late_words, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save(self, before: Task, after: Task) -> None:
        if after != before:
            self._tasks.change(after)
            self.frame.say("任务已修改", undo=partial(self._undo, before))

    def _undo(self, before: Task) -> None:
        try:
            self._tasks.change(before)
        except UserError as error:
            self.frame.tell(error)

    def _import(self) -> None:
        self.frame.open("plan", 0)

    def _print(self, form: str) -> None:
        self._outgoing.preview(partial(self._documents.sheet, "plan", form))

    def _on_row_opened(self, index: QModelIndex) -> None:
        self._show(self._model.line(index.row()).task.id)

    def _on_row_chosen(self, index: QModelIndex) -> None:
        if index.isValid() and not self.detail.isHidden():
            self._show(self._model.line(index.row()).task.id)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)
