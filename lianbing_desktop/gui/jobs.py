"""Jobs: long work on values, away from the window, with progress, cancelling and the result back on the GUI thread."""

import time
from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from lianbing_desktop.errors import UserError

_PROGRESS_SECONDS = 0.05

Progress = Callable[[int, int], None]
Work = Callable[[Progress], Any]


class Cancelled(Exception):  # noqa: N818 - nothing has gone wrong
    """Raised inside the work at its next progress call, after the officer cancelled."""


class Job(QObject):
    """One running piece of work. Signals arrive on the GUI thread; exactly one of the last three is emitted."""

    progressed = Signal(object, object)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._stop = Event()
        self._told_at = 0.0

    def cancel(self) -> None:
        """Ask the work to stop; it does so at its next progress call."""
        self._stop.set()

    def run(self) -> None:
        """Do the work; called on the pool's thread."""
        try:
            result = self._work(self._progress)
        except Cancelled:
            self.cancelled.emit()
        except Exception as error:
            self.failed.emit(error)
        else:
            self.done.emit(result)

    def _progress(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        now = time.monotonic()
        if now - self._told_at >= _PROGRESS_SECONDS or done == total:
            self._told_at = now
            self.progressed.emit(done, total)


class _Runnable(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        self._job.run()


class Jobs(QObject):
    """The jobs running. ``work`` gets a progress callable and values only, never a widget and never the store."""

    def __init__(self, crashed: Callable[[BaseException], None], parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._running: set[Job] = set()
        self._crashed = crashed

    def run(
        self,
        work: Work,
        done: Callable[[Any], None],
        failed: Callable[[UserError], None],
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], None] | None = None,
    ) -> Job:
        """Start a job. ``failed`` hears of what the officer can act on; anything else is our bug and crashes aloud."""
        job = Job(work)
        self._running.add(job)
        queued = Qt.ConnectionType.QueuedConnection
        relay = _Relay(job, done, failed, progress, cancelled, self)
        job.progressed.connect(relay.on_progressed, queued)
        job.done.connect(relay.on_done, queued)
        job.failed.connect(relay.on_failed, queued)
        job.cancelled.connect(relay.on_cancelled, queued)
        self._pool.start(_Runnable(job))
        return job

    def finish(self, job: Job) -> None:
        """Forget a job that has ended."""
        self._running.discard(job)

    def crash(self, error: BaseException) -> None:
        """Hand an unexpected error to the crash dialog."""
        self._crashed(error)

    def stop(self) -> None:
        """Cancel everything and wait for it, as the window closes."""
        for job in self._running:
            job.cancel()
        self._pool.waitForDone()


class _Relay(QObject):
    """Receives a job's signals on the GUI thread."""

    def __init__(
        self,
        job: Job,
        done: Callable[[Any], None],
        failed: Callable[[UserError], None],
        progress: Callable[[int, int], None] | None,
        cancelled: Callable[[], None] | None,
        jobs: Jobs,
    ) -> None:
        super().__init__(jobs)
        self._job, self._jobs = job, jobs
        self._done, self._failed, self._progress, self._cancelled = done, failed, progress, cancelled

    @Slot(object, object)
    def on_progressed(self, done: int, total: int) -> None:
        if self._progress:
            self._progress(done, total)

    @Slot(object)
    def on_done(self, result: object) -> None:
        self._end()
        self._done(result)

    @Slot(object)
    def on_failed(self, error: BaseException) -> None:
        self._end()
        if isinstance(error, UserError):
            self._failed(error)
        else:
            if self._cancelled:
                self._cancelled()
            self._jobs.crash(error)

    @Slot()
    def on_cancelled(self) -> None:
        self._end()
        if self._cancelled:
            self._cancelled()

    def _end(self) -> None:
        self._jobs.finish(self._job)
        self.deleteLater()
