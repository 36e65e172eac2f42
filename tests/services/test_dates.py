"""A requirement due on several days (each week, each quarter): fanned out, kept, missed and counted day by day."""

from datetime import date
from pathlib import Path

import pytest

from lianbing_desktop.domain.period import period_key
from lianbing_desktop.domain.submission import State
from lianbing_desktop.paths import resource
from lianbing_desktop.reading.tables import read_plan
from lianbing_desktop.services.desk import Desk
from tests.support.desk import desk_at
from tests.support.returning import fill, without_id
from tests.support.tables_score import source_of

CAMPAIGN = """
name = "weekly"
title = "周报活动"
table_title = "周报活动任务分解表"
year = 2017
revision = 1
source = "自拟"
unknown = []

[[units]]
key = "bureau"
name = "市环保局"
kind = "市局"

[[units]]
key = "a"
name = "甲处"
kind = "责任部门"

[[stages]]
key = "s"
period = "6月"
start = "06-01"
due = "06-30"

[[tasks]]
key = "t"
stage = "s"
units = ["a"]
text = "每周五报送进展，不少于2篇"

[[tasks.requirements]]
key = "weekly"
title = "进展"
senders = ["a"]
receiver = "bureau"
due = { dates = ["06-23", "06-09", "06-16"] }
count = 2
measure = "篇"
quota = true
"""


def started(folder: Path, text: str = CAMPAIGN, name: str = "weekly") -> Path:
    """Start the campaign in a home and return it."""
    with desk_at(folder, campaign="") as desk:
        desk.home.campaigns.mkdir(exist_ok=True)
        (desk.home.campaigns / f"{name}.toml").write_text(text, encoding="utf-8")
        desk.campaigns.start(name)
    return folder


def days(desk: Desk) -> list[tuple[str, str, date]]:
    return [(each.period, each.period_words, each.due_on) for each in desk.submissions.all()]


def test_every_date_is_owed_and_comes_back_after_a_restart(tmp_path: Path) -> None:
    home = started(tmp_path)
    with desk_at(home, campaign="") as desk:
        assert days(desk) == [
            (f"2017-06-{day:02d}", f"6月{day}日 第{piece}篇", date(2017, 6, day))
            for day in (9, 16, 23)
            for piece in (1, 2)
        ]
        (requirement,) = desk.submissions.requirements()
        assert requirement.due.spoken() == "6月9日、6月16日、6月23日前"


def test_a_date_that_went_by_is_missed_and_the_next_is_not(tmp_path: Path) -> None:
    with desk_at(started(tmp_path), campaign="") as desk:
        missed = desk.submissions.missing(date(2017, 6, 16))
        assert sorted({line.due_on for line in missed}) == [date(2017, 6, 9), date(2017, 6, 16)]


def test_what_came_counts_for_its_own_week(tmp_path: Path) -> None:
    with desk_at(started(tmp_path), campaign="") as desk:
        first = desk.submissions.all()[0]
        desk.submissions.mark(first.id, State.RECEIVED, on=date(2017, 6, 8))
        got = {quota.period: (quota.got, quota.start_on, quota.due_on) for quota in desk.submissions.quotas()}
    assert got == {
        "2017-06-09": (1, date(2017, 6, 1), date(2017, 6, 9)),
        "2017-06-16": (0, date(2017, 6, 10), date(2017, 6, 16)),
        "2017-06-23": (0, date(2017, 6, 17), date(2017, 6, 23)),
    }


WEEKS = '{ dates = ["06-09", "06-16", "06-23"], by = "week" }'
LATER = '{ dates = ["07-05", "08-05"], by = "month", behind = 1 }'


def with_due(due: str) -> str:
    return CAMPAIGN.replace('{ dates = ["06-23", "06-09", "06-16"] }', due)


def test_weeks_have_their_names(tmp_path: Path) -> None:
    with desk_at(started(tmp_path, with_due(WEEKS)), campaign="") as desk:
        assert days(desk)[0] == ("2017-W23", "第23周（6月5日—11日） 第1篇", date(2017, 6, 9))
        (requirement,) = desk.submissions.requirements()
        assert (requirement.due.by, requirement.due.spoken()) == ("week", "每周：6月9日、6月16日、6月23日前")
        spans = [(quota.start_on, quota.due_on) for quota in desk.submissions.quotas()]
    assert spans[1] == (date(2017, 6, 10), date(2017, 6, 16))


