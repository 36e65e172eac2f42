"""The commands that hand forms out and collect them."""

from pathlib import Path

from tests.cli.conftest import Run
from tests.support.desk import desk_at, paper, piece
from tests.support.returning import LIAISON, fill


def test_forms_go_out_and_come_back(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "下发"
    issued = run("forms", "issue", "liaison-list", "--to", out, "--json").data
    assert len(issued) == 10
    fill(Path(issued[0]["path"]), LIAISON)
    dry = run("forms", "collect", issued[0]["path"], "--json")
    assert dry.status == 0
    assert dry.data["files"][0]["is_good"]
    assert not dry.data["is_committed"]
    assert len(run("submissions", "--state", "已收", "--json").data) == 0
    done = run("forms", "collect", issued[0]["path"], "--commit")
    assert "未报送单位（联络员名单" in done.out
    assert len(run("submissions", "--state", "已收", "--json").data) == 1


def test_a_faulty_form_is_told_and_the_others_are_taken(run: Run, tmp_path: Path) -> None:
    issued = run("forms", "issue", "liaison-list", "--to", tmp_path / "下发", "--json").data
    fill(Path(issued[0]["path"]), LIAISON)
    done = run("forms", "collect", tmp_path / "下发", "--commit", "--json")
    assert done.status == 1
    assert sum(each["is_good"] for each in done.data["files"]) == 1
    assert len(run("submissions", "--state", "已收", "--json").data) == 1


def test_what_can_be_handed_out_is_listed(run: Run) -> None:
    listed = {each["requirement"]: each for each in run("forms", "list", "--json").data}
    assert listed["dispatch"]["periods"][0] == "2017-06"
    assert listed["dispatch"]["units"] == 10
    assert "liaisons-to-province" not in listed


def test_a_requirement_without_a_form(run: Run, tmp_path: Path) -> None:
    ran = run("forms", "issue", "disc", "--to", tmp_path / "x")
    assert ran.status == 1
    assert "liaison-list" in ran.err


def test_a_bundle_is_made_and_read(run_filled: Run, tmp_path: Path) -> None:
    made = run_filled("bundle", "make", tmp_path / "昆山.zip", "--unit", "昆山市环保局", "--json")
    assert made.status == 0
    assert made.data["files"] > 0
    read = run_filled("bundle", "read", tmp_path / "昆山.zip", "--commit", "--json")
    assert read.status == 1
    assert not read.data["is_committed"]
    assert all("已经收过" in each["faults"][0] for each in read.data["pieces"])


def test_a_bundle_goes_to_another_desk(run: Run, tmp_path: Path) -> None:
    with desk_at(tmp_path / "county") as desk:
        desk.submissions.receive(piece(desk, "联络员名单", "昆山").id, [paper(tmp_path)])
        desk.bundles.prepared(desk.campaigns.unit_named("昆山市环保局"))(tmp_path / "昆山.zip")
    assert run("bundle", "read", tmp_path / "昆山.zip").status == 0
    assert len(run("submissions", "--state", "已收", "--json").data) == 0
    assert run("bundle", "read", tmp_path / "昆山.zip", "--commit", "--json").data["is_committed"]
    assert len(run("submissions", "--state", "已收", "--json").data) == 1


def test_the_month_at_hand_is_taken_where_none_is_named(run: Run, tmp_path: Path) -> None:
    names = [
        Path(each["path"]).name for each in run("forms", "issue", "dispatch", "--to", tmp_path / "a", "--json").data
    ]
    assert all(name.endswith("_月调度表_2017年10月.xlsx") for name in names)
    other = run("forms", "issue", "dispatch", "--to", tmp_path / "b", "--period", "2017-05")
    assert (other.status, "2017-06" in other.err) == (1, True)
    assert len(run("forms", "issue", "liaison-list", "--to", tmp_path / "c", "--json").data) == 10


def test_a_countys_own_desk_need_not_say_whose_bundle(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "上报.zip"
    nothing = run("bundle", "make", path)
    assert (nothing.status, "还没有收到任何文件" in nothing.err) == (1, True)
    listed = run("submissions", "--json").data
    for number, unit in enumerate(("昆山市环保局", "常熟市环保局")):
        owed = next(each for each in listed if each["unit"] == unit)
        run("receive", str(owed["id"]), paper(tmp_path, f"名单{number}.docx"))
        made = run("bundle", "make", path, "--json")
        assert (made.status, path.exists()) == ((1, False) if number else (0, True))
        path.unlink(missing_ok=True)
    assert "请用 --unit 写明" in made.err
    assert "昆山" in made.err
