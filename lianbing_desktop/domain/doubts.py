"""What to look at before a plan is started: what is uncertain, and what a campaign cannot hold as told."""

from collections.abc import Iterator
from datetime import date

from lianbing_desktop.domain.clause import CalendarDay, Recurrence, Relative
from lianbing_desktop.domain.monthday import MonthDay
from lianbing_desktop.domain.occurrences import kept_days
from lianbing_desktop.domain.plan import Plan, PlanTask, Timing
from lianbing_desktop.domain.planwords import day_words, recurrence_words, relative_words

MANY = 200
"""More pieces of one task than this are told before it is started."""
_ANY_YEAR = 2017


def doubts(task: PlanTask, plan: Plan) -> tuple[str, ...]:
    """Return, in sentences, what is uncertain about a task."""
    found = [f"“{time.reading.expr}”：{time.reading.warning}" for time in task.times if time.reading.warning]
    if task.timing == Timing():
        found.append("没有读出时间，启动后按全年计，请补上。")
    if not task.units and any(other.units for other in plan.tasks):
        found.append("没有读出责任单位，启动后记在本局名下。")
    found += [f"“{unit.text}”可能就是“{unit.proposal}”，请确认。" for unit in task.units if unit.proposal]
    return (*dict.fromkeys(found), *_losses(task.timing, plan.year), *_many(task, plan.year))


def _losses(timing: Timing, year: int | None) -> Iterator[str]:
    """Yield what a campaign, whose days lie in one year, keeps otherwise than it is told."""
    for item in timing.paces:
        yield from _changed(item, timing, year)
    for day in (timing.start, timing.due, *timing.dues):
        if isinstance(day, CalendarDay) and day.year and year and day.year != year:
            edge = "12月31日" if day.year > year else "1月1日"
            yield f"{day_words(day, year)}不在 {year} 年内，启动后按 {year} 年{edge}计。"
    for term in timing.relative:
        if not _is_held(term):
            yield f"“{relative_words(term)}”启动后不能自动算出期限，请届时自行登记。"
        elif term.unit == "workday":
            yield f"“{relative_words(term)}”启动后按自然日计，请核对。"


def _changed(item: Recurrence, timing: Timing, year: int | None) -> Iterator[str]:
    """Yield what becomes of a recurrence whose days cannot be listed, or fall out of the year."""
    first, last = _open_days(timing, year or _ANY_YEAR)
    days, otherwise = kept_days(item, first, last)
    if not timing.due and not item.due and not item.months:
        yield f"“{recurrence_words(item)}”没有写到哪一天为止，启动后列到年底，共 {len(days)} 期，请补上。"
    elif not timing.start and not item.start and not item.months:
        yield f"“{recurrence_words(item)}”没有写从哪一天开始，启动后从全表最早的一天列起，请核对。"
    if otherwise:
        yield f"“{recurrence_words(item)}”启动后{otherwise}，请核对。"
    outside = [day for day in days if day.year != last.year]
    if outside:
        yield f"“{recurrence_words(item)}”有 {len(outside)} 期的截止日期不在年内，启动后不提醒，请届时自行登记。"


def _many(task: PlanTask, year: int | None) -> Iterator[str]:
    """Yield how many pieces a task makes, where they are so many that somebody must know before it is started."""
    first, last = _open_days(task.timing, year or _ANY_YEAR)
    count = len({day for item in task.timing.paces for day in kept_days(item, first, last)[0]})
    units = max(1, len(dict.fromkeys(task.named())))
    if count * units > MANY:
        times = f"{count} 期 × {units} 个单位，共" if units > 1 else ""
        yield f"启动后有 {times} {count * units} 件报送件，请确认要逐期登记。".replace("  ", " ")


def _open_days(timing: Timing, year: int) -> tuple[date, date]:
    """Return the first and last day of a task inside the year; the whole year where they are not told."""
    start, due = (day if isinstance(day, CalendarDay) else None for day in (timing.start, timing.due))
    first = MonthDay(start.month, start.day) if start and start.year in (None, year) else MonthDay(1, 1)
    last = MonthDay(due.month, due.day) if due and due.year in (None, year) else MonthDay(12, 31)
    return min(first, last).in_year(year), last.in_year(year)


def _is_held(term: Relative) -> bool:
    return term.side == "after" and bool(term.event) and term.measure == "days"
