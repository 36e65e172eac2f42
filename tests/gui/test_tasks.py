"""The page 任务: filtered by chip and text, sorted, opened, edited by typing, undone, exported; text is only text."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QPushButton, QToolButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from lianbing_desktop.gui.mainwindow import MainWindow
from lianbing_desktop.gui.tasks.dialog import TaskDialog
from lianbing_desktop.gui.tasks.model import COL_NEXT, COL_PROGRESS, COL_STAGE, COL_TEXT, COL_UNITS, TaskTableModel
from lianbing_desktop.gui.tasks.view import TaskView
from lianbing_desktop.gui.widgets.label import Label
from lianbing_desktop.gui.widgets.line_button import LineButton
from lianbing_desktop.services.desk import Desk
from tests.support.desk import paper, piece

HOSTILE = "<img src=x onerror=alert(1)><b>粗</b> & a<b 与 c>d &nbsp; \u202e反向 𠮷 " + "长" * 400


@pytest.fixture
def view(desk: Desk, window: MainWindow) -> TaskView:
    page = window.page("tasks")
    assert isinstance(page, TaskView)
    return page


def texts(view: TaskView) -> list[str]:
    model = view._table.model()
    return [str(model.index(row, COL_TEXT).data()) for row in range(model.rowCount())]


def opened_dialog(view: TaskView, qtbot: QtBot) -> TaskDialog:
    dialog = view.findChild(TaskDialog)
    assert isinstance(dialog, TaskDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def save(qtbot: QtBot, dialog: TaskDialog) -> None:
    qtbot.mouseClick(dialog._ui.primary, Qt.MouseButton.LeftButton)


def test_model_keeps_qts_rules(desk: Desk, qtmodeltester: ModelTester) -> None:
    model = TaskTableModel()
    model.set_rows(desk.tasks.all())
    qtmodeltester.check(model)
    assert model.rowCount() == 19
    assert model.headerData(COL_TEXT, Qt.Orientation.Horizontal) == "任务及要求"


def test_rows_stand_in_the_tables_order_a_stage_named_once(view: TaskView) -> None:
    model = view._model
    firsts = [model.index(row, COL_STAGE).data() for row in range(19) if model.is_first_of_stage(row)]
    assert firsts == ["6月2日前", "6月6日前", "6月-10月 实施阶段", "10月25日-31日", "11月-12月"]
    assert model.index(2, COL_UNITS).data() == "监察支队"
    assert model.index(2, COL_PROGRESS).data() == "0/34"
    assert model.index(2, COL_NEXT).data() == "6月5日 周一 逾期 137 天"


def test_rows_are_as_high_as_three_lines_at_most(view: TaskView) -> None:
    heights = {view._table.rowHeight(row) for row in range(19)}
    line = view._table.fontMetrics().lineSpacing()
    assert min(heights) >= 36
    assert max(heights) == 3 * line + 16


@pytest.mark.parametrize(
    ("typed", "found"),
    [("jczd", 18), ("监察支队", 18), ("zjg", 4), ("张家港", 4), ("jianxun", 1), ("没有这样的任务", 0)],
)
def test_text_filter_knows_hanzi_pinyin_and_initials(view: TaskView, qtbot: QtBot, typed: str, found: int) -> None:
    if typed.isascii():
        qtbot.keyClicks(view._chosen_by.text, typed)
    else:
        commit(view._chosen_by.text, typed)
    assert len(texts(view)) == found
    assert view.empty.isVisibleTo(view) is (found == 0)


def test_nothing_found_offers_to_clear_the_filters(view: TaskView, qtbot: QtBot) -> None:
    view._chosen_by.state.pick("逾期")
    qtbot.keyClicks(view._chosen_by.text, "zzz")
    qtbot.mouseClick(view.empty.button, Qt.MouseButton.LeftButton)
    assert len(texts(view)) == 19
    assert not view._chosen_by.state.value


def test_chips_filter_by_stage_unit_and_state(view: TaskView, desk: Desk, tmp_path: Path) -> None:
    view._chosen_by.stage.pick("closing")
    assert texts(view) == ["总结表扬阶段，配合省厅做好相关后续工作"]
    view._chosen_by.stage.pick("")
    view._chosen_by.unit.pick("personnel")
    assert len(texts(view)) == 1
    view._chosen_by.unit.pick("")
    view._chosen_by.state.pick("逾期")
    assert len(texts(view)) == 5
    desk.submissions.receive(piece(desk, "推进工作小组成立文件").id, [paper(tmp_path)])
    assert len(texts(view)) == 4  # the change has come back by the one signal
    view._chosen_by.state.pick("已完成")
    assert texts(view) == ["成立苏州市环保局环境执法大练兵推进工作小组"]


def test_a_header_sorts_up_down_and_back_to_the_tables_order(view: TaskView, qtbot: QtBot) -> None:
    own = texts(view)
    header = view._table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(COL_NEXT) + 10, 10)
    for expected in ("6月2日", "10月31日", None):
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
        if expected is None:
            assert texts(view) == own
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert view._own_order.isVisible()
    view._own_order.click()
    assert texts(view) == own
    assert not view._own_order.isVisible()


def test_enter_opens_the_row_arrows_follow_and_escape_closes(view: TaskView, qtbot: QtBot) -> None:
    view._table.setFocus()
    view._table.selectRow(0)
    qtbot.keyClick(view._table, Qt.Key.Key_Return)
    assert not view.detail.isHidden()
    assert "第1项 · 6月2日前" in shown(view)
    qtbot.keyClick(view._table, Qt.Key.Key_Down)
    qtbot.keyClick(view._table, Qt.Key.Key_Down)
    words = shown(view)
    assert "第3项 · 6月6日前" in words
    assert "6月5日前，张家港等10个单位 → 市局" in words
    qtbot.keyClick(view._table, Qt.Key.Key_Escape)
    assert view.detail.isHidden()


def test_detail_says_what_the_campaign_leaves_open(view: TaskView) -> None:
    view.show_item("task", view._lines[4].task.id)
    assert "基准值与满分分值：未提供细则；“超过基准值50%”的算法以省评选细则为准" in shown(view)


def test_a_requirement_leads_to_its_submissions(
    view: TaskView, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    went: list[tuple[str, int]] = []
    view.frame = replace(view.frame, open=lambda kind, key: went.append((kind, key)))
    view.show_item("task", view._lines[2].task.id)
    line = next(each for each in view.detail.findChildren(LineButton) if each.text().startswith("信息报送专人"))
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert went == [("submission", piece(desk, "信息报送专人").id)]


def test_a_requirement_without_submissions_is_gone_to_itself(view: TaskView, window: MainWindow, qtbot: QtBot) -> None:
    view.show_item("task", view._lines[6].task.id)
    (line,) = [each for each in view.detail.findChildren(LineButton) if "加分事项" in each.text()]
    assert line.text().endswith("尚未登记")
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    page = window.page("submissions")
    assert page.board.node.title == "京津冀及周边地区强化督查加分事项"  # type: ignore[attr-defined]


def test_show_item_comes_through_the_filters(view: TaskView) -> None:
    view._chosen_by.text.setText("没有")
    view.show_item("task", view._lines[7].task.id)
    assert view._current_id() == view._lines[7].task.id
    assert len(texts(view)) == 19


def test_a_task_is_edited_by_typing_and_taken_back(
    view: TaskView, desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    before = view._lines[0].task
    view._table.selectRow(0)
    qtbot.keyClick(view._table, Qt.Key.Key_F2)
    dialog = opened_dialog(view, qtbot)
    dialog._ui.text.selectAll()
    qtbot.keyClicks(dialog._ui.text, "a")
    commit(dialog._ui.text, "成立推进工作小组（改）")
    qtbot.keyClicks(dialog._ui.note, "note")
    dialog._ui.due.setDate(QDate(2017, 6, 3))
    legal = dialog._ui.units.findItems("局法规处", Qt.MatchFlag.MatchExactly)[0]
    legal.setCheckState(Qt.CheckState.Checked)
    save(qtbot, dialog)
    after = desk.tasks.get(before.id).task
    assert (after.text, after.note, after.due_on) == ("a成立推进工作小组（改）", "note", date(2017, 6, 3))
    assert after.units == ("supervision", "legal")
    assert texts(view)[0] == "a成立推进工作小组（改）"
    window._toast._button.click()
    assert desk.tasks.get(before.id).task == before


def test_unchanged_units_keep_the_tables_own_order(view: TaskView, desk: Desk, qtbot: QtBot) -> None:
    before = view._lines[4].task
    view._edit(before.id)
    dialog = opened_dialog(view, qtbot)
    qtbot.keyClicks(dialog._ui.note, "x")
    qtbot.keyClick(dialog._ui.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.tasks.get(before.id).task.units == before.units


def test_faults_are_said_inside_the_dialog(view: TaskView, desk: Desk, qtbot: QtBot) -> None:
    before = view._lines[0].task
    view._edit(before.id)
    dialog = opened_dialog(view, qtbot)
    dialog._ui.text.clear()
    save(qtbot, dialog)
    assert dialog._ui.error.text() == "请填写任务及要求，不能为空。"
    qtbot.keyClicks(dialog._ui.text, "x")
    dialog._ui.due.setDate(QDate(2017, 5, 1))
    save(qtbot, dialog)
    assert dialog._ui.error.text() == "截止日期早于开始日期，请改正其中一个。"
    dialog._ui.due.setDate(QDate(2017, 7, 1))
    for row in range(dialog._ui.units.count()):
        dialog._ui.units.item(row).setCheckState(Qt.CheckState.Unchecked)
    save(qtbot, dialog)
    assert dialog._ui.error.text() == "请至少勾选一个责任部门。"
    assert dialog.isVisible()
    assert desk.tasks.get(before.id).task == before


def test_enter_of_an_input_method_never_saves(view: TaskView, desk: Desk, qtbot: QtBot) -> None:
    before = view._lines[0].task
    view._edit(before.id)
    dialog = opened_dialog(view, qtbot)
    QApplication.sendEvent(dialog._ui.note, QInputMethodEvent("beizhu", []))
    commit(dialog._ui.note, "备注")
    for widget in (dialog._ui.note, dialog._ui.text, dialog._ui.start, dialog._ui.units):
        qtbot.keyClick(widget, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert desk.tasks.get(before.id).task == before


def test_typed_text_goes_only_at_the_second_escape(view: TaskView, qtbot: QtBot) -> None:
    view._edit(view._lines[0].task.id)
    dialog = opened_dialog(view, qtbot)
    qtbot.keyClicks(dialog._ui.text, "x")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "再按一次 Esc" in dialog._ui.error.text()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_hostile_text_stays_text_everywhere(view: TaskView, desk: Desk) -> None:
    task = view._lines[0].task
    desk.tasks.change(replace(task, text=HOSTILE, note=HOSTILE))
    assert texts(view)[0] == HOSTILE
    view.show_item("task", task.id)
    labels = [label for label in view.detail.findChildren(Label) if label.text() == HOSTILE]
    assert labels
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
    assert not view.grab().isNull()


def test_columns_can_be_hidden_and_are_remembered(desk: Desk, view: TaskView, window: MainWindow) -> None:
    view._table._show_column(COL_UNITS, False)
    assert view._table.isColumnHidden(COL_UNITS)
    other = TaskView(
        desk.campaigns, desk.tasks, desk.submissions, desk.documents, lambda task_id, due_on: "", window.frame
    )
    assert other._table.isColumnHidden(COL_UNITS)
    other.deleteLater()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_ctrl_p_offers_both_sheets_and_previews_the_one_taken(view: TaskView, qtbot: QtBot) -> None:
    view._table.setFocus()
    qtbot.keyClick(view._table, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    (menu,) = [child for child in view.findChildren(QMenu) if child.isVisible()]
    assert [action.text() for action in menu.actions()] == ["任务分解表（附件格式）", "任务表（含日期和进度）"]
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(view.findChildren(QPrintPreviewDialog)))
    (preview,) = view.findChildren(QPrintPreviewDialog)
    assert "任务分解表" in preview.windowTitle()
    preview.close()


def test_ctrl_f_and_ctrl_e_work_by_the_keyboard(view: TaskView, qtbot: QtBot) -> None:
    view._table.setFocus()
    qtbot.keyClick(view._table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert view._chosen_by.text.hasFocus()
    qtbot.keyClick(view._chosen_by.text, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = view.findChildren(QFileDialog)
    dialog.close()


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "pdf"])
def test_ctrl_e_exports(view: TaskView, qtbot: QtBot, tmp_path: Path, suffix: str) -> None:
    view.export_page()
    dialog = view.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    target = tmp_path / f"任务.{suffix}"
    dialog.fileSelected.emit(str(target))
    dialog.close()
    qtbot.waitUntil(lambda: target.exists() and target.stat().st_size > 1000, timeout=10_000)
    view.frame.jobs.stop()


def test_choosing_another_form_changes_the_suffix(view: TaskView) -> None:
    view.export_page()
    dialog = view.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.selectedFiles()[0].endswith("大练兵活动任务分解表.docx")
    for words, suffix in (("PDF 附件格式 (*.pdf)", ".pdf"), ("Excel 任务表 (*.xlsx)", ".xlsx")):
        dialog.selectNameFilter(words)
        dialog.filterSelected.emit(words)
        assert dialog.selectedFiles()[0].endswith(f"任务分解表{suffix}")
    dialog.close()


def test_a_name_with_a_dot_gets_its_suffix_and_overwrites_nothing(view: TaskView, qtbot: QtBot, tmp_path: Path) -> None:
    told: list[str] = []
    view._outgoing._frame = replace(view.frame, tell=lambda error: told.append(error.message))
    (tmp_path / "表2017.10.docx").write_bytes(b"old")
    view.export_page()
    dialog = view.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "表2017.10"))
    dialog.close()
    assert told == ["已有名为“表2017.10.docx”的文件，没有导出。请换一个文件名。"]
    assert (tmp_path / "表2017.10.docx").read_bytes() == b"old"


def test_every_button_says_what_it_is(view: TaskView) -> None:
    view.show_item("task", view._lines[2].task.id)
    for kind in (QPushButton, QToolButton):
        for button in view.findChildren(kind):
            is_qts_own = isinstance(button.parent(), QLineEdit)
            assert button.text() or button.accessibleName() or is_qts_own, button


def shown(view: TaskView) -> str:
    labels = (label.text() for label in view.detail.findChildren(Label) if label.isVisibleTo(view))
    return "\n".join(labels)


def commit(widget: object, text: str) -> None:
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)  # type: ignore[arg-type]


def test_the_task_gone_to_is_in_view_beside_its_detail(view: TaskView, desk: Desk, qtbot: QtBot) -> None:
    for line in reversed(desk.tasks.all()):
        view.close_detail()
        view._table.scrollToTop()
        qtbot.wait(10)
        view.show_item("task", line.task.id)
        qtbot.wait(30)
        seen = view._table.visualRect(view._table.currentIndex())
        assert view._table.viewport().rect().contains(seen.center()), line.task.text
        assert seen.top() >= 0
