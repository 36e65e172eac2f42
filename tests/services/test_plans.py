"""A foreign table read, started as a campaign, and a revised one laid beside the running campaign."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest

from lianbing_desktop.domain.clause import CalendarDay
from lianbing_desktop.domain.following import Move
from lianbing_desktop.domain.submission import State, Submission
from lianbing_desktop.errors import UserError
from lianbing_desktop.services.desk import Desk
from lianbing_desktop.services.plan_reading import PlanReader, Reading
from lianbing_desktop.services.plan_units import proposal
from lianbing_desktop.services.revising import ADDED, CHANGED, OTHER, REMOVED, Revised
from tests.support.desk import SEED_TEXT, SEED_WORD, desk_at, paper

TABLE = """2017年安全生产大检查任务分解表
序号\t工作任务\t责任单位\t完成时限
1\t制定检查方案并报送市局办公室\t监察支队\t6月30日前
2\t报送检查进展情况\t监察支队\t9月15日前
3\t报送检查工作总结\t局法规处\t11月20日前
"""


def table(*changes: tuple[str, str]) -> Reading:
    text = TABLE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return PlanReader().read_pasted(text)


@pytest.fixture
def imported(empty_desk: Desk) -> Desk:
    reading = table()
    empty_desk.plans.start(reading.plan, reading.source.name)
    return empty_desk


def every_key(revised: Revised) -> frozenset[str]:
    revision = revised.revision
    return frozenset(
        [ADDED + each.key for each in revision.added]
        + [CHANGED + each.before.key for each in revision.changed]
        + [REMOVED + each.key for each in revision.removed]
    )


def revise(desk: Desk, *changes: tuple[str, str]) -> Revised:
    revised = desk.plans.compare(table(*changes).plan, "修订.docx")
    desk.plans.apply(revised, every_key(revised))
    return revised


def dues(desk: Desk) -> dict[str, date]:
    return {line.task.text: line.task.due_on for line in desk.tasks.all()}


@pytest.mark.parametrize("path", [SEED_WORD, SEED_TEXT], ids=["word", "text"])
def test_the_seed_starts_a_campaign_with_the_days_and_units_of_the_one_made_by_hand(
    path: Path, empty_desk: Desk
) -> None:
    reading = empty_desk.plans.read(path)
    header = empty_desk.plans.start(reading.plan, reading.source.name)
    assert (header.title, header.year) == ("2017年苏州市环境执法大练兵活动", 2017)
    read = [(line.task.text, line.task.start_on, line.task.due_on) for line in empty_desk.tasks.all()]
    units = [[unit.name for unit in line.units] for line in empty_desk.tasks.all()]
    empty_desk.campaigns.start("suzhou-2017")
    assert read == [(line.task.text, line.task.start_on, line.task.due_on) for line in empty_desk.tasks.all()]
    assert units == [[unit.name for unit in line.units] for line in empty_desk.tasks.all()]


def test_reading_writes_nothing(empty_desk: Desk) -> None:
    written: list[frozenset[str]] = []
    empty_desk.listen(written.append)
    empty_desk.plans.read(SEED_WORD, known=empty_desk.plans.known_units())
    assert written == []
    assert empty_desk.campaigns.all() == []


def test_the_log_and_the_campaign_keep_where_it_came_from(imported: Desk) -> None:
    sha256 = table().plan.sha256
    (started,) = [row for row in imported.journal.newest() if row["action"] == "启动活动"]
    assert sha256 in started["detail"]
    assert "粘贴的文字" in started["detail"]


def test_the_same_table_is_not_started_twice(imported: Desk) -> None:
    with pytest.raises(UserError, match="已经启动"):
        imported.plans.start(table().plan)


def test_without_a_year_or_without_tasks_nothing_starts(empty_desk: Desk) -> None:
    no_year = PlanReader().read_pasted(TABLE.replace("2017年", ""))
    with pytest.raises(UserError, match="填写年度"):
        empty_desk.plans.start(no_year.plan)
    with pytest.raises(UserError, match="没有读出任何任务"):
        empty_desk.plans.start(PlanReader().read_pasted("今天天气很好").plan)
    assert empty_desk.campaigns.all() == []


def test_a_file_that_cannot_be_read_is_a_sentence(tmp_path: Path) -> None:
    broken = paper(tmp_path, "表.docx", b"PK\x03\x04no zip")
    with pytest.raises(UserError, match="表.docx"):
        PlanReader().read(broken)


def test_what_stop_raises_goes_through() -> None:
    class Enough(Exception):  # noqa: N818
        pass

    def stop() -> bool:
        raise Enough

    with pytest.raises(Enough):
        PlanReader().read(SEED_WORD, stop=stop)


@pytest.mark.parametrize(
    ("name", "known", "expected"),
    [
        ("局法规处", ("局法规处", "法规处"), None),
        ("法规处", ("局法规处", "监察支队"), "局法规处"),
        ("局宣教处(中心)", ("局宣教处（中心）",), "局宣教处（中心）"),
        ("市环保局", ("张家港市环保局", "常熟市环保局"), None),
        ("处", ("局法规处",), None),
        ("公安局", (), None),
    ],
)
def test_a_likely_unit_is_proposed_and_never_merged(name: str, known: tuple[str, ...], expected: str | None) -> None:
    assert proposal(name, known) == expected


def test_units_of_the_campaign_on_the_desk_are_proposed(desk: Desk) -> None:
    reading = PlanReader().read_pasted(TABLE.replace("局法规处", "法规处"), None, desk.plans.known_units())
    last = reading.plan.tasks[-1].units[0]
    assert (last.text, last.proposal) == ("法规处", "局法规处")


def test_the_same_table_changes_nothing(imported: Desk) -> None:
    assert imported.plans.compare(table().plan).is_empty


def test_the_seed_says_what_the_bundled_campaign_says(desk: Desk) -> None:
    assert desk.plans.compare(desk.plans.read(SEED_WORD).plan).is_empty


def test_a_table_of_another_year_is_not_compared(imported: Desk) -> None:
    with pytest.raises(UserError, match="2018 年"):
        imported.plans.compare(table(("2017年", "2018年")).plan)


def test_a_moved_deadline_moves_the_task_and_what_is_owed(imported: Desk) -> None:
    revised = revise(imported, ("9月15日前", "9月10日前"))
    assert [(each.name, each.after) for change in revised.revision.changed for each in change.differences] == [
        ("阶段", "9月10日前"),
        ("开始", "2017-09-10"),
        ("截止", "2017-09-10"),
    ]
    assert dues(imported)["报送检查进展情况"] == date(2017, 9, 10)
    assert {each.due_on for each in imported.submissions.all() if "进展" in each.requirement} == {date(2017, 9, 10)}
    assert imported.plans.compare(table(("9月15日前", "9月10日前")).plan).is_empty


def test_an_added_task_stands_where_the_table_has_it(imported: Desk) -> None:
    added = "1\t制定检查方案", "0\t召开部署会议\t市安监局\t6月5日前\n1\t制定检查方案"
    revise(imported, added)
    assert list(dues(imported))[0] == "召开部署会议"
    assert [unit.name for unit in imported.tasks.all()[0].units] == ["市安监局"]
    assert len(imported.submissions.all()) == 4
    assert imported.plans.compare(table(added).plan).is_empty


def received(desk: Desk, words: str, tmp_path: Path) -> int:
    submission = next(each for each in desk.submissions.all() if words in each.requirement)
    desk.submissions.receive(submission.id, [paper(tmp_path / "in")], date(2017, 9, 1))
    return submission.id


Change = tuple[str, str]
AWAY = ("3\t报送检查工作总结\t局法规处\t11月20日前\n", "")


def test_work_received_stays_when_its_task_is_withdrawn(imported: Desk, tmp_path: Path) -> None:
    kept = received(imported, "总结", tmp_path)
    revise(imported, AWAY)
    assert imported.submissions.get(kept).state is State.RECEIVED
    assert [file.name for file in imported.submissions.get(kept).files] == ["联络员名单.docx"]
    assert list(dues(imported)) == ["制定检查方案并报送市局办公室", "报送检查进展情况"]
    shown = {line.task.text: line.state for line in imported.tasks.all(with_withdrawn=True)}
    assert shown["报送检查工作总结"] == "已撤下"


def test_nothing_is_owed_any_more_for_a_task_withdrawn(imported: Desk) -> None:
    revise(imported, AWAY)
    assert not [each for each in imported.submissions.all() if "总结" in each.requirement]
    assert not [each for each in imported.submissions.missing(date(2017, 12, 31)) if "总结" in each.title]
    assert "总结" not in str(imported.documents.annex().rows)


def test_work_received_stays_when_its_task_changes(imported: Desk, tmp_path: Path) -> None:
    kept = received(imported, "总结", tmp_path)
    revise(imported, ("局法规处\t11月20日前", "监察支队\t11月25日前"))
    submission = imported.submissions.get(kept)
    assert (submission.state, submission.unit, len(submission.files)) == (State.RECEIVED, "局法规处", 1)
    owed = [(each.unit, each.state) for each in imported.submissions.all() if "总结" in each.requirement]
    assert owed == [("监察支队", State.OPEN), ("局法规处", State.RECEIVED)] or owed == [
        ("局法规处", State.RECEIVED),
        ("监察支队", State.OPEN),
    ]


def test_only_what_was_chosen_is_done(imported: Desk) -> None:
    revised = imported.plans.compare(table(AWAY, ("9月15日前", "9月10日前")).plan)
    chosen = frozenset(key for key in every_key(revised) if key.startswith(CHANGED))
    imported.plans.apply(revised, chosen)
    assert dues(imported)["报送检查进展情况"] == date(2017, 9, 10)
    assert "报送检查工作总结" in dues(imported)


def test_a_doubtful_match_told_to_be_another_task_adds_one_and_withdraws_one(imported: Desk) -> None:
    other = ("报送检查工作总结", "报送检查工作总结暨明年工作打算的报告")
    revised = imported.plans.compare(table(other).plan)
    (change,) = revised.revision.changed
    imported.plans.apply(revised, frozenset({OTHER + change.before.key}))
    assert other[1] in dues(imported)
    assert other[0] not in dues(imported)


@pytest.mark.parametrize("fault", [0, 3, 9])
def test_a_fault_in_the_middle_leaves_everything_as_it_was(
    imported: Desk, fault: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = imported.tasks.all(with_withdrawn=True), imported.submissions.all()
    revised = imported.plans.compare(table(AWAY, ("6月30日前", "6月29日前")).plan)
    calls = iter(range(100))
    plain: Callable[..., None] = imported._database.update

    def failing(*words: object) -> None:
        if next(calls) == fault:
            raise OSError("disk")
        plain(*words)

    monkeypatch.setattr(imported._database, "update", failing)
    with pytest.raises(OSError, match="disk"):
        imported.plans.apply(revised, every_key(revised))
    monkeypatch.undo()
    assert (imported.tasks.all(with_withdrawn=True), imported.submissions.all()) == before


def test_the_bundled_campaign_keeps_its_own_requirements(desk: Desk, tmp_path: Path) -> None:
    document = docx.Document(str(SEED_WORD))
    document.tables[0].rows[1].cells[0].text = "6月4日前"
    document.save(str(tmp_path / "修订.docx"))
    titles = [each.title for each in desk.submissions.requirements()]
    revised = desk.plans.compare(desk.plans.read(tmp_path / "修订.docx").plan)
    desk.plans.apply(revised, every_key(revised))
    assert [each.title for each in desk.submissions.requirements()] == titles
    first = desk.tasks.all()[0]
    assert first.task.due_on == date(2017, 6, 4)
    assert {each.due_on for each in desk.submissions.all() if each.task_id == first.task.id} == {date(2017, 6, 4)}


def revised_seed(folder: Path, *changes: tuple[int, int, str, str]) -> Path:
    """Return the seed's table with words changed: table, row, old, new; the cell is the one that has them."""
    document = docx.Document(str(SEED_WORD))
    for table_number, row, old, new in changes:
        cell = next(each for each in document.tables[table_number].rows[row].cells if old in each.text)
        cell.text = cell.text.replace(old, new)
    folder.mkdir(exist_ok=True)
    document.save(str(folder / "修订.docx"))
    return folder / "修订.docx"


