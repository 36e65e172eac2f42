"""The matrix on screen: arrows move through cells, Enter opens, Space does the next step."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from lianbing_desktop.gui.style import Style
from lianbing_desktop.gui.submissions.delegate import MatrixDelegate
from lianbing_desktop.gui.submissions.matrix import Cell, Matrix
from lianbing_desktop.gui.submissions.matrix_model import MatrixModel

_ROW, _HEAD = 36, 52
_NAMES = (148, 184)
_NARROW, _WIDE, _SHORT = (56, 96), (96, 144), 3


class MatrixView(QTableView):
    """One cell is current; ``chosen`` tells that another one is."""

    opened = Signal(QModelIndex)
    marked = Signal(QModelIndex)
    chosen = Signal(QModelIndex)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = MatrixModel(self)
        self.setModel(self._model)
        self.setItemDelegate(MatrixDelegate(style, self))
        self._build()
        self.activated.connect(self.opened)
        self.selectionModel().currentChanged.connect(lambda now, before: self.chosen.emit(now))

    def show_matrix(self, matrix: Matrix) -> None:
        """Show another matrix; the cell chosen stays where it is still there."""
        row, column = self._heads_chosen()
        self._model.set_matrix(matrix)
        self._fit()
        rows, columns = [head.key for head in matrix.rows], [head.key for head in matrix.columns]
        if row in rows and column in columns and not self.currentIndex().isValid():
            self.choose(self._model.index(rows.index(row), columns.index(column)))

    def cell(self, index: QModelIndex) -> Cell | None:
        """Return the cell of an index, None where nothing is owed."""
        return self._model.cell(index)

    def place_of(self, submission_id: int) -> QModelIndex:
        """Return where a submission stands, or an invalid index."""
        return self._model.find(submission_id)

    def choose(self, index: QModelIndex) -> None:
        """Make a cell the current one."""
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def _fit(self) -> None:
        """Share the width among the columns, each within its bounds: months are narrow, requirements wide."""
        columns = self._model.matrix.columns
        longest = max((len(line) for head in columns for line in head.words.split("\n")), default=0)
        least, most = _NARROW if longest <= _SHORT else _WIDE
        names = _NAMES[1] if self.width() > 640 else _NAMES[0]
        self.verticalHeader().setFixedWidth(names)
        room = self.width() - names - self.verticalScrollBar().sizeHint().width() - 4
        width = min(most, max(least, room // (len(columns) + 1)))
        for number in range(self._model.columnCount()):
            self.setColumnWidth(number, width if number < len(columns) else min(width, _NARROW[1]))

    def _heads_chosen(self) -> tuple[object, object]:
        index, matrix = self.currentIndex(), self._model.matrix
        if not index.isValid() or index.row() >= len(matrix.rows) or index.column() >= len(matrix.columns):
            return None, None
        return matrix.rows[index.row()].key, matrix.columns[index.column()].key

    def _build(self) -> None:
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setAccessibleName("报送矩阵")
        self.setObjectName("matrix")
        down, across = self.verticalHeader(), self.horizontalHeader()
        down.setDefaultSectionSize(_ROW)
        down.setTextElideMode(Qt.TextElideMode.ElideRight)
        across.setFixedHeight(_HEAD)
        for header in (down, across):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setHighlightSections(True)
            header.setSectionsClickable(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.marked.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
