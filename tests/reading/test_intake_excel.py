"""Excel workbooks: every cell that says something is read as it is shown, wherever it stands in the file."""

from contextlib import suppress
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lianbing_desktop.domain.source import SourceBlock, SourceParagraph, SourceTable
from lianbing_desktop.errors import UserError
from lianbing_desktop.reading.intake import read_source
from lianbing_desktop.reading.intake.excelfile import read_excel
from lianbing_desktop.reading.intake.excelformat import shown
from lianbing_desktop.reading.intake.oldexcel import read_old_excel
from lianbing_desktop.reading.intake.remarks import Remarks
from tests.support.office import S, c, data, excel, excel_parts, n, old_excel, relations, row, zipped


def read(*sheets: str, **more: object) -> tuple[list[SourceBlock], str]:
    remarks = Remarks()
    return read_excel(excel(*sheets, **more), remarks), "".join(remarks.sentences())  # type: ignore[arg-type]


def filled(block: SourceBlock) -> dict[tuple[int, int], str]:
    assert isinstance(block, SourceTable)
    return {(cell.row, cell.column): cell.text for cell in block.cells if cell.text}


def one(*rows: str, after: str = "", **more: object) -> tuple[dict[tuple[int, int], str], str]:
    (block,), told = read(data(*rows, after=after), **more)
    return filled(block), told


def test_a_sheet_is_a_table_with_its_name() -> None:
    blocks, told = read(data(row(1, c("A1", "甲"), c("C1", "丙"))), data(), data(row(2, c("B2", "乙"))))
    assert [block.name for block in blocks if isinstance(block, SourceTable)] == ["表1", "表3"]
    first = blocks[0]
    assert isinstance(first, SourceTable)
    assert [(cell.row, cell.column, cell.text) for cell in first.cells] == [(0, 0, "甲"), (0, 1, ""), (0, 2, "丙")]
    assert told == ""


def test_rows_and_cells_in_any_order_or_without_names() -> None:
    found, told = one(
        row(3, c("B3", "丁"), c("A3", "丙")), row(1, c("A1", "甲")), "<row><c t='str'><v>乙</v></c></row>"
    )
    assert found == {(0, 0): "甲", (1, 0): "乙", (2, 0): "丙", (2, 1): "丁"}
    assert told == ""


def test_row_zero_is_read_where_it_stands_and_told() -> None:
    found, told = one(row(1, c("A1", "甲")), row(0, '<c t="str"><v>乙</v></c>'))
    assert found == {(0, 0): "甲", (1, 0): "乙"}
    assert "行号为 0" in told
    assert "工作表“表1”第 2 行" in told


def test_a_cell_told_twice_or_in_another_row() -> None:
    found, told = one(row(1, c("A1", "甲"), c("A1", "乙")), row(2, c("B9", "丙")))
    assert found == {(0, 0): "甲\n乙", (1, 1): "丙"}
    assert "出现了两次" in told
    assert "名称与所在的行不符" in told


def test_strings_shared_inline_rich_and_escaped() -> None:
    rich = "<si><r><t>6月</t></r><r><rPr/><t>2日</t></r><rPh sb='0' eb='1'><t>ふ</t></rPh></si>"
    cells = [f'<c r="{place}1" t="s"><v>{at}</v></c>' for at, place in enumerate("ABCD")]
    found, _ = one(row(1, *cells), strings=["甲", rich, "一_x000D_\n二", "_x005F_x000D_"])
    assert list(found.values()) == ["甲", "6月2日", "一\n二", "_x000D_"]


def test_a_leading_apostrophe_is_a_mark_and_a_written_one_text() -> None:
    assert one(row(1, c("A1", "001"), c("B1", "'x")))[0] == {(0, 0): "001", (0, 1): "'x"}


def test_formulas_give_their_result_or_say_they_have_none() -> None:
    text, none = '<c r="B1" t="str"><f>"x"</f><v>甲</v></c>', '<c r="C1"><f>SUM(A1)</f></c>'
    found, told = one(row(1, '<c r="A1"><f>1+1</f><v>2</v></c>', text, none))
    assert list(found.values()) == ["2", "甲", "=SUM(A1)"]
    assert "公式没有算出结果" in told
    assert "工作表“表1”C1" in told


def test_booleans_and_errors() -> None:
    found, told = one(
        row(1, '<c r="A1" t="b"><v>1</v></c>', '<c r="B1" t="b"><v>0</v></c>', '<c r="C1" t="e"><v>#N/A</v></c>')
    )
    assert list(found.values()) == ["TRUE", "FALSE", "#N/A"]
    assert "公式结果是错误（#N/A）" in told


def test_merged_cells_come_once_and_hide_nothing() -> None:
    merges = '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="A4:C4"/></mergeCells>'
    (block,), told = read(
        data(row(1, c("A1", "题"), c("C1", "丙")), row(2, c("B2", "藏")), row(4, c("A4", "注")), after=merges)
    )
    assert isinstance(block, SourceTable)
    assert (block.row_count, block.column_count) == (4, 3)
    merged = [cell for cell in block.cells if (cell.rows, cell.columns) != (1, 1)]
    assert [(cell.text, cell.rows, cell.columns) for cell in merged] == [("题\n藏", 2, 2), ("注", 1, 3)]
    assert "被盖住的文字也读入了" in told
    assert "工作表“表1”B2" in told


