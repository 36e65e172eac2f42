"""公文 in the real window: choosing a document, filling gaps, making the file, nothing hidden and no word lost."""

from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from lianbing_desktop.gui.mainwindow import MainWindow
from lianbing_desktop.gui.reports.model import ReportModel
from lianbing_desktop.gui.reports.view import ReportView
from lianbing_desktop.services.desk import Desk

ENTER = Qt.Key.Key_Return


@pytest.fixture
def page(window: MainWindow) -> ReportView:
    page = window.page("reports")
    assert isinstance(page, ReportView)
    return page


def rows(page: ReportView) -> list[tuple[str, str, str]]:
    """State, name and words of everything that can be filled in."""
    model = page.filling.table.noted
    cells = [[str(model.index(row, column).data()) for column in range(3)] for row in range(model.rowCount())]
    return [(badge, name, value) for badge, name, value in cells]


def pick(page: ReportView, name: str) -> None:
    names = [each[1] for each in rows(page)]
    page.filling.table.selectRow(names.index(name))


def test_the_model_is_one(desk: Desk, qtbot: QtBot) -> None:
    model = ReportModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(desk.reports.offers())
    assert [model.index(row, 0).data() for row in range(3)] == ["实施方案", "动员部署情况", "联络员名单"]


def test_every_gap_of_every_document_is_in_the_table(page: ReportView, desk: Desk) -> None:
    for offer in desk.reports.offers():
        page.choose(offer.name)
        assert page.heading.text() == offer.words
        unit = page.unit.currentText() if offer.is_for_unit else ""
        gaps = desk.reports.report(offer.name, unit).gaps
        shown = {f"【待填：{name}】" for badge, name, _ in rows(page) if badge == "待填"}
        told = set(page.told.text().splitlines())
        assert set(gaps) <= shown | told, offer.name


def test_a_gap_filled_by_the_keyboard_is_kept_and_the_next_one_is_asked(
    page: ReportView, desk: Desk, qtbot: QtBot
) -> None:
    page.choose("summary")
    pick(page, "发文机关")
    page.filling.words.setFocus()
    qtbot.keyClicks(page.filling.words, "SZHBJ")
    qtbot.keyClick(page.filling.words, ENTER, Qt.KeyboardModifier.ControlModifier)
    assert ("已填", "发文机关", "SZHBJ") in rows(page)
    assert page.filling.asked.text().startswith("填写：发文字号")
    assert desk.reports.report("self-report").issuer == "SZHBJ文件"


def test_words_not_saved_are_there_when_one_comes_back(page: ReportView, desk: Desk, qtbot: QtBot) -> None:
    page.choose("summary")
    pick(page, "工作特色")
    qtbot.keyClicks(page.filling.words, "abc")
    pick(page, "存在问题")
    assert page.filling.words.toPlainText() == ""
    page.choose("person")
    page.choose("summary")
    assert ("未保存", "工作特色", "") in rows(page)
    pick(page, "工作特色")
    assert page.filling.words.toPlainText() == "abc"
    assert "【待填：工作特色】" in desk.reports.report("summary").gaps


def test_the_file_is_made_and_its_gaps_and_fonts_are_told(page: ReportView, tmp_path: Path, qtbot: QtBot) -> None:
    page.choose("case-numbers")
    to = tmp_path / "编号表.docx"
    page.make(to)
    qtbot.waitUntil(lambda: not page.bar.is_running)
    assert docx.Document(str(to)).tables
    assert "还有 10 处待填，见下表" in page.told.text()
    assert "字体" in page.told.text()


def test_a_place_is_asked_for_with_a_name_proposed(page: ReportView, tmp_path: Path, qtbot: QtBot) -> None:
    page.choose("collective")
    page.unit.setCurrentText("昆山市环保局")
    page.unit.activated.emit(page.unit.currentIndex())
    page.export_page()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.selectedFiles()[0].endswith("先进集体事迹材料昆山市环保局.docx")
    dialog.fileSelected.emit(str(tmp_path / "昆山.docx"))
    dialog.reject()
    qtbot.waitUntil(lambda: not page.bar.is_running)
    texts = [paragraph.text for paragraph in docx.Document(str(tmp_path / "昆山.docx")).paragraphs]
    assert texts[0] == "昆山市环保局先进集体事迹材料"


def test_a_document_without_tables_is_not_offered_as_excel(page: ReportView) -> None:
    for name, is_offered in (("brief", False), ("summary", True)):
        page.choose(name)
        assert page._excel.isEnabled() is is_offered


def test_a_failure_is_a_sentence(page: ReportView, window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    told: list[str] = []
    object.__setattr__(page.frame, "tell", lambda error: told.append(error.message))
    page.bar._frame = page.frame
    page.choose("summary")
    page.make(tmp_path / "没有" / "x.docx")
    qtbot.waitUntil(lambda: bool(told))
    assert "不存在" in told[0]
