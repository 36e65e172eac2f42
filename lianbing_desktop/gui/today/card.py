"""A card of the day's page: a heading with its count and lines that lead to their things."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListView, QStackedLayout, QVBoxLayout, QWidget

from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.today.delegate import LineDelegate
from lianbing_desktop.gui.today.line import Line, Target, count_of
from lianbing_desktop.gui.today.model import LineModel
from lianbing_desktop.gui.widgets.label import Label

_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class LineList(QListView):
    """Lines to be picked by a click, Enter or Space; a line that stands for several opens instead."""

    def __init__(self, frame: Frame, picked: Callable[[Target], None], is_flat: bool = False) -> None:
        super().__init__()
        self._picked = picked
        self.lines = LineModel()
        self.setObjectName("lines")
        self.setModel(self.lines)
        self.setItemDelegate(LineDelegate(frame.style, self, is_flat))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self.pick)

    def pick(self, index: QModelIndex) -> None:
        """Go where a line leads, or open the group it stands for."""
        line = self.lines.line(index)
        if line and line.children:
            self.lines.toggle(index)
        elif line and line.target:
            self._picked(line.target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.currentIndex()
        line = self.lines.line(here)
        if event.key() in _KEYS and line:
            self.pick(here)
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left) and line and line.children:
            if self.lines.is_open(line) != (event.key() == Qt.Key.Key_Right):
                self.lines.toggle(here)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.lines.rowCount():
            self.setCurrentIndex(self.lines.index(0))


class Card(QFrame):
    """Heading, count and lines, or a sentence where there are none."""

    def __init__(
        self,
        heading: str,
        frame: Frame,
        picked: Callable[[Target], None],
        ink: str = "secondary",
        is_flat: bool = False,
    ) -> None:
        super().__init__()
        self.setObjectName("card")
        self._frame, self._ink = frame, ink
        self._heading, self._count = Label(heading, "heading"), Label("", "count")
        self._nothing = Label("", "secondary", wraps=True)
        self.list = LineList(frame, picked, is_flat)
        self.list.setAccessibleName(heading)
        self._body = QStackedLayout()
        self._lay_out()
        self.recolor()

    def show_lines(self, lines: Sequence[Line], nothing: str) -> None:
        """Show lines, or ``nothing``'s words where there are none."""
        count = count_of(lines)
        self._count.setText(str(count) if count else "")
        self._nothing.setText(nothing)
        self.list.lines.set_lines(lines)
        self._body.setCurrentIndex(0 if lines else 1)

    def set_heading(self, heading: str) -> None:
        """Change the heading."""
        self._heading.setText(heading)
        self.list.setAccessibleName(heading)

    def recolor(self) -> None:
        """Take the colours of the scheme in force."""
        self._count.setStyleSheet(f"color: {getattr(self._frame.style.colors, self._ink)};")
        self.list.viewport().update()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(8, 0, 12, 0)
        top.addWidget(self._heading)
        top.addStretch(1)
        top.addWidget(self._count)
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.setContentsMargins(8, 0, 12, 0)
        column.addWidget(self._nothing)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(4, 12, 4, 4)
        whole.setSpacing(8)
        whole.addLayout(top)
        whole.addLayout(self._body, 1)
        self._body.addWidget(self.list)  # once the layout has its widget: before, the list would flash as a window
        self._body.addWidget(empty)
