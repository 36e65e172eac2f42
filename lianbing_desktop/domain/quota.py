"""Quotas (份额): counts told as "不少于N", per month or in all."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Quota:
    """One unit's count in one period: ``needed`` at least, ``got`` so far, both days of the period counted in."""

    requirement_id: int
    requirement: str
    unit: str
    period: str
    needed: int
    got: int
    measure: str
    start_on: date
    due_on: date

    @property
    def short(self) -> int:
        """How many are still missing."""
        return max(0, self.needed - self.got)

    def expected(self, today: date) -> int:
        """Return how many should be there by now at an even pace, rounded down."""
        elapsed = (today - self.start_on).days + 1
        length = (self.due_on - self.start_on).days + 1
        return self.needed * min(max(elapsed, 0), length) // length

    def is_behind(self, today: date) -> bool:
        """Whether the unit is short of an even pace today."""
        return self.got < self.expected(today)

    def forecast_short(self, today: date) -> int:
        """Return how many will be missing at the end if the pace so far goes on."""
        elapsed = max(1, min((today - self.start_on).days + 1, (self.due_on - self.start_on).days + 1))
        length = (self.due_on - self.start_on).days + 1
        return max(0, self.needed - self.got * length // elapsed)
