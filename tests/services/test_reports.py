"""Official documents from the campaign's data: their words, their figures against the store, their gaps."""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook

from lianbing_desktop.domain.figure import Figures
from lianbing_desktop.domain.liaison import Liaison, Role
from lianbing_desktop.domain.sheet import Sheet
from lianbing_desktop.errors import UserError
from lianbing_desktop.services.desk import Desk
from lianbing_desktop.services.figures import RECKONED, bulletin
from lianbing_desktop.services.material import Dispatch
from tests.support.campaign import filled_home, reopened
from tests.support.gbt9704 import Paper, W, words, wrong

Golden = Callable[[str, Sequence[str]], None]
UNIT = {"collective": "张家港"}
CHAT = "440147154"


@pytest.fixture
def busy(tmp_path: Path) -> Iterator[Desk]:
    """The desk on 20 October with everything that had come by then."""
    with reopened(filled_home(tmp_path)) as desk:
        yield desk


def lines(path: Path) -> list[str]:
    """A document as readable lines: paragraphs, and the cells of a row between |."""
    found = []
    for part in Paper(path).body.iterchildren(f"{W}p", f"{W}tbl"):
        if part.tag == f"{W}p":
            found.append(words(part))
        else:
            rows = [[words(cell).replace("\n", "⏎") for cell in row.iter(f"{W}tc")] for row in part.iter(f"{W}tr")]
            found += [" | ".join(row) for row in rows]
    return [line for line in found if line.strip()]


@pytest.mark.parametrize("name", RECKONED)
def test_each_document_reads_as_agreed_and_keeps_the_standard(
    busy: Desk, tmp_path: Path, golden: Golden, name: str
) -> None:
    made = busy.reports.export(name, tmp_path / "x.docx", UNIT.get(name, ""))
    found = lines(made.path)
    golden(f"report-{name}.docx.txt", [line.replace(CHAT, "✗") for line in found])
    assert wrong(made.path) == []
    assert not any(CHAT in line for line in found)
    assert {each for each in made.gaps if any(each in line for line in found)} == set(made.gaps)
    docx.Document(str(made.path))


@pytest.mark.parametrize("name", RECKONED)
def test_its_tables_as_excel_hold_the_same_rows_and_no_formula(busy: Desk, tmp_path: Path, name: str) -> None:
    report = busy.reports.report(name, UNIT.get(name, ""))
    if not report.sheets:
        with pytest.raises(UserError, match="没有表格"):
            busy.reports.export(name, tmp_path / "x.xlsx", UNIT.get(name, ""))
        return
    busy.reports.export(name, tmp_path / "x.xlsx", UNIT.get(name, ""))
    book = load_workbook(tmp_path / "x.xlsx")
    assert len(book.worksheets) == len(report.sheets)
    for tab, sheet in zip(book.worksheets, report.sheets, strict=True):
        cells = [cell for row in tab.iter_rows() for cell in row]
        assert not any(cell.data_type == "f" for cell in cells)
        assert _kept(sheet) <= {str(cell.value) for cell in cells if cell.value is not None}


def _kept(sheet: Sheet) -> set[str]:
    return {cell for row in sheet.rows for cell in row if isinstance(cell, str) and cell}


def value(figures: Figures, name: str) -> str | None:
    return {figure.name: figure.words for figure in figures.values}[name]


def test_figures_agree_with_the_data_file(busy: Desk) -> None:
    summary, counts = busy.reports.figures("summary"), busy.reports.figures("brief-counts")
    handover = busy.reports.figures("handover")
    home = busy.home
    busy.close()
    with closing(sqlite3.connect(home.database)) as data:
        here = "s.withdrawn_at IS NULL AND s.state IN ('已收', '已审', '已上报', '回执')"
        sql = "SELECT count(*) FROM submissions s JOIN requirements r ON r.id = s.requirement_id WHERE "
        briefs = data.execute(f"{sql} r.title LIKE '工作简讯%' AND {here}").fetchone()[0]
        articles = data.execute(f"{sql} r.title = '专栏文章' AND {here}").fetchone()[0]
        everything = data.execute(f"{sql} s.withdrawn_at IS NULL").fetchone()[0]
        hashes = {row[0] for row in data.execute("SELECT sha256 FROM files")}
    assert (value(summary, "简讯已报"), value(counts, "专栏文章数")) == (str(briefs), str(articles))
    assert value(summary, "报送件应报") == str(everything)
    assert {row[5] for row in handover.tables["移交清单"].rows} <= hashes
    assert value(handover, "文件数") == str(len(handover.tables["移交清单"].rows))
    files = [path for path in home.files.rglob("*") if path.is_file()]
    sizes = {hashlib.sha256(path.read_bytes()).hexdigest(): path.stat().st_size for path in files}
    assert all(sizes[row[5]] == row[4] for row in handover.tables["移交清单"].rows)


