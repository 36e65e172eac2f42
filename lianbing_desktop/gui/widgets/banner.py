"""The strip between header and page: what the officer has to know before anything else, and what can be done."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from lianbing_desktop.gui.widgets.label import Label


class Tone(StrEnum):
    """How a banner looks; the values are names in the style sheet."""

    FAULT = "fault"
    CAUTION = "caution"
    GOOD = "good"


class Banner(QFrame):
    """Hidden while there is nothing to say; new words take the place of the old."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._words = Label("", wraps=True)
        self._buttons: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(24, 8, 24, 8)
        self._row.setSpacing(8)
        self._row.addWidget(self._words, 1)
        self.hide()

    @property
    def words(self) -> str:
        """What it says now, or an empty text."""
        return self._words.text()

    def say(self, words: str, tone: Tone, buttons: Sequence[tuple[str, Callable[[], object]]] = ()) -> None:
        """Say something, with a button for each thing that can be done about it."""
        if words == self.words and not self.isHidden():
            return
        self._words.setText(words)
        self.setAccessibleName(words)
        self._offer(buttons)
        self.setProperty("tone", tone.value)
        for widget in (self, self._words):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self.show()

    def clear(self) -> None:
        """Say nothing any more."""
        self._words.clear()
        self.hide()

    def _offer(self, buttons: Sequence[tuple[str, Callable[[], object]]]) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = [self._button(words, act) for words, act in buttons]

    def _button(self, words: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, self)
        button.clicked.connect(lambda checked=False: act())
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return button
