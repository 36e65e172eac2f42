"""Requirements (报送要求): what somebody has to hand to somebody by a day, and how it fans out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from lianbing_desktop.domain.monthday import MonthDay, month_end
from lianbing_desktop.domain.period import PACES, period_key, period_span

UNKNOWN = "未提供"
_FEW = 4


@dataclass(frozen=True)
class DueRule:
    """When a requirement is due. Exactly one of ``on``, ``months``, ``after`` and ``dates`` is set.

    ``on`` counts that day in ("X日前", seed row ≤6月6日). ``months`` is due at each month's end.
    ``after`` with ``days`` counts natural days, the day of the event not counted (domain.md §0.2 item 6).
    ``dates`` are several days in order, each counted in and a period of its own: each week, each quarter, 每月5日前.
    ``by`` tells which: of the pace (a key of ``period.PACES``) each day's period is, ``behind`` periods before the day
    (次月5日前 is by month, 1 behind); without it the day itself names the period.
    """

    on: MonthDay | None = None
    months: tuple[int, ...] = ()
    after: str = ""
    days: int = 0
    dates: tuple[MonthDay, ...] = ()
    by: str = ""
    behind: int = 0

    def spoken(self) -> str:
        """Return the rule in the officer's words."""
        if self.dates:
            days = [f"{each.month}月{each.day}日" for each in self.dates]
            told = f"{'、'.join(days)}前" if len(days) <= _FEW else f"{days[0]}至{days[-1]}共{len(days)}期"
            return f"{PACES[self.by]}：{told}" if self.by else told
        if self.on:
            return f"{self.on.month}月{self.on.day}日前"
        if self.months:
            return f"每月（{self.months[0]}—{self.months[-1]}月）"
        return f"{self.after}后{self.days}日内"

    def dated(self, year: int) -> list[tuple[str, date]]:
        """Return the key and the day of each of ``dates``; keys are the days themselves where two share a period."""
        days = list(dict.fromkeys(each.in_year(year) for each in self.dates))
        keys = [period_key(self.by, day, self.behind) for day in days]
        return list(zip(keys if len(set(keys)) == len(keys) else map(date.isoformat, days), days, strict=True))

    def event_due(self, event_on: date) -> date:
        """Return the last day for an event of ``event_on``."""
        return date.fromordinal(event_on.toordinal() + self.days)


@dataclass(frozen=True)
class Requirement:
    """One thing to be handed in, below a task.

    ``senders`` are unit keys. ``count`` is how many pieces each sender owes in each period (0: entered as they
    come, of which ``at_least`` must be there in the end). ``any_of`` names a group in which one member is enough.
    ``is_quota`` marks a count told as "不少于N". ``event`` is what an entry's own date means; it must lie in
    ``covers``. ``unknown`` says in words what the campaign leaves open; nothing is invented for it.
    """

    key: str
    title: str
    task_key: str
    senders: tuple[str, ...]
    receiver: str
    due: DueRule
    form: str = UNKNOWN
    channel: str = UNKNOWN
    count: int = 1
    measure: str = "件"
    labels: tuple[str, ...] = ()
    any_of: str = ""
    at_least: int = 0
    event: str = ""
    covers: tuple[MonthDay, MonthDay] | None = None
    is_quota: bool = False
    is_open_ended: bool = False
    is_packaged: bool = False
    unknown: str = ""
    note: str = ""
    id: int = 0

    def slots(self, year: int) -> Iterator["Slot"]:
        """Yield the submissions this requirement fans out into: unit × period × piece."""
        for sender in self.senders:
            for period, due_on in self._periods(year):
                for number in range(1, self.count + 1):
                    yield Slot(sender, period, number, self._label(number), due_on)

    def periods(self, year: int) -> list[str]:
        """Return the keys of its periods (domain/period.py); empty for a requirement without."""
        return [period for period, _ in self._periods(year) if period]

    def piece(self, number: int) -> str:
        """Return what piece ``number`` of several is called, for example ``第3篇``."""
        return self._label(number) or f"第{number}{self.measure}"

    def is_covered(self, year: int, event_on: date) -> bool:
        """Whether an event of that day belongs to the campaign of ``year`` (row 公开: decisions of 1—10月)."""
        if not self.covers:
            return True
        first, last = self.covers
        return first.in_year(year) <= event_on <= last.in_year(year)

    def entry_due(self, year: int, event_on: date) -> date:
        """Return when an entry added by hand is due."""
        return self.due.event_due(event_on) if self.due.after else self._period_of(year, event_on)[1]

    def entry_period(self, year: int, event_on: date) -> str:
        """Return the period an entry added by hand belongs to; empty where there are no periods."""
        return "" if self.due.after else self._period_of(year, event_on)[0]

    def window(self, period: str, start: date, due_on: date) -> tuple[date, date]:
        """Return the first and last day a period is about: its month, or the days since the period before.

        ``start`` is the task's first day, ``due_on`` the day what has no period is due.
        """
        if not period:
            return start, due_on
        span = period_span(period)
        if span and (not self.due.dates or self.due.behind):
            return span
        days = dict(self._periods(start.year))
        end = days.get(period, due_on)
        before = [day for day in days.values() if day < end]
        return min(max(before) + timedelta(days=1) if before else start, end), end

    def _period_of(self, year: int, day: date) -> tuple[str, date]:
        periods = self._periods(year)
        if self.due.behind:
            key = period_key(self.due.by, day)
            periods = [period for period in periods if period[0] >= key] or periods[-1:]
            return periods[0]
        return next((period for period in periods if day <= period[1]), periods[-1])

    def _label(self, number: int) -> str:
        if self.labels:
            return self.labels[number - 1] if number <= len(self.labels) else ""
        return f"第{number}{self.measure}" if self.count > 1 else ""

    def _periods(self, year: int) -> list[tuple[str, date]]:
        if self.due.on:
            return [("", self.due.on.in_year(year))]
        if self.due.dates:
            return self.due.dated(year)
        return [(f"{year}-{month:02d}", month_end(year, month)) for month in self.due.months]


@dataclass(frozen=True)
class Slot:
    """One place to be filled: a sender, a period (domain/period.py, or empty), the piece, its due day."""

    sender: str
    period: str
    number: int
    label: str
    due_on: date
