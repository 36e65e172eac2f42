"""Forms handed out and collected: every way a returned form can be wrong is told, and nothing wrong comes in."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from lianbing_desktop.domain.returned import Collected
from lianbing_desktop.domain.submission import State
from lianbing_desktop.errors import UserError
from lianbing_desktop.services.collecting import TakenIn
from lianbing_desktop.services.desk import Desk
from tests.support.desk import piece
from tests.support.returning import DISPATCH, LIAISON, change, fill, merge, without_id

Issued = Callable[..., dict[str, Path]]


@pytest.fixture
def issued(desk: Desk, tmp_path: Path) -> Issued:
    """Hand out a requirement's forms into a folder; return each unit's file by the unit's name."""

    def issue(requirement: str, period: str = "", folder: str = "out") -> dict[str, Path]:
        forms = desk.forms.prepare(desk.forms.requirement(requirement), period)
        paths = desk.forms.write(forms, tmp_path / folder)
        desk.forms.record(forms)
        return {form.unit: path for form, path in zip(forms, paths, strict=True)}

    return issue


def take_in(desk: Desk, found: list[Collected]) -> TakenIn:
    good = [each for each in found if each.is_good]
    return desk.collecting.take_in(good, desk.submissions.keeping([each.path for each in good])())


def only(desk: Desk, path: Path) -> Collected:
    found = desk.collecting.collect([path])
    assert len(found) == 1
    return found[0]


def told(each: Collected) -> str:
    assert not each.is_good
    return " ".join(each.faults)


def test_all_ten_counties_get_a_form_with_its_own_id(issued: Issued) -> None:
    paths = issued("liaison-list")
    assert len(paths) == 10
    assert {path.name for path in paths.values()} >= {"张家港市环保局_联络员名单.xlsx"}
    ids = {load_workbook(path)["表号"]["A1"].value for path in paths.values()}
    assert len(ids) == 10


def test_a_monthly_form_needs_its_month(desk: Desk, issued: Issued) -> None:
    with pytest.raises(UserError, match="2017-06、2017-07"):
        issued("dispatch")
    assert len(issued("dispatch", "2017-06")) == 10


def test_what_is_there_is_not_written_over(issued: Issued) -> None:
    path = fill(issued("liaison-list")["昆山市环保局"], LIAISON)
    before = path.read_bytes()
    with pytest.raises(UserError, match="没有覆盖"):
        issued("liaison-list")
    assert path.read_bytes() == before


def test_the_frame_is_protected_and_the_cells_are_open(issued: Issued) -> None:
    tab = load_workbook(issued("liaison-list")["昆山市环保局"]).worksheets[0]
    assert tab.protection.sheet
    assert tab["A4"].protection.locked
    assert not tab["A5"].protection.locked
    rules = {str(rule.sqref): rule for rule in tab.data_validations.dataValidation}
    assert rules["A5:A14"].formula1 == '"联络员,信息员,负责人"'


def test_a_filled_form_is_received_with_its_original(desk: Desk, issued: Issued) -> None:
    path = fill(issued("liaison-list")["昆山市环保局"], LIAISON)
    before = path.read_bytes()
    found = desk.collecting.collect([path])
    assert [each.faults for each in found] == [()]
    assert piece(desk, "联络员名单", "昆山").state is State.OPEN
    take_in(desk, found)
    received = piece(desk, "联络员名单", "昆山")
    assert received.state is State.RECEIVED
    assert desk.submissions.place(received.files[0]).read_bytes() == before == path.read_bytes()
    (standing,) = desk.forms.standing()
    assert standing.rows[0]["name"] == "张样本"
    assert len(desk.forms.not_returned(desk.forms.requirement("liaison-list"))) == 9
    assert desk.checks.run() == []


def test_a_collection_can_be_taken_back(desk: Desk, issued: Issued) -> None:
    path = fill(issued("liaison-list")["昆山市环保局"], LIAISON)
    taken = take_in(desk, desk.collecting.collect([path]))
    desk.collecting.undo(taken)
    assert piece(desk, "联络员名单", "昆山").state is State.OPEN
    assert desk.forms.standing() == []


def test_a_collection_is_not_taken_back_over_a_later_step(desk: Desk, issued: Issued) -> None:
    taken = take_in(desk, desk.collecting.collect([fill(issued("liaison-list")["昆山市环保局"], LIAISON)]))
    desk.submissions.mark(piece(desk, "联络员名单", "昆山").id, State.REVIEWED)
    with pytest.raises(UserError, match="之后又有新的操作"):
        desk.collecting.undo(taken)


