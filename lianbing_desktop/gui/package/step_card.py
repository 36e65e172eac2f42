"""A step of the page as a card, and the rounds of a build counted."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from lianbing_desktop.gui.jobs import Progress
from lianbing_desktop.gui.widgets.label import Label


class StepCard(QFrame):
    """A numbered card: heading, a line about how it stands, and its widgets."""

    def __init__(self, number: int, heading: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self.summary = Label("", "secondary")
        self._top = QHBoxLayout()
        self._top.setSpacing(12)
        self._top.addWidget(Label(f"{number}　{heading}", "heading"))
        self._top.addWidget(self.summary, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 16)
        self.column.setSpacing(12)
        self.column.addLayout(self._top)

    def add_button(self, words: str, slot: Callable[[], None]) -> QPushButton:
        """Add a button at the right of the heading."""
        button = QPushButton(words)
        button.clicked.connect(lambda checked=False: slot())
        self._top.addWidget(button)
        return button


class Phases:
    """Counts the rounds of a build as its progress starts anew; asked from the window while the job counts."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self._words = words
        self._round = 0
        self._last = 0

    def words(self) -> str:
        """Return what is being done now."""
        return self._words[min(self._round, len(self._words) - 1)]

    def watch(self, progress: Progress) -> Progress:
        """Return a progress that counts along."""

        def counted(done: int, total: int) -> None:
            if done < self._last:
                self._round += 1
            self._last = done
            progress(done, total)

        return counted
