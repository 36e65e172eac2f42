"""A question: 取消, which Enter and Esc choose, and the one or two answers that go on."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from lianbing_desktop.gui.widgets.dialog import set_primary


def ask(
    parent: QWidget,
    title: str,
    text: str,
    sure: str,
    go_on: Callable[[], None],
    more: str = "",
    other: tuple[str, Callable[[], None]] | None = None,
) -> QMessageBox:
    """Open the question; ``go_on`` is called where it is answered with ``sure``; ``other`` is one more way on."""
    box = QMessageBox(QMessageBox.Icon.Question, title, text, QMessageBox.StandardButton.NoButton, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(more)
    cancel = box.addButton("取消", QMessageBox.ButtonRole.RejectRole)
    button = box.addButton(sure, QMessageBox.ButtonRole.AcceptRole)
    button.setAutoDefault(False)
    set_primary(button, True)
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)
    box.accepted.connect(go_on)
    if other:
        words, act = other
        way = box.addButton(words, QMessageBox.ButtonRole.DestructiveRole)
        way.setAutoDefault(False)
        box.finished.connect(lambda result: act() if box.clickedButton() is way else None)
    box.finished.connect(box.deleteLater)
    box.open()
    return box
