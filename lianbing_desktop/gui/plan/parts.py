"""A source cut into parts small enough to be drawn one by one while the window stays alive."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lianbing_desktop.domain.source import Source, SourceCell, SourceParagraph, SourceTable

MOST_CELLS = 12_000
"""More cells than these are not drawn: the tasks beside them are all there, whatever the size."""
MOST_SIGNS = 400_000
"""Nor more signs than these of paragraphs."""
_WHOLE, _ROWS, _MOST_ROWS, _PARAGRAPHS, _LONGEST = 40, 12, 96, 40, 20_000
"""A table of up to ``_WHOLE`` rows stays in one piece."""
NOTE = -1
"""The number of a paragraph that is not the source's own."""


@dataclass(frozen=True)
class Part:
    """Paragraphs as number, words and level; or the rows [first, last) of the table ``number`` with their cells."""

    paragraphs: tuple[tuple[int, str, int], ...] = ()
    number: int = 0
    table: SourceTable | None = None
    first: int = 0
    last: int = 0
    cells: tuple[SourceCell, ...] = ()


def parts_of(source: Source) -> Iterator[Part]:
    """Yield the parts in reading order, as far as there is room, and say where there was none."""
    waiting: list[tuple[int, str, int]] = []
    cells, signs = MOST_CELLS, MOST_SIGNS
    for number, block in enumerate(source.blocks):
        if isinstance(block, SourceParagraph):
            signs -= len(block.text)
            waiting.append((number, block.text[: max(0, len(block.text) + signs)], block.level))
        if waiting and (isinstance(block, SourceTable) or len(waiting) >= _PARAGRAPHS or signs <= 0):
            yield Part(tuple(waiting))
            waiting = []
        if signs <= 0:
            yield Part(((NOTE, "（后面还有文字，这里没有显示；右边的任务是全部的。）", 0),))
            return
        if isinstance(block, SourceTable):
            rows = min(block.row_count, max(0, cells) // max(1, block.column_count))
            cells -= rows * max(1, block.column_count)
            yield from _rows(number, block, rows)
    if waiting:
        yield Part(tuple(waiting))


def _rows(number: int, block: SourceTable, rows: int) -> Iterator[Part]:
    by_row: dict[int, list[SourceCell]] = defaultdict(list)
    for cell in block.cells:
        by_row[cell.row].append(cell)
    first = 0
    while first < rows:
        last = _cut(by_row, first, rows)
        own = [_short(cell) for row in range(first, last) for cell in by_row[row]]
        yield Part(number=number, table=block, first=first, last=last, cells=tuple(own))
        first = last
    if rows < block.row_count:
        words = f"（表格共 {block.row_count} 行，这里只显示前 {rows} 行；右边的任务是全部的。）"
        yield Part(((NOTE, words, 0),))


def _short(cell: SourceCell) -> SourceCell:
    if len(cell.text) <= _LONGEST:
        return cell
    return replace(cell, text=f"{cell.text[:_LONGEST]}（后面还有文字，这里没有显示。）")


def _cut(by_row: dict[int, list[SourceCell]], first: int, rows: int) -> int:
    """Return where to cut: after some rows, where no merged cell goes on below; a very high one is cut through."""
    if not first and rows <= _WHOLE:
        return rows
    low = 0
    for row in range(first, min(rows, first + _MOST_ROWS)):
        if row - first >= _ROWS and low <= row:
            return row
        low = max([low, *(cell.row + cell.rows for cell in by_row[row])])
    return min(rows, first + _MOST_ROWS)
