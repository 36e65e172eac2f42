"""How deadlines and quotas stand on a day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from lianbing_desktop.domain.quota import Quota
from lianbing_desktop.domain.standing import Urgency, standing

DUE = date(2017, 10, 25)


@pytest.mark.parametrize(
    ("days", "urgency", "words"),
    [
        (5, Urgency.LATER, ""),
        (4, Urgency.LATER, ""),
        (3, Urgency.SOON, "还有 3 天"),
        (2, Urgency.SOON, "还有 2 天"),
        (1, Urgency.SOON, "还有 1 天"),
        (0, Urgency.TODAY, "今天到期"),  # the due day itself is in time
        (-1, Urgency.OVERDUE, "逾期 1 天"),
        (-400, Urgency.OVERDUE, "逾期 400 天"),
    ],
)
def test_every_boundary_of_a_deadline(days: int, urgency: Urgency, words: str) -> None:
    today = DUE - timedelta(days=days)
    now = standing(DUE, False, today)
    assert (now.urgency, now.days, now.words) == (urgency, days, words)


@pytest.mark.parametrize("days", [10, 0, -10])
def test_what_is_settled_presses_no_more(days: int) -> None:
    now = standing(DUE, True, DUE - timedelta(days=days))
    assert (now.urgency, now.words) == (Urgency.SETTLED, "")


SIX = Quota(1, "工作简讯", "监察支队", "", 6, 0, "篇", date(2017, 6, 1), date(2017, 10, 31))  # 153 days


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2017, 5, 31), 0),
        (date(2017, 6, 1), 0),
        (date(2017, 6, 25), 0),  # day 25 of 153: 0.98 of a piece
        (date(2017, 6, 26), 1),
        (date(2017, 10, 30), 5),
        (date(2017, 10, 31), 6),
        (date(2018, 1, 1), 6),
    ],
)
def test_a_quota_expects_an_even_pace(today: date, expected: int) -> None:
    assert SIX.expected(today) == expected
    assert replace(SIX, got=expected).is_behind(today) is False
    assert replace(SIX, got=expected - 1).is_behind(today) is True


@pytest.mark.parametrize(
    ("got", "today", "short", "forecast"),
    [
        (0, date(2017, 6, 1), 6, 6),
        (3, date(2017, 8, 15), 3, 0),  # day 76 of 153: the pace gives 6
        (2, date(2017, 8, 15), 4, 2),
        (6, date(2017, 10, 31), 0, 0),
        (9, date(2017, 10, 31), 0, 0),
        (5, date(2018, 3, 1), 1, 1),
        (0, date(2017, 1, 1), 6, 6),
    ],
)
def test_what_a_quota_lacks_now_and_at_this_pace(got: int, today: date, short: int, forecast: int) -> None:
    quota = replace(SIX, got=got)
    assert (quota.short, quota.forecast_short(today)) == (short, forecast)
