"""The month on paper: one page with a day a cell, then a list of everything; black and white tells all. No Qt."""

from datetime import date

from lianbing_desktop.domain.measure import squares
from lianbing_desktop.domain.sheet import Align, Cell, Column, Sheet
from lianbing_desktop.domain.submission import Submission
from lianbing_desktop.domain.workdays import WorkCalendar
from lianbing_desktop.gui.calendar.entries import DayIndex, Entry
from lianbing_desktop.gui.calendar.lanes import Window
from lianbing_desktop.gui.calendar.month import Month
from lianbing_desktop.gui.widgets.badge import badge

_DAYS = tuple(Column(f"周{word}", 1.0) for word in "一二三四五六日")
_LIST = (
    Column("日期", 14, Align.CENTER),
    Column("报送事项", 42),
    Column("单位", 26),
    Column("状态", 14, Align.CENTER),
)
_LINES = {4: 6, 5: 5, 6: 4}
"""How many lines a cell has, by the weeks of the month, so that they fill a lying A4 page and no more."""
_WIDE, _SUBTITLE = 9.2, 60.0  # in squares of one character


def month_sheets(
    month: Month, index: DayIndex, calendar: WorkCalendar, today: date, unit: str = ""
) -> tuple[Sheet, ...]:
    """Return the month's page and, where something is due, the list; ``unit`` names the one shown, empty for all."""
    weeks = month.weeks()
    windows = [w for w in index.windows if w.start_on <= month.last and w.due_on >= month.first]
    title = f"{month.title}报送日历" + (f"（{unit}）" if unit else "")
    unknown = "" if calendar.knows(month.year) else f"　未收录{month.year}年节假日安排，按周一至周五计"
    lines = [f"截至 {today.isoformat()}{unknown}", _window_line(windows)]
    page = Sheet(
        name=month.title,
        title=title,
        columns=_DAYS,
        rows=tuple(tuple(_cell(day, month, index, calendar, _LINES[len(weeks)]) for day in week) for week in weeks),
        subtitle="\n".join(filter(None, lines)),
        is_landscape=True,
        is_top=True,
    )
    rows = _rows(month, index, today)
    if not rows:
        return (page,)
    below = tuple(f"时间段：{window.name}，{window.days}" for window in windows)
    return page, Sheet("明细", f"{title}明细", _LIST, rows, merged=(0,), below=below, is_landscape=True)


def _window_line(windows: list[Window]) -> str:
    words = "时间段：" + "；".join(window.name for window in windows)
    if not windows or squares(words) <= _SUBTITLE:
        return words if windows else ""
    return f"时间段共 {len(windows)} 个，见后页明细"


def _cell(day: date, month: Month, index: DayIndex, calendar: WorkCalendar, lines: int) -> str:
    mark = calendar.mark(day)
    if not month.holds(day):
        word = f" {mark.word}" if mark else ""
        return "\n".join([f"（{day.month}月{day.day}日{word}）", *[""] * (lines - 1)])
    marked = f" {mark.word} {mark.name if mark.is_off else ''}".rstrip() if mark else ""
    entries = index.entries(day)
    room = lines - 1 if len(entries) < lines else lines - 2
    words = [f"{day.day} {marked}".strip(), *(_short(entry) for entry in entries[:room])]
    if len(entries) > room:
        words.append(f"另有 {len(entries) - room} 项")
    return "\n".join([*words, *[""] * (lines - len(words))])


def _short(entry: Entry) -> str:
    """Return an entry in one line of a cell: the title gives way, the number and what is missing do not."""
    state = entry.left.strip("（）") or entry.badge.word
    tail = f"{entry.count}({state.replace(' ', '')})"
    title = entry.short
    while len(title) > 1 and squares(title + tail) > _WIDE:
        title = title[:-1]
    return title + tail


def _rows(month: Month, index: DayIndex, today: date) -> tuple[tuple[Cell, ...], ...]:
    days = (month.day(number) for number in range(1, month.last.day + 1))
    return tuple(row for day in days for entry in index.entries(day) for row in _entry_rows(day, entry, today))


def _entry_rows(day: date, entry: Entry, today: date) -> list[tuple[Cell, ...]]:
    if not entry.pieces:
        return [(day, entry.title, "", entry.badge.word)]
    return [(day, _title(entry, each), each.unit, badge(each, today).word) for each in entry.pieces]


def _title(entry: Entry, each: Submission) -> str:
    """Return what is asked for; a piece's own name with it, several units' one requirement as one text."""
    title = entry.title if " 或 " in entry.title else each.requirement
    return " · ".join(filter(None, (title, each.label)))
