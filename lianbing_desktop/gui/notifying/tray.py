"""The tray: where the desk sits while its window is closed, and the second way a message reaches the screen."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from lianbing_desktop.gui.notifying.notice import Notice


class Tray(QSystemTrayIcon):
    """Its menu and a click on it only tell what is wanted."""

    open_wanted = Signal()
    list_wanted = Signal()
    test_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, icon: QIcon, parent: QWidget) -> None:
        super().__init__(icon, parent)
        self._menu = QMenu(parent)
        self._menu.addAction("打开练兵台", self.open_wanted.emit)
        self._list = self._menu.addAction("提醒", self.list_wanted.emit)
        self._menu.addAction("测试提醒", self.test_wanted.emit)
        self._menu.addSeparator()
        self._menu.addAction("退出（不再提醒）", self.leave_wanted.emit)
        self.setContextMenu(self._menu)
        self.activated.connect(self._on_activated)
        self.count(0)
        self.show()

    def count(self, number: int) -> None:
        """Show how many reminders are pending."""
        self._list.setText(f"提醒（{number} 条）" if number else "提醒")
        self.setToolTip(f"练兵台：{number} 条提醒" if number else "练兵台")

    def tell(self, notice: Notice) -> None:
        """Show a message; whether the system really draws it is not told to us."""
        self.showMessage(notice.title, notice.body, QSystemTrayIcon.MessageIcon.Information)

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.open_wanted.emit()
