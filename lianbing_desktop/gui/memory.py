"""What the window remembers between two days: sizes, columns, sort and selection, in an INI file of the data folder."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QObject, QSettings

from lianbing_desktop.paths import Home

if TYPE_CHECKING:  # the window waits for what is imported here
    from PySide6.QtWidgets import QHeaderView, QMainWindow, QSplitter, QWidget


class Memory(QObject):
    """Window state by name."""

    def __init__(self, home: Home, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = QSettings(str(home.window), QSettings.Format.IniFormat, self)

    def text(self, key: str, default: str = "") -> str:
        """Return a remembered text."""
        value = self._settings.value(key, default)
        return value if isinstance(value, str) else default

    def keep(self, key: str, value: Any) -> None:
        """Remember a text or a state."""
        self._settings.setValue(key, value)

    def restore(self, key: str, widget: "QHeaderView | QSplitter | QMainWindow") -> bool:
        """Give a header, splitter or window its state back; False where there is none or it no longer fits."""
        state = self._settings.value(key)
        return isinstance(state, QByteArray) and bool(widget.restoreState(state))

    def save(self, key: str, widget: "QHeaderView | QSplitter | QMainWindow") -> None:
        """Remember the state of a header, splitter or window."""
        self._settings.setValue(key, widget.saveState())

    def restore_geometry(self, window: "QWidget") -> bool:
        """Give the window its place back."""
        state = self._settings.value("window/geometry")
        return isinstance(state, QByteArray) and bool(window.restoreGeometry(state))

    def save_geometry(self, window: "QWidget") -> None:
        """Remember the window's place."""
        self._settings.setValue("window/geometry", window.saveGeometry())
