"""Attachments: kept byte for byte under their hash, once, with the source untouched and its name only a name."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from lianbing_desktop.errors import UserError
from lianbing_desktop.store.files import FileStore


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    return FileStore(tmp_path / "files")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "联络员名单.docx"
    path.write_bytes("名单".encode() * 1000)
    return path


def everything(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_a_file_lies_under_its_hash(store: FileStore, source: Path, tmp_path: Path) -> None:
    stored = store.keep(source)
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    assert (stored.sha256, stored.name, stored.size) == (digest, source.name, source.stat().st_size)
    assert everything(tmp_path / "files") == [f"{digest[:2]}/{digest}"]
    assert store.place(digest).read_bytes() == source.read_bytes()
    assert store.names() == [digest]
    assert store.sound(stored)


def test_the_source_stays_as_it_is(store: FileStore, source: Path) -> None:
    before, content = source.stat(), source.read_bytes()
    store.keep(source)
    after = source.stat()
    assert (before.st_mtime_ns, before.st_ino, before.st_mode) == (after.st_mtime_ns, after.st_ino, after.st_mode)
    assert source.read_bytes() == content


def test_the_same_content_twice_is_kept_once_and_not_written_again(store: FileStore, source: Path) -> None:
    place = store.place(store.keep(source).sha256)
    before = place.stat()
    twin = source.with_name("另一份.docx")
    twin.write_bytes(source.read_bytes())
    assert store.keep(twin).name == "另一份.docx"
    after = place.stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert len(store.names()) == 1


def test_a_changed_source_is_a_second_file_beside_the_first(store: FileStore, source: Path) -> None:
    first = store.keep(source)
    source.write_bytes(b"new")
    second = store.keep(source)
    assert store.sound(first)
    assert store.sound(second)
    assert len(store.names()) == 2


@pytest.mark.parametrize(
    "name", ["名" * 83 + ".pdf", "a\nb.pdf", "..", "%2e%2e%2fx", "-rf", "a'\";--.pdf", "a<b>.pdf", " .pdf", "CON.pdf"]
)
def test_hostile_names_are_kept_as_names_only(store: FileStore, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    path = folder / (name if name != ".." else "..\\..\\x")
    path.write_bytes(b"x")
    stored = store.keep(path)
    assert stored.name == path.name
    assert everything(tmp_path / "files") == [f"{stored.sha256[:2]}/{stored.sha256}"]


def test_a_path_that_climbs_gives_only_its_last_part(store: FileStore, source: Path) -> None:
    assert store.keep(source.parent / "files" / ".." / source.name).name == source.name


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="names are not bytes here")
@pytest.mark.parametrize(
    ("raw", "name"), [("名单.doc".encode("gbk"), "名单.doc"), (b"\xff\xfe.pdf", "\ufffd\ufffd.pdf")]
)
def test_names_from_a_chinese_windows_are_read_as_such(store: FileStore, tmp_path: Path, raw: bytes, name: str) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + raw))
    path.write_bytes(b"x")
    kept = store.keep(path).name
    assert kept == name
    kept.encode()
    path.unlink()
    with pytest.raises(UserError) as caught:
        store.keep(path)
    str(caught.value).encode()


def test_a_damaged_attachment_is_found_and_healed_by_receiving_it_again(store: FileStore, source: Path) -> None:
    stored = store.keep(source)
    place = store.place(stored.sha256)
    data = bytearray(place.read_bytes())
    data[7] ^= 1
    place.write_bytes(data)
    assert not store.sound(stored)
    assert store.keep(source) == stored
    assert store.sound(stored)


def test_what_cannot_be_kept_is_a_sentence_and_leaves_nothing(store: FileStore, tmp_path: Path) -> None:
    (tmp_path / "夹").mkdir()
    with pytest.raises(UserError, match=r"找不到文件.*没有\.pdf"):
        store.keep(tmp_path / "没有.pdf")
    with pytest.raises(UserError, match="“夹”是文件夹"):
        store.keep(tmp_path / "夹")
    assert everything(tmp_path / "files") == []


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs a file that says 0 bytes and gives more")
def test_a_source_whose_length_does_not_hold_is_refused(store: FileStore, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="发生了变化"):
        store.keep(Path("/proc/self/status"))
    assert everything(tmp_path / "files") == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_told_apart_from_a_file_before_it_is_opened(store: FileStore, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UserError, match="不是普通文件"):
        store.check(tmp_path / "pipe")


def test_what_a_cut_off_receive_left_is_swept_away(store: FileStore, source: Path, tmp_path: Path) -> None:
    stored = store.keep(source)
    (tmp_path / "files" / ".0123456789abcdef.part").write_bytes(b"half")
    store.sweep()
    assert everything(tmp_path / "files") == [f"{stored.sha256[:2]}/{stored.sha256}"]


KEEPER = """
import sys
from pathlib import Path
from lianbing_desktop.store.files import FileStore
store = FileStore(Path(sys.argv[1]))
for path in sorted(Path(sys.argv[2]).iterdir()):
    print(store.keep(path).sha256)
"""


def test_two_processes_may_keep_the_same_files_at_once(store: FileStore, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02d}.bin").write_bytes(bytes([number]) * 20_000)
    command = [sys.executable, "-c", KEEPER, str(tmp_path / "files"), str(folder)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    printed = [process.communicate()[0].split() for process in running]
    expected = [hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())]
    assert printed == [expected, expected]
    assert store.names() == sorted(expected)
    assert all(hashlib.sha256(store.place(each).read_bytes()).hexdigest() == each for each in expected)
    assert len(everything(tmp_path / "files")) == 40
