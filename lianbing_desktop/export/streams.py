"""Bytes on their way: read once, hashed and counted as they pass, and brought safely to the disk."""

import hashlib
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from lianbing_desktop.domain.package import Progress
from lianbing_desktop.export.settling import Settler, settle

CHUNK = 1 << 20
LARGE = 1 << 18
"""From this size on a second thread is worth its trouble."""
TELL_SECONDS = 0.05
"""At most twenty signals of progress a second."""


class Meter:
    """Adds up bytes and tells the officer's progress; where that raises, the work is cancelled."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress = progress
        self._total = total
        self._done = 0
        self._told_at = 0.0
        self.advance(0)

    def advance(self, count: int) -> None:
        """Count ``count`` more bytes as done."""
        before, self._done = self._done, min(self._done + count, self._total)
        if self._progress is None:
            return
        now = time.monotonic()
        is_end = self._done == self._total != before
        if is_end or now - self._told_at >= TELL_SECONDS:
            self._told_at = now
            self._progress(self._done, self._total)

    def tick(self) -> None:
        """Tell that the work goes on; for what takes long and counts no bytes."""
        self.advance(0)


@dataclass(frozen=True)
class Copied:
    """What passed while a file was copied: its SHA-256, its SM3 (empty where not asked for) and its size."""

    sha256: str
    sm3: str
    size: int


def has_sm3() -> bool:
    """Whether this system's OpenSSL knows SM3."""
    try:
        hashlib.new("sm3")
    except ValueError:
        return False
    return True


class Polled:
    """A file whose every reading calls ``tick``, so that what works on it can be cancelled."""

    def __init__(self, file: BinaryIO, tick: Callable[[], None]) -> None:
        self._file, self._tick = file, tick
        self.seek, self.tell, self.write = file.seek, file.tell, file.write

    def read(self, length: int = -1) -> bytes:
        """Return the next bytes. Raises OSError, and what ``tick`` raises."""
        self._tick()
        return self._file.read(length)


def chunks(file: BinaryIO, meter: Meter | None = None, length: int | None = None) -> Iterator[memoryview]:
    """Yield the rest of the file, or ``length`` bytes of it, as views of one buffer.

    The buffer is used again: take what you need of a view before the next.
    """
    buffer = memoryview(bytearray(CHUNK if length is None else min(CHUNK, length)))
    left = length
    while count := file.readinto(buffer if left is None else buffer[:left]):  # type: ignore[attr-defined]
        yield buffer[:count]
        if left is not None:
            left -= count
        if meter is not None:
            meter.advance(count)


def digest(path: Path, meter: Meter | None = None) -> str:
    """Return the SHA-256 of a file in hexadecimal. Raises OSError."""
    total = hashlib.sha256()
    with path.open("rb", buffering=0) as file:
        for chunk in chunks(file, meter):
            total.update(chunk)
    return total.hexdigest()


def copy(source: Path, to: Path, meter: Meter | None = None, *, with_sm3: bool = False) -> Copied:
    """Copy into the new file ``to`` and on to the disk; return what was read, once.

    Raises OSError; FileExistsError where ``to`` exists.
    """
    size = 0
    with ExitStack() as stack:
        reading = stack.enter_context(source.open("rb", buffering=0))
        writing = stack.enter_context(to.open("xb"))
        hashing = stack.enter_context(_Hashing(with_sm3))
        settler = stack.enter_context(Settler(writing, meter.tick if meter else lambda: None))
        for chunk in chunks(reading, meter):
            hashing.begin(chunk)
            count = writing.write(chunk)
            hashing.end()
            size += count
            settler.grown(count)
        settler.finish()
        settle(writing)
        return Copied(hashing.sha256.hexdigest(), hashing.sm3.hexdigest() if hashing.sm3 else "", size)


class _Hashing:
    """SHA-256 and perhaps SM3 of what passes; SM3, three times as slow, of large chunks in a thread of its own."""

    def __init__(self, with_sm3: bool) -> None:
        self.sha256 = hashlib.sha256()
        self.sm3: Any = hashlib.new("sm3") if with_sm3 else None
        self._pool: ThreadPoolExecutor | None = None
        self._running: Any = None

    def __enter__(self) -> "_Hashing":
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool:
            self._pool.shutdown()

    def begin(self, chunk: memoryview) -> None:
        """Take in a chunk, which must stay as it is until ``end``."""
        if self.sm3 and len(chunk) >= LARGE:
            self._pool = self._pool or ThreadPoolExecutor(1)
            self._running = self._pool.submit(self.sm3.update, chunk)
        elif self.sm3:
            self.sm3.update(chunk)
        self.sha256.update(chunk)

    def end(self) -> None:
        """Wait until the chunk is done with."""
        if self._running:
            self._running.result()
            self._running = None
