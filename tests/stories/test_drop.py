"""A county's brief comes by mail, and the officer drops it on its row."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from lianbing_desktop.domain.submission import State
from lianbing_desktop.gui.mainwindow import MainWindow
from lianbing_desktop.gui.style import Style
from lianbing_desktop.gui.submissions.view import SubmissionView
from lianbing_desktop.services.desk import Desk
from lianbing_desktop.services.specimens import write_specimen
from tests.support.desk import piece
from tests.support.dropping import drop, files


def test_a_brief_dropped_on_its_row_is_received_today_and_can_be_taken_back(
    desk: Desk, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    sent = write_specimen(tmp_path / "张家港10月简讯.docx", ["张家港市环保局开展夜查"])
    owed = piece(desk, "工作简讯（各市、区）", "张家港", "2017-10")
    window = MainWindow(desk, Style(qapp, "light"))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    page = window.page("submissions")
    assert isinstance(page, SubmissionView)
    page.show_item("submission", owed.id)
    qtbot.wait(50)  # the pane opens beside the list
    table = page.board.table
    drop(table, table.visualRect(table.currentIndex()).center(), files([sent]))
    came = desk.submissions.get(owed.id)
    assert (came.state, came.received_on) == (State.RECEIVED, desk.clock.today())
    assert desk.submissions.place(came.files[0]).read_bytes() == sent.read_bytes()
    undo = next(button for button in window.findChildren(QPushButton) if button.text() == "撤销" and button.isVisible())
    undo.click()
    assert desk.submissions.get(owed.id).state is State.OPEN
    assert sent.exists()