def test_every_number_has_as_many_rows_behind_it(busy: Desk) -> None:
    counted = ("简讯已报", "专栏文章数", "已完成任务数")
    figures = {figure.name: figure for figure in busy.reports.figures("summary").values}
    assert all(int(figures[name].words or -1) == len(figures[name].rows) for name in counted)


def test_the_self_report_names_every_indicator_with_its_rows(busy: Desk) -> None:
    figures = busy.reports.figures("self-report")
    names = [{figure.name: figure.words for figure in item}["指标"] for item in figures.items["指标"].figures]
    assert names[:6] == [
        "环境执法案卷质量", "查处违法案件数量", "执法公众满意度", "京津冀及周边地区强化督查综合评估",
        "工业污染源全面达标排放计划综合评估", "太湖等流域交叉检查综合评估",
    ]  # fmt: skip
    assert len(names) == int(value(figures, "指标数") or 0) >= 10
    counts = sum(int({f.name: f.words for f in item}["指标应报"] or 0) for item in figures.items["指标"].figures)
    assert counts == len(figures.tables["指标依据"].rows)


def test_nothing_is_invented_on_a_desk_that_knows_nothing(desk: Desk) -> None:
    gaps = desk.reports.report("summary").gaps
    assert {"【待填：立案数】", "【待填：罚款金额（万元）】", "【待填：工作特色】", "【待填：成文日期】"} <= set(gaps)
    assert "【待填：本月立案数】" in desk.reports.report("bulletin").gaps
    assert any(gap.startswith("【待填：以下单位的联络员") for gap in desk.reports.report("liaisons").gaps)


def test_entries_fill_gaps_hold_where_they_belong_and_can_be_taken_away(desk: Desk) -> None:
    desk.reports.enter("summary", {"发文机关": "苏州市环境保护局", "发文字号": "苏环〔2017〕88号"})
    desk.reports.enter("summary", {"工作特色": "一\n二"})
    report = desk.reports.report("summary")
    assert (report.issuer, report.number) == ("苏州市环境保护局文件", "苏环〔2017〕88号")
    texts = list(report.texts())
    assert texts[texts.index("一") + 1] == "二"
    other = desk.reports.report("self-report")
    assert (other.issuer, other.number) == ("苏州市环境保护局文件", "【待填：发文字号】")
    assert {each.name: each.value for each in desk.reports.entries("summary")}["发文机关"] == "苏州市环境保护局"
    desk.reports.enter("summary", {"发文机关": ""})
    assert desk.reports.report("self-report").issuer == "【待填：发文机关】文件"


def test_candidates_entered_by_hand_stand_in_each_of_their_documents(desk: Desk) -> None:
    names = [each.name for each in desk.reports.entries("candidates")]
    assert [name for name in names if name.startswith("先进集体") and "·" not in name] == ["先进集体一", "先进集体二"]
    assert [name for name in names if name.startswith("先进个人") and "·" not in name] == [
        f"先进个人{n}" for n in "一二三"
    ]
    desk.reports.enter("candidates", {"先进集体一": "张家港市环保局", "先进个人三": "陈某"})
    cells = [cell for sheet in desk.reports.report("case-numbers").sheets for row in sheet.rows for cell in row]
    assert {"张家港市环保局", "陈某", "【待填：先进个人二】"} <= set(cells)


def test_what_is_entered_is_text_and_never_read_again(desk: Desk) -> None:
    desk.reports.enter("summary", {"主要做法": "{年份}{{7*7}}{% x %}<b>&{工作特色}", "工作特色": "甲"})
    assert "{年份}{{7*7}}{% x %}<b>&{工作特色}" in list(desk.reports.report("summary").texts())


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("{活动名称.__class__}", "parts[1].text：不认识的占位“活动名称.__class__”"),
        ("{不知道}与{活动名称}", "parts[1].text：不认识的占位“不知道”"),
        ("{{7*7}}", "parts[1].text：不认识的占位“7*7”"),
        ("{}", "parts[1].text：不认识的占位“”"),
        ("一半{", "parts[1].text：多出的“{”"),
    ],
)
def test_an_unknown_placeholder_is_a_fault_with_its_place(desk: Desk, text: str, fault: str) -> None:
    own = desk.home.reports / "person.toml"
    own.parent.mkdir()
    body = f'name = "person"\nwords = "甲"\nlayout = "材料"\ntitle = "{{年份}}"\n[[parts]]\ntext = {json.dumps(text)}\n'
    own.write_text(body, encoding="utf-8")
    with pytest.raises(UserError) as raised:
        desk.reports.report("person")
    assert fault in raised.value.details
    own.write_text(body.replace(json.dumps(text), '"好"'), encoding="utf-8")  # the control
    assert desk.reports.report("person").words == "甲"


