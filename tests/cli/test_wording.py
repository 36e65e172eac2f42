"""What the program says about itself and about commands it cannot understand, and on what terminals."""

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from lianbing_desktop.cli import printing
from lianbing_desktop.cli.window import window_options
from tests.cli.conftest import Run
from tests.support.campaign import ROOT, Program, filled_home, started_home

with contextlib.suppress(ImportError):  # Windows
    import fcntl

COMMANDS = (
    "campaigns", "new", "tasks", "submissions", "receive", "mark", "due", "search", "export",
    "package", "package build", "package verify", "check", "demo",
)  # fmt: skip
ENGLISH = re.compile(r"\b(Usage|Error|Options|Commands|Missing|Invalid|Show this|Try|No such|required|TEXT|INTEGER)\b")


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_in_chinese(run_fresh: Run, command: str) -> None:
    ran = run_fresh(*command.split(), "--help")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("用法：lianbing")
    assert not ENGLISH.search(ran.out)
    described = [line for line in ran.out.splitlines() if line.startswith("  --")]
    assert all(re.search("[一-龥].*。$", line) for line in described)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("foo", "没有“foo”这个命令。"),
        ("taks", "没有“taks”这个命令。是不是“tasks”？"),
        ("tasks --bogus", "没有“--bogus”这个选项。"),
        ("tasks extra", "命令写法有误，或多写了参数。"),
        ("receive", "缺少参数“编号”。"),
        ("receive x", "参数“编号”：“x”不是可用的数字，应为不小于 1 的整数。"),
        ("receive 1 --file", "选项“--file”后面缺少它的值。"),
        ("tasks --json=1", "选项“--json”后面不能带值。"),
        ("mark 1 完成", "参数“状态”：“完成”不能用在这里，应为：已审、已上报、回执、退回、不适用、未报。"),
        ("submissions --state 已报", "选项“--state”：“已报”不能用在这里"),
        ("due --on 2017-02-30", "选项“--on”：“2017-02-30”不是日期，应写成 2017-10-20 的样子。"),
        ("due --days -1", "选项“--days”：“-1”不是可用的数字，应为不小于 0 的整数。"),
        ("tasks --today 2017-13-01", "选项“--today”：“2017-13-01”不是日期"),
        ("export plan", "缺少选项“--to”。"),
        ("new suzhou-2017 --year 17", "选项“--year”：“17”不是可用的数字"),
        ("package", "用法：lianbing package"),
        ("package fly", "没有“fly”这个命令。"),
    ],
)
def test_a_command_that_cannot_be_understood_is_told_in_chinese(run: Run, words: str, sentence: str) -> None:
    ran = run(*words.split())
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(sentence)
    assert not ENGLISH.search(ran.err)


def test_an_empty_home_is_not_the_current_folder(run: Run) -> None:
    assert run("--home", "", "tasks").err.startswith("选项“--home”：没有写路径。")


def test_home_and_today_are_taken_after_the_command_too(run_fresh: Run, tmp_path: Path) -> None:
    home = started_home(tmp_path / "anderes")
    ran = run_fresh("tasks", "--json", "--home", home, "--today", "2017-06-01")
    assert ran.data[0]["state"] == "还有 1 天"
    assert not (tmp_path / "home").exists()


