"""What a child process sends back: one JSON list a line, each of which the desk checks before it believes anything."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO, TypeGuard

from lianbing_desktop.domain.source import SourceBlock, SourceCell, SourceParagraph, SourceTable
from lianbing_desktop.reading.intake import limits
from lianbing_desktop.reading.intake.refusal import ANY, Refused

LINE_BYTES = 2 << 20
ANSWER_BYTES = 60 << 20
WARNINGS = 500
WARNING = 4_000
NAME = 300
LEVELS = 9
_HALF = re.compile("[\ud800-\udfff]")

Reading = tuple[tuple[SourceBlock, ...], tuple[str, ...]]


class AnswerError(ValueError):
    """The child process did not say what it should."""


def refusal_lines(words: str) -> Iterator[bytes]:
    """Return the answer of a file that is refused."""
    yield _line("refused", words[:WARNING])


def answer_lines(blocks: Sequence[SourceBlock], warnings: Sequence[str]) -> Iterator[bytes]:
    """Return the answer of a file that was read. Raises Refused: it holds more than is taken."""
    _check_amount(blocks)
    count = 0
    for block in blocks:
        for line in _table_lines(block) if isinstance(block, SourceTable) else [_line("p", block.level, block.text)]:
            count += 1
            yield line
    if len(warnings) > WARNINGS:
        warnings = [
            *warnings[: WARNINGS - 1],
            f"还有 {len(warnings) - WARNINGS + 1} 条提醒没有列出，请对照原文件核对。",
        ]
    for words in warnings:
        count += 1
        yield _line("w", words[:WARNING])
    yield _line("end", count)


def _table_lines(table: SourceTable) -> Iterator[bytes]:
    yield _line("t", table.name[:NAME], table.row_count, table.column_count, len(table.cells))
    for cell in table.cells:
        yield _line("c", cell.row, cell.column, cell.rows, cell.columns, cell.text)


def _line(*values: str | int) -> bytes:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace") + b"\n"


def _check_amount(blocks: Sequence[SourceBlock]) -> None:
    tables = [block for block in blocks if isinstance(block, SourceTable)]
    cells = sum(len(table.cells) for table in tables)
    for what, count, most in (
        ("段文字", len(blocks) - len(tables), limits.PARAGRAPHS),
        ("个表", len(tables), limits.TABLES),
        ("个单元格", cells, limits.CELLS),
    ):
        if count > most:
            raise Refused(f"有 {count} {what}，最多读 {most} {what}，没有读取。请只保留{ANY}再试。")
    texts = [block.text for block in blocks if isinstance(block, SourceParagraph)]
    texts += [cell.text for table in tables for cell in table.cells]
    if max(map(len, texts), default=0) > limits.TEXT:
        raise Refused(f"有一段或一个单元格超过 {limits.TEXT // 10_000} 万字，没有读取。请分成几段再试。")


def read_answer(file: BinaryIO) -> Reading:
    """Return blocks and warnings of an answer.

    Raises Refused: the child refused the file, in its words. Raises AnswerError: anything but a whole, right answer.
    """
    blocks: list[SourceBlock] = []
    warnings: list[str] = []
    lines = _lines(file)
    for count, values in enumerate(lines):
        match values:
            case ["refused", str(words)] if count == 0:
                raise Refused(_text(words, WARNING))
            case ["p", level, str(text)] if _within(level, 0, LEVELS) and len(blocks) < limits.PARAGRAPHS:
                blocks.append(SourceParagraph(_text(text), level))
            case ["t", *rest] if len(blocks) < limits.PARAGRAPHS + limits.TABLES:
                blocks.append(_table(rest, lines))
            case ["w", str(text)] if len(warnings) < WARNINGS:
                warnings.append(_text(text, WARNING))
            case ["end", total] if _within(total, 0, ANSWER_BYTES):
                return _whole(blocks, warnings, total, lines)
            case _:
                raise AnswerError(f"line {count}: {str(values)[:80]}")
    raise AnswerError("no end")


def _whole(blocks: list[SourceBlock], warnings: list[str], total: int, rest: Iterator[list[object]]) -> Reading:
    cells = sum(len(block.cells) for block in blocks if isinstance(block, SourceTable))
    if total != len(blocks) + cells + len(warnings) or cells > limits.CELLS or next(rest, None) is not None:
        raise AnswerError("counts differ")
    return tuple(blocks), tuple(warnings)


def _lines(file: BinaryIO) -> Iterator[list[object]]:
    read = 0
    while line := file.readline(LINE_BYTES + 1):
        read += len(line)
        if len(line) > LINE_BYTES or read > ANSWER_BYTES:
            raise AnswerError("too long")
        try:
            values = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise AnswerError("no JSON") from error
        if not isinstance(values, list):
            raise AnswerError("no list")
        yield values


def _table(values: list[object], lines: Iterator[list[object]]) -> SourceTable:
    match values:
        case [str(name), rows, columns, count] if (
            _within(rows, 1, limits.SHEET_ROWS)
            and _within(columns, 1, limits.SHEET_COLUMNS)
            and _within(count, 0, limits.CELLS)
            and rows * columns <= limits.GRID
        ):
            cells = tuple(_cell(next(lines, []), rows, columns) for _ in range(count))
            places = [(cell.row, cell.column) for cell in cells]
            if all(one < other for one, other in zip(places, places[1:], strict=False)):
                return SourceTable(cells, rows, columns, _text(name, NAME))
    raise AnswerError("no table")


def _cell(values: list[object], row_count: int, column_count: int) -> SourceCell:
    match values:
        case ["c", row, column, rows, columns, str(text)] if (
            _within(row, 0, row_count - 1)
            and _within(column, 0, column_count - 1)
            and _within(rows, 1, row_count - row)
            and _within(columns, 1, column_count - column)
        ):
            return SourceCell(row, column, _text(text), rows, columns)
    raise AnswerError("no cell")


def _within(value: object, least: int, most: int) -> TypeGuard[int]:
    return type(value) is int and least <= value <= most


def _text(text: str, most: int = limits.TEXT) -> str:
    """Return the text itself. Half characters could be neither stored nor shown."""
    if len(text) > most or _HALF.search(text):
        raise AnswerError("no text")
    return text
