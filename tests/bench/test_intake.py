"""A Word table of 500 rows through the child process, against an empty Python process in the same run."""

import subprocess
import sys
from pathlib import Path
from time import perf_counter

from pytest_benchmark.fixture import BenchmarkFixture

from lianbing_desktop.reading.intake import read_source
from tests.support.office import c, data, excel, p, row, tbl, tr, word

ROUNDS = 5
TEXT = "6月5日前，各市、区环保局将联络员名单报送市环保局，明确专人负责大练兵活动信息报送工作，每月不少于1篇"


def fastest(path: Path) -> float:
    taken = []
    for _ in range(ROUNDS):
        begun = perf_counter()
        read_source(path)
        taken.append(perf_counter() - begun)
    return min(taken)


def test_500_rows_of_word_and_excel(tmp_path: Path, benchmark: BenchmarkFixture) -> None:
    word_path, excel_path = tmp_path / "表.docx", tmp_path / "表.xlsx"
    heading = tr("序号", "时间节点", "任务", "责任部门")
    word_path.write_bytes(
        word(p("任务分解表") + tbl(heading, *(tr(f"{n}", "6月5日前", TEXT, "监察支队") for n in range(500))))
    )
    cells = (row(n, c(f"A{n}", f"{n}"), c(f"B{n}", "6月5日前"), c(f"C{n}", TEXT)) for n in range(1, 501))
    excel_path.write_bytes(excel(data(*cells)))
    begun = perf_counter()
    subprocess.run([sys.executable, "-c", ""], check=True)
    yardstick = perf_counter() - begun
    benchmark.pedantic(read_source, args=(word_path,), rounds=3)
    in_word, in_excel = fastest(word_path), fastest(excel_path)
    print(f"\n500 rows: Word {in_word:.2f} s, Excel {in_excel:.2f} s; an empty Python process {yardstick:.3f} s")
    assert in_word <= 2
    assert in_excel <= 2
