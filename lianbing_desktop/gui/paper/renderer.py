"""Drawing set pages on a printer, a preview or a PDF."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, Qt
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from lianbing_desktop.domain.lettering import on_paper, visible
from lianbing_desktop.domain.sheet import Align, Sheet
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.paper.block import BOXES, POINT, block, typeface
from lianbing_desktop.gui.paper.lookalikes import TypeCase
from lianbing_desktop.gui.paper.page import Page
from lianbing_desktop.gui.paper.setting import Setting
from lianbing_desktop.writing import write_bytes

INCH = 72 * POINT
MARGINS = QMarginsF(20, 15, 15, 12)  # millimetres; the left one leaves room for punching
NUMBER = 9.0
Tick = Callable[[int, int], bool]


def page_layout(sheet: Sheet) -> QPageLayout:
    """Return A4 the way ``sheet`` stands."""
    turned = QPageLayout.Orientation.Landscape if sheet.is_landscape else QPageLayout.Orientation.Portrait
    return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), turned, MARGINS, QPageLayout.Unit.Millimeter)


class PaperRenderer:
    """Sheets set in pages for whatever paper they are drawn on."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        if not sheets:
            raise ValueError("no sheet to print")
        self._sheets = tuple(sheets)
        self._set: dict[tuple[int, float, float], list[Page]] = {}

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The sheets, in the order of printing."""
        return self._sheets

    def print_to(self, device: QPagedPaintDevice, tick: Tick | None = None) -> bool:
        """Draw all pages on the paper that ``device`` is set to, which the officer may have chosen.

        ``tick`` is told (pages done, pages in all) and stops the job by returning False; then the answer is False.
        """
        layout = device.pageLayout()
        return self._draw(device, [self._pages(index, layout) for index in range(len(self._sheets))], [], tick)

    def print_a4(self, device: QPagedPaintDevice, tick: Tick | None = None) -> bool:
        """Draw all pages on A4, each sheet the way it stands."""
        layouts = [page_layout(sheet) for sheet in self._sheets]
        pages = [self._pages(index, layout) for index, layout in enumerate(layouts)]
        return self._draw(device, pages, layouts, tick)

    def _pages(self, index: int, layout: QPageLayout) -> list[Page]:
        area = layout.paintRect(QPageLayout.Unit.Point)
        key = (index, area.width(), area.height())
        if key not in self._set:
            self._set[key] = Setting(self._sheets[index], area.width() * POINT, area.height() * POINT).pages()
        return self._set[key]

    def _draw(
        self, device: QPagedPaintDevice, sets: list[list[Page]], layouts: list[QPageLayout], tick: Tick | None
    ) -> bool:
        """Draw the pages; ``layouts`` holds one a sheet, or none to keep the device's own."""
        if layouts:
            device.setPageLayout(layouts[0])
        painter = QPainter()
        if not painter.begin(device):
            raise UserError("打印机没有接受打印任务。请检查打印机是否已连接，或改为导出 PDF。")
        try:
            return self._draw_pages(painter, device, sets, layouts, tick)
        finally:
            painter.end()

    def _draw_pages(
        self,
        painter: QPainter,
        device: QPagedPaintDevice,
        sets: list[list[Page]],
        layouts: list[QPageLayout],
        tick: Tick | None,
    ) -> bool:
        total, done = sum(map(len, sets)), 0
        for index, pages in enumerate(sets):
            for page in pages:
                if done:
                    if layouts:
                        device.setPageLayout(layouts[index])
                    device.newPage()
                done += 1
                self._draw_page(painter, device, page, f"第 {done} 页  共 {total} 页")
                if tick and not tick(done, total):
                    return False
        return True

    def _draw_page(self, painter: QPainter, device: QPagedPaintDevice, page: Page, number: str) -> None:
        area = device.pageLayout().paintRect(QPageLayout.Unit.Point)
        painter.save()
        painter.scale(device.logicalDpiX() / INCH, device.logicalDpiY() / INCH)
        for ink in (Qt.GlobalColor.white, Qt.GlobalColor.black):  # black alone is no change, and a preview in a dark
            painter.setPen(ink)  # window, which records changes only, would write in the window's own light ink
        page.draw(painter)
        footer = block(number, typeface(NUMBER), area.width() * POINT, Align.CENTER)
        footer.draw(painter, 0, area.height() * POINT - footer.leading, 0, 1)
        painter.restore()


def write_pdf(sheets: Sequence[Sheet], path: Path, tick: Tick | None = None) -> dict[str, str]:
    """Write ``sheets`` as a PDF and return {stored: meant} for the characters Qt stores as look-alikes of others.

    Raises UserError where a character would be lost, where the disk refuses the file, or where ``tick`` stopped.
    """
    fonts = [typeface(NUMBER), typeface(NUMBER, is_bold=True)]
    lookalikes = TypeCase(fonts).lookalikes(_texts(sheets))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(INCH)
    writer.setTitle(visible(sheets[0].title))
    writer.setCreator("练兵台")
    if not PaperRenderer(sheets).print_a4(writer, tick):
        raise UserError("已取消生成 PDF，原有文件没有改动。")
    write_bytes(path, bytes(buffer.data().data()))
    return lookalikes


def _texts(sheets: Sequence[Sheet]) -> list[str]:
    """Return every text that is drawn as text."""
    parts = ["第页共0123456789"]
    for sheet in sheets:
        parts += [sheet.above, sheet.title, sheet.subtitle, *sheet.below]
        parts += [column.heading for column in sheet.columns]
        parts += [on_paper(cell) for row in sheet.rows for cell in row]
    return [visible(part) for part in parts if part not in BOXES]
