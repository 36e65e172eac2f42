"""The one signal that data has changed: from the store's listeners to every view that cares."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal


class Signals(QObject):
    """``changed`` carries the names of the tables a COMMIT has touched."""

    changed = Signal(frozenset)

    def __init__(self, listen: Callable[[Callable[[frozenset[str]], None]], None], parent: QObject) -> None:
        super().__init__(parent)
        listen(self.changed.emit)
