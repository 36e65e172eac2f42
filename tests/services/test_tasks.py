"""Tasks: how far each row has come, what is due next, and editing one."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from lianbing_desktop.domain.standing import Urgency
from lianbing_desktop.domain.submission import State
from lianbing_desktop.errors import UserError
from lianbing_desktop.services.desk import Desk
from lianbing_desktop.services.tasks import TaskLine
from tests.support.desk import asked, desk_at, piece, unit_id


def line(desk: Desk, words: str) -> TaskLine:
    return next(each for each in desk.tasks.all() if words in each.task.text)


def receive_all(desk: Desk, title: str) -> None:
    for each in desk.submissions.all():
        if each.requirement == title:
            desk.submissions.receive(each.id, [])


def test_rows_stand_in_the_tables_order_with_stage_and_units(desk: Desk) -> None:
    lines = desk.tasks.all()
    assert [each.stage.period for each in lines] == (
        ["6月2日前"] * 2 + ["6月6日前"] + ["6月-10月"] * 13 + ["10月25日-31日"] * 2 + ["11月-12月"]
    )
    assert [unit.name for unit in line(desk, "公众满意度").units] == ["局宣教处（中心）", "监察支队"]


def test_progress_and_the_next_day_something_is_due(desk: Desk) -> None:
    launch = line(desk, "建立工作QQ群")
    assert (launch.done, launch.total, launch.next_due_on) == (0, 34, date(2017, 6, 5))
    assert launch.state == "逾期 137 天"
    for title in ("联络员名单", "信息报送专人", "活动方案备案"):
        receive_all(desk, title)
    launch = line(desk, "建立工作QQ群")
    assert (launch.done, launch.next_due_on, launch.state) == (30, date(2017, 6, 6), "逾期 136 天")
    for each in launch.requirements[3:]:
        number = piece(desk, each.title).id
        desk.submissions.receive(number, [])
        if each.receiver == "province":
            desk.submissions.mark(number, State.SENT_UP)
    done = line(desk, "建立工作QQ群")
    assert (done.done, done.next_due_on, done.state) == (34, None, "已完成")


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2017, 6, 1), "还有 1 天"),
        (date(2017, 5, 20), "未开始"),
        (date(2017, 6, 2), "今天到期"),
        (date(2017, 6, 3), "逾期 1 天"),
    ],
)
def test_the_state_of_a_row_by_the_day(home: Path, today: date, state: str) -> None:
    with desk_at(home, today) as desk:
        assert line(desk, "推进工作小组").state == state


def test_a_row_begun_and_not_pressing_is_under_way(home: Path) -> None:
    with desk_at(home, date(2017, 7, 15)) as desk:
        receive_all(desk, "全员学习活动")
        first = piece(desk, "案卷质量")
        desk.submissions.receive(first.id, [])
        assert line(desk, "案卷质量").state == "进行中"
        assert line(desk, "全面系统学习").state == "已完成"


def test_a_row_that_owes_nothing_is_never_overdue(home: Path) -> None:
    with desk_at(home, date(2017, 11, 30)) as desk:
        taihu = line(desk, "太湖等流域")
        assert (taihu.total, taihu.state, taihu.standing.urgency) == (0, "无报送件", Urgency.SETTLED)
        desk.submissions.add(
            asked(desk, "太湖等流域交叉检查加分事项").id, unit_id(desk, "monitoring"), date(2017, 9, 1)
        )
        assert line(desk, "太湖等流域").state == "逾期 30 天"


def test_what_must_still_be_entered_keeps_a_row_open(desk: Desk) -> None:
    receive_all(desk, "配合“执法公众满意度”调查")
    row = line(desk, "公众满意度")
    assert (row.done, row.total, row.next_due_on) == (1, 2, date(2017, 10, 31))
    added = desk.submissions.add(asked(desk, "参评集体事迹材料").id, unit_id(desk, "kunshan"), date(2017, 10, 1))
    desk.submissions.receive(added, [])
    assert line(desk, "公众满意度").state == "已完成"


def test_a_task_is_changed_and_stays_changed(home: Path) -> None:
    with desk_at(home) as desk:
        task = line(desk, "推进工作小组").task
        due = task.due_on + timedelta(days=3)
        desk.tasks.change(replace(task, text="成立小组", note="已报", due_on=due, units=("legal", "supervision")))
    with desk_at(home) as desk:
        changed = desk.tasks.get(task.id)
        assert (changed.task.text, changed.task.note, changed.task.due_on) == ("成立小组", "已报", due)
        assert [unit.key for unit in changed.units] == ["legal", "supervision"]


def test_a_task_cannot_lose_its_text_or_end_before_it_begins(desk: Desk) -> None:
    task = desk.tasks.all()[0].task
    with pytest.raises(UserError, match="任务内容不能为空"):
        desk.tasks.change(replace(task, text=" \n "))
    with pytest.raises(UserError, match="早于开始日期"):
        desk.tasks.change(replace(task, due_on=task.start_on - timedelta(days=1)))
    assert desk.tasks.all()[0].task == task
    with pytest.raises(UserError, match="没有这项任务"):
        desk.tasks.get(99999)
