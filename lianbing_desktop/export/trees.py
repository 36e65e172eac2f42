"""The trees of a disc image (Joliet, UDF, Rock Ridge): what each of them calls the files, and where it finds them."""

import logging
import struct
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from pycdlib import pycdlib
from pycdlib.pycdlibexception import PyCdlibException

SECTOR = 2048
VOLUME = 16 * SECTOR
"""Where the first volume descriptor stands."""

Extents = tuple[tuple[int, int], ...]
"""Where a file's bytes are: (offset, length) in bytes of the image, in order."""

# Whatever a damaged record can make of a parser that trusts it; programming errors of ours are not among them.
_BROKEN = (
    PyCdlibException,
    struct.error,
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
)


# pycdlib remarks on odd images in English; what matters of it is found by comparing.
logging.getLogger("pycdlib").setLevel(logging.CRITICAL)


class DamagedTreesError(Exception):
    """The directories of the image cannot be read."""


@dataclass(frozen=True)
class Tree:
    """One tree: its name (as shown), its files by path and its empty folders, ending in a slash."""

    name: str
    files: dict[str, Extents]
    empty: tuple[str, ...]


def volume_size(image: BinaryIO) -> int | None:
    """Return how many bytes the image says it has; None where this is no ISO 9660 image."""
    image.seek(VOLUME)
    head = image.read(SECTOR)
    if len(head) < SECTOR or head[1:6] != b"CD001":
        return None
    return int.from_bytes(head[80:84], "little") * SECTOR


def volume_label(image: BinaryIO) -> str:
    """Return the volume's label; empty where this is no ISO 9660 image."""
    if volume_size(image) is None:
        return ""
    image.seek(VOLUME + 40)
    return image.read(32).decode("ascii", "replace").strip()


def read_trees(image: BinaryIO, tick: Callable[[], None]) -> list[Tree]:
    """Return every tree that carries long names, else the plain one. ``tick`` may raise to cancel.

    Raises DamagedTreesError and OSError.
    """
    disc = pycdlib.PyCdlib()
    try:
        disc.open_fp(image)
        trees = [Tree(name, *_read(disc, way, tick)) for name, way in _ways(disc)]
        disc.close()
    except _BROKEN as error:
        raise DamagedTreesError(f"{type(error).__name__}: {error}") from error
    return trees


def _ways(disc: Any) -> Iterator[tuple[str, str]]:
    if disc.has_joliet():
        yield "Joliet", "joliet_path"
    if disc.has_udf():
        yield "UDF", "udf_path"
    if disc.has_rock_ridge():
        yield "Rock Ridge", "rr_path"
    elif not (disc.has_joliet() or disc.has_udf()):
        yield "ISO 9660", "iso_path"


def _read(disc: Any, way: str, tick: Callable[[], None]) -> tuple[dict[str, Extents], tuple[str, ...]]:
    files: dict[str, Extents] = {}
    empty = []
    folders = [""]
    while folders:
        prefix = folders.pop()
        children = [child for child in disc.list_children(**{way: f"/{prefix}".rstrip("/") or "/"}) if _is_named(child)]
        if prefix and not children:
            empty.append(prefix)
        for child in children:
            tick()
            path = prefix + _name(child, way)
            if child.is_dir():
                folders.append(f"{path}/")
            else:
                files[path] = _joined(_parts(child))
    return files, tuple(empty)


def _is_named(record: Any) -> bool:
    # None stands for a UDF entry whose record is empty: a file lost, which the comparison will miss by name.
    return record is not None and not record.is_dot() and not record.is_dotdot()


def _name(record: Any, way: str) -> str:
    """Return one name. Not by ``walk``: it reads a whole UDF path in the encoding of its last part."""
    if way == "rr_path":
        return str(record.rock_ridge.name().decode("utf-8"))
    encoding = {"joliet_path": "utf-16_be", "iso_path": "ascii"}.get(way) or record.file_ident.encoding
    name = str(record.file_identifier().decode(encoding))
    return name.partition(";")[0] if way == "iso_path" else name


def _joined(parts: Iterable[tuple[int, int]]) -> Extents:
    """Return the parts with neighbours made one and empty ones left out: the same for the same bytes in every tree."""
    joined: list[tuple[int, int]] = []
    for offset, length in parts:
        if joined and sum(joined[-1]) == offset:
            joined[-1] = (joined[-1][0], joined[-1][1] + length)
        elif length:
            joined.append((offset, length))
    return tuple(joined)


def _parts(record: Any) -> Iterator[tuple[int, int]]:
    """Yield where the parts of a file lie: ISO 9660 cuts at 4 GiB, UDF at 1 GiB."""
    if not hasattr(record, "alloc_descs"):
        while record is not None:
            yield record.extent_location() * SECTOR, record.data_length
            record = record.data_continuation
        return
    left = record.get_data_length()
    for part in record.alloc_descs if left else ():
        # The descriptors count from the start of UDF's partition; the inode knows where the first one really is.
        block = part.log_block_num - record.alloc_descs[0].log_block_num + record.inode.extent_location()
        yield block * SECTOR, min(part.extent_length, left)
        left -= min(part.extent_length, left)
