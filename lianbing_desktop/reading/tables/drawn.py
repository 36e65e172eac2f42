"""Tables drawn in Word or Excel: merged cells told by their spans, a heading that may be repeated or stand lower."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lianbing_desktop.domain.source import SourceTable
from lianbing_desktop.reading.tables.columns import Column, fitted, heading_columns, joined, with_spans
from lianbing_desktop.reading.tables.grid import Grid, Row, guessed_columns
from lianbing_desktop.reading.tables.headings import WHEN, WHOSE, Role, role_of, settled
from lianbing_desktop.reading.tables.looks import Looks, is_band, is_note
from lianbing_desktop.reading.tables.piece import Cell, Piece

_SIZES = 60


def is_list(table: SourceTable) -> bool:
    """Whether a table has but one column with words in it: lines that were set with tabs."""
    return len({cell.column for cell in table.cells if cell.text.strip()}) <= 1


@dataclass(frozen=True)
class _Line:
    """One row of a drawn table: the cells that begin in it and all that reach into it, by column."""

    own: dict[int, Piece]
    reach: dict[int, Piece]
    width: int

    @property
    def pieces(self) -> list[Piece | None]:
        return [self.reach.get(at) for at in range(self.width)]

    @property
    def texts(self) -> list[str]:
        return [piece.text if piece else "" for piece in self.pieces]

    @property
    def full(self) -> list[Piece]:
        return [piece for piece in self.own.values() if piece.text.strip()]

    def extent(self, piece: Piece) -> int:
        return sum(other is piece for other in self.reach.values())


def drawn_grid(table: SourceTable, pieces: Sequence[Piece], looks: Looks) -> Grid:
    """Return the rows of a drawn table."""
    lines = _lines(table, pieces)
    grid = Grid()
    if card := _card(lines):
        grid.headings += [label for label, _ in card]
        roles = settled([role_of(label.text) or Role.OTHER for label, _ in card], [label.text for label, _ in card])
        held = [Column(role, label.text) for role, (label, _) in zip(roles, card, strict=True)]
        grid.add(Row(held, {at: Cell((value,)) for at, (_, value) in enumerate(card) if value.text.strip()}))
        return grid
    if _is_turned(lines):
        lines = _turned(lines)
    columns: list[Column] | None = None
    named, taken = _headings(lines)
    if not named and not _is_body(lines, looks):
        grid.unknown += [piece for line in lines for piece in line.full]
        return grid
    for at, line in enumerate(lines):
        if at in named:
            end = next((other for other in sorted(named) if other > at), len(lines))
            columns = fitted(named[at], [each.texts for each in lines[at + taken[at] : end]], looks)
            grid.headings += [piece for each in lines[at : at + taken[at]] for piece in each.full]
        elif any(start < at < start + taken[start] for start in named):
            continue
        elif columns is None and named:
            grid.headings += line.full
        else:
            columns = columns or guessed_columns([each.texts for each in lines], looks)
            _take(grid, columns, line, looks)
    return grid


def _lines(table: SourceTable, pieces: Sequence[Piece]) -> list[_Line]:
    """Return for each row the cells that begin in it and the cells that reach into it, by column."""
    own: list[dict[int, Piece]] = [{} for _ in range(table.row_count)]
    reach: list[dict[int, Piece]] = [{} for _ in range(table.row_count)]
    for cell, piece in zip(table.cells, pieces, strict=True):
        own[cell.row][cell.column] = piece
        for row in range(cell.row, min(cell.row + cell.rows, table.row_count)):
            for column in range(cell.column, min(cell.column + cell.columns, table.column_count)):
                reach[row].setdefault(column, piece)
    return [_Line(*each, table.column_count) for each in zip(own, reach, strict=True)]


def _headings(lines: Sequence[_Line]) -> tuple[dict[int, list[Column]], dict[int, int]]:
    """Return the columns named at each row of headings, and how many rows each takes."""
    named: dict[int, list[Column]] = {}
    taken: dict[int, int] = {}
    at = 0
    while at < len(lines):
        columns = heading_columns(lines[at].texts)
        if not columns:
            at += 1
            continue
        columns = with_spans(columns, lines[at].pieces)
        if at + 1 < len(lines):
            columns = _spread(columns, lines, at)
        end = at + 1
        while end < len(lines) and (under := _under(lines, at, end)):
            columns = joined(columns, lines[end].pieces, under)
            end += 1
        named[at], taken[at] = columns, end - at
        at = end
    return named, taken


def _under(lines: Sequence[_Line], first: int, at: int) -> list[bool]:
    """Return which columns of a second row of headings stand under a group; empty where it is no such row."""
    above, line = lines[at - 1], lines[at]
    groups = [bool(piece) and above.extent(piece) > 1 for piece in above.pieces]  # type: ignore[arg-type]
    if at == first + 1:
        groups = [group or held for group, held in zip(groups, _spread_over(lines, first), strict=True)]
    here = [bool(piece.text.strip()) for piece in line.own.values()]
    full = [column for column, piece in line.own.items() if piece.text.strip()]
    short = all(len(line.own[column].text.strip()) <= 14 for column in full)
    if not any(here) or not short or not all(groups[column] for column in full if column < len(groups)):
        return []
    open_below = any(piece and any(piece is other for other in lines[first].own.values()) for piece in line.pieces)
    empty_below = all(not piece.text.strip() for column, piece in line.own.items() if not groups[column])
    if not (open_below or empty_below) or (len(full) == 1 and line.extent(line.own[full[0]]) > 1):
        return []
    return [group and column in line.own for column, group in enumerate(groups)]


def _card(lines: Sequence[_Line]) -> list[tuple[Piece, Piece]]:
    """Return the labels and what stands beside each, two and two a row, of a form that holds one task."""
    pairs: list[tuple[Piece, Piece]] = []
    for line in lines:
        each = list({id(piece): piece for piece in line.pieces if piece}.values())
        if len(each) % 2 or not each or not all(role_of(piece.text) for piece in each[::2]):
            return []
        pairs += zip(each[::2], each[1::2], strict=True)
    roles = {role_of(label.text) for label, _ in pairs}
    values = [value.text for _, value in pairs if value.text.strip()]
    is_plain = len(values) > 2 and sum(role_of(value) is None for value in values) > len(values) * 0.6
    is_wide = any(len({id(piece) for piece in line.pieces if piece}) > 2 for line in lines)
    has_what = bool(roles & {Role.TASK, Role.DETAIL})
    return (
        pairs
        if is_plain
        and is_wide
        and has_what
        and roles & {*WHEN, *WHOSE}
        and len(pairs) == len({"".join(label.text.split()) for label, _ in pairs})
        else []
    )


def _spread_over(lines: Sequence[_Line], at: int) -> list[bool]:
    """Return which columns a heading without borders stands over: empty ones to its right that the next row names."""
    above, below = lines[at].texts, lines[at + 1].texts
    held = [False] * len(above)
    for column in range(1, len(above)):
        if not above[column].strip() and below[column].strip() and (held[column - 1] or above[column - 1].strip()):
            held[column - 1] = held[column] = bool(below[column - 1].strip())
    return held


def _spread(columns: list[Column], lines: Sequence[_Line], at: int) -> list[Column]:
    """Let empty columns under a heading without borders have its words."""
    held, found = _spread_over(lines, at), list(columns)
    for column in range(1, len(found)):
        if held[column] and held[column - 1] and not found[column].heading:
            found[column] = Column(found[column - 1].role, found[column - 1].heading)
    return found


def _is_turned(lines: Sequence[_Line]) -> bool:
    """Whether the headings stand in the first column, one a row."""
    texts = [line.texts[0] if line.texts else "" for line in lines]
    roles = [role_of(text) for text in texts if text.strip()]
    known = [role for role in roles if role]
    if len(lines) < 2 or len(set(known)) < 2 or len(known) < 0.7 * len(roles) or len(lines) > 12:
        return False
    if any(heading_columns(line.texts) for line in lines):
        return False
    has_what = any(role in (Role.TASK, Role.DETAIL) for role in known)
    return has_what and any(role in (*WHEN, *WHOSE) for role in known)


def _turned(lines: Sequence[_Line]) -> list[_Line]:
    """Return a table with rows and columns exchanged."""
    width = lines[0].width
    reach: list[dict[int, Piece]] = [
        {row: line.reach[column] for row, line in enumerate(lines) if column in line.reach} for column in range(width)
    ]
    own: list[dict[int, Piece]] = [
        {row: line.own[column] for row, line in enumerate(lines) if column in line.own} for column in range(width)
    ]
    return [_Line(*each, len(lines)) for each in zip(own, reach, strict=True)]


def _is_body(lines: Sequence[_Line], looks: Looks) -> bool:
    """Whether a table without any heading still is one of tasks: some cells say when."""
    sample = lines[:_SIZES]
    return sum(any(looks.is_time(text) for text in line.texts) for line in sample) * 3 >= len(sample)


def _take(grid: Grid, columns: Sequence[Column], line: _Line, looks: Looks) -> None:
    if not line.full:
        return
    if _is_between(columns, line, looks):
        if is_note(line.full[0].text):
            grid.notes += line.full
        else:
            grid.headings += line.full
            grid.section = " ".join(piece.text.strip() for piece in line.full)
        return
    cells: dict[int, Cell] = {}
    reach: dict[int, int] = {}
    for at, piece in enumerate(line.pieces):
        if piece and piece.text.strip() and not any(piece is cell.pieces[0] for cell in cells.values()):
            cells[at], reach[at] = Cell((piece,)), line.extent(piece)
    grid.add(Row(columns, cells, grid.section, reach))


def _is_between(columns: Sequence[Column], line: _Line, looks: Looks) -> bool:
    """Whether a row is no task but a title or a note between rows: one cell across, or its number and name alone."""
    distinct = {id(piece): (at, piece) for at, piece in reversed(list(line.reach.items())) if piece.text.strip()}
    places = sorted(distinct.values())
    roles = [columns[at].role for at, _ in places if at < len(columns)]
    if len(places) == 1:
        at, piece = places[0]
        if line.extent(piece) > 1 or is_note(piece.text) or is_band(piece.text):
            return True
        return columns[at].role not in (Role.TASK, Role.DETAIL) or (at == 0 and not looks.is_told(piece.text))
    if len(places) != 2 or roles[0] is not Role.NUMBER or roles[1] not in (Role.TASK, Role.SECTION, Role.DETAIL):
        return False
    return bool(re.fullmatch(r"[（(]?[一二三四五六七八九十]{1,3}[)）、.．]*", places[0][1].text.strip())) and not any(
        looks.clause(piece.text).quotas for _, piece in places
    )
