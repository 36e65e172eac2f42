"""Packages (材料包): what goes onto the disc, its manifest and what a check of it finds."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

Progress = Callable[[int, int], None]
"""Called with bytes done and bytes in all; raises to cancel."""


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
        return f"{self.folder}/{self.name}"


@dataclass(frozen=True)
class PackagePlan:
    """Everything a build needs, prepared as values. ``volume`` is the disc's label (ASCII, at most 16 characters)."""

    title: str
    volume: str
    made_on: date
    person: str
    files: tuple[PackageFile, ...]

    @property
    def size(self) -> int:
        """Bytes in all."""
        return sum(file.size for file in self.files)


@dataclass(frozen=True)
class Verdict:
    """What a verification found: every difference by name, and how many files were read back.

    ``structure`` are sentences on a disc image's damage outside the contents of its files.
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
