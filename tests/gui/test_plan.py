"""The page 导入任务分解表: read, looked over, corrected, started; a revised table asked about."""

import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QMessageBox, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from lianbing_desktop.app import open_desk
from lianbing_desktop.domain.source import Source, SourceParagraph
from lianbing_desktop.domain.submission import State
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.mainwindow import MainWindow
from lianbing_desktop.gui.plan.items import CHECKED, ItemModel, items_of
from lianbing_desktop.gui.plan.marks import Kind
from lianbing_desktop.gui.plan.revision_dialog import PlanRevisionDialog
from lianbing_desktop.gui.plan.source_view import SourceView
from lianbing_desktop.gui.plan.task_dialog import PlanTaskDialog
from lianbing_desktop.gui.plan.view import PlanView
from lianbing_desktop.gui.style import Style
from tests.support.desk import SEED_WORD, paper
from tests.support.windows import clear_away, tidied

LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier
TABLE = """2017年安全生产大检查任务分解表
序号\t工作任务\t责任单位\t完成时限
1\t制定检查方案并报送市局办公室\t法规处\t6月30日前
2\t报送检查进展情况\t监察支队\t每周五
3\t开展自查自纠\t\t7月至9月
4\t报送检查工作总结；上报先进名单\t监察支队\t11月20日前
注：联系人王某。
"""


