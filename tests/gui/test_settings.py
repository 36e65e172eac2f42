"""设置 in the real window: each choice is kept at once, and what can be done with the data."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from lianbing_desktop.app import open_desk
from lianbing_desktop.domain.submission import State
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui import folders
from lianbing_desktop.gui.mainwindow import MainWindow
from lianbing_desktop.gui.settings import view as settings_view
from lianbing_desktop.gui.settings.view import SettingsView
from lianbing_desktop.services.desk import Desk
from lianbing_desktop.services.settings import OFFICER, SCHEME, Settings
from tests.support.chinese import type_chinese

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(window: MainWindow) -> SettingsView:
    page = window.page("settings")
    assert isinstance(page, SettingsView)
    return page


@pytest.fixture
def told(window: MainWindow) -> list[UserError]:
    seen: list[UserError] = []
    object.__setattr__(window.frame, "tell", seen.append)
    return seen


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    seen: list[str] = []
    monkeypatch.setattr(folders.QDesktopServices, "openUrl", lambda url: bool(seen.append(url.toLocalFile())) or True)
    return seen


def toast(window: MainWindow) -> str:
    return window._toast._text.text() if window._toast.isVisible() else ""


def test_the_officers_name_is_kept_when_the_line_is_left(
    page: SettingsView, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    line = page._ui.officer
    line.setFocus()
    type_chinese(line, "王 <b>联络</b>")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert desk.settings.get(OFFICER) == "王 <b>联络</b>"
    assert toast(window) == "已保存"


def test_an_unchanged_name_is_not_saved_again(page: SettingsView, window: MainWindow, qtbot: QtBot) -> None:
    page._ui.officer.setFocus()
    qtbot.keyClick(page._ui.officer, Qt.Key.Key_Return)
    assert toast(window) == ""


def test_a_name_still_being_typed_is_kept_when_the_window_closes(
    page: SettingsView, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    page._ui.officer.setFocus()
    type_chinese(page._ui.officer, "李")
    window.close()
    assert desk.settings.get(OFFICER) == "李"


def test_the_scheme_is_taken_at_once_and_kept(page: SettingsView, window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    qtbot.mouseClick(page._ui.scheme_dark, LEFT)
    assert desk.settings.get(SCHEME) == "dark"
    assert window.frame.style.colors.window == "#1A1C1F"
    qtbot.mouseClick(page._ui.scheme_light, LEFT)
    assert window.frame.style.colors.window == "#F6F7F9"
    assert toast(window) == "已保存"


def test_what_cannot_be_kept_is_told_and_the_old_choice_stands(
    page: SettingsView, told: list[UserError], desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Settings, key: str, value: str) -> None:
        raise UserError("磁盘已满。")

    monkeypatch.setattr(Settings, "put", refuse)
    qtbot.mouseClick(page._ui.scheme_dark, LEFT)
    page._ui.officer.setFocus()
    type_chinese(page._ui.officer, "张")
    qtbot.keyClick(page._ui.officer, Qt.Key.Key_Return)
    assert [error.message for error in told] == ["磁盘已满。", "磁盘已满。"]
    assert page._ui.scheme_system.isChecked()
    assert page._ui.officer.text() == ""


def test_a_backup_is_made_now_even_where_one_of_today_is_there(
    page: SettingsView, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    first = desk.backups.make()
    before = first.path.stat().st_mtime_ns
    qtbot.mouseClick(page._ui.back_up, LEFT)
    assert first.path.stat().st_mtime_ns > before
    assert "2017年10月20日" in page._ui.backup_newest.text()
    assert "2017-10-20.db" in toast(window)


def test_a_backup_that_cannot_be_made_is_told(
    page: SettingsView, told: list[UserError], desk: Desk, qtbot: QtBot
) -> None:
    shutil.rmtree(desk.home.backups, ignore_errors=True)
    desk.home.backups.write_text("no folder")
    qtbot.mouseClick(page._ui.back_up, LEFT)
    assert "备份没有做成" in told[0].message


def test_the_check_finds_nothing_wrong_in_a_sound_desk(page: SettingsView, qtbot: QtBot) -> None:
    qtbot.mouseClick(page._ui.check, LEFT)
    qtbot.waitUntil(page._ui.check.isEnabled, timeout=5000)
    assert "完好" in page._ui.check_result.text()
    assert not page._found.isVisible()


def test_the_check_names_a_damaged_attachment(page: SettingsView, desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    paper = tmp_path / "名单.docx"
    paper.write_bytes(b"whole")
    first = desk.submissions.all()[0]
    desk.submissions.receive(first.id, [paper])
    place = desk.submissions.place(desk.submissions.get(first.id).files[0])
    place.chmod(0o644)
    place.write_bytes(b"wh0le")
    qtbot.mouseClick(page._ui.check, LEFT)
    qtbot.waitUntil(page._ui.check.isEnabled, timeout=5000)
    assert page._found.isVisible()
    texts = [page._found.noted.index(0, column).data() for column in range(1, 4)]
    assert texts[0] == "名单.docx"
    assert "不同" in texts[1]


def test_folders_are_shown_or_their_place_is_told(
    page: SettingsView, desk: Desk, shown: list[str], told: list[UserError], qtbot: QtBot
) -> None:
    qtbot.mouseClick(page._ui.open_data, LEFT)
    qtbot.mouseClick(page._ui.open_holidays, LEFT)
    assert shown == [str(desk.home.root), str(desk.home.holidays)]
    assert not told


def test_a_folder_that_is_not_there_is_told(
    page: SettingsView, desk: Desk, shown: list[str], told: list[UserError], qtbot: QtBot
) -> None:
    shutil.rmtree(desk.home.backups, ignore_errors=True)
    qtbot.mouseClick(page._ui.open_backups, LEFT)
    assert not shown
    assert "backups" in told[0].message


def test_years_on_file_and_where_own_ones_go(page: SettingsView, desk: Desk) -> None:
    assert "2004—" in page._ui.holiday_years.text()
    assert str(desk.home.holidays) in page._ui.holiday_hint.text()


def test_every_label_shows_plain_text(page: SettingsView) -> None:
    labels: list[QLabel] = page.findChildren(QLabel)
    assert labels
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)


def test_a_backup_is_put_back_and_the_program_opens_again(
    page: SettingsView, window: MainWindow, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not page._ui.restore.isEnabled() or desk.backups.newest()
    page._ui.back_up.click()
    assert page._ui.backups.currentText() == "2017年10月20日的备份"
    first = desk.submissions.all()[0]
    desk.submissions.receive(first.id, [])
    started: list[Path] = []
    monkeypatch.setattr(settings_view, "start_again", lambda home, clock: started.append(home.root))
    for answer in ("取消", "恢复并重新打开"):
        assert not started
        qtbot.mouseClick(page._ui.restore, LEFT)
        box = next(each for each in page.findChildren(QMessageBox) if each.isVisible())
        next(button for button in box.buttons() if button.text() == answer).click()
    assert started == [desk.home.root]
    assert not window.isVisible()
    again = open_desk(desk.home.root, desk.clock.today())
    assert again.submissions.get(first.id).state is State.OPEN
    again.close()


def test_a_backup_that_cannot_be_put_back_is_told_and_the_data_stays(
    page: SettingsView, window: MainWindow, desk: Desk, told: list[UserError], monkeypatch: pytest.MonkeyPatch
) -> None:
    page._ui.back_up.click()
    backup = desk.backups.newest()
    assert backup is not None
    backup.path.write_bytes(b"damaged")
    monkeypatch.setattr(settings_view, "start_again", lambda home, clock: None)
    page._put_back(backup)
    assert "不能用，没有恢复" in told[0].message
    open_desk(desk.home.root, desk.clock.today()).close()
