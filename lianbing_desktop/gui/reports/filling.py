"""What is still to be filled in: the gaps of a document in the order of reading, and the words for the chosen one."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.widgets.badge import SOON, Badge, Shape
from lianbing_desktop.gui.widgets.label import Label
from lianbing_desktop.gui.widgets.noted import NotedLine, NotedTable
from lianbing_desktop.gui.widgets.shortcut import local_key
from lianbing_desktop.services.reports import Entry

_OPEN = Badge("待填", Shape.RING, SOON.ink, SOON.ground)
_FILLED = Badge("已填", Shape.TICK, "done_ink", "done_ground")
_UNSAVED = Badge("未保存", Shape.HALF, SOON.ink, SOON.ground)
_EDITOR_PX = 96


class Filling(QWidget):
    """``entered`` tells a name and its new words; empty words take an entry away."""

    entered = Signal(str, str)

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._entries: tuple[Entry, ...] = ()
        self._place, self._name = "", ""
        self._drafts: dict[tuple[str, str], str] = {}
        self.heading = Label("", "heading")
        self.table = NotedTable(frame, "reports/entries", ("项目", "内容", "用于"), {1: 200, 3: 96}, 2)
        self.words, self.asked, self.keep = QPlainTextEdit(), Label("", "secondary"), QPushButton("保存这一项")
        self._build()
        self._connect()

    def show_entries(self, place: str, entries: Sequence[Entry]) -> None:
        """Show what can be filled in at ``place``; the one under way stays, else the first open one is taken."""
        self._set_aside()
        name = self._name if place == self._place else ""
        self._place, self._name, self._entries = place, "", tuple(entries)
        left = sum(not each.value for each in entries)
        self.heading.setText(f"待填 {left} 处，已填 {len(entries) - left} 处" if entries else "没有需要填写的内容")
        self.table.show_lines([self._line(each) for each in entries])
        names = [each.name for each in entries]
        first = next((row for row, each in enumerate(entries) if not each.value), 0)
        for widget in (self.words, self.asked, self.keep):
            widget.setVisible(bool(entries))
        if entries:
            self.table.selectRow(names.index(name) if name in names else first)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.words.setFixedHeight(_EDITOR_PX)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName("填写内容")
        self.table.setAccessibleName("待填内容")
        row = QHBoxLayout()
        row.addWidget(self.asked, 1)
        row.addWidget(self.keep)
        column.addWidget(self.heading)
        column.addWidget(self.table)
        column.addLayout(row)
        column.addWidget(self.words)

    def _connect(self) -> None:
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(lambda index: self.words.setFocus())
        self.keep.clicked.connect(self._on_kept)
        local_key("Ctrl+Return", self, self._on_kept)

    def _set_aside(self) -> None:
        """Keep what was typed and not yet saved: going elsewhere loses no word."""
        if self._name and self.words.document().isModified():
            self._drafts[self._place, self._name] = self.words.toPlainText()

    def _on_chosen(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        self._set_aside()
        entry = self._entries[index.row()]
        draft = self._drafts.pop((self._place, entry.name), None)
        self._name = entry.name
        self.words.setPlainText(entry.value if draft is None else draft)
        self.words.document().setModified(draft is not None)
        self.asked.setText(f"填写：{entry.name}（Ctrl+回车保存）")

    def _on_kept(self) -> None:
        if self._name:
            name, self._name = self._name, ""
            self.entered.emit(name, self.words.toPlainText())

    def _line(self, entry: Entry) -> NotedLine:
        badge = _FILLED if entry.value else _OPEN
        badge = _UNSAVED if (self._place, entry.name) in self._drafts else badge
        return NotedLine(
            badge, (entry.name, entry.value.replace("\n", " "), "全部公文" if entry.is_shared else "这一份")
        )
