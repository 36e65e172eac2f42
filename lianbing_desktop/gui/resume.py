"""Waking up: logind says when the computer has slept, over the system bus, in a thread of its own."""

from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from lianbing_desktop.gui import crash

if TYPE_CHECKING:
    from lianbing_desktop.gui.notifying.wire import Wire

_LOGIND = {
    "member": "PrepareForSleep",
    "sender": "org.freedesktop.login1",
    "interface": "org.freedesktop.login1.Manager",
    "path": "/org/freedesktop/login1",
}


class Resume(QObject):
    """``resumed`` arrives on the GUI thread. Where there is no system bus it stays silent; the watchdog sees leaps."""

    resumed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wire: Wire | None = None
        self._thread: Thread | None = None

    def start(self) -> None:
        """Start listening; called after the first paint."""
        from lianbing_desktop.gui.notifying.wire import Wire

        self._wire = Wire("SYSTEM")
        self._thread = Thread(target=self._run, args=(self._wire,), name="logind", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop listening."""
        if self._wire and self._thread:
            self._wire.close()
            self._thread.join(0.3)
            self._wire = self._thread = None

    def _run(self, wire: "Wire") -> None:
        crash.attempt(lambda: self._listen(wire))
        wire.dispose()

    def _listen(self, wire: "Wire") -> None:
        wire.open()
        wire.hear(**_LOGIND)
        while True:
            for message in wire.listen():
                if message.body == (False,):  # PrepareForSleep(false): it is awake again
                    self.resumed.emit()
