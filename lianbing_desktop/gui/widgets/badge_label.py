"""A badge as a widget, for the detail pane and cards."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lianbing_desktop.gui.style import Style
from lianbing_desktop.gui.widgets.badge import Badge
from lianbing_desktop.gui.widgets.badge_paint import HEIGHT_PX, badge_width, paint_badge


class BadgeLabel(QWidget):
    """Shows one badge."""

    def __init__(self, style: Style, badge: Badge | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._badge = badge
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._describe()

    def show_badge(self, badge: Badge | None) -> None:
        """Show another badge, or nothing."""
        self._badge = badge
        self._describe()
        self.updateGeometry()
        self.update()

    def _describe(self) -> None:
        self.setAccessibleName(self._badge.word if self._badge else "")

    def sizeHint(self) -> QSize:
        width = badge_width(self._badge, self.fontMetrics()) if self._badge else 0
        return QSize(width + 1, HEIGHT_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._badge:
            painter = QPainter(self)
            paint_badge(painter, self.rect(), self._badge, self._style.colors)
