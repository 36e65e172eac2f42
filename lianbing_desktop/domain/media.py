"""Media (光盘): how much each kind holds, and a package split over as many discs as it needs."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from lianbing_desktop.domain.package import PackageFile

SECTOR = 2048


class Media(StrEnum):
    """Kinds of disc; the values are the words of the commands."""

    CD = "cd"
    DVD = "dvd"
    BD = "bd"

    @property
    def words(self) -> str:
        """As the officer reads it."""
        return {Media.CD: "CD（700 MB）", Media.DVD: "DVD（4.7 GB）", Media.BD: "蓝光（25 GB）"}[self]

    @property
    def capacity(self) -> int:
        """Bytes an image may have: the smallest disc of the kind on sale (80-minute CD-R, DVD+R, BD-R)."""
        return {Media.CD: 359_844, Media.DVD: 2_295_104, Media.BD: 12_219_392}[self] * SECTOR


OWN_FILES = 4 << 20
"""Set aside on every disc for its descriptors and for small packages' own lists."""
_PER_FILE = 3 * SECTOR + 1_600
"""Records in three trees, the UDF file entry, and the lines in our lists, 移交清单 and 目录 among them."""


def footprint(file: PackageFile) -> int:
    """Return how many bytes of a disc a file takes at most, its entries and lines included."""
    return -(-file.size // SECTOR) * SECTOR + _PER_FILE + 8 * len(file.path.encode())


def room(media: Media) -> int:
    """Return how many bytes of files' footprints a disc takes."""
    return media.capacity - OWN_FILES


def too_large(files: Iterable[PackageFile], media: Media) -> list[PackageFile]:
    """Return the files that no disc of this kind can hold."""
    return [file for file in files if footprint(file) > room(media)]


def volumes(files: Sequence[PackageFile], media: Media | None) -> list[tuple[PackageFile, ...]]:
    """Return the files by disc, in their order: a disc is closed where the next file does not fit on it."""
    discs: list[list[PackageFile]] = [[]]
    left = room(media) if media else 0
    for file in files:
        if media and footprint(file) > left and discs[-1]:
            discs.append([])
            left = room(media)
        discs[-1].append(file)
        left -= footprint(file)
    return [tuple(disc) for disc in discs]
