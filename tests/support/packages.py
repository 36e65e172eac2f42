"""Packages to try things on: small files with awkward names, the plan over them, the folder and the image of it."""

import hashlib
import random
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from lianbing_desktop.domain.package import PackageFile, PackagePlan, Progress
from lianbing_desktop.export.disc import build_image
from lianbing_desktop.export.package import build_folder
from lianbing_desktop.export.passing import Source

MADE_ON = date(2017, 10, 31)
VOLUME = "SZ2017"
FOLDERS = ("01_市局材料", "02_" + "县" * 47, "03_总结/张家港市")
AWKWARD = (
    ("甲" * 60 + ".pdf", 0),
    ("乙" * 64, 1),
    ("活动总结（终稿）.docx", 2047),
    ("a b ％20 #&'.docx", 2048),
    ("Ünïcode.txt", 2049),
    ("é中.txt", 5),
    ("x.y.z", 70_000),
    ("𠮷𬭚.xlsx", 300),
)


def make_plan(root: Path, names: Iterable[tuple[str, int]] = AWKWARD, seed: int = 2017) -> PackagePlan:
    """Write files of random bytes under ``root`` and return a plan that puts each name into every folder."""
    root.mkdir(parents=True, exist_ok=True)
    chance = random.Random(seed)
    files = []
    for folder in FOLDERS:
        for name, size in names:
            source = root / f"{len(files):04}"
            data = chance.randbytes(size)
            source.write_bytes(data)
            files.append(
                PackageFile(source, folder, name, hashlib.sha256(data).hexdigest(), size, f"<{name}>", "张家港市")
            )
    return PackagePlan("2017年大练兵<材料>", VOLUME, MADE_ON, "张三", tuple(files))


def handover(plan: PackagePlan, path: Path) -> None:
    """Stand in for the Word file."""
    path.write_bytes(b"PK handover")


def make_folder(root: Path, plan: PackagePlan | None = None, progress: Progress | None = None) -> Path:
    """Build the package at ``root/材料包``."""
    return build_folder(plan or make_plan(root / "sources"), root / "材料包", handover=handover, progress=progress)


def folder_sources(folder: Path) -> list[Source]:
    """Return everything in a package's folder as it would go onto a disc."""
    return [
        Source(path, path, folder / path, (folder / path).stat().st_size, sha256)
        for path, sha256 in hashes(folder).items()
    ]


def make_image(folder: Path, progress: Progress | None = None) -> Path:
    """Build the image beside the folder."""
    image = folder.with_name("光盘.iso")
    return build_image(folder_sources(folder), image, volume=VOLUME, made_on=MADE_ON, progress=progress)


def hashes(root: Path) -> dict[str, str]:
    """Return path → SHA-256 of every file below ``root``, by means of its own."""
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }
