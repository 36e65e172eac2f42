"""When a task is to be done: times of its own words before those of its row, those of the row before its stage's."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from lianbing_desktop.domain.clause import (
    Beginning,
    CalendarDay,
    Deadline,
    Deadlines,
    Point,
    Recurrence,
    Recurrences,
    Relative,
    Standing,
    Window,
)
from lianbing_desktop.domain.plan import PlanTime, Timing
from lianbing_desktop.reading.tables.headings import WHEN, is_due_only, role_of
from lianbing_desktop.reading.tables.looks import Looks
from lianbing_desktop.reading.tables.piece import Cell

_QUOTED = re.compile(r"《[^》]*》|“[^”]*”|〔[^〕]*〕|\[[^\]]*\]")
_TELLS = re.compile(
    r"\s*(?:以来|期间(?:的|作出)|作出|发生|出台|印发的|发布的|的(?!基础)|份?的|版|度(?!底|末|前|终)|届|级|"
    r"第[一二三四五六七八九十\d]+次|工作(?:要点|计划|总结|报告|方案)|全[市县区省国]|[省市县区].{0,12}(?:方案|"
    r"通知|活动|工作))"
)
_YEAR = re.compile(
    r"(?:\d{4}|[二一][〇○零0-9一二三四五六七八九]{3})年?度?|全?年度?|本年度?|上年度?|上月|本月|当年|上一年度?|去年|明年"
)
_FIXED = (Deadline, Deadlines, Window, Point, Beginning)
_NAMES = re.compile(
    r"年[初中末底终]|期[末中]|岁末|[春夏秋冬]季(?:学期)?|今?[春夏秋冬]|"
    r"(?:[、和与及]?(?:元旦|春节|元宵|清明|五一|端午|中秋|国庆|十一|妇女|劳动|儿童|青年|教师|重阳|植树|环境|"
    r"宪法|建党|建军|七一|八一|三八|六一)(?:节|日)?)+(?:期间|假期|前后)?"
)
"""Parts of names (年终考核, 春季灭鼠, 春节期间安全宣传) where the row itself says when."""
_MAKES = re.compile(
    r"(?:完成|报送|上报|提交|编制|通报|公开|公布|发布|汇总|填报|形成|印发|总结|报|对|将|把|按|"
    r"按照|根据)$"
)
_CLOCK = re.compile(r"[，,、 ]*((?:上午|下午|晚上?|中午|早上?)?\s*\d{1,2}\s*[:：点时]\s*\d{0,2}分?)")


def times_of(cell: Cell, looks: Looks) -> tuple[PlanTime, ...]:
    """Return all times of a cell that says when."""
    readings = looks.clause(cell.text).times if cell else ()
    return tuple(PlanTime(reading, cell.cut(*reading.span).places) for reading in readings)


def cell_times(cell: Cell, looks: Looks) -> tuple[PlanTime, ...]:
    """Return all times of a cell under a heading of times, where 12/20 is a day too."""
    times = times_of(cell, looks)
    match = re.fullmatch(r"\s*(\d{1,2})[/-](\d{1,2})\s*", cell.text)
    if times or not match:
        return times
    spoken = looks.clause(f"{match[1]}月{match[2]}日").times
    return tuple(PlanTime(replace(reading, expr=cell.text.strip()), cell.places) for reading in spoken)


def own_times(cell: Cell, looks: Looks) -> tuple[PlanTime, ...]:
    """Return the times of a task's own words; those that only tell which thing is meant are left out."""
    text = cell.text
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    kept = []
    for time in times_of(cell, looks):
        start, end = time.reading.span
        is_quoted = any(low <= start and end <= high for low, high in quoted)
        is_fixed = isinstance(time.reading.time, _FIXED)
        tells = is_fixed and isinstance(time.reading.time, Window | Point) and _TELLS.match(text[end:])
        is_year = is_fixed and _YEAR.fullmatch(time.reading.expr.strip()) and text.strip() != time.reading.expr
        if not (is_quoted or tells or is_year):
            kept.append(time)
    if any(isinstance(time.reading.time, Deadline | Deadlines | Recurrence) for time in kept):
        kept = [time for time in kept if not _is_object(time, text)]
    if any(isinstance(time.reading.time, _FIXED) and not _is_named(time) for time in kept):
        kept = [time for time in kept if not _is_named(time)]
    return tuple(time for time in kept if len(kept) == 1 or not _is_same_day(time))


