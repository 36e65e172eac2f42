"""The board: the tree at the left, the rows or the matrix in the middle, one selection over both."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QModelIndex, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSplitter, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.submissions.drop import FileDrop, Target
from lianbing_desktop.gui.submissions.line import Line
from lianbing_desktop.gui.submissions.matrix import Cell, lay_out
from lianbing_desktop.gui.submissions.matrix_view import MatrixView
from lianbing_desktop.gui.submissions.nodes import Node
from lianbing_desktop.gui.submissions.submission_table import SubmissionTable
from lianbing_desktop.gui.submissions.tree import RequirementTree, RequirementTreeModel
from lianbing_desktop.gui.widgets.elided import ElidedLabel
from lianbing_desktop.gui.widgets.empty import Empty
from lianbing_desktop.gui.widgets.label import Label

LIST, MATRIX = "list", "matrix"
_TREE, _BOTH = 208, 560
_ON_A_ROW = "请拖到具体的一行上，再松开鼠标。"
_ON_A_CELL = "请拖到具体的一格上，再松开鼠标。"
_SEVERAL = "这一格有 {count} 件报送件，请改用“列表”，拖到具体的一行上。"


class Board(QWidget):
    """Signals carry lines; ``picked`` tells that the selection is another, ``opened`` asks for the detail."""

    node_chosen = Signal()
    picked = Signal()
    opened = Signal()
    marked = Signal()
    menu_asked = Signal(QPoint)
    dropped = Signal(int, list)
    refused = Signal(object)

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._memory = frame.memory
        self._all: list[Line] = []
        self.tree, self._nodes = RequirementTree(frame.style), RequirementTreeModel()
        self._nodes.setParent(self)
        self.table, self.matrix = SubmissionTable(frame), MatrixView(frame.style)
        self._nothing = Empty("没有符合条件的报送件", "请换一个报送要求，或清除筛选条件。", "清除筛选")
        self.cleared = self._nothing.button.clicked
        self._build(frame)
        self._connect()

    @property
    def mode(self) -> str:
        """LIST or MATRIX."""
        return MATRIX if self._by_cell.isChecked() else LIST

    @property
    def node(self) -> Node:
        """What is chosen in the tree."""
        return self._nodes.node(self.tree.currentIndex())

    def set_root(self, root: Node, chosen: str) -> None:
        """Show another tree, with one node chosen by its name."""
        with QSignalBlocker(self.tree.selectionModel()):
            self._nodes.set_root(root)
        self.tree.expandAll()
        self.choose_node(chosen)

    def recount(self) -> None:
        """Draw the tree's counts anew."""
        self._nodes.recount()

    def choose_node(self, name: str) -> None:
        """Choose a node by its name; 全部 where there is none of it."""
        index = self._nodes.find(name)
        index = index if index.isValid() else self._nodes.index(0, 0)
        self.tree.setCurrentIndex(index)
        self.tree.scrollTo(index)

    def show_lines(self, lines: Sequence[Line], count: str, words: str) -> None:
        """Show lines as rows or as a matrix, below how many they are and what is said of the requirement."""
        self._all = list(lines)
        self._heading.setText(self.node.title)
        self._count.setText(count)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        if self.mode == LIST:
            self.table.show_lines(lines)
        else:
            self.matrix.show_matrix(lay_out(lines, self.node.kind))
        shown: QWidget = self.table if self.mode == LIST else self.matrix
        self._stack.setCurrentWidget(shown if lines else self._nothing)

    def show_mode(self, mode: str) -> None:
        """Show rows (LIST) or the matrix (MATRIX) from now on."""
        (self._by_cell if mode == MATRIX else self._by_row).setChecked(True)

    def lines(self) -> list[Line]:
        """Return what is selected: rows, or the lines of the current cell."""
        if self.mode == LIST:
            return self.table.chosen_lines()
        cell = self._cell(self.matrix.currentIndex())
        return list(cell.lines) if cell else []

    def shown(self) -> list[Line]:
        """Return all lines shown, in the order shown."""
        return self.table.shown_lines() if self.mode == LIST else list(self._all)

    def choose(self, ids: Collection[int], current: int) -> bool:
        """Select submissions; False where the current one is not shown."""
        if self.mode == LIST:
            return self.table.choose(ids, current)
        index = self.matrix.place_of(current)
        if index.isValid():
            self.matrix.choose(index)
        return index.isValid()

    def reveal(self) -> None:
        """Bring what is current into the middle."""
        shown = self.table if self.mode == LIST else self.matrix
        shown.scrollTo(shown.currentIndex(), shown.ScrollHint.PositionAtCenter)

    def focus(self) -> None:
        """Put the cursor into the rows or cells."""
        shown = self.table if self.mode == LIST else self.matrix
        shown.setFocus(Qt.FocusReason.OtherFocusReason)
        if not shown.currentIndex().isValid() and shown.model().rowCount():
            shown.setCurrentIndex(shown.model().index(0, 0))

    def take_focus(self) -> None:
        """Put the cursor into the rows or cells without choosing one."""
        (self.table if self.mode == LIST else self.matrix).setFocus(Qt.FocusReason.OtherFocusReason)

    def save_state(self) -> None:
        """Remember columns and the tree's width."""
        self.table.save_columns()
        self._memory.keep("submissions/tree", str(self._tree_width))

    def _cell(self, index: QModelIndex) -> Cell | None:
        return self.matrix.cell(index)

    def _build(self, frame: Frame) -> None:
        self.tree.setModel(self._nodes)
        self._heading, self._count = ElidedLabel("", "heading"), Label("", "secondary")
        self._words = Label("", "secondary", wraps=True)
        self._by_row, self._by_cell = _mode_button("列表"), _mode_button("矩阵")
        self._columns = QToolButton()
        self._columns.setText("列 ▾")
        self._columns.setToolTip("选择要显示的列")
        self._stack = QStackedWidget()
        for widget in (self.table, self.matrix, self._nothing):
            self._stack.addWidget(widget)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(16)
        self._splitter.addWidget(self.tree)
        self._splitter.addWidget(self._middle())
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setChildrenCollapsible(False)
        self._tree_width = int(frame.memory.text("submissions/tree") or _TREE)
        self._foot = QVBoxLayout(self)
        self._foot.setContentsMargins(0, 0, 0, 0)
        self._foot.addWidget(self._splitter, 1)

    def add_foot(self, widget: QWidget) -> None:
        """Put something below everything, such as the progress of a receipt."""
        self._foot.addWidget(widget)

    def _middle(self) -> QWidget:
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(self._heading, 1)
        top.addSpacing(8)
        top.addWidget(self._count)
        top.addSpacing(16)
        top.addWidget(self._by_row)
        top.addWidget(self._by_cell)
        top.addSpacing(8)
        top.addWidget(self._columns)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self._words)
        column.addWidget(self._stack, 1)
        return middle

    def _connect(self) -> None:
        self._modes = QButtonGroup(self)
        self._modes.addButton(self._by_row)
        self._modes.addButton(self._by_cell)
        self.show_mode(self._memory.text("submissions/mode", LIST))
        self._columns.setVisible(self.mode == LIST)
        self._by_cell.toggled.connect(self._on_mode_toggled)
        self._splitter.splitterMoved.connect(self._on_splitter_moved)
        self._columns.clicked.connect(self._on_columns_clicked)
        self.tree.selectionModel().currentChanged.connect(self._on_node_changed)
        self.tree.entered.connect(self.focus)
        for view in (self.table, self.matrix):
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            view.customContextMenuRequested.connect(self._on_menu_asked)
            view.opened.connect(lambda index: self.opened.emit())
            view.clicked.connect(lambda index: self.opened.emit())
            view.marked.connect(lambda index: self.marked.emit())
        self.table.selectionModel().selectionChanged.connect(lambda now, before: self.picked.emit())
        self.matrix.chosen.connect(lambda index: self.picked.emit())
        for view, target, words in (
            (self.table, self._row_target, _ON_A_ROW),
            (self.matrix, self._cell_target, _ON_A_CELL),
        ):
            drop = FileDrop(view, target, words)
            drop.dropped.connect(self.dropped)
            drop.refused.connect(self.refused)

    def _row_target(self, at: QPoint) -> Target | None:
        line = self.table.line_at(at)
        if not line:
            return None
        rect = self.table.visualRect(self.table.indexAt(at))
        rect.setLeft(0)
        rect.setRight(self.table.viewport().width() - 1)
        return Target(rect, f"收到 {line.what}", line.id)

    def _cell_target(self, at: QPoint) -> Target | None:
        index = self.matrix.indexAt(at)
        cell = self._cell(index) if index.isValid() else None
        if not cell:
            return None
        rect, line = self.matrix.visualRect(index), _only(cell)
        if not line:
            return Target(rect, _SEVERAL.format(count=len(cell.lines)), 0)
        return Target(rect, f"收到 {line.what}", line.id)

    def _on_mode_toggled(self) -> None:
        chosen = self.table.chosen_lines() if self.mode == MATRIX else []
        self._memory.keep("submissions/mode", self.mode)
        self._columns.setVisible(self.mode == LIST)
        current = chosen[0].id if chosen else 0
        self.node_chosen.emit()
        if current:
            self.choose({current}, current)

    def _on_columns_clicked(self) -> None:
        self.table.choose_columns(self._columns.mapToGlobal(QPoint(0, self._columns.height())))

    def _on_node_changed(self, now: QModelIndex) -> None:
        self._memory.keep("submissions/node", self.node.name)
        self.node_chosen.emit()

    def _on_splitter_moved(self) -> None:
        self._tree_width = self._splitter.sizes()[0]

    def _on_menu_asked(self, at: QPoint) -> None:
        view = self.table if self.mode == LIST else self.matrix
        self.menu_asked.emit(view.viewport().mapToGlobal(at))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the tree give way where the detail pane takes the room, in the smallest window wholly."""
        super().resizeEvent(event)
        self.tree.setVisible(self.width() >= _BOTH)
        tree = min(self._tree_width, max(self.tree.minimumWidth(), self.width() // 4))
        self._splitter.setSizes([tree, max(1, self.width() - tree - self._splitter.handleWidth())])


def _only(cell: Cell) -> Line | None:
    """Return the one line of a cell that files can be meant for: the first still missing of equal pieces."""
    if len(cell.lines) == 1:
        return cell.lines[0]
    is_one_kind = len({line.submission.requirement_id for line in cell.lines}) == 1
    is_one_period = len({(line.submission.period, line.submission.due_on) for line in cell.lines}) == 1
    return cell.waiting[0] if is_one_kind and is_one_period and cell.waiting else None


def _mode_button(words: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName("mode")
    button.setText(words)
    button.setCheckable(True)
    return button
