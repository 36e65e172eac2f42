"""What a page shows when it has nothing: a sentence, and what to do next."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from lianbing_desktop.gui.widgets.label import Label


class Empty(QWidget):
    """A heading, a sentence and at most one button, in the middle."""

    def __init__(self, heading: str, sentence: str = "", action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(1)
        self._heading, self._sentence = Label(heading, "heading"), Label(sentence, "secondary", wraps=True)
        for label in (self._heading, self._sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        self.button = QPushButton(action)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.button.setVisible(bool(action))  # only within the layout: shown before, it would flash as a window
        column.addStretch(2)

    def say(self, heading: str, sentence: str = "") -> None:
        """Change the words."""
        self._heading.setText(heading)
        self._sentence.setText(sentence)

    def on_pressed(self, slot: Callable[[], None]) -> None:
        """Call ``slot`` when the button is pressed."""
        self.button.clicked.connect(slot)
