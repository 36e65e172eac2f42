"""A source in, a plan out: its tables and paragraphs read in order, what is left over told as unread."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from lianbing_desktop.domain.plan import Passage, Place, Plan, PlanTask
from lianbing_desktop.domain.source import Source, SourceParagraph, SourceTable
from lianbing_desktop.reading.tables.drawn import drawn_grid, is_list
from lianbing_desktop.reading.tables.grid import Grid
from lianbing_desktop.reading.tables.lines import segments
from lianbing_desktop.reading.tables.looks import Looks
from lianbing_desktop.reading.tables.piece import Cell, Piece
from lianbing_desktop.reading.tables.prose import Prose
from lianbing_desktop.reading.tables.tasks import row_tasks
from lianbing_desktop.reading.tables.timing import own_times
from lianbing_desktop.reading.tables.titles import is_annex, is_caption, told_title, told_year
from lianbing_desktop.reading.tables.unread import left_over
from lianbing_desktop.reading.tables.years import row_years, told_span

_LEADS = re.compile(r"(?:注|说明|[标带加]|列|排|首位|第一).{0,20}牵头")
_NO_YEAR = "没有看出年份：日期按“--月-日”列出，请指定年份。"


@dataclass(frozen=True)
class _Part:
    """A drawn table, or lines between two of them."""

    pieces: list[Piece]
    table: SourceTable | None = None


@dataclass
class _Found:
    tasks: list[PlanTask] = field(default_factory=list)
    headings: list[Passage] = field(default_factory=list)
    reasons: dict[Place, str] = field(default_factory=dict)
    told: str = ""


def read_plan(source: Source, year: int | None = None, stop: Callable[[], bool] = lambda: False) -> Plan:
    """Read a whole source. ``year`` overrides what its title, number or dates say. Never raises for any text.

    ``stop`` is called now and then; what it raises goes through.
    """
    everything = all_pieces(source)
    texts = [piece.text for piece in everything]
    year, turns = told_span(texts[:6], year if year is not None else told_year(texts))
    looks = Looks(year, turns, stop)
    found = _Found(told="".join(text for text in texts if "牵头" in text and _LEADS.search(text)))
    title = told_title(source)
    heads = [
        piece
        for piece in everything
        if not piece.place.table and (is_annex(piece.text) or " ".join(piece.text.split()) == title)
    ]
    found.headings += [Passage(piece.text, piece.place) for piece in heads]
    parts = _parts(source, title)
    for part, following in zip_longest(parts, parts[1:]):
        _take(_named(part, following, found), looks, found)
    taken = [place for task in found.tasks for place in task.places] + [passage.place for passage in found.headings]
    unread = left_over(everything, taken, found.reasons)
    return Plan(
        title,
        year,
        source.sha256,
        tuple(found.tasks),
        tuple(found.headings),
        tuple(unread),
        _warnings(source, year, found),
    )


def all_pieces(source: Source) -> list[Piece]:
    """Return every paragraph and cell with its place."""
    found: list[Piece] = []
    table = 0
    for at, block in enumerate(source.blocks):
        if isinstance(block, SourceParagraph):
            found.append(Piece(block.text, Place(at, 0, 0, 0, 0, len(block.text))))
            continue
        table += 1
        found += [Piece(cell.text, Place(at, table, cell.row, cell.column, 0, len(cell.text))) for cell in block.cells]
    return found


def _parts(source: Source, title: str) -> list[_Part]:
    """Return drawn tables, and the stretches of lines between them."""
    found: list[_Part] = []
    lines: list[Piece] = []
    by_block: dict[int, list[Piece]] = {}
    for piece in all_pieces(source):
        by_block.setdefault(piece.place.block, []).append(piece)
    for at, block in enumerate(source.blocks):
        pieces = by_block.get(at, [])
        if isinstance(block, SourceParagraph) and (
            is_annex(block.text) or (title and " ".join(block.text.split()) == title)
        ):
            continue
        if isinstance(block, SourceTable) and not is_list(block):
            found += [*_lines(lines), _Part(pieces, block)]
            lines = []
        else:
            lines = lines + _split_lines(pieces)
    return [*found, *_lines(lines)]


def _named(part: _Part, following: _Part | None, found: _Found) -> _Part:
    """Take the line right above a drawn table as its name."""
    if part.table or not following or not following.table or not is_caption(part.pieces[-1].text):
        return part
    found.headings.append(Passage(part.pieces[-1].text, part.pieces[-1].place))
    return _Part(part.pieces[:-1])


def _lines(pieces: list[Piece]) -> list[_Part]:
    return [_Part(pieces)] if pieces else []


def _split_lines(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the lines of paragraphs, blank ones left out."""
    found = []
    for piece in pieces:
        at = 0
        for match in [*re.finditer(r"\n", piece.text), None]:
            end = match.start() if match else len(piece.text)
            line = piece.cut(at, end)
            found += [line] if line.text else []
            at = end + 1
    return found


def _take(part: _Part, looks: Looks, found: _Found) -> None:
    if part.table:
        _take_grid(drawn_grid(part.table, part.pieces, looks), looks, found)
        return
    for segment in segments(part.pieces, looks):
        if isinstance(segment, Grid):
            _take_grid(segment, looks, found)
        else:
            _take_prose(segment, looks, found)


def _take_grid(grid: Grid, looks: Looks, found: _Found) -> None:
    first = found.tasks[-1].row + 1 if found.tasks else 1
    stages = {piece.text.strip(): own_times(Cell((piece,)), looks) for piece in grid.headings}
    years = row_years(grid.rows, looks)
    for number, (row, year) in enumerate(zip(grid.rows, years, strict=True), first):
        of_year = looks if year is None else looks.of_year(year)
        row.told = found.told
        found.tasks += row_tasks(row, number, of_year, stages.get(row.section, ()))
    found.headings += [Passage(piece.text, piece.place) for piece in grid.headings]
    found.reasons |= {piece.place: "表下的注" for piece in grid.notes}
    found.reasons |= {piece.place: "没有认出这张表的栏目" for piece in grid.unknown}


def _take_prose(pieces: Sequence[Piece], looks: Looks, found: _Found) -> None:
    prose = Prose(looks, found.tasks[-1].row + 1 if found.tasks else 0)
    read = prose.take(pieces)
    found.tasks += read.tasks
    found.headings += [Passage(piece.text, piece.place) for piece in read.headings]
    found.reasons |= {piece.place: why for piece, why in read.unread}


def _warnings(source: Source, year: int | None, found: _Found) -> tuple[str, ...]:
    lines = list(source.warnings)
    is_open = any(str(time.reading.normal()).find("'--") >= 0 for task in found.tasks for time in task.times)
    if year is None and is_open:
        lines.append(_NO_YEAR)
    for task in found.tasks:
        lines += [
            f"“{task.text[:20]}”：{time.reading.expr}：{time.reading.warning}"
            for time in task.times
            if time.reading.warning
        ]
    if not found.tasks:
        lines.append("没有读出任何任务。请确认选对了文件。")
    return tuple(dict.fromkeys(lines))
