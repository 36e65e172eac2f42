"""Step 5: a disc image burnt in a job, read back from the disc, and kept as a record with labels to print."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from lianbing_desktop.domain.burning import Burn, Burnt, Drive
from lianbing_desktop.domain.monthday import written
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.package.step_card import StepCard
from lianbing_desktop.gui.package.verdict import verdict_badge, verdict_lines, verdict_words
from lianbing_desktop.gui.widgets.badge import OVERDUE, Badge, Shape
from lianbing_desktop.gui.widgets.badge_label import BadgeLabel
from lianbing_desktop.gui.widgets.job_bar import JobBar
from lianbing_desktop.gui.widgets.label import Label
from lianbing_desktop.gui.widgets.noted import NotedLine, NotedTable
from lianbing_desktop.gui.widgets.question import ask
from lianbing_desktop.services.burning import Burning
from lianbing_desktop.services.packages import Packages

_FOLDER = "package/burnt"
_SOUND = Badge("校验通过", Shape.TICK, "done_ink", "done_ground")
_UNSOUND = Badge("校验未通过", Shape.FLAG, OVERDUE.ink, OVERDUE.ground)
_NONE = "没有找到刻录机。可以把映像拷到有刻录机的电脑上刻，刻好后在第 4 步校验光盘。"
_ABOUT = "刻好后一定从光盘读回，逐个文件与校验清单核对。"


class BurnCard(StepCard):
    """Image, drive, 刻录, progress, the result, and the discs burnt so far."""

    def __init__(self, burning: Burning, packages: Packages, frame: Frame) -> None:
        super().__init__(5, "刻录")
        self._burning, self._packages, self._frame = burning, packages, frame
        self._burns: list[Burn] = []
        self._doing = ""
        self._is_asked = False
        self.image, self.drive = QLineEdit(), QComboBox()
        self.search, self.burn = QPushButton("查找刻录机"), QPushButton("刻录")
        self.bar = JobBar(frame, "已停止刻录，这张光盘不能再用")
        self._result = QWidget()
        self._badge, self._words = BadgeLabel(frame.style), Label("", wraps=True)
        self._differences = NotedTable(frame, "package/burnt-differences", ("名字",), {}, 1)
        headings = ("载体编号", "刻录日期", "刻录机", "映像", "下次复查")
        self.records = NotedTable(frame, "package/burns", headings, {1: 170, 2: 140, 3: 160, 5: 140}, 4)
        self.label, self.withdraw = QPushButton("打印标签…"), QPushButton("作废这条记录…")
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Show the records anew."""
        self._burns = self._burning.all()
        self.records.show_lines([_line(burn) for burn in self._burns])
        self._show_acts()

    def offer(self, image: Path) -> None:
        """Put an image just made into the line."""
        self.image.setText(str(image))
        self._show_ready()

    def save_columns(self) -> None:
        """Remember the columns' widths."""
        self.records.save_columns()

    def show_drives(self, drives: list[Drive]) -> None:
        """Offer these burners."""
        self.drive.clear()
        for drive in drives:
            self.drive.addItem(f"{drive.name}（{drive.device}）", drive.device)
        self.summary.setText(_ABOUT if drives else _NONE)
        self.search.setEnabled(True)
        self._show_ready()

    def _build(self) -> None:
        self.summary.setText(_ABOUT)
        self.records.setAccessibleName("刻录记录")
        self.image.setAccessibleName("要刻录的光盘映像")
        self.drive.setAccessibleName("刻录机")
        choose = QPushButton("选择…")
        choose.clicked.connect(lambda checked=False: self._on_image_asked())
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for row, widgets in enumerate(
            ((Label("光盘映像"), self.image, choose), (Label("刻录机"), self.drive, self.search))
        ):
            for column, widget in enumerate(widgets):
                grid.addWidget(widget, row, column)
        grid.setColumnStretch(1, 1)
        self.column.addLayout(grid)
        self.column.addLayout(_row(self.burn, self.bar))
        result = QHBoxLayout(self._result)
        result.setContentsMargins(0, 0, 0, 0)
        result.setSpacing(16)
        result.addWidget(self._badge)
        result.addWidget(self._words, 1)
        self._result.hide()
        self.column.addWidget(self._result)
        self.column.addWidget(self._differences)
        self.column.addWidget(self.records)
        self.column.addLayout(_row(self.label, self.withdraw))
        self._show_ready()

    def _connect(self) -> None:
        self.image.textChanged.connect(lambda text: self._show_ready())
        self.search.clicked.connect(self.find_drives)
        self.burn.clicked.connect(self._on_burn_clicked)
        self.records.chosen.connect(lambda index: self._show_acts())
        self.label.clicked.connect(self._on_label_clicked)
        self.withdraw.clicked.connect(self._on_withdraw_clicked)

    def find_drives(self) -> None:
        """Ask for the burners, in a job: a drive may take its time."""
        self._is_asked = True
        self.search.setEnabled(False)
        drives = self._burning.drives
        self._frame.jobs.run(lambda progress: drives(), self.show_drives, self._frame.tell)

    def _show_ready(self) -> None:
        has_all = bool(self.image.text().strip() and self.drive.currentData())
        self.burn.setEnabled(has_all and not self.bar.is_running)

    def _show_acts(self) -> None:
        for button in (self.label, self.withdraw):
            button.setVisible(bool(self._burns))
            button.setEnabled(self._current() is not None)

    def _current(self) -> Burn | None:
        row = self.records.currentIndex().row()
        return self._burns[row] if 0 <= row < len(self._burns) else None

    def _say(self, words: str) -> None:
        self._doing = words.rstrip("。")

    def _on_burn_clicked(self) -> None:
        image, drive = Path(self.image.text().strip()), str(self.drive.currentData())
        self._frame.memory.keep(_FOLDER, str(image.parent))
        self._result.hide()
        self._differences.show_lines([])
        self.burn.setEnabled(False)
        burn = self._burning.burn
        self.bar.run(
            lambda: self._doing, lambda progress: burn(image, drive, progress, self._say), self._on_burnt,
            self._show_ready,
        )  # fmt: skip

    def _on_burnt(self, burnt: Burnt) -> None:
        verdict = burnt.verdict
        self._badge.show_badge(verdict_badge(verdict))
        self._words.setText(f"已刻录 {burnt.volume}。{verdict_words(verdict)}")
        self._differences.show_lines(verdict_lines(verdict))
        self._result.show()
        try:
            self._burning.record(burnt)
        except UserError as error:
            self._frame.tell(error)
        else:
            self._frame.say("光盘已刻好，读回一致" if verdict.is_sound else "光盘读回不一致，请换一张重刻")

    def _on_image_asked(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, "要刻录的光盘映像", self._frame.memory.text(_FOLDER), "光盘映像 (*.iso);;所有文件 (*)"
        )
        if path:
            self.offer(Path(path))

    def _on_label_clicked(self) -> None:
        from lianbing_desktop.gui.paper import preview

        burn = self._current()
        if burn:
            preview(self._packages.labels(burn), self)

    def _on_withdraw_clicked(self) -> None:
        burn = self._current()
        if burn is None:
            return
        text = f"作废 {burn.volume}（{written(burn.burned_on)}）的刻录记录？"
        burn_id = burn.id
        ask(self, "作废刻录记录", text, "作废", lambda: self._burning.withdraw(burn_id), "光盘丢失或损坏时才作废。")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_asked:
            self.find_drives()


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    for widget in widgets:
        row.addWidget(widget, int(isinstance(widget, JobBar)))
    row.addStretch(0)
    row.setAlignment(Qt.AlignmentFlag.AlignLeft)
    return row


def _line(burn: Burn) -> NotedLine:
    badge = _SOUND if burn.is_sound else _UNSOUND
    return NotedLine(badge, (burn.volume, written(burn.burned_on), burn.drive, burn.image, written(burn.recheck_on)))
