"""The stepper: work in steps done on the GUI thread a few milliseconds at a time, the window living in between."""

from collections.abc import Callable
from functools import partial
from time import perf_counter, thread_time
from typing import Any

from PySide6.QtCore import QObject, QTimer

from lianbing_desktop.domain.slices import Steps
from lianbing_desktop.gui import crash

SECONDS = 0.008
"""How long steps are taken before the window has its turn; a single step may take longer."""

_REST = 0.002


class Stepper(QObject):
    """Goes through one piece of work; starting another gives up the one under way."""

    _over_at = 0.0

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Steps[Any] | None = None
        self._done: Callable[[Any], None] = lambda result: None
        self._failed: Callable[[Exception], None] = lambda error: None
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_busy(self) -> bool:
        """Whether there are steps still to be taken."""
        return self._steps is not None

    def start(self, steps: Steps[Any], done: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
        """Begin at once. ``done`` gets what the work comes to; ``failed`` gets an error, our own bugs logged before."""
        self.stop()
        self._steps, self._done, self._failed = steps, done, failed
        self._take(thread_time)  # what is little work is over at once, however busy the computer is

    def finish(self) -> None:
        """Do the rest of what is under way at once."""
        while self.is_busy:
            self._take(perf_counter)

    def stop(self) -> None:
        """Give up what is under way."""
        self._timer.stop()
        steps, self._steps = self._steps, None
        if steps:
            steps.close()

    def _go_on(self) -> None:
        """Take steps, unless another stepper just did: the window has its turn between any two of them."""
        if perf_counter() - Stepper._over_at < _REST:
            self._timer.start()
        else:
            self._take(perf_counter)

    def _take(self, clock: Callable[[], float]) -> None:
        """Take steps for a while; errors of all kinds end the work."""
        if not self._steps:
            return
        over: list[Any] = []
        error = crash.attempt(partial(_take, self._steps, clock, over))
        Stepper._over_at = perf_counter()
        if error:
            self._steps = None
            self._failed(error)
        elif over:
            self._steps = None
            self._done(over[0])
        else:
            self._timer.start()


def _take(steps: Steps[Any], clock: Callable[[], float], over: list[Any]) -> None:
    """Take steps until the time is up or, whereupon the result is put into ``over``, there is none left."""
    end = clock() + SECONDS
    try:
        next(steps)
        while clock() < end:
            next(steps)
    except StopIteration as last:
        over.append(last.value)
