"""Rows under columns: of a drawn table, of lines with bars, of one cell a line, with or without a heading."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import permutations

from lianbing_desktop.reading.tables.align import SECTION, Seat, seated
from lianbing_desktop.reading.tables.columns import Column
from lianbing_desktop.reading.tables.headings import WHEN, WHOSE, Role
from lianbing_desktop.reading.tables.looks import Looks, is_note
from lianbing_desktop.reading.tables.piece import Cell, Piece
from lianbing_desktop.reading.tables.units import ends_open

_CARRIED = (Role.STAGE, Role.SECTION, *WHEN)


@dataclass
class Row:
    """One row: a cell for each column that has one.

    ``reach`` are the columns a cell goes over where they are several; ``echo`` are signs that repeat the cell above
    (同上) or leave a cell empty on purpose (-), which belong to the row but say nothing themselves.
    ``told`` is what the plan says of all its rows (标★的为牵头单位).
    """

    columns: Sequence[Column]
    cells: dict[int, Cell]
    section: str = ""
    reach: dict[int, int] = field(default_factory=dict)
    echo: dict[int, Cell] = field(default_factory=dict)
    told: str = ""

    def of(self, *roles: Role) -> Iterator[tuple[Column, Cell]]:
        """Yield the cells of these roles that say something, from left to right."""
        for at, column in enumerate(self.columns):
            if column.role in roles and self.cells.get(at):
                yield column, self.cells[at]


@dataclass
class Grid:
    """Rows, and what of the table is heading (column headings, section titles) or note."""

    rows: list[Row] = field(default_factory=list)
    headings: list[Piece] = field(default_factory=list)
    notes: list[Piece] = field(default_factory=list)
    unknown: list[Piece] = field(default_factory=list)
    section: str = ""

    def add(self, row: Row) -> None:
        """Take the next row: what repeats the row above, or is carried down from it, is put in."""
        above = self.rows[-1] if self.rows else None
        _echo(row, above)
        carry(row, above)
        self.rows.append(row)


def guessed_columns(rows: Sequence[Sequence[str]], looks: Looks) -> list[Column]:
    """Return the columns of a table without headings by what their cells look like."""
    width = max((len(row) for row in rows), default=0)
    roles: list[Role] = []
    for at in range(width):
        texts = [row[at] for row in rows if at < len(row) and row[at].strip()]
        kinds = (Role.NUMBER, Role.PERIOD, Role.UNIT, Role.FORM, Role.TASK)
        sums = {kind: sum(looks.fit(text, kind) for text in texts[:60]) for kind in kinds}
        roles.append(max(sums, key=lambda kind: sums[kind]) if texts else Role.NOTE)
    if Role.TASK in roles and roles.count(Role.TASK) > 1:
        sizes = [
            sum(len(row[at]) for row in rows if at < len(row)) if role is Role.TASK else -1
            for at, role in enumerate(roles)
        ]
        longest = sizes.index(max(sizes))
        roles = [
            (Role.SECTION if at < longest else Role.NOTE) if role is Role.TASK and at != longest else role
            for at, role in enumerate(roles)
        ]
    return [Column(role) for role in roles]


def guessed_order(texts: Sequence[str], looks: Looks) -> list[Column] | None:
    """Return the columns that lines of one cell each, without headings, stand under; None: they are no table."""
    sample = texts[:48]
    counts = {
        kind: sum(looks.fit(text, kind) >= 3 for text in sample) for kind in (Role.NUMBER, Role.UNIT, Role.PERIOD)
    }
    kinds = [kind for kind, count in counts.items() if count >= 2]
    if len([kind for kind in kinds if kind is not Role.NUMBER]) < 1 or sum(counts.values()) < len(sample) * 0.45:
        return None
    orders = [
        order for order in permutations([*kinds, Role.TASK]) if Role.NUMBER not in order or order[0] is Role.NUMBER
    ]
    scores = [seated(sample, order, looks.fit, looks.is_section)[0] for order in orders]
    best = max(range(len(orders)), key=lambda at: scores[at])
    return [Column(role) for role in orders[best]] if scores[best] > len(sample) * 1.2 else None


def lines_grid(pieces: Sequence[Piece], columns: Sequence[Column], looks: Looks) -> Grid:
    """Return the rows of lines that hold one cell each."""
    grid = Grid()
    body: list[Piece] = []
    words = [column.heading for column in columns if column.heading]
    at = 0
    while at < len(pieces):
        here = [" ".join(piece.text.split()) for piece in pieces[at : at + len(words)]]
        if words and here == words:
            grid.headings += pieces[at : at + len(words)]
            at += len(words)
        elif is_note(pieces[at].text):
            grid.notes.append(pieces[at])
            at += 1
        else:
            body.append(pieces[at])
            at += 1
    roles = [column.role for column in columns]
    _, seats = seated([piece.text for piece in body], roles, looks.fit, looks.is_section)
    _fill(grid, body, seats, columns)
    return grid


def _fill(grid: Grid, body: Sequence[Piece], seats: Sequence[Seat], columns: Sequence[Column]) -> None:
    section = ""
    held: dict[int, list[Piece]] = {}
    rows: list[tuple[dict[int, list[Piece]], str]] = []
    for piece, seat in zip(body, seats, strict=True):
        if seat.column == SECTION:
            section = piece.text.strip()
            grid.headings.append(piece)
            continue
        if seat.begins:
            held = {}
            rows.append((held, section))
        held.setdefault(seat.column, []).append(piece)
    for cells, title in rows:
        grid.add(Row(columns, {at: cell_of(parts, columns[at].role) for at, parts in cells.items()}, title))


def cell_of(pieces: Sequence[Piece], role: Role) -> Cell:
    """Join the lines of one cell: a name torn in two is made whole."""
    found = [piece for piece in pieces if piece.text.strip()]
    if role not in WHOSE:
        return Cell.of(found)
    joints = tuple("" if ends_open(piece.text) else "\n" for piece in found[:-1])
    return Cell(tuple(found), joints)


_DITTO = re.compile(r"[（(]?(?:同上|同前|〃|″|''|\"|”|“|同上[一-龥]{2})[)）]?")
_NONE = re.compile(r"[-—–―/／\\无]{1,4}")


def _echo(row: Row, above: Row | None) -> None:
    """Let 同上 stand for what stands above it, and a dash for nothing at all."""
    for at, cell in list(row.cells.items()):
        text = cell.text.strip()
        if _NONE.fullmatch(text):
            row.echo[at] = row.cells.pop(at)
        elif _DITTO.fullmatch(text) and above and len(above.columns) == len(row.columns):
            row.echo[at] = row.cells.pop(at)
            if at in above.cells:
                row.cells[at] = above.cells[at]


def carry(row: Row, above: Row | None) -> None:
    """Let empty cells left of the task take what stands above them: a period, a stage. Others stay empty."""
    if not above or len(above.columns) != len(row.columns):
        return
    roles = [column.role for column in row.columns]
    task = roles.index(Role.TASK) if Role.TASK in roles else 0
    is_new = row.section != above.section and not any(role in WHEN for role in roles[:task])
    for at, role in enumerate(roles):
        leads = at < task and role in (*_CARRIED, *WHOSE)
        if not row.cells.get(at) and above.cells.get(at) and leads and not is_new and at not in row.echo:
            row.cells[at] = above.cells[at]


_BARS = re.compile(r"[|｜│\t]")


def bar_cells(piece: Piece) -> list[Cell]:
    """Return the cells of a line with bars, the empty ones too."""
    cells, at = [], 0
    for match in [*_BARS.finditer(piece.text), None]:
        end = match.start() if match else len(piece.text)
        part = piece.cut(at, end)
        cells.append(Cell((part,)) if part.text else Cell())
        at = match.end() if match else end
    line = piece.text.strip()
    if len(cells) > 1 and not cells[0] and line.startswith("|") and line.endswith("|"):
        cells = cells[1:]
    return cells[:-1] if len(cells) > 1 and not cells[-1] else cells


def row_seats(cells: Sequence[Cell], columns: Sequence[Column], looks: Looks) -> list[int]:
    """Return the column of each cell of one row, straight or, where the cells do not fit so, as they fit best."""
    roles = [column.role for column in columns]
    full = [at for at, cell in enumerate(cells) if cell.text]
    straight = [at for at in full if at < len(columns)]
    if len(straight) == len(full) and (
        len(cells) == len(columns) or _value(cells, full, full, roles, looks) > 0.8 * len(full)
    ):
        fitting = _value(cells, full, full, roles, looks)
        if len(cells) == len(columns) and fitting >= -1.0 * len(full):
            return list(range(len(cells)))
    best, seats = _best_row([cells[at].text for at in full], roles, looks)
    if len(straight) == len(full) and _value(cells, full, full, roles, looks) + 0.5 >= best:
        return list(range(len(cells)))
    places = dict(zip(full, seats, strict=True))
    return [places.get(at, -1) for at in range(len(cells))]


def _value(
    cells: Sequence[Cell], full: Sequence[int], seats: Sequence[int], roles: Sequence[Role], looks: Looks
) -> float:
    return sum(looks.fit(cells[at].text, roles[seat]) for at, seat in zip(full, seats, strict=True))


def _best_row(texts: Sequence[str], roles: Sequence[Role], looks: Looks) -> tuple[float, list[int]]:
    """Seat the cells of one row from left to right; several may share a column."""
    ways: list[tuple[float, list[int]]] = [(0.0, [])]
    for text in texts:
        fits = [looks.fit(text, role) for role in roles]
        found: dict[int, tuple[float, list[int]]] = {}
        for score, seats in ways:
            last = seats[-1] if seats else -1
            for seat in range(max(last, 0), len(roles)):
                total = score + fits[seat] - (0.8 if seat == last else 0.0)
                if seat not in found or total > found[seat][0]:
                    found[seat] = (total, [*seats, seat])
        ways = list(found.values())
    return max(ways, key=lambda way: way[0])
