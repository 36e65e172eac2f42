"""Our own bugs: written to the log, shown with a way to copy them, and the desk goes on."""

import logging
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from lianbing_desktop.errors import UserError
from lianbing_desktop.paths import Home

log = logging.getLogger("lianbing")
_LOG_BYTES = 500_000


def start_log(home: Home) -> None:
    """Write warnings and worse to the program's own log; one that has grown long is laid aside once."""
    with suppress(OSError):
        if home.log.stat().st_size > _LOG_BYTES:
            home.log.replace(home.log.with_suffix(".log.1"))
    handler = logging.FileHandler(home.log, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logging.getLogger().addHandler(handler)


def install(window: QWidget | None = None) -> None:
    """Catch what nobody caught, in slots too."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        show(error, window)

    sys.excepthook = hook


def show(error: BaseException, window: QWidget | None = None) -> None:
    """Tell of an error: a sentence for what the officer can act on, else the crash dialog."""
    if isinstance(error, KeyboardInterrupt):
        raise SystemExit(130)
    if isinstance(error, UserError):
        tell(error, window)
        return
    text = "".join(traceback.format_exception(error))
    log.error("%s", text)
    box = _box(window, QMessageBox.Icon.Critical, "程序出了差错", "已保存的内容不受影响，可以继续使用。")
    box.setInformativeText("请把下面的详细信息复制给维护人员。")
    box.setDetailedText(text)
    copy = box.addButton("复制详细信息", QMessageBox.ButtonRole.ActionRole)
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
    box.addButton("继续", QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def attempt(act: Callable[[], object]) -> Exception | None:
    """Do what must go on whatever happens in it; return what went wrong. Our own bugs go to the log, not to a box."""
    try:
        act()
    except UserError as error:
        return error
    except Exception as error:
        log.exception("not done")
        return error
    return None


def tell(error: UserError, window: QWidget | None = None) -> None:
    """Show a sentence the officer can act on, its details below it."""
    box = _box(window, QMessageBox.Icon.Warning, "未能完成", error.message)
    if error.details:
        box.setInformativeText("\n".join(error.details[:12]))
        box.setDetailedText("\n".join(error.details))
    box.addButton("知道了", QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def _box(window: QWidget | None, icon: QMessageBox.Icon, title: str, text: str) -> QMessageBox:
    box = QMessageBox(icon, title, text, QMessageBox.StandardButton.NoButton, window)
    box.setTextFormat(Qt.TextFormat.PlainText)
    return box
