"""The page 日历: the month with what is due, the windows that run, and the day chosen at the right."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from lianbing_desktop.domain.sheet import Sheet
from lianbing_desktop.domain.workdays import WorkCalendar
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.calendar.daylist import day_lines
from lianbing_desktop.gui.calendar.daypane import DayPane
from lianbing_desktop.gui.calendar.entries import DayIndex
from lianbing_desktop.gui.calendar.grid import MonthGrid
from lianbing_desktop.gui.calendar.head import Counts, MonthHead, tool
from lianbing_desktop.gui.calendar.model import MonthModel, day_words
from lianbing_desktop.gui.calendar.month import Month, kept
from lianbing_desktop.gui.calendar.sheet import month_sheets
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.outgoing import Offer, Outgoing
from lianbing_desktop.gui.widgets.label import Label
from lianbing_desktop.gui.widgets.page import Page
from lianbing_desktop.services.campaigns import Campaigns
from lianbing_desktop.services.documents import Documents
from lianbing_desktop.services.holidays import Holidays
from lianbing_desktop.services.submissions import Submissions
from lianbing_desktop.services.tasks import Tasks

_SPLITTER = "calendar/day"


class CalendarView(Page):
    """A month at a time; month and day are remembered while the program runs, and begin at today."""

    cares_for = frozenset({"campaigns", "unit_names", "tasks", "task_units", "submissions"})

    def __init__(
        self,
        campaigns: Campaigns,
        tasks: Tasks,
        submissions: Submissions,
        holidays: Holidays,
        documents: Documents,
        frame: Frame,
    ) -> None:
        super().__init__("calendar", "日历", frame)
        self._campaigns, self._tasks, self._submissions = campaigns, tasks, submissions
        self._holidays, self._calendar = holidays, WorkCalendar({}, frozenset())
        self._outgoing = Outgoing(documents, frame, self)
        self._fault = ""
        self._day = kept(frame.clock.today())
        self._index = DayIndex((), (), self._day)
        self._build()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        self._calendar = self._read_calendar()
        self._owed, self._lines = self._submissions.all(), self._tasks.all()
        asked = {each.unit_key for each in self._owed} | {key for line in self._lines for key in line.task.units}
        self._unit.offer([(unit.key, unit.name) for unit in self._campaigns.units() if unit.key in asked])
        self._reindex()

    def show_item(self, kind: str, key: int) -> None:
        if kind == "day":
            self.show_day(date.fromordinal(key))
            self._grid.setFocus()

    def show_day(self, day: date) -> None:
        """Go to a day, whatever month it lies in."""
        self._day = kept(day)
        if not self._model.month.holds(self._day):
            self._show_month()
        self._grid.show_day(self._day)
        self._show_list()

    def print_page(self) -> None:
        self._outgoing.preview(self._sheets)

    def export_page(self) -> None:
        month = Month.of(self._day)
        self._outgoing.export(f"{month.title}报送日历", [Offer("PDF", "pdf", self._sheets)])

    def focus_filter(self) -> None:
        self._unit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def recolor(self) -> None:
        super().recolor()
        self._head.recolor()
        self._pane.recolor()
        self._grid.viewport().update()

    def save_state(self) -> None:
        self.frame.memory.save(_SPLITTER, self._split)

    def close_detail(self) -> None:
        """Close the day's list; a click on a day or Enter opens it again."""
        self._pane.hide()
        self._grid.setFocus()

    def _build(self) -> None:
        self._head, self._counts = MonthHead(self.frame, self), Counts(self.frame, self)
        self._actions.addWidget(self._counts)
        self.add_action("打印", "print", self.print_page).setToolTip("打印本月（Ctrl+P）")
        self.add_action("导出", "export", self.export_page).setToolTip("导出本月为 PDF（Ctrl+E）")
        self.add_filter_widget(self._head)
        self._unit = self.add_chip("单位", lambda value: self._reindex())
        self._only_open = tool("只看未完成", "不显示已办结的报送件")
        self._only_open.setCheckable(True)
        self.add_filter_widget(self._only_open)
        self._model = MonthModel()
        self._grid, self._pane = MonthGrid(self._model, self.frame.style), DayPane(self.frame)
        self._hint = Label("", "caution")
        self._build_body()

    def _build_body(self) -> None:
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setHandleWidth(16)
        for number, widget in enumerate((self._grid, self._pane)):
            self._split.addWidget(widget)
            self._split.setCollapsible(number, False)
        self._split.setStretchFactor(0, 1)
        self._split.setSizes([768, 280])
        self.frame.memory.restore(_SPLITTER, self._split)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._hint)
        column.addWidget(self._split, 1)
        self.set_body(body)

    def _connect(self) -> None:
        self._head.turned.connect(self._turn)
        self._head.today_wanted.connect(self._on_today_wanted)
        self._head.picked.connect(self._on_month_picked)
        self._only_open.toggled.connect(lambda on: self._reindex())
        self._grid.day_wanted.connect(self.show_day)
        self._grid.day_clicked.connect(self._pane.show)
        self._grid.today_wanted.connect(self._on_today_wanted)
        self._grid.list_wanted.connect(self._on_list_wanted)
        self._grid.opened.connect(self.frame.open)
        self._pane.opened.connect(self.frame.open)
        self._pane.left.connect(self._grid.setFocus)
        self._pane.closed.connect(self.close_detail)

    def _reindex(self) -> None:
        """Sort what is owed by days again, as the filters want it."""
        today = self.frame.clock.today()
        self._index = DayIndex(self._owed, self._lines, today, self._unit.value, self._only_open.isChecked())
        self._show_month()
        self._grid.show_day(self._day)
        self._show_list()

    def _show_month(self) -> None:
        month = Month.of(self._day)
        self._model.set_month(month, self._index, self._calendar, self.frame.clock.today())
        self._head.show_month(month)
        self._counts.show_counts(month, self._index.total(month), self._index.counts(month))
        hints = [
            self._fault,
            "" if self._calendar.knows(month.year) else f"未收录{month.year}年节假日安排，按周一至周五计。",
            "" if self._lines else "还没有启动活动；在“今日”页启动后，这里按天列出报送事项。",
        ]
        self._hint.setText("　".join(filter(None, hints)))
        self._hint.setVisible(any(hints))

    def _show_list(self) -> None:
        entries = self._index.entries(self._day)
        windows = [window for window in self._index.windows if window.holds(self._day)]
        words = day_words(self._calendar.mark(self._day), not self._calendar.is_workday(self._day))
        if self._day == self.frame.clock.today():
            words = f"今天 · {words}"
        lines = day_lines(self._day, entries, windows, self.frame.clock.today(), self._index.next_day(self._day))
        self._pane.show_day(self._day, words, lines)

    def _turn(self, months: int) -> None:
        self.show_day(Month.of(self._day).shifted(months).day(self._day.day))

    def _sheets(self) -> tuple[Sheet, ...]:
        unit = next((unit.name for unit in self._campaigns.units() if unit.key == self._unit.value), "")
        return month_sheets(Month.of(self._day), self._index, self._calendar, self.frame.clock.today(), unit)

    def _on_today_wanted(self) -> None:
        self.show_day(self.frame.clock.today())
        self._grid.setFocus()

    def _on_list_wanted(self) -> None:
        self._pane.show()
        self._pane.focus_list()

    def _on_month_picked(self, month: Month) -> None:
        self.show_day(month.day(self._day.day))
        self._grid.setFocus()

    def _read_calendar(self) -> WorkCalendar:
        """Return the working calendar; where the officer's own file is faulty, keep what to say about it."""
        self._fault = ""
        try:
            return self._holidays.calendar
        except UserError as error:
            self._fault = error.message
            return WorkCalendar({}, frozenset())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._grid.setFocus(Qt.FocusReason.OtherFocusReason)
