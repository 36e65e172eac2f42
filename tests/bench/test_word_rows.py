"""A Word table of 2,000 rows against one of 20, written and read back: most of the time is the file, not the rows."""

from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from pytest_benchmark.fixture import BenchmarkFixture

from lianbing_desktop.export import word
from tests.support.sheets import checklist

ROUNDS = 9
MOST = 2.5


def fastest(work: Callable[[], None]) -> float:
    taken = []
    for _ in range(ROUNDS):
        begun = perf_counter()
        work()
        taken.append(perf_counter() - begun)
    return min(taken)


def test_rows_cost_the_same_in_a_long_table(tmp_path: Path, benchmark: BenchmarkFixture) -> None:
    path = tmp_path / "x.docx"
    word.write(checklist(2), path)  # the libraries are loaded
    short, long = checklist(20), checklist(2000)
    yardstick = fastest(lambda: word.write(short, path))
    benchmark.pedantic(word.write, args=(long, path), rounds=1)
    measured = fastest(lambda: word.write(long, path))
    print(f"\n2000 rows {measured:.2f} s, 20 rows {yardstick:.3f} s: {measured / yardstick:.1f}× for 100× the rows")
    assert measured <= MOST * yardstick
