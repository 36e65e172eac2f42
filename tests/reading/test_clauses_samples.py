"""The samples of real clauses and quotas, every one right, with the score by kind."""

import pytest

from tests.support.clause_score import Row, by_kind, is_right, quotas, samples, times


@pytest.mark.parametrize("row", samples("expressions.jsonl"), ids=lambda row: row["id"])
def test_a_real_clause_is_read(row: Row) -> None:
    printed = times(row["text"], row["doc_year"])
    assert is_right(row["expected"], printed), printed


@pytest.mark.parametrize("row", samples("quotas.jsonl"), ids=lambda row: row["id"])
def test_a_real_quota_is_read(row: Row) -> None:
    printed = quotas(row["text"], row["doc_year"])
    assert is_right(row["expected"], printed), printed


def test_the_score_by_kind_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    clauses, shares = samples("expressions.jsonl"), samples("quotas.jsonl")
    results = [(row["kind"], is_right(row["expected"], times(row["text"], row["doc_year"]))) for row in clauses]
    results += [("quota", is_right(row["expected"], quotas(row["text"], row["doc_year"]))) for row in shares]
    with capsys.disabled():
        print(f"\n{by_kind(results)}")
    assert all(good for _, good in results)
