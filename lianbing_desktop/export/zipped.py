"""A package inside a zip, believed in nothing: read entry by entry, counted while it is inflated, never unpacked."""

import zipfile
import zlib
from collections.abc import Collection, Mapping
from pathlib import Path
from stat import S_IFMT, S_ISDIR, S_ISREG
from types import TracebackType
from typing import IO

from lianbing_desktop.errors import UserError
from lianbing_desktop.export.bag.manifests import LIMIT, leaves
from lianbing_desktop.export.hashing import Checksums, Hashers, Tally

_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)
_UTF8, _ENCRYPTED = 0x800, 0x1
_ENTRIES = 200_000
_CHUNK = 1 << 20


def is_zip(path: Path) -> bool:
    """Whether a file begins as a zip does. Raises OSError."""
    with path.open("rb") as file:
        return file.read(4) in _MAGIC


class ZipHolding:
    """A zip that holds one package, at its top or in its only folder. Raises UserError for a zip that tricks."""

    structure: tuple[str, ...] = ()
    vouched = ""
    threads = 1

    def __init__(self, place: Path) -> None:
        self.place = place
        try:
            self._zip = _opened(place)
        except _BROKEN as error:
            raise UserError(f"{place} 不是完整的压缩包，无法校验。请重新取一份。") from error
        self._entries: dict[str, zipfile.ZipInfo] = {}
        folders = set()
        _check(place, self._zip.infolist())
        for entry in self._zip.infolist():
            if entry.is_dir():
                folders.add(entry.filename)
            else:
                self._entries[entry.filename] = entry
        self._strip_top()
        self.sizes: Mapping[str, int] = {path: entry.file_size for path, entry in self._entries.items()}
        self.stray: Collection[str] = _empty(self._stripped(folders), self._entries)

    def __enter__(self) -> "ZipHolding":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def read(self, path: str) -> bytes | None:
        """Return a small file's bytes, else None."""
        if self.sizes[path] > LIMIT:
            return None
        try:
            with self._zip.open(self._entries[path]) as file:
                data = file.read(LIMIT + 1)
        except _BROKEN:
            return None
        return data if len(data) == self.sizes[path] else None

    def hash(self, path: str, algorithms: Collection[str], tally: Tally) -> Checksums | None:
        """Return a file's checksums; None where it does not come out as it went in."""
        hashers, entry, count = Hashers(algorithms), self._entries[path], 0
        try:
            file = self._zip.open(entry)
        except _BROKEN:
            return None
        with file:
            while data := _read(file):
                count += len(data)
                if count > entry.file_size:
                    return None
                hashers.take(data)
                tally.count(len(data))
        return hashers.checksums() if data is not None and count == entry.file_size else None

    def _strip_top(self) -> None:
        """Take off the one folder in which RFC 8493 (4.2) lets a packed bag lie."""
        tops = {path.partition("/")[0] for path in self._entries}
        self._top = ""
        if len(tops) == 1 and all("/" in path for path in self._entries):
            self._top = f"{tops.pop()}/"
            self._entries = {path.removeprefix(self._top): entry for path, entry in self._entries.items()}

    def _stripped(self, folders: set[str]) -> set[str]:
        return {folder.removeprefix(self._top) for folder in folders if folder != self._top}


def _opened(place: Path) -> zipfile.ZipFile:
    """Open it; names without the mark of UTF-8 are taken for GBK, as Chinese Windows writes them."""
    opened = zipfile.ZipFile(place)
    if all(entry.flag_bits & _UTF8 or entry.filename.isascii() for entry in opened.infolist()):
        return opened
    opened.close()
    return zipfile.ZipFile(place, metadata_encoding="gbk")


def _check(place: Path, entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename for entry in entries]
    faults = [
        (len(entries) > _ENTRIES, "文件太多"),
        (len(set(names)) < len(names), "有同名的文件"),
        (any(leaves(name.rstrip("/")) or name.startswith("/") for name in names), "有指向别处的文件名"),
        (any(entry.flag_bits & _ENCRYPTED for entry in entries), "加了密码"),
        (any(_is_odd(entry) for entry in entries), "里有链接或特殊文件"),
        (sum(entry.compress_size for entry in entries) > place.stat().st_size, "里的文件互相重叠"),
    ]
    for is_so, words in faults:
        if is_so:
            raise UserError(f"压缩包 {place} {words}，没有校验。请让对方重新打包。")


def _is_odd(entry: zipfile.ZipInfo) -> bool:
    mode = entry.external_attr >> 16 if entry.create_system == 3 else 0
    return bool(S_IFMT(mode)) and not (S_ISREG(mode) or S_ISDIR(mode))


def _read(file: IO[bytes]) -> bytes | None:
    try:
        return file.read(_CHUNK)
    except _BROKEN:
        return None


def _empty(folders: set[str], entries: Collection[str]) -> tuple[str, ...]:
    filled = {path[: at + 1] for path in entries for at, letter in enumerate(path) if letter == "/"}
    above = {path[: at + 1] for path in folders for at, letter in enumerate(path[:-1]) if letter == "/"}
    return tuple(sorted(folders - filled - above))
