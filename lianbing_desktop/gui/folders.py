"""Showing a folder in the system's own file program."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.frame import Frame


def show_folder(path: Path, frame: Frame) -> None:
    """Open a folder; where it is gone or no program opens it, say where it lies."""
    if not path.is_dir():
        frame.tell(UserError(f"文件夹“{path}”还没有建立，或已被移走。"))
    elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        frame.tell(UserError(f"系统没有打开文件夹的程序。它的位置是：{path}"))
