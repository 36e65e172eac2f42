"""The frame round the pages: keys, search, campaigns, reminders, status, day and scheme, closing and crashing."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lianbing_desktop.app import open_desk
from lianbing_desktop.domain.submission import State
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui import crash
from lianbing_desktop.gui.jobs import Progress
from lianbing_desktop.gui.mainwindow import MainWindow
from lianbing_desktop.gui.pages import LISTED
from lianbing_desktop.gui.shell import Shell
from lianbing_desktop.gui.style import Style
from lianbing_desktop.gui.widgets.delegates import AFTER_ROLE, BEFORE_ROLE
from lianbing_desktop.gui.widgets.sidebar import SidebarButton
from lianbing_desktop.services.desk import Desk
from tests.support.campaign import ROOT, Program, started_home
from tests.support.windows import looked

LEFT = Qt.MouseButton.LeftButton
NAMES = [page.name for page in LISTED]
HEAVY = (
    "openpyxl", "docx", "apscheduler", "pypinyin", "pycdlib", "pikepdf", "sqlite_utils", "jeepney", "PySide6.QtNetwork",
    "PySide6.QtPrintSupport",
)  # fmt: skip


@pytest.fixture
def settled(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window after its first paint, its watch running."""
    qtbot.waitUntil(lambda: "上次检查" in window._status._reminders.text(), timeout=10_000)
    looked(window)
    return window


def current(window: MainWindow) -> str:
    return NAMES[window._current()]


def shell_of(desk: Desk, style: Style, qtbot: QtBot) -> tuple[Shell, MainWindow]:
    shell = Shell(desk.home, lambda parent: MainWindow(desk, style))
    shell.show()
    qtbot.waitUntil(lambda: shell.centralWidget() is not None, timeout=10_000)
    return shell, shell.centralWidget()


def test_every_page_opens_by_its_keys_and_by_a_click(window: MainWindow, qtbot: QtBot) -> None:
    for number, name in enumerate(NAMES, 1):
        qtbot.keyClick(window, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.ControlModifier)
        assert current(window) == name
    for number, name in enumerate(NAMES):
        qtbot.mouseClick(window._sidebar._group.button(number), LEFT)
        assert current(window) == name
        assert window._sidebar._group.button(number).isChecked()


def test_no_part_of_a_page_flashes_as_a_window_of_its_own(desk: Desk, qapp: QApplication, qtbot: QtBot) -> None:
    class Watcher(QObject):
        seen: list[str] = []

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                self.seen.append(type(watched).__name__)
            return False

    watcher = Watcher()
    qapp.installEventFilter(watcher)
    window = MainWindow(desk, Style(qapp, "light"))
    window.show()
    for name in NAMES:
        window.page(name)
        QApplication.processEvents()
    qapp.removeEventFilter(watcher)
    window.close()
    assert set(watcher.seen) == {"MainWindow"}


@pytest.mark.parametrize("name", NAMES)
def test_tab_walks_through_what_is_seen_and_comes_back(window: MainWindow, qtbot: QtBot, name: str) -> None:
    window.page(name)
    QApplication.processEvents()
    first = QApplication.focusWidget() or window
    seen: list[QWidget] = []
    for _ in range(60):
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        widget = QApplication.focusWidget()
        assert widget is not None
        assert widget.isVisible()
        assert widget.isEnabled()
        if widget in seen or widget is first:
            break
        seen.append(widget)
    else:
        pytest.fail("Tab never comes back")
    assert window._search in seen or first is window._search
    page = window._stack.currentWidget()
    assert any(page.isAncestorOf(widget) for widget in [*seen, first])


