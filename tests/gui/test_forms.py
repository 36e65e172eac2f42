"""The page 下发与收回: forms made for all units, returned ones dropped, looked over, taken in and taken back."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from lianbing_desktop.app import open_desk
from lianbing_desktop.domain.submission import State
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.mainwindow import MainWindow
from lianbing_desktop.gui.returned.collect_dialog import CollectDialog
from lianbing_desktop.gui.returned.model import COL_STATE, COL_UNIT, FormTableModel
from lianbing_desktop.gui.returned.view import FormView
from lianbing_desktop.gui.style import Style
from lianbing_desktop.services.desk import Desk
from tests.support.desk import paper, piece
from tests.support.returning import DISPATCH, LIAISON, fill, merge

LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
KUNSHAN = "昆山市环保局_联络员名单.xlsx"


@pytest.fixture
def page(window: MainWindow) -> FormView:
    found = window.page("forms")
    assert isinstance(found, FormView)
    return found


def issue(page: FormView, folder: Path, qtbot: QtBot) -> Path:
    page.issue(folder)
    qtbot.waitUntil(lambda: not page.bar.is_running, timeout=10_000)
    return folder


def drop(page: FormView, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(page, QDragEnterEvent(QPoint(50, 50), copy, mime, LEFT, NO_KEY))
    QApplication.sendEvent(page, QDropEvent(QPointF(50, 50), copy, mime, LEFT, NO_KEY))


def collected(page: FormView, qtbot: QtBot, *paths: Path) -> CollectDialog:
    drop(page, *paths)
    qtbot.waitUntil(lambda: bool(page.findChildren(CollectDialog)), timeout=30_000)
    return page.findChildren(CollectDialog)[-1]


def states(page: FormView) -> dict[str, str]:
    model = page.lines
    return {model.index(row, COL_UNIT).data(): model.index(row, COL_STATE).data() for row in range(model.rowCount())}


def told(window: MainWindow) -> list[UserError]:
    seen: list[UserError] = []
    object.__setattr__(window.frame, "tell", seen.append)
    return seen


def test_the_page_begins_with_the_first_form_and_nothing_handed_out(page: FormView) -> None:
    assert set(states(page).values()) == {"未下发"}
    assert len(states(page)) == 10
    assert page._count.text() == "已收回 0/10"


def test_forms_are_made_for_all_units(page: FormView, tmp_path: Path, qtbot: QtBot) -> None:
    folder = issue(page, tmp_path / "下发", qtbot)
    assert len(list(folder.glob("*.xlsx"))) == 10
    assert set(states(page).values()) == {"未收回"}


def test_what_is_there_is_not_written_over(page: FormView, tmp_path: Path, qtbot: QtBot, window: MainWindow) -> None:
    seen = told(window)
    folder = issue(page, tmp_path / "下发", qtbot)
    issue(page, folder, qtbot)
    assert "没有覆盖" in str(seen[0])


def test_dropped_forms_are_looked_over_taken_in_and_taken_back(
    page: FormView, desk: Desk, tmp_path: Path, qtbot: QtBot, window: MainWindow
) -> None:
    path = fill(issue(page, tmp_path / "下发", qtbot) / KUNSHAN, LIAISON)
    dialog = collected(page, qtbot, path)
    assert dialog.form.summary.text() == "共 1 个文件：1 个可以收入。"
    assert piece(desk, "联络员名单", "昆山").state is State.OPEN
    qtbot.mouseClick(dialog.sure, LEFT)
    qtbot.waitUntil(lambda: states(page)["昆山市环保局"] == "已收回", timeout=10_000)
    assert piece(desk, "联络员名单", "昆山").state is State.RECEIVED
    qtbot.mouseClick(window._toast._button, LEFT)
    assert piece(desk, "联络员名单", "昆山").state is State.OPEN
    assert states(page)["昆山市环保局"] == "未收回"


def test_a_faulty_form_is_told_and_not_taken_in(page: FormView, desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    folder = issue(page, tmp_path / "下发", qtbot)
    path = merge(fill(folder / KUNSHAN, LIAISON, LIAISON), "B5:B6")
    dialog = collected(page, qtbot, path)
    assert not dialog.sure.isEnabled()
    assert "合并的单元格" in dialog.noted.index(0, 3).data()
    assert dialog.noted.index(0, 0).data() == "有问题"
    dialog.reject()
    assert piece(desk, "联络员名单", "昆山").state is State.OPEN


def test_a_folder_of_good_and_bad_takes_the_good_ones(page: FormView, desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    folder = issue(page, tmp_path / "下发", qtbot)
    fill(folder / KUNSHAN, LIAISON)
    (folder / "说明.txt").write_text("请查收", encoding="utf-8")
    dialog = collected(page, qtbot, folder)
    assert "1 个可以收入，10 个有问题" in dialog.form.summary.text()
    dialog.sure.click()
    qtbot.waitUntil(lambda: states(page)["昆山市环保局"] == "已收回", timeout=10_000)


def test_the_months_are_offered_where_the_form_has_them(page: FormView, tmp_path: Path, qtbot: QtBot) -> None:
    page._which.pick("dispatch")
    assert page.period == "2017-10"
    page._month.pick("2017-06")
    folder = issue(page, tmp_path / "下发", qtbot)
    assert (folder / "昆山市环保局_月调度表_2017年6月.xlsx").is_file()
    assert page._count.text() == "已收回 0/10；局法规处：未报"


def test_urging_words_name_who_is_missing(page: FormView, qtbot: QtBot) -> None:
    qtbot.mouseClick(page._urge, LEFT)
    words = QGuiApplication.clipboard().text()
    assert "联络员名单尚未收到" in words
    assert "昆山" in words


def test_enter_on_a_unit_shows_what_it_sent(page: FormView, desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    path = fill(issue(page, tmp_path / "下发", qtbot) / KUNSHAN, LIAISON)
    collected(page, qtbot, path).sure.click()
    qtbot.waitUntil(lambda: states(page)["昆山市环保局"] == "已收回", timeout=10_000)
    row = list(states(page)).index("昆山市环保局")
    page.table.setCurrentIndex(page.lines.index(row, 0))
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.detail.isVisible()


def test_the_table_of_what_came_back(page: FormView, desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    path = fill(issue(page, tmp_path / "下发", qtbot) / KUNSHAN, LIAISON)
    collected(page, qtbot, path).sure.click()
    qtbot.waitUntil(lambda: states(page)["昆山市环保局"] == "已收回", timeout=10_000)
    rows = page._sheet().rows
    assert len(rows) == 10
    assert sum(row[1] == "未报送" for row in rows) == 9


def test_an_own_form_with_faults_leaves_the_page_alive(page: FormView, desk: Desk) -> None:
    desk.home.forms.mkdir()
    (desk.home.forms / "bad.toml").write_text("key = 1", encoding="utf-8")
    del desk.forms.kinds
    page.refresh()
    assert not page._issue.isEnabled()
    assert page.empty.isVisible()


def test_before_the_first_campaign_the_page_says_what_to_do(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    desk, style = open_desk(tmp_path / "fresh", date(2017, 5, 20)), Style(qapp, "light")
    window = MainWindow(desk, style)
    page = window.page("forms")
    assert isinstance(page, FormView)
    assert page.empty.isVisibleTo(page)
    assert not page._issue.isEnabled()
    window.close()
    window.deleteLater()
    style.deleteLater()
    desk.close()


def test_a_bundle_is_made_and_taken_in(
    page: FormView, desk: Desk, tmp_path: Path, qtbot: QtBot, window: MainWindow
) -> None:
    key = piece(desk, "联络员名单", "昆山").id
    step = desk.submissions.receive(key, [paper(tmp_path)])
    kunshan = next(unit for unit in desk.campaigns.units() if "昆山" in unit.name)
    page._bundling.make(kunshan, tmp_path / "昆山.zip")
    qtbot.waitUntil(lambda: not page.bar.is_running, timeout=10_000)
    desk.submissions.undo(key, step)
    dialog = collected(page, qtbot, tmp_path / "昆山.zip")
    assert "没有签名可以证明" in dialog.form.summary.text()
    qtbot.mouseClick(dialog.sure, LEFT)
    qtbot.waitUntil(lambda: piece(desk, "联络员名单", "昆山").state is State.RECEIVED, timeout=10_000)


def test_a_broken_bundle_is_told(page: FormView, tmp_path: Path, qtbot: QtBot, window: MainWindow) -> None:
    seen = told(window)
    drop(page, paper(tmp_path, "坏.zip", b"PK\x03\x04"))
    qtbot.waitUntil(lambda: bool(seen), timeout=10_000)


def test_model(desk: Desk) -> None:
    model = FormTableModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(desk.forms.lines(desk.forms.requirement("liaison-list")))
    assert model.rowCount() == 10
    assert tester.parent() is None


def test_the_monthly_forms_are_joined_after_a_question(
    page: FormView, desk: Desk, tmp_path: Path, qtbot: QtBot, window: MainWindow
) -> None:
    assert not page._joining.button.isVisibleTo(page)
    page._which.pick("dispatch")
    page._month.pick("2017-07")
    assert page._joining.button.isVisibleTo(page)
    assert not page._joining.button.isEnabled()
    for path in issue(page, tmp_path / "下发", qtbot).glob("*.xlsx"):
        fill(path, DISPATCH)
    collected(page, qtbot, tmp_path / "下发").sure.click()
    qtbot.waitUntil(lambda: set(states(page).values()) == {"已收回"}, timeout=20_000)
    assert "，可以汇总收件；局法规处：未报" in page._count.text()
    page._joining.button.click()
    box = page.findChildren(QMessageBox)[-1]
    assert "汇总 10 个单位的表" in box.text()
    assert piece(desk, "月调度", "法规", "2017-07").state is State.OPEN
    next(button for button in box.buttons() if button.text() == "汇总并标为已收").click()
    qtbot.waitUntil(lambda: piece(desk, "月调度", "法规", "2017-07").state is State.RECEIVED, timeout=10_000)
    assert page._count.text().endswith("已收回 10/10；局法规处：已收")
    qtbot.mouseClick(window._toast._button, LEFT)
    assert piece(desk, "月调度", "法规", "2017-07").state is State.OPEN
    page._which.pick("liaison-list")
    assert not page._joining.button.isVisibleTo(page)
