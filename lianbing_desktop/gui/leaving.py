"""Leaving: what closing the window does, asked once in plain words; the tray keeps reminding, or reminders stop."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget

from lianbing_desktop.errors import UserError
from lianbing_desktop.services.settings import CLOSING, Settings


class Closing(StrEnum):
    """What closing the window does; the values are stored."""

    UNASKED = ""
    QUIT = "quit"
    TRAY = "tray"


class Leaving:
    """Asked by the window whether it may close."""

    def __init__(self, settings: Settings, window: QWidget, has_tray: Callable[[], bool]) -> None:
        self._settings, self._window, self._has_tray = settings, window, has_tray
        self._is_leaving = False
        self._box: QMessageBox | None = None
        self._place: QByteArray | None = None

    def may_close(self) -> bool:
        """Whether the window closes for good; otherwise it is hidden in the tray, or the officer is being asked."""
        if self._is_leaving or not self._has_tray() or _is_logging_out():
            return True
        choice = self._choice()
        if choice is Closing.TRAY:
            self.hide()
        elif choice is Closing.UNASKED:
            self._ask()
        return choice is Closing.QUIT

    def leave(self) -> None:
        """Close the window for good and end the program, from wherever it is asked."""
        self._is_leaving = True
        was_hidden = self._window.window().isHidden()
        self._window.window().close()
        if was_hidden:  # Qt ends with the last visible window, and this one was not
            QGuiApplication.quit()

    def hide(self) -> None:
        """Hide the window; the program goes on, also when a box of it is closed."""
        QGuiApplication.setQuitOnLastWindowClosed(False)
        window = self._window.window()
        if window.isVisible():
            self._place = window.saveGeometry()
        window.hide()

    def come_up(self) -> None:
        """Show the window again, before all others."""
        window = self._window.window()
        QGuiApplication.setQuitOnLastWindowClosed(True)
        if window.isHidden() and self._place:  # X11 would set it down beside where it was
            window.restoreGeometry(self._place)
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    def _choice(self) -> Closing:
        try:
            return Closing(self._settings.get(CLOSING))
        except (UserError, ValueError):
            return Closing.QUIT

    def _ask(self) -> None:
        if self._box:
            self._box.raise_()
            return
        box = QMessageBox(
            QMessageBox.Icon.Question,
            "关闭窗口",
            "关闭窗口以后，还要练兵台继续提醒吗？",
            QMessageBox.StandardButton.NoButton,
            self._window,
        )
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(
            "继续提醒：窗口收进屏幕角上的托盘，到期照常提醒。点托盘里的图标可以再打开。\n"
            "退出：练兵台关闭，下次打开之前不再提醒。\n"
            "只问这一次，以后可以在“设置”的“提醒”里改。"
        )
        answers: dict[QAbstractButton, Closing | None] = {
            (cancel := box.addButton("取消", QMessageBox.ButtonRole.RejectRole)): None,
            box.addButton("继续提醒", QMessageBox.ButtonRole.ActionRole): Closing.TRAY,
            (leave := box.addButton("退出", QMessageBox.ButtonRole.AcceptRole)): Closing.QUIT,
        }
        box.setEscapeButton(cancel)
        box.setDefaultButton(leave)
        box.finished.connect(lambda: self._on_answered(answers.get(box.clickedButton())))
        self._box = box
        box.open()

    def _on_answered(self, choice: Closing | None) -> None:
        box, self._box = self._box, None
        if box:
            box.deleteLater()
        if choice is None:
            return
        try:
            self._settings.put(CLOSING, choice.value)
        except UserError:
            self._is_leaving = choice is Closing.QUIT  # it is asked again next time
        if choice is Closing.TRAY:
            self.hide()
        else:
            self.leave()


def _is_logging_out() -> bool:
    """Whether the session ends: a window that stays then would hold up the computer's shutting down."""
    application = QGuiApplication.instance()
    return isinstance(application, QGuiApplication) and application.isSavingSession()