def test_what_is_due_next_month_is_about_this_one(tmp_path: Path) -> None:
    with desk_at(started(tmp_path, with_due(LATER)), campaign="") as desk:
        (requirement,) = desk.submissions.requirements()
        quotas = [(quota.period, quota.start_on, quota.due_on) for quota in desk.submissions.quotas()]
        assert quotas[0] == ("2017-06", date(2017, 6, 1), date(2017, 6, 30))
        assert desk.submissions.all()[0].due_on == date(2017, 7, 5)
        for day, month in (
            (date(2017, 6, 30), "2017-06"),
            (date(2017, 7, 3), "2017-07"),
            (date(2017, 9, 1), "2017-07"),
        ):
            assert requirement.entry_period(2017, day) == month


def test_days_that_share_a_period_are_called_by_themselves(tmp_path: Path) -> None:
    two = '{ dates = ["06-05", "06-08", "06-16"], by = "week" }'
    with desk_at(started(tmp_path, with_due(two)), campaign="") as desk:
        assert [period for period, _, _ in days(desk)][::2] == ["2017-06-05", "2017-06-08", "2017-06-16"]


def test_an_imported_plan_is_kept_as_it_was_printed(tmp_path: Path) -> None:
    rows = (
        "每周五报送进展",
        "每季度末报送小结",
        "次月5日前报送月报",
        "每日报送日报",
        "6月5日、9月5日前报送名单",
        "每旬报送情况",
    )
    text = "工作任务 | 责任单位 | 时间\n" + "\n".join(f"{words} | 办公室 | 6月1日至10月31日" for words in rows)
    plan = read_plan(source_of(text), 2017)
    with desk_at(tmp_path, campaign="") as desk:
        defined = desk.plans.defined(plan, "表")
        desk.plans.take(defined, plan, "表")
    with desk_at(tmp_path, campaign="") as desk:
        kept = desk.submissions.requirements()
        assert [item.due for item in kept] == [item.due for item in defined.requirements]
        slots = [(slot.period, slot.due_on) for item in defined.requirements for slot in item.slots(2017)]
        assert sorted(slots) == sorted((each.period, each.due_on) for each in desk.submissions.all())
        assert desk.plans.compare(plan, "表").is_empty


DISPATCH = """due = { months = [6, 7, 8, 9, 10] }
note = "各地行政处罚案件和涉及行政处罚复议案件情况。\""""


@pytest.fixture
def weekly_forms(tmp_path: Path) -> Path:
    """The 2017 campaign, its 月调度 asked for in three weeks."""
    text = resource("campaigns/suzhou-2017.toml").read_text(encoding="utf-8")
    assert DISPATCH in text
    changed = text.replace(DISPATCH, DISPATCH.replace("{ months = [6, 7, 8, 9, 10] }", WEEKS))
    return started(tmp_path / "home", changed, "suzhou-2017")


def test_a_form_goes_out_and_comes_back_for_a_week(weekly_forms: Path, tmp_path: Path) -> None:
    row = (3, 2, 12.5, 0, 0, 1, 0, 0, 1, 2, 0, 0, 0, 0, 0, 2, 2, 2, 2, 1, "")
    with desk_at(weekly_forms, campaign="") as desk:
        asked = desk.forms.requirement("dispatch")
        assert desk.forms.periods(asked) == ["2017-W23", "2017-W24", "2017-W25"]
        forms = desk.forms.prepare(asked, "2017-W24")
        assert forms[0].name.endswith("_2017年第24周（6月12日—18日）.xlsx")
        paths = desk.forms.write(forms, tmp_path / "out")
        desk.forms.record(forms)
        fill(paths[0], row)
        bare = without_id(paths[0], tmp_path / f"{forms[0].unit}_月调度表_第24周.xlsx")
        other = tmp_path / paths[0].name.replace("第24周（6月12日—18日）", "第23周")
        other.write_bytes(paths[0].read_bytes())
        with_id, by_words, wrong = (desk.collecting.collect([each])[0] for each in (paths[0], bare, other))
        assert [each.match.period for each in (with_id, by_words) if each.match] == ["2017-W24", "2017-W24"]
        assert with_id.is_good
        assert "填错了时期" in " ".join(wrong.faults)


def test_reports_stand_with_weeks(weekly_forms: Path) -> None:
    with desk_at(weekly_forms, date(2017, 6, 21), campaign="") as desk:
        assert period_key("week", desk.clock.today()) == "2017-W25"
        told = {figure.name: figure.words for figure in desk.reports.figures("bulletin").values}
        assert told["月份"] == "第24周（6月12日—18日）"
        assert told["通报截止日"] == "2017年6月18日"
