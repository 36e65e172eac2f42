"""Quotas (份额): counts told as "不少于N", per month or in all."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from lianbing_desktop.domain.period import period_label
from lianbing_desktop.domain.requirement import Requirement
from lianbing_desktop.domain.submission import State, Submission


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
    unit_id: int = 0

    @property
    def title(self) -> str:
        """What is counted and in which period: ``工作简讯 · 10月``."""
        return self.requirement + (f" · {period_label(self.period)}" if self.period else "")

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


def count_quotas(
    requirements: Iterable[Requirement], submissions: Iterable[Submission], starts: Mapping[str, date]
) -> list[Quota]:
    """Return every quota: unit × period, what is needed and what has come; ``starts`` are the tasks' first days.

    A piece counts for the period it is about: that of its place, or by the day of the event where it was entered by
    hand. When it was typed in does not matter.
    """
    pieces: dict[int, dict[tuple[int, str], list[Submission]]] = defaultdict(lambda: defaultdict(list))
    for submission in submissions:
        pieces[submission.requirement_id][submission.unit_id, submission.period].append(submission)
    return [
        _quota(requirement, group, starts[requirement.task_key])
        for requirement in requirements
        if requirement.is_quota
        for group in pieces[requirement.id].values()
    ]


def _quota(requirement: Requirement, group: list[Submission], task_start: date) -> Quota:
    first = group[0]
    start, end = requirement.window(first.period, task_start, first.due_on)
    inside = [each for each in group if each.event_on is None or start <= each.event_on <= end]
    excused = sum(each.state is State.NOT_NEEDED for each in inside)
    got = sum(each.is_settled for each in inside) - excused
    return Quota(
        requirement.id, requirement.title, first.unit, first.period, max(0, requirement.count - excused), got,
        requirement.measure, start, end, first.unit_id,
    )  # fmt: skip
