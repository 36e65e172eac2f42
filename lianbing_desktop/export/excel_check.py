"""Reading a written workbook back: its values and their types must be the sheets'."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from lianbing_desktop.domain.sheet import Sheet
from lianbing_desktop.export.excel_values import Value, heading_row, unescaped, value


def check(path: Path, sheets: Sequence[Sheet], names: Sequence[str]) -> None:
    """Raise RuntimeError, a bug of ours, where the workbook at ``path`` does not hold what ``sheets`` hold."""
    book = load_workbook(path)
    if book.sheetnames != list(names):
        raise RuntimeError(f"tabs {book.sheetnames} instead of {list(names)}")
    for name, sheet in zip(names, sheets, strict=True):
        _check_tab(book[name], sheet)


def _check_tab(tab: Worksheet, sheet: Sheet) -> None:
    top = heading_row(sheet)
    wanted: list[tuple[Any, ...]] = [tuple(column.heading for column in sheet.columns), *sheet.rows]
    for row, cells in enumerate(wanted):
        for column, cell in enumerate(cells):
            _check_cell(tab.cell(top + row, column + 1), value(sheet, cell, row, column))
    if tab.max_row != top + len(sheet.rows) + (len(sheet.below) + 1 if sheet.below else 0):
        raise RuntimeError(f"{tab.max_row} rows in the tab {tab.title}")


def _check_cell(cell: Any, wanted: Value) -> None:
    found = cell.value.date() if isinstance(cell.value, datetime) else cell.value
    found = unescaped(found) if isinstance(found, str) else found
    if cell.data_type == "f" or (found or "") != (wanted or "") or _kind(found) is not _kind(wanted):
        raise RuntimeError(f"{cell.coordinate} reads {found!r:.200} instead of {wanted!r:.200}")


def _kind(content: Value) -> type:
    """An empty text and an empty cell are the same thing in Excel."""
    if content in (None, ""):
        return str
    return date if isinstance(content, date) else type(content)
