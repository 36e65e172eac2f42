"""The one connection to the one data file: opened, migrated, written in transactions, and listened to."""

import os
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Any

from lianbing_desktop.errors import DamagedError, UserError
from lianbing_desktop.store.faults import told
from lianbing_desktop.store.schema import APPLICATION_ID, MIGRATION_NAMES, MIGRATION_SET, VERSION
from lianbing_desktop.store.touched import NOTING
from lianbing_desktop.writing import sync_folder

Listener = Callable[[frozenset[str]], None]
Row = sqlite3.Row

_PRAGMAS = (
    "foreign_keys=ON",
    "locking_mode=EXCLUSIVE",
    "journal_mode=TRUNCATE",
    "synchronous=EXTRA",
    "trusted_schema=OFF",
    "temp_store=MEMORY",
)


_KEYS = {"settings": "key", "reminders": "key", "inspections": "key", "reminder_plans": "scope, scope_key"}
"""Primary keys by table, where they are not ``id``."""


class Database:
    """The desk's data file.

    Raises UserError on opening: an empty or foreign file, a file from a newer program, a folder that cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._listeners: list[Listener] = []
        self._touched: set[str] = set()
        self.writes: Counter[str] = Counter()
        """How often each table was written since the file was opened."""
        if not path.exists():
            _create(path)
        _check_header(path)
        with told():
            self._connection = _connect(path)
        try:
            self._migrate()
            self._take_notes()
        except BaseException:
            self.close()
            raise

    def rows(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> list[Row]:
        """Return all rows of a query."""
        with told():
            return self._connection.execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> Row | None:
        """Return the first row of a query, or None."""
        with told():
            row: Row | None = self._connection.execute(sql, parameters).fetchone()
            return row

    def value(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> Any:
        """Return the first column of the first row, or None."""
        row = self.row(sql, parameters)
        return row[0] if row else None

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write in one piece: all or nothing. Listeners hear of it after COMMIT. Does not nest."""
        with told():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                self._touched.clear()
                with suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
                raise
        self._tell()

    def insert(self, table: str, values: Mapping[str, Any]) -> int:
        """Insert one row inside a transaction and return its id."""
        self._touched.add(table)
        return self._connection.execute(_insertion(table, values), tuple(values.values())).lastrowid or 0

    def insert_all(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        """Insert many rows inside a transaction."""
        self._touched.add(table)
        self._connection.executemany(_insertion(table, columns), rows)

    def update(self, table: str, key: int | str, values: Mapping[str, Any]) -> None:
        """Change columns of the row with that primary key, inside a transaction."""
        sets = ", ".join(f"{column} = ?" for column in values)
        self.run(table, f"UPDATE {table} SET {sets} WHERE {_KEYS.get(table, 'id')} = ?", (*values.values(), key))

    def run(self, table: str, sql: str, parameters: Sequence[Any] = ()) -> None:
        """Run one writing statement on ``table`` inside a transaction."""
        self._touched.add(table)
        self._connection.execute(sql, parameters)

    def put(self, table: str, values: Mapping[str, Any]) -> None:
        """Insert a row or replace the columns of the one with the same primary key, inside a transaction."""
        self.run(table, _insertion(table, values) + _replacing(table, values), tuple(values.values()))

    def put_all(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        """Insert many rows, or replace those with the same primary key, inside a transaction."""
        self._touched.add(table)
        self._connection.executemany(_insertion(table, columns) + _replacing(table, columns), rows)

    def listen(self, listener: Listener, is_first: bool = False) -> None:
        """Have ``listener`` called with the names of the tables touched, after every COMMIT.

        Who keeps what was read hears ``is_first``, before those who read again.
        """
        self._listeners.insert(0 if is_first else len(self._listeners), listener)

    def copy_to(self, path: Path) -> None:
        """Write a whole copy of the data to a path that does not exist yet, in a third of what VACUUM INTO takes."""
        with told(), closing(sqlite3.connect(path)) as copy:
            self._connection.backup(copy)

    def faults(self) -> list[str]:
        """Return what SQLite finds wrong in the file; empty where it finds nothing (it is no checksum)."""
        found = [row[0] for row in self.rows("PRAGMA integrity_check") if row[0] != "ok"]
        return found + [f"{row[0]} 第 {row[1]} 行指向不存在的记录" for row in self.rows("PRAGMA foreign_key_check")]

    @staticmethod
    def check_header(path: Path) -> None:
        """Look whether a file is one of ours. Raises UserError: empty, foreign, or from a newer program."""
        _check_header(path)

    @staticmethod
    def check_copy(path: Path) -> None:
        """Open a copy and check it. Raises UserError where it is not whole. Never for the live file."""
        with told():
            connection = sqlite3.connect(path)
            try:
                verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
            finally:
                connection.close()
        if verdict != "ok":
            raise UserError("备份做好后检查不通过，没有采用。请检查磁盘后再试。")

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    @property
    def is_writing(self) -> bool:
        """Whether a transaction is under way, so that what is read may still be taken back."""
        return self._connection.in_transaction

    def _tell(self) -> None:
        touched, self._touched = frozenset(self._touched), set()
        self.writes.update(touched)
        for listener in tuple(self._listeners) if touched else ():
            listener(touched)

    def _take_notes(self) -> None:
        with told():
            for statement in NOTING:
                self._connection.execute(statement)

    def _migrate(self) -> None:
        newest = self.value(
            "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY id DESC", (MIGRATION_SET,)
        )
        if newest != MIGRATION_NAMES[-1]:
            self._keep_copy(f"迁移前-{newest}")
            with told():
                _apply_migrations(self._connection)

    def _keep_copy(self, reason: str) -> None:
        """Lay a checked copy beside the file, named by the day of its last change."""
        changed_on = date.fromtimestamp(self.path.stat().st_mtime)
        copy = unused(self.path.with_name(f"{self.path.stem}-{reason}-{changed_on}.db"))
        try:
            self.copy_to(copy)
            self.check_copy(copy)
        except BaseException:
            copy.unlink(missing_ok=True)
            raise


def _insertion(table: str, columns: Iterable[str]) -> str:
    names = tuple(columns)
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"


def _replacing(table: str, columns: Iterable[str]) -> str:
    sets = ", ".join(f"{column} = excluded.{column}" for column in columns)
    return f" ON CONFLICT ({_KEYS.get(table, 'id')}) DO UPDATE SET {sets}"


def unused(path: Path) -> Path:
    """Return the path, with a number where that one is taken."""
    names = (path.with_stem(f"{path.stem}（{number}）") for number in range(2, 1000))
    return next(name for name in (path, *names) if not name.exists())


def _create(path: Path) -> None:
    """Make a new data file beside its place and rename it there, so that a half-made one never has its name."""
    new = path.with_name(path.name + ".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _clear(new)
        _lay_aside(path.with_name(path.name + "-journal"))
    except OSError as error:
        raise UserError(f"不能在“{path.parent}”里建立数据文件。请检查文件夹权限，或用 --home 另选。") from error
    with told(), closing(_connect(new)) as connection:
        _apply_migrations(connection)
    try:
        os.replace(new, path)
        _clear(new)
        sync_folder(path.parent)
    except OSError as error:
        raise UserError(f"不能在“{path.parent}”里建立数据文件。请检查磁盘是否正常，或用 --home 另选。") from error


def _clear(new: Path) -> None:
    for leftover in (new, new.with_name(new.name + "-journal")):
        leftover.unlink(missing_ok=True)


def _lay_aside(journal: Path) -> None:
    """Keep the journal of a file that was taken away from being played into the new one."""
    if journal.exists() and journal.stat().st_size:
        os.replace(journal, unused(journal.with_name(f"{journal.stem}-遗留{journal.suffix}")))


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.row_factory = sqlite3.Row
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _apply_migrations(connection: sqlite3.Connection) -> None:
    from sqlite_utils import Database as SqliteUtils

    from lianbing_desktop.store.migrations import migrations

    utils = SqliteUtils(connection, execute_plugins=False)
    with utils.atomic():
        migrations.apply(utils)
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={VERSION}")


def _check_header(path: Path) -> None:
    """Refuse what is not ours before SQLite touches it (offsets 60 and 68 of the SQLite file header)."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as error:
        raise UserError(f"读不出数据文件“{path}”。请检查文件权限。") from error
    if not header:
        raise DamagedError(
            f"数据文件“{path}”是空的（0 字节），未改动它。请用命令 lianbing restore 恢复备份，或移走它后重新开始。"
        )
    if not header.startswith(b"SQLite format 3\0") or int.from_bytes(header[68:72]) != APPLICATION_ID:
        raise DamagedError(f"“{path}”不是练兵台的数据文件，未改动它。请移走该文件，或用 --home 另选数据文件夹。")
    if int.from_bytes(header[60:64]) > VERSION:
        raise UserError(f"数据文件“{path}”由更新版本的练兵台保存，本版本打不开，未改动它。请安装新版本。")
