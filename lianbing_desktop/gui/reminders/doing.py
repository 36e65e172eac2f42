"""What is done with reminders, in the window and on a message: 知道了 and 稍后, a portion at a time, each with 撤销."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject

from lianbing_desktop.domain.ledger import LedgerRow
from lianbing_desktop.domain.monthday import spoken_at
from lianbing_desktop.domain.reminder import ReminderLine
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.reminders.portions import LINES, ROWS, Portions
from lianbing_desktop.gui.reminders.rows import what
from lianbing_desktop.services.reminders import Reminders, Undo

_TITLE = 26
"""So many characters of a title stand in the line with 撤销."""


class Doing(QObject):
    """``say`` shows a line with 撤销, ``tell`` a sentence the officer has to read."""

    def __init__(
        self, reminders: Reminders, say: Callable[..., None], tell: Callable[[UserError], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._reminders, self._say, self._tell = reminders, say, tell
        self.portions = Portions(self)

    def acknowledge(self, lines: Sequence[ReminderLine]) -> None:
        """Record 知道了."""
        self._do(lines, self._reminders.acknowledge, "知道了", "已记为知道了")

    def put_off(self, lines: Sequence[ReminderLine], until: datetime, past_deadline_allowed: bool = False) -> None:
        """Let lines sleep. Raises UserError, PastDeadlineError among them, before any of them does."""
        self._reminders.check_snooze(lines, until, past_deadline_allowed)
        now = self._reminders.clock().effective
        later = f"{until.hour}:{until.minute:02d}" if until.date() == now.date() else spoken_at(until, now.year)
        snooze = partial(self._reminders.snooze, until=until, past_deadline_allowed=True)
        self._do(lines, snooze, "稍后", f"推迟到 {later}")

    def _do(
        self, lines: Sequence[ReminderLine], act: Callable[[Sequence[ReminderLine]], Undo], name: str, words: str
    ) -> None:
        undo: list[LedgerRow] = []

        def done(count: int, error: UserError | None) -> None:
            if count:
                rest = f"，其余 {len(lines) - count} 条没有动" if count < len(lines) else ""
                self._say(f"{_told(lines[:count])}{words}{rest}", partial(self._bring_back, undo, name))
            if error:
                self._tell(error)

        if lines:
            self.portions.run(lines, LINES, lambda part: undo.extend(act(part)), done)

    def _bring_back(self, undo: Sequence[LedgerRow], name: str) -> None:
        def done(count: int, error: UserError | None) -> None:
            if error:
                self._tell(error)
            elif count < len(undo):
                self._say("撤销已停下，余下的没有改回")

        self.portions.run(undo, ROWS, lambda part: self._reminders.bring_back(tuple(part), name), done)


def _told(lines: Sequence[ReminderLine]) -> str:
    """Return what was done to, short enough for one line: the title of one, else how many."""
    if len(lines) != 1:
        return f"{len(lines)} 条提醒"
    words = what(lines[0])
    return f"“{words if len(words) < _TITLE else words[: _TITLE - 1] + '…'}”"
