"""The officer exports the table and the checklist, and opens them again."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from openpyxl import load_workbook

from lianbing_desktop.services.desk import Desk
from tests.support.desk import SEED_WORD

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def test_the_word_table_says_what_the_one_received_said(busy_desk: Desk, tmp_path: Path) -> None:
    busy_desk.documents.export("plan", tmp_path / "附件2.docx")
    written, received = (docx.Document(str(path)) for path in (tmp_path / "附件2.docx", SEED_WORD))
    assert len(written.tables) == 1
    told = {"".join(cell.text.split()) for table in written.tables for row in table.rows for cell in row.cells}
    asked = {"".join(cell.text.split()) for table in received.tables for row in table.rows for cell in row.cells}
    assert len(asked) > 19
    assert {text for text in asked if len(text) > 25} <= told, "every task is there, word for word"


def test_the_excel_checklist_has_real_dates_and_can_be_filtered(busy_desk: Desk, tmp_path: Path) -> None:
    busy_desk.documents.export("checklist", tmp_path / "清单.xlsx")
    sheet = load_workbook(tmp_path / "清单.xlsx").active
    rows = [row for row in sheet.iter_rows(values_only=True) if isinstance(row[1], int)]
    assert len(rows) == len(busy_desk.submissions.all())
    assert all(isinstance(row[6], datetime) for row in rows)
    assert sheet.auto_filter.ref
    assert sheet.freeze_panes
    assert {row[7] for row in rows} == {"未报", "已收", "已审", "已上报", "回执", "退回", "不适用"}


def test_a_countys_own_checklist_is_only_its_own(busy_desk: Desk, tmp_path: Path) -> None:
    busy_desk.documents.export("checklist", tmp_path / "张家港.docx", unit="张家港")
    written = docx.Document(str(tmp_path / "张家港.docx"))
    text = "\n".join(cell.text for row in written.tables[0].rows for cell in row.cells)
    assert any("张家港市环保局" in paragraph.text for paragraph in written.paragraphs), "the title names it"
    assert text.count("工作简讯（各市、区）") >= 5
    assert "常熟市环保局" not in text


@pytest.mark.parametrize("name", ["plan", "checklist"])
def test_the_pdf_can_be_searched(busy_desk: Desk, tmp_path: Path, name: str, qapp: "QApplication") -> None:
    import pikepdf

    busy_desk.documents.export(name, tmp_path / f"{name}.pdf")
    with pikepdf.open(tmp_path / f"{name}.pdf") as pdf:
        assert len(pdf.pages) > 1
