"""Bundles (上报包): what one desk hands up to another: submissions with files, named by the campaign's own keys."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

FORMAT = 1
MOST_PIECES, MOST_FILES = 2_000, 5_000
LONGEST = 500


@dataclass(frozen=True)
class BundleFile:
    """One file: its place below ``data/``, its own name, SHA-256 (lower-case hex) and size in bytes."""

    path: str
    name: str
    sha256: str
    size: int


@dataclass(frozen=True)
class BundlePiece:
    """One submission: requirement key, period, number and label as on the desk that made it, and its files.

    ``event_on`` is set for an entry made by hand; ``received_on`` is when that desk got it.
    """

    requirement: str
    period: str
    number: int
    label: str
    event_on: date | None
    received_on: date | None
    files: tuple[BundleFile, ...]


@dataclass(frozen=True)
class Bundle:
    """A whole bundle. ``unit`` is who it says it is from; nothing proves that."""

    campaign: str
    year: int
    title: str
    unit: str
    unit_name: str
    made_on: date
    pieces: tuple[BundlePiece, ...]

    @property
    def files(self) -> tuple[BundleFile, ...]:
        """All files in order."""
        return tuple(file for piece in self.pieces for file in piece.files)


@dataclass(frozen=True)
class BundleLine:
    """One piece as this desk sees it: ``submission_id`` is where it goes, 0 for one that has to be entered first."""

    piece: BundlePiece
    title: str
    submission_id: int = 0
    faults: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReceivedBundle:
    """A bundle laid beside this desk; ``faults`` are about the whole."""

    path: Path
    bundle: Bundle
    lines: tuple[BundleLine, ...]
    faults: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def good(self) -> tuple[BundleLine, ...]:
        """What can be taken in."""
        return () if self.faults else tuple(line for line in self.lines if not line.faults)


def to_data(bundle: Bundle) -> dict[str, Any]:
    """Return a bundle as plain JSON values."""
    return {
        "format": FORMAT,
        "campaign": bundle.campaign,
        "year": bundle.year,
        "title": bundle.title,
        "unit": bundle.unit,
        "unit_name": bundle.unit_name,
        "made_on": bundle.made_on.isoformat(),
        "pieces": [
            {
                "requirement": piece.requirement,
                "period": piece.period,
                "number": piece.number,
                "label": piece.label,
                "event_on": piece.event_on.isoformat() if piece.event_on else "",
                "received_on": piece.received_on.isoformat() if piece.received_on else "",
                "files": [vars(file) for file in piece.files],
            }
            for piece in bundle.pieces
        ],
    }


def from_data(data: Any) -> Bundle:
    """Return the bundle of JSON values from outside. Raises ValueError for anything that is not quite one."""
    if _number(data, "format") > FORMAT:
        raise ValueError("由更新版本的练兵台制作")
    pieces = tuple(_piece(each) for each in _list(data, "pieces", MOST_PIECES))
    bundle = Bundle(
        _text(data, "campaign"),
        _number(data, "year"),
        _text(data, "title"),
        _text(data, "unit"),
        _text(data, "unit_name"),
        _day(data, "made_on") or date.min,
        pieces,
    )
    paths = [file.path for file in bundle.files]
    if len(paths) > MOST_FILES or len(set(paths)) < len(paths):
        raise ValueError("文件太多，或重复列出")
    return bundle


def _piece(data: Any) -> BundlePiece:
    return BundlePiece(
        _text(data, "requirement"),
        _text(data, "period"),
        _number(data, "number"),
        _text(data, "label"),
        _day(data, "event_on"),
        _day(data, "received_on"),
        tuple(_file(each) for each in _list(data, "files", MOST_FILES)),
    )


def _file(data: Any) -> BundleFile:
    name = _text(data, "name")
    if not name.strip(". ") or any(sign in name for sign in '/\\:*?"<>|'):
        raise ValueError("有不能用的文件名")
    return BundleFile(_text(data, "path"), name, _text(data, "sha256"), _number(data, "size"))


def _text(data: Any, key: str) -> str:
    value = data.get(key) if isinstance(data, Mapping) else None
    if not isinstance(value, str) or len(value) > LONGEST or any(ord(sign) < 32 for sign in value):
        raise ValueError(f"“{key}”一项不对")
    return value


def _number(data: Any, key: str) -> int:
    value = data.get(key) if isinstance(data, Mapping) else None
    if type(value) is not int or not 0 <= value < 1 << 40:
        raise ValueError(f"“{key}”一项不对")
    return value


def _day(data: Any, key: str) -> date | None:
    text = _text(data, key)
    return date.fromisoformat(text) if text else None


def _list(data: Any, key: str, most: int) -> list[Any]:
    value = data.get(key) if isinstance(data, Mapping) else None
    if not isinstance(value, list) or len(value) > most:
        raise ValueError(f"“{key}”一项不对")
    return value
