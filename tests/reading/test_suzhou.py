"""The 2017 campaign as shipped: the seed word for word, and what it fans out into."""

from collections import Counter
from datetime import date

import pytest

from lianbing_desktop.domain.campaign import Campaign
from lianbing_desktop.domain.requirement import Requirement, Slot
from lianbing_desktop.errors import UserError
from lianbing_desktop.paths import resource
from lianbing_desktop.reading.campaigns import parse_campaign, read_campaign
from lianbing_desktop.reading.intake import read_source
from lianbing_desktop.reading.tables import read_plan
from lianbing_desktop.reading.template import plan_template
from tests.support.desk import SEED_TEXT, SEED_WORD

FILE = resource("campaigns/suzhou-2017.toml")
C2017 = read_campaign(FILE)
MONTH_ENDS = {date(2017, 6, 30), date(2017, 7, 31), date(2017, 8, 31), date(2017, 9, 30), date(2017, 10, 31)}
TEN = 10


def asked(key: str, campaign: Campaign = C2017) -> Requirement:
    return next(each for each in campaign.requirements if each.key == key)


def slots(key: str, year: int = 2017) -> list[Slot]:
    return list(asked(key).slots(year))


def test_the_word_file_gives_the_same_rows_stages_and_units() -> None:
    plan = read_plan(read_source(SEED_WORD), 2017)
    read = parse_campaign(plan_template(plan), "seed.toml")
    assert len(read.tasks) == 19
    assert rows(read) == rows(C2017)
    windows = [(stage.start_on, stage.due_on) for stage in read.stages]
    assert windows == [(stage.start_on, stage.due_on) for stage in C2017.stages]
    assert plan.title == C2017.table_title


def rows(campaign: Campaign) -> list[tuple[str, str, tuple[str, ...]]]:
    """Time node, text and names of the units of each row."""
    names = {unit.key: unit.name for unit in campaign.units}
    titles = {stage.key: stage.title for stage in campaign.stages}
    return [(titles[t.stage_key], t.text, tuple(names[key] for key in t.units)) for t in campaign.tasks]


def test_every_text_of_the_campaign_stands_in_the_seed_as_text() -> None:
    lines = [line.strip() for line in SEED_TEXT.read_text(encoding="utf-8").splitlines()]
    assert all(task.text in lines for task in C2017.tasks)
    assert C2017.table_title in lines


@pytest.mark.parametrize(
    ("key", "count", "due"),
    [
        ("group-paper", 1, "2017-06-02"),
        ("plan-paper", 1, "2017-06-02"),
        ("launch-meeting", 3, "2017-06-02"),
        ("liaison-list", TEN, "2017-06-05"),
        ("info-person", TEN, "2017-06-05"),
        ("county-plan", TEN, "2017-06-05"),
        ("launch-report", 1, "2017-06-06"),
        ("plan-to-province", 1, "2017-06-06"),
        ("liaisons-to-province", 1, "2017-06-06"),
        ("work-chat", 1, "2017-06-06"),
        ("case-quality", 3, "2017-10-31"),
        ("case-count", 3, "2017-10-31"),
        ("collective-deeds", 0, ""),
        ("survey", 1, "2017-10-31"),
        ("joint-inspection-points", 0, ""),
        ("discharge-points", 0, ""),
        ("taihu-points", 0, ""),
        ("decision-disclosed", 0, ""),
        ("decision-filed", 0, ""),
        ("closing-filed", 0, ""),
        ("case-pdf", 0, ""),
        ("major-filed", 0, ""),
        ("key-polluters", 2, "2017-10-31"),
        ("supervision-briefs", 6, "2017-10-31"),
        ("department-briefs", 4 * 2, "2017-10-31"),
        ("column-articles", 0, ""),
        ("study", 5, "2017-10-31"),
        ("media", 2, "2017-10-31"),
        ("selection", 1, "2017-10-31"),
        ("county-summary", TEN, "2017-10-25"),
        ("collective-papers", 2, "2017-10-31"),
        ("person-papers", 3, "2017-10-31"),
        ("summary", 1, "2017-10-31"),
        ("self-report", 1, "2017-10-31"),
        ("candidate-list", 2, "2017-10-31"),
        ("collective-story", 2, "2017-10-31"),
        ("case-numbers", 1, "2017-10-31"),
        ("audit-file", 1, "2017-10-31"),
        ("disc", 1, "2017-10-31"),
        ("follow-up", 1, "2017-12-31"),
    ],
)
def test_what_a_requirement_fans_out_into(key: str, count: int, due: str) -> None:
    found = slots(key)
    assert len(found) == count
    assert {slot.due_on.isoformat() for slot in found} == ({due} if due else set())


