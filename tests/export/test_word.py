"""Word: the sheet's own words, fonts and widths, read back from the file."""

import re
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from lianbing_desktop.domain.sheet import Align, Column, Sheet
from lianbing_desktop.errors import UserError
from lianbing_desktop.export import word, word_check
from lianbing_desktop.export.word_package import MAIN
from lianbing_desktop.export.word_text import text_of
from tests.support.sheets import HOSTILE, HOSTILE_TEXTS, PLAN, checklist

Golden = Callable[[str, Sequence[str]], None]


def lines(path: Path) -> list[str]:
    """A document as readable lines: ⏎ for a line end in a cell, ↑ for a cell merged with the one above."""
    document = docx.Document(str(path))
    page = document.sections[0]
    found = [f"[{page.page_width.mm:.0f}×{page.page_height.mm:.0f} mm]"]
    for part in document.element.body.iterchildren(qn("w:p"), qn("w:tbl")):
        if part.tag == qn("w:p"):
            found.append(described(part))
        else:
            found += [" | ".join(cell_words(cell) for cell in row.iterchildren(qn("w:tc"))) for row in rows(part)]
    return [*found, text_of(page.footer._element), text_of(page.even_page_footer._element)]


def rows(part: Any) -> list[Any]:
    return list(part.iter(qn("w:tr")))


def described(paragraph: Any) -> str:
    run = paragraph.find(qn("w:r"))
    if run is None:
        return ""
    size = int(run.rPr.find(qn("w:sz")).get(qn("w:val"))) / 2
    return f"{text_of(paragraph)} [{run.rPr.rFonts.get(qn('w:eastAsia'))} {size:g}]"


def cell_words(cell: Any) -> str:
    merge = cell.tcPr.find(qn("w:vMerge"))
    if merge is not None and merge.get(qn("w:val")) == "continue":
        return "↑"
    return text_of(cell).replace("\n", "⏎")


@pytest.mark.parametrize(("name", "sheet"), [("plan", PLAN), ("checklist", checklist(12))])
def test_documents_read_as_agreed(tmp_path: Path, golden: Golden, name: str, sheet: Sheet) -> None:
    word.write(sheet, tmp_path / "x.docx")
    golden(f"{name}.docx.txt", lines(tmp_path / "x.docx"))


def test_heading_repeats_and_rows_hold_together(tmp_path: Path) -> None:
    long = replace(PLAN, rows=(*PLAN.rows, ("11月", "很长" * 800, "监察支队")))
    word.write(long, tmp_path / "x.docx")
    table = docx.Document(str(tmp_path / "x.docx")).tables[0]._tbl
    first, *others, last = rows(table)
    assert first.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None
    assert all(row.find(qn("w:trPr")).find(qn("w:cantSplit")) is not None for row in (first, *others))
    assert last.find(qn("w:trPr")) is None  # higher than half a page: may be broken


def test_a_row_of_many_short_lines_is_high(tmp_path: Path) -> None:
    """A wide column lets a text be long before it is high, but not its line ends."""
    sheet = Sheet("名单", "名单", (Column("姓名", 1),), (("甲\n" * 40,), ("甲" * 40,)))
    word.write(sheet, tmp_path / "x.docx")
    _, high, low = rows(docx.Document(str(tmp_path / "x.docx")).tables[0]._tbl)
    assert high.find(qn("w:trPr")) is None
    assert low.find(qn("w:trPr")) is not None


def test_every_run_names_its_chinese_font(tmp_path: Path) -> None:
    word.write(PLAN, tmp_path / "x.docx")
    document = docx.Document(str(tmp_path / "x.docx"))
    runs = list(document.element.body.iter(qn("w:r"))) + list(document.sections[0].footer._element.iter(qn("w:r")))
    kinds = [
        {kind: run.rPr.rFonts.get(qn(f"w:{kind}")) for kind in ("ascii", "hAnsi", "eastAsia", "cs")} for run in runs
    ]
    assert kinds
    assert all(len(set(fonts.values())) == 1 and None not in fonts.values() for fonts in kinds)


