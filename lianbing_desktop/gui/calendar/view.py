"""The page 日历: the month with what is due, the windows that run, and the day chosen at the right."""

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QToolButton, QVBoxLayout, QWidget

from lianbing_desktop.domain.sheet import Sheet
from lianbing_desktop.domain.workdays import WorkCalendar
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.calendar.daylist import day_lines
from lianbing_desktop.gui.calendar.daypane import DayPane
from lianbing_desktop.gui.calendar.entries import DayIndex
from lianbing_desktop.gui.calendar.grid import MonthGrid
from lianbing_desktop.gui.calendar.model import MonthModel, day_words
from lianbing_desktop.gui.calendar.month import Month, kept
from lianbing_desktop.gui.calendar.picker import MonthPicker
from lianbing_desktop.gui.calendar.sheet import month_sheets
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.outgoing import Offer, Outgoing
from lianbing_desktop.gui.widgets.badge_label import BadgeLabel
from lianbing_desktop.gui.widgets.label import Label
from lianbing_desktop.gui.widgets.page import Page
from lianbing_desktop.services.campaigns import Campaigns
from lianbing_desktop.services.documents import Documents
from lianbing_desktop.services.holidays import Holidays
from lianbing_desktop.services.submissions import Submissions
from lianbing_desktop.services.tasks import Tasks

_SPLITTER = "calendar/day"
_MOST_COUNTS = 8


class CalendarView(Page):
    """A month at a time; month and day are remembered while the program runs, and begin at today."""

    cares_for = frozenset({"campaigns", "tasks", "task_units", "submissions"})

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
        self._calendar = _calendar(holidays, frame)
        self._outgoing = Outgoing(documents, frame, self)
        self._day = kept(frame.clock.today())
        self._index = DayIndex((), (), self._day)
        self._build()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
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
        for button, name in ((self._before, "previous"), (self._after, "next")):
            button.setIcon(self.frame.icons.icon(name))
        self._pane.recolor()
        self._grid.viewport().update()

    def save_state(self) -> None:
        self.frame.memory.save(_SPLITTER, self._split)

    def close_detail(self) -> None:
        """Close the day's list; choosing a day opens it again."""
        self._pane.hide()
        self._grid.setFocus()

    def _build(self) -> None:
        self._build_actions()
        self._build_head()
        self._model = MonthModel(self._calendar)
        self._grid, self._pane = MonthGrid(self._model, self.frame.style), DayPane(self.frame)
        self._picker = MonthPicker(self)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setHandleWidth(16)
        for number, widget in enumerate((self._grid, self._pane)):
            self._split.addWidget(widget)
            self._split.setCollapsible(number, False)
        self._split.setStretchFactor(0, 1)
        self._split.setSizes([768, 280])
        self.frame.memory.restore(_SPLITTER, self._split)
        self._hint = Label("", "caution")
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._hint)
        column.addWidget(self._split, 1)
        self.set_body(body)

    def _build_actions(self) -> None:
        counts = QHBoxLayout()
        counts.setSpacing(12)
        counts.setContentsMargins(0, 0, 8, 0)
        self._total = Label("", "secondary")
        counts.addWidget(self._total)
        self._counts = [BadgeLabel(self.frame.style) for _ in range(_MOST_COUNTS)]
        for label in self._counts:
            counts.addWidget(label)
        self._actions.addLayout(counts)
        self.add_action("打印", "print", self.print_page).setToolTip("打印本月（Ctrl+P）")
        self.add_action("导出", "export", self.export_page).setToolTip("导出本月为 PDF（Ctrl+E）")

    def _build_head(self) -> None:
        self._before = self._tool("", "上一月（PageUp）", "previous")
        self._title_button = self._tool("", "选择年月", "")
        self._title_button.setObjectName("campaign")
        self._title_button.setMinimumWidth(144)
        self._after = self._tool("", "下一月（PageDown）", "next")
        self._today = self._tool("今天", "回到今天（T）", "")
        self._today.setObjectName("chip")
        for button in (self._before, self._after):
            button.setObjectName("chip")
            button.setFixedSize(48, 34)
        self._unit = self.add_chip("单位", lambda value: self._reindex())
        self._only_open = self._tool("只看未完成", "不显示已办结的报送件", "")
        self._only_open.setObjectName("chip")
        self._only_open.setCheckable(True)

    def _tool(self, words: str, told: str, icon: str) -> QToolButton:
        button = QToolButton()
        button.setText(words)
        button.setToolTip(told)
        button.setAccessibleName(words or told)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if icon:
            button.setIcon(self.frame.icons.icon(icon))
        self.add_filter_widget(button)
        return button

    def _connect(self) -> None:
        self._before.clicked.connect(lambda: self._turn(-1))
        self._after.clicked.connect(lambda: self._turn(1))
        self._today.clicked.connect(self._on_today_wanted)
        self._title_button.clicked.connect(self._on_month_clicked)
        self._only_open.toggled.connect(lambda on: self._reindex())
        self._picker.picked.connect(self._on_month_picked)
        self._grid.day_wanted.connect(self._on_day_wanted)
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
        self._model.set_month(month, self._index, self.frame.clock.today())
        self._title_button.setText(f"{month.title} ▾")
        self._title_button.setAccessibleName(f"{month.title}，选择年月")
        hints = [
            "" if self._calendar.knows(month.year) else f"未收录{month.year}年节假日安排，按周一至周五计。",
            "" if self._lines else "还没有启动活动；在“今日”页启动后，这里按天列出报送事项。",
        ]
        self._hint.setText("　".join(filter(None, hints)))
        self._hint.setVisible(any(hints))
        self._show_counts(month)

    def _show_counts(self, month: Month) -> None:
        badges = self._index.counts(month)
        self._total.setText(
            f"{month.month}月到期 {self._index.total(month)} 件" if badges else f"{month.month}月没有到期"
        )
        for number, label in enumerate(self._counts):
            label.show_badge(badges[number] if number < len(badges) else None)
            label.setVisible(number < len(badges))

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

    def _on_day_wanted(self, day: date) -> None:
        self.show_day(day)

    def _on_today_wanted(self) -> None:
        self.show_day(self.frame.clock.today())
        self._grid.setFocus()

    def _on_list_wanted(self) -> None:
        self._pane.show()
        self._pane.focus_list()

    def _on_month_clicked(self) -> None:
        below = QPoint(0, self._title_button.height() + 4)
        self._picker.open_at(self._title_button.mapToGlobal(below), Month.of(self._day))

    def _on_month_picked(self, month: Month) -> None:
        self.show_day(month.day(self._day.day))
        self._grid.setFocus()


def _calendar(holidays: Holidays, frame: Frame) -> WorkCalendar:
    """Return the working calendar; where the officer's own file is faulty, say so and count Monday to Friday."""
    try:
        return holidays.calendar
    except UserError as error:
        frame.tell(error)
        return WorkCalendar({}, frozenset())
