"""Reading a written Word file back: its texts, fonts and widths must be the sheet's."""

from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn

from lianbing_desktop.domain.lettering import on_paper, visible
from lianbing_desktop.domain.sheet import Sheet
from lianbing_desktop.export.word_table import merge_marks
from lianbing_desktop.export.word_text import text_of


def check(path: Path, sheet: Sheet, widths: list[int]) -> None:
    """Raise RuntimeError, a bug of ours, where the file at ``path`` does not say what ``sheet`` says."""
    document = docx.Document(str(path))
    body = document.element.body
    section = document.sections[0]
    footers = [section.footer._element, section.even_page_footer._element]
    _same("lines", [text_of(p) for p in body.iterchildren(qn("w:p")) if text_of(p)], _lines(sheet))
    _same("cells", [[text_of(cell) for cell in row] for row in _cells(body)], _texts(sheet))
    _check_widths(body, widths)
    for run in (run for holder in (body, *footers) for run in holder.iter(qn("w:r"))):
        if not run.rPr.rFonts.get(qn("w:eastAsia")):
            raise RuntimeError(f"a run without a Chinese font: {text_of(run)!r}")


def _check_widths(body: Any, widths: list[int]) -> None:
    grid = [int(column.get(qn("w:w"))) for column in body.iter(qn("w:gridCol"))]
    _same("grid", grid, widths)
    for row in _cells(body):
        _same("cell widths", [int(cell.tcPr.find(qn("w:tcW")).get(qn("w:w"))) for cell in row], widths)


def _same(what: str, found: list[Any], wanted: list[Any]) -> None:
    if found == wanted:
        return
    pairs = ((a, b) for a, b in zip(found, wanted, strict=False) if a != b)
    first = next(pairs, (len(found), len(wanted)))
    raise RuntimeError(f"the written document differs in its {what}: {first[0]!r:.200} instead of {first[1]!r:.200}")


def _cells(body: Any) -> list[list[Any]]:
    return [list(row.iterchildren(qn("w:tc"))) for row in body.iter(qn("w:tr"))]


def _lines(sheet: Sheet) -> list[str]:
    lines = (sheet.above, sheet.title, sheet.subtitle, *sheet.below)
    return [visible(line) for line in lines if line]


def _texts(sheet: Sheet) -> list[list[str]]:
    marks = merge_marks(sheet)
    rows = [[visible(column.heading) for column in sheet.columns]]
    for index, cells in enumerate(sheet.rows):
        rows.append(["" if marks[column][index] == "continue" else on_paper(cell) for column, cell in enumerate(cells)])
    return rows
