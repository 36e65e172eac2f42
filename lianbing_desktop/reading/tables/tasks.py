"""Tasks out of the rows of a table: text, times, units, quotas, each with its place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lianbing_desktop.domain.clause import Recurrence
from lianbing_desktop.domain.plan import Place, PlanQuota, PlanTask, PlanTime, PlanUnit
from lianbing_desktop.reading.tables.columns import Column
from lianbing_desktop.reading.tables.grid import Row
from lianbing_desktop.reading.tables.headings import WHEN, Role, is_due_only, is_pair
from lianbing_desktop.reading.tables.looks import Looks
from lianbing_desktop.reading.tables.piece import Cell
from lianbing_desktop.reading.tables.split import bare, dated_parts, items, says_more, tasks_in
from lianbing_desktop.reading.tables.subject import bracketed, named_by, subject_of
from lianbing_desktop.reading.tables.timing import (
    begun_only,
    chosen,
    ended_only,
    fielded,
    own_times,
    spanned,
    times_of,
    timing_of,
    with_clock,
)
from lianbing_desktop.reading.tables.units import LEAD, RESPONSIBLE, SUPPORT, paired, units_in

_ROLES = {Role.LEAD: LEAD, Role.SUPPORT: SUPPORT, Role.UNIT: RESPONSIBLE}
_SHORT = 30


def row_tasks(row: Row, number: int, looks: Looks, stage: Sequence[PlanTime] = ()) -> list[PlanTask]:
    """Return the tasks of one row; none where it says nothing to be done."""
    cells = _task_cells(row)
    if not cells:
        return []
    outline = PlanTask(
        text="",
        whole="\n".join(cell.text for cell in cells),
        row=number,
        places=(),
        stage=_stage(row),
        section=_section(row),
        form=_first(row, Role.FORM),
        channel=_first(row, Role.WAY),
        note="；".join(cell.text for _, cell in row.of(Role.NOTE)),
    )
    head, parts = _parts(row, cells, looks)
    # What belongs to the row as a whole is kept with its first task, so that nothing is told twice.
    found = [task_of(part.cell, outline, looks, part.times, stage, part.units) for part in parts]
    if head:
        found = [replace(task, text=f"{head.text}：{task.text}", places=(*head.places, *task.places)) for task in found]
    other = _other_places(row)
    found = [_reported(task, row) for task in found]
    return [replace(task, places=tuple(dict.fromkeys((*task.places, *other)))) for task in found]


@dataclass(frozen=True)
class _Part:
    """One task of a row: its words, and the times and units its row gives it."""

    cell: Cell
    times: tuple[PlanTime, ...]
    units: tuple[PlanUnit, ...]


def _parts(row: Row, cells: list[Cell], looks: Looks) -> tuple[Cell, list[_Part]]:
    """Return the name before all tasks of a row, and each task with the times and units that are its own."""
    named = row_units(row)
    marked = list(row.of(Role.MARK))
    if any(not is_mark(cell.text) for _, cell in marked):
        told = [(column_times(row, [(column, cell)], looks), cell) for column, cell in marked]
        parts = [_Part(part, times, named) for times, cell in told if times for part in tasks_in(cell, looks)]
        return _head([*cells, Cell()]), parts
    if told_in_period := _period_tasks(row, looks):
        return _head([*cells, Cell()]), [_Part(part, (), named) for part in told_in_period]
    times = column_times(row, marked, looks) if marked else row_times(row, looks)
    found = tasks_in(cells[-1], looks)
    each_times = _aligned(row, WHEN, len(found), looks)
    each_units = _aligned(row, tuple(_ROLES), len(found), looks)
    parts = [
        _Part(
            part,
            row_times(replace(row, cells=row.cells | each_times[at]), looks) if each_times else times,
            row_units(replace(row, cells=row.cells | each_units[at])) if each_units else named,
        )
        for at, part in enumerate(found)
    ]
    return _head(cells), parts


def _aligned(row: Row, roles: tuple[Role, ...], count: int, looks: Looks) -> list[dict[int, Cell]]:
    """Return for each task of a row its own numbered items of other cells, where these are as many."""
    if count < 2:
        return []
    found: list[dict[int, Cell]] = [{} for _ in range(count)]
    for at, column in enumerate(row.columns):
        if column.role not in roles or at not in row.cells:
            continue
        parts = items(row.cells[at])
        lines = row.cells[at].lines() if len(parts) < 2 and column.role in WHEN else parts
        if len(lines) == count:
            for held, part in zip(found, lines, strict=True):
                held[at] = bare(part)
    return found if any(found) else []


def _period_tasks(row: Row, looks: Looks) -> list[Cell]:
    """Return what is done by which day where a cell of times tells several such: 6月底前完成摸底，9月底前改造."""
    cells = [cell for column, cell in row.of(Role.PERIOD)]
    if len(cells) != 1 or looks.is_time(cells[0].text):
        return []
    parts = [part for item in tasks_in(cells[0], looks) for part in dated_parts(item, looks)]
    return parts if len(parts) > 1 and all(says_more(part, looks) for part in parts) else []


_MARK = re.compile(r"[√✓✔☑●○◎■□▲△★☆◆◇*＊＋+xXYy是1—\-→\s]{1,4}|\([^\w]\)")


def is_mark(text: str) -> bool:
    """Whether a cell below a month only says that something is done then."""
    return bool(_MARK.fullmatch(text.strip()))


def column_times(row: Row, marked: Sequence[tuple[Column, Cell]], looks: Looks) -> tuple[PlanTime, ...]:
    """Return when the marked columns of a row are: neighbours as one window, others each by its end."""
    spans: list[list[PlanTime]] = []
    last = -2
    for at, column in enumerate(row.columns):
        cell = row.cells.get(at)
        if not cell or not any(cell is other for _, other in marked):
            continue
        reach = range(at, at + row.reach.get(at, 1))
        times = [time for each in reach for time in _heading_times(row.columns[each], looks)]
        if at == last + 1 and spans:
            spans[-1] += times
        else:
            spans.append(times)
        last = reach[-1]
    spans = [span for span in spans if span]
    return tuple(spanned(span, is_end=len(spans) > 1) for span in spans)


def _heading_times(column: Column, looks: Looks) -> tuple[PlanTime, ...]:
    if not column.when:
        return ()
    text = re.search(r"(?:19|20)\d\d年", column.heading)
    cell = Cell((column.when,))
    if text and text.group() not in cell.text:
        return times_of(cell, looks.of_year(int(text.group()[:4])))
    return times_of(cell, looks)


def _other_places(row: Row) -> tuple[Place, ...]:
    """Return where everything of a row stands that is neither task nor detail."""
    roles = (role for role in Role if role not in (Role.TASK, Role.DETAIL))
    told = [cell for _, cell in row.of(*roles)]
    return tuple(place for cell in (*told, *row.echo.values()) for place in cell.places)


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
    own = fielded(body, own_times(body, looks), looks)
    times = with_clock(body, chosen(own, row, stage), looks)
    beside, _ = bracketed(body)
    units = tuple(units) or beside or named_by(body) or subject_of(body, looks)[0]
    return replace(
        outline,
        text=body.text,
        places=cell.places,
        stage_times=tuple(row) or tuple(stage),
        times=times,
        timing=timing_of(times),
        units=tuple(dict.fromkeys(units)),
        quotas=tuple(PlanQuota(quota, body.cut(*quota.span).places) for quota in clause.quotas),
        deliverables=tuple(dict.fromkeys(item.name for item in clause.deliverables)),
        papers=clause.deliverables,
        channel=outline.channel
        or "、".join(dict.fromkeys(name for item in clause.deliverables for name in item.channels)),
    )


def row_times(row: Row, looks: Looks) -> tuple[PlanTime, ...]:
    """Return the times of the row's columns: periods, beginnings, frequencies."""
    cells = [cell for _, cell in row.of(*WHEN)]
    often = [cell for _, cell in row.of(Role.FREQUENCY)]
    found: list[PlanTime] = []
    for column, cell in row.of(*WHEN):
        times = times_of(cell, looks)
        if column.role is Role.START:
            times = begun_only(times)
        elif column.role is Role.PERIOD and is_due_only(column.heading):
            times = ended_only(times)
        found += times
    joined = _with_frequency(often, cells, looks)
    if not found and not joined:
        found = [time for _, cell in row.of(Role.STAGE) for time in times_of(cell, looks)]
    if not found and not joined:
        found = [
            time
            for _, cell in row.of(Role.NOTE, Role.OTHER)
            if looks.is_time(cell.text)
            for time in times_of(cell, looks)
        ]
    return tuple(joined or found)


