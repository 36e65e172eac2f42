"""The watch: at start and each minute it asks what is newly due, and sees to the day's backup."""

import logging
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QSystemTrayIcon, QToolButton, QWidget

from lianbing_desktop.domain.submission import State
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.clock import Ticker
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.reminders import ReminderPanel, Tray
from lianbing_desktop.gui.statusline import StatusLine
from lianbing_desktop.services.desk import Desk

log = logging.getLogger("lianbing")


class Count(NamedTuple):
    """How many, of what in words, and whether it presses."""

    number: int = 0
    words: str = ""
    is_pressing: bool = False


class Watch(QObject):
    """Joins the tick, the reminder list, the tray and the status line."""

    day_turned = Signal()

    def __init__(self, desk: Desk, frame: Frame, status: StatusLine, bell: QToolButton, body: QWidget) -> None:
        super().__init__(body)
        self._desk, self._frame, self._status, self._bell = desk, frame, status, bell
        self._day: date = desk.clock.today()
        self._tray: Tray | None = None
        self._started = False
        self._body = body
        self._ticker = Ticker(self)
        self._panel = ReminderPanel(desk.reminders, frame, bell, body)
        self._ticker.ticked.connect(self.check, Qt.ConnectionType.QueuedConnection)
        self._panel.counted.connect(self._on_counted)
        frame.signals.changed.connect(self._on_changed)
        bell.clicked.connect(self.toggle_reminders)
        self.recolor()

    def start(self) -> None:
        """Start watching; called once, after the first paint."""
        if self._started:
            return
        self._started = True
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._tray = Tray(self._frame.icons.icon("bell", "accent"), self._body)
        self.check()
        self._back_up()
        self._ticker.start()

    def stop(self) -> None:
        """Stop watching."""
        self._ticker.stop()

    def check(self) -> None:
        """Ask what is due now and show what is new."""
        try:
            fresh = self._desk.reminders.tick().fresh
            self._desk.reminders.show(fresh)
            self._panel.refresh()
        except UserError as error:
            log.warning("reminders not checked: %s", error)
            self._status.show_reminder_fault(error.message)
            return
        if fresh and self._tray:
            self._tray.tell(fresh)
        self._status.show_checked(self._desk.clock.now())
        self._turn_day()

    def counts(self) -> dict[str, Count]:
        """Return how many things on a page need a hand."""
        today = self._desk.clock.today()
        submissions = self._desk.submissions.all()
        missing = [each for each in submissions if not each.is_settled and each.due_on <= today]
        late = sum(each.due_on < today for each in missing)
        to_review = sum(each.state is State.RECEIVED for each in submissions)
        words = f"逾期 {late} 件，今天到期 {len(missing) - late} 件"
        return {
            "today": Count(len(missing), words, late > 0),
            "submissions": Count(to_review, f"{to_review} 件已收待审"),
        }

    def toggle_reminders(self) -> None:
        """Open the list of reminders, or close it."""
        self._panel.toggle()

    def recolor(self) -> None:
        """Take the colours of the scheme in force."""
        self._frame.icons.dress(self._bell, "bell")

    def _on_changed(self, tables: frozenset[str]) -> None:
        if tables & {"submissions", "campaigns", "tasks"}:
            self._panel.refresh()

    def _on_counted(self, count: int) -> None:
        self._bell.setText(f"提醒 {count}" if count else "提醒")
        self._bell.setProperty("pressing", count > 0)
        self._bell.style().unpolish(self._bell)
        self._bell.style().polish(self._bell)

    def _turn_day(self) -> None:
        today = self._desk.clock.today()
        if today != self._day:
            self._day = today
            self._status.show_day()
            self._back_up()
            self.day_turned.emit()

    def _back_up(self) -> None:
        if not self._desk.campaigns.current_id:
            return
        try:
            self._desk.backups.make()
        except UserError as error:
            log.warning("backup failed: %s", error)
            self._status.show_backup(error.message)
        else:
            self._status.show_backup("备份 今日 ✓")
