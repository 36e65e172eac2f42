"""The table every page uses: fixed rows, plain text, columns chosen by the officer and remembered."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView, QWidget

from lianbing_desktop.gui.memory import Memory

ROW_PX = 36


class Table(QTableView):
    """Rows of 36 px. Enter or a double click opens a row; ``chosen`` tells that another row is current."""

    opened = Signal(QModelIndex)
    marked = Signal(QModelIndex)
    chosen = Signal(QModelIndex)

    def __init__(self, memory: Memory, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._memory, self._key = memory, key
        self._build()
        self.activated.connect(self.opened)

    def set_model(self, model: QAbstractItemModel, widths: dict[int, int], stretched: int) -> None:
        """Show a model; ``widths`` in pixels by column, ``stretched`` takes what is left."""
        self.setModel(model)
        header = self.horizontalHeader()
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        header.setSectionResizeMode(stretched, header.ResizeMode.Stretch)
        self._memory.restore(f"{self._key}/columns", header)
        self.selectionModel().currentRowChanged.connect(lambda now, before: self.chosen.emit(now))

    def save_columns(self) -> None:
        """Remember columns, widths and sort."""
        if self.model() is not None:
            self._memory.save(f"{self._key}/columns", self.horizontalHeader())

    def choose_columns(self, at: QPoint) -> None:
        """Show the menu that shows and hides columns; the last one shown cannot be hidden."""
        menu = QMenu(self)
        for column in range(self.model().columnCount()):
            menu.addAction(self._column_action(menu, column))
        menu.exec(at)
        menu.deleteLater()

    def _column_action(self, menu: QMenu, column: int) -> QAction:
        heading = str(self.model().headerData(column, Qt.Orientation.Horizontal) or "")
        action = QAction(heading or "（选择框）", menu, checkable=True)
        action.setChecked(not self.isColumnHidden(column))
        shown = [n for n in range(self.model().columnCount()) if not self.isColumnHidden(n)]
        action.setEnabled(shown != [column])
        action.toggled.connect(lambda on: self._show_column(column, on))
        return action

    def _show_column(self, column: int, on: bool) -> None:
        self.setColumnHidden(column, not on)
        self.save_columns()

    def _build(self) -> None:
        self.setShowGrid(False)
        self.setAlternatingRowColors(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(40)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda at: self.choose_columns(header.mapToGlobal(at)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._take_current()
            self.opened.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._take_current()
            self.marked.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _take_current(self) -> None:
        """Select the row the focus stands on: coming to a list by keys, Qt puts a focus there but selects nothing."""
        row = self.currentIndex().row()
        if not self.selectionModel().isRowSelected(row):
            self.selectRow(row)
