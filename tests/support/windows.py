"""Windows under test: waited for while they look what is due, and taken away when they are left behind."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from lianbing_desktop.gui.mainwindow import MainWindow
from lianbing_desktop.gui.style import Style


def looked(window: MainWindow) -> None:
    """Let the window live until it has looked what is due and backed up: neither is done in one go."""
    QApplication.processEvents()
    while window._watch.is_busy:
        QApplication.processEvents()


def look(window: MainWindow) -> None:
    """Have the window look what is due, and wait until it has."""
    window._watch.check()
    looked(window)


@contextmanager
def tidied() -> Iterator[None]:
    """Leave what earlier tests made out of the searches for rubbish, as the program does with what its start made."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def clear_away(application: QApplication) -> None:
    """Delete every window and style left over: they would be dressed again with each new one, ever slower."""
    for widget in application.topLevelWidgets():
        if widget.parent() is None:
            widget.close()
            widget.deleteLater()
    for style in application.findChildren(Style):
        style.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
