"""A virtual screen for benches that need a real window."""

import os
import shutil
import subprocess
from collections.abc import Iterator

import pytest

from tests.bench.xscreen import Screen


@pytest.fixture(scope="session")
def screen() -> Iterator[Screen]:
    """A fresh Xvfb of 1600×1000 with nobody else on it."""
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed (Debian: xvfb)")
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-ac"]
    server = subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    try:
        with os.fdopen(reader) as pipe:
            number = int(pipe.readline())
        yield Screen.connect(number)
    finally:
        server.terminate()
        server.wait()


@pytest.fixture(scope="session")
def screen_env(screen: Screen, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment for programs on that screen: X11, no session bus, a home of its own."""
    dropped = {"WAYLAND_DISPLAY", "XAUTHORITY"}
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "QT_")) and k not in dropped}
    return kept | {
        "DISPLAY": screen.name,
        "QT_QPA_PLATFORM": "xcb",
        "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        "HOME": str(tmp_path_factory.mktemp("home")),
        "XDG_RUNTIME_DIR": str(tmp_path_factory.mktemp("runtime")),
    }
