"""A cell on its way down the pages: it may span rows, and be broken over pages."""

from PySide6.QtCore import QRectF

from lianbing_desktop.gui.paper.block import Block
from lianbing_desktop.gui.paper.page import PADDING_Y, Piece


class Strand:
    """One cell of a column, over one row or a merged span of them.

    A short text of a merged span is repeated on every page; any other text flows on where it was broken.
    """

    def __init__(self, block: Block, left: float, width: float, last_row: int, is_repeated: bool, is_top: bool) -> None:
        self.last_row = last_row
        self.is_repeated = is_repeated
        self._block = block
        self._is_top = is_top
        self._left, self._width = left, width
        self._top = 0.0
        self._done = 0

    @property
    def needed(self) -> float:
        """The height that the lines still to be set take."""
        rest = self._block.count - self._done
        return rest * self._block.leading + 2 * PADDING_Y if rest else 0.0

    def begin(self, top: float) -> None:
        """Let the strand begin on a page at ``top``."""
        self._top = top

    def lacking(self, bottom: float) -> float:
        """Return how much height is lacking if the strand ends at ``bottom`` on this page."""
        return self._top + self.needed - bottom

    def cut(self, bottom: float) -> Piece:
        """End the strand on this page at ``bottom`` and return the piece with the lines that fit."""
        room = bottom - self._top - 2 * PADDING_Y
        fitting = min(int((room + 0.5) // self._block.leading), self._block.count - self._done)
        first, last = self._done, self._done + max(fitting, 0)
        self._done = 0 if self.is_repeated else last
        rect = QRectF(self._left, self._top, self._width, bottom - self._top)
        return Piece(rect, self._block, first, last, is_top=self._is_top)
