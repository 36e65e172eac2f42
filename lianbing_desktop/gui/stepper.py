"""The stepper: work in steps done on the GUI thread a few milliseconds at a time, the window living in between."""

import logging
from collections.abc import Callable
from functools import partial
from time import perf_counter, thread_time
from typing import Any

from PySide6.QtCore import QObject, QTimer

from lianbing_desktop.domain.slices import Steps
from lianbing_desktop.errors import UserError

log = logging.getLogger("lianbing")
SECONDS = 0.012
"""How long steps are taken before the window has its turn; a single step may take longer."""


class Stepper(QObject):
    """Goes through one piece of work; starting another gives up the one under way."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Steps[Any] | None = None
        self._done: Callable[[Any], None] = lambda result: None
        self._failed: Callable[[Exception], None] = lambda error: None
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(partial(self._take, perf_counter))

    @property
    def is_busy(self) -> bool:
        """Whether there are steps still to be taken."""
        return self._steps is not None

    def start(self, steps: Steps[Any], done: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
        """Begin at once. ``done`` gets what the work comes to; ``failed`` gets an error, our own bugs logged before."""
        self.stop()
        self._steps, self._done, self._failed = steps, done, failed
        self._take(thread_time)  # what is little work is over at once, however busy the computer is

    def stop(self) -> None:
        """Give up what is under way."""
        self._timer.stop()
        steps, self._steps = self._steps, None
        if steps:
            steps.close()

    def _take(self, clock: Callable[[], float]) -> None:
        steps, end = self._steps, clock() + SECONDS
        if steps is None:
            return
        try:
            next(steps)
            while clock() < end:
                next(steps)
        except StopIteration as over:
            self._steps = None
            self._done(over.value)
        except Exception as error:
            if not isinstance(error, UserError):
                log.exception("not done")
            self._steps = None
            self._failed(error)
        else:
            self._timer.start()
