"""What a cell of a sheet becomes in Excel, and how its tabs are called."""

import re
from collections.abc import Sequence
from datetime import date

from lianbing_desktop.domain.lettering import on_paper, visible
from lianbing_desktop.domain.sheet import Cell, Sheet
from lianbing_desktop.errors import UserError

Value = str | int | date | None

TEXT_LIMIT = 32_767
TAB_LIMIT = 31
SAFE_NUMBER = 10**15
IN_EXCEL_FROM = date(1900, 3, 1)  # before it Excel counts a 29 February that never was
FORBIDDEN = str.maketrans("[]:*?/\\", "［］：＊？／＼")


def value(sheet: Sheet | None, cell: Cell, row: int, column: int) -> Value:
    """Return what Excel gets: real dates, numbers of up to 15 digits, else text.

    ``row`` counts from 1 and 0 means a heading; without ``sheet`` it is a line over or under the table.
    Raises UserError, naming the place, for text Excel would cut.
    """
    if isinstance(cell, date):
        return cell if cell >= IN_EXCEL_FROM else on_paper(cell)
    if isinstance(cell, int):
        return cell if abs(cell) < SAFE_NUMBER else str(cell)
    text = visible(cell or "")
    if _units(text) > TEXT_LIMIT:
        raise _too_long(sheet, text, row, column)
    return text


def _too_long(sheet: Sheet | None, text: str, row: int, column: int) -> UserError:
    place = f"“{sheet.name}”第{row}行“{sheet.columns[column].heading}”一栏" if sheet and row else "标题、表头或表后文字"
    return UserError(
        f"{place}有{len(text)}个字，超过 Excel 每格{TEXT_LIMIT}字的上限。请缩短这段文字，或改为导出 Word。"
    )


def _units(text: str) -> int:
    """Excel counts in UTF-16."""
    return len(text.encode("utf-16-le")) // 2


def heading_row(sheet: Sheet) -> int:
    """Return the row, from 1, in which the headings stand."""
    return 3 if sheet.subtitle else 2


def escaped(text: str) -> str:
    """Return ``text`` so that Excel does not read a literal ``_x000D_`` in it as the character of that code."""
    return re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text)


def unescaped(text: str) -> str:
    """Return what Excel reads."""
    return re.sub(r"_x005F_(?=x[0-9A-Fa-f]{4}_)", "_", text)


def tab_names(names: Sequence[str]) -> list[str]:
    """Return names that Excel takes: none of its forbidden characters, at most 31 long, no two alike."""
    taken: list[str] = []
    for name in names:
        clean = re.sub(r"[\n\t]", " ", visible(name)).translate(FORBIDDEN).strip().strip("'") or "表"
        clean = f"{clean}_" if clean.casefold() == "history" else clean
        taken.append(_free(clean, [other.casefold() for other in taken]))
    return taken


def _free(name: str, taken: list[str]) -> str:
    tried, number = _cut(name, TAB_LIMIT), 1
    while tried.casefold() in taken:
        number += 1
        ending = f"({number})"
        tried = _cut(name, TAB_LIMIT - len(ending)) + ending
    return tried


def _cut(name: str, length: int) -> str:
    while _units(name) > length:
        name = name[:-1]
    return name
