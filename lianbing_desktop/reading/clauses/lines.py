"""Lines of JSON in, lines of JSON out: what ``lianbing read --clauses`` prints."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from lianbing_desktop.errors import UserError
from lianbing_desktop.reading.clauses.read import read_clauses


def read_lines(lines: Iterable[str]) -> Iterator[str]:
    """Read ``{"id", "text", "year"}`` lines (``doc_year`` too); yield ``{"id", "times", "quotas"}`` lines.

    Raises UserError naming the line that is not such a thing.
    """
    for number, line in enumerate(lines, 1):
        if line.strip("\ufeff \r\n\t"):
            yield json.dumps(_answer(_asked(line, number)), ensure_ascii=False)


def _asked(line: str, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line.strip("\ufeff \r\n\t"))
    except (ValueError, RecursionError) as error:
        raise UserError(f"第 {number} 行不是完整的 JSON，没有读取。请改正后再试。") from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise UserError(f"第 {number} 行没有文字“text”，没有读取。请改正后再试。")
    year = _year_of(row)
    if year is not None and (type(year) is not int or not 1 <= year <= 9998):
        raise UserError(f"第 {number} 行的年份“year”应为四位整数或 null。请改正后再试。")
    return row


def _year_of(row: dict[str, Any]) -> Any:
    return row.get("year", row.get("doc_year"))


def _answer(row: dict[str, Any]) -> dict[str, Any]:
    clause = read_clauses(row["text"], _year_of(row))
    times, quotas = ([item.normal() for item in items] for items in (clause.times, clause.quotas))
    return {"id": row.get("id"), "times": times, "quotas": quotas}