def _is_named(time: PlanTime) -> bool:
    return bool(_NAMES.fullmatch(time.reading.expr.strip()))


def _is_object(time: PlanTime, text: str) -> bool:
    """Whether a span only tells what is handed in: 7月底前完成二季度监测报告."""
    start, end = time.reading.span
    after = text[end : end + 1]
    return isinstance(time.reading.time, Window) and bool(_MAKES.search(text[:start])) and after.isalpha()


_FIELD = re.compile(r"(?:^|(?<=[（(；;，,。\s]))([^：:（）()；;，,。\s]{2,8})[：:]([^；;。）)]+)")


_ALWAYS = re.compile(
    r"[（(〔\[【；;，,]((?:长期坚持|长期|持续推进|持续开展|持续实施|常态化推进|"
    r"常态化开展))[）)〕\]】]"
)
"""After brackets' commas (后勤组，长期坚持) it says how long, whatever pace the sentence tells."""


def fielded(cell: Cell, own: tuple[PlanTime, ...], looks: Looks) -> tuple[tuple[PlanTime, ...], tuple[PlanTime, ...]]:
    """Part a task's times: its own, and those after a label (完成时限：全年), read as a column of that name is."""
    found: list[PlanTime] = []
    spans: list[tuple[int, int]] = []
    for match in _FIELD.finditer(cell.text):
        if role_of(match[1]) not in WHEN:
            continue
        times = times_of(cell.cut(*match.span(2)), looks)
        found += ended_only(times) if is_due_only(match[1]) else times
        spans.append(match.span())
    for match in _ALWAYS.finditer(cell.text):
        found += times_of(cell.cut(*match.span(1)), looks)
        spans.append(match.span(1))
    kept = [time for time in own if not any(low <= time.reading.span[0] < high for low, high in spans)]
    return tuple(kept), tuple(found)


def _is_same_day(time: PlanTime) -> bool:
    """Whether it is but 当日 of no event: 每日16时前报送当日情况 tells which facts, not when."""
    value = time.reading.time
    return isinstance(value, Relative) and value.event is None and value.length == 0


def with_clock(cell: Cell, times: tuple[PlanTime, ...], looks: Looks) -> tuple[PlanTime, ...]:
    """Let a day take the hour that a task's words begin with: 2月24日 | 下午2:30务虚会."""
    match = _CLOCK.match(cell.text)
    if not match or len(times) != 1 or not isinstance(times[0].reading.time, Point):
        return times
    whole = looks.clause(times[0].reading.expr + match[1])
    if len(whole.times) != 1 or not isinstance(whole.times[0].time, Point) or not whole.times[0].time.time:
        return times
    reading = replace(times[0].reading, time=whole.times[0].time)
    return (PlanTime(reading, (*times[0].places, *cell.cut(*match.span(1)).places)),)


def ended_only(times: Iterable[PlanTime]) -> tuple[PlanTime, ...]:
    """Read a day or a month of a column of deadlines as the end it is."""
    found = []
    for time in times:
        value = time.reading.time
        if isinstance(value, Point):
            value = Deadline(value.on, value.time)
        elif (
            isinstance(value, Window)
            and not value.ongoing
            and re.fullmatch(r"\s*(?:\d{4}年)?\d{1,2}月份?\s*", time.reading.expr)
        ):
            value = Deadline(value.due, value.time)
        found.append(PlanTime(replace(time.reading, time=value), time.places))
    return tuple(found)


def begun_only(times: Iterable[PlanTime]) -> tuple[PlanTime, ...]:
    """Read a day or a month of a column of beginnings as the start it is."""
    found = []
    for time in times:
        value = time.reading.time
        if isinstance(value, Point):
            value = Beginning(value.on, value.time)
        elif isinstance(value, Window):
            value = Beginning(value.start, value.time)
        elif isinstance(value, Deadline):
            value = Beginning(value.due, value.time)
        found.append(PlanTime(replace(time.reading, time=value), time.places))
    return tuple(found)


