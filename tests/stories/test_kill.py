"""The program is killed in the middle of a receive: nothing is lost, and the receive is whole or has not happened."""

import os
import re
import shutil
import signal
import subprocess
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from lianbing_desktop.domain.submission import State
from lianbing_desktop.services.specimens import write_specimen
from tests.support.campaign import ROOT, Program, reopened, started_home
from tests.support.desk import piece

SOAK = bool(os.environ.get("LIANBING_SOAK"))
CALLS = "write,pwrite64,fsync,fdatasync,rename,unlink,ftruncate,mkdir"
EARLIER, NOW = "常熟", "张家港"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="SIGKILL is of Linux and macOS")


@dataclass(frozen=True)
class Left:
    """What a killed receive left: whether it had happened, and how many unregistered files lie about."""

    is_received: bool
    strays: int


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home in which one list was received long ago."""
    home = started_home(tmp_path)
    with reopened(home) as desk:
        earlier = write_specimen(tmp_path / "earlier.docx", ["早先收到的"])
        desk.submissions.receive(piece(desk, "联络员名单", EARLIER).id, [earlier])
    return home


def receiving(home: Path, file: Path) -> list[str]:
    with reopened(home) as desk:
        number = piece(desk, "联络员名单", NOW).id
    return Program(home).command("receive", number, "--file", file)


def look_after(home: Path, file: Path) -> Left:
    """Open the desk again: all must be sound, and the receive must be possible where it has not happened."""
    with reopened(home) as desk:
        findings = desk.checks.run()
        assert not [str(finding) for finding in findings if finding.is_blocking]
        assert piece(desk, "联络员名单", EARLIER).files, "what came earlier is there"
        now = piece(desk, "联络员名单", NOW)
        assert (now.state, len(now.files)) in ((State.OPEN, 0), (State.RECEIVED, 1))
        if not now.files:
            desk.submissions.receive(now.id, [file])
        kept = desk.submissions.place(desk.submissions.get(now.id).files[0])
        assert kept.read_bytes() == file.read_bytes()
        assert not list((home / "files").glob(".*")), "half copies are swept away"
        assert desk.checks.run() == []
        return Left(bool(now.files), len(findings))


def test_killed_while_a_big_file_is_being_copied(home: Path, tmp_path: Path) -> None:
    big = tmp_path / "案卷.pdf"
    big.write_bytes(os.urandom(1 << 20) * 96)
    command = receiving(home, big)
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)
    while not any(part.stat().st_size for part in home.glob("files/.*.part")) and process.poll() is None:
        time.sleep(0.002)
    process.send_signal(signal.SIGKILL)
    out, _ = process.communicate(timeout=30)
    assert (process.returncode, out) == (-signal.SIGKILL, b"")
    assert list(home.glob("files/.*.part")), "the control: it was killed mid-way, the half copy is there"
    assert not look_after(home, big).is_received


@pytest.mark.slow
@pytest.mark.skipif(not SOAK, reason="LIANBING_SOAK=1 runs the long loops")
def test_killed_at_any_time(home: Path, tmp_path: Path) -> None:
    file = write_specimen(tmp_path / "名单.docx", ["名单"])
    left = []
    for number in range(60):
        trial = Path(shutil.copytree(home, tmp_path / str(number) / "home"))
        process = subprocess.Popen(receiving(trial, file), cwd=ROOT, stdout=subprocess.PIPE)
        time.sleep(0.02 * number)
        process.kill()
        process.communicate()
        left.append(look_after(trial, file))
    assert {each.is_received for each in left} == {True, False}


@pytest.mark.parametrize(
    "moments_chosen",
    [5, pytest.param(1000, marks=[pytest.mark.slow, pytest.mark.skipif(not SOAK, reason="LIANBING_SOAK=1 runs it")])],
)
def test_killed_at_calls_to_the_disk(home: Path, tmp_path: Path, moments_chosen: int) -> None:
    """Kill at writes, syncs and renames of a receive, taken evenly from those of an undisturbed run."""
    if not shutil.which("strace") or subprocess.run(["strace", "-qq", "true"], check=False).returncode:
        pytest.skip("strace is not installed or may not trace here")
    file = write_specimen(tmp_path / "名单.docx", ["名单"])
    moments = calls_of(shutil.copytree(home, tmp_path / "control" / "home"), file, tmp_path)
    assert len(moments) > 30, "the control: a receive writes, syncs and renames"
    chosen = [*moments[:: max(1, len(moments) // moments_chosen)], moments[-1]]
    left = []
    for number, (call, count) in enumerate(chosen):
        trial = Path(shutil.copytree(home, tmp_path / str(number) / "home"))
        inject = f"inject={call}:signal=SIGKILL:when={count}"
        assert traced(trial, file, "-e", f"trace={call}", "-e", inject) in (-signal.SIGKILL, 128 + signal.SIGKILL)
        assert (trial / "lianbing.lock").exists(), "the control: it had no time to tidy up"
        left.append(look_after(trial, file))
    assert {each.is_received for each in left} == {True, False}, "killed on both sides of the commit"
    assert any(each.strays for each in left), "killed between the file and its record"


def calls_of(home: Path, file: Path, tmp_path: Path) -> list[tuple[str, int]]:
    """Return the calls an undisturbed receive makes in its home from the first file on: name, and the how-manieth."""
    log = tmp_path / "strace.log"
    assert traced(home, file, "-y", "-o", str(log), "-e", f"trace={CALLS}") == 0
    counts: Counter[str] = Counter()
    found = []
    for line in log.read_text(errors="replace").splitlines():
        if match := re.match(r"\d+\s+(\w+)\((.*)", line):
            counts[match[1]] += 1
            if str(home) in match[2]:
                found.append((match[1], counts[match[1]]))
    start = next(number for number, (call, _) in enumerate(found) if call == "fdatasync")  # of the lock
    return found[start + 1 : -1]  # the last one takes the lock away


def traced(home: Path, file: Path, *options: str) -> int:
    command = ["strace", "-f", "-qq", *options, *receiving(home, file)]
    if "-o" not in options:
        command[1:1] = ["-o", os.devnull]
    return subprocess.run(command, cwd=ROOT, capture_output=True, timeout=60, check=False).returncode
