"""Plain text into blocks: lines become paragraphs; tabs, commas or Markdown bars become tables."""

import csv
import re
from collections.abc import Iterator, Sequence
from io import StringIO

from lianbing_desktop.domain.source import SourceBlock, SourceParagraph, SourceTable
from lianbing_desktop.reading.intake.encoding import decoded
from lianbing_desktop.reading.intake.grid import laid_out
from lianbing_desktop.reading.intake.limits import PARAGRAPHS, TEXT
from lianbing_desktop.reading.intake.refusal import ANY, Refused
from lianbing_desktop.reading.intake.remarks import Remarks

_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_BAR = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"\s*\|?(\s*:?-+:?\s*\|)+\s*(:?-+:?\s*)?")
_STOP = re.compile(r"[\t\n]")
_QUOTED = re.compile(r'"((?:[^"]|"")*+)"(?=[\t\n]|\Z)')


def read_text(data: bytes, suffix: str, remarks: Remarks) -> list[SourceBlock]:
    """Return the blocks of a .txt, .md or .csv file. Raises Refused: it is no text, or too long."""
    text = decoded(data)
    if "\ufffd" in text:
        remarks.note("有原来就损坏的字（显示为 \ufffd），请对照原文件核对")
    if suffix == ".csv":
        return _separated(text)
    return list(_marked(text)) if suffix == ".md" else lines_and_tabs(text)


def lines_and_tabs(text: str) -> list[SourceBlock]:
    """Return the blocks of a text, also one copied from Excel, whose cells with line breaks stand in quotes."""
    if text.count("\n") > 2 * PARAGRAPHS:
        raise Refused(f"有超过 {2 * PARAGRAPHS} 行，没有读取。请只保留{ANY}再试。")
    if "\t" not in text:
        return [SourceParagraph(line.strip()) for line in text.split("\n") if line.strip()]
    blocks: list[SourceBlock] = []
    rows: list[list[str]] = []
    for record in [*_records(text), [""]]:
        if len(record) > 1:
            rows.append(record)
            continue
        blocks += _table(rows)
        rows = []
        if record[0].strip():
            blocks.append(SourceParagraph(record[0].strip()))
    return blocks


def _records(text: str) -> Iterator[list[str]]:
    """Split into lines and fields. Quotes are Excel's only where they enclose a whole field of a line with tabs."""
    at = 0
    while at <= len(text):
        start, record = at, []
        while True:
            field, end = _field(text, at)
            record.append(field)
            at = end + 1
            if end >= len(text) or text[end] == "\n":
                break
        if len(record) == 1 and text.startswith('"', start):  # a quotation, not a cell
            end = text.find("\n", start)
            at = (len(text) if end < 0 else end) + 1
            record = text[start : at - 1].split("\t")
        yield record


def _field(text: str, at: int) -> tuple[str, int]:
    """Return the field that begins here and its end. Excel quotes one only for a break, a tab or a quote in it."""
    quoted = _QUOTED.match(text, at)
    if quoted and not {"\n", "\t", '"'}.isdisjoint(quoted[1]):
        return quoted[1].replace('""', '"'), quoted.end()
    stop = _STOP.search(text, at)
    end = stop.start() if stop else len(text)
    return text[at:end], end


def _separated(text: str) -> list[SourceBlock]:
    first = text.split("\n", 1)[0]
    separator = max(",\t;，", key=first.count)
    csv.field_size_limit(TEXT)
    try:
        return _table(list(csv.reader(StringIO(text), delimiter=separator)))
    except csv.Error as error:
        raise Refused("不是完整的 CSV 文件，没有读取。请在 Excel 或 WPS 中打开它，另存为 .xlsx 再试。") from error


def _marked(text: str) -> Iterator[SourceBlock]:
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and "|" in lines[end]:
            end += 1
        if end - at > 1 and _RULE.fullmatch(lines[at + 1]):
            yield from _table([_bars(line) for line in (lines[at], *lines[at + 2 : end])])
            at = end
            continue
        heading = _HEADING.fullmatch(lines[at].strip())
        if heading:
            yield SourceParagraph(heading[2], len(heading[1]))
        else:
            yield from lines_and_tabs(lines[at])
        at += 1


def _bars(line: str) -> list[str]:
    return [field.strip().replace("\\|", "|") for field in _BAR.split(line.strip().removeprefix("|").removesuffix("|"))]


def _table(rows: Sequence[Sequence[str]]) -> list[SourceBlock]:
    cells = {(row, column): text.strip() for row, texts in enumerate(rows) for column, text in enumerate(texts)}
    table: SourceTable | None = laid_out(cells, row_count=len(rows))
    return [table] if table else []
