"""How the checklist's cells are drawn: the joined rows of an any-of group, the matrix, the tree."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from lianbing_desktop.gui.style import Style
from lianbing_desktop.gui.submissions.line import Line
from lianbing_desktop.gui.submissions.matrix import Cell
from lianbing_desktop.gui.submissions.matrix_model import CELL_ROLE
from lianbing_desktop.gui.submissions.model import LINE_ROLE
from lianbing_desktop.gui.submissions.nodes import Node
from lianbing_desktop.gui.widgets.badge import Badge
from lianbing_desktop.gui.widgets.badge_paint import SHAPE_PX, paint_badge, paint_shape
from lianbing_desktop.gui.widgets.delegates import BADGE_ROLE, inner

Index = QModelIndex | QPersistentModelIndex
NODE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_GROUND = (30, 24)
_ROW, _PAD = 36, 6


def panel(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Draw selection and hover of a cell, and the ring of the current one, without asking the model for anything."""
    widget = option.widget
    if widget:
        widget.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, widget)
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(option.palette.accent().color(), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(option.rect.adjusted(0, 0, -1, -1))


class PlainDelegate(QStyledItemDelegate):
    """Draws text on one line, flush with its heading. It asks the model for two things only: a page has 100 cells."""

    def __init__(self, parent: QWidget, elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:
        super().__init__(parent)
        self._elide = elide

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        panel(painter, option)
        text = index.data()
        if text:
            painter.setPen(option.palette.text().color())
            align = index.data(Qt.ItemDataRole.TextAlignmentRole) or int(Qt.AlignmentFlag.AlignVCenter)
            self._words(painter, inner(option), option, str(text), align)

    def _words(self, painter: QPainter, box: QRect, option: QStyleOptionViewItem, text: str, align: int) -> None:
        line = option.fontMetrics.elidedText(" ".join(text.split()), self._elide, box.width())
        painter.drawText(box, align, line)


class StateDelegate(QStyledItemDelegate):
    """Draws the badge of a line."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._style = style

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        panel(painter, option)
        badge = index.data(BADGE_ROLE)
        if isinstance(badge, Badge):
            paint_badge(painter, inner(option), badge, self._style.colors)


class JoinDelegate(PlainDelegate):
    """Draws a requirement; the members of an any-of group are joined by a bracket at the left."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._style = style

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE_ROLE)
        if not isinstance(line, Line) or not line.group:
            super().paint(painter, option, index)
            return
        panel(painter, option)
        painter.save()
        painter.setPen(self._style.colors.color("secondary" if line.replaced_by else "text"))
        box = inner(option).adjusted(14, 0, 0, 0)
        self._words(painter, box, option, str(index.data() or ""), int(Qt.AlignmentFlag.AlignVCenter))
        self._bracket(painter, option.rect, line)
        painter.restore()

    def _bracket(self, painter: QPainter, rect: QRect, line: Line) -> None:
        painter.setPen(QPen(self._style.colors.color("accent"), 2))
        left, middle = rect.left() + 7, rect.center().y()
        if line.leads:
            painter.drawLine(left, middle, left + 6, middle)
            painter.drawLine(left, middle, left, rect.bottom() + 1)
        else:
            painter.drawLine(left, rect.top(), left, middle)
            painter.drawLine(left, middle, left + 6, middle)


class MatrixDelegate(QStyledItemDelegate):
    """Draws one shape a cell, with n/m where the cell holds several; totals as text."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._style = style

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = index.data(CELL_ROLE)
        panel(painter, option)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(cell, Cell):
            self._face(painter, option, cell)
        else:
            painter.setPen(self._style.colors.color("secondary"))
            painter.drawText(option.rect, Qt.AlignmentFlag.AlignCenter, str(index.data() or ""))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(self._style.colors.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(option.rect.adjusted(2, 2, -2, -2), 4, 4)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(64, 36)

    def _face(self, painter: QPainter, option: QStyleOptionViewItem, cell: Cell) -> None:
        badge, count = cell.badge, cell.count
        words = option.fontMetrics.horizontalAdvance(count) + 6 if count else 0
        width = SHAPE_PX + words
        left = option.rect.center().x() - width / 2 + 1
        mark = QRectF(left, option.rect.center().y() - SHAPE_PX / 2 + 0.5, SHAPE_PX, SHAPE_PX)
        self._ground(painter, mark, width, badge)
        ink = self._style.colors.color(badge.ink)
        paint_shape(painter, mark, badge.shape, ink)
        if count:
            room = QRectF(mark.right() + 6, option.rect.top(), words, option.rect.height())
            painter.setPen(ink)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, count)

    def _ground(self, painter: QPainter, mark: QRectF, width: float, badge: Badge) -> None:
        if badge.ground:
            box = QRectF(0, 0, width + _GROUND[0] - SHAPE_PX, _GROUND[1])
            box.moveCenter(QRectF(mark.left(), mark.top(), width, SHAPE_PX).center())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._style.colors.color(badge.ground))
            painter.drawRoundedRect(box, 4, 4)


class NodeDelegate(QStyledItemDelegate):
    """Draws title and n/m with a thin bar below."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._style = style

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        panel(painter, option)
        node = index.data(NODE_ROLE)
        if not isinstance(node, Node):
            return
        painter.save()
        colors, metrics = self._style.colors, option.fontMetrics
        count = f"{node.done}/{node.total}" if node.total else "—"
        box = option.rect.adjusted(_PAD, 2, -_PAD - 2, -8)
        painter.setFont(option.font)
        painter.setPen(colors.color("secondary"))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        words = box.adjusted(0, 0, -metrics.horizontalAdvance(count) - 8, 0)
        painter.setPen(colors.color("text"))
        title = metrics.elidedText(" ".join(node.title.split()), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        if node.total:
            bar = QRectF(box.left(), option.rect.bottom() - 7, box.width(), 3)
            self._bar(painter, bar, node.done / node.total)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, _ROW)

    def _bar(self, painter: QPainter, bar: QRectF, share: float) -> None:
        colors = self._style.colors
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.color("line"))
        painter.drawRoundedRect(bar, 1.5, 1.5)
        painter.setBrush(colors.color("done_ink" if share >= 1 else "accent"))
        if share > 0:
            painter.drawRoundedRect(QRectF(bar.left(), bar.top(), max(3.0, bar.width() * share), 3), 1.5, 1.5)
