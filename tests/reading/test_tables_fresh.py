"""Tables written from knowledge of what bureaus circulate, batch by batch, each labelled before it was first read."""

import pytest

from lianbing_desktop.reading.tables import plan_json, read_plan
from tests.reading.test_tables_whole import missing, words_agree
from tests.support.drawing import Drawn, fresh, source_of, source_of_file
from tests.support.tables_score import faults

TABLES = fresh()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_task_is_read_and_nothing_is_dropped(table: Drawn) -> None:
    source = source_of(table)
    plan = read_plan(source, table.year)
    assert {task: wrong for task, wrong in faults(table, source).items() if wrong} == {}
    assert missing(source, plan) == ""
    assert words_agree(source, plan)
    assert all(task["source"]["places"] for task in plan_json(plan)["tasks"])


@pytest.mark.parametrize(
    "table", [table for table in TABLES if table.kind == "docx"][::9], ids=lambda table: table.name
)
def test_real_word_files_say_the_same(table: Drawn) -> None:
    assert _tasks(source_of_file(table), table) == _tasks(source_of(table), table)


def _tasks(source: object, table: Drawn) -> list[dict[str, object]]:
    tasks = plan_json(read_plan(source, table.year))["tasks"]  # type: ignore[arg-type]
    return [{key: value for key, value in task.items() if key != "source"} for task in tasks]


def test_a_wrong_label_is_seen() -> None:
    table = TABLES[0]
    wrong = Drawn(table.name, table.year, table.text.replace("4月15日前", "4月16日前"), table.tasks, table.kind)
    assert any(faults(wrong, source_of(wrong)).values())


def test_there_are_many() -> None:
    assert len(TABLES) > 250
    assert {table.kind for table in TABLES} == {"docx", "xlsx", "txt"}