def test_initials_find_a_county_and_enter_goes_there(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window._search.hasFocus()
    qtbot.keyClicks(window._search, "zjg")
    qtbot.waitUntil(window._search._list.isVisible)
    assert "张家港" in window._search._list.item(0).text()
    qtbot.keyClick(window._search, Qt.Key.Key_Return)
    assert current(window) == "units"
    assert not window._search._list.isVisible()
    assert window._search.text() == ""


def test_a_search_without_hits_says_how_to_search(window: MainWindow, qtbot: QtBot) -> None:
    window._search.setFocus()
    qtbot.keyClicks(window._search, "qqqqq")
    qtbot.waitUntil(window._search._list.isVisible)
    assert "没有找到" in window._search._list.item(0).text()
    qtbot.keyClick(window._search, Qt.Key.Key_Return)
    assert current(window) == "today"
    qtbot.keyClick(window._search, Qt.Key.Key_Escape)
    assert not window._search._list.isVisible()


def test_hits_stand_in_columns_with_days_as_spoken(window: MainWindow, qtbot: QtBot) -> None:
    window._search.setFocus()
    qtbot.keyClicks(window._search, "zjglianluo")
    window._search.setText("张家港 联络员")
    qtbot.waitUntil(window._search._list.isVisible)
    item = window._search._list.item(0)
    assert (item.data(BEFORE_ROLE), item.data(AFTER_ROLE)) == ("报送件", "6月5日 周一 · 未报")
    assert item.text() == "张家港市环保局 联络员名单"
    window.resize(1024, 640)
    window._search._place()
    assert window._search._list.x() >= 0


@pytest.mark.parametrize("place", ["page", "sidebar"])
def test_a_press_elsewhere_closes_the_search(settled: MainWindow, qtbot: QtBot, place: str) -> None:
    other = settled._sidebar if place == "sidebar" else settled._stack.currentWidget()
    settled._search.setFocus()
    qtbot.keyClicks(settled._search, "zjg")
    qtbot.waitUntil(settled._search._list.isVisible)
    qtbot.mouseClick(settled._search, LEFT)
    assert settled._search._list.isVisible()
    qtbot.mouseClick(other, LEFT, pos=QPoint(3, 3))
    assert not settled._search._list.isVisible()


def test_counts_beside_the_pages_say_what_they_count(settled: MainWindow, desk: Desk) -> None:
    first = next(each for each in desk.submissions.all() if each.state is State.OPEN)
    desk.submissions.receive(first.id, [])
    today, checklist = (settled._sidebar._group.button(NAMES.index(name)) for name in ("today", "submissions"))
    assert isinstance(today, SidebarButton)
    assert isinstance(checklist, SidebarButton)
    assert today._is_pressing
    assert today.accessibleDescription().startswith("逾期 ")
    assert not checklist._is_pressing
    assert checklist.accessibleDescription() == "1 件已收待审"
    assert "1 件已收待审" in checklist.toolTip()


def test_each_page_begins_in_its_list(window: MainWindow) -> None:
    for name in NAMES[:-1]:
        page = window.page(name)
        focus = QApplication.focusWidget()
        assert isinstance(focus, QAbstractItemView), name
        assert page.isAncestorOf(focus), name


def test_a_long_campaign_title_gives_way_in_the_header(window: MainWindow, qtbot: QtBot) -> None:
    title = "2017年苏州市环境执法大练兵及生态环境保护综合行政执法队伍岗位练兵技能竞赛活动"
    window.resize(1024, 640)
    window._campaign.show_words(title, True)
    QApplication.processEvents()
    assert window.width() == 1024
    assert window._campaign.geometry().right() < window._search.geometry().left()
    assert window._bell.geometry().right() <= window.width()
    assert title in window._campaign.toolTip()
    window._campaign.grab()


def test_f1_shows_the_keys(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    dialog = window.findChild(QDialog)
    assert dialog.isVisible()
    assert "快捷键" in dialog.windowTitle()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_another_campaign_is_put_on_the_desk_by_the_menu(window: MainWindow, desk: Desk) -> None:
    desk.campaigns.start("suzhou-2017", 2018)
    assert "2018年" in window._campaign.text()
    menu = window._campaign.menu()
    actions = {action.text(): action for action in menu.actions()}
    assert len([text for text in actions if "大练兵活动" in text]) == 2
    assert "导入任务分解表…" in actions
    first = next(text for text in actions if "2017年" in text)
    assert not actions[first].isChecked()
    actions[first].trigger()
    assert desk.campaigns.current().year == 2017
    assert "2017年" in window._campaign.text()


def test_size_page_and_columns_are_there_again_after_a_restart(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    home, style = started_home(tmp_path), Style(qapp, "light")
    desk = open_desk(home, date(2017, 10, 20))
    shell, window = shell_of(desk, style, qtbot)
    shell.resize(1111, 700)
    table = window.page("tasks")._table
    header = table.horizontalHeader()
    column = next(n for n in range(header.count()) if header.sectionResizeMode(n) is header.ResizeMode.Interactive)
    table.setColumnWidth(column, 177)
    shell.close()
    desk.close()
    desk = open_desk(home, date(2017, 10, 20))
    again, window = shell_of(desk, style, qtbot)
    assert again.height() == 700, "the width is bound by the offscreen screen, 800 pixels wide"
    assert current(window) == "tasks"
    assert window.page("tasks")._table.columnWidth(column) == 177
    again.close()
    desk.close()


def test_the_status_line_tells_reminders_backup_and_the_trial_day(settled: MainWindow, desk: Desk) -> None:
    assert "提醒正常" in settled._status._reminders.text()
    assert settled._status._backup.text().startswith("备份 今日")
    assert settled._status._day.text() == "2017-10-20（试用日期）"
    assert desk.backups.newest().path.is_file()


def test_what_is_received_elsewhere_shows_in_counts_and_bell(settled: MainWindow, desk: Desk, tmp_path: Path) -> None:
    before = len(desk.reminders.pending())
    paper = tmp_path / "名单.docx"
    paper.write_bytes(b"x")
    late = next(each for each in desk.submissions.all() if each.requirement == "联络员名单")
    desk.submissions.receive(late.id, [paper])
    looked(settled)
    assert settled._bell.text() == f"提醒 {before - 1}"
    assert settled._sidebar._group.button(NAMES.index("submissions"))._count == 1


def test_the_scheme_is_switched_on_every_page(window: MainWindow) -> None:
    for name in NAMES:
        window.page(name)
    window.frame.style.choose("dark")
    ground = window._stack.currentWidget().grab().toImage().pixelColor(2, 2)
    assert ground.lightness() < 60
    for name in NAMES:
        assert window.page(name).grab().toImage().pixelColor(2, 2).lightness() < 60
    window.frame.style.choose("light")


def test_the_day_turns_at_midnight(settled: MainWindow, desk: Desk) -> None:
    assert "10月20日" in settled.page("today")._title.text()
    object.__setattr__(desk.clock, "trial", date(2017, 10, 25))
    settled._watch._ticker.ticked.emit()
    looked(settled)
    assert settled._status._day.text().startswith("2017-10-25")
    assert "10月25日 周三" in settled.page("today")._title.text()
    assert desk.backups.newest().made_on == date(2017, 10, 25)


def test_with_a_running_clock_no_trial_day_is_told(tmp_path: Path, qapp: QApplication) -> None:
    desk = open_desk(tmp_path / "h")
    window = MainWindow(desk, Style(qapp, "light"))
    assert window._status._day.text() == datetime.now().date().isoformat()
    window.close()
    desk.close()


def test_closing_cancels_jobs_and_leaves_no_thread(desk: Desk, qapp: QApplication, qtbot: QtBot) -> None:
    before = set(threading.enumerate())
    window = MainWindow(desk, Style(qapp, "light"))
    window.show()
    qtbot.waitUntil(lambda: "上次检查" in window._status._reminders.text(), timeout=10_000)
    assert set(threading.enumerate()) - before, "the scheduler has a thread"
    started, stopped = threading.Event(), []

    def endless(progress: Progress) -> None:
        try:
            while True:
                started.set()
                progress(1, 2)
        finally:
            stopped.append(True)

    window.frame.jobs.run(endless, lambda result: None, lambda error: None)
    assert started.wait(5)
    window.close()
    assert stopped == [True]
    assert {thread for thread in threading.enumerate() if not thread.name.startswith("Dummy")} <= before


@pytest.fixture
def caught(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """The window as it runs for real, with our own hook for what nobody caught."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    crash.install(window)
    return window


def answer(press: str, seen: list[str], qtbot: QtBot) -> None:
    """Press a button of the next message box once it stands."""

    def look() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(50, look)
            return
        seen.append(f"{box.text()}\n{box.informativeText()}\n{box.detailedText()}")
        button = next(each for each in box.buttons() if each.text() == press)
        qtbot.mouseClick(button, LEFT)
        if box.isVisible():
            box.close()

    QTimer.singleShot(0, look)


def test_a_bug_in_a_slot_is_shown_can_be_copied_and_the_desk_goes_on(
    caught: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    button = QPushButton("坏", caught)
    button.clicked.connect(lambda: {}["没有这个键 <b>"])
    seen: list[str] = []
    answer("复制详细信息", seen, qtbot)
    qtbot.mouseClick(button, LEFT)
    assert "已保存的内容不受影响，可以继续使用" in seen[0]
    assert "KeyError: '没有这个键 <b>'" in QApplication.clipboard().text()
    qtbot.mouseClick(caught._sidebar._group.button(1), LEFT)
    assert current(caught) == "calendar"


def test_a_sentence_in_a_slot_is_shown_as_a_sentence(caught: MainWindow, qtbot: QtBot) -> None:
    def refuse() -> None:
        raise UserError("磁盘已满 <img src=x>，请腾出空间后再试。", ("甲", "乙"))

    seen: list[str] = []
    answer("知道了", seen, qtbot)
    button = QPushButton("坏", caught)
    button.clicked.connect(refuse)
    qtbot.mouseClick(button, LEFT)
    assert "磁盘已满 <img src=x>" in seen[0]
    assert "Traceback" not in seen[0]
    assert "甲" in seen[0]


def test_a_click_outside_closes_the_hits(window: MainWindow, qtbot: QtBot) -> None:
    window._search.setFocus()
    qtbot.keyClicks(window._search, "zjg")
    qtbot.waitUntil(window._search._list.isVisible)
    at = window._search._list.visualItemRect(window._search._list.item(0)).center()
    qtbot.mouseClick(window._search._list.viewport(), LEFT, pos=QPoint(at.x(), at.y()))
    assert not window._search._list.isVisible()
    assert current(window) == "units"


def test_a_step_said_below_can_be_undone(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    piece = desk.submissions.all()[0]
    step = desk.submissions.mark(piece.id, State.NOT_NEEDED, note="试验")
    window.frame.say("已标为不适用", lambda: desk.submissions.undo(piece.id, step))
    assert window._toast.isVisible()
    qtbot.mouseClick(window._toast._button, LEFT)
    assert desk.submissions.get(piece.id).state is State.OPEN
    assert not window._toast.isVisible()


def test_a_second_program_on_the_same_home_is_told_who_holds_it(desk: Desk) -> None:
    with pytest.raises(UserError, match="另一个练兵台"):
        open_desk(desk.home.root)
    second = Program(desk.home.root, env={"QT_QPA_PLATFORM": "offscreen"})()
    assert second.returncode == 1
    assert "另一个练兵台" in second.stderr.decode() + second.stdout.decode()
    assert b"Traceback" not in second.stderr


FIRST_PAINT = f"""
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
sys.path.insert(0, {str(ROOT)!r})
from lianbing_desktop import app
from lianbing_desktop.gui.application import make_application

HEAVY = {HEAVY!r}
loaded = lambda: " ".join(name for name in HEAVY if name in sys.modules)

class Watcher(QObject):
    first = None
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and type(watched).__name__ == "TodayView" and self.first is None:
            self.first = loaded()
            QTimer.singleShot(2500, QApplication.closeAllWindows)
        return False

application = make_application()
watcher = Watcher()
application.installEventFilter(watcher)
app.main(["--home", sys.argv[1], "--today", "2017-10-20"])
print(f"before:{{watcher.first}}|after:{{loaded()}}")
"""


def test_nothing_heavy_is_loaded_before_the_first_paint(tmp_path: Path) -> None:
    home = started_home(tmp_path)
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", FIRST_PAINT, str(home)]
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=120, check=False)
    assert "before:|after:" in done.stdout, done.stdout + done.stderr
    assert "apscheduler" in done.stdout.partition("after:")[2], "the scheduler runs in the end"


def test_enter_presses_the_button_in_focus(window: MainWindow, qtbot: QtBot) -> None:
    page = window.page("tasks")
    pressed: list[bool] = []
    button = page.findChildren(QPushButton)[0]
    button.clicked.connect(lambda checked=False: pressed.append(True))
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert pressed == [True]
