"""Working days: weekends, statutory holidays (休) and make-up workdays (班)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class DayMark:
    """A day the State Council's yearly notice names: off or a make-up workday, with the festival's name."""

    is_off: bool
    name: str = ""

    @property
    def word(self) -> str:
        """The mark as calendars print it."""
        return "休" if self.is_off else "班"


class WorkCalendar:
    """The marked days of the years that are known; other years fall back to Monday–Friday."""

    def __init__(self, marks: Mapping[date, DayMark], years: frozenset[int]) -> None:
        self._marks = marks
        self._years = years

    def knows(self, year: int) -> bool:
        """Whether the year's holiday notice is on file (否则提示“未收录节假日安排”)."""
        return year in self._years

    @property
    def years(self) -> tuple[int, ...]:
        """The years on file, in order."""
        return tuple(sorted(self._years))

    def mark(self, day: date) -> DayMark | None:
        """Return the day's mark, or None for a plain day."""
        return self._marks.get(day)

    def is_workday(self, day: date) -> bool:
        """Whether offices work that day."""
        mark = self._marks.get(day)
        return not mark.is_off if mark else day.weekday() < 5

    def after(self, start: date, workdays: int) -> date:
        """Return the n-th workday after ``start``, which itself is not counted (令8号 Art 79)."""
        day = start
        while workdays:
            day += timedelta(days=1)
            workdays -= self.is_workday(day)
        return day

    def rolled(self, day: date) -> date:
        """Return the day itself, or the first workday after it where it is off (令8号 Art 79)."""
        return day if self.is_workday(day) else self.after(day, 1)

    def between(self, start: date, end: date) -> int:
        """Return how many workdays lie from ``start`` to ``end``, both counted in."""
        return sum(self.is_workday(start + timedelta(days=n)) for n in range((end - start).days + 1))
