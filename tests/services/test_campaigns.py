"""Starting a campaign: once, whole or not at all, and for good a copy of its own."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from lianbing_desktop.errors import UserError
from lianbing_desktop.paths import resource
from lianbing_desktop.services.desk import Desk
from tests.support.desk import CAMPAIGN, desk_at

BUNDLED = resource(f"campaigns/{CAMPAIGN}.toml")


def own(desk: Desk, name: str, old: str = "", new: str = "") -> Path:
    """Lay a campaign file of the officer's own into the home."""
    desk.home.campaigns.mkdir(exist_ok=True)
    path = desk.home.campaigns / f"{name}.toml"
    path.write_text(BUNDLED.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    return path


def content(desk: Desk) -> bytes:
    copy = desk.home.root / "look.db"
    desk.backups._database.copy_to(copy)
    data = copy.read_bytes()
    copy.unlink()
    return data


def test_the_bundled_campaign_is_offered(empty_desk: Desk) -> None:
    (offer,) = empty_desk.campaigns.offers()
    assert (offer.name, offer.year, offer.is_own) == (CAMPAIGN, 2017, False)


def test_before_the_first_campaign_everything_is_empty_and_nothing_fails(empty_desk: Desk) -> None:
    desk = empty_desk
    assert desk.campaigns.current() is None
    for nothing in (
        desk.campaigns.all(), desk.campaigns.units(), desk.campaigns.stages(), desk.tasks.all(),
        desk.submissions.all(), desk.submissions.requirements(), desk.submissions.quotas(),
        desk.submissions.missing(date(2017, 10, 20)), desk.reminders.pending(), desk.reminders.tick().fresh,
        desk.search.find("张家港"), desk.packages.candidates(), desk.checks.run(),
    ):  # fmt: skip
        assert nothing == []
    with pytest.raises(UserError, match="还没有启动活动"):
        desk.campaigns.require()


def test_a_campaign_started_is_on_the_desk_and_stays_there(tmp_path: Path) -> None:
    with desk_at(tmp_path, campaign="") as desk:
        header = desk.campaigns.start(CAMPAIGN)
        assert (header.title, header.year, len(header.unknown)) == ("2017年苏州市环境执法大练兵活动", 2017, 3)
        assert (len(desk.tasks.all()), len(desk.submissions.requirements())) == (19, 43)
        count = len(desk.submissions.all())
    with desk_at(tmp_path) as desk:
        assert desk.campaigns.current() == header
        assert len(desk.submissions.all()) == count


def test_who_listens_to_the_first_start_already_sees_it(empty_desk: Desk) -> None:
    seen: list[int] = []
    empty_desk.listen(lambda tables: seen.append(len(empty_desk.tasks.all())))
    empty_desk.campaigns.start(CAMPAIGN)
    assert seen == [19]


def test_the_same_campaign_cannot_be_started_twice(desk: Desk) -> None:
    before = content(desk)
    with pytest.raises(UserError, match="已经启动，不能重复启动"):
        desk.campaigns.start(CAMPAIGN)
    assert content(desk) == before


def test_another_year_is_another_campaign_and_one_can_switch(desk: Desk) -> None:
    first = desk.campaigns.require()
    second = desk.campaigns.start(CAMPAIGN, 2018)
    assert desk.campaigns.require() == second
    assert {each.due_on.year for each in desk.submissions.all()} == {2018}
    desk.campaigns.switch(first.id)
    assert desk.campaigns.require() == first
    assert {each.due_on.year for each in desk.submissions.all()} == {2017}
    assert [header.year for header in desk.campaigns.all()] == [2018, 2017]


def test_switching_to_nothing_is_refused_and_the_campaign_stays(desk: Desk) -> None:
    current = desk.campaigns.current()
    with pytest.raises(UserError, match="没有这个活动"):
        desk.campaigns.switch(99)
    assert desk.campaigns.current() == current


def test_an_unknown_name_says_which_there_are(empty_desk: Desk) -> None:
    with pytest.raises(UserError, match=f"没有名为“nowhere”的活动。可用的有：{CAMPAIGN}"):
        empty_desk.campaigns.start("nowhere")


@pytest.mark.parametrize("year", [1, 99999, -2017])
def test_an_impossible_year_starts_nothing(empty_desk: Desk, year: int) -> None:
    before = content(empty_desk)
    with pytest.raises(UserError, match="年份"):
        empty_desk.campaigns.start(CAMPAIGN, year)
    assert content(empty_desk) == before


def test_a_faulty_file_lists_its_faults_and_starts_nothing(empty_desk: Desk) -> None:
    own(empty_desk, "broken", 'receiver = "bureau"', 'receiver = "nobody"')
    before = content(empty_desk)
    with pytest.raises(UserError, match=r"broken\.toml”有 \d+ 处错误") as caught:
        empty_desk.campaigns.start("broken")
    assert len(caught.value.details) > 10
    assert content(empty_desk) == before
    assert empty_desk.campaigns.all() == []


def test_a_start_that_fails_half_way_leaves_nothing(empty_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from lianbing_desktop.store.submissions import SubmissionRows

    def fail(*_: object) -> None:
        raise RuntimeError

    before = content(empty_desk)
    monkeypatch.setattr(SubmissionRows, "fan_out", fail)
    with pytest.raises(RuntimeError):
        empty_desk.campaigns.start(CAMPAIGN)
    assert content(empty_desk) == before
    assert empty_desk.campaigns.current() is None


def test_an_own_file_wins_over_the_bundled_one(empty_desk: Desk) -> None:
    own(empty_desk, CAMPAIGN, 'title = "2017年苏州市环境执法大练兵活动"', 'title = "2017年自拟活动"')
    (offer,) = empty_desk.campaigns.offers()
    assert offer.is_own
    assert empty_desk.campaigns.start(CAMPAIGN).title == "2017年自拟活动"


def test_later_edits_of_the_file_do_not_touch_the_running_campaign(tmp_path: Path) -> None:
    with desk_at(tmp_path, campaign="") as desk:
        path = own(desk, "mine")
        desk.campaigns.start("mine")
        before = (desk.tasks.all(), desk.submissions.all(), desk.submissions.requirements(), desk.campaigns.units())
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("10-25", "09-01").replace("监察支队", "执法局"), encoding="utf-8")
    with desk_at(tmp_path) as desk:
        after = (desk.tasks.all(), desk.submissions.all(), desk.submissions.requirements(), desk.campaigns.units())
    shutil.rmtree(path.parent)
    with desk_at(tmp_path) as desk:
        gone = (desk.tasks.all(), desk.submissions.all(), desk.submissions.requirements(), desk.campaigns.units())
    assert before == after == gone


def test_a_faulty_file_hides_none_of_the_others(empty_desk: Desk) -> None:
    own(empty_desk, "broken", 'receiver = "bureau"', 'receiver = "nobody"')
    own(empty_desk, "mine", 'name = "suzhou-2017"', 'name = "mine"')
    offers, faults = empty_desk.campaigns.offers_and_faults()
    assert [(offer.name, offer.is_own) for offer in offers] == [("mine", True), (CAMPAIGN, False)]
    (fault,) = faults
    assert "broken.toml" in fault.message
    assert fault.details
