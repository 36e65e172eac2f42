"""Backups: one checked copy a day, the newest thirty, and nothing where there is no room."""

import sqlite3
from datetime import date, timedelta
from pathlib import Path

import pytest

from lianbing_desktop.errors import UserError
from lianbing_desktop.services.desk import Desk
from tests.support.desk import TODAY, desk_at, piece


def names(desk: Desk) -> list[str]:
    return sorted(path.name for path in desk.home.backups.iterdir())


def test_a_backup_is_a_whole_data_file(desk: Desk, tmp_path: Path) -> None:
    assert desk.backups.newest() is None
    desk.submissions.receive(piece(desk, "联络员名单", "常熟").id, [])
    backup = desk.backups.make()
    assert (backup.made_on, backup.path.name) == (TODAY, "2017-10-20.db")
    assert desk.backups.newest() == backup
    assert names(desk) == ["2017-10-20.db"]
    restored = tmp_path / "restored"
    restored.mkdir()
    (restored / "lianbing.db").write_bytes(backup.path.read_bytes())
    with desk_at(restored) as other:
        assert other.submissions.all() == desk.submissions.all()


def test_a_second_one_on_the_same_day_is_not_made(desk: Desk) -> None:
    first = desk.backups.make()
    before = first.path.read_bytes()
    desk.submissions.receive(piece(desk, "联络员名单", "常熟").id, [])
    assert desk.backups.make() == first
    assert first.path.read_bytes() == before


def test_only_the_newest_thirty_are_kept_and_other_files_left_alone(home: Path) -> None:
    folder = home / "backups"
    folder.mkdir()
    days = [TODAY - timedelta(days=n) for n in range(1, 36)]
    for day in days:
        (folder / f"{day}.db").write_bytes(b"old")
    strangers = {"abcd-ef-gh.db", "2017-13-45.db", "我的.db", "2017-10-01.txt"}
    for name in strangers:
        (folder / name).write_bytes(b"mine")
    with desk_at(home) as desk:
        desk.backups.make()
        newest = {f"{day}.db" for day in [TODAY, *days[:29]]}
        assert set(names(desk)) == newest | strangers


def test_the_newest_is_by_day(home: Path) -> None:
    (home / "backups").mkdir()
    for day in ("2017-09-30", "2016-12-31", "2017-10-08"):
        (home / "backups" / f"{day}.db").write_bytes(b"old")
    with desk_at(home) as desk:
        newest = desk.backups.newest()
        assert newest is not None
        assert newest.made_on == date(2017, 10, 8)


def test_a_place_that_cannot_be_written_is_a_sentence_and_the_desk_goes_on(desk: Desk) -> None:
    desk.home.backups.write_bytes(b"a file where the folder should be")
    with pytest.raises(UserError, match="今天的备份没有做成"):
        desk.backups.make()
    desk.submissions.receive(piece(desk, "联络员名单", "常熟").id, [])


def test_a_copy_that_is_not_whole_is_not_taken(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from lianbing_desktop.store.database import Database

    def half(self: Database, path: Path) -> None:
        connection = sqlite3.connect(path)
        connection.execute("CREATE TABLE t (x)")
        connection.executemany("INSERT INTO t VALUES (?)", [("x" * 900,)] * 100)
        connection.commit()
        connection.close()
        data = path.read_bytes()
        path.write_bytes(data[: len(data) // 2] + bytes(len(data) // 2))

    monkeypatch.setattr(Database, "copy_to", half)
    with pytest.raises(UserError, match="检查不通过|已损坏"):
        desk.backups.make()
    assert names(desk) == []
