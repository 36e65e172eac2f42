"""Paper: nothing is cut or lost, headings and merged cells come again on every page, PDF text reads right."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QApplication, QToolBar
from pytestqt.qtbot import QtBot

from lianbing_desktop.domain.lettering import on_paper
from lianbing_desktop.domain.sheet import Column, Sheet
from lianbing_desktop.errors import UserError
from lianbing_desktop.export import pdf
from lianbing_desktop.gui.colors import DARK
from lianbing_desktop.gui.paper import PaperRenderer, preview, write_pdf
from lianbing_desktop.gui.paper.block import BOXES, TextBlock
from lianbing_desktop.gui.paper.page import Page, Piece
from lianbing_desktop.gui.paper.setting import FOOTER, Setting
from lianbing_desktop.gui.style import palette
from tests.support.sheets import HOSTILE, PLAN, checklist

pytestmark = pytest.mark.usefixtures("qapp")

A4 = (10_000.0, 14_500.0)
RADICALS = re.compile("[\u2e80-\u2fdf]")


def words(piece: Piece) -> str:
    """The text that a piece shows."""
    if not isinstance(piece.block, TextBlock):
        return "□"
    layout = piece.block._layout
    lines = (layout.lineAt(index) for index in range(piece.first, piece.last))
    return "".join(layout.text()[line.textStart() : line.textStart() + line.textLength()] for line in lines)


def pages_of(sheet: Sheet, size: tuple[float, float] = A4) -> list[Page]:
    return Setting(sheet, *size).pages()


def columns(pages: list[Page]) -> Iterator[tuple[int, Piece]]:
    """Every framed piece under a heading, with its column."""
    for page in pages:
        lefts = sorted({piece.rect.x() for piece in page.pieces if piece.is_framed})
        for piece in page.pieces:
            if piece.is_framed and not piece.is_shaded:
                yield lefts.index(piece.rect.x()), piece


LONG = Sheet(
    name="长",
    title="长",
    columns=(Column("甲", 1), Column("乙", 3)),
    rows=(
        ("短甲", "前"),
        ("短甲", "长文" * 2000),
        ("短甲", "后"),
        ("很长的甲" * 300, "一"),
        ("很长的甲" * 300, "二"),
        ("尾", "字" * 40_000),
    ),
    merged=(0,),
)


def test_texts_of_any_length_are_whole_over_the_pages() -> None:
    shown = dict.fromkeys(range(2), "")
    for column, piece in columns(pages_of(LONG)):
        shown[column] += words(piece)
    assert shown[1] == "".join(str(row[1]) for row in LONG.rows)
    assert "很长的甲" * 300 + "尾" in shown[0]


@pytest.mark.parametrize("sheet", [LONG, PLAN, checklist(120), HOSTILE], ids=["long", "plan", "checklist", "hostile"])
@pytest.mark.parametrize("size", [A4, (14_500.0, 9_000.0), (5_000.0, 4_000.0)])
def test_pieces_stay_on_the_page_and_lines_in_their_pieces(sheet: Sheet, size: tuple[float, float]) -> None:
    area = QRectF(-1, -1, size[0] + 2, size[1] - FOOTER + 2)
    for page in pages_of(sheet, size):
        for piece in page.pieces:
            assert area.contains(piece.rect)
            assert (piece.last - piece.first) * piece.block.leading <= piece.rect.height() + 1


@pytest.mark.parametrize("sheet", [LONG, checklist(120)], ids=["long", "checklist"])
def test_pieces_do_not_overlap(sheet: Sheet) -> None:
    for page in pages_of(sheet):
        rects = [piece.rect.adjusted(2, 2, -2, -2) for piece in page.pieces]
        assert not any(
            a.intersects(b) for i, a in enumerate(rects) for b in rects[:i] if a.height() > 0 and b.height() > 0
        )


def test_headings_and_merged_texts_come_again_on_every_page() -> None:
    pages = pages_of(checklist(200), (14_500.0, 9_000.0))
    assert len(pages) > 5
    for page in pages[:-1]:
        shaded = [words(piece) for piece in page.pieces if piece.is_shaded]
        assert shaded == ["报送要求", "单位", "截止日期", "完成", "状态", "份数", "备注"]
        merged = [words(piece) for column, piece in columns([page]) if column == 0]
        assert merged
        assert all(text.startswith("工作简讯（第") and text.endswith("期）") for text in merged)


def test_a_row_is_not_broken_unless_it_is_very_long() -> None:
    sheet = replace(PLAN, rows=tuple((f"{index}", "六行的文字，" * 25, "") for index in range(40)), merged=())
    pieces = [piece for column, piece in columns(pages_of(sheet)) if column == 1]
    assert len(pieces) == 40


def test_a_heading_that_fits_no_page_is_told() -> None:
    with pytest.raises(UserError, match="纸张太小"):
        pages_of(PLAN, (3_000.0, 1_200.0))


def test_lines_below_stand_together() -> None:
    for count in range(20, 45):
        pages = pages_of(checklist(count), (14_500.0, 9_000.0))
        texts = [words(piece) for piece in pages[-1].pieces if not piece.is_framed]
        assert [text[:2] for text in texts[-2:]] == ["填表", "日期"]


def test_boxes_are_drawn_ticked_or_not() -> None:
    """The ticked one has more ink, and both have a frame rather than a letter of some font."""
    ink = {}
    for text in BOXES:
        image = QImage(200, 120, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        sheet = Sheet("表", "题", (Column("列", 1),), ((text,),))
        piece = next(piece for _, piece in columns(pages_of(sheet)))
        painter = QPainter(image)
        painter.scale(0.3, 0.3)
        piece.block.draw(painter, 20, 20, 0, 1)
        painter.end()
        ink[text] = sum(image.pixelColor(x, y).lightness() < 128 for x in range(200) for y in range(120))
    assert ink["□"] == ink["☐"] > 100
    assert ink["☑"] > ink["□"] * 1.2


def extracted(path: Path) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed (Debian: poppler-utils)")
    done = subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", str(path), "-"], capture_output=True, check=True)
    return re.sub(r"\s", "", done.stdout.decode("utf-8"))


def source(sheet: Sheet, footer: str) -> str:
    """The text of a sheet on one page, in reading order."""
    parts = [sheet.above, sheet.title, sheet.subtitle, *(column.heading for column in sheet.columns)]
    for index, row in enumerate(sheet.rows):
        for column, cell in enumerate(row):
            is_begun = column not in sheet.merged or index in dict(sheet.spans(column))
            parts.append(on_paper(cell) if is_begun and cell not in BOXES else "")
    return re.sub(r"\s", "", "".join([*parts, *sheet.below, footer]))


TRICKY = replace(
    PLAN,
    rows=(
        *PLAN.rows,
        (
            "11月",
            "行政——“日月”……·；fi ffi 日期 ㎡ μ ℃ №1 ①②③ ～-—– 【】《》 é ㈠ ⑴ PM2.5 COD5 No1 高金门鼓 々〇 １２",
            "工、大",
        ),
    ),
)


@pytest.mark.parametrize("sheet", [PLAN, TRICKY, checklist(9)], ids=["plan", "tricky", "checklist"])
def test_the_text_of_a_pdf_is_the_source(tmp_path: Path, sheet: Sheet) -> None:
    path = tmp_path / "x.pdf"
    lookalikes = write_pdf([sheet], path)
    pdf.mend(path, lookalikes)
    assert extracted(path) == source(sheet, "第1页共1页")
    assert not RADICALS.search(extracted(path))


def test_without_mending_noto_gives_radicals(tmp_path: Path) -> None:
    """The control: if Qt's writer should learn better, this one tells that mending can go."""
    if "Noto" not in QGuiApplication.font().family():
        pytest.skip(f"the font is {QGuiApplication.font().family()}, not Noto CJK")
    lookalikes = write_pdf([PLAN], tmp_path / "x.pdf")
    assert lookalikes["⾏"] == "行"
    assert RADICALS.search(extracted(tmp_path / "x.pdf"))


