"""The units' forms as a table: when each went out, when it came back, and what it holds."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from lianbing_desktop.domain.monthday import spoken
from lianbing_desktop.gui.widgets.badge import Badge, Shape
from lianbing_desktop.gui.widgets.delegates import BADGE_ROLE
from lianbing_desktop.gui.widgets.tip import tip
from lianbing_desktop.services.forms import FormLine

COL_UNIT, COL_STATE, COL_ISSUED, COL_RETURNED, COL_ROWS, COL_FILE = range(6)
HEADINGS = ("单位", "状态", "最近下发", "收回", "行数", "收回的文件")
HERE = Badge("已收回", Shape.QUARTER, "progress_ink")
WAITING = Badge("未收回", Shape.RING, "open_ink")
NOT_ISSUED = Badge("未下发", Shape.DASH, "muted_ink")
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_ROLE = Qt.ItemDataRole
_AT_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = (COL_ISSUED, COL_RETURNED, COL_ROWS)


class FormTableModel(QAbstractTableModel):
    """One row a unit, in official order."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[FormLine, ...] = ()

    def set_rows(self, lines: Sequence[FormLine]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def line(self, row: int) -> FormLine:
        """Return the line of a row. Raises IndexError."""
        return self._lines[row]

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(HEADINGS):
            return None
        if role == _ROLE.TextAlignmentRole and section in _RIGHT:
            return _AT_RIGHT
        return HEADINGS[section] if role == _ROLE.DisplayRole else None

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._lines):
            return None
        line, column = self._lines[index.row()], index.column()
        if role == BADGE_ROLE and column == COL_STATE:
            return form_badge(line)
        if role == _ROLE.DisplayRole:
            return _text(line, column)
        if role == _ROLE.ToolTipRole:
            return tip(_text(line, column))
        return _AT_RIGHT if role == _ROLE.TextAlignmentRole and column in _RIGHT else None


def form_badge(line: FormLine) -> Badge:
    """Return how a unit's form stands."""
    if line.returned:
        return HERE
    return WAITING if line.issued_at else NOT_ISSUED


def _text(line: FormLine, column: int) -> str:
    back = line.returned
    return (
        line.unit.name,
        form_badge(line).word,
        spoken(datetime.fromisoformat(line.issued_at).date()) if line.issued_at else "",
        spoken(back.received_on) if back else "",
        str(len(back.rows)) if back else "",
        back.file.name if back else "",
    )[column]
