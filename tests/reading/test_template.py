"""A plan as a campaign file: accepted as it is, and for the seed in agreement with the campaign made by hand."""

from pathlib import Path

import pytest

from lianbing_desktop.domain.campaign import Campaign
from lianbing_desktop.domain.period import period_label
from lianbing_desktop.domain.source import Source
from lianbing_desktop.reading.campaigns import parse_campaign
from lianbing_desktop.reading.intake import read_source
from lianbing_desktop.reading.tables import read_plan
from lianbing_desktop.reading.template import plan_template
from tests.support.clause_score import SAMPLES
from tests.support.drawing import Drawn, fresh
from tests.support.drawing import source_of as source_of_drawn
from tests.support.tables_score import Judged, own, samples, source_of

SEED = Path(__file__).parents[1] / "support" / "seed"
BY_HAND = Path(__file__).parents[2] / "resources" / "campaigns" / "suzhou-2017.toml"
FILES = ("附件2-任务分解表.docx", "000_0b0f6879d0769fb1.txt")


@pytest.fixture(params=FILES)
def seed(request: pytest.FixtureRequest) -> Source:
    return read_source(SEED / str(request.param))


def rows(campaign: Campaign) -> list[tuple[object, ...]]:
    """Return of each task: its words, units, days, when its papers are due, and its quotas."""
    return [
        (
            task.text,
            [campaign.unit(key).name for key in task.units],
            (task.start_on, task.due_on),
            {item.due for item in campaign.requirements if item.task_key == task.key},
            sorted(
                (item.count, item.measure, item.due.spoken())
                for item in campaign.requirements
                if item.task_key == task.key and item.is_quota
            ),
        )
        for task in campaign.tasks
    ]


def test_the_seed_agrees_with_the_campaign_made_by_hand(seed: Source) -> None:
    read = parse_campaign(plan_template(read_plan(seed)), "读出.toml")
    by_hand = parse_campaign(BY_HAND.read_text(encoding="utf-8"), BY_HAND.name)
    assert read.year == by_hand.year
    assert rows(read) == rows(by_hand)


def test_nothing_of_the_seed_is_unread(seed: Source) -> None:
    plan = read_plan(seed)
    assert plan.unread == ()
    assert plan.warnings == ()
    assert plan.title == "2017年苏州市环境执法大练兵活动任务分解表"
    assert len(plan.tasks) == 24


@pytest.mark.parametrize("table", samples(SAMPLES / "tables.jsonl") + own(), ids=lambda table: table.name)
def test_every_judged_table_makes_a_campaign(table: Judged) -> None:
    plan = read_plan(source_of(table.text), table.year)
    campaign = parse_campaign(plan_template(plan), "读出.toml")
    words = "\n".join(task.text for task in campaign.tasks)
    assert all(task.text in words or task.whole.strip() in words for task in plan.tasks)


def test_an_unknown_year_is_said() -> None:
    plan = read_plan(
        source_of("工作任务 | 责任单位 | 完成时限\n报送总结 | 办公室 | 6月5日前\n上报名单 | 人事处 | 7月1日前")
    )
    assert plan.year is None
    assert any("年份" in line for line in plan.warnings)
    assert str(plan.tasks[0].timing.due) == "--06-05"
    assert "年份：未提供" in parse_campaign(plan_template(plan), "读出.toml").unknown


def due_of(words: str, period: str = "6月1日至10月31日", year: int = 2017) -> tuple[set[str], str]:
    """Return the due rules of the only task of a table, as spoken, and the campaign file."""
    text = f"工作任务 | 责任单位 | 时间\n{words} | 办公室 | {period}\n召开总结会 | 人事处 | 10月31日"
    printed = plan_template(read_plan(source_of(text), year))
    campaign = parse_campaign(printed, "读出.toml")
    return {item.due.spoken() for item in campaign.requirements if item.task_key == "task-01"}, printed


@pytest.mark.parametrize(
    ("words", "spoken"),
    [
        ("每月报送情况", "每月（6—10月）"),
        ("每月底前报送情况", "每月（6—10月）"),
        ("每月5日前报送情况", "6月5日至10月5日共5期"),
        ("每周五报送情况", "每周：6月2日至10月27日共22期"),
        ("每周报送情况", "每周：6月4日至10月29日共22期"),
        ("每季度末报送情况", "每季度：6月30日、9月30日前"),
        ("每半月报送情况", "每半月：6月15日至10月31日共10期"),
        ("每季度首月8日前报送情况", "7月8日、10月8日前"),
        ("每月25日前报送情况，9月20日前报送总结", "6月25日至10月25日共5期"),
        ("6月5日、9月5日前报送情况", "6月5日、9月5日前"),
    ],
)
def test_what_recurs_is_due_each_time(words: str, spoken: str) -> None:
    found, printed = due_of(words)
    assert spoken in found
    assert "未能表达" not in printed


def test_every_day_is_a_period() -> None:
    assert due_of("每日报送情况")[0] == {"6月1日至10月31日共153期"}


