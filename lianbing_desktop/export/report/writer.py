"""A report as a Word file: its parts in the order of reading, tables in their places, read back before it is named."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Twips

from lianbing_desktop.domain.report import Annex, Line, Part, Report
from lianbing_desktop.domain.sheet import Sheet
from lianbing_desktop.export.report.check import Wanted, check
from lianbing_desktop.export.report.frame import annex_head, annex_list, head, imprint, signature, title
from lianbing_desktop.export.report.lines import line
from lianbing_desktop.export.report.measures import (
    BODY,
    CAPTION,
    CHARACTER_SPACE,
    LEVELS,
    LINE,
    SIZE,
    SMALL,
    TINY,
)
from lianbing_desktop.export.word_package import save, stand_in
from lianbing_desktop.export.word_page import LANDSCAPE, PORTRAIT, Page, describe, set_page
from lianbing_desktop.export.word_table import column_widths, table
from lianbing_desktop.export.word_text import element, text_of
from lianbing_desktop.writing import write_atomically


@dataclass
class _Body:
    """What has been laid out so far: elements, the tables for the stand-ins, and where each section ends."""

    parts: list[Any] = field(default_factory=list)
    tables: list[tuple[Sheet, list[int], Page]] = field(default_factory=list)
    page: Page = PORTRAIT


def write(report: Report, path: Path) -> None:
    """Write ``report`` to ``path`` as .docx. Raises UserError where the disk refuses it."""
    document = docx.Document()
    describe(document, report.title.replace("|", ""))
    set_page(document, PORTRAIT)
    _set_grid(document)
    body = _laid_out(report, document)
    end = document.element.body.sectPr
    for part in body.parts:
        end.addprevious(part)
    if body.page is LANDSCAPE:
        _turn(end)
    texts = [table(sheet, widths, page.text_height) for sheet, widths, page in body.tables]
    lines = [text_of(part) for part in body.parts if part.tag == qn("w:p")]
    foot = [text_of(row) for part in body.parts if part.find(qn("w:tr")) is not None for row in part.iter(qn("w:tr"))]
    wanted = Wanted(lines, [(sheet, widths) for sheet, widths, _ in body.tables], foot)

    def make(spare: Path) -> None:
        save(document, spare, texts)
        check(spare, wanted)

    write_atomically(path, make)


def _set_grid(document: Document) -> None:
    """Set the document grid of 22 lines × 28 characters, reckoned from 3号 as the size of plain text."""
    section = document.sections[0]._sectPr
    for old in section.findall(qn("w:docGrid")):
        section.remove(old)
    section.append(element("w:docGrid", type="linesAndChars", linePitch=LINE, charSpace=CHARACTER_SPACE))
    document.styles["Normal"].font.size = Twips(SIZE * 10)


def _laid_out(report: Report, document: Document) -> _Body:
    body = _Body(page=LANDSCAPE if _is_wide(report.parts) else PORTRAIT)
    body.parts += head(report)
    body.parts += title(report.title, 2 * LINE if report.issuer else 0)
    if report.addressee:
        body.parts.append(line(BODY, f"{report.addressee}：", before=LINE))
    _add_parts(body, report.parts, is_first_spaced=not report.addressee)
    if report.dated:
        _keep_last(body)
        body.parts += [*annex_list(report.annexes), *signature(report)]
    for number, annex in enumerate(report.annexes, 1):
        _add_annex(body, annex, number, len(report.annexes), document)
    foot = imprint(report)
    if foot:
        if body.page is LANDSCAPE:
            _end_section(body, document, PORTRAIT)
            body.parts.append(line(TINY))  # LibreOffice loses the page that begins with a table placed on it
        body.parts += [*foot, line(TINY)]
    return body


def _keep_last(body: _Body) -> None:
    """Keep the last paragraph of the text with the signature: a page with nothing but it is not allowed (§7.3.5.4)."""
    last = body.parts[-1]
    if last.tag == qn("w:p") and last.pPr.find(qn("w:keepNext")) is None:
        last.pPr.insert(0, element("w:keepNext"))


def _add_annex(body: _Body, annex: Annex, number: int, count: int, document: Document) -> None:
    page = LANDSCAPE if _is_wide(annex.parts) else PORTRAIT
    is_turned = page is not body.page
    if is_turned:
        _end_section(body, document, page)
    body.parts += annex_head(number, count, annex.title, is_new_page=not is_turned)
    _add_parts(body, annex.parts, is_first_spaced=True)


def _is_wide(parts: Sequence[Part]) -> bool:
    return any(isinstance(part, Sheet) and part.is_landscape for part in parts)


def _add_parts(body: _Body, parts: Sequence[Part], is_first_spaced: bool) -> None:
    for number, part in enumerate(parts):
        before = LINE if is_first_spaced and number == 0 else 0
        if isinstance(part, Line):
            is_heading = part.level > 0 and isinstance((*parts, None)[number + 1], Line)
            body.parts.append(line(LEVELS[part.level], part.text, first=2, before=before, is_kept=is_heading))
        else:
            _add_table(body, part, before)
            is_followed = number + 1 < len(parts)
            body.parts += [line(SMALL)] if is_followed and not part.below else [line(TINY)]


def _add_table(body: _Body, sheet: Sheet, before: int) -> None:
    if sheet.title:
        body.parts.append(line(CAPTION, sheet.title, "center", before=before, is_kept=True))
    if sheet.subtitle:
        body.parts.append(line(SMALL, sheet.subtitle, "right", before=0 if sheet.title else before, is_kept=True))
    elif before and not sheet.title:
        body.parts.append(line(SMALL, is_kept=True))
    page = LANDSCAPE if sheet.is_landscape and body.page is LANDSCAPE else PORTRAIT
    body.parts.append(stand_in())
    body.tables.append((sheet, column_widths(sheet, page.text_width), page))
    body.parts += [line(SMALL, words) for words in sheet.below]


def _end_section(body: _Body, document: Document, page: Page) -> None:
    """End the section here, with the page it has, and go on with ``page`` on a new one."""
    ending = deepcopy(document.sections[0]._sectPr)
    if body.page is LANDSCAPE:
        _turn(ending)
    last = body.parts[-1]
    if last.tag != qn("w:p"):
        last = line(SMALL)
        body.parts.append(last)
    last.pPr.append(ending)
    body.page = page


def _turn(section: Any) -> None:
    """Turn a page on its side: what was its top margin is then its right one."""
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    width, height = size.get(qn("w:w")), size.get(qn("w:h"))
    size.set(qn("w:w"), height)
    size.set(qn("w:h"), width)
    size.set(qn("w:orient"), "landscape")
    sides = ("top", "right", "bottom", "left")
    values = [margins.get(qn(f"w:{side}")) for side in sides]
    for side, value in zip(sides, (*values[3:], *values[:3]), strict=True):
        margins.set(qn(f"w:{side}"), value)
