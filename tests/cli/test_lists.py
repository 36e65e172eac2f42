"""The commands that only look."""

import re
from pathlib import Path
from unicodedata import east_asian_width

import pytest

from tests.cli.conftest import Run


def columns(text: str) -> int:
    return sum(2 if east_asian_width(letter) in "FW" else 1 for letter in text)


def test_campaigns_tells_what_can_be_started_and_what_was(run_fresh: Run) -> None:
    before = run_fresh("campaigns", "--json").data
    assert before == [
        {
            "name": "suzhou-2017",
            "title": "2017年苏州市环境执法大练兵活动",
            "year": 2017,
            "is_own": False,
            "is_started": False,
        }
    ]
    assert run_fresh("new", "suzhou-2017", "--json").data["submissions"] == 155
    assert run_fresh("campaigns", "--json").data[0]["is_started"]
    assert "已启动" in run_fresh("campaigns").out


def test_a_faulty_campaign_file_is_named_and_hides_none(run_fresh: Run, tmp_path: Path) -> None:
    run_fresh("campaigns")
    (root,) = {path.parent for path in tmp_path.rglob("lianbing.db")}
    (root / "campaigns").mkdir()
    (root / "campaigns" / "坏的.toml").write_text("title = ", encoding="utf-8")
    ran = run_fresh("campaigns")
    assert (ran.status, "suzhou-2017" in ran.out) == (0, True)
    assert "坏的.toml" in ran.err
    assert run_fresh("new", "suzhou-2017").status == 0


def test_tasks_as_json_have_the_promised_form(run: Run) -> None:
    tasks = run("tasks", "--json").data
    assert len(tasks) == 19
    assert all(list(task) == ["id", "stage", "text", "start_on", "due_on", "units", "state"] for task in tasks)
    assert tasks[0] == {
        "id": tasks[0]["id"],
        "stage": "6月2日前",
        "text": "成立苏州市环保局环境执法大练兵推进工作小组",
        "start_on": "2017-06-02",
        "due_on": "2017-06-02",
        "units": ["监察支队"],
        "state": "逾期 140 天",
    }


def test_submissions_as_json_have_the_promised_form(run_filled: Run) -> None:
    found = run_filled("submissions", "--json").data
    assert all(list(each) == ["id", "requirement", "unit", "period", "due_on", "state", "files"] for each in found)
    brief = next(each for each in found if each["period"] == "2017-06" and "简讯" in each["requirement"])
    assert re.fullmatch("[0-9a-f]{64}", brief["files"][0]["sha256"])
    assert brief["files"][0]["name"].endswith((".docx", ".jpg"))


@pytest.mark.parametrize("name", ["张家港市环保局", "张家港", "zhangjiagang"])
def test_a_unit_is_found_by_name_short_name_and_key(run: Run, name: str) -> None:
    found = run("submissions", "--json", "--unit", name).data
    assert {each["unit"] for each in found} == {"张家港市环保局"}
    assert len(found) == 9


def test_filters_narrow_each_other(run_filled: Run) -> None:
    found = run_filled("submissions", "--json", "--state", "未报", "--due-by", "2017-09-30").data
    assert {(each["state"], each["due_on"] <= "2017-09-30") for each in found} == {("未报", True)}
    assert [each["unit"] for each in found if each["period"] == "2017-08"] == ["姑苏区环保局"]


def test_an_unknown_unit_is_a_sentence(run: Run) -> None:
    ran = run("submissions", "--unit", "南京")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith("没有名为“南京”的单位。")
    assert "Traceback" not in ran.err


def test_due_joins_what_is_overdue_and_what_is_due_soon(run_filled: Run) -> None:
    due = run_filled("due", "--json").data
    assert [each["due_on"] for each in due] == sorted(each["due_on"] for each in due)
    assert due[0]["state"] == "逾期 137 天"
    assert due[-1] | {"ids": []} == {
        "ids": [],
        "requirement": "处罚决定填报（决定下达后7日内） · 苏环罚字〔2017〕第12号",
        "unit": "局法规处",
        "due_on": "2017-10-23",
        "days_left": 3,
        "state": "还有 3 天",
    }
    assert len(run_filled("due", "--json", "--days", "2").data) == len(due) - 1


def test_due_shows_an_any_of_group_as_one_line(run_filled: Run) -> None:
    due = run_filled("due", "--on", "2017-10-31", "--days", "0", "--json").data
    joined = [each for each in due if "自评报告" in each["requirement"]]
    assert [each["requirement"] for each in joined] == ["活动总结（报省厅） 或 自评报告（报省厅）"]
    assert len(joined[0]["ids"]) == 2


def test_due_far_ahead_does_not_overflow(run: Run) -> None:
    assert run("due", "--on", "9999-12-31", "--days", "999999999", "--json").status == 0


def test_due_says_when_there_is_nothing(run: Run) -> None:
    assert run("due", "--on", "2017-05-01").out == "2017-05-01 起 3 天内没有欠报的。\n"
    assert run("due", "--on", "2017-05-01", "--json").data == []


@pytest.mark.parametrize("text", ["张家港 总结", "zjg 总结", "zhangjiagang zj"])
def test_search_takes_text_pinyin_and_initials(run: Run, text: str) -> None:
    hits = run("search", text, "--json").data
    assert "张家港市环保局 活动总结（各市、区）" in [hit["title"] for hit in hits]
    assert run("search", *text.split(), "--json").data == hits


def test_search_says_what_was_not_found(run: Run) -> None:
    assert run("search", "南京").out == "没有找到“南京”。\n"
    assert run("search", "南京", "--json").data == []


@pytest.mark.parametrize("command", ["submissions", "due"])
def test_a_table_is_aligned_by_the_width_of_hanzi(run_filled: Run, command: str) -> None:
    head, *lines = run_filled(command).out.splitlines()
    start = columns(head[: head.index("截止")])
    dates = [re.search(r"\d{4}-\d\d-\d\d", line) for line in lines]
    assert {columns(line[: found.start()]) for line, found in zip(lines, dates, strict=True) if found} == {start}


@pytest.mark.parametrize("command", ["tasks", "submissions", "due", "search x", "export plan --to x.pdf", "receive 1"])
def test_without_a_campaign_each_command_says_what_to_do(run_fresh: Run, command: str) -> None:
    ran = run_fresh(*command.split())
    assert (ran.status, ran.err) == (1, "还没有启动活动。请先启动一个，例如：lianbing new suzhou-2017。\n")
