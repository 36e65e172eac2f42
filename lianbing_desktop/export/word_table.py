"""The table of a sheet as Word XML: one template a kind of row, filled as text, since elements cost ten times that."""

import re
from functools import cache
from itertools import chain
from operator import contains
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml.ns import qn

from lianbing_desktop.domain.lettering import on_paper, visible
from lianbing_desktop.domain.measure import lines, shares
from lianbing_desktop.domain.sheet import Cell, Sheet
from lianbing_desktop.export.word_package import coded
from lianbing_desktop.export.word_text import (
    BODY,
    GAP_BEGINS,
    HEADING,
    Face,
    element,
    line_properties,
    run,
    run_properties,
    runs,
)

BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")
PADDING = 108
HEADING_STYLE = "CellHeading"
STYLES = {"left": "CellLeft", "center": "CellCenter", "right": "CellRight"}
"""The paragraph styles of cells, by how their column stands."""
_HERE = "\u25a1"


def table(sheet: Sheet, widths: list[int], page_height: int) -> list[bytes]:
    """Return the ``w:tbl`` in UTF-8, in pieces; ``widths`` and ``page_height`` are in twentieths of a point."""
    head = map(coded, (_properties(sum(widths)), _grid(widths), _heading_row(sheet, widths)))
    return [b"<w:tbl>", *head, *_rows(sheet, widths, page_height), b"</w:tbl>"]


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
        for start, stop in sheet.spans(column) if sheet.rows and column in sheet.merged else ():
            if stop - start > 1:
                marks[column][start:stop] = ["restart", *["continue"] * (stop - start - 1)]
    return marks


def cell_styles() -> list[Any]:
    """Return the paragraph styles the cells name; the officer changes one and has changed every cell."""
    made = [_style(name, BODY, align) for align, name in STYLES.items()]
    return [*made, _style(HEADING_STYLE, HEADING, "center")]


def _rows(sheet: Sheet, widths: list[int], page_height: int) -> list[bytes]:
    """Return the rows in pieces: what stands around the cells' texts, and these, made column by column."""
    if not sheet.rows:
        return []
    aligns = [column.align.value for column in sheet.columns]
    marks, inner = merge_marks(sheet), cache(_inner)
    around = cache(lambda row_marks, is_long: _around(widths, aligns, row_marks, is_long))
    columns = [list(map(inner, cells)) for cells in zip(*sheet.rows, strict=True)]
    step = 2 * len(widths) + 2
    made = [b""] * (len(sheet.rows) * step)
    made[::2] = chain.from_iterable(map(around, zip(*marks, strict=True), _are_long(sheet, widths, page_height)))
    for at, (texts, column_marks) in enumerate(zip(columns, marks, strict=True)):
        if "continue" in column_marks:
            texts = [b"" if mark == "continue" else text for text, mark in zip(texts, column_marks, strict=True)]
        made[2 * at + 1 :: step] = texts
    return made


def _are_long(sheet: Sheet, widths: list[int], page_height: int) -> list[bool]:
    """Return for each row whether it is higher than half a page."""
    rooms = [(width - 2 * PADDING) / (BODY.size * 10) for width in widths]
    tallest = page_height / 2 / BODY.line
    columns = zip(map(set, zip(*sheet.rows, strict=True)), rooms, strict=True)
    high = [{cell for cell in cells if _is_high(on_paper(cell), room, tallest)} for cells, room in columns]
    return [any(map(contains, high, cells)) for cells in sheet.rows] if any(high) else [False] * len(sheet.rows)


def _is_high(text: str, room: float, tallest: float) -> bool:
    if len(text) <= room * (tallest - 1) and "\n" not in text:  # no letter is wider than a square
        return False
    return lines(text, room) > tallest


def _inner(cell: Cell) -> bytes:
    """Return the runs of a cell, none for an empty one."""
    text = on_paper(cell)
    if "\n" in text or "\t" in text or GAP_BEGINS in text:
        return b"".join(map(coded, runs(BODY, text, is_sized=False)))
    if not text:
        return b""
    words = escape(text) if _SPECIAL.search(text) else text
    return b"%s%s%s%s" % (_OPEN, _SPACED if " " in text else b">", words.encode(), _SHUT)


_SPECIAL = re.compile("[&<>]")
_SPACED = b' xml:space="preserve">'
_OPEN = b"<w:r>%s<w:t" % coded(run_properties(BODY, is_sized=False))
_SHUT = b"</w:t></w:r>"


def _around(widths: list[int], aligns: list[str], marks: tuple[str, ...], is_long: bool) -> list[bytes]:
    """Return what stands before, between and after the texts of a row; one higher than half a page may be broken.

    A row that begins a merged cell is kept with the next one, else its text may be cut.
    """
    made = element("w:tr")
    if not is_long:
        made.append(_row_properties("w:cantSplit"))
    for width, align, mark in zip(widths, aligns, marks, strict=True):
        cell = _cell(width, STYLES[align], "restart" in marks)
        if mark:
            cell.tcPr.insert(1, element("w:vMerge", val=mark))
        cell.find(qn("w:p"))[-1].tail = _HERE
        made.append(cell)
    return coded(made).split(_HERE.encode())


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


def _cell(width: int, style: str, is_kept: bool = False) -> Any:
    made = element("w:tc")
    properties = element("w:tcPr")
    properties.append(element("w:tcW", w=width, type="dxa"))
    properties.append(element("w:vAlign", val="center"))
    line, how = element("w:p"), element("w:pPr")
    how.append(element("w:pStyle", val=style))
    if is_kept:
        how.append(element("w:keepNext"))
    line.append(how)
    made.extend((properties, line))
    return made


def _heading_row(sheet: Sheet, widths: list[int]) -> Any:
    made = element("w:tr")
    made.append(_row_properties("w:cantSplit", "w:tblHeader"))
    for column, width in zip(sheet.columns, widths, strict=True):
        cell = _cell(width, HEADING_STYLE)
        if column.heading:
            cell.find(qn("w:p")).append(run(HEADING, visible(column.heading)))
        made.append(cell)
    return made


def _style(name: str, face: Face, align: str) -> Any:
    """Return a paragraph style: everything about a cell's text but the fonts, which every run names itself."""
    made = element("w:style", type="paragraph", customStyle=1, styleId=name)
    made.append(element("w:name", val=name))
    made.append(element("w:qFormat"))
    made.append(line_properties(face, align))
    made.append(run_properties(face))
    return made
