"""Drawing the cells of units: one line of text in line with its heading, and several badges in one cell."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from lianbing_desktop.gui.style import Style
from lianbing_desktop.gui.units.model import BADGES_ROLE
from lianbing_desktop.gui.widgets.badge import Badge
from lianbing_desktop.gui.widgets.badge_paint import badge_width, paint_badge
from lianbing_desktop.gui.widgets.delegates import Index, inner, paint_ground

_GAP = 8


class TextDelegate(QStyledItemDelegate):
    """Draws one line of text, aligned as the model says, ending in … where there is no room."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        paint_ground(painter, option)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        if not text:
            return
        font = index.data(Qt.ItemDataRole.FontRole)
        align = index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignVCenter
        is_heading = font is not None
        painter.save()
        painter.setFont(option.font)
        if is_heading:
            bold = QFont(option.font)
            bold.setBold(True)
            painter.setFont(bold)
        painter.setPen((option.palette.placeholderText() if is_heading else option.palette.text()).color())
        room = inner(option)
        words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, align, words)
        painter.restore()


class BadgesDelegate(QStyledItemDelegate):
    """Draws the badges a model gives under BADGES_ROLE, one after another, as many as fit; the tooltip has all."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._style = style

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        paint_ground(painter, option)
        room = inner(option)
        for number, badge in enumerate(index.data(BADGES_ROLE) or ()):
            width = badge_width(badge, option.fontMetrics) if isinstance(badge, Badge) else 0
            if number and width > room.width():
                return
            paint_badge(painter, room, badge, self._style.colors)
            room.setLeft(room.left() + width + _GAP)
