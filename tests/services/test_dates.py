"""A requirement due on several days (each week, each quarter): fanned out, kept, missed and counted day by day."""

from datetime import date
from pathlib import Path

from lianbing_desktop.domain.submission import State
from lianbing_desktop.services.desk import Desk
from tests.support.desk import desk_at

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


def started(folder: Path) -> Path:
    """Start the campaign in a home and return it."""
    with desk_at(folder, campaign="") as desk:
        desk.home.campaigns.mkdir(exist_ok=True)
        (desk.home.campaigns / "weekly.toml").write_text(CAMPAIGN, encoding="utf-8")
        desk.campaigns.start("weekly")
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
