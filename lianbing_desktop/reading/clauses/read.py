"""A clause in, everything it says of times, quotas and deliverables out."""

import re
from dataclasses import replace

from lianbing_desktop.domain.clause import (
    Beginning,
    Clause,
    Deadline,
    Deadlines,
    Recurrence,
    Recurrences,
    Relative,
    Time,
    TimeReading,
    Window,
)
from lianbing_desktop.reading.clauses.calendar import calendar_at
from lianbing_desktop.reading.clauses.deliverables import deliverables_of
from lianbing_desktop.reading.clauses.found import Found
from lianbing_desktop.reading.clauses.lookalikes import mask
from lianbing_desktop.reading.clauses.lunar import LUNAR_DAY
from lianbing_desktop.reading.clauses.normal import Source, plain_source
from lianbing_desktop.reading.clauses.quotas import quotas_of
from lianbing_desktop.reading.clauses.recurring import recurring_at
from lianbing_desktop.reading.clauses.relative import relative_at
from lianbing_desktop.reading.clauses.resolving import Context
from lianbing_desktop.reading.clauses.standing import standing_at

LAST_YEAR = 9998  # the year after it must still be one
_LISTED = re.compile(r"[、和及与][^,;。:()\n]{0,10}")
_IN_BRACKET = re.compile(r"[\u4e00-\u9fff]{0,6}\(")
_STARTS = frozenset(
    "0123456789〇一二三四五六七八九十廿卅两半百"
    "元本当今明次去上下年月季周旬日天星礼每逢逐按隔双单偶奇来翌第前之以后各即同自从现印发公颁签通"
    "民清除腊正冬农阴夏旧小七大地防消Tt春端中重妇植劳青儿建教国圣世六七八五“\"'‘全长常持不滚经贯伴始实动随平适无整立边马学落执坚推严健分"
)


def read_clauses(text: str, year: int | None) -> Clause:
    """Read one clause of a paper of ``year`` (None where not known). Never raises for any text."""
    known = year if year is not None and 1 <= year <= LAST_YEAR else None
    source = plain_source(text, known)
    if not source.plain:
        return Clause()
    source = source.masked(mask(source.plain))
    times = _merged(source, _scan(source))
    readings = tuple(_reading(source, found) for found in times)
    return Clause(readings, quotas_of(source, readings), deliverables_of(source))


def _scan(source: Source) -> list[Found]:
    """Go through the text once; what is read is not read again."""
    context = Context(source.year)
    found: list[Found] = []
    place, text = 0, source.text
    while place < len(text):
        here = _at(source, place, context) if text[place] in _STARTS else []
        found.extend(here)
        place = max([item.end for item in here], default=_passed(text, place))
    return found


def _passed(text: str, place: int) -> int:
    """Return where to read on behind what is no time: a lunar day that cannot be known is not read as one of ours."""
    old = LUNAR_DAY.match(text, place) if text[place] in "农阴夏旧" else None
    return old.end() if old else place + 1


def _at(source: Source, place: int, context: Context) -> list[Found]:
    recurring = recurring_at(source.text, place, context)
    if recurring:
        return [recurring]
    relative = relative_at(source, place)
    if relative:
        return [relative]
    calendar = calendar_at(source.text, place, context)
    if calendar:
        return calendar
    standing = standing_at(source.text, place, context)
    return [standing] if standing else []


def _merged(source: Source, found: list[Found]) -> list[Found]:
    """Join neighbours that say one thing: 自3月起每月5日前, 6-10月每月5日前, 年报 5月31日前."""
    merged: list[Found] = []
    for item in found:
        joined = _joined(source, merged[-1], item) if merged else None
        if joined and not isinstance(merged[-1].time, Window | Beginning):
            merged.pop()  # a window or beginning stays: it is the stage in which something recurs
        merged.append(joined or item)
    return merged


