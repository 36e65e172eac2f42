"""Bundles: what a county hands up arrives whole, is matched by the campaign's keys, and is trusted in nothing."""

import hashlib
import json
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from lianbing_desktop.domain.bundle import ReceivedBundle
from lianbing_desktop.domain.submission import State
from lianbing_desktop.errors import UserError
from lianbing_desktop.services.bundles import Unpacking
from lianbing_desktop.services.desk import Desk
from tests.support.desk import desk_at, paper, piece, unit_id

Change = Callable[[dict[str, bytes]], None]
CONTENTS = "上报包-kunshan/data/报送件.json"


@pytest.fixture
def county(started: Path, tmp_path: Path) -> Iterator[Desk]:
    """The desk of a county, where two things have come."""
    with desk_at(Path(shutil.copytree(started, tmp_path / "county"))) as desk:
        desk.submissions.receive(piece(desk, "联络员名单", "昆山").id, [paper(tmp_path, "名单.docx", b"list")])
        desk.submissions.receive(piece(desk, "活动方案备案", "昆山").id, [paper(tmp_path, "方案.pdf", b"plan" * 999)])
        yield desk


@pytest.fixture
def made(county: Desk, tmp_path: Path) -> Path:
    """A bundle of that county."""
    return county.bundles.prepared(county.campaigns.unit_named("昆山市环保局"))(tmp_path / "昆山.zip")


def received(desk: Desk, path: Path) -> ReceivedBundle:
    return desk.bundles.checked(path, desk.bundles.read(path))


def take_in(desk: Desk, found: ReceivedBundle) -> object:
    return desk.bundles.take_in(found, Unpacking(found, desk.submissions)())


