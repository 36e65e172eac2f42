"""A warm process that forks desks which tick, show and mark without end, each killed by strace in the middle of it.

Argument: a JSON file, ``[{"home", "kind", "call", "idle", "seed", "rounds"}, …]``. Each home gets ``said.txt``, a line
for each deed once the service has returned, and a folder ``killed`` where a signal ended it. Idle calls as in
tests/store/kill_worker.py.
"""

import json
import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import sqlite_utils  # noqa: F401  (loaded before the fork)

from lianbing_desktop.domain.reminder import ReminderLine
from lianbing_desktop.store.database import Database
from tests.store.kill_worker import IDLE, EarlyDatabase
from tests.support.reminders import Room

START = datetime(2017, 10, 9, 8)
BACK, AHEAD = -2 * 1440, 5 * 1440
"""Between these minutes the clock leaps before each tick."""


def work(root: Path, kind: str, seed: int, rounds: int) -> None:
    """Let the clock leap, tick, show, and mark some; say each deed afterwards, and what is to be marked before too."""
    chance, said = Random(seed), os.open(root / "said.txt", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    room = room_of(kind, root)

    def say(word: str, lines: Iterable[ReminderLine] = (), more: str = "") -> None:
        keys = [key for line in lines for key in line.keys]
        os.write(said, " ".join((word, more, *keys)).encode() + b"\n")

    for _ in range(rounds):
        room.after(minutes=chance.randint(BACK, AHEAD))
        tick = room.reminders.tick()
        say("ticked", more=tick.at.isoformat())
        room.reminders.show(tick.fresh)
        if kind == "presuming":
            room.reminders.acknowledge(tick.fresh[:1])
        say("shown", tick.fresh)
        seen = chance.sample(tick.pending, min(2, len(tick.pending)))
        say("seeing", seen)
        room.reminders.acknowledge(seen)
        say("doubted" if tick.clock.is_provisional else "seen", seen)
        left = [line for line in room.reminders.pending() if chance.random() < 0.2]
        room.reminders.snooze(left, tick.at + timedelta(hours=chance.randint(1, 90)), past_deadline_allowed=True)
        if chance.random() < 0.5:
            room.reminders.confirm_clock()


class ForgetfulDatabase(Database):
    """A broken store for control: every third new row of the ledger is left out."""

    def put_all(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        kept = list(rows)
        if table == "reminders":
            kept = [row for row in kept if hash_of(row[0]) % 3]
        super().put_all(table, columns, kept)


def hash_of(key: object) -> int:
    return sum(str(key).encode())


def room_of(kind: str, root: Path) -> Room:
    """Return an honest room, or for control one whose ledger is broken."""
    stores: dict[str, type[Database]] = {"early": EarlyDatabase, "forgetful": ForgetfulDatabase}
    return Room(root, START, store=stores.get(kind, Database))


def main(plan: Path) -> None:
    for run in json.loads(plan.read_text()):
        child = os.fork()
        if not child:
            for _ in range(run["idle"]):
                with suppress(OSError):
                    IDLE[run["call"]]()
            work(Path(run["home"]), run["kind"], run["seed"], run["rounds"])
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status):
            (Path(run["home"]) / "killed").mkdir()
        elif status:
            os._exit(1)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
