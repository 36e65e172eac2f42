"""Closing the window: asked once, into the tray or for good; starting unseen; a second start brings the window up."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.doorbell import Doorbell, ring
from lianbing_desktop.gui.leaving import Closing
from lianbing_desktop.gui.mainwindow import MainWindow
from lianbing_desktop.gui.shell import Shell
from lianbing_desktop.gui.style import Style
from lianbing_desktop.paths import Home
from lianbing_desktop.services.desk import Desk
from lianbing_desktop.services.settings import CLOSING
from tests.gui.conftest import TODAY

pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)
"""Qt's own complaint about a tray icon on its offscreen platform."""


@pytest.fixture
def tray(monkeypatch: pytest.MonkeyPatch) -> None:
    """A desktop that has a tray, as far as Qt tells us; the offscreen platform draws nothing there."""
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))


@pytest.fixture
def seated(tray: None, window: MainWindow, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window with its icon in the tray; it closes for good in the end."""
    qtbot.waitUntil(lambda: window._watch.telling.tray is not None, timeout=10_000)
    yield window
    window._leaving._is_leaving = True
    QGuiApplication.setQuitOnLastWindowClosed(True)


def question(window: MainWindow) -> QMessageBox | None:
    return next((box for box in window.findChildren(QMessageBox) if box.isVisible()), None)


def answer(window: MainWindow, words: str) -> None:
    box = question(window)
    assert box is not None
    next(button for button in box.buttons() if button.text() == words).click()


def test_the_first_closing_asks_and_cancel_leaves_all_as_it_was(seated: MainWindow, desk: Desk) -> None:
    seated.close()
    box = question(seated)
    assert box is not None
    assert "下次打开之前不再提醒" in box.informativeText()
    assert box.defaultButton().text() == "退出"
    seated.close()
    assert len([each for each in seated.findChildren(QMessageBox) if each.isVisible()]) == 1
    answer(seated, "取消")
    assert seated.isVisible()
    assert desk.settings.get(CLOSING) == ""


def test_into_the_tray_it_goes_on_reminding_and_comes_up_again(seated: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    seated.close()
    answer(seated, "继续提醒")
    assert not seated.isVisible()
    assert desk.settings.get(CLOSING) == Closing.TRAY
    assert not QGuiApplication.quitOnLastWindowClosed()
    object.__setattr__(desk.clock, "read", lambda: datetime.combine(TODAY, time(14, 7)))
    seated._watch._ticker.ticked.emit()
    qtbot.waitUntil(lambda: "14:07" in seated._status._reminders.text(), timeout=5000)
    tray = seated._watch.telling.tray
    assert tray is not None
    tray.open_wanted.emit()
    assert seated.isVisible()
    seated.close()
    assert question(seated) is None, "asked only once"
    assert not seated.isVisible()
    tray.leave_wanted.emit()
    assert not seated._watch._ticker._scheduler, "left for good"


def test_leaving_closes_for_good_and_is_kept(seated: MainWindow, desk: Desk) -> None:
    seated.close()
    answer(seated, "退出")
    assert desk.settings.get(CLOSING) == Closing.QUIT
    assert not seated.isVisible()
    assert not seated._watch._ticker._scheduler


def test_where_the_choice_cannot_be_kept_it_is_done_all_the_same(
    seated: MainWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(key: str, value: str) -> None:
        raise UserError("磁盘已满。")

    monkeypatch.setattr(desk.settings, "put", fail)
    seated.close()
    answer(seated, "退出")
    assert not seated.isVisible()
    assert not seated._watch._ticker._scheduler


def test_without_a_tray_closing_is_leaving_and_nothing_is_asked(window: MainWindow, desk: Desk) -> None:
    desk.settings.put(CLOSING, Closing.TRAY.value)
    window.close()
    assert question(window) is None
    assert not window.isVisible()
    assert not window._watch._ticker._scheduler


def test_where_the_tray_goes_the_window_comes_back(
    seated: MainWindow, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.settings.put(CLOSING, Closing.TRAY.value)
    seated.close()
    assert not seated.isVisible()
    seated._watch._ticker.ticked.emit()
    qtbot.wait(50)
    assert not seated.isVisible()
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: False))
    seated._watch._ticker.ticked.emit()
    qtbot.waitUntil(seated.isVisible, timeout=5000)


@pytest.mark.parametrize("has_tray", [True, False])
def test_at_login_it_starts_unseen(
    desk: Desk, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, has_tray: bool
) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: has_tray))
    shell = Shell(desk.home, lambda parent: MainWindow(desk, Style(qapp, "light")))
    shell.start_unseen()
    qtbot.waitUntil(lambda: shell.centralWidget() is not None, timeout=10_000)
    window = shell.centralWidget()
    assert isinstance(window, MainWindow)
    qtbot.waitUntil(lambda: window._watch._watchdog.health.checked_at is not None, timeout=10_000)
    assert shell.isVisible() is not has_tray
    assert has_tray or shell.isMinimized()
    window.come_up()
    assert shell.isVisible()
    assert not shell.isMinimized()
    window.leave()
    assert not shell.isVisible()


SECOND = """
import sys
from pathlib import Path
from lianbing_desktop import app
sys.exit(app.main(["--home", sys.argv[1], *sys.argv[2:]]))
"""


def start_second(desk: Desk, qtbot: QtBot, *more: str) -> tuple[int | None, str]:
    """Start the program again on the same folder while our window goes on."""
    command = [sys.executable, "-c", SECOND, str(desk.home.root), *more]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=os.environ) as second:
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
        assert second.stderr is not None
        return second.returncode, second.stderr.read()


def test_a_second_start_brings_the_window_up(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window._doorbell is not None, timeout=10_000)
    window._leaving.hide()
    assert start_second(desk, qtbot, "--minimised")[0] == 0
    assert not window.isVisible(), "a start at login finds it running and leaves it where it is"
    status, errors = start_second(desk, qtbot)
    assert (status, "另一个练兵台" in errors) == (0, False)
    qtbot.waitUntil(window.isVisible, timeout=5000)


LISTENER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from lianbing_desktop.gui.doorbell import Doorbell
from lianbing_desktop.paths import Home
application = QCoreApplication([])
bell = Doorbell(Home(Path(sys.argv[1])), application)
print(bell._server.fullServerName(), flush=True)
application.exec()
"""


def test_what_was_left_by_one_that_was_killed_is_in_nobodys_way(desk: Desk, qapp: QApplication) -> None:
    command = [sys.executable, "-c", LISTENER, str(desk.home.root)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as killed:
        assert killed.stdout is not None
        left = killed.stdout.readline().strip()
        killed.kill()
    assert Path(left).exists()
    assert not ring(desk.home)
    bell = Doorbell(desk.home, qapp)
    assert bell._server.isListening()
    bell.stop()


def test_nobody_answers_for_another_folder(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window._doorbell is not None, timeout=10_000)
    assert not ring(Home(desk.home.root.parent / "other"))
    window.close()
    assert not ring(desk.home)
