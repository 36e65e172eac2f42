"""Returned lists as counties send them: columns in any order, two persons a row, traps in the numbers."""

import pytest

from lianbing_desktop.domain.liaison import Role
from lianbing_desktop.domain.liaison_list import LiaisonList
from lianbing_desktop.domain.source import Source, SourceBlock, SourceCell, SourceParagraph, SourceTable
from lianbing_desktop.errors import UserError
from lianbing_desktop.reading.liaison_list import read_liaison_list


def table(*rows: tuple[str, ...], spans: dict[tuple[int, int], tuple[int, int]] | None = None) -> SourceTable:
    spans = spans or {}
    cells = [
        SourceCell(row, column, text, *spans.get((row, column), (1, 1)))
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
        if text
    ]
    return SourceTable(tuple(cells), len(rows), max(map(len, rows)), "Sheet1")


def read(*blocks: SourceBlock, name: str = "联络员名单.xlsx", warnings: tuple[str, ...] = ()) -> LiaisonList:
    return read_liaison_list(Source("0" * 64, name, blocks, warnings))


def test_the_usual_list() -> None:
    found = read(
        table(
            ("2017年联络员名单",),
            ("序号", "单位", "姓名", "性别", "职务", "办公电话", "手机", "传真", "邮箱", "QQ", "角色", "备注"),
            (
                "1",
                "张家港市环保局",
                "张样本",
                "男",
                "科员",
                "0512-00000001",
                "13800000001",
                "",
                "",
                "10001",
                "联络员",
                "",
            ),
            ("2", "", "李样本", "", "", "", "13800000002", "", "", "", "信息员", "新"),
            ("填报人：王样本　填报时间：2017年6月5日",),
            spans={(0, 0): (1, 12), (2, 1): (2, 1), (4, 0): (1, 12)},
        )
    )
    first, second = found.entries
    assert (first.unit, first.role, first.place) == ("张家港市环保局", Role.LIAISON, "工作表“Sheet1”第 3 行")
    expected = {"name": "张样本", "gender": "男", "post": "科员", "office_phone": "0512-00000001"}
    assert first.values == expected | {"mobile": "13800000001", "qq": "10001"}
    assert (second.unit, second.role, second.values["note"], second.told) == ("张家港市环保局", Role.REPORTER, "新", ())
    assert found.told == ()


def test_headings_in_another_order_are_told_and_matched_by_their_words() -> None:
    found = read(table(("手机号码", "联系人姓名", "工作单位"), ("13800000001", "张样本", "常熟市环保局")))
    (entry,) = found.entries
    assert (entry.unit, entry.values) == ("常熟市环保局", {"mobile": "13800000001", "name": "张样本"})
    assert any("次序" in words for words in found.told)


def test_two_persons_in_one_row_and_two_telephones_in_one_cell() -> None:
    found = read(
        table(
            ("单位", "联络员", "联系电话", "信息员", "联系电话"),
            ("太仓市环保局", "张样本", "0512-00000001\n13800000001", "李样本", "13800000002"),
        )
    )
    one, other = found.entries
    assert (one.role, one.values["office_phone"], one.values["mobile"]) == (
        Role.LIAISON, "0512-00000001", "13800000001",
    )  # fmt: skip
    assert (other.role, other.values) == (Role.REPORTER, {"name": "李样本", "mobile": "13800000002"})


def test_a_heading_of_two_rows() -> None:
    found = read(
        table(
            ("单位", "姓名", "联系方式", ""),
            ("", "", "办公电话", "手机"),
            ("太仓市环保局", "张样本", "0512-00000001", "13800000001"),
            spans={(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2)},
        )
    )
    (entry,) = found.entries
    assert entry.values == {"name": "张样本", "office_phone": "0512-00000001", "mobile": "13800000001"}


def test_identity_numbers_are_never_read_in() -> None:
    found = read(
        table(
            ("单位", "姓名", "身份证号", "手机"),
            ("太仓市环保局", "张样本", "320500199001011234", "320500199001011234"),
        ),
        warnings=("有超过 15 位的号码存成了数值，末尾的数字已经丢失（1 处：C2）。",),
    )
    (entry,) = found.entries
    assert entry.values == {"name": "张样本"}
    assert "15位以上" in entry.told[0]
    assert "320500" not in str((entry.told, found.told))
    assert any("身份证号" in words for words in found.told)
    assert any("丢失" in words for words in found.told)


def test_a_person_in_two_roles_is_two_entries() -> None:
    found = read(table(("单位", "姓名", "类别"), ("太仓市环保局", "张样本", "联络员兼信息员")))
    assert [entry.role for entry in found.entries] == [Role.LIAISON, Role.REPORTER]
    assert "分别登记" in found.entries[0].told[0]


def test_a_row_without_unit_takes_the_one_above_or_what_stands_over_the_table() -> None:
    found = read(table(("单位", "姓名"), ("太仓市环保局", "张样本"), ("", "李样本")))
    assert found.entries[1].unit == "太仓市环保局"
    assert "上一行" in found.entries[1].told[0]
    found = read(SourceParagraph("填报单位：昆山市环保局"), table(("姓名", "手机"), ("张样本", "13800000001")))
    assert (found.entries[0].unit, "昆山市环保局" in found.entries[0].hint) == ("", True)
    found = read(table(("姓名", "手机"), ("张样本", "13800000001")), name="吴江区联络员名单.xlsx")
    assert "吴江区" in found.entries[0].hint


def test_a_missing_name_stays_visible_and_empty_rows_do_not() -> None:
    found = read(table(("序号", "单位", "姓名", "手机"), ("1", "太仓市环保局", "", "13800000001"), ("2", "", "", "")))
    (entry,) = found.entries
    assert "name" not in entry.values


def test_a_repeated_heading_is_no_person() -> None:
    head = ("单位", "姓名", "手机")
    found = read(table(head, ("太仓市环保局", "张样本", ""), head, ("昆山市环保局", "李样本", "")))
    assert [entry.unit for entry in found.entries] == ["太仓市环保局", "昆山市环保局"]


def test_a_table_of_something_else_is_refused() -> None:
    with pytest.raises(UserError, match="没有找到联络员名单"):
        read(table(("时间节点", "任务", "责任部门"), ("6月2日前", "成立小组", "监察支队")))
