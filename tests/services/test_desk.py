"""Opening a desk: alone, lightly, and with a sentence where it cannot be."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from lianbing_desktop.app import open_desk
from lianbing_desktop.errors import UserError
from lianbing_desktop.services.desk import Desk
from tests.support.desk import desk_at, piece

HEAVY = (
    "openpyxl",
    "docx",
    "apscheduler",
    "pypinyin",
    "pycdlib",
    "sqlite_utils",
    "lxml",
    "pikepdf",
)
OPENER = """
import json, sys
from datetime import date
from pathlib import Path
from lianbing_desktop.app import open_desk
desk = open_desk(Path(sys.argv[1]), date(2017, 10, 20))
counts = [len(desk.tasks.all()), len(desk.submissions.all()), len(desk.submissions.missing(date(2017, 10, 20))),
          len(desk.submissions.quotas()), len(desk.reminders.pending()), len(desk.search.find("zjg"))]
loaded = sorted(name for name in sys.argv[2:] if name in sys.modules)
print(json.dumps([counts, loaded, "PySide6.QtWidgets" in sys.modules]))
desk.close()
"""


def test_opening_a_home_and_reading_everything_loads_nothing_heavy(home: Path) -> None:
    command = [sys.executable, "-c", OPENER, str(home), *HEAVY]
    counts, loaded, has_window = json.loads(subprocess.check_output(command, text=True))
    assert min(counts) > 0
    assert (loaded, has_window) == ([], False)


def test_a_second_desk_on_the_same_home_is_told_who_holds_it(desk: Desk) -> None:
    with pytest.raises(UserError, match=f"正由另一个练兵台使用.*进程号 {os.getpid()}"):
        open_desk(desk.home.root)
    desk.submissions.receive(piece(desk, "联络员名单", "常熟").id, [])


def test_another_process_is_told_too_and_may_open_it_afterwards(home: Path) -> None:
    command = [sys.executable, "-c", OPENER, str(home)]
    with desk_at(home):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert "UserError" in done.stderr
        assert f"进程号 {os.getpid()}" in done.stderr
    subprocess.run(command, check=True, capture_output=True)


def test_what_cannot_be_opened_lets_go_of_the_lock(tmp_path: Path) -> None:
    (tmp_path / "lianbing.db").write_bytes(b"something else")
    for _ in range(2):
        with pytest.raises(UserError, match="不是练兵台的数据文件"):
            open_desk(tmp_path)
    (tmp_path / "lianbing.db").unlink()
    with desk_at(tmp_path, campaign=""):
        pass


def test_a_file_in_the_place_of_the_home_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "home").write_bytes(b"")
    with pytest.raises(UserError, match="不能建立数据文件夹"):
        open_desk(tmp_path / "home")


def test_a_home_may_have_any_name(tmp_path: Path) -> None:
    with desk_at(tmp_path / "大练兵 2017'；%s#?") as desk:
        desk.submissions.receive(piece(desk, "联络员名单", "常熟").id, [])
        assert desk.checks.run() == []
        desk.backups.make()
