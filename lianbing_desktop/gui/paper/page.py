"""A page as a list of pieces: what is drawn where, in twentieths of a point from the corner of the print area."""

from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from lianbing_desktop.gui.paper.block import Block

PADDING_X = 80.0
PADDING_Y = 50.0
SHADE = QColor("#EDEDED")
LINE = QPen(Qt.GlobalColor.black, 10)


@dataclass(frozen=True)
class Piece:
    """The lines [first, last) of a block in a rectangle, with or without a frame."""

    rect: QRectF
    block: Block
    first: int
    last: int
    is_framed: bool = True
    is_shaded: bool = False
    is_top: bool = False

    def draw(self, painter: QPainter) -> None:
        """Draw frame and text, the text in the middle of the height or at the top."""
        if self.is_shaded:
            painter.fillRect(self.rect, SHADE)
        if self.is_framed:
            painter.setPen(LINE)
            painter.drawRect(self.rect)
        painter.setPen(Qt.GlobalColor.black)
        inset = PADDING_X if self.is_framed else 0.0
        spare = self.rect.height() - (self.last - self.first) * self.block.leading
        above = PADDING_Y if self.is_top else spare / 2
        self.block.draw(painter, self.rect.x() + inset, self.rect.y() + above, self.first, self.last)


@dataclass
class Page:
    """What stands on one page."""

    pieces: list[Piece] = field(default_factory=list)

    def draw(self, painter: QPainter) -> None:
        """Draw all pieces in reading order, which is also the order of a PDF's text."""
        for piece in sorted(self.pieces, key=lambda piece: (piece.rect.y(), piece.rect.x())):
            piece.draw(painter)
