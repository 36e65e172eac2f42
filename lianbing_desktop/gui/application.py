"""The Qt application: on the screen at once, then dressed, filled, and run until its window is closed.

What is imported at the top here delays the first sight of the window; Qt's own namespace alone takes 25 ms.
"""

import gc
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from lianbing_desktop.errors import DamagedError, UserError
from lianbing_desktop.gui.shell import Shell
from lianbing_desktop.paths import Home

if TYPE_CHECKING:
    from datetime import date

    from lianbing_desktop.services.desk import Desk

_SETTLED_MS = 10_000
"""When what the start made is no longer searched for rubbish, which would hold the window up for 30 ms each time."""


class DeskWindow:
    """One run of the window: the shell at once, then the desk in it."""

    def __init__(
        self,
        home: Home,
        open_desk: "Callable[[], Desk]",
        put_back: "Callable[[date], None] | None" = None,
        is_minimised: bool = False,
    ) -> None:
        self._application = make_application()
        self._is_minimised = is_minimised
        self._home, self._open_desk, self._put_back = home, open_desk, put_back
        self._desk: Desk | None = None
        self._status = 0
        self._shell = Shell(home, self._move_in)

    def run(self) -> int:
        """Show it until it is closed; return the exit status, 1 where the desk cannot be opened."""
        self._shell.start_unseen() if self._is_minimised else self._shell.show()
        status = self._application.exec()
        if self._desk:
            self._desk.close()
        return self._status or status

    def _move_in(self, shell: QWidget) -> QWidget | None:
        from lianbing_desktop.gui import crash
        from lianbing_desktop.gui.mainwindow import MainWindow
        from lianbing_desktop.gui.style import Style
        from lianbing_desktop.services.settings import SCHEME

        try:
            self._desk = self._opened(shell)
        except UserError as error:
            self._status = refuse(error, shell)
            return None
        crash.start_log(self._desk.home)
        crash.install(shell)
        QTimer.singleShot(_SETTLED_MS, gc.freeze)
        return MainWindow(self._desk, Style(self._application, self._desk.settings.get(SCHEME)))

    def _opened(self, shell: QWidget) -> "Desk":
        """Open the desk; where its data is damaged and a backup is there, offer that one. Raises UserError."""
        try:
            return self._open_desk()
        except DamagedError as error:
            from lianbing_desktop.gui.rescue import wanted_backup

            backup = wanted_backup(error, self._home, shell) if self._put_back else None
            if not backup or not self._put_back:
                raise
            self._put_back(backup.made_on)
            return self._open_desk()


def refuse(error: UserError, parent: QWidget | None = None) -> int:
    """Say why the desk cannot be opened, in the terminal and, on a screen, in a box; return the exit status 1."""
    from lianbing_desktop.gui import crash

    if sys.stderr is not None:
        print(error, file=sys.stderr, flush=True)
    if make_application().platformName() not in ("offscreen", "minimal"):
        crash.tell(error, parent)
    return 1


def make_application() -> QApplication:
    """Return the one application, Qt's own words in Chinese where Qt ships them."""
    application = QApplication.instance() or _new_application()
    assert isinstance(application, QApplication)
    application.setApplicationName("lianbing")
    application.setApplicationDisplayName("练兵台")
    application.setDesktopFileName("lianbing")
    translator = QTranslator(application)
    if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)
    return application


def _new_application() -> QApplication:
    QApplication.setStyle("Fusion")  # chosen before the application is made, so that no other style is made first
    return QApplication(sys.argv[:1])
