"""今日 in the real window: columns, one click to the thing, empty and first-run states."""

import os
import signal
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from lianbing_desktop.app import open_desk
from lianbing_desktop.domain.submission import State
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui import restart
from lianbing_desktop.gui.mainwindow import MainWindow
from lianbing_desktop.gui.plan.view import PlanView
from lianbing_desktop.gui.restart import check_home
from lianbing_desktop.gui.style import Style
from lianbing_desktop.gui.today.card import LineList
from lianbing_desktop.gui.today.line import Line
from lianbing_desktop.gui.today.model import LineModel
from lianbing_desktop.gui.today.view import TodayView
from lianbing_desktop.gui.widgets.badge import OVERDUE
from lianbing_desktop.gui.widgets.label import Label
from lianbing_desktop.paths import Home
from lianbing_desktop.services.desk import Desk
from lianbing_desktop.services.program import command

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(window: MainWindow) -> TodayView:
    page = window.page("today")
    assert isinstance(page, TodayView)
    return page


@pytest.fixture
def opened(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """What was opened; the pages themselves are others' business."""
    seen: list[tuple[str, int]] = []
    object.__setattr__(window.frame, "open", lambda kind, key: seen.append((kind, key)))
    return seen


@pytest.fixture
def fresh(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    """A window before the first campaign."""
    desk = open_desk(tmp_path / "fresh", date(2017, 10, 20))
    window = MainWindow(desk, Style(qapp, "light"))
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()
    window.deleteLater()
    desk.close()


def lists(page: TodayView) -> dict[str, LineList]:
    found: list[LineList] = page.findChildren(LineList)
    return {each.accessibleName(): each for each in found}


def words(page: TodayView) -> str:
    labels: list[Label] = page.findChildren(Label)
    return "\n".join(label.text() for label in labels if label.isVisible())


def row_of(lines: LineList, title: str) -> int:
    titles = [lines.lines.line(lines.lines.index(row)).title for row in range(lines.lines.rowCount())]
    return titles.index(title)


def click_row(qtbot: QtBot, lines: LineList, row: int) -> None:
    at = lines.visualRect(lines.lines.index(row)).center()
    lines.scrollTo(lines.lines.index(row))
    at = lines.visualRect(lines.lines.index(row)).center()
    qtbot.mouseClick(lines.viewport(), LEFT, pos=QPoint(at.x(), at.y()))


def test_the_heading_tells_day_weekday_and_whether_it_is_a_working_day(page: TodayView) -> None:
    assert "10月20日 周五" in words(page)
    assert "工作日" in words(page)


@pytest.mark.parametrize(
    ("day", "mark"), [((2017, 10, 2), "休（国庆节"), ((2017, 9, 30), "班（"), ((2017, 10, 21), "周末")]
)
def test_holidays_and_make_up_days_are_named(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, day: tuple[int, int, int], mark: str
) -> None:
    desk = open_desk(tmp_path / "h", date(*day))
    desk.campaigns.start("suzhou-2017")
    window = MainWindow(desk, Style(qapp, "light"))
    window.show()
    page = window.page("today")
    assert isinstance(page, TodayView)
    assert mark in words(page)
    window.close()
    desk.close()


def test_each_column_shows_its_count(page: TodayView) -> None:
    assert {"逾期", "今天", "本周和下周", "份额落后", "最近收到", "后面的节点"} == set(lists(page))
    assert "本周和下周 10" in words(page)
    assert "今天没有到期事项" in words(page)
    assert "10月25日 周三" in words(page), "the next date is told"


def test_a_group_opens_by_click_and_its_line_leads_to_the_submission(
    page: TodayView, opened: list[tuple[str, int]], desk: Desk, qtbot: QtBot
) -> None:
    soon = lists(page)["本周和下周"]
    assert soon.lines.rowCount() == 1
    click_row(qtbot, soon, 0)
    assert soon.lines.rowCount() == 11
    click_row(qtbot, soon, 3)
    assert len(opened) == 1
    kind, key = opened[0]
    assert kind == "submission"
    assert desk.submissions.get(key).requirement == "活动总结（各市、区）"
    click_row(qtbot, soon, 0)
    assert soon.lines.rowCount() == 1


def test_arrows_open_a_group_and_enter_or_space_goes_to_a_line(
    page: TodayView, opened: list[tuple[str, int]], qtbot: QtBot
) -> None:
    soon = lists(page)["本周和下周"]
    soon.setFocus()
    qtbot.keyClick(soon, Qt.Key.Key_Right)
    assert soon.lines.rowCount() == 11
    qtbot.keyClick(soon, Qt.Key.Key_Down)
    qtbot.keyClick(soon, Qt.Key.Key_Return)
    qtbot.keyClick(soon, Qt.Key.Key_Down)
    qtbot.keyClick(soon, Qt.Key.Key_Space)
    assert len(set(opened)) == 2
    qtbot.keyClick(soon, Qt.Key.Key_Home)
    qtbot.keyClick(soon, Qt.Key.Key_Left)
    assert soon.lines.rowCount() == 1


def test_a_click_on_a_line_opens_the_real_page(page: TodayView, window: MainWindow, qtbot: QtBot) -> None:
    pytest.importorskip("lianbing_desktop.gui.submissions.view")
    behind = lists(page)["份额落后"]
    click_row(qtbot, behind, row_of(behind, "工作简讯（监察支队）"))
    assert window.page("submissions").isVisible()


def test_what_is_received_leaves_its_column_and_stands_among_the_recent(
    page: TodayView, desk: Desk, tmp_path: Path
) -> None:
    paper = tmp_path / "a&b <i>.docx"
    paper.write_bytes(b"x")
    county = next(each for each in desk.submissions.all() if each.requirement == "活动总结（各市、区）")
    desk.submissions.receive(county.id, [paper])
    recent = lists(page)["最近收到"]
    assert recent.lines.rowCount() == 1
    assert county.unit in str(recent.lines.index(0).data())
    assert "9 个单位未报" in str(lists(page)["本周和下周"].lines.index(0).data())


def test_the_next_node_leads_to_its_day(page: TodayView, opened: list[tuple[str, int]], qtbot: QtBot) -> None:
    assert "5 天" in words(page)
    qtbot.mouseClick(page._node._look, LEFT)
    assert opened == [("day", date(2017, 10, 25).toordinal())]


def test_an_opened_group_stays_open_when_something_else_changes(page: TodayView, desk: Desk) -> None:
    overdue = lists(page)["逾期"]
    row = row_of(overdue, "联络员名单")
    overdue.lines.toggle(overdue.lines.index(row))
    count = overdue.lines.rowCount()
    other = next(each for each in desk.submissions.all() if each.requirement == "工作QQ群")
    desk.submissions.mark(other.id, State.NOT_NEEDED, note="已有")
    assert overdue.lines.rowCount() == count - 1


def test_both_schemes_are_taken_over(page: TodayView, window: MainWindow) -> None:
    before = page._overdue._count.styleSheet()
    window.frame.style.choose("dark")
    assert page._overdue._count.styleSheet() != before
    window.frame.style.choose("light")


def test_the_first_run_page_has_three_choices_and_the_first_starts_the_campaign(
    fresh: MainWindow, qtbot: QtBot
) -> None:
    page = fresh.page("today")
    assert isinstance(page, TodayView)
    first = page._first_run
    assert [choice.accessibleName() for choice in (first.start, first.table, first.data)] == [
        "使用内置“2017 苏州大练兵”",
        "导入任务分解表",
        "打开已有数据",
    ]
    assert first.start.hasFocus()
    qtbot.keyClick(first.start, Qt.Key.Key_Space)
    assert fresh._desk.campaigns.current().title == "2017年苏州市环境执法大练兵活动"
    assert lists(page)["逾期"].isVisible()


def test_another_year_can_be_chosen(fresh: MainWindow, qtbot: QtBot) -> None:
    page = fresh.page("today")
    first = page._first_run
    first._year.setCurrentIndex(first._year.findData(2018))
    qtbot.mouseClick(first.start, LEFT)
    assert fresh._desk.campaigns.current().year == 2018


def choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *args: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *args: str(path))


def told(window: MainWindow) -> list[UserError]:
    seen: list[UserError] = []
    object.__setattr__(window.frame, "tell", seen.append)
    return seen


def test_the_choice_of_a_table_leads_to_the_page_that_reads_it(fresh: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(fresh.page("today")._first_run.table, LEFT)
    assert isinstance(fresh._stack.currentWidget(), PlanView)
    assert fresh._desk.campaigns.current() is None


def test_a_folder_without_data_is_told_of(
    fresh: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    choose(monkeypatch, tmp_path)
    errors = told(fresh)
    qtbot.mouseClick(fresh.page("today")._first_run.data, LEFT)
    assert "lianbing.db" in errors[0].message
    assert fresh.isVisible()


def test_which_folders_can_be_opened(tmp_path: Path, fresh: MainWindow) -> None:
    here = fresh._desk.home
    open_desk(tmp_path / "old").close()
    assert check_home(tmp_path / "old", here).root == tmp_path / "old"
    with pytest.raises(UserError, match="现在打开"):
        check_home(here.root, here)
    held = open_desk(tmp_path / "held")
    with pytest.raises(UserError, match="另一个练兵台"):
        check_home(tmp_path / "held", here)
    held.close()


def test_the_program_is_started_on_the_other_folder_on_the_same_trial_day(tmp_path: Path, fresh: MainWindow) -> None:
    made = command(Home(tmp_path / "旧 数据"), fresh._desk.clock.trial)
    assert made[-4:] == ["--home", str(tmp_path / "旧 数据"), "--today", "2017-10-20"]


def test_the_line_model_is_sound() -> None:
    model = LineModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    child = Line("名单", "甲", "6月5日 周一", OVERDUE, "收件", ("submission", 1))
    group = Line("名单", "2 个单位未报", "6月5日 周一", OVERDUE, children=(child, child), requirement_id=7)
    model.set_lines([group, child])
    model.toggle(model.index(0))
    assert model.rowCount() == 4
    model.toggle(model.index(1))
    assert model.rowCount() == 4, "a plain line does not open"
    model.set_lines([child])
    assert model.rowCount() == 1
    assert tester is not None


def test_the_window_closes_only_when_the_other_program_holds_its_folder(
    fresh: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    open_desk(tmp_path / "old").close()
    choose(monkeypatch, tmp_path / "old")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    qtbot.mouseClick(fresh.page("today")._first_run.data, LEFT)
    assert fresh.isVisible()
    qtbot.waitUntil(lambda: not fresh.isVisible(), timeout=20_000)
    holder = (tmp_path / "old" / "lianbing.lock").read_text(encoding="utf-8").split()[0]
    os.kill(int(holder), signal.SIGTERM)


def test_the_window_stays_where_the_other_program_does_not_start(
    fresh: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    open_desk(tmp_path / "old").close()
    choose(monkeypatch, tmp_path / "old")
    errors = told(fresh)
    monkeypatch.setattr(restart, "command", lambda home, trial: [sys.executable, "-c", "pass"])
    monkeypatch.setattr(restart, "_PATIENCE_MS", 700)
    qtbot.mouseClick(fresh.page("today")._first_run.data, LEFT)
    qtbot.waitUntil(lambda: bool(errors), timeout=10_000)
    assert "没有能打开" in errors[0].message
    assert fresh.isVisible()
    assert fresh.page("today").isEnabled()
