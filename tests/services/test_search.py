"""One search: Chinese, pinyin, initials, full-width letters, periods and file names."""

from collections import Counter
from pathlib import Path

import pytest

from lianbing_desktop.services.desk import Desk
from tests.support.desk import asked, desk_at, paper, piece, unit_id


def kinds(desk: Desk, text: str) -> Counter[str]:
    return Counter(hit.kind for hit in desk.search.find(text, limit=1000))


@pytest.mark.parametrize("text", ["张家港", "zjg", "zhangjiagang", "ZJG", "ｚｊｇ", " zjg ", "zjgshbj"])
def test_a_county_is_found_however_it_is_typed(desk: Desk, text: str) -> None:
    hits = desk.search.find(text)
    assert (hits[0].kind, hits[0].title) == ("unit", "张家港市环保局")
    assert kinds(desk, text)["submission"] == 3 + 5 + 1  # three lists, five months of briefs, the summary


@pytest.mark.parametrize("text", ["diaodu", "月调度", "ydd"])
def test_a_word_with_two_readings_is_found_by_the_right_one(desk: Desk, text: str) -> None:
    assert any(hit.title.startswith("局法规处 月调度") for hit in desk.search.find(text, limit=1000))


def test_brackets_of_either_width(desk: Desk) -> None:
    assert kinds(desk, "局宣教处(中心)") == kinds(desk, "局宣教处（中心）") != Counter()


def test_every_word_must_be_there(desk: Desk) -> None:
    assert {hit.title for hit in desk.search.find("zjg 简讯 6月")} == {"张家港市环保局 工作简讯（各市、区） · 6月"}
    assert desk.search.find("zjg 辐射站") == []


@pytest.mark.parametrize("text", ["", "   ", "没有这个词", "'; DROP TABLE tasks; --", "%_", "<b>"])
def test_nothing_and_nonsense_find_nothing(desk: Desk, text: str) -> None:
    assert desk.search.find(text) == []


def test_a_file_is_found_by_its_name_and_an_entry_by_its_label(desk: Desk, tmp_path: Path) -> None:
    each = piece(desk, "联络员名单", "常熟")
    desk.submissions.receive(each.id, [paper(tmp_path / "in", "常熟报送_FINAL版.docx")])
    assert [hit.id for hit in desk.search.find("final")] == [each.id]
    filed = asked(desk, "案卷PDF（每案1份）")
    added = desk.submissions.add(filed.id, unit_id(desk, "legal"), desk.clock.today(), "苏环罚〔2017〕88号")
    assert [hit.id for hit in desk.search.find("〔2017〕88号")] == [added]


def test_the_limit_keeps_units_first(desk: Desk) -> None:
    hits = desk.search.find("环保", limit=12)
    assert len(hits) == 12
    assert {hit.kind for hit in hits[:11]} == {"unit"}


def test_hits_say_where_and_how_they_stand(desk: Desk) -> None:
    task = next(hit for hit in desk.search.find("推选2个县级先进集体") if hit.kind == "task")
    assert task.detail.startswith("10月25日-31日 · ")
    county = next(hit for hit in desk.search.find("常熟 总结") if hit.kind == "submission")
    assert county.detail == "2017-10-25 · 未报"


def test_search_keys_follow_an_edited_task(home: Path) -> None:
    from dataclasses import replace

    with desk_at(home) as desk:
        task = desk.tasks.all()[0].task
        desk.tasks.change(replace(task, text="筹建督导组"))
        assert [hit.kind for hit in desk.search.find("dudaozu")] == ["task"]
        assert desk.search.find("tjxiaozu") == []
