"""导入联络员名单: what it says beside what is known, row by row; nothing is written before the last button."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lianbing_desktop.domain.liaison import FIELDS
from lianbing_desktop.domain.liaison_list import Act, LiaisonList, Proposal, with_act
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.forms.ui_liaison_list_dialog import Ui_LiaisonListDialog
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.submissions.day import shown, taken
from lianbing_desktop.gui.units.described import REACHED
from lianbing_desktop.gui.widgets.badge import OVERDUE, SOON, Badge, Shape
from lianbing_desktop.gui.widgets.dialog import Dialog
from lianbing_desktop.gui.widgets.noted import NotedLine, NotedTable
from lianbing_desktop.services.units import UnitLine

Lay = Callable[[date, dict[int, int]], list[Proposal]]
"""Lays the list beside the desk as of a day, with the units the officer chose by row."""

_LEAST, _MOST = 160, 16_777_215
_BADGES = {
    Act.ADD: Badge("新增", Shape.DISC, "done_ink"),
    Act.UPDATE: Badge("更新", Shape.HALF, "progress_ink"),
    Act.REPLACE: Badge("更换", Shape.ARROW, SOON.ink),
    Act.SAME: Badge("无变化", Shape.DASH, "muted_ink"),
    Act.SKIP: Badge("不导入", Shape.RING, OVERDUE.ink),
}


class LiaisonListDialog(Dialog):
    """``lay`` and ``save`` come from the page; ``save`` writes all in one piece and may raise UserError."""

    def __init__(
        self,
        received: LiaisonList,
        units: Sequence[UnitLine],
        lay: Lay,
        save: Callable[[list[Proposal], date], None],
        frame: Frame,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lay, self._save = lay, save
        self._units: dict[int, int] = {}
        self._acts: dict[int, Act] = {}
        self.proposals: list[Proposal] = []
        self.form = Ui_LiaisonListDialog()
        self.form.setupUi(self)  # type: ignore[no-untyped-call]
        self._names = {line.unit.id: line.name for line in units}
        self.table = NotedTable(
            frame, "units/list", ("单位", "角色", "姓名", "联系方式", "说明", "位置"),
            {1: 152, 2: 64, 3: 72, 4: 152, 6: 72}, 5,
        )  # fmt: skip
        self._fill(received, units, frame)
        self._connect()
        self._reckon()
        self.table.selectRow(0)
        self.table.setFocus()

    def _fill(self, received: LiaisonList, units: Sequence[UnitLine], frame: Frame) -> None:
        form = self.form
        form.file.setText(received.name)
        form.told.setObjectName("caution")
        form.told.setText("\n".join(received.told))
        form.told.setVisible(bool(received.told))
        form.remark.setObjectName("secondary")
        form.error.setObjectName("error")
        form.error.hide()
        column = QVBoxLayout(form.place)
        column.setContentsMargins(0, 0, 0, 0)
        self.table.setAccessibleName("名单各行")
        column.addWidget(self.table)
        form.unit.addItem("（未选）", 0)
        for line in units:
            form.unit.addItem(line.name, line.unit.id)
        form.since.setDate(shown(frame.clock.today()))
        self.add_buttons(form.buttons, "导入")

    def _connect(self) -> None:
        self.form.since.dateChanged.connect(lambda day: self._reckon())
        self.form.unit.activated.connect(lambda at: self._on_unit_chosen())
        self.form.act.activated.connect(lambda at: self._on_act_chosen())
        self.table.chosen.connect(self._on_row_chosen)

    def submit(self) -> None:
        try:
            self._save(self.proposals, self._day())
        except UserError as error:
            self.form.error.setText(str(error))
            self.form.error.show()
        else:
            self.accept()

    def _day(self) -> date:
        return taken(self.form.since.date())

    def _reckon(self) -> None:
        """Lay the list beside the desk anew, with what the officer chose so far."""
        found = self._lay(self._day(), self._units)
        acts = [self._acts.get(row, each.act) for row, each in enumerate(found)]
        self.proposals = [
            with_act(each, act) if act in each.acts else each for each, act in zip(found, acts, strict=True)
        ]
        row = max(self.table.currentIndex().row(), 0)
        self.table.show_lines([self._line(each) for each in self.proposals])
        self.table.setMinimumHeight(_LEAST)
        self.table.setMaximumHeight(_MOST)  # here it takes the room there is
        self.table.selectRow(row)
        self._say()

    def _line(self, each: Proposal) -> NotedLine:
        liaison, entry = each.liaison, each.entry
        unit = self._names.get(liaison.unit_id, entry.unit or "—")
        numbers = " ".join(filter(None, (getattr(liaison, name) for name in REACHED)))
        told = " ".join(each.told)
        place = entry.place.rpartition("”")[2] or entry.place
        return NotedLine(_BADGES[each.act], (unit, liaison.role, liaison.name or "—", numbers, told, place))

    def _say(self) -> None:
        counts = [f"{act} {count} 人" for act in Act if (count := sum(each.act is act for each in self.proposals))]
        written = sum(each.is_written for each in self.proposals)
        self.form.remark.setText(
            "　".join(counts) + "。选中一行可以看全部内容，改单位或改处理办法；确认后一次写入，可撤销。"
        )
        if self.sure:
            self.sure.setEnabled(written > 0)
            self.sure.setText(f"导入 {written} 人" if written else "没有可导入的")

    def _on_row_chosen(self, index: QModelIndex) -> None:
        if not 0 <= index.row() < len(self.proposals):
            return
        each, form = self.proposals[index.row()], self.form
        form.unit.setCurrentIndex(max(0, form.unit.findData(each.liaison.unit_id)))
        form.act.clear()
        form.act.addItems([act.value for act in each.acts])
        form.act.setCurrentText(each.act.value)
        form.act.setEnabled(len(each.acts) > 1)
        form.whole.setText(_whole(each))

    def _on_unit_chosen(self) -> None:
        row = self.table.currentIndex().row()
        if row >= 0 and self.form.unit.currentData():
            self._units[row] = int(self.form.unit.currentData())
            self._reckon()

    def _on_act_chosen(self) -> None:
        row = self.table.currentIndex().row()
        if row >= 0:
            self._acts[row] = Act(self.form.act.currentText())
            self._reckon()


def _whole(each: Proposal) -> str:
    """Return everything of one row, and what a field was before where it changes."""
    lines = [f"{each.entry.place}：{' '.join(each.told)}" if each.told else each.entry.place]
    parts = []
    for name, words in FIELDS.items():
        value, old = getattr(each.liaison, name), getattr(each.before, name) if each.before else ""
        if value and old and value != old:
            parts.append(f"{words} {old} → {value}")
        elif value:
            parts.append(f"{words} {value}")
    return "\n".join([*lines, "　".join(parts)])
