"""The page 下发与收回: one form for each unit goes out into a folder; what comes back is checked and taken in."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QFileDialog, QMenu, QToolButton, QVBoxLayout, QWidget

from lianbing_desktop.domain.form import FormKind, IssuedForm, period_words
from lianbing_desktop.domain.formcell import cell_words
from lianbing_desktop.domain.monthday import spoken
from lianbing_desktop.domain.requirement import Requirement
from lianbing_desktop.domain.returned import Collected, Content
from lianbing_desktop.domain.sheet import Sheet
from lianbing_desktop.domain.submission import StoredFile
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.folders import show_folder
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.outgoing import Offer, Outgoing
from lianbing_desktop.gui.returned.bundling import Bundling
from lianbing_desktop.gui.returned.collect_dialog import CollectDialog, collected_dialog
from lianbing_desktop.gui.returned.joining import JoiningAct
from lianbing_desktop.gui.returned.model import (
    COL_FILE,
    COL_ISSUED,
    COL_RETURNED,
    COL_ROWS,
    COL_STATE,
    COL_UNIT,
    FormTableModel,
    form_badge,
)
from lianbing_desktop.gui.widgets.chip import Chip
from lianbing_desktop.gui.widgets.delegates import BadgeDelegate, WrapDelegate
from lianbing_desktop.gui.widgets.detail import Detail
from lianbing_desktop.gui.widgets.elided import ElidedLabel
from lianbing_desktop.gui.widgets.job_bar import JobBar
from lianbing_desktop.gui.widgets.label import Label
from lianbing_desktop.gui.widgets.page import Page
from lianbing_desktop.gui.widgets.table import Table
from lianbing_desktop.services.bundles import Bundles
from lianbing_desktop.services.campaigns import Campaigns
from lianbing_desktop.services.collecting import Collecting, TakenIn
from lianbing_desktop.services.documents import Documents
from lianbing_desktop.services.forms import FormLine, Forms
from lianbing_desktop.services.joining import Joining
from lianbing_desktop.services.submissions import Submissions

_FOLDER = "forms/folder"
_ALL_ROOM = 100
_CANCELLED = "已取消，没有改动数据"


class FormView(Page):
    """One requirement and period at a time; files are dropped anywhere on the page."""

    cares_for = frozenset({"campaigns", "unit_names", "requirements", "submissions", "issued_forms", "returned_forms"})

    def __init__(
        self,
        campaigns: Campaigns,
        submissions: Submissions,
        forms: Forms,
        collecting: Collecting,
        bundles: Bundles,
        joining: Joining,
        documents: Documents,
        frame: Frame,
    ) -> None:
        super().__init__("forms", "下发与收回", frame)
        self._campaigns, self._submissions = campaigns, submissions
        self._forms, self._collecting = forms, collecting
        self._outgoing = Outgoing(documents, frame, self)
        self._offers: dict[str, Requirement] = {}
        self.bar = JobBar(frame, _CANCELLED)
        self._joining = JoiningAct(joining, submissions, self.bar, frame, self)
        self._build()
        self._bundling = Bundling(bundles, submissions, collecting, self.bar, frame, self)
        self._connect()
        self.refresh()

    @property
    def requirement(self) -> Requirement | None:
        """The requirement chosen."""
        return self._offers.get(self._which.value) or next(iter(self._offers.values()), None)

    @property
    def period(self) -> str:
        """The period chosen, empty where the form has none."""
        return self._month.value

    def refresh(self) -> None:
        """Reload what has forms, and how each unit's stands."""
        try:
            self._offers = {requirement.key: requirement for requirement, _ in self._forms.offers()}
        except UserError as error:
            self._offers = {}
            self.empty.say(error.message, "；".join(error.details))
        else:
            self._say_empty()
        self._which.offer([(key, requirement.title) for key, requirement in self._offers.items()])
        self.show_empty(not self._offers)
        self._allow()
        self._bundling.offer(self._bundle.menu(), [unit for unit in self._campaigns.units() if unit.is_county])
        if self.requirement:
            self._show()

    def print_page(self) -> None:
        """Preview the table of what came back."""
        if self.requirement:
            self._outgoing.preview(self._sheet)

    def export_page(self) -> None:
        """Export the table of what came back."""
        if self.requirement:
            forms = (("Excel 工作簿", "xlsx"), ("Word 文档", "docx"), ("PDF 文件", "pdf"))
            offers = [Offer(words, suffix, self._sheet) for words, suffix in forms]
            self._outgoing.export(f"{self.requirement.title}汇总", offers)

    def save_state(self) -> None:
        super().save_state()
        self.table.save_columns()

    def collect(self, paths: Sequence[Path]) -> None:
        """Read files in a job and show what they are; one zip is a bundle."""
        if self.bar.is_running:
            return
        if len(paths) == 1 and paths[0].suffix.lower() == ".zip":
            self._bundling.read(paths[0])
            return
        try:
            work = self._collecting.prepared(paths)
        except UserError as error:
            self.frame.tell(error)
            return
        self._allow(False)
        self.bar.run(lambda: "正在读取表格", work, self._on_read, self._allow, is_sized=False)

    def issue(self, folder: Path) -> None:
        """Write the chosen form for every unit into a folder, in a job."""
        requirement = self.requirement
        if self.bar.is_running or not requirement:
            return
        try:
            forms = self._forms.prepare(requirement, self.period)
        except UserError as error:
            self.frame.tell(error)
            return
        self._allow(False)
        work = partial(self._forms.write, forms, folder)
        self.bar.run(
            lambda: "正在制作表格", work, lambda paths: self._on_issued(forms, folder), self._allow, is_sized=False
        )

    def _build(self) -> None:
        self._build_actions()
        self._build_filters()
        self.table, self.lines = Table(self.frame.memory, "forms"), FormTableModel()
        widths = {COL_UNIT: 200, COL_STATE: 112, COL_ISSUED: 128, COL_RETURNED: 128, COL_ROWS: 72}
        self.table.set_model(self.lines, widths, COL_FILE)
        for place in (COL_UNIT, COL_FILE):
            self.table.setItemDelegateForColumn(place, WrapDelegate(1, self.table))
        self.table.setItemDelegateForColumn(COL_STATE, BadgeDelegate(self.frame.style, self.table))
        self.table.setAccessibleName("各单位的表格")
        hint = Label("把各单位交回的 Excel 表或整个文件夹拖到这里，就会逐格核对；确认后才收入。", "secondary")
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.bar, self.table, hint):
            column.addWidget(widget)
        self.set_body(body)
        self.setAcceptDrops(True)

    def _build_actions(self) -> None:
        self._urge = self.add_action("复制催报文字", "submissions", self._on_urge_asked)
        self._print = self.add_action("打印汇总", "print", self.print_page)
        self._export = self.add_action("导出汇总", "export", self.export_page)
        self._collect = self.add_action("收回表格…", "receive", self._on_collect_asked)
        self._issue = self.add_action("下发表格…", "folder", self._on_issue_asked, is_primary=True)

    def _build_filters(self) -> None:
        self._which, self._month = Chip("表格", must=True), Chip("时期", must=True)
        self._folder, self._bundle = QToolButton(), QToolButton()
        self._folder.setText("收回整个文件夹…")
        self._bundle.setText("打上报包  ▾")
        self._bundle.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._bundle.setMenu(QMenu(self._bundle))
        self._bundle.setToolTip("把一个单位已收到的文件打成一个上报包，交给上级的练兵台")
        for button in (self._folder, self._bundle):
            button.setObjectName("chip")
        self._count = ElidedLabel("", "secondary")
        for widget in (self._which, self._month, self._folder, self._bundle, self._joining.button, self._count):
            self.add_filter_widget(widget, _ALL_ROOM if widget is self._count else 0)

    def _connect(self) -> None:
        self.empty.on_pressed(lambda: self.frame.open("page", 0))
        self._which.picked.connect(lambda value: self._on_picked())
        self._month.picked.connect(lambda value: self._on_picked())
        self._folder.clicked.connect(self._on_folder_asked)
        self.table.opened.connect(self._on_opened)

    def _say_empty(self) -> None:
        started = self._campaigns.current_id is not None
        if started:
            self.empty.say("这次活动没有配套的表格", "可以把自己的表样（TOML 文件）放进数据文件夹的 forms 里。")
        else:
            self.empty.say("还没有启动活动", "请先到“今日”选择内置活动，或导入任务分解表。")
        self.empty.button.setText("去“今日”")
        self.empty.button.setVisible(not started)

    def _allow(self, on: bool = True) -> None:
        can = on and bool(self._offers)
        for widget in (self._issue, self._collect, self._folder, self._bundle, self._print, self._export, self._urge):
            widget.setEnabled(can)
        if not can:
            self._joining.button.setEnabled(False)

    def _show(self) -> None:
        requirement = self.requirement
        if not requirement:
            return
        self._offer_periods(self._forms.periods(requirement), self._forms.usual_period(requirement))
        lines = self._forms.lines(requirement, self.period)
        self.lines.set_rows(lines)
        here = sum(line.returned is not None for line in lines)
        self._count.setText(f"已收回 {here}/{len(lines)}{self._joining.offer(requirement, self.period)}")
        self._urge.setEnabled(here < len(lines))

    def _offer_periods(self, periods: Sequence[str], usual: str) -> None:
        """Offer the periods; the one at hand is taken first: that which is on, else the last gone by."""
        is_new = self._month.value not in periods
        self._month.setVisible(bool(periods))
        self._month.offer([(period, period_words(period)) for period in periods])
        if is_new and usual:
            self._month.blockSignals(True)
            self._month.pick(usual)
            self._month.blockSignals(False)

    def _sheet(self) -> Sheet:
        requirement = self.requirement
        if not requirement:
            raise UserError("这次活动没有配套的表格。")
        return self._forms.sheet(requirement, self.period)

    def _on_picked(self) -> None:
        self.close_detail()
        self._show()

    def _on_issue_asked(self) -> None:
        self._ask("下发到哪个文件夹", QFileDialog.FileMode.Directory, lambda paths: self.issue(paths[0]))

    def _on_collect_asked(self) -> None:
        self._ask("选择收回的表", QFileDialog.FileMode.ExistingFiles, self.collect)

    def _on_folder_asked(self) -> None:
        self._ask("选择装着收回的表的文件夹", QFileDialog.FileMode.Directory, self.collect)

    def _ask(self, title: str, mode: QFileDialog.FileMode, then: Callable[[list[Path]], None]) -> None:
        dialog = QFileDialog(self, title, self.frame.memory.text(_FOLDER, str(Path.home())))
        dialog.setFileMode(mode)
        if mode is QFileDialog.FileMode.ExistingFiles:
            dialog.setNameFilters(["收回的表或上报包 (*.xlsx *.xls *.et *.zip)", "所有文件 (*)"])

        def take(names: list[str]) -> None:
            paths = [Path(name) for name in names]
            self.frame.memory.keep(_FOLDER, str(paths[0] if paths[0].is_dir() else paths[0].parent))
            then(paths)

        dialog.filesSelected.connect(take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_issued(self, forms: Sequence[IssuedForm], folder: Path) -> None:
        try:
            self._forms.record(forms)
        except UserError as error:
            self.frame.tell(error)
            return
        self.frame.say(f"已做好 {len(forms)} 份表", lambda: show_folder(folder, self.frame), "打开文件夹")

    def _on_read(self, read: list[Collected]) -> None:
        found = self._collecting.checked(read)
        dialog = collected_dialog(found, self.frame, self)
        good = [each for each in found if each.is_good]
        dialog.submitted.connect(partial(self._on_take_asked, dialog, good))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_take_asked(self, dialog: CollectDialog, good: Sequence[Collected]) -> None:
        try:
            keeping = self._submissions.keeping([each.path for each in good])
        except UserError as error:
            self.frame.tell(error)
            return
        dialog.accept()
        self._allow(False)
        self.bar.run(lambda: "正在收入", keeping, lambda kept: self._on_kept(good, kept), self._allow)

    def _on_kept(self, good: Sequence[Collected], kept: Sequence[StoredFile]) -> None:
        try:
            taken = self._collecting.take_in(good, kept)
        except UserError as error:
            self._submissions.discard(kept)
            self.frame.tell(error)
            return
        self.frame.say(f"已收入 {len(good)} 份表", undo=lambda: self._undo(taken))

    def _undo(self, taken: TakenIn) -> None:
        try:
            self._collecting.undo(taken)
        except UserError as error:
            self.frame.tell(error)

    def _on_urge_asked(self) -> None:
        requirement = self.requirement
        if requirement:
            QGuiApplication.clipboard().setText(self._forms.urging(requirement, self.period))
            self.frame.say("催报文字已复制，可以粘贴到工作群或短信里")

    def _on_opened(self, index: QModelIndex) -> None:
        line, requirement = self.lines.line(index.row()), self.requirement
        kind = self._forms.kind_of(requirement) if requirement else None
        if kind:
            self.open_detail(_detail(line, kind))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.lines.rowCount():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.table.currentIndex().isValid():
                self.table.setCurrentIndex(self.lines.index(0, 0))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._offers and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.collect([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])


def _detail(line: FormLine, kind: FormKind) -> Detail:
    back = line.returned
    if back is None:
        return Detail(line.unit.name, form_badge(line), text="还没有收回。收到后把文件拖到这一页。")
    facts = (
        ("收回", spoken(back.received_on)),
        ("文件", back.file.name),
        ("版次", f"第 {back.revision} 版" if back.revision else "表号不见了，版次不明"),
    )
    rows = [f"{number}. {_words(kind, content)}" for number, content in enumerate(back.rows, 1)]
    return Detail(line.unit.name, form_badge(line), facts=facts, text="\n".join(rows))


def _words(kind: FormKind, content: Content) -> str:
    filled = (each for each in kind.fields if each.key in content)
    return "，".join(f"{each.heading} {cell_words(each, content[each.key])}" for each in filled)
