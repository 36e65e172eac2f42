"""The officer gets this year's table as a file, looks it over, starts from it, and later gets a revised one."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from lianbing_desktop.app import open_desk
from lianbing_desktop.domain.submission import State
from lianbing_desktop.gui.mainwindow import MainWindow
from lianbing_desktop.gui.plan.view import PlanView
from lianbing_desktop.gui.style import Style
from tests.support.campaign import Program
from tests.support.desk import SEED_WORD, desk_at, paper
from tests.support.windows import clear_away

LEFT = Qt.MouseButton.LeftButton
SECONDS = 20_000


@pytest.fixture
def window(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    """A new desk in June 2017, nothing started."""
    desk, style = open_desk(tmp_path / "home", date(2017, 6, 1)), Style(qapp, "light")
    window = MainWindow(desk, style)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()
    clear_away(qapp)
    desk.close()


def drop(page: PlanView, path: Path, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(page, QDragEnterEvent(QPoint(50, 50), copy, mime, LEFT, none))
    QApplication.sendEvent(page, QDropEvent(QPointF(50, 50), copy, mime, LEFT, none))
    qtbot.waitUntil(lambda: page.draft is not None, timeout=SECONDS)


def dialog_of(page: PlanView, qtbot: QtBot) -> QDialog:
    qtbot.waitUntil(lambda: any(each.isVisible() for each in page.findChildren(QDialog)))
    return next(each for each in page.findChildren(QDialog) if each.isVisible())


def opened(window: MainWindow) -> PlanView:
    page = window._stack.currentWidget()
    assert isinstance(page, PlanView)
    return page


def days(home: Path, tmp_path: Path) -> list[tuple[str, date, date]]:
    with desk_at(tmp_path / home) as desk:
        return [(line.task.text, line.task.start_on, line.task.due_on) for line in desk.tasks.all()]


def test_a_table_is_dropped_corrected_confirmed_and_later_revised(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = window._desk
    qtbot.mouseClick(window.page("today")._first_run.table, LEFT)
    page = opened(window)
    drop(page, SEED_WORD, qtbot)
    assert "读出 19 项任务" in page._summary.text()
    assert desk.campaigns.all() == []

    # The second item of row 3 is the bureau's own: the officer puts its unit right.
    page.review._select(page.review.model.row_of(page.draft.ids[4]))
    qtbot.mouseClick(page.review.edit, LEFT)
    form = dialog_of(page, qtbot)
    form._ui.text.setPlainText("建立工作QQ群")
    qtbot.mouseClick(form._ui.primary, LEFT)
    qtbot.mouseClick(page._go, LEFT)
    qtbot.waitUntil(lambda: not page._bar.is_running, timeout=SECONDS)
    assert window._stack.currentWidget() is window.page("today")

    read = [(line.task.start_on, line.task.due_on) for line in desk.tasks.all()]
    assert read == [(start, due) for _, start, due in days(Path("by-hand"), tmp_path)]
    assert "建立工作QQ群" in desk.tasks.all()[2].task.text
    assert "440147154" not in desk.tasks.all()[2].task.text

    # Work comes in, then the province moves a deadline and takes a task away.
    lists = [each for each in desk.submissions.all() if "联络员名单" in each.requirement]
    desk.submissions.receive(lists[0].id, [paper(tmp_path / "in")], date(2017, 6, 1))
    summary = next(each for each in desk.submissions.all() if each.requirement == "活动总结")
    desk.submissions.receive(summary.id, [paper(tmp_path / "in", "总结.docx")], date(2017, 6, 1))
    document = docx.Document(str(SEED_WORD))
    document.tables[0].rows[1].cells[0].text = "6月4日前"
    last = document.tables[1].rows[9]._tr
    last.getparent().remove(last)
    document.save(str(tmp_path / "修订.docx"))

    window.page("tasks")._import()
    drop(opened(window), tmp_path / "修订.docx", qtbot)
    qtbot.mouseClick(page._go, LEFT)
    asked = dialog_of(page, qtbot)
    assert "修改" in asked._ui.heading.text()
    assert "撤下 1 项" in asked._ui.heading.text()
    assert len(desk.tasks.all()) == 19
    qtbot.mouseClick(asked._ui.primary, LEFT)

    assert desk.tasks.all()[0].task.due_on == date(2017, 6, 4)
    assert len(desk.tasks.all()) == 18
    assert desk.submissions.get(lists[0].id).state is State.RECEIVED
    kept = desk.submissions.get(summary.id)
    assert (kept.state, [file.name for file in kept.files]) == (State.RECEIVED, ["总结.docx"])
    assert [line.state for line in desk.tasks.all(with_withdrawn=True)].count("已撤下") == 1


def test_the_same_table_read_by_command_says_the_same(tmp_path: Path) -> None:
    ran = Program(tmp_path / "home")("read", SEED_WORD, "--json")
    assert ran.returncode == 0
    assert ran.stdout.decode().count('"due": "2017-06-02"') >= 2
    assert not (tmp_path / "home").exists()
