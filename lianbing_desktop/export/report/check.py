"""Reading a written report back: its words, tables, sums, fonts, margins and grid must be what was asked for."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docx.oxml.ns import qn

from lianbing_desktop.domain.sheet import Cell, Sheet
from lianbing_desktop.export.report.measures import CHARACTER_SPACE, LINE
from lianbing_desktop.export.word_check import check_table, read_body, same
from lianbing_desktop.export.word_text import text_of

TOTAL = "合计"
_MARGINS = {"top": "2098", "bottom": "1984", "left": "1587", "right": "1474"}
_SIZES = {("11906", "16838"), ("16838", "11906")}


@dataclass(frozen=True)
class Wanted:
    """What the file has to say: its paragraphs in order, its tables with the widths of their columns, and the 版记."""

    lines: list[str]
    tables: list[tuple[Sheet, list[int]]]
    imprint: list[str]


def check(path: Path, wanted: Wanted) -> None:
    """Raise RuntimeError, a bug of ours, where the file at ``path`` does not say what is wanted."""
    body, tables = read_body(path)
    same("lines", [text_of(part) for part in body.iterchildren(qn("w:p"))], wanted.lines)
    same("tables", [len(tables)], [len(wanted.tables) + bool(wanted.imprint)])
    for table, (sheet, widths) in zip(tables, wanted.tables, strict=False):  # the 版记 comes last
        check_table(table, sheet, widths)
        check_sums(sheet)
    if wanted.imprint:
        same("imprint", tables[-1].texts, wanted.imprint)
    for section in body.iter(qn("w:sectPr")):
        _check_section(section)


def check_sums(sheet: Sheet) -> None:
    """Raise RuntimeError where a last row or column 合计 is not the sum of what stands before it, all of it numbers."""
    if sheet.rows and TOTAL in sheet.rows[-1]:
        for column, cells in zip(sheet.columns, zip(*sheet.rows, strict=True), strict=True):
            _check_sum(column.heading, cells)
    if sheet.columns[-1].heading == TOTAL:
        for row in sheet.rows:
            _check_sum(str(row[0]), row[1:])


def _check_sum(what: str, cells: tuple[Cell, ...]) -> None:
    *parts, total = cells
    numbers = [cell for cell in parts if isinstance(cell, int)]
    if isinstance(total, int) and len(numbers) == len(parts):
        same(f"sum of {what}", [total], [sum(numbers)])


def _check_section(section: Any) -> None:
    size = section.find(qn("w:pgSz"))
    if (size.get(qn("w:w")), size.get(qn("w:h"))) not in _SIZES:
        raise RuntimeError("a page that is not A4")
    margins = {key: section.find(qn("w:pgMar")).get(qn(f"w:{key}")) for key in _MARGINS}
    if sorted(margins.values()) != sorted(_MARGINS.values()):
        raise RuntimeError(f"margins {margins}")
    grid = section.find(qn("w:docGrid"))
    found = [grid.get(qn(f"w:{key}")) for key in ("type", "linePitch", "charSpace")]
    same("grid", found, ["linesAndChars", str(LINE), str(CHARACTER_SPACE)])
