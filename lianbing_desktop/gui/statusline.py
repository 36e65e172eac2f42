"""The status line: reminders, backup and the day."""

from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QWidget

from lianbing_desktop.domain.clock import Clock
from lianbing_desktop.gui.widgets.label import Label


class StatusLine(QWidget):
    """Three texts at the bottom of the window."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusline")
        self._clock = clock
        self._reminders, self._backup, self._day = (Label("", "secondary") for _ in range(3))
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 4, 24, 4)
        row.setSpacing(32)
        for label in (self._reminders, self._backup):
            row.addWidget(label)
        row.addStretch(1)
        row.addWidget(self._day)
        self.show_day()

    def show_checked(self, at: datetime) -> None:
        """Show when reminders were last checked."""
        self._reminders.setText(f"提醒正常 · 上次检查 {at:%H:%M}")

    def show_reminder_fault(self, sentence: str) -> None:
        """Show that reminders could not be checked."""
        self._reminders.setText(f"提醒未能检查：{sentence}")

    def show_backup(self, words: str) -> None:
        """Show how the backup stands."""
        self._backup.setText(words)

    def show_day(self) -> None:
        """Show the day deadlines are judged on."""
        words = self._clock.today().isoformat()
        self._day.setText(f"{words}（试用日期）" if self._clock.trial else words)
