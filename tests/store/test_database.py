"""The one connection: transactions whole or not at all, listeners after COMMIT, copies."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from lianbing_desktop.errors import UserError
from lianbing_desktop.store.database import Database
from lianbing_desktop.store.log import LogRows


def put(database: Database, key: str, value: str = "1") -> None:
    database.put("settings", {"key": key, "value": value})


def settings(database: Database) -> dict[str, str]:
    return {row["key"]: row["value"] for row in database.rows("SELECT * FROM settings")}


class TrialError(Exception):
    """An error in the middle of a transaction."""


def fails(database: Database, error: type[BaseException], write: Callable[[], None]) -> None:
    with pytest.raises(error), database.transaction():
        write()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("foreign_keys", 1),
        ("locking_mode", "exclusive"),
        ("journal_mode", "truncate"),
        ("synchronous", 3),
        ("trusted_schema", 0),
    ],
)
def test_the_connection_is_set_up_for_power_loss(database: Database, pragma: str, value: object) -> None:
    assert database.value(f"PRAGMA {pragma}") == value


def test_what_is_committed_is_there_after_reopening(database: Database, path: Path) -> None:
    with database.transaction():
        put(database, "officer", "王芳")
    database.close()
    again = Database(path)
    assert settings(again) == {"officer": "王芳"}
    again.close()


def test_a_transaction_that_fails_leaves_nothing_and_tells_nobody(database: Database) -> None:
    heard: list[frozenset[str]] = []
    with database.transaction():
        put(database, "old")
    database.listen(heard.append)

    def write() -> None:
        put(database, "old", "2")
        database.insert("log", {"at": "", "action": "", "table_name": "", "row_id": None, "detail": ""})
        database.insert_all("settings", ("key", "value"), [("a", "1"), ("b", "2")])
        database.update("settings", "a", {"value": "3"})
        database.run("settings", "DELETE FROM settings WHERE key = ?", ("b",))
        raise TrialError

    fails(database, TrialError, write)
    assert (settings(database), database.value("SELECT count(*) FROM log"), heard) == ({"old": "1"}, 0, [])


def test_an_error_of_the_engine_in_the_middle_undoes_what_came_before(database: Database) -> None:
    def write() -> None:
        put(database, "a")
        database.insert_all("settings", ("key", "value"), [("b", "1"), ("b", "2")])

    fails(database, sqlite3.IntegrityError, write)
    assert settings(database) == {}


def test_an_interrupt_undoes_too(database: Database) -> None:
    def write() -> None:
        put(database, "a")
        raise KeyboardInterrupt

    fails(database, KeyboardInterrupt, write)
    assert settings(database) == {}


def test_a_transaction_inside_another_is_refused_and_undoes_both(database: Database) -> None:
    def nested() -> None:
        put(database, "outer")
        with database.transaction():
            put(database, "inner")

    fails(database, sqlite3.OperationalError, nested)
    assert settings(database) == {}


def test_listeners_hear_exactly_the_tables_touched_after_the_commit(database: Database) -> None:
    heard: list[tuple[frozenset[str], int]] = []
    database.listen(lambda tables: heard.append((tables, len(settings(database)))))
    with database.transaction():
        put(database, "a")
        assert heard == []
        LogRows(database).add("2017-10-20", "改", "settings", None)
    with database.transaction():
        put(database, "b")
    assert heard == [(frozenset({"settings", "log"}), 1), (frozenset({"settings"}), 2)]


def test_a_failed_transaction_does_not_leak_into_the_next_one(database: Database) -> None:
    heard: list[frozenset[str]] = []
    database.listen(heard.append)

    def write() -> None:
        put(database, "a")
        raise TrialError

    fails(database, TrialError, write)
    with database.transaction():
        LogRows(database).add("2017-10-20", "改", "settings", None)
    assert heard == [frozenset({"log"})]


def test_nobody_is_told_of_nothing(database: Database) -> None:
    heard: list[frozenset[str]] = []
    database.listen(heard.append)
    with database.transaction():
        pass
    assert heard == []


def test_a_listener_may_write_itself(database: Database) -> None:
    def count(tables: frozenset[str]) -> None:
        if "log" not in tables:
            with database.transaction():
                LogRows(database).add("2017-10-20", "听到", "settings", None)

    database.listen(count)
    with database.transaction():
        put(database, "a")
    assert database.value("SELECT count(*) FROM log") == 1


def test_foreign_keys_are_kept(database: Database) -> None:
    with pytest.raises(sqlite3.IntegrityError), database.transaction():
        database.insert("files", {"step_id": 99, "sha256": "", "name": "", "size": 0})


def test_a_copy_is_whole_and_opens_as_a_desk(database: Database, tmp_path: Path) -> None:
    with database.transaction():
        put(database, "a", "值" * 5000)
    copy = tmp_path / "copy.db"
    database.copy_to(copy)
    Database.check_copy(copy)
    other = Database(copy)
    assert (settings(other), other.faults()) == (settings(database), [])
    other.close()


def test_a_damaged_copy_is_not_taken_for_a_backup(database: Database, tmp_path: Path) -> None:
    with database.transaction():
        database.insert_all("settings", ("key", "value"), [(f"k{n}", "x" * 900) for n in range(200)])
    copy = tmp_path / "copy.db"
    database.copy_to(copy)
    data = bytearray(copy.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 8192] = bytes(8192)
    copy.write_bytes(data)
    with pytest.raises(UserError, match="检查不通过|已损坏"):
        Database.check_copy(copy)


def test_an_interrupted_making_of_a_new_file_is_begun_anew(path: Path) -> None:
    path.parent.mkdir()
    path.with_name(path.name + ".new").write_bytes(b"half")
    path.with_name(path.name + ".new-journal").write_bytes(b"half")
    database = Database(path)
    assert database.faults() == []
    assert sorted(each.name for each in path.parent.glob("*.new*")) == []
    database.close()


def test_a_journal_whose_file_was_taken_away_is_not_played_into_the_new_one(path: Path) -> None:
    path.parent.mkdir()
    journal = path.with_name(path.name + "-journal")
    journal.write_bytes(b"pages of another file")
    database = Database(path)
    assert database.faults() == []
    database.close()
    (aside,) = path.parent.glob("*遗留*")
    assert aside.read_bytes() == b"pages of another file"
