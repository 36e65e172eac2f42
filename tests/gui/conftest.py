"""A real desk with the 2017 campaign as of 2017-10-20, and the real window over it, without a screen."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lianbing_desktop.app import open_desk
from lianbing_desktop.gui.mainwindow import MainWindow
from lianbing_desktop.gui.style import Style
from lianbing_desktop.services.desk import Desk
from tests.support.windows import clear_away

TODAY = date(2017, 10, 20)


@pytest.fixture(autouse=True)
def tidy(qapp: QApplication) -> Iterator[None]:
    """No test leaves a window to the next one."""
    yield
    clear_away(qapp)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk in a fresh folder, the campaign started, nothing received yet."""
    desk = open_desk(tmp_path / "home", TODAY)
    desk.campaigns.start("suzhou-2017")
    yield desk
    desk.close()


@pytest.fixture
def window(desk: Desk, qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    """The main window, shown at 1280×800 in the light scheme; ``window.page("tasks")`` opens a page."""
    style = Style(qapp, "light")
    window = MainWindow(desk, style)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()
