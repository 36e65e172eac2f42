import errno
import os
import shutil
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from pycdlib import pycdlib, udf

from lianbing_desktop.errors import UserError
from lianbing_desktop.export import settling
from lianbing_desktop.export.disc import build_image
from lianbing_desktop.export.seal import read_seal
from lianbing_desktop.export.trees import read_trees
from lianbing_desktop.export.verify import verify
from tests.support import packages
from tests.support.packages import MADE_ON, VOLUME, folder_sources, hashes, make_folder, make_image

LOCALES = ("C", "C.UTF-8")
OWN = 10
"""Files of ours in every package."""
READERS = {
    "7z": ["7z", "x", "-bd", "-y", "-o{to}", "{image}"],
    "7z-joliet": ["7z", "x", "-bd", "-y", "-tiso", "-o{to}", "{image}"],
    "7z-udf": ["7z", "x", "-bd", "-y", "-tudf", "-o{to}", "{image}"],
    "bsdtar": ["bsdtar", "-x", "-f", "{image}", "-C", "{to}"],
    "bsdtar-joliet": ["bsdtar", "-x", "--options", "iso9660:!rockridge", "-f", "{image}", "-C", "{to}"],
    "xorriso": ["xorriso", "-osirrox", "on", "-indev", "{image}", "-extract", "/", "{to}"],
    "xorriso-joliet": ["xorriso", "-read_fs", "norock", "-osirrox", "on", "-indev", "{image}", "-extract", "/", "{to}"],
}
NEEDS_LOCALE = {"bsdtar-joliet", "xorriso-joliet"}
"""Readers that put UTF-16 names into the locale's letters: under C they refuse or spoil them, whoever made them."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path)


def left_over(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != "sources")


def freed(root: Path) -> None:
    """Make what was extracted with the disc's read-only modes deletable again."""
    for path in root.rglob("*"):
        path.chmod(0o755)


class CancelledError(Exception):
    pass


# --- what is built ---


def test_every_tree_has_every_name_at_the_same_place(folder: Path) -> None:
    with make_image(folder).open("rb") as image:
        trees = read_trees(image, lambda: None)
    assert [tree.name for tree in trees] == ["Joliet", "UDF", "Rock Ridge"]
    assert all(tree.files.keys() == hashes(folder).keys() for tree in trees)
    assert trees[0].files == trees[1].files == trees[2].files


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("reader", READERS)
def test_other_readers_find_the_same_names_and_bytes(folder: Path, tmp_path: Path, reader: str, locale: str) -> None:
    command = READERS[reader]
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    if locale == "C" and reader in NEEDS_LOCALE:
        pytest.skip(f"{reader} cannot write Chinese names under LC_ALL=C, whoever made the image")
    image, to = make_image(folder), tmp_path / "out"
    to.mkdir()
    filled = [part.format(image=image, to=to) for part in command]
    done = subprocess.run(filled, env={**os.environ, "LC_ALL": locale}, capture_output=True, timeout=60)
    freed(to)
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    assert hashes(to) == hashes(folder)


