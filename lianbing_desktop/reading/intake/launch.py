"""Running the child process: private folder, own session, little environment, killed with all it started."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from lianbing_desktop.paths import PACKAGE
from lianbing_desktop.reading.intake.limits import CPU_SECONDS, WALL_SECONDS
from lianbing_desktop.reading.intake.refusal import ANY, Refused

CHILD_ARGUMENT = "--intake-child"
"""What a frozen program is called with as the child: ``__main__`` must look for it before it imports anything else,

``if sys.argv[1:2] == [CHILD_ARGUMENT]: return child.main(sys.argv[2:])``, for Qt alone would eat half the memory.
"""
POLL_SECONDS = 0.02
KEPT = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "PATHEXT", "LD_LIBRARY_PATH", "TZ")


class Stopped(Exception):  # noqa: N818 - nothing has gone wrong
    """The caller asked to stop; nothing was read."""


def child_command() -> list[str]:
    """Return the command of the child: this Python with our module, or the frozen program with a hidden argument."""
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD_ARGUMENT]
    return [sys.executable, "-P", "-X", "utf8", "-m", "lianbing_desktop.reading.intake.child"]


def run_child(folder: Path, arguments: list[str], deadline: float, stop: Callable[[], bool]) -> int:
    """Run the child in ``folder`` until it ends, time is up or ``stop`` says so; return its exit status.

    Whatever happens, even ``stop`` raising, neither the child nor anything it started is left.
    Raises Stopped, and Refused: it took too long or could not be started.
    """
    with (folder / "stderr").open("wb") as errors:
        child = _start(folder, arguments, errors.fileno())
        try:
            while not _has_ended(child):
                if stop():
                    raise Stopped
                if time.monotonic() > deadline:
                    raise Refused(f"过了 {WALL_SECONDS} 秒还没有读完，已停止，什么也没有读入。请只保留{ANY}再试。")
                time.sleep(POLL_SECONDS)
        finally:
            _end(child)
    return child.returncode


def check_status(status: int, folder: Path) -> None:
    """Raise Refused where the child did not end of itself and well; its cause tells what the child said last."""
    if status == 0:
        return
    said = RuntimeError(f"the child ended with {status}: {_last_words(folder)}")
    if sys.platform != "win32" and status == -signal.SIGXCPU:
        raise Refused(f"用了 {CPU_SECONDS} 秒还没有读完，已停止，什么也没有读入。请只保留{ANY}再试。") from said
    raise Refused(
        "读到一半时读取程序中断了，什么也没有读入。文件可能已损坏，请在 Word、Excel 或 WPS 中另存一份再试。"
    ) from said


def _start(folder: Path, arguments: list[str], errors: int) -> subprocess.Popen[bytes]:
    nothing = subprocess.DEVNULL
    hidden = 0x08000000 if sys.platform == "win32" else 0  # CREATE_NO_WINDOW
    try:
        return subprocess.Popen(
            [*child_command(), *arguments], cwd=folder, env=_environment(folder), stdin=nothing, stdout=nothing,
            stderr=errors, start_new_session=True, creationflags=hidden,
        )  # fmt: skip
    except OSError as error:
        raise Refused("没有读取：不能启动读取程序。请关闭一些程序再试；仍不行时请重新安装练兵台。") from error


def _environment(folder: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    own = {name: str(folder) for name in ("HOME", "USERPROFILE", "TMPDIR", "TEMP", "TMP")}
    return kept | own | {"PYTHONPATH": str(PACKAGE.parent)}


def _has_ended(child: subprocess.Popen[bytes]) -> bool:
    """Tell whether the child has ended, leaving it unreaped: until then nobody else can get its number."""
    if sys.platform == "win32":
        return child.poll() is not None
    return os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def _end(child: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        child.kill()  # the last handle of its job goes with it, and so does all it started
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
    child.wait()


def _last_words(folder: Path) -> str:
    with (folder / "stderr").open("rb") as file:
        file.seek(max(0, file.seek(0, os.SEEK_END) - 2_000))
        return file.read().decode("utf-8", "replace")
