"""A zip-based file (Word) given one day for all its times, so that the same content gives the same bytes."""

import zipfile
from datetime import date
from pathlib import Path

from lianbing_desktop.writing import write_atomically


def stamp(path: Path, day: date) -> None:
    """Write every part of the file anew with midnight of ``day``. Raises UserError, BadZipFile."""
    with zipfile.ZipFile(path) as archive:
        parts = [(entry.filename, archive.read(entry)) for entry in archive.infolist()]
    write_atomically(path, lambda spare: _write(spare, parts, day))


def _write(path: Path, parts: list[tuple[str, bytes]], day: date) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            entry = zipfile.ZipInfo(name, (max(day.year, 1980), day.month, day.day, 0, 0, 0))
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            archive.writestr(entry, data)
