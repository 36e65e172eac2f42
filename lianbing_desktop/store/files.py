"""Attachments beside the database: kept byte for byte under their SHA-256, never overwritten, never lost."""

import errno
import hashlib
import os
import secrets
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from lianbing_desktop.domain.submission import StoredFile
from lianbing_desktop.errors import UserError
from lianbing_desktop.writing import is_full, is_refused, sync_folder

_CHUNK = 1 << 20

Tick = Callable[[int], None]
"""Told how many bytes have just been copied; raises to stop."""


class FileStore:
    """The ``files`` folder: ``ab/abcdef…`` by hash."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def place(self, sha256: str) -> Path:
        """Return where the bytes of that hash lie."""
        return self._root / sha256[:2] / sha256

    def names(self) -> list[str]:
        """Return the hashes of all files kept."""
        return sorted(path.name for path in self._root.glob("??/*") if not path.name.startswith("."))

    def check(self, source: Path) -> None:
        """Raise UserError where a file cannot be kept: not there, not readable, or no file at all."""
        try:
            if not stat.S_ISREG(source.stat().st_mode) and not source.is_dir():
                raise UserError(f"“{_name(source)}”不是普通文件，没有收下。请选择文件。")
            source.open("rb").close()
        except OSError as error:
            raise UserError(_sentence(error, source)) from error

    def sweep(self) -> None:
        """Remove what a receive that was cut off left half-copied. Only while nothing is being received."""
        for leftover in self._root.glob(".*.part"):
            with suppress(OSError):
                leftover.unlink()

    def keep(self, source: Path, tick: Tick = lambda size: None) -> StoredFile:
        """Copy one file in and return its name, hash and size. The source is only read; good for any thread.

        Raises UserError: the source is missing or unreadable, changes while being read, or the disk is full.
        """
        try:
            self._make_root()
            temporary = self._root / f".{secrets.token_hex(8)}.part"
            try:
                return self._settle(source, temporary, tick)
            finally:
                temporary.unlink(missing_ok=True)
        except OSError as error:
            raise UserError(_sentence(error, source)) from error

    def discard(self, sha256: str) -> None:
        """Remove bytes that nothing was recorded for: a receive that was cancelled."""
        with suppress(OSError):
            self.place(sha256).unlink()

    def sound(self, stored: StoredFile) -> bool:
        """Whether the bytes kept still have their hash and size."""
        place = self.place(stored.sha256)
        return place.is_file() and place.stat().st_size == stored.size and _hash(place) == stored.sha256

    def _make_root(self) -> None:
        if not self._root.is_dir():
            self._root.mkdir(parents=True, exist_ok=True)
            sync_folder(self._root.parent)

    def _settle(self, source: Path, temporary: Path, tick: Tick) -> StoredFile:
        digest, size = _copy(source, temporary, tick)
        place = self.place(digest)
        stored = StoredFile(digest, _name(source), size)
        place.parent.mkdir(exist_ok=True)
        if not self.sound(stored):  # a damaged attachment is healed by receiving it again
            os.replace(temporary, place)
        sync_folder(place.parent)  # even where it was there: the receive that brought it may have been cut off
        sync_folder(self._root)
        return stored


def _copy(source: Path, target: Path, tick: Tick) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    with source.open("rb") as reader, target.open("xb") as writer:
        while chunk := reader.read(_CHUNK):
            digest.update(chunk)
            size += writer.write(chunk)
            tick(len(chunk))
        writer.flush()
        os.fsync(writer.fileno())
        if os.fstat(reader.fileno()).st_size != size or target.stat().st_size != size:
            raise UserError(f"“{_name(source)}”在读取时发生了变化，没有收下。请关闭正在编辑它的程序后再试。")
    return digest.hexdigest(), size


def _name(source: Path) -> str:
    """Return the file's name; one that Linux took over from a Chinese Windows as GBK bytes is read as such."""
    raw = os.fsencode(source.name)
    for encoding in ("utf-8", "gbk"):
        with suppress(UnicodeDecodeError):
            return raw.decode(encoding)
    return raw.decode("utf-8", "replace")


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sentence(error: OSError, source: Path) -> str:
    name = _name(source)
    if isinstance(error, FileNotFoundError):
        path = os.fsencode(source).decode("utf-8", "replace")
        return f"找不到文件“{path}”，没有收下。请确认它还在原处。"
    if isinstance(error, IsADirectoryError):
        return f"“{name}”是文件夹，不能直接收下。请选择其中的文件。"
    if is_full(error):
        return f"磁盘已满，“{name}”没有收下。请腾出空间后再试。"
    if is_refused(error) or error.errno == errno.EROFS:
        return f"没有权限读取“{name}”或写入数据文件夹，没有收下。请检查权限。"
    return f"“{name}”没有收下：读写出错（{error.strerror}）。请检查磁盘后再试。"
