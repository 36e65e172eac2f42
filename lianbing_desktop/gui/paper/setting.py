"""Setting a sheet in pages: heading on each, rows kept whole while they are not very long, nothing ever cut off."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont

from lianbing_desktop.domain.lettering import on_paper, visible
from lianbing_desktop.domain.measure import shares
from lianbing_desktop.domain.sheet import Align, Sheet
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.paper.block import POINT, Block, block, typeface
from lianbing_desktop.gui.paper.page import PADDING_X, PADDING_Y, Page, Piece
from lianbing_desktop.gui.paper.strand import Strand

BODY, TITLE, SUBTITLE, MARK = 10.5, 16.0, 11.0, 12.0
KEPT = 0.45  # a row higher than this part of a page may be broken
FOOTER = 26.0 * POINT
GAP = 8.0 * POINT


class Setting:
    """One sheet being set in a print area of ``width`` by ``height``, in twentieths of a point."""

    def __init__(self, sheet: Sheet, width: float, height: float) -> None:
        self._sheet = sheet
        self._width, self._bottom = width, height - FOOTER
        self._font, self._bold = typeface(BODY), typeface(BODY, is_bold=True)
        square = BODY * POINT
        self._widths = [share * square for share in shares(sheet, width / square)]
        self._spans = [dict(sheet.spans(column) if sheet.rows else ()) for column in range(len(sheet.columns))]
        self._heading = [self._cell(column.heading, c, self._bold) for c, column in enumerate(sheet.columns)]
        self._pages = [Page()]
        self._open: list[Strand] = []
        self._y = self._top = 0.0

    def pages(self) -> list[Page]:
        """Return the pages. Raises UserError where the paper is too small for a heading and a line."""
        self._set_title()
        self._set_heading()
        for row in range(len(self._sheet.rows)):
            self._set_row(row)
        self._set_below()
        return self._pages

    @property
    def _room(self) -> float:
        return self._bottom - self._y

    def _cell(self, text: str, column: int, font: QFont) -> Block:
        align = Align.CENTER if font is self._bold else self._sheet.columns[column].align
        return block(text, font, self._widths[column] - 2 * PADDING_X, align)

    def _left(self, column: int) -> float:
        return sum(self._widths[:column])

    def _set_title(self) -> None:
        lines = (
            (self._sheet.above, typeface(MARK), Align.LEFT),
            (self._sheet.title, typeface(TITLE, is_bold=True), Align.CENTER),
            (self._sheet.subtitle, typeface(SUBTITLE), Align.CENTER),
        )
        for text, font, align in lines:
            if text:
                self._set_line(text, font, align)
        self._y += GAP

    def _set_line(self, text: str, font: QFont, align: Align = Align.LEFT) -> None:
        """Set a text outside the table over the whole width, on as many pages as it takes."""
        made = block(visible(text), font, self._width, align)
        first = 0
        while first < made.count:
            last = min(made.count, first + int(self._room // made.leading))
            rect = QRectF(0, self._y, self._width, (last - first) * made.leading)
            self._pages[-1].pieces.append(Piece(rect, made, first, last, is_framed=False))
            self._y += rect.height()
            first = last
            if first < made.count:
                self._add_page()

    def _set_heading(self) -> None:
        height = max(cell.count * cell.leading for cell in self._heading) + 2 * PADDING_Y
        line = self._font.pixelSize() * 2 + 2 * PADDING_Y
        if height + line > self._room and self._y > 0 and self._pages[-1].pieces:
            self._add_page()
        if height + line > self._room:
            raise UserError("纸张太小，放不下表头和一行文字。请在打印设置中选择较大的纸张或较窄的页边距。")
        for column, cell in enumerate(self._heading):
            rect = QRectF(self._left(column), self._y, self._widths[column], height)
            self._pages[-1].pieces.append(Piece(rect, cell, 0, cell.count, is_shaded=True))
        self._y += height
        self._top = self._y

    def _set_row(self, row: int) -> None:
        starting = self._starting(row)
        wanted = max(self._needed(row), *(s.needed for s in starting if s.is_repeated or s.last_row == row), 0.0)
        if wanted > self._room and self._y > self._top and (wanted <= self._kept or self._room < 4 * POINT * BODY):
            self._turn()
        for strand in starting:
            strand.begin(self._y)
        self._open += starting
        while self._needed(row) > self._room + 0.5:
            self._y = self._bottom
            self._turn()
        self._y += max(self._needed(row), 0.0)
        self._end(row)

    @property
    def _kept(self) -> float:
        return (self._bottom - self._top) * KEPT

    def _starting(self, row: int) -> list[Strand]:
        strands = []
        for column, spans in enumerate(self._spans):
            if row in spans:
                made = self._cell(on_paper(self._sheet.rows[row][column]), column, self._font)
                is_short = made.count * made.leading + 2 * PADDING_Y <= self._kept
                is_repeated = is_short and spans[row] - row > 1
                left, width = self._left(column), self._widths[column]
                strands.append(Strand(made, left, width, spans[row] - 1, is_repeated, self._sheet.is_top))
        return strands

    def _needed(self, row: int) -> float:
        """Return the height that the cells ending in ``row`` still lack."""
        return max((strand.lacking(self._y) for strand in self._open if strand.last_row == row), default=0.0)

    def _end(self, row: int) -> None:
        ending = [strand for strand in self._open if strand.last_row == row]
        self._pages[-1].pieces += [strand.cut(self._y) for strand in ending]
        self._open = [strand for strand in self._open if strand.last_row != row]

    def _turn(self) -> None:
        """End the page under the open strands and begin a new one with the heading."""
        repeated = (strand.lacking(self._y) for strand in self._open if strand.is_repeated)
        self._y += max(0.0, *repeated, 0.0)
        self._pages[-1].pieces += [strand.cut(self._y) for strand in self._open]
        self._add_page()
        self._set_heading()
        for strand in self._open:
            strand.begin(self._y)

    def _add_page(self) -> None:
        self._pages.append(Page())
        self._y = 0.0

    def _set_below(self) -> None:
        """Set the lines below, together on one page where they fit on one."""
        if not self._sheet.below:
            return
        self._y += 2 * GAP
        font = typeface(SUBTITLE)
        height = sum(block(visible(line), font, self._width).count for line in self._sheet.below) * SUBTITLE * POINT * 2
        if height > self._room:
            self._add_page()
        for line in self._sheet.below:
            self._set_line(line, font)
            self._y += GAP
