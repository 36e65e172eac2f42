"""Another program at work: its words as they come, its end waited for, ended with us where the work is cancelled."""

import os
import subprocess
import threading
from collections.abc import Callable, Sequence
from time import monotonic

from lianbing_desktop.errors import UserError

_POLL_SECONDS = 0.05
_GRACE_SECONDS = 5.0
_LAST_LINES = 12
_HIDDEN = 0x08000000 if os.name == "nt" else 0  # CREATE_NO_WINDOW


class Failed(Exception):  # noqa: N818 - the words are for the officer's sentence
    """The program ended badly; the words are the last it said."""


def run(command: Sequence[str], told: Callable[[str], None], tick: Callable[[], None]) -> None:
    """Run a program to its end. ``told`` gets its lines, ``tick`` is called every 50 ms and may raise to cancel.

    Raises Failed; UserError where it cannot be started.
    """
    environment = {**os.environ, "LC_ALL": "C"}
    try:
        child = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment,
            creationflags=_HIDDEN,
        )  # fmt: skip
    except OSError as error:
        raise UserError(f"不能启动刻录程序 {command[0]}。请确认它已安装。") from error
    lines: list[str] = []
    reader = threading.Thread(target=_read, args=(child, lines), daemon=True)
    reader.start()
    told_count = 0
    try:
        while child.poll() is None or reader.is_alive():
            reader.join(_POLL_SECONDS)
            told_count = _tell(lines, told_count, told)
            tick()
    finally:
        _end(child)
    _tell(lines, told_count, told)
    if child.returncode:
        raise Failed("\n".join(lines[-_LAST_LINES:]))


def _read(child: "subprocess.Popen[bytes]", lines: list[str]) -> None:
    """Collect lines; a counter that is written over itself ends its lines with CR."""
    rest = b""
    assert child.stdout is not None
    while data := os.read(child.stdout.fileno(), 4096):
        *whole, rest = (rest + data).replace(b"\r", b"\n").split(b"\n")
        lines.extend(line.decode("utf-8", "replace").strip() for line in whole if line.strip())
    if rest.strip():
        lines.append(rest.decode("utf-8", "replace").strip())


def _tell(lines: list[str], count: int, told: Callable[[str], None]) -> int:
    for line in lines[count:]:
        told(line)
        count += 1
    return count


def _end(child: "subprocess.Popen[bytes]") -> None:
    if child.poll() is None:
        child.terminate()
        until = monotonic() + _GRACE_SECONDS
        while child.poll() is None and monotonic() < until:
            try:
                child.wait(_POLL_SECONDS)
            except subprocess.TimeoutExpired:
                continue
        if child.poll() is None:
            child.kill()
            child.wait()
    if child.stdout:
        child.stdout.close()
