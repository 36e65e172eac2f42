"""Backups: a dated, checked copy of the data file each day the desk is opened."""

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from lianbing_desktop.domain.clock import Clock
from lianbing_desktop.errors import UserError
from lianbing_desktop.paths import Home
from lianbing_desktop.store.database import Database
from lianbing_desktop.store.restoring import put_back
from lianbing_desktop.writing import write_atomically

_KEPT = 30


@dataclass(frozen=True)
class Backup:
    """One backup file and the day it was made."""

    path: Path
    made_on: date


class Backups:
    """The ``backups`` folder."""

    def __init__(self, database: Database, home: Home, clock: Clock) -> None:
        self._database = database
        self._home = home
        self._folder = home.backups
        self._clock = clock

    def newest(self) -> Backup | None:
        """Return the newest backup, or None."""
        found = self.all()
        return found[-1] if found else None

    def all(self) -> list[Backup]:
        """Return all backups, the oldest first."""
        return backups_in(self._home)

    def make(self) -> Backup:
        """Make today's backup where there is none yet, check it by opening it, and thin out beyond 30.

        Raises UserError: the folder cannot be written or the disk is full.
        """
        return self.begin()()

    def begin(self) -> Callable[[], Backup]:
        """Copy the data where today's backup is wanting; return the rest of ``make``, good for another thread.

        Raises UserError, as the rest does, as ``make``.
        """
        made = self._of_today()
        return (lambda: made) if made.path.exists() else self._begin(made)

    def renew(self) -> Backup:
        """Make today's backup anew, in place of the one made earlier today. Raises UserError as ``make``."""
        return self._begin(self._of_today())()

    def _of_today(self) -> Backup:
        today = self._clock.today()
        return Backup(self._folder / f"{today.isoformat()}.db", today)

    def _begin(self, backup: Backup) -> Callable[[], Backup]:
        copy = self._folder / f".lianbing-{secrets.token_hex(6)}.db"
        with self._told(), _gone_on_failure(copy):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._database.copy_to(copy)
        return partial(self._finish, copy, backup)

    def _finish(self, copy: Path, backup: Backup) -> Backup:
        with self._told(), _gone_on_failure(copy):
            Database.check_copy(copy)
            write_atomically(backup.path, lambda spare: os.replace(copy, spare))
            self._thin(backup.path)
        return backup

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise UserError(f"今天的备份没有做成：不能写入“{self._folder}”。请检查磁盘空间和文件夹权限。") from error

    def _thin(self, made: Path) -> None:
        """Keep the one just made, on whatever day the clock stands, and the newest of the others."""
        others = [backup for backup in backups_in(self._home) if backup.path != made]
        for backup in others[: -(_KEPT - 1)]:
            backup.path.unlink(missing_ok=True)


@contextmanager
def _gone_on_failure(copy: Path) -> Iterator[None]:
    """Leave no half-made copy behind."""
    try:
        yield
    except BaseException:
        copy.unlink(missing_ok=True)
        raise


def backups_in(home: Home) -> list[Backup]:
    """Return the backups of a data folder, the oldest first; needs no opened desk."""
    found = ((path, _day(path.stem)) for path in sorted(home.backups.glob("????-??-??.db")))
    return [Backup(path, day) for path, day in found if day]


def restore(home: Home, made_on: date, today: date) -> Path | None:
    """Put the backup of that day in place of the data file; return where the old one is kept, if there was one.

    For a data folder that is held and whose desk is closed. Received files stay as they are: they are never removed.
    Raises UserError: no such backup, it is damaged, the disk is full, or the folder cannot be written.
    """
    backup = next((each for each in backups_in(home) if each.made_on == made_on), None)
    if not backup:
        days = "、".join(each.made_on.isoformat() for each in backups_in(home)[-5:])
        raise UserError(f"没有 {made_on} 的备份。" + (f"最近的有：{days}。" if days else "还没有做过备份。"))
    return put_back(backup.path, home.database, today)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None  # a file of the officer's own in the folder
