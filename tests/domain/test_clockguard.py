"""The clock guard: set back, ahead, believed, on a trial day."""

from datetime import datetime, timedelta

import pytest

from lianbing_desktop.domain.clockguard import ClockGuard, ClockState, judge

BEFORE = datetime(2017, 10, 20, 17, 30)
GUARD = ClockGuard(BEFORE, BEFORE)


@pytest.mark.parametrize(
    ("ahead", "state", "days"),
    [
        (timedelta(0), ClockState.OK, 0),
        (timedelta(minutes=-2), ClockState.OK, 0),
        (timedelta(minutes=-2, seconds=-1), ClockState.SET_BACK, 0),
        (timedelta(days=-400), ClockState.SET_BACK, 400),
        (timedelta(days=1), ClockState.OK, 0),
        (timedelta(days=1, seconds=1), ClockState.AHEAD, 1),
        (timedelta(days=21), ClockState.AHEAD, 21),
    ],
)
def test_how_a_clock_stands(ahead: timedelta, state: ClockState, days: int) -> None:
    verdict = judge(BEFORE + ahead, GUARD)
    assert (verdict.state, verdict.days) == (state, days)
    assert verdict.effective == max(BEFORE + ahead, BEFORE)
    assert bool(verdict.words) is verdict.is_doubtful is (state is not ClockState.OK)
    assert verdict.is_provisional is (state is ClockState.AHEAD)


def test_the_first_clock_ever_seen_is_believed() -> None:
    assert judge(BEFORE, None).state is ClockState.OK


def test_a_trial_day_is_neither_believed_nor_remembered() -> None:
    verdict = judge(BEFORE - timedelta(days=99), GUARD, is_trial=True)
    assert (verdict.state, verdict.effective, verdict.is_provisional) == (ClockState.TRIAL, verdict.now, True)
    assert GUARD.seen(verdict) is GUARD


def test_what_the_guard_remembers() -> None:
    for step, trusted, highest in (
        (timedelta(hours=3), timedelta(hours=3), timedelta(hours=3)),
        (timedelta(minutes=-1), timedelta(0), timedelta(0)),
        (timedelta(days=-3), timedelta(0), timedelta(0)),
        (timedelta(days=5), timedelta(0), timedelta(days=5)),
    ):
        seen = GUARD.seen(judge(BEFORE + step, GUARD))
        assert (seen.trusted_at - BEFORE, seen.highest_at - BEFORE) == (trusted, highest)


def test_the_words_name_the_times_and_what_to_do() -> None:
    assert judge(BEFORE - timedelta(days=2), GUARD).words == (
        "电脑时间被调早了：现在是 10月18日 周三 17:30，而练兵台已运行到 10月20日 周五 17:30。"
        "提醒仍按后者计算。请核对电脑时间。"
    )
    assert judge(BEFORE + timedelta(days=21), GUARD).words == (
        "距上次运行（10月20日 周五 17:30）已有 21 天。如果电脑没有停用这么久，请核对电脑时间。"
    )
    assert "（2017年10月20日 周五 17:30）已有 121 天" in judge(BEFORE + timedelta(days=121), GUARD).words
