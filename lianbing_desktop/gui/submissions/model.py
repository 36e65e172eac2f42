"""The table of submissions: plain lines, sorted by what the columns mean."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from lianbing_desktop.domain.period import period_order
from lianbing_desktop.gui.submissions.line import Key, Line
from lianbing_desktop.gui.widgets.delegates import BADGE_ROLE
from lianbing_desktop.gui.widgets.tip import tip

(
    COL_UNIT,
    COL_REQUIREMENT,
    COL_PERIOD,
    COL_DUE,
    COL_STATE,
    COL_RECEIVED,
    COL_FILES,
    COL_FORM,
    COL_RECEIVER,
    COL_CHANNEL,
) = range(10)
HEADINGS = ("单位", "报送要求", "期次", "截止", "状态", "收到", "文件", "形式", "报送至", "渠道")
LINE_ROLE = BADGE_ROLE + 1
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_RIGHT = (COL_DUE, COL_RECEIVED, COL_FILES)
_AT_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_AT_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class SubmissionTableModel(QAbstractTableModel):
    """Lines in the campaign's order, or sorted by one column; members of an any-of group stay together."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Line] = []
        self._sorting = (-1, Qt.SortOrder.AscendingOrder)

    def set_rows(self, lines: Sequence[Line]) -> None:
        """Show other lines. Where they are the same submissions in the same order, only what changed is redrawn."""
        rows = self._sorted(lines)
        if [line.id for line in rows] == [line.id for line in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(HEADINGS) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def line(self, row: int) -> Line:
        """Return the line of a row. Raises IndexError."""
        return self._rows[row]

    def lines(self) -> list[Line]:
        """Return all lines as they stand."""
        return list(self._rows)

    def row_of(self, submission_id: int) -> int:
        """Return the row of a submission, -1 where it is not shown."""
        return next((row for row, line in enumerate(self._rows) if line.id == submission_id), -1)

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(HEADINGS):
            if role == Qt.ItemDataRole.DisplayRole:
                return HEADINGS[section]
            if role == Qt.ItemDataRole.TextAlignmentRole and section in _RIGHT:
                return _AT_RIGHT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        line, column = self._rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _TEXT[column](line)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(_hint(line, column))
            case Qt.ItemDataRole.TextAlignmentRole:
                return _AT_RIGHT if column in _RIGHT else _AT_LEFT
        if role == BADGE_ROLE:
            return line.badge if column == COL_STATE else None
        return line if role == LINE_ROLE else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorting = (column, order)
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        ids = [self._rows[index.row()].id for index in old]
        self._rows = self._sorted(self._rows)
        where = {line.id: row for row, line in enumerate(self._rows)}
        new = [self.index(where[key], index.column()) for key, index in zip(ids, old, strict=True)]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _sorted(self, lines: Sequence[Line]) -> list[Line]:
        column, order = self._sorting
        first: dict[Key, Line] = {line.group: line for line in reversed(lines) if line.group}
        first |= {line.group: line for line in lines if line.group and line.leads}

        def leader(line: Line) -> Line:
            return first[line.group] if line.group else line

        natural = sorted(lines, key=lambda line: (leader(line).place, line.place))
        if not 0 <= column < len(HEADINGS):
            return natural
        by: Callable[[Line], Any] = _SORT[column]
        is_down = order is Qt.SortOrder.DescendingOrder
        return sorted(natural, key=lambda line: by(leader(line)), reverse=is_down)


def requirement_words(line: Line) -> str:
    """Return the requirement as the table names it; the second of an any-of group begins with 或."""
    title = line.submission.requirement
    return title if line.leads else f"或 {title}"


def _files(line: Line) -> str:
    count = len(line.submission.files)
    return f"{count} 个" if count else ""


def _hint(line: Line, column: int) -> str:
    each = line.submission
    if column == COL_FILES:
        return "\n".join(file.name for file in each.files)
    if column == COL_STATE:
        return line.badge.word
    if column == COL_PERIOD:
        return each.period_words
    if column == COL_DUE:
        return each.due_on.isoformat()
    return _TEXT[column](line)


_TEXT: tuple[Callable[[Line], str], ...] = (
    lambda line: line.submission.unit,
    requirement_words,
    lambda line: line.submission.period_brief,
    lambda line: line.due,
    lambda line: line.badge.word,
    lambda line: line.received,
    _files,
    lambda line: line.submission.form,
    lambda line: line.submission.receiver,
    lambda line: line.submission.channel,
)

_STATES = {word: place for place, word in enumerate(("退回", "未报", "已收", "已审", "已上报", "回执", "不适用"))}


def _state_key(line: Line) -> tuple[int, date]:
    """The most pressing first: what is missing by its due day, then by how far it has come."""
    each = line.submission
    return (0 if not each.is_settled else 1 + _STATES[each.state], each.due_on)


_SORT: tuple[Callable[[Line], Any], ...] = (
    lambda line: line.unit_place,
    lambda line: line.submission.requirement_id,
    lambda line: (period_order(line.submission.period), line.submission.number),
    lambda line: line.submission.due_on,
    _state_key,
    lambda line: line.submission.received_on or date.max,
    lambda line: len(line.submission.files),
    lambda line: line.submission.form,
    lambda line: line.submission.receiver,
    lambda line: line.submission.channel,
)
