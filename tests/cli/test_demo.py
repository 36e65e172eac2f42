"""The demo: everything in it is made, and a folder with something in it is left alone."""

from pathlib import Path

import pytest

from lianbing_desktop.cli import demo
from tests.cli.conftest import Run
from tests.support.desk import paper


def test_the_demo_makes_what_it_reports(run_fresh: Run, tmp_path: Path) -> None:
    to = tmp_path / "演示"
    ran = run_fresh("demo", "--to", to)
    assert (ran.status, ran.err) == (0, "")
    report = (to / "报告.txt").read_text(encoding="utf-8")
    assert report in ran.out
    assert "×" not in report
    made = [line.split("：")[0].removeprefix("√ 已制作 ") for line in report.splitlines() if "已制作" in line]
    assert len(made) == 11
    assert all((to / name).exists() for name in made)
    for kind in ("docx", "xlsx", "pdf"):
        for name in ("任务分解表", "报送清单", "报送清单-张家港"):
            assert f"导出/{name}.{kind}" in made


def test_a_folder_with_something_in_it_is_refused(run_fresh: Run, tmp_path: Path) -> None:
    occupied = paper(tmp_path / "占用").parent
    ran = run_fresh("demo", "--to", occupied)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith(f"“{occupied}”里已有东西")
    assert [file.name for file in occupied.iterdir()] == ["联络员名单.docx"]


def test_a_demo_that_goes_wrong_says_so(run_fresh: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control, early in the campaign: attachments spoilt behind the desk's back are no success."""
    really = demo.fill

    def fill_and_spoil(desk, incoming):  # type: ignore[no-untyped-def]
        filled = really(desk, incoming)
        for kept in (tmp_path / "演示" / "home" / "files").glob("??/*"):
            kept.write_bytes(b"spoilt")
        return filled

    monkeypatch.setattr(demo, "fill", fill_and_spoil)
    ran = run_fresh("demo", "--to", tmp_path / "演示", today="2017-06-06")
    assert ran.status == 1
    assert "× 数据文件和全部附件完好" in ran.out
    assert "处不符合预期：" in ran.out
    assert (tmp_path / "演示" / "报告.txt").exists()
