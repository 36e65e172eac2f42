"""The line at the bottom that says what was done and offers 撤销 for ten seconds."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from lianbing_desktop.gui.widgets.label import Label

SECONDS = 10
_BOTTOM = 48


class Toast(QFrame):
    """One line over the window; a new one takes the place of the old."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setObjectName("toast")
        self._undo: Callable[[], None] | None = None
        self._timer = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._timer.timeout.connect(self.hide)
        self._text, self._button = Label(), QPushButton("撤销")
        self._button.setObjectName("link")
        self._button.clicked.connect(self._on_undo_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(16)
        row.addWidget(self._text)
        row.addWidget(self._button)
        parent.installEventFilter(self)
        self.hide()

    def say(self, text: str, undo: Callable[[], None] | None = None, word: str = "撤销") -> None:
        """Show a line, with 撤销 where ``undo`` is given; ``word`` names a button that does something else."""
        self._undo = undo
        self._button.setText(word)
        self._text.setText(text)
        self._button.setVisible(undo is not None)
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def _on_undo_clicked(self) -> None:
        undo, self._undo = self._undo, None
        self.hide()
        if undo:
            undo()

    def _place(self) -> None:
        x, y = (self._over.width() - self.width()) // 2, self._over.height() - self.height() - _BOTTOM
        self.move(x, y)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False
