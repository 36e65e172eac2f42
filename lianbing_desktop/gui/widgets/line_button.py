"""A line that can be pressed: its words stand at the left and end in … where there is no room."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from lianbing_desktop.gui.widgets.tip import tip


class LineButton(QPushButton):
    """Plain words, whole in the tooltip; ``pressed_line`` is what a press does."""

    def __init__(self, words: str, pressed_line: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self.setObjectName("line")
        self.setAccessibleName(words)
        self.setToolTip(tip(words))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda checked=False: pressed_line())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self).width()
        option.text = self.fontMetrics().elidedText(  # type: ignore[attr-defined]
            self.text(), Qt.TextElideMode.ElideRight, room, int(Qt.TextFlag.TextShowMnemonic)
        )
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
