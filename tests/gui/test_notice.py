"""The words of a desktop message: short, plain, visible, and of nobody."""

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianbing_desktop.gui.notifying.notice import MOST, NAMED, cut, notice


def test_three_lines_are_named_the_rest_is_counted() -> None:
    made = notice([f"第{number}件，今天到期" for number in range(1, 9)])
    assert made.title == "练兵台：8 条提醒"
    assert made.body == "第1件，今天到期\n第2件，今天到期\n第3件，今天到期\n……共 8 条"
    assert notice(["一", "二", "三"]).body == "一\n二\n三"


def test_long_titles_are_cut_with_a_mark() -> None:
    made = notice(["长" * 500] * 5)
    assert len(made.body) <= MOST
    assert made.body.count("\n") == NAMED
    assert "长…" in made.body


def test_what_is_not_visible_never_reaches_the_message() -> None:
    assert cut("甲\u0000乙\u202e丙\n丁\u200b") == "甲 乙 丙 丁"


@given(st.lists(st.text(max_size=300), min_size=1, max_size=6))
def test_any_text_makes_a_message_that_can_be_sent(texts: list[str]) -> None:
    made = notice(texts)
    assert max(len(made.title), len(made.body)) <= MOST
    assert not [each for each in made.title + made.body if each != "\n" and category(each).startswith("C")]
    made.body.encode()


@pytest.mark.parametrize("text", ["\ud800", "a" * 200, "a" * 201])
def test_the_edge_of_the_length_and_half_characters(text: str) -> None:
    assert len(cut(text).encode()) <= MOST + 2
