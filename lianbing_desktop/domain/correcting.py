"""A plan corrected by hand: tasks changed, split, joined, dropped and taken back; always a new plan, never a loss."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from lianbing_desktop.domain.clause import Beginning, CalendarDay, Deadline, Time, TimeReading, Window
from lianbing_desktop.domain.plan import Passage, Place, Plan, PlanTask, PlanTime, PlanUnit, Timing

DROPPED = "由您改为不作任务"
T = TypeVar("T")


def changed(plan: Plan, at: int, task: PlanTask) -> Plan:
    """Put ``task`` in the place of the plan's task ``at``; the words of its row follow."""
    before = plan.tasks[at]
    if task == before:
        return plan
    tasks = (*plan.tasks[:at], task, *plan.tasks[at + 1 :])
    return replace(plan, tasks=_rewritten(tasks, before.row, before.text, task.text))


def split(plan: Plan, at: int, cut: int) -> Plan:
    """Make two tasks of one, before the sign ``cut`` of its text; both keep times and units."""
    task = plan.tasks[at]
    texts = (task.text[:cut].strip(), task.text[cut:].strip())
    if not all(texts):
        return plan
    first, second = (_part(task, text) for text in texts)
    return replace(plan, tasks=(*plan.tasks[:at], first, second, *plan.tasks[at + 1 :]))


def joined(plan: Plan, at: int) -> Plan:
    """Make one task of the task ``at`` and the next one."""
    if at + 1 >= len(plan.tasks):
        return plan
    first, second = plan.tasks[at], plan.tasks[at + 1]
    one = replace(
        first,
        text=f"{first.text}\n{second.text}",
        places=_together(first.places, second.places),
        timing=_both(first.timing, second.timing),
        times=_together(first.times, second.times),
        units=_units((*first.units, *second.units)),
        quotas=_together(first.quotas, second.quotas),
        deliverables=_together(first.deliverables, second.deliverables),
        papers=_together(first.papers, second.papers),
        note="\n".join(dict.fromkeys(filter(None, (first.note, second.note)))),
    )
    tasks = (*plan.tasks[:at], one, *plan.tasks[at + 2 :])
    if first.row != second.row:
        tasks = _rewritten(_rewritten(tasks, second.row, second.text, ""), first.row, first.text, one.text)
    return replace(plan, tasks=tasks)


def dropped(plan: Plan, at: int) -> Plan:
    """Lay a task's words to the unread ones."""
    task = plan.tasks[at]
    passage = Passage(task.text, task.places[0], DROPPED)
    tasks = (*plan.tasks[:at], *plan.tasks[at + 1 :])
    kept = _rewritten(tasks, task.row, task.text, "")
    return replace(plan, tasks=kept, unread=(*plan.unread, passage))


def restored(plan: Plan, passage: Passage) -> tuple[Plan, int]:
    """Make a task of words that were left unread; return the plan and the new task's number."""
    at = _place_of(plan, passage)
    beside = plan.tasks[at - 1] if at else (plan.tasks[0] if plan.tasks else None)
    row = max((task.row for task in plan.tasks), default=0) + 1
    text = passage.text.strip()
    task = PlanTask(text, text, row, (passage.place,), beside.stage if beside else "")
    if beside and beside.stage_times:
        task = replace(task, stage_times=beside.stage_times, timing=replace(beside.timing, relative=(), recurring=None))
    tasks = (*plan.tasks[:at], task, *plan.tasks[at:])
    return replace(plan, tasks=tasks, unread=tuple(item for item in plan.unread if item != passage)), at


def dated(task: PlanTask, timing: Timing, is_whole_row: bool) -> PlanTask:
    """Give a task other times. A task that is a whole row takes its period along: 6月2日前 becomes 6月5日前."""
    if timing == task.timing:
        return task
    days = _days_of(timing)
    if not is_whole_row or days is None:
        return replace(task, timing=timing)
    time = PlanTime(TimeReading(days, period_words(timing), (0, 0)), ())
    stage = task.stage
    if task.stage_times:
        old = task.stage_times[0].reading.expr
        stage = stage.replace(old, time.reading.expr, 1) if old in stage else time.reading.expr
        return replace(task, timing=timing, stage=stage, stage_times=(time,))
    return replace(task, timing=timing, times=(time, *(item for item in task.times if not _is_dated(item))))