def pieces(desk: Desk, title: str) -> list[Submission]:
    return [each for each in desk.submissions.all() if each.requirement == title]


SOONER = (1, 9, "10月25日前，", "10月20日前，")


def test_a_day_moved_in_the_words_moves_what_is_due_on_it(desk: Desk, tmp_path: Path) -> None:
    sent, *_ = pieces(desk, "活动总结（各市、区）")
    desk.submissions.receive(sent.id, [paper(tmp_path / "in")], date(2017, 10, 18))
    revised = desk.plans.compare(desk.plans.read(revised_seed(tmp_path, SOONER)).plan)
    (told,) = [revised.effects[CHANGED + each.before.key] for each in revised.revision.changed]
    assert (told.moves, told.settled) == ((Move(date(2017, 10, 25), date(2017, 10, 20), 9),), 1)
    desk.plans.apply(revised, every_key(revised))
    after = pieces(desk, "活动总结（各市、区）")
    assert {each.due_on for each in after if each.id != sent.id} == {date(2017, 10, 20)}
    kept = desk.submissions.get(sent.id)
    assert (kept.state, kept.due_on, kept.days_late) == (State.RECEIVED, date(2017, 10, 25), 0)
    assert {each.due_on for each in pieces(desk, "候选名单")} == {date(2017, 10, 31)}


