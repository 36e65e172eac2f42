"""The tick: a background scheduler whose few fixed jobs only emit a signal; what is due is asked on the GUI thread."""

import logging
from typing import Any

from PySide6.QtCore import QObject, Signal


class Ticker(QObject):
    """Ticks each minute and just after midnight. ``ticked`` may be emitted from another thread: connect queued."""

    ticked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._scheduler: Any = None

    def start(self) -> None:
        """Start ticking; called after the first paint, since loading the scheduler takes a moment."""
        from apscheduler.schedulers.background import BackgroundScheduler

        logging.getLogger("apscheduler").setLevel(logging.ERROR)
        defaults = {"coalesce": True, "misfire_grace_time": None, "max_instances": 1}
        self._scheduler = BackgroundScheduler(job_defaults=defaults, daemon=True)
        self._scheduler.add_job(self.ticked.emit, "interval", minutes=1, id="minute")
        self._scheduler.add_job(self.ticked.emit, "cron", hour=0, minute=0, second=5, id="midnight")
        self._scheduler.start()

    def stop(self) -> None:
        """Stop ticking and wait for the thread."""
        if self._scheduler:
            self._scheduler.shutdown(wait=True)
            self._scheduler = None
