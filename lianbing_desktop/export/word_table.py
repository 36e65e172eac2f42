"""The table of a sheet as Word XML: one template row, copied, since python-docx's cells are quadratic in rows."""

from copy import deepcopy
from typing import Any

from docx.oxml.ns import qn

from lianbing_desktop.domain.lettering import on_paper, visible
from lianbing_desktop.domain.measure import lines, shares
from lianbing_desktop.domain.sheet import Sheet
from lianbing_desktop.export.word_text import BODY, HEADING, element, paragraph, run

BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")
PADDING = 108


def table(sheet: Sheet, widths: list[int], page_height: int) -> Any:
    """Return the ``w:tbl``; ``widths`` and ``page_height`` are in twentieths of a point."""
    made = element("w:tbl")
    made.append(_properties(sum(widths)))
    made.append(_grid(widths))
    made.append(_heading_row(sheet, widths))
    template = _template_row(sheet, widths)
    merges = merge_marks(sheet)
    for index, cells in enumerate(sheet.rows):
        texts = [on_paper(cell) for cell in cells]
        row = deepcopy(template)
        if not _is_long(texts, widths, page_height):
            row.insert(0, _row_properties("w:cantSplit"))
        marks = [column[index] for column in merges]
        for cell, text, mark in zip(row.iterchildren(qn("w:tc")), texts, marks, strict=True):
            _fill(cell, text, mark, "restart" in marks)
        made.append(row)
    return made


def column_widths(sheet: Sheet, total: int) -> list[int]:
    """Share ``total`` among the columns; the last takes what rounding leaves."""
    square = BODY.size * 10
    widths = [int(share * square) for share in shares(sheet, total / square)]
    widths[-1] += total - sum(widths)
    return widths


def merge_marks(sheet: Sheet) -> list[list[str]]:
    """Return for every column and row: ``restart`` or ``continue`` in a merged cell, empty elsewhere."""
    marks = []
    for column in range(len(sheet.columns)):
        marks.append([""] * len(sheet.rows))
        for start, stop in sheet.spans(column) if sheet.rows else ():
            if stop - start > 1:
                marks[column][start:stop] = ["restart", *["continue"] * (stop - start - 1)]
    return marks


def _properties(total: int) -> Any:
    made = element("w:tblPr")
    made.append(element("w:tblW", w=total, type="dxa"))
    made.append(element("w:jc", val="center"))
    borders = element("w:tblBorders")
    for side in BORDERS:
        borders.append(element(f"w:{side}", val="single", sz=4, space=0, color="000000"))
    made.append(borders)
    made.append(element("w:tblLayout", type="fixed"))
    margins = element("w:tblCellMar")
    for side, width in (("top", 40), ("left", PADDING), ("bottom", 40), ("right", PADDING)):
        margins.append(element(f"w:{side}", w=width, type="dxa"))
    made.append(margins)
    return made


def _grid(widths: list[int]) -> Any:
    """WPS lays a table out by its grid, Word by its cells: both get the same widths."""
    made = element("w:tblGrid")
    for width in widths:
        made.append(element("w:gridCol", w=width))
    return made


def _row_properties(*names: str) -> Any:
    made = element("w:trPr")
    for name in names:
        made.append(element(name))
    return made


def _cell(width: int, inner: Any) -> Any:
    made = element("w:tc")
    properties = element("w:tcPr")
    properties.append(element("w:tcW", w=width, type="dxa"))
    properties.append(element("w:vAlign", val="center"))
    made.append(properties)
    made.append(inner)
    return made


def _heading_row(sheet: Sheet, widths: list[int]) -> Any:
    made = element("w:tr")
    made.append(_row_properties("w:cantSplit", "w:tblHeader"))
    for column, width in zip(sheet.columns, widths, strict=True):
        made.append(_cell(width, paragraph(HEADING, visible(column.heading), "center")))
    return made


def _template_row(sheet: Sheet, widths: list[int]) -> Any:
    made = element("w:tr")
    for column, width in zip(sheet.columns, widths, strict=True):
        made.append(_cell(width, paragraph(BODY, "字", column.align.value)))
    return made


def _fill(cell: Any, text: str, merge: str, is_kept: bool) -> None:
    """Set text and merging; a row that begins a merged cell is kept with the next one, else its text may be cut."""
    if is_kept:
        cell.find(qn("w:p")).pPr.insert(0, element("w:keepNext"))
    if merge:
        cell.tcPr.insert(1, element("w:vMerge", val=merge))
    line = cell.find(qn("w:p"))
    old = line.find(qn("w:r"))
    if not text or merge == "continue":
        line.remove(old)
    elif "\n" in text or "\t" in text:
        line.replace(old, run(BODY, text))
    else:
        old.find(qn("w:t")).text = text


def _is_long(texts: list[str], widths: list[int], page_height: int) -> bool:
    """Say whether a row fills more than half a page and may be broken."""
    square = BODY.size * 10
    pairs = zip(texts, widths, strict=True)
    tallest = max(lines(text, (width - 2 * PADDING) / square) for text, width in pairs)
    return tallest * BODY.line > page_height / 2
