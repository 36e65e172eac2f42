"""The page 日历: what a day says, walking by keys and mouse, what a click opens, filters, the sheet for paper."""

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from lianbing_desktop.domain.submission import State
from lianbing_desktop.gui.calendar.daylist import DayListModel, Kind
from lianbing_desktop.gui.calendar.entries import DayIndex
from lianbing_desktop.gui.calendar.geometry import LINE
from lianbing_desktop.gui.calendar.model import DAY_ROLE, DayCell, MonthModel
from lianbing_desktop.gui.calendar.month import Month
from lianbing_desktop.gui.calendar.view import CalendarView
from lianbing_desktop.gui.mainwindow import MainWindow
from lianbing_desktop.gui.paper.renderer import PaperRenderer, page_layout
from lianbing_desktop.services.desk import Desk
from tests.support.desk import paper, piece, unit_id

OCTOBER = Month(2017, 10)
TODAY = date(2017, 10, 20)
NOBODY = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def view(desk: Desk, window: MainWindow) -> CalendarView:
    page = window.page("calendar")
    assert isinstance(page, CalendarView)
    page._grid.setFocus()
    return page


@pytest.fixture
def went(view: CalendarView, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[str, int]]]:
    """What was opened, instead of going there."""
    went: list[tuple[str, int]] = []
    for signal in (view._grid.opened, view._pane.opened):
        signal.disconnect()
        signal.connect(lambda kind, key: went.append((kind, key)))
    return went


def index_of(desk: Desk, **filters: object) -> DayIndex:
    return DayIndex(desk.submissions.all(), desk.tasks.all(), TODAY, **filters)  # type: ignore[arg-type]


def cell(view: CalendarView, day: date) -> DayCell:
    found = view._model.place(day).data(DAY_ROLE)
    assert isinstance(found, DayCell)
    return found


def place(view: CalendarView, day: date) -> QRect:
    return view._grid.visualRect(view._model.place(day))


