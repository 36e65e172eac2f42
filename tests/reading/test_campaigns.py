"""Campaign files with faults: each is told with its place, all at once, and nothing is returned."""

from pathlib import Path

import pytest

from lianbing_desktop.errors import UserError
from lianbing_desktop.paths import resource
from lianbing_desktop.reading.campaigns import parse_campaign, read_campaign

GOOD = """
name = "trial"
title = "2017年试点活动"
table_title = "2017年试点活动任务分解表"
year = 2017
units = [
    { key = "bureau", name = "市环保局", kind = "市局" },
    { key = "east", name = "东区环保局", kind = "市区局" },
    { key = "west", name = "西区环保局", kind = "市区局" },
]
[[stages]]
key = "first"
period = "6月2日前"
start = "06-01"
due = "06-02"
[[tasks]]
key = "plan"
stage = "first"
units = ["bureau"]
text = "制定方案"
[[tasks.requirements]]
key = "list"
title = "名单"
senders = ["@counties"]
receiver = "bureau"
due = { on = "06-02" }
"""
REQUIREMENT = "tasks[1]“plan”.requirements[1]“list”"


def faults_of(text: str) -> tuple[str, ...]:
    with pytest.raises(UserError) as caught:
        parse_campaign(text, "试点.toml")
    assert "试点.toml" in caught.value.message
    return caught.value.details


def test_the_trial_file_has_no_fault() -> None:
    campaign = parse_campaign(GOOD, "试点.toml")
    assert campaign.requirements[0].senders == ("east", "west")


def test_the_shipped_file_has_no_fault() -> None:
    assert read_campaign(resource("campaigns/suzhou-2017.toml")).year == 2017


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        ('name = "trial"\n', "", "name", "缺少"),
        ('name = "trial"', 'name = ""', "name", "不能为空"),
        ('name = "trial"', "name = 5", "name", "应为文字"),
        ('name = "trial"', 'name = "a b"', "name", "不能有空格"),
        ("year = 2017", 'year = "2017"', "year", "应为整数"),
        ("year = 2017", "year = true", "year", "应为整数"),
        ("year = 2017", "year = 17", "year", "应在 2000 到 2099 之间"),
        ("year = 2017", "year = 99999", "year", "应在 2000 到 2099 之间"),
        ("year = 2017", "year = 2017\nrevision = 1" + "0" * 30, "revision", "应在 0 到 9999 之间"),
        ("year = 2017", "year = 2017\ntitel = 1", "titel", "不认识的项目"),
        ("year = 2017", 'year = 2017\nunknown = "无"', "unknown", "应为列表"),
        ('key = "west"', 'key = "east"', "units", "“east”出现了不止一次"),
        ('key = "west", ', "", "units[3].key", "缺少"),
        ('key = "west"', 'key = "we st"', "units[3]“we st”.key", "不能有空格"),
        (
            'name = "西区环保局", kind = "市区局"',
            'name = "西区环保局", kind = "区局"',
            "units[3]“west”.kind",
            "应为市局",
        ),
        ('name = "西区环保局"', 'name = "西区环保局", colour = "red"', "units[3]“west”.colour", "不认识的项目"),
        ('start = "06-01"', 'start = "6月1日"', "stages[1]“first”.start", "不是“MM-DD”形式的日期"),
        ('start = "06-01"', 'start = "06-31"', "stages[1]“first”.start", "没有这一天"),
        ('start = "06-01"', "start = 2017-06-01", "stages[1]“first”.start", "应为文字"),
        ('start = "06-01"', 'start = "06-03"', "stages[1]“first”.due", "早于开始日期"),
        ("[[stages]]", '[[stages]]\nname = ["x"]', "stages[1]“first”.name", "应为文字"),
        ('stage = "first"', 'stage = "second"', "tasks[1]“plan”.stage", "没有这个阶段"),
        ('units = ["bureau"]', 'units = ["burau"]', "tasks[1]“plan”.units", "没有“burau”这个单位"),
        ('units = ["bureau"]', 'units = ["bureau", "bureau"]', "tasks[1]“plan”.units", "写了不止一次"),
        ('units = ["bureau"]', "units = [1]", "tasks[1]“plan”.units", "列表中应全是文字"),
        ('text = "制定方案"', 'text = "  "', "tasks[1]“plan”.text", "不能为空"),
        ('senders = ["@counties"]', "senders = []", f"{REQUIREMENT}.senders", "没有写由谁报送"),
        ('senders = ["@counties"]', 'senders = ["@county"]', f"{REQUIREMENT}.senders", "没有“@county”这个单位"),
        ('senders = ["@counties"]', 'senders = ["@counties", "east"]', f"{REQUIREMENT}.senders", "写了不止一次"),
        ('receiver = "bureau"', 'receiver = "省厅"', f"{REQUIREMENT}.receiver", "没有“省厅”这个单位"),
        ('due = { on = "06-02" }\n', "", f"{REQUIREMENT}.due", "缺少"),
        (
            '{ on = "06-02" }',
            '{ on = "06-02", months = [6] }',
            f"{REQUIREMENT}.due",
            "应写 on、months、after、dates 之一",
        ),
        ('{ on = "06-02" }', '{ on = "06-02", hour = 12 }', f"{REQUIREMENT}.due.hour", "不认识的项目"),
        ('{ on = "06-02" }', "{ months = [] }", f"{REQUIREMENT}.due.months", "至少一个"),
        ('{ on = "06-02" }', '{ dates = ["06-02", "06-31"] }', f"{REQUIREMENT}.due.dates", "没有这一天"),
        ('{ on = "06-02" }', '{ dates = ["06-02", "06-02"] }', f"{REQUIREMENT}.due.dates", "不同的"),
        ('{ on = "06-02" }', "{ dates = [] }", f"{REQUIREMENT}.due.dates", "应为 1 到 366 个"),
        ('{ on = "06-02" }', '{ dates = ["06-02"], by = "fortnight" }', f"{REQUIREMENT}.due.by", "应为 week、"),
        ('{ on = "06-02" }', '{ dates = ["06-02"], behind = 1 }', f"{REQUIREMENT}.due.behind", "只能与 by"),
        ('{ on = "06-02" }', '{ on = "06-02", by = "week" }', f"{REQUIREMENT}.due.by", "不认识的项目"),
        ('{ on = "06-02" }', "{ months = [6, 13] }", f"{REQUIREMENT}.due.months", "应为 1 到 12 的整数"),
        ('{ on = "06-02" }', "{ months = [6, 6] }", f"{REQUIREMENT}.due.months", "有重复的数"),
        ('{ on = "06-02" }', '{ after = "结案" }', f"{REQUIREMENT}.due.days", "缺少"),
        ('{ on = "06-02" }', '{ after = "结案", days = 7 }', f"{REQUIREMENT}.due", "count = 0、open_ended = true"),
        ("[[tasks.requirements]]", "[[tasks.requirements]]\ncount = -1", f"{REQUIREMENT}.count", "应在 0 到 366 之间"),
        ("[[tasks.requirements]]", "[[tasks.requirements]]\ncount = 9000000", f"{REQUIREMENT}.count", "应在 0 到 366"),
        ("[[tasks.requirements]]", "[[tasks.requirements]]\ncount = 0", f"{REQUIREMENT}.count", "无从报送"),
        (
            "[[tasks.requirements]]",
            '[[tasks.requirements]]\ncount = 2\nlabels = ["一"]',
            f"{REQUIREMENT}.labels",
            "少于",
        ),
        ("[[tasks.requirements]]", '[[tasks.requirements]]\nquota = "yes"', f"{REQUIREMENT}.quota", "true 或 false"),
        ("[[tasks.requirements]]", '[[tasks.requirements]]\ncovers = ["01-01"]', f"{REQUIREMENT}.covers", "应为两个"),
        (
            "[[tasks.requirements]]",
            '[[tasks.requirements]]\ncovers = ["10-31", "01-01"]',
            f"{REQUIREMENT}.covers",
            "结束早于开始",
        ),
        ("[[tasks.requirements]]", "[[tasks.requirements]]\nopenended = true", f"{REQUIREMENT}.openended", "不认识"),
    ],
)
def test_a_fault_and_its_place(old: str, new: str, place: str, words: str) -> None:
    assert GOOD.count(old) >= 1
    found = faults_of(GOOD.replace(old, new, 1))
    assert any(line.startswith(f"{place}：") and words in line for line in found), found


