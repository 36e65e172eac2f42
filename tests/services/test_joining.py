"""The counties' monthly forms joined into what the department owes: nothing is marked unasked, all can be undone."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from lianbing_desktop.domain.requirement import Requirement
from lianbing_desktop.domain.submission import State, Submission
from lianbing_desktop.errors import UserError
from lianbing_desktop.services.desk import Desk
from lianbing_desktop.services.joining import Join, Joined
from tests.support.desk import asked, piece
from tests.support.returning import fill

MONTH = "2017-07"
Returning = Callable[[int], None]


def numbers(filed: int) -> tuple[object, ...]:
    return (filed, 2, 12.5, 0, 0, 1, 0, 0, 1, 2, 0, 0, 0, 0, 0, 2, 2, 2, 2, 1, "")


@pytest.fixture
def monthly(desk: Desk) -> Requirement:
    return asked(desk, "月调度")


@pytest.fixture
def returning(desk: Desk, monthly: Requirement, tmp_path: Path) -> Returning:
    """Have the first so many counties hand their forms in, the n-th telling n cases filed."""

    def come(count: int) -> None:
        forms = desk.forms.prepare(monthly, MONTH)
        paths = desk.forms.write(forms, tmp_path / f"out{count}")
        desk.forms.record(forms)
        here = {line.unit.name for line in desk.forms.lines(monthly, MONTH) if line.returned}
        chosen = [
            fill(path, numbers(number))
            for number, (form, path) in enumerate(zip(forms, paths, strict=True), 1)
            if number <= count and form.unit not in here
        ]
        found = desk.collecting.collect(chosen)
        assert all(each.is_good for each in found)
        desk.collecting.take_in(found, desk.submissions.keeping([each.path for each in found])())

    return come


def offered(desk: Desk, monthly: Requirement) -> Join:
    join = desk.joining.offer(monthly, MONTH)
    assert join
    return join


def joined(desk: Desk, monthly: Requirement) -> Joined:
    join = offered(desk, monthly)
    return desk.joining.take_in(join, desk.joining.prepared(join)())


def owed(desk: Desk) -> Submission:
    return piece(desk, "月调度", "法规", MONTH)


def rows(desk: Desk) -> list[tuple[Any, ...]]:
    (file,) = owed(desk).files
    tab = load_workbook(BytesIO(desk.submissions.place(file).read_bytes())).worksheets[0]
    return [row for row in tab.iter_rows(values_only=True) if any(cell is not None for cell in row)]


def test_the_department_piece_gets_the_joined_table(desk: Desk, monthly: Requirement, returning: Returning) -> None:
    returning(10)
    assert owed(desk).state is State.OPEN
    join = offered(desk, monthly)
    assert join.is_complete
    assert (join.piece.unit, join.name) == ("局法规处", "月调度表汇总_2017年7月.xlsx")
    done = joined(desk, monthly)
    assert (owed(desk).state, [file.name for file in owed(desk).files]) == (State.RECEIVED, [join.name])
    assert desk.submissions.steps(owed(desk).id)[-1].note == "各单位表格汇总：10 个单位"
    others = [each for each in desk.submissions.all() if each.requirement == "月调度" and each.period != MONTH]
    assert {each.state for each in others} == {State.OPEN}
    table = rows(desk)
    total = next(row for row in table if row[0] == "合计")
    assert total[1] == sum(range(1, 11))
    assert sum(str(row[0]).endswith("环保局") for row in table) == 10
    desk.joining.undo(done)
    assert (owed(desk).state, owed(desk).files) == (State.OPEN, ())


def test_the_bulletin_tells_the_sums_of_the_joined_rows(desk: Desk, monthly: Requirement, returning: Returning) -> None:
    returning(10)
    joined(desk, monthly)
    heads, total = (next(row for row in rows(desk) if row[0] == word) for word in ("单位", "合计"))
    of_table = dict(zip(heads, total, strict=True))
    figures = {each.name: each.words for each in desk.reports.figures("bulletin").values}
    assert figures["月份"] == "7月"
    for heading in ("立案数", "处罚决定数", "已公开数"):
        assert figures[f"本月{heading}"] == str(of_table[heading])
    assert figures["本月罚款（万元）"] == "125.00"
    assert figures["调度未报单位"] == "无"


def test_an_incomplete_table_names_who_is_missing_and_gives_way_to_the_whole_one(
    desk: Desk, monthly: Requirement, returning: Returning
) -> None:
    returning(9)
    join = offered(desk, monthly)
    assert [unit.short for unit in join.missing] == ["高新区"]
    joined(desk, monthly)
    assert any(row[1] == "未报送" for row in rows(desk))
    assert desk.submissions.steps(owed(desk).id)[-1].note.endswith("缺 1 个")
    first = owed(desk).files
    returning(10)
    whole = joined(desk, monthly)
    assert len(owed(desk).files) == 1
    assert owed(desk).files != first
    assert not any(row[1] == "未报送" for row in rows(desk))
    desk.joining.undo(whole)
    assert (owed(desk).state, owed(desk).files) == (State.RECEIVED, first)


def test_a_table_received_by_hand_stays_beside_it(
    desk: Desk, monthly: Requirement, returning: Returning, tmp_path: Path
) -> None:
    returning(10)
    path = tmp_path / "处里自己的表.xlsx"
    path.write_bytes(b"own")
    desk.submissions.receive(owed(desk).id, [path])
    joined(desk, monthly)
    assert [file.name for file in owed(desk).files] == [path.name, "月调度表汇总_2017年7月.xlsx"]


def test_nothing_is_joined_of_nothing_or_after_it_went_up(
    desk: Desk, monthly: Requirement, returning: Returning
) -> None:
    with pytest.raises(UserError, match="没有收回任何一份"):
        desk.joining.prepared(offered(desk, monthly))
    returning(10)
    join = offered(desk, monthly)
    done = joined(desk, monthly)
    desk.submissions.mark(owed(desk).id, State.SENT_UP)
    with pytest.raises(UserError, match="已上报"):
        desk.joining.prepared(join)
    with pytest.raises(UserError, match="又有新的操作"):
        desk.joining.undo(done)


def test_what_the_counties_owe_themselves_is_not_joined(desk: Desk) -> None:
    assert desk.joining.offer(asked(desk, "联络员名单")) is None
    assert desk.joining.offer(asked(desk, "活动总结（各市、区）")) is None
    for requirement, _ in desk.forms.offers():
        if requirement.is_open_ended:
            assert desk.joining.offer(requirement) is None
