"""A sheet as an official Word document: A4 with the margins of GB/T 9704, read back before it gets its name."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn

from lianbing_desktop.domain.lettering import visible
from lianbing_desktop.domain.measure import squares
from lianbing_desktop.domain.sheet import Sheet
from lianbing_desktop.export.word_check import check
from lianbing_desktop.export.word_package import save, stand_in
from lianbing_desktop.export.word_page import LANDSCAPE, PORTRAIT, Page, describe, set_page
from lianbing_desktop.export.word_table import column_widths, table
from lianbing_desktop.export.word_text import BELOW, MARK, SUBTITLE, TITLE, Face, paragraph
from lianbing_desktop.writing import write_atomically

SMALL_TITLE = 36


def write(sheet: Sheet, path: Path) -> None:
    """Write ``sheet`` to ``path``. Raises UserError where the disk refuses it."""
    with _unsearched():
        _write(sheet, path)


@contextmanager
def _unsearched() -> Iterator[None]:
    """Do without the search for rubbish while very many small things are made: it takes a third of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _write(sheet: Sheet, path: Path) -> None:
    page = LANDSCAPE if sheet.is_landscape else PORTRAIT
    widths = column_widths(sheet, page.text_width)
    document = _document(sheet, page)
    text = table(sheet, widths, page.text_height)

    def make(spare: Path) -> None:
        save(document, spare, [text])
        check(spare, sheet, widths)

    write_atomically(path, make)


def _document(sheet: Sheet, page: Page) -> Document:
    document = docx.Document()
    describe(document, sheet.title)
    set_page(document, page)
    end = document.element.body.sectPr
    for part in (*_heading(sheet, page), stand_in(), *_closing(sheet)):
        end.addprevious(part)
    return document


def _heading(sheet: Sheet, page: Page) -> list[Any]:
    parts = [paragraph(MARK, visible(sheet.above))] if sheet.above else []
    parts.append(
        paragraph(
            _title_face(sheet.title, page.text_width),
            visible(sheet.title),
            "center",
            after=0 if sheet.subtitle else 200,
        )
    )
    if sheet.subtitle:
        parts.append(paragraph(SUBTITLE, visible(sheet.subtitle), "center", after=200))
    return parts


def _title_face(title: str, width: int) -> Face:
    """Return 2号, or the next smaller size that keeps a title on one line; below 小二 it is broken instead."""
    fitting = (size for size in range(TITLE.size, SMALL_TITLE - 1, -1) if squares(title) * size * 10 <= width)
    return replace(TITLE, size=next(fitting, TITLE.size))


def _closing(sheet: Sheet) -> list[Any]:
    """Return the lines below; Word wants a paragraph after a table, a tiny one saves an empty last page."""
    tiny = paragraph(BELOW)
    spacing = tiny.pPr.find(qn("w:spacing"))
    spacing.set(qn("w:line"), "160" if sheet.below else "20")
    return [tiny, *(paragraph(BELOW, visible(line)) for line in sheet.below)]
