"""Times told by festivals: 国庆节前, 国庆期间, 春节假期, 元旦春节前后, 节后."""

import re
from datetime import date, timedelta

from lianbing_desktop.domain.clause import Beginning, CalendarDay, Deadline, Deadlines, Point, Window
from lianbing_desktop.reading.clauses.festivals import holiday_of
from lianbing_desktop.reading.clauses.found import Found
from lianbing_desktop.reading.clauses.phrase import Phrase
from lianbing_desktop.reading.clauses.resolving import Context, day_before, ends

_DURING = re.compile(r"(?:节?(?:假期|假日|放假|长假))?(?:期间|期内|之间)|假期|假日|长假")
_AROUND = re.compile(r"前后|左右|前、后|前及节后")
_AFTER = re.compile(r"(?:假期)?(?:之后|以后|后(?!勤|续|备))")
_SINCE = re.compile(r"(?:当[天日])?起")
_ON = re.compile(r"当[天日]|那[天日]")
_BEFORE = re.compile(r"(?:假期)?(?:之前|以前|前(?!后|往|述|期|、后|及节后))")
_NEAR_DAYS = 60
_ABOUT = "“前后”按节日当天记"
_BY_RULE = "节日起止按放假安排记，请核对"


def feast_at(text: str, phrases: list[Phrase], context: Context) -> list[Found]:
    """Read one or more festivals with the words behind them; empty where they only name a day."""
    days = _days(phrases, context)
    if not days:
        return []
    start, end = phrases[0].start, phrases[-1].end
    time = phrases[-1].time
    before = _BEFORE.match(text, end)
    if before:
        dues = tuple(day_before(day) for day in days)
        value = Deadlines(dues, time) if len(dues) > 1 else Deadline(dues[0], time)
        return [Found(value, start, before.end())]
    around = _AROUND.match(text, end)
    if around:
        return _around(days, start, around.end())
    during = _DURING.match(text, end)
    if during or phrases[-1].part == "假" and not _AFTER.match(text, end):
        return _during(phrases, days, start, during.end() if during else end)
    return _from(text, phrases[-1], days[-1], start)


def _days(phrases: list[Phrase], context: Context) -> list[CalendarDay]:
    """Return the days in their order: 春节 beside the 元旦 of the next year is the next year's."""
    days: list[CalendarDay] = []
    for phrase in phrases:
        year = context.year_of(phrase)
        span = ends(phrase, year)
        if span and days and year is not None and span.first.rank < days[-1].rank:
            span = ends(phrase, year + 1) or span
        if span is None:
            return []
        days.append(span.first)
    return days


def _around(days: list[CalendarDay], start: int, end: int) -> list[Found]:
    if len(days) > 1 and _are_near(days):
        return [Found(Window(days[0], days[-1]), start, end, _ABOUT)]
    return [Found(Point(day), start, end, _ABOUT) for day in days]


def _during(phrases: list[Phrase], days: list[CalendarDay], start: int, end: int) -> list[Found]:
    spans = [holiday_of(phrase.festival, day) for phrase, day in zip(phrases, days, strict=True)]
    known = [span or (day, day) for span, day in zip(spans, days, strict=True)]
    if len(days) > 1 and _are_near(days):
        return [Found(Window(known[0][0], known[-1][1]), start, end, _BY_RULE)]
    return [
        Found(Window(first, last) if first != last else Point(first), start, end, _BY_RULE if first != last else None)
        for first, last in known
    ]


def _from(text: str, phrase: Phrase, day: CalendarDay, start: int) -> list[Found]:
    since, after, on = (pattern.match(text, phrase.end) for pattern in (_SINCE, _AFTER, _ON))
    if since:
        return [Found(Beginning(day, phrase.time), start, since.end())]
    if on:
        return [Found(Point(day, phrase.time), start, on.end())]
    if after is None:
        return []
    last = (holiday_of(phrase.festival, day) or (day, day))[1]
    return [Found(Beginning(_next(last)), start, after.end(), _BY_RULE)]


def _are_near(days: list[CalendarDay]) -> bool:
    first, last = (date(day.year or 2001, day.month, day.day) for day in (days[0], days[-1]))
    return 0 <= (last - first).days <= _NEAR_DAYS


def _next(day: CalendarDay) -> CalendarDay:
    known = date(day.year or 2001, day.month, day.day) + timedelta(days=1)
    return CalendarDay(known.month, known.day, known.year if day.year else None)
