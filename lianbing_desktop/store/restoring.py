"""A backup put in place of the data file: what stood there is kept, and at no moment is there half a file."""

import shutil
from datetime import date
from pathlib import Path

from lianbing_desktop.errors import UserError
from lianbing_desktop.store.database import Database, unused
from lianbing_desktop.writing import write_atomically


def put_back(backup: Path, database: Path, today: date) -> Path | None:
    """Put a checked copy of ``backup`` in place of the data file; return where that one is kept, None for no content.

    The desk must be closed and held. Whatever fails or is cut off, the old data file, or its copy with its journal,
    is still there whole: first it is copied, then its journal is removed, then the new file takes its name at once.
    Raises UserError: the backup is damaged or not ours, the disk is full, the folder cannot be written.
    """
    journal = database.with_name(f"{database.name}-journal")

    def make(spare: Path) -> None:
        shutil.copyfile(backup, spare)
        _check(spare, backup.name)
        journal.unlink(missing_ok=True)  # left beside the new file it would be played into it

    _check(backup, backup.name, is_deep=False)
    kept = _keep_aside(database, journal, today)
    write_atomically(database, make)
    return kept


def _check(path: Path, name: str, is_deep: bool = True) -> None:
    try:
        Database.check_header(path)
        if is_deep:
            Database.check_copy(path)
    except UserError as error:
        raise UserError(
            f"备份“{name}”不能用，没有恢复，现在的数据没有改动。请换一份备份。", (error.message,)
        ) from error


def _keep_aside(database: Path, journal: Path, today: date) -> Path | None:
    if not database.exists() or not database.stat().st_size:
        return None
    aside = unused(database.with_name(f"{database.stem}-恢复前-{today.isoformat()}{database.suffix}"))
    if journal.exists() and journal.stat().st_size:
        beside = aside.with_name(f"{aside.name}-journal")
        write_atomically(beside, lambda spare: _copy(journal, spare))
    write_atomically(aside, lambda spare: _copy(database, spare))
    return aside


def _copy(source: Path, to: Path) -> None:
    shutil.copyfile(source, to)
