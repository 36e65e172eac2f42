"""Written files brought to the disk, and out of the cache where the system can, so that reading back is real."""

import os
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import BinaryIO

SETTLE_BYTES = 32 << 20
"""How much is written before it is brought to the disk."""
MOST_BYTES = 4 * SETTLE_BYTES
"""How much may wait for a slow disk before nothing more is written."""
SMALL_BYTES = 1 << 18
"""What is settled at once, without a thread."""
_POLL_SECONDS = 0.02


def settle(file: BinaryIO) -> None:
    """Bring a written file to the disk, and out of the cache. Raises OSError."""
    file.flush()
    _bring(file.fileno())


class Settler:
    """Brings a growing file to the disk part by part, in a thread of its own: one call may take seconds.

    Waiting for it calls ``tick``, which may raise to cancel; what is on its way to the disk then ends behind us.
    """

    def __init__(self, file: BinaryIO, tick: Callable[[], None]) -> None:
        self._file, self._tick = file, tick
        self._pool: ThreadPoolExecutor | None = None
        self._running: Future[None] | None = None
        self._unsettled = 0

    def __enter__(self) -> "Settler":
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool:
            self._pool.shutdown(wait=os.name == "nt")  # which removes no file that is still in use

    def grown(self, count: int) -> None:
        """Count bytes that were written. Raises OSError, of an earlier part too."""
        self._unsettled += count
        is_idle = self._running is None or self._running.done()
        if self._unsettled >= (SETTLE_BYTES if is_idle else MOST_BYTES):
            self._begin()

    def finish(self) -> None:
        """Wait until all is on the disk. Raises OSError."""
        if self._running or self._unsettled >= SMALL_BYTES:
            self._begin()
            self._wait()

    def _begin(self) -> None:
        self._wait()
        self._file.flush()
        self._unsettled = 0
        self._pool = self._pool or ThreadPoolExecutor(1)
        self._running = self._pool.submit(_bring_and_close, os.dup(self._file.fileno()))

    def _wait(self) -> None:
        while self._running:
            if wait([self._running], _POLL_SECONDS).done:
                self._running.result()
                self._running = None
            else:
                self._tick()


def _bring(number: int) -> None:
    os.fsync(number)
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(number, 0, 0, os.POSIX_FADV_DONTNEED)


def _bring_and_close(number: int) -> None:
    """Bring the file behind a descriptor of its own to the disk: the other may be closed meanwhile."""
    try:
        _bring(number)
    finally:
        os.close(number)
