"""Delegates of the breakdown table: the stage as one cell over its rows, the progress bar, the next day with badge."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from lianbing_desktop.gui.style import Style
from lianbing_desktop.gui.tasks.model import FIRST_ROLE, LINE_ROLE, next_words, progress_words
from lianbing_desktop.gui.widgets.badge import Badge
from lianbing_desktop.gui.widgets.badge_paint import HEIGHT_PX, badge_width, paint_badge
from lianbing_desktop.gui.widgets.delegates import BADGE_ROLE, Index, WrapDelegate, inner, paint_ground
from lianbing_desktop.services.tasks import TaskLine

BAR_PX = 6
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class StageDelegate(WrapDelegate):
    """Draws the stage in its first row and in the topmost row on screen, so that it reads as one merged cell."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(3, table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.data(FIRST_ROLE) or index.row() == self._table.rowAt(0):
            super().paint(painter, option, index)
        else:
            paint_ground(painter, option)


class ProgressDelegate(QStyledItemDelegate):
    """Draws done/all over a small bar."""

    def __init__(self, style: Style, table: QTableView) -> None:
        super().__init__(table)
        self._style = style

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        paint_ground(painter, option)
        line = index.data(LINE_ROLE)
        if not isinstance(line, TaskLine):
            return
        box = _middle(inner(option), 32)
        painter.save()
        painter.setFont(option.font)
        painter.setPen(option.palette.text().color() if line.total else self._style.colors.color("secondary"))
        painter.drawText(box.adjusted(0, 0, 0, -BAR_PX - 2 if line.total else 0), _RIGHT, progress_words(line))
        painter.restore()
        if line.total:
            self._paint_bar(painter, QRect(box.left(), box.bottom() - BAR_PX, box.width(), BAR_PX), line)

    def _paint_bar(self, painter: QPainter, rect: QRect, line: TaskLine) -> None:
        colors = self._style.colors
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.color("line"))
        painter.drawRoundedRect(rect, 3, 3)
        done = QRectF(rect)
        done.setWidth(rect.width() * line.done / line.total)
        if line.done:
            painter.setBrush(colors.color("done_ink" if line.done == line.total else "progress_ink"))
            painter.drawRoundedRect(done, 3, 3)
        painter.restore()


class NextDelegate(QStyledItemDelegate):
    """Draws the next day something is due, and below it how it presses."""

    def __init__(self, style: Style, table: QTableView) -> None:
        super().__init__(table)
        self._style = style

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        paint_ground(painter, option)
        line, badge = index.data(LINE_ROLE), index.data(BADGE_ROLE)
        if not isinstance(line, TaskLine):
            return
        height = option.fontMetrics.lineSpacing() + 2
        box = _middle(inner(option), height + (HEIGHT_PX if badge else 0))
        painter.save()
        painter.setFont(option.font)
        painter.setPen(option.palette.text().color())
        painter.drawText(QRect(box.left(), box.top(), box.width(), height), _RIGHT, next_words(line))
        if isinstance(badge, Badge):
            wide = min(box.width(), badge_width(badge, option.fontMetrics))
            place = QRect(box.right() + 1 - wide, box.top() + height, wide, HEIGHT_PX)
            paint_badge(painter, place, badge, self._style.colors)
        painter.restore()


def _middle(box: QRect, height: int) -> QRect:
    """Return the part of ``box`` of that height in its middle."""
    return QRect(box.left(), box.top() + (box.height() - height) // 2, box.width(), height)
