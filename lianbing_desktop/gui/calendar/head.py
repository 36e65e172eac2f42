"""The head of the calendar: which month, a step on or back, today, a jump, and how many pieces stand where."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from lianbing_desktop.gui.calendar.month import Month
from lianbing_desktop.gui.calendar.picker import MonthPicker
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.widgets.badge import Badge
from lianbing_desktop.gui.widgets.badge_label import BadgeLabel
from lianbing_desktop.gui.widgets.label import Label

_MOST_COUNTS = 8


class MonthHead(QWidget):
    """‹ 2017年10月 ▾ › 今天. ``turned`` carries months on or back, ``picked`` a Month."""

    turned = Signal(int)
    picked = Signal(object)
    today_wanted = Signal()

    def __init__(self, frame: Frame, parent: QWidget) -> None:
        super().__init__(parent)
        self._frame = frame
        self._month = Month(2000, 1)
        self.before, self.title = tool("", "上一月（PageUp）"), tool("", "选择年月")
        self.after, self.today = tool("", "下一月（PageDown）"), tool("今天", "回到今天（T）")
        self.picker = MonthPicker(self)
        self._build()
        self._connect()
        self.recolor()

    def show_month(self, month: Month) -> None:
        """Show which month is on the sheet."""
        self._month = month
        self.title.setText(f"{month.title} ▾")
        self.title.setAccessibleName(f"{month.title}，选择年月")

    def recolor(self) -> None:
        """Take the colours of the scheme in force."""
        self.before.setIcon(self._frame.icons.icon("previous"))
        self.after.setIcon(self._frame.icons.icon("next"))

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in (self.before, self.title, self.after, self.today):
            row.addWidget(button)
        for button in (self.before, self.after):
            button.setFixedSize(48, 34)
        self.title.setObjectName("campaign")
        self.title.setMinimumWidth(144)

    def _connect(self) -> None:
        self.before.clicked.connect(lambda: self.turned.emit(-1))
        self.after.clicked.connect(lambda: self.turned.emit(1))
        self.today.clicked.connect(lambda: self.today_wanted.emit())
        self.title.clicked.connect(self._on_title_clicked)
        self.picker.picked.connect(self.picked)

    def _on_title_clicked(self) -> None:
        below = QPoint(0, self.title.height() + 4)
        self.picker.open_at(self.title.mapToGlobal(below), self._month)


class Counts(QWidget):
    """How many pieces due in the month stand where."""

    def __init__(self, frame: Frame, parent: QWidget) -> None:
        super().__init__(parent)
        self.total = Label("", "secondary")
        self.badges = [BadgeLabel(frame.style) for _ in range(_MOST_COUNTS)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(12)
        for label in (self.total, *self.badges):
            row.addWidget(label)

    def show_counts(self, month: Month, total: int, badges: Sequence[Badge]) -> None:
        """Show the total and one badge for each state that occurs."""
        self.total.setText(f"{month.month}月到期 {total} 件" if total else f"{month.month}月没有到期事项")
        for number, label in enumerate(self.badges):
            label.show_badge(badges[number] if number < len(badges) else None)
            label.setVisible(number < len(badges))


def tool(words: str, told: str) -> QToolButton:
    """Return a button of the head; ``told`` is its tooltip and, without words, its name."""
    button = QToolButton()
    button.setObjectName("chip")
    button.setText(words)
    button.setToolTip(told)
    button.setAccessibleName(words or told)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
