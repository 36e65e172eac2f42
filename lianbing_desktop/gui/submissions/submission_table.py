"""The list of submissions: the requirement's column takes what is left, and files may be dropped on a row."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, QSignalBlocker, Qt
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
    COL_UNIT: 124,
    COL_PERIOD: 88,
    COL_DUE: 108,
    COL_STATE: 112,
    COL_RECEIVED: 124,
    COL_FILES: 60,
    COL_FORM: 96,
    COL_RECEIVER: 80,
    COL_CHANNEL: 160,
}
_HIDDEN = (COL_FORM, COL_RECEIVER, COL_CHANNEL)
_LEAST = 120


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
        self.set_model(self._rows, _WIDTHS, COL_REQUIREMENT)
        header.setSectionResizeMode(COL_REQUIREMENT, QHeaderView.ResizeMode.Interactive)
        self.setSortingEnabled(True)
        self.setItemDelegate(PlainDelegate(self))
        self.setItemDelegateForColumn(COL_STATE, StateDelegate(frame.style, self))
        self.setItemDelegateForColumn(COL_REQUIREMENT, JoinDelegate(frame.style, self))
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

    def _on_section_resized(self, section: int, before: int, now: int) -> None:
        if section != COL_REQUIREMENT:
            self._fit()

    def _fit(self) -> None:
        """Give the requirement what the other columns leave, but never too little."""
        header = self.horizontalHeader()
        taken = sum(header.sectionSize(n) for n in range(header.count()) if n != COL_REQUIREMENT)
        with QSignalBlocker(self):
            header.resizeSection(COL_REQUIREMENT, max(_LEAST, self.viewport().width() - taken))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
