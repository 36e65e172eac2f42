"""A backup put back: what stood there is kept, and whatever goes wrong leaves the data as it was."""

import shutil
import sqlite3
from datetime import date, timedelta
from pathlib import Path

import pytest

from lianbing_desktop.domain.submission import State
from lianbing_desktop.errors import UserError
from lianbing_desktop.paths import Home
from lianbing_desktop.services.backups import backups_in, restore
from lianbing_desktop.store import restoring
from tests.support.desk import TODAY, desk_at, piece


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A closed desk with a backup of TODAY, taken before the county list came."""
    home = Home(tmp_path / "home")
    with desk_at(home.root) as desk:
        desk.backups.make()
        desk.submissions.receive(piece(desk, "联络员名单", "常熟").id, [])
    return home


def state(home: Home) -> State:
    with desk_at(home.root) as desk:
        return piece(desk, "联络员名单", "常熟").state


def test_the_data_is_as_it_was_and_what_stood_there_is_kept(home: Home) -> None:
    kept = restore(home, TODAY, TODAY)
    assert kept == home.root / "lianbing-恢复前-2017-10-20.db"
    assert state(home) is State.OPEN
    shutil.copy(kept, home.database)
    assert state(home) is State.RECEIVED
    again = restore(home, TODAY, TODAY)
    assert again == home.root / "lianbing-恢复前-2017-10-20（2）.db"


@pytest.mark.parametrize("damage", [b"", b"no database at all", None])
def test_a_damaged_file_gives_way_and_a_hot_journal_is_not_played_into_the_new_one(
    home: Home, damage: bytes | None
) -> None:
    journal = home.root / "lianbing.db-journal"
    if damage is None:
        home.database.unlink()
    else:
        home.database.write_bytes(damage)
    journal.write_bytes(b"of the damaged one")
    kept = restore(home, TODAY, TODAY)
    assert state(home) is State.OPEN
    if damage:
        assert kept is not None
        assert kept.read_bytes() == damage
        assert kept.with_name(f"{kept.name}-journal").read_bytes() == b"of the damaged one"
    else:
        assert kept is None


def test_a_damaged_backup_changes_nothing(home: Home) -> None:
    before = home.database.read_bytes()
    backup = backups_in(home)[-1].path
    whole = backup.read_bytes()
    for bad in (b"", b"something else", whole[:5000], whole[:4096] + b"\xff" * (len(whole) - 4096)):
        backup.write_bytes(bad)
        with pytest.raises(UserError, match="备份“2017-10-20.db”不能用，没有恢复"):
            restore(home, TODAY, TODAY)
        assert home.database.read_bytes() == before
    assert not list(home.root.glob(".lianbing-*"))


def test_a_day_without_a_backup_says_which_there_are(home: Home) -> None:
    with pytest.raises(UserError, match="没有 2017-10-19 的备份。最近的有：2017-10-20。"):
        restore(home, TODAY - timedelta(days=1), TODAY)


@pytest.mark.parametrize("full_at", [1, 2])
def test_a_disk_that_fills_up_leaves_the_data_whole(home: Home, monkeypatch: pytest.MonkeyPatch, full_at: int) -> None:
    copies: list[Path] = []
    real = shutil.copyfile

    def copyfile(source: Path, to: Path) -> Path:
        copies.append(to)
        if len(copies) == full_at:
            to.write_bytes(b"half")
            raise OSError(28, "No space left on device")
        return Path(real(source, to))

    monkeypatch.setattr(restoring.shutil, "copyfile", copyfile)
    with pytest.raises(UserError, match="磁盘空间不足"):
        restore(home, TODAY, TODAY)
    assert not list(home.root.glob(".lianbing-*"))
    assert state(home) is State.RECEIVED


def test_cut_off_before_the_new_file_has_its_name_everything_is_still_there(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Cut(BaseException):
        pass

    def cut(path: Path, name: str, is_deep: bool = True) -> None:
        if is_deep:
            raise Cut

    before = home.database.read_bytes()
    monkeypatch.setattr(restoring, "_check", cut)
    with pytest.raises(Cut):
        restore(home, TODAY, TODAY)
    assert home.database.read_bytes() == before
    assert state(home) is State.RECEIVED


def test_restoring_from_the_opened_desk_closes_it_and_lets_go(home: Home) -> None:
    with desk_at(home.root) as desk:
        (backup,) = desk.backups.all()
        assert desk.restore(backup) is not None
        with pytest.raises(sqlite3.ProgrammingError):
            desk.submissions.get(1)
        assert state(home) is State.OPEN


def test_a_backup_made_on_an_early_day_is_never_thinned_out_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    for number in range(40):
        (folder / f"{date(2018, 1, 1) + timedelta(days=number)}.db").write_bytes(b"newer")
    with desk_at(tmp_path) as desk:
        for made in (desk.backups.make(), desk.backups.renew()):
            assert made.path.exists()
            assert len(list(folder.iterdir())) == 30
