"""您离开期间: what happened while the desk did not run, to be read and printed. It acknowledges nothing."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from lianbing_desktop.domain.sheet import Sheet, cell_words
from lianbing_desktop.gui.memory import Memory
from lianbing_desktop.gui.submissions.delegate import PlainDelegate
from lianbing_desktop.gui.widgets.dialog import Dialog, add_button
from lianbing_desktop.gui.widgets.label import Label
from lianbing_desktop.gui.widgets.table import Table
from lianbing_desktop.gui.widgets.tip import tip

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_SIZE = 960, 560
_WIDTHS = {0: 96, 1: 120, 2: 200, 4: 152}
_WHAT = 3


class SheetTableModel(QAbstractTableModel):
    """The rows of a sheet as a table."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._sheet.rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._sheet.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        is_heading = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._sheet.columns[section].heading if is_heading else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        words = cell_words(self._sheet.rows[index.row()][index.column()])
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        return tip(words) if role == Qt.ItemDataRole.ToolTipRole else None


class AbsenceDialog(Dialog):
    """One sentence and the table. Stands beside the main window and blocks nothing."""

    def __init__(self, words: str, sheet: Sheet, print_sheet: Callable[[], object], memory: Memory, parent: QWidget):
        super().__init__(parent)
        self.setWindowTitle(sheet.title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self.table, self._model = Table(memory, "absence"), SheetTableModel(sheet)
        self._model.setParent(self)
        self.table.set_model(self._model, _WIDTHS, _WHAT)
        self.table.setItemDelegate(PlainDelegate(self.table))
        self.table.setAccessibleName(sheet.title)
        box = QDialogButtonBox()
        self.print = add_button(box, "打印…", QDialogButtonBox.ButtonRole.ActionRole)
        self.shut = add_button(box, "知道了", QDialogButtonBox.ButtonRole.RejectRole)
        self.print.clicked.connect(lambda checked=False: print_sheet())
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(Label(words, "heading", wraps=True))
        column.addWidget(Label("这里只是告知；各项提醒仍在“提醒”里，等您逐条处理。", "secondary", wraps=True))
        column.addWidget(self.table, 1)
        column.addWidget(box)
        self.shut.setFocus()
