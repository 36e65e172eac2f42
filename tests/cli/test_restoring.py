"""The command that puts a backup back."""

from pathlib import Path

from lianbing_desktop.app import open_desk
from tests.cli.conftest import Run
from tests.support.desk import TODAY


def test_backups_are_listed_and_one_is_put_back(run: Run, tmp_path: Path) -> None:
    assert run("restore", "--json").data == []
    assert run("restore").out == "还没有备份。\n"
    state = run("submissions", "--json").data[0]["state"]
    (root,) = {path.parent for path in tmp_path.rglob("lianbing.db")}
    desk = open_desk(root, TODAY)
    desk.backups.make()
    desk.close()
    first = run("submissions", "--json").data[0]["id"]
    run("mark", first, "不适用", "--note", "试")
    assert run("restore", "--json").data == [{"day": "2017-10-20", "path": str(root / "backups" / "2017-10-20.db")}]
    (root / "lianbing.db").write_bytes(b"damaged")
    assert run("tasks").status == 1
    done = run("restore", "2017-10-20")
    assert done.status == 0
    assert done.out.startswith("已恢复2017年10月20日的备份。原来的数据文件另存为“")
    assert run("submissions", "--json").data[0]["state"] == state
    assert run("restore", "2017-10-19").err == "没有 2017-10-19 的备份。最近的有：2017-10-20。\n"


def test_a_desk_that_is_open_is_not_restored_under_its_feet(run: Run, tmp_path: Path) -> None:
    (root,) = {path.parent for path in tmp_path.rglob("lianbing.db")}
    desk = open_desk(root, TODAY)
    try:
        desk.backups.make()
        ran = run("restore", "2017-10-20")
        assert ran.status == 1
        assert "正由另一个练兵台使用" in ran.err
    finally:
        desk.close()