def altered(made: Path, change: Change) -> Path:
    """Return the bundle with members changed, its manifests left as they were."""
    with zipfile.ZipFile(made) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    to = made.with_name("改.zip")
    with zipfile.ZipFile(to, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return to


def test_what_is_handed_up_arrives(desk: Desk, made: Path) -> None:
    found = received(desk, made)
    assert [line.faults for line in found.good] == [(), ()]
    assert piece(desk, "联络员名单", "昆山").state is State.OPEN
    take_in(desk, found)
    arrived = piece(desk, "联络员名单", "昆山")
    assert arrived.state is State.RECEIVED
    assert desk.submissions.place(arrived.files[0]).read_bytes() == b"list"
    assert arrived.files[0].name == "名单.docx"
    assert desk.checks.run() == []


def test_it_is_a_bag_that_others_read_too(made: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(made) as archive:
        archive.extractall(tmp_path / "x")
    bag = tmp_path / "x" / "上报包-kunshan"
    done = subprocess.run(["sha256sum", "-c", "manifest-sha256.txt"], cwd=bag, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_same_bundle_is_the_same_bytes(county: Desk, made: Path, tmp_path: Path) -> None:
    again = county.bundles.prepared(county.campaigns.unit_named("昆山市环保局"))(tmp_path / "again.zip")
    assert again.read_bytes() == made.read_bytes()


def test_a_collection_of_a_bundle_can_be_taken_back(desk: Desk, made: Path) -> None:
    taken = take_in(desk, received(desk, made))
    desk.collecting.undo(taken)
    assert piece(desk, "联络员名单", "昆山").state is State.OPEN


def test_what_came_before_is_told(desk: Desk, made: Path) -> None:
    take_in(desk, received(desk, made))
    found = received(desk, made)
    assert found.good == ()
    assert all("已经收过" in line.faults[0] for line in found.lines)


def test_it_never_proves_who_sent_it(desk: Desk, made: Path) -> None:
    assert any("没有签名可以证明" in words for words in received(desk, made).warnings)


def test_a_piece_that_went_further_takes_nothing(desk: Desk, made: Path) -> None:
    key = piece(desk, "联络员名单", "昆山").id
    desk.submissions.mark(key, State.RECEIVED)
    desk.submissions.mark(key, State.SENT_UP)
    line = next(line for line in received(desk, made).lines if line.submission_id == key)
    assert "请先退回" in line.faults[0]


def test_the_bundle_of_another_campaign(desk: Desk, made: Path) -> None:
    desk.campaigns.start("suzhou-2017", 2018)
    assert "换到那个活动" in received(desk, made).faults[0]


def test_an_entry_made_by_hand_is_entered_here_too(county: Desk, desk: Desk, tmp_path: Path) -> None:
    briefs = next(each for each in county.submissions.requirements() if each.key == "county-briefs")
    key = county.submissions.add(briefs.id, unit_id(county, "kunshan"), date(2017, 6, 20), "现场检查")
    county.submissions.receive(key, [paper(tmp_path, "简讯.docx", b"brief")])
    made = county.bundles.prepared(county.campaigns.unit_named("昆山市环保局"), {key})(tmp_path / "b.zip")
    take_in(desk, received(desk, made))
    entered = [each for each in desk.submissions.all() if each.label == "现场检查"]
    assert [(each.unit_key, each.event_on, each.state) for each in entered] == [
        ("kunshan", date(2017, 6, 20), State.RECEIVED)
    ]
    assert "已经收过" in received(desk, made).lines[0].faults[0]


def test_nothing_received_makes_no_bundle(desk: Desk) -> None:
    with pytest.raises(UserError, match="请先收件"):
        desk.bundles.prepared(desk.campaigns.unit_named("昆山市环保局"))


def test_a_source_that_was_changed_makes_no_bundle(county: Desk, tmp_path: Path) -> None:
    file = piece(county, "联络员名单", "昆山").files[0]
    county.submissions.place(file).write_bytes(b"LIST")
    with pytest.raises(UserError, match="不一样了"):
        county.bundles.prepared(county.campaigns.unit_named("昆山市环保局"))(tmp_path / "b.zip")
    assert not (tmp_path / "b.zip").exists()


def drop_a_file(members: dict[str, bytes]) -> None:
    del members[next(name for name in members if name.endswith(".docx"))]


def change_a_file(members: dict[str, bytes]) -> None:
    members[next(name for name in members if name.endswith(".docx"))] = b"LIST"


def add_a_file(members: dict[str, bytes]) -> None:
    members["上报包-kunshan/data/more.exe"] = b"MZ"


def add_outside(members: dict[str, bytes]) -> None:
    members["上报包-kunshan/data/../../evil"] = b"x"


def claim_another_unit(members: dict[str, bytes]) -> None:
    data = json.loads(members[CONTENTS])
    data["unit"] = "taicang"
    members[CONTENTS] = json.dumps(data).encode()


def no_contents(members: dict[str, bytes]) -> None:
    del members[CONTENTS]


@pytest.mark.parametrize(
    "change", [drop_a_file, change_a_file, add_a_file, add_outside, claim_another_unit, no_contents]
)
def test_an_altered_bundle_is_refused_whole(desk: Desk, made: Path, change: Change) -> None:
    path = altered(made, change)
    with pytest.raises(UserError):
        desk.bundles.read(path)


def test_the_unaltered_copy_is_taken(desk: Desk, made: Path) -> None:
    """The control of the test above: it is the change that is refused, not the copying."""
    assert received(desk, altered(made, lambda members: None)).good


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[]", b"null", b'{"format": 99}', b'{"format": 1, "pieces": "x"}', b"[" * 100_000],
)
def test_contents_that_are_none_are_refused(desk: Desk, tmp_path: Path, data: bytes) -> None:
    path = hostile(tmp_path, {"data/报送件.json": data})
    with pytest.raises(UserError, match="重新打包"):
        desk.bundles.read(path)


def test_a_name_that_leads_away_is_refused(desk: Desk, tmp_path: Path) -> None:
    name = "../../evil"
    file = {"path": "data/1", "name": name, "sha256": "0" * 64, "size": 0}
    body = {"format": 1, "campaign": "x", "year": 2017, "title": "", "unit": "", "unit_name": "", "made_on": ""}
    one = {"requirement": "x", "period": "", "number": 1, "label": "", "event_on": "", "received_on": ""}
    data = body | {"made_on": "2017-06-01", "pieces": [one | {"files": [file]}]}
    path = hostile(tmp_path, {"data/报送件.json": json.dumps(data).encode(), "data/1": b""})
    with pytest.raises(UserError, match="不能用的文件名"):
        desk.bundles.read(path)


def test_a_bomb_is_refused_before_it_goes_off(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("data/报送件.json", b" " * (300 << 20))
    with pytest.raises(UserError, match="大得不正常"):
        desk.bundles.read(path)


def test_what_is_no_zip_is_refused(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(UserError):
        desk.bundles.read(paper(tmp_path, "x.zip", b"PK not really"))


def hostile(folder: Path, payload: dict[str, bytes]) -> Path:
    """A bag whose manifests are right for whatever it holds."""
    listed = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in payload.items())
    path = folder / "hostile.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in payload.items():
            archive.writestr(name, data)
        archive.writestr("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
        archive.writestr("manifest-sha256.txt", listed)
    return path
