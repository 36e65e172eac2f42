"""Units: their names through time, what each owes and has sent, liaisons with history, lists taken in."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from lianbing_desktop.domain.liaison import CHAT_GROUP, Contact, Liaison, Role
from lianbing_desktop.domain.liaison_list import Act
from lianbing_desktop.domain.submission import State
from lianbing_desktop.domain.unit_name import UnitName
from lianbing_desktop.errors import UserError
from lianbing_desktop.services.desk import Desk
from lianbing_desktop.services.liaison_lists import proposals, read_list, take_in
from lianbing_desktop.services.liaison_sheet import liaison_sheet
from tests.support.desk import TODAY, desk_at, paper, piece, unit_id
from tests.support.liaisons import returned_list

JUNE, JULY = date(2017, 6, 5), date(2017, 7, 1)
SECRETS = (
    "张样本",
    "李样本",
    "13800000001",
    "13900000002",
    "0512-00000001",
    "zhang@example.com",
    "90000001",
    "样本科长",
)


def person(desk: Desk, unit: str = "zhangjiagang", name: str = "张样本", role: Role = Role.LIAISON) -> Liaison:
    return Liaison(
        unit_id(desk, unit), role, name, JUNE, post="样本科长", office_phone="0512-00000001", mobile="13800000001",
        email="zhang@example.com",
    )  # fmt: skip


def test_before_any_list_nobody_is_named_and_nothing_is_invented(desk: Desk, empty_desk: Desk) -> None:
    assert desk.units.liaisons(TODAY) == []
    assert desk.units.chat_group() is None
    assert sum(line.lacks_liaison for line in desk.units.all()) == 10
    assert empty_desk.units.all() == []
    assert empty_desk.units.liaisons() == []


def test_what_a_unit_owes_and_has_sent(desk: Desk, tmp_path: Path) -> None:
    unit = unit_id(desk, "zhangjiagang")
    before = desk.units.get(unit)
    assert (before.received, before.sent) == (0, 0)
    assert before.open == len(before.submissions)
    assert 0 < before.overdue < before.open
    owed = piece(desk, "联络员名单", "张家港")
    desk.submissions.receive(owed.id, [paper(tmp_path)], JUNE)
    after = desk.units.get(unit)
    assert (after.open, after.received, after.overdue) == (before.open - 1, 1, before.overdue - 1)
    supervision = unit_id(desk, "supervision")
    first = desk.units.get(supervision).submissions[0]
    desk.submissions.receive(first.id, [], JUNE)
    desk.submissions.mark(first.id, State.REVIEWED)
    desk.submissions.mark(first.id, State.SENT_UP)
    assert desk.units.get(supervision).sent == 1
    assert [quota.unit for quota in desk.units.get(unit).quotas] == ["张家港市环保局"] * len(before.quotas)
    assert before.quotas


def test_a_change_closes_the_entry_and_opens_another(desk: Desk) -> None:
    people = desk.units.people
    (first,) = people.add(person(desk)).made
    change = people.change(first, replace(people.get(first), mobile="13900000002"), JULY)
    (now,) = desk.units.liaisons(TODAY)
    (then,) = desk.units.liaisons(date(2017, 6, 30))
    assert (now.mobile, now.valid_from, now.replaces_id) == ("13900000002", JULY, first)
    assert (then.mobile, then.valid_to) == ("13800000001", date(2017, 6, 30))
    assert desk.units.liaisons(date(2017, 6, 4)) == []
    assert len(people.history(now.unit_id)) == 2
    people.undo(change)
    (again,) = desk.units.liaisons(TODAY)
    assert (again.id, again.mobile, again.valid_to) == (first, "13800000001", None)
    assert len(people.history(now.unit_id)) == 2


def test_an_entry_put_right_on_its_first_day_is_kept_withdrawn(desk: Desk) -> None:
    people = desk.units.people
    (first,) = people.add(person(desk)).made
    people.change(first, replace(people.get(first), mobile="13900000002"), JUNE)
    (only,) = desk.units.liaisons(JUNE)
    assert only.mobile == "13900000002"
    assert people.get(first).is_withdrawn
    with pytest.raises(UserError, match="接替"):
        people.bring_back(first)
    assert people.change(only.id, only, TODAY).made == ()


def test_ended_and_withdrawn_entries_come_back(desk: Desk) -> None:
    people = desk.units.people
    (key,) = people.add(person(desk)).made
    change = people.end(key, date(2017, 8, 31))
    assert desk.units.liaisons(TODAY) == []
    assert len(desk.units.liaisons(date(2017, 8, 31))) == 1
    with pytest.raises(UserError, match="已经结束"):
        people.change(key, people.get(key), TODAY)
    people.undo(change)
    assert len(desk.units.liaisons(TODAY)) == 1
    people.withdraw(key)
    assert desk.units.liaisons(TODAY) == []
    people.bring_back(key)
    assert len(desk.units.liaisons(TODAY)) == 1
    with pytest.raises(UserError, match="不用恢复"):
        people.bring_back(key)


def test_what_is_refused(desk: Desk) -> None:
    people = desk.units.people
    (key,) = people.add(person(desk)).made
    for wrong, words in (
        (person(desk), "同名"),
        (replace(person(desk), name=" "), "姓名"),
        (replace(person(desk), mobile="320500199001011234"), "身份证号"),
        (replace(person(desk), unit_id=9999, name="李样本"), "单位"),
    ):
        with pytest.raises(UserError, match=words) as caught:
            people.add(wrong)
        assert not any(secret in str(caught.value) for secret in SECRETS)
    with pytest.raises(UserError, match="早于开始"):
        people.end(key, date(2017, 1, 1))
    assert len(people.all()) == 1


def test_an_act_that_something_followed_cannot_be_undone(desk: Desk) -> None:
    people = desk.units.people
    added = people.add(person(desk))
    people.change(added.made[0], person(desk, name="李样本"), JULY)
    with pytest.raises(UserError, match="又有改动"):
        people.undo(added)
    assert [each.name for each in desk.units.liaisons()] == ["李样本"]


def test_they_stand_in_official_order_and_then_by_role(desk: Desk) -> None:
    for unit, role in (("snd", Role.LIAISON), ("zhangjiagang", Role.REPORTER), ("zhangjiagang", Role.LEADER)):
        desk.units.people.add(person(desk, unit, role=role))
    found = [(each.unit, each.role) for each in desk.units.liaisons()]
    county, zone = "张家港市环保局", "苏州高新区（虎丘区）环保局"
    assert found == [(county, Role.LEADER), (county, Role.REPORTER), (zone, Role.LIAISON)]


def test_a_unit_is_called_by_the_name_of_the_day(desk: Desk) -> None:
    unit = unit_id(desk, "zhangjiagang")
    desk.units.people.add(person(desk))
    name = desk.units.rename(unit, UnitName("苏州市张家港生态环境局", "", date(2017, 9, 1), note="机构改革"))
    assert desk.units.name_on(unit, date(2017, 8, 31)) == "张家港市环保局"
    assert desk.units.name_on(unit, date(2017, 9, 1)) == "苏州市张家港生态环境局"
    assert [each.unit for each in desk.units.liaisons(JULY)] == ["张家港市环保局"]
    assert [each.unit for each in desk.units.liaisons(TODAY)] == ["苏州市张家港生态环境局"]
    assert desk.search.find("sthjj")[0].id == unit
    for wrong, words in (
        (UnitName("", "", TODAY), "新名称"),
        (UnitName("某局", "", None), "哪一天"),
        (UnitName("某局", "", date(2017, 9, 1)), "已经登记"),
        (UnitName("苏州市张家港生态环境局", "", date(2017, 9, 2)), "已经叫"),
    ):
        with pytest.raises(UserError, match=words):
            desk.units.rename(unit, wrong)
    desk.units.withdraw_name(name)
    assert desk.units.get(unit).name == "张家港市环保局"
    desk.units.bring_back_name(name)
    assert desk.units.get(unit).name == "苏州市张家港生态环境局"


def test_the_chat_group_is_kept_and_not_printed_by_default(desk: Desk) -> None:
    desk.units.people.add(person(desk))
    assert desk.units.put_contact(Contact(CHAT_GROUP, "大练兵工作群", "90000001"))
    desk.units.put_contact(Contact(CHAT_GROUP, "大练兵工作群", "90000002"))
    assert [each.value for each in desk.units.contacts()] == ["90000002"]
    plain = liaison_sheet(desk.campaigns, desk.units, TODAY)
    told = liaison_sheet(desk.campaigns, desk.units, TODAY, with_chat_group=True)
    assert (plain.below, told.below) == ((), ("工作QQ群：大练兵工作群 90000002",))
    assert "13800000001" in str(plain.rows)
    desk.units.put_contact(Contact(CHAT_GROUP))
    assert desk.units.contacts() == []


def test_the_number_told_by_the_campaign_is_only_proposed(desk: Desk, empty_desk: Desk) -> None:
    assert len(desk.units.proposed_chat_group().value) == 9
    assert desk.units.contacts() == []
    assert empty_desk.units.proposed_chat_group().value == ""
    desk.units.put_contact(Contact(CHAT_GROUP, value="90000001"))
    assert desk.units.proposed_chat_group().value == "90000001"


def test_a_list_for_publication_is_masked(desk: Desk) -> None:
    desk.units.people.add(replace(person(desk), note="休假时找李样本 13900000002", qq="90000001"))
    desk.units.put_contact(Contact(CHAT_GROUP, "大练兵工作群", "90000002"))
    sheet = liaison_sheet(desk.campaigns, desk.units, TODAY, is_masked=True, with_chat_group=True)
    for secret in ("13800000001", "13900000002", "00000001", "zhang@", "90000001", "90000002"):
        assert secret not in str(sheet)
    assert "张样本" in str(sheet.rows)


def test_a_returned_list_is_previewed_and_taken_in_in_one_piece(desk: Desk, tmp_path: Path) -> None:
    desk.units.people.add(person(desk))
    path = returned_list(
        tmp_path / "名单.xlsx",
        ("姓名", "手机", "单位", "身份证号"),
        ("张样本", 13900000002, "张家港市环保局", 320500199001011234),
        ("李样本", 13800000003, "常熟市环保局", None),
        ("王样本", "1380000000", "太湖度假区", None),
        (None, 13800000004, "昆山市环保局", None),
        ("李样本", 13800000003, "常熟市环保局", None),
    )
    received = read_list(path)
    found = proposals(desk.units, received, JULY)
    assert [each.act for each in found] == [Act.UPDATE, Act.ADD, Act.SKIP, Act.SKIP, Act.SKIP]
    assert any("丢失" in words for words in received.told)
    assert [each.mobile for each in desk.units.liaisons()] == ["13800000001"]
    change = take_in(desk.units, found, JULY)
    assert [(each.name, each.mobile) for each in desk.units.liaisons()] == [
        ("张样本", "13900000002"), ("李样本", "13800000003"),
    ]  # fmt: skip
    assert all(each.act in (Act.SAME, Act.SKIP) for each in proposals(desk.units, received, TODAY))
    desk.units.people.undo(change)
    assert [each.mobile for each in desk.units.liaisons()] == ["13800000001"]


def test_where_one_entry_cannot_be_kept_none_is(desk: Desk) -> None:
    with pytest.raises(UserError):
        desk.units.people.apply([person(desk), replace(person(desk, name="李样本"), mobile="3" * 18)], [], JULY)
    assert desk.units.people.all() == []


def test_search_finds_people_and_says_no_number(desk: Desk) -> None:
    (key,) = desk.units.people.add(person(desk)).made
    hits = [hit for hit in desk.search.find("zyb") if hit.kind == "liaison"]
    assert [(hit.id, hit.title) for hit in hits] == [(key, "张样本")]
    assert "13800000001" not in str(hits)
    desk.units.people.end(key, JUNE)
    assert [hit for hit in desk.search.find("zyb") if hit.kind == "liaison"] == []


def test_personal_data_stays_out_of_the_log_and_of_reminders(tmp_path: Path) -> None:
    """Every act there is, then the log table is searched; a note that did carry the name would be seen."""
    with desk_at(tmp_path / "home") as desk:
        people = desk.units.people
        change = people.add(person(desk))
        people.undo(people.change(change.made[0], person(desk, name="李样本"), JULY))
        people.undo(people.end(change.made[0], JULY))
        people.withdraw(change.made[0])
        people.bring_back(change.made[0])
        people.apply([replace(person(desk, "changshu", "李样本"), mobile="13900000002")], [], JULY)
        desk.units.put_contact(Contact(CHAT_GROUP, "大练兵工作群", "90000001"))
        log = "\n".join(" ".join(map(str, tuple(row))) for row in desk.journal.newest(1000))
        assert log.count("liaisons") >= 8
        assert not [secret for secret in SECRETS if secret in log]
        assert not [secret for secret in SECRETS if secret in str(desk.reminders.pending())]
        with desk.units._database.transaction():
            desk.journal.note("试验", "liaisons", 1, "张样本")
        assert "张样本" in str([tuple(row) for row in desk.journal.newest(1)])
