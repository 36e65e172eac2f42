"""The status line: reminders, backup and the day."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from lianbing_desktop.domain.clock import Clock
from lianbing_desktop.gui.widgets.elided import ElidedLabel
from lianbing_desktop.gui.widgets.label import Label

if TYPE_CHECKING:
    from lianbing_desktop.gui.watchdog import Health


class StatusLine(QWidget):
    """Three texts at the bottom of the window."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusline")
        self._clock = clock
        self._reminders = ElidedLabel("", "secondary")
        self._reminders.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._backup, self._day = Label("", "secondary"), Label("", "secondary")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 4, 24, 4)
        row.setSpacing(32)
        for label in (self._reminders, self._backup):
            row.addWidget(label)
        row.addStretch(1)
        row.addWidget(self._day)
        self.show_day()

    def show_health(self, health: "Health") -> None:
        """Show how reminding stands, when it was last checked and, where it failed, why."""
        self._reminders.setText(health.words)

    def show_backup(self, words: str) -> None:
        """Show how the backup stands."""
        self._backup.setText(words)

    def show_day(self) -> None:
        """Show the day deadlines are judged on."""
        words = self._clock.today().isoformat()
        self._day.setText(f"{words}（试用日期）" if self._clock.trial else words)
