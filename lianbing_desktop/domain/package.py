"""Packages (材料包): what goes onto the disc, its manifest and what a check of it finds."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

Progress = Callable[[int, int], None]
"""Called with bytes done and bytes in all; raises to cancel."""

PAYLOAD = "data"
"""The folder of a bag that holds what is handed over (RFC 8493, 2.1.2)."""


@dataclass(frozen=True)
class PackageFile:
    """One file of the package: where its bytes are now, its name on the disc (``folder/name``) and its proof."""

    source: Path
    folder: str
    name: str
    sha256: str
    size: int
    title: str
    unit: str = ""

    @property
    def path(self) -> str:
        """Its place in the package, with forward slashes."""
        return f"{PAYLOAD}/{self.folder}/{self.name}"


@dataclass(frozen=True)
class PackagePlan:
    """Everything a build needs, prepared as values. ``volume`` is the disc's label (ASCII, at most 16 characters).

    Where a package takes several discs each has a plan of its own: ``number`` of ``count``, with ``index`` saying on
    which disc (1, 2 …) every file of the whole package lies, by path. ``office`` hands over; ``remarks`` are what is
    lacking and what the officer let pass, with reasons, as sentences for the 移交清单.
    """

    title: str
    volume: str
    made_on: date
    person: str
    files: tuple[PackageFile, ...]
    office: str = ""
    remarks: tuple[str, ...] = ()
    number: int = 1
    count: int = 1
    index: tuple[tuple[int, str], ...] = ()
    media: str = ""

    @property
    def size(self) -> int:
        """Bytes in all."""
        return sum(file.size for file in self.files)

    @property
    def disc_words(self) -> str:
        """``第1盘，共3盘``; empty where there is only one."""
        return f"第{self.number}盘，共{self.count}盘" if self.count > 1 else ""


@dataclass(frozen=True)
class Verdict:
    """What a verification found: every difference by name, and how many files were read back.

    ``structure`` are sentences on damage outside the contents of files: of a disc image, or of a bag's own rules.
    """

    checked: int
    missing: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    structure: tuple[str, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether every file is there, unchanged, and nothing else."""
        return not (self.missing or self.changed or self.extra or self.structure)
