"""The month on screen as a table of days: weeks down, Monday to Sunday across."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from lianbing_desktop.domain.monthday import spoken
from lianbing_desktop.domain.workdays import DayMark, WorkCalendar
from lianbing_desktop.gui.calendar.entries import DayIndex, Entry
from lianbing_desktop.gui.calendar.lanes import Segment, lay_out
from lianbing_desktop.gui.calendar.month import Month

DAY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class DayCell:
    """One day as it is drawn."""

    day: date
    is_in_month: bool
    is_today: bool
    is_off: bool
    mark: DayMark | None
    entries: tuple[Entry, ...]

    @property
    def mark_words(self) -> str:
        """``休 国庆节``, ``班`` or empty."""
        return " ".join(filter(None, (self.mark.word, self.mark.name))) if self.mark else ""

    @property
    def words(self) -> str:
        """The day as it is read out: date, mark, and how many entries stand on it."""
        count = f"{len(self.entries)} 项" if self.entries else "没有到期事项"
        return "，".join(filter(None, (spoken(self.day), "今天" if self.is_today else "", self.mark_words, count)))


class MonthModel(QAbstractTableModel):
    """The days of a month's weeks."""

    def __init__(self) -> None:
        super().__init__()
        self._cells: list[list[DayCell]] = []
        self._segments: list[list[Segment]] = []
        self.month = Month(2000, 1)

    def set_month(self, month: Month, index: DayIndex, calendar: WorkCalendar, today: date) -> None:
        """Show a month."""
        self.beginResetModel()
        weeks = month.weeks()
        self.month = month
        self._cells = [[self._cell(day, index, calendar, today) for day in week] for week in weeks]
        self._segments = lay_out(index.windows, weeks)
        self.endResetModel()

    def cell(self, index: Index) -> DayCell:
        """Return the day at an index. Raises IndexError."""
        return self._cells[index.row()][index.column()]

    def place(self, day: date) -> QModelIndex:
        """Return the index of a day, invalid where it is not on the sheet."""
        if not self._cells:
            return QModelIndex()
        number = (day - self._cells[0][0].day).days
        return self.index(number // 7, number % 7) if 0 <= number < 7 * len(self._cells) else QModelIndex()

    def segments(self, week: int) -> list[Segment]:
        """Return the bars of a week."""
        return self._segments[week]

    def _cell(self, day: date, index: DayIndex, calendar: WorkCalendar, today: date) -> DayCell:
        return DayCell(
            day,
            self.month.holds(day),
            day == today,
            not calendar.is_workday(day),
            calendar.mark(day),
            index.entries(day),
        )

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._cells)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 7

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return WEEKDAYS[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self.cell(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return str(cell.day.day)
            case Qt.ItemDataRole.AccessibleTextRole:
                return cell.words
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return "；".join(f"{entry.words} {entry.badge.word}" for entry in cell.entries)
            case _ if role == DAY_ROLE:
                return cell
        return None


def day_words(mark: DayMark | None, is_off: bool) -> str:
    """Return what kind of day it is: ``休 国庆节``, ``班（调休上班）``, 周末 or 工作日."""
    if mark is None:
        return "周末" if is_off else "工作日"
    return f"休 {mark.name}".strip() if mark.is_off else f"班（{mark.name or '调休'}调休上班）"
