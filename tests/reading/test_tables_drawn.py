"""Drawn tables (Word, Excel): merged cells hold for all their rows, empty ones only where they lead."""

from lianbing_desktop.domain.plan import Plan
from lianbing_desktop.domain.source import Source, SourceCell, SourceParagraph, SourceTable
from lianbing_desktop.reading.tables import plan_json, read_plan, with_proposals


def drawn(*rows: tuple[str | tuple[str, int, int], ...], year: int | None = 2017, title: str = "") -> Plan:
    """Read a table; a cell is its text, or text, rows and columns; ``^`` stands where a merged cell reaches."""
    cells = []
    for at, row in enumerate(rows):
        for column, told in enumerate(row):
            if told == "^":
                continue
            text, down, across = (told, 1, 1) if isinstance(told, str) else told
            cells.append(SourceCell(at, column, text, down, across))
    table = SourceTable(tuple(cells), len(rows), len(rows[0]))
    blocks = (SourceParagraph(title), table) if title else (table,)
    return read_plan(Source("ab" * 32, "表.docx", blocks), year)


def told(plan: Plan) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(task.text, str(task.timing.due or ""), task.named()) for task in plan.tasks]


HEADING = ("工作任务", "责任单位", "完成时限")


def test_a_merged_deadline_holds_for_its_rows() -> None:
    plan = drawn(
        HEADING, ("报送名单", "人事处", ("6月5日前", 2, 1)), ("报送方案", "法规处", "^"), ("总结", "法规处", "")
    )
    assert told(plan) == [
        ("报送名单", "2017-06-05", ("人事处",)),
        ("报送方案", "2017-06-05", ("法规处",)),
        ("总结", "", ("法规处",)),
    ]


def test_a_merged_unit_holds_for_its_rows() -> None:
    plan = drawn(HEADING, ("报送名单", ("人事处", 2, 1), "6月5日前"), ("报送方案", "^", "6月6日前"))
    assert [task.named() for task in plan.tasks] == [("人事处",), ("人事处",)]


def test_an_empty_leading_period_is_the_one_above() -> None:
    plan = drawn(("时间节点", "任务", "部门"), ("6月2日前", "成立小组", "支队"), ("", "制定方案", "法规处"))
    assert [str(task.timing.due) for task in plan.tasks] == ["2017-06-02", "2017-06-02"]


def test_a_section_row_is_a_heading() -> None:
    plan = drawn(HEADING, (("一、组织领导", 1, 3), "^", "^"), ("成立领导小组", "办公室", "3月底前"))
    assert [(task.section, task.text) for task in plan.tasks] == [("一、组织领导", "成立领导小组")]


def test_a_heading_repeated_on_a_new_page_is_no_task() -> None:
    plan = drawn(HEADING, ("报送名单", "人事处", "6月5日前"), HEADING, ("报送方案", "法规处", "6月6日前"))
    assert len(plan.tasks) == 2


def test_a_title_row_above_the_heading() -> None:
    plan = drawn((("2019年任务分解表", 1, 3), "^", "^"), HEADING, ("报送名单", "人事处", "6月5日前"), year=None)
    assert told(plan) == [("报送名单", "2019-06-05", ("人事处",))]


def test_columns_in_another_order() -> None:
    plan = drawn(
        ("完成时限", "牵头单位", "序号", "配合单位", "重点任务"), ("年底前", "人事处", "1", "各科室", "组织考核")
    )
    (task,) = plan_json(plan)["tasks"]
    assert (task["text"], task["due"], task["lead"], task["support"]) == (
        "组织考核",
        "2017-12-31",
        ["人事处"],
        ["各科室"],
    )


def test_a_note_row_is_told_as_unread() -> None:
    plan = drawn(HEADING, ("报送名单", "人事处", "6月5日前"), (("备注：名单用正式文件", 1, 3), "^", "^"))
    assert [(passage.text, passage.reason) for passage in plan.unread] == [("备注：名单用正式文件", "表下的注")]


def test_every_value_knows_its_cell() -> None:
    (task,) = plan_json(drawn(HEADING, ("报送名单", "局人事处、法规处", "6月5日前")))["tasks"]
    source = task["source"]
    assert source["sha256"] == "ab" * 32
    assert source["times"][0]["places"] == [{"table": 1, "row": 2, "column": 3, "span": [0, 5]}]
    assert source["units"][1]["places"] == [{"table": 1, "row": 2, "column": 2, "span": [5, 8]}]


def test_the_year_of_the_title_holds() -> None:
    plan = drawn(HEADING, ("报送名单", "人事处", "6月5日前"), year=None, title="2018年执法大练兵活动任务分解表")
    assert (plan.year, plan.title) == (2018, "2018年执法大练兵活动任务分解表")
    assert str(plan.tasks[0].timing.due) == "2018-06-05"


def test_known_units_are_proposed_and_nothing_merged() -> None:
    plan = drawn(HEADING, ("报送名单", "法规处、监察支队、各镇", "6月5日前"))
    (task,) = with_proposals(plan, ("局法规处", "监察支队", "局宣教处（中心）")).tasks
    assert [(unit.text, unit.proposal) for unit in task.units] == [
        ("法规处", "局法规处"),
        ("监察支队", "监察支队"),
        ("各镇", None),
    ]


def test_labels_and_terms_on_one_line() -> None:
    lines = ("1.淘汰燃煤小锅炉。", "责任单位：市环保局、市质监局；完成时限：10月底前")
    plan = read_plan(Source("0" * 64, "表.txt", tuple(SourceParagraph(line) for line in lines)), 2017)
    assert told(plan) == [("淘汰燃煤小锅炉", "2017-10-31", ("市环保局", "市质监局"))]