@pytest.fixture
def fresh(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window before the first campaign."""
    desk, style = open_desk(tmp_path / "home", date(2017, 5, 20)), Style(qapp, "light")
    window = MainWindow(desk, style)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()
    clear_away(qapp)
    desk.close()


@pytest.fixture
def page(fresh: MainWindow) -> PlanView:
    fresh.open_thing("plan", 0)
    found = fresh._stack.currentWidget()
    assert isinstance(found, PlanView)
    return found


def read(page: PlanView, qtbot: QtBot, what: Path | str) -> None:
    if isinstance(what, Path):
        page.read_file(what)
    else:
        page.choose.paste.setPlainText(what)
        qtbot.mouseClick(page.choose.read, LEFT)
    qtbot.waitUntil(lambda: page.draft is not None, timeout=20_000)


def told(window: MainWindow) -> list[UserError]:
    seen: list[UserError] = []
    object.__setattr__(window.frame, "tell", seen.append)
    return seen


def confirm(page: PlanView, qtbot: QtBot) -> None:
    """Press the last button and wait until what it asks for is reckoned."""
    qtbot.mouseClick(page._go, LEFT)
    qtbot.waitUntil(lambda: not page._bar.is_running, timeout=20_000)


def heads(page: PlanView) -> list[str]:
    items = [page.review.model.item(row) for row in range(page.review.model.rowCount())]
    return [item.head for item in items if item.is_heading]


def choose_task(page: PlanView, words: str) -> int:
    """Choose the task of those words in the list and return its name."""
    for row in range(page.review.model.rowCount()):
        item = page.review.model.item(row)
        if words in item.text and item.task_id >= 0:
            page.review.list.setCurrentIndex(page.review.model.index(row, 0))
            return item.task_id
    raise LookupError(words)


def dialog_of(page: PlanView, kind: type, qtbot: QtBot) -> PlanTaskDialog | PlanRevisionDialog:
    def found() -> list[object]:
        return [each for each in page.findChildren(kind) if each.isVisible()]

    qtbot.waitUntil(lambda: bool(found()))
    qtbot.waitUntil(lambda: QApplication.activeWindow() is found()[-1])
    return found()[-1]


def edit(page: PlanView, qtbot: QtBot, words: str) -> PlanTaskDialog:
    choose_task(page, words)
    qtbot.keyClick(page.review.list, Qt.Key.Key_Return)
    return dialog_of(page, PlanTaskDialog, qtbot)


def drop_on(page: PlanView, *paths: Path | str) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl(path) if isinstance(path, str) else QUrl.fromLocalFile(str(path)) for path in paths])
    copy = Qt.DropAction.CopyAction
    QApplication.sendEvent(page, QDragEnterEvent(QPoint(50, 50), copy, mime, LEFT, NO_KEY))
    QApplication.sendEvent(page, QDropEvent(QPointF(50, 50), copy, mime, LEFT, NO_KEY))
    QApplication.processEvents()


def test_the_page_is_not_in_the_sidebar_and_is_opened_from_tasks(window: MainWindow, qtbot: QtBot) -> None:
    window.page("tasks")._import()
    assert isinstance(window._stack.currentWidget(), PlanView)
    assert window._sidebar._group.checkedButton() is None
    assert window.frame.memory.text("window/page") == "tasks"
    window.page("today")
    assert window._sidebar._group.checkedButton().text() == "今日"


def test_the_campaign_menu_offers_it(window: MainWindow) -> None:
    next(action for action in window._campaign.menu().actions() if "导入" in action.text()).trigger()
    assert isinstance(window._stack.currentWidget(), PlanView)


def test_a_chosen_file_is_read_and_shown_beside_its_source(
    page: PlanView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *args: (str(SEED_WORD), ""))
    qtbot.mouseClick(page.choose.choose, LEFT)
    assert page.choose.bar.is_running
    assert not page.choose.choose.isEnabled()
    qtbot.waitUntil(lambda: page.draft is not None, timeout=20_000)
    assert "读出 19 项任务，24 条要求" in page._summary.text()
    assert "“环境执法案卷质量”" in page.review.source.toPlainText()
    assert page._year.year == 2017
    assert heads(page) == ["已读出 24 项"]


def test_reading_can_be_cancelled(page: PlanView, qtbot: QtBot) -> None:
    page.read_file(SEED_WORD)
    qtbot.mouseClick(page.choose.bar.cancel, LEFT)
    qtbot.waitUntil(lambda: not page.choose.bar.is_running, timeout=20_000)
    assert page.draft is None
    assert page.choose.choose.isEnabled()


def test_a_dropped_file_is_read(page: PlanView, qtbot: QtBot) -> None:
    drop_on(page, SEED_WORD)
    qtbot.waitUntil(lambda: page.draft is not None, timeout=20_000)
    assert len(page.draft.plan.tasks) == 24


def test_two_files_and_files_from_elsewhere_are_refused(page: PlanView, fresh: MainWindow) -> None:
    errors = told(fresh)
    drop_on(page, SEED_WORD, SEED_WORD)
    drop_on(page, "http://example.org/a.docx")
    assert ["一次只能导入一个" in errors[0].message, "本机" in errors[1].message] == [True, True]
    assert page.draft is None


def test_a_broken_file_is_a_sentence(page: PlanView, fresh: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    errors = told(fresh)
    page.read_file(paper(tmp_path, "坏.docx", b"PK\x03\x04broken"))
    qtbot.waitUntil(lambda: bool(errors), timeout=20_000)
    assert "坏.docx" in errors[0].message
    assert page.choose.choose.isEnabled()


def test_unread_words_stand_first_then_what_is_doubtful(page: PlanView, qtbot: QtBot) -> None:
    read(page, qtbot, TABLE)
    assert [head.split("：")[0] for head in heads(page)] == ["未能识别 1 段", "待核对 3 项", "已读出 1 项"]
    assert "待核对 3 项" in page._summary.text()
    first = page.review.current()
    assert (first.text, first.badge.word) == ("注：联系人王某。", "未能识别")
    cautions = " ".join(item.caution for item in items_of(page.draft))
    assert "“法规处”可能就是“局法规处”" in cautions
    assert "没有读出责任单位" in cautions
    assert "每周五" in cautions


def test_space_takes_what_is_doubtful_as_right_until_nothing_is_left(page: PlanView, qtbot: QtBot) -> None:
    read(page, qtbot, TABLE)
    for _ in range(4):
        qtbot.keyClick(page.review.list, Qt.Key.Key_Space)
    assert [head.split(" ")[0] for head in heads(page)] == ["已读出", "不作任务"]
    assert "没有要核对的" in page._summary.text()
    qtbot.mouseClick(page._undo, LEFT)
    assert [head.split(" ")[0] for head in heads(page)] == ["待核对", "已读出", "不作任务"]


def test_unread_words_can_become_a_task(page: PlanView, qtbot: QtBot) -> None:
    read(page, qtbot, TABLE)
    assert page.review.edit.text() == "改作任务"
    qtbot.mouseClick(page.review.edit, LEFT)
    dialog = dialog_of(page, PlanTaskDialog, qtbot)
    dialog._ui.text.setPlainText("确定联系人")
    dialog._ui.units.setText("监察支队、局法规处")
    dialog._ui.hasDue.setChecked(True)
    qtbot.mouseClick(dialog._ui.primary, LEFT)
    made = page.draft.plan.tasks[-1]
    assert (made.text, made.named()) == ("确定联系人", ("监察支队", "局法规处"))
    assert str(made.timing.due) == "2017-05-20"
    assert page.draft.plan.unread == ()


def test_a_task_can_be_no_task_and_taken_back(page: PlanView, qtbot: QtBot) -> None:
    read(page, qtbot, TABLE)
    choose_task(page, "自查自纠")
    qtbot.keyClick(page.review.list, Qt.Key.Key_Delete)
    assert [task.text for task in page.draft.plan.tasks if "自查" in task.text] == []
    assert heads(page)[-1] == "不作任务 1 段"
    qtbot.keyClick(page.review.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "开展自查自纠" in [task.text for task in page.draft.plan.tasks]


def test_days_are_corrected_and_the_period_follows(page: PlanView, qtbot: QtBot) -> None:
    read(page, qtbot, TABLE)
    dialog = edit(page, qtbot, "制定检查方案")
    dialog._ui.due.setDate(dialog._ui.due.date().addDays(-5))
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    task = page.draft.plan.tasks[0]
    assert str(task.timing.due) == "2017-06-25"
    assert page.review.current().badge == CHECKED
    confirm(page, qtbot)
    lines = page._campaigns.current(), page.window()._desk.tasks.all()[0]
    assert lines[1].task.due_on == date(2017, 6, 25)


def test_a_proposed_unit_is_taken_only_where_it_is_confirmed(page: PlanView, qtbot: QtBot) -> None:
    read(page, qtbot, TABLE)
    dialog = edit(page, qtbot, "制定检查方案")
    assert dialog._ui.proposals.item(0).text() == "“法规处”就是“局法规处”"
    dialog._ui.proposals.item(0).setCheckState(Qt.CheckState.Checked)
    qtbot.mouseClick(dialog._ui.primary, LEFT)
    assert page.draft.plan.tasks[0].named() == ("局法规处",)


def test_what_recurs_is_read_as_it_is_typed(page: PlanView, qtbot: QtBot) -> None:
    read(page, qtbot, TABLE)
    dialog = edit(page, qtbot, "进展情况")
    assert (dialog._ui.pace.text(), dialog._ui.paceRead.text()) == ("每周五", "读作：每周五")
    dialog._ui.pace.setText("天天向上")
    qtbot.mouseClick(dialog._ui.primary, LEFT)
    assert "没有读懂" in dialog._ui.error.text()
    dialog._ui.pace.setText("每月5日前")
    qtbot.mouseClick(dialog._ui.primary, LEFT)
    assert page.draft.plan.tasks[1].timing.recurring.normal() == {"every": "month", "day": 5}


def test_a_quota_typed_is_owed(page: PlanView, qtbot: QtBot) -> None:
    read(page, qtbot, TABLE)
    dialog = edit(page, qtbot, "先进名单")
    dialog._ui.quota.setText("不少于3份")
    assert dialog._ui.quotaRead.text() == "读作：不少于3份"
    qtbot.mouseClick(dialog._ui.primary, LEFT)
    confirm(page, qtbot)
    quotas = [asked for asked in page.window()._desk.submissions.requirements() if asked.is_quota]
    assert [(asked.count, asked.measure) for asked in quotas] == [(3, "份")]


def test_a_task_is_split_at_the_cursor_and_joined_again(page: PlanView, qtbot: QtBot) -> None:
    read(page, qtbot, TABLE)
    before = [task.text for task in page.draft.plan.tasks]
    at = next(number for number, text in enumerate(before) if "总结" in text)
    joined = "；" in before[at]
    dialog = edit(page, qtbot, "总结")
    cursor = dialog._ui.text.textCursor()
    cursor.setPosition(0)
    dialog._ui.text.setTextCursor(cursor)
    qtbot.mouseClick(dialog._ui.split, LEFT)
    assert "光标" in dialog._ui.error.text()
    cursor.setPosition(dialog._ui.text.toPlainText().index("总结"))
    dialog._ui.text.setTextCursor(cursor)
    qtbot.mouseClick(dialog._ui.split, LEFT)
    assert [task.text for task in page.draft.plan.tasks][at : at + 2] == ["报送检查工作", before[at][6:]]
    choose_task(page, "报送检查工作")
    qtbot.mouseClick(page.review.join, LEFT)
    assert len(page.draft.plan.tasks) == len(before)
    assert joined or before


def test_esc_asks_before_what_was_typed_is_lost(page: PlanView, qtbot: QtBot) -> None:
    read(page, qtbot, TABLE)
    dialog = edit(page, qtbot, "制定检查方案")
    dialog._ui.text.setPlainText("别的")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert page.draft.plan.tasks[0].text == "制定检查方案并报送市局办公室"


def test_an_empty_text_and_an_end_before_the_beginning_are_refused(page: PlanView, qtbot: QtBot) -> None:
    read(page, qtbot, TABLE)
    dialog = edit(page, qtbot, "自查自纠")
    dialog._ui.due.setDate(dialog._ui.start.date().addDays(-1))
    qtbot.mouseClick(dialog._ui.primary, LEFT)
    assert "早于" in dialog._ui.error.text()
    dialog._ui.text.setPlainText("　")
    qtbot.mouseClick(dialog._ui.primary, LEFT)
    assert "不能为空" in dialog._ui.error.text()
    dialog.reject()
    dialog.reject()


def test_choosing_a_task_lights_its_source_and_a_click_there_chooses_it(page: PlanView, qtbot: QtBot) -> None:
    read(page, qtbot, TABLE)
    choose_task(page, "自查自纠")
    lit = [each.cursor.selectedText() for each in page.review.source.extraSelections()]
    assert "开展自查自纠" in lit
    source = page.review.source
    cursor = source.document().find("进展情况")
    qtbot.mouseClick(source.viewport(), LEFT, pos=source.cursorRect(cursor).center())
    assert page.review.current().text == "报送检查进展情况"


def test_marks_tell_their_kind_and_reading(page: PlanView, qtbot: QtBot) -> None:
    read(page, qtbot, TABLE)
    source = page.review.source
    for words, kind, told_words in (
        ("6月30日前", Kind.DATE, "日期：6月30日 周五 截止"),
        ("每周五", Kind.RECURRENCE, "定期：每周五"),
        ("法规处", Kind.UNIT, "单位：法规处（责任）"),
        ("联系人王某", Kind.UNREAD, "未能识别"),
    ):
        cursor = source.document().find(words)
        cursor.setPosition(cursor.selectionStart() + 1)
        mark = source.mark_at(source.cursorRect(cursor).center())
        assert mark.kind is kind
        assert mark.words.startswith(told_words)
        assert cursor.charFormat().underlineStyle() == kind.underline


def test_another_year_is_read_anew_and_asked_before_corrections_go(
    page: PlanView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(page, qtbot, TABLE)
    page._year.setValue(2018)
    qtbot.waitUntil(lambda: page.draft.plan.year == 2018, timeout=20_000)
    assert str(page.draft.plan.tasks[0].timing.due) == "2018-06-30"
    qtbot.keyClick(page.review.list, Qt.Key.Key_Space)
    asked: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box.text()))
    page._year.setValue(2019)
    assert "修改会丢掉" in asked[0]
    assert (page._year.year, page.draft.plan.year) == (2018, 2018)


def test_without_a_year_nothing_starts(page: PlanView, fresh: MainWindow, qtbot: QtBot) -> None:
    read(page, qtbot, TABLE.replace("2017年", ""))
    errors = told(fresh)
    confirm(page, qtbot)
    assert "填写年度" in errors[0].message
    assert page._campaigns.all() == []
    page._year.stepUp()
    qtbot.waitUntil(lambda: page.draft.plan.year == 2017, timeout=20_000)


def test_confirming_starts_the_campaign_and_opens_today(page: PlanView, fresh: MainWindow, qtbot: QtBot) -> None:
    read(page, qtbot, SEED_WORD)
    assert fresh._desk.campaigns.all() == []
    confirm(page, qtbot)
    assert fresh._stack.currentWidget() is fresh.page("today")
    assert len(fresh._desk.tasks.all()) == 19
    assert page.draft is None


def test_hostile_words_stay_words(page: PlanView, qtbot: QtBot) -> None:
    evil = "<img src=x><b>报送</b>&amp;总结\ufdd0\u2028尾"
    read(page, qtbot, TABLE.replace("报送检查进展情况", evil))
    assert "<img src=x><b>报送</b>&amp;总结" in page.review.source.toPlainText()
    task_id = choose_task(page, "<img")
    dialog = edit(page, qtbot, "<img")
    assert "<img" in dialog._ui.text.toPlainText()
    dialog.reject()
    assert "<img" in page.draft.plan.tasks[page.draft.at(task_id)].text


def test_signs_beyond_the_basic_plane_do_not_shift_the_marks(qapp: QApplication, qtbot: QtBot) -> None:
    view = SourceView(Style(qapp, "light"))
    qtbot.addWidget(view)
    view.show_source(Source("0" * 64, "a", (SourceParagraph("𠮷𠮷野家6月5日前报送"),)))
    cursor = view._cursor((0, 0, 0), 4, 9)
    assert cursor.selectedText() == "6月5日前"


def test_the_list_is_a_sound_model(page: PlanView, qtbot: QtBot) -> None:
    read(page, qtbot, TABLE)
    model = ItemModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(items_of(page.draft))
    model.set_rows([])


def test_both_schemes_can_be_taken(page: PlanView, fresh: MainWindow, qtbot: QtBot) -> None:
    read(page, qtbot, TABLE)
    choose_task(page, "自查自纠")
    fresh.frame.style.choose("dark")
    lit = [each.cursor.selectedText() for each in page.review.source.extraSelections()]
    assert "开展自查自纠" in lit
    fresh.frame.style.choose("light")


@pytest.fixture
def revised(tmp_path: Path) -> Path:
    document = docx.Document(str(SEED_WORD))
    document.tables[0].rows[1].cells[0].text = "6月4日前"
    document.tables[0].rows[7].cells[1].text = "另一件全新的事：10月15日前报送整改台账"
    document.save(str(tmp_path / "修订.docx"))
    return tmp_path / "修订.docx"


def groups(dialog: PlanRevisionDialog) -> list[QTreeWidgetItem]:
    tree = dialog._ui.choices
    return [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]


def test_a_revised_table_is_asked_about_and_work_received_stays(
    window: MainWindow, qtbot: QtBot, revised: Path, tmp_path: Path
) -> None:
    desk = window._desk
    brief = next(each for each in desk.submissions.all() if "成立文件" in each.requirement)
    desk.submissions.receive(brief.id, [paper(tmp_path / "in")], date(2017, 6, 1))
    window.open_thing("plan", 0)
    page = window._stack.currentWidget()
    read(page, qtbot, revised)
    assert page._go.text() == "与现在的活动比较"
    confirm(page, qtbot)
    dialog = dialog_of(page, PlanRevisionDialog, qtbot)
    assert [group.text(0) for group in groups(dialog)] == ["新增 1 项", "修改 2 项", "撤下 1 项"]
    groups(dialog)[2].child(0).setCheckState(0, Qt.CheckState.Unchecked)
    qtbot.mouseClick(dialog._ui.primary, LEFT)
    assert window._stack.currentWidget() is window.page("today")
    assert len(desk.tasks.all()) == 20
    assert desk.tasks.all()[0].task.due_on == date(2017, 6, 4)
    assert desk.submissions.get(brief.id).state is State.RECEIVED


def test_nothing_chosen_changes_nothing(window: MainWindow, qtbot: QtBot, revised: Path) -> None:
    window.open_thing("plan", 0)
    page = window._stack.currentWidget()
    read(page, qtbot, revised)
    confirm(page, qtbot)
    dialog = dialog_of(page, PlanRevisionDialog, qtbot)
    for group in groups(dialog):
        for row in range(group.childCount()):
            group.child(row).setCheckState(0, Qt.CheckState.Unchecked)
    qtbot.mouseClick(dialog._ui.primary, LEFT)
    assert "一项也没有勾选" in dialog._ui.error.text()
    dialog.reject()
    assert len(window._desk.tasks.all()) == 19


def test_a_doubtful_match_must_be_answered(page: PlanView, fresh: MainWindow, qtbot: QtBot) -> None:
    read(page, qtbot, TABLE)
    confirm(page, qtbot)
    fresh.open_thing("plan", 0)
    read(page, qtbot, TABLE.replace("报送检查进展情况", "报送检查进展情况并附整改照片和台账"))
    confirm(page, qtbot)
    dialog = dialog_of(page, PlanRevisionDialog, qtbot)
    assert groups(dialog)[0].text(0).startswith("请判断")
    qtbot.mouseClick(dialog._ui.primary, LEFT)
    assert "没有判断" in dialog._ui.error.text()
    (box,) = dialog.findChildren(QComboBox)
    box.setCurrentIndex(1)
    qtbot.mouseClick(dialog._ui.primary, LEFT)
    assert "报送检查进展情况并附整改照片和台账" in [line.task.text for line in fresh._desk.tasks.all()]


def test_the_same_table_has_nothing_to_ask(window: MainWindow, qtbot: QtBot) -> None:
    window.open_thing("plan", 0)
    page = window._stack.currentWidget()
    read(page, qtbot, SEED_WORD)
    said: list[str] = []
    object.__setattr__(window.frame, "say", lambda text, *rest: said.append(text))
    confirm(page, qtbot)
    assert "完全一样" in said[0]
    qtbot.mouseClick(page._other, LEFT)
    qtbot.waitUntil(lambda: len(window._desk.campaigns.all()) == 2, timeout=20_000)
    assert len(window._desk.campaigns.all()) == 2


def long_table(rows: int, words: str = "") -> str:
    """Return a pasted table of so many rows, no two alike."""
    lines = [
        f"{n}\t{words}报送第{n}期检查简讯，每月不少于1篇；开展第{n}轮专项检查并上报第{n}号整改台账"
        f"\t监察支队、法规处\t{n % 12 + 1}月{n % 28 + 1}日前"
        for n in range(1, rows + 1)
    ]
    return "2017年任务分解表\n序号\t工作任务\t责任单位\t完成时限\n" + "\n".join(lines)


def test_a_long_reading_stops_soon_after_it_is_cancelled(page: PlanView, qtbot: QtBot) -> None:
    page.choose.paste.setPlainText(long_table(3000))
    qtbot.mouseClick(page.choose.read, LEFT)
    qtbot.wait(300)
    assert page.choose.bar.is_running
    qtbot.mouseClick(page.choose.bar.cancel, LEFT)
    qtbot.waitUntil(lambda: not page.choose.bar.is_running, timeout=10_000)
    assert page.draft is None


def test_a_long_source_is_drawn_part_by_part_with_all_its_marks(page: PlanView, qtbot: QtBot) -> None:
    read(page, qtbot, long_table(150))
    source = page.review.source
    assert not source.is_drawn
    last = page.draft.ids[-1]
    page.review._select(page.review.model.row_of(last))  # asked for before its words are there
    qtbot.waitUntil(lambda: source.is_drawn, timeout=20_000)
    assert "第150期" in source.toPlainText()
    assert any("第150" in each.cursor.selectedText() for each in source.extraSelections())
    cursor = source.document().find("第149期")
    marked = source._marks[source._place_at(cursor.position())[0]]
    assert {mark.kind for mark in marked} >= {Kind.QUOTA}
    assert page.review.current().task_id == last


def test_a_change_in_a_long_table_does_not_hold_the_window_up(page: PlanView, qtbot: QtBot) -> None:
    read(page, qtbot, long_table(500))
    qtbot.keyClick(page.review.list, Qt.Key.Key_End)
    assert "第500期" in page.review.current().text
    qtbot.keyClick(page.review.list, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: page.review.source.is_drawn, timeout=20_000)
    spent = []
    with tidied():
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Space, Qt.Key.Key_Down):
            before = time.thread_time()
            qtbot.keyClick(page.review.list, key)
            QApplication.processEvents()
            spent.append(time.thread_time() - before)
    assert min(spent[:3]) < 0.1, spent
    assert max(spent) < 0.3, spent  # generous: another job may have taken the processor's caches


def test_from_the_last_doubtful_one_it_goes_back_to_those_still_left(page: PlanView, qtbot: QtBot) -> None:
    read(page, qtbot, TABLE)
    rows = [row for row in range(page.review.model.rowCount()) if page.review.model.item(row).is_pressing]
    page.review.list.setCurrentIndex(page.review.model.index(rows[-1], 0))
    for left in (3, 2, 1):
        qtbot.keyClick(page.review.list, Qt.Key.Key_Space)
        assert page.review.current().is_pressing
        pressing = [page.review.model.item(row).is_pressing for row in range(page.review.model.rowCount())]
        assert sum(pressing) == left
    qtbot.keyClick(page.review.list, Qt.Key.Key_End)
    assert not page.review.current().is_pressing
    qtbot.keyClick(page.review.list, Qt.Key.Key_Home)
    assert page.review.current().is_pressing
