"""The tick: a background scheduler whose few fixed jobs only emit a signal; what is due is asked on the GUI thread."""

import logging
from datetime import datetime, timedelta, timezone
from threading import Thread
from typing import Any

from PySide6.QtCore import QObject, Signal

_EAST_8 = timezone(timedelta(hours=8))
"""Deadlines are civil days of 东八区, whatever zone the computer is set to."""


class Ticker(QObject):
    """Ticks each minute, just after midnight and on Monday at 8:30, when the week's sheet is due.

    ``ticked`` is emitted from another thread: connect queued.
    """

    ticked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._scheduler: Any = None

    def start(self) -> None:
        """Start ticking; called after the first paint, since loading the scheduler takes a moment."""
        from apscheduler.schedulers.background import BackgroundScheduler

        logging.getLogger("apscheduler").setLevel(logging.ERROR)
        defaults = {"coalesce": True, "misfire_grace_time": None, "max_instances": 1}
        scheduler = BackgroundScheduler(job_defaults=defaults, daemon=True, timezone=_EAST_8)
        scheduler.add_executor("threadpool", max_workers=1)
        scheduler.add_job(self.ticked.emit, "interval", minutes=1, id="minute")
        scheduler.add_job(self.ticked.emit, "cron", hour=0, minute=0, second=5, id="midnight")
        scheduler.add_job(self.ticked.emit, "cron", day_of_week="mon", hour=8, minute=30, id="monday")
        scheduler.start()
        self._scheduler = scheduler

    def restart(self) -> None:
        """Start anew and tick at once, whatever became of the thread: one that hangs is left to itself, not awaited."""
        old, self._scheduler = self._scheduler, None
        if old:
            Thread(target=old.shutdown, kwargs={"wait": False}, name="old ticker", daemon=True).start()
        self.start()
        self._scheduler.modify_job("minute", next_run_time=datetime.now(_EAST_8))

    def stop(self) -> None:
        """Stop ticking and wait for the thread."""
        if self._scheduler:
            self._scheduler.shutdown(wait=True)
            self._scheduler = None
