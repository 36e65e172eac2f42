"""The page 单位: by typing and clicking over a real desk."""

import logging
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QDate, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from lianbing_desktop.domain.liaison import CHAT_GROUP, Contact, Liaison, Role
from lianbing_desktop.domain.liaison_list import Act
from lianbing_desktop.gui import crash
from lianbing_desktop.gui.mainwindow import MainWindow
from lianbing_desktop.gui.pages import LISTED
from lianbing_desktop.gui.units.liaison_dialog import LiaisonDialog
from lianbing_desktop.gui.units.list_dialog import LiaisonListDialog
from lianbing_desktop.gui.units.model import COL_MISSING, UnitTableModel
from lianbing_desktop.gui.units.name_dialog import ContactDialog, UnitNameDialog
from lianbing_desktop.gui.units.view import UnitView
from lianbing_desktop.gui.widgets.dialog import Dialog
from lianbing_desktop.gui.widgets.label import Label
from lianbing_desktop.services.desk import Desk
from tests.support.desk import TODAY, unit_id
from tests.support.liaisons import HEAD, returned_list

COUNTY = "zhangjiagang"
Kind = TypeVar("Kind", bound=Dialog)


def page_of(window: MainWindow) -> UnitView:
    page = window.page("units")
    assert isinstance(page, UnitView)
    return page


def shown_dialog(kind: type[Kind]) -> Kind:
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]
    assert found, kind
    return found[-1]


def person(desk: Desk, unit: str = COUNTY, name: str = "张样本") -> Liaison:
    return Liaison(unit_id(desk, unit), Role.LIAISON, name, date(2017, 6, 5), mobile="13800000001")


def press(within: object, words: str, number: int = 0) -> None:
    buttons = [each for each in within.findChildren(QPushButton) if each.text() == words]  # type: ignore[attr-defined]
    buttons[number].click()


def pane_words(page: UnitView) -> str:
    return "\n".join(
        [each.text() for each in page.detail.findChildren(Label)]
        + [each.text() for each in page.detail.findChildren(QPushButton)]
    )


def test_the_model_keeps_its_promises(desk: Desk, qtmodeltester: ModelTester) -> None:
    desk.units.people.add(person(desk))
    model = UnitTableModel()
    qtmodeltester.check(model)
    model.set_rows(desk.units.all())
    qtmodeltester.check(model)
    row = model.row_of(unit_id(desk, COUNTY))
    assert [model.index(each, 0).data() for each in model.heading_rows()] == ["市局", "责任部门", "市区局", "省厅"]
    assert model.index(row, 2).data() == "张样本"
    assert "逾期" in str(model.index(row, COL_MISSING).data())
    assert "缺联络员" not in str(model.index(row, COL_MISSING).data())
    assert "缺联络员" in str(model.index(row + 1, COL_MISSING).data())


def test_the_page_stands_before_the_package_and_opens_by_its_key(window: MainWindow, qtbot: QtBot) -> None:
    names = [page.name for page in LISTED]
    assert names.index("submissions") < names.index("units") < names.index("package")
    qtbot.keyClick(window, Qt.Key(Qt.Key.Key_1 + names.index("units")), Qt.KeyboardModifier.ControlModifier)
    assert isinstance(window._stack.currentWidget(), UnitView)


def test_with_nobody_entered_the_page_tells_how_to_get_them(desk: Desk, window: MainWindow) -> None:
    page = page_of(window)
    assert page._nobody.isVisible()
    assert "导入名单" in page._nobody.text()
    desk.units.people.add(person(desk))
    assert not page._nobody.isVisible()
    page._text.setText("没有这样的单位")
    assert page.empty.isVisible()
    page.empty.button.click()
    assert not page.empty.isVisible()


