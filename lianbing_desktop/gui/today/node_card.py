"""The card of the next big day: how many days are left, and what is open by then."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from lianbing_desktop.domain.monthday import spoken
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.today.card import LineList
from lianbing_desktop.gui.today.line import Line, Target
from lianbing_desktop.gui.today.nodes import Node
from lianbing_desktop.gui.widgets.badge import Badge, Shape
from lianbing_desktop.gui.widgets.label import Label


class NodeCard(QFrame):
    """The next node large, with a button to its day; the ones after it as lines that lead to theirs."""

    def __init__(self, frame: Frame, picked: Callable[[Target], None]) -> None:
        super().__init__()
        self.setObjectName("card")
        self._picked = picked
        self._first: Node | None = None
        self._days, self._on, self._words = Label("", "big"), Label("", "heading"), Label("", wraps=True)
        self._look = QPushButton("查看这一天")
        self._look.setObjectName("link")
        self._look.clicked.connect(self._on_look_clicked)
        self._further = LineList(frame, picked, is_flat=True)
        self._further.setAccessibleName("后面的节点")
        self._lay_out()

    def show_nodes(self, nodes: Sequence[Node]) -> None:
        """Show the next node and those after it."""
        self._first = nodes[0] if nodes else None
        self._days.setText(f"{nodes[0].days} 天" if nodes else "")
        self._on.setText(spoken(nodes[0].on) if nodes else "没有后续节点")
        self._words.setText(nodes[0].words if nodes else "本活动规定的事项都已完成或已过截止日期。")
        for widget in (self._days, self._look):
            widget.setVisible(bool(nodes))
        self._further.lines.set_lines([_line(node) for node in nodes[1:]])
        self._further.setVisible(len(nodes) > 1)

    def recolor(self) -> None:
        """Take the colours of the scheme in force."""
        self._further.viewport().update()

    def _lay_out(self) -> None:
        top, words = QHBoxLayout(), QVBoxLayout()
        top.setContentsMargins(8, 0, 4, 0)
        top.addWidget(Label("下一个大节点", "heading"))
        top.addStretch(1)
        top.addWidget(self._look)
        words.setSpacing(4)
        words.addWidget(self._on)
        words.addWidget(self._words)
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 12, 4)
        row.setSpacing(16)
        row.addWidget(self._days, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 8, 4, 4)
        column.setSpacing(4)
        column.addLayout(top)
        column.addLayout(row)
        column.addWidget(self._further, 1)

    def _on_look_clicked(self) -> None:
        if self._first:
            self._picked(("day", self._first.on.toordinal()))


def _line(node: Node) -> Line:
    left = Badge(f"还有 {node.days} 天", Shape.RING, "open_ink")
    return Line(node.short, "", spoken(node.on), left, target=("day", node.on.toordinal()))
