"""What the outside does to the data file: a sentence each, and nothing acknowledged is lost."""

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from lianbing_desktop.errors import UserError
from lianbing_desktop.store.database import Database

FILLER = """
import sys
from pathlib import Path
from lianbing_desktop.errors import UserError
from lianbing_desktop.store.database import Database
database = Database(Path(sys.argv[1]))
for number in range(int(sys.argv[2])):
    try:
        with database.transaction():
            database.put("settings", {"key": f"k{number}", "value": "x" * 9000})
    except UserError as error:
        print("told", error.message)
        break
    print("saved", f"k{number}", flush=True)
"""
OPENER = """
import sys
from pathlib import Path
from lianbing_desktop.errors import UserError
from lianbing_desktop.store.database import Database
try:
    database = Database(Path(sys.argv[1]))
    print(database.value("SELECT count(*) FROM settings"), "read")
    with database.transaction():
        database.put("settings", {"key": "new", "value": ""})
    print("saved")
except UserError as error:
    print("told", error.message)
"""
MAKER = """
import sys
from pathlib import Path
from lianbing_desktop.store.database import Database
Database(Path(sys.argv[1])).close()
"""
KEEPER = """
import sys
from pathlib import Path
from lianbing_desktop.errors import UserError
from lianbing_desktop.store.files import FileStore
store = FileStore(Path(sys.argv[1]).parent / "files")
try:
    store.keep(Path(sys.argv[2]))
    print("saved")
except UserError as error:
    print("told", error.message)
print(len([path for path in Path(sys.argv[1]).parent.rglob("*") if path.is_file()]), "files")
"""


def run(command: list[str], **more: object) -> list[str]:
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, **more)  # type: ignore[call-overload]
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def own_mounts() -> bool:
    return bool(shutil.which("unshare")) and subprocess.run(["unshare", "-Urm", "true"], check=False).returncode == 0


@pytest.fixture
def small_disk(tmp_path: Path) -> Callable[..., list[str]]:
    """Run Python on a disk of that size, in a namespace of its own; ``first`` runs before it turns read-only."""
    if not own_mounts():
        pytest.skip("a disk of one's own needs `unshare -Urm`, which this machine does not allow")
    disk = tmp_path / "disk"
    disk.mkdir()

    def on_disk(size: str, script: str, *arguments: str, first: str = "") -> list[str]:
        python = '"$0" -c "$2" "$1/lianbing.db" "$3"'
        prepare = f'"$0" -c "{first}" "$1/lianbing.db" 0 && mount -o remount,ro "$1" && ' if first else ""
        copy = '{ cp "$1/lianbing.db" "$4" 2>/dev/null || true; }'
        shell = f'mount -t tmpfs -o size={size} tmpfs "$1" && {prepare}{python} && {copy}'
        last = arguments[0] if arguments else ""
        command = ["unshare", "-Urm", "sh", "-c", shell, sys.executable, str(disk), script, last]
        return run([*command, str(tmp_path / "after.db")])

    return on_disk


def acknowledged_are_there(path: Path, lines: list[str]) -> None:
    database = Database(path)
    kept = {row["key"] for row in database.rows("SELECT key FROM settings")}
    assert {line.split()[1] for line in lines if line.startswith("saved")} == kept
    assert database.faults() == []
    database.close()


def test_a_full_disk_is_told_and_what_was_saved_stays(small_disk: Callable[..., list[str]], tmp_path: Path) -> None:
    lines = small_disk("600k", FILLER, "500")
    assert lines[-1] == "told 磁盘已满，刚才的内容没有保存。请腾出空间后再试。"
    assert len(lines) > 5
    acknowledged_are_there(tmp_path / "after.db", lines)


def test_the_same_on_a_disk_with_room_saves_everything(small_disk: Callable[..., list[str]], tmp_path: Path) -> None:
    lines = small_disk("64m", FILLER, "60")
    assert len(lines) == 60
    acknowledged_are_there(tmp_path / "after.db", lines)


def test_no_room_for_a_new_data_file(small_disk: Callable[..., list[str]], tmp_path: Path) -> None:
    assert small_disk("40k", OPENER) == ["told 磁盘已满，刚才的内容没有保存。请腾出空间后再试。"]
    assert not (tmp_path / "after.db").exists()


