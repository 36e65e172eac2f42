"""What is open: of every started campaign, of each kind, with the plan that holds for it."""

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

import pytest

from lianbing_desktop.domain.lead import DEFAULT_PLAN, QUOTA_PLAN, Lead, LeadPlan
from lianbing_desktop.domain.reminder import Item, ItemKind
from lianbing_desktop.domain.submission import State
from lianbing_desktop.errors import UserError
from lianbing_desktop.services.lead_plans import PlanScope
from tests.support.reminders import Room, campaign

START = datetime(2017, 10, 9, 8, 0)
SILENT = LeadPlan((), is_daily_after=False)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    room = Room(tmp_path / "home", START)
    room.campaigns.take(campaign())
    yield room
    room.close()


def items(room: Room, kind: ItemKind) -> list[Item]:
    return [item for item in room.reminders.items() if item.kind is kind]


def requirement_id(room: Room, key: str) -> int:
    return next(each.id for each in room.submissions.requirements() if each.key == key)


def step(room: Room, title: str, unit: str, period: str = "", on: date | None = None) -> None:
    fit = (
        each.id
        for each in room.submissions.all()
        if (each.requirement, each.period) == (title, period) and each.unit.startswith(unit)
    )
    room.submissions.mark(next(fit), State.RECEIVED, on)


def short(room: Room) -> dict[str, tuple[str, date]]:
    """Return the quota items of 常熟: title and due day by period."""
    found = [item for item in items(room, ItemKind.QUOTA) if item.unit.startswith("常熟")]
    return {item.id.split(".")[2]: (item.title, item.due_on) for item in found}


def test_tasks_are_told_only_where_nothing_is_handed_in_for_them(room: Room) -> None:
    titles = {item.title: item for item in items(room, ItemKind.TASK)}
    assert set(titles) == {"典型案例（至少1件，尚未登记）", "学习规定", "决定报备"}
    assert titles["典型案例（至少1件，尚未登记）"].due_on == date(2017, 11, 10)
    assert titles["学习规定"].plan.is_daily_after is False, "nobody can finish it, so it is not told every day"
    unit = room.campaigns.units()[0].id
    room.submissions.add(requirement_id(room, "cases"), unit, date(2017, 10, 1))
    room.submissions.add(requirement_id(room, "filing"), unit, date(2017, 10, 1))
    assert {item.title for item in items(room, ItemKind.TASK)} == {"学习规定"}


def test_a_task_told_of_on_no_day_it_ran_is_told_later_until_acknowledged(room: Room) -> None:
    tick = room.at("2017-12-01T10:00").reminders.tick()
    bare = [line for line in tick.fresh if line.title == "学习规定"]
    assert [line.lead.code for line in bare] == ["0"]
    room.reminders.acknowledge(bare)
    later = room.at("2017-12-20T10:00").reminders.tick()
    assert "学习规定" not in {line.title for line in later.pending}


def test_the_other_campaigns_are_told_too_and_named(room: Room) -> None:
    own = len(room.reminders.items())
    room.campaigns.take(campaign("next", 2018))
    room.at("2018-10-19T10:00")
    tick = room.reminders.tick()
    named = {line.item.campaign for line in tick.pending}
    assert named == {"", "2017年small"}
    old = next(line for line in tick.pending if line.item.campaign)
    assert old.text.endswith("（2017年small）")
    assert len([item for item in room.reminders.items() if item.campaign]) == own
    room.campaigns.switch(1)
    assert {line.item.campaign for line in room.reminders.pending()} == {"", "2018年next"}
    assert room.reminders.tick().fresh, "which one is on the desk changes no key"
    keys = {key for line in tick.pending for key in line.keys}
    assert keys == {key for line in room.reminders.pending() for key in line.keys}


def test_an_old_campaign_is_silenced_by_a_plan_of_its_own_only(room: Room) -> None:
    room.at("2017-12-01T10:00").reminders.tick()
    room.reminders.set_plan(PlanScope.CAMPAIGN, "1", SILENT)
    left = {line.item.kind for line in room.reminders.tick().pending}
    assert left == {ItemKind.QUOTA}, "the quota's warning is its own"
    room.reminders.set_plan(PlanScope.KIND, "quota", SILENT)
    assert room.reminders.tick().pending == []


def test_the_narrower_plan_wins(room: Room) -> None:
    reminders = room.reminders
    one = next(item for item in items(room, ItemKind.SUBMISSION) if item.title == "联络员名单")
    plans = [LeadPlan((Lead(days),), at=time(8)) for days in (11, 12, 13, 14)]
    scopes = [
        (PlanScope.CAMPAIGN, "1"), (PlanScope.KIND, "dated"), (PlanScope.REQUIREMENT, str(one.requirement_id)),
        (PlanScope.ITEM, one.key),
    ]  # fmt: skip
    assert one.plan == DEFAULT_PLAN
    for (scope, key), plan in zip(scopes, plans, strict=True):
        reminders.set_plan(scope, key, plan)
        assert reminders.plan_for(PlanScope.ITEM, one.key) == plan
        assert reminders.plan_for(scope, key) == plan
    assert [(each.scope, each.key) for each in sorted(reminders.plans())] == sorted(scopes)
    for (scope, key), plan in zip(reversed(scopes), [*plans[2::-1], DEFAULT_PLAN], strict=True):
        reminders.clear_plan(scope, key)
        assert reminders.plan_for(PlanScope.ITEM, one.key) == plan
    assert reminders.plan_for(PlanScope.KIND, "quota") == QUOTA_PLAN
    assert {item.plan for item in items(room, ItemKind.QUOTA)} == {QUOTA_PLAN}


