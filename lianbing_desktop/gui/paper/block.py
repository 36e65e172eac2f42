"""A text set to a width, line by line, in twentieths of a point; a tick box is one too."""

from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPainter, QPen, QTextLayout, QTextOption

from lianbing_desktop.domain.sheet import Align

POINT = 20
LEADING = 1.45
ALIGNMENTS = {
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.CENTER: Qt.AlignmentFlag.AlignHCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
}
BOXES = {"□": False, "☐": False, "☑": True}
SUBSTITUTIONS = ("ccmp", "liga", "clig", "dlig", "calt", "locl")


class Block(Protocol):
    """What stands in a cell: a number of lines of equal height."""

    @property
    def count(self) -> int:
        """How many lines there are."""

    @property
    def leading(self) -> float:
        """The height of a line."""

    def draw(self, painter: QPainter, left: float, top: float, first: int, last: int) -> None:
        """Draw the lines [first, last)."""


def typeface(points: float, is_bold: bool = False) -> QFont:
    """Return the application's font at a size on paper, every letter with its own glyph.

    A substituted glyph has no code, so a PDF would lose it: in Noto CJK ``locl`` exchanges the figures of PM2.5.
    """
    font = QFont(QGuiApplication.font())
    font.setPixelSize(round(points * POINT))
    font.setBold(is_bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in SUBSTITUTIONS:
        font.setFeature(QFont.Tag(feature), 0)
    return font


def block(text: str, font: QFont, width: float, align: Align = Align.LEFT) -> Block:
    """Return ``text`` set in lines of ``width``, or the box it means."""
    if text in BOXES:
        return TickBox(BOXES[text], font.pixelSize(), width, align)
    return TextBlock(text, font, width, align)


class TextBlock:
    """Lines of text, broken where Chinese allows and anywhere in a word that is too long."""

    def __init__(self, text: str, font: QFont, width: float, align: Align) -> None:
        self._size = font.pixelSize()
        self._layout = QTextLayout(text.replace("\n", "\u2028"), font)
        option = QTextOption(ALIGNMENTS[align])
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        self._break(width)

    @property
    def count(self) -> int:
        """How many lines there are."""
        return self._layout.lineCount()

    @property
    def leading(self) -> float:
        """The height of a line, the same for all so that a line in another font does not push the table apart."""
        return self._size * LEADING

    def draw(self, painter: QPainter, left: float, top: float, first: int, last: int) -> None:
        """Draw the lines [first, last), with the Chinese square in the middle of its line."""
        baseline = (self.leading - self._size) / 2 + self._size * 0.88
        for index in range(first, last):
            line = self._layout.lineAt(index)
            line.draw(painter, QPointF(left, top + baseline - line.ascent()))
            top += self.leading

    def _break(self, width: float) -> None:
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(width, self._size))
        self._layout.endLayout()


class TickBox:
    """A square to be ticked by pen, or ticked."""

    count = 1

    def __init__(self, is_ticked: bool, size: float, width: float, align: Align) -> None:
        self._is_ticked = is_ticked
        self._size = size
        self._left = {Align.LEFT: 0.0, Align.CENTER: (width - size) / 2, Align.RIGHT: width - size}[align]

    @property
    def leading(self) -> float:
        """The height of a line."""
        return self._size * LEADING

    def draw(self, painter: QPainter, left: float, top: float, first: int, last: int) -> None:
        """Draw the box."""
        if first >= last:
            return
        side = self._size
        corner = QPointF(left + self._left, top + (self.leading - side) / 2)
        painter.save()
        painter.setPen(QPen(Qt.GlobalColor.black, 16))
        painter.drawRect(QRectF(corner.x(), corner.y(), side, side))
        if self._is_ticked:
            painter.setPen(QPen(Qt.GlobalColor.black, 28))
            points = ((0.2, 0.52), (0.42, 0.76), (0.82, 0.24))
            painter.drawPolyline([corner + QPointF(x * side, y * side) for x, y in points])
        painter.restore()
