"""What a changed task does to what it asks for: which requirement follows which, and whose deadline moves with it."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher

from lianbing_desktop.domain.monthday import MonthDay
from lianbing_desktop.domain.requirement import DueRule, Requirement
from lianbing_desktop.domain.submission import State, Submission
from lianbing_desktop.domain.task import Task

Days = Mapping[MonthDay, MonthDay | None]
"""The days an old text names, each with the day that stands in its place now; None where nobody can tell."""


@dataclass(frozen=True)
class Pairs:
    """Requirements found again, those no longer asked for, and new ones."""

    kept: tuple[tuple[Requirement, Requirement], ...] = ()
    gone: tuple[Requirement, ...] = ()
    new: tuple[Requirement, ...] = ()


@dataclass(frozen=True)
class Move:
    """``count`` submissions not settled yet whose deadline moves from ``before`` to ``after``."""

    before: date
    after: date
    count: int


@dataclass(frozen=True)
class Effect:
    """What accepting one change does to the submissions; ``settled`` and ``held`` count those that stay as they are.

    ``settled`` keep the day they were handed in by; ``held`` came in although nobody asks for them any more;
    ``unsure`` are open ones whose own day the new words no longer name: it stays, and the officer is told.
    """

    moves: tuple[Move, ...] = ()
    settled: int = 0
    added: int = 0
    withdrawn: int = 0
    held: int = 0
    unsure: int = 0

    @property
    def moved(self) -> int:
        """How many deadlines move."""
        return sum(move.count for move in self.moves)


def matched(before: Sequence[Requirement], after: Sequence[Requirement]) -> Pairs:
    """Match what is asked for with what was asked for: by title, and by place where as much is left."""
    gone, new = list(before), list(after)
    kept = []
    for item in before:
        found = next((each for each in new if each.title == item.title), None)
        if found:
            kept.append((item, found))
            gone.remove(item)
            new.remove(found)
    if len(gone) == len(new):
        return Pairs((*kept, *zip(gone, new, strict=True)))
    return Pairs(tuple(kept), tuple(gone), tuple(new))


def days_apart(old: Sequence[MonthDay], new: Sequence[MonthDay]) -> dict[MonthDay, MonthDay | None]:
    """Set the days of an old text beside those of the new one, in their order."""
    found: dict[MonthDay, set[MonthDay | None]] = {day: set() for day in old}
    for _, low, high, left, right in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        is_paired = high - low == right - left
        for number in range(low, high):
            found[old[number]].add(new[left + number - low] if is_paired else None)
    return {day: next(iter(days)) if len(days) == 1 else None for day, days in found.items()}


def moved(asked: Sequence[Requirement], old: Task, new: Task, days: Days) -> Pairs:
    """Return the requirements that follow the days of their task: those its words name, else its own last day."""
    pairs = ((item, _due(item.due, old, new, days)) for item in asked)
    return Pairs(tuple((item, replace(item, due=due)) for item, due in pairs if due != item.due))


def lost(asked: Sequence[Requirement], old: Task, days: Days) -> list[Requirement]:
    """Return the requirements whose own day the new words no longer name, so that it stays as it was."""
    last = MonthDay(old.due_on.month, old.due_on.day)
    return [
        item
        for item in asked
        if any(day in days and not days[day] for day in (item.due.on, *item.due.dates) if day and day != last)
    ]


def effect(
    pairs: Pairs, submissions: Sequence[Submission], year: int, senders: Callable[[Requirement], Sequence[str]]
) -> Effect:
    """Reckon what follows; ``senders`` names the units that owe a requirement, as ``submissions`` name them."""
    tally = _Tally(year)
    for old, new in pairs.kept:
        tally.follow([each for each in submissions if each.requirement_id == old.id], new, senders(new))
    for item in pairs.gone:
        tally.drop([each for each in submissions if each.requirement_id == item.id])
    for item in pairs.new:
        tally.follow([], item, senders(item))
    return tally.effect()


class _Tally:
    def __init__(self, year: int) -> None:
        self._year = year
        self._moves: Counter[tuple[date, date]] = Counter()
        self._settled = self._added = self._withdrawn = self._held = 0

    def follow(self, held: Sequence[Submission], item: Requirement, senders: Sequence[str]) -> None:
        keys = [replace(item, senders=(str(number),)) for number in range(len(senders))]
        slots = {
            (name, slot.period, slot.number): slot.due_on
            for name, one in zip(senders, keys, strict=True)
            for slot in one.slots(self._year)
        }
        for each in held:
            due_on = slots.pop((each.unit, each.period, each.number), None)
            if due_on is None and each.event_on:
                due_on = item.entry_due(self._year, each.event_on)
            if due_on is None:
                self.drop([each])
            elif due_on != each.due_on:
                self._move(each, due_on)
        self._added += len(slots)

    def drop(self, held: Sequence[Submission]) -> None:
        opened = sum(each.state is State.OPEN for each in held)
        self._withdrawn += opened
        self._held += len(held) - opened

    def effect(self) -> Effect:
        moves = tuple(Move(*days, count) for days, count in sorted(self._moves.items()))
        return Effect(moves, self._settled, self._added, self._withdrawn, self._held)

    def _move(self, each: Submission, due_on: date) -> None:
        if each.is_settled:
            self._settled += 1
        else:
            self._moves[each.due_on, due_on] += 1


def _due(due: DueRule, old: Task, new: Task, days: Days) -> DueRule:
    was, now = (MonthDay(task.due_on.month, task.due_on.day) for task in (old, new))
    if due.dates:
        return replace(due, dates=tuple(sorted({days.get(day) or day for day in due.dates})))
    told = days.get(due.on) if due.on else None
    if told and told != due.on:
        return replace(due, on=told)
    if due.on == was:
        return replace(due, on=now)
    return replace(due, months=_months(new)) if due.months and due.months == _months(old) else due


def _months(task: Task) -> tuple[int, ...]:
    return tuple(range(task.start_on.month, task.due_on.month + 1))