@pytest.mark.parametrize("sheet", [PLAN, checklist(5)])
def test_the_grid_fills_the_text_width(tmp_path: Path, sheet: Sheet) -> None:
    word.write(sheet, tmp_path / "x.docx")
    grid = [int(g.get(qn("w:w"))) for g in docx.Document(str(tmp_path / "x.docx")).element.body.iter(qn("w:gridCol"))]
    assert sum(grid) == (word.LANDSCAPE if sheet.is_landscape else word.PORTRAIT).text_width
    assert min(grid) > 400


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    word.write(HOSTILE, tmp_path / "x.docx")
    cells = [text_of(row.findall(qn("w:tc"))[0]) for row in rows(docx.Document(str(tmp_path / "x.docx")).element.body)]
    found = dict(zip(HOSTILE_TEXTS, cells[1:], strict=False))
    assert found["<b>粗</b>&amp;<w:p/>"] == "<b>粗</b>&amp;<w:p/>"
    assert found["响铃\x07与空\x00与\x1b[31m"] == "响铃�与空�与�[31m"
    assert found["孤\ud800立"] == "孤�立"
    assert found["一\r\n二\r三\n四\t五"] == "一\n二\n三\n四\t五"
    assert cells[-1] == "1899年12月31日"


def test_a_cell_of_40000_characters_is_whole(tmp_path: Path) -> None:
    long = replace(PLAN, rows=(("6月", "长" * 40_000, date(2017, 10, 25)),))
    word.write(long, tmp_path / "x.docx")
    cells = [text_of(cell) for cell in docx.Document(str(tmp_path / "x.docx")).element.body.iter(qn("w:tc"))]
    assert cells[3:] == ["6月", "长" * 40_000, "2017年10月25日"]


def test_an_empty_table_is_a_heading(tmp_path: Path) -> None:
    word.write(replace(PLAN, rows=()), tmp_path / "x.docx")
    assert "时间节点 | 目标任务及具体要求 | 责任部门" in lines(tmp_path / "x.docx")


@pytest.mark.parametrize(("length", "size"), [(10, 22), (22, 20), (24, 18), (40, 22)])
def test_a_title_shrinks_a_little_to_stay_on_a_line(tmp_path: Path, length: int, size: int) -> None:
    word.write(replace(PLAN, above="", title="题" * length), tmp_path / "x.docx")
    assert lines(tmp_path / "x.docx")[1].endswith(f" {size}]")


@pytest.mark.parametrize(
    "other",
    [
        replace(PLAN, title="别的"),
        replace(PLAN, rows=PLAN.rows[1:]),
        replace(PLAN, merged=()),
        replace(PLAN, rows=(*PLAN.rows[:-1], ("6月-10月\n实施阶段", "x", "y"))),
        replace(PLAN, columns=(Column("别的", 1.4, Align.CENTER), *PLAN.columns[1:])),
    ],
)
def test_the_check_sees_what_differs(tmp_path: Path, other: Sheet) -> None:
    word.write(PLAN, tmp_path / "x.docx")
    widths = [int(g.get(qn("w:w"))) for g in docx.Document(str(tmp_path / "x.docx")).element.body.iter(qn("w:gridCol"))]
    word_check.check(tmp_path / "x.docx", PLAN, widths)  # the control
    with pytest.raises(RuntimeError):
        word_check.check(tmp_path / "x.docx", other, widths)
    with pytest.raises(RuntimeError):
        word_check.check(tmp_path / "x.docx", PLAN, [widths[0] + 1, *widths[1:]])


DAMAGES = (
    (r">监察支队<", ">监察总队<", "cells"),
    (r' w:eastAsia="[^"]+"(?=[^>]*/></w:rPr><w:t>监察支队)', "", "without a Chinese font"),
    (r'(?<=<w:tcW w:w=")\d+', "5", "widths"),
    (r'<w:tcW w:w="\d+" w:type="dxa"/>', "", "widths"),
    (r'(?<=<w:gridCol w:w=")\d+', "5", "grid"),
    (r"</w:tr><w:tr>(?!.*</w:tr><w:tr>)", "", "rows"),
    (r"</w:tbl>", "</w:tbl><w:tbl></w:tbl>", "without an end"),
    (r"<w:br/>", "", "cells"),
)


@pytest.mark.parametrize(("old", "new", "says"), DAMAGES)
def test_the_check_sees_one_damage_in_the_table(tmp_path: Path, old: str, new: str, says: str) -> None:
    path = tmp_path / "x.docx"
    word.write(PLAN, path)
    widths = [int(g.get(qn("w:w"))) for g in docx.Document(str(path)).element.body.iter(qn("w:gridCol"))]
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    text, count = re.subn(old, new, parts[MAIN].decode(), count=1, flags=re.DOTALL)
    assert count == 1
    with zipfile.ZipFile(path, "w") as package:
        for name, data in {**parts, MAIN: text.encode()}.items():
            package.writestr(name, data)
    with pytest.raises(RuntimeError, match=says):
        word_check.check(path, PLAN, widths)


def test_a_document_that_fails_its_check_gets_no_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(word, "check", fail)
    with pytest.raises(RuntimeError):
        word.write(PLAN, tmp_path / "x.docx")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="不存在"):
        word.write(PLAN, tmp_path / "没有" / "x.docx")
