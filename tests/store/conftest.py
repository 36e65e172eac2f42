"""A fresh data file, built by the migrations."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from lianbing_desktop.store.database import Database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "lianbing.db"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    database = Database(path)
    yield database
    database.close()
