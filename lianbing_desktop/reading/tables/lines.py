"""Lines without a drawn table: which of them are rows with bars, which hold a cell each, which are paragraphs."""

import re
from collections.abc import Sequence

from lianbing_desktop.reading.tables.columns import Column, heading_columns
from lianbing_desktop.reading.tables.grid import (
    Grid,
    Row,
    bar_cells,
    cell_of,
    guessed_columns,
    guessed_order,
    lines_grid,
    row_seats,
)
from lianbing_desktop.reading.tables.headings import Role, label_of
from lianbing_desktop.reading.tables.looks import Looks, is_heading_word, is_note
from lianbing_desktop.reading.tables.piece import Cell, Piece

Segment = Grid | list[Piece]
_BAR = re.compile(r"[|｜│\t]")
_MOST = 12


def segments(pieces: Sequence[Piece], looks: Looks) -> list[Segment]:
    """Return the tables among the lines and the paragraphs between them, in order."""
    found: list[Segment] = []
    at = 0
    while at < len(pieces):
        end = _bars_end(pieces, at)
        if end:
            found.append(_bar_grid(pieces[at:end], looks))
        else:
            end = next((other for other in range(at + 1, len(pieces)) if _bars_end(pieces, other)), len(pieces))
            found += _cells_or_prose(pieces[at:end], looks)
        at = end
    return found


def _bars_end(pieces: Sequence[Piece], at: int) -> int:
    """Return where the lines with bars that begin here end; 0 where none begin. Single lines between go along."""
    starts = bool(_BAR.search(pieces[at].text))
    if not starts and not (
        len(pieces) > at + 1 and _BAR.search(pieces[at + 1].text) and pieces[at + 1].text.strip("|｜│ ") == ""
    ):
        return 0
    count, end, gap = 0, at, 0
    for place in range(at, len(pieces)):
        if _BAR.search(pieces[place].text):
            count, end, gap = count + 1, place + 1, 0
        elif (gap := gap + 1) > 2 or is_note(pieces[place].text):
            break
    tail = end
    lone = sum(pieces[place].text.strip("|｜│ \t") == "" for place in range(at, end))
    while lone * 3 > count and tail < len(pieces) and tail < end + 1 and not pieces[tail].text.rstrip().endswith("。"):
        tail += 1
    return tail if count >= 2 else 0


def _bar_grid(pieces: Sequence[Piece], looks: Looks) -> Grid:
    rows = [(piece, bar_cells(piece)) for piece in pieces]
    filled = [sum(bool(cell.text) for cell in cells) for _, cells in rows]
    if sum(count <= 1 for count in filled) > 0.7 * len(rows):
        return _as_lines([piece for _, cells in rows for cell in cells for piece in cell.pieces], looks)
    return _rows(rows, looks)


def _as_lines(cells: list[Piece], looks: Looks) -> Grid:
    """Read bars that only part cells as one cell a line."""
    start, columns = _heading_run(cells)
    if columns is None:
        columns = guessed_order([cell.text for cell in cells], looks)
        start = 0
    if columns is None:
        return Grid(notes=cells)
    grid = lines_grid(cells[start:], columns, looks)
    grid.headings += cells[:start]
    return grid


def _rows(rows: list[tuple[Piece, list[Cell]]], looks: Looks) -> Grid:
    grid = Grid()
    columns: list[Column] | None = None
    section = ""
    merged = _mended(rows)
    for cells in merged:
        full = [piece for cell in cells for piece in cell.pieces]
        end = max((at for at, cell in enumerate(cells) if cell.text), default=-1) + 1
        heading = heading_columns([cell.text for cell in cells[:end]])
        if heading:
            columns = heading
            grid.headings += full
        elif sum(bool(cell) for cell in cells) == 1 and not looks.is_time(full[0].text):
            if is_note(full[0].text):
                grid.notes += full
            else:
                section = full[0].text.strip()
                grid.headings += full
        elif full:
            columns = columns or guessed_columns(
                [[cell.text for cell in each] for each in merged if len(each) > 1], looks
            )
            _seat(grid, columns, cells, looks, section)
    return grid


