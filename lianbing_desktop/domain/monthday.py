"""Days and months of a campaign, kept without a year so that a campaign can be run in another one."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime

_WEEKDAYS = "一二三四五六日"


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


@dataclass(frozen=True, order=True)
class MonthDay:
    """A day of the year; the 31st of a shorter month stands for its last day."""

    month: int
    day: int

    @classmethod
    def parse(cls, text: str) -> "MonthDay":
        """Read ``MM-DD``. Raises ValueError for anything else."""
        match = re.fullmatch(r"(\d{2})-(\d{2})", text)
        if not match:
            raise ValueError(f"不是“MM-DD”形式的日期：{text}")
        month, day = int(match[1]), int(match[2])
        if not 1 <= month <= 12 or not 1 <= day <= month_end(2000, month).day:
            raise ValueError(f"没有这一天：{text}")
        return cls(month, day)

    def in_year(self, year: int) -> date:
        """Return the date in ``year``, clamped to the month's last day."""
        last = month_end(year, self.month)
        return last.replace(day=min(self.day, last.day))


def spoken(day: date) -> str:
    """Return a date as it stands on screen: ``10月25日 周三``."""
    return f"{day.month}月{day.day}日 周{_WEEKDAYS[day.weekday()]}"


def spoken_in(day: date, year: int) -> str:
    """Return a date as it stands on screen, with its year where that is not ``year``: ``2016年12月31日 周六``."""
    return spoken(day) if day.year == year else f"{day.year}年{spoken(day)}"


def spoken_at(at: datetime, year: int) -> str:
    """Return a moment as it stands on screen, with its year where that is not ``year``: ``10月25日 周三 9:05``."""
    return f"{spoken_in(at, year)} {at.hour}:{at.minute:02d}"


def written(day: date) -> str:
    """Return a date as it stands in a document: ``2017年10月25日`` (GB/T 9704-2012, no leading zeros)."""
    return f"{day.year}年{day.month}月{day.day}日"


def read_written(words: str) -> date | None:
    """Return the day of ``2017年10月25日``, or None for anything else."""
    found = re.fullmatch(r"\s*(\d{4})年(\d{1,2})月(\d{1,2})日\s*", words)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
