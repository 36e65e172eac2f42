"""A county returns its list, a liaison changes in August, and in October everybody can still be asked who it was."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from lianbing_desktop.services.desk import Desk
from lianbing_desktop.services.liaison_lists import proposals, read_list, take_in
from lianbing_desktop.services.liaison_sheet import liaison_sheet
from tests.support.campaign import Program, filled_home, reopened, started_home
from tests.support.desk import piece, unit_id
from tests.support.liaisons import HEAD, returned_list

LIST_DAY, CHANGE = date(2017, 6, 5), date(2017, 8, 15)


def test_a_list_comes_back_a_liaison_changes_and_the_history_stands(tmp_path: Path) -> None:
    home = started_home(tmp_path)
    path = returned_list(
        tmp_path / "张家港市联络员名单.xlsx",
        HEAD,
        ("张家港市环保局", "张样本", 13800000001),
        ("张家港市环境保护局", "李样例", 13800000002),
    )
    with reopened(home) as desk:
        county = unit_id(desk, "zhangjiagang")
        assert desk.units.get(county).lacks_liaison
        desk.submissions.receive(piece(desk, "联络员名单", "张家港").id, [path], LIST_DAY)
        take_in(desk.units, proposals(desk.units, read_list(path), LIST_DAY), LIST_DAY)
        first = desk.units.liaisons(LIST_DAY)[0]
        desk.units.people.change(first.id, replace(first, name="王样本", mobile="13900000003"), CHANGE)
    with reopened(home) as desk:
        assert names(desk, date(2017, 7, 1)) == ["张样本", "李样例"]
        assert names(desk, date(2017, 10, 20)) == ["李样例", "王样本"]
        assert [each.name for each in desk.units.people.history(county)] == ["王样本", "李样例", "张样本"]
        assert not desk.units.get(county).lacks_liaison
        sheet = liaison_sheet(desk.campaigns, desk.units, date(2017, 10, 20))
        assert [row[3] for row in sheet.rows] == ["李样例", "王样本"]
        assert desk.checks.run() == []
    again = Program(home)("liaisons", "import", path)
    assert again.returncode == 0
    assert names_of(home) == ["李样例", "王样本"]


def test_the_trial_names_specimens_only(tmp_path: Path) -> None:
    with reopened(filled_home(tmp_path)) as desk:
        people = desk.units.people.all()
        assert len(people) > 10
        assert all(each.name.endswith(("样本", "样例")) for each in people)
        assert all(each.office_phone.startswith("0512-000000") for each in people)
        assert [line.unit.key for line in desk.units.all() if line.lacks_liaison] == ["xiangcheng"]


def names(desk: Desk, day: date) -> list[str]:
    return [each.name for each in desk.units.liaisons(day)]


def names_of(home: Path) -> list[str]:
    with reopened(home) as desk:
        return names(desk, date(2017, 10, 20))
