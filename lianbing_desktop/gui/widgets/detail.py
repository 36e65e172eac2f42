"""The detail pane: the same shape on every page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from lianbing_desktop.gui.icons import Icons
from lianbing_desktop.gui.style import Style
from lianbing_desktop.gui.widgets.badge import Badge
from lianbing_desktop.gui.widgets.badge_label import BadgeLabel
from lianbing_desktop.gui.widgets.label import Label
from lianbing_desktop.gui.widgets.line_button import LineButton

Action = tuple[str, Callable[[], None]]


@dataclass(frozen=True)
class Section:
    """One thing below the text: a line that can be pressed and what is known about it, ``hint`` set off as caution.

    ``values`` are named texts, each with a small button at its right (办公电话 0512-… 复制); ``actions`` are buttons
    for the thing itself.
    """

    line: Action
    facts: Sequence[str] = ()
    hint: str = ""
    values: Sequence[tuple[str, str, Action]] = ()
    actions: Sequence[Action] = ()


@dataclass(frozen=True)
class Detail:
    """What the pane shows: title, state, the next step as the primary button, facts, long text, links and history.

    ``links`` are groups (heading, lines), each line a text with what a click on it does. ``sections`` are the same
    with facts below each line.
    """

    title: str
    badge: Badge | None = None
    primary: Action | None = None
    actions: Sequence[Action] = ()
    facts: Sequence[tuple[str, str]] = ()
    text: str = ""
    links: Sequence[tuple[str, Sequence[Action]]] = ()
    history: Sequence[str] = ()
    sections: Sequence[tuple[str, Sequence[Section]]] = ()


class DetailPane(QFrame):
    """Shows one Detail; ``closed`` when the officer closes it."""

    closed = Signal()

    def __init__(self, style: Style, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style, self._icons = style, icons
        self.setObjectName("detail")
        self.setMinimumWidth(280)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def show_detail(self, detail: Detail) -> None:
        """Show another thing."""
        page = QWidget()
        page.setObjectName("detailPage")
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        column.addLayout(self._heading(detail))
        if detail.badge:
            column.addWidget(BadgeLabel(self._style, detail.badge))
        if detail.primary or detail.actions:
            column.addLayout(_buttons(detail))
        if detail.facts:
            column.addLayout(_facts(detail.facts))
        if detail.text:
            column.addWidget(Label(detail.text, "longText", wraps=True).selectable())
        for heading, lines in detail.links:
            column.addLayout(_links(heading, lines))
        for heading, sections in detail.sections:
            column.addLayout(_sections(heading, sections))
        if detail.history:
            column.addLayout(_history(detail.history))
        column.addStretch(1)
        self._put(page)

    def _put(self, page: QWidget) -> None:
        """Change pages; the old one may hold the very button that was pressed, and the cursor."""
        focused = self.focusWidget()
        had_focus = bool(focused and focused.hasFocus())
        old = self._scroll.takeWidget()
        if old:
            old.hide()
            old.deleteLater()
        self._scroll.setWidget(page)
        button = page.findChild(QPushButton)
        if had_focus and isinstance(button, QPushButton):
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _heading(self, detail: Detail) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(detail.title, "heading", wraps=True).selectable(), 1, Qt.AlignmentFlag.AlignTop)
        close = QToolButton()
        close.setObjectName("quiet")
        close.setIcon(self._icons.icon("close"))
        close.setToolTip("关闭详情（Esc）")
        close.setAccessibleName("关闭详情")
        close.clicked.connect(self.closed)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        return row


def _buttons(detail: Detail) -> QGridLayout:
    grid = QGridLayout()
    grid.setSpacing(8)
    actions = ([detail.primary] if detail.primary else []) + list(detail.actions)
    for number, (words, slot) in enumerate(actions):
        button = QPushButton(words)
        button.setObjectName("primary" if detail.primary and number == 0 else "")
        button.clicked.connect(lambda checked=False, slot=slot: slot())
        grid.addWidget(button, number // 2, number % 2)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    return grid


def _facts(facts: Sequence[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(6)
    for row, (name, value) in enumerate(facts):
        grid.addWidget(Label(name, "secondary"), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Label(value, wraps=True).selectable(), row, 1)
    grid.setColumnStretch(1, 1)
    return grid


def _links(heading: str, lines: Sequence[Action]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(Label(heading, "secondary"))
    for words, slot in lines:
        column.addWidget(LineButton(words, slot))
    return column


def _sections(heading: str, sections: Sequence[Section]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(Label(heading, "secondary"))
    for section in sections:
        column.addWidget(LineButton(*section.line))
        for kind, text in (("secondary", "\n".join(section.facts)), ("caution", section.hint)):
            if text:
                label = Label(text, kind, wraps=True).selectable()
                label.setContentsMargins(7, 0, 0, 6)
                column.addWidget(label)
        if section.values:
            column.addLayout(_values(section.values))
        if section.actions:
            column.addLayout(_small_buttons(section.actions))
    return column


def _values(values: Sequence[tuple[str, str, Action]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(7, 0, 0, 2)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(0)
    for row, (name, text, action) in enumerate(values):
        grid.addWidget(Label(name, "secondary"), row, 0)
        grid.addWidget(Label(text, wraps=True).selectable(), row, 1)
        grid.addWidget(_small(action, f"{action[0]}{name}"), row, 2)
    grid.setColumnStretch(1, 1)
    return grid


def _small_buttons(actions: Sequence[Action]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 6)
    row.setSpacing(0)
    for action in actions:
        row.addWidget(_small(action, action[0]))
    row.addStretch(1)
    return row


def _small(action: Action, name: str) -> QPushButton:
    button = QPushButton(action[0])
    button.setObjectName("link")
    button.setAccessibleName(name)
    button.clicked.connect(lambda checked=False: action[1]())
    return button


def _history(lines: Sequence[str]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(6)
    column.addWidget(Label("经过", "secondary"))
    for line in lines:
        column.addWidget(Label(line, wraps=True).selectable())
    return column
