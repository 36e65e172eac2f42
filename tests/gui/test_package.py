"""材料包 in the real window: choosing, what is missing, making, cancelling, verifying."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from lianbing_desktop.domain.burning import Drive
from lianbing_desktop.domain.media import Media
from lianbing_desktop.domain.package import PackagePlan, Verdict
from lianbing_desktop.domain.submission import State, Submission
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.mainwindow import MainWindow
from lianbing_desktop.gui.package.choice import choice_groups
from lianbing_desktop.gui.package.model import COL_NAME, COL_WHAT, ChoiceModel
from lianbing_desktop.gui.package.override_dialog import OverrideDialog
from lianbing_desktop.gui.package.step_card import Phases
from lianbing_desktop.gui.package.verdict import verdict_lines, verdict_words
from lianbing_desktop.gui.package.view import PackageView
from lianbing_desktop.gui.widgets.job_bar import size_words
from lianbing_desktop.gui.widgets.noted import NotedLine, NotedModel
from lianbing_desktop.services.desk import Desk
from lianbing_desktop.services.packages import Built, Packages
from lianbing_desktop.services.specimens import docx, pdf

LEFT = Qt.MouseButton.LeftButton
CHECK = Qt.ItemDataRole.CheckStateRole
SUMMARY = "活动总结（各市、区）"


@pytest.fixture
def pieces(desk: Desk, tmp_path: Path) -> list[Submission]:
    """The ten summaries, three of them received: one with two files, one with a name too long for a disc."""
    found = [each for each in desk.submissions.all() if each.requirement == SUMMARY]
    for number, name in enumerate(("总结.docx", f"{'长' * 70}.pdf")):
        desk.submissions.receive(found[number].id, [paper(tmp_path, name)])
    desk.submissions.receive(found[2].id, [paper(tmp_path, "说明.docx"), paper(tmp_path, "照片.jpg")])
    return [desk.submissions.get(each.id) for each in found]


@pytest.fixture
def page(pieces: list[Submission], window: MainWindow, qtbot: QtBot) -> PackageView:
    page = window.page("package")
    assert isinstance(page, PackageView)
    wait_looked(page, qtbot)
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
    """Write a real file of the kind its name says, over 10 KB; pictures repeat their name."""
    path = folder / "in" / name[:40]
    path = path.with_name(name if len(name.encode()) < 250 else name[:60] + Path(name).suffix)
    path.parent.mkdir(exist_ok=True)
    kind = path.suffix.lstrip(".")
    made = {"docx": docx, "pdf": pdf}.get(kind)
    path.write_bytes(made([name]) if made else name.encode() * 1000)
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


def column(page: PackageView, number: int) -> list[str]:
    """Return one column of the findings."""
    model = page._check.table.noted
    return [str(model.index(row, number).data()) for row in range(model.rowCount())]


def wait_looked(page: PackageView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page._check.bar.is_running and "还没有检查完" not in ready_words(page), timeout=20_000)


def ready_words(page: PackageView) -> str:
    return page._make.summary.text()


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
    table = page._check.table
    row = column(page, 2).index(f"{pieces[5].unit} {SUMMARY}")
    table.setCurrentIndex(table.noted.index(row, 2))
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened == [("submission", pieces[5].id)]


def test_blocking_findings_come_first_with_another_shape_and_keep_from_making(page: PackageView) -> None:
    words = [page._check.table.noted.index(row, 0).data() for row in range(page._check.table.noted.rowCount())]
    assert words[0] == "必须改"
    assert words == sorted(words, key=lambda word: word != "必须改")
    assert not page._make.make.isEnabled()
    assert "必须改" in page._make.summary.text()


def test_a_bad_name_leads_to_its_cell_and_is_mended_there(
    page: PackageView, desk: Desk, qtbot: QtBot, window: MainWindow
) -> None:
    page._check.table.opened.emit(page._check.table.noted.index(0, 0))
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
    page: PackageView, desk: Desk, pieces: list[Submission], tmp_path: Path, qtbot: QtBot
) -> None:
    desk.submissions.receive(pieces[9].id, [paper(tmp_path, "后到.docx")])
    assert "5 个文件" in page._choice.summary.text()
    wait_looked(page, qtbot)
    desk.submissions.mark(pieces[8].id, State.NOT_NEEDED, note="已并入")
    assert f"{pieces[8].unit} {SUMMARY}" not in column(page, 2)


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

    def slow(
        plan: PackagePlan, to: Path, image: Path | None, progress: Callable[[int, int], None], recovery: bool
    ) -> Built:
        def halting(done: int, total: int) -> None:
            if image and image.exists():  # verifying: folder and image are both there
                in_last_round.set()
                go_on.wait(10)
            progress(done, total)

        return build(plan, to, image, halting, recovery)

    monkeypatch.setattr(Packages, "build", staticmethod(slow))
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
    page._verify.verify(image)
    qtbot.waitUntil(lambda: not page._verify.bar.is_running, timeout=20_000)
    model = page._verify._differences.noted
    found = [(model.index(row, 0).data(), model.index(row, 1).data()) for row in range(model.rowCount())]
    assert page._verify._badge.accessibleName() == "校验未通过"
    assert any(kind == "内容已变" and "照片.jpg" in name for kind, name in found)


def test_what_is_no_package_is_told(page: PackageView, told: list[UserError], tmp_path: Path, qtbot: QtBot) -> None:
    page._verify.verify(tmp_path)
    qtbot.waitUntil(lambda: not page._verify.bar.is_running, timeout=20_000)
    assert told
    assert page._verify._folder.isEnabled()


def test_the_page_says_what_to_do_where_nothing_came(window: MainWindow) -> None:
    page = window.page("package")
    assert isinstance(page, PackageView)
    assert "收件后才能制作" in page._make.summary.text()
    assert "处提醒" in page._check.summary.text()
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


# --- looking into files, reasons, discs, burning ---


@pytest.fixture
def gap(desk: Desk, pieces: list[Submission], tmp_path: Path) -> Submission:
    """The summary of a county that left a gap in it."""
    path = tmp_path / "in" / "未填完.docx"
    path.write_bytes(docx(["共查处【待填：件数】件"]))
    desk.submissions.receive(pieces[6].id, [path])
    return desk.submissions.get(pieces[6].id)


def choose(page: PackageView, rule: str) -> None:
    table = page._check.table
    table.setCurrentIndex(table.noted.index(column(page, 1).index(rule), 1))


def test_a_fault_inside_a_file_is_found_in_a_job(gap: Submission, page: PackageView, desk: Desk) -> None:
    assert "R09" in column(page, 1)
    assert desk.packages.inspecting(page._chosen).files == ()
    assert not page._check.inspect.isVisible()


def test_a_reason_lets_a_finding_pass_and_can_be_taken_back(
    gap: Submission, page: PackageView, desk: Desk, qtbot: QtBot, window: MainWindow
) -> None:
    page._choice.short_asked.emit()
    assert not page._check.override.isEnabled()
    choose(page, "R09")
    qtbot.mouseClick(page._check.override, LEFT)
    (dialog,) = page._check.findChildren(OverrideDialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "请写明" in dialog.form.error.text()
    dialog.form.reason.setPlainText("件数以省厅公布为准")
    qtbot.mouseClick(dialog.sure, LEFT)
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: "已放行" in column(page, 0))
    assert "移交清单" in toast(window)
    assert page._make.make.isEnabled()
    assert "1 处已放行" in page._check.summary.text()
    choose(page, "R09")
    qtbot.mouseClick(page._check.withdraw, LEFT)
    qtbot.waitUntil(lambda: not page._make.make.isEnabled())


def test_a_name_takes_no_reason(page: PackageView) -> None:
    choose(page, "R12")
    assert not page._check.override.isEnabled()


def test_looking_into_files_can_be_stopped_and_taken_up_again(
    page: PackageView, desk: Desk, pieces: list[Submission], tmp_path: Path, qtbot: QtBot
) -> None:
    desk.submissions.receive(pieces[7].id, [paper(tmp_path, "又一份.docx")])
    qtbot.waitUntil(lambda: page._check.bar.is_running)
    qtbot.mouseClick(page._check.bar.cancel, LEFT)
    qtbot.waitUntil(lambda: not page._check.bar.is_running)
    if page._check.inspect.isVisible():  # it was stopped before it was through
        assert not page._make.make.isEnabled()
        qtbot.mouseClick(page._check.inspect, LEFT)
    wait_looked(page, qtbot)
    assert not page._check.inspect.isVisible()


def test_the_kind_of_disc_says_how_many_and_splits(
    page: PackageView, ready: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert page._make._discs.text() == ""
    monkeypatch.setattr("lianbing_desktop.domain.media.OWN_FILES", Media.CD.capacity - 24_000)
    page._make.media.setCurrentIndex(page._make.media.findData("cd"))
    assert "要 3 张" in page._make._discs.text()
    qtbot.mouseClick(page._make.make, LEFT)
    wait_made(page, qtbot)
    assert "3 张光盘" in page._make._words.text()
    assert sorted(path.name for path in ready.parent.glob("*.iso")) == [f"材料包-{n}.iso" for n in (1, 2, 3)]
    assert page._burn.image.text() == str(ready.with_name("材料包-1.iso"))


def test_an_image_is_burnt_read_back_recorded_and_labelled(
    page: PackageView, ready: Path, qtbot: QtBot, tmp_path: Path, desk: Desk, window: MainWindow
) -> None:
    if shutil.which("xorriso") is None:
        pytest.skip("xorriso is not installed")
    card = page._burn
    qtbot.mouseClick(page._make.make, LEFT)
    wait_made(page, qtbot)
    qtbot.waitUntil(lambda: card.search.isEnabled(), timeout=20_000)
    assert not card.burn.isEnabled(), "no burner yet"
    card.show_drives([Drive(f"stdio:{tmp_path / 'disc'}", "试验")])
    qtbot.mouseClick(card.burn, LEFT)
    qtbot.waitUntil(lambda: not card.bar.is_running, timeout=30_000)
    assert card._badge.accessibleName() == "校验通过"
    assert toast(window) == "光盘已刻好，读回一致"
    qtbot.waitUntil(lambda: card.records.noted.rowCount() == 1)
    assert card.records.noted.index(0, 5).data() == "2021年10月20日"
    assert [burn.volume for burn in desk.burning.all()] == ["LIANBING_2017"]
    card.records.setCurrentIndex(card.records.noted.index(0, 1))
    assert card.label.isEnabled()
    qtbot.mouseClick(card.withdraw, LEFT)
    (box,) = card.findChildren(QMessageBox)
    next(button for button in box.buttons() if button.text() == "作废").click()
    qtbot.waitUntil(lambda: card.records.noted.rowCount() == 0)


def test_no_burner_is_said_in_words(page: PackageView) -> None:
    page._burn.show_drives([])
    assert "没有找到刻录机" in page._burn.summary.text()
    assert not page._burn.burn.isEnabled()
