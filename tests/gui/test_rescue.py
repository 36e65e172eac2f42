"""Data that cannot be opened: the newest backup is offered, and put in place only where it is wanted."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from lianbing_desktop.app import hold_home, open_desk
from lianbing_desktop.errors import DamagedError, UserError
from lianbing_desktop.gui import application, rescue
from lianbing_desktop.gui.application import DeskWindow
from lianbing_desktop.paths import Home
from lianbing_desktop.services.backups import backups_in, restore
from lianbing_desktop.services.desk import Desk
from tests.gui.conftest import TODAY


@pytest.fixture
def damaged(tmp_path: Path) -> Home:
    desk = open_desk(tmp_path, TODAY)
    desk.campaigns.start("suzhou-2017")
    desk.backups.make()
    desk.close()
    home = Home(tmp_path)
    home.database.write_bytes(b"")
    return home


def opened(home: Home) -> Desk:
    def put_back(made_on: object) -> None:
        with hold_home(home.root) as held:
            restore(held, backups_in(held)[-1].made_on, TODAY)

    return DeskWindow(home, lambda: open_desk(home.root, TODAY), put_back)._opened(QWidget())


def test_the_backup_wanted_is_put_in_place_and_opened(damaged: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rescue, "wanted_backup", lambda error, home, parent: backups_in(home)[-1])
    desk = opened(damaged)
    assert desk.campaigns.require().year == 2017
    desk.close()


def test_where_it_is_not_wanted_the_desk_does_not_open_and_nothing_changes(
    damaged: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rescue, "wanted_backup", lambda error, home, parent: None)
    with pytest.raises(UserError, match="是空的"):
        opened(damaged)
    assert damaged.database.read_bytes() == b""


def test_the_question_names_the_day_and_leaves_by_enter_and_escape(damaged: Home, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    box = rescue.question(DamagedError("数据文件是空的。"), backups_in(damaged)[-1], parent)
    box.open()
    QApplication.processEvents()
    assert "2017年10月20日" in box.informativeText()
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.buttonRole(box.clickedButton()) == QMessageBox.ButtonRole.RejectRole


def test_without_a_screen_nothing_is_asked(damaged: Home) -> None:
    assert application.make_application().platformName() == "offscreen"
    assert rescue.wanted_backup(DamagedError("x"), damaged, QWidget()) is None