@pytest.mark.parametrize("zone", ["UTC", "Asia/Shanghai", "America/New_York"])
def test_same_folder_and_date_give_the_same_bytes(folder: Path, tmp_path: Path, zone: str) -> None:
    first = make_image(folder).read_bytes()
    time.sleep(1.1)
    script = (
        "import sys; from pathlib import Path; from tests.support.packages import make_image;"
        "make_image(Path(sys.argv[1]))"
    )
    environment = {**os.environ, "TZ": zone, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"}
    subprocess.run([sys.executable, "-c", script, str(folder)], env=environment, check=True, timeout=60)
    assert folder.with_name("光盘.iso").read_bytes() == first


def test_another_date_or_label_gives_other_bytes_and_all_are_sound(folder: Path, tmp_path: Path) -> None:
    images = [
        build_image(folder_sources(folder), tmp_path / f"{number}.iso", volume=volume, made_on=made_on)
        for number, (volume, made_on) in enumerate([(VOLUME, MADE_ON), ("OTHER", MADE_ON), (VOLUME, date(2018, 1, 2))])
    ]
    assert len({image.read_bytes() for image in images}) == 3
    assert all(verify(image).is_sound for image in images)


def test_the_clock_runs_again_afterwards(folder: Path) -> None:
    make_image(folder)
    assert pycdlib.time is time
    assert udf.time is time
    assert isinstance(udf.random.getrandbits(8), int)


def test_the_label_stands_in_every_descriptor(folder: Path) -> None:
    disc = pycdlib.PyCdlib()
    disc.open(str(make_image(folder)))
    assert disc.pvd.volume_identifier.decode("ascii").strip() == VOLUME
    assert disc.joliet_vd.volume_identifier.decode("utf-16_be").strip() == VOLUME
    disc.close()


def test_the_image_is_sealed(folder: Path) -> None:
    with make_image(folder).open("rb") as image:
        seal, broken = read_seal(image)
    assert seal is not None
    assert broken == ()


def test_folders_to_the_full_length_and_depth(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "FOLDERS", ("长" * 64, "1/2/3/4/5/6", "1/2/" + "县" * 50, "Z"))
    folder = make_folder(tmp_path, packages.make_plan(tmp_path / "sources", [("甲" * 45 + ".pdf", 9), ("b", 0)]))
    assert verify(make_image(folder)).checked == 8 + OWN
    assert verify(make_image(folder)).is_sound


def test_many_files_in_one_folder(tmp_path: Path) -> None:
    plan = packages.make_plan(
        tmp_path / "sources", [(f"{'案卷' * 20}{number:04}.pdf", number % 7) for number in range(150)]
    )
    folder = make_folder(tmp_path, plan)
    image = make_image(folder)
    assert verify(image).checked == 450 + OWN
    assert verify(image).is_sound


# --- what is refused ---


@pytest.mark.parametrize("volume", ["", "a", "大练兵", "A" * 17, "A B", "A\n"])
def test_a_label_that_does_not_fit_is_refused(folder: Path, volume: str) -> None:
    with pytest.raises(UserError, match="卷标"):
        build_image(folder_sources(folder), folder.with_name("光盘.iso"), volume=volume, made_on=MADE_ON)


def test_names_no_disc_keeps_are_refused(folder: Path) -> None:
    (folder / ("长" * 70)).write_text("x")
    with pytest.raises(UserError, match="先改名"):
        make_image(folder)
    (folder / ("长" * 70)).unlink()
    make_image(folder)


def test_no_package_or_no_place_is_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    with pytest.raises(UserError, match="不是做好的材料包"):
        make_image(tmp_path / "空")
    with pytest.raises(UserError, match="是文件夹"):
        build_image(folder_sources(folder), tmp_path / "空", volume=VOLUME, made_on=MADE_ON)


# --- what goes wrong on the way ---


def test_cancelling_keeps_the_image_that_was_there(folder: Path) -> None:
    good = make_image(folder)
    before = good.read_bytes()
    told: list[int] = []

    def cancel(done: int, total: int) -> None:
        told.append(done)
        raise CancelledError

    with pytest.raises(CancelledError):
        make_image(folder, cancel)
    assert told
    assert good.read_bytes() == before
    assert left_over(folder.parent) == ["光盘.iso", "材料包"]


def test_progress_ends_at_the_whole(folder: Path) -> None:
    told: list[tuple[int, int]] = []
    image = make_image(folder, lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1] == (image.stat().st_size,) * 2
    assert len(told) < 20


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_a_failing_disk_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def fsync(descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(UserError) as caught:
        make_image(folder)
    assert ("空间不足" in str(caught.value)) == (number == errno.ENOSPC)
    assert left_over(folder.parent) == ["材料包"]


def child(folder: Path, before: str) -> subprocess.CompletedProcess[str]:
    script = f"""
import os, resource, signal, sys
from pathlib import Path
from lianbing_desktop.errors import UserError
from tests.support.packages import make_image
{before}
try:
    make_image(Path(sys.argv[1]))
except UserError as error:
    print("TOLD", error)
    sys.exit(3)
"""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", script, str(folder)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)


@pytest.mark.skipif(os.name == "nt", reason="limits of POSIX")
def test_a_full_disk_in_the_middle_is_told(folder: Path) -> None:
    assert child(folder, "").returncode == 0
    make_image(folder).unlink()
    for limit in (100_000, 700_000):
        done = child(folder, f"resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))")
        assert done.returncode == 3, done.stderr
        assert "空间不足" in done.stdout
        assert left_over(folder.parent) == ["材料包"]


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("where", ["os.fsync", "Path.replace"])
def test_a_killed_image_has_no_finished_name_and_the_next_one_clears_it(folder: Path, where: str) -> None:
    done = child(folder, f"{where} = lambda *_: os.kill(os.getpid(), signal.SIGKILL)")
    assert done.returncode == -signal.SIGKILL
    assert left_over(folder.parent) == [".光盘.iso.未完成", "材料包"]
    assert verify(make_image(folder)).is_sound
    assert left_over(folder.parent) == ["光盘.iso", "材料包"]


@pytest.mark.parametrize("change", ["shorter", "longer", "gone"])
def test_a_source_that_is_not_as_long_as_it_was_is_named(folder: Path, change: str) -> None:
    victim = folder / "data" / "01_市局材料" / "x.y.z"
    data = victim.read_bytes()
    sources = folder_sources(folder)
    if change == "gone":
        victim.unlink()
    else:
        victim.write_bytes({"shorter": data[:-1], "longer": data + b"x"}[change])
    with pytest.raises(UserError) as caught:
        build_image(sources, folder.with_name("光盘.iso"), volume=VOLUME, made_on=MADE_ON)
    assert str(victim) in str(caught.value)
    assert left_over(folder.parent) == ["材料包"]


def test_a_source_of_another_content_is_named_by_reading_back(folder: Path) -> None:
    victim = folder / "data" / "01_市局材料" / "x.y.z"
    sources = folder_sources(folder)
    victim.write_bytes(victim.read_bytes()[:-1] + b"?")
    image = build_image(sources, folder.with_name("光盘.iso"), volume=VOLUME, made_on=MADE_ON)
    assert verify(image).changed == ("data/01_市局材料/x.y.z",)


@pytest.mark.parametrize("copies", [True, False])
@pytest.mark.parametrize("change", ["", "shorter", "longer", "gone"])
def test_large_sources_pass_through_the_system_or_through_us(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, copies: bool, change: str
) -> None:
    monkeypatch.setattr(settling, "SETTLE_BYTES", 1 << 20)
    if not copies:

        def refuse(*args: object) -> int:
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))

        monkeypatch.setattr(os, "copy_file_range", refuse, raising=False)
    plan = packages.make_plan(tmp_path / "sources", [("大.bin", (5 << 20) + 77), ("小.bin", 9)])
    folder = make_folder(tmp_path, plan)
    sources = folder_sources(folder)
    victim = folder / "data" / "01_市局材料" / "大.bin"
    data = victim.read_bytes()
    changed = {"": data, "shorter": data[:-1], "longer": data + b"x"}
    if change == "gone":
        victim.unlink()
    else:
        victim.write_bytes(changed[change])
    image = folder.with_name("光盘.iso")
    if not change:
        assert verify(build_image(sources, image, volume=VOLUME, made_on=MADE_ON)).is_sound
        return
    with pytest.raises(UserError) as caught:
        build_image(sources, image, volume=VOLUME, made_on=MADE_ON)
    assert str(victim) in str(caught.value)
    assert left_over(folder.parent) == ["材料包"]
