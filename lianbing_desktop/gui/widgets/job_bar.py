"""The bar that shows a running job: what it does, how many MB of how many, and a way to cancel it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.jobs import Job, Work
from lianbing_desktop.gui.widgets.label import Label

_SCALE = 1000


class JobBar(QWidget):
    """Progress in MB with 取消; hidden while nothing runs. ``cancelled`` is said after a cancelled job."""

    def __init__(self, frame: Frame, cancelled: str) -> None:
        super().__init__()
        self._frame, self._cancelled, self._told = frame, cancelled, cancelled
        self._job: Job | None = None
        self._words: Callable[[], str] = str
        self._done: Callable[[Any], None] = lambda result: None
        self._ended: Callable[[], None] = lambda: None
        self._is_sized = True
        self._bar, self._text, self.cancel = QProgressBar(), Label("", "secondary"), QPushButton("取消")
        self._bar.setRange(0, _SCALE)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(8)
        self.cancel.clicked.connect(self._on_cancel_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._bar, 1)
        row.addWidget(self._text)
        row.addWidget(self.cancel)
        self.hide()

    @property
    def is_running(self) -> bool:
        """Whether a job is under way."""
        return self._job is not None

    def run(
        self,
        words: Callable[[], str],
        work: Work,
        done: Callable[[Any], None],
        ended: Callable[[], None],
        is_sized: bool = True,
        told: str = "",
    ) -> None:
        """Run ``work``, ``words`` saying what is done now; ``ended`` is called however it ends, then ``done``.

        What has no size only shows that something is going on. ``told`` is said after cancelling in place of the
        bar's own words.
        """
        self._told = told or self._cancelled
        self._words, self._done, self._ended, self._is_sized = words, done, ended, is_sized
        self._bar.setRange(0, _SCALE if is_sized else 0)
        self._bar.setValue(0)
        self._text.setText(f"{words()}……")
        self.cancel.setEnabled(True)
        self.show()
        self._job = self._frame.jobs.run(work, self._on_done, self._on_failed, self._on_progressed, self._on_cancelled)

    def _end(self) -> None:
        self._job = None
        self.hide()
        self._ended()

    def _on_done(self, result: object) -> None:
        self._end()
        self._done(result)

    def _on_failed(self, error: UserError) -> None:
        self._end()
        self._frame.tell(error)

    def _on_cancelled(self) -> None:
        self._end()
        self._frame.say(self._told)

    def _on_progressed(self, done: int, total: int) -> None:
        if not self._is_sized or not total:  # how much there is to do is not known yet
            return
        self._bar.setValue(done * _SCALE // total)
        self._text.setText(f"{self._words()}　{size_words(done)} / {size_words(total)}")

    def _on_cancel_clicked(self) -> None:
        if self._job:
            self.cancel.setEnabled(False)
            self._text.setText("正在取消……")
            self._job.cancel()


def size_words(size: int) -> str:
    """Return a size in MB as the officer reads it; small ones in KB."""
    return f"{size / 1_000_000:,.1f} MB" if size >= 100_000 else f"{max(1, round(size / 1000)) if size else 0} KB"
