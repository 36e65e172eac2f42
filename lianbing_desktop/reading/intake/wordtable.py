"""One Word table onto its grid: spans across and down, cells and rows that were deleted, tables inside cells."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from lianbing_desktop.domain.source import SourceCell, SourceTable
from lianbing_desktop.reading.intake.limits import CELLS, GRID, TABLE_ROWS, WORD_COLUMNS
from lianbing_desktop.reading.intake.markup import MAIN, local
from lianbing_desktop.reading.intake.refusal import ANY, Refused
from lianbing_desktop.reading.intake.remarks import Remarks
from lianbing_desktop.reading.intake.wordtext import DELETED, REVISED, SILENT

CellText = Callable[[etree._Element, str], str]
"""From a cell and its place to its text."""


@dataclass
class _Cell:
    row: int
    column: int
    columns: int
    texts: list[str]
    rows: int = 1


@dataclass
class _Grid:
    cells: list[_Cell] = field(default_factory=list)
    above: dict[int, _Cell] = field(default_factory=dict)
    """The cell that reaches down to the row last read, by its first column."""
    width: int = 0


def read_table(table: etree._Element, place: str, text_of: CellText, remarks: Remarks) -> SourceTable | None:
    """Return the table; None where it has no cells. ``place`` names it, such as 第 2 个表.

    Raises Refused: more columns than Word itself allows, or too many rows.
    """
    grid, count = _Grid(), 0
    for row in rows_of(table, place, remarks):
        where = f"{place}第 {count + 1} 行"
        _read_row(grid, row, count, where, text_of, remarks)
        count += 1
        if count > TABLE_ROWS or len(grid.cells) > CELLS or count * grid.width > GRID:
            raise Refused(f"{where}：表太大，最多读 {TABLE_ROWS} 行、{CELLS} 个单元格，没有读取。请只保留{ANY}再试。")
    cells = tuple(SourceCell(c.row, c.column, "\n".join(c.texts).strip("\n"), c.rows, c.columns) for c in grid.cells)
    return SourceTable(cells, count, grid.width) if cells else None


def rows_of(table: etree._Element, place: str, remarks: Remarks) -> Iterator[etree._Element]:
    """Return the rows of a table that were not deleted."""
    for row in inner(table, "tr"):
        if _marked(row, "trPr", "del"):
            remarks.note(REVISED, place)
        else:
            yield row


def inner(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Return the elements of that name inside, also within content controls, tags and accepted revisions."""
    for child in element:
        kind = local(child)
        if kind == name:
            yield child
        elif kind not in SILENT and kind not in DELETED and kind not in ("p", "tbl", "tr", "tc"):
            yield from inner(child, name)


def _read_row(grid: _Grid, row: etree._Element, number: int, place: str, text_of: CellText, remarks: Remarks) -> None:
    column = _count(row, "trPr/{0}gridBefore", place, 0)
    above, grid.above = grid.above, {}
    last: _Cell | None = None
    for cell in inner(row, "tc"):
        if _marked(cell, "tcPr", "cellDel"):
            remarks.note(REVISED, place)
            continue
        span = _count(cell, "tcPr/{0}gridSpan", place, 1)
        if column + span > WORD_COLUMNS:
            raise Refused(f"{place}：超过 {WORD_COLUMNS} 列，没有读取。请在 Word 中拆分这个表再试。")
        text = text_of(cell, place)
        if last and _merge(cell, "hMerge") == "continue":
            last.columns += span
            _add(last, text, place, remarks)
        else:
            last = _put(grid, above, _Cell(number, column, span, [text]), _merge(cell, "vMerge"), place, remarks)
        column += span
    column += _count(row, "trPr/{0}gridAfter", place, 0)
    grid.width = max(grid.width, min(column, WORD_COLUMNS))


def _put(grid: _Grid, above: dict[int, _Cell], cell: _Cell, merge: str, place: str, remarks: Remarks) -> _Cell:
    """Add a cell to the grid, or to the one above where it goes on; return the one it is now part of."""
    upper = above.get(cell.column) if merge == "continue" else None
    if upper is None or upper.columns != cell.columns:
        grid.cells.append(cell)
        grid.above[cell.column] = cell
        return cell
    upper.rows += 1
    _add(upper, cell.texts[0], place, remarks)
    grid.above[cell.column] = upper
    return upper


def _add(cell: _Cell, text: str, place: str, remarks: Remarks) -> None:
    if text.strip():
        cell.texts.append(text)
        remarks.note("合并单元格中被盖住的文字也读入了，接在该单元格之后", place)


def _merge(cell: etree._Element, name: str) -> str:
    found = cell.find(f"{MAIN}tcPr/{MAIN}{name}")
    return "" if found is None else found.get(f"{MAIN}val", "continue")


def _marked(element: etree._Element, properties: str, mark: str) -> bool:
    return element.find(f"{MAIN}{properties}/{MAIN}{mark}") is not None


def _count(element: etree._Element, path: str, place: str, usual: int) -> int:
    found = element.find(f"{MAIN}{path.format(MAIN)}")
    words = str(usual) if found is None else found.get(f"{MAIN}val", "")
    if not (words.isascii() and words.isdigit() and len(words) <= 9 and usual <= int(words) <= WORD_COLUMNS):
        raise Refused(
            f"{place}：有跨 {words[:12]} 列的单元格，最多 {WORD_COLUMNS} 列，没有读取。请在 Word 中改正再试。"
        )
    return int(words)
