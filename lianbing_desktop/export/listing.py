"""What lies in a folder: its files, its empty folders and what is neither, by path with forward slashes."""

import os
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Listing:
    """Paths below one folder, sorted. ``strange`` are links, devices and the like, which no disc carries."""

    files: list[str] = field(default_factory=list)
    empty: list[str] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)


def list_folder(root: Path) -> Listing:
    """Return everything below ``root``; links are named, never followed. Raises OSError."""
    listing = Listing()
    _read(root, "", listing)
    return listing


def _read(folder: Path, prefix: str, listing: Listing) -> None:
    with os.scandir(folder) as entries:
        children = sorted(entries, key=lambda entry: entry.name)
    if prefix and not children:
        listing.empty.append(prefix)
    for child in children:
        path = prefix + child.name
        if child.is_symlink():
            listing.strange.append(path)
        elif child.is_dir():
            _read(Path(child.path), f"{path}/", listing)
        elif child.is_file():
            listing.files.append(path)
        else:
            listing.strange.append(path)