def test_a_limit_on_file_size_is_told_too(tmp_path: Path) -> None:
    path = tmp_path / "lianbing.db"
    command = [sys.executable, "-c", FILLER, str(path), "500"]
    limit = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (400_000, 400_000))
    lines = run(command, preexec_fn=limit)
    assert lines[-1].startswith("told 读写数据文件出错") or lines[-1].startswith("told 磁盘已满")
    assert len(lines) > 5
    acknowledged_are_there(path, lines)


def test_a_read_only_folder_is_told(small_disk: Callable[..., list[str]]) -> None:
    lines = small_disk("4m", OPENER, first=MAKER)
    assert lines[-1].startswith("told ")
    assert "saved" not in lines
    assert "权限" in lines[-1] or "可写" in lines[-1]


@pytest.mark.parametrize(("size", "room"), [("64k", False), ("4m", True)])
def test_a_full_disk_on_keeping_an_attachment(
    small_disk: Callable[..., list[str]], tmp_path: Path, size: str, room: bool
) -> None:
    source = tmp_path / "大文件.pdf"
    source.write_bytes(os.urandom(300_000))
    lines = small_disk(size, KEEPER, str(source))
    full = "told 磁盘已满，“大文件.pdf”没有收下。请腾出空间后再试。"
    assert lines == (["saved", "1 files"] if room else [full, "0 files"])
    assert source.stat().st_size == 300_000


HOLDER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
"""


def test_another_program_on_the_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "lianbing.db"
    Database(path).close()
    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, timeout=0.05))
    command = [sys.executable, "-c", HOLDER, str(path)]
    holder = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    with pytest.raises(UserError, match="数据文件正被别的程序占用"):
        Database(path)
    holder.communicate("")
    Database(path).close()


def test_an_open_file_keeps_other_programs_out(database: Database, path: Path) -> None:
    with database.transaction():
        database.put("settings", {"key": "a", "value": ""})
    script = "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0.05).execute('SELECT * FROM settings')"
    done = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=False)
    assert "database is locked" in done.stderr


def filled(path: Path) -> Path:
    database = Database(path)
    with database.transaction():
        database.insert_all("settings", ("key", "value"), [(f"k{n:03d}", "x" * 2000) for n in range(200)])
    database.close()
    return path


@pytest.mark.parametrize("damaged", [True, False])
def test_a_damaged_file_is_told(path: Path, damaged: bool) -> None:
    data = bytearray(filled(path).read_bytes())
    if damaged:
        data[4096 * 20 :] = b"\xff" * (len(data) - 4096 * 20)
        path.write_bytes(data)

    def read() -> int:
        database = Database(path)
        try:
            return sum(len(row["value"]) for row in database.rows("SELECT * FROM settings ORDER BY key"))
        finally:
            database.close()

    if damaged:
        with pytest.raises(UserError, match="数据文件已损坏。请在“设置”里恢复最近的备份"):
            read()
    else:
        assert read() == 400_000


def foreign_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (x)")
    connection.commit()
    connection.close()


def newer_database(path: Path) -> None:
    Database(path).close()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 999")
    connection.close()


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: path.write_bytes(b""), "是空的"),
        (lambda path: path.write_bytes(b"PK\x03\x04" * 100), "不是练兵台的数据文件"),
        (lambda path: path.write_bytes(b"SQLite format 3\0"), "不是练兵台的数据文件"),
        (foreign_database, "不是练兵台的数据文件"),
        (newer_database, "由更新版本的练兵台保存"),
    ],
)
def test_a_file_that_is_not_ours_is_refused_and_left_as_it_is(
    tmp_path: Path, make: Callable[[Path], object], words: str
) -> None:
    path = tmp_path / "lianbing.db"
    make(path)
    before = path.read_bytes()
    with pytest.raises(UserError, match=words) as caught:
        Database(path)
    assert str(path) in caught.value.message
    assert path.read_bytes() == before
    assert sorted(each.name for each in tmp_path.iterdir() if each.stat().st_size) in ([path.name], [])


def test_a_folder_in_the_place_of_the_file_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="读不出数据文件"):
        Database(tmp_path)


def test_an_error_of_our_own_is_not_dressed_up(database: Database) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        database.rows("SELECT * FROM nowhere")


def test_a_file_where_the_folder_should_be_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "home").write_bytes(b"")
    with pytest.raises(UserError):
        Database(tmp_path / "home" / "lianbing.db")
