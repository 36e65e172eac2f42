"""What holds a package: a folder, a zip or a disc image, seen alike as files by path that can be read and hashed."""

import os
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Protocol

from lianbing_desktop.domain.package import Progress
from lianbing_desktop.errors import UserError
from lianbing_desktop.export.bag.manifests import LIMIT
from lianbing_desktop.export.hashing import Checksums, Hashers, Tally, checksums_of
from lianbing_desktop.export.listing import list_folder
from lianbing_desktop.export.streams import LARGE, Meter

_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0)


class Holding(Protocol):
    """A place with files in it."""

    place: Path
    sizes: Mapping[str, int]
    """Bytes by path, forward slashes, of every file that is really there."""
    stray: Collection[str]
    """What should be in no package: empty folders (ending in a slash), links, devices, names in one tree only."""
    vouched: str
    """The SHA-256 the manifest must have, where something better than a list says so; else empty."""
    threads: int
    """How many files can be read at once."""

    @property
    def structure(self) -> tuple[str, ...]:
        """What is known to be broken already, as sentences; complete only after all was hashed."""
        ...

    def read(self, path: str) -> bytes | None:
        """Return a small file's bytes; None where it cannot be read or is no small file."""
        ...

    def hash(self, path: str, algorithms: Collection[str], tally: Tally) -> Checksums | None:
        """Return a file's checksums; None where it cannot be read whole."""
        ...


class FolderHolding:
    """A folder, or a disc that the system shows as one."""

    stray: Collection[str]
    structure: tuple[str, ...] = ()
    vouched = ""
    threads = 2

    def __init__(self, root: Path, progress: Progress | None = None) -> None:
        """List the folder; ``progress`` may raise to cancel. Raises OSError."""
        listing = list_folder(root, Meter(progress, 0).tick)
        self.place = root
        self._root = f"{root}/"
        self.sizes: Mapping[str, int] = listing.sizes
        self.stray = (*listing.empty, *listing.strange)

    def read(self, path: str) -> bytes | None:
        """Return a small file's bytes, else None."""
        try:
            return (self.place / path).read_bytes() if self.sizes[path] <= LIMIT else None
        except OSError:
            return None

    def hash(self, path: str, algorithms: Collection[str], tally: Tally) -> Checksums | None:
        """Return a file's checksums; None where the disk does not give it back whole."""
        size = self.sizes[path]
        try:
            if size < LARGE:
                return _small(self._root + path, size, algorithms)
            hashers = Hashers(algorithms)
            with open(self._root + path, "rb", buffering=0) as file:
                hashers.read(file, tally)
        except OSError:
            return None  # a scratched sector: as good as changed, and the other files are still to be read
        return hashers.checksums()


def _small(path: str, size: int, algorithms: Collection[str]) -> Checksums | None:
    """Hash a small file in one call; None where its size is no longer what it was. Raises OSError."""
    number = os.open(path, _READ)
    try:
        data = os.read(number, size + 1)
    finally:
        os.close(number)
    return checksums_of(data, algorithms) if len(data) == size else None


def no_package(place: Path) -> UserError:
    """Return what is said of a place that holds no package."""
    return UserError(f"{place} 里没有 校验清单.txt，也不是 BagIt 包：不是材料包，或清单已丢失，无法校验。")