def test_a_plan_is_kept_and_one_that_cannot_be_read_stops_nothing(room: Room) -> None:
    plan = LeadPlan((Lead(5, is_workdays=True), Lead(0)), at=time(14, 30))
    room.reminders.set_plan(PlanScope.CAMPAIGN, "1", plan)
    assert room.restart().reminders.plan_for(PlanScope.CAMPAIGN, "1") == plan
    with room.database.transaction():
        room.database.run("reminder_plans", "UPDATE reminder_plans SET plan = 'x'")
    assert room.restart().reminders.plan_for(PlanScope.CAMPAIGN, "1") == DEFAULT_PLAN
    assert room.reminders.tick().pending


def test_a_plan_that_could_not_be_read_back_is_refused(room: Room) -> None:
    with pytest.raises(UserError, match="提醒方案读不懂"):
        room.reminders.set_plan(PlanScope.CAMPAIGN, "1", LeadPlan((Lead(3), Lead(3))))
    assert room.reminders.plans() == []


@pytest.mark.parametrize(
    ("due_on", "words"),
    [
        ("2017-10-30", ""),
        ("2017-10-11", "截止日 10月11日 周三，只剩 2 天，已过“提前3天”的提醒时间，保存后会立即提醒。"),
        ("2017-10-09", "截止日 10月9日 周一，就是今天，已过“提前1天”的提醒时间，保存后会立即提醒。"),
        ("2017-10-08", "截止日 10月8日 周日 已过 1 天，保存后会立即提醒。"),
        ("2016-12-30", "截止日 2016年12月30日 周五 已过 283 天，保存后会立即提醒。"),
    ],
)
def test_what_is_entered_late_is_said_before_saving(room: Room, due_on: str, words: str) -> None:
    assert room.reminders.late_entry_words(date.fromisoformat(due_on), DEFAULT_PLAN) == words


def test_what_is_entered_after_its_due_day_is_due_at_once(room: Room) -> None:
    before = {line.item.key for line in room.reminders.tick().pending}
    room.submissions.add(requirement_id(room, "filing"), room.campaigns.units()[0].id, date(2017, 9, 1))
    (new,) = [line for line in room.reminders.tick().fresh if line.item.key not in before]
    assert (new.title.split(" ")[0], new.lead.is_overdue) == ("决定报备", True)


def test_a_quota_says_what_will_be_missing(room: Room) -> None:
    room.at("2017-10-26T09:00")
    line = next(
        line for line in room.reminders.tick().fresh if line.item.kind is ItemKind.QUOTA and "10月" in line.title
    )
    assert (line.title, line.lead.words) == ("工作简讯 · 10月：还差1篇，按此进度将缺1篇", "月末前3个工作日")
    assert line.target[0] == "task"


def test_a_quota_counts_by_the_day_of_the_event_not_of_the_entry(room: Room) -> None:
    unit = room.campaigns.units()[0].id
    briefs = requirement_id(room, "briefs")
    assert set(short(room)) == {"2017-09", "2017-10", "2017-11"}
    room.at("2017-11-20T10:00")
    number = room.submissions.add(briefs, unit, date(2017, 10, 28))
    room.submissions.mark(number, State.RECEIVED)
    assert set(short(room)) == {"2017-09", "2017-11"}, "entered in November, about October"
    step(room, "工作简讯", "常熟", "2017-09", on=date(2017, 9, 29))
    assert set(short(room)) == {"2017-11"}, "the step was taken in September, whenever it was typed in"
    room.at("2017-12-20T10:00")
    number = room.submissions.add(briefs, unit, date(2017, 12, 10))
    room.submissions.mark(number, State.RECEIVED)
    assert set(short(room)) == {"2017-11"}, "an event after the last period fills no period"


def test_a_quota_met_by_an_entry_is_told_no_more(room: Room) -> None:
    room.at("2017-10-27T10:00").reminders.tick()
    told = {line.item.key for line in room.reminders.pending() if line.item.kind is ItemKind.QUOTA}
    step(room, "工作简讯", "常熟", "2017-10")
    left = {line.item.key for line in room.reminders.tick().pending if line.item.kind is ItemKind.QUOTA}
    assert len(told - left) == 1


def test_the_week_on_one_sheet(room: Room) -> None:
    room.at("2017-10-13T10:00")
    step(room, "联络员名单", "太仓", on=date(2017, 10, 12))
    sheet = room.at("2017-10-16T08:30").reminders.weekly_sheet()
    rows = {(str(row[0]), str(row[3]).split("：")[0], str(row[2])) for row in sheet.rows}
    assert rows >= {
        ("本周到期", "联络员名单", "常熟市环保局"),
        ("本周到期", "学习规定", "—"),
        ("已逾期", "工作简讯 · 9月", "常熟市环保局"),
        ("上周收到", "联络员名单", "太仓市环保局"),
        ("份额不足", "工作简讯 · 9月", "太仓市环保局"),
    }
    order = [str(row[0]) for row in sheet.rows]
    assert order == sorted(order, key=["本周到期", "已逾期", "上周收到", "份额不足"].index)
    assert sheet.title == "周报（10月16日 周一—10月22日 周日）"


def test_a_faulty_holiday_file_does_not_silence_the_reminders(room: Room) -> None:
    expected = room.at("2017-10-20T10:00").reminders.tick().pending
    folder = room.home / "holidays"
    folder.mkdir(exist_ok=True)
    (folder / "2017.toml").write_text("year = 'x'", encoding="utf-8")
    assert room.restart().reminders.tick().pending == expected
