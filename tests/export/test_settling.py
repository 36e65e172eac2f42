"""Bringing files to the disk: a slow disk can be left waiting, a failing one is always heard, nothing stays behind."""

import errno
import os
import time
from pathlib import Path

import pytest

from lianbing_desktop.domain.package import PackagePlan, Progress
from lianbing_desktop.errors import UserError
from lianbing_desktop.export import settling, streams
from lianbing_desktop.export.disc import build_image
from lianbing_desktop.export.settling import Settler
from lianbing_desktop.export.verify import verify
from tests.support.packages import MADE_ON, VOLUME, folder_sources, make_folder, make_plan

SLOW = 1.5


class CancelledError(Exception):
    pass


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PackagePlan:
    monkeypatch.setattr(settling, "SETTLE_BYTES", 1 << 20)
    (tmp_path / "again").mkdir()
    return make_plan(tmp_path / "sources", [("大.bin", (3 << 20) + 5)])


def slow_disk(number: int) -> None:
    """Stand in for ``os.fsync`` on a disk that is in no hurry."""
    time.sleep(SLOW)


def cancel_after(seconds: float) -> tuple[list[float], Progress]:
    """Return a progress that cancels after that time, and the list in which it writes when."""
    begun, cancelled_at = time.monotonic(), list[float]()

    def tell(done: int, total: int) -> None:
        if time.monotonic() - begun > seconds:
            cancelled_at.append(time.monotonic())
            raise CancelledError

    return cancelled_at, tell


def make(what: str, plan: PackagePlan, folder: Path, progress: Progress | None = None) -> None:
    """Make the package anew, in a folder ``again``, or the image of ``folder``, beside it."""
    if what == "folder":
        make_folder(folder.with_name("again"), plan, progress)
        return
    image = folder.with_name("光盘.iso")
    build_image(folder_sources(folder), image, volume=VOLUME, made_on=MADE_ON, progress=progress)


def left_over(root: Path) -> list[str]:
    """Return what lies in the folder and in the one ``again``."""
    return sorted(path.name for path in (*root.iterdir(), *root.glob("again/*")))


@pytest.mark.skipif(os.name == "nt", reason="a file in use is waited for there")
@pytest.mark.parametrize("what", ["folder", "image"])
def test_waiting_for_a_slow_disk_is_cancelled_at_once(
    plan: PackagePlan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    folder = make_folder(tmp_path, plan)
    monkeypatch.setattr(os, "fsync", slow_disk)
    cancelled_at, tell = cancel_after(0.3)
    begun = time.monotonic()
    with pytest.raises(CancelledError):
        make(what, plan, folder, tell)
    assert time.monotonic() - begun < 1.0  # the disk alone would have taken longer
    assert time.monotonic() - cancelled_at[0] < 0.5
    assert left_over(tmp_path) == ["again", "sources", "材料包"]


@pytest.mark.parametrize("call", [1, 2, 3])
@pytest.mark.parametrize("what", ["folder", "image"])
def test_a_disk_that_fails_in_the_background_is_heard(
    plan: PackagePlan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str, call: int
) -> None:
    folder = make_folder(tmp_path, plan)
    real, calls = os.fsync, 0

    def failing(number: int) -> None:
        nonlocal calls
        calls += 1
        if calls == call:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        real(number)

    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(UserError, match="读写出错"):
        make(what, plan, folder)
    assert left_over(tmp_path) == ["again", "sources", "材料包"]


def test_no_more_than_a_bound_waits_for_a_slow_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settling, "SETTLE_BYTES", 10)
    monkeypatch.setattr(settling, "MOST_BYTES", 40)
    monkeypatch.setattr(os, "fsync", lambda number: time.sleep(0.2))
    ticks: list[float] = []
    with (tmp_path / "x").open("wb") as file, Settler(file, lambda: ticks.append(time.monotonic())) as settler:
        for _ in range(4):
            settler.grown(10)
        assert not ticks  # the first part is on its way, and 30 bytes wait behind it
        settler.grown(10)
        assert ticks
        settler.finish()


def test_reading_the_trees_of_an_image_is_cancelled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = make_folder(tmp_path)
    image = build_image(folder_sources(folder), tmp_path / "x.iso", volume=VOLUME, made_on=MADE_ON)
    monkeypatch.setattr(streams, "TELL_SECONDS", 0)
    for place in (folder, image):
        told: list[int] = []

        def tell(done: int, total: int, told: list[int] = told) -> None:
            told.append(total)
            if len(told) == 20:
                raise CancelledError

        with pytest.raises(CancelledError):
            verify(place, tell)
        assert set(told) == {0}  # before anything is hashed
