"""Liaisons and unit names as values: days, what is refused, what is doubted, and nothing personal in repr."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lianbing_desktop.domain.liaison import Liaison, Role, doubts, faults, is_mobile, plain_number, tidied
from lianbing_desktop.domain.unit_name import UnitName, lined_up

JUNE = date(2017, 6, 5)
ZHANG = Liaison(1, Role.LIAISON, "张样本", JUNE, mobile="13800000001", office_phone="0512-00000001")


def test_both_ends_of_an_entry_are_counted_in() -> None:
    entry = replace(ZHANG, valid_to=date(2017, 8, 31))
    days = (date(2017, 6, 4), JUNE, date(2017, 8, 31), date(2017, 9, 1))
    assert [entry.holds_on(day) for day in days] == [False, True, True, False]
    assert not replace(entry, is_withdrawn=True).holds_on(JUNE)


def test_repr_carries_no_personal_data() -> None:
    full = replace(
        ZHANG, post="副科长", email="a@example.com", qq="10001", note="病假", fax="0512-00000002", gender="女"
    )
    for secret in ("张样本", "13800000001", "0512", "副科长", "example", "10001", "病假", "女"):
        assert secret not in repr(full)
    assert "联络员" in repr(full)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("１３８００００００００１", "138000000001"),
        ("138 0000 0001", "13800000001"),
        ("138-0000-0001", "13800000001"),
        ("+86 13800000001", "13800000001"),
        ("0512－00000001", "0512-00000001"),
        ("0512 00000001转8001", "0512 00000001转8001"),
    ],
)
def test_numbers_are_kept_plain(written: str, kept: str) -> None:
    assert plain_number(written) == kept


@given(st.text(max_size=30))
def test_a_number_made_plain_stays_so(text: str) -> None:
    once = plain_number(text)
    assert plain_number(once) == once or "86" in text


def test_what_is_refused() -> None:
    assert list(faults(ZHANG)) == []
    assert list(faults(tidied(replace(ZHANG, name="  ")))) == ["没有填写姓名。"]
    assert "15位以上" in next(faults(replace(ZHANG, mobile="320500199001011234")))
    assert "太长" in next(faults(replace(ZHANG, post="长" * 101)))
    assert "早于开始" in next(faults(replace(ZHANG, valid_to=date(2017, 1, 1))))


def test_what_is_doubted_and_may_be_right() -> None:
    assert list(doubts(ZHANG)) == []
    assert "11位" in next(doubts(replace(ZHANG, mobile="1380000")))
    assert "开头的0" in next(doubts(replace(ZHANG, office_phone="51200000001")))
    assert "邮箱" in next(doubts(replace(ZHANG, email="张样本")))
    assert "QQ" in next(doubts(replace(ZHANG, qq="wx_abc")))
    assert "没有电话" in next(doubts(replace(ZHANG, mobile="", office_phone="")))
    assert is_mobile("19900000001")
    assert not is_mobile("12000000001")


def test_names_follow_one_another_without_gap() -> None:
    first = UnitName("苏州市环境保护局", "市局")
    later = (
        UnitName("苏州市综合局", "市局", date(2025, 1, 1)),
        UnitName("苏州市生态环境局", "市局", date(2019, 1, 10)),
    )
    names = lined_up(first, later)
    assert names.name_on(date(2017, 6, 1)) == "苏州市环境保护局"
    assert names.name_on(date(2019, 1, 9)) == "苏州市环境保护局"
    assert names.name_on(date(2019, 1, 10)) == "苏州市生态环境局"
    assert names.name_on(date(2030, 1, 1)) == "苏州市综合局"
    assert [each.valid_to for each in names.names] == [date(2019, 1, 9), date(2024, 12, 31), None]


@given(st.lists(st.dates(date(2000, 1, 1), date(2030, 1, 1)), unique=True, max_size=6), st.dates())
def test_every_day_has_exactly_one_name(days: list[date], day: date) -> None:
    names = lined_up(UnitName("甲", "甲"), [UnitName(f"乙{each}", "乙", each) for each in days])
    assert sum(each.holds_on(day) for each in names.names) == 1
