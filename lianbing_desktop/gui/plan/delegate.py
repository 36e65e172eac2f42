"""Drawing what is looked over: a heading, or a task with its day, words, units and doubts."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from lianbing_desktop.gui.plan.items import ITEM_ROLE, Item
from lianbing_desktop.gui.style import Style
from lianbing_desktop.gui.widgets.badge_paint import badge_width, paint_badge
from lianbing_desktop.gui.widgets.delegates import Index, paint_ground, wrapped

_PAD_X, _PAD_Y, _LINE, _HEADING = 12, 8, 22, 36
_TEXT_LINES = 2
_SHORT = 200


class ItemDelegate(QStyledItemDelegate):
    """Two to five lines for each item, the same height for the same make-up."""

    def __init__(self, style: Style, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._style, self._view = style, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        item = index.data(ITEM_ROLE)
        if not isinstance(item, Item) or item.is_heading:
            return QSize(200, _HEADING)
        lines = 1 + self._text_lines(item.text, option) + bool(item.facts) + bool(item.caution)
        return QSize(200, lines * _LINE + 2 * _PAD_Y)

    def _text_lines(self, text: str, option: QStyleOptionViewItem) -> int:
        """Return how many lines a text takes: one where it plainly fits, without laying it out."""
        room = self._view.viewport().width() - 2 * _PAD_X
        fits = len(text) < _SHORT and option.fontMetrics.horizontalAdvance(text) <= room
        return 1 if fits else _TEXT_LINES

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = index.data(ITEM_ROLE)
        if not isinstance(item, Item):
            return
        painter.save()
        if item.is_heading:
            self._paint_heading(painter, option, item)
        else:
            paint_ground(painter, option)
            self._paint_item(painter, option, item)
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, item: Item) -> None:
        colors = self._style.colors
        painter.fillRect(option.rect, colors.color("hover"))
        painter.setFont(_bold(option.font))
        painter.setPen(colors.color("text"))
        box = option.rect.adjusted(_PAD_X, 0, -_PAD_X, 0)
        words = option.fontMetrics.elidedText(item.head, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), words)

    def _paint_item(self, painter: QPainter, option: QStyleOptionViewItem, item: Item) -> None:
        colors = self._style.colors
        box = option.rect.adjusted(_PAD_X, _PAD_Y, -_PAD_X, -_PAD_Y)
        painter.setPen(colors.color("line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        self._paint_head(painter, option, item, QRect(box.left(), box.top(), box.width(), _LINE))
        painter.setFont(option.font)
        painter.setPen(colors.color("text"))
        top = box.top() + _LINE
        for line in wrapped(item.text, option, box.width(), _TEXT_LINES):
            painter.drawText(QRect(box.left(), top, box.width(), _LINE), int(Qt.AlignmentFlag.AlignVCenter), line)
            top += _LINE
        top = box.top() + (1 + self._text_lines(item.text, option)) * _LINE
        for words, ink in ((item.facts, "secondary"), (item.caution, "soon_ink")):
            if words:
                painter.setPen(colors.color(ink))
                words = option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
                painter.drawText(QRect(box.left(), top, box.width(), _LINE), int(Qt.AlignmentFlag.AlignVCenter), words)
                top += _LINE

    def _paint_head(self, painter: QPainter, option: QStyleOptionViewItem, item: Item, box: QRect) -> None:
        painter.setFont(option.font)
        if item.badge:
            width = badge_width(item.badge, option.fontMetrics)
            paint_badge(
                painter, QRect(box.right() - width, box.top(), width, box.height()), item.badge, self._style.colors
            )
            box = box.adjusted(0, 0, -width - _PAD_X, 0)
        painter.setFont(_bold(option.font))
        painter.setPen(self._style.colors.color("text"))
        words = painter.fontMetrics().elidedText(item.head, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), words)


def _bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made
