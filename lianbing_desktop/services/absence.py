"""Absences: what happened while the desk did not run, and the sheet that tells of it (您离开期间)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from lianbing_desktop.domain.monthday import spoken_at, spoken_in, written
from lianbing_desktop.domain.quota import Quota
from lianbing_desktop.domain.reminder import DueItem, Item, ItemKind, ReminderLine, lines
from lianbing_desktop.domain.sheet import Align, Cell, Column, Sheet

LEAST = timedelta(days=1)


@dataclass(frozen=True)
class Absence:
    """From the last tick to the first one after it; ``days`` are full days.

    ``missed`` fell due for telling meanwhile, ``overdue`` passed its due day meanwhile, ``closed`` are the quotas of
    periods that ended meanwhile, met ones too.
    """

    since: datetime
    until: datetime
    days: int
    missed: tuple[ReminderLine, ...]
    overdue: tuple[ReminderLine, ...]
    closed: tuple[Quota, ...]

    @property
    def words(self) -> str:
        """One sentence: for how long the desk did not run, and how much there is to see."""
        told = f"练兵台自 {spoken_at(self.since, self.until.year)} 起有 {self.days} 天没有运行"
        return f"{told}：期间应提醒 {len(self.missed)} 件，新逾期 {len(self.overdue)} 件。"


def absence(since: datetime | None, now: datetime, found: Iterable[DueItem], quotas: Iterable[Quota]) -> Absence | None:
    """Return what happened since the last tick where that is a day or more ago, else None."""
    if since is None or now - since < LEAST:
        return None
    found = list(found)
    missed = [each.line for each in found if each.line.at > since]
    late = [each.line for each in found if since.date() <= each.item.due_on < now.date() and _can_be_late(each.item)]
    closed = tuple(quota for quota in quotas if since.date() <= quota.due_on < now.date())
    return Absence(since, now, (now - since).days, tuple(lines(missed)), tuple(lines(late)), closed)


def absence_sheet(absence: Absence) -> Sheet:
    """Return the absence as it is shown and printed."""
    year = absence.until.year
    rows = [*_rows("新逾期", absence.overdue, year)]
    told = {line.item.key for line in absence.overdue}
    rows += _rows("应提醒", [line for line in absence.missed if line.item.key not in told], year)
    rows += [("份额到期", *_quota_cells(quota, year)) for quota in absence.closed]
    columns = (
        Column("类别", 1.2), Column("截止", 1.4), Column("单位", 2.4), Column("事项", 5),
        Column("情况", 1.6, Align.CENTER),
    )  # fmt: skip
    since, until = (f"{written(at)} {at:%H:%M}" for at in (absence.since, absence.until))
    period = f"{since} 至 {until}，共 {absence.days} 天"
    return Sheet("您离开期间", "您离开期间", columns, tuple(rows), subtitle=period, merged=(0,))


def _can_be_late(item: Item) -> bool:
    return item.kind is not ItemKind.QUOTA


def _rows(word: str, found: Iterable[ReminderLine], year: int) -> list[tuple[Cell, ...]]:
    return [
        (word, spoken_in(line.due_on, year), line.unit or "—", line.title + _campaign(line), line.lead.words)
        for line in found
    ]


def _campaign(line: ReminderLine) -> str:
    return f"（{line.item.campaign}）" if line.item.campaign else ""


def _quota_cells(quota: Quota, year: int) -> tuple[Cell, ...]:
    state = f"缺{quota.short}{quota.measure}" if quota.short else "已完成"
    return spoken_in(quota.due_on, year), quota.unit, quota.title, f"{quota.got}/{quota.needed}，{state}"


def week_of(day: date) -> tuple[date, date]:
    """Return Monday and Sunday of the week a day lies in."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)
