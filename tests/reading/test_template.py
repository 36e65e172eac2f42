"""A plan as a campaign file: accepted as it is, and for the seed in agreement with the campaign made by hand."""

from pathlib import Path

import pytest

from lianbing_desktop.domain.campaign import Campaign
from lianbing_desktop.domain.source import Source
from lianbing_desktop.reading.campaigns import parse_campaign
from lianbing_desktop.reading.intake import read_source
from lianbing_desktop.reading.tables import read_plan
from lianbing_desktop.reading.template import plan_template
from tests.support.clause_score import SAMPLES
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


def test_odd_words_are_still_toml() -> None:
    text = '工作任务 | 责任单位 | 完成时限\n报送"总结"\\材料\x7f | 办公室 | 6月5日前\n上报名单 | 人事处 | 7月1日前'
    campaign = parse_campaign(plan_template(read_plan(source_of(text), 2017)), "读出.toml")
    assert campaign.tasks[0].text == '报送"总结"\\材料\x7f'
