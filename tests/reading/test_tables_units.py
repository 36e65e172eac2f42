"""Units: how lists are parted, roles told apart, groups kept, subjects found and recipients not taken for doers."""

import pytest

from lianbing_desktop.domain.plan import Place
from lianbing_desktop.reading.tables.looks import Looks
from lianbing_desktop.reading.tables.piece import Cell, Piece
from lianbing_desktop.reading.tables.subject import bracketed, subject_of
from lianbing_desktop.reading.tables.units import is_units, units_in


def cell(text: str) -> Cell:
    return Cell((Piece(text, Place(0, 0, 0, 0, 0, len(text))),))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("监察支队、局法规处", ["监察支队", "局法规处"]),
        ("局宣教处（中心）、监察支队", ["局宣教处（中心）", "监察支队"]),
        ("各市、县(区)价格主管部门", ["各市、县(区)价格主管部门"]),
        ("各县（市、区）、市直各单位", ["各县（市、区）", "市直各单位"]),
        ("各地、各部门", ["各地、各部门"]),
        ("各部门、直属单位", ["各部门", "直属单位"]),
        ("市财政局和市审计局", ["市财政局", "市审计局"]),
        ("市财政局及有关部门", ["市财政局", "有关部门"]),
        ("教务处 总务处", ["教务处", "总务处"]),
        ("市环保局；市水利局,市农委", ["市环保局", "市水利局", "市农委"]),
        ("市公安局\n市司法局", ["市公安局", "市司法局"]),
        ("市发改委等", ["市发改委"]),
    ],
)
def test_lists_are_parted(text: str, names: list[str]) -> None:
    assert [unit.text for unit in units_in(cell(text))] == names


def test_places_are_those_of_the_names() -> None:
    text = "牵头单位：市应急局、市水利局；配合单位：各镇"
    for unit in units_in(cell(text)):
        (place,) = unit.places
        assert text[place.start : place.end] == unit.text


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("市应急局（牵头）、市水利局", [("市应急局", "牵头"), ("市水利局", "责任")]),
        (
            "牵头单位：市教育局；配合单位：市财政局、各镇",
            [("市教育局", "牵头"), ("市财政局", "配合"), ("各镇", "配合")],
        ),
        ("责任单位：市住建局", [("市住建局", "责任")]),
    ],
)
def test_roles_are_told_apart(text: str, roles: list[tuple[str, str]]) -> None:
    assert [(unit.text, unit.role) for unit in units_in(cell(text))] == roles


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("各区县整治办逐一评估,写出预案,并将预案报市百日办", ["各区县整治办"]),
        ("于6月5日前，各市、区环保局将联络员名单报送市环保局", ["各市、区环保局"]),
        ("分管副市长每两月对所管任务过堂一次", ["分管副市长"]),
        ("请各市于7月10日前将材料报省厅人事处", ["各市"]),
        ("办公室及时通报情况", ["办公室"]),
        ("安委会办公室制定活动方案", ["安委会办公室"]),
        ("各縣市環保局應於每月10日前送署備查", ["各縣市環保局"]),
        ("加强部门联动，形成工作合力", []),
        ("召开全市动员大会", []),
        ("全面部署安全生产工作", []),
        ("联系群众", []),
    ],
)
def test_doers_are_found(text: str, names: list[str]) -> None:
    assert [unit.text for unit in subject_of(cell(text), Looks(2017))[0]] == names


def test_brackets_name_who_answers() -> None:
    units, spans = bracketed(cell("公开招生政策。（市教育局牵头，各县区政府配合，7月15日前完成）"))
    assert [(unit.text, unit.role) for unit in units] == [("市教育局", "牵头"), ("各县区政府", "配合")]
    assert len(spans) == 1


@pytest.mark.parametrize(
    "text", ["入学考", "升旗;表彰", "全市动员大会", "教学楼检查", "6月5日前", "德育会", "各项工作落实", ""]
)
def test_what_is_no_unit(text: str) -> None:
    assert not is_units(text)
