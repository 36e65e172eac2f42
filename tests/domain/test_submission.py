"""The steps a submission walks, when its deadline is met, and groups in which one member is enough."""

from dataclasses import replace
from datetime import date

import pytest

from lianbing_desktop.domain.submission import (
    State,
    Submission,
    needs_reason,
    next_states,
    settle_groups,
    settled_states,
)
from lianbing_desktop.domain.unit import UnitKind

NEXT = {
    "未报": "已收 不适用",
    "已收": "已收 已审 已上报 退回 不适用",
    "已审": "已收 已上报 退回 不适用",
    "已上报": "回执 退回",
    "回执": "退回",
    "退回": "已收 不适用",
    "不适用": "未报",
}
BLANK = Submission(
    id=1, requirement_id=1, requirement="活动总结", task_id=1, unit_id=1, unit="张家港市环保局", unit_key="zjg",
    receiver="市局", period="", number=1, label="", due_on=date(2017, 10, 25), state=State.OPEN, is_settled=False,
    form="正式文件", channel="", any_of="",
)  # fmt: skip


@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("target", list(State))
def test_every_pair_of_states(state: State, target: State) -> None:
    assert (target in next_states(state)) is (target.value in NEXT[state.value].split())


def test_the_usual_next_step_comes_first() -> None:
    walk = [State.OPEN]
    while walk[-1] is not State.RECEIPT:
        walk.append(next_states(walk[-1])[0])
    assert walk == ["未报", "已收", "已审", "已上报", "回执"]


@pytest.mark.parametrize("state", list(State))
def test_only_a_return_and_an_exemption_must_say_why(state: State) -> None:
    assert needs_reason(state) is (state in (State.RETURNED, State.NOT_NEEDED))


@pytest.mark.parametrize(
    ("receiver", "settled"),
    [
        (UnitKind.BUREAU, "已收 已审 已上报 回执 不适用"),
        (UnitKind.DEPARTMENT, "已收 已审 已上报 回执 不适用"),
        (UnitKind.COUNTY, "已收 已审 已上报 回执 不适用"),
        (UnitKind.PROVINCE, "已上报 回执 不适用"),  # received from a colleague is not yet sent up
    ],
)
def test_a_deadline_is_met_by_what_its_receiver_has(receiver: UnitKind, settled: str) -> None:
    assert settled_states(receiver) == set(settled.split())


def group(*members: Submission) -> list[bool]:
    return [each.is_settled for each in settle_groups(list(members))]


def member(state: State, **changes: object) -> Submission:
    settled = state not in (State.OPEN, State.RETURNED)
    return replace(BLANK, any_of="总结或报告", state=state, is_settled=settled, **changes)


def test_one_member_of_a_group_is_enough() -> None:
    assert group(member(State.SENT_UP), member(State.OPEN)) == [True, True]
    assert group(member(State.OPEN), member(State.OPEN)) == [False, False]


def test_another_unit_or_another_month_is_another_group() -> None:
    assert group(member(State.SENT_UP), member(State.OPEN, unit_id=2)) == [True, False]
    assert group(member(State.SENT_UP, period="2017-06"), member(State.OPEN, period="2017-07")) == [True, False]


def test_an_exempted_member_leaves_the_other_one_to_be_handed_in() -> None:
    assert group(member(State.NOT_NEEDED), member(State.OPEN)) == [True, False]
    assert group(member(State.NOT_NEEDED), member(State.NOT_NEEDED)) == [True, True]


def test_what_is_in_no_group_stands_alone() -> None:
    assert group(replace(BLANK, state=State.RECEIVED, is_settled=True), BLANK) == [True, False]


@pytest.mark.parametrize(
    ("received_on", "days"),
    [(None, 0), (date(2017, 10, 24), 0), (date(2017, 10, 25), 0), (date(2017, 10, 26), 1), (date(2017, 11, 25), 31)],
)
def test_days_late_by_the_day_of_receipt(received_on: date | None, days: int) -> None:
    assert replace(BLANK, received_on=received_on).days_late == days


@pytest.mark.parametrize(
    ("period", "label", "title"),
    [
        ("", "", "活动总结"),
        ("2017-06", "", "活动总结 · 6月"),
        ("2017-10", "第2篇", "活动总结 · 10月 第2篇"),
        ("", "会议通知", "活动总结 · 会议通知"),
    ],
)
def test_the_title_names_period_and_piece(period: str, label: str, title: str) -> None:
    assert replace(BLANK, period=period, label=label).title == title