def test_merges_that_overlap_are_told() -> None:
    merges = '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B2:C3"/></mergeCells>'
    found, told = one(row(1, c("A1", "甲")), row(3, c("C3", "乙")), after=merges)
    assert found == {(0, 0): "甲", (2, 2): "乙"}
    assert "互相重叠的合并范围" in told


def test_what_is_hidden_is_read_and_told() -> None:
    columns = '<cols><col min="2" max="2" hidden="1"/></cols>'
    rows = data(row(1, c("A1", "甲"), c("B1", "乙")), row(2, c("A2", "丙"), more=' hidden="1"'))
    blocks, told = read(columns + rows, data(row(1, c("A1", "丁"))), states=["visible", "veryHidden"])
    assert [list(filled(block).values()) for block in blocks] == [["甲", "乙", "丙"], ["丁"]]
    for words in (
        "隐藏的行，也读入了（1 处：工作表“表1”第 2 行）",
        "隐藏的列",
        "B 列",
        "隐藏的工作表，也读入了（1 处：“表2”）",
    ):
        assert words in told


@pytest.mark.parametrize(
    ("value", "code", "words"),
    [
        ("42891", "yyyy-mm-dd", "2017-06-05"),
        ("42891", 'yyyy"年"m"月"d"日"', "2017-06-05"),
        ("42891", 'm"月"d"日"', "2017-06-05"),
        ("42891", '[$-804]yyyy"年"m"月"', "2017年6月"),
        ("42891.5", "yyyy/m/d h:mm", "2017-06-05 12:00"),
        ("0.5", "h:mm", "12:00"),
        ("1.25", "[h]:mm", "30:00"),
        ("42891", "[$-F800]dddd, mmmm dd, yyyy", "2017-06-05"),
        ("59", "yyyy-m-d", "1900-02-28"),
        ("1", "yyyy-m-d", "1900-01-01"),
        ("3000000", "yyyy-m-d", "3000000"),
        ("-1", "yyyy-m-d", "-1"),
        ("0.8", "0%", "80%"),
        ("0.125", "0.00%", "12.5%"),
        ("-0.05", "0%", "-5%"),
        ("0.1", "", "0.1"),
        ("1.0000000000000001E-2", "", "0.01"),
        ("6", '0"篇"', "6篇"),
        ("3", '"第"0"批"', "第3批"),
        ("7", "000", "007"),
        ("440147154", "", "440147154"),
        ("1E3", "", "1000"),
        ("1234.5", "#,##0.00", "1234.5"),
        ("3", "0.00E+00", "3"),
        ("2", '"每月"0"日前"', "每月2日前"),
        ("0", "0", "0"),
        ("5", "0.0;-0.0", "5"),
        ("7", "@", "7"),
        ("4", "0_ ", "4"),
        ("4", "[红色]0", "4"),
        ("1E300", "", "1e+300"),
    ],
)
def test_numbers_are_read_as_shown(value: str, code: str, words: str) -> None:
    assert one(row(1, n("A1", value, 1)), formats=[code or "General"])[0] == {(0, 0): words}


def test_built_in_formats_of_chinese_excel() -> None:
    styles = (
        f'<styleSheet xmlns="{S}"><cellXfs>'
        + "".join(f'<xf numFmtId="{k}"/>' for k in (14, 31, 57, 58, 9, 20))
        + "</cellXfs></styleSheet>"
    )
    cells = [n(f"{place}1", "42891" if place < "E" else "0.5", at) for at, place in enumerate("ABCDEF")]
    parts = excel_parts(data(row(1, *cells))) | {"xl/styles.xml": styles.encode()}
    (block,) = read_excel(zipped(parts), Remarks())
    assert list(filled(block).values()) == ["2017-06-05", "2017-06-05", "2017年6月", "2017-06-05", "50%", "12:00"]


def test_workbooks_that_count_from_1904() -> None:
    found, _ = one(row(1, n("A1", "41429", 1)), formats=["yyyy-m-d"], book='<workbookPr date1904="1"/>')
    assert found == {(0, 0): "2017-06-05"}
    assert one(row(1, '<c r="A1" t="d"><v>2017-06-05T00:00:00</v></c>'))[0] == {(0, 0): "2017-06-05"}


@settings(deadline=None)
@given(st.dates(date(1900, 3, 1), date(9999, 12, 31)))
def test_every_day_comes_back(day: date) -> None:
    assert shown((day - date(1899, 12, 30)).days, "yyyy/m/d", False) == day.isoformat()
    if day.year >= 1904:
        assert shown((day - date(1904, 1, 1)).days, "m/d/yy", True) == day.isoformat()


def test_numbers_longer_than_excel_can_hold_are_told_each() -> None:
    found, told = one(row(1, n("A1", "320586199001011000"), n("B1", "999999999999999")), row(2, n("B2", "-1E15")))
    assert found[0, 0] == "320586199001011000"
    assert "超过 15 位" in told
    assert "工作表“表1”A1、工作表“表1”B2）" in told


