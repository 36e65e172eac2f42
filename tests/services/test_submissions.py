"""What the officer does with submissions: receive, mark, undo, add, withdraw, and what is still missing."""

from datetime import date
from pathlib import Path

import pytest

from lianbing_desktop.domain.submission import State
from lianbing_desktop.errors import UserError
from lianbing_desktop.services.desk import Desk
from tests.support.desk import asked, desk_at, paper, piece, unit_id

TEN_SUMMARIES = date(2017, 10, 25)
END = date(2017, 10, 31)


def test_receiving_keeps_copies_the_day_the_person_and_the_note(desk: Desk, tmp_path: Path) -> None:
    each = piece(desk, "联络员名单", "张家港")
    files = [paper(tmp_path / "in", "名单.docx"), paper(tmp_path / "in", "盖章.pdf", b"seal")]
    step_id = desk.submissions.receive(each.id, files, on=date(2017, 6, 5), note=" 邮件 ", person=" 王芳 ")
    got = desk.submissions.get(each.id)
    assert (got.state, got.is_settled, got.received_on, got.days_late) == (State.RECEIVED, True, date(2017, 6, 5), 0)
    assert [file.name for file in got.files] == ["名单.docx", "盖章.pdf"]
    (step,) = desk.submissions.steps(each.id)
    assert (step.id, step.person, step.note, step.files) == (step_id, "王芳", "邮件", got.files)
    for path in files:
        path.unlink()
    assert [desk.submissions.place(file).read_bytes() for file in got.files] == [b"list", b"seal"]


def test_without_a_day_it_is_today_and_late_days_are_counted(desk: Desk) -> None:
    each = piece(desk, "联络员名单", "常熟")
    desk.submissions.receive(each.id, [])
    got = desk.submissions.get(each.id)
    assert (got.received_on, got.days_late) == (date(2017, 10, 20), 137)


def test_the_whole_walk_to_the_receipt_with_its_files(desk: Desk, tmp_path: Path) -> None:
    each = piece(desk, "动员部署情况（报省厅）")
    desk.submissions.receive(each.id, [paper(tmp_path / "in", "情况.docx")])
    assert not desk.submissions.get(each.id).is_settled
    desk.submissions.mark(each.id, State.REVIEWED)
    assert not desk.submissions.get(each.id).is_settled
    desk.submissions.mark(each.id, State.SENT_UP)
    assert desk.submissions.get(each.id).is_settled
    desk.submissions.mark(each.id, State.RECEIPT, files=[paper(tmp_path / "in", "回执.pdf", b"r")])
    assert [step.state for step in desk.submissions.steps(each.id)] == ["已收", "已审", "已上报", "回执"]
    assert [file.name for file in desk.submissions.get(each.id).files] == ["情况.docx", "回执.pdf"]


def test_a_returned_one_can_come_again(desk: Desk, tmp_path: Path) -> None:
    each = piece(desk, "活动总结（各市、区）", "昆山")
    desk.submissions.receive(each.id, [paper(tmp_path / "in", "一稿.docx", b"1")], on=date(2017, 10, 16))
    desk.submissions.mark(each.id, State.RETURNED, note="缺数据")
    assert not desk.submissions.get(each.id).is_settled
    desk.submissions.receive(each.id, [paper(tmp_path / "in", "二稿.docx", b"2")])
    got = desk.submissions.get(each.id)
    assert (got.state, [file.name for file in got.files]) == (State.RECEIVED, ["二稿.docx"])
    kept = [file.name for step in desk.submissions.steps(each.id) for file in step.files]
    assert kept == ["一稿.docx", "二稿.docx"]


def test_a_returned_draft_does_not_go_onto_the_disc_and_undoing_the_return_brings_it_back(
    desk: Desk, tmp_path: Path
) -> None:
    each = piece(desk, "活动总结（各市、区）", "昆山")
    desk.submissions.receive(each.id, [paper(tmp_path / "in", "一稿.docx", b"1")])
    returned = desk.submissions.mark(each.id, State.RETURNED, note="缺数据")
    assert desk.packages.items({each.id}) == []
    desk.submissions.undo(each.id, returned)
    assert [item.file.name for item in desk.packages.items({each.id})] == ["一稿.docx"]


