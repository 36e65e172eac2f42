"""The shell: the window itself, on the screen at once; the desk moves in after its first paint."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMainWindow, QWidget

from lianbing_desktop.gui.memory import Memory
from lianbing_desktop.paths import Home

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent

SIZE = (1280, 800)
LEAST = (1024, 640)


class Shell(QMainWindow):
    """Shows where it stood last time. ``move_in`` returns the desk to hold, or None where it could not be opened."""

    def __init__(self, home: Home, move_in: Callable[[QWidget], QWidget | None]) -> None:
        super().__init__()
        self._move_in: Callable[[QWidget], QWidget | None] | None = move_in
        self.setWindowTitle("练兵台")
        self.setMinimumSize(*LEAST)
        self.resize(*SIZE)
        Memory(home, self).restore_geometry(self)

    def start_unseen(self) -> None:
        """Let the desk move in without the window being shown; what is seen of it the desk decides."""
        QTimer.singleShot(0, self._start_unseen)

    def paintEvent(self, event: "QPaintEvent") -> None:
        super().paintEvent(event)
        if self._move_in:
            QTimer.singleShot(0, self._hold)

    def closeEvent(self, event: "QCloseEvent") -> None:
        desk = self.centralWidget()
        if desk is not None and not desk.close():
            event.ignore()

    def _start_unseen(self) -> None:
        self._hold()
        desk = self.centralWidget()
        if desk is not None:
            desk.start_unseen()  # type: ignore[attr-defined]

    def _hold(self) -> None:
        move_in, self._move_in = self._move_in, None
        desk = move_in(self) if move_in else None
        if desk is not None:
            self.setCentralWidget(desk)
        elif move_in:
            self.close()
