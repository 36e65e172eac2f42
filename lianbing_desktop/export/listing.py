"""What lies in a folder: its files, its empty folders and what is neither, by path with forward slashes."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Listing:
    """Paths below one folder, sorted, with the files' bytes. ``strange`` are links and devices."""

    sizes: dict[str, int] = field(default_factory=dict)
    empty: list[str] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)


def list_folder(root: Path, tick: Callable[[], None]) -> Listing:
    """Return everything below ``root``; links are named, never followed. Raises OSError, and what ``tick`` does."""
    listing = Listing()
    _read(os.fspath(root), "", listing, tick)
    return listing


def _read(folder: str, prefix: str, listing: Listing, tick: Callable[[], None]) -> None:
    with os.scandir(folder) as entries:
        children = sorted(entries, key=lambda entry: entry.name)
    if prefix and not children:
        listing.empty.append(prefix)
    for child in children:
        tick()
        path = prefix + child.name
        if child.is_symlink():
            listing.strange.append(path)
        elif child.is_dir():
            _read(child.path, f"{path}/", listing, tick)
        elif child.is_file():
            listing.sizes[path] = child.stat().st_size
        else:
            listing.strange.append(path)