def accepted(plan: Plan, choices: Mapping[str, str]) -> Plan:
    """Give units the names the officer confirmed; a name confirmed as its own loses its proposal."""

    def named(unit: PlanUnit) -> PlanUnit:
        return replace(unit, text=choices[unit.text], proposal=None) if unit.text in choices else unit

    tasks = (replace(task, units=_units(named(unit) for unit in task.units)) for task in plan.tasks)
    return replace(plan, tasks=tuple(tasks))


def is_whole_row(plan: Plan, at: int) -> bool:
    """Whether a task is all that its row asks for."""
    row = plan.tasks[at].row
    return sum(task.row == row for task in plan.tasks) == 1


def period_words(timing: Timing) -> str:
    """Return a period as such tables print it: ``6月5日前``, ``6月1日-10月31日``."""
    start, due = timing.start, timing.due or (timing.dues[-1] if timing.dues else None)
    if isinstance(start, CalendarDay) and due and start != due:
        return f"{start.month}月{start.day}日-{due.month}月{due.day}日"
    if due:
        return f"{due.month}月{due.day}日前"
    return f"{start.month}月{start.day}日起" if isinstance(start, CalendarDay) else ""


def _part(task: PlanTask, text: str) -> PlanTask:
    """Return a task with a part of another's words, and of what was read from it only what stands in them."""
    return replace(
        task,
        text=text,
        quotas=tuple(quota for quota in task.quotas if quota.reading.expr in text),
        deliverables=tuple(name for name in task.deliverables if name in text),
        papers=tuple(paper for paper in task.papers if paper.name in text),
    )


def _rewritten(tasks: Sequence[PlanTask], row: int, old: str, new: str) -> tuple[PlanTask, ...]:
    """Say the whole words of a row anew: its tasks' own words take the place of those that were changed."""
    own = [task for task in tasks if task.row == row]
    wholes = {}
    for units in dict.fromkeys(task.units for task in own):
        group = [task for task in own if task.units == units]
        whole = group[0].whole.replace(old, new, 1) if old and old in group[0].whole else ""
        texts = [task.text for task in group]
        is_told = whole and all(text in whole for text in texts) and len(group) == len(own)
        wholes[units] = whole.strip() if is_told else "\n".join(texts)
    return tuple(replace(task, whole=wholes[task.units]) if task.row == row else task for task in tasks)


def _place_of(plan: Plan, passage: Passage) -> int:
    """Return before which task words of the source belong."""
    return sum(bool(task.places) and _key(task.places[0]) <= _key(passage.place) for task in plan.tasks)


def _key(place: Place) -> tuple[int, int, int]:
    return place.block, place.row, 0 if place.table else place.start


def _units(units: Iterable[PlanUnit]) -> tuple[PlanUnit, ...]:
    found: dict[str, PlanUnit] = {}
    for unit in units:
        found.setdefault(unit.text, unit)
    return tuple(found.values())


def _together(one: tuple[T, ...], other: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(dict.fromkeys((*one, *other)))


def _both(one: Timing, other: Timing) -> Timing:
    dues = _together(_dues(one), _dues(other))
    return replace(
        one,
        start=one.start or other.start,
        due=one.due or other.due,
        dues=dues if len(dues) > 1 else (),
        recurring=one.recurring or other.recurring,
        relative=_together(one.relative, other.relative),
        ongoing=one.ongoing or other.ongoing,
    )


def _dues(timing: Timing) -> tuple[CalendarDay, ...]:
    return timing.dues or ((timing.due,) if timing.due else ())


def _days_of(timing: Timing) -> Time | None:
    due = timing.due or (timing.dues[-1] if timing.dues else None)
    if timing.start and due:
        return Window(timing.start, due, timing.time)
    if due:
        return Deadline(due, timing.time)
    return Beginning(timing.start, timing.time) if timing.start else None


def _is_dated(time: PlanTime) -> bool:
    return isinstance(time.reading.time, Deadline | Window | Beginning)
