"""A unit is shown by its name of the day wherever it is shown: one place resolves it, no page asks for itself."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from lianbing_desktop.domain.form import FormId
from lianbing_desktop.domain.returned import Returned
from lianbing_desktop.domain.sheet import Sheet
from lianbing_desktop.domain.unit_name import UnitName
from lianbing_desktop.services.desk import Desk
from lianbing_desktop.services.matching import Known, Matching
from lianbing_desktop.services.plans import Plans
from lianbing_desktop.services.revising import Revising
from tests.support.desk import TODAY, asked, desk_at, paper, piece, unit_id

OLD, NEW = "张家港市环保局", "张家港市生态环境局"
SINCE = date(2017, 10, 10)


def renamed(desk: Desk, since: date = SINCE) -> int:
    unit = unit_id(desk, "zhangjiagang")
    desk.units.rename(unit, UnitName(NEW, "张家港", since, note="机构改革"))
    return unit


def pages(desk: Desk) -> dict[str, str]:
    """Return all words of what the pages and papers of a day show, by the page."""
    sent = piece(desk, "联络员名单", "张家港").id
    desk.submissions.receive(sent, [paper(desk.home.root)], desk.clock.today())
    forms = desk.forms.lines(asked(desk, "联络员名单"))
    return {
        "报送清单": str([(each.unit, each.title) for each in desk.submissions.all()]),
        "还缺什么": str(desk.submissions.missing(date(2017, 12, 31))),
        "份额": str(desk.submissions.quotas()),
        "单位": str([(line.name, line.unit.name) for line in desk.units.all()]),
        "提醒": str(desk.reminders.items()),
        "周报": str(desk.reminders.weekly_sheet()),
        "清单表": str(desk.documents.checklist("zhangjiagang")),
        "下发与收回": str([line.unit.name for line in forms]),
        "材料包": str([(item.submission.unit, item.name) for item in desk.packages.items({sent})]),
        "搜索": str(desk.search.find("zjg")),
        "公文": str(desk.reports.report("launch")),
        "简讯统计": str(desk.reports.report("brief-counts")),
    }


def test_every_page_and_paper_names_a_unit_as_it_is_called_today(desk: Desk) -> None:
    renamed(desk)
    for page, words in pages(desk).items():
        assert (NEW in words, OLD in words) == (True, False), page


def test_before_the_day_of_the_new_name_the_old_one_stands(tmp_path: Path) -> None:
    with desk_at(tmp_path, date(2017, 10, 9)) as desk:
        renamed(desk)
        for page, words in pages(desk).items():
            assert (NEW in words, OLD in words) == (False, True), page
    with desk_at(tmp_path, SINCE) as desk:
        assert piece(desk, "联络员名单", NEW).unit == NEW


def test_at_midnight_the_new_name_comes_by_itself(desk: Desk) -> None:
    renamed(desk, date(2017, 10, 21))
    assert piece(desk, "联络员名单", "张家港").unit == OLD
    assert {each.unit for each in desk.submissions.all(date(2017, 10, 21))} > {NEW}
    object.__setattr__(desk.clock, "trial", date(2017, 10, 21))
    assert piece(desk, "联络员名单", "张家港").unit == NEW
    assert {unit.name for unit in desk.campaigns.units()} > {NEW}
    assert {unit.name for unit in desk.campaigns.first_units()} > {OLD}


def test_a_withdrawn_name_shows_no_more(desk: Desk) -> None:
    unit = unit_id(desk, "zhangjiagang")
    name = desk.units.rename(unit, UnitName(NEW, "张家港", SINCE))
    assert piece(desk, "联络员名单", "张家港").unit == NEW
    desk.units.withdraw_name(name)
    assert piece(desk, "联络员名单", "张家港").unit == OLD
    assert NEW not in str(desk.campaigns.units())


def test_a_bureau_is_called_by_its_new_short_name_where_it_receives(desk: Desk) -> None:
    desk.units.rename(unit_id(desk, "bureau"), UnitName("苏州市生态环境局", "市生态环境局", SINCE))
    assert piece(desk, "联络员名单", "张家港").receiver == "市生态环境局"
    assert {unit.short for unit in desk.campaigns.units()} > {"市生态环境局"}


def test_a_paper_names_units_as_of_its_own_day(desk: Desk) -> None:
    renamed(desk)
    for dated, name, other in (("2017年10月9日", OLD, NEW), ("2017年10月10日", NEW, OLD), ("", NEW, OLD)):
        desk.reports.enter("launch", {"成文日期": dated})
        words = str(desk.reports.report("launch"))
        assert (name in words, other in words) == (True, False), dated


def test_a_package_names_units_as_of_the_day_it_is_made(desk: Desk, tmp_path: Path) -> None:
    renamed(desk)
    sent = piece(desk, "工作简讯（各市、区）", "张家港")
    desk.submissions.receive(sent.id, [paper(tmp_path, "简讯.docx")], TODAY)
    names = {day: desk.packages.items({sent.id}, day)[0].name for day in (date(2017, 10, 9), TODAY, None)}
    assert [OLD in names[date(2017, 10, 9)], NEW in names[TODAY], NEW in names[None]] == [True, True, True]


def test_any_name_a_unit_ever_bore_finds_it(desk: Desk) -> None:
    unit = renamed(desk)
    for words in (OLD, NEW, "张家港", "zhangjiagang"):
        assert desk.campaigns.unit_named(words).id == unit
    for words in ("sthjj", "张家港市环保局", "张家港市生态"):
        found = desk.search.find(words, limit=1_000)
        assert {hit.kind for hit in found} >= {"unit", "submission"}, words
        assert found[0].id == unit


def test_a_task_is_found_by_the_new_name_of_who_is_responsible(desk: Desk) -> None:
    assert not [hit for hit in desk.search.find("综合行政执法") if hit.kind == "task"]
    desk.units.rename(unit_id(desk, "supervision"), UnitName("综合行政执法支队", "执法支队", SINCE))
    assert [hit for hit in desk.search.find("综合行政执法") if hit.kind == "task"]
    assert "综合行政执法支队" in str(desk.documents.annex())


def test_a_form_bearing_the_old_name_is_still_this_units(desk: Desk) -> None:
    unit = renamed(desk)
    requirement = asked(desk, "联络员名单")
    kind = desk.forms.kind_of(requirement)
    assert kind
    names = {key: each.words() for key, each in desk.campaigns.names().items()}
    known = Known(
        desk.campaigns.require(), desk.submissions.requirements(), desk.campaigns.units(), desk.forms.kinds, names
    )
    for told in (OLD, NEW):
        without_id = Returned("0" * 64, kind, None, told, "", ())
        match = Matching(known, Path("表.xlsx"), without_id).match()
        assert match, told
        assert (match.unit_id, match.unit) == (unit, NEW), told
        header = known.header
        form_id = FormId(header.name, header.year, kind.key, requirement.key, "zhangjiagang", "", 1)
        with_id = Matching(known, Path("表.xlsx"), replace(without_id, id=form_id))
        assert with_id.match()
        assert not with_id.faults
    alone = replace(known, names={})
    assert Matching(alone, Path("表.xlsx"), Returned("0" * 64, kind, None, "张家市环保局", "", ())).match() is None


def test_a_revised_table_may_use_the_new_name(desk: Desk) -> None:
    desk.units.rename(unit_id(desk, "supervision"), UnitName("综合行政执法支队", "执法支队", SINCE))
    plans = desk.plans
    assert isinstance(plans, Plans)
    revising = plans._revising
    assert isinstance(revising, Revising)
    before = revising._standing()
    units = tuple(replace(u, name="综合行政执法支队") if u.key == "supervision" else u for u in before.units)
    assert revising.compare(replace(before, units=units)).is_empty
    strange = tuple(replace(u, name="某某支队") if u.key == "supervision" else u for u in before.units)
    assert not revising.compare(replace(before, units=strange)).is_empty


def test_rows_behind_a_figure_bear_the_name_too(desk: Desk) -> None:
    renamed(desk)
    figures = desk.reports.figures("brief-counts")
    tables: list[Sheet] = [*figures.tables.values()]
    assert NEW in str(tables)
    assert OLD not in str(tables)
    row = next(row for row in figures.tables["简讯统计"].rows if row[1] == NEW)
    assert int(str(row[2])) > 0
