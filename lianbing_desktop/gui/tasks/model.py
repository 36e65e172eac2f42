"""The breakdown table as rows: the six columns, their sorting, and which row begins a stage."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from lianbing_desktop.domain.monthday import spoken
from lianbing_desktop.domain.standing import Urgency
from lianbing_desktop.gui.widgets.badge import Badge, Shape, standing_badge
from lianbing_desktop.gui.widgets.delegates import BADGE_ROLE
from lianbing_desktop.services.tasks import TaskLine

COL_STAGE, COL_TEXT, COL_UNITS, COL_PROGRESS, COL_NEXT, COL_STATE = range(6)
HEADINGS = ("时间节点", "任务及要求", "责任部门", "进度", "下一节点", "状态")
LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 2
FIRST_ROLE = int(Qt.ItemDataRole.UserRole) + 3
OVERDUE, SOON = "逾期", "将到期"
STATES = (OVERDUE, SOON, "未开始", "进行中", "已完成", "无报送件", "已撤下")

Index = QModelIndex | QPersistentModelIndex
_WORK = {
    "未开始": Badge("未开始", Shape.RING, "open_ink"),
    "进行中": Badge("进行中", Shape.HALF, "progress_ink"),
    "已完成": Badge("已完成", Shape.TICK, "done_ink", "done_ground"),
    "无报送件": Badge("无报送件", Shape.DASH, "muted_ink"),
    "已撤下": Badge("已撤下", Shape.DASH, "muted_ink"),
}
_URGENT = list(Urgency)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def work_badge(line: TaskLine) -> Badge:
    """Return the badge of how far the work has come."""
    return _WORK[line.work]


def is_in_state(line: TaskLine, state: str) -> bool:
    """Whether a line is found under one of STATES: a pressing deadline and the work's own state each count."""
    urgency = line.standing.urgency
    if state == OVERDUE:
        return urgency is Urgency.OVERDUE
    if state == SOON:
        return urgency in (Urgency.TODAY, Urgency.SOON)
    return line.work == state


class TaskTableModel(QAbstractTableModel):
    """Task lines; ``set_rows`` takes them in the table's own order, to which a sort by column -1 returns."""

    def __init__(self) -> None:
        super().__init__()
        self._own: list[TaskLine] = []
        self._rows: list[TaskLine] = []
        self._sorting = (-1, Qt.SortOrder.AscendingOrder)

    def set_rows(self, rows: Sequence[TaskLine]) -> None:
        """Show other rows, in the sorting chosen."""
        self.beginResetModel()
        self._own = list(rows)
        self._rows = self._sorted()
        self.endResetModel()

    def line(self, row: int) -> TaskLine:
        """Return the line of a row. Raises IndexError."""
        return self._rows[row]

    def row_of(self, task_id: int) -> int:
        """Return the row of a task, or -1 where it is not shown."""
        return next((row for row, line in enumerate(self._rows) if line.task.id == task_id), -1)

    def is_first_of_stage(self, row: int) -> bool:
        """Whether the row above belongs to another stage."""
        return row == 0 or self._rows[row].stage.key != self._rows[row - 1].stage.key

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(HEADINGS):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in (COL_PROGRESS, COL_NEXT):
            return _RIGHT
        return HEADINGS[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, column = self._rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return _SHOWN[column](line)
            case _ if role == LINE_ROLE:
                return line
            case _ if role == FIRST_ROLE:
                return self.is_first_of_stage(index.row())
            case _ if role == BADGE_ROLE:
                return _badge(line, column)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorting = (column, order)
        self.layoutAboutToBeChanged.emit()
        before = self._rows
        self._rows = self._sorted()
        rows = {line.task.id: row for row, line in enumerate(self._rows)}
        for index in self.persistentIndexList():
            row = rows[before[index.row()].task.id]
            self.changePersistentIndex(index, self.index(row, index.column()))
        self.layoutChanged.emit()

    def _sorted(self) -> list[TaskLine]:
        column, order = self._sorting
        if column not in _KEYS:
            return list(self._own)
        return sorted(self._own, key=_KEYS[column], reverse=order is Qt.SortOrder.DescendingOrder)


def next_words(line: TaskLine) -> str:
    """Return the next day something is due, as shown; empty where nothing is."""
    return spoken(line.next_due_on) if line.next_due_on else ""


def progress_words(line: TaskLine) -> str:
    """Return done/all; nothing is asked of some tasks."""
    return f"{line.done}/{line.total}" if line.total else "—"


def _badge(line: TaskLine, column: int) -> Badge | None:
    if column == COL_STATE:
        return work_badge(line)
    return standing_badge(line.standing) if column == COL_NEXT else None


_SHOWN: dict[int, Callable[[TaskLine], str]] = {
    COL_STAGE: lambda line: line.stage.title,
    COL_TEXT: lambda line: line.task.text,
    COL_UNITS: lambda line: "、".join(unit.name for unit in line.units),
    COL_PROGRESS: progress_words,
    COL_NEXT: lambda line: " ".join(filter(None, (next_words(line), line.standing.words))),
    COL_STATE: lambda line: line.work,
}
_KEYS: dict[int, Callable[[TaskLine], Any]] = {
    COL_STAGE: lambda line: (line.stage.start_on, line.stage.due_on),
    COL_TEXT: lambda line: line.task.keys[len(line.task.text) + 1 :],
    COL_UNITS: lambda line: [unit.id for unit in line.units],
    COL_PROGRESS: lambda line: line.done / line.total if line.total else 2.0,
    COL_NEXT: lambda line: line.next_due_on or date.max,
    COL_STATE: lambda line: (STATES.index(line.work), _URGENT.index(line.standing.urgency)),
}
