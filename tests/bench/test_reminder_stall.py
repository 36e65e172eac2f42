"""How long the window stands still while 5,000 items are looked at and told of: by a heartbeat in its own loop."""

import gc
import os
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from statistics import median
from time import monotonic, perf_counter

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from lianbing_desktop.app import open_desk
from lianbing_desktop.domain.lead import Lead, LeadPlan
from lianbing_desktop.domain.submission import State
from lianbing_desktop.gui.mainwindow import MainWindow
from lianbing_desktop.gui.style import Style
from lianbing_desktop.services.desk import Desk
from lianbing_desktop.services.lead_plans import PlanScope
from tests.support.message_bus import notification_server
from tests.support.reminders import campaign

ITEMS = 5_000
MOST_MS = 50
TICKS = 9
MORNINGS = 5
SIX = LeadPlan(tuple(Lead(days) for days in (30, 14, 7, 3, 1, 0)))
TODAY = date(2017, 10, 20)


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    desk = open_desk(tmp_path / "home", TODAY)
    desk.campaigns.take(campaign(count=ITEMS // 2))
    desk.reminders.set_plan(PlanScope.CAMPAIGN, "1", SIX)
    with desk._database.transaction():
        for number in range(1, ITEMS + 1):
            day = TODAY + timedelta(days=number % 40 - 20)
            desk._database.update("submissions", number, {"due_on": day.isoformat()})
    object.__setattr__(desk.clock, "trial", None)
    set_clock(desk, 0)
    window = MainWindow(desk, Style(qapp, "light"))
    window.page("settings")
    yield window
    window.leave()
    desk.close()


def set_clock(desk: Desk, minute: int) -> None:
    at = datetime.combine(TODAY, time(9)) + timedelta(minutes=minute)
    object.__setattr__(desk.clock, "read", lambda: at)


class Heart:
    """Beats in the window's own loop; the longest gap is how long the window stood still."""

    def __init__(self, window: MainWindow) -> None:
        self._last = perf_counter()
        self.widest = 0.0
        self._timer = QTimer(window, interval=0)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def during(self, seconds: float) -> float:
        """Return the longest stall in milliseconds while the window runs for that long."""
        self.widest, self._last = 0.0, perf_counter()
        end = monotonic() + seconds
        while monotonic() < end:
            QApplication.processEvents()
        return self.widest * 1000

    def _beat(self) -> None:
        now = perf_counter()
        self.widest, self._last = max(self.widest, now - self._last), now


def ticked(window: MainWindow, heart: Heart, minute: int, seconds: float) -> float:
    """Tick so many minutes after 9:00 of the first day; return the longest stall within that time."""
    set_clock(window._desk, minute)
    window._watch._ticker.ticked.emit()
    return heart.during(seconds)


@pytest.mark.parametrize("kind", ["full", "silent", "none"])
def test_the_window_never_stands_still(window: MainWindow, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    if kind == "none":
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
        measure(window, kind)
        return
    with notification_server(kind, monkeypatch):
        measure(window, kind)


def measure(window: MainWindow, kind: str) -> None:
    desk = window._desk
    window.show()
    heart = Heart(window)
    first = heart.during(4)
    gc.freeze()  # as the program does once it has started
    idle = heart.during(0.5)
    ticks = [ticked(window, heart, minute, 0.3) for minute in range(1, TICKS + 1)]
    desk.submissions.mark(7, State.RECEIVED)
    written = heart.during(0.5)
    turns, mornings = [], []
    for day in range(1, MORNINGS + 1):
        turns.append(ticked(window, heart, 24 * 60 * day - 9 * 60, 1.5))
        ticked(window, heart, 24 * 60 * day - 1, 0.3)
        mornings.append(ticked(window, heart, 24 * 60 * day, 1.5))
    window.frame.try_messages(lambda told: None)
    message = heart.during(6 if kind == "silent" else 0.5)
    print(
        f"\n{ITEMS} items, {len(desk.reminders.pending())} lines, server {kind}, load {os.getloadavg()[0]:.1f}: "
        f"the window stands still {median(ticks):.0f} ms in a minute's tick (worst {max(ticks):.0f}), {message:.0f} ms "
        f"while a message goes out, {written:.0f} ms after a write, {median(turns):.0f} ms at midnight "
        f"(worst {max(turns):.0f}), {median(mornings):.0f} ms at 9:00 of a new day (worst {max(mornings):.0f}), "
        f"{first:.0f} ms at the start, {idle:.1f} ms idle"
    )
    assert median(ticks) <= MOST_MS
    assert written <= MOST_MS
    assert median(turns) <= MOST_MS
    assert median(mornings) <= MOST_MS
    assert message <= MOST_MS
