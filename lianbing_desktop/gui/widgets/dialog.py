"""The dialog every form is: the sure button at the right and highlighted, and no plain Enter that submits."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QDialog, QDialogButtonBox, QPushButton, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Dialog(QDialog):
    """``submitted`` asks for saving; the dialog closes only once that is done.

    Plain Enter presses the button that has the focus and nothing else, since an input method ends its words with
    Enter too; Ctrl+Enter is the sure button.
    """

    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sure: QPushButton | None = None

    def add_buttons(self, box: QDialogButtonBox, sure: str) -> None:
        """Fill the button box: 取消, and at its right the one that saves."""
        button = add_button(box, sure, QDialogButtonBox.ButtonRole.AcceptRole)
        button.setToolTip("Ctrl+回车")
        set_primary(button, True)
        add_button(box, "取消", QDialogButtonBox.ButtonRole.RejectRole)
        self.sure = button
        box.accepted.connect(self.submit)
        box.rejected.connect(self.reject)

    def submit(self) -> None:
        """Ask for saving; a dialog that checks its fields first overrides this."""
        self.submitted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
            return
        focus = self.focusWidget()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self.sure:
                self.sure.click()
        elif isinstance(focus, QAbstractButton):
            focus.click()


def add_button(box: QDialogButtonBox, words: str, role: QDialogButtonBox.ButtonRole) -> QPushButton:
    """Add a button that Enter elsewhere in the dialog does not press."""
    button = box.addButton(words, role)
    button.setAutoDefault(False)
    button.setDefault(False)
    return button


def set_primary(button: QPushButton, is_primary: bool) -> None:
    """Highlight a button, or not; it was dressed before it had its name."""
    button.setObjectName("primary" if is_primary else "")
    button.style().unpolish(button)
    button.style().polish(button)
