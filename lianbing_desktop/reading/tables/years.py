"""Plans that go over New Year: the year of a school year's, a winter's or a calendar's months."""

import re
from collections.abc import Sequence

from lianbing_desktop.domain.clause import Beginning, CalendarDay, Deadline, Deadlines, Point, Window
from lianbing_desktop.reading.tables.grid import Row
from lianbing_desktop.reading.tables.headings import Role
from lianbing_desktop.reading.tables.looks import Looks

_RANGE = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*年?\s*[-—–―~～至/]{1,2}\s*((?:19|20)?\d\d)(?!\d)")
_TURNS = re.compile(r"学年|秋冬|冬春|今冬|供暖|采暖|冬季|冬防|第一学期|上学期|秋季学期")
_SECOND = re.compile(r"第二学期|下学期|春季学期|春学期")
_SAID = re.compile(r"\d{2,4}\s*[年./-]\s*\d|[〇○零一二][〇○零一二三四五六七八九]年")
_LATE, _EARLY, _LEAST = 8, 7, 4
_LEADING = (Role.STAGE, Role.START, Role.PERIOD)


def told_span(head: Sequence[str], year: int | None) -> tuple[int | None, bool]:
    """Return the year of a plan's first months, and whether its later ones (1月…) belong to the year after."""
    for text in head:
        match = _RANGE.search(text)
        if match:
            first = int(match[1])
            second = int(match[2]) + (0 if len(match[2]) == 4 else first // 100 * 100)
            if second == first + 1 and (_TURNS.search(text) or _SECOND.search(text)):
                is_second = bool(_SECOND.search(text))
                known = year is None or year in (first, second)
                return (second if is_second else first) if known else year, not is_second
        elif re.search(r"今冬明春|冬春(?:季|期间)", text) and year is not None:
            return year, True
    return year, False


def row_years(rows: Sequence[Row], looks: Looks) -> list[int | None]:
    """Return the year each row is read in: after the turn of the year where the rows run on in order, else the plan's.

    A calendar whose months run 9, 10, 11, 12, 1 says the year once; a list of deadlines in no order is left alone.
    """
    year = looks.year
    plain = [year] * len(rows)
    days = [_day(row, looks) for row in rows]
    told = [day for day, _ in filter(None, days)]
    if year is None or len(told) < 2 or _runs(told):
        return plain
    found, now, above = list(plain), year, None
    for at, each in enumerate(days):
        if each:
            day, is_told = each
            if is_told and day.year:
                now = day.year
            elif above and (day.month, day.day) < (above.month, above.day) and now == (above.year or year):
                # Only the end of a year is followed by the beginning of the next.
                if above.month < _LATE or day.month > _EARLY:
                    return plain
                now += 1
            above = CalendarDay(day.month, day.day, now)
        found[at] = now
    return found if _is_sure(found, days, year) else plain


def _is_sure(found: Sequence[int | None], days: Sequence[tuple[CalendarDay, bool] | None], year: int) -> bool:
    moved = [
        CalendarDay(each[0].month, each[0].day, each[0].year if each[1] else at)
        for at, each in zip(found, days, strict=True)
        if each
    ]
    is_said = any(each and each[1] and each[0].year != year for each in days)
    enough = is_said or (len(set(moved)) >= _LEAST and moved[0].month >= _LATE and found[-1] == year + 1)
    return enough and _runs(moved)


def _runs(days: Sequence[CalendarDay]) -> bool:
    return all(one.rank <= other.rank for one, other in zip(days, days[1:], strict=False))


def _day(row: Row, looks: Looks) -> tuple[CalendarDay, bool] | None:
    """Return the first day of a row's calendar cell, and whether its year is said."""
    for _, cell in row.of(*_LEADING):
        for reading in looks.clause(cell.text).times:
            value = reading.time
            day: object = None
            if isinstance(value, Window | Beginning):
                day = value.start
            elif isinstance(value, Deadline):
                day = value.due
            elif isinstance(value, Deadlines):
                day = value.dues[0]
            elif isinstance(value, Point):
                day = value.on
            if isinstance(day, CalendarDay) and day.year:
                return day, bool(_SAID.search(reading.expr))
        return None
    return None
