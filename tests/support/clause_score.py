"""How samples of real clauses are judged: a time is right when one of those printed equals the expected one."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from lianbing_desktop.reading.clauses import read_clauses

SAMPLES = Path(__file__).parent / "samples"
_BESIDE = ("expr", "span", "warning")
_EVENTS = ("after", "before")
Row = dict[str, Any]


def samples(name: str) -> list[Row]:
    """Return the rows of one file of samples."""
    lines = (SAMPLES / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def times(text: str, year: int | None) -> list[Row]:
    """Return the times read from a clause, without what does not count."""
    return [bare(reading.normal()) for reading in read_clauses(text, year).times]


def quotas(text: str, year: int | None = None) -> list[Row]:
    """Return the quotas read from a clause, without what does not count."""
    return [bare(reading.normal()) for reading in read_clauses(text, year).quotas]


def bare(form: Row) -> Row:
    """Drop the words and their place."""
    return {key: value for key, value in form.items() if key not in _BESIDE}


def is_right(expected: Row, printed: list[Row]) -> bool:
    """Whether one of the printed forms is the expected one; none expected, none printed."""
    if expected.get("none"):
        return not printed
    return any(_same(expected, form) for form in printed)


def _same(expected: Row, form: Row) -> bool:
    if expected.keys() != form.keys():
        return False
    return all(_close(value, form[key]) if key in _EVENTS else value == form[key] for key, value in expected.items())


def _close(one: str | None, other: str | None) -> bool:
    """Whether two wordings of an event are the same but for small words at their edges."""
    if not one or not other:
        return one == other
    left, right = (re.sub(r"[自从在于经的之日、，,\s]", "", text) for text in (one, other))
    return left in right or right in left


def by_kind(results: Iterable[tuple[str, bool]]) -> str:
    """Return “kind right/all” for every kind."""
    right: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for kind, good in results:
        every[kind] += 1
        right[kind] += good
    return "  ".join(f"{kind} {right[kind]}/{every[kind]}" for kind in sorted(every))
