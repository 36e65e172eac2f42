"""A county hands in its list."""

from datetime import date
from pathlib import Path

from lianbing_desktop.domain.submission import State
from lianbing_desktop.services.desk import Desk
from lianbing_desktop.services.specimens import write_specimen
from tests.support.desk import piece


def test_the_officer_receives_a_countys_list(desk: Desk, tmp_path: Path) -> None:
    sent = write_specimen(tmp_path / "张家港联络员名单.docx", ["联络员名单", "张家港市环保局"])
    owed = piece(desk, "联络员名单", "张家港")
    assert owed.id in {number for line in desk.submissions.missing(date(2017, 6, 5)) for number in line.submission_ids}

    desk.submissions.receive(owed.id, [sent], date(2017, 6, 2))

    came = desk.submissions.get(owed.id)
    assert (came.state, came.received_on, came.days_late) == (State.RECEIVED, date(2017, 6, 2), 0)
    assert [file.name for file in came.files] == ["张家港联络员名单.docx"]
    assert desk.submissions.place(came.files[0]).read_bytes() == sent.read_bytes()
    assert owed.id not in {n for line in desk.submissions.missing(date(2017, 6, 5)) for n in line.submission_ids}


def test_what_the_county_does_with_its_own_file_later_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    sent = write_specimen(tmp_path / "名单.docx", ["第一稿"])
    owed = piece(desk, "联络员名单", "常熟")
    desk.submissions.receive(owed.id, [sent])
    before = sent.read_bytes()
    sent.write_bytes(b"another draft")
    sent.unlink()
    assert desk.submissions.place(desk.submissions.get(owed.id).files[0]).read_bytes() == before
    assert desk.checks.run() == []


def test_a_list_sent_back_is_owed_again_until_the_new_one_comes(desk: Desk, tmp_path: Path) -> None:
    owed = piece(desk, "联络员名单", "姑苏")
    desk.submissions.receive(owed.id, [write_specimen(tmp_path / "名单.docx", ["缺电话"])], date(2017, 6, 5))
    desk.submissions.mark(owed.id, State.RETURNED, date(2017, 6, 6), "缺联系电话")
    assert not desk.submissions.get(owed.id).is_settled
    desk.submissions.receive(owed.id, [write_specimen(tmp_path / "名单2.docx", ["完整"])], date(2017, 6, 8))
    assert desk.submissions.get(owed.id).is_settled
    assert [step.state for step in desk.submissions.steps(owed.id)] == ["已收", "退回", "已收"]
