"""The page 单位: who owes what, who answers for it, how to reach them, and what each unit was called when."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QDateEdit, QFileDialog, QMenu, QPushButton

from lianbing_desktop.domain.liaison_list import LiaisonList
from lianbing_desktop.domain.sheet import Sheet
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.jobs import Progress
from lianbing_desktop.gui.outgoing import Offer, Outgoing
from lianbing_desktop.gui.submissions.day import shown, taken
from lianbing_desktop.gui.units.described import unit_detail
from lianbing_desktop.gui.units.handling import UnitHandling
from lianbing_desktop.gui.units.table import UnitTable
from lianbing_desktop.gui.units.words import SITUATIONS, is_in
from lianbing_desktop.gui.widgets.job_bar import JobBar
from lianbing_desktop.gui.widgets.label import Label
from lianbing_desktop.gui.widgets.page import Page
from lianbing_desktop.gui.widgets.shortcut import local_key
from lianbing_desktop.services.campaigns import Campaigns
from lianbing_desktop.services.documents import Documents
from lianbing_desktop.services.search import folded, holds
from lianbing_desktop.services.units import UnitLine, Units

_FOLDER, _CHOSEN = "units/folder", "units/chosen"
_NOBODY = (
    "还没有登记联络员。收到各市、区交回的联络员名单后点“导入名单”，或把文件拖到这里；也可以选中单位，点“登记联络员”。"
)
_DETAIL = 380
_FORMS = (("联络员名单（含联系方式，内部使用）", False, False), ("联络员名单，附工作QQ群", False, True),
          ("联络员名单（对外，隐去联系方式）", True, False))  # fmt: skip


class UnitView(Page):
    """The units of the campaign as they stand on a day, today at first."""

    cares_for = frozenset({"campaigns", "units", "unit_names", "liaisons", "contacts", "submissions", "requirements"})

    def __init__(self, campaigns: Campaigns, units: Units, documents: Documents, frame: Frame) -> None:
        super().__init__("units", "单位", frame)
        self._campaigns, self._units = campaigns, units
        self._outgoing = Outgoing(documents, frame, self)
        self._handling = UnitHandling(units, frame, self)
        self._lines: list[UnitLine] = []
        self._shown_id = 0
        self._build()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        self._lines = self._units.all(taken(self._day.date()))
        has_campaign = self._campaigns.current_id is not None
        for button in (self._import, self._group, self._print_button, self._export_button):
            button.setEnabled(has_campaign)
        self._kind.offer([(kind, kind) for kind in dict.fromkeys(line.unit.kind.value for line in self._lines)])
        self._nobody.setVisible(has_campaign and not self._units.people.all())
        self._filter()
        if not self._shown_id:
            self._choose_remembered()

    def show_item(self, kind: str, key: int) -> None:
        unit_id = key
        if kind == "liaison":
            try:
                unit_id = self._units.people.get(key).unit_id
            except UserError as error:
                self.frame.tell(error)
                return
        if self._table.units.row_of(unit_id) < 0:
            self._clear_filters()
        if self._table.choose(unit_id):
            self._show(unit_id)
            self._table.setFocus()

    def print_page(self) -> None:
        self._offer(self._print_button, lambda is_masked, with_group: self._print(is_masked, with_group))

    def export_page(self) -> None:
        self._offer(self._export_button, lambda is_masked, with_group: self._export(is_masked, with_group))

    def save_state(self) -> None:
        super().save_state()
        self._table.save_columns()
        self.frame.memory.keep(_CHOSEN, str(self._table.unit_id() or ""))

    def recolor(self) -> None:
        super().recolor()
        self._table.viewport().update()

    def read_list(self, path: Path) -> None:
        """Read a returned list in a job, and show what it would change."""
        if self._bar.is_running or self._campaigns.current_id is None:
            return
        self._bar.run(
            lambda: f"正在读取“{path.name}”", partial(_read, path), self._handling.preview, lambda: None, is_sized=False
        )

    def _build(self) -> None:
        self._group = self.add_action("工作群", "edit", self._handling.edit_group)
        self._group.setToolTip("登记工作QQ群")
        self._print_button = self.add_action("打印", "print", self.print_page)
        self._print_button.setToolTip("打印联络员名单（Ctrl+P）")
        self._export_button = self.add_action("导出", "export", self.export_page)
        self._export_button.setToolTip("导出联络员名单（Ctrl+E）")
        self._import = self.add_action("导入名单", "receive", self._choose_list)
        self._import.setToolTip("导入各单位交回的联络员名单，先看后写入")
        self._kind = self.add_chip("类别", lambda value: self._filter())
        self._situation = self.add_chip("情况", lambda value: self._filter())
        self._situation.offer(SITUATIONS)
        self._text = self.add_text_filter(lambda text: self._filter())
        self._day = QDateEdit(shown(self.frame.clock.today()))
        self._day.setCalendarPopup(True)
        self._day.setDisplayFormat("yyyy年M月d日")
        self._day.setAccessibleName("按哪一天显示")
        self._day.setToolTip("按这一天显示单位名称和联络员")
        self._today = QPushButton("回到今天")
        self._today.setObjectName("link")
        for widget in (Label("截至", "secondary"), self._day, self._today):
            self.add_filter_widget(widget)
        self._nobody = Label(_NOBODY, "caution", wraps=True)
        self._bar = JobBar(self.frame, "已取消，什么也没有读入")
        self.layout().insertWidget(2, self._nobody)  # type: ignore[union-attr]
        self.layout().insertWidget(3, self._bar)  # type: ignore[union-attr]
        self._table = UnitTable(self.frame)
        self.set_body(self._table, _DETAIL)
        self.setAcceptDrops(True)

    def _connect(self) -> None:
        self._table.chosen.connect(self._on_row_chosen)
        self._table.opened.connect(self._on_row_opened)
        self._table.clicked.connect(self._on_row_opened)
        self._day.dateChanged.connect(lambda day: self._on_day_changed())
        self._today.clicked.connect(lambda checked=False: self._day.setDate(shown(self.frame.clock.today())))
        self._today.hide()
        self.empty.on_pressed(self._on_empty_pressed)
        local_key("Insert", self, self._add_to_chosen)

    def _filter(self) -> None:
        words = folded(self._text.text()).split()
        shown_lines = [line for line in self._lines if self._fits(line) and holds(f"{line.keys} {line.name}", words)]
        self._table.show_lines(shown_lines)
        self._say_empty(not shown_lines)
        if self._shown_id and not self.detail.isHidden():
            self._show(self._shown_id)

    def _fits(self, line: UnitLine) -> bool:
        return self._kind.value in ("", line.unit.kind.value) and is_in(line, self._situation.value)

    def _say_empty(self, is_empty: bool) -> None:
        if self._lines:
            self.empty.say("没有符合条件的单位", "文字筛选可用单位名称、人名、拼音或首字母，例如 zjg 找到张家港。")
            self.empty.button.setText("清除筛选")
        else:
            self.empty.say("还没有单位", "启动活动以后，这里列出各单位欠报和已报的材料，并登记它们的联络员。")
            self.empty.button.setText("去“今日”")
        self.empty.button.show()
        self.show_empty(is_empty)

    def _on_empty_pressed(self) -> None:
        if self._lines:
            self._clear_filters()
        else:
            self.frame.open("page", 0)

    def _clear_filters(self) -> None:
        self._text.clear()
        for chip in (self._kind, self._situation):
            if chip.value:
                chip.pick("")

    def _choose_remembered(self) -> None:
        remembered = self.frame.memory.text(_CHOSEN)
        if not (remembered.isdecimal() and self._table.choose(int(remembered))):
            self._table.choose_first()
        if self._table.unit_id():
            self._show(self._table.unit_id())

    def _show(self, unit_id: int) -> None:
        """Show a unit in the detail pane; close it where the unit is gone."""
        line = next((line for line in self._lines if line.unit.id == unit_id), None)
        if line is None:
            self.close_detail()
            return
        self._shown_id = unit_id
        self.open_detail(unit_detail(line, self._units.people.history(unit_id), self._handling.acts()))

    def _add_to_chosen(self) -> None:
        if self._table.unit_id():
            self._handling.add(self._table.unit_id())

    def _choose_list(self) -> None:
        from lianbing_desktop.services.liaison_lists import suffixes

        kinds = " ".join(f"*{suffix}" for suffix in suffixes())
        path, _ = QFileDialog.getOpenFileName(
            self, "选择交回的联络员名单", self.frame.memory.text(_FOLDER), f"联络员名单 ({kinds});;所有文件 (*)"
        )
        if path:
            self.frame.memory.keep(_FOLDER, str(Path(path).parent))
            self.read_list(Path(path))

    def _offer(self, button: QPushButton, act: Callable[[bool, bool], None]) -> None:
        """Offer the forms of the list; Enter takes the first. The QQ group goes along only where asked for."""
        if not button.isEnabled():
            return
        menu = QMenu(self)
        for words, is_masked, with_group in _FORMS:
            menu.addAction(words, partial(act, is_masked, with_group))
        menu.actions()[1].setEnabled(self._units.chat_group() is not None)
        menu.setActiveAction(menu.actions()[0])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _sheet(self, is_masked: bool, with_group: bool) -> Sheet:
        from lianbing_desktop.services.liaison_sheet import liaison_sheet

        return liaison_sheet(self._campaigns, self._units, taken(self._day.date()), is_masked, with_group)

    def _print(self, is_masked: bool, with_group: bool) -> None:
        self._outgoing.preview(partial(self._sheet, is_masked, with_group))

    def _export(self, is_masked: bool, with_group: bool) -> None:
        make = partial(self._sheet, is_masked, with_group)
        offers = [Offer(words, suffix, make) for words, suffix in (("Excel", "xlsx"), ("Word", "docx"), ("PDF", "pdf"))]
        self._outgoing.export(f"{self._campaigns.require().title}联络员名单", offers)

    def _on_row_chosen(self, index: QModelIndex) -> None:
        line = self._table.line_at(index)
        if line and not self.detail.isHidden() and line.unit.id != self._shown_id:
            self._show(line.unit.id)

    def _on_row_opened(self, index: QModelIndex) -> None:
        line = self._table.line_at(index)
        if line:
            self._show(line.unit.id)

    def _on_day_changed(self) -> None:
        self._today.setVisible(taken(self._day.date()) != self.frame.clock.today())
        self.refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        urls = event.mimeData().urls()
        if self._campaigns.current_id is not None and len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = Path(event.mimeData().urls()[0].toLocalFile())
        event.acceptProposedAction()
        QTimer.singleShot(0, self, lambda: self.read_list(path))  # the program it comes from waits for the answer

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._table.setFocus()


def _read(path: Path, progress: Progress) -> LiaisonList:
    from lianbing_desktop.services.liaison_lists import read_list

    def stop() -> bool:
        progress(0, 0)  # raises where the officer cancelled
        return False

    return read_list(path, stop)
