"""What a row of a table gives its tasks: their words, and the times and units its columns tell of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lianbing_desktop.domain.clause import Recurrence
from lianbing_desktop.domain.plan import PlanTime, PlanUnit
from lianbing_desktop.reading.tables.columns import Column
from lianbing_desktop.reading.tables.grid import Row
from lianbing_desktop.reading.tables.headings import WHEN, WHOSE, Role, is_due_only, is_pair, roles_in
from lianbing_desktop.reading.tables.looks import Looks
from lianbing_desktop.reading.tables.piece import Cell
from lianbing_desktop.reading.tables.split import bare, dated_parts, items, says_more, tasks_in
from lianbing_desktop.reading.tables.subject import doers
from lianbing_desktop.reading.tables.timing import begun_only, cell_times, ended_only, spanned, times_of
from lianbing_desktop.reading.tables.units import LEAD, RESPONSIBLE, SUPPORT, led, once, paired, units_in

_ROLES = {Role.LEAD: LEAD, Role.SUPPORT: SUPPORT, Role.UNIT: RESPONSIBLE}
_SHORT = 30
_AIM = re.compile(r"目标|标准|成效|预期")


@dataclass(frozen=True)
class RowWords:
    """The words of a row: the cell its tasks are told in, the name before them, and what else is said of them."""

    main: Cell
    name: Cell
    head: Cell
    others: tuple[Cell, ...]
    before: tuple[Cell, ...] = ()
    """Those of the others that stand left of where the tasks are told."""

    @property
    def whole(self) -> str:
        """All words, cell by cell."""
        return "\n".join(cell.text for cell in dict.fromkeys((self.name, self.main, *self.others)) if cell)


def row_words(row: Row) -> RowWords | None:
    """Return what a row says is to be done; None where it says nothing.

    Measures come before aims: 目标 and 标准 tell of the task, 措施 and 要求 tell the tasks themselves.
    """
    told = list(row.of(Role.TASK, Role.DETAIL))
    if not told:
        # A row with a deadline or units of its own is a task even where only its class is named.
        cell = next((cell for _, cell in row.of(Role.SECTION, Role.DELIVERABLE)), None)
        return RowWords(cell, Cell(), Cell(), ()) if cell else None
    measures = [cell for column, cell in told if column.role is Role.DETAIL and not _AIM.search(column.heading)]
    name = next((cell for column, cell in told if column.role is Role.TASK), None)
    main = measures[-1] if measures else name or told[-1][1]
    name = name or told[0][1]
    others = tuple(cell for _, cell in told if cell is not main and cell is not name)
    cells = [cell for _, cell in told]
    before = tuple(cell for cell in others if cells.index(cell) < cells.index(main))
    head = bare(name) if len(name.text) <= _SHORT else name
    return RowWords(main, head, head if name is not main else Cell(), others, before)


@dataclass(frozen=True)
class RowPart:
    """One task of a row: its words, and the times and units its row gives it."""

    cell: Cell
    times: tuple[PlanTime, ...]
    units: tuple[PlanUnit, ...]


def row_parts(row: Row, words: RowWords, looks: Looks) -> tuple[Cell, list[RowPart]]:
    """Return the name before all tasks of a row, and each task with the times and units that are its own."""
    named = row_units(row)
    marked = list(row.of(Role.MARK))
    if any(not is_mark(cell.text) for _, cell in marked):
        told = [(_column_times(row, [(column, cell)], looks), cell) for column, cell in marked]
        parts = [RowPart(part, times, named) for times, cell in told for part in tasks_in(cell, looks)]
        return words.name, parts
    if steps := [(column, cell) for column, cell in row.of(Role.STEP) if column.when]:
        return words.name, [_step(column, cell, named, looks) for column, cell in steps]
    named = named or doers(words.name, looks)
    if told_in_period := _period_tasks(row, looks):
        return words.name, [RowPart(part, (), named) for part in told_in_period]
    times = _column_times(row, marked, looks) if marked else row_times(row, looks)
    found = _in_step(row, words.main, looks) or tasks_in(words.main, looks)
    each_times = _aligned(row, WHEN, len(found), looks)
    each_units = _aligned(row, tuple(_ROLES), len(found), looks)
    parts = [
        RowPart(
            part,
            row_times(replace(row, cells=row.cells | each_times[at]), looks) if each_times else times,
            row_units(replace(row, cells=row.cells | each_units[at])) if each_units else named,
        )
        for at, part in enumerate(found)
    ]
    return words.head, parts


def _step(column: Column, cell: Cell, named: tuple[PlanUnit, ...], looks: Looks) -> RowPart:
    """Return what the heading of a column of days tells: 制定方案 below 进度安排, with the day in the cell."""
    return RowPart(Cell((column.when,) if column.when else ()), cell_times(cell, looks), named)


def split_row(row: Row, looks: Looks) -> Row:
    """Return the row with a column of two kinds (完成时间/责任部门) parted into two."""
    columns, cells = list(row.columns), dict(row.cells)
    for at, column in enumerate(row.columns):
        kinds = set(roles_in(column.heading))
        if at not in cells or not (kinds & set(WHEN) and kinds & {*WHOSE, Role.PERSON}) or Role.TASK in kinds:
            continue
        match = re.search(r"[/／;；，,\n]\s*", cells[at].text)
        if not match:
            continue
        parts = [cells[at].cut(0, match.start()), cells[at].cut(match.end(), len(cells[at].text))]
        if not all(parts) or sum(looks.is_time(part.text) for part in parts) != 1:
            continue
        when, whose = parts if looks.is_time(parts[0].text) else parts[::-1]
        columns[at], cells[at] = replace(column, role=Role.PERIOD, heading="完成时间"), when
        cells[len(columns)] = whose
        columns.append(replace(column, role=Role.UNIT, heading="责任单位"))
    return replace(row, columns=columns, cells=cells)


def _in_step(row: Row, cell: Cell, looks: Looks) -> list[Cell]:
    """Part a cell at its semicolons where the row's days are as many: 换届；评估 beside 6月底前；10月底前."""
    whole = _pieces(cell)
    days = [_pieces(each) for column, each in row.of(Role.PERIOD)]
    same = [each for each in days if len(each) == len(whole) and all(looks.is_time(part.text) for part in each)]
    return whole if len(whole) > 1 and same else []


