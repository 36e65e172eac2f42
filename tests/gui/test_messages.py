"""What is due goes out to the desktop and comes back as a deed: over a real bus, by the tray, in the window."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time
from time import monotonic

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from lianbing_desktop.domain.ledger import LedgerState
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.mainwindow import MainWindow
from lianbing_desktop.gui.notifying import notifier as notifier_module
from lianbing_desktop.gui.notifying.notice import NAMED, Notice
from lianbing_desktop.gui.notifying.tray import Tray
from lianbing_desktop.services.desk import Desk
from lianbing_desktop.services.settings import QUIET_HOURS
from tests.gui.conftest import TODAY
from tests.support.message_bus import NotificationServer, notification_server
from tests.support.windows import look

NOON = datetime.combine(TODAY, time(12, 10))
pytestmark = pytest.mark.skipif("sys.platform != 'linux'", reason="D-Bus is Linux's")


@pytest.fixture
def server(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[NotificationServer]:
    with notification_server(getattr(request, "param", "full"), monkeypatch) as server:
        yield server


@pytest.fixture
def served(server: NotificationServer, desk: Desk, request: pytest.FixtureRequest) -> MainWindow:
    """The window, opened once the server runs."""
    window: MainWindow = request.getfixturevalue("window")
    return window


def set_clock(desk: Desk, now: datetime) -> None:
    object.__setattr__(desk.clock, "read", lambda: now)


def states(desk: Desk) -> set[str]:
    return {row["state"] for row in desk._database.rows("SELECT DISTINCT state FROM reminders")}


def shown(desk: Desk) -> bool:
    return states(desk) == {LedgerState.SHOWN}


def test_the_message_counts_and_names_and_is_recorded_as_shown(
    server: NotificationServer, served: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    pending = desk.reminders.pending()
    *_, title, body, actions, _, _ = server.wait_for("Notify")
    assert title == f"练兵台：{len(pending)} 条提醒"
    lines = body.split("\n")
    assert lines[-1] == f"……共 {len(pending)} 条"
    assert lines[0].startswith(pending[0].text)
    assert "逾期 " in lines[0]
    assert actions[1::2] == ["查看", "查看", "稍后", "知道了"]
    qtbot.waitUntil(lambda: shown(desk), timeout=5000)


def test_a_message_is_sent_once_however_many_ticks_come(
    server: NotificationServer, served: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    for _ in range(5):
        look(served)
    qtbot.waitUntil(lambda: shown(desk), timeout=5000)
    for _ in range(5):
        look(served)
    qtbot.wait(200)
    assert len([name for name, _ in server.calls if name == "Notify"]) == 1


def test_later_snoozes_ten_minutes_all_the_message_stands_for(
    server: NotificationServer, served: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    server.wait_for("Notify")
    set_clock(desk, NOON)
    qtbot.waitUntil(lambda: shown(desk), timeout=5000)
    server.press(1, "snooze")
    qtbot.waitUntil(lambda: desk.reminders.pending() == [], timeout=5000)
    qtbot.waitUntil(lambda: "推迟到 12:20" in served._toast._text.text())
    served._toast._on_undo_clicked()
    qtbot.waitUntil(lambda: not served._watch.telling._doing.portions.is_running)
    assert desk.reminders.pending() != [], "taken back"
    server.press(1, "snooze")
    qtbot.waitUntil(lambda: desk.reminders.pending() == [], timeout=5000)
    set_clock(desk, datetime.combine(TODAY, time(12, 19)))
    look(served)
    assert desk.reminders.pending() == []
    set_clock(desk, datetime.combine(TODAY, time(12, 21)))
    look(served)
    assert server.wait_for("Notify", 2)[3] == f"练兵台：{len(desk.reminders.pending())} 条提醒"


def test_seen_acknowledges_exactly_the_lines_the_message_named(
    server: NotificationServer, served: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    before = desk.reminders.pending()
    named = server.wait_for("Notify")[4].split("\n")[:NAMED]
    qtbot.waitUntil(lambda: shown(desk), timeout=5000)
    server.press(1, "seen")
    qtbot.waitUntil(lambda: len(desk.reminders.pending()) < len(before), timeout=5000)
    after = {line.item.key for line in desk.reminders.pending()}
    gone = [line for line in before if line.item.key not in after]
    assert len(gone) == NAMED
    assert all(words.startswith(line.text) for words, line in zip(named, gone, strict=True))
    served._toast._on_undo_clicked()
    assert len(desk.reminders.pending()) == len(before)


def test_look_brings_the_window_up_with_the_list(
    server: NotificationServer, served: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    server.wait_for("Notify")
    qtbot.waitUntil(lambda: shown(desk), timeout=5000)
    served.hide()
    server.press(1, "open")
    qtbot.waitUntil(served.isVisible, timeout=5000)
    assert served._watch._window is not None
    assert served._watch._window.isVisible()


def test_what_cannot_be_snoozed_is_said(window: MainWindow, desk: Desk) -> None:
    set_clock(desk, datetime.combine(TODAY, time(23, 55)))
    line = desk.reminders.pending()[0]
    window._watch.telling._on_snoozed([line._replace(item=replace(line.item, due_on=TODAY))])
    assert "就过了截止日" in window._toast._text.text()


@pytest.mark.parametrize("server", ["plain"], indirect=True)
def test_a_server_without_actions_still_gets_the_message(
    server: NotificationServer, served: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    assert server.wait_for("Notify")[5] == []
    qtbot.waitUntil(lambda: shown(desk), timeout=5000)


@pytest.mark.parametrize("server", ["silent"], indirect=True)
def test_a_silent_server_holds_up_nothing_and_the_tray_is_next(
    server: NotificationServer, served: MainWindow, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tray = StillTray(served)
    served._watch.telling._notifier.tray = tray
    widest, last = [0.0], [monotonic()]

    def beat() -> None:
        widest[0] = max(widest[0], monotonic() - last[0])
        last[0] = monotonic()

    timer = QTimer(served, interval=5)
    timer.timeout.connect(beat)
    timer.start()
    server.wait_for("GetServerInformation")
    assert states(desk) == {LedgerState.PENDING}, "nobody has taken it yet"
    qtbot.waitUntil(lambda: bool(tray.told), timeout=15_000)
    timer.stop()
    assert widest[0] < 1.0, "the bench holds it to 50 ms"
    assert tray.told[0].title.startswith("练兵台：")
    qtbot.waitUntil(lambda: shown(desk), timeout=5000)


class StillTray(Tray):
    """A tray icon that keeps what it is told; the offscreen platform draws none."""

    def __init__(self, parent: QWidget) -> None:
        self.told: list[Notice] = []
        super().__init__(QIcon(), parent)

    def show(self) -> None:
        """Stay unseen: without an icon Qt would warn."""

    def tell(self, notice: Notice) -> None:
        self.told.append(notice)


def test_without_bus_and_tray_the_window_is_marked_and_that_counts(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    assert not QSystemTrayIcon.isSystemTrayAvailable()
    qtbot.waitUntil(lambda: states(desk) == {LedgerState.SHOWN}, timeout=10_000)
    assert window._bell.property("pressing") is True


def test_a_bus_that_never_answers_is_given_up(
    served: MainWindow, server: NotificationServer, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: shown(desk), timeout=5000)
    notifier = served._watch.telling._notifier
    monkeypatch.setattr(notifier_module, "PATIENCE_MS", 100)
    monkeypatch.setattr(notifier._bus, "tell", lambda number, notice: None)
    answers: list[str] = []
    notifier.test(lambda answer: answers.append(answer.reason))
    qtbot.waitUntil(lambda: bool(answers), timeout=5000)
    assert "没有回应" in answers[0]


def test_in_quiet_hours_nothing_is_sent_and_after_them_everything(
    server: NotificationServer, desk: Desk, qtbot: QtBot, request: pytest.FixtureRequest
) -> None:
    desk.settings.put(QUIET_HOURS, "12:00-13:30")
    set_clock(desk, NOON)
    window: MainWindow = request.getfixturevalue("window")
    qtbot.waitUntil(lambda: bool(states(desk)), timeout=10_000)
    look(window)
    qtbot.wait(200)
    assert states(desk) == {LedgerState.PENDING}, "held back is not shown"
    assert not server.calls[1:]
    assert window._bell.text() == f"提醒 {len(desk.reminders.pending())}", "the list in the window does show"
    set_clock(desk, datetime.combine(TODAY, time(13, 30)))
    look(window)
    assert server.wait_for("Notify")[3] == f"练兵台：{len(desk.reminders.pending())} 条提醒"
    qtbot.waitUntil(lambda: shown(desk), timeout=5000)


def test_the_trial_says_which_channel_took_it_and_hears_its_buttons(
    server: NotificationServer, served: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    server.wait_for("Notify")
    desk.settings.put(QUIET_HOURS, "00:00-23:58")
    set_clock(desk, NOON)
    told: list[str] = []
    served.frame.try_messages(told.extend)
    assert server.wait_for("Notify", 2)[3:5] == ["练兵台：测试提醒", "看到这条消息，说明桌面消息能用。"]
    qtbot.waitUntil(lambda: bool(told), timeout=5000)
    assert told[0] == "桌面消息：已由“试验通知”收下，可以直接在上面按“稍后”“知道了”"
    assert told[1] == "托盘：这台电脑没有"
    assert "免打扰" in told[3]
    server.press(2, "seen")
    qtbot.waitUntil(lambda: "按了“知道了”" in served._toast._text.text(), timeout=5000)
    assert desk.reminders.pending(), "a trial acknowledges nothing"


def test_where_the_data_fails_a_press_is_answered_by_a_sentence(
    served: MainWindow, server: NotificationServer, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.wait_for("Notify")
    qtbot.waitUntil(lambda: shown(desk), timeout=5000)
    before = len(desk.reminders.pending())

    def fail(*_: object) -> None:
        raise UserError("磁盘已满，刚才的内容没有保存。")

    monkeypatch.setattr(desk.reminders, "acknowledge", fail)
    server.press(1, "seen")
    qtbot.waitUntil(lambda: "磁盘已满" in served._toast._text.text(), timeout=5000)
    assert len(desk.reminders.pending()) == before


def test_the_bell_and_the_tray_count_alike(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    tray = StillTray(window)
    window._watch.telling._notifier.tray = tray
    look(window)
    count = len(desk.reminders.pending())
    assert tray.toolTip() == f"练兵台：{count} 条提醒"
    assert [action.text() for action in tray.contextMenu().actions() if action.text()] == [
        "打开练兵台", f"提醒（{count} 条）", "测试提醒", "退出（不再提醒）",
    ]  # fmt: skip
    QApplication.processEvents()
