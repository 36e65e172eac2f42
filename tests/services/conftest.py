"""A desk with the 2017 campaign just started, as on 20 October 2017."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from lianbing_desktop.services.desk import Desk
from tests.support.desk import desk_at


@pytest.fixture(scope="session")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that tests copy: nothing has come yet."""
    home = tmp_path_factory.mktemp("started") / "home"
    with desk_at(home):
        pass
    return home


@pytest.fixture
def home(started: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(started, tmp_path / "home"))


@pytest.fixture
def desk(home: Path) -> Iterator[Desk]:
    with desk_at(home) as desk:
        yield desk


@pytest.fixture
def empty_desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk before its first campaign."""
    with desk_at(tmp_path / "empty", campaign="") as desk:
        yield desk
