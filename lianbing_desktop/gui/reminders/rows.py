"""The rows of the reminder window: a heading for each due day, and below it its lines."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from lianbing_desktop.domain.lead import Lead
from lianbing_desktop.domain.monthday import spoken_in
from lianbing_desktop.domain.reminder import ReminderLine
from lianbing_desktop.gui.widgets.badge import Badge, Shape


class Row(NamedTuple):
    """A line, or where there is none the heading of a due day."""

    title: str
    line: ReminderLine | None = None
    late: int = 0
    """Days overdue, 0 where it is not."""

    @property
    def words(self) -> str:
        """The row as it is read aloud and shown in full; made when asked for, since there can be 5,000."""
        return "，".join(filter(None, (self.lead, self.line.unit, what(self.line)))) if self.line else self.title

    @property
    def lead(self) -> str:
        """How it stands: its highest lead, or of what is not told daily, such as a quota, the days overdue."""
        return Lead(-self.late).words if self.late else self.line.lead.words if self.line else ""


def rows_of(lines: Iterable[ReminderLine], today: date) -> list[Row]:
    """Return headings and lines in the order given, which is the oldest due day first."""
    made: list[Row] = []
    last: date | None = None
    for line in lines:
        if line.due_on != last:
            last = line.due_on
            made.append(Row(heading(last, today)))
        made.append(Row("", line, max(0, (today - line.due_on).days)))
    return made


def heading(due_on: date, today: date) -> str:
    """Return what stands over the lines of a due day: ``逾期 · 10月15日 周日``."""
    left = (due_on - today).days
    word = "逾期" if left < 0 else "今天" if left == 0 else "明天" if left == 1 else f"还有 {left} 天"
    return f"{word} · {spoken_in(due_on, today.year)}"


def what(line: ReminderLine) -> str:
    """Return what is due, with the campaign where it is not the one on the desk."""
    return line.title + (f"（{line.item.campaign}）" if line.item.campaign else "")


def badge_of(row: Row) -> Badge:
    """Return the badge of a line: how it stands."""
    kind = "overdue" if row.late else "soon"
    return Badge(row.lead, Shape.FLAG if row.late else Shape.HALF_CLOCK, f"{kind}_ink", f"{kind}_ground")


def next_words(due_days: Sequence[tuple[date, str]], today: date) -> str:
    """Return a sentence on what is due next, of the due days and titles of all that is open."""
    coming = sorted(each for each in due_days if each[0] >= today)
    if not coming:
        return "没有还未到期的事项。"
    due_on, title = coming[0]
    count = sum(day == due_on for day, _ in coming)
    more = f"等 {count} 件" if count > 1 else ""
    return f"下一个截止日是 {spoken_in(due_on, today.year)}：{title}{more}"
