"""The window over 5,000 open items: while the watch ticks, the window goes on answering."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise
from time import perf_counter

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lianbing_desktop.app import open_desk
from lianbing_desktop.gui.mainwindow import MainWindow
from lianbing_desktop.gui.style import Style
from lianbing_desktop.services.desk import Desk
from lianbing_desktop.services.lead_plans import PlanScope
from tests.bench.test_reminders import ITEMS, SIX
from tests.support.reminders import campaign

MOST_MS = 50
TICKS = 30
NOW = datetime(2017, 10, 20, 12)


class Beat:
    """A timer that fires as often as it can; the longest pause between two is the longest stall."""

    def __init__(self) -> None:
        self.times: list[float] = []
        self._timer = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(lambda: self.times.append(perf_counter()))

    def __enter__(self) -> "Beat":
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.stop()

    @property
    def longest_ms(self) -> float:
        return 1000 * max(later - earlier for earlier, later in pairwise(self.times))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Twice 2,500 submissions, six leads each, due round the day."""
    desk = open_desk(tmp_path_factory.mktemp("stalls") / "home", NOW.date())
    desk.campaigns.take(campaign(count=ITEMS // 2))
    desk.reminders.set_plan(PlanScope.CAMPAIGN, "1", SIX)
    with desk._database.transaction():
        for number in range(1, ITEMS + 1):
            day = date(2017, 10, 20) + timedelta(days=number % 40 - 20)
            desk._database.update("submissions", number, {"due_on": day.isoformat()})
    object.__setattr__(desk.clock, "trial", None)
    set_clock(desk, NOW)
    yield desk
    desk.close()


def set_clock(desk: Desk, now: datetime) -> None:
    object.__setattr__(desk.clock, "read", lambda: now)


def test_the_window_never_stalls_while_ticks_come(desk: Desk, qapp: QApplication, qtbot: QtBot) -> None:
    window = MainWindow(desk, Style(qapp, "light"))
    window.show()
    qtbot.waitUntil(lambda: window._watch._watchdog.health.checked_at is not None, timeout=30_000)
    window._watch._watchdog._timer.stop()
    qtbot.wait(500)
    steady = [stall(window, desk, qtbot, NOW + timedelta(minutes=number)) for number in range(1, TICKS + 1)]
    idle = stall(window, desk, qtbot, None)
    morning = (
        stall(window, desk, qtbot, datetime(2017, 10, 21, 8, 59)),
        stall(window, desk, qtbot, datetime(2017, 10, 21, 9)),
    )
    print(
        f"\n{ITEMS} items: longest stall of {TICKS} ticks {max(steady):.0f} ms (without a tick {idle:.0f} ms), of the "
        f"first on a new day {morning[0]:.0f} ms, when everything is told anew at 9:00 {morning[1]:.0f} ms"
    )
    window.close()
    window.deleteLater()
    assert max(steady) <= MOST_MS


def stall(window: MainWindow, desk: Desk, qtbot: QtBot, now: datetime | None) -> float:
    """Return the longest stall round one tick at that moment, none where it is None."""
    with Beat() as beat:
        qtbot.wait(40)
        if now:
            set_clock(desk, now)
            window._watch._ticker.ticked.emit()
        qtbot.wait(60)
    return beat.longest_ms
