"""How deadlines, quotas and reminders stand on a day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from lianbing_desktop.domain.quota import Quota
from lianbing_desktop.domain.reminder import Lead, due_reminders, lead_of
from lianbing_desktop.domain.standing import Urgency, standing
from tests.domain.test_submission import BLANK

DUE = date(2017, 10, 25)


@pytest.mark.parametrize(
    ("days", "urgency", "words", "lead"),
    [
        (5, Urgency.LATER, "", None),
        (4, Urgency.LATER, "", None),
        (3, Urgency.SOON, "还有 3 天", Lead.THREE_DAYS),
        (2, Urgency.SOON, "还有 2 天", Lead.THREE_DAYS),
        (1, Urgency.SOON, "还有 1 天", Lead.ONE_DAY),
        (0, Urgency.TODAY, "今天到期", Lead.TODAY),  # the due day itself is in time
        (-1, Urgency.OVERDUE, "逾期 1 天", Lead.OVERDUE),
        (-400, Urgency.OVERDUE, "逾期 400 天", Lead.OVERDUE),
    ],
)
def test_every_boundary_of_a_deadline(days: int, urgency: Urgency, words: str, lead: Lead | None) -> None:
    today = DUE - timedelta(days=days)
    now = standing(DUE, False, today)
    assert (now.urgency, now.days, now.words) == (urgency, days, words)
    assert lead_of(DUE, today) is lead


@pytest.mark.parametrize("days", [10, 0, -10])
def test_what_is_settled_presses_no_more(days: int) -> None:
    now = standing(DUE, True, DUE - timedelta(days=days))
    assert (now.urgency, now.words) == (Urgency.SETTLED, "")


def test_a_reminder_has_the_same_key_whenever_it_is_asked_for() -> None:
    (first,) = due_reminders([BLANK], DUE - timedelta(days=3))
    (second,) = due_reminders([BLANK], DUE - timedelta(days=2))
    assert first.key == second.key
    assert first.text == "张家港市环保局 活动总结"


def test_a_new_lead_and_a_new_due_day_are_told_anew() -> None:
    days = [DUE - timedelta(days=n) for n in (3, 1, 0, -1)]
    keys = {due_reminders([BLANK], day)[0].key for day in days}
    moved = replace(BLANK, due_on=DUE + timedelta(days=1))
    keys |= {due_reminders([moved], day + timedelta(days=1))[0].key for day in days}
    assert len(keys) == 8


def test_reminders_leave_out_the_settled_and_tell_the_oldest_first() -> None:
    late = replace(BLANK, id=2, due_on=DUE - timedelta(days=30))
    done = replace(BLANK, id=3, is_settled=True)
    far = replace(BLANK, id=4, due_on=DUE + timedelta(days=30))
    assert [each.submission_id for each in due_reminders([BLANK, done, far, late], DUE)] == [2, 1]


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
