"""The card 提醒 of 设置: quiet hours, what closing does, the start at login, and a trial of the messages."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from lianbing_desktop.domain.quiet import parse_quiet
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.forms.ui_settings_page import Ui_SettingsPage
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.leaving import Closing
from lianbing_desktop.services.autostart import Autostart, AutostartState
from lianbing_desktop.services.settings import CLOSING, QUIET_HOURS, Settings

_ASKED_LATER = "第一次关闭窗口时会问。"
_NO_TRAY = "这台电脑的桌面没有托盘，关闭窗口就是退出；要继续提醒，请把窗口最小化。"


class ReminderCard(QObject):
    """Keeps each choice at once and shows what really stands; its fields are drawn in ui/settings_page.ui."""

    def __init__(
        self, ui: Ui_SettingsPage, settings: Settings, autostart: Autostart, frame: Frame, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._ui, self._settings, self._autostart, self._frame = ui, settings, autostart, frame
        self._had_focus, self._passed_to = False, QApplication.focusWidget()
        ui.quiet.editingFinished.connect(self.keep_quiet_hours)
        ui.closing_quit.clicked.connect(partial(self._keep, CLOSING, Closing.QUIT.value))
        ui.closing_tray.clicked.connect(partial(self._keep, CLOSING, Closing.TRAY.value))
        ui.autostart.clicked.connect(self._on_autostart_clicked)
        ui.lead_plans.clicked.connect(lambda: frame.plan_leads(""))
        ui.try_messages.clicked.connect(self._on_try_clicked)

    def refresh(self) -> None:
        """Show what is kept, and what the system says of the start at login."""
        ui = self._ui
        if not ui.quiet.isModified():
            ui.quiet.setText(self._settings.get(QUIET_HOURS))
            self._show_fault("")
        closing = self._settings.get(CLOSING)
        ui.closing_quit.setChecked(closing == Closing.QUIT.value)
        ui.closing_tray.setChecked(closing == Closing.TRAY.value)
        has_tray = QSystemTrayIcon.isSystemTrayAvailable()
        ui.closing_tray.setEnabled(has_tray)
        ui.closing_hint.setText(_NO_TRAY if not has_tray else "" if closing else _ASKED_LATER)
        self._show_autostart()

    def keep_quiet_hours(self) -> None:
        """Keep the quiet hours, or say what is wrong with them; the line keeps what was typed."""
        line = self._ui.quiet
        try:
            text = str(parse_quiet(line.text()))
        except ValueError as error:
            self._show_fault(str(error))
            return
        line.setModified(False)
        self._show_fault("")
        if text != self._settings.get(QUIET_HOURS):
            self._keep(QUIET_HOURS, text)
        line.setText(self._settings.get(QUIET_HOURS))

    def _keep(self, key: str, value: str, checked: bool = False) -> None:
        try:
            self._settings.put(key, value)
        except UserError as error:
            self._frame.tell(error)
            self.refresh()
        else:
            self._frame.say("已保存")

    def _show_fault(self, words: str) -> None:
        self._ui.quiet_error.setText(words)
        self._ui.quiet_error.setVisible(bool(words))

    def _show_autostart(self) -> None:
        try:
            state = self._autostart.state()
        except UserError as error:
            self._ui.autostart.setChecked(False)
            self._ui.autostart_state.setText(error.message)
            return
        self._ui.autostart.setChecked(state is AutostartState.ON)
        self._ui.autostart_state.setText(state.value)

    def _on_autostart_clicked(self, is_on: bool) -> None:
        try:
            self._autostart.switch(is_on)
        except UserError as error:
            self._frame.tell(error)
        self._show_autostart()

    def _on_try_clicked(self) -> None:
        button = self._ui.try_messages
        self._had_focus = button.hasFocus()
        button.setEnabled(False)
        self._passed_to = QApplication.focusWidget()
        self._ui.message_result.setText("正在试发……")
        self._frame.try_messages(self._on_tried)

    def _on_tried(self, told: list[str]) -> None:
        self._ui.try_messages.setEnabled(True)
        if self._had_focus and QApplication.focusWidget() is self._passed_to:
            self._ui.try_messages.setFocus()  # greyed out, it passed the cursor on by itself
        self._ui.message_result.setText("\n".join(told))
