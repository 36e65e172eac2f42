"""The notifier: a message goes over D-Bus, else by the tray, and always into the window; whoever is pressed is told."""

import sys
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from lianbing_desktop.domain.reminder import ReminderLine
from lianbing_desktop.gui.notifying.bus import Bus
from lianbing_desktop.gui.notifying.notice import NAMED, OPEN, SEEN, SNOOZE, TOUCHED, Answer, Notice, notice
from lianbing_desktop.gui.notifying.tray import Tray

PATIENCE_MS = 5_000
"""After this a bus that says nothing is given up and the tray is tried."""
_KEPT = 200

Lines = tuple[ReminderLine, ...]


@dataclass(frozen=True)
class Sent:
    """A message: what it says, the lines it stands for, and who waits to hear which channel took it."""

    notice: Notice
    lines: Lines
    then: "Callable[[Answer], None] | None" = None


class Notifier(QObject):
    """``told`` carries the lines that reached a channel; the others, what was pressed on a message.

    ``seen`` carries only the lines a message named in words; a line only counted in it is nobody's to acknowledge.
    """

    told = Signal(list)
    opened = Signal(list)
    snoozed = Signal(list)
    seen = Signal(list)
    mark = Signal()
    test_pressed = Signal(str)

    def __init__(self, parent: QObject, words: Callable[[ReminderLine], str]) -> None:
        super().__init__(parent)
        self.tray: Tray | None = None
        self._words = words
        self._numbers = count(1)
        self._waiting: dict[int, Sent] = {}
        self._sent: OrderedDict[int, Sent] = OrderedDict()
        self._bus = Bus(self) if sys.platform == "linux" else None
        if self._bus:
            queued = Qt.ConnectionType.QueuedConnection
            self._bus.answered.connect(self._on_answered, queued)
            self._bus.pressed.connect(self._on_pressed, queued)

    def tell(self, lines: Sequence[ReminderLine]) -> None:
        """Show lines that are not on their way already."""
        under_way = {key for sent in self._waiting.values() for line in sent.lines for key in line.keys}
        fresh = tuple(line for line in lines if not under_way.issuperset(line.keys))
        if fresh:
            self._send(Sent(notice([self._words(line) for line in fresh[:NAMED]], len(fresh)), fresh))

    def test(self, then: Callable[[Answer], None]) -> None:
        """Send a message by way of trial; ``then`` hears who took it."""
        self._send(Sent(Notice("练兵台：测试提醒", "看到这条消息，说明桌面消息能用。"), (), then))

    def stop(self) -> None:
        """Let go of the bus."""
        self._waiting.clear()
        if self._bus:
            self._bus.stop()

    def _send(self, sent: Sent) -> None:
        number = next(self._numbers)
        self._waiting[number] = sent
        if self._bus is None:
            self._on_answered(number, Answer())
            return
        self._bus.tell(number, sent.notice)
        QTimer.singleShot(PATIENCE_MS, self, partial(self._on_silence, number))

    def _on_silence(self, number: int) -> None:
        if number in self._waiting and self._bus:
            self._bus.forsake(number)
            self._on_answered(number, Answer(reason="桌面的消息服务没有回应。"))

    def _on_answered(self, number: int, answer: Answer) -> None:
        sent = self._waiting.pop(number, None)
        if sent is None:
            return
        self._keep(number, sent)
        if not answer.server and self.tray:
            self.tray.tell(sent.notice)
        if sent.then:
            sent.then(answer)
        if sent.lines:
            self.mark.emit()
            self.told.emit(list(sent.lines))

    def _on_pressed(self, number: int, action: str) -> None:
        sent = self._sent.get(number)
        if sent is None:
            return
        if sent.then:
            self.test_pressed.emit(action)
        elif action in (OPEN, TOUCHED):
            self.opened.emit(list(sent.lines))
        elif action == SNOOZE:
            self.snoozed.emit(list(sent.lines))
        elif action == SEEN:
            self.seen.emit(list(sent.lines[:NAMED]))

    def _keep(self, number: int, sent: Sent) -> None:
        self._sent[number] = sent
        while len(self._sent) > _KEPT:
            self._sent.popitem(last=False)