def test_reminders_follow_the_days_accepted(desk: Desk, tmp_path: Path) -> None:
    def of(title: str) -> set[date]:
        targets = {("submission", each.id) for each in pieces(desk, title)}
        return {each.due_on for each in desk.reminders.pending() if each.target in targets}

    assert of("活动总结（各市、区）") == {date(2017, 10, 25)}
    revised = desk.plans.compare(desk.plans.read(revised_seed(tmp_path, SOONER)).plan)
    desk.plans.apply(revised, frozenset())
    assert of("活动总结（各市、区）") == {date(2017, 10, 25)}
    desk.plans.apply(revised, every_key(revised))
    assert of("活动总结（各市、区）") == {date(2017, 10, 20)}


def test_a_piece_received_but_not_yet_sent_up_follows_too(desk: Desk, tmp_path: Path) -> None:
    item = pieces(desk, "候选名单")[0]
    desk.submissions.receive(item.id, [paper(tmp_path / "in")], date(2017, 10, 18))
    late = (1, 9, "10月31日前，", "10月28日前，")
    revised = desk.plans.compare(desk.plans.read(revised_seed(tmp_path, late)).plan)
    desk.plans.apply(revised, every_key(revised))
    assert desk.submissions.get(item.id).due_on == date(2017, 10, 28)
    assert len(desk.submissions.get(item.id).files) == 1


