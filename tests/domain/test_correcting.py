"""A plan corrected by hand loses no words, and its rows follow."""

from dataclasses import replace

import pytest

from lianbing_desktop.domain.clause import CalendarDay
from lianbing_desktop.domain.correcting import (
    accepted,
    changed,
    dated,
    dropped,
    is_whole_row,
    joined,
    period_words,
    restored,
    split,
)
from lianbing_desktop.domain.plan import Place, Plan, PlanTask, PlanUnit, Timing

HOME = (PlanUnit("监察支队", "责任", ()),)


def place(row: int, start: int = 0, end: int = 0) -> Place:
    return Place(0, 1, row, 1, start, end)


def task(text: str, row: int, whole: str = "", start: int = 0) -> PlanTask:
    return PlanTask(text, whole or text, row, (place(row, start, start + len(text)),), units=HOME)


WHOLE = "报送名单；报送方案"
PLAN = Plan("表", 2017, "0" * 64, (task("报送名单", 1, WHOLE), task("报送方案", 1, WHOLE, 5), task("报送总结", 2)))


def words(plan: Plan) -> str:
    return "".join(task.text for task in plan.tasks) + "".join(passage.text for passage in plan.unread)


def test_changed_words_stand_in_their_row() -> None:
    plan = changed(PLAN, 0, replace(PLAN.tasks[0], text="报送联络员名单"))
    assert [each.whole for each in plan.tasks] == ["报送联络员名单；报送方案"] * 2 + ["报送总结"]


def test_other_units_make_another_row_of_the_same_words() -> None:
    other = (PlanUnit("法规处", "责任", ()),)
    plan = changed(PLAN, 1, replace(PLAN.tasks[1], units=other))
    assert [each.whole for each in plan.tasks] == ["报送名单", "报送方案", "报送总结"]


@pytest.mark.parametrize("cut", [1, 2, 3])
def test_split_and_joined_again_has_the_same_words(cut: int) -> None:
    plan = split(PLAN, 2, cut)
    assert [each.text for each in plan.tasks[2:]] == ["报送总结"[:cut], "报送总结"[cut:]]
    again = joined(plan, 2)
    assert "".join(again.tasks[2].text.split()) == "报送总结"
    assert again.tasks[2].whole == "报送总结"


@pytest.mark.parametrize("cut", [0, 4])
def test_nothing_is_split_at_an_edge(cut: int) -> None:
    assert split(PLAN, 2, cut) is PLAN


def test_joining_over_a_row_takes_the_words_along() -> None:
    plan = joined(PLAN, 1)
    assert [each.whole for each in plan.tasks] == ["报送名单；报送方案\n报送总结"] * 2
    assert joined(plan, 1) is plan


def test_what_is_dropped_is_unread_and_comes_back() -> None:
    plan = dropped(PLAN, 0)
    assert [each.whole for each in plan.tasks] == ["报送方案", "报送总结"]
    assert sorted(words(plan)) == sorted(words(PLAN))
    back, at = restored(plan, plan.unread[0])
    assert (at, back.tasks[at].text, back.unread) == (0, "报送名单", ())


def test_a_whole_row_takes_its_period_along() -> None:
    timing = Timing(due=CalendarDay(6, 5, 2017))
    assert is_whole_row(PLAN, 2)
    assert not is_whole_row(PLAN, 0)
    row, part = dated(PLAN.tasks[2], timing, True), dated(PLAN.tasks[0], timing, False)
    assert (row.times[0].reading.expr, part.times) == ("6月5日前", ())
    assert row.timing == part.timing == timing


def test_periods_are_worded_as_tables_word_them() -> None:
    june, october = CalendarDay(6, 1, 2017), CalendarDay(10, 31, 2017)
    assert period_words(Timing(start=june, due=october)) == "6月1日-10月31日"
    assert period_words(Timing(due=october)) == "10月31日前"
    assert period_words(Timing(start=june)) == "6月1日起"
    assert period_words(Timing()) == ""


def test_a_unit_confirmed_is_renamed_wherever_it_stands() -> None:
    plan = accepted(PLAN, {"监察支队": "市监察支队"})
    assert {each.named() for each in plan.tasks} == {("市监察支队",)}
