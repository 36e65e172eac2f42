"""Commands run in this process, each with an opened and closed desk of its own."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lianbing_desktop import app, cli
from lianbing_desktop.cli.session import ShowWindow
from tests.support.campaign import filled_home, started_home


@dataclass(frozen=True)
class Ran:
    """What a command left: exit status and what it printed."""

    status: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """What it printed, as JSON."""
        return json.loads(self.out)


Run = Callable[..., Ran]


def no_window(home: Path | None, today: date | None, minimised: bool) -> int:
    raise AssertionError("no window was asked for")


def _runner(home: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*words: object, today: str = "2017-10-20", show_window: ShowWindow = no_window) -> Ran:
        capsys.readouterr()
        status = cli.run(
            ["--home", str(home), "--today", today, *map(str, words)], app.open_desk, show_window, app.hold_home
        )
        return Ran(status, *capsys.readouterr())

    return run


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Commands on a home where the campaign was just started."""
    return _runner(started_home(tmp_path), capsys)


@pytest.fixture
def run_filled(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Commands on a home as it stood on 20 October 2017."""
    return _runner(filled_home(tmp_path), capsys)


@pytest.fixture
def run_fresh(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Commands on a home that does not exist yet."""
    return _runner(tmp_path / "home", capsys)
