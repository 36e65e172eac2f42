"""说明理由放行: why a finding is let pass, in the officer's own words."""

from PySide6.QtWidgets import QWidget

from lianbing_desktop.domain.finding import Finding
from lianbing_desktop.gui.forms.ui_override_dialog import Ui_OverrideDialog
from lianbing_desktop.gui.widgets.dialog import Dialog


class OverrideDialog(Dialog):
    """The finding above, the reason below."""

    def __init__(self, finding: Finding, parent: QWidget) -> None:
        super().__init__(parent)
        self.finding = finding
        self.form = Ui_OverrideDialog()
        self.form.setupUi(self)  # type: ignore[no-untyped-call]
        self.form.place.setText(finding.place)
        self.form.message.setText(f"{finding.rule}　{finding.message}。")
        self.add_buttons(self.form.buttons, "放行")
        self.show_error("")
        self.form.reason.setFocus()

    @property
    def reason(self) -> str:
        """The reason as written."""
        return self.form.reason.toPlainText()

    def show_error(self, words: str) -> None:
        """Show why it was not saved; what was written stays."""
        self.form.error.setText(words)
        self.form.error.setVisible(bool(words))
