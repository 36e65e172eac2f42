"""Lines with a badge before them: findings with their cures, or differences by name."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from lianbing_desktop.domain.finding import Finding
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.widgets.badge import Badge
from lianbing_desktop.gui.widgets.delegates import BADGE_ROLE, BadgeDelegate, WrapDelegate
from lianbing_desktop.gui.widgets.table import ROW_PX, Table
from lianbing_desktop.gui.widgets.tip import tip

COL_BADGE = 0
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_MOST = 8
_BADGE_WIDTH = 112


@dataclass(frozen=True)
class NotedLine:
    """One line: its badge and a text for each further column."""

    badge: Badge
    texts: tuple[str, ...]


class NotedModel(QAbstractTableModel):
    """Lines as a table, the badge in the first column."""

    def __init__(self, headings: Sequence[str]) -> None:
        super().__init__()
        self._headings = ("", *headings)
        self._lines: tuple[NotedLine, ...] = ()

    def set_rows(self, lines: Sequence[NotedLine]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        is_ours = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._headings[section] if is_ours else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], index.column()
        text = line.badge.word if column == COL_BADGE else line.texts[column - 1]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return text
            case Qt.ItemDataRole.ToolTipRole:
                return tip(text)
            case int(value) if value == BADGE_ROLE and column == COL_BADGE:
                return line.badge
        return None


def finding_line(finding: Finding, blocking: Badge, lacking: Badge) -> NotedLine:
    """Return a finding as a line: place, what is wrong, and its cure."""
    badge = blocking if finding.is_blocking else lacking
    return NotedLine(badge, (finding.place, finding.message, finding.cure))


class NotedTable(Table):
    """Hidden while there is nothing to show."""

    def __init__(self, frame: Frame, key: str, headings: Sequence[str], widths: dict[int, int], stretched: int) -> None:
        super().__init__(frame.memory, key)
        self.noted = NotedModel(headings)
        self.set_model(self.noted, {COL_BADGE: _BADGE_WIDTH, **widths}, stretched)
        self.setItemDelegate(WrapDelegate(1, self))
        self.setItemDelegateForColumn(COL_BADGE, BadgeDelegate(frame.style, self))
        self.hide()

    def show_lines(self, lines: Sequence[NotedLine]) -> None:
        """Show other lines."""
        self.noted.set_rows(lines)
        around = self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()
        self.setFixedHeight(around + ROW_PX * min(len(lines), _MOST))
        self.setVisible(bool(lines))
