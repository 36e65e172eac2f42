"""Desktop messages over D-Bus (org.freedesktop.Notifications), in a thread of its own: a bus that is dead, slow or
silent never holds up the window.
"""

from collections.abc import Callable
from queue import SimpleQueue
from threading import Lock, Thread

from PySide6.QtCore import QObject, Signal

from lianbing_desktop.errors import UserError
from lianbing_desktop.gui import crash
from lianbing_desktop.gui.notifying.notice import Answer, Notice


class Bus(QObject):
    """``answered`` and ``pressed`` carry the number a message was given; both arrive on the GUI thread."""

    answered = Signal(int, object)
    pressed = Signal(int, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._line: _Line | None = None

    def tell(self, number: int, notice: Notice) -> None:
        """Send a message; ``answered`` follows, unless the bus is silent."""
        if self._line and self._line.put(number, notice):
            return
        self._line = _Line(self.answered.emit, self.pressed.emit)
        self._line.put(number, notice)
        self._line.start()

    def forsake(self, number: int) -> None:
        """Give up on a message nobody answers: it is not sent any more, and the next one takes a new line."""
        if self._line:
            self._line.forsake(number)
            self._line.close()
            self._line = None

    def stop(self) -> None:
        """Let go of the bus."""
        if self._line:
            self._line.close()
            self._line.wait(0.3)
            self._line = None


class _Line:
    """One thread with one connection; it ends when the connection does."""

    def __init__(self, answered: Callable[[int, Answer], None], pressed: Callable[[int, str], None]) -> None:
        from lianbing_desktop.gui.notifying.server import Server
        from lianbing_desktop.gui.notifying.wire import Wire

        self._messages: SimpleQueue[tuple[int, Notice]] = SimpleQueue()
        self._forsaken: set[int] = set()
        self._answered = answered
        self._wire = Wire("SESSION")
        self._server = Server(self._wire, pressed)
        self._is_open, self._lock = True, Lock()
        self._thread = Thread(target=self._run, name="D-Bus messages", daemon=True)

    def start(self) -> None:
        """Start the thread, its first message waiting."""
        self._thread.start()

    def put(self, number: int, notice: Notice) -> bool:
        """Have a message sent; False where the connection has ended and nobody would."""
        with self._lock:
            if not self._is_open:
                return False
            self._messages.put((number, notice))
        self._wire.wake()
        return True

    def forsake(self, number: int) -> None:
        """Have a message not sent, where it has not been yet."""
        self._forsaken.add(number)

    def close(self) -> None:
        """End it; what it waits for ends too."""
        with self._lock:
            self._is_open = False
        self._wire.close()

    def wait(self, seconds: float) -> None:
        """Wait for the thread, but not longer than that."""
        self._thread.join(seconds)

    def _run(self) -> None:
        """Send and listen until the connection ends; every message gets its answer."""
        error = crash.attempt(self._serve)
        with self._lock:
            self._is_open = False
        while not self._messages.empty():
            self._answer(self._messages.get()[0], Answer(reason=_reason(error)))
        self._wire.dispose()

    def _serve(self) -> None:
        self._server.open()
        while self._is_open:
            while not self._messages.empty():
                self._send(*self._messages.get())
            self._server.listen()

    def _send(self, number: int, notice: Notice) -> None:
        if number in self._forsaken:
            return
        answers: list[Answer] = []
        error = crash.attempt(lambda: answers.append(self._server.notify(number, notice)))
        self._answer(number, answers[0] if answers else Answer(reason=_reason(error)))

    def _answer(self, number: int, answer: Answer) -> None:
        if number not in self._forsaken:
            self._answered(number, answer)


def _reason(error: Exception | None) -> str:
    return error.message if isinstance(error, UserError) else "桌面消息出了差错，详情见日志。"