@pytest.mark.parametrize(("key", "senders"), [("county-briefs", TEN), ("dispatch", 1), ("bulletin", 1)])
def test_monthly_ones_are_due_at_the_end_of_june_to_october(key: str, senders: int) -> None:
    found = slots(key)
    assert len(found) == 5 * senders
    assert {slot.due_on for slot in found} == MONTH_ENDS
    assert set(Counter(slot.period for slot in found).values()) == {senders}


def test_every_requirement_is_in_the_tables_above() -> None:
    marks = [*test_what_a_requirement_fans_out_into.pytestmark]  # type: ignore[attr-defined]
    marks += test_monthly_ones_are_due_at_the_end_of_june_to_october.pytestmark  # type: ignore[attr-defined]
    assert {row[0] for mark in marks for row in mark.args[1]} == {each.key for each in C2017.requirements}


def test_the_ten_counties_stand_in_official_order() -> None:
    shorts = "张家港 常熟 太仓 昆山 吴江 吴中 相城 姑苏 工业园区 高新区"
    assert " ".join(unit.short for unit in C2017.units if unit.is_county) == shorts
    assert [slot.sender for slot in slots("liaison-list")] == [u.key for u in C2017.units if u.is_county]


def test_departments_of_the_annex() -> None:
    names = "监察支队 局法规处 固管中心 辐射站 监测中心 应急中心 局宣教处（中心） 局组织人事处"
    assert " ".join(unit.name for unit in C2017.units if unit.kind == "责任部门") == names


def test_briefs_are_owed_by_the_departments_of_their_row_and_no_others() -> None:
    task = next(task for task in C2017.tasks if task.key == "briefs")
    assert set(task.units) == {*asked("supervision-briefs").senders, *asked("department-briefs").senders}


def test_summary_or_self_report_is_one_group() -> None:
    assert asked("summary").any_of == asked("self-report").any_of != ""
    assert sum(bool(each.any_of) for each in C2017.requirements) == 2


def test_decisions_count_from_january_though_the_campaign_starts_in_june() -> None:
    stage = C2017.stage("campaign")
    disclosed = asked("decision-disclosed")
    assert stage.start_on == date(2017, 6, 1)
    assert disclosed.is_covered(2017, date(2017, 1, 3))
    assert not disclosed.is_covered(2017, date(2017, 11, 1))
    assert asked("decision-filed").entry_due(2017, date(2017, 1, 3)) == date(2017, 1, 10)


def test_the_channels_stay_the_four_names_of_the_annex() -> None:
    systems = {each.channel for each in C2017.requirements if "系统" in each.channel}
    assert systems == {"环境行政处罚案件信息系统", "处罚系统", "环境执法大练兵评分系统", "大练兵系统"}


def test_what_the_annex_leaves_open_is_said_and_nothing_invented() -> None:
    assert len(C2017.unknown) == 3
    assert "未提供细则" in asked("case-count").unknown
    assert "440147154" not in " ".join(f"{each.title}{each.note}" for each in C2017.requirements)


@pytest.mark.parametrize(
    ("year", "summary_due", "last_february"), [(2018, date(2018, 10, 25), 28), (2020, date(2020, 10, 25), 29)]
)
def test_another_year_shifts_dates_and_the_year_in_texts(year: int, summary_due: date, last_february: int) -> None:
    campaign = read_campaign(FILE, year)
    assert {slot.due_on for slot in asked("county-summary", campaign).slots(year)} == {summary_due}
    assert campaign.table_title == f"{year}年苏州市环境执法大练兵活动任务分解表"
    texts = "".join(task.text for task in campaign.tasks)
    assert "2017年" not in texts
    assert f"{year}年1-10月作出的行政处罚决定" in texts
    days = {day for stage in campaign.stages for day in (stage.start_on, stage.due_on)}
    assert {day.year for day in days} == {year}
    leap = FILE.read_text(encoding="utf-8").replace('start = "11-01"', 'start = "02-29"', 1)
    assert parse_campaign(leap, "闰.toml", year).stage("closing").start_on == date(year, 2, last_february)


@pytest.mark.parametrize("year", [0, -1, 1999, 2100, 99999])
def test_a_year_out_of_bounds_is_a_sentence(year: int) -> None:
    with pytest.raises(UserError, match="年份"):
        read_campaign(FILE, year)
