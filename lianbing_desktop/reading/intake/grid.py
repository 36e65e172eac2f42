"""Cells and merged ranges onto one table: capped to what is there, each merged cell once, nothing under it lost."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lianbing_desktop.domain.source import SourceCell, SourceTable
from lianbing_desktop.reading.intake.limits import CELLS, GRID
from lianbing_desktop.reading.intake.refusal import Refused
from lianbing_desktop.reading.intake.remarks import Remarks

Place = tuple[int, int]
_SLACK_ROWS, _SLACK_COLUMNS = 200, 50
"""How far a merged cell may reach beyond the last text before it is cut: a signature box does, a trap does more."""


@dataclass(frozen=True)
class Span:
    """A merged range: first row and column from 0, and how many of each."""

    row: int
    column: int
    rows: int
    columns: int


def laid_out(
    texts: Mapping[Place, str],
    spans: Iterable[Span] = (),
    name: str = "",
    remarks: Remarks | None = None,
    row_count: int = 0,
) -> SourceTable | None:
    """Return the table of these texts; None where there is no text. Cells without text appear where they are merged,

    and all of them where the table is small enough to hold them. Raises Refused: it is spread out too far.
    """
    filled = [place for place, text in texts.items() if text]
    if not filled:
        return None
    last_row, last_column = max(row for row, _ in filled), max(column for _, column in filled)
    kept = _kept(spans, last_row, last_column, name, remarks)
    rows = max([row_count, last_row + 1, *(span.row + span.rows for span in kept)])
    columns = max([last_column + 1, *(span.column + span.columns for span in kept)])
    if rows * columns > GRID:
        far = max(filled, key=lambda place: (place[0] + 1) * (place[1] + 1))
        raise Refused(
            f"{_sheet(name)}有 {rows} 行 {columns} 列（最远的文字在 {label(*far)}），没有读取。请删去远处的内容再试。"
        )
    return SourceTable(tuple(_cells(texts, kept, rows, columns, name, remarks)), rows, columns, name)


def label(row: int, column: int) -> str:
    """Return the name of a cell, such as ``B3``."""
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"


def _sheet(name: str) -> str:
    return f"的工作表“{name[:40]}”" if name else "的表"


def _kept(spans: Iterable[Span], last_row: int, last_column: int, name: str, remarks: Remarks | None) -> list[Span]:
    kept: list[Span] = []
    for span in spans:
        rows, columns = min(span.rows, last_row + 1 - span.row), min(span.columns, last_column + 1 - span.column)
        if span.rows - rows <= _SLACK_ROWS and span.columns - columns <= _SLACK_COLUMNS and span.row <= last_row:
            rows, columns = span.rows, span.columns
        elif remarks:
            end = label(span.row + span.rows - 1, span.column + span.columns - 1)
            place = f"{_sheet(name)[1:]}{label(span.row, span.column)}:{end}"
            remarks.note("合并范围远远超出有文字的部分，只按有文字的部分读入", place)
        if rows > 0 and columns > 0:
            kept.append(Span(span.row, span.column, rows, columns))
    return kept


def _cells(
    texts: Mapping[Place, str], spans: list[Span], rows: int, columns: int, name: str, remarks: Remarks | None
) -> list[SourceCell]:
    spanned, covered = _covered(spans, name, remarks)
    below: dict[Place, list[str]] = {}
    for place in sorted(place for place, text in texts.items() if text and place in covered):
        below.setdefault(covered[place], []).append(texts[place])
        if remarks:
            where = f"{_sheet(name)[1:]}{label(*place)}"
            remarks.note("合并单元格中被盖住的文字也读入了，接在该单元格之后", where)
    everywhere = ((row, column) for row in range(rows) for column in range(columns))
    places = everywhere if rows * columns <= CELLS else sorted({*spanned, *(p for p, text in texts.items() if text)})
    cells = []
    for place in places:
        if place not in covered:
            text = "\n".join(filter(None, (texts.get(place, ""), *below.get(place, ()))))
            cells.append(SourceCell(*place, text, *spanned.get(place, (1, 1))))
    return cells


def _covered(
    spans: list[Span], name: str, remarks: Remarks | None
) -> tuple[dict[Place, tuple[int, int]], dict[Place, Place]]:
    """Return the extent of each merged cell, and for each place under one where that cell begins."""
    spanned: dict[Place, tuple[int, int]] = {}
    covered: dict[Place, Place] = {}
    area = 0
    for span in sorted(spans, key=lambda span: (span.row, span.column)):
        start = (span.row, span.column)
        area += span.rows * span.columns
        if area > GRID:
            raise Refused(f"{_sheet(name)}合并的单元格太多，没有读取。请取消合并再试。")
        places = [
            (row, column)
            for row in range(span.row, span.row + span.rows)
            for column in range(span.column, span.column + span.columns)
        ]
        if any(place in covered or place in spanned for place in places):
            if remarks:
                remarks.note("有互相重叠的合并范围，后一个没有采用", f"{_sheet(name)[1:]}{label(*start)}")
            continue
        spanned[start] = (span.rows, span.columns)
        covered |= {place: start for place in places if place != start}
    return spanned, covered
