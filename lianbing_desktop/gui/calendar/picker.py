"""The month picker: a year and its twelve months, opened below the month's name."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QSpinBox, QVBoxLayout, QWidget

from lianbing_desktop.gui.calendar.month import FIRST_YEAR, LAST_YEAR, Month

_ACROSS = 4
_STEPS = {
    int(Qt.Key.Key_Left): -1,
    int(Qt.Key.Key_Right): 1,
    int(Qt.Key.Key_Up): -_ACROSS,
    int(Qt.Key.Key_Down): _ACROSS,
}


class MonthButton(QPushButton):
    """A month; arrows are the picker's, which knows the rows."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class MonthPicker(QFrame):
    """``picked`` carries the Month chosen."""

    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("panel")
        self.year = QSpinBox()
        self.year.setRange(FIRST_YEAR, LAST_YEAR)
        self.year.setSuffix(" 年")
        self.year.setAccessibleName("年")
        self.months = [MonthButton(f"{number}月") for number in range(1, 13)]
        self._build()

    def open_at(self, at: QPoint, month: Month) -> None:
        """Open below a point of the screen, on a month."""
        self.year.setValue(month.year)
        for number, button in enumerate(self.months, 1):
            button.setObjectName("primary" if number == month.month else "")
            button.style().unpolish(button)
            button.style().polish(button)
        self.adjustSize()
        self.move(at)
        self.show()
        self.months[month.month - 1].setFocus(Qt.FocusReason.PopupFocusReason)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.year)
        grid = QGridLayout()
        grid.setSpacing(8)
        for number, button in enumerate(self.months):
            button.setAutoDefault(False)
            button.setFixedWidth(72)
            button.clicked.connect(lambda checked=False, month=number + 1: self._take(month))
            grid.addWidget(button, number // _ACROSS, number % _ACROSS)
        column.addLayout(grid)

    def _take(self, month: int) -> None:
        self.hide()
        self.picked.emit(Month(self.year.value(), month))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = next((number for number, button in enumerate(self.months) if button.hasFocus()), -1)
        step = _STEPS.get(event.key())
        if number >= 0 and step is not None:
            self.months[min(max(number + step, 0), 11)].setFocus(Qt.FocusReason.OtherFocusReason)
        elif number >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(number + 1)
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.year.stepBy(-1 if event.key() == Qt.Key.Key_PageUp else 1)
        else:
            super().keyPressEvent(event)
