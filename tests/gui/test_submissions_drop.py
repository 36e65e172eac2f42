"""Files dropped on the checklist: on a row, on a cell, beside them, and what may not be dropped."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFrame, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from lianbing_desktop.domain.submission import State
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui import crash
from lianbing_desktop.gui.mainwindow import MainWindow
from lianbing_desktop.gui.submissions import handling
from lianbing_desktop.gui.submissions.view import SubmissionView
from lianbing_desktop.services.desk import Desk
from lianbing_desktop.services.keeping import Keeping, Progress
from tests.support.desk import paper, piece
from tests.support.dropping import drag_away, drag_over, drop, files

BRIEFS = "requirement:county-briefs"


@pytest.fixture
def page(window: MainWindow) -> SubmissionView:
    page = window.page("submissions")
    assert isinstance(page, SubmissionView)
    return page


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    sentences: list[str] = []
    monkeypatch.setattr(crash, "tell", lambda error, parent=None: sentences.append(str(error)))
    return sentences


@pytest.fixture
def row(desk: Desk, page: SubmissionView) -> Callable[[str], QPoint]:
    def at(unit: str) -> QPoint:
        page.show_item("submission", piece(desk, "联络员名单", unit).id)
        page.close_detail()
        table = page.board.table
        return table.visualRect(table.currentIndex()).center()

    return at


def words(page: SubmissionView) -> str:
    shown = page.board.table.viewport().findChild(QLabel, "dropWords")
    return shown.text() if isinstance(shown, QLabel) and shown.isVisible() else ""


def toast(window: MainWindow, words: str) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if words in label.text() and label.isVisible()]


def test_dropped_on_a_row_it_is_received_today(
    desk: Desk, window: MainWindow, page: SubmissionView, row: Callable[[str], QPoint], tmp_path: Path
) -> None:
    owed = piece(desk, "联络员名单", "张家港")
    papers = [paper(tmp_path, "名单.docx"), paper(tmp_path, "回单.pdf", b"pdf")]
    drop(page.board.table, row("张家港"), files(papers))
    came = desk.submissions.get(owed.id)
    assert (came.state, came.received_on) == (State.RECEIVED, desk.clock.today())
    assert [file.name for file in came.files] == ["名单.docx", "回单.pdf"]
    assert toast(window, "已收 张家港市环保局 联络员名单（2 个文件）")
    undo = next(b for b in window.findChildren(QPushButton) if b.text() == "撤销" and b.isVisible())
    undo.click()
    assert desk.submissions.get(owed.id).state is State.OPEN


def test_over_a_row_it_lights_up_and_says_what_would_be_received(
    page: SubmissionView, row: Callable[[str], QPoint], tmp_path: Path
) -> None:
    at, mime = row("张家港"), files([paper(tmp_path)])
    table = page.board.table
    assert drag_over(table, at, mime)
    assert words(page) == "收到 张家港市环保局 联络员名单"
    light = table.viewport().findChild(QFrame, "dropTarget")
    assert isinstance(light, QFrame)
    assert light.isVisible()
    assert light.geometry().contains(at)
    drag_away(table)
    assert words(page) == ""
    assert not light.isVisible()


def test_beside_the_rows_it_asks_for_a_row(page: SubmissionView, desk: Desk, told: list[str], tmp_path: Path) -> None:
    page.board.choose_node("requirement:plan-paper")
    empty = page.board.table.viewport().rect().bottomLeft() + QPoint(20, -10)
    drop(page.board.table, empty, files([paper(tmp_path)]))
    assert told == ["请拖到具体的一行上，再松开鼠标。"]
    assert all(each.state is State.OPEN for each in desk.submissions.all())


def test_a_folder_a_missing_file_and_a_web_address_are_refused(
    desk: Desk, page: SubmissionView, row: Callable[[str], QPoint], told: list[str], tmp_path: Path
) -> None:
    at, good = row("张家港"), paper(tmp_path)
    folder = tmp_path / "一个文件夹"
    folder.mkdir()
    for bad in (folder, tmp_path / "没有.docx", "https://example.org/a.pdf"):
        drop(page.board.table, at, files([good, bad]))
    assert "“一个文件夹”是文件夹，不能直接收下。" in told[0]
    assert "找不到文件" in told[1]
    assert "不是本机上的文件" in told[2]
    assert piece(desk, "联络员名单", "张家港").state is State.OPEN
    assert desk.checks.run() == []


def test_text_is_no_file(page: SubmissionView, row: Callable[[str], QPoint]) -> None:
    mime = files([])
    mime.setText("名单")
    assert not drag_over(page.board.table, row("张家港"), mime)


def test_what_was_sent_up_takes_no_more_files(
    desk: Desk, page: SubmissionView, row: Callable[[str], QPoint], told: list[str], tmp_path: Path
) -> None:
    owed = piece(desk, "联络员名单", "张家港")
    desk.submissions.receive(owed.id, [])
    desk.submissions.mark(owed.id, State.SENT_UP)
    drop(page.board.table, row("张家港"), files([paper(tmp_path)]))
    assert told == ["“联络员名单”已是“已上报”，不能再收件。请先退回。"]


def test_dropped_on_a_cell_it_is_that_units_month(desk: Desk, page: SubmissionView, tmp_path: Path) -> None:
    page.board.choose_node(BRIEFS)
    page.board.show_mode("matrix")
    matrix = page.board.matrix
    at = matrix.visualRect(matrix.model().index(0, 4)).center()
    assert drag_over(matrix, at, files([paper(tmp_path)]))
    shown = matrix.viewport().findChild(QLabel, "dropWords")
    assert isinstance(shown, QLabel)
    assert shown.text() == "收到 张家港市环保局 10月 工作简讯（各市、区）"
    drop(matrix, at, files([paper(tmp_path)]))
    assert piece(desk, "工作简讯（各市、区）", "张家港", "2017-10").state is State.RECEIVED
    assert matrix.model().index(0, 4).data() == "已收"


def test_a_cell_of_many_asks_for_the_list(page: SubmissionView, told: list[str], tmp_path: Path) -> None:
    page.board.choose_node("all:")
    page.board.show_mode("matrix")
    matrix = page.board.matrix
    row = next(
        row for row in range(20) if "张家港" in matrix.model().headerData(row, matrix.verticalHeader().orientation())
    )
    drop(matrix, matrix.visualRect(matrix.model().index(row, 0)).center(), files([paper(tmp_path)]))
    assert told == ["这一格有 4 件报送件，请改用“列表”，拖到具体的一行上。"]


def test_a_large_file_is_kept_aside_and_then_recorded(
    desk: Desk,
    page: SubmissionView,
    row: Callable[[str], QPoint],
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(handling, "LARGE", 1000)
    drop(page.board.table, row("张家港"), files([paper(tmp_path, "扫描件.pdf", b"x" * 3_000_000)]))
    assert piece(desk, "联络员名单", "张家港").state is State.OPEN  # saved only once it is
    qtbot.waitUntil(lambda: piece(desk, "联络员名单", "张家港").state is State.RECEIVED)
    assert desk.checks.run() == []


def test_a_large_receipt_that_is_cancelled_leaves_nothing(
    desk: Desk,
    page: SubmissionView,
    row: Callable[[str], QPoint],
    told: list[str],
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(handling, "LARGE", 1000)
    begun, cancelled, keep = Event(), Event(), Keeping.__call__

    def slow(self: Keeping, progress: Progress = lambda done, total: None) -> object:
        def wait(done: int, total: int) -> None:
            begun.set()
            assert cancelled.wait(10)
            progress(done, total)

        return keep(self, wait)

    monkeypatch.setattr(Keeping, "__call__", slow)
    at = row("张家港")
    drop(page.board.table, at, files([paper(tmp_path, "扫描件.pdf", b"x" * 3_000_000)]))
    assert begun.wait(10)
    cancel = next(b for b in page.findChildren(QPushButton) if b.text() == "取消" and b.isVisible())
    drop(page.board.table, at, files([paper(tmp_path, "又一件.pdf", b"y" * 2_000)]))
    assert "正在收下另一批大文件" in told[0]
    cancel.click()
    cancelled.set()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[1] == "已取消，没有收下任何文件。"
    assert not cancel.isVisible()
    assert piece(desk, "联络员名单", "张家港").state is State.OPEN
    assert desk.checks.run() == []


def test_a_full_disk_is_said_and_nothing_is_recorded(
    desk: Desk,
    page: SubmissionView,
    row: Callable[[str], QPoint],
    told: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(self: Keeping, progress: Progress = lambda done, total: None) -> None:
        raise UserError("磁盘已满，“x”没有收下。请腾出空间后再试。")

    monkeypatch.setattr(Keeping, "__call__", full)
    drop(page.board.table, row("张家港"), files([paper(tmp_path)]))
    assert told == ["磁盘已满，“x”没有收下。请腾出空间后再试。"]
    assert piece(desk, "联络员名单", "张家港").state is State.OPEN


def test_dropped_on_a_reviewed_piece_it_asks_before_going_back(
    desk: Desk, page: SubmissionView, row: Callable[[str], QPoint], tmp_path: Path
) -> None:
    owed = piece(desk, "联络员名单", "张家港")
    desk.submissions.receive(owed.id, [])
    desk.submissions.mark(owed.id, State.REVIEWED)
    for answer, state in (("取消", State.REVIEWED), ("补收，回到已收", State.RECEIVED)):
        drop(page.board.table, row("张家港"), files([paper(tmp_path, "补.docx")]))
        box = next(each for each in page.findChildren(QMessageBox) if each.isVisible())
        assert "须重新审核" in box.text()
        next(button for button in box.buttons() if button.text() == answer).click()
        assert desk.submissions.get(owed.id).state is state


def test_dropped_on_a_piece_sent_up_it_is_refused(
    desk: Desk, page: SubmissionView, row: Callable[[str], QPoint], told: list[str], tmp_path: Path
) -> None:
    owed = piece(desk, "联络员名单", "张家港")
    desk.submissions.receive(owed.id, [])
    desk.submissions.mark(owed.id, State.SENT_UP)
    drop(page.board.table, row("张家港"), files([paper(tmp_path, "补.docx")]))
    assert len(told) == 1
    assert desk.submissions.get(owed.id).state is State.SENT_UP
