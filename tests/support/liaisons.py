"""Made-up liaisons and the lists counties return, as real workbooks."""

from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

HEAD = ("单位", "姓名", "手机")


def returned_list(path: Path, *rows: tuple[str | int | None, ...]) -> Path:
    """Write a workbook of these rows and return its path."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path
