import errno
import hashlib
import os
import random
import re
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from lianbing_desktop.domain.package import PackagePlan
from lianbing_desktop.errors import UserError
from lianbing_desktop.export import streams
from lianbing_desktop.export.manifest import read_manifest, write_manifest
from lianbing_desktop.export.package import build_folder
from lianbing_desktop.export.verify import verify
from tests.support.packages import FOLDERS, handover, hashes, make_folder, make_plan

SOAK = os.environ.get("LIANBING_SOAK") == "1"
OURS = {
    "00_读我.txt", "说明文件.TXT", "目录.html", "移交清单.docx", "校验清单.txt", "校验清单-SM3.txt",
    "bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt",
}  # fmt: skip

THE_LAST = {"校验清单.txt", "tagmanifest-sha256.txt"}
"""What the 校验清单 cannot name: itself, and the list that proves it."""


@pytest.fixture
def plan(tmp_path: Path) -> PackagePlan:
    return make_plan(tmp_path / "sources")


def left_over(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != "sources")


class CancelledError(Exception):
    pass


# --- what is built ---


def test_every_file_is_there_once_with_its_hash(plan: PackagePlan, tmp_path: Path) -> None:
    built = make_folder(tmp_path, plan)
    assert hashes(built).keys() == {file.path for file in plan.files} | OURS
    assert {file.path: file.sha256 for file in plan.files}.items() <= hashes(built).items()
    assert left_over(tmp_path) == ["材料包"]


def test_the_manifest_covers_everything_but_itself_in_order(plan: PackagePlan, tmp_path: Path) -> None:
    built = make_folder(tmp_path, plan)
    data = (built / "校验清单.txt").read_bytes()
    listed = read_manifest(data)
    assert listed == {path: sha256 for path, sha256 in hashes(built).items() if path not in THE_LAST}
    assert list(listed) == sorted(listed)
    assert b"\r" not in data


def test_sha256sum_agrees_and_sees_a_change(plan: PackagePlan, tmp_path: Path) -> None:
    if shutil.which("sha256sum") is None:
        pytest.skip("sha256sum is not installed")
    built = make_folder(tmp_path, plan)
    command = ["sha256sum", "--check", "--strict", "--quiet", "校验清单.txt"]
    for locale in ("C", "C.UTF-8"):
        assert subprocess.run(command, cwd=built, env={**os.environ, "LC_ALL": locale}).returncode == 0
    (built / plan.files[3].path).write_bytes(b"x")
    assert subprocess.run(command, cwd=built, capture_output=True).returncode == 1


def test_originals_are_not_touched(plan: PackagePlan, tmp_path: Path) -> None:
    def look() -> list[tuple[object, ...]]:
        facts = [(file.source, file.source.stat()) for file in plan.files]
        return [
            (hashes(tmp_path / "sources"), path, s.st_mtime_ns, s.st_ino, s.st_mode, s.st_nlink) for path, s in facts
        ]

    before = look()
    make_folder(tmp_path, plan)
    assert look() == before
    plan.files[0].source.touch()
    assert look() != before, "the look must see a touch"


def test_progress_counts_up_to_twice_the_size(plan: PackagePlan, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    make_folder(tmp_path, plan, lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1] == (2 * plan.size, 2 * plan.size)


# --- the contents page ---


class Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.tags: list[str] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for key, value in attrs if key in ("href", "src")]

    def handle_data(self, data: str) -> None:
        self.words += data


def test_the_contents_page_leads_to_every_file_and_nowhere_else(plan: PackagePlan, tmp_path: Path) -> None:
    built = make_folder(tmp_path, plan)
    page = Page((built / "目录.html").read_text("utf-8"))
    assert all(link.startswith("./") and link.isascii() for link in page.links)
    assert {unquote(link)[2:] for link in page.links} == hashes(built).keys() - {"目录.html", "tagmanifest-sha256.txt"}
    assert all(file.sha256 in page.words and file.title in page.words for file in plan.files)
    assert f"共 {len(plan.files)} 个文件，{plan.size:,} 字节" in page.words
    assert "script" not in page.tags


def test_hostile_words_stay_words(plan: PackagePlan, tmp_path: Path) -> None:
    bad = "</td><script>alert(1)</script>&<img src=x onerror=y>"
    files = tuple(replace(file, title=bad, unit=bad) for file in plan.files)
    built = make_folder(tmp_path, replace(plan, title=bad, person=bad, volume=bad, files=files))
    page = Page((built / "目录.html").read_text("utf-8"))
    assert page.words.count(bad) == 2 * len(files) + 4  # title twice, person, volume
    assert not {"script", "img"} & set(page.tags)


# --- what is refused ---


def test_a_place_that_is_taken_is_refused_and_kept(plan: PackagePlan, tmp_path: Path) -> None:
    to = tmp_path / "材料包"
    to.mkdir()
    (to / "旧").write_text("旧")
    with pytest.raises(UserError, match="不会覆盖"):
        make_folder(tmp_path, plan)
    assert (to / "旧").read_text() == "旧"
    (to / "旧").unlink()
    make_folder(tmp_path, plan)


