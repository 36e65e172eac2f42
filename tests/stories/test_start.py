"""The officer starts the campaign."""

from datetime import date
from pathlib import Path

from lianbing_desktop.app import open_desk


def test_the_officer_starts_the_2017_campaign_on_an_empty_desk(tmp_path: Path) -> None:
    desk = open_desk(tmp_path / "home", date(2017, 6, 1))
    assert desk.campaigns.current() is None
    assert [offer.title for offer in desk.campaigns.offers()] == ["2017年苏州市环境执法大练兵活动"]

    desk.campaigns.start("suzhou-2017")
    assert len(desk.tasks.all()) == 19
    owed = desk.submissions.all()
    assert sum(each.requirement == "联络员名单" for each in owed) == 10
    assert sum(each.requirement == "工作简讯（各市、区）" for each in owed) == 50
    assert [each.unit for each in desk.submissions.missing(date(2017, 6, 2))] == ["监察支队"] * 5
    desk.close()


def test_it_is_still_there_the_next_morning(tmp_path: Path) -> None:
    first = open_desk(tmp_path / "home", date(2017, 6, 1))
    first.campaigns.start("suzhou-2017")
    owed = first.submissions.all()
    first.close()

    second = open_desk(tmp_path / "home", date(2017, 6, 2))
    assert second.submissions.all() == owed
    assert "今天到期" in [line.state for line in second.tasks.all()]
    second.close()
