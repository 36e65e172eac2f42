"""The watch: at start, each minute, after sleep and after every write it asks what is due, and says when it cannot."""

import logging
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from lianbing_desktop.domain.clockguard import ClockVerdict
from lianbing_desktop.domain.submission import State
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui import crash
from lianbing_desktop.gui.clock import Ticker
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.jobs import Job
from lianbing_desktop.gui.notifying.telling import Hooks, Telling
from lianbing_desktop.gui.resume import Resume
from lianbing_desktop.gui.statusline import StatusLine
from lianbing_desktop.gui.stepper import Stepper
from lianbing_desktop.gui.watchdog import Health, Standing, Watchdog
from lianbing_desktop.gui.widgets.banner import Banner, Tone
from lianbing_desktop.services.desk import Desk

if TYPE_CHECKING:  # loaded when first opened: the first window need not wait for them
    from lianbing_desktop.domain.sheet import Sheet
    from lianbing_desktop.gui.reminders.window import ReminderWindow
    from lianbing_desktop.services.absence import Absence
    from lianbing_desktop.services.reminders import Tick

log = logging.getLogger("lianbing")

_RELEVANT = {"submissions", "campaigns", "tasks", "requirements", "reminder_plans", "burns"}
_READ_MS = 10 * 60_000
"""How long 提醒已恢复 stays, if nobody presses 知道了."""
_COUNT_MS = 150
"""What is written in portions is counted once, after the last of them."""
_OUR_FAULT = "程序内部出了差错，详情已写入日志。请关闭并重新打开练兵台；仍然这样时请把日志交给维护人员。"
_BREATH_MS = 50
"""What a day's turn brings is done bit by bit, so that the window never stands still."""
_WEEK_BEGINS = time(8, 30)


class Count(NamedTuple):
    """How many, of what in words, and whether it presses."""

    number: int = 0
    words: str = ""
    is_pressing: bool = False


class Places(NamedTuple):
    """Where the watch shows what it finds."""

    status: StatusLine
    banner: Banner
    week_banner: Banner
    clock_banner: Banner
    bell: QToolButton
    body: QWidget


