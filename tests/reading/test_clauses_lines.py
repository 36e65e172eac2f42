"""Lines of JSON in, lines of JSON out."""

import json

import pytest

from lianbing_desktop.errors import UserError
from lianbing_desktop.reading.clauses import read_lines


def test_times_and_quotas_are_printed_with_their_words() -> None:
    (line,) = read_lines(['\ufeff{"id": "a", "text": "6月5日前，每月不少于1篇", "year": 2017}\n', "\n"])
    assert json.loads(line) == {
        "id": "a",
        "times": [
            {"due": "2017-06-05", "expr": "6月5日前", "span": [0, 5]},
            {"every": "month", "expr": "每月", "span": [6, 8]},
        ],
        "quotas": [{"count": 1, "unit": "篇", "per": "month", "min": True, "expr": "不少于1篇", "span": [8, 13]}],
    }


def test_a_year_may_be_unknown_or_called_doc_year() -> None:
    answers = list(read_lines(['{"id":1,"text":"6月5日前"}', '{"id":2,"text":"6月5日前","doc_year":2021}']))
    assert [json.loads(answer)["times"][0]["due"] for answer in answers] == ["--06-05", "2021-06-05"]


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"id":1}', '{"id":1,"text":5}', '{"text":"a","year":"x"}', '{"text":"a","year":0}']
)
def test_a_line_that_is_none_is_named(line: str) -> None:
    with pytest.raises(UserError, match="第 2 行"):
        list(read_lines(['{"id":1,"text":"x"}', line]))
