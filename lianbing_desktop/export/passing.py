"""What passes through pycdlib while an image is written: sources opened in their turn, hashed as they are read."""

import hashlib
import io
import os
from pathlib import Path
from typing import Any, BinaryIO

from lianbing_desktop.export.package import changed_source
from lianbing_desktop.export.streams import CHUNK, SETTLE_BYTES


class Reading:
    """A source as the file that pycdlib asks for: open only while it is read, from its beginning to its end, once."""

    def __init__(self, title: str, place: Path | bytes, size: int, sha256: str) -> None:
        self._title, self._place, self._size, self._wanted = title, place, size, sha256
        self._file: Any = None
        self._hash = hashlib.sha256()
        self._at = 0
        self.mode = "rb"

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go to a place; only going on where one stands is reading in order. Raises ValueError."""
        wanted = offset if whence == 0 else self._at + offset if whence == 1 else self._size + offset
        if wanted != self._at and not (wanted == 0 and self._file is None):
            raise ValueError("a source is read once, in order")
        return self._at

    def tell(self) -> int:
        """Return how far it is read."""
        return self._at

    def read(self, length: int = -1) -> bytes | memoryview:
        """Return the next bytes, hashed. Raises OSError; UserError where the file ends too early or is another."""
        if self._file is None:
            self._file = io.BytesIO(self._place) if isinstance(self._place, bytes) else _opened(self._place)
            self._buffer = memoryview(bytearray(min(CHUNK, max(self._size, 1))))
        view = self._buffer[: min(length, self._size - self._at)] if length >= 0 else self._buffer
        count = self._file.readinto(view)
        if count < len(view):
            raise self._changed()
        self._hash.update(view)
        self._at += count
        if self._at == self._size:
            self.finish()
        return view

    def finish(self) -> None:
        """Close it. Raises UserError where what passed is not what was wanted, or more is there."""
        if self._at < self._size or self._hash.hexdigest() != self._wanted or self._is_longer():
            raise self._changed()
        self.close()

    def close(self) -> None:
        """Close it."""
        if self._file is not None:
            self._file.close()
            self._file, self._buffer = io.BytesIO(), memoryview(b"")

    def _is_longer(self) -> bool:
        if self._file is None or self._file.closed:
            return not isinstance(self._place, bytes) and self._place.stat().st_size != self._size
        return bool(self._file.read(1))

    def _changed(self) -> Exception:
        place = Path(self._title) if isinstance(self._place, bytes) else self._place
        self.close()
        return changed_source(self._title, place)


def _opened(place: Path) -> io.FileIO:
    return io.FileIO(place, "rb")


class Settling(io.RawIOBase):
    """The image being written, brought to the disk as it grows: one call at the end could not be cancelled."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__()
        self._file = file
        self._unsettled = 0

    def write(self, data: Any) -> int:
        """Write all of it. Raises OSError."""
        view = memoryview(data).cast("B")
        done = 0
        while done < len(view):
            done += self._file.write(view[done:])
        self._unsettled += done
        if self._unsettled >= SETTLE_BYTES:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._unsettled = 0
        return done

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go to a place."""
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        """Return the place."""
        return self._file.tell()

    def truncate(self, size: int | None = None) -> int:
        """Cut or lengthen the file."""
        return self._file.truncate(size)
