"""Printed phrases to days: years and months taken from the paper or from the left, impossible days as meant."""

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from lianbing_desktop.domain.clause import CalendarDay
from lianbing_desktop.reading.clauses import lunar
from lianbing_desktop.reading.clauses.festivals import festival_day
from lianbing_desktop.reading.clauses.phrase import BOTH_HALVES, Phrase

_NEXT = ("明年", "来年")
FOLLOWING_YEAR = ("次年", "翌年", "下一年度", "下一年", "下年度", "下年", "第二年", "来年", "明年")
PAST_YEAR = ("去年", "上年度", "上年")
_THIRDS = {
    "上旬": (1, 10),
    "中旬": (11, 20),
    "下旬": (21, 31),
    "中下旬": (11, 31),
    "上中旬": (1, 20),
    "中上旬": (1, 20),
    "初": (1, 1),
}
_THIRDS |= {"上半月": (1, 15), "下半月": (16, 31)}
_THIRDS |= {"中": (15, 15), "底": (31, 31), "末": (31, 31), "月底": (31, 31), "月末": (31, 31), "月初": (1, 1)}
_YEAR_EDGES = {"年底": (12, 31), "年末": (12, 31), "年终": (12, 31), "年内": (12, 31), "年初": (1, 1), "年中": (6, 30)}


@dataclass
class Context:
    """What has been read so far: the paper's year, and the year and month standing to the left.

    ``barren_to``: up to there bare numbers were tried and none took a unit, so they are not tried again.
    """

    doc_year: int | None
    left_year: int | None = None
    left_month: int | None = None
    barren_to: int = 0

    def year_of(self, phrase: Phrase) -> int | None:
        """Return the year a phrase stands in, None where it cannot be known."""
        if phrase.year is not None:
            return phrase.year
        left = self.left_year if self.left_year is not None else self.doc_year
        if phrase.kin in FOLLOWING_YEAR:
            return None if left is None else left + 1
        if phrase.kin in _NEXT + PAST_YEAR:
            step = 1 if phrase.kin in _NEXT else -1
            return None if self.doc_year is None else self.doc_year + step
        is_later = self.left_year is not None and (self.doc_year is None or self.left_year > self.doc_year)
        return self.left_year if is_later and not phrase.kin else self.doc_year

    def note(self, phrase: Phrase) -> None:
        """Remember what a phrase says of year and month for those to its right."""
        self.left_year = phrase.year or self.left_year
        self.left_month = phrase.month or self.left_month


@dataclass(frozen=True)
class Ends:
    """First and last day of a phrase."""

    first: CalendarDay
    last: CalendarDay
    warning: str | None = None


def month_length(year: int | None, month: int) -> int:
    """Return the days of a month; February of an unknown year has 28."""
    return calendar.monthrange(year or 2001, month)[1]


def on_day(year: int | None, month: int, day: int) -> CalendarDay:
    """Return that day, or the month's last where it has no such day."""
    return CalendarDay(month, max(1, min(day, month_length(year, month))), year)


def day_before(day: CalendarDay) -> CalendarDay:
    """Return the day before, the year staying unknown where it is."""
    known = date(day.year or 2001, day.month, day.day) - timedelta(days=1)
    return CalendarDay(known.month, known.day, known.year if day.year else None)


def ends(phrase: Phrase, year: int | None) -> Ends | None:
    """Return first and last day of a phrase in ``year``, None where it names none."""
    grain = phrase.grain
    if grain == "festival":
        day = festival_day(phrase.festival, year, bool(phrase.year or phrase.kin))
        return Ends(day, day) if day else None
    if phrase.lunar:
        return _lunar(phrase.lunar, year)
    if grain in ("day", "part", "month"):
        return _in_month(phrase, year)
    if grain in ("quarter", "half"):
        return _in_year(phrase, year)
    if grain == "edge":
        edge = CalendarDay(*_YEAR_EDGES[phrase.part], year)
        return Ends(edge, edge)
    return Ends(CalendarDay(1, 1, year), CalendarDay(12, 31, year)) if grain == "year" else None


def _lunar(told: tuple[int, int], year: int | None) -> Ends | None:
    day = lunar.in_year(year, *told) if year is not None else None
    return Ends(place, place) if day and (place := CalendarDay(day.month, day.day, day.year)) else None


def _in_month(phrase: Phrase, year: int | None) -> Ends | None:
    if not phrase.month:
        return None
    if phrase.day:
        day = on_day(year, phrase.month, phrase.day)
        most = 29 if year is None and phrase.month == 2 else day.day
        odd = phrase.day > max(day.day, most)
        warning = f"{phrase.month}月没有{phrase.day}日，按该月最后一天读" if odd else phrase.warning
        if year is None and (phrase.month, phrase.day) == (2, 29):
            day = CalendarDay(2, 29)
        return Ends(day, day, warning)
    first, last = _THIRDS[phrase.part] if phrase.part else (1, 31)
    return Ends(on_day(year, phrase.month, first), on_day(year, phrase.month, last))


def _in_year(phrase: Phrase, year: int | None) -> Ends:
    if phrase.half == BOTH_HALVES:
        return Ends(CalendarDay(1, 1, year), CalendarDay(12, 31, year))
    length = 3 if phrase.quarter else 6
    number = phrase.quarter or phrase.half or 1
    first, last = on_day(year, (number - 1) * length + 1, 1), on_day(year, number * length, 31)
    if phrase.part in ("底", "末"):
        return Ends(last, last)
    return Ends(first, first) if phrase.part == "初" else Ends(first, last)


def joined(left: Phrase, right: Phrase, is_list: bool) -> tuple[Phrase, Phrase] | None:
    """Give two phrases around a dash or comma what each takes from the other; None where they do not fit."""
    if left.bare is not None:
        taken = filled(left, right, is_list)
        if taken is None:
            return None
        left = taken
    if right.month is None and right.bare is None and right.grain in ("day", "part"):
        if left.month is None:
            return None
        right = replace(right, month=left.month)
    if right.year is None and not right.kin and left.year is not None:
        right = replace(right, year=left.year, is_carried=True)
    return left, right


def filled(left: Phrase, right: Phrase, is_list: bool) -> Phrase | None:
    """Return a phrase whose bare number has taken its unit from the right: 6-10月, 10月11-31日, 2、5月25日."""
    bare = left.bare or 0
    if bare > 1900:
        fits = right.grain == "year" and right.year is not None
        return replace(left, bare=None) if fits else None
    if right.grain == "quarter" and bare <= 4:
        return replace(left, bare=None, quarter=bare)
    if right.grain == "day" and (right.month is None or left.month is not None):
        return replace(left, bare=None, day=bare) if 1 <= bare <= 31 else None
    if is_list and right.grain == "day" and left.month is None and right.month and 1 <= bare <= 12:
        return replace(left, bare=None, month=bare, day=right.day)
    if right.grain in ("month", "part") and left.month is None and right.month and 1 <= bare <= 12:
        return replace(left, bare=None, month=bare, part=right.part if is_list else "")
    return None
