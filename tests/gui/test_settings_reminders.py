"""The card 提醒 of 设置: each choice kept at once, faults said in place, and what the system says read back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.leaving import Closing
from lianbing_desktop.gui.mainwindow import MainWindow
from lianbing_desktop.gui.settings.view import SettingsView
from lianbing_desktop.services.desk import Desk
from lianbing_desktop.services.settings import CLOSING, QUIET_HOURS
from tests.support.chinese import type_chinese

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config" / "autostart" / "lianbing.desktop"


@pytest.fixture
def page(window: MainWindow) -> SettingsView:
    page = window.page("settings")
    assert isinstance(page, SettingsView)
    return page


def type_quiet(page: SettingsView, text: str, qtbot: QtBot) -> None:
    line = page._ui.quiet
    line.setFocus()
    line.selectAll()
    type_chinese(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_quiet_hours_are_kept_in_one_form(page: SettingsView, desk: Desk, qtbot: QtBot) -> None:
    type_quiet(page, "12：00至13：30、18:00—8:30", qtbot)
    assert desk.settings.get(QUIET_HOURS) == "12:00-13:30，18:00-08:30"
    assert page._ui.quiet.text() == "12:00-13:30，18:00-08:30"
    type_quiet(page, " ", qtbot)
    assert desk.settings.get(QUIET_HOURS) == ""


def test_what_cannot_be_read_is_said_below_and_stays_in_the_line(
    page: SettingsView, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    desk.settings.put(QUIET_HOURS, "12:00-13:30")
    type_quiet(page, "中午", qtbot)
    assert page._ui.quiet_error.isVisible()
    assert "看不懂“中午”" in page._ui.quiet_error.text()
    assert page._ui.quiet.text() == "中午"
    assert desk.settings.get(QUIET_HOURS) == "12:00-13:30"
    page.refresh()
    assert page._ui.quiet.text() == "中午", "another write does not wipe out what is being typed"
    type_quiet(page, "13:00-14:00", qtbot)
    assert not page._ui.quiet_error.isVisible()
    assert desk.settings.get(QUIET_HOURS) == "13:00-14:00"


@pytest.mark.qt_log_ignore("systemTrayWindowChanged", extend=True)
def test_closing_is_chosen_where_there_is_a_tray(
    page: SettingsView, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ui = page._ui
    assert "没有托盘" in ui.closing_hint.text()
    assert not ui.closing_tray.isEnabled()
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
    page.refresh()
    assert ui.closing_hint.text() == "第一次关闭窗口时会问。"
    assert not ui.closing_quit.isChecked()
    qtbot.mouseClick(ui.closing_tray, LEFT, pos=ui.closing_tray.rect().center())
    assert desk.settings.get(CLOSING) == Closing.TRAY
    assert ui.closing_hint.text() == ""
    qtbot.mouseClick(ui.closing_quit, LEFT, pos=ui.closing_quit.rect().center())
    assert desk.settings.get(CLOSING) == Closing.QUIT


def test_the_start_at_login_is_switched_and_read_back(page: SettingsView, entry: Path, qtbot: QtBot) -> None:
    ui = page._ui
    assert ui.autostart_state.text() == "没有开启。"
    ui.autostart.click()
    assert entry.is_file()
    assert ui.autostart.isChecked()
    assert ui.autostart_state.text().startswith("已开启")
    entry.unlink()
    page.refresh()
    assert not ui.autostart.isChecked(), "somebody else took it away"
    ui.autostart.click()
    ui.autostart.click()
    assert not entry.exists()


def test_a_start_at_login_that_cannot_be_written_is_told_and_stays_off(
    page: SettingsView, window: MainWindow, entry: Path
) -> None:
    told: list[UserError] = []
    object.__setattr__(window.frame, "tell", told.append)
    entry.parent.parent.write_text("no folder")
    page._ui.autostart.click()
    assert "不能建立文件夹" in told[0].message
    assert not page._ui.autostart.isChecked()


def test_the_trial_of_the_messages_is_told_in_words(page: SettingsView, qtbot: QtBot) -> None:
    page._ui.try_messages.setFocus()
    qtbot.waitUntil(page._ui.try_messages.hasFocus)
    qtbot.keyClick(page._ui.try_messages, Qt.Key.Key_Space)
    assert not page._ui.try_messages.isEnabled()
    qtbot.waitUntil(page._ui.try_messages.isEnabled, timeout=10_000)
    assert page._ui.try_messages.hasFocus(), "the cursor comes back to where it was"
    lines = page._ui.message_result.text().split("\n")
    assert [line.partition("：")[0] for line in lines] == ["桌面消息", "托盘", "窗口"]
    assert "不可用" in lines[0]


def test_quiet_hours_still_being_typed_are_kept_when_the_window_closes(
    page: SettingsView, window: MainWindow, desk: Desk
) -> None:
    page._ui.quiet.setFocus()
    type_chinese(page._ui.quiet, "12:00-13:30")
    window.close()
    assert desk.settings.get(QUIET_HOURS) == "12:00-13:30"
