"""The day's columns out of plain values."""

from datetime import date
from pathlib import Path

import pytest

from lianbing_desktop.app import open_desk
from lianbing_desktop.domain.quota import Quota
from lianbing_desktop.domain.submission import State
from lianbing_desktop.gui.today.agenda import Agenda, Source, horizon, make_agenda, recent_lines
from lianbing_desktop.gui.today.lagging import is_lagging
from lianbing_desktop.gui.today.line import count_of
from lianbing_desktop.gui.today.nodes import nodes
from lianbing_desktop.gui.widgets.badge import Shape
from lianbing_desktop.services.desk import Desk


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "材料.docx"
    path.write_bytes(b"content")
    return path


def agenda(desk: Desk, today: date) -> Agenda:
    return make_agenda(
        Source(
            desk.submissions.missing(horizon(today)),
            {each.id: each for each in desk.submissions.all()},
            {each.id: each for each in desk.submissions.requirements()},
            {line.task.key: line.task for line in desk.tasks.all()},
            desk.submissions.quotas(),
            today,
        )
    )


def receive_all(desk: Desk, paper: Path, title: str, count: int | None = None) -> None:
    pieces = [each for each in desk.submissions.all() if each.requirement == title]
    for each in pieces[:count]:
        desk.submissions.receive(each.id, [paper])


@pytest.mark.parametrize(
    ("today", "last"),
    [("2017-10-16", "2017-10-22"), ("2017-10-18", "2017-10-22"), ("2017-10-20", "2017-10-29")],
)
def test_the_week_reaches_to_sunday_and_from_thursday_on_to_the_next(today: str, last: str) -> None:
    assert horizon(date.fromisoformat(today)) == date.fromisoformat(last)


def test_a_due_day_stands_in_the_right_column_on_each_day(desk: Desk) -> None:
    def columns_of_summary(today: date) -> list[str]:
        found = agenda(desk, today)
        columns = {"overdue": found.overdue, "today": found.today, "soon": found.soon}
        return [name for name, lines in columns.items() if any("活动总结（各市、区）" in line.title for line in lines)]

    assert columns_of_summary(date(2017, 10, 11)) == []
    assert columns_of_summary(date(2017, 10, 23)) == ["soon"]
    assert columns_of_summary(date(2017, 10, 25)) == ["today"], "the due day itself is in time"
    assert columns_of_summary(date(2017, 10, 26)) == ["overdue"]


def test_many_of_one_requirement_become_one_line_that_names_how_many_units(desk: Desk, paper: Path) -> None:
    receive_all(desk, paper, "联络员名单", 7)
    line = next(line for line in agenda(desk, date(2017, 10, 20)).overdue if line.title == "联络员名单")
    assert (line.who, len(line.children), line.target) == ("3 个单位未报", 3, None)
    assert {child.target for child in line.children} == {
        ("submission", each.id)
        for each in desk.submissions.all()
        if each.requirement == "联络员名单" and not each.is_settled
    }


def test_two_of_one_requirement_stay_two_lines(desk: Desk, paper: Path) -> None:
    receive_all(desk, paper, "联络员名单", 8)
    lines = [line for line in agenda(desk, date(2017, 10, 20)).overdue if line.title == "联络员名单"]
    assert [bool(line.children) for line in lines] == [False, False]
    assert all(line.target and line.action == "收件" for line in lines)


def test_one_hundred_overdue_pieces_make_few_lines(desk: Desk) -> None:
    overdue = agenda(desk, date(2017, 12, 31)).overdue
    assert count_of(overdue) > 100
    assert len(overdue) < 60


def test_what_was_received_but_must_go_up_is_still_overdue_with_its_next_step(desk: Desk, paper: Path) -> None:
    receive_all(desk, paper, "联络员名单（报省厅）")
    line = next(line for line in agenda(desk, date(2017, 6, 7)).overdue if "联络员名单（报省厅）" in line.title)
    assert (line.badge.word, line.badge.shape, line.action) == ("逾期 1 天", Shape.FLAG, "审核")


def test_a_running_month_without_its_brief_lags_and_an_ended_one_is_overdue(desk: Desk) -> None:
    found = agenda(desk, date(2017, 10, 20))
    months = next(line for line in found.behind if line.title == "工作简讯（各市、区）")
    assert months.badge.word == "10月 0/1 篇"
    assert len(months.children) == 10
    assert any(line.title == "工作简讯（各市、区）" and len(line.children) == 40 for line in found.overdue)


def test_a_quota_in_all_tells_what_will_be_missing_at_this_pace(desk: Desk, paper: Path) -> None:
    receive_all(desk, paper, "工作简讯（监察支队）", 3)
    line = next(line for line in agenda(desk, date(2017, 10, 20)).behind if line.who == "监察支队")
    assert (line.badge.word, line.when) == ("3/6 篇", "按此进度将缺 3 篇")
    assert desk.submissions.get(line.target[1]).state is State.OPEN


@pytest.mark.parametrize(
    ("needed", "got", "day", "lags"),
    [
        (1, 0, 1, False),  # the month has just begun
        (1, 0, 20, True),  # two thirds gone, nothing there
        (1, 1, 20, False),
        (6, 1, 12, True),  # short of an even pace
        (6, 6, 31, False),
    ],
)
def test_which_quota_is_worth_a_word(needed: int, got: int, day: int, lags: bool) -> None:
    quota = Quota(1, "简讯", "单位", "2017-10", needed, got, "篇", date(2017, 10, 1), date(2017, 10, 31))
    assert is_lagging(quota, date(2017, 10, day)) is lags


def test_what_must_be_entered_first_leads_to_its_task(desk: Desk) -> None:
    entries = [
        line
        for line in (*agenda(desk, date(2017, 12, 31)).overdue,)
        for line in (line.children or (line,))
        if "尚未登记" in line.title
    ]
    assert entries
    assert all(line.action == "登记" and line.target[0] == "task" and line.target[1] for line in entries)


def test_recent_lines_show_the_newest_first_and_only_what_has_files(desk: Desk, paper: Path) -> None:
    first, second, third = desk.submissions.all()[:3]
    desk.submissions.receive(first.id, [paper], on=date(2017, 10, 18))
    desk.submissions.receive(second.id, [paper], on=date(2017, 10, 19))
    desk.submissions.mark(third.id, State.NOT_NEEDED, note="本地没有")
    assert [line.target[1] for line in recent_lines(desk.submissions.all())] == [second.id, first.id]


def test_the_next_node_counts_what_is_open_and_names_the_stage_that_ends(desk: Desk, paper: Path) -> None:
    receive_all(desk, paper, "活动总结（各市、区）", 4)
    ahead = nodes(desk.submissions.all(), desk.campaigns.stages(), date(2017, 10, 20))
    assert (ahead[0].on, ahead[0].days, ahead[0].open_count) == (date(2017, 10, 25), 5, 6)
    assert ahead[0].words == "活动总结（各市、区）等 6 件未完成"
    assert ahead[1].on == date(2017, 10, 31)
    assert ahead[1].stage


def test_with_everything_settled_nothing_presses(tmp_path: Path) -> None:
    desk = open_desk(tmp_path / "home", date(2017, 10, 20))
    desk.campaigns.start("suzhou-2017")
    for each in desk.submissions.all():
        desk.submissions.mark(each.id, State.NOT_NEEDED, note="试验")
    found = agenda(desk, date(2017, 10, 20))
    assert (found.overdue, found.today, found.soon, found.behind) == ((), (), (), ())
    desk.close()
