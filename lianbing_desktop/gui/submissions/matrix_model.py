"""The model of the matrix: its cells, and a last row and column of totals."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from lianbing_desktop.gui.submissions.matrix import Cell, Matrix
from lianbing_desktop.gui.widgets.tip import tip

CELL_ROLE = int(Qt.ItemDataRole.UserRole) + 1
TOTAL = "已报"
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_CENTER = int(Qt.AlignmentFlag.AlignCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_WRAPPED = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)


class MatrixModel(QAbstractTableModel):
    """Shows one Matrix."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._matrix = Matrix((), (), {})
        self._totals: dict[tuple[int, int], str] = {}

    @property
    def matrix(self) -> Matrix:
        """What is shown."""
        return self._matrix

    def set_matrix(self, matrix: Matrix) -> None:
        """Show another one. Where rows and columns are the same, only the cells are redrawn."""
        is_same = matrix.rows == self._matrix.rows and matrix.columns == self._matrix.columns
        if is_same and matrix.rows:
            self._take(matrix)
            self.dataChanged.emit(self.index(0, 0), self.index(len(matrix.rows), len(matrix.columns)))
            return
        self.beginResetModel()
        self._take(matrix)
        self.endResetModel()

    def cell(self, index: Index) -> Cell | None:
        """Return the cell of an index; None where nothing is owed, and for totals."""
        return self._matrix.cells.get((index.row(), index.column())) if index.isValid() else None

    def find(self, submission_id: int) -> QModelIndex:
        """Return where a submission stands, or an invalid index."""
        for (row, column), cell in self._matrix.cells.items():
            if any(line.id == submission_id for line in cell.lines):
                return self.index(row, column)
        return QModelIndex()

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() or not self._matrix.rows else len(self._matrix.rows) + 1

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() or not self._matrix.columns else len(self._matrix.columns) + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or (index.row(), index.column()) in self._totals:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        is_across = orientation is Qt.Orientation.Horizontal
        heads = self._matrix.columns if is_across else self._matrix.rows
        if not 0 <= section <= len(heads):
            return None
        head = heads[section] if section < len(heads) else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return head.words if head else TOTAL
            case Qt.ItemDataRole.ToolTipRole:
                return tip(head.hint or head.words) if head else tip("已报 / 应报")
            case Qt.ItemDataRole.TextAlignmentRole:
                return _WRAPPED if is_across else _LEFT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        place = (index.row(), index.column())
        cell, total = self._matrix.cells.get(place), self._totals.get(place)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return total if total is not None else _words(cell)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _CENTER
            case Qt.ItemDataRole.ToolTipRole:
                return tip(_hint(cell))
            case Qt.ItemDataRole.AccessibleTextRole:
                return total if total is not None else self._spoken(index, cell)
        return cell if role == CELL_ROLE else None

    def _take(self, matrix: Matrix) -> None:
        self._matrix = matrix
        rows, columns = len(matrix.rows), len(matrix.columns)
        done: dict[int, list[int]] = {}
        across: dict[int, list[int]] = {}
        for (row, column), cell in matrix.cells.items():
            for sums, place in ((done, row), (across, column)):
                held = sums.setdefault(place, [0, 0])
                held[0] += cell.done
                held[1] += len(cell.owed)
        self._totals = {(row, columns): _ratio(done.get(row)) for row in range(rows)}
        self._totals |= {(rows, column): _ratio(across.get(column)) for column in range(columns)}
        self._totals[rows, columns] = _ratio([sum(held[place] for held in done.values()) for place in (0, 1)])

    def _spoken(self, index: Index, cell: Cell | None) -> str:
        row, column = self._matrix.rows[index.row()], self._matrix.columns[index.column()]
        return f"{row.words} {column.words} {_words(cell) or '不报'}"


def _ratio(held: list[int] | None) -> str:
    return f"{held[0]}/{held[1]}" if held else ""


def _words(cell: Cell | None) -> str:
    return " ".join(filter(None, (cell.badge.word, cell.count))) if cell else ""


def _hint(cell: Cell | None) -> str:
    """Name what stands in the cell, its state in words; a long list is cut."""
    if not cell:
        return ""
    lines = [f"{line.what}：{line.badge.word}，截止 {line.due}" for line in cell.lines[:8]]
    if len(cell.lines) > 8:
        lines.append(f"……共 {len(cell.lines)} 件")
    return "\n".join(lines)
