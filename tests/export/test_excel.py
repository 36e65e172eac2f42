"""Excel: real dates and numbers, text that stays text, and a page that prints."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from lianbing_desktop.domain.lettering import visible
from lianbing_desktop.domain.sheet import Sheet
from lianbing_desktop.errors import UserError
from lianbing_desktop.export import excel, excel_check
from lianbing_desktop.export.excel_values import escaped, tab_names, unescaped
from tests.support.sheets import HOSTILE, HOSTILE_TEXTS, PLAN, checklist

Golden = Callable[[str, Sequence[str]], None]


def lines(path: Path) -> list[str]:
    """A workbook as readable lines."""
    found = []
    for tab in load_workbook(path).worksheets:
        found.append(f"[{tab.title} {tab.page_setup.orientation} {tab.freeze_panes} {tab.auto_filter.ref}]")
        found += [" | ".join(words(value) for value in row) for row in tab.iter_rows(values_only=True)]
    return found


def words(value: Any) -> str:
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}"
    return "" if value is None else str(value).replace("\n", "⏎") + ("#" if isinstance(value, int) else "")


def test_workbooks_read_as_agreed(tmp_path: Path, golden: Golden) -> None:
    excel.write([PLAN, checklist(12)], tmp_path / "x.xlsx")
    golden("both.xlsx.txt", lines(tmp_path / "x.xlsx"))


def test_dates_and_numbers_are_real(tmp_path: Path) -> None:
    excel.write([checklist(3)], tmp_path / "x.xlsx")
    tab = load_workbook(tmp_path / "x.xlsx").active
    assert tab["C4"].value == datetime(2017, 6, 30)
    assert tab["C4"].number_format == "yyyy-mm-dd"
    assert (tab["F6"].value, tab["F6"].data_type) == (2, "n")


def test_it_prints_on_a4_with_headings_and_numbers(tmp_path: Path) -> None:
    excel.write([PLAN, checklist(3)], tmp_path / "x.xlsx")
    plan, listed = load_workbook(tmp_path / "x.xlsx").worksheets
    assert [plan.page_setup.orientation, listed.page_setup.orientation] == ["portrait", "landscape"]
    assert (plan.page_setup.paperSize, plan.page_setup.fitToWidth, plan.page_setup.fitToHeight) == (9, 1, 0)
    assert (plan.print_title_rows, listed.print_title_rows) == ("$2:$2", "$3:$3")
    assert plan.oddFooter.center.text == "第&P页 共&N页"
    assert plan.oddHeader.left.text == "附件2："
    assert [str(merged) for merged in plan.merged_cells.ranges] == ["A1:C1"]  # filters break on merged rows
    assert [plan["A3"].value, plan["A4"].value] == ["6月2日前", "6月2日前"]


def test_no_text_becomes_a_formula(tmp_path: Path) -> None:
    excel.write([HOSTILE], tmp_path / "x.xlsx")
    tab = load_workbook(tmp_path / "x.xlsx").active
    for row, text in enumerate(HOSTILE_TEXTS, 4):
        cell = tab.cell(row, 1)
        assert unescaped(cell.value or "") == visible(text)
        assert cell.data_type == ("s" if text else "n")
        assert cell.quotePrefix == text.startswith(tuple("=+-@＝\n"))
    with ZipFile(tmp_path / "x.xlsx") as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")


def test_numbers_that_excel_would_round_and_dates_before_its_time_are_text(tmp_path: Path) -> None:
    excel.write([HOSTILE], tmp_path / "x.xlsx")
    tab = load_workbook(tmp_path / "x.xlsx").active
    last = 3 + len(HOSTILE.rows)
    assert tab.cell(last - 1, 3).value == str(10**17)
    assert [tab.cell(last, column).value for column in (1, 2)] == ["1899年12月31日", datetime(2017, 10, 25)]


@pytest.mark.parametrize(
    ("text", "is_too_long"), [("字" * 32_767, False), ("字" * 40_000, True), ("😀" * 16_384, True)]
)
def test_a_text_excel_would_cut_is_refused_with_its_place(tmp_path: Path, text: str, is_too_long: bool) -> None:
    sheet = replace(PLAN, rows=(PLAN.rows[0], ("6月", text, "")))
    if not is_too_long:
        excel.write([sheet], tmp_path / "x.xlsx")
        assert load_workbook(tmp_path / "x.xlsx").active["B4"].value == text
        return
    with pytest.raises(UserError, match="“任务分解表”第2行“目标任务及具体要求”一栏"):
        excel.write([sheet], tmp_path / "x.xlsx")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("_x000D_", "_x005F_x000D_"),
        ("_x005F_x0041_", "_x005F_x005F_x005F_x0041_"),
        ("_x12_ x_y", "_x12_ x_y"),
    ],
)
def test_what_looks_like_a_code_of_excel_is_escaped(text: str, written: str) -> None:
    assert escaped(text) == written
    assert unescaped(written) == text


@pytest.mark.parametrize(
    ("names", "tabs"),
    [
        (["任务", "任务", "任务"], ["任务", "任务(2)", "任务(3)"]),
        (["", "'", "History"], ["表", "表(2)", "History_"]),
        (["a/b:c*[d]?\\"], ["a／b：c＊［d］？＼"]),
        (["长" * 40, "长" * 40], ["长" * 31, "长" * 28 + "(2)"]),
        (["😀" * 20], ["😀" * 15]),
        (["ABC", "abc"], ["ABC", "abc(2)"]),
    ],
)
def test_tab_names_are_such_as_excel_takes(names: list[str], tabs: list[str]) -> None:
    assert tab_names(names) == tabs


def test_dates_and_headings_fit_their_columns(tmp_path: Path) -> None:
    excel.write([checklist(3)], tmp_path / "x.xlsx")
    tab = load_workbook(tmp_path / "x.xlsx").active
    assert tab.column_dimensions["C"].width >= 12
    assert all(tab.column_dimensions[letter].width >= 7 for letter in "ABCDEFG")
    assert tab.row_dimensions[4].height > tab.row_dimensions[5].height  # the note wraps


@pytest.mark.parametrize(
    "other",
    [
        replace(PLAN, rows=PLAN.rows[1:]),
        replace(PLAN, rows=(*PLAN.rows[:-1], ("6月", "x", "y"))),
        replace(PLAN, rows=(*PLAN.rows[:-1], (*PLAN.rows[-1][:2], date(2017, 1, 1)))),
    ],
)
def test_the_check_sees_what_differs(tmp_path: Path, other: Sheet) -> None:
    excel.write([PLAN], tmp_path / "x.xlsx")
    excel_check.check(tmp_path / "x.xlsx", [PLAN], [PLAN.name])  # the control
    with pytest.raises(RuntimeError):
        excel_check.check(tmp_path / "x.xlsx", [other], [PLAN.name])
    with pytest.raises(RuntimeError):
        excel_check.check(tmp_path / "x.xlsx", [PLAN], ["别的"])
