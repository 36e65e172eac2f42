"""Where the data cannot be opened: the newest backup is offered in its place."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from lianbing_desktop.domain.monthday import written
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.application import make_application
from lianbing_desktop.gui.style import Style
from lianbing_desktop.paths import Home
from lianbing_desktop.services.backups import Backup, backups_in


def wanted_backup(error: UserError, home: Home, parent: QWidget) -> Backup | None:
    """Ask whether the newest backup is to be put in place; None where there is none, no screen, or the answer is no."""
    found = backups_in(home)
    if not found or make_application().platformName() in ("offscreen", "minimal"):
        return None
    style = Style(make_application())
    box = question(error, found[-1], parent)
    box.exec()
    style.deleteLater()
    return found[-1] if box.buttonRole(box.clickedButton()) == QMessageBox.ButtonRole.AcceptRole else None


def question(error: UserError, backup: Backup, parent: QWidget) -> QMessageBox:
    """Return the box that asks."""
    box = QMessageBox(
        QMessageBox.Icon.Warning, "打不开数据", error.message, QMessageBox.StandardButton.NoButton, parent
    )
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(
        f"最近的备份是{written(backup.made_on)}的。可以恢复它；现在的数据文件会另存在同一文件夹里，不会丢。"
    )
    leave = box.addButton("退出", QMessageBox.ButtonRole.RejectRole)
    box.addButton("恢复这份备份", QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(leave)
    box.setEscapeButton(leave)
    return box