def test_a_returned_draft_that_is_then_taken_as_it_is_stands_again(desk: Desk, tmp_path: Path) -> None:
    each = piece(desk, "联络员名单", "昆山")
    desk.submissions.receive(each.id, [paper(tmp_path / "in", "名单.docx")])
    desk.submissions.mark(each.id, State.RETURNED, note="缺电话")
    assert desk.submissions.get(each.id).files == ()
    desk.submissions.receive(each.id, [], note="电话里补了")
    desk.submissions.mark(each.id, State.SENT_UP, files=[paper(tmp_path / "in", "上报函.pdf", b"2")])
    assert [file.name for file in desk.submissions.get(each.id).files] == ["名单.docx", "上报函.pdf"]


@pytest.mark.parametrize("note", ["", "  "])
@pytest.mark.parametrize("state", [State.RETURNED, State.NOT_NEEDED])
def test_a_return_and_an_exemption_need_their_reason(desk: Desk, state: State, note: str) -> None:
    each = piece(desk, "联络员名单", "太仓")
    desk.submissions.receive(each.id, [])
    with pytest.raises(UserError, match=f"改为“{state}”须写明理由"):
        desk.submissions.mark(each.id, state, note=note)
    assert desk.submissions.get(each.id).state is State.RECEIVED


def test_a_step_that_cannot_be_says_which_can(desk: Desk) -> None:
    each = piece(desk, "联络员名单", "太仓")
    with pytest.raises(UserError, match="现在是“未报”，不能改为“回执”。可以改为：已收、不适用。"):
        desk.submissions.mark(each.id, State.RECEIPT)
    desk.submissions.mark(each.id, State.NOT_NEEDED, note="撤并")
    with pytest.raises(UserError, match="不能再收件"):
        desk.submissions.receive(each.id, [])


@pytest.mark.parametrize(
    ("on", "words"), [(date(2017, 10, 21), "在今天（10月20日 周五）之后"), (date(2007, 6, 5), "之前")]
)
def test_a_mistyped_day_is_refused(desk: Desk, on: date, words: str) -> None:
    each = piece(desk, "联络员名单", "太仓")
    with pytest.raises(UserError, match=words):
        desk.submissions.receive(each.id, [], on=on)
    assert desk.submissions.steps(each.id) == []


def test_a_file_that_cannot_be_kept_records_nothing(desk: Desk, tmp_path: Path) -> None:
    each = piece(desk, "联络员名单", "太仓")
    with pytest.raises(UserError, match="找不到文件"):
        desk.submissions.receive(each.id, [paper(tmp_path / "in"), tmp_path / "没有.docx"])
    assert (desk.submissions.get(each.id).state, desk.submissions.steps(each.id)) == (State.OPEN, [])
    assert desk.checks.run() == []


def test_an_unknown_number_is_a_sentence(desk: Desk) -> None:
    with pytest.raises(UserError, match="没有编号为 99999 的报送件"):
        desk.submissions.receive(99999, [])


def test_undo_takes_back_the_newest_step_and_only_that(desk: Desk, tmp_path: Path) -> None:
    each = piece(desk, "联络员名单", "吴江")
    first = desk.submissions.receive(each.id, [paper(tmp_path / "in")], on=date(2017, 6, 4))
    second = desk.submissions.mark(each.id, State.REVIEWED)
    with pytest.raises(UserError, match="这一步之后又有新的操作"):
        desk.submissions.undo(each.id, first)
    desk.submissions.undo(each.id, second)
    assert desk.submissions.get(each.id).state is State.RECEIVED
    with pytest.raises(UserError, match="不能直接撤销"):
        desk.submissions.undo(each.id, second)
    desk.submissions.undo(each.id, first)
    got = desk.submissions.get(each.id)
    assert (got.state, got.received_on, got.files, desk.submissions.steps(each.id)) == (State.OPEN, None, (), [])
    assert desk.checks.run() == []


