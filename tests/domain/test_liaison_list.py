"""A returned list beside what is known: which unit is meant, what is new, changed, doubled or cannot be taken."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from lianbing_desktop.domain.liaison import Liaison, Role
from lianbing_desktop.domain.liaison_list import Act, ListEntry, lay_beside, unit_named, with_act

NAMES = {
    1: ("市环保局", "市局"),
    2: ("监察支队",),
    3: ("张家港市环保局", "张家港"),
    4: ("吴江区环保局", "吴江", "苏州市吴江生态环境局"),
    5: ("苏州工业园区环保局", "工业园区"),
    6: ("苏州高新区（虎丘区）环保局", "高新区"),
    7: ("吴中区环保局", "吴中"),
}
DAY = date(2017, 7, 1)
KNOWN = Liaison(3, Role.LIAISON, "张样本", date(2017, 6, 5), mobile="13800000001", post="科员", id=11)


def entry(unit: str = "张家港市环保局", role: Role = Role.LIAISON, row: int = 3, **values: str) -> ListEntry:
    return ListEntry(f"表格第 {row} 行", unit, role, {"mobile": "13800000001"} | values)


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("张家港市环保局", 3),
        ("张家港", 3),
        ("张家港市环境保护局", 3),
        ("苏州市张家港市环保局监察大队", 3),
        ("吴江区环境监察支队", 4),
        ("苏州市吴江生态环境局", 4),
        ("苏州工业园区国土环保局", 5),
        ("苏州高新区(虎丘区)环保局", 6),
        ("虎丘区环保局", 6),
        ("吴中区环境保护局", 7),
        ("2017年联络员名单\n（张家港市环保局）", 3),
        ("市环保局", 1),
        ("监察支队", 2),
        ("昆山市监察支队", 0),
        ("苏州市环保局", 0),
        ("市局", 1),
        ("昆山市环保局", 0),
        ("", 0),
        ("环保局", 0),
    ],
)
def test_which_unit_is_meant(words: str, unit: int) -> None:
    assert unit_named(words, NAMES) == unit


def test_a_new_person_is_added() -> None:
    (proposal,) = lay_beside([entry(name="李样本")], [], NAMES, DAY)
    assert (proposal.act, proposal.liaison.unit_id, proposal.told) == (Act.ADD, 3, ())
    assert proposal.liaison.valid_from == DAY


def test_the_same_person_unchanged_is_left_and_a_blank_takes_nothing_away() -> None:
    (proposal,) = lay_beside([entry(name="张样本")], [KNOWN], NAMES, DAY)
    assert (proposal.act, proposal.liaison.post) == (Act.SAME, "科员")
    assert not proposal.is_written


def test_a_changed_telephone_is_told_without_the_number() -> None:
    (proposal,) = lay_beside([entry(name="张样本", mobile="139 0000 0001")], [KNOWN], NAMES, DAY)
    assert (proposal.act, proposal.before) == (Act.UPDATE, KNOWN)
    assert proposal.liaison.mobile == "13900000001"
    assert "手机" in proposal.told[0]
    assert "139" not in "".join(proposal.told)
    assert "张样本" not in "".join(proposal.told)


def test_another_person_in_the_role_takes_it_over_unless_the_officer_says_beside() -> None:
    (proposal,) = lay_beside([entry(name="李样本")], [KNOWN], NAMES, DAY)
    assert (proposal.act, proposal.before) == (Act.REPLACE, KNOWN)
    assert with_act(proposal, Act.ADD).act is Act.ADD
    with pytest.raises(ValueError, match="无变化"):
        with_act(proposal, Act.SAME)
    both = lay_beside([entry(name="张样本"), entry(name="李样本", row=4)], [KNOWN], NAMES, DAY)
    assert [each.act for each in both] == [Act.SAME, Act.ADD]


def test_what_cannot_be_taken_has_a_sentence_each() -> None:
    entries = [
        entry("昆山市环保局", name="李样本"),
        entry(row=4),
        entry(row=5, name="王样本"),
        entry(row=6, name="王样本"),
        entry(row=7, name="赵样本"),
        entry(row=8, name="钱样本", post="320500199001011234"),
        ListEntry("表格第 9 行", "", Role.LIAISON, {"name": "孙样本"}),
    ]
    made = lay_beside(entries, [], NAMES, DAY)
    assert [each.act for each in made] == [Act.SKIP, Act.SKIP, Act.ADD, Act.SKIP, Act.ADD, Act.SKIP, Act.SKIP]
    expected = ("昆山市环保局", "没有填写姓名", "相同", "表格第 5 行重复", "相同", "身份证号", "请选择单位")
    for proposal, words in zip(made, expected, strict=True):
        assert words in "".join(proposal.told), proposal.told


def test_the_officer_chooses_the_unit_of_a_row() -> None:
    chosen: Mapping[int, int] = {0: 5}
    (proposal,) = lay_beside([entry("园区分局", name="李样本")], [], NAMES, DAY, chosen)
    assert (proposal.act, proposal.liaison.unit_id) == (Act.ADD, 5)


def test_a_unit_told_only_over_the_table_is_a_doubt() -> None:
    row = replace(entry("", name="李样本"), hint="张家港市环保局联络员名单")
    (proposal,) = lay_beside([row], [], NAMES, DAY)
    assert (proposal.act, proposal.liaison.unit_id) == (Act.ADD, 3)
    assert "请核对" in proposal.told[0]
