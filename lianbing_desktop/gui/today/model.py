"""The lines of one card as a list; a line that stands for several opens in place."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from lianbing_desktop.gui.today.line import Line

LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
IS_CHILD_ROLE = int(Qt.ItemDataRole.UserRole) + 2
IS_OPEN_ROLE = int(Qt.ItemDataRole.UserRole) + 3
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class LineModel(QAbstractListModel):
    """Plain lines; those of an opened group stand below it."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[Line, ...] = ()
        self._opened: set[int] = set()
        self._rows: list[tuple[Line, bool]] = []

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; groups that were open stay open."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self._opened &= {line.requirement_id for line in lines if line.children}
        self._spread()
        self.endResetModel()

    def line(self, index: Index) -> Line | None:
        """Return the line at an index."""
        return self._rows[index.row()][0] if index.isValid() and index.row() < len(self._rows) else None

    def is_open(self, line: Line) -> bool:
        """Whether the lines a group stands for are shown."""
        return bool(line.children) and line.requirement_id in self._opened

    def toggle(self, index: Index) -> None:
        """Open or close a group."""
        line = self.line(index)
        if not line or not line.children:
            return
        below, count = index.row() + 1, len(line.children)
        if self.is_open(line):
            self.beginRemoveRows(_NONE, below, below + count - 1)
            self._opened.discard(line.requirement_id)
            self._spread()
            self.endRemoveRows()
        else:
            self.beginInsertRows(_NONE, below, below + count - 1)
            self._opened.add(line.requirement_id)
            self._spread()
            self.endInsertRows()
        here = self.index(index.row())
        self.dataChanged.emit(here, here)

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line, is_child = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return "，".join(filter(None, (line.title, line.who, line.when, line.badge.word)))
            case int(value) if value == LINE_ROLE:
                return line
            case int(value) if value == IS_CHILD_ROLE:
                return is_child
            case int(value) if value == IS_OPEN_ROLE:
                return self.is_open(line)
        return None

    def _spread(self) -> None:
        self._rows = []
        for line in self._lines:
            self._rows.append((line, False))
            if self.is_open(line):
                self._rows += [(child, True) for child in line.children]
