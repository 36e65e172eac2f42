"""What to look at before a plan is started: what is uncertain, and what a campaign cannot hold as told."""

from collections.abc import Iterator

from lianbing_desktop.domain.clause import CalendarDay, Recurrence, Recurrences, Relative
from lianbing_desktop.domain.plan import Plan, PlanTask, Timing
from lianbing_desktop.domain.planwords import day_words, recurrence_words, relative_words

_MONTHLY = (Recurrence("month"), Recurrence("month", end=True))


def doubts(task: PlanTask, plan: Plan) -> tuple[str, ...]:
    """Return, in sentences, what is uncertain about a task."""
    found = [f"“{time.reading.expr}”：{time.reading.warning}" for time in task.times if time.reading.warning]
    if task.timing == Timing():
        found.append("没有读出时间，启动后按全年计，请补上。")
    if not task.units and any(other.units for other in plan.tasks):
        found.append("没有读出责任单位，启动后记在本局名下。")
    found += [f"“{unit.text}”可能就是“{unit.proposal}”，请确认。" for unit in task.units if unit.proposal]
    return (*dict.fromkeys(found), *_losses(task.timing, plan.year))


def _losses(timing: Timing, year: int | None) -> Iterator[str]:
    """Yield what a campaign, whose days lie in one year, keeps otherwise than it is told."""
    every = timing.recurring
    for item in every.recurrences if isinstance(every, Recurrences) else (every,) if every else ():
        if item not in _MONTHLY:
            yield f"“{recurrence_words(item)}”启动后{_kept(item)}提醒，请核对。"
    if len(timing.dues) > 1:
        yield f"有 {len(timing.dues)} 个截止日期，启动后只按其中一个提醒；可以拆成几项。"
    for day in (timing.start, timing.due, *timing.dues):
        if isinstance(day, CalendarDay) and day.year and year and day.year != year:
            yield f"{day_words(day, year)}不在 {year} 年内，启动后年份按 {year} 年计。"
    for term in timing.relative:
        if not _is_held(term):
            yield f"“{relative_words(term)}”启动后不能自动算出期限，请届时自行登记。"
        elif term.unit == "workday":
            yield f"“{relative_words(term)}”启动后按自然日计，请核对。"


def _kept(item: Recurrence) -> str:
    return "按每月最后一天" if item.every in ("month", "half_month", "ten_days", "week", "day") else "只按最后一天"


def _is_held(term: Relative) -> bool:
    return term.side == "after" and bool(term.event) and term.measure == "days"
