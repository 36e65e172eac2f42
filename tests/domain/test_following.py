"""Whose deadline follows where a task's days or words change."""

from dataclasses import replace
from datetime import date

import pytest

from lianbing_desktop.domain.following import Effect, Move, Pairs, days_apart, effect, lost, matched, moved
from lianbing_desktop.domain.monthday import MonthDay
from lianbing_desktop.domain.requirement import DueRule, Requirement
from lianbing_desktop.domain.submission import State, Submission
from lianbing_desktop.domain.task import Task

TASK = Task("a", "s", "做", (), date(2017, 6, 1), date(2017, 10, 31))
LATER = replace(TASK, due_on=date(2017, 11, 10))


def day(text: str) -> MonthDay:
    return MonthDay.parse(text)


def asked(due: DueRule, title: str = "总结", **values: object) -> Requirement:
    return Requirement("r", title, "a", ("x", "y"), "bureau", due, id=1, **values)  # type: ignore[arg-type]


def piece(unit: str, state: State, due_on: date, **values: object) -> Submission:
    settled = state not in (State.OPEN, State.RETURNED)
    plain = Submission(
        1, 1, "总结", 1, 1, unit, unit, "市局", "", 1, "", due_on, state, settled, "", "", "", None, None
    )
    return replace(plain, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (["10-25", "10-31"], ["10-20", "10-31"], {"10-25": "10-20", "10-31": "10-31"}),
        (["10-25"], [], {"10-25": None}),
        (["10-25"], ["10-20", "10-31"], {"10-25": None}),
        (["06-05", "06-05"], ["06-04", "06-03"], {"06-05": None}),
        ([], ["06-05"], {}),
    ],
)
def test_days_of_the_words_are_set_side_by_side(old: list[str], new: list[str], expected: dict[str, str]) -> None:
    wanted = {day(key): value and day(value) for key, value in expected.items()}
    assert days_apart([day(each) for each in old], [day(each) for each in new]) == wanted


@pytest.mark.parametrize(
    ("due", "days", "expected"),
    [
        (DueRule(on=day("10-31")), {}, DueRule(on=day("11-10"))),
        (DueRule(on=day("10-25")), {}, None),
        (DueRule(on=day("10-25")), {day("10-25"): day("10-20")}, DueRule(on=day("10-20"))),
        (DueRule(on=day("10-25")), {day("10-25"): None}, None),
        (DueRule(on=day("10-31")), {day("10-31"): day("10-31")}, DueRule(on=day("11-10"))),
        (DueRule(months=(6, 7, 8, 9, 10)), {}, DueRule(months=(6, 7, 8, 9, 10, 11))),
        (DueRule(months=(7, 8)), {}, None),
        (DueRule(after="结案", days=7), {}, None),
    ],
)
def test_a_requirement_follows_its_words_or_the_last_day(due: DueRule, days: dict, expected: DueRule | None) -> None:
    pairs = moved([asked(due)], TASK, LATER, days)
    assert [new.due for _, new in pairs.kept] == ([expected] if expected else [])


def test_a_day_that_the_words_no_longer_name_is_told() -> None:
    item = asked(DueRule(on=day("10-25")))
    assert lost([item], TASK, {day("10-25"): None}) == [item]
    assert lost([item], TASK, {day("10-25"): day("10-20")}) == []


def test_open_pieces_move_and_settled_ones_stay() -> None:
    old = date(2017, 10, 31)
    held = [
        piece("甲", State.OPEN, old),
        piece("甲", State.RETURNED, old, number=2),
        piece("乙", State.RECEIVED, old),
        piece("乙", State.NOT_NEEDED, old, number=2),
    ]
    item = asked(DueRule(on=day("10-31")), count=2)
    pairs = moved([item], TASK, LATER, {})
    found = effect(pairs, held, 2017, lambda _: ["甲", "乙"])
    assert found == Effect((Move(old, date(2017, 11, 10), 2),), settled=2)
    assert found.moved == 2


def test_units_no_longer_asked_keep_what_they_sent() -> None:
    due = date(2017, 10, 31)
    held = [piece("甲", State.OPEN, due), piece("乙", State.RECEIVED, due)]
    item = asked(DueRule(on=day("10-31")))
    found = effect(Pairs(((item, item),)), held, 2017, lambda _: ["丙"])
    assert found == Effect(added=1, withdrawn=1, held=1)


def test_entries_made_by_hand_follow_the_term_of_their_event() -> None:
    entry = piece("甲", State.OPEN, date(2017, 8, 8), event_on=date(2017, 8, 1))
    old = asked(DueRule(after="结案", days=7), count=0)
    new = asked(DueRule(after="结案", days=10), count=0)
    found = effect(Pairs(((old, new),)), [entry], 2017, lambda _: ["甲", "乙"])
    assert found.moves == (Move(date(2017, 8, 8), date(2017, 8, 11), 1),)


def test_requirements_are_matched_by_title_then_by_place() -> None:
    one, other = asked(DueRule(on=day("06-05")), "名单"), asked(DueRule(on=day("06-06")), "方案")
    pairs = matched([one, other], [replace(other, title="实施方案"), one])
    assert [(old.title, new.title) for old, new in pairs.kept] == [("名单", "名单"), ("方案", "实施方案")]
    assert matched([one], []).gone == (one,)
    assert matched([], [one]).new == (one,)
