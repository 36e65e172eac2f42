"""The commands that write."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.support.desk import paper

LIST = 6  # 张家港's liaison list


def test_starting_a_campaign_for_another_year_shifts_its_days(run_fresh: Run) -> None:
    assert run_fresh("new", "suzhou-2017", "--year", "2018", today="2018-05-01").status == 0
    assert run_fresh("tasks", "--json", today="2018-05-01").data[0]["due_on"] == "2018-06-02"


def test_starting_the_same_campaign_twice_is_refused(run: Run) -> None:
    ran = run("new", "suzhou-2017")
    assert (ran.status, ran.err) == (1, "“2017年苏州市环境执法大练兵活动”已经启动，不能重复启动。\n")


def test_an_unknown_campaign_is_told_with_those_there_are(run_fresh: Run) -> None:
    assert run_fresh("new", "nanjing").err == "没有名为“nanjing”的活动。可用的有：suzhou-2017。\n"


@pytest.mark.parametrize("words", [["--file", "{0}", "--file", "{1}"], ["--file", "{0}", "{1}"]])
def test_several_files_are_received_at_once(run: Run, tmp_path: Path, words: list[str]) -> None:
    files = paper(tmp_path, "名单.docx"), paper(tmp_path, "名单 盖章.pdf", b"%PDF")
    ran = run("receive", LIST, *(word.format(*files) for word in words), "--on", "2017-06-02", "--json")
    assert ran.data["state"] == "已收"
    assert [file["name"] for file in ran.data["files"]] == ["名单.docx", "名单 盖章.pdf"]


def test_a_submission_walks_from_receipt_to_receipt(run: Run, tmp_path: Path) -> None:
    assert run("receive", LIST, "--file", paper(tmp_path), "--note", "邮件收到").status == 0
    assert run("mark", LIST, "退回", "--note", "缺电话").status == 0
    assert run("receive", LIST).out == "张家港市环保局“联络员名单”：已收，文件 1 个。\n"
    for state in ("已审", "已上报", "回执"):
        assert run("mark", LIST, state, "--json").data["state"] == state
    assert len(run("submissions", "--json", "--state", "回执").data) == 1


def test_a_step_that_does_not_follow_is_refused(run: Run) -> None:
    ran = run("mark", LIST, "回执")
    assert ran.err == "“联络员名单”现在是“未报”，不能改为“回执”。可以改为：已收、不适用。\n"
    assert run("mark", LIST, "不适用").err == "改为“不适用”须写明理由。\n"
    assert run("mark", LIST, "不适用", "--note", "已合并报送").status == 0


@pytest.mark.parametrize(
    ("on", "day"),
    [
        ("2017-10-21", "10月21日 周六"),
        ("2018-01-01", "2018年1月1日 周一"),
        ("1999-01-01", "1999年1月1日 周五"),
        ("0001-01-01", "1年1月1日 周一"),
    ],
)
def test_a_day_that_cannot_be_is_refused(run: Run, tmp_path: Path, on: str, day: str) -> None:
    ran = run("receive", LIST, "--file", paper(tmp_path), "--on", on)
    assert ran.status == 1
    assert ran.err.startswith(f"日期 {day} ")
    assert run("submissions", "--json", "--unit", "张家港", "--state", "已收").data == []
    assert run("check").status == 0


def test_the_day_itself_is_fine(run: Run) -> None:
    assert run("receive", LIST, "--on", "2017-10-20").status == 0


def test_of_several_files_none_is_kept_when_one_is_missing(run: Run, tmp_path: Path) -> None:
    ran = run("receive", LIST, "--file", paper(tmp_path), "--file", tmp_path / "没有.pdf")
    assert (ran.status, ran.err) == (1, f"找不到文件“{tmp_path / '没有.pdf'}”，没有收下。请确认它还在原处。\n")
    assert run("check").out == "数据文件和全部附件完好。\n"


@pytest.mark.parametrize("place", ["/dev/zero", "."])
def test_what_is_no_file_is_refused(run: Run, place: str) -> None:
    assert run("receive", LIST, "--file", place).status == 1


def test_a_name_from_an_old_chinese_windows_is_read(run: Run, tmp_path: Path) -> None:
    raw = bytes(tmp_path) + b"/" + "联络员名单.doc".encode("gbk")
    try:
        Path(raw.decode("utf-8", "surrogateescape")).write_bytes(b"list")
    except OSError:
        pytest.skip("this file system takes no such names")
    ran = run("receive", LIST, "--file", raw.decode("utf-8", "surrogateescape"), "--json")
    assert ran.data["files"][0]["name"] == "联络员名单.doc"


def test_receiving_again_heals_a_damaged_attachment(run: Run, tmp_path: Path) -> None:
    file = paper(tmp_path)
    sha256 = run("receive", LIST, "--file", file, "--json").data["files"][0]["sha256"]
    kept = tmp_path / "home" / "files" / sha256[:2] / sha256
    kept.write_bytes(b"lis!")
    assert run("check").out.startswith("联络员名单.docx：附件内容与收到时不同。")
    assert run("receive", LIST, "--file", file).status == 0
    assert run("check").status == 0


def test_a_number_nobody_has_is_a_sentence(run: Run) -> None:
    ran = run("receive", 999999)
    assert ran.err == "没有编号为 999999 的报送件。请用 lianbing submissions 查看编号。\n"
