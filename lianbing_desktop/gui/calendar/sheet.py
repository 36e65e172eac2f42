"""The month as a sheet for paper: a day a cell, every entry in words, so that black and white tells all. No Qt."""

from datetime import date

from lianbing_desktop.domain.sheet import Column, Sheet
from lianbing_desktop.domain.workdays import WorkCalendar
from lianbing_desktop.gui.calendar.entries import DayIndex, Entry
from lianbing_desktop.gui.calendar.month import Month

_COLUMNS = tuple(Column(f"周{word}", 1.0) for word in "一二三四五六日")
_LEAST_LINES = 4


def month_sheet(month: Month, index: DayIndex, calendar: WorkCalendar, today: date, unit: str = "") -> Sheet:
    """Return the month as a table; ``unit`` names the one shown, empty for all. Windows stand below the table."""
    weeks = month.weeks()
    windows = [w for w in index.windows if w.start_on <= weeks[-1][-1] and w.due_on >= weeks[0][0]]
    below = [f"时间段：{window.name}，{window.days}" for window in windows]
    if not calendar.knows(month.year):
        below.append(f"未收录{month.year}年节假日安排，按周一至周五计。")
    return Sheet(
        name=month.title,
        title=f"{month.title}报送日历" + (f"（{unit}）" if unit else ""),
        columns=_COLUMNS,
        rows=tuple(tuple(_cell(day, month, index, calendar) for day in week) for week in weeks),
        subtitle=f"截至 {today.isoformat()}",
        below=tuple(below),
        is_landscape=True,
    )


def _cell(day: date, month: Month, index: DayIndex, calendar: WorkCalendar) -> str:
    if not month.holds(day):
        return f"（{day.month}月{day.day}日）"
    mark = calendar.mark(day)
    words = f"{mark.word} {mark.name if mark.is_off else ''}" if mark else ""
    lines = [f"{day.day}  {words}".strip(), *(_line(entry) for entry in index.entries(day))]
    return "\n".join([*lines, *[""] * (_LEAST_LINES - len(lines))])


def _line(entry: Entry) -> str:
    if len(entry.pieces) < 2:
        return f"· {entry.title}（{entry.badge.word}）"
    return f"· {entry.words}" if entry.left else f"· {entry.words}（{entry.badge.word}）"
