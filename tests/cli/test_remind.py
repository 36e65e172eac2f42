"""`lianbing remind`: one tick without a window."""

from tests.cli.conftest import Run


def test_one_tick_as_json_is_derived_into_the_ledger_and_not_shown(run: Run) -> None:
    first = run("remind", "--once", "--json", today="2017-06-05").data
    assert (first["clock"]["state"], first["absence"], first["at"][:10]) == ("trial", None, "2017-06-05")
    line = next(each for each in first["lines"] if each["unit"].startswith("常熟") and each["kind"] == "submission")
    assert line["key"] in line["keys"]
    assert line["key"] == f"submission:{line['id']}:{line['due_on']}:{line['lead']}"
    assert {"title", "words", "at", "campaign"} <= line.keys()
    again = run("remind", "--once", "--json", today="2017-06-05").data
    assert again["lines"] == first["lines"], "nothing was marked by asking"


def test_after_an_absence_it_says_for_how_long(run: Run) -> None:
    run("remind", today="2017-06-05")
    data = run("remind", "--json", today="2017-07-05").data
    assert (data["absence"]["days"], data["absence"]["since"][:10]) in ((29, "2017-06-05"), (30, "2017-06-05"))
    assert data["absence"]["missed"]
    assert data["absence"]["closed"]
    assert "没有运行" in data["absence"]["words"]


def test_for_people_it_is_a_table(run: Run) -> None:
    ran = run("remind", today="2017-06-05")
    assert ran.status == 0
    assert ran.out.splitlines()[0].split() == ["提醒", "截止", "类别", "单位", "事项"]
    assert "常熟市环保局" in ran.out


def test_where_nothing_is_due_it_says_so(run: Run) -> None:
    assert run("remind", today="2017-01-05").out == "没有要提醒的。\n"
    assert run("remind", "--json", today="2017-01-05").data["lines"] == []
