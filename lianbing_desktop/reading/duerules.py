"""Times of a plan's task as the due rule of a campaign file, and in words what no such rule can say (未能表达)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lianbing_desktop.domain.clause import CalendarDay, Deadline, Deadlines, Recurrence, Relative, Share
from lianbing_desktop.domain.monthday import MonthDay
from lianbing_desktop.domain.occurrences import is_month_end, kept_days, named_by, occurrences
from lianbing_desktop.domain.plan import PlanTask
from lianbing_desktop.domain.planwords import recurrence_words, relative_words

_PACES = ("day", "week", "half_month", "month", "quarter", "half_year")


@dataclass(frozen=True)
class Span:
    """The first and last day a task is open, in the campaign's year; ``is_begun`` where the first one is told."""

    year: int
    start: MonthDay
    due: MonthDay
    is_begun: bool = True

    @property
    def first(self) -> date:
        """The first day."""
        return self.start.in_year(self.year)

    @property
    def last(self) -> date:
        """The last day."""
        return self.due.in_year(self.year)

    @property
    def months(self) -> list[int]:
        """The months the task is open in."""
        return list(range(self.start.month, self.due.month + 1)) or [self.due.month]


@dataclass(frozen=True)
class Rule:
    """One line of TOML (``due = { … }``), and what of the words it does not say."""

    toml: str
    left_out: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """The rule below a comment that states what it leaves out."""
        return (*(f"# 未能表达：{' '.join(words.split())}" for words in self.left_out), self.toml)


def task_rule(task: PlanTask, span: Span) -> Rule:
    """Return when what a task asks for is due: all its recurrences, else its days, else the last day of its stage."""
    timing = task.timing
    paces = list(timing.paces)
    left = [*_relatives(task), *_hour(timing.time)]
    if paces:
        return _recurring(paces, span, left, _own_days(task))
    return plain_rule(task, span, left)


def plain_rule(task: PlanTask, span: Span, left: Sequence[str] = ()) -> Rule:
    """Return the rule of a task's days, whatever recurs beside them: all its days, else the last of its stage."""
    timing = task.timing
    days = timing.dues or ((timing.due,) if timing.due else ())
    return _on_days(days, span, list(left)) if days else Rule(f'due = {{ on = "{_text(span.due)}" }}', tuple(left))


def count_rule(share: Share, task: PlanTask, span: Span) -> Rule:
    """Return when a count is due: per week or month by the task's own such pace where it has one, else by its days."""
    every = _pace_of(share.per)
    if not every:
        return plain_rule(task, span, _summed(share.per or "", share))
    told = [pace for pace in task.timing.paces if (pace.every, pace.interval) == (every.every, every.interval)]
    if all(occurrences(pace, span.first, span.last) is not None for pace in told or [every]):
        return _recurring(told or [every], span, [])
    words = f"{recurrence_words(every)}不少于{share.count}{share.unit}，暂按总数计"
    return plain_rule(task, span, [words])


def _summed(per: str, share: Share) -> list[str]:
    """Return in words a count per what is no period here: 每学期, 每2年."""
    words = "每学期" if per == "term" else f"每{per.removesuffix(' years')}年" if per.endswith(" years") else ""
    return [f"{words}不少于{share.count}{share.unit}，暂按总数计"] if words else []


def _pace_of(per: str | None) -> Recurrence | None:
    """Return the pace of a count told per period of the calendar: ``week``, ``10 days``, ``2 weeks``."""
    number, _, unit = (per or "").rpartition(" ")
    every = unit.removesuffix("s") if number else unit
    return Recurrence(every, interval=int(number) if number.isdecimal() else None) if every in _PACES else None


def _own_days(task: PlanTask) -> list[CalendarDay]:
    """Return the deadlines of a task's own words, beside what recurs: 每月报送进展，9月底前报送总结."""
    own = [time.reading.time for time in task.times if time not in task.stage_times]
    days = [value.due for value in own if isinstance(value, Deadline)]
    return [*days, *(day for value in own if isinstance(value, Deadlines) for day in value.dues)]


def _recurring(paces: list[Recurrence], span: Span, left: list[str], beside: Sequence[CalendarDay] = ()) -> Rule:
    left = [*left, *(words for pace in paces for words in _hours(pace))]
    left += [] if span.is_begun else [f"开始日期，暂从{span.start.month}月{span.start.day}日起列"]
    if all(is_month_end(pace) for pace in paces) and not beside:
        months = [month for month in span.months if any(_holds(pace, month) for pace in paces)]
        return Rule(f"due = {{ months = {months or span.months} }}", tuple(left))
    days = {MonthDay(day.month, day.day).in_year(day.year or span.year) for day in beside}
    by = "" if beside or len(paces) > 1 else _named(paces[0])
    for pace in paces:
        found, otherwise = kept_days(pace, span.first, span.last)
        if otherwise:
            left.append(f"{recurrence_words(pace)}，暂{otherwise}")
            by = ""
        days |= set(found)
    left += _outside(days, span)
    kept = sorted(day for day in days if day.year == span.year) or [span.last]
    return Rule(_dates([MonthDay(day.month, day.day) for day in kept], by), tuple(left))


def _named(pace: Recurrence) -> str:
    by, behind = named_by(pace)
    return (f', by = "{by}"' if by else "") + (f", behind = {behind}" if behind else "")


def _holds(pace: Recurrence, month: int) -> bool:
    return not pace.months or pace.months[0] <= month <= pace.months[-1]


def _on_days(days: tuple[CalendarDay, ...], span: Span, left: list[str]) -> Rule:
    here = [day for day in days if day.year in (None, span.year)]
    others = [day for day in days if day not in here]
    left += [f"{day}在{span.year}年之外，暂按{_text(_clipped(day, span))}计" for day in others]
    kept = sorted({MonthDay(day.month, day.day) for day in here} | {_clipped(day, span) for day in others})
    return Rule(f'due = {{ on = "{_text(kept[0])}" }}' if len(kept) == 1 else _dates(kept), tuple(left))


def _clipped(day: CalendarDay, span: Span) -> MonthDay:
    """Return the nearest day of the campaign's year: earlier than told for a later year, so that none is missed."""
    return MonthDay(12, 31) if (day.year or 0) > span.year else MonthDay(1, 1)


def _outside(days: set[date], span: Span) -> Iterator[str]:
    for day in sorted(day for day in days if day.year != span.year):
        yield f"{day.isoformat()}的一期在{span.year}年之外"


def _hour(time: str | None) -> list[str]:
    return [f"{time}前（期限只到日）"] if time else []


def _hours(pace: Recurrence) -> list[str]:
    hours = pace.times or ((pace.time,) if pace.time else ())
    return [f"{recurrence_words(pace)}（期限只到日）"] if hours else []


def _relatives(task: PlanTask) -> Iterator[str]:
    for each in task.timing.relative:
        if not is_term(each):
            yield relative_words(each)


def is_term(each: Relative) -> bool:
    """Whether a due rule can say it: so many days after an event the words name."""
    return each.side == "after" and bool(each.event) and each.measure == "days"


def _dates(days: list[MonthDay], by: str = "") -> str:
    return f"due = {{ dates = [{', '.join(f'{chr(34)}{_text(day)}{chr(34)}' for day in days)}]{by} }}"


def _text(day: MonthDay) -> str:
    return f"{day.month:02d}-{day.day:02d}"
