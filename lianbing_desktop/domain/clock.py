"""The desk's clock: the one place that knows what day it is, told to everybody else as a value."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Clock:
    """A wall clock, or a fixed trial day (``--today``) on which the time of day still runs.

    ``read`` returns the local time; it is injected, so that the domain itself asks no clock.
    """

    read: Callable[[], datetime]
    trial: date | None = None

    def now(self) -> datetime:
        """Return the local time, on the trial day where one is set."""
        now = self.read()
        return datetime.combine(self.trial, now.time()) if self.trial else now

    def today(self) -> date:
        """Return the day on which deadlines are judged."""
        return self.now().date()