def entry_point(view: CalendarView, day: date, number: int) -> QPoint:
    """The middle of an entry of a day."""
    index = view._model.place(day)
    depth = view._grid._drawn.plan(index.row()).depths[index.column()]
    rect = view._grid.visualRect(index)
    return QPoint(rect.center().x(), rect.top() + depth + number * LINE + LINE // 2)


def listed(view: CalendarView) -> list[str]:
    model = view._pane._rows
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def press(qtbot: QtBot, view: CalendarView, *keys: Qt.Key) -> date:
    for key in keys:
        qtbot.keyClick(view._grid, key)
    day = view._grid.day()
    assert day == view._day
    return view._day


def test_models_keep_qts_rules(desk: Desk, qtmodeltester: ModelTester) -> None:
    model = MonthModel()
    model.set_month(OCTOBER, index_of(desk), desk.holidays.calendar, TODAY)
    qtmodeltester.check(model)
    qtmodeltester.check(DayListModel())
    assert (model.rowCount(), model.columnCount()) == (6, 7)


def test_october_2017_has_its_holidays_and_the_workday_made_up(view: CalendarView) -> None:
    for number in range(1, 9):
        festival = "中秋节" if number == 4 else "国庆节"
        day = cell(view, date(2017, 10, number))
        assert (day.mark_words, day.is_off) == (f"休 {festival}", True)
    saturday = cell(view, date(2017, 9, 30))
    assert saturday.mark
    assert (saturday.mark.word, saturday.is_off, saturday.is_in_month) == ("班", False, False)
    assert cell(view, date(2017, 10, 14)).is_off
    assert not cell(view, date(2017, 10, 9)).is_off
    assert [number for number in range(1, 32) if cell(view, date(2017, 10, number)).is_today] == [20]


def test_a_year_without_its_notice_says_so(view: CalendarView) -> None:
    assert view._hint.isHidden()
    view.show_item("day", date(2031, 10, 1).toordinal())
    assert view._hint.text() == "未收录2031年节假日安排，按周一至周五计。"
    assert view._hint.isVisible()
    assert not cell(view, date(2031, 10, 1)).is_off


def test_a_faulty_holiday_file_is_told_on_the_page(desk: Desk, request: pytest.FixtureRequest) -> None:
    desk.home.holidays.mkdir(parents=True)
    (desk.home.holidays / "2017.toml").write_text("year = 2017\n[off]\n13-40 = 3\n", encoding="utf-8")
    page = request.getfixturevalue("window").page("calendar")
    assert "2017.toml" in page._hint.text()
    assert "未收录2017年节假日安排，按周一至周五计。" in page._hint.text()
    assert not cell(page, date(2017, 10, 2)).is_off


def test_many_units_are_one_entry(desk: Desk, tmp_path: Path) -> None:
    for unit in ("张家港", "常熟"):
        desk.submissions.receive(piece(desk, "联络员名单", unit).id, [paper(tmp_path)])
    entries = index_of(desk).entries(date(2017, 6, 5))
    assert [entry.words for entry in entries] == [
        "联络员名单 ×10（8 未报）",
        "信息报送专人 ×10（10 未报）",
        "活动方案备案 ×10（10 未报）",
    ]
    assert entries[0].badge.word == "逾期 137 天"
    one = index_of(desk, unit="zhangjiagang").entries(date(2017, 6, 5))
    assert [(entry.words, entry.badge.word) for entry in one] == [
        ("信息报送专人", "逾期 137 天"),
        ("活动方案备案", "逾期 137 天"),
        ("联络员名单", "已收"),
    ]


def test_alternatives_are_one_entry_and_settled_together(desk: Desk, tmp_path: Path) -> None:
    last = date(2017, 10, 31)
    either = "活动总结（报省厅） 或 自评报告（报省厅）"
    assert either in [entry.title for entry in index_of(desk).entries(last)]
    number = piece(desk, "自评报告（报省厅）").id
    desk.submissions.receive(number, [paper(tmp_path)])
    desk.submissions.mark(number, State.SENT_UP)
    entry = next(entry for entry in index_of(desk).entries(last) if entry.title == either)
    assert (entry.badge.word, entry.unsettled) == ("已上报", 0)
    assert either not in [entry.title for entry in index_of(desk, only_open=True).entries(last)]


def test_what_is_asked_for_and_not_yet_entered_stands_on_its_day(desk: Desk) -> None:
    titles = [entry.title for entry in index_of(desk).entries(date(2017, 10, 31))]
    assert "参评集体事迹材料（至少1件，尚未登记）" in titles
    desk.submissions.add(asked_id(desk, "参评集体事迹材料"), unit_id(desk, "changshu"), date(2017, 10, 1))
    titles = [entry.title for entry in index_of(desk).entries(date(2017, 10, 31))]
    assert "参评集体事迹材料（至少1件，尚未登记）" not in titles


def asked_id(desk: Desk, title: str) -> int:
    return next(each.id for each in desk.submissions.requirements() if each.title == title)


def test_counts_of_the_month_stand_in_the_head(view: CalendarView, desk: Desk, tmp_path: Path) -> None:
    assert view._counts.total.text() == "10月到期 67 件"
    assert [label.accessibleName() for label in view._counts.badges if label.isVisible()] == ["未报 67"]
    desk.submissions.receive(piece(desk, "活动总结（各市、区）").id, [paper(tmp_path)])
    assert [label.accessibleName() for label in view._counts.badges if label.isVisible()] == ["未报 66", "已收 1"]
    view.show_day(date(2017, 6, 1))
    assert [label.accessibleName() for label in view._counts.badges if label.isVisible()] == ["逾期 51"]


def test_counts_give_way_in_the_smallest_window(view: CalendarView, window: MainWindow, qtbot: QtBot) -> None:
    full = view._counts.sizeHint().width()
    view._counts.resize(full - 1, 24)
    shown = [label for label in view._counts.badges if label.isVisible()]
    assert view._counts.total.isHidden()
    assert shown[0].sizeHint().width() > 60
    view._counts.resize(60, 24)
    assert [label.accessibleName() for label in shown] == ["未报 67"]
    assert shown[0].sizeHint().width() < 60
    view._counts.resize(full, 24)
    assert view._counts.total.isVisible()


def test_the_page_opens_with_the_month_in_hand(view: CalendarView, window: MainWindow) -> None:
    window.page("today")
    window.page("calendar")
    assert view._grid.hasFocus()


def test_windows_run_over_the_weeks(view: CalendarView) -> None:
    names = [[segment.window.name for segment in view._model.segments(week)] for week in range(6)]
    campaign, selection, closing = (
        "6月-10月 实施阶段（13 项任务）",
        "10月25日-31日（2 项任务）",
        "11月-12月（1 项任务）",
    )
    assert names == [[campaign]] * 4 + [[campaign, selection], [campaign, selection, closing]]


def test_a_task_with_days_of_its_own_gets_its_own_bar(view: CalendarView, desk: Desk) -> None:
    line = desk.tasks.all()[5]
    desk.tasks.change(replace(line.task, text="交叉检查", start_on=date(2017, 10, 9), due_on=date(2017, 10, 17)))
    assert "交叉检查" in [segment.window.name for segment in view._model.segments(2)]


def test_keys_walk_over_days_and_months(view: CalendarView, qtbot: QtBot) -> None:
    key = Qt.Key
    assert view._grid.day() == TODAY
    assert press(qtbot, view, key.Key_Right, key.Key_Down) == date(2017, 10, 28)
    assert press(qtbot, view, key.Key_Down) == date(2017, 11, 4)
    assert view._head.title.text() == "2017年11月 ▾"
    assert press(qtbot, view, key.Key_Up, key.Key_Left, key.Key_Up) == date(2017, 10, 20)
    assert press(qtbot, view, key.Key_End) == date(2017, 10, 31)
    assert press(qtbot, view, key.Key_PageUp) == date(2017, 9, 30)
    assert press(qtbot, view, key.Key_PageDown, key.Key_PageDown) == date(2017, 11, 30)
    assert press(qtbot, view, key.Key_Home, key.Key_Left) == date(2017, 10, 31)
    assert press(qtbot, view, key.Key_T) == TODAY
    assert view._grid.accessibleName() == "月历 2017年10月"


def test_enter_goes_to_the_days_list_and_into_the_thing(
    view: CalendarView, went: list[tuple[str, int]], desk: Desk, qtbot: QtBot
) -> None:
    view.show_day(date(2017, 10, 25))
    qtbot.keyClick(view._grid, Qt.Key.Key_Return)
    assert view._pane.list.hasFocus()
    qtbot.keyClick(view._pane.list, Qt.Key.Key_Down)
    qtbot.keyClick(view._pane.list, Qt.Key.Key_Return)
    assert went == [("submission", piece(desk, "活动总结（各市、区）", "张家港").id)]
    qtbot.keyClick(view._pane.list, Qt.Key.Key_Left)
    assert view._grid.hasFocus()


def test_the_list_names_every_piece_of_the_day(view: CalendarView) -> None:
    view.show_day(date(2017, 10, 25))
    lines = listed(view)
    assert lines[:3] == ["到期 10 项", "活动总结（各市、区） ×10（10 未报）", "张家港市环保局　未报"]
    assert lines[11:] == [
        "苏州高新区（虎丘区）环保局　未报",
        "进行中的时间段",
        "6月-10月 实施阶段（13 项任务）　6月1日—10月31日",
        "10月25日-31日（2 项任务）　10月25日—10月31日",
    ]


def test_an_empty_day_tells_the_next_one(view: CalendarView, went: list[tuple[str, int]], qtbot: QtBot) -> None:
    assert listed(view)[:2] == ["没有到期事项", "下一个到期日：10月25日 周三　5 天后"]
    rect = view._pane.list.visualRect(view._pane._rows.index(1, 0))
    qtbot.mouseClick(view._pane.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert went == [("day", date(2017, 10, 25).toordinal())]


def test_clicking_an_entry_opens_it_and_clicking_beside_it_takes_the_day(
    view: CalendarView, went: list[tuple[str, int]], desk: Desk, qtbot: QtBot
) -> None:
    port, left = view._grid.viewport(), Qt.MouseButton.LeftButton
    day = date(2017, 10, 25)
    qtbot.mouseClick(port, left, pos=entry_point(view, day, 0))
    assert went == [("submission", piece(desk, "活动总结（各市、区）", "张家港").id)]
    assert view._day == TODAY
    qtbot.mouseClick(port, left, pos=place(view, day).topLeft() + QPoint(60, 8))
    assert view._day == day


def test_clicking_a_bar_opens_a_task_of_it(view: CalendarView, went: list[tuple[str, int]], qtbot: QtBot) -> None:
    week = 4
    plan = view._grid._drawn.plan(week)
    segment = next(each for each in plan.segments if each.is_named)
    top, height = plan.lanes[segment.lane]
    at = QPoint(view._grid.columnViewportPosition(4) + 20, view._grid.rowViewportPosition(week) + top + height // 2)
    qtbot.mouseClick(view._grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert went == [segment.window.target]
    assert went[0][0] == "task"


def test_the_real_way_leads_to_the_task_page(view: CalendarView, window: MainWindow, desk: Desk) -> None:
    task = desk.tasks.all()[3].task
    view._pane.opened.emit("task", task.id)
    assert window.page("tasks")._current_id() == task.id  # type: ignore[attr-defined]


def test_more_than_fits_becomes_plus_n(view: CalendarView) -> None:
    day = date(2017, 10, 31)
    index = view._model.place(day)
    entries = cell(view, day).entries
    assert len(entries) > 15
    assert view._grid._drawn.entry_at(index, entry_point(view, day, 0)) is entries[0]
    assert view._grid._drawn.entry_at(index, entry_point(view, day, 9)) is None


def test_clicking_a_dimmed_day_goes_to_its_month(view: CalendarView, qtbot: QtBot) -> None:
    at = place(view, date(2017, 11, 3)).topLeft() + QPoint(50, 8)
    qtbot.mouseClick(view._grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert view._day == date(2017, 11, 3)
    assert view._model.month == Month(2017, 11)


def test_the_wheel_turns_a_month_a_notch_and_not_faster(view: CalendarView, qtbot: QtBot) -> None:
    for _ in range(5):
        wheel(view, -120)
    assert view._model.month == Month(2017, 11)
    qtbot.wait(280)
    wheel(view, 60)
    wheel(view, 60)
    assert view._model.month == OCTOBER


def wheel(view: CalendarView, angle: int) -> None:
    at = QPointF(view._grid.viewport().rect().center())
    event = QWheelEvent(
        at,
        QPointF(view._grid.viewport().mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        NOBODY,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view._grid.viewport(), event)


def test_buttons_turn_the_month_and_come_back(view: CalendarView, qtbot: QtBot) -> None:
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(view._head.after, left)
    assert view._day == date(2017, 11, 20)
    qtbot.mouseClick(view._head.before, left)
    qtbot.mouseClick(view._head.before, left)
    assert view._day == date(2017, 9, 20)
    qtbot.mouseClick(view._head.today, left)
    assert view._day == TODAY


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_picker_jumps_to_any_month(view: CalendarView, qtbot: QtBot) -> None:
    qtbot.mouseClick(view._head.title, Qt.MouseButton.LeftButton)
    assert view._head.picker.isVisible()
    view._head.picker.year.setValue(2018)
    qtbot.mouseClick(view._head.picker.months[1], Qt.MouseButton.LeftButton)
    assert view._day == date(2018, 2, 20)
    assert not view._head.picker.isVisible()
    view._head.title.click()
    qtbot.keyClick(view._head.picker, Qt.Key.Key_PageUp)
    view._head.picker.months[1].setFocus()
    qtbot.keyClick(view._head.picker.months[1], Qt.Key.Key_Down)
    qtbot.keyClick(view._head.picker.months[5], Qt.Key.Key_Return)
    assert view._day == date(2017, 6, 20)


def test_filters_by_unit_and_to_what_is_open(view: CalendarView, desk: Desk, tmp_path: Path) -> None:
    day = date(2017, 10, 25)
    view._unit.pick("changshu")
    assert [entry.words for entry in cell(view, day).entries] == ["活动总结（各市、区）"]
    desk.submissions.receive(piece(desk, "活动总结（各市、区）", "常熟").id, [paper(tmp_path)])
    assert [entry.badge.word for entry in cell(view, day).entries] == ["已收"]
    view._only_open.click()
    assert not cell(view, day).entries


def test_month_and_day_stay_while_the_program_runs(view: CalendarView, window: MainWindow) -> None:
    view.show_day(date(2017, 6, 5))
    window.page("today")
    window.refresh()
    assert window.page("calendar") is view
    assert view._day == date(2017, 6, 5)
    assert view._grid.day() == date(2017, 6, 5)


def test_escape_closes_the_list_and_enter_brings_it_back(view: CalendarView, qtbot: QtBot) -> None:
    qtbot.keyClick(view._grid, Qt.Key.Key_Escape)
    assert view._pane.isHidden()
    qtbot.keyClick(view._grid, Qt.Key.Key_Return)
    assert view._pane.isVisible()
    view.close_detail()
    at = place(view, TODAY).topLeft() + QPoint(50, 8)
    qtbot.mouseClick(view._grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert view._pane.isVisible()


def test_cells_are_told_to_screen_readers(view: CalendarView) -> None:
    index = view._model.place(date(2017, 10, 25))
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "10月25日 周三，1 项"
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "活动总结（各市、区） ×10（10 未报） 未报"
    first = view._model.place(date(2017, 10, 1))
    assert first.data(Qt.ItemDataRole.AccessibleTextRole) == "10月1日 周日，休 国庆节，没有到期事项"


def test_hostile_names_stay_text(view: CalendarView, desk: Desk) -> None:
    hostile = "<b>x</b> & a<b 与 c>d \u202e" + "长" * 300
    task = desk.tasks.all()[5].task
    desk.tasks.change(replace(task, text=hostile, start_on=date(2017, 10, 9), due_on=date(2017, 10, 12)))
    view.show_day(date(2017, 10, 9))
    assert any(hostile in line for line in listed(view))
    plan = view._grid._drawn.plan(2)
    segment = next(each for each in plan.segments if each.window.name == hostile)
    top, height = plan.lanes[segment.lane]
    at = QPoint(view._grid.columnViewportPosition(0) + 9, view._grid.rowViewportPosition(2) + top + height // 2)
    assert view._grid._told_at(at).startswith(hostile)
    assert not view.grab().isNull()


def test_ends_of_the_calendar_hold(view: CalendarView) -> None:
    for day in (date(1, 1, 1), date(9999, 12, 31), date(2099, 12, 31), date(1990, 1, 1)):
        view.show_item("day", day.toordinal())
        view._turn(1)
        view._turn(-1)
        view.show_day(view._day + timedelta(days=1))


def test_the_sheet_tells_the_month_in_words(view: CalendarView) -> None:
    page, listed_sheet = view._sheets()
    assert (page.title, page.is_landscape, len(page.rows)) == ("2017年10月报送日历", True, 6)
    words = [str(cell) for row in page.rows for cell in row]
    assert words[0] == "（9月25日）\n\n\n"
    assert words[5] == "（9月30日 班）\n\n\n"
    assert words[9] == "4  休 中秋节\n\n\n"
    assert words[30] == "25\n活动×10(10未报)\n\n"
    assert words[36] == "31\n案卷质×3(3未报)\n查处违×3(3未报)\n另有 19 项"
    assert "6月-10月 实施阶段（13 项任务）；10月25日-31日（2 项任务）" in page.subtitle
    first = (date(2017, 10, 25), "活动总结（各市、区）", "张家港市环保局", "未报")
    assert listed_sheet.rows[0] == first
    assert len(listed_sheet.rows) == 67
    assert "时间段：10月25日-31日（2 项任务），10月25日—10月31日" in listed_sheet.below


def test_the_months_page_is_one_page(view: CalendarView, tmp_path: Path, qtbot: QtBot) -> None:
    for month in (Month(2017, 10), Month(2017, 6), Month(2021, 2)):
        view.show_day(month.first)
        renderer = PaperRenderer(view._sheets()[:1])
        assert len(renderer._pages(0, page_layout(renderer.sheets[0]))) == 1


def test_an_empty_month_has_no_list(view: CalendarView) -> None:
    view.show_day(date(2031, 2, 1))
    (page,) = view._sheets()
    assert "未收录2031年节假日安排" in page.subtitle


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed (Debian: poppler-utils)")
def test_the_months_pdf_can_be_searched(view: CalendarView, tmp_path: Path, qtbot: QtBot) -> None:
    view.export_page()
    dialog = view.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "月.pdf"))
    dialog.close()
    text = subprocess.run(["pdftotext", tmp_path / "月.pdf", "-"], capture_output=True, check=True).stdout.decode()
    assert "2017年10月报送日历" in text
    assert "国庆节" in text


def test_lists_of_a_day_are_of_four_kinds(view: CalendarView) -> None:
    view.show_day(date(2017, 10, 31))
    kinds = {view._pane._rows.line(view._pane._rows.index(row, 0)).kind for row in range(view._pane._rows.rowCount())}
    assert kinds == set(Kind)