@pytest.mark.parametrize("name", ["units", "stages", "tasks"])
def test_an_empty_campaign_says_what_it_lacks(name: str) -> None:
    assert f"{name}：一个也没有" in faults_of('name = "x"')


def test_doubled_keys_of_stages_tasks_and_requirements() -> None:
    tail = GOOD[GOOD.index("[[stages]]") :]
    found = faults_of(GOOD + tail)
    assert found == (
        "stages：“first”出现了不止一次",
        "tasks：“plan”出现了不止一次",
        "requirements：“list”出现了不止一次",
    )


def test_all_faults_are_listed_at_once() -> None:
    text = GOOD.replace('name = "trial"', "name = 5").replace("06-01", "6.1").replace("制定方案", "")
    text = text.replace('["@counties"]', '["nobody"]').replace('title = "名单"', 'titel = "名单"')
    with pytest.raises(UserError) as caught:
        parse_campaign(text, "试点.toml")
    places = {line.split("：")[0] for line in caught.value.details}
    assert places == {
        "name", "stages[1]“first”.start", "tasks[1]“plan”.text", f"{REQUIREMENT}.senders", f"{REQUIREMENT}.title",
        f"{REQUIREMENT}.titel",
    }  # fmt: skip
    assert f"有 {len(caught.value.details)} 处错误" in caught.value.message


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("name = 'x'\nyear = = 2017", "第 2 行第 8 列附近"),
        ("name = ", "内容不完整"),
        ("name = 'x'\nname = 'y'", "文件末尾附近：写法有误"),
        ("x = " + "[" * 5000, "过深"),
        ("x = " + "9" * 5000, "过长"),
    ],
)
def test_what_is_no_toml_names_the_line(text: str, where: str) -> None:
    (line,) = faults_of(text)
    assert where in line


def test_a_mark_put_first_by_a_windows_editor_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "试点.toml"
    path.write_text(GOOD, encoding="utf-8-sig")
    assert read_campaign(path).name == "trial"


def test_gbk_text_and_a_missing_file_are_sentences(tmp_path: Path) -> None:
    path = tmp_path / "试点.toml"
    with pytest.raises(UserError, match="读不出活动文件"):
        read_campaign(path)
    path.write_text(GOOD, encoding="gbk")
    with pytest.raises(UserError, match="UTF-8"):
        read_campaign(path)
