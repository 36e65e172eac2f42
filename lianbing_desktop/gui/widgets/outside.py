"""A panel over the window closes when the officer presses anywhere else."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget


class Outside(QObject):
    """Hides ``panel`` at a press neither in it nor in one of ``besides``, which see to it themselves."""

    def __init__(self, panel: QWidget, *besides: QWidget) -> None:
        super().__init__(panel)
        self._panel, self._spared = panel, (panel, *besides)
        panel.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QMouseEvent) and kind == QEvent.Type.MouseButtonPress:
            at = event.globalPosition().toPoint()
            if self._panel.isVisible() and not any(w.rect().contains(w.mapFromGlobal(at)) for w in self._spared):
                self._panel.hide()
        elif watched is self._panel and kind in (QEvent.Type.Show, QEvent.Type.Hide):
            application = QApplication.instance()
            if application:
                application.removeEventFilter(self)
                if kind == QEvent.Type.Show:
                    application.installEventFilter(self)
        return False
