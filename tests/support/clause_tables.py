r"""Tables of clauses for tests: one a line, ``clause → form``.

The paper's year stands first where it is not 2017 (``2021: …``, ``?: …`` for unknown). A form is ``key=value`` pairs
(``days=5,20`` is a list), several recurrences joined by ``&``, ``-`` for nothing at all. ``\n`` is a line break.
"""

import re
from pathlib import Path
from typing import Any

Row = tuple[str, int | None, dict[str, Any]]
BATCHES = Path(__file__).parent / "clause_batches"
_EDGE = "=== look-alikes"
_YEAR = re.compile(r"(\d{4}|\?):\s")
_LISTS = ("days", "months", "times", "skip_months", "skip_quarters", "dues")
_ALSO_NUMBERS = ("days", "months")
_TEXTS = ("after", "before")


def rows(table: str) -> list[Row]:
    """Return clause, year and expected form of every line."""
    return [_row(line) for line in table.strip().splitlines() if line.strip() and not line.startswith("#")]


def batches() -> list[tuple[str, str]]:
    """Return clauses and look-alikes of every batch on file, each as one table."""
    return [_halves(path.read_text(encoding="utf-8")) for path in sorted(BATCHES.glob("*.txt"))]


def _halves(text: str) -> tuple[str, str]:
    clauses, _, alike = text.partition(_EDGE)
    return clauses, alike


def _row(line: str) -> Row:
    clause, _, form = line.rpartition("→")
    match = _YEAR.match(clause)
    year = 2017 if not match else None if match[1] == "?" else int(match[1])
    text = clause[match.end() :] if match else clause
    return text.strip().replace("\\n", "\n"), year, _form(form.strip())


def _form(text: str) -> dict[str, Any]:
    if text == "-":
        return {"none": True}
    parts = [dict(_pair(pair) for pair in part.split()) for part in text.split("&")]
    return parts[0] if len(parts) == 1 else {"recurrences": parts}


def _pair(pair: str) -> tuple[str, Any]:
    key, _, value = pair.partition("=")
    if key in _LISTS and ("," in value or key not in _ALSO_NUMBERS):
        return key, [_value(item) for item in value.split(",")]
    return key, (None if value == "null" else value) if key in _TEXTS else _value(value)


def _value(text: str) -> Any:
    if text in ("true", "null"):
        return True if text == "true" else None
    return int(text) if re.fullmatch(r"-?\d+", text) else text.replace("+", " ")
