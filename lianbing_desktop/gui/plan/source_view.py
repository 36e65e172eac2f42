"""The source as it came, its tables drawn, every recognised stretch marked by colour and underline."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QHelpEvent,
    QMouseEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from lianbing_desktop.domain.plan import Place
from lianbing_desktop.domain.source import Source, SourceTable
from lianbing_desktop.gui.plan.marks import Key, Mark, key_of
from lianbing_desktop.gui.style import Style
from lianbing_desktop.gui.widgets.tip import tip

MOST_CELLS = 12_000
"""More cells than these are not drawn at the left: the tasks at the right are all there, whatever the size."""
_LONG = 40
_SHOWN_AS = {ord("\r"): "\n", 0xFDD0: "□", 0xFDD1: "□", 0xFFFC: "□"}
"""Signs that a text document takes for its own."""


class SourceView(QTextEdit):
    """Read-only; ``pointed`` carries the paragraph or cell and the sign that was clicked."""

    pointed = Signal(tuple, int)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._starts: list[int] = []
        self._pieces: list[tuple[int, Key, str]] = []
        self._places: dict[Key, tuple[int, str]] = {}
        self._marks: Mapping[Key, Sequence[Mark]] = {}
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setAccessibleName("原文")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def show_source(self, source: Source) -> None:
        """Draw another source, without marks."""
        self._pieces = []
        self.setUpdatesEnabled(False)
        self.clear()
        cursor = self.textCursor()
        cursor.beginEditBlock()
        left = MOST_CELLS
        for number, block in enumerate(source.blocks):
            if isinstance(block, SourceTable):
                left -= self._draw_table(cursor, number, block, left)
            else:
                self._draw_paragraph(cursor, number, block.text, block.level)
        cursor.endEditBlock()
        self._pieces.sort()
        self._starts = [piece[0] for piece in self._pieces]
        self._places = {key: (start, text) for start, key, text in self._pieces}
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.setUpdatesEnabled(True)

    def show_marks(self, marks: Mapping[Key, Sequence[Mark]]) -> None:
        """Mark what was recognised; marks shown before go."""
        self.setUpdatesEnabled(False)
        cursor = self.textCursor()
        cursor.beginEditBlock()
        for key in {*self._marks, *marks}:
            if key in self._places and list(self._marks.get(key, ())) != list(marks.get(key, ())):
                self._paint(cursor, key, marks.get(key, ()))
        cursor.endEditBlock()
        self._marks = marks
        self.setUpdatesEnabled(True)

    def recolor(self, source: Source) -> None:
        """Draw everything anew in the colours of the scheme in force."""
        marks, self._marks = self._marks, {}
        self.show_source(source)
        self.show_marks(marks)

    def highlight(self, places: Iterable[Place]) -> None:
        """Set off some places and bring the first of them into view."""
        found = []
        for place in places:
            cursor = self._cursor(key_of(place), place.start, place.end)
            if cursor is not None:
                selection = QTextEdit.ExtraSelection()
                selection.cursor = cursor  # type: ignore[attr-defined]
                selection.format.setBackground(self._style.colors.color("selection"))  # type: ignore[attr-defined]
                found.append((selection, cursor))
        self.setExtraSelections([selection for selection, _ in found])
        if found:
            self._bring(found[0][1])

    def mark_at(self, at: QPoint) -> Mark | None:
        """Return the mark under a point of the viewport, or None."""
        place = self._place(at)
        if place is None:
            return None
        key, sign = place
        here = [mark for mark in self._marks.get(key, ()) if mark.start <= sign < mark.end]
        return here[-1] if here else None

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            mark = self.mark_at(self.viewport().mapFrom(self, event.pos()))
            QToolTip.showText(event.globalPos(), tip(mark.words) if mark else "", self)
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place = self._place(event.position().toPoint())
        if place and event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.pointed.emit(*place)

    def _draw_paragraph(self, cursor: QTextCursor, number: int, text: str, level: int) -> None:
        self._begin_block(cursor)
        form = QTextCharFormat()
        if level:
            form.setFontWeight(600)
        self._put(cursor, (number, 0, 0), text, form)

    def _draw_table(self, cursor: QTextCursor, number: int, block: SourceTable, most: int) -> int:
        """Draw a table as far as there is room for it; return how many cells it took."""
        columns = max(1, block.column_count)
        rows = min(block.row_count, max(0, most) // columns)
        if rows:
            self._begin_block(cursor)
            table = cursor.insertTable(rows, columns, self._table_format(block))
            self._fill(table, number, block, rows)
            cursor.movePosition(QTextCursor.MoveOperation.End)
        if rows < block.row_count:
            self._begin_block(cursor)
            cursor.insertText(
                f"（表格共 {block.row_count} 行，这里只显示前 {rows} 行；右边的任务是全部的。）", QTextCharFormat()
            )
        return rows * columns

    def _fill(self, table: QTextTable, number: int, block: SourceTable, rows: int) -> None:
        for cell in block.cells:
            high = min(cell.rows, rows - cell.row)
            if cell.row < rows and (high > 1 or cell.columns > 1):
                table.mergeCells(cell.row, cell.column, high, cell.columns)
        for cell in block.cells:
            if cell.row < rows:
                at = table.cellAt(cell.row, cell.column).firstCursorPosition()
                self._put(at, (number, cell.row, cell.column), cell.text, QTextCharFormat())
        self._settle(table, number, rows)

    def _settle(self, table: QTextTable, number: int, rows: int) -> None:
        """Note where each cell's words begin, now that nothing moves them any more."""
        known = {key: text for _, key, text in self._pieces if key[0] == number}
        self._pieces = [piece for piece in self._pieces if piece[1][0] != number]
        for key, text in known.items():
            self._pieces.append((table.cellAt(key[1], key[2]).firstPosition(), key, text))

    def _put(self, cursor: QTextCursor, key: Key, text: str, form: QTextCharFormat) -> None:
        form.setForeground(self._style.colors.color("text"))
        self._pieces.append((cursor.position(), key, text))
        cursor.insertText(text.translate(_SHOWN_AS), form)

    def _begin_block(self, cursor: QTextCursor) -> None:
        form = QTextBlockFormat()
        form.setBottomMargin(6)
        if cursor.position():
            cursor.insertBlock(form, QTextCharFormat())
        else:
            cursor.setBlockFormat(form)

    def _table_format(self, block: SourceTable) -> QTextTableFormat:
        form = QTextTableFormat()
        form.setBorder(1)
        form.setBorderCollapse(False)
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setBorderBrush(QBrush(self._style.colors.color("line")))
        form.setCellPadding(5)
        form.setCellSpacing(-1)  # neighbours share one line
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        shares = _shares(block)
        form.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, share) for share in shares])
        return form

    def _paint(self, cursor: QTextCursor, key: Key, marks: Sequence[Mark]) -> None:
        whole = self._cursor(key, 0, len(self._places[key][1]))
        if whole is None:
            return
        plain = QTextCharFormat()
        plain.setForeground(self._style.colors.color("text"))
        plain.setBackground(QBrush(Qt.BrushStyle.NoBrush))
        plain.setUnderlineStyle(QTextCharFormat.UnderlineStyle.NoUnderline)
        whole.mergeCharFormat(plain)
        for mark in marks:
            here = self._cursor(key, mark.start, mark.end)
            if here is not None:
                here.mergeCharFormat(mark_format(mark, self._style))

    def _cursor(self, key: Key, start: int, end: int) -> QTextCursor | None:
        if key not in self._places:
            return None
        first, text = self._places[key]
        cursor = QTextCursor(self.document())
        cursor.setPosition(first + _units(text, start))
        cursor.setPosition(first + _units(text, max(start, end)), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _place(self, at: QPoint) -> tuple[Key, int] | None:
        """Return the piece and sign under a point of the viewport."""
        position = self.cursorForPosition(at).position()
        number = bisect_right(self._starts, position) - 1
        if number < 0:
            return None
        start, key, text = self._pieces[number]
        sign = _signs(text, position - start)
        return (key, sign) if sign <= len(text) else None

    def _bring(self, cursor: QTextCursor) -> None:
        """Scroll so that a place stands in the upper half; the officer's own cursor stays where it is."""
        first = QTextCursor(cursor)
        first.setPosition(cursor.selectionStart())
        box, height = self.cursorRect(first), self.viewport().height()
        if not 0 <= box.top() <= height - 3 * box.height():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + box.top() - height // 4)


def mark_format(mark: Mark, style: Style) -> QTextCharFormat:
    """Return how a mark is drawn."""
    colors, form = style.colors, QTextCharFormat()
    form.setForeground(colors.color(mark.kind.ink))
    form.setBackground(colors.color(mark.kind.ground))
    form.setUnderlineStyle(mark.kind.underline)
    form.setUnderlineColor(colors.color(mark.kind.ink))
    return form


def _shares(block: SourceTable) -> list[float]:
    """Return how much of the width each column gets: more for long texts, but something for all."""
    longest = [4.0] * max(1, block.column_count)
    own = [cell for cell in block.cells if cell.columns == 1]
    for column, cells in groupby(sorted(own, key=lambda cell: cell.column), key=lambda cell: cell.column):
        lengths = [min(len(cell.text), _LONG) for cell in cells]
        longest[column] = max(4.0, sum(lengths) / len(lengths))
    whole = sum(longest)
    return [100 * share / whole for share in longest]


def _units(text: str, signs: int) -> int:
    """Return how many of Qt's units the first signs of a text take: two each beyond the basic plane."""
    return signs + sum(sign > "\uffff" for sign in text[:signs])


def _signs(text: str, units: int) -> int:
    if max(text, default="") <= "\uffff":
        return units
    taken = 0
    for number, sign in enumerate(text):
        if taken >= units:
            return number
        taken += 2 if sign > "\uffff" else 1
    return len(text) + units - taken
