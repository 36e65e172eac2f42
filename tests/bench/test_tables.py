"""Reading the seed (aim 50 ms) and a table of 500 rows (aim 1 s) into plans."""

from pathlib import Path

from pytest_benchmark.fixture import BenchmarkFixture

from lianbing_desktop.domain.source import Source, SourceCell, SourceParagraph, SourceTable
from lianbing_desktop.reading.intake import read_source
from lianbing_desktop.reading.tables import read_plan

SEED = Path(__file__).parents[1] / "support" / "seed" / "附件2-任务分解表.docx"
HEADING = ("序号", "工作任务", "责任单位", "完成时限")


def row(number: int) -> tuple[str, ...]:
    due = f"{number % 12 + 1}月{number % 27 + 1}日前"
    task = f"{due}，各市、区环保局报送第{number}项工作情况，每月不少于{number % 5 + 1}篇"
    return str(number), task, f"第{number}支队、局法规处", f"{number % 12 + 1}月底前"


def test_the_seed(benchmark: BenchmarkFixture) -> None:
    source = read_source(SEED)
    plan = benchmark(read_plan, source, 2017)
    assert len(plan.tasks) == 24


def test_a_drawn_table_of_500_rows(benchmark: BenchmarkFixture) -> None:
    rows = [HEADING, *map(row, range(1, 501))]
    cells = tuple(SourceCell(at, column, text) for at, texts in enumerate(rows) for column, text in enumerate(texts))
    source = Source("0" * 64, "表.docx", (SourceTable(cells, len(rows), len(HEADING)),))
    plan = benchmark.pedantic(read_plan, args=(source, 2017), rounds=3)
    assert len(plan.tasks) == 500


def test_500_rows_of_one_cell_a_line(benchmark: BenchmarkFixture) -> None:
    lines = [cell for texts in [HEADING, *map(row, range(1, 501))] for cell in texts]
    source = Source("0" * 64, "表.txt", tuple(SourceParagraph(line) for line in lines))
    plan = benchmark.pedantic(read_plan, args=(source, 2017), rounds=3)
    assert len(plan.tasks) == 500
