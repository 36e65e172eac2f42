"""The list of the reminder window: several lines can be chosen; it tells which of them came to the screen."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from lianbing_desktop.domain.reminder import ItemKind, ReminderLine
from lianbing_desktop.gui.reminders.delegate import ReminderDelegate
from lianbing_desktop.gui.reminders.model import ReminderModel
from lianbing_desktop.gui.reminders.rows import Row
from lianbing_desktop.gui.style import Style

_SETTLED_MS = 300
"""So long a line must stand still to count as having been on the screen."""
_CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect


Key = tuple[ItemKind, str]


class ReminderList(QListView):
    """``opened`` at Enter or a double click, ``marked`` at Space; ``picked`` when others are chosen."""

    opened = Signal()
    marked = Signal()
    picked = Signal()
    displayed = Signal()

    def __init__(self, style: Style) -> None:
        super().__init__()
        self.setAccessibleName("待处理的提醒")
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setItemDelegate(ReminderDelegate(style, self))
        self.lines = ReminderModel()
        self.setModel(self.lines)
        self._still = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._still.timeout.connect(self.displayed)
        self.doubleClicked.connect(lambda index: self.opened.emit())
        self.selectionModel().selectionChanged.connect(lambda now, before: self.picked.emit())
        self.verticalScrollBar().valueChanged.connect(lambda value: self._still.start())

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; what was chosen stays so, or the line that took its place is."""
        chosen = {_key(line) for line in self.chosen()}
        current = self.lines.line(self.currentIndex())
        at = self.currentIndex().row()
        place = self.verticalScrollBar().value()
        quiet = QSignalBlocker(self.selectionModel())
        self.lines.set_rows(rows)
        self._choose(chosen, _key(current) if current else None, at)
        quiet.unblock()
        self.verticalScrollBar().setValue(place)
        self._still.start()
        self.picked.emit()

    def chosen(self) -> list[ReminderLine]:
        """Return the lines chosen, in their order."""
        rows = self.lines.rows
        ranges = sorted((each.top(), each.bottom() + 1) for each in list(self.selectionModel().selection()))  # type: ignore[call-overload]
        return [line for start, end in ranges for row in rows[start:end] if (line := row.line)]

    def on_screen(self) -> list[ReminderLine]:
        """Return the lines that can be seen now."""
        first = self.indexAt(self.viewport().rect().topLeft())
        last = self.indexAt(self.viewport().rect().bottomLeft())
        if not first.isValid():
            return []
        end = last.row() + 1 if last.isValid() else len(self.lines.rows)
        return [row.line for row in self.lines.rows[first.row() : end] if row.line]

    def _choose(self, keys: set[Key], current: Key | None, at: int) -> None:
        found = [(number, _key(row.line)) for number, row in enumerate(self.lines.rows) if row.line]
        if not found:
            return
        kept = [number for number, key in found if key in keys] if keys else []
        now = next((number for number, key in found if key == current), None) if kept else None
        if now is None:
            now = kept[0] if kept else next((number for number, _ in found if number >= at), found[-1][0])
        self.selectionModel().setCurrentIndex(self.lines.index(now), _CHOOSE)
        if len(kept) > 1:
            self.selectionModel().select(self._ranges(kept), _CHOOSE)

    def _ranges(self, rows: Sequence[int]) -> QItemSelection:
        """Return rows as few ranges: 5,000 single ones would stall the window."""
        made = QItemSelection()
        start = before = rows[0]
        for row in [*rows[1:], -1]:
            if row != before + 1:
                made.select(self.lines.index(start), self.lines.index(before))
                start = row
            before = row
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.marked.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._still.start()


def _key(line: ReminderLine) -> Key:
    return line.item.kind, line.item.id
