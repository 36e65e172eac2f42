"""Reading a written Word file back: its texts, fonts and widths must be the sheet's.

Many cells of a long table are the same, and most differ in their texts alone: what is the same is read once for all.
"""

import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple
from xml.sax.saxutils import unescape

from docx.oxml.ns import qn
from lxml import etree

from lianbing_desktop.domain.lettering import on_paper, visible
from lianbing_desktop.domain.sheet import Sheet
from lianbing_desktop.export.word_package import MAIN
from lianbing_desktop.export.word_table import merge_marks
from lianbing_desktop.export.word_text import text_of

_TABLE, _TABLE_END, _CELL, _SHUT = b"<w:tbl>", b"</w:tbl>", b"<w:tc>", b"</w:t>"
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
    around, tables = _tables(text)
    body = etree.fromstring(b"<w:tbl/>".join(around))[0]
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


class _Cell(NamedTuple):
    """A cell as far as it matters; ``after`` is what follows the table where it ends with this cell."""

    text: str
    width: int
    ends_row: bool
    after: bytes


@dataclass(frozen=True)
class _Shape:
    """What tags before a text say: its line ends and tabs, widths of cells and grid, and whether a row begins."""

    breaks: str
    widths: list[int]
    grid: list[int]
    begins_row: bool


def _tables(text: bytes) -> tuple[list[bytes], list[TableRead]]:
    """Return what stands around the tables, and these; cells that are the same to the last byte are read once."""
    behind, *pieces = text.split(_CELL)
    shape = cache(_shape)
    cells = map(cache(partial(_cell, shape)), pieces)
    texts, widths, ends, afters = map(list, zip(*cells, strict=True)) if pieces else ([], [], [], [])
    around, tables, start = [], [], 0
    for end in [number for number, after in enumerate(afters, 1) if after]:
        before, _, top = behind.partition(_TABLE)
        begins = [shape(top).begins_row, *ends[start : end - 1]]
        tables.append(TableRead(shape(top).grid, texts[start:end], widths[start:end], begins))
        around.append(before)
        start, behind = end, afters[end - 1]
    if start < len(pieces) or _TABLE in behind:
        raise RuntimeError("a table without an end, or without cells")
    return [*around, behind], tables


def _cell(shape: Callable[[bytes], _Shape], piece: bytes) -> _Cell:
    """Read one cell. Raises RuntimeError where it has no width, or two."""
    cell, _, after = piece.partition(_TABLE_END)
    text, widths, ends_row = "", [], False
    for part in cell.split(_SHUT):
        end = part.rfind(b">") + 1  # no text holds a ">" as such
        tags, words = shape(part[:end]), part[end:].decode()
        text += tags.breaks + (unescape(words) if "&" in words else words)
        widths += tags.widths
        ends_row = ends_row or tags.begins_row
    if len(widths) != 1:
        raise RuntimeError(f"a cell of the widths {widths}: {cell!r:.200}")
    return _Cell(text, widths[0], ends_row, after)


def _shape(tags: bytes) -> _Shape:
    """Read the tags between two texts. Raises RuntimeError for a run without a Chinese font."""
    found = _TAG.findall(tags)
    if tags.count(b"<w:r>") != sum(all(_names(fonts, kind) for kind in FONTS) for fonts in _FONTS.findall(tags)):
        raise RuntimeError(f"a run without a Chinese font in a table: {tags!r:.200}")
    return _Shape(
        breaks="".join(_BREAKS.get(name, "") for name, attributes in found if not attributes),  # a tab stop has some
        widths=_measures(found, b"tcW"),
        grid=_measures(found, b"gridCol"),
        begins_row=any(name == b"tr" for name, _ in found),
    )


def _measures(tags: list[tuple[bytes, bytes]], wanted: bytes) -> list[int]:
    return [int(_WIDTH.findall(attributes)[0]) for name, attributes in tags if name == wanted]


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
    texts += map(on_paper, chain.from_iterable(sheet.rows))
    for column, marks in enumerate(merge_marks(sheet)):
        if "continue" in marks:
            cells = zip(marks, texts[columns + column :: columns], strict=True)
            texts[columns + column :: columns] = ["" if mark == "continue" else text for mark, text in cells]
    return texts
