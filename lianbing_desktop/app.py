"""The only place where things are built and joined: the desk, the window and the commands."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile

from lianbing_desktop.errors import UserError
from lianbing_desktop.paths import Home, default_home

if TYPE_CHECKING:
    from datetime import date, datetime

    from lianbing_desktop.domain.sheet import Sheet
    from lianbing_desktop.services.desk import Desk


def open_desk(root: Path | None = None, today: "date | None" = None) -> "Desk":
    """Open a data folder, making it where it does not exist.

    Raises UserError: another program holds it (naming who), it cannot be written, or its data file is not ours.
    """
    home = _home(root)
    return _join(home, today, _lock(home))


@contextmanager
def hold_home(root: Path | None = None) -> Iterator[Home]:
    """Hold a data folder without opening its data. Raises UserError: it is not there, or another program holds it."""
    home = _home(root)
    if not home.root.is_dir():
        raise UserError(f"没有数据文件夹“{home.root}”。请用 --home 指明。")
    lock = _lock(home)
    try:
        yield home
    finally:
        lock.unlock()


def show_window(root: Path | None = None, today: "date | None" = None, is_minimised: bool = False) -> int:
    """Show the window on a data folder until it is closed; return the exit status, 1 where it cannot be opened.

    Where the desk is open on it already, perhaps in the tray, that one's window comes up instead. ``is_minimised``
    starts in the tray, as the system does when the officer logs in.
    """
    from lianbing_desktop.gui.application import DeskWindow, refuse

    home = _home(root)
    try:
        lock = _lock(home)
    except UserError as error:
        return 0 if _is_open_already(home, is_minimised) else refuse(error)

    def put_back(made_on: "date") -> None:
        from lianbing_desktop.services.backups import restore

        with hold_home(root):
            restore(home, made_on, today or _civil_now().date())

    def opened() -> "Desk":
        return _join(home, today, lock if lock.isLocked() else _lock(home))

    return DeskWindow(home, opened, put_back, is_minimised).run()


def main(argv: list[str] | None = None) -> int:
    """Run the desk's window, or the command given; return the exit status."""
    from lianbing_desktop.cli import run

    return run(sys.argv[1:] if argv is None else argv, open_desk, show_window, hold_home)


def _is_open_already(home: Home, is_minimised: bool) -> bool:
    from lianbing_desktop.gui.application import make_application
    from lianbing_desktop.gui.doorbell import ring

    make_application()
    return ring(home, is_quiet=is_minimised)


def _home(root: Path | None) -> Home:
    return Home((root or default_home()).absolute())


def _join(home: Home, today: "date | None", lock: QLockFile) -> "Desk":
    from lianbing_desktop.domain.clock import Clock
    from lianbing_desktop.services.desk import Desk
    from lianbing_desktop.store.database import Database

    try:
        return Desk(home, Clock(_civil_now, today), Database(home.database), _write_pdf, lock.unlock)
    except BaseException:
        lock.unlock()
        raise


def _civil_now() -> "datetime":
    """Return the civil time of 东八区, whatever zone the computer is set to: deadlines are days there."""
    from datetime import datetime, timedelta, timezone

    return datetime.now(timezone(timedelta(hours=8))).replace(tzinfo=None)


def _lock(home: Home) -> QLockFile:
    try:
        home.root.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"不能建立数据文件夹“{home.root}”。请检查权限，或用 --home 另选。") from error
    lock = QLockFile(str(home.lock))
    lock.setStaleLockTime(0)
    if lock.tryLock(0):
        return lock
    if lock.error() is QLockFile.LockError.PermissionError:
        raise UserError(f"数据文件夹“{home.root}”不可写。请检查文件夹权限，或用 --home 另选。")
    if lock.error() is QLockFile.LockError.UnknownError:
        raise UserError(f"数据文件夹“{home.root}”写不进去，多半是磁盘已满。请腾出空间后再试，或用 --home 另选。")
    raise UserError(_holder(lock, home))


def _holder(lock: QLockFile, home: Home) -> str:
    found = lock.getLockInfo()
    pid, host, program = found[-3:] if isinstance(found, tuple) and len(found) >= 3 else (0, "", "")
    from datetime import datetime

    since = ""
    with suppress(OSError):
        since = datetime.fromtimestamp(home.lock.stat().st_mtime).strftime("%Y-%m-%d %H:%M")
    return (
        f"数据文件夹“{home.root}”正由另一个练兵台使用"
        f"（电脑 {host or '未知'}，程序 {program or '未知'}，进程号 {pid or '未知'}，自 {since}）。请先关闭它。"
    )


def _write_pdf(sheets: "Sequence[Sheet]", path: Path) -> Mapping[str, str]:
    from lianbing_desktop.gui import paper

    _fonts_ready()
    return paper.write_pdf(sheets, path)


@cache
def _fonts_ready() -> object:
    """Return an application for Qt's fonts, kept for good; where no window is open it needs no screen either."""
    from PySide6.QtWidgets import QApplication

    from lianbing_desktop.gui.style import base_font

    if found := QApplication.instance():
        return found
    no_screen = ["-platform", "offscreen"] if sys.platform == "linux" else []
    application = QApplication([sys.argv[0], *no_screen])
    application.setFont(base_font())
    return application
