"""The list of one day: what stands on it piece by piece, then the windows it lies in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from lianbing_desktop.domain.monthday import spoken
from lianbing_desktop.domain.submission import Submission
from lianbing_desktop.gui.calendar.entries import Entry, Target
from lianbing_desktop.gui.calendar.lanes import Window
from lianbing_desktop.gui.widgets.badge import Badge, badge

LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex
_SHORT_LABEL = 6


class Kind(StrEnum):
    """How a line stands: a heading, the head of several pieces, one of these, or a thing by itself."""

    HEADING = "heading"
    GROUP = "group"
    PIECE = "piece"
    SINGLE = "single"


@dataclass(frozen=True)
class DayLine:
    """One line: words, a second line below or at the side, its badge, and what it opens."""

    kind: Kind
    words: str
    detail: str = ""
    badge: Badge | None = None
    target: Target | None = None


def day_lines(
    day: date, entries: Sequence[Entry], windows: Sequence[Window], today: date, next_on: date | None
) -> list[DayLine]:
    """Return the lines of a day. An empty one tells the next day with something (``next_on``)."""
    lines: list[DayLine] = []
    if entries:
        lines.append(DayLine(Kind.HEADING, f"到期 {sum(max(1, len(entry.pieces)) for entry in entries)} 项"))
        for entry in entries:
            lines += _entry_lines(entry, today)
    else:
        lines.append(DayLine(Kind.HEADING, "没有到期事项"))
        if next_on:
            lines.append(_next(day, next_on))
    if windows:
        lines.append(DayLine(Kind.HEADING, "进行中的时间段"))
        lines += [DayLine(Kind.SINGLE, window.name, window.days, None, window.target) for window in windows]
    return lines


class DayListModel(QAbstractListModel):
    """The lines of the day chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[DayLine] = []

    def set_rows(self, lines: Sequence[DayLine]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def line(self, index: Index) -> DayLine:
        """Return the line at an index. Raises IndexError."""
        return self._lines[index.row()]

    def first_row(self) -> int:
        """Return the first line that opens something, -1 where none does."""
        return next((row for row, line in enumerate(self._lines) if line.target), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return "　".join(filter(None, (line.words, line.detail, line.badge.word if line.badge else "")))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and not self._lines[index.row()].target:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


def _entry_lines(entry: Entry, today: date) -> list[DayLine]:
    if len(entry.pieces) < 2:
        unit = entry.pieces[0].unit if entry.pieces else "任务"
        return [DayLine(Kind.SINGLE, entry.title, unit, entry.badge, entry.target)]
    units = {each.unit for each in entry.pieces}
    head = DayLine(Kind.GROUP, entry.words, entry.pieces[0].unit if len(units) == 1 else "", None, entry.target)
    return [head, *(_piece(each, len(units) == 1, today) for each in entry.pieces)]


def _piece(each: Submission, is_one_unit: bool, today: date) -> DayLine:
    """Return the line of one piece; a long name of its own stands over the unit."""
    mark, target = badge(each, today), ("submission", each.id)
    if len(each.label) > _SHORT_LABEL:
        return DayLine(Kind.SINGLE, each.label, each.unit, mark, target)
    words = each.label if is_one_unit and each.label else " ".join(filter(None, (each.unit, each.label)))
    return DayLine(Kind.PIECE, words, "", mark, target)


def _next(day: date, next_on: date) -> DayLine:
    target = "day", next_on.toordinal()
    return DayLine(Kind.SINGLE, f"下一个到期日：{spoken(next_on)}", f"{(next_on - day).days} 天后", None, target)
