"""指定时间: the day and time to which reminders are put off."""

from datetime import datetime, time, timedelta

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QWidget

from lianbing_desktop.gui.forms.ui_snooze_dialog import Ui_SnoozeDialog
from lianbing_desktop.gui.submissions.day import shown, taken
from lianbing_desktop.gui.widgets.dialog import Dialog


class SnoozeDialog(Dialog):
    """A day and a time, beginning with tomorrow at 9:00.

    The day has no earliest one: Qt would refuse the digits of one typed on their way to it. Who asks looks instead.
    """

    def __init__(self, now: datetime, parent: QWidget) -> None:
        super().__init__(parent)
        self.form = Ui_SnoozeDialog()
        self.form.setupUi(self)  # type: ignore[no-untyped-call]
        self.form.on.setDate(shown(now.date() + timedelta(days=1)))
        self.form.at.setTime(QTime(9, 0))
        self.add_buttons(self.form.buttons, "推迟")
        self.show_error("")

    @property
    def until(self) -> datetime:
        """The moment chosen."""
        at = self.form.at.time()
        return datetime.combine(taken(self.form.on.date()), time(at.hour(), at.minute()))

    def show_error(self, words: str) -> None:
        """Show why it was not put off."""
        self.form.error.setText(words)
        self.form.error.setVisible(bool(words))
