"""The work of bringing a campaign up to a revised table, inside one transaction. What came stays, whatever happens."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from lianbing_desktop.domain.campaign import Campaign
from lianbing_desktop.domain.clause import CalendarDay, Deadline, Deadlines, Point, Window
from lianbing_desktop.domain.following import days_apart, matched, moved
from lianbing_desktop.domain.monthday import MonthDay
from lianbing_desktop.domain.requirement import Requirement
from lianbing_desktop.domain.revision import NO_LONGER
from lianbing_desktop.domain.task import Task
from lianbing_desktop.domain.unit import Unit, UnitKind
from lianbing_desktop.reading.clauses import read_clauses
from lianbing_desktop.reading.pinyin import search_keys
from lianbing_desktop.store.campaigns import CampaignRows
from lianbing_desktop.store.database import Database
from lianbing_desktop.store.requirements import RequirementRows
from lianbing_desktop.store.submissions import SubmissionRows
from lianbing_desktop.store.tasks import TaskRows


class Rework:
    """Takes single tasks of ``after`` over into a campaign.

    ``is_whole`` where what the campaign asks for came from a table itself: it then follows the new one in everything.
    Else it was made by hand: its requirements stay and only move with the days of their task.
    """

    def __init__(self, database: Database, campaign_id: int, after: Campaign, at: str, is_whole: bool) -> None:
        self._database, self._id, self._after, self._at, self._is_whole = database, campaign_id, after, at, is_whole
        self._campaigns, self._tasks = CampaignRows(database), TaskRows(database)
        self._asked, self._submissions = RequirementRows(database), SubmissionRows(database)
        self._units = {unit.key: unit for unit in self._campaigns.units(campaign_id)}
        self._stages = {stage.key: stage for stage in self._campaigns.stages(campaign_id)}
        self._held = {task.key: task for task in self._tasks.all(campaign_id)}

    def remove(self, key: str) -> None:
        """Mark a task, and withdraw what is still open of it."""
        self._tasks.withdraw(self._held[key].id, self._at)
        for item in self._of(key):
            self._submissions.withdraw_open(item.id, self._at)

    def change(self, before: str, after: str) -> None:
        """Give a task the words, days and units of the new table."""
        old, new = self._held[before], self._new_task(after)
        self._tasks.change(replace(new, id=old.id, note=old.note))
        self._tasks.set_units(old.id, [self._units[key].id for key in new.units])
        self._tasks.set_stage(old.id, self._stage(after))
        items = [item for item in self._after.requirements if item.task_key == after]
        if self._is_whole:
            self._follow(old, items)
        else:
            self._move(old, new)

    def add(self, keys: Sequence[str], same: Mapping[str, str]) -> None:
        """Add tasks, each after the one it follows in the new table; ``same`` are its tasks that the campaign has."""
        order = [task.id for task in self._held.values()]
        here = {after: self._held[before].id for after, before in same.items()}
        last = 0
        for task in self._after.tasks:
            if task.key in keys:
                task_id = self._add(task.key)
                order = [each for each in order if each != task_id]
                order.insert(order.index(last) + 1 if last else 0, task_id)
                last = task_id
            else:
                last = here.get(task.key, last)
        self._tasks.number(order)
        self._asked.number(self._id)

    def _add(self, after: str) -> int:
        if before := self._withdrawn(after):
            return self._bring_back(before, after)
        made = replace(self._new_task(after), key=_unused("task", self._held))
        task_id = self._tasks.add(self._id, made, self._stage(after), 0)
        self._tasks.set_units(task_id, [self._units[key].id for key in made.units])
        self._held[made.key] = replace(made, id=task_id)
        for item in self._after.requirements:
            if item.task_key == after:
                self._ask(item, made.key)
        return task_id

    def _withdrawn(self, after: str) -> Task | None:
        """Return the task of the same words that an earlier table took away, so that its work comes back with it."""
        text = "".join(next(task for task in self._after.tasks if task.key == after).text.split())
        gone = (task for task in self._held.values() if task.is_withdrawn and "".join(task.text.split()) == text)
        return next(gone, None)

    def _bring_back(self, before: Task, after: str) -> int:
        self._tasks.withdraw(before.id, None)
        self._held[before.key] = replace(before, is_withdrawn=False)
        for item in self._of(before.key):
            self._fill(item.id, item)
        self.change(before.key, after)
        return before.id

    def _ask(self, item: Requirement, task_key: str) -> None:
        taken = {each.key for each in self._asked.all(self._id)}
        made = self._translated(replace(item, key=_unused(task_key, taken)))
        ids = [self._units[key].id for key in made.senders]
        task_id = self._held[task_key].id
        requirement_id = self._asked.add(self._id, made, task_id, ids, 1_000_000, search_keys(made.title))
        self._fill(requirement_id, made)

    def _follow(self, old: Task, items: Sequence[Requirement]) -> None:
        """Ask what the new table asks for, in the place of what was asked for."""
        pairs = matched(self._of(old.key), items)
        for one, other in pairs.kept:
            self._rewrite(one, replace(self._translated(other), key=one.key))
        for item in pairs.new:
            self._ask(item, old.key)
        for item in pairs.gone:
            idle = replace(item, is_open_ended=False, is_quota=False, at_least=0, unknown=NO_LONGER)
            self._rewrite(item, idle, is_asked=False)

    def _move(self, old: Task, new: Task) -> None:
        """Move requirements that were due with their task or on a day its words name."""
        for one, other in moved(self._of(old.key), old, new, days_between(old, new)).kept:
            self._rewrite(one, other)

    def _rewrite(self, old: Requirement, new: Requirement, is_asked: bool = True) -> None:
        ids = [self._units[key].id for key in new.senders]
        self._asked.change(old.id, new, ids, search_keys(new.title))
        if is_asked:
            self._fill(old.id, new)
        else:
            self._submissions.withdraw_open(old.id, self._at)

    def _fill(self, requirement_id: int, item: Requirement) -> None:
        ids = {unit.key: unit.id for unit in self._units.values()}
        year = self._after.year
        slots = list(item.slots(year))
        self._submissions.fan_out_again(requirement_id, slots, ids, self._at, partial(item.entry_due, year))

    def _of(self, task_key: str) -> list[Requirement]:
        return [item for item in self._asked.all(self._id) if item.task_key == task_key]

    def _new_task(self, after: str) -> Task:
        task = next(task for task in self._after.tasks if task.key == after)
        units = tuple(dict.fromkeys(self._unit(key) for key in task.units))
        names = [self._units[key].name for key in units]
        return replace(task, units=units, keys=search_keys(task.text, *names))

    def _translated(self, item: Requirement) -> Requirement:
        senders = tuple(dict.fromkeys(self._unit(key) for key in item.senders))
        receiver = self._unit(item.receiver) if item.receiver in {unit.key for unit in self._after.units} else ""
        return replace(item, senders=senders, receiver=receiver or item.receiver)

    def _unit(self, after: str) -> str:
        """Return the campaign's own key of a unit of the new table, entering it where no unit has its very name."""
        unit = self._after.unit(after)
        for each in self._units.values():
            if each.name == unit.name or (each.kind is unit.kind is UnitKind.BUREAU):
                return each.key
        made = replace(unit, key=_unused("unit", self._units), keys=search_keys(unit.name))
        unit_id = self._campaigns.add_unit(self._id, made, len(self._units))
        self._units[made.key] = Unit(made.key, made.name, made.kind, made.short, unit_id, made.keys)
        return made.key

    def _stage(self, after: str) -> int:
        """Return the id of a task's stage, entering it where none has its words and days."""
        task = next(task for task in self._after.tasks if task.key == after)
        stage = self._after.stage(task.stage_key)
        for each in self._stages.values():
            if (each.title, each.start_on, each.due_on) == (stage.title, stage.start_on, stage.due_on):
                return each.id
        made = replace(stage, key=_unused("stage", self._stages))
        stage_id = self._campaigns.add_stage(self._id, made, len(self._stages))
        self._stages[made.key] = replace(made, id=stage_id)
        return stage_id


def days_between(old: Task, new: Task) -> dict[MonthDay, MonthDay | None]:
    """Set the deadlines that a task's words named beside those they name now."""
    return days_apart(_days(old), _days(new)) if old.text != new.text else {}


def _days(task: Task) -> list[MonthDay]:
    """Return the deadlines named in a task's words, in their order; those of other years do not count."""
    year, found = task.due_on.year, []
    for reading in read_clauses(task.text, year).times:
        match reading.time:
            case Deadline(due) | Window(_, due) | Point(due):
                days: tuple[CalendarDay, ...] = (due,)
            case Deadlines(dues):
                days = dues
            case _:
                continue
        found += [MonthDay(day.month, day.day) for day in days if day.year in (None, year)]
    return found


def _unused(word: str, taken: Mapping[str, object] | set[str]) -> str:
    number = len(taken) + 1
    while f"{word}-{number:02d}" in taken:
        number += 1
    return f"{word}-{number:02d}"
