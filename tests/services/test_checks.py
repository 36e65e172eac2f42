"""The check of everything kept: what is gone, what one flipped bit changed, what nobody registered."""

from pathlib import Path

from lianbing_desktop.domain.submission import StoredFile
from lianbing_desktop.services.desk import Desk
from tests.support.desk import paper, piece


def received(desk: Desk, folder: Path, name: str = "名单.docx") -> StoredFile:
    each = piece(desk, "联络员名单", "常熟")
    desk.submissions.receive(each.id, [paper(folder / "in", name, name.encode() * 100)])
    return desk.submissions.get(each.id).files[-1]


def told(desk: Desk) -> list[tuple[str, str, bool]]:
    return [(finding.place, finding.message, finding.is_blocking) for finding in desk.checks.run()]


def test_all_is_well(desk: Desk, tmp_path: Path) -> None:
    received(desk, tmp_path)
    assert desk.checks.run() == []


def test_an_attachment_that_is_gone(desk: Desk, tmp_path: Path) -> None:
    desk.submissions.place(received(desk, tmp_path)).unlink()
    assert told(desk) == [("名单.docx", "附件不见了", True)]


def test_one_flipped_bit(desk: Desk, tmp_path: Path) -> None:
    place = desk.submissions.place(received(desk, tmp_path))
    data = bytearray(place.read_bytes())
    data[33] ^= 0x10
    place.write_bytes(data)
    assert told(desk) == [("名单.docx", "附件内容与收到时不同", True)]


def test_receiving_the_same_paper_again_heals_it(desk: Desk, tmp_path: Path) -> None:
    stored = received(desk, tmp_path)
    desk.submissions.place(stored).write_bytes(b"")
    assert len(desk.checks.run()) == 1
    desk.submissions.receive(piece(desk, "联络员名单", "常熟").id, [tmp_path / "in" / "名单.docx"])
    assert desk.checks.run() == []


def test_a_stray_is_told_and_hinders_nothing(desk: Desk, tmp_path: Path) -> None:
    received(desk, tmp_path)
    stray = desk.home.files / "ab" / ("ab" + "0" * 62)
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(b"x")
    ((place, message, is_blocking),) = told(desk)
    assert (place, is_blocking) == ("ab0000000000", False)
    assert "没有登记" in message


def test_files_of_a_step_undone_are_still_looked_after(desk: Desk, tmp_path: Path) -> None:
    each = piece(desk, "联络员名单", "太仓")
    step = desk.submissions.receive(each.id, [paper(tmp_path / "in", "误收.docx")])
    place = desk.submissions.place(desk.submissions.get(each.id).files[0])
    desk.submissions.undo(each.id, step)
    assert desk.checks.run() == []
    place.unlink()
    assert told(desk) == [("误收.docx", "附件不见了", True)]


def test_every_finding_names_its_cure(desk: Desk, tmp_path: Path) -> None:
    desk.submissions.place(received(desk, tmp_path)).unlink()
    (finding,) = desk.checks.run()
    assert str(finding) == "名单.docx：附件不见了。请从备份恢复，或请报送单位重新报送。"
