"""How many clauses a second are read, against a plain search for dates in the same clauses, in the same run."""

import re
import time
from collections.abc import Callable
from statistics import median

from lianbing_desktop.reading.clauses import read_clauses
from tests.support.clause_score import samples

DATE = re.compile(r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?|每[年月周日]|\d+个?(?:工作日|日|天)")
ROUNDS = 9
MOST_MS = 1.0


def _seconds(work: Callable[[], object]) -> float:
    def once() -> float:
        started = time.perf_counter()
        work()
        return time.perf_counter() - started

    return median(once() for _ in range(ROUNDS))


def test_clauses_a_second() -> None:
    rows = samples("expressions.jsonl") + samples("quotas.jsonl")
    clauses = [(row["text"], row["doc_year"]) for row in rows]
    read = _seconds(lambda: [read_clauses(text, year) for text, year in clauses])
    search = _seconds(lambda: [DATE.findall(text) for text, _ in clauses for _ in range(10)]) / 10
    each = read / len(clauses) * 1000
    print(
        f"\nclauses: {len(clauses) / read:,.0f} a second, {each:.2f} ms each, {read / search:.0f} × a search for dates"
    )
    assert each <= MOST_MS
