"""Desktop messages over a real message bus, to a notification server in another process."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lianbing_desktop.gui.notifying.bus import Bus
from lianbing_desktop.gui.notifying.notice import Answer, notice
from tests.support.message_bus import NotificationServer, message_bus, notification_server

TEXTS = ["张家港市环保局 工作简讯 <b>&</b>，今天到期"]
pytestmark = pytest.mark.skipif("sys.platform != 'linux'", reason="D-Bus is Linux's")


@pytest.fixture
def bus(qapp: QApplication) -> Iterator[Bus]:
    parent = QObject()
    bus = Bus(parent)
    yield bus
    bus.stop()


@pytest.fixture
def server(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[NotificationServer]:
    with notification_server(getattr(request, "param", "full"), monkeypatch) as server:
        yield server


def told(bus: Bus, qtbot: QtBot, number: int = 1) -> Answer:
    with qtbot.waitSignal(bus.answered, timeout=10_000) as heard:
        bus.tell(number, notice(TEXTS))
    assert heard.args[0] == number
    return heard.args[1]


def test_the_server_is_given_title_body_and_actions(bus: Bus, server: NotificationServer, qtbot: QtBot) -> None:
    assert told(bus, qtbot) == Answer("试验通知", has_actions=True)
    name, replaces, _, title, body, actions, hints, expires = server.wait_for("Notify")
    assert (name, replaces, title, expires) == ("练兵台", 0, "练兵台：1 条提醒", -1)
    assert body == "张家港市环保局 工作简讯 &lt;b&gt;&amp;&lt;/b&gt;，今天到期"
    assert actions == ["default", "查看", "open", "查看", "snooze", "稍后", "seen", "知道了"]
    assert hints["desktop-entry"] == ["s", "lianbing"]


def test_a_press_comes_back_with_the_number_of_its_message(bus: Bus, server: NotificationServer, qtbot: QtBot) -> None:
    told(bus, qtbot, 7)
    told(bus, qtbot, 9)
    with qtbot.waitSignal(bus.pressed, timeout=5000) as heard:
        server.press(2, "snooze")
    assert heard.args == [9, "snooze"]
    with qtbot.waitSignal(bus.pressed, timeout=5000) as heard:
        server.press(1, "seen")
    assert heard.args == [7, "seen"]


def test_a_press_on_somebody_elses_message_is_nothing_to_us(bus: Bus, server: NotificationServer, qtbot: QtBot) -> None:
    told(bus, qtbot)
    with qtbot.assertNotEmitted(bus.pressed, wait=300):
        server.press(5, "seen")


def test_a_server_started_anew_counts_again_and_presses_nothing_of_ours(
    bus: Bus, server: NotificationServer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told(bus, qtbot)
    server.stop()
    again = NotificationServer("full", os.environ["DBUS_SESSION_BUS_ADDRESS"])
    with qtbot.assertNotEmitted(bus.pressed, wait=300):
        again.press(1, "seen")
    assert told(bus, qtbot, 2).server == "试验通知"
    with qtbot.waitSignal(bus.pressed, timeout=5000) as heard:
        again.press(1, "seen")
    assert heard.args == [2, "seen"]
    again.stop()


@pytest.mark.parametrize("server", ["plain"], indirect=True)
def test_where_the_server_offers_neither_actions_nor_markup(bus: Bus, server: NotificationServer, qtbot: QtBot) -> None:
    assert told(bus, qtbot) == Answer("试验通知", has_actions=False)
    *_, body, actions, _, _ = server.wait_for("Notify")
    assert actions == []
    assert body == TEXTS[0]


@pytest.mark.parametrize("server", ["silent"], indirect=True)
def test_a_server_that_hangs_costs_its_message_and_never_the_window(
    bus: Bus, server: NotificationServer, qtbot: QtBot
) -> None:
    began = monotonic()
    bus.tell(1, notice(TEXTS))
    assert monotonic() - began < 0.05
    with qtbot.waitSignal(bus.answered, timeout=10_000) as heard:
        pass
    assert "没有回应" in heard.args[1].reason
    began = monotonic()
    bus.tell(2, notice(TEXTS))
    bus.forsake(2)
    bus.stop()
    assert monotonic() - began < 0.5


@pytest.mark.parametrize("address", ["disabled:", "unix:path=/nowhere/bus", "nonsense", ""])
def test_without_a_bus_the_reason_is_told_at_once(
    bus: Bus, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, address: str, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    assert "没有连上" in told(bus, qtbot).reason
    assert not caplog.records, "no bus is no bug"


def test_a_bus_that_accepts_and_says_nothing(
    bus: Bus, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with socket.socket(socket.AF_UNIX) as mute:
        mute.bind(str(tmp_path / "bus"))
        mute.listen()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'bus'}")
        assert "没有连上" in told(bus, qtbot).reason


def test_a_bus_without_a_server(bus: Bus, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    with message_bus() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        assert "没有可用的消息服务" in told(bus, qtbot).reason
