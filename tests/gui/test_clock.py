"""The ticker's three jobs, and the week's sheet that is offered from Monday 8:30 on until it was seen."""

from datetime import datetime

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from lianbing_desktop.gui.clock import Ticker
from lianbing_desktop.gui.mainwindow import MainWindow
from lianbing_desktop.gui.watch import _week_of
from lianbing_desktop.services.desk import Desk
from tests.support.windows import look


def test_three_fixed_jobs_in_the_time_of_the_eastern_eighth_zone(qapp: QApplication) -> None:
    parent = QObject()
    ticker = Ticker(parent)
    ticker.start()
    jobs = {job.id: job for job in ticker._scheduler.get_jobs()}
    ticker.stop()
    assert set(jobs) == {"minute", "midnight", "monday"}
    assert all(job.next_run_time.utcoffset().total_seconds() == 8 * 3600 for job in jobs.values())
    assert f"{jobs['midnight'].next_run_time:%H:%M:%S}" == "00:00:05"
    assert f"{jobs['monday'].next_run_time:%w %H:%M}" == "1 08:30"
    assert all((job.misfire_grace_time, job.coalesce, job.max_instances) == (None, True, 1) for job in jobs.values())


@pytest.mark.parametrize(
    ("now", "monday"),
    [
        ("2017-10-16T08:29:59", "2017-10-09"),
        ("2017-10-16T08:30:00", "2017-10-16"),
        ("2017-10-22T23:59:00", "2017-10-16"),
        ("2017-10-23T00:00:05", "2017-10-16"),
        ("2018-01-01T08:30:00", "2018-01-01"),
    ],
)
def test_the_week_begins_on_monday_at_half_past_eight(now: str, monday: str) -> None:
    assert _week_of(datetime.fromisoformat(now)) == monday


@pytest.fixture
def weekly(window: MainWindow, desk: Desk, qtbot: QtBot) -> MainWindow:
    """The window, last told of the sheet of a week ago."""
    qtbot.waitUntil(lambda: window._watch._watchdog.health.checked_at is not None, timeout=10_000)
    assert not window._watch._places.week_banner.isVisible(), "not in the very first week"
    window.frame.memory.keep("weekly/told", "2017-10-09")
    look(window)
    return window


def press(window: MainWindow, words: str) -> None:
    banner = window._watch._places.week_banner
    next(each for each in banner.findChildren(QPushButton) if each.text() == words).click()


def test_the_sheet_is_offered_after_a_missed_monday_too_until_it_was_seen(weekly: MainWindow, qtbot: QtBot) -> None:
    assert weekly._watch._places.week_banner.isVisible()
    press(weekly, "查看周报")
    qtbot.waitUntil(lambda: any(each.isVisible() for each in weekly.findChildren(QDialog)))
    next(each for each in weekly.findChildren(QDialog) if each.isVisible()).reject()
    look(weekly)
    assert not weekly._watch._places.week_banner.isVisible()


def test_who_does_not_want_it_is_not_asked_again_that_week(weekly: MainWindow, desk: Desk) -> None:
    press(weekly, "不用了")
    look(weekly)
    assert not weekly._watch._places.week_banner.isVisible()
    object.__setattr__(desk.clock, "trial", None)
    object.__setattr__(desk.clock, "read", lambda: datetime(2017, 10, 23, 8, 30))
    look(weekly)
    assert weekly._watch._places.week_banner.isVisible()