def test_a_folder_is_collected_at_once(desk: Desk, issued: Issued, tmp_path: Path) -> None:
    for path in issued("liaison-list").values():
        fill(path, LIAISON)
    (tmp_path / "out" / "~$张家港市环保局_联络员名单.xlsx").write_bytes(b"lock")
    found = desk.collecting.collect([tmp_path / "out"])
    assert len(found) == 10
    take_in(desk, found)
    assert all(each.state is State.RECEIVED for each in desk.submissions.all() if each.requirement == "联络员名单")


def test_without_its_id_a_form_is_known_by_its_words(desk: Desk, issued: Issued, tmp_path: Path) -> None:
    path = fill(issued("liaison-list")["昆山市环保局"], LIAISON)
    found = only(desk, without_id(path, tmp_path / "发来的表.xlsx"))
    assert found.is_good
    assert found.match
    assert found.match.unit == "昆山市环保局"
    assert any("表号不见了" in words for words in found.warnings)


def test_without_id_and_unit_it_is_asked_for(desk: Desk, issued: Issued, tmp_path: Path) -> None:
    path = without_id(fill(issued("liaison-list")["昆山市环保局"], LIAISON), tmp_path / "表.xlsx")
    assert "看不出是哪个单位" in told(only(desk, change(path, {"A2": "填报单位："})))
    named = path.rename(tmp_path / "昆山市环保局.xlsx")
    assert only(desk, named).is_good


def test_an_altered_id_is_not_believed(desk: Desk, issued: Issued) -> None:
    path = fill(issued("liaison-list")["昆山市环保局"], LIAISON)
    book = load_workbook(path)
    book["表号"]["A1"] = book["表号"]["A1"].value.replace("kunshan", "taicang")
    book.worksheets[0]["A15"] = ""
    book.save(path)
    found = only(desk, path)
    assert any("表号被改动过" in words for words in found.warnings)
    assert found.match
    assert found.match.unit == "昆山市环保局"


def test_the_form_of_another_unit(desk: Desk, issued: Issued, tmp_path: Path) -> None:
    path = fill(issued("liaison-list")["昆山市环保局"], LIAISON)
    copy = Path(shutil.copy(path, tmp_path / "常熟市环保局_联络员名单.xlsx"))
    assert "可能用错了别的单位的表" in told(only(desk, copy))


def test_the_form_of_another_month(desk: Desk, issued: Issued, tmp_path: Path) -> None:
    path = fill(issued("dispatch", "2017-06")["昆山市环保局"], DISPATCH)
    assert only(desk, path).is_good
    copy = Path(shutil.copy(path, tmp_path / "昆山市环保局_月调度表_7月.xlsx"))
    assert "填错了时期" in told(only(desk, copy))


def test_a_day_outside_the_month(desk: Desk, issued: Issued) -> None:
    path = fill(issued("county-briefs", "2017-06")["昆山市环保局"], ("1", "动员部署", date(2017, 7, 3)))
    assert "C5（报送日期）2017-07-03 不在2017年6月内" in told(only(desk, path))


def test_changed_headings(desk: Desk, issued: Issued) -> None:
    path = change(fill(issued("liaison-list")["昆山市环保局"], LIAISON), {"B4": "名字"})
    assert "找不到：姓名" in told(only(desk, path))


def test_columns_in_another_order_are_matched_by_their_headings(desk: Desk, issued: Issued) -> None:
    path = issued("liaison-list")["昆山市环保局"]
    found = only(desk, change(path, {"A4": "姓名", "B4": "角色", "A5": "张样本", "B5": "联络员"}))
    assert found.is_good
    assert found.returned
    assert found.returned.rows == ({"name": "张样本", "role": "联络员"},)
    assert any("次序" in words for words in found.warnings)


def test_merged_cells(desk: Desk, issued: Issued) -> None:
    path = fill(issued("liaison-list")["昆山市环保局"], LIAISON, LIAISON)
    assert "B5 是合并的单元格" in told(only(desk, merge(path, "B5:B6")))


def test_an_empty_form(desk: Desk, issued: Issued) -> None:
    assert "一行也没有填" in told(only(desk, issued("liaison-list")["昆山市环保局"]))


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [
        (0, "班长", "不在可选项里"),
        (1, "", "没有填：姓名"),
        (5, "没有", "不像电话号码"),
    ],
)
def test_cells_of_the_liaison_list(desk: Desk, issued: Issued, column: int, value: str, words: str) -> None:
    row = [*LIAISON[:column], value, *LIAISON[column + 1 :]]
    assert words in told(only(desk, fill(issued("liaison-list")["昆山市环保局"], row)))


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [(0, "三件", "不是数字"), (0, 1.5, "应为整数"), (0, -1, "应为整数"), (2, "约十万", "不是数字"), (4, "", "没有填")],
)
def test_cells_of_the_dispatch(desk: Desk, issued: Issued, column: int, value: object, words: str) -> None:
    row = [*DISPATCH[:column], value, *DISPATCH[column + 1 :]]
    assert words in told(only(desk, fill(issued("dispatch", "2017-06")["昆山市环保局"], row)))


