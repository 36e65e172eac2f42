"""Two programs on one home: the second says who holds it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.campaign import ROOT, Program, reopened, started_home

HOLD = "import sys; from pathlib import Path; from lianbing_desktop.app import open_desk;\
 desk = open_desk(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read(); desk.close()"


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another program that has the desk open, until its input is closed."""
    command = [sys.executable, "-c", HOLD, str(started_home(tmp_path))]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=ROOT, **pipes) as process:
        assert process.stdout
        assert process.stdout.readline() == "open\n"
        yield process
        process.kill()


def test_the_second_program_says_who_holds_the_desk(holder: "subprocess.Popen[str]", tmp_path: Path) -> None:
    second = Program(tmp_path / "home")("receive", "6")
    assert (second.returncode, second.stdout) == (1, b"")
    said = second.stderr.decode()
    assert "正由另一个练兵台使用" in said
    assert f"进程号 {holder.pid}" in said
    assert os.uname().nodename in said
    assert said.count("\n") == 1


def test_when_the_first_is_closed_the_second_may_work(holder: "subprocess.Popen[str]", tmp_path: Path) -> None:
    holder.communicate()
    assert Program(tmp_path / "home")("receive", "6").returncode == 0


def test_when_the_first_was_killed_the_second_may_work_too(holder: "subprocess.Popen[str]", tmp_path: Path) -> None:
    holder.kill()
    holder.wait()
    assert (tmp_path / "home" / "lianbing.lock").exists(), "its lock was left behind"
    with reopened(tmp_path / "home") as desk:
        assert len(desk.tasks.all()) == 19


def test_a_second_window_says_so_too_and_ends(holder: "subprocess.Popen[str]", tmp_path: Path) -> None:
    second = Program(tmp_path / "home")()
    assert second.returncode == 1
    assert f"进程号 {holder.pid}" in second.stderr.decode()


def test_a_window_on_a_foreign_file_says_so_and_ends(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "lianbing.db").write_text("something else")
    window = Program(tmp_path / "home")()
    assert window.returncode == 1
    assert "不是练兵台的数据文件" in window.stderr.decode()
    assert (tmp_path / "home" / "lianbing.db").read_text() == "something else"