def test_a_file_or_a_link_in_the_place_is_refused(plan: PackagePlan, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "away").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "away", target_is_directory=True)
    for name in ("file", "link", "file/below"):
        with pytest.raises(UserError):
            build_folder(plan, tmp_path / name, handover=handover)
    assert list((tmp_path / "away").iterdir()) == []


def test_names_the_disc_would_cut_are_all_refused_at_once(plan: PackagePlan, tmp_path: Path) -> None:
    names = ("甲" * 70 + ".pdf", "aux.pdf", "100%.pdf")
    files = [replace(file, name=name) for file, name in zip(plan.files, names, strict=False)]
    with pytest.raises(UserError) as caught:
        make_folder(tmp_path, replace(plan, files=tuple(files)))
    assert len(caught.value.details) == 3
    assert "甲" * 60 + ".pdf" in caught.value.details[0]
    assert left_over(tmp_path) == []


def test_an_empty_plan_is_refused(plan: PackagePlan, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="还没有文件"):
        make_folder(tmp_path, replace(plan, files=()))


# --- what goes wrong on the way ---


@pytest.mark.parametrize("change", ["longer", "shorter", "other", "gone", "folder"])
def test_a_source_that_changed_is_named(plan: PackagePlan, tmp_path: Path, change: str) -> None:
    file = plan.files[5]
    data = file.source.read_bytes()
    if change in ("gone", "folder"):
        file.source.unlink()
    if change == "folder":
        file.source.mkdir()
    if change in ("longer", "shorter", "other"):
        file.source.write_bytes({"longer": data + b"x", "shorter": data[:-1], "other": b"\xff" + data[1:]}[change])
    with pytest.raises(UserError) as caught:
        make_folder(tmp_path, plan)
    assert str(file.source) in str(caught.value)
    assert file.title in str(caught.value)
    assert left_over(tmp_path) == []


def test_a_source_that_changes_while_it_is_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = make_plan(tmp_path / "sources", [("大.bin", 3 << 20)])

    monkeypatch.setattr(streams, "TELL_SECONDS", 0)

    def meddle(done: int, _: int) -> None:
        if done == 1 << 20:
            with plan.files[0].source.open("r+b") as file:
                file.seek(-1, os.SEEK_END)
                file.write(b"\x00" if not plan.files[0].source.read_bytes().endswith(b"\x00") else b"\x01")

    with pytest.raises(UserError, match="登记时不一样"):
        make_folder(tmp_path, plan, meddle)
    assert left_over(tmp_path) == []


def test_a_copy_that_reads_back_otherwise_is_refused(
    plan: PackagePlan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def settle(file: object) -> None:
        real(file)  # type: ignore[arg-type]
        path = Path(file.name)  # type: ignore[attr-defined]
        if data := path.read_bytes():
            path.write_bytes(bytes([data[0] ^ 1]) + data[1:])

    real = streams.settle
    monkeypatch.setattr(streams, "settle", settle)
    with pytest.raises(UserError, match="读回来不一样"):
        make_folder(tmp_path, plan)
    assert left_over(tmp_path) == []


def test_cancelling_anywhere_leaves_nothing(plan: PackagePlan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "TELL_SECONDS", 0)
    calls = 0

    def count(done: int, total: int) -> None:
        nonlocal calls
        calls += 1

    shutil.rmtree(make_folder(tmp_path, plan, count))
    for at in range(1, calls + 1, 1 if SOAK else 7):
        left = at

        def cancel(done: int, total: int) -> None:
            nonlocal left
            left -= 1
            if left == 0:
                raise CancelledError

        with pytest.raises(CancelledError):
            make_folder(tmp_path, plan, cancel)
        assert left_over(tmp_path) == []


def test_a_handover_list_that_fails_leaves_nothing(plan: PackagePlan, tmp_path: Path) -> None:
    def fail(plan: PackagePlan, path: Path) -> None:
        path.write_bytes(b"half")
        raise UserError("写不了")

    with pytest.raises(UserError, match="写不了"):
        build_folder(plan, tmp_path / "材料包", handover=fail)
    with pytest.raises(UserError, match="找不到"):
        build_folder(plan, tmp_path / "材料包", handover=lambda plan, path: None)
    assert left_over(tmp_path) == []


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EACCES])
@pytest.mark.parametrize("at", [0, 10, 24, 25, 26])
def test_a_failing_disk_is_told_and_leaves_nothing(
    plan: PackagePlan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, at: int
) -> None:
    left = at

    def fsync(descriptor: int) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(UserError) as caught:
        make_folder(tmp_path, plan)
    assert ("空间不足" in str(caught.value)) == (number in (errno.ENOSPC, errno.EDQUOT))
    assert left_over(tmp_path) == []


CHILD = """
import sys
from pathlib import Path
from lianbing_desktop.errors import UserError
from tests.support.packages import handover, make_plan
from lianbing_desktop.export.package import build_folder
plan = make_plan(Path(sys.argv[1]))
try:
    build_folder(plan, Path(sys.argv[2]), handover=handover)
except UserError as error:
    print("TOLD", error)
    sys.exit(3)
print("BUILT")
"""


