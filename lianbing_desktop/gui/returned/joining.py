"""汇总收件 from the page: asked first, made and kept in a job, marked 已收, taken back by 撤销."""

from functools import partial

from PySide6.QtWidgets import QToolButton, QWidget

from lianbing_desktop.domain.requirement import Requirement
from lianbing_desktop.domain.submission import StoredFile
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.widgets.job_bar import JobBar
from lianbing_desktop.gui.widgets.question import ask
from lianbing_desktop.services.joining import Join, Joined, Joining
from lianbing_desktop.services.submissions import Submissions

_TITLE = "汇总收件"


class JoiningAct:
    """What the page 下发与收回 does with the forms of a period once they are back."""

    def __init__(self, joining: Joining, submissions: Submissions, bar: JobBar, frame: Frame, parent: QWidget) -> None:
        self._joining, self._submissions = joining, submissions
        self._bar, self._frame, self._parent = bar, frame, parent
        self._join: Join | None = None
        self.button = QToolButton(parent)
        self.button.setText(f"{_TITLE}…")
        self.button.setObjectName("chip")
        self.button.clicked.connect(self.ask)

    def offer(self, requirement: Requirement, period: str) -> str:
        """Offer what can be joined of a period; return how the department's piece stands, empty where there is none."""
        self._join = join = self._joining.offer(requirement, period)
        self.button.setVisible(join is not None)
        if not join:
            return ""
        self.button.setEnabled(join.returned > 0)
        what = f"{join.piece.unit}的“{join.piece.title}”"
        self.button.setToolTip(f"把收回的表做成一张汇总表，作为{what}的原件收入")
        told = "，可以汇总收件" if join.is_complete and not join.piece.files else ""
        return f"{told}；{join.piece.unit}：{join.piece.state}"

    def ask(self) -> None:
        """Ask before the department's piece is marked."""
        join = self._join
        if not join or self._bar.is_running:
            return
        lacking = f"还有 {len(join.missing)} 个单位没有交：{'、'.join(unit.short for unit in join.missing)}。"
        words = f"汇总 {join.returned} 个单位的表，作为{join.piece.unit}“{join.piece.title}”的原件，并标为“已收”？"
        more = "" if join.is_complete else f"{lacking}表中会写明“未报送”；交齐以后可以再汇总一次，代替这一张。"
        more += "以前的汇总表由这一张代替。" if join.replaces else ""
        ask(self._parent, _TITLE, words, "汇总并标为已收", partial(self._go_on, join), more)

    def _go_on(self, join: Join) -> None:
        try:
            work = self._joining.prepared(join)
        except UserError as error:
            self._frame.tell(error)
            return
        self.button.setEnabled(False)
        self._bar.run(
            lambda: "正在汇总", work, partial(self._on_kept, join), lambda: self.button.setEnabled(True), is_sized=False
        )

    def _on_kept(self, join: Join, kept: StoredFile) -> None:
        try:
            joined = self._joining.take_in(join, kept)
        except UserError as error:
            self._submissions.discard([kept])
            self._frame.tell(error)
            return
        self._frame.say(f"已收入“{kept.name}”", undo=lambda: self._undo(joined))

    def _undo(self, joined: Joined) -> None:
        try:
            self._joining.undo(joined)
        except UserError as error:
            self._frame.tell(error)
