"""Cells of the breakdown table: time nodes and units."""

from datetime import date

import pytest

from lianbing_desktop.domain.breakdown import split_units, stage_of


@pytest.mark.parametrize(
    ("cell", "period", "name", "start_on", "due_on"),
    [
        ("6月2日前", "6月2日前", "", date(2017, 6, 2), date(2017, 6, 2)),
        ("6月-10月\n实施阶段", "6月-10月", "实施阶段", date(2017, 6, 1), date(2017, 10, 31)),
        ("6月—10月", "6月—10月", "", date(2017, 6, 1), date(2017, 10, 31)),
        ("10月25日-31日", "10月25日-31日", "", date(2017, 10, 25), date(2017, 10, 31)),
        ("9月25日至10月8日", "9月25日至10月8日", "", date(2017, 9, 25), date(2017, 10, 8)),
        ("2月-2月", "2月-2月", "", date(2017, 2, 1), date(2017, 2, 28)),
        (" 11月-12月 \n 总结\n表扬 ", "11月-12月", "总结 表扬", date(2017, 11, 1), date(2017, 12, 31)),
    ],
)
def test_a_time_node(cell: str, period: str, name: str, start_on: date, due_on: date) -> None:
    stage = stage_of(cell, 2017)
    assert (stage.period, stage.name, stage.start_on, stage.due_on) == (period, name, start_on, due_on)
    assert stage.key == stage.title


@pytest.mark.parametrize("cell", ["", "长期", "6月", "10月-6月", "13月1日前", "10月31日-25日", "0月-3月", "6月2日"])
def test_a_time_node_of_another_form_is_refused_not_guessed(cell: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        stage_of(cell, 2017)


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("监察支队、局法规处", ("监察支队", "局法规处")),
        ("局宣教处（中心）、监察支队", ("局宣教处（中心）", "监察支队")),
        ("甲（乙、丙）、丁", ("甲（乙、丙）", "丁")),
        (" 监察支队 、\n辐射站、", ("监察支队", "辐射站")),
        ("", ()),
    ],
)
def test_units_part_at_the_comma_outside_brackets(cell: str, units: tuple[str, ...]) -> None:
    assert split_units(cell) == units
