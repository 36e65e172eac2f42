"""The child process may die, hang, eat memory or say anything: a sentence, nothing left behind, the desk goes on."""

import ctypes
import json
import os
import stat
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from lianbing_desktop.domain.source import SourceParagraph
from lianbing_desktop.errors import UserError
from lianbing_desktop.reading.intake import CHILD_ARGUMENT, Stopped, child_command, launch, read_source, reader, wire
from lianbing_desktop.reading.intake.windows import ExtendedLimits, limits
from tests.support.hostile import GOOD_WORD

WORDS = "没有给出完整的结果"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "任务表.docx"
    path.write_bytes(GOOD_WORD)
    return path


@pytest.fixture(autouse=True)
def private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Private folders are made here, and none is left."""
    folder = tmp_path / "private"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    assert list(folder.iterdir()) == []


def played(monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Let a script play the child."""
    monkeypatch.setattr(launch, "child_command", lambda: [sys.executable, "-c", script])


def answering(monkeypatch: pytest.MonkeyPatch, answer: bytes) -> None:
    played(monkeypatch, f"open('answer','wb').write({answer!r})")


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("import os; os.kill(os.getpid(), 9)", "读到一半时读取程序中断了"),
        ("import os; os.abort()", "读到一半时读取程序中断了"),
        ("raise SystemExit(3)", "读到一半时读取程序中断了"),
        ("1/0", "读到一半时读取程序中断了"),
        ("pass", WORDS),
        ("import time; time.sleep(60)", "秒还没有读完"),
        ("import signal, time; signal.signal(15, signal.SIG_IGN); time.sleep(60)", "秒还没有读完"),
        ("import resource as r\nr.setrlimit(r.RLIMIT_CPU, (1, 2))\nwhile True: pass", "用了 20 秒还没有读完"),
    ],
)
def test_a_child_that_ends_badly(script: str, words: str, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    played(monkeypatch, script)
    if "sleep" in script:
        monkeypatch.setattr(reader, "WALL_SECONDS", 1)
    with pytest.raises(UserError, match=f"^“任务表.docx”.*{words}"):
        read_source(path)


def test_what_the_child_said_last_is_kept_for_us_and_not_shown(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    played(monkeypatch, "raise ValueError('inner trouble')")
    with pytest.raises(UserError) as caught:
        read_source(path)
    assert "inner trouble" not in str(caught.value)
    cause = caught.value.__cause__
    assert cause is not None
    assert "inner trouble" in str(cause.__cause__)


CONFINED = "from lianbing_desktop.reading.intake.limits import confine; confine()\n"


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("b'x' * (2 << 30)", "MemoryError"),
        ("open('big', 'wb').write(bytes(65 << 20))", "File too large"),
        ("[open('source') for _ in range(64)]; l=[]\nwhile True: l.append(open('source'))", "Too many open files"),
    ],
)
def test_a_confined_child_cannot_take_more(
    script: str, words: str, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    played(monkeypatch, CONFINED + script)
    with pytest.raises(UserError, match="中断了") as caught:
        read_source(path)
    assert caught.value.__cause__ is not None
    assert words in str(caught.value.__cause__.__cause__)


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_the_child_is_confined_in_a_private_folder_and_session(
    path: Path, private: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = (
        "import resource as r, os, json, stat\n"
        "told = [r.getrlimit(k)[0] for k in (r.RLIMIT_AS, r.RLIMIT_CPU, r.RLIMIT_FSIZE, r.RLIMIT_CORE)]\n"
        "told += [os.getsid(0) == os.getpid(), stat.S_IMODE(os.stat('.').st_mode), os.getcwd(), sorted(os.environ)]\n"
        "lines = [['p', 0, json.dumps(told)], ['end', 1]]\n"
        "open('answer', 'w').write('\\n'.join(map(json.dumps, lines)) + '\\n')"
    )
    played(monkeypatch, CONFINED + told)
    monkeypatch.setenv("SECRET_OF_THE_OFFICER", "x")
    (paragraph,) = read_source(path).blocks
    assert isinstance(paragraph, SourceParagraph)
    *numbers, is_leader, mode, folder, names = json.loads(paragraph.text)
    assert numbers == [1 << 30, 20, 64 << 20, 0]
    assert (is_leader, mode, Path(folder).parent) == (True, stat.S_IRWXU, private)
    assert "SECRET_OF_THE_OFFICER" not in names


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\xff\xfe garbage \x00\n",
        b'"text"\n',
        b'["p",0,"no end"]\n',
        b'["p",0,"cut off',
        b'["p",0,"x"]\n["end",2]\n',
        b'["p",0,"x"]\n["end",1]\n["p",0,"more"]\n',
        b'["p",0,["x"]]\n["end",1]\n',
        b'["p",10,"x"]\n["end",1]\n',
        b'["p",true,"x"]\n["end",1]\n',
        b'["p",0,"\\ud800"]\n["end",1]\n',
        b'["odd",0]\n["end",1]\n',
        b'["p",0,"x"]\n["refused","x"]\n',
        b"[" * 100_000 + b"\n",
        b'["p",0,"' + b"x" * (3 << 20) + b'"]\n["end",1]\n',
        b'["p",0,"' + b"x" * 200_001 + b'"]\n["end",1]\n',
        b'["w","' + b"x" * 5_000 + b'"]\n["end",1]\n',
        b'["t","",1,1,1]\n["c",0,1,1,1,"x"]\n["end",2]\n',
        b'["t","",1,1,1]\n["c",0,0,2,1,"x"]\n["end",2]\n',
        b'["t","",1,2,2]\n["c",0,1,1,1,"x"]\n["c",0,0,1,1,"x"]\n["end",3]\n',
        b'["t","",1048576,16384,0]\n["end",1]\n',
        b'["t","",1,1,1]\n["end",2]\n',
        b'["t","",' + b"9" * 5_000 + b',1,0]\n["end",1]\n',
    ],
    ids=lambda answer: answer[:40].decode("latin-1") + f" {len(answer)}",
)
def test_an_answer_that_is_none(answer: bytes) -> None:
    with pytest.raises(wire.AnswerError):
        wire.read_answer(BytesIO(answer))