@pytest.mark.parametrize(
    ("words", "period", "first", "names"),
    [
        ("每周五报送情况", "3月20日至4月7日", "2017-W12", ["第12周（3月20日—26日）", "第13周（3月27日—4月2日）"]),
        ("每季度末报送情况", "6月1日至12月31日", "2017-Q2", ["第二季度", "第三季度"]),
        ("每季度结束后10日内报送情况", "1月1日至9月30日", "2017-Q1", ["第一季度", "第二季度"]),
        ("次月5日前报送情况", "6月1日至10月31日", "2017-06", ["6月", "7月"]),
        ("每半年报送情况", "1月1日至12月31日", "2017-H1", ["上半年", "下半年"]),
        ("每旬报送情况", "6月1日至10月31日", "2017-06-X1", ["6月上旬", "6月中旬"]),
        ("每月5日前报送情况", "6月1日至10月31日", "2017-06-05", ["6月5日", "7月5日"]),  # of which month it does not say
        ("每周一、周四报送情况", "6月1日至10月31日", "2017-06-01", ["6月1日", "6月5日"]),  # two in a week
    ],
)
def test_a_period_is_called_what_the_words_call_it(words: str, period: str, first: str, names: list[str]) -> None:
    text = f"工作任务 | 责任单位 | 时间\n{words} | 办公室 | {period}\n召开总结会 | 人事处 | 12月31日"
    printed = plan_template(read_plan(source_of(text), 2017))
    item = parse_campaign(printed, "读出.toml").requirements[0]
    assert item.periods(2017)[0] == first
    assert [period_label(each) for each in item.periods(2017)[:2]] == names


def test_the_words_own_time_holds() -> None:
    assert due_of("7月1日至9月30日每周五报送情况", "1月1日至12月31日")[0] == {"每周：7月7日至9月29日共13期"}


def test_what_tells_no_beginning_runs_from_the_plans_first_day() -> None:
    text = "工作任务 | 责任单位 | 时间\n每周五报送情况 | 办公室 | 6月30日前\n动员 | 人事处 | 6月1日至6月9日"
    printed = plan_template(read_plan(source_of(text), 2017))
    assert parse_campaign(printed, "读出.toml").requirements[0].due.spoken() == "每周：6月2日至6月30日共5期"
    assert "未能表达：开始日期，暂从6月1日起列" in printed


@pytest.mark.parametrize(
    ("words", "spoken", "note"),
    [
        ("每周报送简报不少于2篇", "每周：6月4日至10月29日共22期", ""),
        ("每旬报送简报不少于1篇", "每旬：6月10日至10月31日共15期", ""),
        ("每两周报送简报不少于1篇", "10月31日前", "暂按总数计"),
        ("每学期报送简报不少于1篇", "10月31日前", "每学期不少于1篇，暂按总数计"),
    ],
)
def test_a_count_is_owed_in_each_period(words: str, spoken: str, note: str) -> None:
    text = f"工作任务 | 责任单位 | 时间\n{words} | 办公室 | 6月1日至10月31日\n总结 | 人事处 | 10月31日"
    printed = plan_template(read_plan(source_of(text), 2017))
    quotas = [item for item in parse_campaign(printed, "读出.toml").requirements if item.is_quota]
    assert [item.due.spoken() for item in quotas] == [spoken]
    assert note in quotas[0].note


def test_next_month_is_owed_beyond_the_stage() -> None:
    found, _ = due_of("次月5日前报送情况")
    assert found == {"每月：7月5日至11月5日共5期"}


@pytest.mark.parametrize(
    ("words", "left_out"),
    [
        ("每周五16:00前报送情况", "16:00（期限只到日）"),
        ("每月第3个工作日前报送情况", "第3个工作日，暂按每月末计"),
        ("每季度25日前报送情况", "暂按每月末计"),
        ("会前3日报送情况", "前3"),
    ],
)
def test_what_no_rule_can_say_is_said(words: str, left_out: str) -> None:
    _, printed = due_of(words)
    comment = next(line for line in printed.splitlines() if line.startswith("# 未能表达"))
    assert left_out in comment
    assert left_out in printed.replace(comment, ""), "and it stands in the note that the desk shows"


def test_days_of_another_year_are_said() -> None:
    text = "工作任务 | 责任单位 | 完成时限\n报送总结 | 办公室 | 2018年1月10日前\n上报名单 | 人事处 | 2017年7月1日前"
    printed = plan_template(read_plan(source_of(text), 2017))
    campaign = parse_campaign(printed, "读出.toml")
    assert "# 未能表达：2018-01-10在2017年之外，暂按12-31计" in printed
    assert [item.due.spoken() for item in campaign.requirements] == ["12月31日前", "7月1日前"]


@pytest.mark.parametrize("table", fresh(), ids=lambda table: table.name)
def test_every_fresh_table_makes_a_campaign(table: Drawn) -> None:
    plan = read_plan(source_of_drawn(table), table.year)
    if plan.tasks:
        campaign = parse_campaign(plan_template(plan), "读出.toml")
        words = "\n".join(task.text for task in campaign.tasks)
        assert all(task.text in words or task.whole.strip() in words for task in plan.tasks)


def test_odd_words_are_still_toml() -> None:
    text = '工作任务 | 责任单位 | 完成时限\n报送"总结"\\材料\x7f | 办公室 | 6月5日前\n上报名单 | 人事处 | 7月1日前'
    campaign = parse_campaign(plan_template(read_plan(source_of(text), 2017)), "读出.toml")
    assert campaign.tasks[0].text == '报送"总结"\\材料\x7f'
