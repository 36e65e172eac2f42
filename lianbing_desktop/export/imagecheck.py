"""Verification of an image without mounting it: every tree's names, every file's bytes, and the seal on the rest."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from lianbing_desktop.domain.package import Progress, Verdict
from lianbing_desktop.errors import UserError
from lianbing_desktop.export import manifest
from lianbing_desktop.export.comparison import compare
from lianbing_desktop.export.seal import Seal, read_seal
from lianbing_desktop.export.streams import CHUNK, Meter, chunks
from lianbing_desktop.export.trees import SECTOR, DamagedTreesError, Extents, Tree, read_trees, volume_size

MANIFEST_LIMIT = 64 << 20


def verify_image(path: Path, progress: Progress | None = None) -> Verdict:
    """Return the verdict on an image file or a disc drive. Raises UserError where it is no package's image; OSError."""
    with path.open("rb") as image:
        size = volume_size(image)
        if size is None:
            raise UserError(f"{path} 不是光盘映像（或开头已损坏）。请选择材料包文件夹或本程序制作的光盘映像。")
        seal, broken = read_seal(image)
        broken = (*_measure(image, size), *broken)
        try:
            trees = read_trees(image)
        except DamagedTreesError:
            return Verdict(0, structure=(*broken, "光盘映像的目录已损坏，读不出文件，无法逐个核对"))
        return _Check(image, trees, seal, broken).verdict(path, progress)


def _measure(image: BinaryIO, size: int) -> Iterator[str]:
    actual = image.seek(0, 2)
    if actual < size:
        yield f"光盘映像不完整：应有 {size:,} 字节，实有 {actual:,} 字节"
    image.seek(size)
    while data := image.read(CHUNK):
        if data.count(0) != len(data):
            yield "光盘映像末尾之后还有别的数据"
            return


class _Check:
    """One image being read: its trees, and what is known to be broken so far."""

    def __init__(self, image: BinaryIO, trees: list[Tree], seal: Seal | None, broken: tuple[str, ...]) -> None:
        self._image = image
        self._trees = trees
        self._seal = seal
        self._broken = [*broken]

    def verdict(self, path: Path, progress: Progress | None) -> Verdict:
        """Return what differs. Raises UserError where there is no manifest to go by, OSError."""
        data = self._manifest()
        if data is None and self._seal is None:
            raise UserError(f"{path} 里没有完好的 {manifest.NAME}，不是材料包的光盘映像，或清单已损坏，无法校验。")
        if data is None:
            return self._without_manifest()
        meter = Meter(progress, sum(length for extents in self._trees[0].files.values() for _, length in extents))
        names = [tree.files.keys() for tree in self._trees]
        anywhere, everywhere = set().union(*names), set(names[0]).intersection(*names)
        empty = {folder for tree in self._trees for folder in tree.empty}
        self._broken += _disagreements(self._trees, anywhere)
        verdict = compare(
            manifest.read_manifest(data),
            everywhere,
            lambda name, sha256: all(self._hash(place, meter) == sha256 for place in self._places(name)),
            anywhere | empty,
        )
        return replace(verdict, structure=tuple(self._broken))

    def _without_manifest(self) -> Verdict:
        self._broken.append(f"{manifest.NAME} 不完好，其余文件未能核对")
        is_there = bool(self._places(manifest.NAME))
        named = (manifest.NAME,)
        return Verdict(0, () if is_there else named, named if is_there else (), structure=tuple(self._broken))

    def _manifest(self) -> bytes | None:
        """Return the manifest's bytes: those the seal vouches for, or without a seal those all trees agree on."""
        found = {self._read(place) for place in self._places(manifest.NAME)}
        if self._seal is not None:
            vouched = self._seal.manifest
            return next((data for data in found if hashlib.sha256(data).hexdigest() == vouched), None)
        return found.pop() if len(found) == 1 else None

    def _places(self, name: str) -> set[Extents]:
        """Return the different places at which the trees have the file: one, if all is well."""
        return {tree.files[name] for tree in self._trees if name in tree.files}

    def _read(self, extents: Extents) -> bytes:
        if sum(length for _, length in extents) > MANIFEST_LIMIT:
            return b""
        return b"".join(map(bytes, self._bytes(extents)))

    def _hash(self, extents: Extents, meter: Meter) -> str:
        total = hashlib.sha256()
        for data in self._bytes(extents, meter):
            total.update(data)
        return total.hexdigest()

    def _bytes(self, extents: Extents, meter: Meter | None = None) -> Iterator[memoryview]:
        """Yield a file's bytes as far as they are there; an unreadable sector ends it, and so shows as a change."""
        for offset, length in extents:
            try:
                self._image.seek(offset)
                yield from chunks(self._image, meter, length)
                self._check_padding(self._image.read(-length % SECTOR))
            except OSError:
                return

    def _check_padding(self, data: bytes) -> None:
        words = "文件之间的填充区有改动（文件内容不受影响）"
        if self._seal is not None and data.count(0) != len(data) and words not in self._broken:
            self._broken.append(words)


def _disagreements(trees: list[Tree], anywhere: set[str]) -> Iterator[str]:
    for tree in trees:
        if lacking := sorted(anywhere - tree.files.keys()):
            more = f"等 {len(lacking)} 个" if len(lacking) > 5 else ""
            yield f"{tree.name} 目录里没有 {'、'.join(lacking[:5])}{more}"