def spanned(times: Sequence[PlanTime], is_end: bool) -> PlanTime:
    """Return neighbouring spans as one window from the first to the last; its end alone where ``is_end``."""
    first, last = times[0].reading, times[-1].reading
    value: Window | Deadline | object = last.time
    if isinstance(last.time, Window):
        start = first.time.start if isinstance(first.time, Window) else last.time.start
        value = Deadline(last.time.due) if is_end else Window(start, last.time.due)
    expr = first.expr if first.expr == last.expr else f"{first.expr}—{last.expr}"
    places = tuple(dict.fromkeys(place for time in times for place in time.places))
    return PlanTime(replace(last, time=value, expr=expr, span=(0, len(expr))), places)  # type: ignore[arg-type]


def is_fixed(time: PlanTime) -> bool:
    """Whether the time names a day of the calendar."""
    return isinstance(time.reading.time, _FIXED)


def chosen(own: Sequence[PlanTime], row: Sequence[PlanTime], stage: Sequence[PlanTime]) -> tuple[PlanTime, ...]:
    """Return the times that hold: own days take the place of the row's, the row's of the stage's."""
    outer = tuple(row) or tuple(stage)
    is_dated = bool(outer) or any(not isinstance(time.reading.time, Standing) for time in own)
    own = tuple(time for time in own if not (is_dated and isinstance(time.reading.time, Standing)))
    if any(is_fixed(time) for time in outer):
        own = tuple(time for time in own if not _is_named(time))
    if any(is_fixed(time) for time in own):
        outer = tuple(time for time in outer if not is_fixed(time))
    sharper = {time.reading.time.every for time in outer if isinstance(time.reading.time, Recurrence)}
    # 每月报送 in a row of 每月25日前 says no more than the row does.
    own = tuple(time for time in own if not _is_bare(time, sharper))
    if any(isinstance(time.reading.time, Recurrence | Recurrences) for time in own):
        outer = tuple(time for time in outer if not isinstance(time.reading.time, Recurrence | Recurrences))
    return (*own, *outer)


def _is_bare(time: PlanTime, paces: set[str]) -> bool:
    value = time.reading.time
    return isinstance(value, Recurrence) and value == Recurrence(value.every) and value.every in paces


def timing_of(times: Sequence[PlanTime]) -> Timing:
    """Put together what several times say."""
    timing = Timing()
    every: list[Recurrence] = []
    for time in times:
        value = time.reading.time
        if isinstance(value, Recurrence | Recurrences):
            every += [value] if isinstance(value, Recurrence) else value.recurrences
        else:
            timing = _taken(timing, value)
    kept = _sharpest(every)
    if not kept:
        return timing
    return replace(timing, recurring=kept[0] if len(kept) == 1 else Recurrences(tuple(kept)))


def _taken(timing: Timing, value: object) -> Timing:
    match value:
        case Deadline(due, time):
            return _due_too(timing, due, time)
        case Deadlines(dues, time):
            return replace(timing, dues=(*timing.dues, *dues), time=timing.time or time)
        case Window():
            return _within(timing, value)
        case Point(on, time):
            if timing.due or timing.start:
                return timing
            return replace(timing, start=on, due=on, time=time)
        case Beginning(start, time):
            return replace(timing, start=timing.start or start, time=timing.time or time)
        case Relative():
            known = value in timing.relative
            return timing if known else replace(timing, relative=(*timing.relative, value))
        case Standing(word):
            return replace(
                timing, ongoing=timing.ongoing or word == "ongoing", immediate=timing.immediate or word == "immediate"
            )
    return timing


def _due_too(timing: Timing, due: CalendarDay, time: str | None) -> Timing:
    known = (timing.due,) if timing.due and not timing.dues else ()
    dues = tuple(dict.fromkeys((*timing.dues, *known, due)))
    several = dues if len(dues) > 1 else ()
    return replace(timing, due=timing.due or due, dues=several, time=timing.time or time)


def _within(timing: Timing, window: Window) -> Timing:
    if timing.due and timing.start is None and not timing.dues:
        return replace(timing, start=window.start)
    return replace(
        timing,
        start=timing.start or window.start,
        due=timing.due or window.due,
        time=timing.time or window.time,
        ongoing=window.ongoing or timing.ongoing,
    )


def _sharpest(every: Sequence[Recurrence]) -> list[Recurrence]:
    """Drop a bare 每周 where 每周四 stands too."""
    found: list[Recurrence] = []
    for item in every:
        is_bare = item == Recurrence(item.every)
        if item in found or (is_bare and any(other.every == item.every for other in found)):
            continue
        found = [other for other in found if other != Recurrence(item.every) or is_bare]
        found.append(item)
    return found
