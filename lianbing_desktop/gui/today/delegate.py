"""Drawing a line of a card: what, who and when, its badge and the step that moves it."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from lianbing_desktop.gui.style import Style
from lianbing_desktop.gui.today.line import Line
from lianbing_desktop.gui.today.model import IS_CHILD_ROLE, IS_OPEN_ROLE, LINE_ROLE, Index
from lianbing_desktop.gui.widgets.badge_paint import badge_width, paint_badge

TALL, FLAT = 88, 36
_PAD, _INDENT, _ROW = 8, 8, 24
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_MIDDLE, _RIGHT_END = Qt.TextElideMode.ElideMiddle, Qt.TextElideMode.ElideRight


class LineDelegate(QStyledItemDelegate):
    """Three rows a line in the columns; with ``is_flat`` one row, as the list of what came."""

    def __init__(self, style: Style, parent: QWidget, is_flat: bool = False) -> None:
        super().__init__(parent)
        self._style, self._is_flat = style, is_flat

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(160, FLAT if self._is_flat else TALL)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE_ROLE)
        if not isinstance(line, Line):
            return
        painter.save()
        painter.setFont(option.font)
        self._ground(painter, option)
        inner = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        if self._is_flat:
            self._flat(painter, inner, line)
        else:
            inner.adjust(_INDENT if index.data(IS_CHILD_ROLE) else 0, 8, 0, -8)
            self._tall(painter, inner, line, bool(index.data(IS_OPEN_ROLE)))
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        colors, state = self._style.colors, option.state
        is_current = bool(state & QStyle.StateFlag.State_HasFocus)
        if is_current or state & QStyle.StateFlag.State_MouseOver:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(colors.color("accent") if is_current else Qt.PenStyle.NoPen)
            painter.setBrush(colors.color("hover"))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), 6, 6)

    def _tall(self, painter: QPainter, box: QRect, line: Line, is_open: bool) -> None:
        rows = [QRect(box.left(), box.top() + number * _ROW, box.width(), _ROW) for number in range(3)]
        self._words(painter, rows[0], line.title, "text", _LEFT, is_strong=True)
        taken = self._words(painter, rows[1], self._when(painter, rows[1], line), "secondary", _RIGHT)
        self._words(painter, rows[1].adjusted(0, 0, -taken, 0), line.who, "text", _LEFT, cut=_MIDDLE)
        action = ("收起" if is_open else "展开") if line.children else line.action
        taken = self._words(painter, rows[2], action, "accent", _RIGHT) if action else 0
        paint_badge(painter, rows[2].adjusted(0, 0, -taken, 0), line.badge, self._style.colors)

    def _flat(self, painter: QPainter, box: QRect, line: Line) -> None:
        taken = self._words(painter, box, line.when, "secondary", _RIGHT)
        box = box.adjusted(0, 0, -taken, 0)
        width = badge_width(line.badge, painter.fontMetrics())
        paint_badge(painter, QRect(box.right() - width, box.top(), width, box.height()), line.badge, self._style.colors)
        box = box.adjusted(0, 0, -width - 2 * _PAD, 0)
        half = box.width() * 3 // 5 if line.who else box.width()
        self._words(
            painter,
            QRect(box.left(), box.top(), half - _PAD, box.height()),
            line.title,
            "text",
            _LEFT,
            cut=_MIDDLE if line.who else _RIGHT_END,
        )
        self._words(painter, box.adjusted(half, 0, 0, 0), line.who, "secondary", _LEFT)

    def _when(self, painter: QPainter, box: QRect, line: Line) -> str:
        """Return the day as long as there is room for it beside the name, its weekday left out first."""
        metrics = painter.fontMetrics()
        room = box.width() - metrics.horizontalAdvance(line.who) - _PAD
        shorter = (line.when, line.when.partition(" 周")[0])
        return next((words for words in shorter if metrics.horizontalAdvance(words) <= room), "")

    def _words(
        self,
        painter: QPainter,
        box: QRect,
        text: str,
        ink: str,
        side: Qt.AlignmentFlag,
        is_strong: bool = False,
        cut: Qt.TextElideMode = _RIGHT_END,
    ) -> int:
        """Draw one row of words, cut with … where it is too long; return the room it took, the gap included."""
        painter.save()
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.DemiBold if is_strong else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(self._style.colors.color(ink))
        shown = painter.fontMetrics().elidedText(text, cut, box.width())
        painter.drawText(box, side, shown)
        width = painter.fontMetrics().horizontalAdvance(shown)
        painter.restore()
        return width + _PAD if shown else 0
