"""Closed and opened again during quiet hours: nothing is sent in either session, and everything once they are over."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lianbing_desktop.app import open_desk
from lianbing_desktop.gui.mainwindow import MainWindow
from lianbing_desktop.gui.style import Style
from lianbing_desktop.services.desk import Desk
from lianbing_desktop.services.settings import QUIET_HOURS
from tests.gui.conftest import TODAY
from tests.support.message_bus import NotificationServer, notification_server

EVENING, MORNING = datetime(2017, 10, 20, 23, 30), datetime(2017, 10, 21, 7, 0)
pytestmark = pytest.mark.skipif("sys.platform != 'linux'", reason="D-Bus is Linux's")


@contextmanager
def session(home: Path, now: datetime, qapp: QApplication, qtbot: QtBot) -> Iterator[tuple[Desk, MainWindow]]:
    """Run a desk with its window at that time, until its first tick has come; closed afterwards."""
    desk = open_desk(home, TODAY)
    object.__setattr__(desk.clock, "trial", None)
    set_clock(desk, now)
    if not desk.campaigns.current_id:
        desk.campaigns.start("suzhou-2017")
        desk.settings.put(QUIET_HOURS, "22:00-07:00")
    window = MainWindow(desk, Style(qapp, "light"))
    window.show()
    qtbot.waitUntil(lambda: window._watch._watchdog.health.checked_at is not None, timeout=10_000)
    yield desk, window
    window._watch.stop()
    window.close()
    window.deleteLater()
    desk.close()


def set_clock(desk: Desk, now: datetime) -> None:
    object.__setattr__(desk.clock, "read", lambda: now)


def states(desk: Desk) -> set[str]:
    return {row["state"] for row in desk._database.rows("SELECT DISTINCT state FROM reminders")}


def sent(server: NotificationServer) -> list[str]:
    return [arguments[3] for name, arguments in tuple(server.calls) if name == "Notify"]


def test_a_restart_in_quiet_hours_sends_nothing_and_loses_nothing(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with notification_server("full", monkeypatch) as server:
        with session(tmp_path / "home", EVENING, qapp, qtbot) as (desk, _):
            qtbot.wait(200)
            assert states(desk) == {"pending"}
        with session(tmp_path / "home", EVENING.replace(minute=50), qapp, qtbot) as (desk, window):
            qtbot.wait(200)
            assert states(desk) == {"pending"}
            assert sent(server) == []
            set_clock(desk, MORNING)
            window._watch.check()
            server.wait_for("Notify")
            assert sent(server) == [f"练兵台：{len(desk.reminders.pending())} 条提醒"]
            qtbot.waitUntil(lambda: states(desk) == {"shown"}, timeout=5000)
