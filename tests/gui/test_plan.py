"""The page 导入任务分解表: read in a job, nothing written before it is confirmed."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lianbing_desktop.app import open_desk
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.mainwindow import MainWindow
from lianbing_desktop.gui.plan.view import PlanView
from lianbing_desktop.gui.style import Style
from tests.support.desk import SEED_TEXT, SEED_WORD


@pytest.fixture
def window(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window of a fresh home, where nothing was started."""
    desk = open_desk(tmp_path / "home", date(2017, 6, 1))
    window = MainWindow(desk, Style(qapp, "light"))
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()
    desk.close()


def page_of(window: MainWindow) -> PlanView:
    page = window.page("plan")
    assert isinstance(page, PlanView)
    return page


def dates(window: MainWindow) -> set[tuple[str, str]]:
    return {(line.task.text, line.task.due_on.isoformat()) for line in window._desk.tasks.all()}


def test_the_seeds_word_file_is_read_and_starts_when_confirmed(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window)
    page.read_file(SEED_WORD)
    qtbot.waitUntil(lambda: page.draft is not None, timeout=30_000)
    assert window._desk.campaigns.current() is None, "nothing is written before it is confirmed"
    page._on_confirmed()
    assert len(window._desk.tasks.all()) == 19
    started = dates(window)
    window._desk.campaigns.start("suzhou-2017")
    assert dates(window) == started, "the same rows and dates as the campaign made by hand"


def test_pasted_text_is_read_too(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window)
    page.read_text(SEED_TEXT.read_text(encoding="utf-8"))
    qtbot.waitUntil(lambda: page.draft is not None, timeout=30_000)
    page._on_confirmed()
    assert len(window._desk.tasks.all()) == 19


def test_a_broken_file_is_a_sentence_and_the_page_goes_on(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    told: list[UserError] = []
    object.__setattr__(window.frame, "tell", told.append)
    (tmp_path / "a.docx").write_bytes(b"no word file")
    page = page_of(window)
    page.read_file(tmp_path / "a.docx")
    qtbot.waitUntil(lambda: bool(told), timeout=30_000)
    assert "a.docx" in told[0].message
    assert page.draft is None
    page.read_file(SEED_WORD)
    qtbot.waitUntil(lambda: page.draft is not None, timeout=30_000)