class Watch(QObject):
    """Joins the tick, the watchdog, the messages, the reminder list and the status line."""

    day_turned = Signal()

    def __init__(self, desk: Desk, frame: Frame, places: Places, hooks: Hooks) -> None:
        super().__init__(places.body)
        self._desk, self._frame, self._places = desk, frame, places
        self._day: date = desk.clock.today()
        self._started = False
        self._ticker = Ticker(self)
        self._watchdog = Watchdog(desk.clock.now, self)
        self._resume = Resume(self)
        self._window: ReminderWindow | None = None
        self._away: Absence | None = None
        self._telling = Telling(desk.reminders, desk.settings, frame, hooks, places.body)
        self._stepper, self._counter = Stepper(self), Stepper(self)
        self._backup: Job | None = None
        self._later = QTimer(self, singleShot=True, interval=_BREATH_MS)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._recount = QTimer(self, singleShot=True, interval=_COUNT_MS)
        self._connect()
        self.recolor()

    def start(self) -> None:
        """Start watching; called once, after the first paint."""
        if self._started:
            return
        self._started = True
        self._telling.seek_tray()
        self.check()
        self._later.start()
        self._watchdog.start()
        self._ticker.start()
        self._resume.start()

    def stop(self) -> None:
        """Stop watching."""
        self._soon.stop()
        self._later.stop()
        self._stepper.stop()
        self._counter.stop()
        self._recount.stop()
        self._watchdog.stop()
        self._resume.stop()
        self._telling.stop()
        if self._window:
            self._window.stop()
        self._ticker.stop()

    def check(self) -> None:
        """Ask what is due now and show what is new; whatever fails, the next tick asks again."""
        self._stepper.start(self._desk.reminders.ticking(), self._on_looked, self._on_failed)

    @property
    def is_busy(self) -> bool:
        """Whether it is still asking what is due, about to, or backing up."""
        return self._stepper.is_busy or self._soon.isActive() or self._later.isActive() or self._backup is not None

    @property
    def telling(self) -> Telling:
        """The messages, their test and the tray."""
        return self._telling

    def counts(self) -> dict[str, Count]:
        """Return how many things on a page need a hand."""
        today = self._desk.clock.today()
        submissions = self._desk.submissions.all()
        missing = [each for each in submissions if not each.is_settled and each.due_on <= today]
        late = sum(each.due_on < today for each in missing)
        to_review = sum(each.state is State.RECEIVED for each in submissions)
        words = f"逾期 {late} 件，今天到期 {len(missing) - late} 件"
        return {
            "today": Count(len(missing), words, late > 0),
            "submissions": Count(to_review, f"{to_review} 件已收待审"),
        }

    def toggle_reminders(self) -> None:
        """Open the window of reminders, or close it."""
        if self._window and self._window.isVisible():
            self._window.reject()
        else:
            self.open_reminders()

    def open_reminders(self) -> None:
        """Open the window of reminders, or bring it up."""
        from lianbing_desktop.gui.reminders.window import ReminderWindow

        if not self._window:
            self._window = ReminderWindow(self._desk.reminders, self._frame, self._places.body)
        error = crash.attempt(self._window.come_up)
        if isinstance(error, UserError):
            self._frame.tell(error)

    def recolor(self) -> None:
        """Take the colours of the scheme in force."""
        self._frame.icons.dress(self._places.bell, "bell")

    def _connect(self) -> None:
        self._ticker.ticked.connect(self._on_ticked, Qt.ConnectionType.QueuedConnection)
        self._resume.resumed.connect(self._on_leapt, Qt.ConnectionType.QueuedConnection)
        self._watchdog.leapt.connect(self._on_leapt)
        self._watchdog.silent.connect(self._on_leapt)
        self._watchdog.changed.connect(self._on_health_changed)
        self._soon.timeout.connect(self.check)
        self._later.timeout.connect(self._back_up)
        self._recount.timeout.connect(self._count)
        self._places.body.installEventFilter(self)
        self._frame.signals.changed.connect(self._on_changed)
        self._places.bell.clicked.connect(self.toggle_reminders)

    def _on_looked(self, tick: "Tick") -> None:
        if error := crash.attempt(lambda: self._show(tick)):
            self._on_failed(error)
            return
        self._watchdog.passed()
        self._turn_day()
        self._turn_week()

    def _on_failed(self, error: Exception) -> None:
        log.warning("reminders not checked: %s", error)
        self._watchdog.failed(error.message if isinstance(error, UserError) else _OUR_FAULT)

    def _show(self, tick: "Tick") -> None:
        self._on_counted(len(tick.pending))
        if self._window and self._window.isVisible():
            self._window.refresh(tick.pending)
        self._telling.tell(tick.fresh, self._desk.clock.now())
        self._show_clock(tick.clock)
        self._away = tick.absence or self._away
        if self._away:
            QTimer.singleShot(0, self, self._show_absence)

    def _count(self) -> None:
        """Count anew what was acknowledged or put off; where that fails, the next tick says so."""
        asking = self._desk.reminders.asking()
        self._counter.start(asking, lambda pending: self._on_counted(len(pending)), lambda error: None)

    def _show_clock(self, verdict: ClockVerdict) -> None:
        banner = self._places.clock_banner
        if verdict.is_doubtful:
            banner.say(verdict.words, Tone.CAUTION, [("时间是对的", self._on_clock_confirmed)])
        else:
            banner.clear()

    def _on_clock_confirmed(self) -> None:
        try:
            self._desk.reminders.confirm_clock()
        except UserError as error:
            self._frame.tell(error)
        else:
            self.check()

    def _show_absence(self) -> None:
        """Tell of an absence once the window can be seen: by the sheet, or where it would be empty by a line."""
        away = self._away
        if not away or not self._places.body.isVisible():
            return
        self._away = None
        sheet = self._desk.reminders.absence_sheet(away)
        if not sheet.rows:
            self._frame.say(away.words)
            return
        from lianbing_desktop.gui.reminders.absence_dialog import AbsenceDialog

        dialog = AbsenceDialog(
            away.words, sheet, lambda: self._preview(sheet, dialog), self._frame.memory, self._places.body
        )
        dialog.show()

    def _preview(self, sheet: "Sheet", over: QWidget) -> None:
        from lianbing_desktop.gui.paper import preview

        preview([sheet], over)

    def _on_ticked(self) -> None:
        self._watchdog.hear()
        self._telling.seek_tray()
        self.check()

    def _on_leapt(self) -> None:
        """Start the ticker anew, since what it waits for may lie far off now, and it ticks at once."""
        crash.attempt(self._ticker.restart)
        self.check()

    def _on_changed(self, tables: frozenset[str]) -> None:
        if tables & _RELEVANT and self._started:
            self._soon.start()
        elif "reminders" in tables and self._started:
            self._recount.start()

    def _on_health_changed(self, health: Health) -> None:
        self._places.status.show_health(health)
        banner, since = self._places.banner, f"（{health.broken_at:%H:%M} 起）" if health.broken_at else ""
        if health.standing is Standing.BROKEN:
            log.error("reminding broken%s: %s", since, health.reason)
            words = f"提醒已中断{since}：{health.reason}到期的事项请暂时自己留意。"
            banner.say(words, Tone.FAULT, [("现在重试", self._on_leapt)])
        elif health.standing is Standing.RESTORED:
            words = f"提醒已恢复，中断期间到期的事项已经补上。中断的原因{since}：{health.reason}"
            banner.say(words, Tone.GOOD, [("知道了", self._watchdog.settle)])
            QTimer.singleShot(_READ_MS, self._watchdog, self._watchdog.settle)
        else:
            banner.clear()

    def _on_counted(self, count: int) -> None:
        bell = self._places.bell
        bell.setText(f"提醒 {count}" if count else "提醒")
        bell.setProperty("pressing", count > 0)
        bell.style().unpolish(bell)
        bell.style().polish(bell)
        self._telling.count(count)

    def _turn_day(self) -> None:
        today = self._desk.clock.today()
        if today != self._day:
            self._day = today
            self._places.status.show_day()
            QTimer.singleShot(0, self, self.day_turned.emit)
            self._later.start()

    def _turn_week(self) -> None:
        """Offer the week's sheet from Monday 8:30 on, or when the desk is first open after it, until it was seen."""
        now, key = self._desk.clock.now(), "weekly/told"
        week = _week_of(now)
        told = self._frame.memory.text(key)
        if not told:  # the first run: the first sheet comes with the next week
            self._frame.memory.keep(key, week)
        elif told < week and self._desk.campaigns.current_id:
            buttons = [
                ("查看周报", partial(self._see_week, week, True)),
                ("不用了", partial(self._see_week, week, False)),
            ]
            self._places.week_banner.say(
                "本周的周报可以看了：本周到期、逾期、上周收到的和份额落后的。", Tone.CAUTION, buttons
            )

    def _see_week(self, week: str, is_wanted: bool) -> None:
        self._frame.memory.keep("weekly/told", week)
        self._places.week_banner.clear()
        if is_wanted:
            self._frame.open("weekly", 0)

    def _back_up(self) -> None:
        """Make the day's backup: the data is copied at once, the copy checked on another thread."""
        if not self._desk.campaigns.current_id:
            return
        try:
            work = self._desk.backups.begin()
        except UserError as error:
            self._on_not_backed_up(error)
        else:
            jobs = self._frame.jobs
            self._backup = jobs.run(lambda progress: work(), self._on_backed_up, self._on_not_backed_up)

    def _on_backed_up(self, backup: object) -> None:
        self._backup = None
        self._places.status.show_backup("备份 今日 ✓")

    def _on_not_backed_up(self, error: UserError) -> None:
        self._backup = None
        log.warning("backup failed: %s", error)
        self._places.status.show_backup(error.message)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear the window being shown, whereupon what waited for it is."""
        if event.type() == QEvent.Type.Show and self._away:
            QTimer.singleShot(0, self, self._show_absence)
        return False


def _week_of(now: datetime) -> str:
    """Return the Monday whose week the sheet at that moment is of: until Monday 8:30 still the last one."""
    shifted = now - timedelta(hours=_WEEK_BEGINS.hour, minutes=_WEEK_BEGINS.minute)
    return (shifted.date() - timedelta(days=shifted.weekday())).isoformat()
