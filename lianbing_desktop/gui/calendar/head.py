"""The head of the calendar: which month, a step on or back, today, a jump, and how many pieces stand where."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from lianbing_desktop.gui.calendar.month import Month
from lianbing_desktop.gui.calendar.picker import MonthPicker
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.widgets.badge import Badge
from lianbing_desktop.gui.widgets.badge_label import BadgeLabel
from lianbing_desktop.gui.widgets.badge_paint import HEIGHT_PX, badge_width
from lianbing_desktop.gui.widgets.label import Label
from lianbing_desktop.gui.widgets.tip import tip

_MOST_COUNTS, _GAP = 8, 12


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
    """How many pieces due in the month stand where; with little room the total goes, then the words beside shapes."""

    def __init__(self, frame: Frame, parent: QWidget) -> None:
        super().__init__(parent)
        self._told: list[Badge] = []
        self.total = Label("", "secondary")
        self.badges = [BadgeLabel(frame.style) for _ in range(_MOST_COUNTS)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, _GAP, 0)
        row.setSpacing(_GAP)
        row.addStretch(1)
        for label in (self.total, *self.badges):
            row.addWidget(label)

    def show_counts(self, month: Month, total: int, badges: Sequence[Badge]) -> None:
        """Show the total and one badge for each state that occurs."""
        self._told = list(badges)
        self.total.setText(f"{month.month}月到期 {total} 件" if total else f"{month.month}月没有到期事项")
        self.setToolTip(tip("　".join([self.total.text(), *(each.word for each in badges)])))
        self._show(self.width())
        self.updateGeometry()

    def _show(self, room: int) -> None:
        is_short = room < self._needed([each.word for each in self._told])
        self.total.setVisible(not self._told or room >= self.sizeHint().width())
        for number, label in enumerate(self.badges):
            told = self._told[number] if number < len(self._told) else None
            label.show_badge(replace(told, word=told.word.split()[-1]) if told and is_short else told)
            label.setAccessibleName(told.word if told else "")
            label.setVisible(told is not None)

    def _needed(self, words: Sequence[str]) -> int:
        """Return the width of badges with these words."""
        pairs = zip(self._told, words, strict=True)
        return sum(badge_width(replace(each, word=word), self.fontMetrics()) + 1 + _GAP for each, word in pairs)

    def sizeHint(self) -> QSize:
        width = self._needed([each.word for each in self._told]) + self.total.sizeHint().width() + _GAP
        return QSize(width, HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        least = self._needed([each.word.split()[-1] for each in self._told]) or self.total.sizeHint().width() + _GAP
        return QSize(least, HEIGHT_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show(event.size().width())


def tool(words: str, told: str) -> QToolButton:
    """Return a button of the head; ``told`` is its tooltip and, without words, its name."""
    button = QToolButton()
    button.setObjectName("chip")
    button.setText(words)
    button.setToolTip(told)
    button.setAccessibleName(words or told)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
