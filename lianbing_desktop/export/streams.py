"""Bytes on their way: read once, hashed and counted as they pass, and brought safely to the disk."""

import errno
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from lianbing_desktop.domain.package import Progress

CHUNK = 1 << 20


class Meter:
    """Adds up bytes and tells the officer's progress; where that raises, the work is cancelled."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress = progress
        self._total = total
        self._done = 0
        self.advance(0)

    def advance(self, count: int) -> None:
        """Count ``count`` more bytes as done."""
        self._done = min(self._done + count, self._total)
        if self._progress is not None:
            self._progress(self._done, self._total)


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


def copy(source: Path, to: Path, meter: Meter | None = None) -> tuple[str, int]:
    """Copy into the new file ``to`` and on to the disk; return the SHA-256 and the size of what was read, once.

    Raises OSError; FileExistsError where ``to`` exists.
    """
    total, size = hashlib.sha256(), 0
    with source.open("rb", buffering=0) as reading, to.open("xb") as writing:
        for chunk in chunks(reading, meter):
            total.update(chunk)
            size += writing.write(chunk)
        settle(writing)
    return total.hexdigest(), size


def settle(file: BinaryIO) -> None:
    """Bring a written file to the disk, and out of the cache where the system can, so that reading back is real."""
    file.flush()
    os.fsync(file.fileno())
    if hasattr(os, "posix_fadvise"):
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def settle_folder(folder: Path) -> None:
    """Bring a folder's own entries to the disk. Windows has no such call, and some network folders refuse it."""
    if os.name == "nt":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(number)