def test_money_is_kept_in_fen(desk: Desk, issued: Issued) -> None:
    found = only(desk, fill(issued("dispatch", "2017-06")["昆山市环保局"], DISPATCH))
    assert found.returned
    assert found.returned.rows[0]["fines_fen"] == 12_500_000


def test_a_telephone_kept_as_a_broken_number_is_told(desk: Desk, issued: Issued) -> None:
    row = [*LIAISON[:5], 320500198001011234, *LIAISON[6:]]
    found = only(desk, fill(issued("liaison-list")["昆山市环保局"], row))
    assert any("超过 15 位" in words for words in found.warnings)


def test_the_same_file_twice(desk: Desk, issued: Issued, tmp_path: Path) -> None:
    path = fill(issued("liaison-list")["昆山市环保局"], LIAISON)
    copy = Path(shutil.copy(path, tmp_path / "昆山市环保局（副本）.xlsx"))
    first, second = desk.collecting.collect([path, copy])
    assert first.is_good
    assert "完全相同" in told(second)


def test_two_different_files_of_one_unit(desk: Desk, issued: Issued, tmp_path: Path) -> None:
    path = fill(issued("liaison-list")["昆山市环保局"], LIAISON)
    other = fill(Path(shutil.copy(path, tmp_path / "昆山市环保局2.xlsx")), LIAISON, LIAISON)
    assert all("请只留一份" in told(each) for each in desk.collecting.collect([path, other]))


def test_a_file_collected_before(desk: Desk, issued: Issued) -> None:
    path = fill(issued("liaison-list")["昆山市环保局"], LIAISON)
    take_in(desk, desk.collecting.collect([path]))
    assert "已经收过" in told(only(desk, path))


def test_a_corrected_form_takes_the_place_of_the_first(desk: Desk, issued: Issued) -> None:
    path = fill(issued("liaison-list")["昆山市环保局"], LIAISON)
    take_in(desk, desk.collecting.collect([path]))
    found = only(desk, change(path, {"B5": "李样本"}))
    assert any("将代替" in words for words in found.warnings)
    taken = take_in(desk, [found])
    assert [form.rows[0]["name"] for form in desk.forms.standing()] == ["李样本"]
    desk.collecting.undo(taken)
    assert [form.rows[0]["name"] for form in desk.forms.standing()] == ["张样本"]
    assert desk.checks.run() == []


def test_an_older_revision(desk: Desk, issued: Issued) -> None:
    path = fill(issued("liaison-list")["昆山市环保局"], LIAISON)
    own = desk.home.forms
    own.mkdir()
    text = (Path("resources/forms") / "liaisons.toml").read_text(encoding="utf-8")
    (own / "liaisons.toml").write_text(text.replace("rows = 10", "rows = 20\n").replace("负责人请在", "负责人须在"))
    del desk.forms.kinds
    newer = issued("liaison-list", folder="newer")["昆山市环保局"]
    assert "|2|" in load_workbook(newer)["表号"]["A1"].value
    assert any("之后下发过第 2 版" in words for words in only(desk, path).warnings)


def test_handing_out_the_same_again_is_no_new_revision(issued: Issued) -> None:
    issued("liaison-list")
    again = issued("liaison-list", folder="again")["昆山市环保局"]
    assert "|1|" in load_workbook(again)["表号"]["A1"].value


def test_the_form_of_another_campaign(desk: Desk, issued: Issued) -> None:
    path = fill(issued("liaison-list")["昆山市环保局"], LIAISON)
    desk.campaigns.start("suzhou-2017", 2018)
    assert "另一个活动" in told(only(desk, path))


def test_a_piece_that_went_further_takes_no_form(desk: Desk, issued: Issued) -> None:
    path = fill(issued("county-summary")["昆山市环保局"], ("组织部署", "是"))
    submission = piece(desk, "活动总结（各市、区）", "昆山")
    desk.submissions.mark(submission.id, State.RECEIVED)
    desk.submissions.mark(submission.id, State.SENT_UP)
    assert "请先退回" in told(only(desk, path))