def test_pages_are_counted_and_stand_as_their_sheets_do(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    pdf.mend(path, write_pdf([PLAN, checklist(60)], path))
    text = extracted(path)
    assert re.findall(r"第(\d)页共(\d)页", text) == [(str(n), "5") for n in range(1, 6)]
    import pikepdf

    with pikepdf.open(path) as made:
        boxes = [[float(side) for side in page.mediabox] for page in made.pages]
    assert [box[2] > box[3] for box in boxes] == [False, True, True, True, True]


def test_the_same_sheets_give_the_same_pdf(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        pdf.mend(tmp_path / name, write_pdf([PLAN], tmp_path / name))
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


@pytest.mark.parametrize("letter", ["𠮷", "😀", "\U00031350"])
def test_a_character_a_pdf_would_lose_is_named(tmp_path: Path, letter: str) -> None:
    sheet = replace(PLAN, rows=(("6月", f"王{letter}", "x"),))
    with pytest.raises(UserError, match=f"U\\+{ord(letter):X}"):
        write_pdf([sheet], tmp_path / "x.pdf")
    assert list(tmp_path.iterdir()) == []


def test_a_stopped_job_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(b"old")
    seen = []

    def stop(done: int, total: int) -> bool:
        seen.append((done, total))
        return done < 2

    with pytest.raises(UserError, match="已取消"):
        write_pdf([checklist(200)], path, stop)
    assert [done for done, _ in seen] == [1, 2]
    assert path.read_bytes() == b"old"


def test_hostile_sheets_print(tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "x.pdf"))
    a5 = QPageLayout(QPageSize(QPageSize.PageSizeId.A5), QPageLayout.Orientation.Portrait, QMarginsF(10, 10, 10, 10))
    printer.setPageLayout(a5)
    assert PaperRenderer([HOSTILE]).print_to(printer)
    assert printer.pageLayout().pageSize().size(QPageSize.Unit.Millimeter) == QSizeF(148, 210)
    assert "a<b与c>d" in extracted(tmp_path / "x.pdf")


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has no window manager to tell
def test_preview_shows_all_pages_in_chinese(qtbot: QtBot) -> None:
    dialog = preview([checklist(60)], None)
    qtbot.addWidget(dialog)
    qtbot.waitExposed(dialog)
    assert dialog.windowTitle() == "打印预览 · 2017年苏州市环境执法大练兵活动报送清单"
    assert dialog.isModal()

    shown = dialog.findChild(QPrintPreviewWidget)
    qtbot.waitUntil(lambda: shown.pageCount() == 4)
    assert [button.text() for button in (dialog.paper, dialog.shut, dialog.send)] == ["页面设置…", "关闭", "打印…"]
    assert all(button.isVisible() for button in (dialog.paper, dialog.shut, dialog.send))
    bar = dialog.findChild(QToolBar)
    assert bar.sizeHint().width() <= bar.width(), "every tool is seen"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_preview_in_a_dark_window_is_black_on_white(qtbot: QtBot, qapp: QApplication) -> None:

    before = qapp.palette()
    qapp.setPalette(palette(DARK))
    try:
        dialog = preview([checklist(3)], None)
        qtbot.addWidget(dialog)
        shown = dialog.findChild(QPrintPreviewWidget)
        shown.fitInView()
        qtbot.waitUntil(lambda: shown.pageCount() == 1)
        qtbot.wait(50)
        picture = shown.grab().toImage()
        middle = picture.width() // 2
        heading = [
            picture.pixelColor(x, y).lightness()
            for x in range(middle - 100, middle + 100)
            for y in range(picture.height() // 10, picture.height() * 16 // 100)
        ]
        assert min(heading) < 120
        dialog.reject()
    finally:
        qapp.setPalette(before)
