"""What passes through pycdlib while an image is written: sources opened in their turn, and the image itself."""

import errno
import io
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from lianbing_desktop.errors import UserError
from lianbing_desktop.export.package import changed_source
from lianbing_desktop.export.settling import Settler
from lianbing_desktop.export.streams import LARGE


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


PIECE = 1 << 20
"""Bytes that are copied at once: few enough to be cancelled between."""
_CAN_COPY = hasattr(os, "copy_file_range")
_NO_SUCH_COPY = {errno.EXDEV, errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP}


@dataclass(frozen=True)
class Piece:
    """A part of an open file on its way into the image without passing through us: the system copies it.

    ``passed`` is called behind it with the bytes that came.
    """

    number: int
    offset: int
    length: int
    passed: Callable[[int], None]

    def __len__(self) -> int:
        return self.length


class Reading:
    """A source as the file that pycdlib asks for: open only while it is read, from its beginning to its end, once.

    Of a large file ``read`` gives pieces that the system copies. Sizes are insisted on here; the contents are proved
    by reading the finished image back, which is always done.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._file: Any = None
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

    def read(self, length: int) -> bytes | Piece:
        """Return the next bytes. Raises OSError; UserError where the file ends too early or is another."""
        source = self._source
        if self._file is None:
            self._file = io.BytesIO(source.place) if isinstance(source.place, bytes) else io.FileIO(source.place, "rb")
        if _CAN_COPY and source.size >= LARGE and not isinstance(source.place, bytes):
            return self._piece(length)
        return self._small(length)

    def _small(self, length: int) -> bytes:
        wanted = min(length, self._source.size - self._at)
        data: bytes = self._file.read(wanted)
        if len(data) < wanted:
            raise self._changed()
        self._at += wanted
        if self._at == self._source.size:
            self.finish()
        return data

    def _piece(self, length: int) -> Piece:
        return Piece(self._file.fileno(), self._at, min(length, self._source.size - self._at), self._on_passed)

    def _on_passed(self, count: int) -> None:
        self._at += count
        if not count:
            raise self._changed()
        if self._at == self._source.size:
            self.finish()

    def finish(self) -> None:
        """Close it. Raises UserError where it came short, or more is there."""
        if self._at < self._source.size or self._is_longer():
            raise self._changed()
        self.close()

    def close(self) -> None:
        """Close it."""
        if self._file is not None:
            self._file.close()

    def _is_longer(self) -> bool:
        place = self._source.place
        return not isinstance(place, bytes) and place.stat().st_size != self._source.size

    def _changed(self) -> UserError:
        source = self._source
        return changed_source(source.title, Path(source.path) if isinstance(source.place, bytes) else source.place)


class Settling(io.RawIOBase):
    """The image being written, brought to the disk as it grows: waiting for each part would leave the disk idle."""

    def __init__(self, file: BinaryIO, settler: Settler) -> None:
        super().__init__()
        self._file, self._settler = file, settler
        self._can_copy = _CAN_COPY

    def write(self, data: Any) -> int:
        """Write all of it. Raises OSError, of an earlier part too."""
        count = self._take(data) if isinstance(data, Piece) else self._file.write(data)
        self._settler.grown(count)
        return count

    def _take(self, piece: Piece) -> int:
        self._file.flush()
        at, done = self._file.tell(), 0
        while done < piece.length:
            count = self._copy(piece, done, at + done)
            done += count
            self._file.seek(at + done)
            piece.passed(count)
        return done

    def _copy(self, piece: Piece, done: int, at: int) -> int:
        """Copy what is left of a piece, or some of it, to ``at``; return how much, 0 where the source has ended."""
        left, offset = piece.length - done, piece.offset + done
        if self._can_copy:
            try:
                return os.copy_file_range(piece.number, self._file.fileno(), left, offset, at)
            except OSError as error:
                if error.errno not in _NO_SUCH_COPY:
                    raise
                self._can_copy = False
        data = os.pread(piece.number, left, offset)
        self._file.write(data)
        self._file.flush()
        return len(data)

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go to a place."""
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        """Return the place."""
        return self._file.tell()

    def truncate(self, size: int | None = None) -> int:
        """Cut or lengthen the file."""
        return self._file.truncate(size)
