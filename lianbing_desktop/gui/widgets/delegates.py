"""Delegates of tables: badges, and text that wraps to a few lines."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from lianbing_desktop.gui.style import Style
from lianbing_desktop.gui.widgets.badge import Badge
from lianbing_desktop.gui.widgets.badge_paint import badge_width, paint_badge

BADGE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
BEFORE_ROLE, AFTER_ROLE = BADGE_ROLE + 10, BADGE_ROLE + 11
Index = QModelIndex | QPersistentModelIndex
_PAD, _BEFORE = 8, 56


class BadgeDelegate(QStyledItemDelegate):
    """Draws the Badge a model gives under BADGE_ROLE."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._style = style

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        paint_ground(painter, option)
        badge = index.data(BADGE_ROLE)
        if isinstance(badge, Badge):
            paint_badge(painter, inner(option), badge, self._style.colors)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        badge = index.data(BADGE_ROLE)
        width = badge_width(badge, option.fontMetrics) if isinstance(badge, Badge) else 0
        return QSize(width + 2 * _PAD, 36)


class BetweenDelegate(QStyledItemDelegate):
    """Draws a text between two quieter words: what kind it is before it, and at the right edge what is known of it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        before, after = str(index.data(BEFORE_ROLE) or ""), str(index.data(AFTER_ROLE) or "")
        paint_ground(painter, option)
        metrics, middle = option.fontMetrics, Qt.AlignmentFlag.AlignVCenter
        painter.save()
        painter.setPen(option.palette.placeholderText().color())
        painter.drawText(inner(option), Qt.AlignmentFlag.AlignLeft | middle, before)
        painter.drawText(inner(option), Qt.AlignmentFlag.AlignRight | middle, after)
        behind = metrics.horizontalAdvance(after) + 2 * _PAD if after else 0
        room = inner(option).adjusted(_BEFORE if before else 0, 0, -behind, 0)
        text = metrics.elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(option.palette.text().color())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | middle, text)
        painter.restore()


class WrapDelegate(QStyledItemDelegate):
    """Draws text over at most ``lines`` lines, the last one ending in … where there is more."""

    def __init__(self, lines: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = lines

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        paint_ground(painter, option)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        painter.save()
        painter.setFont(option.font)
        painter.setPen(option.palette.text().color())
        lines = wrapped(text, option, inner(option).width(), self._lines)
        height = option.fontMetrics.lineSpacing()
        box = inner(option)
        top = box.top() + max(0, (box.height() - height * len(lines)) // 2)
        for number, line in enumerate(lines):
            place = QRect(box.left(), top + number * height, box.width(), height)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, line)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        width = option.rect.width() - 2 * _PAD
        lines = wrapped(text, option, width, self._lines) if width > 0 else [""]
        return QSize(200, max(36, len(lines) * option.fontMetrics.lineSpacing() + 14))


def wrapped(text: str, option: QStyleOptionViewItem, width: int, most: int) -> list[str]:
    """Return the text broken to ``width`` pixels, at most ``most`` lines."""
    text = " ".join(text.split("\n"))
    if most == 1:
        return [option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, width)]
    cuts = line_cuts(text, option.font, width, most + 1)
    lines = [text[start:end] for start, end in cuts[:most]]
    if len(cuts) > most:
        rest = text[cuts[most - 1][0] :]
        lines[-1] = option.fontMetrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return lines or [""]


def line_cuts(text: str, font: QFont, width: int, most: int) -> list[tuple[int, int]]:
    """Return where each of the first ``most`` lines of ``width`` pixels begins and ends; long words are broken."""
    layout = QTextLayout(text, font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    cuts: list[tuple[int, int]] = []
    while len(cuts) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        cuts.append((line.textStart(), line.textStart() + line.textLength()))
    layout.endLayout()
    if text.isascii() or max(text, default="") < "\U00010000":
        return cuts
    units = text.encode("utf-16-le", "replace")  # Qt counts a character beyond the basic plane twice
    return [(_points(units, start), _points(units, end)) for start, end in cuts]


def _points(units: bytes, count: int) -> int:
    return len(units[: 2 * count].decode("utf-16-le", "replace"))


def inner(option: QStyleOptionViewItem) -> QRect:
    """Return the room for a cell's content."""
    return option.rect.adjusted(_PAD, 0, -_PAD, 0)


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Draw selection and hover of a cell, asking the model for nothing; the focus ring is the table's own."""
    widget = option.widget
    style = widget.style() if widget else QApplication.style()
    style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, widget)
