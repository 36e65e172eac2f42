"""Killed at any writing call while the clock leaps: every key that was due is in the ledger, none seen by itself."""

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest

from lianbing_desktop.domain.ledger import LedgerState
from lianbing_desktop.reading.holidays import work_calendar
from tests.domain.reminder_oracle import expected
from tests.services import reminder_kill_worker
from tests.services.reminder_kill_worker import START
from tests.store.kill_worker import IDLE
from tests.support.killing import need_strace
from tests.support.reminders import Room, campaign

CALLS = ",".join(f"?{call}" for call in IDLE)
KILLS = 320 if os.environ.get("LIANBING_SOAK") else 32
CONTROLS = 16
HONEST_ROUNDS, MOST_ROUNDS = 4, 60
SEEN = LedgerState.ACKNOWLEDGED.value
NOTICE = work_calendar([])

pytestmark = pytest.mark.slow


def strace(log: Path, plan: Path, *options: str) -> None:
    worker = [sys.executable, "-m", reminder_kill_worker.__name__, str(plan)]
    command = ["strace", "-f", "-qq", "-e", f"trace={CALLS}", "-o", str(log), *options, *worker]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, capture_output=True, text=True, timeout=900, check=False, cwd=root)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with two campaigns started."""
    need_strace()
    room = Room(tmp_path_factory.mktemp("kill") / "home", START)
    room.campaigns.take(campaign("earlier"))
    room.campaigns.take(campaign())
    room.close()
    return room.home


@pytest.fixture(scope="module")
def calls(template: Path) -> list[str]:
    """The writing calls of some rounds, in order."""
    plan, homes = planned(template, "honest", [("write", 0)], HONEST_ROUNDS)
    log = template.parent / "log"
    strace(log, plan)
    assert wrongs(homes[0]) == []
    lines = [line.split(maxsplit=1) for line in log.read_text().splitlines()]
    worker = max(int(number) for number, _ in lines)
    return [call.split("(")[0] for number, call in lines if int(number) == worker and call.split("(")[0] in IDLE]


def planned(template: Path, kind: str, idles: list[tuple[str, int]], rounds: int) -> tuple[Path, list[Path]]:
    homes = [template.with_name(f"{kind}-{rounds}-{number}") for number in range(len(idles))]
    for home in homes:
        shutil.copytree(template, home)
    runs = [
        {"home": str(home), "kind": kind, "call": call, "idle": idle, "seed": seed, "rounds": rounds}
        for seed, (home, (call, idle)) in enumerate(zip(homes, idles, strict=True))
    ]
    plan = template.with_name(f"{kind}-{rounds}.json")
    plan.write_text(json.dumps(runs))
    return plan, homes


def killed(template: Path, kind: str, calls: list[str], times: int) -> list[Path]:
    """Return the homes of that many desks, each with other leaps of the clock, killed at another call."""
    totals = Counter(calls)
    moments = [(call, calls[: index + 1].count(call)) for index, call in enumerate(calls)]
    chosen = [moments[len(moments) * number // times] for number in range(times)]
    plan, homes = planned(template, kind, [(call, totals[call] - nth) for call, nth in chosen], MOST_ROUNDS)
    injections = [f"inject={call}:signal=SIGKILL:when={total}" for call, total in totals.items()]
    strace(Path(os.devnull), plan, *(word for each in injections for word in ("-e", each)))
    assert all((home / "killed").is_dir() for home in homes)
    return homes


def said(home: Path) -> list[tuple[str, list[str]]]:
    """Return what was said before the end, whole lines only."""
    path = home / "said.txt"
    lines = path.read_text().split("\n")[:-1] if path.exists() else []
    return [(word, rest) for word, *rest in map(str.split, lines)]


def wrongs(home: Path) -> list[str]:
    """Return what is lost, half, or marked by nobody, after the kill and again after the next tick."""
    heard = said(home)
    room = Room(home, START)
    states, due = room.states(), due_at(room, heard)
    shown = {row["key"] for row in room.database.rows("SELECT key FROM reminders WHERE shown_at IS NOT NULL")}
    found = [f"half: {fault}" for fault in room.database.faults()]
    found += [f"missing: {key}" for key in sorted(due - states.keys())]
    found += [f"not shown: {key}" for key in sorted(keys_of(heard, "shown") - shown)]
    found += [f"lost: {key}" for key in sorted(keys_of(heard, "seen")) if states.get(key) != SEEN]
    found += marked_by_nobody(states, heard)
    found += wrong_after_a_tick(room, heard)
    room.close()
    return found


def due_at(room: Room, heard: list[tuple[str, list[str]]]) -> set[str]:
    """Return every key that was due at one of the ticks."""
    items, ticks = room.reminders.items(), [datetime.fromisoformat(rest[0]) for word, rest in heard if word == "ticked"]
    return {key for at in ticks for key, _ in expected(at, items, NOTICE)}


def keys_of(heard: list[tuple[str, list[str]]], *words: str) -> set[str]:
    return {key for word, rest in heard if word in words for key in rest}


def marked_by_nobody(states: dict[str, str], heard: list[tuple[str, list[str]]]) -> list[str]:
    seen = {key for key, state in states.items() if state == SEEN}
    return [f"by itself: {key}" for key in sorted(seen - keys_of(heard, "seeing"))]


def wrong_after_a_tick(room: Room, heard: list[tuple[str, list[str]]]) -> list[str]:
    """Tick once more, a day after the last tick: what is due is in the ledger, and pending unless it was marked."""
    last = max((rest[0] for word, rest in heard if word == "ticked"), default=START.isoformat())
    tick = room.at(last).after(days=1).reminders.tick()
    states = room.states()
    due = {key for key, _ in expected(tick.at, room.reminders.items(), NOTICE)}
    asleep = {key for key, state in states.items() if state == "snoozed"}
    seen = {key for key, state in states.items() if state == SEEN}
    pending = {key for line in tick.pending for key in line.keys}
    silent = [f"silent: {key}" for key in sorted(due - pending - asleep - seen)]
    missing = [f"missing: {key}" for key in sorted(due - states.keys())]
    return silent + missing + marked_by_nobody(states, heard)


def test_killed_at_any_call_every_key_is_in_the_ledger_and_none_is_seen_by_itself(
    template: Path, calls: list[str]
) -> None:
    homes = killed(template, "honest", calls, KILLS)
    assert {home.name: wrong for home in homes if (wrong := wrongs(home))} == {}
    ticks = [sum(word == "ticked" for word, _ in said(home)) for home in homes]
    seen = sum(len(keys_of(said(home), "seen", "doubted")) for home in homes)
    assert min(ticks) == 0
    assert max(ticks) >= HONEST_ROUNDS - 1
    print(f"{len(homes)} kills at {len(calls)} calls, {sum(ticks)} ticks, {seen} keys acknowledged, none lost")


@pytest.mark.parametrize(
    ("kind", "wrong"), [("early", "lost: "), ("forgetful", "missing: "), ("presuming", "by itself: ")]
)
def test_a_broken_ledger_would_be_noticed(template: Path, calls: list[str], kind: str, wrong: str) -> None:
    homes = killed(template, kind, calls, CONTROLS)
    assert any(line.startswith(wrong) for home in homes for line in wrongs(home))
