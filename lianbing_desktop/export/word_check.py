"""Reading a written Word file back: its texts, fonts and widths must be the sheet's.

The cells of a long table differ in their texts alone, so what stands between two texts is read once for all of them.
"""

import re
import zipfile
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import Any
from xml.sax.saxutils import unescape

from docx.oxml.ns import qn
from lxml import etree

from lianbing_desktop.domain.lettering import on_paper, visible
from lianbing_desktop.domain.sheet import Sheet
from lianbing_desktop.export.word_package import MAIN
from lianbing_desktop.export.word_table import merge_marks
from lianbing_desktop.export.word_text import text_of

_TABLE, _TABLE_END, _SHUT = b"<w:tbl>", b"</w:tbl>", b"</w:t>"
_TAG = re.compile(rb"<w:(\w+)((?: [\w:]+=\"[^\"<>]*\")*)")
_FONTS = re.compile(rb"<w:r><w:rPr><w:rFonts([^<>]*)/")
_WIDTH = re.compile(rb' w:w="(\d+)"')
_BREAKS = {b"br": "\n", b"tab": "\t"}
FONTS = ("ascii", "hAnsi", "eastAsia")


@dataclass(frozen=True)
class TableRead:
    """What stands in a table: its grid, and of all cells their texts, widths and whether they begin a row."""

    grid: list[int]
    texts: list[str]
    widths: list[int]
    starts: list[bool]


def check(path: Path, sheet: Sheet, widths: list[int]) -> None:
    """Raise RuntimeError, a bug of ours, where the file at ``path`` does not say what ``sheet`` says."""
    body, tables = read_body(path)
    same("lines", [text_of(p) for p in body.iterchildren(qn("w:p")) if text_of(p)], _lines(sheet))
    same("tables", [len(tables)], [1])
    check_table(tables[0], sheet, widths)


def read_body(path: Path) -> tuple[Any, list[TableRead]]:
    """Return the ``w:body`` with an empty ``w:tbl`` for each table, and the tables.

    Raises RuntimeError where a run names no Chinese font, in the body or in a footer.
    """
    with zipfile.ZipFile(path) as package:
        text = package.read(MAIN)
        names = [name for name in package.namelist() if name.startswith("word/footer")]
        footers = [etree.fromstring(package.read(name)) for name in names]
    before, *found = text.split(_TABLE)
    pairs = [part.split(_TABLE_END) for part in found]
    body = etree.fromstring(b"<w:tbl/>".join([before, *(after for _, after in pairs)]))[0]
    tables = [_table(table) for table, _ in pairs]
    for holder in (body, *footers):
        _check_fonts(holder)
    return body, tables


def check_table(table: TableRead, sheet: Sheet, widths: list[int]) -> None:
    """Compare one table with its sheet. Raises RuntimeError."""
    rows, columns = len(sheet.rows) + 1, len(widths)
    same("grid", table.grid, widths)
    same("cells", table.texts, _texts(sheet))
    same("cell widths", table.widths, widths * rows)
    same("rows", table.starts, [True, *[False] * (columns - 1)] * rows)


def same(what: str, found: list[Any], wanted: list[Any]) -> None:
    """Raise RuntimeError naming the first difference."""
    if found == wanted:
        return
    pairs = ((a, b) for a, b in zip(found, wanted, strict=False) if a != b)
    first = next(pairs, (len(found), len(wanted)))
    raise RuntimeError(f"the written document differs in its {what}: {first[0]!r:.200} instead of {first[1]!r:.200}")


@dataclass
class _Shape:
    """What stands between two texts of a table: more of the cell begun, then the cells that begin."""

    before: str = ""
    texts: list[str] = field(default_factory=list)
    widths: list[int] = field(default_factory=list)
    starts: list[bool] = field(default_factory=list)
    grid: list[int] = field(default_factory=list)


def _table(text: bytes) -> TableRead:
    parts = text.split(_SHUT)
    ends = [part.rfind(b">") + 1 for part in parts]  # no text holds a ">" as such
    shapes = list(map(cache(_shape), [part[:end] for part, end in zip(parts, ends, strict=True)]))
    written = b"\0".join([part[end:] for part, end in zip(parts, ends, strict=True)]).decode()
    texts: list[str] = []
    for each, words in zip(shapes, unescape(written).split("\0"), strict=True):
        if each.before:
            texts[-1] += each.before
        texts += each.texts
        if words:
            texts[-1] += words
    names = ("grid", "widths", "starts")
    grid, widths, starts = (list(chain.from_iterable(map(attrgetter(name), shapes))) for name in names)
    return TableRead(grid, texts, widths, starts)


def _shape(tags: bytes) -> _Shape:
    """Read the tags between two texts. Raises RuntimeError for a run without a Chinese font."""
    made, is_start = _Shape(), False
    for name, attributes in _TAG.findall(tags):
        if name == b"tr":
            is_start = True
        elif name == b"tc":
            made.texts.append("")
            made.starts.append(is_start)
            is_start = False
        elif name in (b"tcW", b"gridCol"):
            (made.widths if name == b"tcW" else made.grid).append(int(_WIDTH.findall(attributes)[0]))
        elif name in _BREAKS and not attributes:  # a tab stop of a paragraph has some
            if made.texts:
                made.texts[-1] += _BREAKS[name]
            else:
                made.before += _BREAKS[name]
    if tags.count(b"<w:r>") != sum(all(_names(fonts, kind) for kind in FONTS) for fonts in _FONTS.findall(tags)):
        raise RuntimeError(f"a run without a Chinese font in a table: {tags!r:.200}")
    return made


def _names(fonts: bytes, kind: str) -> bool:
    return f' w:{kind}="'.encode() in fonts


def _check_fonts(holder: Any) -> None:
    for run in holder.iter(qn("w:r")):
        fonts = run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
        if fonts is None or any(fonts.get(qn(f"w:{kind}")) is None for kind in FONTS):
            raise RuntimeError(f"a run without a Chinese font: {text_of(run)!r}")


def _lines(sheet: Sheet) -> list[str]:
    lines = (sheet.above, sheet.title, sheet.subtitle, *sheet.below)
    return [visible(line) for line in lines if line]


def _texts(sheet: Sheet) -> list[str]:
    """Return the texts of all cells, row by row; the lower cells of a merged one are empty."""
    columns = len(sheet.columns)
    texts = [visible(column.heading) for column in sheet.columns]
    texts += [on_paper(cell) for cells in sheet.rows for cell in cells]
    for column, marks in enumerate(merge_marks(sheet)):
        for index, mark in enumerate(marks, 1):
            if mark == "continue":
                texts[index * columns + column] = ""
    return texts
