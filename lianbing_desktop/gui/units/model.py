"""The units as rows, a heading over each kind."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from lianbing_desktop.gui.units.words import badges, people
from lianbing_desktop.gui.widgets.tip import tip
from lianbing_desktop.services.units import UnitLine

COL_UNIT, COL_MISSING, COL_PEOPLE, COL_OPEN, COL_RECEIVED, COL_SENT = range(6)
HEADINGS = ("单位", "情况", "联络员", "未报", "已收", "已上报")
BADGES_ROLE = int(Qt.ItemDataRole.UserRole) + 20
_NUMBERS = (COL_OPEN, COL_RECEIVED, COL_SENT)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
Index = QModelIndex | QPersistentModelIndex
Row = UnitLine | str
_NONE = QModelIndex()


class UnitTableModel(QAbstractTableModel):
    """Official order; a heading is a row of its own that cannot be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []

    def set_rows(self, lines: Sequence[UnitLine]) -> None:
        """Show other units."""
        self.beginResetModel()
        self._rows = []
        for kind, group in groupby(lines, key=lambda line: line.unit.kind):
            self._rows += [kind.value, *group]
        self.endResetModel()

    def line(self, row: int) -> UnitLine | None:
        """Return the unit in a row, None for a heading."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, UnitLine) else None

    def row_of(self, unit_id: int) -> int:
        """Return the row a unit is in, -1 where it is not shown."""
        return next(
            (row for row, each in enumerate(self._rows) if isinstance(each, UnitLine) and each.unit.id == unit_id), -1
        )

    def heading_rows(self) -> list[int]:
        """Return the rows that are headings."""
        return [row for row, each in enumerate(self._rows) if isinstance(each, str)]

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        is_line = index.isValid() and self.line(index.row()) is not None
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if is_line else Qt.ItemFlag.NoItemFlags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section in _NUMBERS else _LEFT
        return HEADINGS[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line, column = self._rows[index.row()], index.column()
        if isinstance(line, str):
            return _heading(line, column, role)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _text(line, column)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(_tip(line, column))
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column in _NUMBERS else _LEFT
            case int(value) if value == BADGES_ROLE and column == COL_MISSING:
                return badges(line)
        return None


def _heading(kind: str, column: int, role: int) -> object:
    if role == Qt.ItemDataRole.FontRole:
        font = QFont()
        font.setBold(True)
        return font
    return kind if role == Qt.ItemDataRole.DisplayRole and column == COL_UNIT else None


def _text(line: UnitLine, column: int) -> str:
    texts = {COL_UNIT: line.name, COL_PEOPLE: people(line)}
    if column == COL_MISSING:
        return "、".join(badge.word for badge in badges(line))
    if column in texts:
        return texts[column]
    number = (line.open, line.received, line.sent)[column - COL_OPEN]
    return str(number) if line.submissions else "—"


def _tip(line: UnitLine, column: int) -> str:
    first = line.names.names[0].name
    return f"{line.name}（原{first}）" if column == COL_UNIT and first != line.name else _text(line, column)
