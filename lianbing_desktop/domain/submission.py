"""Submissions (报送件): one unit's piece of one requirement in one period, and the steps it walks."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property

from lianbing_desktop.domain.period import period_head, period_label
from lianbing_desktop.domain.unit import UnitKind


class State(StrEnum):
    """Where a submission stands; the values are the words on screen and in the commands."""

    OPEN = "未报"
    RECEIVED = "已收"
    REVIEWED = "已审"
    SENT_UP = "已上报"
    RECEIPT = "回执"
    RETURNED = "退回"
    NOT_NEEDED = "不适用"


_NEXT: dict[State, tuple[State, ...]] = {
    State.OPEN: (State.RECEIVED, State.NOT_NEEDED),
    State.RECEIVED: (State.REVIEWED, State.RETURNED, State.SENT_UP, State.RECEIVED, State.NOT_NEEDED),
    State.REVIEWED: (State.SENT_UP, State.RETURNED, State.RECEIVED, State.NOT_NEEDED),
    State.SENT_UP: (State.RECEIPT, State.RETURNED),
    State.RECEIPT: (State.RETURNED,),
    State.RETURNED: (State.RECEIVED, State.NOT_NEEDED),
    State.NOT_NEEDED: (State.OPEN,),
}

_WITH_REASON = (State.NOT_NEEDED, State.RETURNED)
_DELIVERED = frozenset({State.RECEIVED, State.REVIEWED, State.SENT_UP, State.RECEIPT, State.NOT_NEEDED})
_SENT = frozenset({State.SENT_UP, State.RECEIPT, State.NOT_NEEDED})


def next_states(state: State) -> tuple[State, ...]:
    """Return the states that may follow, the usual next step first."""
    return _NEXT[state]


def needs_reason(state: State) -> bool:
    """Whether a step to ``state`` must carry a note (不适用 and 退回 must say why)."""
    return state in _WITH_REASON


def settled_states(receiver: UnitKind) -> frozenset[State]:
    """Return the states in which the deadline is met: with the province sent up, with the bureau received."""
    return _SENT if receiver is UnitKind.PROVINCE else _DELIVERED


@dataclass(frozen=True)
class StoredFile:
    """One attachment kept byte for byte under its SHA-256 (lower-case hex); ``size`` in bytes."""

    sha256: str
    name: str
    size: int
    id: int = 0


@dataclass(frozen=True)
class Step:
    """One step of a submission: the day it happened, who took it, a note and the files that came with it."""

    state: State
    on: date
    person: str = ""
    note: str = ""
    files: tuple[StoredFile, ...] = ()
    id: int = 0


@dataclass(frozen=True)
class Submission:
    """One submission as it is shown.

    ``period`` is a key (domain/period.py) or empty, ``label`` names one of several pieces, ``event_on`` is the
    day an entry made by hand is about (a decision, a closing). ``keys`` is what searching looks into: text, pinyin
    and initials. ``files`` are those that stand: a draft that was returned stays with its step and is no longer
    among them.
    """

    id: int
    requirement_id: int
    requirement: str
    task_id: int
    unit_id: int
    unit: str
    unit_key: str
    receiver: str
    period: str
    number: int
    label: str
    due_on: date
    state: State
    is_settled: bool
    form: str
    channel: str
    any_of: str
    received_on: date | None = None
    event_on: date | None = None
    files: tuple[StoredFile, ...] = ()
    keys: str = ""

    @cached_property
    def period_words(self) -> str:
        """The period and piece as shown: ``6月``, ``第三季度 第2篇`` or empty."""
        return " ".join(filter(None, (period_label(self.period), self.label)))

    @cached_property
    def period_brief(self) -> str:
        """The period and piece where room is scarce: ``6月``, ``第12周 第2篇`` or empty."""
        return " ".join(filter(None, (period_head(self.period), self.label)))

    @cached_property
    def title(self) -> str:
        """Requirement with period and piece, as one line."""
        return " · ".join(filter(None, (self.requirement, self.period_words)))

    @property
    def group(self) -> tuple[str, int, str]:
        """What the members of one any-of group have in common: group, unit and period."""
        return self.any_of, self.unit_id, self.period

    @property
    def days_late(self) -> int:
        """By how many days it was received after its due day; 0 where in time or not received."""
        return max(0, (self.received_on - self.due_on).days) if self.received_on else 0


def settle_groups(submissions: list[Submission]) -> list[Submission]:
    """Count every member of an any-of group as settled where one member is (活动总结 *或* 自评报告).

    A member that is 不适用 settles itself alone: the other one is then the one to hand in.
    """
    met = {each.group for each in submissions if each.is_settled and each.state is not State.NOT_NEEDED}
    return [replace(each, is_settled=True) if each.any_of and each.group in met else each for each in submissions]
