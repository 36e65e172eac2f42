"""收回表格: what each file was found to be and what stands against it, before anything is taken in."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialogButtonBox, QWidget

from lianbing_desktop.domain.form import period_words
from lianbing_desktop.domain.returned import Collected
from lianbing_desktop.gui.forms.ui_collect_dialog import Ui_CollectDialog
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.widgets.badge import Badge, Shape
from lianbing_desktop.gui.widgets.delegates import BadgeDelegate, WrapDelegate
from lianbing_desktop.gui.widgets.dialog import Dialog
from lianbing_desktop.gui.widgets.noted import COL_BADGE, NotedLine, NotedModel
from lianbing_desktop.gui.widgets.table import Table

_LINES = 3
_GOOD = Badge("可收入", Shape.TICK, "done_ink", "done_ground")
_WARNED = Badge("请核对", Shape.HALF_CLOCK, "soon_ink", "soon_ground")
_FAULTY = Badge("有问题", Shape.FLAG, "overdue_ink", "overdue_ground")
_HEADINGS = ("文件", "对应", "说明")
_COL_FILE, _COL_MATCH, _COL_WORDS = 1, 2, 3


class CollectDialog(Dialog):
    """A line for every file and sentence; ``submitted`` asks for taking in the good ones."""

    def __init__(self, found: Sequence[Collected], frame: Frame, parent: QWidget) -> None:
        super().__init__(parent)
        self.found = tuple(found)
        self.good = tuple(each for each in found if each.is_good)
        self.form = Ui_CollectDialog()
        self.form.setupUi(self)  # type: ignore[no-untyped-call]
        self._build(frame)

    def _build(self, frame: Frame) -> None:
        self.table, self.noted = Table(frame.memory, "collect"), NotedModel(_HEADINGS)
        self.table.set_model(self.noted, {COL_BADGE: 104, _COL_FILE: 232, _COL_MATCH: 208}, _COL_WORDS)
        self.table.setItemDelegate(WrapDelegate(_LINES, self.table))
        self.table.setItemDelegateForColumn(COL_BADGE, BadgeDelegate(frame.style, self.table))
        self.table.verticalHeader().setDefaultSectionSize(64)
        self.table.setAccessibleName("收回的文件")
        self.noted.set_rows([line for each in self.found for line in lines_of(each)])
        self.form.place.addWidget(self.table)
        self.form.column.setStretch(1, 1)
        faulty = len(self.found) - len(self.good)
        words = f"共 {len(self.found)} 个文件：{len(self.good)} 个可以收入"
        self.form.summary.setText(f"{words}，{faulty} 个有问题。" if faulty else f"{words}。")
        self.add_buttons(self.form.buttons, f"收入 {len(self.good)} 份")
        self.form.buttons.setCenterButtons(False)
        if self.sure:
            self.sure.setEnabled(bool(self.good))
        cancel = self.form.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        if cancel:
            cancel.setText("取消")


def lines_of(each: Collected) -> list[NotedLine]:
    """Return the lines of one file: what it is, then a line for every sentence."""
    match = each.match
    what = " ".join(filter(None, (match.unit, match.requirement, period_words(match.period)))) if match else "未能对应"
    rows = len(each.returned.rows) if each.returned else 0
    badge = (_WARNED if each.warnings else _GOOD) if each.is_good else _FAULTY
    sentences = [*each.faults, *each.warnings] or [f"{rows} 行，逐格核对无误。"]
    first, *others = sentences
    return [
        NotedLine(badge, (each.path.name, what, first)),
        *(NotedLine(_FAULTY if words in each.faults else _WARNED, ("", "", words)) for words in others),
    ]
