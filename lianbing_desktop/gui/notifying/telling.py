"""Telling: what is newly due goes out, outside quiet hours; what is pressed on a message is done."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from lianbing_desktop.domain.clock import Clock
from lianbing_desktop.domain.quiet import QuietHours, parse_quiet
from lianbing_desktop.domain.reminder import ReminderLine
from lianbing_desktop.domain.standing import standing
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.notifying.notice import ACTIONS, Answer
from lianbing_desktop.gui.notifying.notifier import Notifier
from lianbing_desktop.gui.notifying.tray import Tray
from lianbing_desktop.gui.reminders.doing import Doing
from lianbing_desktop.gui.stepper import Stepper
from lianbing_desktop.services.reminders import Reminders
from lianbing_desktop.services.settings import QUIET_HOURS, Settings

log = logging.getLogger("lianbing")


@dataclass(frozen=True)
class Hooks:
    """What the window does for messages: comes up, opens its list of reminders, and is left for good."""

    come_up: Callable[[], object]
    open_list: Callable[[], object]
    leave: Callable[[], object]


class Telling(QObject):
    """Joins the notifier and the tray with the reminders."""

    def __init__(self, reminders: Reminders, settings: Settings, frame: Frame, hooks: Hooks, window: QWidget) -> None:
        super().__init__(window)
        self._reminders, self._settings, self._frame, self._hooks = reminders, settings, frame, hooks
        self._window = window
        self._stepper, self._told = Stepper(self), list[ReminderLine]()
        self._doing = Doing(reminders, frame.say, self._tell, self)
        self._notifier = Notifier(self, lambda line: words(line, frame.clock))
        self._notifier.told.connect(self._on_told)
        self._notifier.opened.connect(self._on_opened)
        self._notifier.snoozed.connect(self._on_snoozed)
        self._notifier.seen.connect(self._doing.acknowledge)
        self._notifier.mark.connect(self._on_mark)
        self._notifier.test_pressed.connect(self._on_test_pressed)

    @property
    def tray(self) -> Tray | None:
        """The tray's icon, where there is a tray."""
        return self._notifier.tray

    def seek_tray(self) -> None:
        """Sit in the tray as soon as there is one: at login the panel may come later than we do.

        Where it has gone while the window is hidden in it, the window comes back.
        """
        is_there = QSystemTrayIcon.isSystemTrayAvailable()
        if self._notifier.tray and not is_there and self._window.window().isHidden():
            self._hooks.come_up()
        if self._notifier.tray or not is_there:
            return
        tray = Tray(self._frame.icons.icon("bell", "accent"), self._window)
        tray.open_wanted.connect(self._hooks.come_up)
        tray.messageClicked.connect(self._hooks.open_list)
        tray.list_wanted.connect(self._hooks.open_list)
        tray.test_wanted.connect(lambda: self.test(lambda told: self._frame.say("；".join(told))))
        tray.leave_wanted.connect(self._hooks.leave)
        self._notifier.tray = tray

    def tell(self, fresh: Sequence[ReminderLine], now: datetime) -> None:
        """Send out what is fresh. In quiet hours nothing is sent nor counted as shown: it stays fresh until then."""
        if fresh and not quiet_hours(self._settings).holds(now.time()):
            self._notifier.tell(fresh)

    def count(self, number: int) -> None:
        """Show in the tray how many are pending."""
        if self._notifier.tray:
            self._notifier.tray.count(number)

    def test(self, then: Callable[[list[str]], None]) -> None:
        """Try every channel; ``then`` is told in words which of them took the message."""
        self._notifier.test(lambda answer: then(self._report(answer)))

    def stop(self) -> None:
        """Leave the tray and the bus."""
        self._stepper.stop()
        self._doing.portions.stop()
        self._notifier.stop()
        if self._notifier.tray:
            self._notifier.tray.hide()

    def _report(self, answer: Answer) -> list[str]:
        if answer.server:
            more = "，可以直接在上面按“稍后”“知道了”" if answer.has_actions else "，但它不能带按钮"
            desktop = f"桌面消息：已由“{answer.server}”收下{more}"
        else:
            desktop = f"桌面消息：不可用。{answer.reason}".removesuffix("。")
        if answer.server:
            tray = "托盘：有，桌面消息不可用时由它显示" if self.tray else "托盘：这台电脑没有"
        else:
            tray = "托盘：已交给它显示" if self.tray else "托盘：这台电脑没有"
        self._on_mark()
        told = [desktop, tray, "窗口：右上角的“提醒”和任务栏会标出"]
        end = quiet_hours(self._settings).end(now := self._frame.clock.now())
        return told if end == now else [*told, f"现在是免打扰时段，到期提醒在 {end:%H:%M} 之后才弹出"]

    def _on_told(self, lines: list[ReminderLine]) -> None:
        """Record that they were shown; where that fails they stay fresh and are told again."""
        self._told += lines
        if not self._stepper.is_busy:
            self._record()

    def _record(self) -> None:
        lines, self._told = self._told, []
        if lines:
            self._stepper.start(self._reminders.showing(lines), lambda _: self._record(), self._on_not_recorded)

    def _on_not_recorded(self, error: Exception) -> None:
        log.warning("not recorded as shown: %s", error)

    def _on_opened(self, lines: list[ReminderLine]) -> None:
        self._hooks.come_up()
        if len(lines) == 1:
            self._frame.open(*lines[0].target)
        else:
            self._hooks.open_list()

    def _on_snoozed(self, lines: list[ReminderLine]) -> None:
        try:
            self._doing.put_off(lines, self._reminders.snooze_choices()[0][1])
        except UserError as error:
            self._tell(error)

    def _tell(self, error: UserError) -> None:
        """Say in the window why what was pressed on a message cannot be done."""
        self._hooks.come_up()
        self._frame.say(error.message)

    def _on_mark(self) -> None:
        QApplication.alert(self._window.window())

    def _on_test_pressed(self, action: str) -> None:
        self._frame.say(f"收到了：您在测试消息上按了“{dict(ACTIONS).get(action, action)}”")


def words(line: ReminderLine, clock: Clock) -> str:
    """Return a line of a message: unit, title and how it stands; no names of people."""
    left = standing(line.due_on, False, clock.today())
    return f"{line.text}，{left.words or f'还有 {left.days} 天'}"


def quiet_hours(settings: Settings) -> QuietHours:
    """Return the quiet hours set; none where what is stored cannot be read."""
    try:
        return parse_quiet(settings.get(QUIET_HOURS))
    except ValueError:
        return QuietHours()