def test_the_people_of_a_liaison_form_come_in_with_it(desk: Desk, issued: Issued) -> None:
    path = fill(issued("liaison-list")["昆山市环保局"], LIAISON)
    taken = take_in(desk, desk.collecting.collect([path]))
    (person,) = desk.units.liaisons()
    assert (person.unit, person.name, person.mobile) == ("昆山市环保局", "张样本", "13800000001")
    found = only(desk, change(path, {"F5": "13800000002"}))
    assert any("与现有登记不同：手机" in words for words in found.warnings)
    again = take_in(desk, [found])
    assert [each.mobile for each in desk.units.liaisons()] == ["13800000002"]
    desk.collecting.undo(again)
    assert [each.mobile for each in desk.units.liaisons()] == ["13800000001"]
    desk.collecting.undo(taken)
    assert desk.units.liaisons() == []


def test_no_personal_data_reaches_the_log(desk: Desk, issued: Issued) -> None:
    take_in(desk, desk.collecting.collect([fill(issued("liaison-list")["昆山市环保局"], LIAISON)]))
    log = " ".join(str(tuple(row)) for row in desk.journal.newest(1000))
    assert "张样本" not in log
    assert "13800000001" not in log


def test_every_brief_is_a_piece_of_its_own_day(desk: Desk, issued: Issued) -> None:
    rows = [("1", "动员部署", date(2017, 6, 8)), ("2", "现场检查", date(2017, 6, 20))]
    path = fill(issued("county-briefs", "2017-06")["昆山市环保局"], *rows)
    take_in(desk, desk.collecting.collect([path]))
    pieces = [each for each in desk.submissions.all() if "昆山" in each.unit and each.requirement_id == _briefs(desk)]
    june = [each for each in pieces if each.period == "2017-06"]
    assert [(each.state, each.received_on) for each in june] == [
        (State.RECEIVED, date(2017, 6, 8)),
        (State.RECEIVED, date(2017, 6, 20)),
    ]
    quota = next(each for each in desk.submissions.quotas() if "昆山" in each.unit and each.period == "2017-06")
    assert quota.got == 2


def test_a_month_collected_again_adds_only_what_is_new(desk: Desk, issued: Issued) -> None:
    path = fill(issued("county-briefs", "2017-06")["昆山市环保局"], ("1", "动员部署", date(2017, 6, 8)))
    take_in(desk, desk.collecting.collect([path]))
    fill(path, ("1", "动员部署", date(2017, 6, 8)), ("2", "现场检查", date(2017, 6, 20)))
    take_in(desk, desk.collecting.collect([path]))
    quota = next(each for each in desk.submissions.quotas() if "昆山" in each.unit and each.period == "2017-06")
    assert quota.got == 2


def test_the_counties_fill_the_departments_dispatch(desk: Desk, issued: Issued) -> None:
    path = fill(issued("dispatch", "2017-06")["昆山市环保局"], DISPATCH)
    take_in(desk, desk.collecting.collect([path]))
    assert piece(desk, "月调度", period="2017-06").state is State.OPEN
    (standing,) = desk.forms.standing()
    assert standing.rows[0]["filed"] == 3
    assert desk.checks.run() == []


def test_a_file_changed_after_the_check_is_not_taken_in(desk: Desk, issued: Issued) -> None:
    path = fill(issued("liaison-list")["昆山市环保局"], LIAISON)
    found = desk.collecting.collect([path])
    change(path, {"B5": "李样本"})
    with pytest.raises(UserError, match="检查之后又变了"):
        take_in(desk, found)
    assert piece(desk, "联络员名单", "昆山").state is State.OPEN


def test_hostile_and_foreign_files_are_told_and_leave_the_others_alone(
    desk: Desk, issued: Issued, tmp_path: Path
) -> None:
    good = fill(issued("liaison-list")["昆山市环保局"], LIAISON)
    bad = tmp_path / "坏.xlsx"
    bad.write_bytes(b"PK\x03\x04broken")
    other = tmp_path / "说明.txt"
    other.write_text("请各单位按时报送。", encoding="utf-8")
    found = desk.collecting.collect([good, bad, other])
    assert [each.is_good for each in found] == [True, False, False]
    assert "没有找到下发表的表头" in told(found[2])


def test_an_own_form_with_faults_is_told_with_all_of_them(desk: Desk) -> None:
    own = desk.home.forms
    own.mkdir()
    (own / "extra.toml").write_text('key = "x y"\nrows = 0\n[[fields]]\nkey = "a"\nkind = "wish"\n', encoding="utf-8")
    with pytest.raises(UserError) as caught:
        desk.forms.offers()
    assert len(caught.value.details) >= 4


def _briefs(desk: Desk) -> int:
    return desk.forms.requirement("county-briefs").id
