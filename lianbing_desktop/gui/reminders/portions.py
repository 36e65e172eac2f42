"""Many reminders at once: written a portion at a time, so that the window never stands still and it can be stopped."""

from collections.abc import Callable, Sequence
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, Signal

from lianbing_desktop.domain.slices import Steps, sliced
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.stepper import Stepper

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
        self._stepper = Stepper(self)
        self._count, self._began = 0, 0.0
        self._done: Callable[[int, UserError | None], None] = lambda count, error: None

    @property
    def is_running(self) -> bool:
        """Whether there is something left to do."""
        return self._stepper.is_busy

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
        self._stepper.finish()
        self._done, self._count, self._began = done, 0, perf_counter()
        self._stepper.start(self._steps(things, size, act), lambda _: self._end(None), self._on_failed)

    def stop(self) -> None:
        """Leave the rest undone."""
        if self.is_running:
            self._stepper.stop()
            self._end(None)

    def _steps(self, things: Sequence[Any], size: int, act: Callable[[Sequence[Any]], object]) -> Steps[None]:
        for portion in sliced(things, size):
            act(portion)
            self._count += len(portion)
            if self._count < len(things) and perf_counter() - self._began >= PATIENCE:
                self.progressed.emit(self._count, len(things))
            yield

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self.ended.emit()
            raise error
        self._end(error)

    def _end(self, error: UserError | None) -> None:
        self.ended.emit()
        self._done(self._count, error)
