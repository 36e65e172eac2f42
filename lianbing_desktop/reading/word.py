"""Word files in, the texts of their paragraphs and tables out: nothing of the file is run, followed or expanded."""

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from lianbing_desktop.errors import UserError

FILE_BYTES = 50 << 20
UNPACKED_BYTES = 300 << 20
DOCUMENT_BYTES = 32 << 20
MEMBERS = 10_000
COLUMNS = 63
"""Word itself has no wider table."""

_DOCUMENT = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_UNSEEN = {f"{_W}del", f"{_W}moveFrom"}
_SIGNS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": "\t", f"{_W}noBreakHyphen": "-"}
_OLE = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True)
class WordTable:
    """One table: its rows of cell texts, merged cells carried down and repeated across."""

    rows: tuple[tuple[str, ...], ...]


def read_word(path: Path) -> list[str | WordTable]:
    """Return the paragraphs and tables of a .docx file in order.

    Raises UserError: it cannot be read, is no .docx, is too large, or holds what a plain document never does.
    """
    body = _parsed(_document(path), path.name).find(f"{_W}body")
    if body is None:
        raise _broken(path.name)
    found: list[str | WordTable] = []
    for element in body:
        if element.tag == f"{_W}p":
            found.append(_text(element))
        elif element.tag == f"{_W}tbl":
            number = 1 + sum(isinstance(each, WordTable) for each in found)
            found.append(WordTable(tuple(_rows(element, f"“{path.name}”第 {number} 个表"))))
    return found


def _document(path: Path) -> bytes:
    try:
        if path.stat().st_size > FILE_BYTES:
            raise UserError(f"“{path.name}”超过 50 MB，没有读取。请另存一份不带图片的文件再试。")
        with path.open("rb") as file:
            if file.read(4) == _OLE:
                raise UserError(f"“{path.name}”是旧格式的或加密的 Word 文件。请在 Word 或 WPS 中另存为不加密的 .docx。")
            with zipfile.ZipFile(file) as archive:
                return _member(archive, path.name)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as error:
        raise _broken(path.name) from error
    except OSError as error:
        raise UserError(f"读不出“{path.name}”。请确认文件还在原处，并且没有被别的程序独占。") from error


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    members = archive.infolist()
    if len(members) > MEMBERS or sum(member.file_size for member in members) > UNPACKED_BYTES:
        raise UserError(f"“{name}”展开后过大，不像是一份普通的 Word 文件，没有读取。")
    if len({member.filename for member in members}) < len(members):
        raise UserError(f"“{name}”里有重名的部分，不是正常的 Word 文件，没有读取。")
    if _DOCUMENT not in archive.namelist():
        raise _broken(name)
    with archive.open(_DOCUMENT) as part:
        data = part.read(DOCUMENT_BYTES + 1)
    if len(data) > DOCUMENT_BYTES:
        raise UserError(f"“{name}”的正文过大，没有读取。请只保留任务分解表再试。")
    return data


def _parsed(data: bytes, name: str) -> etree._Element:
    refused = UserError(f"“{name}”里有不该有的内容（DOCTYPE），没有读取。请在 Word 或 WPS 中重新另存为 .docx。")
    if b"<!DOCTYPE" in data or b"\0" in data:
        raise refused
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _broken(name) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise refused
    return root


def _broken(name: str) -> UserError:
    return UserError(f"“{name}”不是完整的 .docx 文件。请在 Word 或 WPS 中打开它，另存为 .docx 再试。")


def _rows(table: etree._Element, place: str) -> Iterator[tuple[str, ...]]:
    above: tuple[str, ...] = ()
    for number, row in enumerate(table.iterfind(f"{_W}tr"), 1):
        cells: list[str] = []
        for cell in row.iterfind(f"{_W}tc"):
            span = _span(cell, f"{place}第 {number} 行")
            if len(cells) + span > COLUMNS:
                raise UserError(f"{place}第 {number} 行：超过 {COLUMNS} 列，没有读取。")
            carried = above[len(cells)] if _is_merged_up(cell) and len(cells) < len(above) else None
            cells += [_cell_text(cell) if carried is None else carried] * span
        above = tuple(cells)
        yield above


def _span(cell: etree._Element, place: str) -> int:
    element = cell.find(f"{_W}tcPr/{_W}gridSpan")
    words = "1" if element is None else element.get(f"{_W}val", "")
    if not words.isascii() or not words.isdigit() or len(words) > 9 or not 1 <= int(words) <= COLUMNS:
        raise UserError(f"{place}：有跨 {words[:12]} 列的单元格，最多 {COLUMNS} 列，没有读取。")
    return int(words)


def _is_merged_up(cell: etree._Element) -> bool:
    merge = cell.find(f"{_W}tcPr/{_W}vMerge")
    return merge is not None and merge.get(f"{_W}val", "continue") != "restart"


def _cell_text(cell: etree._Element) -> str:
    return "\n".join(_text(paragraph) for paragraph in cell.iterfind(f"{_W}p"))


def _text(element: etree._Element) -> str:
    """Return what is read on paper: no deleted or moved-away words."""
    if element.tag in _UNSEEN:
        return ""
    if element.tag == f"{_W}t":
        return element.text or ""
    return _SIGNS.get(str(element.tag), "") + "".join(_text(child) for child in element)
