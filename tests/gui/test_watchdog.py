"""Reminding goes on whatever fails: faults in 200 ticks, a dead scheduler thread, sleep and clocks that leap."""

import re
import resource
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from time import monotonic, sleep

import pytest
from apscheduler.job import Job
from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.schedulers.background import BackgroundScheduler
from jeepney import DBusAddress, message_bus, new_signal
from jeepney.io.blocking import open_dbus_connection
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from lianbing_desktop.gui.clock import Ticker
from lianbing_desktop.gui.mainwindow import MainWindow
from lianbing_desktop.gui.resume import Resume
from lianbing_desktop.gui.watch import Watch
from lianbing_desktop.gui.watchdog import Health, Pace, Standing, Watchdog
from lianbing_desktop.services.desk import Desk
from tests.support import message_bus as support

NOW = datetime(2017, 10, 20, 9)
TICKS = 200
thread_deaths_are_wanted = pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")


@pytest.fixture
def watch(window: MainWindow, desk: Desk, qtbot: QtBot) -> Iterator[Watch]:
    """The watch of a window on a desk whose clock runs from 9:00 as fast as the test lets it; locks fail at once."""
    times = iter(NOW + timedelta(minutes=number) for number in range(1_000_000))
    object.__setattr__(desk.clock, "trial", None)
    object.__setattr__(desk.clock, "read", lambda: next(times))
    connection = desk._database._connection
    for pragma in ("locking_mode=NORMAL", "busy_timeout=0"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("SELECT count(*) FROM settings").fetchone()  # lets go of the lock
    qtbot.waitUntil(lambda: window._watch._watchdog.health.checked_at is not None, timeout=10_000)
    window._watch._watchdog._timer.stop()
    tick(window._watch)
    return window._watch


@contextmanager
def locked(desk: Desk) -> Iterator[None]:
    other = sqlite3.connect(desk.home.database, isolation_level=None, timeout=0)
    other.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        other.close()


@contextmanager
def failing_disk(desk: Desk) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def bug(desk: Desk) -> Iterator[None]:
    good = desk.clock.read
    object.__setattr__(desk.clock, "read", lambda: 1 // 0)
    try:
        yield
    finally:
        object.__setattr__(desk.clock, "read", good)


def tick(watch: Watch) -> None:
    watch._ticker.ticked.emit()
    finish(watch)


def finish(watch: Watch) -> None:
    QApplication.processEvents()
    while watch.is_busy:
        QApplication.processEvents()


FAULTS: dict[str, Callable[[Desk], object]] = {"locked": locked, "failing disk": failing_disk, "bug": bug}


@pytest.mark.parametrize("name", FAULTS)
def test_the_fault_is_one(watch: Watch, desk: Desk, name: str) -> None:
    """The control: a tick under this fault does fail, so that the tests below can see it."""
    with pytest.raises(Exception, match=r"占用|磁盘|division"), FAULTS[name](desk):  # type: ignore[attr-defined]
        desk.reminders.tick()


def test_after_every_fault_in_200_ticks_the_next_tick_comes(watch: Watch, desk: Desk) -> None:
    names = list(FAULTS)
    standing = []
    for number in range(TICKS):
        with ExitStack() as stack:
            if number % 3 == 1:
                stack.enter_context(FAULTS[names[number // 3 % 3]](desk))  # type: ignore[arg-type]
            tick(watch)
        standing.append(watch._watchdog.health.standing)
        checked = watch._watchdog.health.checked_at
        if number % 3 == 2:
            assert standing[-1] is Standing.FINE, f"tick {number}"
            assert checked is not None
            assert desk.clock.now() - checked < timedelta(minutes=60), "it was checked just now"
    assert standing.count(Standing.FAILING) == len(range(1, TICKS, 3))
    assert not watch._places.banner.isVisible(), "no three in a row"


@pytest.mark.parametrize(("name", "word"), [("locked", "占用"), ("failing disk", "磁盘"), ("bug", "日志")])
def test_three_failures_are_told_and_the_recovery_too(
    watch: Watch, desk: Desk, window: MainWindow, qtbot: QtBot, name: str, word: str
) -> None:
    banner, line = watch._places.banner, window._status._reminders
    with FAULTS[name](desk):  # type: ignore[attr-defined]
        tick(watch)
        tick(watch)
        assert not banner.isVisible()
        assert "提醒未能检查" in line.text()
        tick(watch)
        assert banner.isVisible()
        assert re.match(r"提醒已中断（\d\d:\d\d 起）：", banner.words)
        assert word in banner.words
        assert line.text().startswith("提醒已中断 · 上次检查 ")
    retry = next(each for each in banner.findChildren(QPushButton) if each.text() == "现在重试")
    qtbot.mouseClick(retry, Qt.MouseButton.LeftButton)
    finish(watch)
    assert banner.words.startswith("提醒已恢复，")
    assert line.text().startswith("提醒已恢复 · 上次检查 ")
    tick(watch)
    assert banner.isVisible(), "until it was read"
    read = next(each for each in banner.findChildren(QPushButton) if each.text() == "知道了")
    qtbot.mouseClick(read, Qt.MouseButton.LeftButton)
    assert not banner.isVisible()
    assert line.text().startswith("提醒正常 · 上次检查 ")


@thread_deaths_are_wanted
def test_a_dead_scheduler_thread_is_noticed_told_and_replaced(watch: Watch, qtbot: QtBot) -> None:
    seen: list[Health] = []
    watch._watchdog.changed.connect(seen.append)
    dead = watch._ticker._scheduler
    kill(dead)
    watch._watchdog._pace = Pace(beat=0.05, silence=0.3)
    watch._watchdog._timer.start(50)
    watch._watchdog.hear()
    with qtbot.waitSignal(watch._ticker.ticked, timeout=5000):
        pass
    watch._watchdog._timer.stop()
    qtbot.waitUntil(lambda: watch._watchdog.health.standing is Standing.RESTORED)
    assert watch._ticker._scheduler is not dead
    assert watch._ticker._scheduler._thread.is_alive()
    broken = next(health for health in seen if health.standing is Standing.BROKEN)
    assert "后台计时停止了" in broken.reason
    assert "重新打开练兵台" in broken.reason
    assert "后台计时停止了" in watch._places.banner.words


def kill(scheduler: BackgroundScheduler) -> None:
    """Let the thread die of an error in its job store."""
    thread = scheduler._thread

    def fail() -> None:
        raise sqlite3.OperationalError("disk I/O error")

    scheduler._lookup_jobstore("default").get_next_run_time = fail
    scheduler.wakeup()
    thread.join(5)
    assert not thread.is_alive()


class FailingStore(MemoryJobStore):
    """A job store whose database is locked once, at its 20th write."""

    def __init__(self) -> None:
        super().__init__()
        self.written = 0

    def update_job(self, job: Job) -> None:
        self.written += 1
        if self.written == 20:
            raise sqlite3.OperationalError("database is locked")
        super().update_job(job)


@thread_deaths_are_wanted
def test_control_a_plain_scheduler_with_a_stored_job_dies_of_one_locked_database() -> None:
    store, ticks = FailingStore(), []
    scheduler = BackgroundScheduler(jobstores={"default": store})
    scheduler.add_job(lambda: ticks.append(monotonic()), "interval", seconds=0.02)
    scheduler.start()
    scheduler._thread.join(10)
    sleep(0.2)  # its last job may still run
    count = len(ticks)
    sleep(0.3)
    assert not scheduler._thread.is_alive()
    assert scheduler.running, "and it does not even know"
    assert len(ticks) == count, "no tick ever comes again"
    scheduler.shutdown(wait=False)


def test_our_ticker_survives_the_same_fault_in_200_real_ticks(watch: Watch, desk: Desk, qtbot: QtBot) -> None:
    passed: list[Standing] = []
    watch._watchdog.changed.connect(lambda health: passed.append(health.standing))
    watch._ticker._scheduler.reschedule_job("minute", trigger="interval", seconds=0.02)
    qtbot.waitUntil(lambda: len(passed) >= TICKS // 2, timeout=60_000)
    with locked(desk):
        before = len(passed)
        qtbot.waitUntil(lambda: Standing.BROKEN in passed[before:], timeout=20_000)
    qtbot.waitUntil(lambda: len(passed) >= TICKS and passed[-1] is Standing.RESTORED, timeout=60_000)
    assert watch._ticker._scheduler._thread.is_alive()


@dataclass
class Clocks:
    """Both clocks of a computer, set by hand; ``pass_time`` moves both, looking once a beat."""

    dog: Watchdog | None = None
    wall: float = 1e9
    steady: float = 50.0
    leaps: list[float] = field(default_factory=list)
    silences: list[float] = field(default_factory=list)

    def pass_time(self, seconds: float, hears: bool = True) -> None:
        assert self.dog is not None
        for _ in range(int(seconds // 15)):
            self.wall += 15
            self.steady += 15
            if hears:
                self.dog.hear()
            self.dog.look()


@pytest.fixture
def clocks(qapp: QApplication) -> Clocks:
    parent, clocks = QObject(), Clocks()
    dog = Watchdog(lambda: NOW, parent, wall=lambda: clocks.wall, steady=lambda: clocks.steady)
    dog.setParent(None)
    dog.leapt.connect(lambda: clocks.leaps.append(clocks.steady))
    dog.silent.connect(lambda: clocks.silences.append(clocks.steady))
    clocks.dog = dog
    return clocks


def test_nothing_is_said_while_ticks_come(clocks: Clocks) -> None:
    clocks.pass_time(24 * 3600)
    assert (clocks.leaps, clocks.silences) == ([], [])


def test_silence_is_noticed_within_three_minutes_and_again_while_it_lasts(clocks: Clocks) -> None:
    began = clocks.steady
    clocks.pass_time(600, hears=False)
    assert clocks.silences[0] - began <= 180
    assert len(clocks.silences) >= 3
    assert clocks.dog is not None
    assert clocks.dog.health.words.startswith("提醒已中断 · 还没有检查过 · 后台计时停止了")


@pytest.mark.parametrize("leap", [3600, 3 * 86400, 21 * 86400, 400 * 86400, -3600, -400 * 86400, 121, -121])
def test_sleep_or_a_set_clock_is_a_leap(clocks: Clocks, leap: float) -> None:
    clocks.pass_time(60)
    clocks.wall += leap
    clocks.pass_time(15)
    clocks.pass_time(60)
    assert len(clocks.leaps) == 1


def test_a_sleep_that_both_clocks_counted_is_a_leap_too(clocks: Clocks) -> None:
    clocks.pass_time(60)
    clocks.wall += 3600
    clocks.steady += 3600
    clocks.pass_time(15)
    assert len(clocks.leaps) == 1
    assert clocks.silences == []


@pytest.mark.parametrize("drift", [100, -100])
def test_a_corrected_clock_is_none(clocks: Clocks, drift: float) -> None:
    clocks.wall += drift
    clocks.pass_time(60)
    assert clocks.leaps == []


def test_a_clock_set_back_a_year_does_not_keep_the_ticker_waiting(watch: Watch, qtbot: QtBot) -> None:
    """The scheduler waits by the wall clock: after a leap it would sleep for the year."""
    late = datetime.now().astimezone() + timedelta(days=365)
    watch._ticker._scheduler.modify_job("minute", next_run_time=late)
    with qtbot.waitSignal(watch._ticker.ticked, timeout=5000):
        watch._watchdog.leapt.emit()


def test_waking_up_is_heard_over_the_system_bus(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with support.message_bus() as address:
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
        parent = QObject()
        resume = Resume(parent)
        logind = open_dbus_connection(address)
        logind.send_and_get_reply(message_bus.RequestName("org.freedesktop.login1"))
        emitter = DBusAddress("/org/freedesktop/login1", interface="org.freedesktop.login1.Manager")
        resume.start()
        sleep(0.5)
        with qtbot.assertNotEmitted(resume.resumed, wait=200):
            logind.send(new_signal(emitter, "PrepareForSleep", "b", (True,)))
        with qtbot.waitSignal(resume.resumed, timeout=5000):
            logind.send(new_signal(emitter, "PrepareForSleep", "b", (False,)))
        resume.stop()
        logind.close()
    assert not [thread for thread in threading.enumerate() if thread.name == "logind"]


def test_without_a_system_bus_nothing_is_said(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/bus")
    parent = QObject()
    resume = Resume(parent)
    resume.start()
    resume.stop()
    assert not caplog.records


def test_restarting_a_ticker_never_waits_for_a_thread_that_hangs(qapp: QApplication, qtbot: QtBot) -> None:
    parent, gate = QObject(), threading.Event()
    ticker = Ticker(parent)
    ticker.start()
    hanging = ticker._scheduler
    hanging._lookup_jobstore("default").get_due_jobs = lambda now: gate.wait(20) and []
    hanging.wakeup()
    began = monotonic()
    with qtbot.waitSignal(ticker.ticked, timeout=5000):
        ticker.restart()
    assert monotonic() - began < 5
    gate.set()
    ticker.stop()


def test_a_day_that_turns_while_the_file_is_locked_is_shown_later(
    watch: Watch, desk: Desk, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lianbing_desktop.gui.mainwindow._AGAIN_MS", 20)
    shown: list[object] = []
    monkeypatch.setattr(type(window), "_show_campaign", lambda self: shown.append(desk.campaigns.all()))
    with locked(desk):
        watch.day_turned.emit()
        assert shown == []
    qtbot.waitUntil(lambda: bool(shown), timeout=5_000)
