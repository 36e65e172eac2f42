"""材料包 in the real window: choosing, what is missing, making, cancelling, verifying."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from lianbing_desktop.domain.package import Verdict
from lianbing_desktop.domain.submission import State, Submission
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.mainwindow import MainWindow
from lianbing_desktop.gui.package.choice import choice_groups
from lianbing_desktop.gui.package.model import COL_NAME, COL_WHAT, ChoiceModel
from lianbing_desktop.gui.package.step_card import Phases
from lianbing_desktop.gui.package.verdict import verdict_lines, verdict_words
from lianbing_desktop.gui.package.view import PackageView
from lianbing_desktop.gui.widgets.job_bar import size_words
from lianbing_desktop.gui.widgets.noted import NotedLine, NotedModel
from lianbing_desktop.services.desk import Desk
from lianbing_desktop.services.packages import Built, Packages

LEFT = Qt.MouseButton.LeftButton
CHECK = Qt.ItemDataRole.CheckStateRole
SUMMARY = "活动总结（各市、区）"


@pytest.fixture
def pieces(desk: Desk, tmp_path: Path) -> list[Submission]:
    """The ten summaries, three of them received: one with two files, one with a name too long for a disc."""
    found = [each for each in desk.submissions.all() if each.requirement == SUMMARY]
    for number, name in enumerate(("总结.docx", f"{'长' * 70}.pdf")):
        desk.submissions.receive(found[number].id, [paper(tmp_path, name)])
    desk.submissions.receive(found[2].id, [paper(tmp_path, "总结.docx"), paper(tmp_path, "照片.jpg")])
    return [desk.submissions.get(each.id) for each in found]


@pytest.fixture
def page(pieces: list[Submission], window: MainWindow) -> PackageView:
    page = window.page("package")
    assert isinstance(page, PackageView)
    return page


@pytest.fixture
def told(window: MainWindow) -> list[UserError]:
    seen: list[UserError] = []
    object.__setattr__(window.frame, "tell", seen.append)
    return seen


@pytest.fixture
def opened(window: MainWindow) -> list[tuple[str, int]]:
    seen: list[tuple[str, int]] = []
    object.__setattr__(window.frame, "open", lambda kind, key: seen.append((kind, key)))
    return seen


@pytest.fixture
def ready(page: PackageView, tmp_path: Path) -> Path:
    """Names mended and a place chosen; returns the folder to be made."""
    page._choice.short_asked.emit()
    folder = tmp_path / "出" / "材料包"
    page._make.folder.setText(str(folder))
    page._make._follow(str(folder))
    return folder


def paper(folder: Path, name: str) -> Path:
    path = folder / "in" / name[:40]
    path = path.with_name(name if len(name.encode()) < 250 else name[:60] + Path(name).suffix)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(name.encode() * 1000)
    return path


def group_of(page: PackageView, title: str) -> QModelIndex:
    model = page._choice.choices
    rows = [model.index(row, COL_WHAT) for row in range(model.rowCount())]
    return next(index for index in rows if index.data() == title)


def rows_of(page: PackageView, title: str) -> Iterator[QModelIndex]:
    model, group = page._choice.choices, group_of(page, title)
    yield from (model.index(row, COL_WHAT, group) for row in range(model.rowCount(group)))


def toast(window: MainWindow) -> str:
    return window._toast._text.text() if window._toast.isVisible() else ""


def wait_made(page: PackageView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page._make.bar.is_running, timeout=20_000)


def test_the_campaigns_own_choice_is_ticked_and_counted(page: PackageView) -> None:
    assert group_of(page, SUMMARY).data(CHECK) == Qt.CheckState.Checked
    assert "4 个文件" in page._choice.summary.text()
    assert len(list(rows_of(page, SUMMARY))) == 11, "ten units, one of them with two files"


def test_a_tick_takes_a_submission_out_and_in_again(page: PackageView, qtbot: QtBot) -> None:
    tree, row = page._choice.tree, next(rows_of(page, SUMMARY))
    tree.setCurrentIndex(row)
    qtbot.keyClick(tree, Qt.Key.Key_Space)
    assert "3 个文件" in page._choice.summary.text()
    assert group_of(page, SUMMARY).data(CHECK) == Qt.CheckState.PartiallyChecked
    qtbot.keyClick(tree, Qt.Key.Key_Space)
    assert "4 个文件" in page._choice.summary.text()


def test_the_box_of_a_requirement_ticks_all_below_it(page: PackageView) -> None:
    page._choice.choices.setData(group_of(page, SUMMARY), Qt.CheckState.Unchecked.value, CHECK)
    assert "0 个文件" in page._choice.summary.text()
    assert not page._make.make.isEnabled()
    assert "还没有收到文件" in page._make.summary.text()


def test_a_click_on_the_box_is_a_tick(page: PackageView, qtbot: QtBot) -> None:
    tree, row = page._choice.tree, next(rows_of(page, SUMMARY))
    tree.scrollTo(row)
    rect = tree.visualRect(row)
    qtbot.mouseClick(tree.viewport(), LEFT, pos=QPoint(rect.left() + 10, rect.center().y()))
    assert row.data(CHECK) == Qt.CheckState.Unchecked


def test_a_submission_without_a_file_is_told_and_leads_there(
    page: PackageView, opened: list[tuple[str, int]], pieces: list[Submission], qtbot: QtBot
) -> None:
    table = page._lacks
    places = [table.noted.index(row, 1).data() for row in range(table.noted.rowCount())]
    row = places.index(f"{pieces[5].unit} {SUMMARY}")
    table.scrollTo(table.noted.index(row, 1))
    at = table.visualRect(table.noted.index(row, 1)).center()
    qtbot.mouseClick(table.viewport(), LEFT, pos=at)
    assert opened == [("submission", pieces[5].id)]


def test_blocking_findings_come_first_with_another_shape_and_keep_from_making(page: PackageView) -> None:
    words = [page._lacks.noted.index(row, 0).data() for row in range(page._lacks.noted.rowCount())]
    assert words[0] == "必须改"
    assert words == sorted(words, key=lambda word: word != "必须改")
    assert not page._make.make.isEnabled()
    assert "必须改" in page._make.summary.text()


def test_a_bad_name_leads_to_its_cell_and_is_mended_there(
    page: PackageView, desk: Desk, qtbot: QtBot, window: MainWindow
) -> None:
    page._lacks.opened.emit(page._lacks.noted.index(0, 0))
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "02_short.pdf")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "02_short.pdf" in [item.name for item in desk.packages.items(page._chosen)])
    assert page._make.make.isEnabled()
    assert "原文件不变" in toast(window)


def test_a_name_no_disc_keeps_is_refused_with_a_sentence(page: PackageView, told: list[UserError]) -> None:
    index = page._choice.choices.index(0, COL_NAME, group_of(page, SUMMARY))
    before = index.data()
    page._choice.choices.setData(index, "a:b?.docx")
    assert "不能写到光盘上" in told[0].message
    assert index.data() == before


def test_the_short_names_proposed_are_taken_with_one_button(page: PackageView, qtbot: QtBot) -> None:
    assert page._choice._short.isVisible()
    qtbot.mouseClick(page._choice._short, LEFT)
    assert not page._choice._short.isVisible()
    assert page._make.make.isEnabled()


def test_what_is_received_meanwhile_appears(
    page: PackageView, desk: Desk, pieces: list[Submission], tmp_path: Path
) -> None:
    desk.submissions.receive(pieces[9].id, [paper(tmp_path, "后到.docx")])
    assert "5 个文件" in page._choice.summary.text()
    desk.submissions.mark(pieces[8].id, State.NOT_NEEDED, note="已并入")
    places = [page._lacks.noted.index(row, 1).data() for row in range(page._lacks.noted.rowCount())]
    assert f"{pieces[8].unit} {SUMMARY}" not in places


def test_folder_and_image_are_made_read_back_and_recorded(
    page: PackageView, ready: Path, qtbot: QtBot, window: MainWindow
) -> None:
    qtbot.mouseClick(page._make.make, LEFT)
    assert page._make.bar.isVisible()
    wait_made(page, qtbot)
    assert page._make._badge.accessibleName() == "校验通过"
    words = page._make._words.text()
    assert str(ready) in words
    assert "4 个文件" in words
    assert (ready / "校验清单.txt").is_file()
    assert ready.with_name("材料包.iso").stat().st_size > 0
    assert page._make.make.isEnabled()
    assert toast(window) == "材料包已做好"


def test_without_the_image_only_the_folder_is_made(page: PackageView, ready: Path, qtbot: QtBot) -> None:
    page._make.with_image.setChecked(False)
    assert not page._make.image.isEnabled()
    qtbot.mouseClick(page._make.make, LEFT)
    wait_made(page, qtbot)
    assert [each.name for each in ready.parent.iterdir()] == ["材料包"]


def test_a_cancelled_build_leaves_nothing(
    page: PackageView, ready: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, window: MainWindow
) -> None:
    in_last_round, go_on = Event(), Event()
    build = Packages.build

    def slow(self: Packages, plan: object, to: Path, image: Path | None, progress: Callable[[int, int], None]) -> Built:
        def halting(done: int, total: int) -> None:
            if image and image.exists():  # verifying: folder and image are both there
                in_last_round.set()
                go_on.wait(10)
            progress(done, total)

        return build(self, plan, to, image, halting)

    monkeypatch.setattr(Packages, "build", slow)
    qtbot.mouseClick(page._make.make, LEFT)
    assert in_last_round.wait(20)
    qtbot.mouseClick(page._make.bar.cancel, LEFT)
    go_on.set()
    wait_made(page, qtbot)
    assert list(ready.parent.iterdir()) == []
    assert "没有留下任何文件" in toast(window)
    assert page._make.make.isEnabled()


def test_a_full_folder_is_not_written_into(page: PackageView, ready: Path, told: list[UserError], qtbot: QtBot) -> None:
    ready.mkdir(parents=True)
    (ready / "别人的.txt").write_text("stay")
    qtbot.mouseClick(page._make.make, LEFT)
    wait_made(page, qtbot)
    assert "已有东西" in told[0].message
    assert (ready / "别人的.txt").read_text() == "stay"
    assert page._make.make.isEnabled()


def test_an_image_already_there_is_not_replaced(
    page: PackageView, ready: Path, told: list[UserError], qtbot: QtBot
) -> None:
    ready.parent.mkdir()
    ready.with_name("材料包.iso").write_text("old")
    qtbot.mouseClick(page._make.make, LEFT)
    assert "不会覆盖" in told[0].message
    assert not ready.exists()


@pytest.mark.parametrize("place", ["", "相对的/位置"])
def test_a_place_must_be_whole(page: PackageView, ready: Path, told: list[UserError], qtbot: QtBot, place: str) -> None:
    page._make.folder.setText(place)
    qtbot.mouseClick(page._make.make, LEFT)
    assert "完整的位置" in told[0].message


def test_the_place_chosen_gets_the_proposed_name_and_is_remembered(
    page: PackageView, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *args: str(tmp_path))
    page._make._on_folder_asked()
    name = "2017年苏州市环境执法大练兵活动材料-20171020"
    assert page._make.folder.text() == str(tmp_path / name)
    assert page._make.image.text() == str(tmp_path / f"{name}.iso")


def test_a_damaged_image_is_named_file_by_file(page: PackageView, ready: Path, qtbot: QtBot) -> None:
    qtbot.mouseClick(page._make.make, LEFT)
    wait_made(page, qtbot)
    image = ready.with_name("材料包.iso")
    data = bytearray(image.read_bytes())
    data[data.find("照片.jpg".encode() * 900) + 5000] ^= 1
    image.write_bytes(data)
    page._check.verify(image)
    qtbot.waitUntil(lambda: not page._check.bar.is_running, timeout=20_000)
    model = page._check._differences.noted
    found = [(model.index(row, 0).data(), model.index(row, 1).data()) for row in range(model.rowCount())]
    assert page._check._badge.accessibleName() == "校验未通过"
    assert any(kind == "内容已变" and "照片.jpg" in name for kind, name in found)


def test_what_is_no_package_is_told(page: PackageView, told: list[UserError], tmp_path: Path, qtbot: QtBot) -> None:
    page._check.verify(tmp_path)
    qtbot.waitUntil(lambda: not page._check.bar.is_running, timeout=20_000)
    assert told
    assert page._check._folder.isEnabled()


def test_the_page_says_what_to_do_where_nothing_came(window: MainWindow) -> None:
    page = window.page("package")
    assert isinstance(page, PackageView)
    assert "收件后才能制作" in page._make.summary.text()
    assert "还缺" in page._lacking.summary.text()
    assert not page._make.make.isEnabled()


def test_the_choice_model_is_sound(desk: Desk, pieces: list[Submission]) -> None:
    model = ChoiceModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    chosen = desk.packages.usual()
    groups = choice_groups(desk.packages.candidates(), desk.packages.items(chosen), chosen, chosen)
    assert model.set_rows(groups)
    assert not model.set_rows(choice_groups(desk.packages.candidates(), [], set(), chosen)), (
        "the same rows keep the tree"
    )
    assert model.set_rows(groups[:1])
    assert tester is not None


def test_the_model_of_lines_is_sound() -> None:
    model = NotedModel(("名字",))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    verdict = Verdict(4, ("甲",), ("乙", "丙"), ("丁",), ("戊",))
    lines: list[NotedLine] = verdict_lines(verdict)
    model.set_rows(lines)
    assert [(line.badge.word, line.texts[0]) for line in lines] == [
        ("缺少", "甲"), ("内容已变", "乙"), ("内容已变", "丙"), ("多出", "丁"), ("光盘结构", "戊"),
    ]  # fmt: skip
    assert "5 处" in verdict_words(verdict)
    assert tester is not None


def test_rounds_of_a_build_are_told_apart() -> None:
    phases = Phases(("甲", "乙", "丙"))
    seen: list[tuple[str, int]] = []
    progress = phases.watch(lambda done, total: seen.append((phases.words(), done)))
    for done in (1, 5, 9, 2, 9, 1, 4, 0):
        progress(done, 9)
    assert [words for words, _ in seen] == ["甲", "甲", "甲", "乙", "乙", "丙", "丙", "丙"]


@pytest.mark.parametrize(("size", "words"), [(0, "0 KB"), (10, "1 KB"), (99_999, "100 KB"), (12_345_678, "12.3 MB")])
def test_sizes_are_told_in_megabytes(size: int, words: str) -> None:
    assert size_words(size) == words


def test_what_the_campaign_does_not_put_on_the_disc_stands_below_a_heading(page: PackageView, desk: Desk) -> None:
    other = next(each for each in desk.submissions.all() if each.requirement == "联络员名单")
    assert "其他已收材料" not in titles(page)
    desk.submissions.receive(other.id, [paper(Path(desk.home.root).parent, "名单.docx")])
    shown = titles(page)
    assert shown.index(SUMMARY) < shown.index("其他已收材料") < shown.index("联络员名单")
    heading = group_of(page, "其他已收材料")
    assert heading.data(CHECK) is None
    assert not heading.flags() & Qt.ItemFlag.ItemIsSelectable
    QAbstractItemModelTester(page._choice.choices, QAbstractItemModelTester.FailureReportingMode.Fatal)


def titles(page: PackageView) -> list[str]:
    model = page._choice.choices
    return [str(model.index(row, COL_WHAT).data()) for row in range(model.rowCount())]
