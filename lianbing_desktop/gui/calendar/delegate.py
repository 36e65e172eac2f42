"""Drawing a day: its ground, its date with 休 or 班, and its entries."""

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from lianbing_desktop.gui.calendar.entries import Entry
from lianbing_desktop.gui.calendar.geometry import LINE, TOP, WeekPlan, fitted, plan
from lianbing_desktop.gui.calendar.model import DAY_ROLE, DayCell, MonthModel
from lianbing_desktop.gui.colors import Colors
from lianbing_desktop.gui.style import Style
from lianbing_desktop.gui.widgets.badge_paint import paint_shape
from lianbing_desktop.gui.widgets.delegates import Index

PAD = 4
_SHAPE = 12
_LEAST = 2  # squares of title beside the number, else the number goes
_DIMMED = 0.55
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTER = Qt.AlignmentFlag.AlignCenter


class DayDelegate(QStyledItemDelegate):
    """Draws the days of a month; the bars are drawn over them by the grid."""

    def __init__(self, style: Style, grid: QTableView, model: MonthModel) -> None:
        super().__init__(grid)
        self._style, self._grid, self._model = style, grid, model
        self._plans: dict[tuple[int, int], WeekPlan] = {}
        model.modelReset.connect(self._plans.clear)

    def plan(self, week: int) -> WeekPlan:
        """Return how the bars of a week stand."""
        key = week, self._grid.rowHeight(week)
        if key not in self._plans:
            self._plans[key] = plan(self._model.segments(week), key[1])
        return self._plans[key]

    def entry_at(self, index: QModelIndex, at: QPoint) -> Entry | None:
        """Return the entry under a point of the viewport, or None."""
        cell = self._model.cell(index)
        rect = self._grid.visualRect(index)
        depth = self.plan(index.row()).depths[index.column()]
        number = (at.y() - rect.top() - depth) // LINE
        kept, rest = fitted(rect.height(), depth, len(cell.entries))
        return cell.entries[number] if 0 <= number < kept else None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell, colors, rect = index.data(DAY_ROLE), self._style.colors, option.rect
        if not isinstance(cell, DayCell):
            return
        painter.save()
        painter.setClipRect(rect)
        painter.setFont(option.font)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, colors.color(_ground(cell, is_chosen)))
        painter.setPen(colors.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.setOpacity(1.0 if cell.is_in_month else _DIMMED)
        _paint_date(painter, rect, cell, colors)
        depth = self.plan(index.row()).depths[index.column()]
        _paint_entries(painter, rect, depth, cell, colors, option.fontMetrics)
        painter.setOpacity(1.0)
        if is_chosen:
            _paint_frame(painter, rect, colors, bool(option.state & QStyle.StateFlag.State_HasFocus))
        painter.restore()


def _ground(cell: DayCell, is_chosen: bool) -> str:
    if is_chosen:
        return "selection"
    if cell.is_off:
        return "day_off"
    return "surface" if cell.is_in_month else "window"


def _paint_frame(painter: QPainter, rect: QRect, colors: Colors, has_focus: bool) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colors.color("accent"), 2 if has_focus else 1))
    painter.drawRect(rect.adjusted(1, 1, -2, -2))


def _paint_date(painter: QPainter, rect: QRect, cell: DayCell, colors: Colors) -> None:
    metrics = painter.fontMetrics()
    number = str(cell.day.day)
    place = QRect(rect.left() + PAD + 2, rect.top() + 2, metrics.horizontalAdvance(number) + 2, TOP - 4)
    painter.setPen(colors.color("text"))
    if cell.is_today:
        ring = QRect(place.left() - 3, place.top(), max(place.width() + 4, TOP - 4), TOP - 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colors.color("accent"), 2))
        painter.drawRoundedRect(QRectF(ring).adjusted(1, 1, -1, -1), 9, 9)
        painter.setPen(colors.color("accent"))
        place = ring
    font = painter.font()
    font.setBold(cell.is_in_month)
    painter.save()
    painter.setFont(font)
    painter.drawText(place, _CENTER, number)
    painter.restore()
    left = place.right() + 6
    if cell.mark:
        left = _paint_mark(painter, QRect(left, place.top() + 1, 18, TOP - 6), cell, colors)
        name = QRect(left, place.top(), rect.right() - left - 2, place.height())
        painter.setPen(colors.color("secondary"))
        words = cell.mark.name if cell.mark.is_off else ""
        if metrics.horizontalAdvance(words) <= name.width():  # the beginning of a name alone would tell nothing
            painter.drawText(name, _LEFT, words)


def _paint_mark(painter: QPainter, box: QRect, cell: DayCell, colors: Colors) -> int:
    """Draw 休 in a filled box, 班 in an empty one; return where the name may begin."""
    assert cell.mark
    ink = colors.color("done_ink" if cell.mark.is_off else "returned_ink")
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1))
    painter.setBrush(colors.color("done_ground") if cell.mark.is_off else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 3, 3)
    painter.drawText(box, _CENTER, cell.mark.word)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    return box.right() + 5


def _paint_entries(
    painter: QPainter, rect: QRect, depth: int, cell: DayCell, colors: Colors, metrics: QFontMetrics
) -> None:
    kept, rest = fitted(rect.height(), depth, len(cell.entries))
    top, width = rect.top() + depth, rect.width() - 2 * PAD
    for entry in cell.entries[:kept]:
        ink = colors.color(entry.badge.ink)
        mark = QRectF(rect.left() + PAD, top + (LINE - _SHAPE) / 2, _SHAPE, _SHAPE)
        paint_shape(painter, mark, entry.badge.shape, ink)
        place = QRect(rect.left() + PAD + _SHAPE + 3, top, width - _SHAPE - 3, LINE)
        painter.setPen(ink if entry.badge.ground else colors.color("text"))
        painter.drawText(place, _LEFT, _short(entry, metrics, place.width()))
        top += LINE
    if rest:
        painter.setPen(colors.color("secondary"))
        painter.drawText(QRect(rect.left() + PAD, top, width, LINE), _LEFT, f"+{rest}" if kept else f"{rest} 项")


def _short(entry: Entry, metrics: QFontMetrics, width: int) -> str:
    """Return as much of an entry as fits: what is missing goes first, then the title is shortened, never the count."""
    for words in (entry.words, entry.title + entry.count, entry.short + entry.count):
        if metrics.horizontalAdvance(words) <= width:
            return words
    room = width - metrics.horizontalAdvance(entry.count)
    if room < _LEAST * metrics.height():
        return metrics.elidedText(entry.short, Qt.TextElideMode.ElideRight, width)
    return metrics.elidedText(entry.short, Qt.TextElideMode.ElideRight, room) + entry.count
