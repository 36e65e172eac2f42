"""The pane at the right of the month: the day chosen, in the shape of the detail pane."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QToolTip,
    QVBoxLayout,
)

from lianbing_desktop.domain.monthday import spoken
from lianbing_desktop.gui.calendar.daylist import LINE_ROLE, DayLine, DayListModel, Kind
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.style import Style
from lianbing_desktop.gui.widgets.badge_paint import badge_width, paint_badge
from lianbing_desktop.gui.widgets.delegates import Index, paint_ground
from lianbing_desktop.gui.widgets.label import Label
from lianbing_desktop.gui.widgets.tip import tip

_HEIGHTS = {Kind.HEADING: 32, Kind.GROUP: 32, Kind.PIECE: 30, Kind.SINGLE: 52}
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class DayPane(QFrame):
    """``opened`` carries the thing clicked or entered; ``left`` asks to go back to the month; ``closed`` to close."""

    opened = Signal(str, int)
    left = Signal()
    closed = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        self.setObjectName("detail")
        self.setMinimumWidth(240)
        self._rows = DayListModel()
        self._title, self._kind_of_day = Label("", "heading"), Label("", "secondary", wraps=True)
        self._close = QToolButton()
        self.list = DayList(self._rows, frame.style)
        self._build()
        self.list.opened.connect(self.opened)
        self.list.left.connect(self.left)
        self._close.clicked.connect(self.closed)

    def show_day(self, day: date, kind_of_day: str, lines: Sequence[DayLine]) -> None:
        """Show another day."""
        self._title.setText(spoken(day))
        self._kind_of_day.setText(kind_of_day)
        self.list.setAccessibleName(f"{spoken(day)}的事项")
        self._rows.set_rows(lines)
        self.list.scrollToTop()

    def focus_list(self) -> None:
        """Put the cursor on the first thing of the day."""
        row = self._rows.first_row()
        if row >= 0:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self.list.setCurrentIndex(self._rows.index(row))

    def recolor(self) -> None:
        """Take the colours of the scheme in force."""
        self._close.setIcon(self._frame.icons.icon("close"))
        self.list.viewport().update()

    def _build(self) -> None:
        self._close.setObjectName("quiet")
        self._close.setIcon(self._frame.icons.icon("close"))
        self._close.setAccessibleName("关闭当天列表")
        self._close.setToolTip("关闭当天列表（Esc）")
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 8, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._kind_of_day)
        column.addWidget(self.list, 1)


class DayList(QListView):
    """Lines that a click or Enter opens."""

    opened = Signal(str, int)
    left = Signal()

    def __init__(self, rows: DayListModel, style: Style) -> None:
        super().__init__()
        self._rows = rows
        self.setObjectName("lines")
        self.setModel(rows)
        self.setItemDelegate(DayLineDelegate(style, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.clicked.connect(self._on_line_clicked)

    def _on_line_clicked(self, index: QModelIndex) -> None:
        target = self._rows.line(index).target
        if target:
            self.opened.emit(*target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self._on_line_clicked(self.currentIndex())
        elif event.key() == Qt.Key.Key_Left:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            QToolTip.showText(event.globalPos(), tip(str(index.data() or "")), self.viewport())
            return True
        return super().viewportEvent(event)


class DayLineDelegate(QStyledItemDelegate):
    """Draws a DayLine: words and badge, a thing by itself with its unit below."""

    def __init__(self, style: Style, view: DayList) -> None:
        super().__init__(view)
        self._style = style

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = index.data(LINE_ROLE)
        return QSize(0, _HEIGHTS[line.kind] if isinstance(line, DayLine) else 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE_ROLE)
        if not isinstance(line, DayLine):
            return
        paint_ground(painter, option)
        painter.save()
        painter.setFont(option.font)  # type: ignore[attr-defined]
        box = option.rect.adjusted(0 if line.kind is Kind.HEADING else 8, 0, -8, 0)  # type: ignore[attr-defined]
        if line.kind is Kind.SINGLE:
            self._paint_single(painter, box.adjusted(0, 4, 0, -4), line)
        else:
            self._paint_one_line(painter, box, line)
        painter.restore()

    def _paint_one_line(self, painter: QPainter, box: QRect, line: DayLine) -> None:
        font = painter.font()
        font.setBold(line.kind is Kind.GROUP)
        painter.save()
        painter.setFont(font)
        indent = 12 if line.kind is Kind.PIECE else 0
        room = self._badge(painter, box.adjusted(indent, 0, 0, 0), line)
        self._words(painter, room, line.words, line.kind is not Kind.HEADING)
        used = painter.fontMetrics().horizontalAdvance(line.words) + 8
        painter.restore()
        if line.detail and used < room.width():
            self._words(painter, room.adjusted(used, 0, 0, 0), line.detail, False)

    def _paint_single(self, painter: QPainter, box: QRect, line: DayLine) -> None:
        half = box.height() // 2
        self._words(painter, QRect(box.left(), box.top(), box.width(), half), line.words, True)
        below = QRect(box.left(), box.top() + half, box.width(), half)
        self._words(painter, self._badge(painter, below, line), line.detail, False)

    def _badge(self, painter: QPainter, box: QRect, line: DayLine) -> QRect:
        """Draw the badge at the right and return the room left of it."""
        if not line.badge:
            return box
        width = min(box.width(), badge_width(line.badge, painter.fontMetrics()) + 1)
        place = QRect(box.right() + 1 - width, box.top(), width, box.height())
        paint_badge(painter, place, line.badge, self._style.colors)
        return box.adjusted(0, 0, -width - 8, 0)

    def _words(self, painter: QPainter, box: QRect, words: str, is_main: bool) -> None:
        painter.setPen(self._style.colors.color("text" if is_main else "secondary"))
        text = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, _LEFT, text)
