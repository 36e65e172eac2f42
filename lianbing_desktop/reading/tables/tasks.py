"""Tasks out of the rows of a table: text, times, units, quotas, each with its place."""

from collections.abc import Sequence
from dataclasses import replace

from lianbing_desktop.domain.plan import Place, PlanQuota, PlanTask, PlanTime, PlanUnit
from lianbing_desktop.reading.tables.grid import Row
from lianbing_desktop.reading.tables.headings import WHEN, Role
from lianbing_desktop.reading.tables.looks import Looks
from lianbing_desktop.reading.tables.piece import Cell
from lianbing_desktop.reading.tables.rows import RowWords, row_parts, row_words, split_row
from lianbing_desktop.reading.tables.split import bare
from lianbing_desktop.reading.tables.subject import doers
from lianbing_desktop.reading.tables.timing import chosen, fielded, own_times, timing_of, with_clock
from lianbing_desktop.reading.tables.units import once


def row_tasks(row: Row, number: int, looks: Looks, stage: Sequence[PlanTime] = ()) -> list[PlanTask]:
    """Return the tasks of one row; none where it says nothing to be done."""
    row = split_row(row, looks)
    words = row_words(row)
    if not words:
        return []
    outline = PlanTask(
        text="",
        whole=words.whole,
        row=number,
        places=(),
        stage=_stage(row),
        section=_section(row),
        form=_first(row, Role.FORM),
        channel=_first(row, Role.WAY),
        note="；".join(cell.text for _, cell in row.of(Role.NOTE)),
    )
    head, parts = row_parts(row, words, looks)
    # What belongs to the row as a whole is kept with its first task, so that nothing is told twice.
    found = [task_of(part.cell, outline, looks, part.times, stage, part.units) for part in parts]
    named = [cell for cell in (head, *(bare(cell) for cell in words.before if len(parts) == 1)) if cell]
    if named:
        name, places = "：".join(cell.text for cell in named), tuple(place for cell in named for place in cell.places)
        found = [replace(task, text=f"{name}：{task.text}", places=(*places, *task.places)) for task in found]
    found = [_reported(_also(task, row, words, looks, len(found) == 1), row) for task in found]
    other = _other_places(row, found)
    return [replace(task, places=tuple(dict.fromkeys((*task.places, *other)))) for task in found]


def _also(task: PlanTask, row: Row, words: RowWords, looks: Looks, alone: bool) -> PlanTask:
    """Add what other cells of the row say of a task: its measure, its count; a time where no column tells one."""
    after = [bare(cell).text for cell in words.others if cell not in words.before]
    if alone and after:
        task = replace(task, text="：".join([task.text, *after]))
    beside = [*words.others, *(cell for column, cell in row.of(*WHEN))]
    if not task.quotas:
        told = ((quota, cell) for cell in beside for quota in looks.clause(cell.text).quotas)
        task = replace(task, quotas=tuple(PlanQuota(quota, cell.cut(*quota.span).places) for quota, cell in told))
    if not task.times:
        times = tuple(time for cell in words.others for time in own_times(cell, looks))
        task = replace(task, times=times, timing=timing_of(times))
    return task


def _other_places(row: Row, tasks: Sequence[PlanTask]) -> tuple[Place, ...]:
    """Return where everything of a row stands that no task of it was cut from."""
    cut = {replace(place, start=0, end=0) for task in tasks for place in task.places}
    places = (place for cell in (*row.cells.values(), *row.echo.values()) for place in cell.places)
    return tuple(place for place in places if replace(place, start=0, end=0) not in cut)


def task_of(
    cell: Cell,
    outline: PlanTask,
    looks: Looks,
    row: Sequence[PlanTime] = (),
    stage: Sequence[PlanTime] = (),
    units: Sequence[PlanUnit] = (),
) -> PlanTask:
    """Return the task a cell or sentence tells; units and times not its own are those given."""
    body = bare(cell)
    clause = looks.clause(body.text)
    own, told = fielded(body, own_times(body, looks), looks)
    times = with_clock(body, chosen(own, told or row, stage), looks)
    units = tuple(units) or doers(body, looks)
    return replace(
        outline,
        text=body.text,
        places=cell.places,
        stage_times=tuple(row) or tuple(stage),
        times=times,
        timing=timing_of(times),
        units=once(units),
        quotas=tuple(PlanQuota(quota, body.cut(*quota.span).places) for quota in clause.quotas),
        deliverables=tuple(dict.fromkeys(item.name for item in clause.deliverables)),
        papers=clause.deliverables,
        channel=outline.channel
        or "、".join(dict.fromkeys(name for item in clause.deliverables for name in item.channels)),
    )


def _reported(task: PlanTask, row: Row) -> PlanTask:
    words = [
        cell
        for column, cell in row.of(Role.TASK, Role.DELIVERABLE, Role.REPORT)
        if column.role is not Role.TASK or _names_report(column.heading)
    ]
    if not words or (
        task.deliverables and not any(column.role is Role.DELIVERABLE for column, _ in row.of(Role.DELIVERABLE))
    ):
        return task
    return replace(task, deliverables=tuple(bare(cell).text for cell in words))


def _names_report(heading: str) -> bool:
    return any(word in heading for word in ("报表", "表名", "表 名", "材料", "文件名", "资料"))


def _stage(row: Row) -> str:
    lines = [cell.text for _, cell in row.of(Role.STAGE)] or [cell.text for _, cell in row.of(Role.PERIOD)]
    return " ".join(" ".join(lines).split())


def _section(row: Row) -> str:
    return " ".join([row.section, *(" ".join(cell.text.split()) for _, cell in row.of(Role.SECTION))]).strip()


def _first(row: Row, role: Role) -> str:
    return next((" ".join(cell.text.split()) for _, cell in row.of(role)), "")
