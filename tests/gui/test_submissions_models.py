"""The checklist's models without a window: order, grouping, filter, matrix, texts that stay plain."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from lianbing_desktop.domain.submission import State, Submission
from lianbing_desktop.gui.submissions.filter import OVERDUE, THIS_WEEK, Filter
from lianbing_desktop.gui.submissions.line import Line, Lines
from lianbing_desktop.gui.submissions.matrix import lay_out
from lianbing_desktop.gui.submissions.matrix_model import MatrixModel
from lianbing_desktop.gui.submissions.model import (
    COL_DUE,
    COL_FILES,
    COL_PERIOD,
    COL_RECEIVED,
    COL_REQUIREMENT,
    COL_STATE,
    COL_UNIT,
    HEADINGS,
    SubmissionTableModel,
)
from lianbing_desktop.gui.submissions.nodes import Kind, Plan, grow, tally
from lianbing_desktop.gui.submissions.tree import RequirementTreeModel
from lianbing_desktop.services.desk import Desk
from tests.support.desk import asked, paper, piece

TODAY = date(2017, 10, 20)
DOWN = Qt.SortOrder.DescendingOrder


def lines_of(desk: Desk) -> list[Line]:
    tasks = {task.id: task.stage_key for task in desk.tasks.rows()}
    places = {unit.id: place for place, unit in enumerate(desk.campaigns.units())}
    return Lines().build(desk.submissions.all(), tasks, places, TODAY)


def of(desk: Desk, *titles: str) -> list[Line]:
    ids = {asked(desk, title).id for title in titles}
    return [line for line in lines_of(desk) if line.submission.requirement_id in ids]


def plan_of(desk: Desk) -> Plan:
    return Plan(tuple(desk.campaigns.stages()), tuple(desk.tasks.rows()), tuple(desk.submissions.requirements()))


@pytest.fixture
def rows(desk: Desk) -> SubmissionTableModel:
    model = SubmissionTableModel()
    model.set_rows(lines_of(desk))
    return model


def column(model: SubmissionTableModel, number: int) -> list[str]:
    return [model.index(row, number).data() for row in range(model.rowCount())]


def test_models_keep_qts_rules(desk: Desk, rows: SubmissionTableModel, qtmodeltester: ModelTester) -> None:
    tree, matrix = RequirementTreeModel(), MatrixModel()
    tree.set_root(grow(plan_of(desk)))
    matrix.set_matrix(lay_out(of(desk, "工作简讯（各市、区）"), Kind.REQUIREMENT))
    for model in (rows, tree, matrix):
        qtmodeltester.check(model)


def test_columns_sort_by_what_they_mean(rows: SubmissionTableModel, desk: Desk) -> None:
    natural = column(rows, COL_UNIT)
    rows.sort(COL_UNIT)
    order = [unit.name for unit in desk.campaigns.units()]
    assert column(rows, COL_UNIT) == sorted(natural, key=order.index)
    rows.sort(COL_DUE, DOWN)
    due = [line.submission.due_on for line in rows.lines()]
    assert due == sorted(due, reverse=True)
    rows.sort(-1)
    assert column(rows, COL_UNIT) == natural


def test_an_any_of_group_stands_together_whatever_the_sort(rows: SubmissionTableModel) -> None:
    for number in range(-1, len(HEADINGS)):
        for order in (Qt.SortOrder.AscendingOrder, DOWN):
            rows.sort(number, order)
            found = [row for row, line in enumerate(rows.lines()) if line.group]
            assert found[1] == found[0] + 1
            assert rows.index(found[1], COL_REQUIREMENT).data() == "或 自评报告（报省厅）"


def test_the_other_of_an_any_of_group_says_what_came_instead(desk: Desk, tmp_path: Path) -> None:
    summary = piece(desk, "活动总结（报省厅）")
    desk.submissions.receive(summary.id, [paper(tmp_path)])
    desk.submissions.mark(summary.id, State.SENT_UP)
    other = next(line for line in lines_of(desk) if line.submission.requirement == "自评报告（报省厅）")
    assert (other.badge.word, other.replaced_by) == ("已由“活动总结（报省厅）”代替", "活动总结（报省厅）")
    assert Filter(is_missing_only=True).kept([other], TODAY) == []


def test_the_late_one_says_by_how_much(desk: Desk, tmp_path: Path) -> None:
    owed = piece(desk, "联络员名单", "常熟")
    desk.submissions.receive(owed.id, [paper(tmp_path), paper(tmp_path, "b.pdf")], date(2017, 6, 7))
    model = SubmissionTableModel()
    model.set_rows(lines_of(desk))
    row = model.row_of(owed.id)
    texts = [model.index(row, number).data() for number in (COL_STATE, COL_RECEIVED, COL_FILES)]
    assert texts == ["已收", "6月7日 迟报2天", "2 个"]


def test_hostile_names_stay_text(desk: Desk, tmp_path: Path) -> None:
    owed = piece(desk, "联络员名单", "常熟")
    name = "<b>x</b> & <img src=file>" + "长" * 60 + ".pdf"
    desk.submissions.receive(owed.id, [paper(tmp_path, name.replace("/", "／"))])
    model = SubmissionTableModel()
    model.set_rows(lines_of(desk))
    hint = model.index(model.row_of(owed.id), COL_FILES).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;x" in hint
    assert "<b>" not in hint
    assert "&amp; &lt;img" in hint


def test_the_same_submissions_are_redrawn_and_not_reset(desk: Desk, rows: SubmissionTableModel, tmp_path: Path) -> None:
    resets: list[int] = []
    rows.modelReset.connect(lambda: resets.append(1))
    desk.submissions.receive(piece(desk, "联络员名单", "常熟").id, [paper(tmp_path)])
    rows.set_rows(lines_of(desk))
    assert resets == []
    rows.set_rows(lines_of(desk)[:5])
    assert resets == [1]


def test_lines_of_unchanged_submissions_are_the_same_objects(desk: Desk, tmp_path: Path) -> None:
    maker, places = Lines(), dict[int, int]()
    before = maker.build(desk.submissions.all(), {}, places, TODAY)
    desk.submissions.receive(before[7].id, [paper(tmp_path)])
    after = maker.build(desk.submissions.all(), {}, places, TODAY)
    assert [a is b for a, b in zip(before, after, strict=True)].count(False) == 1
    assert maker.build(desk.submissions.all(), {}, places, date(2017, 10, 21))[7] is not after[7]


@pytest.mark.parametrize(
    ("text", "count"),
    [("zjg", 9), ("张家港", 9), ("zhangjiagang", 9), ("ZJG 简讯", 5), ("zjg gzjx", 5), ("ｚｊｇ", 9), ("没有这个", 0)],
)
def test_the_text_filter_takes_hanzi_pinyin_and_initials(desk: Desk, text: str, count: int) -> None:
    assert len(Filter(text=text).kept(lines_of(desk), TODAY)) == count


def test_chips_narrow_down(desk: Desk, tmp_path: Path) -> None:
    desk.submissions.receive(piece(desk, "联络员名单", "张家港").id, [paper(tmp_path)])
    lines = lines_of(desk)

    def kept(**asked_for: object) -> Sequence[Submission]:
        return [line.submission for line in Filter(**asked_for).kept(lines, TODAY)]  # type: ignore[arg-type]

    assert {each.unit for each in kept(unit="zhangjiagang")} == {"张家港市环保局"}
    assert [each.state for each in kept(state=State.RECEIVED.value)] == [State.RECEIVED]
    assert all(each.due_on < TODAY and not each.is_settled for each in kept(state=OVERDUE))
    assert {each.due_on for each in kept(state=THIS_WEEK)} <= {date(2017, 10, day) for day in (20, 21, 22)}
    assert len(kept(is_missing_only=True)) == len(lines) - 1
    assert {each.task_id for each in kept(stage="before-0602")} == {each.task_id for each in kept()[:5]}


def test_this_week_ends_on_sunday(desk: Desk) -> None:
    lines = of(desk, "活动总结（各市、区）")  # due on Wednesday the 25th
    assert Filter(state=THIS_WEEK).kept(lines, date(2017, 10, 22)) == []
    assert len(Filter(state=THIS_WEEK).kept(lines, date(2017, 10, 23))) == 10


def test_the_tree_counts_done_of_all(desk: Desk, tmp_path: Path) -> None:
    desk.submissions.receive(piece(desk, "联络员名单", "张家港").id, [paper(tmp_path)])
    root = grow(plan_of(desk))
    tally(root, lines_of(desk), desk.submissions.requirements())
    counts = {node.name: (node.done, node.total) for node in root.walk()}
    assert counts["requirement:liaison-list"] == (1, 10)
    assert counts["task:launch"] == (1, 34)
    assert counts["requirement:collective-deeds"] == (0, 1)  # at least one, and none entered
    assert counts["requirement:discharge-points"] == (0, 0)
    assert counts["all:"][0] == 1


def test_briefs_lie_as_ten_units_by_five_months(desk: Desk, tmp_path: Path) -> None:
    desk.submissions.receive(piece(desk, "工作简讯（各市、区）", "张家港", "2017-10").id, [paper(tmp_path)])
    matrix = lay_out(of(desk, "工作简讯（各市、区）"), Kind.REQUIREMENT)
    assert [head.words for head in matrix.columns] == ["6月", "7月", "8月", "9月", "10月"]
    assert [head.words for head in matrix.rows][0] == "张家港市环保局"
    assert (len(matrix.rows), len(matrix.cells)) == (10, 50)
    model = MatrixModel()
    model.set_matrix(matrix)
    assert model.index(0, 4).data() == "已收"
    assert model.index(0, 0).data() == "逾期 112 天"
    totals = [model.index(0, 5).data(), model.index(10, 4).data(), model.index(10, 5).data()]
    assert totals == ["1/5", "1/10", "1/50"]
    assert model.flags(model.index(10, 0)) == Qt.ItemFlag.NoItemFlags
    assert model.index(0, 4).data(Qt.ItemDataRole.AccessibleTextRole) == "张家港市环保局 10月 已收"


def test_a_task_lies_as_units_by_requirements(desk: Desk) -> None:
    lines = of(desk, "联络员名单", "信息报送专人", "活动方案备案")
    matrix = lay_out(lines, Kind.TASK)
    assert [head.words for head in matrix.columns] == ["联络员名单", "信息报送专人", "活动方案备案"]
    assert (len(matrix.rows), len(matrix.cells)) == (10, 30)


def test_pieces_lie_by_number_and_by_name(desk: Desk) -> None:
    briefs = lay_out(of(desk, "工作简讯（其他责任部门）"), Kind.REQUIREMENT)
    assert [head.words for head in briefs.columns] == ["第1篇", "第2篇"]
    papers = lay_out(of(desk, "动员部署大会"), Kind.REQUIREMENT)
    assert [head.words for head in papers.columns] == ["会议通知", "签到", "照片"]


def test_one_unit_reporting_by_the_month_lies_as_requirements_by_months(desk: Desk) -> None:
    matrix = lay_out(of(desk, "月调度", "调度通报"), Kind.TASK)
    assert [head.words for head in matrix.rows] == ["月调度", "调度通报"]
    assert len(matrix.columns) == 5


def test_weeks_and_months_of_one_unit_stand_by_the_calendar(desk: Desk) -> None:
    weekly = [
        replace(line, submission=replace(line.submission, period=f"2017-W{26 + number}"))
        for number, line in enumerate(of(desk, "月调度")[:2])
    ]
    matrix = lay_out([*of(desk, "调度通报")[:2], *weekly], Kind.TASK)
    assert [head.words for head in matrix.columns] == ["6月", "第26周\n6.26—7.2", "7月", "第27周\n7.3—7.9"]
    assert matrix.columns[1].hint.startswith("第26周（6月26日—7月2日），截止")


def test_the_list_says_a_week_in_short_and_in_full(desk: Desk, rows: SubmissionTableModel) -> None:
    line = of(desk, "月调度")[0]
    rows.set_rows([replace(line, submission=replace(line.submission, period="2017-W26"))])
    index = rows.index(0, COL_PERIOD)
    assert index.data() == "第26周"
    assert "6月26日—7月2日" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_an_any_of_group_is_one_cell_and_counts_once(desk: Desk, tmp_path: Path) -> None:
    titles = ("活动总结（报省厅）", "自评报告（报省厅）", "稽查案卷")
    cell = next(cell for cell in lay_out(of(desk, *titles), Kind.TASK).cells.values() if len(cell.lines) == 2)
    assert (cell.done, len(cell.owed), cell.count) == (0, 1, "")
    report = piece(desk, "自评报告（报省厅）")
    desk.submissions.receive(report.id, [paper(tmp_path)])
    desk.submissions.mark(report.id, State.SENT_UP)
    cell = next(cell for cell in lay_out(of(desk, *titles), Kind.TASK).cells.values() if len(cell.lines) == 2)
    assert (cell.done, cell.badge.word) == (1, "已上报")


def test_everything_lies_by_the_month_it_is_due(desk: Desk) -> None:
    matrix = lay_out(lines_of(desk), Kind.ALL)
    assert [head.words for head in matrix.columns] == ["6月", "7月", "8月", "9月", "10月", "12月"]
    cell = matrix.cells[next(row for row, head in enumerate(matrix.rows) if "张家港" in head.words), 0]
    assert cell.count == "0/4"


def test_nothing_lies_nowhere() -> None:
    model = MatrixModel()
    model.set_matrix(lay_out([], Kind.ALL))
    assert (model.rowCount(), model.columnCount()) == (0, 0)