def test_several_at_once_or_none(desk: Desk) -> None:
    ids = [piece(desk, "联络员名单", unit).id for unit in ("张家港", "常熟", "太仓")]
    taken = desk.submissions.mark_all(ids, State.RECEIVED)
    assert {desk.submissions.get(each).state for each in ids} == {State.RECEIVED}
    desk.submissions.mark(ids[1], State.REVIEWED)
    with pytest.raises(UserError, match="这一步之后又有新的操作"):
        desk.submissions.undo_all(taken)
    assert desk.submissions.get(ids[0]).state is State.RECEIVED
    with pytest.raises(UserError):
        desk.submissions.mark_all(ids, State.SENT_UP, note="", on=date(2018, 1, 1))
    with pytest.raises(UserError, match="已审"):
        desk.submissions.mark_all(ids, State.REVIEWED)
    assert [desk.submissions.get(each).state for each in ids] == ["已收", "已审", "已收"]


def test_an_entry_by_hand_inside_and_outside_what_is_covered(desk: Desk) -> None:
    decision = asked(desk, "处罚决定填报（决定下达后7日内）")
    legal = unit_id(desk, "legal")
    added = desk.submissions.get(desk.submissions.add(decision.id, legal, date(2017, 1, 5), "苏环罚〔2017〕1号"))
    assert (added.due_on, added.event_on, added.label) == (date(2017, 1, 12), date(2017, 1, 5), "苏环罚〔2017〕1号")
    for outside in (date(2016, 12, 31), date(2017, 11, 1), date(2018, 5, 1)):
        with pytest.raises(UserError, match="不包括这个日期的处罚决定下达"):
            desk.submissions.add(decision.id, legal, outside)


def test_entries_are_numbered_and_fall_into_their_month(desk: Desk) -> None:
    briefs = asked(desk, "工作简讯（各市、区）")
    county = unit_id(desk, "zhangjiagang")
    ids = [desk.submissions.add(briefs.id, county, date(2017, 7, day)) for day in (3, 28)]
    added = [desk.submissions.get(each) for each in ids]
    assert [(each.period, each.number, each.label) for each in added] == [
        ("2017-07", 2, "第2篇"),
        ("2017-07", 3, "第3篇"),
    ]
    assert {each.due_on for each in added} == {date(2017, 7, 31)}


def test_what_takes_no_entries_and_who_does_not_owe(desk: Desk) -> None:
    with pytest.raises(UserError, match="是固定的，不能添加"):
        desk.submissions.add(asked(desk, "联络员名单").id, unit_id(desk, "zhangjiagang"), date(2017, 6, 5))
    briefs = asked(desk, "工作简讯（各市、区）").id
    for stranger in (unit_id(desk, "province"), 99999):
        with pytest.raises(UserError, match="不由这个单位报送"):
            desk.submissions.add(briefs, stranger, date(2017, 6, 5))
    with pytest.raises(UserError, match="没有这项报送要求"):
        desk.submissions.add(99999, 1, date(2017, 6, 5))


def test_an_entry_is_withdrawn_and_brought_back_with_its_steps(desk: Desk, tmp_path: Path) -> None:
    media = asked(desk, "媒体宣传")
    added = desk.submissions.add(media.id, unit_id(desk, "publicity"), date(2017, 7, 1))
    desk.submissions.receive(added, [paper(tmp_path / "in")])
    before = desk.submissions.get(added)
    desk.submissions.withdraw(added)
    assert added not in {each.id for each in desk.submissions.all()}
    assert desk.checks.run() == []
    again = desk.submissions.add(media.id, unit_id(desk, "publicity"), date(2017, 7, 1))
    assert desk.submissions.get(again).number == before.number + 1
    desk.submissions.bring_back(added)
    assert desk.submissions.get(added) == before
    with pytest.raises(UserError, match="没有撤下过"):
        desk.submissions.bring_back(added)


def test_what_the_campaign_asks_for_cannot_be_withdrawn(desk: Desk) -> None:
    with pytest.raises(UserError, match="不能撤下"):
        desk.submissions.withdraw(piece(desk, "联络员名单", "张家港").id)


def test_what_is_missing_on_20_october(desk: Desk) -> None:
    lines = desk.submissions.missing(date(2017, 10, 20))
    by_title = {line.title for line in lines}
    assert {"联络员名单", "实施方案", "月调度 · 6月", "工作简讯（各市、区） · 9月"} <= by_title
    assert not {title for title in by_title if "10月" in title or "总结" in title}
    assert [line.due_on for line in lines] == sorted(line.due_on for line in lines)
    assert len(lines) == 5 + 30 + 4 + 4 * (1 + 1 + 10)  # ≤6-02, ≤6-05, ≤6-06, each of June to September


