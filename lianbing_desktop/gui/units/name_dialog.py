"""登记新名称: what a unit is called from a day on, and on what ground; and the 工作QQ群."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from lianbing_desktop.domain.liaison import CHAT_GROUP, Contact, plain_number
from lianbing_desktop.domain.unit_name import UnitName
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.forms.ui_contact_dialog import Ui_ContactDialog
from lianbing_desktop.gui.forms.ui_unit_name_dialog import Ui_UnitNameDialog
from lianbing_desktop.gui.submissions.day import shown, taken
from lianbing_desktop.gui.widgets.dialog import Dialog
from lianbing_desktop.services.units import UnitLine


class UnitNameDialog(Dialog):
    """``save`` writes the name and may raise UserError, which keeps the dialog open."""

    def __init__(
        self, line: UnitLine, today: date, save: Callable[[UnitName], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._save = save
        self.form = Ui_UnitNameDialog()
        self.form.setupUi(self)  # type: ignore[no-untyped-call]
        self.form.current.setText(line.name)
        self.form.short.setText(line.names.on(today).short)
        self.form.since.setDate(shown(today))
        self.form.remark.setObjectName("secondary")
        self.form.remark.setText(
            "各页按今天取名称；公文按成文日期、材料包按制作日期取名称；收表和导入时新旧名称都认得。"
        )
        self.form.error.setObjectName("error")
        self.form.error.hide()
        self.add_buttons(self.form.buttons, "登记")
        self.form.name.setFocus()

    def name(self) -> UnitName:
        """Return the name as the form has it now."""
        form = self.form
        return UnitName(form.name.text(), form.short.text(), taken(form.since.date()), None, form.note.text())

    def submit(self) -> None:
        _saved(self, lambda: self._save(self.name()))


class ContactDialog(Dialog):
    """The 工作QQ群; an empty number takes it off. ``save`` may raise UserError, which keeps the dialog open."""

    def __init__(self, contact: Contact, save: Callable[[Contact], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contact, self._save = contact, save
        self.form = Ui_ContactDialog()
        self.form.setupUi(self)  # type: ignore[no-untyped-call]
        self.form.name.setText(contact.name)
        self.form.value.setText(contact.value)
        self.form.note.setText(contact.note)
        self.form.remark.setObjectName("secondary")
        told = "" if contact.id or not contact.value else "群号取自任务分解表，尚未登记，请核对后保存。"
        self.form.remark.setText(
            f"{told}只作登记：打印、导出名单时不带群号，除非选“附工作QQ群”。群号留空并保存，即撤下。"
        )
        self.form.error.setObjectName("error")
        self.form.error.hide()
        self.add_buttons(self.form.buttons, "保存")
        self.form.name.setFocus()

    def contact(self) -> Contact:
        """Return the contact as the form has it now."""
        form = self.form
        value = plain_number(form.value.text())
        return replace(self._contact, kind=CHAT_GROUP, name=form.name.text(), value=value, note=form.note.text())

    def submit(self) -> None:
        _saved(self, lambda: self._save(self.contact()))


def _saved(dialog: UnitNameDialog | ContactDialog, save: Callable[[], None]) -> None:
    try:
        save()
    except UserError as error:
        dialog.form.error.setText(str(error))
        dialog.form.error.show()
    else:
        dialog.accept()
