"""Step 1: the checklist of what goes onto the disc, names editable in place."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTreeView,
)

from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.package.choice import ChoiceGroup
from lianbing_desktop.gui.package.model import COL_FILE, COL_NAME, COL_SIZE, COL_STATE, COL_WHAT, ChoiceModel
from lianbing_desktop.gui.package.step_card import StepCard
from lianbing_desktop.gui.widgets.delegates import BadgeDelegate, WrapDelegate
from lianbing_desktop.gui.widgets.job_bar import size_words
from lianbing_desktop.gui.widgets.tick import TickDelegate

_ROW, _HEADER, _LEAST, _MOST = 36, 40, 3, 10
_NOTHING = "这个活动没有写明哪些报送件要装进材料包（未提供），没有可选的材料。"
_UNFOLD_UP_TO, _UNFOLD_GROUP = 60, 20
_WIDTHS = {COL_WHAT: 270, COL_STATE: 116, COL_SIZE: 80}


class ChoiceTree(QTreeView):
    """The tree. Space ticks, F2 or a click on the name edits it, Enter opens the submission."""

    opened = Signal(QModelIndex)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() is not self.State.EditingState:
            self.opened.emit(here)
        elif event.key() == Qt.Key.Key_Space and here.isValid():
            tick = here.siblingAtColumn(COL_WHAT)
            is_on = Qt.CheckState(tick.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
            state = Qt.CheckState.Unchecked if is_on else Qt.CheckState.Checked
            self.model().setData(tick, state, Qt.ItemDataRole.CheckStateRole)
        else:
            super().keyPressEvent(event)


class ChoiceCard(StepCard):
    """``opened`` carries the submission asked for; ``short_asked`` that the names proposed are to be taken."""

    opened = Signal(int)
    short_asked = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__(1, "选材料")
        self._frame = frame
        self.choices = ChoiceModel()
        self.tree = ChoiceTree()
        self._short = self.add_button("采用建议的短名", self.short_asked.emit)
        self._build()
        self.tree.opened.connect(self._on_opened)

    def show_groups(self, groups: Sequence[ChoiceGroup]) -> None:
        """Show what can be chosen and how much is."""
        if self.choices.set_rows(groups):
            self._unfold(groups)
            for number, group in enumerate(groups):
                self.tree.setFirstColumnSpanned(number, QModelIndex(), group.is_heading)
        rows = [row for group in groups for row in group.rows]
        taken = [row.file for row in rows if row.is_chosen and row.file]
        pieces = len({row.submission.id for row in rows if row.is_chosen})
        size = sum(file.size for file in taken)
        told = f"已选 {pieces} 件，{len(taken)} 个文件，共 {size_words(size)}"
        self.summary.setText(told if groups else _NOTHING)
        self._short.setVisible(any(row.fault for row in rows))
        shown = sum(
            1 + (len(group.rows) if self.tree.isExpanded(self.choices.index(n, 0)) else 0)
            for n, group in enumerate(groups)
        )
        self.tree.setFixedHeight(_HEADER + _ROW * min(max(shown, _LEAST), _MOST))

    def take_focus(self) -> None:
        """Put the cursor into the tree."""
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def edit(self, file_id: int) -> None:
        """Put the cursor into the name of a file."""
        index = self.choices.find(file_id)
        if index.isValid():
            self.tree.expand(index.parent())
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
            self.tree.edit(index)

    def recolor(self) -> None:
        """Take the colours of the scheme in force."""
        self.tree.viewport().update()

    def _build(self) -> None:
        tree = self.tree
        tree.setModel(self.choices)
        tree.setObjectName("choices")
        tree.setAccessibleName("选材料")
        tree.setUniformRowHeights(True)
        tree.setAlternatingRowColors(False)
        tree.setTabKeyNavigation(False)
        tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        edits = QAbstractItemView.EditTrigger
        tree.setEditTriggers(edits.DoubleClicked | edits.EditKeyPressed | edits.SelectedClicked)
        tree.setItemDelegate(TickDelegate(tree))
        tree.setItemDelegateForColumn(COL_STATE, BadgeDelegate(self._frame.style, tree))
        header = tree.header()
        header.setStretchLastSection(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        for column, width in _WIDTHS.items():
            tree.setColumnWidth(column, width)
        for column in (COL_FILE, COL_NAME):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
            tree.setItemDelegateForColumn(column, WrapDelegate(1, tree))
        self._frame.memory.restore("package/columns", header)
        self.column.addWidget(tree)

    def save_columns(self) -> None:
        """Remember the columns' widths."""
        self._frame.memory.save("package/columns", self.tree.header())

    def _unfold(self, groups: Sequence[ChoiceGroup]) -> None:
        if sum(len(group.rows) for group in groups) <= _UNFOLD_UP_TO:
            self.tree.expandAll()
            return
        for number, group in enumerate(groups):
            self.tree.setExpanded(
                self.choices.index(number, 0), bool(group.folder) and len(group.rows) <= _UNFOLD_GROUP
            )

    def _on_opened(self, index: QModelIndex) -> None:
        row = self.choices.row(index)
        if row:
            self.opened.emit(row.submission.id)
        else:
            self.tree.setExpanded(index.siblingAtColumn(0), not self.tree.isExpanded(index.siblingAtColumn(0)))