def test_an_answer_that_is_none_becomes_a_sentence(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, b"[[[[")
    with pytest.raises(UserError, match=WORDS):
        read_source(path)


def test_an_endless_answer_becomes_a_sentence(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    played(
        monkeypatch, 'f = open("answer", "w")\nfor n in range(500): f.write(\'["p",0,"\' + "x" * 150_000 + \'"]\\n\')'
    )
    with pytest.raises(UserError, match=WORDS):
        read_source(path)


def test_more_warnings_than_are_listed_are_counted() -> None:
    answer = b"".join(wire.answer_lines([SourceParagraph("x")], [f"{n}。" for n in range(700)]))
    warnings = wire.read_answer(BytesIO(answer))[1]
    assert len(warnings) == 500
    assert warnings[-1].startswith("还有 201 条提醒没有列出")


def test_a_refusal_is_told_in_its_words() -> None:
    with pytest.raises(wire.Refused, match="^有密码$"):
        wire.read_answer(BytesIO(b"".join(wire.refusal_lines("有密码"))))


@pytest.mark.skipif(sys.platform == "win32", reason="process groups of POSIX")
@pytest.mark.parametrize("ending", ["time.sleep(60)", "open('answer','w').write('[\"end\",0]\\n')"])
def test_nothing_the_child_started_is_left(
    ending: str, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = tmp_path / "pid"
    start = (
        "import subprocess, sys, time; c = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
    )
    played(monkeypatch, f"{start}open({str(note)!r}, 'w').write(str(c.pid))\n{ending}")
    monkeypatch.setattr(reader, "WALL_SECONDS", 1)
    if "answer" in ending:
        read_source(path)
    else:
        with pytest.raises(UserError):
            read_source(path)
    assert has_gone(int(note.read_text()))


def has_gone(pid: int) -> bool:
    """Tell whether a process has ended, or is only waiting to be reaped, within two seconds."""
    for _ in range(100):
        status = Path(f"/proc/{pid}/stat")
        if not status.exists() or status.read_text().rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.02)
    return False


def test_stopping_takes_a_tenth_of_a_second(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    played(monkeypatch, "import time; time.sleep(60)")
    asked = threading.Event()
    threading.Timer(0.5, asked.set).start()
    late: list[float] = []

    def stop() -> bool:
        if asked.is_set():
            late.append(time.monotonic())
        return asked.is_set()

    with pytest.raises(Stopped):
        read_source(path, stop=stop)
    assert time.monotonic() - late[0] < 0.5
    assert launch.POLL_SECONDS <= 0.1


def test_a_stop_that_raises_passes_through_and_leaves_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    played(monkeypatch, "import time; time.sleep(60)")

    def stop() -> bool:
        raise KeyError("cancelled")

    with pytest.raises(KeyError):
        read_source(path, stop=stop)


def test_a_child_that_cannot_be_started(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(launch, "child_command", lambda: ["no such program"])
    with pytest.raises(UserError, match="不能启动读取程序"):
        read_source(path)


def test_a_frozen_program_calls_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child_command() == [sys.executable, CHILD_ARGUMENT]


def test_the_child_loads_no_window_and_the_desk_no_parser() -> None:
    heavy = "[m for m in ('PySide6', 'lxml', 'python_calamine', 'openpyxl', 'docx') if m in sys.modules]"
    script = f"import sys, lianbing_desktop.reading.intake; print({heavy})"
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("name", ["没有.docx", "."])
def test_a_file_that_is_not_there(name: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="不在原处"):
        read_source(tmp_path / name)


def test_the_shown_name_is_the_one_given(path: Path) -> None:
    source = read_source(path, "附件2.docx")
    assert source.name == "附件2.docx"
    assert len(source.sha256) == 64


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(path: Path) -> None:
    path.chmod(0)
    with pytest.raises(UserError, match="读不出"):
        read_source(path)


def test_the_job_object_has_the_shape_windows_wants() -> None:
    """144 bytes on 64 bits: the size Windows compares with; nothing else of it can be tried here."""
    assert ctypes.sizeof(ctypes.c_void_p) != 8 or ctypes.sizeof(ExtendedLimits) == 144
    wanted = limits(1 << 30, 20)
    assert (wanted.ProcessMemoryLimit, wanted.BasicLimitInformation.PerProcessUserTimeLimit) == (1 << 30, 200_000_000)
