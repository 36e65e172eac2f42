"""公文: choose an official document, see its figures and its gaps, fill these in, and make the file."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from lianbing_desktop.domain.report import Report
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.folders import show_folder
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.reports.filling import Filling
from lianbing_desktop.gui.reports.model import ReportModel
from lianbing_desktop.gui.widgets.badge import SOON, Badge, Shape
from lianbing_desktop.gui.widgets.delegates import WrapDelegate
from lianbing_desktop.gui.widgets.job_bar import JobBar
from lianbing_desktop.gui.widgets.label import Label
from lianbing_desktop.gui.widgets.noted import NotedLine, NotedTable
from lianbing_desktop.gui.widgets.page import Page
from lianbing_desktop.gui.widgets.table import Table
from lianbing_desktop.services.campaigns import Campaigns
from lianbing_desktop.services.reports import Made, ReportOffer, Reports, check_format, write

_FOLDER = "reports/folder"
_FILTERS = {"docx": "Word 公文 (*.docx)", "xlsx": "Excel 表格 (*.xlsx)"}
_KNOWN = Badge("有数据", Shape.TICK, "done_ink", "done_ground")
_UNKNOWN = Badge("没有", Shape.RING, SOON.ink, SOON.ground)


class ReportView(Page):
    """The page. Nothing is hidden: each gap is listed, and told again when the file is made."""

    cares_for = frozenset({"campaigns", "submissions", "settings", "liaisons", "unit_names", "returned_forms", "tasks"})

    def __init__(self, campaigns: Campaigns, reports: Reports, frame: Frame) -> None:
        super().__init__("reports", "公文", frame)
        self._campaigns, self._reports = campaigns, reports
        self._offer: ReportOffer | None = None
        self._model = ReportModel()
        self.list = Table(frame.memory, "reports/list")
        self.heading, self.told = Label("", "heading"), Label("", "secondary", wraps=True)
        self.unit, self.filling = QComboBox(), Filling(frame)
        self.figures = NotedTable(frame, "reports/figures", ("数字", "现在是", "来自"), {1: 200, 3: 120}, 2)
        self.bar = JobBar(frame, "已取消，没有留下文件")
        self._build()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        is_empty = self._campaigns.current() is None
        self.show_empty(is_empty)
        if is_empty:
            self.empty.say("还没有启动活动", "请先到“今日”选择内置活动，或打开任务分解表。")
            return
        try:
            self._show_offers(self._reports.offers())
            self._show_offer()
        except UserError as error:
            self.frame.tell(error)

    def export_page(self) -> None:
        self._ask_where("docx")

    def choose(self, name: str) -> None:
        """Go to a document by its name."""
        for row in range(self._model.rowCount()):
            if self._model.offer(row).name == name:
                self.list.selectRow(row)

    def save_state(self) -> None:
        super().save_state()
        for table in (self.list, self.filling.table, self.figures):
            table.save_columns()

    def _build(self) -> None:
        self._excel = self.add_action("导出 Excel", "export", lambda: self._ask_where("xlsx"))
        self._word = self.add_action("导出 Word", "export", lambda: self._ask_where("docx"), is_primary=True)
        self.list.set_model(self._model, {0: 200}, 1)
        self.list.setSelectionMode(Table.SelectionMode.SingleSelection)
        self.list.setItemDelegate(WrapDelegate(1, self.list))
        self.list.setMinimumWidth(280)
        self.list.setAccessibleName("公文")
        self.unit.setAccessibleName("单位")
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(16)
        split.addWidget(self.list)
        split.addWidget(self._right())
        split.setSizes([330, 670])
        self.set_body(split)

    def _right(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.unit)
        column.addLayout(top)
        column.addWidget(self.told)
        column.addWidget(self.bar)
        column.addWidget(self.filling)
        self._figures_heading = Label("", "heading")
        column.addWidget(self._figures_heading)
        column.addWidget(self.figures)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        return scroll

    def _connect(self) -> None:
        self.list.chosen.connect(self._on_chosen)
        self.unit.activated.connect(lambda index: self._show_offer())
        self.filling.entered.connect(self._on_entered)
        self.empty.on_pressed(lambda: self.frame.open("page", 0))

    def _show_offers(self, offers: list[ReportOffer]) -> None:
        name = self._offer.name if self._offer else offers[0].name
        before = self.unit.currentText()
        self._model.set_rows(offers)
        self.unit.clear()
        self.unit.addItems([unit.name for unit in self._campaigns.units() if unit.is_county])
        self.unit.setCurrentText(before)
        self.choose(name)

    def _show_offer(self) -> None:
        offer = self._offer
        if not offer:
            return
        self.heading.setText(offer.words)
        self.unit.setVisible(offer.is_for_unit)
        self._excel.setEnabled("xlsx" in offer.formats)
        self.filling.show_entries(f"{offer.name}/{self._unit()}", self._reports.entries(offer.name, self._unit()))
        self._show_figures(offer)
        other = [gap for gap in self._reports.report(offer.name, self._unit()).gaps if gap.startswith("【待填：以下")]
        self.told.setText("\n".join(other) or "导出后可以在 Word 中继续修改；没有填的地方在文件中用黄色标出。")

    def _show_figures(self, offer: ReportOffer) -> None:
        known = self._reports.figures(offer.name, self._unit()).values
        figures = [each for each in known if each.source or not each.words]
        self._figures_heading.setText(f"练兵台中的数字 {len(figures)} 项" if figures else "")
        self.figures.show_lines(
            [
                NotedLine(_KNOWN if each.words else _UNKNOWN, (each.name, each.words or "没有，须填写", each.source))
                for each in figures
            ]
        )

    def _unit(self) -> str:
        return self.unit.currentText() if self._offer and self._offer.is_for_unit else ""

    def _on_chosen(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        self._offer = self._model.offer(index.row())
        try:
            self._show_offer()
        except UserError as error:
            self.frame.tell(error)

    def _on_entered(self, name: str, words: str) -> None:
        if not self._offer:
            return
        try:
            self._reports.enter(self._offer.name, {name: words}, self._unit())
        except UserError as error:
            self.frame.tell(error)
        else:
            self.frame.say(f"已保存“{name}”")

    def _ask_where(self, suffix: str) -> None:
        """Ask where to, and make the document in a job."""
        if not self._offer or suffix not in self._offer.formats or self.bar.is_running:
            return
        folder = self.frame.memory.text(_FOLDER, str(Path.home()))
        dialog = QFileDialog(self, f"导出 · {self._offer.words}", folder, _FILTERS[suffix])
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(f"{self._offer.words}{self._unit()}.{suffix}")
        dialog.fileSelected.connect(lambda path: self.make(Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def make(self, path: Path) -> None:
        """Make the chosen document at ``path``."""
        if not self._offer:
            return
        try:
            report = self._reports.report(self._offer.name, self._unit())
            check_format(report, path)
        except UserError as error:
            self.frame.tell(error)
            return
        self.frame.memory.keep(_FOLDER, str(path.parent))
        self.bar.run(
            lambda: f"正在制作{report.words}",
            lambda progress: (report, write(report, path)),
            self._on_made,
            lambda: None,
            is_sized=False,
        )

    def _on_made(self, result: tuple[Report, Made]) -> None:
        report, made = result
        try:
            self._reports.record(report)
        except UserError as error:
            self.frame.tell(error)
            return
        gaps = f"还有 {len(made.gaps)} 处待填，见下表；文件中用黄色标出。" if made.gaps else "没有待填的地方。"
        fonts = replace(made, gaps=()).told()
        self.told.setText("\n".join([f"已导出“{made.path}”。{gaps}", *fonts]))
        left = f"，还有 {len(made.gaps)} 处待填" if made.gaps else ""
        folder = made.path.parent
        self.frame.say(f"已导出“{made.path.name}”{left}", lambda: show_folder(folder, self.frame), "打开文件夹")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
