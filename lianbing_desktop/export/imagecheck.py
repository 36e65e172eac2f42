"""Verification of an image without mounting it: every tree's names, every file's bytes, and the seal on the rest."""

import hashlib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, cast

from lianbing_desktop.domain.package import Progress, Verdict
from lianbing_desktop.errors import UserError
from lianbing_desktop.export import manifest
from lianbing_desktop.export.bag.judging import judge
from lianbing_desktop.export.bag.manifests import LIMIT
from lianbing_desktop.export.hashing import Checksums, Hashers, Tally
from lianbing_desktop.export.seal import Seal, read_seal
from lianbing_desktop.export.streams import CHUNK, Meter, Polled
from lianbing_desktop.export.trees import SECTOR, DamagedTreesError, Extents, Tree, read_trees, volume_size

_PADDING = "文件之间的填充区有改动（文件内容不受影响）"


def verify_image(path: Path, progress: Progress | None = None) -> Verdict:
    """Return the verdict on an image file or a disc drive. Raises UserError where it is no package's image; OSError."""
    with path.open("rb") as file:
        tick = Meter(progress, 0).tick
        image = cast(BinaryIO, Polled(file, tick))
        size = volume_size(image)
        if size is None:
            raise UserError(
                f"{path} 不是光盘映像或压缩包（或开头已损坏）。请选择材料包文件夹、压缩包或本程序制作的光盘映像。"
            )
        seal, broken = read_seal(image)
        broken = (*_measure(image, size), *broken)
        try:
            trees = read_trees(image, tick)
        except DamagedTreesError:
            return Verdict(0, structure=(*broken, "光盘映像的目录已损坏，读不出文件，无法逐个核对"))
        return judge(ImageHolding(path, trees, seal, broken), progress)


def _measure(image: BinaryIO, size: int) -> Iterator[str]:
    actual = image.seek(0, 2)
    if actual < size:
        yield f"光盘映像不完整：应有 {size:,} 字节，实有 {actual:,} 字节"
    image.seek(size)
    while data := _rest(image):
        if data.count(0) != len(data):
            yield "光盘映像末尾之后还有别的数据"
            return


def _rest(image: BinaryIO) -> bytes:
    """Return more of what lies behind the end; a drive that cannot read its run-out sectors has nothing there."""
    try:
        return image.read(CHUNK)
    except OSError:
        return b""


class ImageHolding:
    """One image, its trees, and what is known to be broken so far."""

    threads = 2

    def __init__(self, place: Path, trees: list[Tree], seal: Seal | None, broken: tuple[str, ...]) -> None:
        self.place = place
        self._trees = trees
        self._is_sealed = seal is not None
        self.vouched = seal.manifest if seal else ""
        names = [tree.files.keys() for tree in trees]
        anywhere, everywhere = set().union(*names), set(names[0]).intersection(*names)
        self._broken = [*broken, *_disagreements(trees, anywhere)]
        self.sizes: Mapping[str, int] = {
            path: sum(length for _, length in extents) for path, extents in trees[0].files.items() if path in everywhere
        }
        empty = {folder for tree in trees for folder in tree.empty}
        self.stray: Collection[str] = (anywhere - everywhere) | empty

    @property
    def structure(self) -> tuple[str, ...]:
        """What is broken, as sentences; complete only after all was hashed."""
        return tuple(dict.fromkeys(self._broken))

    def read(self, path: str) -> bytes | None:
        """Return a file's bytes: of the manifest those that the seal vouches for, else those all trees agree on."""
        found = {self._bytes(place) for place in self._places(path)}
        if path == manifest.NAME and self.vouched:
            for data in found:
                if data is not None and hashlib.sha256(data).hexdigest() == self.vouched:
                    return data
        return found.pop() if len(found) == 1 else None

    def hash(self, path: str, algorithms: Collection[str], tally: Tally) -> Checksums | None:
        """Return a file's checksums; None where it cannot be read, or the trees disagree on it."""
        found = [self._hash(place, algorithms, tally) for place in self._places(path)]
        return found[0] if all(each == found[0] for each in found) else None

    def _places(self, name: str) -> set[Extents]:
        """Return the different places at which the trees have the file: one, if all is well."""
        return {tree.files[name] for tree in self._trees if name in tree.files}

    def _bytes(self, extents: Extents) -> bytes | None:
        if sum(length for _, length in extents) > LIMIT:
            return None
        try:
            with self.place.open("rb") as image:
                return b"".join(self._part(image, offset, length) for offset, length in extents)
        except OSError:
            return None

    def _hash(self, extents: Extents, algorithms: Collection[str], tally: Tally) -> Checksums | None:
        """Return the checksums of what lies there; an unreadable sector, or an end too early, gives None."""
        hashers = Hashers(algorithms)
        try:
            with open(self.place, "rb", buffering=0) as image:
                for offset, length in extents:
                    image.seek(offset)
                    if hashers.read(image, tally, length) < length:
                        return None
                    self._check_padding(image.read(-length % SECTOR))
        except OSError:
            return None
        return hashers.checksums()

    def _part(self, image: BinaryIO, offset: int, length: int) -> bytes:
        image.seek(offset)
        data = image.read(length)
        self._check_padding(image.read(-length % SECTOR))  # the lists are read, and never hashed
        return data

    def _check_padding(self, data: bytes) -> None:
        if self._is_sealed and data.count(0) != len(data):
            self._broken.append(_PADDING)


def _disagreements(trees: list[Tree], anywhere: set[str]) -> Iterator[str]:
    for tree in trees:
        if lacking := sorted(anywhere - tree.files.keys()):
            more = f"等 {len(lacking)} 个" if len(lacking) > 5 else ""
            yield f"{tree.name} 目录里没有 {'、'.join(lacking[:5])}{more}"
