"""The month grid: days drawn by us in a table view, so that keyboard and screen readers find cells where they look."""

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QRectF, Qt, QTime, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip

from lianbing_desktop.gui.calendar.delegate import PAD, DayDelegate
from lianbing_desktop.gui.calendar.entries import Entry
from lianbing_desktop.gui.calendar.geometry import THIN
from lianbing_desktop.gui.calendar.lanes import Segment
from lianbing_desktop.gui.calendar.model import MonthModel
from lianbing_desktop.gui.calendar.month import Month, kept
from lianbing_desktop.gui.colors import Colors
from lianbing_desktop.gui.style import Style
from lianbing_desktop.gui.widgets.tip import tip

_STEPS = {int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Right): 1, int(Qt.Key.Key_Up): -7, int(Qt.Key.Key_Down): 7}
_NOTCH = 120
_PAUSE_MS = 250
_ROUND = 3


class MonthGrid(QTableView):
    """``day_wanted`` asks for a day, which may lie in another month; ``opened`` carries what was clicked."""

    day_wanted = Signal(object)
    day_clicked = Signal()
    today_wanted = Signal()
    list_wanted = Signal()
    opened = Signal(str, int)

    def __init__(self, model: MonthModel, style: Style) -> None:
        super().__init__()
        self._days, self._style = model, style
        self._drawn = DayDelegate(style, self, model)
        self._pressed_on: tuple[str, int] | None = None
        self._turned = 0
        self._turned_at = QTime()
        self.setModel(model)
        self.setItemDelegate(self._drawn)
        self._dress()
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def show_day(self, day: date) -> None:
        """Make a day of the month shown the current one."""
        self.setCurrentIndex(self._days.place(day))
        self.setAccessibleName(f"月历 {self._days.month.title}")

    def day(self) -> date | None:
        """Return the current day."""
        index = self.currentIndex()
        return self._days.cell(index).day if index.isValid() else None

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setMinimumSectionSize(24)
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
        self.verticalHeader().hide()

    def _go(self, day: date) -> None:
        self.day_wanted.emit(kept(day))

    def _turn(self, months: int) -> None:
        day = self.day() or self._days.month.first
        self._go(Month.of(day).shifted(months).day(day.day))

    def _entry_at(self, at: QPoint) -> Entry | None:
        index = self.indexAt(at)
        return self._drawn.entry_at(index, at) if index.isValid() else None

    def _segment_at(self, at: QPoint) -> Segment | None:
        week = self.rowAt(at.y())
        if week < 0:
            return None
        plan, column = self._drawn.plan(week), self.columnAt(at.x())
        y = at.y() - self.rowViewportPosition(week)
        for segment in plan.segments:
            top, height = plan.lanes[segment.lane]
            if segment.first <= column <= segment.last and top <= y < top + height:
                return segment
        return None

    def _target_at(self, at: QPoint) -> tuple[str, int] | None:
        entry, segment = self._entry_at(at), self._segment_at(at)
        return entry.target if entry else segment.window.target if segment else None

    def _on_current_changed(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.isValid() and before.isValid():
            self._go(self._days.cell(now).day)

    def _paint_bars(self, painter: QPainter, week: int, colors: Colors) -> None:
        plan, top = self._drawn.plan(week), self.rowViewportPosition(week)
        for segment in plan.segments:
            lane_top, height = plan.lanes[segment.lane]
            height = height if segment.is_named else THIN
            _paint_bar(painter, self._across(segment, top + lane_top, height), segment, colors)
        if plan.rest:
            lane_top, height = plan.lanes[-1]
            place = self._columns(plan.rest.first, plan.rest.last, top + lane_top, height)
            _paint_rest(painter, place.adjusted(3, 0, -4, 0), plan.rest.count, colors)

    def _across(self, segment: Segment, top: int, height: int) -> QRect:
        return self._columns(segment.first, segment.last, top, height).adjusted(
            3 if segment.is_start else 0, 0, -4 if segment.is_end else 0, 0
        )

    def _columns(self, first: int, last: int, top: int, height: int) -> QRect:
        left = self.columnViewportPosition(first)
        right = self.columnViewportPosition(last) + self.columnWidth(last)
        return QRect(left, top, right - left, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for week in range(self._days.rowCount()):
            self._paint_bars(painter, week, self._style.colors)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        day = self.day()
        step = _STEPS.get(event.key())
        match event.key():
            case _ if day is None:
                super().keyPressEvent(event)
            case _ if step is not None:
                self._go(day + timedelta(days=step))
            case Qt.Key.Key_PageUp | Qt.Key.Key_PageDown:
                self._turn(-1 if event.key() == Qt.Key.Key_PageUp else 1)
            case Qt.Key.Key_Home | Qt.Key.Key_End:
                month = Month.of(day)
                self._go(month.first if event.key() == Qt.Key.Key_Home else month.last)
            case Qt.Key.Key_T:
                self.today_wanted.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.list_wanted.emit()
            case _:
                event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self._pressed_on = self._target_at(event.position().toPoint())
            if self._pressed_on is None:
                self._go(self._days.cell(index).day)
                self.day_clicked.emit()
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        target, self._pressed_on = self._pressed_on, None
        is_same = event.button() == Qt.MouseButton.LeftButton and self._target_at(event.position().toPoint()) == target
        if target and is_same:
            self.opened.emit(*target)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._target_at(event.position().toPoint()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn one month a notch, at most four a second, so that a touchpad does not run away."""
        event.accept()
        now = QTime.currentTime()
        if self._turned_at.isValid() and 0 <= self._turned_at.msecsTo(now) < _PAUSE_MS:
            return
        self._turned += event.angleDelta().y()
        if abs(self._turned) >= _NOTCH:
            months = -1 if self._turned > 0 else 1
            self._turned, self._turned_at = 0, now
            self._turn(months)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), tip(self._told_at(event.pos())), self.viewport())
            return True
        return super().viewportEvent(event)

    def _told_at(self, at: QPoint) -> str:
        entry, segment = self._entry_at(at), self._segment_at(at)
        if entry:
            return f"{entry.words}\n{entry.badge.word}"
        if segment:
            return f"{segment.window.name}\n{segment.window.days}"
        index = self.indexAt(at)
        return self._days.cell(index).words if index.isValid() else ""


def _paint_rest(painter: QPainter, rect: QRect, count: int, colors: Colors) -> None:
    """Draw one bar that stands for those there is no lane for, in as many words as it has room for."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colors.color("hover"))
    painter.drawRoundedRect(QRectF(rect), _ROUND, _ROUND)
    room = rect.adjusted(PAD, 0, -PAD, 0)
    words = (f"另有 {count} 个时间段", f"另有 {count} 段", f"+{count}")
    fitting = next((each for each in words if painter.fontMetrics().horizontalAdvance(each) <= room.width()), words[-1])
    painter.setPen(colors.color("secondary"))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, fitting)


def _paint_bar(painter: QPainter, rect: QRect, segment: Segment, colors: Colors) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    if segment.is_named:
        painter.setBrush(colors.color("progress_ground"))
    else:
        painter.setBrush(_faint(colors))
    painter.drawRoundedRect(QRectF(rect), _ROUND, _ROUND)
    painter.setBrush(colors.color("progress_ink"))
    if segment.is_start:
        painter.drawRect(QRect(rect.left(), rect.top(), 3, rect.height()))
    if segment.is_end:
        painter.drawRect(QRect(rect.right() - 2, rect.top(), 3, rect.height()))
    if segment.is_named:
        words = rect.adjusted(PAD + 4, 0, -PAD, 0)
        painter.setPen(colors.color("progress_ink"))
        text = painter.fontMetrics().elidedText(segment.window.name, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


def _faint(colors: Colors) -> QColor:
    color = colors.color("progress_ink")
    color.setAlpha(90)
    return color
