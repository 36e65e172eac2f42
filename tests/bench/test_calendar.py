"""The calendar and the task table with 2,000 submissions: switching months and filtering, up to the painted window."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from lianbing_desktop.app import open_desk
from lianbing_desktop.gui.calendar.view import CalendarView
from lianbing_desktop.gui.mainwindow import MainWindow
from lianbing_desktop.gui.style import Style
from lianbing_desktop.gui.tasks.view import TaskView
from lianbing_desktop.paths import resource
from lianbing_desktop.services.desk import Desk

LIMIT = 0.050
ROUNDS = 9
MORE = """
[[tasks.requirements]]
key = "more-{number}"
title = "加报材料{number}"
senders = ["@counties"]
receiver = "bureau"
due = {{ months = [6, 7, 8, 9, 10] }}
count = 2
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The 2017 campaign with as many more requirements as make 2,000 submissions."""
    desk = open_desk(tmp_path, date(2017, 10, 20))
    desk.home.campaigns.mkdir(parents=True)
    text = resource("campaigns/suzhou-2017.toml").read_text(encoding="utf-8")
    text += "".join(MORE.format(number=number) for number in range(19))
    (desk.home.campaigns / "big-2017.toml").write_text(text.replace("suzhou-2017", "big-2017"), encoding="utf-8")
    desk.campaigns.start("big-2017")
    assert len(desk.submissions.all()) > 2000
    yield desk
    desk.close()


@pytest.fixture
def window(desk: Desk, qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(desk, Style(qapp, "light"))
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    qtbot.wait(500)  # what starts after the first paint has started
    yield window
    window.close()
    window.deleteLater()


def timed(name: str, act: Callable[[int], object]) -> float:
    """Print how long doing ``act`` and painting what it changed takes, and return the least."""
    taken = []
    for number in range(ROUNDS):
        begun = perf_counter()
        act(number)
        QApplication.processEvents()  # paints what has changed
        taken.append(perf_counter() - begun)
    print(f"{name}: {1000 * median(taken):.1f} ms in the middle, {1000 * max(taken):.1f} ms at most")
    return min(taken)  # the limit is the program's, not that of what else the machine does


def test_months_and_filters_of_2000_submissions(window: MainWindow, desk: Desk, benchmark: BenchmarkFixture) -> None:
    print(f"\n{len(desk.submissions.all())} submissions")
    calendar, tasks = window.page("calendar"), window.page("tasks")
    assert isinstance(calendar, CalendarView)
    assert isinstance(tasks, TaskView)
    typed = ("jczd", "zjg", "", "简讯", "zhangjiagang", "", "jczd", "zjg", "")
    window.page("calendar")
    benchmark.pedantic(lambda: calendar._turn(1), rounds=1)
    figures = {"page switch": timed("page switch", lambda number: window.open_page(1 + number % 2))}
    window.page("tasks")
    figures["task filter"] = timed("task filter", lambda number: tasks._chosen_by.text.setText(typed[number]))
    window.page("calendar")
    calendar.show_day(date(2017, 5, 31))
    figures["month switch"] = timed("month switch", lambda number: calendar._turn(1 if number < 5 else -1))
    calendar.show_day(date(2017, 10, 31))
    units = ("changshu", "", "taicang", "", "kunshan", "", "sip", "", "snd")
    figures["unit filter"] = timed("unit filter", lambda number: calendar._unit.pick(units[number]))
    figures["next day"] = timed("next day", lambda number: calendar.show_day(date(2017, 10, 31 - number)))
    assert {name: taken for name, taken in figures.items() if taken > LIMIT} == {}
