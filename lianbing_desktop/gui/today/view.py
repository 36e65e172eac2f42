"""今日: what burns today, each line one click from its thing; before the first campaign, how to begin."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QGridLayout, QSizePolicy, QStackedWidget, QWidget

from lianbing_desktop.domain.monthday import spoken
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.restart import Restart, check_home
from lianbing_desktop.gui.today.agenda import Agenda, Source, horizon, make_agenda, recent_lines
from lianbing_desktop.gui.today.card import Card
from lianbing_desktop.gui.today.first_run import FirstRun
from lianbing_desktop.gui.today.line import Target, count_of
from lianbing_desktop.gui.today.node_card import NodeCard
from lianbing_desktop.gui.today.nodes import Node, nodes
from lianbing_desktop.gui.widgets.label import Label
from lianbing_desktop.gui.widgets.page import Page
from lianbing_desktop.paths import Home
from lianbing_desktop.services.campaigns import Campaigns
from lianbing_desktop.services.holidays import Holidays
from lianbing_desktop.services.submissions import Submissions
from lianbing_desktop.services.tasks import Tasks

_GAP = 16
_FAULTS = 4
"""How many faults of a campaign file the first page names."""
_BELOW, _BELOW_MOST, _USUAL = 184, 264, 720


class TodayView(Page):
    """The first page of the morning."""

    cares_for = frozenset({"campaigns", "unit_names", "tasks", "submissions"})

    def __init__(
        self, campaigns: Campaigns, tasks: Tasks, submissions: Submissions, holidays: Holidays, home: Home, frame: Frame
    ) -> None:
        super().__init__("today", "今日", frame)
        self._campaigns, self._tasks, self._submissions = campaigns, tasks, submissions
        self._holidays, self._home = holidays, home
        self._build()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        is_started = self._campaigns.current_id is not None
        self._body.setCurrentIndex(0 if is_started else 1)
        self.set_title(f"今日　{spoken(self.frame.clock.today())}")
        if is_started:
            self._show_day()
        else:
            self._summary.setText("")
            self._offer()

    def recolor(self) -> None:
        super().recolor()
        for part in (*self._columns, self._recent, self._node, self._first_run):
            part.recolor()

    def _build(self) -> None:
        self._summary = Label("", "secondary")
        self.add_filter_widget(self._summary)
        self._overdue = Card("逾期", self.frame, self._go, "overdue_ink")
        self._today = Card("今天", self.frame, self._go, "soon_ink")
        self._soon = Card("本周", self.frame, self._go)
        self._behind = Card("份额落后", self.frame, self._go)
        self._columns = (self._overdue, self._today, self._soon, self._behind)
        self._recent = Card("最近收到", self.frame, self._go, is_flat=True)
        self._node = NodeCard(self.frame, self._go)
        self._first_run = FirstRun(self.frame)
        self._body = QStackedWidget()
        self._body.addWidget(self._grid())
        self._body.addWidget(self._first_run)
        self.set_body(self._body)

    def _grid(self) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(_GAP)
        grid.setRowStretch(0, 1)
        for number, card in enumerate(self._columns):
            grid.addWidget(card, 0, number)
            grid.setColumnStretch(number, 1)
        grid.addWidget(self._recent, 1, 0, 1, 2)
        grid.addWidget(self._node, 1, 2, 1, 2)
        below = (self._recent, self._node)
        for widget in (*self._columns, *below):
            widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        return page

    def _connect(self) -> None:
        self._first_run.start_asked.connect(self._on_start_asked)
        self._first_run.table_asked.connect(self._on_table_asked)
        self._first_run.data_asked.connect(self._on_data_asked)

    def _show_day(self) -> None:
        today = self.frame.clock.today()
        submissions = self._submissions.all()
        ahead = nodes(submissions, self._campaigns.stages(), today)
        agenda = make_agenda(self._source())
        self._soon.set_heading(agenda.soon_words)
        self._overdue.show_lines(agenda.overdue, "没有逾期的事项。")
        self._today.show_lines(agenda.today, _nothing_today(ahead))
        self._soon.show_lines(agenda.soon, f"{agenda.soon_words}没有到期的事项。")
        self._behind.show_lines(agenda.behind, "各单位份额都跟得上进度。")
        self._recent.show_lines(
            recent_lines(submissions), "还没有收到材料。收到后在报送清单里收件，或把文件拖到那一行。"
        )
        self._node.show_nodes(ahead)
        self._summary.setText(f"{self._day_words()}　{_counts(agenda)}")

    def _take_focus(self) -> None:
        """Put the cursor on what presses most, so that arrows and Enter work at once."""
        lists = [card.list for card in self._columns if card.list.lines.rowCount()]
        first = lists[0] if lists else self._recent.list
        widget = first if self._campaigns.current_id else self._first_run.start
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _source(self) -> Source:
        today = self.frame.clock.today()
        return Source(
            self._submissions.missing(horizon(today)),
            {each.id: each for each in self._submissions.all()},
            {each.id: each for each in self._submissions.requirements()},
            {task.key: task for task in self._tasks.rows()},
            self._submissions.quotas(),
            today,
        )

    def _day_words(self) -> str:
        """Return whether today is a working day, in the words of calendars."""
        today = self.frame.clock.today()
        try:
            calendar = self._holidays.calendar
        except UserError as error:
            return error.message
        mark = calendar.mark(today)
        if mark:
            return f"{mark.word}（{mark.name}{'' if mark.is_off else '调休上班'}）"
        plain = "工作日" if calendar.is_workday(today) else "周末"
        return plain if calendar.knows(today.year) else f"{plain}（未收录 {today.year} 年节假日安排）"

    def _offer(self) -> None:
        offers, faults = self._campaigns.offers_and_faults()
        self._first_run.offer(offers, "\n".join(_fault_words(fault) for fault in faults))

    def _go(self, target: Target) -> None:
        self.frame.open(*target)

    def _on_start_asked(self, name: str, year: int) -> None:
        self._begin(lambda: self._campaigns.start(name, year).title)

    def _on_table_asked(self) -> None:
        self.frame.open("plan", 0)

    def _begin(self, start: Callable[[], str]) -> None:
        QApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)
        try:
            title = start()
        except UserError as error:
            QApplication.restoreOverrideCursor()
            self.frame.tell(error)
        else:
            QApplication.restoreOverrideCursor()
            self.frame.say(f"已启动“{title}”")

    def _on_data_asked(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, "选择数据文件夹")
        if not folder:
            return
        try:
            home = check_home(Path(folder), self._home)
        except UserError as error:
            self.frame.tell(error)
            return
        self.setEnabled(False)
        self.frame.say("正在打开，请稍候……")
        Restart(home, self.frame.clock, self.frame.leave, self._on_restart_failed, self).start()

    def _on_restart_failed(self, error: UserError) -> None:
        self.setEnabled(True)
        self.frame.tell(error)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the cards below more room only where the columns have enough."""
        super().resizeEvent(event)
        height = min(_BELOW + max(0, self.height() - _USUAL) // 2, _BELOW_MOST)
        for card in (self._recent, self._node):
            card.setFixedHeight(height)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._take_focus()


def _nothing_today(ahead: list[Node]) -> str:
    return f"今天没有到期事项。\n下一个：{ahead[0].line}" if ahead else "今天没有到期事项。"


def _counts(agenda: Agenda) -> str:
    parts = (
        ("逾期", agenda.overdue),
        ("今天到期", agenda.today),
        (agenda.soon_words, agenda.soon),
        ("份额落后", agenda.behind),
    )
    return "　".join(f"{word} {count_of(lines)}" for word, lines in parts)


def _fault_words(fault: UserError) -> str:
    """Return what is wrong with a campaign file, in no more lines than a first page bears."""
    more = len(fault.details) - _FAULTS
    return "\n".join([fault.message, *fault.details[:_FAULTS], *([f"……还有 {more} 处"] if more > 0 else [])])
