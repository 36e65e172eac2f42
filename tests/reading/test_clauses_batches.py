"""Batches of clauses written before the reader saw them, in files that tell how many were right at the first run."""

import pytest

from tests.support.clause_score import is_right, times
from tests.support.clause_tables import Row, batches, rows

CLAUSES = [row for clauses, _ in batches() for row in rows(clauses)]
ALIKE = [line for _, alike in batches() for line in alike.strip().splitlines()]


@pytest.mark.parametrize("row", CLAUSES, ids=lambda row: row[0])
def test_a_clause_of_a_batch_is_read(row: Row) -> None:
    clause, year, expected = row
    printed = times(clause, year)
    assert is_right(expected, printed), printed


@pytest.mark.parametrize("clause", ALIKE)
def test_a_lookalike_of_a_batch_is_left_alone(clause: str) -> None:
    assert times(clause, 2021) == []


def test_the_batches_are_on_file() -> None:
    assert len(CLAUSES) > 300
    assert len(ALIKE) > 300
