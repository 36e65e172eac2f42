"""The seal of a disc image: one SHA-256 over everything that is not a file's content.

The manifest proves the contents and the seal proves the rest (directories, names, padding), so that no byte of an
image of ours can change unseen. It stands in the field that ISO 9660 keeps for the program that made the disc, once in
the primary and once in the Joliet volume descriptor.
"""

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import BinaryIO

from lianbing_desktop.export.streams import CHUNK
from lianbing_desktop.export.trees import SECTOR, VOLUME, Extents, volume_size

PLACES = (VOLUME + 883, VOLUME + SECTOR + 883)
"""The application use fields of the primary descriptor and of the Joliet one that follows it."""
LENGTH = 512
_MARK = b"LIANBING SEAL"
_FORM = re.compile(rb"LIANBING SEAL 1 from=(\d{1,12}) to=(\d{1,12}) manifest=([0-9a-f]{64}) rest=([0-9a-f]{64}) .*")


@dataclass(frozen=True)
class Seal:
    """``start`` and ``end`` bound the files' contents, in bytes; ``manifest`` and ``rest`` are SHA-256."""

    start: int
    end: int
    manifest: str
    rest: str

    @property
    def field(self) -> bytes:
        """The 512 bytes on the disc."""
        words = f"LIANBING SEAL 1 from={self.start} to={self.end} manifest={self.manifest} rest={self.rest}"
        return f"{words} check={hashlib.sha256(words.encode()).hexdigest()[:16]}".encode().ljust(LENGTH)


def contents_range(files: Iterable[Extents], size: int) -> tuple[int, int]:
    """Return where the contents of all files begin and end, in whole sectors; at ``size`` where there are none."""
    parts = [part for extents in files for part in extents if part[1]]
    start = min((offset for offset, _ in parts), default=size)
    end = max((offset + -(-length // SECTOR) * SECTOR for offset, length in parts), default=size)
    return start, end


def put_seal(image: BinaryIO, start: int, end: int, manifest: str) -> None:
    """Seal a finished image, open for reading and writing."""
    seal = Seal(start, end, manifest, hash_rest(image, start, end))
    for place in PLACES:
        image.seek(place)
        image.write(seal.field)


def read_seal(image: BinaryIO) -> tuple[Seal | None, tuple[str, ...]]:
    """Return the seal and what is broken about it, as sentences. Other makers' images have neither. Raises OSError."""
    fields = [_field(image, place) for place in PLACES]
    seals = [seal for seal in map(_parse, fields) if seal is not None]
    if not seals:
        return None, ("光盘映像的封签已损坏",) if any(field.startswith(_MARK) for field in fields) else ()
    seal = seals[0]
    if any(field != seal.field for field in fields):
        return seal, ("光盘映像的封签已损坏",)
    if hash_rest(image, seal.start, seal.end) != seal.rest:
        return seal, ("光盘映像的目录结构有改动（文件内容之外的数据与制作时不一致）",)
    return seal, ()


def hash_rest(image: BinaryIO, start: int, end: int) -> str:
    """Return the SHA-256 of all bytes before ``start`` and from ``end`` on, the seal's own fields left out."""
    total = hashlib.sha256()
    size = volume_size(image) or 0
    offset = 0
    for place in PLACES:
        _hash_range(image, offset, place, total.update)
        offset = place + LENGTH
    _hash_range(image, offset, start, total.update)
    _hash_range(image, max(end, start), size, total.update)
    return total.hexdigest()


def _hash_range(image: BinaryIO, start: int, end: int, update: Callable[[bytes], object]) -> None:
    image.seek(start)
    left = end - start
    while left > 0 and (data := image.read(min(CHUNK, left))):
        update(data)
        left -= len(data)


def _field(image: BinaryIO, place: int) -> bytes:
    image.seek(place)
    return image.read(LENGTH)


def _parse(field: bytes) -> Seal | None:
    match = _FORM.fullmatch(field)
    if match is None:
        return None
    start, end, manifest, rest = match.groups()
    seal = Seal(int(start), int(end), manifest.decode(), rest.decode())
    return seal if seal.field == field else None
