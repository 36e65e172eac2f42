"""The main window: sidebar, header with campaign and search, the pages, and the status line."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from lianbing_desktop.errors import UserError
from lianbing_desktop.gui import crash
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.icons import Icons
from lianbing_desktop.gui.jobs import Jobs
from lianbing_desktop.gui.leaving import Leaving
from lianbing_desktop.gui.memory import Memory
from lianbing_desktop.gui.notifying.telling import Hooks
from lianbing_desktop.gui.pages import LISTED, PAGES, build_page
from lianbing_desktop.gui.shell import SIZE
from lianbing_desktop.gui.signals import Signals
from lianbing_desktop.gui.statusline import StatusLine
from lianbing_desktop.gui.style import Style
from lianbing_desktop.gui.watch import Count, Places, Watch
from lianbing_desktop.gui.widgets.banner import Banner
from lianbing_desktop.gui.widgets.elided import ElidedMenuButton
from lianbing_desktop.gui.widgets.page import Page
from lianbing_desktop.gui.widgets.searchbox import SearchBox
from lianbing_desktop.gui.widgets.sidebar import Sidebar
from lianbing_desktop.gui.widgets.toast import Toast
from lianbing_desktop.services.desk import Desk

if TYPE_CHECKING:
    from lianbing_desktop.gui.doorbell import Doorbell

_AGAIN_MS = 30_000
_UNCOUNTED = frozenset({"reminders", "watch", "log"})
"""Tables whose writes change no number in the sidebar."""


class MainWindow(QMainWindow):
    """The officer's desk, inside the shell or by itself. Pages are built when first opened."""

    def __init__(self, desk: Desk, style: Style) -> None:
        super().__init__()
        self.resize(*SIZE)
        self._desk = desk
        self._pages: dict[int, Page] = {}
        self._stale: set[int] = set()
        self._is_painted = False
        self._doorbell: Doorbell | None = None
        self._frame = self._make_frame(desk, style)
        self._build()
        self._connect()
        self._restore()

    @property
    def frame(self) -> Frame:
        """What pages may ask of this window."""
        return self._frame

    def page(self, name: str) -> Page:
        """Open a page by name and return it."""
        number = [page.name for page in PAGES].index(name)
        self.open_page(number)
        return self._pages[number]

    def open_page(self, number: int) -> None:
        """Open a page by its number in the sidebar."""
        page = self._pages.get(number) or self._add_page(number)
        if number in self._stale:
            self._stale.discard(number)
            page.refresh()
        self._stack.setCurrentWidget(page)
        self._sidebar.show_chosen(number)
        if PAGES[number].is_listed:
            self._frame.memory.keep("window/page", PAGES[number].name)

    def open_thing(self, kind: str, key: int) -> None:
        """Go to a thing: see Frame.open."""
        if kind == "weekly":
            self._show_weekly()
            return
        if kind == "page":
            self.open_page(key)
            return
        if kind == "plan":
            self.page("plan").show_item(kind, key)
            return
        pages = {"task": "tasks", "day": "calendar", "unit": "units", "liaison": "units", "package": "package"}
        self.page(pages.get(kind, "submissions")).show_item("unit" if kind == "owed" else kind, key)

    def plan_leads(self, item_key: str = "", over: QWidget | None = None) -> None:
        """Open 提醒时间: see Frame.plan_leads."""
        from lianbing_desktop.gui.reminders.lead_plans import open_lead_plans

        try:
            open_lead_plans(self._desk, item_key, self._frame, over or self)
        except UserError as error:
            self._frame.tell(error)

    def come_up(self) -> None:
        """Show the window, whether it is hidden, minimised or behind others."""
        self._leaving.come_up()

    def open_reminders(self) -> None:
        """Show the window with its list of reminders."""
        self.come_up()
        self._watch.open_reminders()

    def start_unseen(self) -> None:
        """Start working without being seen: in the tray, or where there is none minimised."""
        self._after_first_paint()
        if self._watch.telling.tray:
            self._leaving.hide()
        else:
            self.window().showMinimized()

    def leave(self) -> None:
        """Close the window for good, whatever closing it does otherwise."""
        self._leaving.leave()

    def refresh(self) -> None:
        """Reload the page on screen; the others reload when they are opened."""
        self._stale |= set(self._pages)
        self._show_campaign()
        current = self._current()
        if current is not None:
            self.open_page(current)
        self._count()

    def _make_frame(self, desk: Desk, style: Style) -> Frame:
        return Frame(
            style=style,
            icons=Icons(style),
            signals=Signals(desk.listen, self),
            jobs=Jobs(lambda error: crash.show(error, self), self),
            memory=Memory(desk.home, self),
            clock=desk.clock,
            open=self.open_thing,
            say=lambda text, undo=None, word="撤销": self._toast.say(text, undo, word),
            tell=lambda error: crash.tell(error, self),
            leave=self.leave,
            try_messages=lambda then: self._watch.telling.test(then),
            plan_leads=self.plan_leads,
        )

    def _build(self) -> None:
        self._sidebar = Sidebar(self._frame)
        self._stack = QStackedWidget()
        self._status = StatusLine(self._desk.clock)
        body = QWidget()
        self.setCentralWidget(body)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._header(body))
        banners = Banner(), Banner(), Banner()
        for banner in banners:
            column.addWidget(banner)
        column.addWidget(self._stack, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._sidebar)
        row.addLayout(column, 1)
        whole = QVBoxLayout(body)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(row, 1)
        whole.addWidget(self._status)
        self._toast = Toast(body)
        places = Places(self._status, *banners, self._bell, body)
        self._watch = Watch(self._desk, self._frame, places, Hooks(self.come_up, self.open_reminders, self.leave))
        self._leaving = Leaving(self._desk.settings, self, lambda: self._watch.telling.tray is not None)
        for number, page in enumerate(LISTED):
            self._sidebar.add(page.words, page.icon, f"Ctrl+{number + 1}", page.is_last)

    def _header(self, body: QWidget) -> QFrame:
        header = QFrame()
        header.setObjectName("header")
        row = QHBoxLayout(header)
        row.setContentsMargins(24, 8, 24, 8)
        row.setSpacing(8)
        self._campaign = ElidedMenuButton()
        self._campaign.setObjectName("campaign")
        self._campaign.setMenu(QMenu(self._campaign))
        self._campaign.setAccessibleName("活动")
        self._bell = QToolButton()
        self._bell.setObjectName("bell")
        self._bell.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._bell.setText("提醒")
        self._bell.setToolTip("提醒（Ctrl+R）")
        self._search = SearchBox(self._desk.search.find, body)
        row.addWidget(self._campaign)
        row.addStretch(1)
        row.addWidget(self._search)
        row.addWidget(self._bell)
        return header

    def _connect(self) -> None:
        self._sidebar.chosen.connect(self.open_page)
        self._search.chosen.connect(self.open_thing)
        self._frame.signals.changed.connect(self._on_changed)
        self._frame.style.changed.connect(self._on_style_changed)
        self._watch.day_turned.connect(self._on_day_turned)
        for number in range(len(LISTED)):
            self._key(f"Ctrl+{number + 1}", partial(self.open_page, number))
        self._key("Ctrl+K", lambda: self._search.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self._key("Ctrl+F", lambda: self._on_page(lambda page: page.focus_filter()))
        self._key("Ctrl+P", lambda: self._on_page(lambda page: page.print_page()))
        self._key("Ctrl+E", lambda: self._on_page(lambda page: page.export_page()))
        self._key("Ctrl+R", self._watch.toggle_reminders)
        self._key("F5", self.refresh)
        self._key("F1", self._show_keys)

    def _key(self, keys: str, slot: Callable[[], None]) -> None:
        QShortcut(QKeySequence(keys), self, slot)

    def _on_page(self, act: Callable[[Page], None]) -> None:
        page = self._stack.currentWidget()
        if isinstance(page, Page):
            act(page)

    def _show_keys(self) -> None:
        from lianbing_desktop.gui.keys import show_keys

        show_keys(self)

    def _restore(self) -> None:
        self._show_campaign()
        names = [page.name for page in LISTED]
        remembered = self._frame.memory.text("window/page", names[0])
        self.open_page(names.index(remembered) if remembered in names and self._desk.campaigns.current_id else 0)

    def _show_weekly(self) -> None:
        from lianbing_desktop.gui.paper import preview

        try:
            sheet = self._desk.reminders.weekly_sheet()
        except UserError as error:
            self._frame.tell(error)
        else:
            preview([sheet], self)

    def _add_page(self, number: int) -> Page:
        page = build_page(PAGES[number].name, self._desk, self._frame)
        self._pages[number] = page
        self._stack.addWidget(page)
        return page

    def _current(self) -> int | None:
        return next((number for number, page in self._pages.items() if page is self._stack.currentWidget()), None)

    def _show_campaign(self) -> None:
        current = self._desk.campaigns.current()
        self._campaign.show_words(current.title if current else "尚未启动活动", current is not None)
        self._campaign.setEnabled(current is not None)
        menu = self._campaign.menu()
        menu.clear()
        for each in self._desk.campaigns.all():
            action = menu.addAction(each.title.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(current is not None and each.id == current.id)
            action.triggered.connect(lambda checked=False, key=each.id: self._desk.campaigns.switch(key))
        menu.addSeparator()
        menu.addAction("导入任务分解表…", lambda: self.open_thing("plan", 0))

    def _count(self) -> None:
        counts = self._watch.counts()
        for number, page in enumerate(LISTED):
            self._sidebar.set_count(number, *counts.get(page.name, Count()))

    def _on_changed(self, tables: frozenset[str]) -> None:
        for number, page in self._pages.items():
            if page.cares_for & tables:
                self._stale.add(number)
        if tables & {"campaigns", "settings"}:
            self._show_campaign()
        current = self._current()
        if current in self._stale:
            self.open_page(current)
        if not tables <= _UNCOUNTED:
            self._count()

    def _on_day_turned(self) -> None:
        """Show the new day; where the data cannot be read just now, a little later."""
        if crash.attempt(self.refresh):
            QTimer.singleShot(_AGAIN_MS, self, self._on_day_turned)

    def _on_style_changed(self) -> None:
        for page in self._pages.values():
            page.recolor()
        self._watch.recolor()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self._after_first_paint)

    def _after_first_paint(self) -> None:
        self._count()
        self._watch.start()
        self._hang_doorbell()

    def _hang_doorbell(self) -> None:
        """Hear of a second start of the program on this folder; loaded late, since it brings Qt's network along."""
        from lianbing_desktop.gui.doorbell import Doorbell

        if not self._doorbell:
            self._doorbell = Doorbell(self._desk.home, self)
            self._doorbell.rang.connect(self.come_up)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._leaving.may_close():
            event.ignore()
            return
        if self._doorbell:
            self._doorbell.stop()
        self._frame.jobs.stop()
        self._watch.stop()
        self._frame.memory.save_geometry(self.window())
        for page in self._pages.values():
            page.save_state()
        super().closeEvent(event)
