"""Every write leaves a line in the log, and settings are kept."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from lianbing_desktop.domain.lead import DEFAULT_PLAN
from lianbing_desktop.domain.package import Verdict
from lianbing_desktop.domain.submission import State
from lianbing_desktop.services.desk import Desk
from lianbing_desktop.services.journal import Journal
from lianbing_desktop.services.lead_plans import PlanScope
from lianbing_desktop.services.packages import Built
from lianbing_desktop.services.settings import OFFICER
from tests.support.desk import CAMPAIGN, asked, desk_at, paper, piece, unit_id


def lines(desk: Desk) -> list[tuple[str, str]]:
    journal: Journal = desk.submissions._journal
    return [(row["action"], row["table_name"]) for row in reversed(journal.newest(1000))]


def entry(desk: Desk) -> int:
    return desk.submissions.add(asked(desk, "媒体宣传").id, unit_id(desk, "publicity"), date(2017, 7, 1))


def county(desk: Desk) -> int:
    return piece(desk, "联络员名单", "常熟").id


def undone(desk: Desk) -> None:
    desk.submissions.undo(county(desk), desk.submissions.receive(county(desk), []))


def brought_back(desk: Desk) -> None:
    number = entry(desk)
    desk.submissions.withdraw(number)
    desk.submissions.bring_back(number)


def changed(desk: Desk) -> None:
    desk.tasks.change(replace(desk.tasks.all()[0].task, note="改"))


def renamed(desk: Desk) -> None:
    path = paper(desk.home.root.parent / "in", "名" * 70 + ".pdf")
    desk.submissions.receive(piece(desk, "活动总结（各市、区）", "常熟").id, [path])
    desk.packages.accept_names({each.id for each in desk.packages.candidates()})


def several(desk: Desk) -> None:
    ids = [piece(desk, "联络员名单", unit).id for unit in ("常熟", "太仓")]
    desk.submissions.undo_all(desk.submissions.mark_all(ids, State.RECEIVED))


WRITES: list[tuple[Callable[[Desk], object], list[str]]] = [
    (lambda desk: desk.campaigns.start(CAMPAIGN, 2018), ["启动活动"]),
    (lambda desk: desk.campaigns.switch(1), ["换到活动"]),
    (lambda desk: desk.submissions.receive(county(desk), []), ["改为已收"]),
    (lambda desk: desk.submissions.mark(county(desk), State.NOT_NEEDED, note="撤并"), ["改为不适用"]),
    (several, ["改为已收", "改为已收", "撤销", "撤销"]),
    (undone, ["改为已收", "撤销"]),
    (entry, ["登记报送件"]),
    (brought_back, ["登记报送件", "撤下报送件", "恢复报送件"]),
    (changed, ["修改任务"]),
    (lambda desk: desk.reminders.tick(), ["提醒", "提醒"]),  # so many are written in two portions
    (lambda desk: desk.reminders.show(desk.reminders.tick().fresh), ["提醒", "提醒", "显示提醒"]),
    (
        lambda desk: desk.reminders.bring_back(desk.reminders.acknowledge(desk.reminders.pending())),
        ["知道了", "撤销知道了"],
    ),
    (lambda desk: desk.reminders.snooze(desk.reminders.pending(), datetime(2027, 1, 1), True), ["稍后提醒"]),
    (lambda desk: desk.reminders.set_plan(PlanScope.KIND, "monthly", DEFAULT_PLAN), ["设置提醒方案"]),
    (lambda desk: desk.reminders.clear_plan(PlanScope.KIND, "monthly"), ["取消提醒方案"]),
    (lambda desk: desk.settings.put(OFFICER, "王芳"), ["修改设置"]),
    (renamed, ["改为已收", "修改设置"]),
    (lambda desk: desk.packages.record(Built(Path("x"), None, Verdict(1))), ["制作材料包"]),
]


@pytest.mark.parametrize(("write", "actions"), WRITES)
def test_every_write_leaves_a_line(desk: Desk, write: Callable[[Desk], object], actions: list[str]) -> None:
    before = lines(desk)
    write(desk)
    assert [action for action, _ in lines(desk)[len(before) :]] == actions


def test_every_write_touches_the_log_in_the_same_transaction(desk: Desk) -> None:
    heard: list[frozenset[str]] = []
    desk.listen(heard.append)
    for write, _ in WRITES:
        write_quietly(desk, write)
    assert len(heard) >= len(WRITES)
    assert all("log" in tables for tables in heard)


def write_quietly(desk: Desk, write: Callable[[Desk], object]) -> None:
    """Let a write fail that an earlier one of the same list has made impossible."""
    from lianbing_desktop.errors import UserError

    try:
        write(desk)
    except (UserError, LookupError):
        return


def test_the_log_has_the_clocks_time_and_nothing_of_a_person(desk: Desk) -> None:
    desk.submissions.receive(county(desk), [], note="电话 13800000000", person="王芳")
    desk.settings.put(OFFICER, "王芳")
    rows = desk.submissions._journal.newest(2)
    assert {row["at"][:11] for row in rows} == {"2017-10-20T"}
    assert not [row for row in rows if "王芳" in row["detail"] or "138" in row["detail"]]


def test_a_setting_is_kept_and_may_be_empty(home: Path) -> None:
    with desk_at(home) as desk:
        assert desk.settings.get(OFFICER, "无") == "无"
        desk.settings.put(OFFICER, "王芳")
        desk.settings.put("scheme", "")
    with desk_at(home) as desk:
        assert (desk.settings.get(OFFICER), desk.settings.get("scheme", "dark")) == ("王芳", "")
