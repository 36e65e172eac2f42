"""Word files in, blocks in reading order out: nothing is run, followed or expanded, and nothing is dropped."""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from lianbing_desktop.domain.source import SourceBlock, SourceParagraph, SourceTable
from lianbing_desktop.reading.intake.container import Container
from lianbing_desktop.reading.intake.limits import PARAGRAPHS, TABLES
from lianbing_desktop.reading.intake.markup import MAIN, local
from lianbing_desktop.reading.intake.numbering import Numbering
from lianbing_desktop.reading.intake.refusal import ANY, Refused, broken
from lianbing_desktop.reading.intake.remarks import Remarks, shortened
from lianbing_desktop.reading.intake.wordstyles import Styles
from lianbing_desktop.reading.intake.wordtable import inner, read_table, rows_of
from lianbing_desktop.reading.intake.wordtext import DELETED, REVISED, SILENT, WordText

_MERELY_PAGES = re.compile(r"[\s\d—–―\-_/·第共页,，.]*")


def read_word(data: bytes, remarks: Remarks) -> list[SourceBlock]:
    """Return the blocks of a .docx; notes follow at the end, headers and comments are told among the remarks.

    Raises Refused: the file is no sound, plain Word file.
    """
    container = Container(data, ".docx")
    main = container.main
    root = container.root(main)
    body = None if root is None else root.find(f"{MAIN}body")
    if body is None:
        raise broken(" .docx ")
    document = _Document(container, remarks)
    blocks = document.read(body)
    for kind, name in (("footnotes", "脚注"), ("endnotes", "尾注")):
        blocks += _notes(document, container.related(main, kind), name, remarks)
    for kind, name in (("header", "页眉"), ("footer", "页脚"), ("comments", "批注")):
        _tell(document, container.related(main, kind), name, remarks)
    return blocks


class _Document:
    def __init__(self, container: Container, remarks: Remarks) -> None:
        self._remarks = remarks
        styles = _first(container.related(container.main, "styles"))
        numbering = _first(container.related(container.main, "numbering"))
        self._text = WordText(Styles(styles), Numbering(numbering, remarks), remarks)
        self._tables = self._paragraphs = 0

    def read(self, element: etree._Element) -> list[SourceBlock]:
        """Return the blocks inside an element, in reading order."""
        return list(self._blocks(element))

    def _blocks(self, element: etree._Element) -> Iterator[SourceBlock]:
        for child in element:
            name = local(child)
            if name == "p":
                yield from self._paragraph(child)
            elif name == "tbl":
                yield from self._table(child)
            elif name in DELETED:
                self._remarks.note(REVISED, self._place())
            elif name in ("altChunk", "subDoc"):
                raise Refused("里套着另一份文件（altChunk），没有读取。请在 Word 中打开它，另存为 .docx 再试。")
            elif name == "AlternateContent":
                yield from next(filter(None, map(self.read, child)), [])
            elif name not in SILENT:
                yield from self._blocks(child)

    def _place(self) -> str:
        return (
            f"第 {self._paragraphs} 段" if not self._tables else f"第 {self._paragraphs} 段（第 {self._tables} 个表后）"
        )

    def _paragraph(self, element: etree._Element) -> Iterator[SourceBlock]:
        self._paragraphs += 1
        if self._paragraphs > PARAGRAPHS:
            raise Refused(f"的正文超过 {PARAGRAPHS} 段，没有读取。请只保留{ANY}再试。")
        text, level, boxes = self._text.read(element, self._place())
        if text.strip():
            yield SourceParagraph(text.strip("\n"), level)
        for box in boxes:
            yield from self._blocks(box)

    def _table(self, element: etree._Element) -> Iterator[SourceBlock]:
        frame = _frame(element)
        if frame is not None:  # one cell around everything only draws a border
            yield from self._blocks(frame)
            return
        self._tables += 1
        if self._tables > TABLES:
            raise Refused(f"有超过 {TABLES} 个表，没有读取。请只保留{ANY}再试。")
        table = read_table(element, f"第 {self._tables} 个表", self._cell, self._remarks)
        if table:
            yield table

    def _cell(self, element: etree._Element, place: str) -> str:
        return "\n".join(self._cell_lines(element, place))

    def _cell_lines(self, element: etree._Element, place: str) -> Iterator[str]:
        for child in element:
            name = local(child)
            if name == "p":
                text, _, boxes = self._text.read(child, place)
                yield text
                for box in boxes:
                    yield from self._cell_lines(box, place)
            elif name == "tbl":
                self._remarks.note("单元格里还有表，内表的文字逐行放在该单元格里", place)
                rows = (inner(row, "tc") for row in rows_of(child, place, self._remarks))
                yield from ("\t".join(self._cell(cell, place) for cell in row) for row in rows)
            elif name in DELETED:
                self._remarks.note(REVISED, place)
            elif name == "altChunk":
                raise Refused(f"{place}：套着另一份文件（altChunk），没有读取。请在 Word 中打开它，另存为 .docx 再试。")
            elif name not in SILENT:
                yield from self._cell_lines(child, place)


def _first(roots: list[etree._Element]) -> etree._Element | None:
    return roots[0] if roots else None


def _frame(table: etree._Element) -> etree._Element | None:
    """Return the only cell of a table, where it holds a whole table itself."""
    rows = list(inner(table, "tr"))
    cells = list(inner(rows[0], "tc")) if len(rows) == 1 else []
    return cells[0] if len(cells) == 1 and next(inner(cells[0], "tbl"), None) is not None else None


def _notes(document: _Document, roots: Iterable[etree._Element], name: str, remarks: Remarks) -> list[SourceBlock]:
    found: list[SourceBlock] = []
    for root in roots:
        for note in root:
            if note.get(f"{MAIN}type", "normal") == "normal":
                found += document.read(note)
    if found:
        remarks.note(f"有{name}，放在全文之后")
    return found


def _tell(document: _Document, roots: Iterable[etree._Element], name: str, remarks: Remarks) -> None:
    texts = (text for root in roots for block in document.read(root) for text in _texts(block))
    for text in dict.fromkeys(texts):
        if not _MERELY_PAGES.fullmatch(text):
            remarks.note(f"{name}没有算作正文：“{shortened(text)}”")


def _texts(block: SourceBlock) -> list[str]:
    return [cell.text for cell in block.cells] if isinstance(block, SourceTable) else [block.text]
