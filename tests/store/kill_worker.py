"""A warm process that forks desks which receive and mark without end; each is killed by strace in the middle of it.

``strace`` kills every fork at its N-th call of a kind. To be killed at an earlier one, a fork first makes some calls of
that kind that do nothing. Argument: a JSON file, ``[{"home", "kind", "call", "idle"}, …]``. Each home gets
``acknowledged.txt``.
"""

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

import sqlite_utils  # noqa: F401  (loaded before the fork)

from lianbing_desktop.domain.clock import Clock
from lianbing_desktop.domain.submission import State
from lianbing_desktop.paths import Home
from lianbing_desktop.services.campaigns import Campaigns
from lianbing_desktop.services.journal import Journal
from lianbing_desktop.services.submissions import Submissions
from lianbing_desktop.store.database import Database
from lianbing_desktop.store.files import FileStore

ROUNDS = 4
_NO_FILE = 1 << 20
IDLE: dict[str, Callable[[], object]] = {
    "write": lambda: os.write(_NO_FILE, b""),
    "pwrite64": lambda: os.pwrite(_NO_FILE, b"", 0),
    "fsync": lambda: os.fsync(_NO_FILE),
    "fdatasync": lambda: os.fdatasync(_NO_FILE),
    "ftruncate": lambda: os.ftruncate(_NO_FILE, 0),
    "unlink": lambda: os.unlink("/nowhere/at/all"),
    "rename": lambda: os.rename("/nowhere/at/all", "/nowhere/else"),
}


class EarlyDatabase(Database):
    """A broken store for control: it says that a step is saved while COMMIT comes only with the next one."""

    @contextmanager
    def transaction(self) -> Iterator[None]:
        if self._connection.in_transaction:
            self._connection.execute("COMMIT")
        self._connection.execute("BEGIN IMMEDIATE")
        yield


class TornDatabase(Database):
    """A broken store for control: every statement is saved for itself."""

    @contextmanager
    def transaction(self) -> Iterator[None]:
        yield


KINDS: dict[str, type[Database]] = {"honest": Database, "early": EarlyDatabase, "torn": TornDatabase}


def work(root: Path, kind: str) -> None:
    """Receive and mark, and write a line for each step once the service has returned."""
    home, clock = Home(root), Clock(datetime.now)
    lines = os.open(root / "acknowledged.txt", os.O_WRONLY | os.O_CREAT)
    database = KINDS[kind](home.database)
    journal = Journal(database, clock)
    campaigns = Campaigns(database, home, clock, journal)
    submissions = Submissions(database, FileStore(home.files), clock, journal, campaigns)
    for number, each in enumerate(submissions.all()[:ROUNDS]):
        step = submissions.receive(each.id, [root / f"{number}.pdf"])
        os.write(lines, f"{each.id} {step} {State.RECEIVED}\n".encode())
        step = submissions.mark(each.id, State.REVIEWED)
        os.write(lines, f"{each.id} {step} {State.REVIEWED}\n".encode())


def main(plan: Path) -> None:
    for run in json.loads(plan.read_text()):
        child = os.fork()
        if not child:
            for _ in range(run["idle"]):
                with suppress(OSError):
                    IDLE[run["call"]]()
            work(Path(run["home"]), run["kind"])
            os._exit(0)
        os.waitpid(child, 0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