def test_comments_text_boxes_and_headers() -> None:
    box = '<a:p xmlns:a="x"><a:r><a:t>框</a:t></a:r><a:r><a:t>中</a:t></a:r></a:p>'
    footer = "<oddFooter>第 &amp;P 页，共 &amp;N 页</oddFooter>"
    header = f"<headerFooter><oddHeader>&amp;C内部资料</oddHeader>{footer}</headerFooter>"
    comment = '<comment ref="A1"><text><t>问张三</t></text></comment>'
    parts = excel_parts(data(row(1, c("A1", "甲")), after=header)) | {
        "xl/worksheets/_rels/sheet1.xml.rels": relations(
            ("drawing", "../drawings/d.xml"), ("comments", "../comments1.xml")
        ),
        "xl/drawings/d.xml": f"<d>{box}</d>".encode(),
        "xl/comments1.xml": f'<comments xmlns="{S}"><commentList>{comment}</commentList></comments>'.encode(),
    }
    remarks = Remarks()
    blocks = read_excel(zipped(parts), remarks)
    assert blocks[1:] == [SourceParagraph("框中")]
    told = "".join(remarks.sentences())
    for words in ("有文本框", "批注没有算作正文：“问张三”（1 处：工作表“表1”A1）", "页眉页脚没有算作正文：“内部资料”"):
        assert words in told
    assert "共" not in told


def test_a_strict_file_reads_the_same() -> None:
    parts = excel_parts(data(row(1, c("A1", "甲"))))
    old, new = b"http://schemas.openxmlformats.org/", b"http://purl.oclc.org/ooxml/"
    strict = {
        k: v.replace(old + b"spreadsheetml/2006/", new + b"spreadsheetml/")
        for k, v in parts.items()
        if k.startswith("xl/")
    }
    strict = {k: v.replace(old + b"officeDocument/2006/", new + b"officeDocument/") for k, v in strict.items()}
    (block,) = read_excel(zipped(parts | strict), Remarks())
    assert filled(block) == {(0, 0): "甲"}


VALUES = st.one_of(
    st.text("甲乙丙丁 6月2日<&>'\"=", min_size=1).filter(str.strip), st.integers(-(10**14), 10**14), st.booleans(),
    st.dates(date(1900, 3, 1), date(2100, 1, 1)), st.floats(-1e9, 1e9, allow_nan=False).map(lambda x: round(x, 4)),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.tuples(st.integers(1, 40), st.integers(1, 30)), VALUES, min_size=1))
def test_what_openpyxl_writes_is_read_whole(cells: dict[tuple[int, int], object]) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for (at, column), value in cells.items():
        cell = sheet.cell(at, column, value)  # type: ignore[arg-type]
        if isinstance(value, str):
            cell.data_type = "s"
    file = BytesIO()
    book.save(file)
    (block,) = read_excel(file.getvalue(), Remarks())
    assert filled(block) == {(at - 1, column - 1): told(value) for (at, column), value in cells.items()}


def told(value: object) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return str(int(value)) if value == int(value) else format(value, ".15g")
    return str(value).strip()


def test_an_old_workbook() -> None:
    cells = {
        (0, 0): "时间节点",
        (0, 1): "任务",
        (1, 0): "6月2日前",
        (2, 1): "召开\n大会",
        (3, 0): 42891.0,
        (3, 1): 6.0,
        (4, 1): 0.5,
    }
    remarks = Remarks()
    (block,) = read_old_excel(old_excel(cells, merged=[(1, 2, 0, 0)]), remarks)
    assert filled(block) == cells | {(3, 0): "2017-06-05", (3, 1): "6", (4, 1): "0.5"}
    assert isinstance(block, SourceTable)
    assert [(cell.row, cell.rows) for cell in block.cells if cell.rows > 1] == [(1, 2)]
    assert block.name == "表1"
    assert "旧格式 .xls" in "".join(remarks.sentences())


def test_a_long_number_in_an_old_workbook() -> None:
    remarks = Remarks()
    read_old_excel(old_excel({(0, 0): "身份证号", (1, 0): 320586199001011234.0}), remarks)
    assert "工作表“表1”A2" in "".join(remarks.sentences())


def test_an_old_workbook_cut_anywhere_never_passes_for_whole(tmp_path: Path) -> None:
    """The library panics at some of these; in its own process that is a sentence like any other."""
    whole, path = old_excel({(row, 0): f"第{row}行" for row in range(400)}), tmp_path / "表.xls"
    for length in range(600, len(whole), len(whole) // 12):
        path.write_bytes(whole[:length])
        with suppress(UserError):
            assert len(filled(read_source(path).blocks[0])) == 400


def test_calamine_and_openpyxl_values() -> None:
    """Dates with hours, hours alone: as openpyxl writes them."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append([datetime(2017, 6, 5, 12, 30), time(9, 5)])
    file = BytesIO()
    book.save(file)
    (block,) = read_excel(file.getvalue(), Remarks())
    assert list(filled(block).values()) == ["2017-06-05 12:30", "09:05"]
