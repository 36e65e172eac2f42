"""A Word table of 2,000 rows against one of 20, written and read back: most of the time is the file, not the rows."""

from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from pytest_benchmark.fixture import BenchmarkFixture

from lianbing_desktop.export import word
from tests.support.sheets import checklist

ROUNDS = 25
MOST = 2.5


def timed(work: Callable[[], None]) -> float:
    begun = perf_counter()
    work()
    return perf_counter() - begun


def test_rows_cost_the_same_in_a_long_table(tmp_path: Path, benchmark: BenchmarkFixture) -> None:
    """Each round has both, one after the other, so that a machine busy with others slows them alike."""
    path = tmp_path / "x.docx"
    word.write(checklist(2), path)  # the libraries are loaded
    short, long = checklist(20), checklist(2000)
    benchmark.pedantic(word.write, args=(long, path), rounds=1)
    rounds = [(timed(lambda: word.write(short, path)), timed(lambda: word.write(long, path))) for _ in range(ROUNDS)]
    yardstick, measured = (median(times) for times in zip(*rounds, strict=True))
    ratio = median(long_one / short_one for short_one, long_one in rounds)
    print(f"\n2000 rows {measured:.3f} s, 20 rows {yardstick:.3f} s: {ratio:.2f}× for 100× the rows, {MOST}× allowed")
    assert ratio <= MOST
