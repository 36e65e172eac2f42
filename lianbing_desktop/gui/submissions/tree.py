"""The tree of requirements, with its model."""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from lianbing_desktop.gui.style import Style
from lianbing_desktop.gui.submissions.delegate import NODE_ROLE, NodeDelegate
from lianbing_desktop.gui.submissions.nodes import Kind, Node
from lianbing_desktop.gui.widgets.tip import tip

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class RequirementTreeModel(QAbstractItemModel):
    """Nodes below an unseen root."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = Node(Kind.ALL, "root", "")

    def set_root(self, root: Node) -> None:
        """Show other nodes."""
        self.beginResetModel()
        self._root = root
        self.endResetModel()

    def recount(self) -> None:
        """Draw the counts anew; the nodes are the same."""
        for node in self._root.walk():
            if node.children:
                first, last = self.index_of(node.children[0]), self.index_of(node.children[-1])
                self.dataChanged.emit(first, last)

    def node(self, index: Index) -> Node:
        """Return the node of an index, the root for none."""
        found = index.internalPointer() if index.isValid() else None
        return found if isinstance(found, Node) else self._root

    def find(self, name: str) -> QModelIndex:
        """Return the index of the node of that name, or an invalid one."""
        for node in self._root.walk():
            if node.name == name and node is not self._root:
                return self.index_of(node)
        return QModelIndex()

    def index_of(self, node: Node) -> QModelIndex:
        """Return the index of a node."""
        return QModelIndex() if node is self._root else self.createIndex(node.row, 0, node)

    def index(self, row: int, column: int, parent: Index = _NONE) -> QModelIndex:
        children = self.node(parent).children
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row])

    def parent(self, index: Index = _NONE) -> QModelIndex:  # type: ignore[override]
        above = self.node(index).parent if index.isValid() else None
        return self.index_of(above) if above else QModelIndex()

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.column() > 0 else len(self.node(parent).children)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        node = self.node(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return node.title
            case Qt.ItemDataRole.ToolTipRole:
                return tip(f"{node.hint}\n已报 {node.done}/{node.total}")
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{node.title}，已报 {node.done}/{node.total}"
        return node if role == NODE_ROLE else None


class RequirementTree(QTreeView):
    """The tree itself; ``entered`` when Enter asks to go on to the rows."""

    entered = Signal()

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        self.setItemDelegate(NodeDelegate(style, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("报送要求")
        self.setMinimumWidth(184)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)
