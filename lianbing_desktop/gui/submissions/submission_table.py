"""The list of submissions: the requirement's column takes what is left, and files may be dropped on a row."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.submissions.delegate import JoinDelegate, PlainDelegate, StateDelegate
from lianbing_desktop.gui.submissions.line import Line
from lianbing_desktop.gui.submissions.model import (
    COL_CHANNEL,
    COL_DUE,
    COL_FILES,
    COL_FORM,
    COL_PERIOD,
    COL_RECEIVED,
    COL_RECEIVER,
    COL_REQUIREMENT,
    COL_STATE,
    COL_UNIT,
    SubmissionTableModel,
)
from lianbing_desktop.gui.widgets.table import Table

_WIDTHS = {
    COL_UNIT: 120,
    COL_PERIOD: 128,
    COL_DUE: 108,
    COL_STATE: 128,
    COL_RECEIVED: 128,
    COL_FILES: 56,
    COL_FORM: 96,
    COL_RECEIVER: 80,
    COL_CHANNEL: 160,
}
_HIDDEN = (COL_FORM, COL_RECEIVER, COL_CHANNEL)
_LEAST, _LEAST_PERIOD = 120, 92


class SubmissionTable(Table):
    """Rows of Line; selection and sort survive new rows."""

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(frame.memory, "submissions", parent)
        self._rows = SubmissionTableModel(self)
        self.setModel(self._rows)
        for column in _HIDDEN:
            self.setColumnHidden(column, True)
        header = self.horizontalHeader()
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._period, self._is_fitting = _WIDTHS[COL_PERIOD], False
        self.set_model(self._rows, _WIDTHS, COL_REQUIREMENT)
        self._period = header.sectionSize(COL_PERIOD) or self._period
        header.setSectionResizeMode(COL_REQUIREMENT, QHeaderView.ResizeMode.Interactive)
        self.setSortingEnabled(True)
        self.setItemDelegate(PlainDelegate(self))
        self.setItemDelegateForColumn(COL_STATE, StateDelegate(frame.style, self))
        self.setItemDelegateForColumn(COL_REQUIREMENT, JoinDelegate(frame.style, self))
        self.setItemDelegateForColumn(COL_PERIOD, PlainDelegate(self, Qt.TextElideMode.ElideMiddle))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName("报送件")
        header.sectionResized.connect(self._on_section_resized)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; what was selected and is still there stays selected."""
        ids, current, column = (
            {line.id for line in self.chosen_lines()},
            self.current_id(),
            self.currentIndex().column(),
        )
        self._rows.set_rows(lines)
        if not self.currentIndex().isValid() and (ids or current):
            self.choose(ids, current, max(column, 0))

    def chosen_lines(self) -> list[Line]:
        """Return the lines selected, from top to bottom."""
        return [self._rows.line(index.row()) for index in sorted(self.selectionModel().selectedRows())]

    def shown_lines(self) -> list[Line]:
        """Return all lines as they stand."""
        return self._rows.lines()

    def current_id(self) -> int:
        """Return the current row's submission, 0 for none."""
        index = self.currentIndex()
        return self._rows.line(index.row()).id if index.isValid() else 0

    def line_at(self, at: QPoint) -> Line | None:
        """Return the line at a point of the viewport."""
        index = self.indexAt(at)
        return self._rows.line(index.row()) if index.isValid() else None

    def choose(self, ids: Collection[int], current: int, column: int = 0) -> bool:
        """Select these submissions and make one current; False where that one is not shown."""
        row = self._rows.row_of(current)
        chosen = QItemSelection()
        for number, line in enumerate(self._rows.lines()):
            if line.id in ids:
                chosen.select(self._rows.index(number, 0), self._rows.index(number, self._rows.columnCount() - 1))
        flags = QItemSelectionModel.SelectionFlag
        if row >= 0:
            index = self._rows.index(row, column)
            self.selectionModel().setCurrentIndex(index, flags.NoUpdate)
            self.scrollTo(index)
        self.selectionModel().select(chosen, flags.ClearAndSelect)
        return row >= 0

    def save_columns(self) -> None:
        """Remember the columns as the officer left them, not as a small window has them."""
        self._is_fitting = True
        if not self.isColumnHidden(COL_PERIOD):
            self.horizontalHeader().resizeSection(COL_PERIOD, self._period)
        super().save_columns()
        self._is_fitting = False
        self._fit()

    def _on_section_resized(self, section: int, before: int, now: int) -> None:
        if self._is_fitting or section == COL_REQUIREMENT:
            return
        if section == COL_PERIOD and now:
            self._period = now
        self._fit()

    def _fit(self) -> None:
        """Give the requirement what the other columns leave; where that is too little, the period gives way."""
        header = self.horizontalHeader()
        taken = sum(header.sectionSize(n) for n in range(header.count()) if n not in (COL_REQUIREMENT, COL_PERIOD))
        rest = self.viewport().width() - taken
        period = 0 if self.isColumnHidden(COL_PERIOD) else self._period
        self._is_fitting = True
        if period:
            period = max(min(period, rest - _LEAST), min(period, _LEAST_PERIOD))
            header.resizeSection(COL_PERIOD, period)
        header.resizeSection(COL_REQUIREMENT, max(_LEAST, rest - period))
        self._is_fitting = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
