"""The reminder window (提醒窗口): all that is pending, to be looked at, acknowledged or put off."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from lianbing_desktop.domain.monthday import spoken_at
from lianbing_desktop.domain.reminder import ReminderLine
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.reminders.doing import Doing
from lianbing_desktop.gui.reminders.reminder_list import ReminderList
from lianbing_desktop.gui.reminders.rows import next_words, rows_of
from lianbing_desktop.gui.reminders.snooze_dialog import SnoozeDialog
from lianbing_desktop.gui.reminders.strip import Strip
from lianbing_desktop.gui.stepper import Stepper
from lianbing_desktop.gui.widgets.dialog import set_primary
from lianbing_desktop.gui.widgets.empty import Empty
from lianbing_desktop.gui.widgets.label import Label
from lianbing_desktop.gui.widgets.question import ask
from lianbing_desktop.gui.widgets.shortcut import local_key
from lianbing_desktop.gui.widgets.toast import Toast
from lianbing_desktop.services.reminders import PastDeadlineError, Reminders

_SIZE = 880, 560


class ReminderWindow(QDialog):
    """Stands beside the main window and blocks nothing. Enter looks, Space acknowledges, Esc closes."""

    closed = Signal()

    def __init__(self, reminders: Reminders, frame: Frame, parent: QWidget) -> None:
        super().__init__(parent)
        self._reminders, self._frame = reminders, frame
        self._pending: list[ReminderLine] = []
        self._before: QWidget | None = None
        self._has_marked = False
        self._stepper = Stepper(self)
        self.setWindowTitle("提醒")
        self.setModal(False)
        self.resize(*_SIZE)
        self._build()
        self._connect()

    def refresh(self, pending: Sequence[ReminderLine] | None = None) -> None:
        """Show what is pending, asking for it where it is not given."""
        if self._doing.portions.is_running:
            return
        new = list(self._reminders.pending() if pending is None else pending)
        if new == self._pending and new:
            return
        self._pending = new
        self.list.set_rows(rows_of(new, self._today))
        self._heading.setText(f"提醒 {len(new)} 条" if new else "提醒")
        self.list.setVisible(bool(new))
        self._hint.setVisible(bool(new))
        self._nothing.setVisible(not new)
        if not new:
            self._say_nothing()
        self._on_picked()

    def come_up(self) -> None:
        """Open, or come before the main window, with the cursor on the list."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self.refresh()
        self.show()
        self.raise_()
        self.activateWindow()
        (self.list if self._pending else self.shut).setFocus(Qt.FocusReason.PopupFocusReason)

    def done(self, result: int) -> None:
        """Close, and give the cursor back to where it was."""
        super().done(result)
        before, self._before = self._before, None
        with suppress(RuntimeError):  # it may be gone with the page it stood on
            if before:
                before.window().activateWindow()
                before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def _build(self) -> None:
        self._heading, self._hint = Label("提醒", "heading"), Label("回车 查看　空格 知道了　Esc 关闭", "secondary")
        self.list = ReminderList(self._frame.style)
        self._nothing = Empty("没有待处理的提醒")
        self.look, self.seen = QPushButton("查看"), QPushButton("知道了")
        self.later, self.all_seen = QPushButton("稍后 ▾"), QPushButton("全部知道了…")
        self.leads, self.shut = QPushButton("提醒时间…"), QPushButton("关闭")
        self._menu = QMenu(self)
        self.later.clicked.connect(self.choose_later)
        room = QWidget()  # the line with 撤销 stands over the list, not over the buttons
        inside = QVBoxLayout(room)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.list, 1)
        inside.addWidget(self._nothing, 1)
        self._toast = Toast(room)
        self._doing = Doing(self._reminders, self._toast.say, self._frame.tell, self)
        self._strip = Strip()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addLayout(self._top())
        column.addWidget(room, 1)
        column.addWidget(self._strip)
        column.addLayout(self._buttons())
        set_primary(self.look, True)

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._heading, 1)
        row.addWidget(self._hint)
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.all_seen)
        row.addWidget(self.leads)
        row.addStretch(1)
        for button in (self.shut, self.later, self.seen, self.look):
            row.addWidget(button)
        for button in (self.all_seen, self.leads, self.shut, self.later, self.seen, self.look):
            button.setAutoDefault(False)
            button.setDefault(False)
        return row

    def _connect(self) -> None:
        self.list.opened.connect(self._on_open_asked)
        self.list.marked.connect(self._on_seen_asked)
        self.list.picked.connect(self._on_picked)
        self.list.displayed.connect(self._on_displayed)
        self.look.clicked.connect(self._on_open_asked)
        self.seen.clicked.connect(self._on_seen_asked)
        self.all_seen.clicked.connect(self._on_all_asked)
        self.leads.clicked.connect(self._on_leads_asked)
        self.shut.clicked.connect(self.reject)
        self.list.customContextMenuRequested.connect(self._on_menu_asked)
        local_key("Ctrl+R", self, self.reject)
        self._doing.portions.progressed.connect(self._on_progressed)
        self._doing.portions.ended.connect(self._on_ended)
        self._strip.stopped.connect(self._doing.portions.stop)
        self._frame.signals.changed.connect(self._on_changed)
        self._frame.style.changed.connect(self.list.viewport().update)

    def choose_later(self) -> None:
        """Offer the moments to put what is chosen off to."""
        self._menu.clear()
        self._offer_moments(self._menu)
        self._menu.popup(self.later.mapToGlobal(self.later.rect().bottomLeft()))

    def _offer_moments(self, menu: QMenu) -> None:
        for words, until in self._reminders.snooze_choices():
            menu.addAction(words, partial(self.put_off, until))
        menu.addAction("指定时间…", self._on_moment_asked)

    def put_off(self, until: datetime, past_deadline_allowed: bool = False) -> None:
        """Put what is chosen off; past a deadline only after asking."""
        self._put_off(self.list.chosen(), until, past_deadline_allowed)

    def _put_off(self, lines: Sequence[ReminderLine], until: datetime, past_deadline_allowed: bool) -> None:
        try:
            self._doing.put_off(lines, until, past_deadline_allowed)
        except PastDeadlineError as error:
            go_on = partial(self._put_off, lines, until, past_deadline_allowed=True)
            more = error.message.removesuffix("请另选时间。")
            ask(self, "推迟到截止日之后", "仍要推迟到截止日之后吗？", "仍要推迟", go_on, more)
        except UserError as error:
            self._frame.tell(error)

    def stop(self) -> None:
        """Leave what is under way: the desk closes."""
        self._stepper.stop()
        self._doing.portions.stop()

    def _say_nothing(self) -> None:
        found = [(item.due_on, f"{item.unit} {item.title}".strip()) for item in self._reminders.items()]
        self._nothing.say("没有待处理的提醒", next_words(found, self._today))

    @property
    def _today(self) -> date:
        return self._reminders.clock().effective.date()

    def _did(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except UserError as error:
            self._frame.tell(error)
            return False
        return True

    def _on_picked(self) -> None:
        count = len(self.list.chosen()) if self._pending and not self._doing.portions.is_running else 0
        self.look.setEnabled(count == 1)
        self.seen.setEnabled(count > 0)
        self.later.setEnabled(count > 0)
        self.leads.setEnabled(count == 1)
        for button in (self.all_seen, self.leads):
            button.setVisible(bool(self._pending))
        self.all_seen.setEnabled(not self._doing.portions.is_running)
        self.seen.setText(f"知道了（{count}）" if count > 1 else "知道了")

    def _on_displayed(self) -> None:
        if self.isVisible() and not self.isMinimized() and not self._doing.portions.is_running:
            self._did(lambda: self._reminders.show(self.list.on_screen()))

    def _on_progressed(self, done: int, total: int) -> None:
        if not self._strip.isVisibleTo(self):
            self._toast.hide()
            self.list.setEnabled(False)
            self._on_picked()
        self._strip.show_progress(done, total)

    def _on_ended(self) -> None:
        self._strip.hide()
        self.list.setEnabled(True)
        self._ask(self._show_rest)

    def _show_rest(self, pending: Sequence[ReminderLine]) -> None:
        self.refresh(pending)
        if self.isVisible():
            self._focus()

    def _on_changed(self, tables: frozenset[str]) -> None:
        if "reminders" in tables and self.isVisible() and not self._doing.portions.is_running:
            self._ask(self.refresh)

    def _ask(self, show: Callable[[Sequence[ReminderLine]], None]) -> None:
        """Ask what is pending, in steps; where that fails the list stays, and the next tick says why."""
        self._stepper.start(self._reminders.asking(), show, lambda error: None)

    def _on_open_asked(self) -> None:
        lines = self.list.chosen()
        if len(lines) == 1:
            self.reject()
            self._frame.open(*lines[0].target)

    def _on_seen_asked(self) -> None:
        lines = self.list.chosen()
        if lines:
            self._doing.acknowledge(lines)
            self._focus()

    def _on_leads_asked(self) -> None:
        lines = self.list.chosen()
        if len(lines) == 1:
            self._frame.plan_leads(lines[0].item.key, self)

    def _on_menu_asked(self, at: QPoint) -> None:
        """Offer what the buttons do, at the line."""
        if not self.list.chosen():
            return
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for button, act in ((self.look, self._on_open_asked), (self.seen, self._on_seen_asked)):
            menu.addAction(button.text(), act).setEnabled(button.isEnabled())
        later = menu.addMenu("稍后")
        self._offer_moments(later)
        menu.addSeparator()
        menu.addAction(self.leads.text(), self._on_leads_asked).setEnabled(self.leads.isEnabled())
        menu.popup(self.list.viewport().mapToGlobal(at))

    def _on_all_asked(self) -> None:
        lines = list(self._pending)
        text = f"把 {len(lines)} 条提醒全部记为知道了吗？"
        more = "事项仍然没有办完；下一次到提醒时间才会再提醒。"
        ask(self, "全部知道了", text, "全部知道了", partial(self._doing.acknowledge, lines), more)

    def _on_moment_asked(self) -> None:
        dialog = SnoozeDialog(self._reminders.clock().effective, self)
        dialog.submitted.connect(lambda: self._on_moment_chosen(dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_moment_chosen(self, dialog: SnoozeDialog) -> None:
        until = dialog.until
        if until <= self._reminders.clock().effective:
            dialog.show_error(f"{spoken_at(until, self._today.year)} 已经过了。请选以后的时间。")
            return
        dialog.accept()
        self.put_off(until)

    def _focus(self) -> None:
        (self.list if self._pending else self.shut).setFocus(Qt.FocusReason.OtherFocusReason)
