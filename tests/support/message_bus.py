"""A private message bus with a notification server on it, for tests of desktop messages."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from time import monotonic, sleep
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication

_SERVER = Path(__file__).with_name("notification_server.py")


@contextmanager
def message_bus() -> Iterator[str]:
    """Run a bus and return its address. Skips where there is no ``dbus-run-session``."""
    if not shutil.which("dbus-run-session"):
        pytest.skip("dbus-run-session is not installed (Debian: dbus-daemon)")
    tell = 'echo "$DBUS_SESSION_BUS_ADDRESS"; exec cat'
    with subprocess.Popen(
        ["dbus-run-session", "--", "sh", "-c", tell], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as bus:
        assert bus.stdin is not None
        assert bus.stdout is not None
        yield bus.stdout.readline().strip()
        bus.stdin.close()


class NotificationServer:
    """The program of notification_server.py; ``calls`` are the names and arguments it was called with."""

    def __init__(self, kind: str, address: str) -> None:
        self.calls: list[tuple[str, list[Any]]] = []
        environment = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": address}
        self.process = subprocess.Popen(
            [sys.executable, str(_SERVER), kind],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        Thread(target=self._read, daemon=True).start()
        self.wait_for("ready")

    def wait_for(self, name: str, number: int = 1, seconds: float = 10) -> list[Any]:
        """Return the arguments of the ``number``-th call of that name; the window goes on meanwhile."""
        end = monotonic() + seconds
        while monotonic() < end:
            found = [arguments for called, arguments in tuple(self.calls) if called == name]
            if len(found) >= number:
                return found[number - 1]
            QCoreApplication.processEvents()
            sleep(0.005)
        raise AssertionError(f"not called: {name}; only {self.calls}")

    def press(self, message: int, key: str) -> None:
        """Press an action of a message."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"press {message} {key}\n")
        self.process.stdin.flush()

    def stop(self) -> None:
        """End it."""
        self.process.kill()
        self.process.wait()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            name, arguments = json.loads(line)
            self.calls.append((name, arguments))


@contextmanager
def notification_server(kind: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[NotificationServer]:
    """Run a bus and a server of that kind on it, the bus being this process's own session bus."""
    with message_bus() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        server = NotificationServer(kind, address)
        try:
            yield server
        finally:
            server.stop()
