"""The officer's desk, as each story finds it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from lianbing_desktop.services.desk import Desk
from tests.support.campaign import filled_home, reopened, started_home


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The desk on 20 October 2017 with the campaign just started and nothing received."""
    with reopened(started_home(tmp_path)) as opened:
        yield opened


@pytest.fixture
def busy_desk(tmp_path: Path) -> Iterator[Desk]:
    """The desk on 20 October 2017 with everything that had come by then."""
    with reopened(filled_home(tmp_path)) as opened:
        yield opened
