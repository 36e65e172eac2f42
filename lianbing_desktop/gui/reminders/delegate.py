"""Drawing a row of the reminder window: a day's heading, or badge, unit and title side by side."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from lianbing_desktop.domain.reminder import ReminderLine
from lianbing_desktop.gui.reminders.model import ROW_ROLE, Index
from lianbing_desktop.gui.reminders.rows import Row, badge_of, what
from lianbing_desktop.gui.style import Style
from lianbing_desktop.gui.widgets.badge_paint import paint_badge
from lianbing_desktop.gui.widgets.delegates import inner, paint_ground

_BADGE, _GAP, _ROW = 144, 16, 36
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class ReminderDelegate(QStyledItemDelegate):
    """All rows are of one height, so that 5,000 of them are laid out at once."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._style = style

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(240, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, Row):
            return
        painter.save()
        painter.setFont(option.font)
        if row.line:
            paint_ground(painter, option)
            self._ring(painter, option)
            self._line(painter, inner(option), row, row.line)
        else:
            self._heading(painter, inner(option), row.words)
        painter.restore()

    def _ring(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._style.colors.color("accent"), 1))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))

    def _heading(self, painter: QPainter, box: QRect, words: str) -> None:
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self._style.colors.color("overdue_ink" if words.startswith("逾期") else "text"))
        painter.drawText(box.adjusted(0, 4, 0, 0), _LEFT, words)

    def _line(self, painter: QPainter, box: QRect, row: Row, line: ReminderLine) -> None:
        paint_badge(painter, QRect(box.left(), box.top(), _BADGE, box.height()), badge_of(row), self._style.colors)
        left = box.left() + _BADGE + _GAP
        unit = QRect(left, box.top(), (box.right() - left) * 3 // 8 if line.unit else 0, box.height())
        self._words(painter, unit, line.unit, "text", Qt.TextElideMode.ElideMiddle)
        rest = QRect(unit.right() + (_GAP if line.unit else 0), box.top(), 0, box.height())
        rest.setRight(box.right())
        self._words(painter, rest, what(line), "text", Qt.TextElideMode.ElideRight)

    def _words(self, painter: QPainter, box: QRect, text: str, ink: str, cut: Qt.TextElideMode) -> None:
        painter.setPen(self._style.colors.color(ink))
        words = painter.fontMetrics().elidedText(" ".join(text.split()), cut, box.width())
        painter.drawText(box, _LEFT, words)
