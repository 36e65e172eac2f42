"""Filter chips: ``阶段 ▾`` opens a menu of choices and then shows the one taken."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

ALL = ""


class Chip(QToolButton):
    """One filter; ``picked`` carries the choice's key, empty for all. With ``must`` one of them is always taken."""

    picked = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None, must: bool = False) -> None:
        super().__init__(parent)
        self._name, self._must = name, must
        self._value = ALL
        self._choices: list[tuple[str, str]] = []
        self.setObjectName("chip")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMenu(QMenu(self))
        self._show()

    @property
    def value(self) -> str:
        """The key chosen, empty for all."""
        return self._value

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer choices as (key, words); a choice no longer offered falls back to all, or to the first."""
        self._choices = [*choices] if self._must else [(ALL, "全部"), *choices]
        if self._value not in dict(self._choices):
            self._value = self._choices[0][0] if self._choices else ALL
        self._fill()

    def pick(self, value: str) -> None:
        """Take a choice, as the officer would."""
        self._value = value
        self._fill()
        self.picked.emit(value)

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        group = QActionGroup(menu)
        for value, words in self._choices:
            action = menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(value == self._value)
            group.addAction(action)
            action.triggered.connect(lambda checked=False, value=value: self.pick(value))
        self._show()

    def _show(self) -> None:
        words = dict(self._choices).get(self._value, "")
        text = f"{self._name}：{words}" if self._value != ALL else self._name
        self.setText(text.replace("&", "&&") + "  ▾")
        self.setProperty("taken", self._value != ALL and not self._must)
        self.style().unpolish(self)
        self.style().polish(self)
