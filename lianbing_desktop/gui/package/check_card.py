"""Step 2: everything to be put right, by rule; files looked into in a job; a reason lets a finding pass."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from lianbing_desktop.domain.finding import Finding
from lianbing_desktop.domain.refusal import rule_of
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.package.override_dialog import OverrideDialog
from lianbing_desktop.gui.package.step_card import StepCard
from lianbing_desktop.gui.widgets.badge import OVERDUE, SOON, Badge, Shape
from lianbing_desktop.gui.widgets.job_bar import JobBar
from lianbing_desktop.gui.widgets.noted import NotedLine, NotedTable
from lianbing_desktop.services.inspections import Marks, PreparedInspection
from lianbing_desktop.services.packages import Packages

_BLOCKING = Badge("必须改", Shape.FLAG, OVERDUE.ink, OVERDUE.ground)
_TOLD = Badge("提醒", Shape.RING, SOON.ink, SOON.ground)
_PASSED = Badge("已放行", Shape.TICK, "done_ink", "done_ground")
_WIDTHS = {1: 56, 2: 300, 3: 280}


class CheckCard(StepCard):
    """``opened`` carries the finding to be dealt with where it lies."""

    opened = Signal(object)

    def __init__(self, packages: Packages, frame: Frame) -> None:
        super().__init__(2, "检查")
        self._packages, self._frame = packages, frame
        self._findings: list[Finding] = []
        self._is_given_up = False
        self.bar = JobBar(frame, "已停止检查文件内容")
        self.table = NotedTable(frame, "package/findings", ("规则", "哪里", "问题", "怎么办"), _WIDTHS, 4)
        self.table.setAccessibleName("检查结果")
        self.override = QPushButton("说明理由放行…")
        self.withdraw = QPushButton("取消放行")
        self.inspect = QPushButton("检查文件内容")
        self._build()
        self._connect()

    def show_findings(self, findings: Sequence[Finding], has_files: bool) -> None:
        """Show all findings, those that block first."""
        self._findings = sorted(findings, key=lambda each: (not each.is_blocking, bool(each.reason), each.rule))
        self.table.show_lines([_line(each) for each in self._findings])
        self._show_acts()
        self.summary.setText(_words(self._findings, has_files))

    def look_into(self, work: PreparedInspection, looked: Callable[[], None], by_hand: bool = False) -> bool:
        """Look into files in a job, once ``looked`` is called the marks are kept; return whether any are waiting.

        After the officer stopped it, or it failed, it goes on only by hand.
        """
        self._is_given_up = self._is_given_up and not by_hand
        self.inspect.setVisible(bool(work.files) and self._is_given_up and not self.bar.is_running)
        if not work.files or self.bar.is_running or self._is_given_up:
            return bool(work.files)
        self._is_given_up = True  # until it is through

        def kept(found: dict[str, Marks]) -> None:
            self._is_given_up = False
            self._packages.keep(found)

        words = f"正在检查 {len(work.files)} 个文件的内容"
        self.bar.run(lambda: words, work, kept, looked, is_sized=False)
        return True

    def _build(self) -> None:
        self.column.addWidget(self.bar)
        self.column.addWidget(self.table)
        row = QHBoxLayout()
        row.setSpacing(12)
        for button in (self.override, self.withdraw, self.inspect):
            row.addWidget(button)
            button.hide()
        row.addStretch(1)
        self.column.addLayout(row)

    def _connect(self) -> None:
        self.table.chosen.connect(lambda index: self._show_acts())
        self.table.opened.connect(self._on_opened)
        self.override.clicked.connect(self._on_override_clicked)
        self.withdraw.clicked.connect(self._on_withdraw_clicked)

    def _current(self) -> Finding | None:
        row = self.table.currentIndex().row()
        return self._findings[row] if 0 <= row < len(self._findings) else None

    def _show_acts(self) -> None:
        """Show the buttons where there is anything to press them for, enabled for the current finding."""
        now = self._current()
        self.override.setVisible(any(each.is_blocking and rule_of(each).may_pass for each in self._findings))
        self.override.setEnabled(bool(now and now.is_blocking and rule_of(now).may_pass))
        self.withdraw.setVisible(any(each.reason for each in self._findings))
        self.withdraw.setEnabled(bool(now and now.reason))

    def _on_opened(self, index: QModelIndex) -> None:
        if index.isValid() and index.row() < len(self._findings):
            self.opened.emit(self._findings[index.row()])

    def _on_override_clicked(self) -> None:
        finding = self._current()
        if finding is None:
            return
        dialog = OverrideDialog(finding, self)

        def save() -> None:
            try:
                self._packages.override(dialog.finding, dialog.reason)
            except UserError as error:
                dialog.show_error(error.message)
            else:
                dialog.accept()
                self._frame.say("已放行，理由会印在移交清单上")

        dialog.submitted.connect(save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_withdraw_clicked(self) -> None:
        finding = self._current()
        if finding:
            self._packages.withdraw(finding)
            self._frame.say("已取消放行")


def _line(finding: Finding) -> NotedLine:
    badge = _BLOCKING if finding.is_blocking else _PASSED if finding.reason else _TOLD
    cure = f"已说明：{finding.reason}" if finding.reason else finding.cure
    return NotedLine(badge, (finding.rule, finding.place, finding.message, cure))


def _words(findings: Sequence[Finding], has_files: bool) -> str:
    blocking = sum(each.is_blocking for each in findings)
    told = sum(not each.is_blocking and not each.reason for each in findings)
    passed = sum(bool(each.reason) for each in findings)
    if not findings:
        return "没有问题，可以制作。" if has_files else "还没有选材料。"
    parts = [
        f"{blocking} 处必须改好或说明理由" if blocking else "",
        f"{told} 处提醒" if told else "",
        f"{passed} 处已放行" if passed else "",
    ]
    return f"{'，'.join(filter(None, parts))}。双击一行去处理。"