def test_without_a_command_the_window_is_shown_on_an_opened_desk(run_filled: Run) -> None:
    shown = []
    ran = run_filled(show_window=lambda home, today, minimised: shown.append((home, today)) or 7)
    assert ran.status == 7
    assert [(home.name, today.isoformat()) for home, today in shown] == [("home", "2017-10-20")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], (None, None, False)),
        (["--minimised"], (None, None, True)),
        (["--home", "a", "--minimised"], (Path("a"), None, True)),
        (["--home", "a b", "--today", "2017-10-20"], (Path("a b"), date(2017, 10, 20), False)),
        (["--today=2017-10-20", "--home=x=y"], (Path("x=y"), date(2017, 10, 20), False)),
        (["--today", "2017-13-01"], None),
        (["--home"], None),
        (["--home", "a", "--home", "b"], None),
        (["tasks"], None),
        (["--home", "a", "tasks"], None),
        (["--help"], None),
    ],
)
def test_the_window_is_reached_without_the_commands(words: list[str], expected: object) -> None:
    assert window_options(words) == expected


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "gbk"},
        {"PYTHONIOENCODING": "ascii:strict"},
        {"PYTHONIOENCODING": "cp1252"},
    ],
    ids=str,
)
def test_no_terminal_is_too_poor(tmp_path: Path, env: dict[str, str]) -> None:
    program = Program(started_home(tmp_path), env=env)
    table, data, error = program("tasks"), program("tasks", "--json"), program("receive", "999999")
    assert (table.returncode, table.stderr) == (0, b"")
    assert json.loads(data.stdout.decode("utf-8"))[0]["units"] == ["监察支队"]
    assert error.returncode == 1
    assert b"Traceback" not in error.stderr


def test_gbk_is_kept_for_people_who_have_it(tmp_path: Path) -> None:
    ran = Program(started_home(tmp_path), env={"PYTHONIOENCODING": "gbk"})("due")
    assert "张家港市环保局" in ran.stdout.decode("gbk")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a pipe be made small")
def test_a_reader_who_leaves_early_is_no_error(tmp_path: Path) -> None:
    program = Program(filled_home(tmp_path))
    pipe = subprocess.Popen(
        program.command("submissions", "--json"), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert pipe.stdout
    assert pipe.stderr
    fcntl.fcntl(pipe.stdout, fcntl.F_SETPIPE_SZ, 4096)  # the program cannot be done before the reader leaves
    os.read(pipe.stdout.fileno(), 1)
    pipe.stdout.close()
    assert pipe.stderr.read() == b""
    pipe.stderr.close()
    assert pipe.wait(timeout=30) == printing.CLOSED_PIPE


def test_a_reader_who_was_never_there_is_no_error_either(tmp_path: Path) -> None:
    command = Program(started_home(tmp_path)).command("campaigns")
    ran = subprocess.run(
        ["sh", "-c", '"$@" | true', "sh", *command], cwd=ROOT, capture_output=True, timeout=60, check=False
    )
    assert ran.stderr == b""


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C is sent otherwise on Windows")
def test_ctrl_c_ends_quietly_and_leaves_nothing_half_done(tmp_path: Path) -> None:
    home, big = started_home(tmp_path), tmp_path / "大.pdf"
    big.touch()
    with big.open("r+b") as file:
        file.truncate(3 << 30)
    process = subprocess.Popen(
        Program(home).command("receive", 6, "--file", big), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    while not list(home.glob("files/.*.part")) and process.poll() is None:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err.decode().strip()) == (130, b"", "已中断。")
    assert not list(home.glob("files/.*"))
    assert Program(home)("check").returncode == 0


def test_hostile_names_do_not_steer_the_terminal(run: Run, tmp_path: Path) -> None:
    ran = run("receive", 6, "--file", "\x1b[31m红\x1b[0m")
    assert "\x1b" not in ran.err
    assert "[31m红" in ran.err


def test_the_last_column_is_shortened_only_in_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [("1", "环" * 100)]
    assert printing.table(("编号", "任务"), rows)[1].endswith("环" * 100)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "40")
    shortened = printing.table(("编号", "任务"), rows)[1]
    assert shortened.endswith("环…")
    assert printing.width(shortened) <= 40


def test_the_commands_load_nothing_heavy(tmp_path: Path) -> None:
    code = (
        "import sys; before = set(sys.modules); import lianbing_desktop.cli;"
        "print(' '.join(set(sys.modules) & {'openpyxl', 'docx', 'apscheduler', 'pypinyin', 'pycdlib', 'sqlite_utils',"
        " 'PIL', 'PySide6', 'pikepdf', 'lxml', 'chinese_calendar'}))"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == ""


def test_progress_is_shown_only_to_somebody_who_watches(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with printing.meter("校验") as progress:
        assert progress is None
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with printing.meter("校验") as progress:
        assert progress
        progress(1, 3)
    assert capsys.readouterr().err == "\r校验  33 %\r          \r"
