"""Keys that work inside one widget only."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def local_key(keys: str, widget: QWidget, slot: Callable[[], object]) -> QShortcut:
    """Call ``slot`` at ``keys`` while the focus is in ``widget``.

    The context has to be set afterwards: PySide6 6.8 ignores it in a constructor that is also given a slot.
    """
    shortcut = QShortcut(QKeySequence(keys), widget)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(slot)
    return shortcut