def test_the_log_tells_how_many_deadlines_moved(desk: Desk, tmp_path: Path) -> None:
    revised = desk.plans.compare(desk.plans.read(revised_seed(tmp_path, SOONER)).plan)
    desk.plans.apply(revised, every_key(revised))
    (line,) = [row for row in desk.journal.newest() if row["action"] == "按修订的表更新活动"]
    assert "10 件报送件改期" in line["detail"]


def test_a_day_corrected_for_one_of_a_rows_requests_is_seen_and_moves_it(imported: Desk) -> None:
    plan = table().plan
    corrected = replace(plan.tasks[0], timing=replace(plan.tasks[0].timing, due=CalendarDay(6, 20, 2017)))
    revised = imported.plans.compare(replace(plan, tasks=(corrected, *plan.tasks[1:])))
    (change,) = revised.revision.changed
    assert [(each.name, each.before, each.after) for each in change.differences] == [
        ("报送期限", "6月30日前", "6月20日前")
    ]
    imported.plans.apply(revised, every_key(revised))
    assert {each.due_on for each in imported.submissions.all() if "方案" in each.requirement} == {date(2017, 6, 20)}


def test_a_task_that_comes_back_brings_its_work_along(imported: Desk, tmp_path: Path) -> None:
    kept = received(imported, "总结", tmp_path)
    revise(imported, AWAY)
    revise(imported)
    assert len(imported.tasks.all(with_withdrawn=True)) == 3
    assert list(dues(imported))[-1] == "报送检查工作总结"
    assert [each.id for each in imported.submissions.all() if "总结" in each.requirement] == [kept]
    assert imported.plans.compare(table().plan).is_empty


def test_open_pieces_come_back_with_their_task(desk: Desk, tmp_path: Path) -> None:
    before = desk.submissions.all()
    document = docx.Document(str(SEED_WORD))
    last = document.tables[1].rows[9]._tr
    last.getparent().remove(last)
    document.save(str(tmp_path / "少一项.docx"))
    for path in (tmp_path / "少一项.docx", SEED_WORD):
        revised = desk.plans.compare(desk.plans.read(path).plan)
        desk.plans.apply(revised, every_key(revised))
    assert desk.submissions.all() == before
    assert len(desk.tasks.all(with_withdrawn=True)) == 19


def test_a_revision_of_another_campaign_is_refused(imported: Desk) -> None:
    revised = imported.plans.compare(table(AWAY).plan)
    imported.campaigns.start("suzhou-2017")
    with pytest.raises(UserError, match="另一个活动"):
        imported.plans.apply(revised, every_key(revised))


def test_what_was_started_is_there_after_a_restart(tmp_path: Path) -> None:
    with desk_at(tmp_path / "home", campaign="") as desk:
        desk.plans.start(table().plan)
        revise(desk, AWAY)
        before = desk.tasks.all(with_withdrawn=True)
    with desk_at(tmp_path / "home") as again:
        assert again.tasks.all(with_withdrawn=True) == before
