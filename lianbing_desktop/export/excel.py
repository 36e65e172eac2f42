"""Sheets as an Excel workbook to filter, sort and print; read back before it gets its name."""

import errno
from collections.abc import Sequence
from copy import copy
from datetime import date
from pathlib import Path
from typing import Any

from lxml.etree import SerialisationError
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from lianbing_desktop.domain.lettering import on_paper
from lianbing_desktop.domain.measure import lines
from lianbing_desktop.domain.sheet import Sheet
from lianbing_desktop.export.excel_check import check
from lianbing_desktop.export.excel_look import (
    BASE,
    BASE_SIZE,
    BOLD,
    CENTER,
    FRAME,
    LEFT,
    TITLE,
    aligned,
    column_widths,
    set_up,
)
from lianbing_desktop.export.excel_values import Value, escaped, heading_row, tab_names, value
from lianbing_desktop.writing import write_atomically

TALLEST = 409.0  # the highest row Excel has, in points


def write(sheets: Sequence[Sheet], path: Path) -> None:
    """Write ``sheets`` to ``path``, a tab each. Raises UserError where a text is too long or the disk refuses it."""
    names = tab_names([sheet.name for sheet in sheets])
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = ""
    for name, sheet in zip(names, sheets, strict=True):
        _fill(book.create_sheet(name), sheet)

    def make(spare: Path) -> None:
        try:
            book.save(spare)
        except SerialisationError as error:  # lxml's way to say that the folder for temporary files is full
            raise OSError(errno.ENOSPC, str(error)) from error
        check(spare, sheets, names)

    write_atomically(path, make)


def _fill(tab: Worksheet, sheet: Sheet) -> None:
    top = heading_row(sheet)
    widths = column_widths(sheet)
    _line(tab, 1, sheet.title, widths, TITLE, CENTER)
    if sheet.subtitle:
        _line(tab, 2, sheet.subtitle, widths, BASE, CENTER)
    _fill_headings(tab, sheet, top, widths)
    _fill_rows(tab, sheet, top, widths)
    for index, words in enumerate(sheet.below):
        _line(tab, top + len(sheet.rows) + 2 + index, words, widths, BASE, LEFT)
    set_up(tab, sheet, top, widths)


def _fill_headings(tab: Worksheet, sheet: Sheet, top: int, widths: list[float]) -> None:
    for index, column in enumerate(sheet.columns):
        cell = tab.cell(top, index + 1)
        _put(cell, value(sheet, column.heading, 0, index))
        cell.font, cell.alignment, cell.border = BOLD, CENTER, FRAME
    tab.row_dimensions[top].height = _height([column.heading for column in sheet.columns], widths)


def _fill_rows(tab: Worksheet, sheet: Sheet, top: int, widths: list[float]) -> None:
    """Fill the cells. Merged columns repeat their text in every row, else a filter would lose rows."""
    looks: dict[tuple[int, str, bool], Any] = {}  # openpyxl hashes every style of every cell; a copy takes a tenth
    for row, cells in enumerate(sheet.rows, 1):
        for column, content in enumerate(cells):
            cell: Any = tab.cell(top + row, column + 1)
            _put(cell, value(sheet, content, row, column))
            key = (column, cell.number_format, cell.quotePrefix)
            if key in looks:
                cell._style = copy(looks[key])
                continue
            cell.font, cell.alignment, cell.border = BASE, aligned(sheet.columns[column].align), FRAME
            looks[key] = cell._style
        tab.row_dimensions[top + row].height = _height([on_paper(cell) for cell in cells], widths)


def _put(cell: Any, content: Value) -> None:
    """Set a value and its type: a text stays a text, even one that begins like a formula or an error."""
    if content is None or content == "":
        return
    cell.value = escaped(content) if isinstance(content, str) else content
    if isinstance(content, str):
        cell.data_type = "s"
        cell.quotePrefix = content[0] in "=+-@＝＋－＠\t\n"
    elif isinstance(content, date):
        cell.number_format = "yyyy-mm-dd"


def _line(tab: Worksheet, row: int, words: str, widths: list[float], font: Font, alignment: Alignment) -> None:
    """Write a line over the whole width."""
    cell = tab.cell(row, 1)
    _put(cell, value(None, words, 0, 0))
    cell.font, cell.alignment = font, alignment
    if len(widths) > 1:
        tab.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(widths))
    size = font.sz or BASE_SIZE
    taken = lines(words, sum(widths) / 2 * BASE_SIZE / size)
    tab.row_dimensions[row].height = min(taken * size * 1.6 + 4, TALLEST)


def _height(texts: list[str], widths: list[float]) -> float:
    """Reckon a row's height in points: only Excel itself would fit it on opening, and not for merged cells."""
    tallest = max(lines(text, width / 2 - 0.8) for text, width in zip(texts, widths, strict=True))
    return min(tallest * 15.0 + 4, TALLEST)
