"""The source as it came, its tables drawn, every recognised stretch marked by colour and underline."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QBrush,
    QHelpEvent,
    QMouseEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from lianbing_desktop.domain.plan import Place
from lianbing_desktop.domain.source import Source, SourceTable
from lianbing_desktop.gui.plan.marks import Key, Kind, Mark, key_of
from lianbing_desktop.gui.plan.parts import Part, parts_of
from lianbing_desktop.gui.style import Style
from lianbing_desktop.gui.widgets.tip import tip

_AT_ONCE = 5
"""So many parts are drawn before anything else; most sources have no more."""
_LONG, _LEAST = 40, 8.0
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
        self._lit: tuple[Place, ...] = ()
        self._formats: dict[Kind, QTextCharFormat] = {}
        self._shares: tuple[SourceTable | None, list[float]] = (None, [])
        self._parts: Iterator[Part] = iter(())
        self._more = QTimer(self)
        self._more.setInterval(0)
        self._more.timeout.connect(self._draw_more)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setAccessibleName("原文")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    @property
    def is_drawn(self) -> bool:
        """Whether everything is there; a long source is drawn part by part, so that the window stays alive."""
        return not self._more.isActive()

    def show_source(self, source: Source, marks: Mapping[Key, Sequence[Mark]] = MappingProxyType({})) -> None:
        """Draw another source with its marks: its first parts at once, the others one by one."""
        self._pieces, self._starts, self._places, self._marks, self._lit = [], [], {}, marks, ()
        self._formats = {}
        self._more.stop()
        self.clear()
        self._parts = parts_of(source)
        for _ in range(_AT_ONCE):
            self._draw_next()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._more.start()

    def show_marks(self, marks: Mapping[Key, Sequence[Mark]]) -> None:
        """Mark what was recognised; marks shown before go."""
        self.setUpdatesEnabled(False)
        cursor = self.textCursor()
        cursor.beginEditBlock()
        for key in {*self._marks, *marks}:
            if key in self._places and list(self._marks.get(key, ())) != list(marks.get(key, ())):
                self._paint(key, marks.get(key, ()))
        cursor.endEditBlock()
        self._marks = marks
        self.setUpdatesEnabled(True)

    def recolor(self, source: Source) -> None:
        """Draw everything anew in the colours of the scheme in force."""
        lit = self._lit
        self.show_source(source, self._marks)
        self.highlight(lit)

    def highlight(self, places: Iterable[Place]) -> None:
        """Set off some places and bring the first of them into view."""
        self._lit = tuple(places)
        found = []
        for place in self._lit:
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

    def _draw_more(self) -> None:
        if not self._draw_next():
            self._more.stop()

    def _draw_next(self) -> bool:
        """Draw one part; whether there was one."""
        part = next(self._parts, None)
        if part is None:
            return False
        before = len(self._pieces)
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        if part.table:
            self._draw_rows(cursor, part, part.table)
        for number, words, level in part.paragraphs:
            self._draw_paragraph(cursor, number, words, level)
        made = sorted(self._pieces[before:])
        self._pieces[before:] = made
        self._starts += [start for start, _, _ in made]
        self._places |= {key: (start, text) for start, key, text in made}
        for _, key, _ in made:
            self._mark(key, self._marks.get(key, ()))
        cursor.endEditBlock()
        if not self._lit or {key_of(place) for place in self._lit}.isdisjoint(key for _, key, _ in made):
            return True
        self.highlight(self._lit)
        return True

    def _draw_paragraph(self, cursor: QTextCursor, number: int, text: str, level: int) -> None:
        self._begin_block(cursor)
        form = QTextCharFormat()
        if level:
            form.setFontWeight(600)
        if number >= 0:
            self._put(cursor, (number, 0, 0), text, form)
        else:
            cursor.insertText(text, form)

    def _draw_rows(self, cursor: QTextCursor, part: Part, block: SourceTable) -> None:
        """Draw some rows of a table; those after the first ones stand close below them."""
        if part.first:
            _close_up(cursor)
        else:
            self._begin_block(cursor)
        table = cursor.insertTable(part.last - part.first, max(1, block.column_count), self._table_format(block))
        for cell in part.cells:
            high = min(cell.rows, part.last - cell.row)
            if high > 1 or cell.columns > 1:
                table.mergeCells(cell.row - part.first, cell.column, high, cell.columns)
        for cell in part.cells:
            at = table.cellAt(cell.row - part.first, cell.column).firstCursorPosition()
            at.insertText(cell.text.translate(_SHOWN_AS), self._plain())
        for cell in part.cells:  # now that nothing moves them any more
            start = table.cellAt(cell.row - part.first, cell.column).firstPosition()
            self._pieces.append((start, (part.number, cell.row, cell.column), cell.text))

    def _put(self, cursor: QTextCursor, key: Key, text: str, form: QTextCharFormat) -> None:
        form.merge(self._plain())
        self._pieces.append((cursor.position(), key, text))
        cursor.insertText(text.translate(_SHOWN_AS), form)

    def _plain(self) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setForeground(self._style.colors.color("text"))
        return form

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
        if self._shares[0] is not block:
            self._shares = block, _shares(block)
        shares = self._shares[1]
        form.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, share) for share in shares])
        return form

    def _paint(self, key: Key, marks: Sequence[Mark]) -> None:
        whole = self._cursor(key, 0, len(self._places[key][1]))
        if whole is not None:
            plain = self._plain()
            plain.setBackground(QBrush(Qt.BrushStyle.NoBrush))
            plain.setUnderlineStyle(QTextCharFormat.UnderlineStyle.NoUnderline)
            whole.mergeCharFormat(plain)
        self._mark(key, marks)

    def _mark(self, key: Key, marks: Sequence[Mark]) -> None:
        for mark in marks:
            here = self._cursor(key, mark.start, mark.end)
            if here is not None:
                here.mergeCharFormat(self._format(mark))

    def _format(self, mark: Mark) -> QTextCharFormat:
        if mark.kind not in self._formats:
            self._formats[mark.kind] = mark_format(mark, self._style)
        return self._formats[mark.kind]

    def _cursor(self, key: Key, start: int, end: int) -> QTextCursor | None:
        if key not in self._places:
            return None
        first, text = self._places[key]
        start, end = min(start, len(text)), min(max(start, end), len(text))
        cursor = QTextCursor(self.document())
        cursor.setPosition(first + _units(text, start))
        cursor.setPosition(first + _units(text, end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _place(self, at: QPoint) -> tuple[Key, int] | None:
        """Return the piece and sign under a point of the viewport."""
        return self._place_at(self.cursorForPosition(at).position())

    def _place_at(self, position: int) -> tuple[Key, int] | None:
        """Return the piece and sign at a position of the document."""
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


def _close_up(cursor: QTextCursor) -> None:
    """Make the block between two halves of one table as low as can be."""
    form, tiny = QTextBlockFormat(), QTextCharFormat()
    form.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    tiny.setFontPointSize(1)
    cursor.setBlockFormat(form)
    cursor.setBlockCharFormat(tiny)


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
    longest = [_LEAST] * max(1, block.column_count)
    own = [cell for cell in block.cells if cell.columns == 1]
    for column, cells in groupby(sorted(own, key=lambda cell: cell.column), key=lambda cell: cell.column):
        lengths = [min(len(cell.text), _LONG) for cell in cells]
        longest[column] = max(_LEAST, sum(lengths) / len(lengths))
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
