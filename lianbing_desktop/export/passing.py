"""What passes through pycdlib while an image is written: sources opened in their turn, hashed as they are read."""

import hashlib
import io
import os
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from lianbing_desktop.errors import UserError
from lianbing_desktop.export.package import changed_source
from lianbing_desktop.export.streams import CHUNK, LARGE, SETTLE_BYTES


@dataclass(frozen=True)
class Source:
    """One file for the image: its path there, what it is called in messages, where its bytes are, size and SHA-256.

    ``place`` is a file, or the bytes themselves.
    """

    path: str
    title: str
    place: Path | bytes
    size: int
    sha256: str


class Reading:
    """A source as the file that pycdlib asks for: open only while it is read, from its beginning to its end, once.

    What was read is hashed by ``pool`` (one thread) while it is written: two buffers take turns.
    """

    def __init__(self, source: Source, pool: ThreadPoolExecutor) -> None:
        self._source, self._pool = source, pool
        self._file: Any = None
        self._hash = hashlib.sha256()
        self._hashing: deque[Future[None]] = deque()
        self._buffers: deque[memoryview] = deque()
        self._at = 0
        self.mode = "rb"

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go to a place; only going on where one stands is reading in order. Raises ValueError."""
        wanted = offset if whence == 0 else self._at + offset if whence == 1 else self._source.size + offset
        if wanted != self._at:
            raise ValueError("a source is read once, in order")
        return self._at

    def tell(self) -> int:
        """Return how far it is read."""
        return self._at

    def read(self, length: int) -> bytes | memoryview:
        """Return the next bytes. Raises OSError; UserError where the file ends too early or is another."""
        if self._file is None:
            self._open()
        if len(self._hashing) == len(self._buffers):
            self._hashing.popleft().result()
        view = self._buffers[0][: min(length, self._source.size - self._at)]
        self._buffers.rotate(-1)
        if self._file.readinto(view) < len(view):
            raise self._changed()
        self._at += len(view)
        if len(view) < LARGE and not self._hashing:
            self._hash.update(view)
        else:
            self._hashing.append(self._pool.submit(self._hash.update, view))
        if self._at == self._source.size:
            self.finish()
        return view

    def _open(self) -> None:
        place = self._source.place
        self._file = io.BytesIO(place) if isinstance(place, bytes) else io.FileIO(place, "rb")
        length = min(CHUNK, max(self._source.size, 1))
        count = 2 if self._source.size > length else 1
        self._buffers.extend(memoryview(bytearray(length)) for _ in range(count))

    def finish(self) -> None:
        """Close it. Raises UserError where what passed is not what was wanted, or more is there."""
        while self._hashing:
            self._hashing.popleft().result()
        if self._at < self._source.size or self._hash.hexdigest() != self._source.sha256 or self._is_longer():
            raise self._changed()
        self.close()

    def close(self) -> None:
        """Close it, and let go of its buffers."""
        if self._file is not None:
            self._file.close()
            self._buffers.clear()

    def _is_longer(self) -> bool:
        place = self._source.place
        return not isinstance(place, bytes) and place.stat().st_size != self._source.size

    def _changed(self) -> UserError:
        source = self._source
        self.close()
        return changed_source(source.title, Path(source.path) if isinstance(source.place, bytes) else source.place)


class Settling(io.RawIOBase):
    """The image being written, brought to the disk by ``pool`` as it grows.

    All at once at the end could not be cancelled for seconds; waiting for each part would leave the disk idle.
    """

    def __init__(self, file: BinaryIO, pool: ThreadPoolExecutor) -> None:
        super().__init__()
        self._file, self._pool = file, pool
        self._unsettled = 0
        self._settling: Future[None] | None = None

    def write(self, data: Any) -> int:
        """Write all of it. Raises OSError, of an earlier part too."""
        count = self._file.write(data)
        self._unsettled += count
        if self._unsettled >= SETTLE_BYTES:
            self._unsettled = 0
            self.settled()
            self._file.flush()
            self._settling = self._pool.submit(os.fsync, self._file.fileno())
        return count

    def settled(self) -> None:
        """Wait until what was begun is on the disk. Raises OSError."""
        if self._settling:
            self._settling.result()
            self._settling = None

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go to a place."""
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        """Return the place."""
        return self._file.tell()

    def truncate(self, size: int | None = None) -> int:
        """Cut or lengthen the file."""
        return self._file.truncate(size)
