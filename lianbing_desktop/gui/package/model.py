"""The checklist of step 1 as a tree: requirements, and below each its files with their names on the disc."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont

from lianbing_desktop.gui.package.choice import ChoiceGroup, ChoiceRow
from lianbing_desktop.gui.widgets.badge import Badge, Shape, state_badge
from lianbing_desktop.gui.widgets.delegates import BADGE_ROLE
from lianbing_desktop.gui.widgets.job_bar import size_words
from lianbing_desktop.gui.widgets.tip import tip

COL_WHAT, COL_STATE, COL_FILE, COL_NAME, COL_SIZE = range(5)
HEADINGS = ("材料", "状态", "收到的文件", "光盘上的名字（可改）", "大小")
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_FAULTY = Badge("名字须改", Shape.FLAG, "overdue_ink", "overdue_ground")
_ROLE = Qt.ItemDataRole


class ChoiceModel(QAbstractItemModel):
    """Groups and rows. It changes nothing itself: ``ticked`` and ``renamed`` tell what the officer did."""

    ticked = Signal(frozenset, bool)
    renamed = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self._groups: tuple[ChoiceGroup, ...] = ()

    def set_rows(self, groups: Sequence[ChoiceGroup]) -> bool:
        """Show other groups; return whether rows came or went, so that the tree starts anew."""
        if groups and _shape(self._groups) == _shape(groups):
            self._groups = tuple(groups)
            # One signal for all: the tree draws itself anew, and a thousand rows need not be asked for their place.
            self.dataChanged.emit(self.index(0, 0), self.index(len(groups) - 1, COL_SIZE))
            return False
        self.beginResetModel()
        self._groups = tuple(groups)
        self.endResetModel()
        return True

    def row(self, index: Index) -> ChoiceRow | None:
        """Return the row at an index, or None for a group."""
        group = index.internalId()
        return self._groups[group - 1].rows[index.row()] if index.isValid() and group else None

    def find(self, file_id: int) -> QModelIndex:
        """Return where the name of a file stands."""
        for number, group in enumerate(self._groups):
            for place, row in enumerate(group.rows):
                if row.file and row.file.id == file_id:
                    return self.index(place, COL_NAME, self.index(number, 0))
        return QModelIndex()

    def index(self, row: int, column: int, parent: Index = _NONE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        group = index.internalId() if index.isValid() else 0
        return self.createIndex(group - 1, 0, 0) if group else QModelIndex()

    def rowCount(self, parent: Index = _NONE) -> int:
        if not parent.isValid():
            return len(self._groups)
        is_group = parent.internalId() == 0 and parent.column() == 0
        return len(self._groups[parent.row()].rows) if is_group else 0

    def columnCount(self, parent: Index = _NONE) -> int:
        return len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == _ROLE.DisplayRole:
            return HEADINGS[section]
        if role == _ROLE.TextAlignmentRole and section == COL_SIZE:
            return _RIGHT
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if not index.internalId() and self._group(index).is_heading:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == COL_WHAT:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        row = self.row(index)
        if index.column() == COL_NAME and row and row.name:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.row(index)
        return _row_data(row, index.column(), role) if row else _group_data(self._group(index), index.column(), role)

    def setData(self, index: Index, value: object, role: int = _ROLE.EditRole) -> bool:
        row = self.row(index)
        if role == _ROLE.CheckStateRole:
            ids = frozenset({row.submission.id}) if row else self._group(index).ids
            self.ticked.emit(ids, Qt.CheckState(value) is not Qt.CheckState.Unchecked)
            return True
        name = str(value).strip()
        if role == _ROLE.EditRole and row and row.file and name and name != row.name:
            self.renamed.emit(row.file.id, name)
            return True
        return False

    def _group(self, index: Index) -> ChoiceGroup:
        return self._groups[index.row()]


def _shape(groups: Sequence[ChoiceGroup]) -> list[tuple[int, list[tuple[int, int]]]]:
    return [(g.requirement_id, [(r.submission.id, r.file.id if r.file else 0) for r in g.rows]) for g in groups]


def _heading_data(group: ChoiceGroup, column: int, role: int) -> object:
    if role == _ROLE.DisplayRole and column == COL_WHAT:
        return group.title
    if role == _ROLE.FontRole:
        font = QFont()
        font.setBold(True)
        return font
    return None


def _group_data(group: ChoiceGroup, column: int, role: int) -> object:
    if group.is_heading:
        return _heading_data(group, column, role)
    if role == _ROLE.DisplayRole:
        count = f"{group.file_count} 个文件" if group.file_count else "还没有文件"
        size = sum(row.file.size for row in group.rows if row.file)
        return (group.title, "", count, group.folder, size_words(size) if size else "")[column]
    if role == _ROLE.CheckStateRole and column == COL_WHAT:
        chosen = {row.is_chosen for row in group.rows}
        return Qt.CheckState.PartiallyChecked if len(chosen) > 1 else _checked(chosen == {True})
    if role == _ROLE.TextAlignmentRole and column == COL_SIZE:
        return _RIGHT
    return None


def _row_data(row: ChoiceRow, column: int, role: int) -> object:
    if role in (_ROLE.DisplayRole, _ROLE.EditRole):
        file = row.file
        size = size_words(file.size) if file else ""
        return (row.words, row.submission.state.value, file.name if file else "还没有收到", row.name, size)[column]
    if role == _ROLE.CheckStateRole and column == COL_WHAT:
        return _checked(row.is_chosen)
    if role == BADGE_ROLE and column == COL_STATE:
        return _FAULTY if row.fault else state_badge(row.submission.state)
    if role == _ROLE.ToolTipRole:
        return tip(row.fault if column in (COL_NAME, COL_STATE) and row.fault else str(_row_data(row, column, 0)))
    if role == _ROLE.TextAlignmentRole and column == COL_SIZE:
        return _RIGHT
    return None


def _checked(on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
