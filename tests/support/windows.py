"""Windows that tests leave behind, taken away."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from lianbing_desktop.gui.style import Style


def clear_away(application: QApplication) -> None:
    """Delete every window and style left over: they would be dressed again with each new one, ever slower."""
    for widget in application.topLevelWidgets():
        if widget.parent() is None:
            widget.close()
            widget.deleteLater()
    for style in application.findChildren(Style):
        style.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
