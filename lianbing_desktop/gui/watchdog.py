"""The watchdog: notices on the window's side when ticks stop, fail or the time leaps, and what became of it."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal


@dataclass(frozen=True)
class Pace:
    """How often the watchdog looks, the longest silence and the smallest leap in seconds, and how many failures."""

    beat: float = 15
    silence: float = 130
    leap: float = 120
    failures: int = 3


class Standing(StrEnum):
    """How reminding stands; the values are the words on screen."""

    WAITING = "提醒正在启动"
    FINE = "提醒正常"
    FAILING = "提醒未能检查"
    BROKEN = "提醒已中断"
    RESTORED = "提醒已恢复"


@dataclass(frozen=True)
class Health:
    """How reminding stands: why, when it was last checked, and the last good check before it broke."""

    standing: Standing = Standing.WAITING
    reason: str = ""
    checked_at: datetime | None = None
    broken_at: datetime | None = None

    @property
    def words(self) -> str:
        """The line at the bottom of the window: how it stands, the last tick, and what is wrong and what to do."""
        last = f"上次检查 {self.checked_at:%H:%M}" if self.checked_at else "还没有检查过"
        is_wrong = self.standing in (Standing.FAILING, Standing.BROKEN)
        return " · ".join(filter(None, (self.standing.value, last, self.reason if is_wrong else "")))


SILENT = "后台计时停止了，程序正在自动重新启动它。如果反复出现，请关闭并重新打开练兵台。"


class Watchdog(QObject):
    """Told of every tick and how it went. ``silent``: no tick came for too long; ``leapt``: the computer slept, or
    its clock was set. Both ask for a new start of the ticker and a tick at once.
    """

    silent = Signal()
    leapt = Signal()
    changed = Signal(object)

    def __init__(
        self,
        now: Callable[[], datetime],
        parent: QObject,
        pace: Pace | None = None,
        wall: Callable[[], float] = time.time,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._now, self._pace, self._wall, self._steady = now, pace or Pace(), wall, steady
        self._failures = 0
        self._heard = self._looked = steady()
        self._looked_wall = wall()
        self.health = Health()
        self._timer = QTimer(self, interval=round(self._pace.beat * 1000))
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Start looking."""
        self._heard = self._looked = self._steady()
        self._looked_wall = self._wall()
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def hear(self) -> None:
        """Take note that the ticker has ticked."""
        self._heard = self._steady()

    def passed(self) -> None:
        """Take note that a check went well."""
        self._failures = 0
        is_back = self.health.standing in (Standing.BROKEN, Standing.RESTORED)
        old = self.health if is_back else Health()
        self._tell(replace(old, standing=Standing.RESTORED if is_back else Standing.FINE, checked_at=self._now()))

    def failed(self, reason: str) -> None:
        """Take note that a check failed; after the third in a row reminding counts as broken."""
        self._failures += 1
        is_broken = self.health.standing is Standing.BROKEN or self._failures >= self._pace.failures
        self._tell(
            self._broken(reason) if is_broken else replace(self.health, standing=Standing.FAILING, reason=reason)
        )

    def settle(self) -> None:
        """Take note that the officer has read of the recovery."""
        if self.health.standing is Standing.RESTORED:
            self._tell(Health(Standing.FINE, checked_at=self.health.checked_at))

    def look(self) -> None:
        """Look at both clocks and at how long the ticker has been silent."""
        steady, wall = self._steady(), self._wall()
        passed, passed_wall = steady - self._looked, wall - self._looked_wall
        self._looked, self._looked_wall = steady, wall
        if max(abs(passed_wall - passed), passed - self._pace.beat) > self._pace.leap:
            self._heard = steady
            self.leapt.emit()
        elif steady - self._heard > self._pace.silence:
            self._heard = steady
            self._tell(self._broken(SILENT))
            self.silent.emit()

    def _broken(self, reason: str) -> Health:
        known = self.health
        since = known.broken_at if known.standing is Standing.BROKEN else known.checked_at
        return Health(Standing.BROKEN, reason, known.checked_at, since)

    def _tell(self, health: Health) -> None:
        self.health = health
        self.changed.emit(health)
