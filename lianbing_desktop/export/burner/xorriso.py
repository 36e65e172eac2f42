"""Burning by ``xorriso`` (Linux): onto drives, and onto its ``stdio:`` drive, a plain file for trying it all."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

from lianbing_desktop.domain.burning import Drive
from lianbing_desktop.domain.package import Progress
from lianbing_desktop.errors import UserError
from lianbing_desktop.export.burner.command import Failed, run

STDIO = "stdio:"
_DRIVE = re.compile(r"\d+\s+-dev '(?P<device>[^']+)'\s+\S+\s*:\s*(?P<name>.+)")
_WRITTEN = re.compile(r"(\d+) of +(\d+) MB written")
_MEGABYTE = 1 << 20


def is_there() -> bool:
    """Whether the program is installed."""
    return shutil.which("xorriso") is not None


def drives() -> list[Drive]:
    """Return the burners it finds."""
    if not is_there():
        return []
    lines: list[str] = []
    try:
        run(["xorriso", "-devices"], lines.append, lambda: None)
    except Failed:
        return []
    found = (match for line in lines if (match := _DRIVE.match(line)))
    return [Drive(match["device"], " ".join(match["name"].replace("'", " ").split())) for match in found]


def burn(image: Path, device: str, progress: Progress | None) -> None:
    """Write the image onto a blank disc. ``progress`` counts bytes and may raise: the disc is then spoilt.

    Raises UserError: no program, the disc is not blank, it failed.
    """
    if not is_there():
        raise UserError(
            "这台电脑没有安装 xorriso，不能刻录。请安装它，或用系统自带的刻录软件刻这个映像，刻好后再校验。"
        )
    _refuse_written(device)
    size, done = image.stat().st_size, 0

    def told(line: str) -> None:
        nonlocal done
        if match := _WRITTEN.search(line):
            done = min(int(match[1]) * _MEGABYTE, size)

    def tick() -> None:
        if progress:
            progress(done, size)

    try:
        run(["xorriso", "-as", "cdrecord", "-v", f"dev={device}", str(image)], told, tick)
    except Failed as failed:
        raise UserError("刻录没有成功。请换一张空白光盘再试；刻录机说：", tuple(_reasons(str(failed)))) from failed


def eject(device: str) -> None:
    """Open the tray, if it has one."""
    try:
        run(["xorriso", "-outdev", device, "-eject", "all"], lambda line: None, lambda: None)
    except Failed:
        return  # the officer is asked to take the disc out and put it in all the same


def _refuse_written(device: str) -> None:
    """Refuse what is not blank: nothing on a disc, and no file, is ever written over."""
    if device.startswith(STDIO):
        place = Path(device.removeprefix(STDIO))
        if place.exists() and (not place.is_file() or place.stat().st_size):
            raise UserError(f"{place} 已经存在，不会覆盖。请换一个名字。")
        return
    status: list[str] = []
    is_blank: Callable[[], bool] = lambda: any("Media status : is blank" in line for line in status)  # noqa: E731
    try:
        run(["xorriso", "-outdev", device], status.append, lambda: None)
    except Failed as failed:
        raise UserError(f"刻录机 {device} 用不了。请确认它接好、里面有光盘。", tuple(_reasons(str(failed)))) from failed
    if not is_blank():
        raise UserError(f"刻录机 {device} 里没有空白光盘（里面的光盘刻过，或没有光盘）。请放一张空白光盘。")


def _reasons(said: str) -> list[str]:
    marks = ("FAILURE", "FATAL", "SORRY")
    return [line for line in said.splitlines() if any(mark in line for mark in marks)] or said.splitlines()[-1:]
