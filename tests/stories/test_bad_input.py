"""Things that are broken when they come: a sentence each, nothing is lost, and once mended all goes well."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from lianbing_desktop.errors import UserError
from lianbing_desktop.paths import resource
from lianbing_desktop.services.desk import Desk
from tests.support.campaign import Program, reopened, started_home
from tests.support.desk import paper, piece

GOOD = resource("campaigns/suzhou-2017.toml").read_text(encoding="utf-8").replace('"suzhou-2017"', '"own"', 1)


def own_campaign(desk: Desk, text: str) -> None:
    desk.home.campaigns.mkdir(exist_ok=True)
    (desk.home.campaigns / "own.toml").write_text(text, encoding="utf-8")


def test_a_campaign_file_that_is_no_toml_names_the_line_and_starts_nothing(desk: Desk) -> None:
    own_campaign(desk, GOOD.replace("year = 2017", "year = = 2017", 1))
    line = GOOD[: GOOD.index("year = 2017")].count("\n") + 1
    with pytest.raises(UserError) as refused:
        desk.campaigns.start("own")
    assert f"第 {line} 行" in str(refused.value)
    assert [header.name for header in desk.campaigns.all()] == ["suzhou-2017"]


def test_a_campaign_file_with_many_faults_lists_each_with_its_place(desk: Desk) -> None:
    faulty = (
        GOOD.replace('stage = "before-0602"', 'stage = "no-such"', 1)
        .replace('due = { on = "06-05" }', 'due = { on = "06-35" }', 1)
        .replace('receiver = "province"', 'receiver = "ministry"', 1)
        .replace("quota = true", "quotas = true", 1)
    )
    own_campaign(desk, faulty)
    with pytest.raises(UserError) as refused:
        desk.campaigns.start("own")
    assert "4 处错误" in refused.value.message
    places = [line.split("：")[0] for line in refused.value.details]
    assert places == [
        "tasks[1]“group”.stage",
        "tasks[3]“launch”.requirements[1]“liaison-list”.due.on",
        "tasks[3]“launch”.requirements[4]“launch-report”.receiver",
        "tasks[14]“briefs”.requirements[1]“county-briefs”.quotas",
    ]
    assert [header.name for header in desk.campaigns.all()] == ["suzhou-2017"]

    own_campaign(desk, GOOD)
    assert desk.campaigns.start("own").name == "own", "the control: once mended it starts"


def test_a_file_that_is_not_there_is_not_received(desk: Desk, tmp_path: Path) -> None:
    owed = piece(desk, "联络员名单", "张家港")
    with pytest.raises(UserError, match="找不到文件“.*名单.docx”，没有收下。"):
        desk.submissions.receive(owed.id, [tmp_path / "名单.docx"])
    assert desk.submissions.get(owed.id) == owed
    desk.submissions.receive(owed.id, [paper(tmp_path, "名单.docx")])
    assert desk.submissions.get(owed.id).files, "the control: once there it is received"


def emptied(database: Path) -> None:
    database.write_bytes(b"")


def of_another_program(database: Path) -> None:
    database.unlink()
    with sqlite3.connect(database) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
    connection.close()


def a_text(database: Path) -> None:
    database.write_text("联络员名单\n" * 100, encoding="utf-8")


def of_a_newer_program(database: Path) -> None:
    data = bytearray(database.read_bytes())
    data[60:64] = (int.from_bytes(data[60:64]) + 1).to_bytes(4)
    database.write_bytes(data)


def cut_off(database: Path) -> None:
    database.write_bytes(database.read_bytes()[:5000])


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (emptied, "是空的（0 字节），未改动它。"),
        (of_another_program, "不是练兵台的数据文件，未改动它。"),
        (a_text, "不是练兵台的数据文件，未改动它。"),
        (of_a_newer_program, "由更新版本的练兵台保存，本版本打不开，未改动它。"),
        (cut_off, "数据文件已损坏。"),
    ],
)
def test_a_data_file_that_is_not_ours_is_told_and_left_alone(
    tmp_path: Path, spoil: Callable[[Path], None], sentence: str
) -> None:
    home = started_home(tmp_path)
    good = (home / "lianbing.db").read_bytes()
    spoil(home / "lianbing.db")
    spoilt = (home / "lianbing.db").read_bytes()

    ran = Program(home)("tasks")
    assert (ran.returncode, ran.stdout) == (1, b"")
    assert sentence in ran.stderr.decode()
    assert ran.stderr.decode().count("\n") == 1
    assert (home / "lianbing.db").read_bytes() == spoilt

    (home / "lianbing.db").write_bytes(good)
    with reopened(home) as desk:
        assert len(desk.tasks.all()) == 19, "the control: the good file opens"
