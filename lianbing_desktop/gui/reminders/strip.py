"""The strip below the list while many reminders are written: how far, and a way to stop it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from lianbing_desktop.gui.widgets.label import Label


class Strip(QWidget):
    """Hidden until something takes longer than one portion."""

    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._bar, self._words, self.stop = QProgressBar(), Label("", "secondary"), QPushButton("停下")
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(8)
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(self.stopped)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._bar, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words)
        row.addWidget(self.stop)
        self.hide()

    def show_progress(self, done: int, total: int) -> None:
        """Show how far it is; the first time with the cursor on 停下."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._words.setText(f"正在记录，已完成 {100 * done // max(1, total)}%")
        if self.isHidden():
            self.show()
            self.stop.setFocus(Qt.FocusReason.OtherFocusReason)