def run(command: list[str], **options: object) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"}
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, **options)  # type: ignore[call-overload,no-any-return]


@pytest.mark.parametrize(("size", "is_enough"), [("128k", False), ("240k", False), ("290k", False), ("4m", True)])
def test_a_really_full_disk_is_told_and_left_clean(tmp_path: Path, size: str, is_enough: bool) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    (tmp_path / "child.py").write_text(CHILD)
    work = '{ "$2" "$3" "$4" "$1/材料包"; code=$?; ls -A "$1"; exit $code; }'
    script = f'mount -t tmpfs -o size={size} tmpfs "$1" && {work}'
    inner = ["sh", "-c", script, "sh", str(disk), sys.executable, str(tmp_path / "child.py"), str(tmp_path / "sources")]
    if shutil.which("unshare") is None:
        pytest.skip("unshare is not installed")
    done = run(["unshare", "-Urm", *inner])
    if "BUILT" not in done.stdout and "TOLD" not in done.stdout:
        pytest.skip(f"no mount namespace here: {done.stderr.strip()[-200:]}")
    lines = done.stdout.splitlines()
    if is_enough:
        assert lines == ["BUILT", "材料包"], "the control: the same build on a disk that is large enough"
    else:
        assert done.returncode == 3
        assert "空间不足" in lines[0]
        assert lines[1:] == []


def test_a_file_size_limit_counts_as_full(tmp_path: Path) -> None:
    (tmp_path / "child.py").write_text(CHILD)
    (tmp_path / "out").mkdir()
    make_plan(tmp_path / "sources")
    limited = CHILD.replace(
        "try:", "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (60000, 60000))\ntry:", 1
    )
    (tmp_path / "child.py").write_text(limited)
    done = run(
        [sys.executable, str(tmp_path / "child.py"), str(tmp_path / "sources"), str(tmp_path / "out" / "材料包")]
    )
    assert done.returncode == 3, done.stderr
    assert "空间不足" in done.stdout
    assert list((tmp_path / "out").iterdir()) == []


KILLED = """
import os, signal, sys
from pathlib import Path
from tests.support.packages import handover, make_plan
from lianbing_desktop.export import package, streams
streams.TELL_SECONDS = 0
left = int(sys.argv[3])
def die(*args, **options):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)
def fatal(function):
    def wrapped(*args, **options):
        die()
        result = function(*args, **options)
        die()
        return result
    return wrapped
os.fsync = fatal(os.fsync)
os.rename = fatal(os.rename)
Path.rename = fatal(Path.rename)
Path.mkdir = fatal(Path.mkdir)
plan = make_plan(Path(sys.argv[1]))
package.build_folder(plan, Path(sys.argv[2]), handover=handover, progress=die)
print("BUILT", left)
"""


def test_a_killed_build_leaves_nothing_that_looks_finished(tmp_path: Path) -> None:
    plan = make_plan(tmp_path / "sources")
    (tmp_path / "child.py").write_text(KILLED)
    to = tmp_path / "out" / "材料包"

    def attempt(points: int) -> subprocess.CompletedProcess[str]:
        return run([sys.executable, str(tmp_path / "child.py"), str(tmp_path / "sources"), str(to), str(points)])

    whole = attempt(1_000_000)
    assert "BUILT" in whole.stdout, whole.stderr
    points = 1_000_000 - int(whole.stdout.split()[1])
    shutil.rmtree(to)
    chance = random.Random(7)
    chosen = range(points) if SOAK else sorted({0, points - 1, points - 4, *chance.sample(range(points), 6)})
    half_made = finished = 0
    for point in chosen:
        assert attempt(point).returncode == -signal.SIGKILL
        half_made += to.with_name(".材料包.未完成").exists()
        if to.exists():
            assert verify(to).is_sound, f"killed at {point}: a finished name on an unfinished package"
            finished += 1
            shutil.rmtree(to)
    assert half_made, "the control: the kills did hit builds under way"
    assert finished < len(chosen) / 2
    assert verify(build_folder(plan, to, handover=handover)).is_sound
    assert [path.name for path in to.parent.iterdir()] == ["材料包"], "the next build clears what was left"


# --- the manifest as text ---


def test_manifest_round_trip() -> None:
    listed = {
        f"{folder}/文件{number}.pdf": hashlib.sha256(bytes(number)).hexdigest() for number, folder in enumerate(FOLDERS)
    }
    assert read_manifest(write_manifest(listed)) == listed


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[:-1],
        lambda data: b"",
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: data.replace(b"  ", b" ", 1),
        lambda data: b"\xff" + data,
        lambda data: data + data,
        lambda data: data[1:],
        lambda data: data + b"\n",
        lambda data: re.sub(rb"  [^/]+/", b"  ../", data, count=1),
        lambda data: re.sub(rb"  [^\n]+", b"  /etc/passwd", data, count=1),
    ],
)
def test_a_spoilt_manifest_is_refused(spoil: object) -> None:
    good = write_manifest({f"{folder}/a": hashlib.sha256().hexdigest() for folder in FOLDERS})
    read_manifest(good)
    with pytest.raises(UserError):
        read_manifest(spoil(good))  # type: ignore[operator]
