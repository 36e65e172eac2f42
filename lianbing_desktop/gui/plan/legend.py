"""The legend: each kind of mark as it is drawn in the source."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from lianbing_desktop.gui.plan.marks import Kind, Mark
from lianbing_desktop.gui.plan.source_view import mark_format
from lianbing_desktop.gui.style import Style

_GAP = "　"


class Legend(QWidget):
    """One line of words, each in the colours and with the underline of its kind."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._style = style
        self._words = _GAP.join(kind.word for kind in Kind)
        self.setAccessibleName(f"标记：{self._words}")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._words) + 8, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        layout = QTextLayout(self._words, self.font())
        layout.setFormats(self._formats())
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(max(1, self.width()))
        layout.endLayout()
        painter = QPainter(self)
        layout.draw(painter, QPointF(0, (self.height() - line.height()) / 2))

    def _formats(self) -> list[QTextLayout.FormatRange]:
        plain = QTextLayout.FormatRange()
        plain.start, plain.length, plain.format = 0, len(self._words), QTextCharFormat()  # type: ignore[attr-defined]
        found, at = [plain], 0
        for kind in Kind:
            made = QTextLayout.FormatRange()
            made.start, made.length = at, len(kind.word)  # type: ignore[attr-defined]
            made.format = mark_format(Mark(0, 0, kind, ""), self._style)  # type: ignore[attr-defined]
            found.append(made)
            at += len(kind.word) + len(_GAP)
        return found
