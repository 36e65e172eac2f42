"""The traditional calendar of 1999–2036: days of its months as days of ours (腊月二十三, 正月十五, 中秋)."""

import re
from datetime import date, timedelta

from lianbing_desktop.reading.clauses.numerals import value

_FROM = 1999
# A year each: MMDD of 正月初一, the leap month (00: none), in hexadecimal a 1 and a bit for every month (1: 30 days).
_YEARS = [
    "021600192e",
    "0205001c96",
    "0124043a95",
    "0212001d4a",
    "0201001da5",
    "0122022b55",
    "020900156a",
    "012907355b",
    "021800125d",
    "020700192d",
    "012605392b",
    "0214001a95",
    "0203001b4a",
    "01230436aa",
    "0210001ad5",
    "0131092ab5",
    "02190014ba",
    "0208001a5b",
    "0128062a57",
    "021600152b",
    "0205001a93",
    "0125042e95",
    "02120016aa",
    "0201001ad5",
    "01220229b5",
    "02100014b6",
    "01290634ae",
    "0217001a4e",
    "0206001d26",
    "0126053d26",
    "0213001d53",
    "02030015aa",
    "0123032d6a",
    "021100196d",
    "013111295d",
    "02190014ad",
    "0208001a4d",
    "0128063a4b",
]
_MONTHS = {"正": 1, "冬": 11, "腊": 12, "十一": 11, "十二": 12} | {
    sign: n for n, sign in enumerate("二三四五六七八九十", 2)
}
_OLD = "农历|阴历|夏历|旧历"
_SPOKEN = "初[一二三四五六七八九十]|十[一二三四五六七八九]|[廿][一二三四五六七八九]?|二十[一二三四五六七八九]?|三十|卅"
LUNAR_DAY = re.compile(
    rf"(?:(?:{_OLD})(?P<any>正|冬|腊|十[一二]|[二三四五六七八九十])|(?P<own>[正腊冬]))月(?P<day>{_SPOKEN})(?:日)?(?![年月个\d])"
)
"""A day of the traditional calendar: the calendar named, or a month only it has."""
LAST_DAY = 30  # of a month that may have 29


def told(match: re.Match[str]) -> tuple[int, int]:
    """Return month and day of what ``LUNAR_DAY`` matched."""
    return _MONTHS[match["any"] or match["own"]], value(match["day"].removeprefix("初"))


def in_year(year: int, month: int, day: int) -> date | None:
    """Return the day of ``year`` (ours) that is that day of the traditional calendar, None where it is not on file.

    A day 30 of a month of 29 is its last day. 腊月 belongs to the year in which it falls.
    """
    for lunar_year in (year, year - 1):
        found = _day(lunar_year, month, day)
        if found is not None and found.year == year:
            return found
    return None


def _day(year: int, month: int, day: int) -> date | None:
    if not 0 <= year - _FROM < len(_YEARS) or not (1 <= month <= 12 and 1 <= day <= LAST_DAY):
        return None
    row = _YEARS[year - _FROM]
    leap, lengths = int(row[4:6]), [29 + int(bit) for bit in bin(int(row[6:], 16))[3:]]
    index = month - 1 + (0 < leap < month)
    first = date(year, int(row[:2]), int(row[2:4])) + timedelta(days=sum(lengths[:index]))
    return first + timedelta(days=min(day, lengths[index]) - 1)
