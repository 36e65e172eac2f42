"""The sidebar: pages with an icon and a word, and how many things there need a hand."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QVBoxLayout, QWidget

from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.icons import SIZE
from lianbing_desktop.gui.widgets.label import Label

WIDTH = 168
_ROW = 40


class SidebarButton(QAbstractButton):
    """One page: icon, word, and a count at the right edge."""

    def __init__(self, words: str, icon: str, shortcut: str, frame: Frame) -> None:
        super().__init__()
        self._frame, self._icon, self._count, self._is_pressing = frame, icon, 0, False
        self._name = f"{words}（{shortcut}）"
        self.setText(words)
        self.setCheckable(True)
        self.setToolTip(self._name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_count(self, count: int, words: str = "", is_pressing: bool = False) -> None:
        """Show how many things need a hand, ``words`` saying which, in red only where it presses; 0 shows nothing."""
        self._count, self._is_pressing = count, is_pressing
        self.setAccessibleDescription(words if count else "")
        self.setToolTip(f"{self._name}\n{words}" if count and words else self._name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH - 16, _ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = self._frame.style.colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse() or self.hasFocus():
            painter.setPen(colors.color("accent") if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(colors.color("selection" if self.isChecked() else "hover"))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        ink = "accent" if self.isChecked() else "secondary"
        icon = self._frame.icons.icon(self._icon, ink)
        icon.paint(painter, QRect(12, (self.height() - SIZE) // 2, SIZE, SIZE))
        painter.setPen(colors.color("accent" if self.isChecked() else "text"))
        words = self.rect().adjusted(44, 0, -8, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if self._count:
            painter.setPen(colors.color("overdue_ink" if self._is_pressing else "secondary"))
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(self._count))


class Sidebar(QFrame):
    """The list of pages; ``chosen`` carries the page's number."""

    chosen = Signal(int)

    def __init__(self, frame: Frame, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame = frame
        self.setObjectName("sidebar")
        self.setFixedWidth(WIDTH)
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 16, 8, 12)
        self._column.setSpacing(2)
        name = Label("练兵台", "brand")
        name.setContentsMargins(12, 0, 0, 12)
        self._column.addWidget(name)
        self._column.addStretch(1)
        self._group.idClicked.connect(self.chosen)

    def add(self, words: str, icon: str, shortcut: str, at_end: bool = False) -> int:
        """Add a page and return its number; ``at_end`` below the rest."""
        number = len(self._group.buttons())
        button = SidebarButton(words, icon, shortcut, self._frame)
        self._group.addButton(button, number)
        place = self._column.count() if at_end else self._column.count() - 1
        self._column.insertWidget(place, button)
        return number

    def show_chosen(self, number: int) -> None:
        """Show which page is open; none where it has no place here."""
        button = self._group.button(number)
        if button is not None:
            button.setChecked(True)
            return
        self._group.setExclusive(False)
        for each in self._group.buttons():
            each.setChecked(False)
        self._group.setExclusive(True)

    def set_count(self, number: int, count: int, words: str = "", is_pressing: bool = False) -> None:
        """Show how many things on a page need a hand."""
        button = self._group.button(number)
        if isinstance(button, SidebarButton):
            button.set_count(count, words, is_pressing)
