"""The strip below the list while large files are being received: how far, and 取消."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from lianbing_desktop.gui.widgets.elided import ElidedLabel

_MEGABYTE = 1 << 20


class ReceiptStrip(QFrame):
    """Hidden until something runs."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._words, self._bar, self._cancel = ElidedLabel(), QProgressBar(), QPushButton("取消")
        self._what = ""
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        self._cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(16)
        row.addWidget(self._words, 1)
        row.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._cancel)
        self.hide()

    def begin(self, what: str) -> None:
        """Show that something is being received."""
        self._what = what
        self.progress(0, 1)
        self.show()

    def progress(self, done: int, total: int) -> None:
        """Show how many bytes of how many are kept."""
        self._bar.setValue(1000 * done // max(1, total))
        size = f"{done // _MEGABYTE} / {total // _MEGABYTE} MB" if total > _MEGABYTE else ""
        self._words.setText(f"正在收下 {self._what}　{size}")
