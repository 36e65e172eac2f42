"""How long the window stands still while 全部知道了, 稍后 and 撤销 are done to 5,000 lines of five reminders each."""

import os
from collections.abc import Callable
from statistics import median
from time import perf_counter

import pytest
from PySide6.QtCore import QTimer

from lianbing_desktop.gui.mainwindow import MainWindow
from lianbing_desktop.gui.reminders.window import ReminderWindow
from tests.bench.test_reminder_stall import MOST_MS, Heart, window

__all__ = ["window"]
MOST_SECONDS = 60


class Beats:
    """Keeps every gap between two turns of the window's loop while something runs."""

    def __init__(self, window: MainWindow) -> None:
        self.gaps: list[float] = []
        self._last = perf_counter()
        self._timer = QTimer(window, interval=0)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = perf_counter()
        self.gaps.append(1000 * (now - self._last))
        self._last = now


def test_very_many_at_once(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
    window.show()
    heart = Heart(window)
    heart.during(6)
    window._watch.open_reminders()
    heart.during(2)
    reminders = window._watch._window
    assert reminders
    lines = list(reminders._pending)
    until = window._desk.reminders.snooze_choices()[0][1]
    acts: dict[str, Callable[[], object]] = {
        "全部知道了": lambda: reminders._doing.acknowledge(lines),
        "撤销": reminders._toast._on_undo_clicked,
        "稍后": lambda: reminders._doing.put_off(lines, until, True),
        "撤销稍后": reminders._toast._on_undo_clicked,
    }
    for name, act in acts.items():
        assert measure(window, reminders, heart, name, act) <= MOST_MS
        assert bool(window._desk.reminders.pending()) == name.startswith("撤销")


def measure(window: MainWindow, reminders: ReminderWindow, heart: Heart, name: str, act: Callable[[], object]) -> float:
    """Do one thing to the end; return how long the window stands still at a time, in milliseconds."""
    beats, start = Beats(window), perf_counter()
    act()
    while reminders._doing.portions.is_running:
        assert perf_counter() - start < MOST_SECONDS
        heart.during(0.1)
    took = perf_counter() - start
    heart.during(1)
    beats._timer.stop()
    gaps = [gap for gap in beats.gaps if gap > 5]
    print(
        f"{name} of 5,000 lines {took:.1f} s: the window stands still {median(gaps):.0f} ms at a time, "
        f"{max(gaps):.0f} once; load {os.getloadavg()[0]:.1f}"
    )
    return median(gaps)
