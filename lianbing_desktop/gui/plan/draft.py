"""The plan while it is looked over: what was checked, what changed, and the way back. Nothing of it is stored."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from lianbing_desktop.domain import correcting
from lianbing_desktop.domain.doubts import doubts
from lianbing_desktop.domain.plan import Passage, Plan, PlanTask
from lianbing_desktop.domain.source import Source
from lianbing_desktop.services.plan_reading import PlanReader, Reading

Words = tuple[str, str, str]


@dataclass(frozen=True)
class Standing:
    """One state of the draft: ``ids`` name the plan's tasks, whatever their order; ``checked`` are some of them."""

    plan: Plan
    ids: tuple[int, ...]
    checked: frozenset[int] = frozenset()
    seen: frozenset[Passage] = frozenset()


class Draft:
    """A plan under correction. Every change can be taken back."""

    def __init__(self, reading: Reading, reader: PlanReader) -> None:
        self.source: Source = reading.source
        self._reader = reader
        self._now = Standing(reading.plan, tuple(range(len(reading.plan.tasks))))
        self._before: list[Standing] = []
        self._next = len(reading.plan.tasks)
        self._known: dict[int, tuple[PlanTask, bool, tuple[str, ...]]] = {}
        self._words: dict[int, tuple[PlanTask, Words]] = {}
        self._places: tuple[tuple[int, ...], dict[int, int]] = ((), {})

    @property
    def plan(self) -> Plan:
        """The plan as it is corrected by now."""
        return self._now.plan

    @property
    def ids(self) -> tuple[int, ...]:
        """The names of the plan's tasks, in its order."""
        return self._now.ids

    @property
    def is_changed(self) -> bool:
        """Whether anything was corrected or checked that would be lost."""
        return bool(self._before)

    def at(self, task_id: int) -> int:
        """Return where a task stands in the plan. Raises ValueError."""
        if self._places[0] is not self._now.ids:
            self._places = self._now.ids, {each: at for at, each in enumerate(self._now.ids)}
        if task_id not in self._places[1]:
            raise ValueError(task_id)
        return self._places[1][task_id]

    def doubts(self, task_id: int) -> tuple[str, ...]:
        """Return what is uncertain about a task; nothing once the officer has checked it."""
        return () if task_id in self._now.checked else self._doubts(self.plan.tasks[self.at(task_id)])

    def told(self, task: PlanTask, words: Callable[[PlanTask, int | None], Words]) -> Words:
        """Return the words of a task; they are made once as long as the task stays what it is."""
        known = self._words.get(id(task))
        if not known or known[0] is not task:
            known = task, words(task, self.plan.year)
            self._words[id(task)] = known
        return known[1]

    def is_checked(self, task_id: int) -> bool:
        """Whether the officer has said that a task is right."""
        return task_id in self._now.checked

    def is_seen(self, passage: Passage) -> bool:
        """Whether the officer has said that words are no task."""
        return passage in self._now.seen

    def check(self, task_id: int) -> None:
        """Take a task as right."""
        self._go(replace(self._now, checked=self._now.checked | {task_id}))

    def see(self, passage: Passage) -> None:
        """Take words left unread as no task."""
        self._go(replace(self._now, seen=self._now.seen | {passage}))

    def correct(self, task_id: int, task: PlanTask, choices: Mapping[str, str]) -> None:
        """Put a corrected task in the place of another; it is checked thereby.

        ``choices`` are names of units the officer confirmed, by those the source writes; they hold for all tasks.
        """
        plan = self._reader.reworded(self.plan, self.at(task_id), task)
        plan = correcting.accepted(plan, choices) if choices else plan
        self._go(replace(self._now, plan=plan, checked=self._now.checked | {task_id}))

    def split(self, task_id: int, cut: int) -> bool:
        """Make two tasks of one before the sign ``cut``; whether there was anything on both sides."""
        at = self.at(task_id)
        plan = correcting.split(self.plan, at, cut)
        if plan is self.plan:
            return False
        ids = (*self.ids[: at + 1], self._new_id(), *self.ids[at + 1 :])
        self._go(replace(self._now, plan=plan, ids=ids, checked=self._now.checked - {task_id}))
        return True

    def join(self, task_id: int) -> bool:
        """Make one task of this and the next one; whether there is a next one."""
        at = self.at(task_id)
        plan = correcting.joined(self.plan, at)
        if plan is self.plan:
            return False
        self._go(replace(self._now, plan=plan, ids=(*self.ids[: at + 1], *self.ids[at + 2 :])))
        return True

    def drop(self, task_id: int) -> None:
        """Lay a task to the words that are none."""
        at = self.at(task_id)
        plan = correcting.dropped(self.plan, at)
        seen = self._now.seen | {plan.unread[-1]}
        self._go(replace(self._now, plan=plan, ids=(*self.ids[:at], *self.ids[at + 1 :]), seen=seen))

    def restore(self, passage: Passage) -> int:
        """Make a task of words left unread and return its name."""
        plan, at = correcting.restored(self.plan, passage)
        made = self._new_id()
        self._go(replace(self._now, plan=plan, ids=(*self.ids[:at], made, *self.ids[at:])))
        return made

    def undo(self) -> None:
        """Take the last change back; nothing where there is none."""
        if self._before:
            self._now = self._before.pop()

    def _doubts(self, task: PlanTask) -> tuple[str, ...]:
        """Return what is uncertain about a task; it is reckoned once as long as task and plan stay what they are."""
        has_units = any(other.units for other in self.plan.tasks)
        known = self._known.get(id(task))
        if not known or known[0] is not task or known[1] != has_units:
            known = task, has_units, doubts(task, self.plan)
            self._known[id(task)] = known
        return known[2]

    def _go(self, standing: Standing) -> None:
        self._before.append(self._now)
        self._now = standing

    def _new_id(self) -> int:
        self._next += 1
        return self._next - 1
