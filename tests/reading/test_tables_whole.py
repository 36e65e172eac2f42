"""Nothing is dropped: every sign of a source belongs to a task, a heading or what is unread."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lianbing_desktop.domain.plan import Plan
from lianbing_desktop.domain.source import Source, SourceBlock, SourceCell, SourceParagraph, SourceTable
from lianbing_desktop.reading.tables import plan_json, read_plan
from tests.support.clause_score import SAMPLES
from tests.support.tables_score import Judged, own, samples, source_of

WORDS = (
    *(
        "序号",
        "工作任务",
        "责任单位",
        "完成时限",
        "备注",
        "牵头单位",
        "时间节点",
        "1",
        "2",
        "（一）组织领导",
        "一、工作目标",
    ),
    *("6月2日前", "6月-10月", "每月5日前", "长期坚持", "监察支队", "监察支队、局法规处", "各市、区环保局"),
    *("市环保局（牵头）", "制定实施方案；召开动员会", "10月25日前，各市、区环保局报送活动总结", "注：以上均为2017年"),
    *(
        "附件：1.名单",
        "（责任单位：市环保局）",
        "责任单位：市环保局",
        "完成时限：6月底前",
        "每月不少于1篇",
        "|",
        "甲|乙|丙",
    ),
    *(
        "动员阶段（3月1日至3月20日）。",
        "2017年任务分解表",
        "附件2：",
        "1月",
        "2月",
        "一季度",
        "√",
        "同上",
        "〃",
        "-",
        "/",
    ),
    *("牵头单位/配合单位", "完成时限/责任单位", "责任分工", "起止时间", "起", "止", "进度安排", "具体措施", "存在问题"),
    *(
        "牵头：市环保局；配合：监察支队",
        "由监察支队牵头，局法规处配合",
        "6月底前完成摸底，9月底前完成改造",
        "监察支队：",
    ),
    *(
        "1.自查；2.整改；3.总结",
        "3月底前；6月底前；9月底前",
        "6月底前/监察支队",
        "注：列首位的为牵头单位",
        "一、加强监测（责任单位：局法规处）",
    ),
)
TEXTS = st.one_of(
    st.sampled_from(WORDS),
    st.lists(st.sampled_from(WORDS), max_size=4).map("".join),
    st.text("月日前、，。；（）1 \n|甲乙", max_size=12),
)


def missing(source: Source, plan: Plan) -> str:
    """Return the signs no place of the plan covers."""
    covered: dict[tuple[int, int, int], set[int]] = {}
    places = [place for task in plan.tasks for place in task.places]
    places += [passage.place for passage in (*plan.headings, *plan.unread)]
    for place in places:
        covered.setdefault((place.block, place.row, place.column), set()).update(range(place.start, place.end))
    found = ""
    for block, row, column, text in _cells(source):
        known = covered.get((block, row, column), set())
        found += "".join(
            sign for at, sign in enumerate(text) if at not in known and not sign.isspace() and sign not in "|｜│"
        )
    return found


def _cells(source: Source) -> list[tuple[int, int, int, str]]:
    found: list[tuple[int, int, int, str]] = []
    for at, block in enumerate(source.blocks):
        if isinstance(block, SourceParagraph):
            found.append((at, 0, 0, block.text))
        else:
            found += [(at, cell.row, cell.column, cell.text) for cell in block.cells]
    return found


def words_agree(source: Source, plan: Plan) -> bool:
    """Whether headings and unread words stand where their places say."""
    texts = {(block, row, column): text for block, row, column, text in _cells(source)}
    passages = [*plan.headings, *plan.unread]
    return all(
        texts[item.place.block, item.place.row, item.place.column][item.place.start : item.place.end] == item.text
        for item in passages
    )


@pytest.mark.parametrize("table", samples(SAMPLES / "tables.jsonl") + own(), ids=lambda table: table.name)
def test_judged_tables_are_whole(table: Judged) -> None:
    source = source_of(table.text)
    plan = read_plan(source, table.year)
    assert missing(source, plan) == ""
    assert words_agree(source, plan)


@st.composite
def tables(draw: st.DrawFn) -> SourceTable:
    rows, columns = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    cells, taken = [], set()
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            down = min(draw(st.sampled_from((1, 1, 1, 2))), rows - row)
            across = min(draw(st.sampled_from((1, 1, 1, 2))), columns - column)
            across = across if (row, column + across - 1) not in taken else 1
            taken |= {(row + low, column + right) for low in range(down) for right in range(across)}
            cells.append(SourceCell(row, column, draw(TEXTS), down, across))
    return SourceTable(tuple(cells), rows, columns)


BLOCKS: st.SearchStrategy[SourceBlock] = st.one_of(TEXTS.map(SourceParagraph), TEXTS.map(SourceParagraph), tables())


@settings(max_examples=300, deadline=None)
@given(st.lists(BLOCKS, max_size=14), st.sampled_from((None, 2017)))
def test_made_sources_are_whole(blocks: list[SourceBlock], year: int | None) -> None:
    source = Source("0" * 64, "表.docx", tuple(blocks))
    plan = read_plan(source, year)
    assert missing(source, plan) == ""
    assert words_agree(source, plan)
    assert plan_json(plan)["year"] in (None, 2017)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    source = source_of(text)
    assert missing(source, read_plan(source)) == ""


def test_samples_lie_beside() -> None:
    assert Path(SAMPLES / "tables.jsonl").is_file()
