"""The table of tasks: rows as high as their text, three lines at most, and a line over each stage."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView

from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.tasks.delegate import NextDelegate, ProgressDelegate, StageDelegate
from lianbing_desktop.gui.tasks.model import (
    COL_NEXT,
    COL_PROGRESS,
    COL_STAGE,
    COL_STATE,
    COL_TEXT,
    COL_UNITS,
    TaskTableModel,
)
from lianbing_desktop.gui.widgets.delegates import BadgeDelegate, WrapDelegate, line_cuts
from lianbing_desktop.gui.widgets.table import ROW_PX, Table
from lianbing_desktop.services.tasks import TaskLine

LINES = 3
_WIDTHS = {COL_STAGE: 104, COL_UNITS: 116, COL_PROGRESS: 76, COL_NEXT: 128, COL_STATE: 104}
_WRAPPED = (COL_STAGE, COL_TEXT, COL_UNITS)
_ROOM = 16
_SETTLED_MS = 200


class TaskTable(Table):
    """``sorted_by`` carries the column sorted by, -1 for the table's own order."""

    sorted_by = Signal(int)

    def __init__(self, model: TaskTableModel, frame: Frame) -> None:
        super().__init__(frame.memory, "tasks")
        self._rows, self._frame = model, frame
        self._counted: dict[tuple[str, int], int] = {}
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._revealing = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._dress()
        self._connect()

    def show_rows(self, rows: Sequence[TaskLine]) -> None:
        """Show other rows, each as high as it needs."""
        self._rows.set_rows(rows)
        self.fit_rows()

    def restore_order(self) -> None:
        """Go back to the table's own order."""
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def sorted_column(self) -> int:
        """Return the column sorted by, -1 for the table's own order."""
        return self.horizontalHeader().sortIndicatorSection()

    def fit_rows(self) -> None:
        """Give each row the height of its text, at most LINES lines."""
        header = self.verticalHeader()
        spacing = self.fontMetrics().lineSpacing()
        for row in range(self._rows.rowCount()):
            height = max(ROW_PX, self._lines(row) * spacing + _ROOM)
            if header.sectionSize(row) != height:
                header.resizeSection(row, height)

    def _dress(self) -> None:
        header = self.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName("任务分解表")
        style = self._frame.style
        self.setItemDelegateForColumn(COL_STAGE, StageDelegate(self))
        self.setItemDelegateForColumn(COL_TEXT, WrapDelegate(LINES, self))
        self.setItemDelegateForColumn(COL_UNITS, WrapDelegate(LINES, self))
        self.setItemDelegateForColumn(COL_PROGRESS, ProgressDelegate(style, self))
        self.setItemDelegateForColumn(COL_NEXT, NextDelegate(style, self))
        self.setItemDelegateForColumn(COL_STATE, BadgeDelegate(style, self))
        self.set_model(self._rows, _WIDTHS, COL_TEXT)
        self.setSortingEnabled(True)

    def _connect(self) -> None:
        header = self.horizontalHeader()
        header.sectionResized.connect(lambda *sizes: self._fitting.start())
        header.sortIndicatorChanged.connect(self._on_sorting_changed)
        self._fitting.timeout.connect(self._on_fitting_due)
        self.verticalScrollBar().valueChanged.connect(lambda value: self.viewport().update())

    def _lines(self, row: int) -> int:
        """Return how many lines a row needs; the next day takes two where it has a badge."""
        counts = [self._line_count(row, column) for column in _WRAPPED if not self.isColumnHidden(column)]
        return max(2 if self._rows.line(row).standing.words else 1, *counts, 1)

    def _line_count(self, row: int, column: int) -> int:
        text = str(self._rows.index(row, column).data())
        key = text, self.columnWidth(column) - _ROOM
        if key not in self._counted:
            self._counted[key] = len(line_cuts(text.replace("\n", " "), self.font(), key[1], LINES))
        return self._counted[key]

    def reveal(self) -> None:
        """Bring the current row into view, and keep it there while rows take other heights for another width."""
        self.scrollTo(self.currentIndex())
        self._revealing.start()
        self._fitting.start()

    def _on_fitting_due(self) -> None:
        self.fit_rows()
        if self._revealing.isActive():
            self.updateGeometries()
            self.scrollTo(self.currentIndex())

    def _on_sorting_changed(self, column: int, order: Qt.SortOrder) -> None:
        self.fit_rows()
        self.scrollToTop()
        self.sorted_by.emit(column)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(self._frame.style.colors.color("line"))
        first = max(self.rowAt(0), 0)
        last = self.rowAt(self.viewport().height())
        for row in range(first, (last if last >= 0 else self._rows.rowCount() - 1) + 1):
            if row and self._rows.is_first_of_stage(row):
                top = self.rowViewportPosition(row)
                painter.drawLine(0, top, self.viewport().width(), top)
