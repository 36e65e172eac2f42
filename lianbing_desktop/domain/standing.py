"""How a deadline stands on a given day. Computed whenever asked, never stored."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

SOON_DAYS = 3


class Urgency(StrEnum):
    """How near a deadline is."""

    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    LATER = "later"
    SETTLED = "settled"


@dataclass(frozen=True)
class Standing:
    """Urgency with the number of days left (negative when overdue)."""

    urgency: Urgency
    days: int

    @property
    def words(self) -> str:
        """The standing in the officer's words, empty when nothing presses."""
        match self.urgency:
            case Urgency.OVERDUE:
                return f"逾期 {-self.days} 天"
            case Urgency.TODAY:
                return "今天到期"
            case Urgency.SOON:
                return f"还有 {self.days} 天"
            case _:
                return ""


def standing(due_on: date, is_settled: bool, today: date) -> Standing:
    """Return how a deadline stands: the due day itself still counts as in time."""
    days = (due_on - today).days
    if is_settled:
        return Standing(Urgency.SETTLED, days)
    if days < 0:
        return Standing(Urgency.OVERDUE, days)
    if days == 0:
        return Standing(Urgency.TODAY, 0)
    return Standing(Urgency.SOON if days <= SOON_DAYS else Urgency.LATER, days)
