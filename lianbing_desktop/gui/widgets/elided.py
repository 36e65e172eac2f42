"""Words of one line that end in … where there is no room; the whole stands in the tooltip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QSizePolicy,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from lianbing_desktop.gui.widgets.label import Label
from lianbing_desktop.gui.widgets.tip import tip

_MARK = "  ▾"
_LEAST = 120


class ElidedLabel(Label):
    """Plain text that never asks for more width than it is given."""

    def __init__(self, text: str = "", kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, kind, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        super().setText(" ".join(text.split()))
        self.setToolTip(tip(text))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)


class ElidedMenuButton(QToolButton):
    """A button that opens a menu and may be narrower than its words; the mark of the menu always shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_words(self, words: str, has_menu: bool) -> None:
        """Show other words."""
        self._words = " ".join(words.split())
        self.setText(f"{self._words}{_MARK}" if has_menu else self._words)
        self.setToolTip(tip(words))

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        room = self.width() - (self.sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text()))
        metrics, mark = self.fontMetrics(), self.text()[len(self._words) :]
        if metrics.horizontalAdvance(self.text()) > room:
            words_room = room - metrics.horizontalAdvance(mark)
            words = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, words_room)
            option.text = words + mark  # type: ignore[attr-defined]
        QStylePainter(self).drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
