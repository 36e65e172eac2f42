"""What was read from a plan, in the officer's words: when something is due, how often, how many."""

from datetime import date

from lianbing_desktop.domain.clause import (
    Anchor,
    Beginning,
    CalendarDay,
    Day,
    Deadline,
    Deadlines,
    Point,
    Recurrence,
    Recurrences,
    Relative,
    Standing,
    Time,
    Window,
)
from lianbing_desktop.domain.monthday import spoken
from lianbing_desktop.domain.plan import PlanTask, Timing

NO_TIME = "没有读出时间"
_PERIODS = {
    "day": "天",
    "week": "周",
    "ten_days": "旬",
    "half_month": "半月",
    "month": "月",
    "quarter": "季度",
    "half_year": "半年",
    "year": "年",
}
_MEASURES = {"days": "日", "workdays": "日", "weeks": "周", "months": "个月", "years": "年", "hours": "小时"}
_WEEKDAYS = "一二三四五六日"


def when_words(timing: Timing, year: int | None) -> str:
    """Return when a task is to be done, the calendar's days first; days of another year than ``year`` tell theirs."""
    parts = [_days(timing, year)]
    every = timing.recurring
    each = every.recurrences if isinstance(every, Recurrences) else (every,) if every else ()
    parts += [recurrence_words(item) for item in each]
    parts += [relative_words(item) for item in timing.relative]
    parts += ["长期坚持"] if timing.ongoing else []
    parts += ["立即"] if timing.immediate else []
    return "；".join(filter(None, parts)) or NO_TIME


def time_words(time: Time, year: int | None) -> str:
    """Return what one time read says."""
    match time:
        case Deadline(due, hour):
            return when_words(Timing(due=due, time=hour), year)
        case Deadlines(dues, hour):
            return when_words(Timing(dues=dues, time=hour), year)
        case Window(start, due, hour):
            return when_words(Timing(start=start, due=due, time=hour), year)
        case Point(on, hour):
            return when_words(Timing(start=on, due=on, time=hour), year)
        case Beginning(start, hour):
            return when_words(Timing(start=start, time=hour), year)
        case Recurrence() | Recurrences():
            return when_words(Timing(recurring=time), year)
        case Relative():
            return relative_words(time)
        case Standing(word):
            return "立即" if word == "immediate" else "长期坚持"
    return NO_TIME


def day_words(day: Day, year: int | None) -> str:
    """Return a day as it stands on screen: ``6月5日 周一``, with its year where that is another one or not known."""
    if isinstance(day, Anchor):
        return "发文之日"
    if day.year is None:
        return f"{day.month}月{day.day}日（年份未知）"
    words = _spoken(day)
    return words if day.year == year else f"{day.year}年{words}"


def recurrence_words(every: Recurrence) -> str:
    """Return how often, and on which day: ``每月5日``, ``每周五``, ``每季度末``."""
    number = f"{every.interval}个" if every.interval and every.interval > 1 else ""
    words = f"每{number}{_PERIODS.get(every.every, every.every)}"
    if every.months:
        words = f"{every.months[0]}—{every.months[-1]}月{words}"
    if every.parity:
        words += "（单数月）" if every.parity == "odd" else "（双数月）"
    return words + _offset(every) + _day_of(every) + "、".join(_hours(every))


def relative_words(term: Relative) -> str:
    """Return a term after or before an event: ``“结案”后7日内``."""
    event = f"“{term.event}”" if term.event else "上述事项"
    if term.length == 0:
        return f"{event}当日"
    measure = "个工作日" if term.unit == "workday" else _MEASURES.get(term.measure, term.measure)
    return f"{event}后{term.length}{measure}内" if term.side == "after" else f"{event}前{term.length}{measure}"


def quota_words(task: PlanTask) -> str:
    """Return a task's quotas in the source's own words."""
    return "；".join(dict.fromkeys(" ".join(quota.reading.expr.split()) for quota in task.quotas))


def unit_words(task: PlanTask) -> str:
    """Return a task's units; those that lead and those that help say so."""
    groups = (("牵头：", "牵头"), ("", "责任"), ("配合：", "配合"))
    named = (f"{words}{'、'.join(task.named(role))}" for words, role in groups if task.named(role))
    return "；".join(named)


def _days(timing: Timing, year: int | None) -> str:
    hour = f" {timing.time}" if timing.time else ""
    if timing.dues:
        return "、".join(day_words(day, year) for day in timing.dues) + f"{hour} 截止"
    if timing.start and timing.due:
        if timing.start == timing.due:
            return day_words(timing.due, year) + hour
        return f"{day_words(timing.start, year)} — {day_words(timing.due, year)}{hour}"
    if timing.due:
        return f"{day_words(timing.due, year)}{hour} 截止"
    return f"{day_words(timing.start, year)}{hour} 起" if timing.start else ""


def _offset(every: Recurrence) -> str:
    for count, word in (
        (every.offset_months, "次月"),
        (every.offset_quarters, "下一季度"),
        (every.offset_years, "次年"),
    ):
        if count:
            return f"（{word}）"
    return ""


def _day_of(every: Recurrence) -> str:
    if every.month and every.day:
        return f"{every.month}月{every.day}日"
    month = f"{every.month}月" if every.month else ""
    month += f"第{every.month_of_period}个月" if every.month_of_period else ""
    if every.weekday:
        which = f"第{every.nth}个" if every.nth else ""
        return f"{month}{which}{'' if every.every == 'week' else '周'}{_WEEKDAYS[every.weekday - 1]}"
    if every.workday:
        return f"{month}第{every.workday}个工作日"
    days = every.days or ((every.day,) if every.day else ())
    if days:
        return month + "、".join(f"{day}日" for day in days)
    return month + ("末" if every.end else "")


def _hours(every: Recurrence) -> list[str]:
    return [f" {hour}" for hour in every.times or ((every.time,) if every.time else ())]


def _spoken(day: CalendarDay) -> str:
    try:
        return spoken(date(day.year or 0, day.month, day.day))
    except ValueError:
        return f"{day.month}月{day.day}日"
