"""Judged tables: every expected task is found with its times, units and quota."""

import pytest

from tests.support.clause_score import SAMPLES
from tests.support.tables_score import Judged, faults, own, samples, score


@pytest.mark.parametrize("table", samples(SAMPLES / "tables.jsonl"), ids=lambda table: table.name)
def test_samples_are_read(table: Judged) -> None:
    assert {task: wrong for task, wrong in faults(table).items() if wrong} == {}


@pytest.mark.parametrize("table", own(), ids=lambda table: table.name)
def test_own_tables_are_read(table: Judged) -> None:
    assert {task: wrong for task, wrong in faults(table).items() if wrong} == {}


def test_score_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    right, count, _ = score(samples(SAMPLES / "tables.jsonl") + own())
    with capsys.disabled():
        print(f"judged tasks: {right} of {count}")
    assert right / count >= 0.97
