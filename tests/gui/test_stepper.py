"""Steps on the GUI thread: the window lives in between, what is given up stays so, and an error is told."""

from collections.abc import Iterator
from time import perf_counter, thread_time

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from lianbing_desktop.domain.slices import Steps
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui import stepper as module
from lianbing_desktop.gui.stepper import Stepper


def work(count: int, seconds: float = 0.004, fault: Exception | None = None) -> Steps[int]:
    for _ in range(count):
        end = thread_time() + seconds
        while thread_time() < end:
            pass
        yield
    if fault:
        raise fault
    return count


class Outcome:
    """What became of the work."""

    def __init__(self) -> None:
        self.done: list[object] = []
        self.failed: list[Exception] = []


@pytest.fixture
def outcome() -> Outcome:
    return Outcome()


@pytest.fixture
def stepper(qtbot: QtBot) -> Iterator[Stepper]:
    parent = QObject()
    yield Stepper(parent)
    parent.deleteLater()


def begin(stepper: Stepper, steps: Steps[int], outcome: Outcome) -> None:
    stepper.start(steps, outcome.done.append, outcome.failed.append)


def widest(qtbot: QtBot, stepper: Stepper) -> float:
    """Return the longest gap, in milliseconds, between two beats of the window's loop until the work is over."""
    gaps, last = [], perf_counter()

    def beat() -> None:
        nonlocal last
        gaps.append(perf_counter() - last)
        last = perf_counter()

    timer = QTimer(stepper, interval=0)
    timer.timeout.connect(beat)
    timer.start()
    qtbot.waitUntil(lambda: not stepper.is_busy, timeout=5_000)
    timer.stop()
    return 1000 * max(gaps)


def test_the_window_lives_between_steps(stepper: Stepper, outcome: Outcome, qtbot: QtBot) -> None:
    begin(stepper, work(60), outcome)
    assert outcome.done == []
    assert widest(qtbot, stepper) < 120
    assert (outcome.done, outcome.failed) == ([60], [])


def test_the_control_sees_work_that_is_done_in_one_go(
    stepper: Stepper, outcome: Outcome, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(stepper, work(60), outcome)
    monkeypatch.setattr(module, "SECONDS", 10)
    assert widest(qtbot, stepper) > 120


def test_little_work_is_over_at_once(stepper: Stepper, outcome: Outcome) -> None:
    begin(stepper, work(1, 0), outcome)
    assert outcome.done == [1]
    assert not stepper.is_busy


@pytest.mark.parametrize("fault", [UserError("磁盘已满。"), ZeroDivisionError()])
def test_an_error_is_told_and_ends_it(stepper: Stepper, outcome: Outcome, qtbot: QtBot, fault: Exception) -> None:
    begin(stepper, work(5, fault=fault), outcome)
    qtbot.waitUntil(lambda: not stepper.is_busy)
    assert (outcome.done, outcome.failed) == ([], [fault])


def test_what_is_started_anew_or_stopped_never_ends(stepper: Stepper, outcome: Outcome, qtbot: QtBot) -> None:
    begin(stepper, work(50), outcome)
    begin(stepper, work(10), outcome)
    qtbot.waitUntil(lambda: not stepper.is_busy)
    begin(stepper, work(50), outcome)
    stepper.stop()
    qtbot.wait(50)
    assert (outcome.done, outcome.failed) == ([10], [])
