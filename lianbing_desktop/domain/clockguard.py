"""The clock guard: whether the computer's time can be believed, judged against the last time that could."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from lianbing_desktop.domain.monthday import spoken_at

AHEAD_BY = timedelta(days=1)
SLACK = timedelta(minutes=2)
"""Time servers correct a clock by seconds; that is not setting it back."""


class ClockState(StrEnum):
    """How the clock stands; the values are kept in the data file."""

    OK = "ok"
    SET_BACK = "set_back"
    AHEAD = "ahead"
    TRIAL = "trial"


@dataclass(frozen=True)
class ClockGuard:
    """The last time believed and the highest one ever seen (civil time of 东八区)."""

    trusted_at: datetime
    highest_at: datetime

    def seen(self, verdict: "ClockVerdict") -> "ClockGuard":
        """Return the guard after a look at the clock; a trial day moves nothing."""
        if verdict.state is ClockState.TRIAL:
            return self
        highest = max(self.highest_at, verdict.now)
        trusted = verdict.effective if verdict.state is ClockState.OK else self.trusted_at
        return replace(self, trusted_at=trusted, highest_at=highest)


@dataclass(frozen=True)
class ClockVerdict:
    """How the clock stands: ``effective`` is the time reminders are judged by, ``days`` by how many it is off."""

    state: ClockState
    now: datetime
    effective: datetime
    trusted_at: datetime
    days: int = 0

    @property
    def is_doubtful(self) -> bool:
        """Whether the officer should look at the clock."""
        return self.state in (ClockState.SET_BACK, ClockState.AHEAD)

    @property
    def is_provisional(self) -> bool:
        """Whether what is acknowledged now counts only while the clock stands past that time."""
        return self.state in (ClockState.AHEAD, ClockState.TRIAL)

    @property
    def words(self) -> str:
        """What a banner says, empty where there is nothing to say."""
        before = spoken_at(self.trusted_at, self.now.year)
        if self.state is ClockState.SET_BACK:
            now = spoken_at(self.now, self.trusted_at.year)
            return f"电脑时间被调早了：现在是 {now}，而练兵台已运行到 {before}。提醒仍按后者计算。请核对电脑时间。"
        if self.state is ClockState.AHEAD:
            return f"距上次运行（{before}）已有 {self.days} 天。如果电脑没有停用这么久，请核对电脑时间。"
        return ""


def judge(now: datetime, guard: ClockGuard | None, is_trial: bool = False) -> ClockVerdict:
    """Return how a clock that reads ``now`` stands; without a guard, on the first run, it is believed."""
    if is_trial or guard is None:
        return ClockVerdict(ClockState.TRIAL if is_trial else ClockState.OK, now, now, now)
    trusted = guard.trusted_at
    if now < trusted - SLACK:
        return ClockVerdict(ClockState.SET_BACK, now, trusted, trusted, (trusted - now).days)
    if now > trusted + AHEAD_BY:
        return ClockVerdict(ClockState.AHEAD, now, now, trusted, (now - trusted).days)
    return ClockVerdict(ClockState.OK, now, max(now, trusted), trusted)
