"""The reminder list: what is due and not yet acknowledged."""

from contextlib import suppress

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from lianbing_desktop.domain.monthday import spoken
from lianbing_desktop.domain.reminder import ReminderLine
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.widgets.badge import Badge, Shape
from lianbing_desktop.gui.widgets.badge_label import BadgeLabel
from lianbing_desktop.gui.widgets.label import Label
from lianbing_desktop.gui.widgets.outside import Outside
from lianbing_desktop.gui.widgets.shortcut import local_key
from lianbing_desktop.services.reminders import Reminders

_WIDTH, _HEIGHT = 520, 420
_MOST = 50


class ReminderPanel(QFrame):
    """Opens below the bell; each line leads to its thing or is acknowledged."""

    counted = Signal(int)

    def __init__(self, reminders: Reminders, frame: Frame, bell: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._reminders, self._frame, self._bell, self._over = reminders, frame, bell, parent
        self._before: QWidget | None = None
        self.setObjectName("panel")
        self._heading = Label("提醒", "heading")
        self._all = QPushButton("全部知道了")
        self._all.clicked.connect(self._on_all_clicked)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._lay_out()
        local_key("Esc", self, self.close_panel)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        Outside(self, bell)
        self.hide()

    def refresh(self, pending: list[ReminderLine] | None = None) -> list[ReminderLine]:
        """Show what is pending, asking for it where it is not given; return it."""
        if pending is None:
            pending = self._reminders.pending()
        self.counted.emit(len(pending))
        if self.isVisible():
            self._fill(pending)
        return pending

    def toggle(self) -> None:
        """Open under the bell, or close."""
        if self.isVisible():
            self.close_panel()
            return
        at = self._bell.mapTo(self._over, QPoint(self._bell.width() - _WIDTH, self._bell.height() + 4))
        height = min(_HEIGHT, self._over.height() - at.y() - 16)
        self.setGeometry(at.x(), at.y(), _WIDTH, height)
        self._before = QApplication.focusWidget()
        self._fill(self._reminders.pending())
        self.show()
        self.raise_()
        self._take_focus()

    def close_panel(self) -> None:
        """Close, and give the cursor back to where it was."""
        self.hide()
        before, self._before = self._before, None
        with suppress(RuntimeError):  # it may be gone with the page it stood on
            (before or self._bell).setFocus(Qt.FocusReason.PopupFocusReason)

    def _take_focus(self) -> None:
        """Put the cursor on the first line, or where there is none on the panel itself, so that Esc is heard."""
        first: QWidget = self._scroll.widget().findChild(QPushButton) or self
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(self._all)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 8, 12)
        column.addLayout(top)
        column.addWidget(self._scroll, 1)

    def _fill(self, pending: list[ReminderLine]) -> None:
        self._heading.setText(f"提醒 {len(pending)} 条" if pending else "提醒")
        self._all.setVisible(bool(pending))
        page = QWidget()
        page.setObjectName("detailPage")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        for reminder in pending[:_MOST]:
            column.addLayout(self._line(reminder))
        if not pending:
            column.addWidget(Label("没有待处理的提醒。", "secondary"))
        if len(pending) > _MOST:
            column.addWidget(Label(f"还有 {len(pending) - _MOST} 条，处理后依次显示。", "secondary"))
        column.addStretch(1)
        self._scroll.setWidget(page)

    def _line(self, reminder: ReminderLine) -> QHBoxLayout:
        row = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(reminder.text, wraps=True))
        words.addWidget(BadgeLabel(self._frame.style, _badge(reminder)))
        row.addLayout(words, 1)
        for text, slot in (("查看", self._on_open_clicked), ("知道了", self._on_seen_clicked)):
            button = QPushButton(text)
            button.clicked.connect(lambda checked=False, slot=slot: slot(reminder))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _on_open_clicked(self, reminder: ReminderLine) -> None:
        self.hide()
        self._frame.open(*reminder.target)

    def _on_seen_clicked(self, reminder: ReminderLine) -> None:
        self._reminders.acknowledge([reminder])
        self.refresh()
        self._take_focus()

    def _on_all_clicked(self) -> None:
        self._reminders.acknowledge(self._reminders.pending())
        self.refresh()
        self._take_focus()


def _badge(reminder: ReminderLine) -> Badge:
    is_late = reminder.lead.is_overdue
    kind = "overdue" if is_late else "soon"
    words = f"{reminder.lead.words} · {spoken(reminder.due_on)}"
    return Badge(words, Shape.FLAG if is_late else Shape.HALF_CLOCK, f"{kind}_ink", f"{kind}_ground")
