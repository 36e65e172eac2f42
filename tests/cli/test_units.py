"""`lianbing units`, `lianbing liaisons`, and a returned list from the command line."""

from pathlib import Path

from tests.cli.conftest import Run
from tests.support.liaisons import HEAD, returned_list

GOOD = (HEAD, ("张家港市环保局", "张样本", 13800000001), ("常熟市环保局", "李样本", 13800000002))


def test_units_with_what_they_owe(run: Run) -> None:
    units = run("units", "--json").data
    assert len(units) == 20
    county = next(unit for unit in units if unit["name"] == "张家港市环保局")
    assert county["lacks_liaison"] is True
    assert county["overdue"] > 0
    assert "张家港市环保局" in run("units").out


def test_before_any_list_there_is_nobody(run: Run) -> None:
    assert run("liaisons", "--json").data == []
    assert "还没有登记联络员" in run("liaisons").out


def test_a_list_is_shown_first_and_written_when_asked(run: Run, tmp_path: Path) -> None:
    path = returned_list(tmp_path / "名单.xlsx", *GOOD)
    looked = run("liaisons", "import", path, "--json")
    assert (looked.status, looked.data["is_committed"]) == (0, False)
    assert [each["act"] for each in looked.data["entries"]] == ["新增", "新增"]
    assert run("liaisons", "--json").data == []
    assert "已写入 2 人" in run("liaisons", "import", path, "--commit").out
    found = run("liaisons", "--json").data
    assert [(each["unit"], each["name"], each["mobile"]) for each in found] == [
        ("张家港市环保局", "张样本", "13800000001"),
        ("常熟市环保局", "李样本", "13800000002"),
    ]
    assert [hit["kind"] for hit in run("search", "zyb", "--json").data] == ["liaison"]
    assert run("liaisons", "--on", "2017-10-19", "--json").data == []


def test_rows_that_cannot_be_taken_are_told_and_the_status_says_so(run: Run, tmp_path: Path) -> None:
    path = returned_list(tmp_path / "名单.xlsx", HEAD, ("太湖度假区", "张样本", ""), ("常熟市环保局", "", ""))
    ran = run("liaisons", "import", path, "--commit")
    assert ran.status == 1
    assert "太湖度假区" in ran.out
    assert "没有填写姓名" in ran.out
    assert run("liaisons", "--json").data == []


def test_a_file_that_is_no_list(run: Run, tmp_path: Path) -> None:
    ran = run("liaisons", "import", returned_list(tmp_path / "账.xlsx", ("a", "b"), (1, 2)))
    assert ran.status == 1
    assert "没有找到联络员名单" in ran.err