def test_what_came_is_missing_no_more_but_what_waits_for_the_province_is(desk: Desk) -> None:
    list_, report = piece(desk, "联络员名单", "张家港"), piece(desk, "动员部署情况（报省厅）")
    for each in (list_, report):
        desk.submissions.receive(each.id, [])
    missing = {number for line in desk.submissions.missing(date(2017, 10, 20)) for number in line.submission_ids}
    assert list_.id not in missing
    assert report.id in missing


def lines_on_the_last_day(desk: Desk) -> list[str]:
    return [line.title for line in desk.submissions.missing(END)]


def test_summary_or_self_report_is_one_line_until_one_is_sent_up(desk: Desk) -> None:
    line = "活动总结（报省厅） 或 自评报告（报省厅）"
    assert lines_on_the_last_day(desk).count(line) == 1
    report = piece(desk, "自评报告（报省厅）")
    desk.submissions.mark(report.id, State.NOT_NEEDED, note="报总结")
    assert "活动总结（报省厅）" in lines_on_the_last_day(desk)
    summary = piece(desk, "活动总结（报省厅）")
    desk.submissions.receive(summary.id, [])
    desk.submissions.mark(summary.id, State.SENT_UP)
    assert not {title for title in lines_on_the_last_day(desk) if "报省厅）" in title and "总结" in title}


def test_what_must_be_there_in_the_end_is_missing_until_it_is_entered_and_has_come(desk: Desk) -> None:
    title = "参评集体事迹材料"
    assert f"{title}（至少1件，尚未登记）" in lines_on_the_last_day(desk)
    added = desk.submissions.add(asked(desk, title).id, unit_id(desk, "kunshan"), date(2017, 10, 18), "昆山大队")
    assert f"{title} · 昆山大队" in lines_on_the_last_day(desk)
    desk.submissions.receive(added, [])
    assert not {line for line in lines_on_the_last_day(desk) if title in line}


def test_the_due_day_itself_counts_as_asked_for(desk: Desk) -> None:
    def summaries(day: date) -> int:
        return sum("活动总结（各市、区）" in line.title for line in desk.submissions.missing(day))

    assert (summaries(date(2017, 10, 24)), summaries(TEN_SUMMARIES)) == (0, 10)


def test_quotas_of_counties_by_month_and_of_departments_in_all(desk: Desk) -> None:
    quotas = desk.submissions.quotas()
    assert len(quotas) == 50 + 1 + 4
    own = next(quota for quota in quotas if quota.unit == "监察支队")
    assert (own.needed, own.got, own.start_on, own.due_on) == (6, 0, date(2017, 6, 1), END)
    june = next(quota for quota in quotas if quota.unit.startswith("张家港") and quota.period == "2017-06")
    assert (june.needed, june.start_on, june.due_on) == (1, date(2017, 6, 1), date(2017, 6, 30))


def test_a_quota_counts_what_came_and_what_was_added(desk: Desk) -> None:
    def county() -> tuple[int, int]:
        quotas = desk.submissions.quotas()
        found = next(each for each in quotas if each.unit.startswith("张家港") and each.period == "2017-07")
        return found.needed, found.got

    each = piece(desk, "工作简讯（各市、区）", "张家港", "2017-07")
    desk.submissions.receive(each.id, [])
    added = desk.submissions.add(each.requirement_id, each.unit_id, date(2017, 7, 9))
    assert county() == (1, 1)
    desk.submissions.receive(added, [])
    assert county() == (1, 2)
    desk.submissions.withdraw(added)
    desk.submissions.mark(each.id, State.RETURNED, note="重复")
    assert county() == (1, 0)
    desk.submissions.mark(each.id, State.NOT_NEEDED, note="当月停工")
    assert county() == (0, 0)  # excused is not the same as come


def test_the_campaign_on_the_desk_is_the_only_one_seen(home: Path) -> None:
    with desk_at(home) as desk:
        old = piece(desk, "联络员名单", "张家港").id
        desk.campaigns.start("suzhou-2017", 2018)
        assert old not in {each.id for each in desk.submissions.all()}
        with pytest.raises(UserError, match="没有编号为"):
            desk.submissions.receive(old, [])
