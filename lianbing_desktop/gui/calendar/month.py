"""A month as a grid of whole weeks, Monday first. No Qt."""

from dataclasses import dataclass
from datetime import date, timedelta

from lianbing_desktop.domain.monthday import month_end

FIRST_YEAR, LAST_YEAR = 1990, 2099


@dataclass(frozen=True, order=True)
class Month:
    """One month of one year."""

    year: int
    month: int

    @classmethod
    def of(cls, day: date) -> "Month":
        """Return the month a day lies in."""
        return cls(day.year, day.month)

    @property
    def title(self) -> str:
        """The month as it is written: ``2017年10月``."""
        return f"{self.year}年{self.month}月"

    @property
    def first(self) -> date:
        """The first day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """The last day."""
        return month_end(self.year, self.month)

    def holds(self, day: date) -> bool:
        """Whether the day lies in this month."""
        return (day.year, day.month) == (self.year, self.month)

    def shifted(self, months: int) -> "Month":
        """Return the month so many months on, kept between FIRST_YEAR and LAST_YEAR."""
        count = self.year * 12 + self.month - 1 + months
        count = min(max(count, FIRST_YEAR * 12), LAST_YEAR * 12 + 11)
        return Month(count // 12, count % 12 + 1)

    def day(self, number: int) -> date:
        """Return the day of that number; the last day stands for numbers beyond it."""
        return self.first.replace(day=min(number, self.last.day))

    def weeks(self) -> tuple[tuple[date, ...], ...]:
        """Return the weeks from the one with the first day to the one with the last."""
        monday = self.first - timedelta(days=self.first.weekday())
        count = ((self.last - monday).days // 7) + 1
        return tuple(tuple(monday + timedelta(days=7 * week + day) for day in range(7)) for week in range(count))


def kept(day: date) -> date:
    """Return the day itself, or the nearest one the calendar shows."""
    return min(max(day, date(FIRST_YEAR, 1, 1)), date(LAST_YEAR, 12, 31))
