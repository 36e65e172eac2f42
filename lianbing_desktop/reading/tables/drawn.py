"""Tables drawn in Word or Excel: merged cells told by their spans, a heading that may be repeated or stand lower."""

from collections.abc import Sequence

from lianbing_desktop.domain.source import SourceTable
from lianbing_desktop.reading.tables.grid import Column, Grid, Row, carry, guessed_columns, heading_columns
from lianbing_desktop.reading.tables.headings import role_of
from lianbing_desktop.reading.tables.looks import Looks, is_note
from lianbing_desktop.reading.tables.piece import Cell, Piece


def is_list(table: SourceTable) -> bool:
    """Whether a table has but one column with words in it: lines that were set with tabs."""
    return len({cell.column for cell in table.cells if cell.text.strip()}) <= 1


def drawn_grid(table: SourceTable, pieces: Sequence[Piece], looks: Looks) -> Grid:
    """Return the rows of a drawn table."""
    grid = Grid()
    lines = _lines(table, pieces)
    columns: list[Column] | None = None
    for own, covering in lines:
        texts = [covering[at].text if at in covering else "" for at in range(table.column_count)]
        heading = heading_columns(texts)
        full = [piece for piece in own.values() if piece.text.strip()]
        if heading:
            columns = heading
            grid.headings += full
        elif columns is None and not _is_body(lines, looks):
            grid.headings += full
        else:
            columns = columns or _guessed(lines, looks)
            _take(grid, columns, own, covering, full, looks)
    return grid


def _lines(table: SourceTable, pieces: Sequence[Piece]) -> list[tuple[dict[int, Piece], dict[int, Piece]]]:
    """Return for each row the cells that begin in it and the cells that reach into it, by column."""
    own: list[dict[int, Piece]] = [{} for _ in range(table.row_count)]
    reach: list[dict[int, Piece]] = [{} for _ in range(table.row_count)]
    for cell, piece in zip(table.cells, pieces, strict=True):
        own[cell.row][cell.column] = piece
        for row in range(cell.row, min(cell.row + cell.rows, table.row_count)):
            for column in range(cell.column, min(cell.column + cell.columns, table.column_count)):
                reach[row].setdefault(column, piece)
    return list(zip(own, reach, strict=True))


def _is_body(lines: Sequence[tuple[dict[int, Piece], dict[int, Piece]]], looks: Looks) -> bool:
    """Whether a table without any heading still is one of tasks: some cells say when."""
    texts = [[piece.text for piece in reach.values()] for _, reach in lines]
    if any(heading_columns(row) for row in texts):
        return False
    return sum(any(looks.is_time(text) for text in row) for row in texts[:60]) * 3 >= min(len(texts), 60)


def _guessed(lines: Sequence[tuple[dict[int, Piece], dict[int, Piece]]], looks: Looks) -> list[Column]:
    width = max((max(reach, default=-1) + 1 for _, reach in lines), default=0)
    rows = [[reach[at].text if at in reach else "" for at in range(width)] for _, reach in lines]
    return guessed_columns(rows, looks)


def _take(
    grid: Grid,
    columns: Sequence[Column],
    own: dict[int, Piece],
    reach: dict[int, Piece],
    full: list[Piece],
    looks: Looks,
) -> None:
    if not full:
        return
    distinct = {id(piece): piece for piece in reach.values() if piece.text.strip()}
    if len(distinct) == 1:
        if is_note(full[0].text):
            grid.notes += full
        else:
            grid.headings += full
        return
    cells: dict[int, Cell] = {}
    for at in range(len(columns)):
        piece = reach.get(at)
        if piece and piece.text.strip() and not any(piece is cell.pieces[0] for cell in cells.values()):
            cells[at] = Cell((piece,))
    row = Row(columns, cells, _section(grid))
    carry(row, grid.rows[-1] if grid.rows else None)
    grid.rows.append(row)


def _section(grid: Grid) -> str:
    titles = [piece.text.strip() for piece in grid.headings if looks_like_title(piece.text)]
    return titles[-1] if titles else ""


def looks_like_title(text: str) -> bool:
    """Whether a heading is a section's, not a column's."""
    return role_of(text) is None
