"""Another data folder: the program is started anew on it, and this window closes once that one stands."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QLockFile, QObject, QProcess, QTimer

from lianbing_desktop.domain.clock import Clock
from lianbing_desktop.errors import UserError
from lianbing_desktop.paths import Home
from lianbing_desktop.services.program import command

_EVERY_MS, _PATIENCE_MS = 300, 15_000
_STEADY = 3
"""How many looks in a row must find the folder held: a start that fails lets go of it at once."""


def check_home(root: Path, now_open: Home) -> Home:
    """Return the data folder chosen. Raises UserError: no data in it, it is the one open, or somebody holds it."""
    home = Home(root.absolute())
    if home.root.resolve() == now_open.root.resolve():
        raise UserError("这就是现在打开的数据文件夹。请选择另一个。")
    if not home.database.is_file():
        raise UserError(
            f"“{home.root}”里没有 {home.database.name}，不是练兵台的数据文件夹。请选择里面有这个文件的文件夹。"
        )
    if _is_held(home):
        raise UserError(f"“{home.root}”正由另一个练兵台使用。请先关闭它。")
    return home


class Restart(QObject):
    """Starts the program on another folder and waits until it holds it."""

    def __init__(
        self,
        home: Home,
        clock: Clock,
        stands: Callable[[], object],
        failed: Callable[[UserError], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._home, self._clock, self._stands, self._failed = home, clock, stands, failed
        self._steady = 0
        self._since = QElapsedTimer()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Start it; one of ``stands`` and ``failed`` is called later."""
        program, *arguments = command(self._home, self._clock.trial)
        if not QProcess.startDetached(program, arguments)[0]:
            self._fail()
            return
        self._since.start()
        self._timer.start()

    def _look(self) -> None:
        self._steady = self._steady + 1 if _is_held(self._home) else 0
        if self._steady >= _STEADY:
            self._timer.stop()
            self._stands()
        elif self._since.elapsed() > _PATIENCE_MS:
            self._timer.stop()
            self._fail()

    def _fail(self) -> None:
        self._failed(UserError(f"没有能打开“{self._home.root}”里的数据。它可能已损坏，或由更新的版本保存。"))


def start_again(home: Home, clock: Clock) -> None:
    """Start the program on the folder this one has let go of. Raises UserError where it cannot be started."""
    program, *arguments = command(home, clock.trial)
    if not QProcess.startDetached(program, arguments)[0]:
        raise UserError("没有能重新打开练兵台。请自己再打开一次。")


def _is_held(home: Home) -> bool:
    if not home.lock.exists():
        return False
    lock = QLockFile(str(home.lock))
    lock.setStaleLockTime(0)
    is_free = lock.tryLock(0)
    lock.unlock()
    return not is_free
