"""Reminders are asked of the data: shown once, pending until acknowledged, told anew when the day changes."""

from datetime import date, timedelta
from pathlib import Path

from lianbing_desktop.domain.reminder import Lead
from lianbing_desktop.services.desk import Desk
from tests.support.desk import desk_at, piece

DUE = date(2017, 6, 5)


def leads(desk: Desk) -> list[Lead]:
    county = piece(desk, "联络员名单", "张家港").id
    return [each.lead for each in desk.reminders.fresh() if each.submission_id == county]


def test_each_lead_is_told_once_also_after_days_asleep(home: Path) -> None:
    told = []
    for days in (4, 3, 3, 2, 1, 0, -1, -2, -30):
        with desk_at(home, DUE - timedelta(days=days)) as desk:
            told.append(leads(desk))
            assert desk.reminders.fresh() == []
    three, one, today, late = Lead.THREE_DAYS, Lead.ONE_DAY, Lead.TODAY, Lead.OVERDUE
    assert told == [[], [three], [], [], [one], [today], [late], [], []]


def test_waking_up_late_tells_only_the_nearest(home: Path) -> None:
    with desk_at(home, DUE + timedelta(days=10)) as desk:
        assert leads(desk) == [Lead.OVERDUE]


def test_what_is_shown_stays_pending_until_it_is_acknowledged(home: Path) -> None:
    with desk_at(home, DUE) as desk:
        fresh = desk.reminders.fresh()
        assert len(fresh) == 5 + 30 + 4  # overdue since 2 June, due today, and tomorrow to the province
        assert desk.reminders.pending() == fresh
        desk.reminders.acknowledge(fresh[:2])
        assert desk.reminders.pending() == fresh[2:]
    with desk_at(home, DUE) as desk:
        assert desk.reminders.pending() == fresh[2:]
        assert desk.reminders.fresh() == []
        desk.reminders.acknowledge(fresh)
        desk.reminders.acknowledge([])
        assert desk.reminders.pending() == []


def test_one_can_acknowledge_what_was_never_shown(home: Path) -> None:
    with desk_at(home, DUE) as desk:
        pending = desk.reminders.pending()
        desk.reminders.acknowledge(pending)
        assert (desk.reminders.pending(), desk.reminders.fresh()) == ([], [])


def test_what_came_is_reminded_of_no_more(home: Path) -> None:
    with desk_at(home, DUE) as desk:
        county = piece(desk, "联络员名单", "张家港")
        desk.submissions.receive(county.id, [])
        assert county.id not in {each.submission_id for each in desk.reminders.pending()}


def test_reminders_say_who_owes_what(desk: Desk) -> None:
    texts = {each.text for each in desk.reminders.pending()}
    assert "常熟市环保局 联络员名单" in texts
    assert "局法规处 月调度 · 9月" in texts