def _pieces(cell: Cell) -> list[Cell]:
    found, at = [], 0
    for match in [*re.finditer(r"[；;\n]+", cell.text), None]:
        end = match.start() if match else len(cell.text)
        found.append(cell.cut(at, end))
        at = match.end() if match else end
    return [part for part in found if part]


def _aligned(row: Row, roles: tuple[Role, ...], count: int, looks: Looks) -> list[dict[int, Cell]]:
    """Return for each task of a row its own numbered items of other cells, where these are as many."""
    if count < 2:
        return []
    found: list[dict[int, Cell]] = [{} for _ in range(count)]
    for at, column in enumerate(row.columns):
        if column.role not in roles or at not in row.cells:
            continue
        parts = items(row.cells[at])
        lines = _pieces(row.cells[at]) if len(parts) < 2 and column.role in WHEN else parts
        if lines is not parts and not all(looks.is_time(line.text) for line in lines):
            continue  # a period with its stage's name below it is one thing
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


def _column_times(row: Row, marked: Sequence[tuple[Column, Cell]], looks: Looks) -> tuple[PlanTime, ...]:
    """Return when the marked columns of a row are: neighbours as one window, others each by its end."""
    spans: list[list[PlanTime]] = []
    last = -2
    for at in range(len(row.columns)):
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
    # 2021年计划 would be the title of a plan; the year alone is a time.
    plain = re.match(r".*?(?:年度?|季度|半年|月份?)(?=[^年月季半日\d]{2,6}$)", column.when.text, re.S)
    cell = Cell((column.when,)).cut(0, plain.end() if plain else len(column.when.text))
    if text and text.group() not in cell.text:
        return times_of(cell, looks.of_year(int(text.group()[:4])))
    return times_of(cell, looks)


def row_times(row: Row, looks: Looks) -> tuple[PlanTime, ...]:
    """Return the times of the row's columns: periods, beginnings, frequencies."""
    cells = [cell for _, cell in row.of(*WHEN)]
    often = [cell for _, cell in row.of(Role.FREQUENCY)]
    found: list[PlanTime] = []
    for column, cell in row.of(*WHEN):
        times = cell_times(cell, looks)
        if column.role is Role.START:
            times = begun_only(times)
        elif column.role is Role.PERIOD and is_due_only(column.heading):
            times = ended_only(times)
        found += times
    found = _with_hour(cells, looks) or found
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


_HOUR = re.compile(r"\s*(?:上午|下午|晚上?|中午)?\s*\d{1,2}\s*[:：点时](?:\d{1,2}分?|半)?\s*(?:[-—–~至].*)?")


def _with_hour(cells: list[Cell], looks: Looks) -> list[PlanTime]:
    """Read a day together with the hour beside it: 9月25日 | 9:00."""
    hours = [cell for cell in cells if _HOUR.fullmatch(cell.text)]
    days = [cell for cell in cells if cell not in hours]
    if len(hours) != 1 or len(days) != 1:
        return []
    whole = Cell((*days[0].pieces, *hours[0].pieces), (*days[0].joints, "", *hours[0].joints))
    return list(times_of(whole, looks))


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
        units = paired(cell) if is_pair(column.heading) else units_in(cell, role)
        found += led(cell, units, f"{column.heading}{row.told}") if role is RESPONSIBLE else units
    if all(unit.role == SUPPORT for unit in found):
        persons = list(row.of(Role.PERSON))
        doing = [(column, cell) for column, cell in persons if "领导" not in column.heading]
        found = [*(unit for _, cell in doing or persons for unit in units_in(cell)), *found]
    return once(found)
