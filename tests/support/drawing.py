"""Tables drawn in text for the tests, made into sources, or into real Word and Excel files.

A line that begins with ``|`` is a row; ``^`` goes on the cell above, ``<`` the one at its left; ``\\n`` breaks a line.
``%%`` begins a new sheet; ``⇥`` is a tab. Other lines are paragraphs.
"""

import re
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import docx
import openpyxl

from lianbing_desktop.domain.source import Source, SourceBlock
from lianbing_desktop.reading.intake.excelfile import read_excel
from lianbing_desktop.reading.intake.grid import Span, laid_out
from lianbing_desktop.reading.intake.remarks import Remarks
from lianbing_desktop.reading.intake.textfile import read_text
from lianbing_desktop.reading.intake.wordfile import read_word
from tests.support.tables_score import Json, Judged, expected

FOLDER = Path(__file__).parent / "tables_fresh"


@dataclass(frozen=True)
class Drawn(Judged):
    """A judged table with the kind of file it stands for."""

    kind: str = "txt"


def fresh() -> list[Drawn]:
    """Return all drawn tables, batch by batch."""
    return [table for path in sorted(FOLDER.glob("*.txt")) for table in _batch(path)]


def _batch(path: Path) -> list[Drawn]:
    found = []
    for entry in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
        head, rest = entry.split("\n", 1)
        body, _, told = rest.partition("\n---\n")
        name, year, kind = head.split()
        tasks: tuple[Json, ...] = tuple(expected(line) for line in told.strip().split("\n") if line.strip())
        found.append(Drawn(name, int(year), body.removesuffix("\n---"), tasks, kind))
    return found


@dataclass(frozen=True)
class _Grid:
    rows: list[list[str]]
    spans: dict[tuple[int, int], tuple[int, int]]

    @property
    def width(self) -> int:
        return len(self.rows[0])


def _grid(lines: list[str]) -> _Grid:
    rows = [[cell.strip().replace("\\n", "\n") for cell in line.strip()[1:].split("|")] for line in lines]
    width = max(map(len, rows))
    rows = [row + [""] * (width - len(row)) for row in rows]
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            before = {"^": (at - 1, column), "<": (at, column - 1)}.get(text)
            first = owner[at, column] = owner[before] if before else (at, column)
            last = spans.get(first, first)
            spans[first] = (max(last[0], at), max(last[1], column))
    return _Grid(rows, spans)


def _blocks(body: str) -> list[str | _Grid]:
    found: list[str | _Grid] = []
    table: list[str] = []
    for line in [*body.split("\n"), ""]:
        if line.startswith("|"):
            table.append(line)
            continue
        if table:
            found.append(_grid(table))
            table = []
        if line.strip():
            found.append(line)
    return found


def word_file(body: str) -> bytes:
    """Return a Word file with real merged cells."""
    document = docx.Document()
    for block in _blocks(body):
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(len(block.rows), block.width)
        for (row, column), last in block.spans.items():
            cell = table.cell(row, column)
            cell = cell.merge(table.cell(*last)) if last != (row, column) else cell
            cell.text = block.rows[row][column]
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def excel_file(body: str) -> bytes:
    """Return an Excel file; a paragraph is a row merged over the whole width."""
    blocks = _blocks(body)
    width = max((block.width for block in blocks if not isinstance(block, str)), default=1)
    book = openpyxl.Workbook()
    sheet, at = book.active, 1
    for block in blocks:
        if block == "%%":
            sheet, at = book.create_sheet(), 1
        elif isinstance(block, str):
            sheet.cell(at, 1, block)
            sheet.merge_cells(start_row=at, end_row=at, start_column=1, end_column=width)
            at += 1
        else:
            for (row, column), (low, right) in block.spans.items():
                text = block.rows[row][column]
                sheet.cell(at + row, 1 + column, int(text) if text.isdigit() else text or None)
                if (low, right) != (row, column):
                    sheet.merge_cells(
                        start_row=at + row, end_row=at + low, start_column=1 + column, end_column=1 + right
                    )
            at += len(block.rows)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def source_of_file(table: Drawn) -> Source:
    """Return what intake makes of the real file."""
    remarks = Remarks()
    if table.kind == "txt":
        return source_of_text(table)
    data = word_file(table.text) if table.kind == "docx" else excel_file(table.text)
    blocks = read_word(data, remarks) if table.kind == "docx" else read_excel(data, remarks)
    return Source(sha256(data).hexdigest(), f"表.{table.kind}", tuple(blocks), tuple(remarks.sentences()))


def source_of_text(table: Drawn) -> Source:
    """Return what intake makes of plain text."""
    data = table.text.replace("⇥", "\t").encode()
    return Source(sha256(data).hexdigest(), "表.txt", tuple(read_text(data, ".txt", Remarks())))


def source_of(table: Drawn) -> Source:
    """Return the same source without a file: quicker, for the many."""
    if table.kind == "txt":
        return source_of_text(table)
    return source_of_file(table) if table.kind == "xlsx" else Source("0" * 64, "表.docx", tuple(_laid(table.text)))


def _laid(body: str) -> list[SourceBlock]:
    from lianbing_desktop.domain.source import SourceParagraph

    found: list[SourceBlock] = []
    for block in _blocks(body):
        if isinstance(block, str):
            found.append(SourceParagraph(block))
            continue
        texts = {first: block.rows[first[0]][first[1]] for first in block.spans}
        spans = [
            Span(*first, last[0] - first[0] + 1, last[1] - first[1] + 1)
            for first, last in block.spans.items()
            if first != last
        ]
        table = laid_out(texts, spans, row_count=len(block.rows))
        found += [table] if table else []
    return found
