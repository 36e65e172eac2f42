"""Killed in the middle of a receive, at any writing call: what was acknowledged is there, and nothing is half."""

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from lianbing_desktop.domain.submission import StoredFile
from lianbing_desktop.store.database import Database
from lianbing_desktop.store.files import FileStore
from tests.store.kill_worker import IDLE, ROUNDS
from tests.support.desk import desk_at
from tests.support.killing import need_strace

CALLS = ",".join(f"?{call}" for call in IDLE)
KILLS = 600 if os.environ.get("LIANBING_SOAK") else 60
CONTROLS = 24
WORKER = Path(__file__).with_name("kill_worker.py")

pytestmark = pytest.mark.slow


def strace(log: Path, plan: Path, *options: str) -> None:
    command = ["strace", "-f", "-qq", "-e", f"trace={CALLS}", "-o", str(log), *options, sys.executable, str(WORKER)]
    done = subprocess.run([*command, str(plan)], capture_output=True, text=True, timeout=900, check=False)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the campaign started and papers to hand in."""
    need_strace()
    home = tmp_path_factory.mktemp("kill") / "home"
    with desk_at(home, date(2017, 6, 5)):
        pass
    for number in range(ROUNDS):
        (home / f"{number}.pdf").write_bytes(bytes([number]) * 30_000)
    return home


@pytest.fixture(scope="module")
def calls(template: Path) -> list[str]:
    """The writing calls that the whole work makes, in order."""
    plan, homes = planned(template, "honest", [("write", 0)])
    log = template.parent / "log"
    strace(log, plan)
    assert wrongs(homes[0], ROUNDS * 2) == []
    lines = [line.split(maxsplit=1) for line in log.read_text().splitlines()]
    worker = max(int(number) for number, _ in lines)
    return [call.split("(")[0] for number, call in lines if int(number) == worker and call.split("(")[0] in IDLE]


def planned(template: Path, kind: str, idles: list[tuple[str, int]]) -> tuple[Path, list[Path]]:
    homes = [template.with_name(f"{kind}-{len(idles)}-{number}") for number in range(len(idles))]
    for home in homes:
        shutil.copytree(template, home)
    runs = [
        {"home": str(home), "kind": kind, "call": call, "idle": idle}
        for home, (call, idle) in zip(homes, idles, strict=True)
    ]
    plan = template.with_name(f"{kind}-{len(idles)}.json")
    plan.write_text(json.dumps(runs))
    return plan, homes


def killed(template: Path, kind: str, calls: list[str], times: int) -> list[Path]:
    """Return the homes of that many desks, each killed at another call."""
    totals = Counter(calls)
    moments = [(call, calls[: index + 1].count(call)) for index, call in enumerate(calls)]
    chosen = [moments[len(moments) * number // times % len(moments)] for number in range(times)]
    plan, homes = planned(template, kind, [(call, totals[call] - nth) for call, nth in chosen])
    injections = [f"inject={call}:signal=SIGKILL:when={total}" for call, total in totals.items()]
    strace(Path(os.devnull), plan, *(word for each in injections for word in ("-e", each)))
    return homes


def wrongs(home: Path, expected: int | None = None) -> list[str]:
    """Return what is lost or half after reopening."""
    lines = (home / "acknowledged.txt").read_text(encoding="utf-8").split("\n")[:-1]
    said = {(int(number), int(step), state) for number, step, state in map(str.split, lines)}
    database, files = Database(home / "lianbing.db"), FileStore(home / "files")
    steps = database.rows("SELECT id, submission_id, state FROM steps ORDER BY id")
    kept = {(row["submission_id"], row["id"], row["state"]) for row in steps}
    found = [f"lost: {each}" for each in sorted(said - kept)]
    if len(kept - said) > 1 or (expected is not None and len(kept) != expected):
        found.append(f"half: {len(kept)} steps, {len(said)} acknowledged")
    found += [f"half: {fault}" for fault in (*_unlike(database), *database.faults())]
    rows = database.rows("SELECT * FROM files")
    stored = [StoredFile(row["sha256"], row["name"], row["size"]) for row in rows]
    found += [f"lost: content of {each.name}" for each in stored if not files.sound(each)]
    database.close()
    return found


def _unlike(database: Database) -> list[str]:
    """Return where steps, states, files and log do not tell the same story."""
    received = "SELECT count(*) FROM steps WHERE state = '已收'"
    steps = "SELECT count(*) FROM steps"
    state = "(SELECT state FROM steps WHERE submission_id = s.id ORDER BY id DESC LIMIT 1)"
    questions = {
        "files": f"SELECT (SELECT count(*) FROM files) <> ({received})",
        "log": f"SELECT (SELECT count(*) FROM log WHERE table_name = 'submissions') <> ({steps})",
        "state": f"SELECT count(*) FROM submissions s WHERE s.state <> coalesce({state}, '未报')",
    }
    return [name for name, sql in questions.items() if database.value(sql)]


def test_killed_at_any_call_nothing_acknowledged_is_lost_and_nothing_is_half(template: Path, calls: list[str]) -> None:
    homes = killed(template, "honest", calls, KILLS)
    acknowledged = [len((home / "acknowledged.txt").read_text().splitlines()) for home in homes]
    assert {home.name: wrong for home in homes if (wrong := wrongs(home))} == {}
    assert min(acknowledged) == 0
    assert max(acknowledged) >= ROUNDS * 2 - 2
    print(f"{len(homes)} kills at {len(calls)} calls, {sum(acknowledged)} steps acknowledged, none lost")


@pytest.mark.parametrize(("kind", "wrong"), [("early", "lost: "), ("torn", "half: ")])
def test_a_broken_store_would_be_noticed(template: Path, calls: list[str], kind: str, wrong: str) -> None:
    homes = killed(template, kind, calls, CONTROLS)
    assert any(line.startswith(wrong) for home in homes for line in wrongs(home))
