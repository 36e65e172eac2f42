"""A file is whole or not there at all, and the old one stays."""

import errno
import os
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from lianbing_desktop import writing
from lianbing_desktop.errors import UserError
from lianbing_desktop.writing import write_atomically, write_bytes


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "清单.docx"
    path.write_bytes(b"old")
    return path


def assert_untouched(target: Path) -> None:
    assert target.read_bytes() == b"old"
    assert os.listdir(target.parent) == [target.name]


def test_a_file_is_replaced_and_nothing_is_left_over(target: Path) -> None:
    write_bytes(target, b"new")
    assert target.read_bytes() == b"new"
    assert os.listdir(target.parent) == [target.name]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "磁盘空间不足"),
        (errno.EDQUOT, "磁盘空间不足"),
        (errno.EFBIG, "磁盘空间不足"),
        (errno.EACCES, "正在 Word"),
        (errno.EPERM, "正在 Word"),
        (errno.EROFS, "只读"),
        (errno.ENAMETOOLONG, "文件名太长"),
        (errno.EIO, "检查磁盘"),
    ],
)
@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_what_the_disk_refuses_is_a_sentence(
    target: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str, call: str
) -> None:
    def refuse(*_args: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(writing.os, call, refuse)
        with pytest.raises(UserError, match=words):
            write_bytes(target, b"new")
    assert_untouched(target)
    write_bytes(target, b"new")  # the control: without the fault the same call succeeds
    assert target.read_bytes() == b"new"


def test_a_short_or_empty_write_counts_as_a_full_disk(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UserError, match="磁盘空间不足"):
        write_atomically(target, lambda spare: spare.touch())
    whole = Path.write_bytes
    monkeypatch.setattr(Path, "write_bytes", lambda path, data: whole(path, data[:2]))
    with pytest.raises(UserError, match="磁盘空间不足"):
        write_bytes(target, b"new")
    assert_untouched(target)


def test_a_missing_folder_and_a_folder_of_that_name_are_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="不存在"):
        write_bytes(tmp_path / "没有" / "x.docx", b"new")
    (tmp_path / "x.docx").mkdir()
    with pytest.raises(UserError, match="同名的文件夹"):
        write_bytes(tmp_path / "x.docx", b"new")
    assert os.listdir(tmp_path) == ["x.docx"]


def test_a_bug_in_making_passes_unchanged(target: Path) -> None:
    def make(spare: Path) -> None:
        spare.write_bytes(b"half")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_atomically(target, make)
    assert_untouched(target)


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_link_keeps_pointing_to_the_file(target: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.docx"
    link.symlink_to(target)
    write_bytes(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


CHILD = textwrap.dedent(
    """
    import pathlib, resource, sys
    from lianbing_desktop.errors import UserError
    from lianbing_desktop.export import excel, word
    from tests.support.sheets import checklist
    folder, limit = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    if limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    for name, write in (("x.docx", lambda path: word.write(checklist(400), path)),
                        ("x.xlsx", lambda path: excel.write([checklist(400)], path))):
        (folder / name).write_bytes(b"old")
        try:
            write(folder / name)
            print("written")
        except UserError as error:
            print(error.message)
        print((folder / name).read_bytes() == b"old", sorted(path.name for path in folder.iterdir()))
        (folder / name).unlink()
    """
)


def run_child(command: list[str]) -> list[str]:
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=120, env=os.environ | {"PYTHONPATH": ".", "TMPDIR": "/tmp"}
    )
    if "unshare" in done.stderr or "mount" in done.stderr:
        pytest.skip(f"no small disk can be mounted here: {done.stderr.strip()}")
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="no limit of the file size there")
@pytest.mark.parametrize(("limit", "is_full"), [(6000, True), (0, False)])
def test_a_file_over_the_limit_leaves_the_old_one(tmp_path: Path, limit: int, is_full: bool) -> None:
    lines = run_child([sys.executable, "-c", CHILD, str(tmp_path), str(limit)])
    check_outcome(lines, is_full)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("unshare") is None, reason="unshare (util-linux) is not installed")
@pytest.mark.parametrize(("size", "is_full"), [("16k", True), ("8m", False)])
def test_a_really_full_disk_leaves_the_old_file(tmp_path: Path, size: str, is_full: bool) -> None:
    mount = 'mount -t tmpfs -o size="$1" tmpfs "$2" && exec "$3" -c "$4" "$2" 0'
    arguments = [size, str(tmp_path), sys.executable, CHILD]
    check_outcome(run_child(["unshare", "-Urm", "sh", "-c", mount, "sh", *arguments]), is_full)


def check_outcome(lines: list[str], is_full: bool) -> None:
    for line, rest, name in ((lines[0], lines[1], "x.docx"), (lines[2], lines[3], "x.xlsx")):
        assert ("磁盘空间不足" in line) if is_full else (line == "written")
        assert rest == f"{is_full} ['{name}']"
