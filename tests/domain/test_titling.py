"""Titles broken into lines: whole words, in the shape of a 梯形 or 菱形."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianbing_desktop.domain.measure import squares
from lianbing_desktop.domain.titling import WIDEST, title_lines

NAME = "2017年苏州市环境执法大练兵活动"


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("任务分解表", ["任务分解表"]),
        (f"{NAME}|联络员名单", [NAME, "联络员名单"]),
        (f"关于报送|{NAME}|总结的报告", ["关于报送", NAME, "总结的报告"]),
        (f"关于|{NAME}|动员部署情况的报告", [f"关于{NAME}", "动员部署情况的报告"]),
    ],
)
def test_titles_end_their_lines_where_words_end(title: str, lines: list[str]) -> None:
    assert title_lines(title) == lines


def test_no_line_is_shorter_than_both_its_neighbours() -> None:
    lines = title_lines("苏州市环境保护局关于印发|实施方案|和任务分解表及联络员名单的通知|的补充通知")
    widths = [squares(line) for line in lines]
    assert not any(a > b < c for a, b, c in zip(widths, widths[1:], widths[2:], strict=False))


def test_a_year_is_not_torn() -> None:
    for length in range(5, 30):
        lines = title_lines("环" * length + "2017年" + "境" * 12)
        assert any("2017年" in line for line in lines), lines


@given(st.text(alphabet="关于环境执法2017年6月|《》、（）", max_size=80))
def test_nothing_is_lost_and_no_line_is_too_wide(title: str) -> None:
    lines = title_lines(title)
    assert "".join(lines) == title.replace("|", "")
    assert all(squares(line) <= WIDEST for line in lines)