def _joined(source: Source, left: Found, right: Found) -> Found | None:
    between = source.text[left.end : right.start] if right.start >= left.end else ""
    one, other = left.time, right.time
    if isinstance(one, Deadline | Deadlines) and isinstance(other, Deadline | Deadlines):
        return _both_deadlines(one, other, left, right) if _LISTED.fullmatch(between) else None
    are_both = isinstance(one, Recurrence | Recurrences) and isinstance(other, Recurrence | Recurrences)
    if are_both and between in ("、", "和", "及", "以及", "与"):
        return Found(_together(one, other), left.start, right.end)
    if isinstance(other, Recurrence):
        if isinstance(one, Beginning) and len(between) <= 1:
            return Found(replace(other, start=one.start), left.start, right.end)
        if isinstance(one, Recurrence) and one.every == "year" and one.months and len(between) <= 3:
            return Found(replace(other, months=one.months), left.start, right.end)
        follows = between in ("", "期间", "内", "的", ")", ")期间") or (
            between == "," and source.text[right.start] == "每"
        )
        if isinstance(one, Window) and follows and _is_months(one):
            months = (one.start.month, one.due.month)  # type: ignore[union-attr]
            return Found(replace(other, months=months), left.start, right.end)
    ends = source.text[right.end : right.end + 1] == ")"
    if one == Recurrence("year") and isinstance(other, Window) and _IN_BRACKET.fullmatch(between) and ends:
        return Found(Recurrence("year", start=other.start, due=other.due), left.start, right.end)
    if isinstance(one, Recurrence) and one == Recurrence(one.every) and len(between) <= 16 and "。" not in between:
        return _completed(one.every, left, right)
    return None


def _together(one: Time, other: Time) -> Recurrence | Recurrences:
    """Return two recurrences as one: with two days where only the day differs (每月10日前和25日前)."""
    if isinstance(one, Recurrence) and isinstance(other, Recurrence) and one.day and other.day:
        days = (one.day, other.day)
        if replace(one, day=None) == replace(other, day=None) and one.every == "month":
            return replace(one, day=None, days=days)
    return Recurrences(_series(one) + _series(other))


def _both_deadlines(one: Deadline | Deadlines, other: Deadline | Deadlines, left: Found, right: Found) -> Found:
    """Join 第一批6月底前、第二批12月底前完成: two deadlines of one verb."""
    dues = (one.dues if isinstance(one, Deadlines) else (one.due,)) + (
        other.dues if isinstance(other, Deadlines) else (other.due,)
    )
    return Found(Deadlines(dues, other.time), left.start, right.end, left.warning or right.warning)


def _series(time: Time) -> tuple[Recurrence, ...]:
    if isinstance(time, Recurrences):
        return time.recurrences
    return (time,) if isinstance(time, Recurrence) else ()


def _is_months(window: Window) -> bool:
    start = window.start
    return not hasattr(start, "value") and getattr(start, "day", 0) == 1 and window.due.day >= 28


def _completed(every: str, left: Found, right: Found) -> Found | None:
    """Give a bare 每季度, 月报 or 年报 the due day that follows it."""
    other = right.time
    if every == "year" and isinstance(other, Deadline):
        return Found(
            Recurrence("year", month=other.due.month, day=other.due.day, time=other.time), left.start, right.end
        )
    is_day = isinstance(other, Recurrence) and other.every == "month" and (other.offset_months or other.end)
    if is_day and every in ("quarter", "half_year") and isinstance(other, Recurrence):
        return Found(replace(other, every=every), left.start, right.end)
    return None


def _reading(source: Source, found: Found) -> TimeReading:
    span = source.span(found.start, found.end)
    time = found.time
    if isinstance(time, Relative) and time.event:
        time = replace(time, event=_own_words(source, time.event, found.end))
    return TimeReading(time, source.original[span[0] : span[1]], span, found.warning)


def _own_words(source: Source, event: str, end: int) -> str:
    """Return an event as the paper itself spells it, with what was masked in it, but without blanks."""
    start = source.text.rfind(event, 0, end)
    if start < 0:
        return event
    first, last = source.span(start, start + len(event))
    return "".join(source.original[first:last].split())
