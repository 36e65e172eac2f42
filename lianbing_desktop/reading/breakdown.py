"""The breakdown table (任务分解表) out of a Word file in the annex's own form: three columns, periods merged."""

import re
from pathlib import Path

from lianbing_desktop.domain.breakdown import BreakdownRow, BreakdownTable, split_units, stage_of
from lianbing_desktop.domain.task import Stage
from lianbing_desktop.errors import UserError
from lianbing_desktop.reading.word import WordTable, read_word

HEADING = ("时间节点", "目标任务及具体要求", "责任部门")
_ANNEX = re.compile(r"(附件\s*\d*)\s*[：:]?")


def read_breakdown(path: Path, year: int) -> BreakdownTable:
    """Read the table for that year; a heading repeated on a new page is skipped, a merged period carried down.

    Raises UserError: the file cannot be read, holds no such table, or a row of it is not understood.
    """
    content = read_word(path)
    tables = [item for item in content if isinstance(item, WordTable) and item.rows and _is_heading(item.rows[0])]
    if not tables:
        raise UserError(f"“{path.name}”里没有找到任务分解表（{' | '.join(HEADING)}）。请确认选对了文件。")
    annex, title = _head(content)
    stages: dict[str, Stage] = {}
    rows = [row for number, table in enumerate(tables, 1) for row in _read(table, number, year, stages)]
    return BreakdownTable(title, annex, tuple(stages.values()), tuple(rows))


def _head(content: list[str | WordTable]) -> tuple[str, str]:
    """Return annex number and title: what stands above the first table."""
    annex, title = "", ""
    for item in content:
        if isinstance(item, WordTable):
            break
        match = _ANNEX.fullmatch(item.strip())
        annex, title = (match[1], title) if match else (annex, item.strip() or title)
    return annex, title


def _is_heading(row: tuple[str, ...]) -> bool:
    return tuple("".join(cell.split()) for cell in row) == HEADING


def _read(table: WordTable, number: int, year: int, stages: dict[str, Stage]) -> list[BreakdownRow]:
    found, node = [], ""
    for line, row in enumerate(table.rows, 1):
        if _is_heading(row):
            continue
        place = f"第 {number} 个表第 {line} 行"
        if len(row) != len(HEADING):
            raise UserError(f"{place}：有 {len(row)} 列，应为 {len(HEADING)} 列。请改正后再试。")
        node = row[0].strip() or node
        stage = _stage(node, year, place)
        stages.setdefault(stage.key, stage)
        found.append(_row(stage, row[1].strip(), row[2], place))
    return found


def _stage(node: str, year: int, place: str) -> Stage:
    try:
        return stage_of(node, year)
    except ValueError as error:
        raise UserError(f"{place}：{error}。请改正后再试。") from error


def _row(stage: Stage, text: str, units: str, place: str) -> BreakdownRow:
    if not text:
        raise UserError(f"{place}：没有任务内容。请补上或删去这一行再试。")
    return BreakdownRow(stage.key, text, split_units(units))