def _with_frequency(often: list[Cell], cells: list[Cell], looks: Looks) -> list[PlanTime]:
    """Read a frequency together with the day beside it: 年报 | 5月31日前 is every 31 May."""
    others = [cell for cell in cells if cell not in often]
    if len(often) != 1 or len(others) != 1:
        return []
    whole = Cell((*often[0].pieces, *others[0].pieces), (*often[0].joints, "\n\n", *others[0].joints))
    times = times_of(whole, looks)
    kept = [time for time in times if isinstance(time.reading.time, Recurrence)]
    sharp = [time for time in kept if time.reading.time != Recurrence(time.reading.time.every)]  # type: ignore[union-attr]
    return sharp[:1] or kept[:1]


def row_units(row: Row) -> tuple[PlanUnit, ...]:
    """Return the units of the row's columns; persons only where no unit stands beside them."""
    roles = [role for role in _ROLES if any(column.role is role for column in row.columns)]
    has_lead = Role.LEAD in roles
    found: list[PlanUnit] = []
    for column, cell in row.of(*_ROLES):
        role = SUPPORT if has_lead and column.role is Role.UNIT else _ROLES[column.role]
        found += paired(cell) if is_pair(column.heading) else units_in(cell, role)
    if not found:
        found = [unit for _, cell in row.of(Role.PERSON) for unit in units_in(cell)]
    return tuple(dict.fromkeys(found))


def _task_cells(row: Row) -> list[Cell]:
    found = [cell for _, cell in row.of(Role.TASK, Role.DETAIL)]
    if found:
        return found
    # A row with a deadline or units of its own is a task even where only its class is named.
    return [cell for _, cell in row.of(Role.SECTION, Role.DELIVERABLE)][:1]


def _head(cells: list[Cell]) -> Cell:
    """Return the name that stands before the detail of a task."""
    if len(cells) < 2:
        return Cell()
    return bare(cells[0]) if len(cells[0].text) <= _SHORT else cells[0]


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
