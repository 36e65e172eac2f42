"""pycdlib as our discs need it: Joliet names to the full length, and a clock that stands still."""

import random
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime
from threading import Lock
from types import ModuleType
from typing import Any

from pycdlib import dates, headervd, pycdlib, rockridge, udf, utils

_MODULES: tuple[ModuleType, ...] = (dates, headervd, pycdlib, rockridge, udf, utils)
_STANDING = Lock()


class Master(pycdlib.PyCdlib):  # type: ignore[misc, unused-ignore]
    """An image being made.

    pycdlib refuses Joliet names over 64 *bytes* of UTF-8 (20 Chinese characters with .pdf) though it writes and reads
    the 64 characters of the specification well; 7z, bsdtar and xorriso give them back whole.
    """

    def __init__(self) -> None:
        super().__init__()
        self._closed: list[Any] = []

    def begin_folder(self) -> None:
        """Say that what is added from here on lies in one folder: call it for each, nearer the root first.

        Long Rock Ridge names run over into blocks of their own. pycdlib lets all folders share them, which bsdtar,
        reading forwards, refuses where a deeper folder's names lie in a block it has passed; and it searches all of
        them for a gap at every name, minutes for 20,000 files. A folder's blocks are therefore closed behind it.
        """
        self._closed += self.pvd.rr_ce_blocks
        self.pvd.rr_ce_blocks = []

    def begin_name(self) -> None:
        """Say that the next name comes: only the last block is still looked at."""
        self._closed += self.pvd.rr_ce_blocks[:-1]
        del self.pvd.rr_ce_blocks[:-1]

    def finish(self) -> None:
        """Give pycdlib all blocks back, before writing."""
        self.pvd.rr_ce_blocks = [*self._closed, *self.pvd.rr_ce_blocks]
        self._closed = []

    def _joliet_name_and_parent_from_path(self, joliet_path: bytes) -> tuple[bytes, Any]:
        folder, _, name = joliet_path.rpartition(b"/")
        encoded = name.decode("utf-8").encode("utf-16_be")
        if len(encoded) > 128:
            raise ValueError(f"over 64 characters: {name.decode()}")
        return encoded, self._find_joliet_record(folder or b"/")


class _StandingTime:
    """The ``time`` module as seen on the day the disc was made, in Greenwich."""

    def __init__(self, day: date) -> None:
        self._instant = datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()
        self.localtime = time.gmtime

    def time(self) -> float:
        return self._instant

    def __getattr__(self, name: str) -> Any:
        return getattr(time, name)


@contextmanager
def standing_clock(day: date) -> Iterator[None]:
    """Let pycdlib, and nothing else in the program, see midnight of ``day`` and one fixed chance.

    pycdlib stamps every record with the moment of the call and gives no way to say otherwise; without this the same
    folder would never give the same bytes twice.
    """
    stand_ins = {"time": _StandingTime(day), "random": random.Random(day.toordinal())}
    with _STANDING, ExitStack() as undo:
        for module in _MODULES:
            for name, stand_in in stand_ins.items():
                if hasattr(module, name):
                    undo.callback(setattr, module, name, getattr(module, name))
                    setattr(module, name, stand_in)
        yield