def _mended(rows: list[tuple[Piece, list[Cell]]]) -> list[list[Cell]]:
    """Join a row that was torn inside a cell: neither half is whole, both together are."""
    width = max((len(cells) for _, cells in rows), default=0)
    found: list[list[Cell]] = []
    above = ""
    for line, cells in rows:
        last = found[-1] if found and not above.rstrip().endswith(("|", "｜")) else []
        above = line.text
        torn = 1 < len(last) < width and len(last) + len(cells) - 1 == width and last[-1] and cells[0]
        if torn:
            found[-1] = [*last[:-1], Cell.of((*last[-1].pieces, *cells[0].pieces)), *cells[1:]]
        else:
            found.append(cells)
    return found


def _seat(grid: Grid, columns: Sequence[Column], cells: Sequence[Cell], looks: Looks, section: str) -> None:
    held: dict[int, list[Piece]] = {}
    for cell, seat in zip(cells, row_seats(cells, columns, looks), strict=True):
        if cell.text and 0 <= seat < len(columns):
            held.setdefault(seat, []).extend(cell.pieces)
    grid.add(Row(columns, {at: cell_of(parts, columns[at].role) for at, parts in held.items()}, section))


def _cells_or_prose(pieces: Sequence[Piece], looks: Looks) -> list[Segment]:
    """Part lines into tables of one cell a line and paragraphs."""
    at, columns = next(
        ((at, columns) for at in range(len(pieces)) for columns in [_heading_run(pieces[at:])[1]] if columns), (0, None)
    )
    if columns is None:
        start = _guess_start(pieces, looks)
        texts = [piece.text for piece in pieces[start:]]
        columns = guessed_order(texts, looks) if len(texts) >= 4 and not _is_prose(texts) else None
        if columns is None:
            return [list(pieces)]
        return (
            [list(pieces[:start]), lines_grid(pieces[start:], columns, looks)]
            if start
            else [lines_grid(pieces, columns, looks)]
        )
    width = len(columns)
    end = _body_end(pieces, at + width)
    grid = lines_grid(pieces[at + width : end], columns, looks)
    grid.headings += pieces[at : at + width]
    found: list[Segment] = [list(pieces[:at])] if at else []
    found.append(grid)
    return [*found, *(_cells_or_prose(pieces[end:], looks) if end < len(pieces) else [])]


def _is_prose(texts: Sequence[str]) -> bool:
    """Whether lines are sentences or carry labels of their own (责任单位：…), which no cells do."""
    told = sum(label_of(text) is not None or text.endswith("。") for text in texts)
    return told * 4 > len(texts)


def _heading_run(pieces: Sequence[Piece]) -> tuple[int, list[Column] | None]:
    """Return the columns named by the lines that begin here, and how many lines these are."""
    count = 0
    while count < min(len(pieces), _MOST) and is_heading_word(pieces[count].text):
        count += 1
    for size in range(count, 1, -1):
        columns = heading_columns([piece.text for piece in pieces[:size]])
        is_once = columns and sum(column.role is Role.STAGE for column in columns) < 2
        if columns and is_once and len(pieces) > size and len({column.heading for column in columns}) == size:
            return size, columns
    return 0, None


def _guess_start(pieces: Sequence[Piece], looks: Looks) -> int:
    """Return where lines that look like cells begin: titles above are no cells."""
    for at, piece in enumerate(pieces[:8]):
        if looks.fit(piece.text, Role.NUMBER) > 0 or looks.is_time(piece.text):
            return at
    return 0


def _body_end(pieces: Sequence[Piece], at: int) -> int:
    """Return where the lines under a heading end: at a paragraph of several sentences."""
    for place in range(at, len(pieces)):
        text = pieces[place].text
        if len(text) > 60 and text.count("。") > 2 and re.match(r"\s*[一二三四五六七八九十]{1,3}、", text):
            return place
    return len(pieces)
