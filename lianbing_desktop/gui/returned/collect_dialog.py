"""收回: what each file was found to be and what stands against it, before anything is taken in."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from lianbing_desktop.domain.bundle import BundleLine, ReceivedBundle
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

    def __init__(self, summary: str, lines: Sequence[NotedLine], good: int, frame: Frame, parent: QWidget) -> None:
        super().__init__(parent)
        self.form = Ui_CollectDialog()
        self.form.setupUi(self)  # type: ignore[no-untyped-call]
        self.form.summary.setText(summary)
        self.table, self.noted = Table(frame.memory, "collect"), NotedModel(_HEADINGS)
        self._build(frame)
        self.noted.set_rows(lines)
        self.add_buttons(self.form.buttons, f"收入 {good} 份")
        if self.sure:
            self.sure.setEnabled(good > 0)

    def _build(self, frame: Frame) -> None:
        self.table.set_model(self.noted, {COL_BADGE: 104, _COL_FILE: 232, _COL_MATCH: 208}, _COL_WORDS)
        self.table.setItemDelegate(WrapDelegate(_LINES, self.table))
        self.table.setItemDelegateForColumn(COL_BADGE, BadgeDelegate(frame.style, self.table))
        self.table.verticalHeader().setDefaultSectionSize(64)
        self.table.setAccessibleName("收回的文件")
        self.form.place.addWidget(self.table)
        self.form.column.setStretch(1, 1)


def collected_dialog(found: Sequence[Collected], frame: Frame, parent: QWidget) -> CollectDialog:
    """Return the dialog for returned forms."""
    good = sum(each.is_good for each in found)
    words = f"共 {len(found)} 个文件：{good} 个可以收入"
    words = f"{words}，{len(found) - good} 个有问题。" if good < len(found) else f"{words}。"
    return CollectDialog(words, [line for each in found for line in lines_of(each)], good, frame, parent)


def bundle_dialog(received: ReceivedBundle, frame: Frame, parent: QWidget) -> CollectDialog:
    """Return the dialog for a bundle."""
    good, bundle = len(received.good), received.bundle
    words = f"“{received.path.name}”：{bundle.unit_name}，{len(bundle.pieces)} 件，{len(bundle.files)} 个文件。"
    told = "".join((*received.faults, *received.warnings))
    lines = [line for each in received.lines for line in _bundle_lines(each)]
    return CollectDialog(f"{words}{told}", lines, good, frame, parent)


def _bundle_lines(each: BundleLine) -> list[NotedLine]:
    names = "、".join(file.name for file in each.piece.files)
    badge = _FAULTY if each.faults else (_WARNED if each.warnings else _GOOD)
    words = "".join((*each.faults, *each.warnings)) or f"{len(each.piece.files)} 个文件，校验值一致。"
    return [NotedLine(badge, (names, each.title, words))]


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