def test_a_person_is_entered_changed_and_the_change_undone(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    page = page_of(window)
    page.show_item("unit", unit_id(desk, COUNTY))
    press(page.detail, "登记联络员")
    dialog = shown_dialog(LiaisonDialog)
    dialog.submit()
    assert "没有填写姓名" in dialog.form.error.text()
    qtbot.keyClicks(dialog.form.mobile, "1380000")
    dialog.form.name.setText("张样本")
    assert "11位" in dialog.form.remark.text()
    dialog.form.mobile.setText("13800000001")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [(each.name, each.mobile) for each in desk.units.liaisons()] == [("张样本", "13800000001")]
    assert "张样本（联络员）" in pane_words(page)
    page._handling.acts().edit(desk.units.liaisons()[0].id)
    dialog = shown_dialog(LiaisonDialog)
    assert not dialog.form.unit.isEnabled()
    dialog.form.mobile.setText("13900000002")
    qtbot.mouseClick(dialog.sure, Qt.MouseButton.LeftButton)
    assert [each.mobile for each in desk.units.liaisons()] == ["13900000002"]
    assert "已更正" in pane_words(page)
    window._toast._button.click()
    assert [each.mobile for each in desk.units.liaisons()] == ["13800000001"]


def test_what_is_said_afterwards_carries_no_personal_data(window: MainWindow, desk: Desk) -> None:
    page = page_of(window)
    said: list[str] = []
    window._toast.say = lambda text, undo=None, word="": said.append(text)  # type: ignore[method-assign]
    desk.units.people.add(person(desk))
    key = desk.units.liaisons()[0].id
    acts = page._handling.acts()
    page.show_item("unit", unit_id(desk, COUNTY))
    press(page.detail, "复制")
    assert QGuiApplication.clipboard().text() == "13800000001"
    acts.end(key)
    acts.bring_back(key)
    acts.withdraw(key)
    assert len(said) == 3
    assert not [words for words in said if "张样本" in words or "13800000001" in words]


def test_typing_is_given_up_only_at_the_second_escape(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    page_of(window)._handling.add(unit_id(desk, COUNTY))
    dialog = shown_dialog(LiaisonDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClicks(dialog.form.name, "zhang")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "再按一次 Esc" in dialog.form.error.text()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert desk.units.people.all() == []


def test_what_a_unit_owes_leads_to_the_submission(window: MainWindow, desk: Desk) -> None:
    page = page_of(window)
    page.show_item("unit", unit_id(desk, COUNTY))
    button = next(each for each in page.detail.findChildren(QPushButton) if each.text().startswith("联络员名单"))
    button.click()
    assert window._stack.currentWidget() is window.page("submissions")
    window.open_thing("owed", unit_id(desk, COUNTY))
    assert window._stack.currentWidget() is window.page("submissions")


def test_search_opens_the_page_of_a_unit_and_of_a_person(window: MainWindow, desk: Desk) -> None:
    desk.units.people.add(person(desk, "changshu"))
    key = desk.units.liaisons()[0].id
    page = page_of(window)
    page._situation.pick("lacking")
    window.page("today")
    window.open_thing("liaison", key)
    assert window._stack.currentWidget() is page
    assert page._table.unit_id() == unit_id(desk, "changshu")
    window.open_thing("unit", unit_id(desk, COUNTY))
    assert page._table.unit_id() == unit_id(desk, COUNTY)


def test_filters_find_by_initials_of_unit_and_person(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    desk.units.people.add(person(desk, "changshu"))
    page = page_of(window)
    qtbot.keyClicks(page._text, "zyb")
    model = page._table.units
    assert [line.unit.key for row in range(model.rowCount()) if (line := model.line(row))] == ["changshu"]
    page._text.setText("zjg")
    assert [line.unit.key for row in range(model.rowCount()) if (line := model.line(row))] == [COUNTY]


def test_a_day_in_the_past_shows_who_it_was(window: MainWindow, desk: Desk) -> None:
    people = desk.units.people
    (key,) = people.add(person(desk)).made
    people.change(key, replace(person(desk, name="李样本")), date(2017, 8, 1))
    page = page_of(window)
    row = page._table.units.row_of(unit_id(desk, COUNTY))
    assert page._table.units.index(row, 2).data() == "李样本"
    page._day.setDate(QDate(2017, 7, 31))
    assert page._table.units.index(row, 2).data() == "张样本"
    assert page._sheet(False, False).rows[0][3] == "张样本"
    page._today.click()
    assert page._table.units.index(row, 2).data() == "李样本"


def test_a_new_name_is_entered(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    page = page_of(window)
    page.show_item("unit", unit_id(desk, COUNTY))
    press(page.detail, "登记新名称")
    dialog = shown_dialog(UnitNameDialog)
    dialog.submit()
    assert "没有填写新名称" in dialog.form.error.text()
    dialog.form.name.setText("苏州市张家港生态环境局")
    dialog.submit()
    assert desk.units.get(unit_id(desk, COUNTY)).name == "苏州市张家港生态环境局"
    assert "张家港市环保局" in pane_words(page)
    window._toast._button.click()
    assert desk.units.get(unit_id(desk, COUNTY)).name == "张家港市环保局"


def test_the_chat_group_is_entered_and_goes_out_only_when_asked(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    page = page_of(window)
    page._handling.edit_group()
    dialog = shown_dialog(ContactDialog)
    assert "取自任务分解表" in dialog.form.remark.text()
    dialog.form.value.clear()
    qtbot.keyClicks(dialog.form.value, "90000001")
    dialog.submit()
    assert desk.units.contacts() == [Contact(CHAT_GROUP, value="90000001", id=desk.units.contacts()[0].id)]
    assert "90000001" not in str(page._sheet(False, False))
    assert "90000001" in str(page._sheet(False, True))
    assert "90000001" not in str(page._sheet(True, True))


def test_a_dropped_list_is_looked_over_and_taken_in(
    window: MainWindow, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.units.people.add(person(desk))
    path = returned_list(
        tmp_path / "名单.xlsx", HEAD, ("张家港市环保局", "李样本", 13900000002), ("太湖度假区", "王样本", 13800000003),
        ("常熟市环保局", None, 13800000004),
    )  # fmt: skip
    page = page_of(window)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    page.dropEvent(
        QDropEvent(
            QPointF(50, 50), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
    )
    qtbot.waitUntil(
        lambda: any(isinstance(each, LiaisonListDialog) for each in QApplication.topLevelWidgets()), timeout=20_000
    )
    dialog = shown_dialog(LiaisonListDialog)
    assert [each.act for each in dialog.proposals] == [Act.REPLACE, Act.SKIP, Act.SKIP]
    assert [each.name for each in desk.units.liaisons()] == ["张样本"]
    dialog.form.act.setCurrentText("新增")
    dialog.form.act.activated.emit(dialog.form.act.currentIndex())
    assert dialog.proposals[0].act is Act.ADD
    dialog.table.selectRow(1)
    assert "太湖度假区" in dialog.form.whole.text()
    dialog.form.unit.setCurrentIndex(dialog.form.unit.findData(unit_id(desk, "taicang")))
    dialog.form.unit.activated.emit(dialog.form.unit.currentIndex())
    assert dialog.proposals[1].act is Act.ADD
    assert dialog.sure is not None
    assert dialog.sure.text() == "导入 2 人"
    qtbot.mouseClick(dialog.sure, Qt.MouseButton.LeftButton)
    assert [each.name for each in desk.units.liaisons()] == ["张样本", "李样本", "王样本"]
    window._toast._button.click()
    assert [each.name for each in desk.units.liaisons()] == ["张样本"]


def test_a_file_that_is_no_list_is_told(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(box.text()))
    page = page_of(window)
    page.read_list(returned_list(tmp_path / "账.xlsx", ("a", "b"), (1, 2)))
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert "没有找到联络员名单" in told[0]


def test_the_log_file_of_a_crash_carries_no_personal_data(
    window: MainWindow, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever breaks with a person in hand; what is thrown as a plain text would be seen in the file."""
    monkeypatch.setattr(QMessageBox, "exec", lambda box: None)
    handler = logging.FileHandler(tmp_path / "lianbing.log", encoding="utf-8")
    logger = logging.getLogger("lianbing")
    monkeypatch.setattr(logger, "propagate", False)  # the error is meant, and only for the file
    logger.addHandler(handler)
    try:
        desk.units.people.add(person(desk))
        for broken in (desk.units.liaisons(), desk.units.get(unit_id(desk, COUNTY)), person(desk)):
            crash.show(KeyError(broken), window)
        written = (tmp_path / "lianbing.log").read_text(encoding="utf-8")
        assert "Liaison(" in written
        assert not [secret for secret in ("张样本", "13800000001", "zyb") if secret in written]
        crash.show(KeyError("张样本"), window)
        assert "张样本" in (tmp_path / "lianbing.log").read_text(encoding="utf-8")
    finally:
        logger.removeHandler(handler)
        handler.close()


def test_an_ended_entry_opens_no_form_but_can_come_back(
    window: MainWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(box.text()))
    (key,) = desk.units.people.add(person(desk)).made
    desk.units.people.end(key, date(2017, 8, 31))
    page = page_of(window)
    page.show_item("unit", unit_id(desk, COUNTY))
    page._handling.acts().edit(key)
    assert "已经结束" in told[0]
    press(page.detail, "恢复")
    assert [each.id for each in desk.units.liaisons(TODAY)] == [key]
