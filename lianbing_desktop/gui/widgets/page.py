"""The page every view is: title with actions, filters, body, and a detail pane at the right that can be closed."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.widgets.chip import Chip
from lianbing_desktop.gui.widgets.detail import Detail, DetailPane
from lianbing_desktop.gui.widgets.empty import Empty
from lianbing_desktop.gui.widgets.label import Label
from lianbing_desktop.gui.widgets.shortcut import local_key

MARGIN = 24


class Page(QWidget):
    """Views derive from this. ``cares_for`` names the tables after whose change ``refresh`` is called."""

    cares_for: frozenset[str] = frozenset()

    def __init__(self, name: str, title: str, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.frame = frame
        self._name = name
        self._actions, self._filters = QHBoxLayout(), QHBoxLayout()
        self._title = Label(title, "title")
        self._stack = QStackedWidget()
        self.empty = Empty("")
        self.detail = DetailPane(frame.style, frame.icons)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self.detail.closed.connect(self.close_detail)
        local_key("Esc", self, self.close_detail)

    def refresh(self) -> None:
        """Reload from the services."""

    def show_item(self, kind: str, key: int) -> None:
        """Go to a thing of that kind and id."""

    def print_page(self) -> None:
        """Print what the page shows (Ctrl+P)."""

    def export_page(self) -> None:
        """Export what the page shows (Ctrl+E)."""

    def focus_filter(self) -> None:
        """Put the cursor into the text filter (Ctrl+F)."""
        line: QLineEdit
        for line in self.findChildren(QLineEdit):
            if line.objectName() == "filter":
                line.setFocus(Qt.FocusReason.ShortcutFocusReason)
                line.selectAll()
                return

    def recolor(self) -> None:
        """Take the colours of the scheme in force; icons of the page's own buttons follow."""
        button: QPushButton
        for button in self.findChildren(QPushButton):
            name: str = button.property("icon_name")
            if name:
                ink = "on_accent" if button.objectName() == "primary" else "secondary"
                self.frame.icons.dress(button, name, ink)

    def save_state(self) -> None:
        """Remember sizes, as the window closes."""
        self.frame.memory.save(f"{self._name}/splitter", self._splitter)

    def set_title(self, text: str) -> None:
        """Change the page's title."""
        self._title.setText(text)

    def add_action(self, words: str, icon: str, slot: Callable[[], None], is_primary: bool = False) -> QPushButton:
        """Add a button at the right of the title; one primary at most."""
        button = QPushButton(words)
        self.frame.icons.dress(button, icon, "on_accent" if is_primary else "secondary")
        button.setObjectName("primary" if is_primary else "")
        button.setProperty("icon_name", icon)
        button.clicked.connect(lambda checked=False: slot())
        self._actions.addWidget(button)
        return button

    def add_chip(self, name: str, picked: Callable[[str], None]) -> Chip:
        """Add a filter chip."""
        chip = Chip(name)
        chip.picked.connect(picked)
        self._filters.insertWidget(self._filters.count() - 1, chip)
        return chip

    def add_text_filter(self, changed: Callable[[str], None]) -> QLineEdit:
        """Add the text filter: Chinese, pinyin or initials."""
        line = QLineEdit()
        line.setObjectName("filter")
        line.setPlaceholderText("筛选：文字、拼音或首字母")
        line.setClearButtonEnabled(True)
        line.setFixedWidth(240)
        line.textChanged.connect(changed)
        self._filters.insertWidget(self._filters.count() - 1, line)
        return line

    def add_filter_widget(self, widget: QWidget, stretch: int = 0) -> None:
        """Add another control to the filter row; ``stretch`` gives it a share of the room that is left."""
        self._filters.insertWidget(self._filters.count() - 1, widget, stretch)

    def set_body(self, body: QWidget, detail_width: int = 340) -> None:
        """Put the page's content in, the detail pane closed beside it."""
        self._stack.addWidget(body)
        self._stack.addWidget(self.empty)
        self._splitter.addWidget(self._stack)
        self._splitter.addWidget(self.detail)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        self._splitter.setCollapsible(0, False)
        self._splitter.setCollapsible(1, False)
        self._splitter.setSizes([1000 - detail_width, detail_width])
        self.frame.memory.restore(f"{self._name}/splitter", self._splitter)
        self.detail.hide()

    def show_empty(self, is_empty: bool) -> None:
        """Show the empty state instead of the body, or the body again."""
        self._stack.setCurrentIndex(1 if is_empty else 0)

    def open_detail(self, detail: Detail) -> None:
        """Show a thing in the detail pane."""
        self.detail.show_detail(detail)
        self.detail.show()

    def close_detail(self) -> None:
        """Close the detail pane."""
        self.detail.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 16, MARGIN, 16)
        column.setSpacing(12)
        top = QHBoxLayout()
        top.setSpacing(8)
        self._actions.setSpacing(8)
        self._filters.setSpacing(8)
        self._filters.addStretch(1)
        top.addWidget(self._title)
        top.addStretch(1)
        top.addLayout(self._actions)
        column.addLayout(top)
        column.addLayout(self._filters)
        self._splitter.setHandleWidth(16)
        column.addWidget(self._splitter, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, as it does in a dialog; Qt itself knows only the space bar."""
        button = QApplication.focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        if is_enter and isinstance(button, QAbstractButton) and self.isAncestorOf(button):
            button.click()
        else:
            super().keyPressEvent(event)
