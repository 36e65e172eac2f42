"""What the units do with a form: fill it in, save it again elsewhere, and get it wrong."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

FIRST_ROW = 5
DISPATCH = (3, 2, 12.5, 0, 0, 1, 0, 0, 1, 2, 0, 0, 0, 0, 0, 2, 2, 2, 2, 1, "")
LIAISON = ("联络员", "张样本", "男", "科员", "0512-00000001", "13800000001", "", "a@example.cn", "", "")


def fill(path: Path, *rows: Sequence[Any]) -> Path:
    """Fill the rows of a handed-out form in place."""
    book = load_workbook(path)
    tab: Any = book.worksheets[0]
    for number, row in enumerate(rows):
        for column, value in enumerate(row, 1):
            if value != "":
                tab.cell(FIRST_ROW + number, column, value)
    book.save(path)
    return path


def change(path: Path, cells: dict[str, Any]) -> Path:
    """Set cells by name, locked ones too: protection keeps honest people only."""
    book = load_workbook(path)
    tab: Any = book.worksheets[0]
    for name, value in cells.items():
        tab[name] = value
    book.save(path)
    return path


def merge(path: Path, cells: str) -> Path:
    """Merge a range."""
    book = load_workbook(path)
    tab: Any = book.worksheets[0]
    tab.merge_cells(cells)
    book.save(path)
    return path


def without_id(path: Path, to: Path) -> Path:
    """Copy the visible cells into a new workbook, as another program's saving may: the id is gone."""
    tab: Any = load_workbook(path).worksheets[0]
    book = Workbook()
    copy: Any = book.active
    for row in tab.iter_rows():
        for cell in row:
            if cell.value is not None and "LBF1" not in str(cell.value):
                copy[cell.coordinate] = cell.value
    book.save(to)
    return to
