"""The page 报送清单 as the officer uses it: choosing, filtering, steps, undo, entries, what is missing, paper."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lianbing_desktop.app import open_desk
from lianbing_desktop.domain.sheet import Sheet
from lianbing_desktop.domain.submission import State
from lianbing_desktop.gui import crash
from lianbing_desktop.gui.mainwindow import MainWindow
from lianbing_desktop.gui.style import Style
from lianbing_desktop.gui.submissions.detail import Hands, detail_of
from lianbing_desktop.gui.submissions.dialogs import ReceiveDialog, StepDialog
from lianbing_desktop.gui.submissions.entry_dialog import EntryDialog
from lianbing_desktop.gui.submissions.menu import step_menu
from lianbing_desktop.gui.submissions.missing_dialog import MissingDialog
from lianbing_desktop.gui.submissions.model import COL_DUE, COL_PERIOD, COL_STATE
from lianbing_desktop.gui.submissions.view import SubmissionView
from lianbing_desktop.gui.widgets.badge import Badge, Shape
from lianbing_desktop.gui.widgets.badge_paint import badge_width
from lianbing_desktop.services.desk import Desk
from tests.support.desk import asked, paper, piece, unit_id

BRIEFS = "requirement:county-briefs"
LISTS = "requirement:liaison-list"


@pytest.fixture
def page(window: MainWindow) -> SubmissionView:
    page = window.page("submissions")
    assert isinstance(page, SubmissionView)
    return page


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    sentences: list[str] = []
    monkeypatch.setattr(crash, "tell", lambda error, parent=None: sentences.append(str(error)))
    return sentences


@pytest.fixture
def dialog(page: SubmissionView) -> Callable[[], QDialog]:
    def visible() -> QDialog:
        QApplication.processEvents()
        return [each for each in page.findChildren(QDialog) if each.isVisible()][-1]

    return visible


def press(place: QWidget, words: str) -> None:
    """Press the visible button of these words."""
    found = [each for each in place.findChildren(QPushButton) if each.text() == words and each.isVisible()]
    assert found, [each.text() for each in place.findChildren(QPushButton) if each.isVisible()]
    found[0].click()
    QApplication.processEvents()


def write(field: QWidget, text: str) -> None:
    """Type Chinese as an input method does."""
    typed = QInputMethodEvent()
    typed.setCommitString(text)
    QApplication.sendEvent(field, typed)


def said(place: QWidget, words: str) -> bool:
    return any(words in label.text() for label in place.findChildren(QLabel) if label.isVisible())


def shown(page: SubmissionView) -> list[int]:
    return [line.id for line in page.board.shown()]


def go(page: SubmissionView, desk: Desk, title: str, unit: str = "", period: str = "") -> int:
    key = piece(desk, title, unit, period).id
    page.show_item("submission", key)
    QApplication.processEvents()
    return key


def test_before_a_campaign_it_says_what_to_do(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    desk = open_desk(tmp_path, date(2017, 10, 20))
    window = MainWindow(desk, Style(qapp, "light"))
    window.show()
    qtbot.waitExposed(window)
    QApplication.processEvents()
    page = window.page("submissions")
    assert said(page, "还没有启动活动")
    page.print_page()
    page.export_page()
    press(page, "去“今日”")
    assert not page.isVisible()
    window.close()
    window.deleteLater()
    QApplication.processEvents()
    desk.close()


def test_the_tree_leads_the_list(page: SubmissionView, desk: Desk) -> None:
    page.board.choose_node("all:")
    assert len(shown(page)) == len(desk.submissions.all())
    page.board.choose_node(BRIEFS)
    assert len(shown(page)) == 50
    assert said(page, "每月（6—10月） · 报送至市局")
    page.board.choose_node("task:launch")
    assert len(shown(page)) == 34
    page.board.choose_node("stage:before-0602")
    assert len(shown(page)) == 5


def test_typing_filters_and_one_button_clears_everything(page: SubmissionView, qtbot: QtBot) -> None:
    page.board.choose_node("all:")
    everything = len(shown(page))
    page.focus_filter()
    assert page._text.hasFocus()
    qtbot.keyClicks(page._text, "zjg")
    assert len(shown(page)) == 9
    page._missing_only.click()
    page._state_chip.pick("overdue")
    assert len(shown(page)) == 7
    assert said(page, "筛选出 7 件，已报 0/7")
    press(page, "清除筛选")
    assert len(shown(page)) == everything
    assert not page._missing_only.isChecked()
    write(page._text, "没有这个单位")
    assert said(page, "没有符合条件的报送件")


def test_going_to_a_unit_filters_to_it(page: SubmissionView, desk: Desk) -> None:
    page.board.choose_node(BRIEFS)
    page.show_item("unit", unit_id(desk, "zhangjiagang"))
    assert len(shown(page)) == 9
    assert page._unit_chip.value == "zhangjiagang"


def test_going_to_a_submission_takes_away_what_hides_it(page: SubmissionView, desk: Desk) -> None:
    page.board.choose_node(LISTS)
    page._text.setText("常熟")
    key = go(page, desk, "工作简讯（各市、区）", "张家港", "2017-10")
    assert [line.id for line in page.board.lines()] == [key]
    assert page.board.node.name == BRIEFS
    assert page.detail.isVisible()
    assert said(page.detail, "每月不少于1篇。")


def test_a_thing_withdrawn_meanwhile_is_said(page: SubmissionView, told: list[str]) -> None:
    page.show_item("submission", 99_999)
    assert told == ["没有找到这件报送件，可能已经撤下。"]


def test_receiving_by_dialog(
    page: SubmissionView, desk: Desk, dialog: Callable[[], QDialog], tmp_path: Path, qtbot: QtBot
) -> None:
    desk.settings.put("officer", "王某")
    key = go(page, desk, "联络员名单", "张家港")
    qtbot.keyClick(page.board.table, Qt.Key.Key_Space)
    receiving = dialog()
    assert isinstance(receiving, ReceiveDialog)
    form = receiving.form
    assert form.heading.text() == "收到 张家港市环保局 联络员名单"
    assert (form.person.text(), form.on.date().toPython()) == ("王某", date(2017, 10, 20))
    assert form.on.maximumDate().toPython() == date(2017, 10, 20)
    receiving.files.add([paper(tmp_path, "a.docx"), paper(tmp_path, "b.docx"), paper(tmp_path, "a.docx")])
    write(form.note, "补盖了章")
    form.on.setDate(form.on.date().addDays(-1))
    press(receiving, "收下")
    came = desk.submissions.get(key)
    assert (came.state, came.received_on, len(came.files)) == (State.RECEIVED, date(2017, 10, 19), 2)
    step = desk.submissions.steps(key)[-1]
    assert (step.person, step.note) == ("王某", "补盖了章")
    assert not receiving.isVisible()
    assert said(page.window(), "已收 张家港市环保局 联络员名单（2 个文件）")


def test_what_cannot_be_received_is_said_in_the_dialog_and_nothing_is_lost(
    page: SubmissionView, desk: Desk, dialog: Callable[[], QDialog], tmp_path: Path
) -> None:
    key = go(page, desk, "联络员名单", "张家港")
    press(page, "收件")
    receiving = dialog()
    assert isinstance(receiving, ReceiveDialog)
    receiving.files.add([tmp_path / "没有.docx"])
    receiving.form.note.setPlainText("电话说已寄")
    press(receiving, "收下")
    assert receiving.isVisible()
    assert said(receiving, "找不到文件")
    assert receiving.form.note.toPlainText() == "电话说已寄"
    assert desk.submissions.get(key).state is State.OPEN
    receiving.reject()


def test_the_usual_steps_are_taken_at_once_by_space_and_taken_back(
    page: SubmissionView, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    key = piece(desk, "联络员名单", "张家港").id
    desk.submissions.receive(key, [paper(tmp_path)])
    go(page, desk, "联络员名单", "张家港")
    qtbot.keyClick(page.board.table, Qt.Key.Key_Space)
    assert desk.submissions.get(key).state is State.REVIEWED
    qtbot.keyClick(page.board.table, Qt.Key.Key_Space)
    assert desk.submissions.get(key).state is State.SENT_UP
    press(page.window(), "撤销")
    assert desk.submissions.get(key).state is State.REVIEWED
    press(page.detail, "撤销“已审”")
    press(page.detail, "撤销“已收”")
    assert desk.submissions.get(key).state is State.OPEN
    assert [line.id for line in page.board.lines()] == [key]


def test_returning_asks_for_a_reason(
    page: SubmissionView, desk: Desk, dialog: Callable[[], QDialog], tmp_path: Path, qtbot: QtBot
) -> None:
    key = piece(desk, "联络员名单", "张家港").id
    desk.submissions.receive(key, [paper(tmp_path)])
    go(page, desk, "联络员名单", "张家港")
    press(page.detail, "退回…")
    returning = dialog()
    assert isinstance(returning, StepDialog)
    press(returning, "退回")
    assert said(returning, "请写明退回的理由。")
    write(returning.form.note, "缺公章")
    press(returning, "退回")
    assert desk.submissions.get(key).state is State.RETURNED
    assert said(page.detail, "10月20日 周五　退回\n缺公章")


def test_a_receipt_is_attached(page: SubmissionView, desk: Desk, dialog: Callable[[], QDialog], tmp_path: Path) -> None:
    key = piece(desk, "联络员名单（报省厅）").id
    desk.submissions.receive(key, [])
    desk.submissions.mark(key, State.SENT_UP)
    go(page, desk, "联络员名单（报省厅）")
    press(page.detail, "附回执…")
    attaching = dialog()
    assert isinstance(attaching, StepDialog)
    attaching.files.add([paper(tmp_path, "回执.pdf")])
    press(attaching, "记下回执")
    assert [file.name for file in desk.submissions.get(key).files] == ["回执.pdf"]


def test_several_rows_take_one_dialog_and_the_rest_is_told_together(
    page: SubmissionView,
    desk: Desk,
    dialog: Callable[[], QDialog],
    told: list[str],
    tmp_path: Path,
) -> None:
    page.board.choose_node(LISTS)
    lines = page.board.shown()[:3]
    for line in lines[:2]:
        desk.submissions.receive(line.id, [paper(tmp_path)])
    page.board.table.choose({line.id for line in lines}, lines[0].id)
    page._ask(page.board.lines(), State.REVIEWED)
    step = dialog()
    assert isinstance(step, StepDialog)
    assert step.form.heading.text() == "3 件报送件 → 已审"
    press(step, "记为已审")
    states = [desk.submissions.get(line.id).state for line in lines]
    assert states == [State.REVIEWED, State.REVIEWED, State.OPEN]
    assert told[0].startswith("已办 2 件；1 件没有办：\n“联络员名单”现在是“未报”")
    press(page.window(), "撤销")
    assert {desk.submissions.get(line.id).state for line in lines[:2]} == {State.RECEIVED}


def test_rows_whose_next_steps_differ_are_not_guessed_at(page: SubmissionView, desk: Desk, qtbot: QtBot) -> None:
    page.board.choose_node(LISTS)
    lines = page.board.shown()[:2]
    desk.submissions.receive(lines[0].id, [])
    page.board.table.choose({line.id for line in lines}, lines[0].id)
    qtbot.keyClick(page.board.table, Qt.Key.Key_Space)
    assert said(page.window(), "所选报送件的下一步不同")


def test_the_menu_offers_every_step(page: SubmissionView, desk: Desk) -> None:
    go(page, desk, "联络员名单", "张家港")
    desk.submissions.receive(page.board.lines()[0].id, [])
    menu = step_menu(page.board.lines(), lambda lines, state: None, lambda lines, state: None, lambda line: None, page)
    words = [action.text() for action in menu.actions()]
    assert words[:2] == ["审核通过", "审核通过（填日期、备注）…"]
    assert {"补收文件…", "退回…", "不适用…", "已上报"} <= set(words)


def test_the_matrix_moves_by_arrows_and_opens_by_enter(page: SubmissionView, desk: Desk, qtbot: QtBot) -> None:
    page.board.choose_node(BRIEFS)
    page.board.show_mode("matrix")
    page.board.focus()
    matrix = page.board.matrix
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(matrix, key)
    assert (matrix.currentIndex().row(), matrix.currentIndex().column()) == (1, 2)
    qtbot.keyClick(matrix, Qt.Key.Key_Return)
    assert page.detail.isVisible()
    assert said(page.detail, "工作简讯（各市、区） · 8月")
    for _ in range(9):
        qtbot.keyClick(matrix, Qt.Key.Key_Right)
    assert matrix.currentIndex().column() == 4  # totals are not entered
    assert said(page.detail, "工作简讯（各市、区） · 10月")


def test_a_cell_of_several_leads_to_each(page: SubmissionView, desk: Desk) -> None:
    page.board.choose_node("task:briefs")
    page.board.show_mode("matrix")
    matrix = page.board.matrix
    matrix.choose(matrix.place_of(piece(desk, "工作简讯（各市、区）", "张家港", "2017-10").id))
    page._on_opened()
    QApplication.processEvents()
    press(page.detail, next(
        each.text() for each in page.detail.findChildren(QPushButton) if "10月" in each.text()
    ))  # fmt: skip
    assert said(page.detail, "工作简讯（各市、区） · 10月")
    assert page.board.mode == "list"


def test_the_same_thing_stays_chosen_between_list_and_matrix(page: SubmissionView, desk: Desk) -> None:
    key = go(page, desk, "工作简讯（各市、区）", "常熟", "2017-07")
    page.board.show_mode("matrix")
    assert [line.id for line in page.board.lines()] == [key]


def test_the_window_remembers_sort_columns_choice_and_mode(
    desk: Desk, window: MainWindow, page: SubmissionView, qapp: QApplication, qtbot: QtBot
) -> None:
    page.board.choose_node(BRIEFS)
    key = go(page, desk, "工作简讯（各市、区）", "常熟", "2017-07")
    page.board.table.sortByColumn(COL_DUE, Qt.SortOrder.DescendingOrder)
    page.board.table.setColumnHidden(COL_PERIOD, True)
    window.close()
    again = MainWindow(desk, Style(qapp, "light"))
    qtbot.addWidget(again)
    again.show()
    other = again.page("submissions")
    assert isinstance(other, SubmissionView)
    assert other.board.node.name == BRIEFS
    assert other.board.table.isColumnHidden(COL_PERIOD)
    assert other.board.shown()[0].submission.period == "2017-10"
    assert [line.id for line in other.board.lines()] == [key]
    other.board.show_mode("matrix")
    again.close()
    third = MainWindow(desk, Style(qapp, "light"))
    qtbot.addWidget(third)
    last = third.page("submissions")
    assert isinstance(last, SubmissionView)
    assert last.board.mode == "matrix"
    third.close()


def test_an_entry_shows_its_due_day_before_it_is_made(
    page: SubmissionView, desk: Desk, dialog: Callable[[], QDialog], qtbot: QtBot
) -> None:
    page.board.choose_node("requirement:decision-filed")
    press(page, "登记一件")
    entry = dialog()
    assert isinstance(entry, EntryDialog)
    assert entry.form.onLabel.text() == "处罚决定下达日期"
    assert entry.form.due.text() == "10月27日 周五（处罚决定下达后7日内）"
    entry.form.on.setDate(entry.form.on.date().addDays(-18))
    assert entry.form.due.text().startswith("10月9日 周一")
    assert said(entry, "截止日 10月9日 周一 已过 11 天，保存后会立即提醒。")
    write(entry.form.label, "苏环罚字〔2017〕第99号")
    press(entry, "登记")
    made = piece(desk, "处罚决定填报（决定下达后7日内）")
    assert (made.label, made.due_on) == ("苏环罚字〔2017〕第99号", date(2017, 10, 9))
    assert [line.id for line in page.board.lines()] == [made.id]
    press(page.detail, "撤下这件登记")
    assert made.id not in shown(page)
    press(page.window(), "撤销")
    assert made.id in shown(page)


def test_an_event_outside_what_is_covered_is_not_entered(page: SubmissionView, dialog: Callable[[], QDialog]) -> None:
    page.board.choose_node("requirement:decision-filed")
    press(page, "登记一件")
    entry = dialog()
    assert isinstance(entry, EntryDialog)
    entry.form.on.setDate(entry.form.on.date().addYears(-1))
    assert said(entry, "这项要求只包括1月1日 周日至10月31日 周二的")
    assert not entry.sure.isEnabled()
    entry.reject()


def test_what_is_missing_by_a_day_is_copied_and_printed(
    page: SubmissionView, desk: Desk, dialog: Callable[[], QDialog], monkeypatch: pytest.MonkeyPatch
) -> None:
    press(page, "还缺什么")
    missing = dialog()
    assert isinstance(missing, MissingDialog)
    missing.form.on.setDate(missing.form.on.minimumDate())
    assert said(missing, "到这一天没有缺报")
    missing.form.monthEnd.click()
    QApplication.processEvents()
    press(missing, "复制催报文字")
    text = QGuiApplication.clipboard().text()
    line = next(line for line in text.splitlines() if line.startswith("张家港市环保局"))
    assert line.startswith("张家港市环保局：缺 联络员名单（截止6月5日）、")
    assert "工作简讯（各市、区） 10月（截止10月31日）" in line
    assert text.count("活动总结（报省厅） 或 自评报告（报省厅）") == 1
    assert "尚未登记：缺 参评集体事迹材料" in text
    sheets: list[Sheet] = []
    monkeypatch.setattr(page._outgoing, "preview", lambda sheet: sheets.append(sheet()))
    press(missing, "打印…")
    assert sheets[0].rows[0][:2] == ("监察支队", "推进工作小组成立文件")
    missing.table.opened.emit(missing.table.model().index(0, 0))
    assert [each.submission.requirement for each in page.board.lines()] == ["推进工作小组成立文件"]


def test_paper_is_what_is_shown(page: SubmissionView) -> None:
    page.board.choose_node(BRIEFS)
    page._unit_chip.pick("zhangjiagang")
    sheet = page._sheet()
    assert len(sheet.rows) == 5
    assert sheet.title.endswith("报送清单（工作简讯（各市、区） · 张家港市环保局）")


def test_files_open_as_read_only_copies(
    page: SubmissionView,
    desk: Desk,
    told: list[str],
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(
        "lianbing_desktop.gui.submissions.opening.QDesktopServices.openUrl",
        lambda url: opened.append(Path(url.toLocalFile())) or True,
    )
    key = piece(desk, "联络员名单", "张家港").id
    name = "很长的名字" * 30 + "：<b>.docx"
    desk.submissions.receive(key, [paper(tmp_path, name[-80:]), paper(tmp_path, "病毒.EXE")])
    go(page, desk, "联络员名单", "张家港")
    first, program = desk.submissions.get(key).files
    page._opening.open(first)
    qtbot.waitUntil(lambda: bool(opened))
    assert opened[0].read_bytes() == b"list"
    assert opened[0].stat().st_mode & 0o222 == 0
    assert "<" not in opened[0].name
    assert not opened[0].is_relative_to(desk.home.root)
    page._opening.open(program)
    assert "是程序，不在这里打开" in told[0]
    target = tmp_path / "另存.docx"
    page._opening._save_to([first], target)
    qtbot.waitUntil(target.exists)
    assert target.read_bytes() == b"list"
    page.save_state()
    assert not opened[0].exists()


def test_hostile_words_stay_text_in_the_pane(page: SubmissionView, desk: Desk, tmp_path: Path) -> None:
    key = piece(desk, "联络员名单", "张家港").id
    desk.submissions.receive(key, [paper(tmp_path, "<b>x<b>&y.docx")], note="<img src=x> & <b>粗</b>")
    go(page, desk, "联络员名单", "张家港")
    assert said(page.detail, "<img src=x> & <b>粗</b>")
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in page.findChildren(QLabel) if label.text())


def test_the_pane_tells_what_the_campaign_leaves_open(page: SubmissionView, desk: Desk) -> None:
    go(page, desk, "重点排污单位数量")
    assert said(page.detail, "未提供细则：填报截止日：未提供，按实施阶段最后一日计")
    nothing = Hands(*([lambda *given: None] * 8))
    line = page.board.lines()[0]
    detail = detail_of(line, asked(desk, "重点排污单位数量"), [], nothing)
    assert ("渠道", "环境执法大练兵评分系统") in detail.facts


def test_colours_follow_the_scheme(window: MainWindow, page: SubmissionView) -> None:
    window.frame.style.choose("dark")
    page.board.show_mode("matrix")
    dark = page.grab().toImage()
    window.frame.style.choose("light")
    assert page.grab().toImage() != dark


def test_selecting_and_scrolling_survive_a_change_elsewhere(page: SubmissionView, desk: Desk) -> None:
    page.board.choose_node("all:")
    table = page.board.table
    table.selectionModel().setCurrentIndex(
        table.model().index(60, 0),
        QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
    )
    before, at = [line.id for line in page.board.lines()], table.verticalScrollBar().value()
    desk.submissions.receive(piece(desk, "联络员名单", "昆山").id, [])
    assert [line.id for line in page.board.lines()] == before
    assert table.verticalScrollBar().value() == at


def test_nothing_is_received_without_a_file_unless_the_button_that_says_so_is_pressed(
    page: SubmissionView,
    desk: Desk,
    dialog: Callable[[], QDialog],
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    key = go(page, desk, "联络员名单", "张家港")
    qtbot.keyClick(page.board.table, Qt.Key.Key_Space)
    receiving = dialog()
    assert isinstance(receiving, ReceiveDialog)
    assert receiving.sure is not None
    assert (receiving.sure.text(), receiving.sure.objectName()) == ("登记为已收（无文件）", "")
    choosing: list[bool] = []
    monkeypatch.setattr(QFileDialog, "open", lambda self: choosing.append(True))
    focus = receiving.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, Qt.Key.Key_Return)
    assert choosing
    assert desk.submissions.get(key).state is State.OPEN
    receiving.files.add([paper(tmp_path, "a.docx")])
    assert (receiving.sure.text(), receiving.sure.objectName()) == ("收下", "primary")
    receiving.files._list.selectAll()
    press(receiving, "移除")
    press(receiving, "登记为已收（无文件）")
    assert desk.submissions.get(key).state is State.RECEIVED


def test_plain_enter_never_saves_a_dialog_but_ctrl_enter_does(
    page: SubmissionView, desk: Desk, dialog: Callable[[], QDialog], tmp_path: Path, qtbot: QtBot
) -> None:
    key = go(page, desk, "联络员名单", "张家港")
    press(page, "收件")
    receiving = dialog()
    assert isinstance(receiving, ReceiveDialog)
    receiving.files.add([paper(tmp_path, "a.docx")])
    form = receiving.form
    for field in (form.person, form.on, form.note, receiving.files._list):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert desk.submissions.get(key).state is State.OPEN
    qtbot.keyClick(form.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.submissions.get(key).state is State.RECEIVED
    assert not receiving.isVisible()


def test_every_dialog_ends_in_cancel_and_then_the_sure_button(
    page: SubmissionView, desk: Desk, dialog: Callable[[], QDialog]
) -> None:
    go(page, desk, "联络员名单", "张家港")
    opened = []
    for state in (State.RECEIVED, State.NOT_NEEDED):
        page._handling.ask(page.board.lines(), state)
        opened.append(dialog())
    press(page, "登记一件")
    opened.append(dialog())
    for each in opened:
        buttons = {button.text(): button for button in each.findChildren(QPushButton) if button.isVisible()}
        assert isinstance(each, ReceiveDialog | StepDialog | EntryDialog)
        assert each.sure is not None
        assert buttons["取消"].x() + buttons["取消"].width() < each.sure.x()
        each.reject()


def test_badges_stand_whole_and_nothing_has_to_be_scrolled_sideways(page: SubmissionView, window: MainWindow) -> None:
    page.board.choose_node("all:")
    table = page.board.table
    QApplication.processEvents()
    late = Badge("逾期 137 天", Shape.FLAG, "overdue_ink", "overdue_ground")
    assert table.columnWidth(COL_STATE) >= badge_width(late, table.fontMetrics()) + 16
    assert table.horizontalScrollBar().maximum() == 0
    wide = table.columnWidth(COL_PERIOD)
    window.resize(1024, 640)
    QApplication.processEvents()
    shown_to = table.columnViewportPosition(COL_STATE) + table.columnWidth(COL_STATE)
    assert shown_to <= table.viewport().width()
    table.save_columns()
    window.resize(1280, 800)
    QApplication.processEvents()
    assert table.columnWidth(COL_PERIOD) == wide


def test_space_takes_the_row_the_focus_stands_on_even_where_none_was_selected(window: MainWindow, qtbot: QtBot) -> None:
    page = window.page("submissions")
    table = page.board.table
    table.setFocus()
    table.selectionModel().setCurrentIndex(table.model().index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
    assert page.board.lines() == []
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert [line.id for line in page.board.lines()] == [table.current_id()]
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in page.findChildren(QDialog)))
    next(dialog for dialog in page.findChildren(QDialog) if dialog.isVisible()).reject()
