"""The Qt application: made, dressed in Chinese, and run until the window is closed."""

import sys

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

from lianbing_desktop.gui import crash
from lianbing_desktop.gui.mainwindow import MainWindow
from lianbing_desktop.gui.style import Style
from lianbing_desktop.services.desk import Desk
from lianbing_desktop.services.settings import SCHEME


def run_window(desk: Desk) -> int:
    """Show the desk's window and return the exit status when it is closed."""
    application = make_application()
    crash.start_log(desk.home)
    window = MainWindow(desk, Style(application, desk.settings.get(SCHEME)))
    crash.install(window)
    window.show()
    return application.exec()


def make_application() -> QApplication:
    """Return the one application, Qt's own words in Chinese where Qt ships them."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("lianbing")
    application.setApplicationDisplayName("练兵台")
    application.setDesktopFileName("lianbing")
    translator = QTranslator(application)
    if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)
    return application