def test_all_faults_of_a_text_come_at_once(desk: Desk) -> None:
    own = desk.home.reports / "person.toml"
    own.parent.mkdir()
    own.write_text('name = "person"\nlayout = "信"\nodd = 1\n[[parts]]\nlevel = 9\ntable = ""\n', encoding="utf-8")
    with pytest.raises(UserError) as raised:
        desk.reports.offers()
    told = "\n".join(raised.value.details)
    assert all(word in told for word in ("words：缺少", "title：缺少", "layout：应为", "odd：不认识", "level：应在"))


def test_a_final_document_has_no_gap_and_a_draft_tells_them(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="待填，没有定稿"):
        desk.reports.export("case-numbers", tmp_path / "x.docx", is_final=True)
    assert not (tmp_path / "x.docx").exists()
    entries = {each.name: f"甲{number}" for number, each in enumerate(desk.reports.entries("case-numbers"))}
    desk.reports.enter("case-numbers", entries)
    assert desk.reports.export("case-numbers", tmp_path / "x.docx", is_final=True).gaps == ()


def test_liaisons_stand_with_their_telephones_and_texts_for_the_public_do_not(desk: Desk, tmp_path: Path) -> None:
    county = next(unit for unit in desk.campaigns.units() if unit.key == "changshu")
    person = Liaison(county.id, Role.LIAISON, "钱某", date(2017, 6, 5), mobile="13812345678")
    desk.units.people.add(person)
    made = desk.reports.export("liaisons", tmp_path / "x.docx")
    assert any("钱某" in line and "13812345678" in line for line in lines(made.path))
    assert any("不得公开" in line for line in lines(made.path))
    desk.reports.enter("brief", {"简讯正文": "联系人电话13812345678，身份证号320582199001011234。"})
    made = desk.reports.export("brief", tmp_path / "y.docx")
    text = "\n".join(lines(made.path))
    assert "13812345678" not in text
    assert "320582199001011234" not in text
    assert "***********" in text


def test_the_bulletin_sums_what_the_counties_told(desk: Desk) -> None:
    text = desk.reports.text("bulletin")
    material = desk.reports._material(text, None)
    first, second = (unit.id for unit in material.counties[:2])
    told = (
        Dispatch(first, "2017-08", {"filed": 5, "fines_fen": 100_000_00}),
        Dispatch(first, "2017-09", {"filed": 3, "fines_fen": 123_456_78, "detention_cases": 2, "detention_persons": 3}),
        Dispatch(second, "2017-09", {"filed": 4, "fines_fen": 0, "detention_cases": 0, "detention_persons": 0}),
    )
    figures = bulletin(replace(material, dispatches=told))
    shown = {figure.name: figure.words for figure in figures.values}
    assert (shown["月份"], shown["本月立案数"], shown["累计立案数"]) == ("9月", "7", "12")
    assert (shown["本月罚款（万元）"], shown["累计罚款（万元）"]) == ("12.35", "22.35")
    assert (shown["本月移送行政拘留（件）"], shown["本月移送行政拘留（人）"]) == ("2", "3")
    assert (shown["本月复议申请（件）"], shown["调度已报单位数"]) == (None, "2")
    row = next(row for row in figures.tables["月调度汇总"].rows if row[0] == "立案数")
    assert row[1:4] == (3, 4, "未报")
    assert row[-1] == 7


def test_making_one_leaves_a_line_without_personal_data(desk: Desk, tmp_path: Path) -> None:
    desk.reports.enter("person", {"姓名": "钱某"})
    desk.reports.export("person", tmp_path / "x.docx")
    newest = [(row["action"], row["detail"]) for row in desk.journal.newest(2)]
    assert newest[0] == ("制作公文", "先进个人材料，待填 10 处")
    assert "钱某" not in str(newest)


@pytest.mark.parametrize(
    ("name", "file", "unit", "sentence"),
    [
        ("nothing", "x.docx", "", "没有名为“nothing”的公文"),
        ("summary", "x.pdf", "", "公文不能导出为“pdf”"),
        ("summary", "x.docx", "张家港", "“活动总结”不分单位"),
        ("collective", "x.docx", "南京", "没有名为“南京”的单位"),
        ("summary", "没有/x.docx", "", "不存在"),
    ],
)
def test_what_cannot_be_made_is_a_sentence(
    desk: Desk, tmp_path: Path, name: str, file: str, unit: str, sentence: str
) -> None:
    with pytest.raises(UserError, match=sentence):
        desk.reports.export(name, tmp_path / file, unit)
