"""Many reminders at once: written a portion at a time, so that the window never stands still and it can be stopped."""

from collections.abc import Callable, Sequence
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from lianbing_desktop.errors import UserError

LINES, ROWS = 60, 300
"""How many lines, or rows of the ledger, are written at once: some 15 ms on an office computer."""

PATIENCE = 0.3
"""Seconds after which a run tells how far it is; a shorter one would only flicker."""


class Portions(QObject):
    """One run at a time. The store may be used here, which a job may not: it all happens in the window's own loop."""

    progressed = Signal(int, int)
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._things: Sequence[Any] = ()
        self._size, self._count, self._began = LINES, 0, 0.0
        self._act: Callable[[Sequence[Any]], object] = len
        self._done: Callable[[int, UserError | None], None] = lambda count, error: None
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._step)

    @property
    def is_running(self) -> bool:
        """Whether there is something left to do."""
        return bool(self._things)

    def run(
        self,
        things: Sequence[Any],
        size: int,
        act: Callable[[Sequence[Any]], object],
        done: Callable[[int, UserError | None], None],
    ) -> None:
        """Do ``act`` with one portion after the other, the first at once; ``done`` hears how many, and what stopped it.

        A run that is still under way is brought to its end first.
        """
        while self.is_running:
            self._step()
        self._things, self._size, self._act, self._done, self._count = things, size, act, done, 0
        self._began = perf_counter()
        self._step()

    def stop(self) -> None:
        """Leave the rest undone."""
        if self.is_running:
            self._end(None)

    def _step(self) -> None:
        if 0 < self._count >= len(self._things):  # in a turn of its own: whoever hears of the end reads everything anew
            self._end(None)
            return
        part = self._things[self._count : self._count + self._size]
        try:
            self._act(part)
        except UserError as error:
            self._end(error)
            return
        except BaseException:
            self._things = ()
            self.ended.emit()
            raise
        self._count += len(part)
        if self._count == len(part) == len(self._things):
            self._end(None)
        else:
            if perf_counter() - self._began >= PATIENCE:
                self.progressed.emit(self._count, len(self._things))
            self._next.start()

    def _end(self, error: UserError | None) -> None:
        self._next.stop()
        self._things = ()
        self.ended.emit()
        self._done(self._count, error)
