"""The 2017 campaign as it stood on 20 October, and the program run the way the officer runs it."""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from lianbing_desktop.app import open_desk
from lianbing_desktop.services.desk import Desk
from lianbing_desktop.services.trial import fill
from tests.support.desk import CAMPAIGN, TODAY

ROOT = Path(__file__).parents[2]


def started_home(folder: Path) -> Path:
    """Return a home in ``folder`` where the campaign was just started."""
    return Path(shutil.copytree(_started(), folder / "home"))


def filled_home(folder: Path) -> Path:
    """Return a home in ``folder`` as it stood on 20 October 2017."""
    return Path(shutil.copytree(_filled(), folder / "home"))


@contextmanager
def reopened(home: Path) -> Iterator[Desk]:
    """Open the desk of a home on 20 October 2017."""
    desk = open_desk(home, TODAY)
    try:
        yield desk
    finally:
        desk.close()


@dataclass(frozen=True)
class Program:
    """`lianbing` as a program of its own, on one home, on 20 October 2017 unless told otherwise."""

    home: Path
    today: str = TODAY.isoformat()
    env: dict[str, str] = field(default_factory=dict)

    def command(self, *words: object) -> list[str]:
        """Return the whole command line."""
        start = [sys.executable, "-m", "lianbing_desktop", "--home", str(self.home), "--today", self.today]
        return start + [str(word) for word in words]

    def __call__(self, *words: object, **options: object) -> subprocess.CompletedProcess[bytes]:
        """Run it to its end."""
        env = {**os.environ, "PYTHONPATH": str(ROOT), **self.env}
        return subprocess.run(self.command(*words), capture_output=True, env=env, timeout=120, check=False, **options)


@cache
def _started() -> Path:
    home = Path(tempfile.mkdtemp(prefix="lianbing-test-")) / "home"
    atexit.register(shutil.rmtree, home.parent, ignore_errors=True)
    with reopened(home) as desk:
        desk.campaigns.start(CAMPAIGN)
    return home


@cache
def _filled() -> Path:
    home = Path(shutil.copytree(_started(), _started().parent / "filled"))
    with reopened(home) as desk:
        fill(desk, home.parent / "来件")
    return home
