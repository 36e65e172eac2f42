"""登记联络员 and changing one: a change asks from which day it holds, and what was stays on record."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from lianbing_desktop.domain.liaison import FIELDS, ROLES, Liaison, Role, doubts, faults, tidied, with_fields
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.forms.ui_liaison_dialog import Ui_LiaisonDialog
from lianbing_desktop.gui.submissions.day import shown, taken
from lianbing_desktop.gui.widgets.dialog import Dialog
from lianbing_desktop.services.units import UnitLine

_GENDERS = ("", "男", "女")
_CHANGE = "从起始日期起按新内容，原来的登记到前一天为止，保留在经过中。"
_RIGHT = "起始日期不晚于原登记的起始日期，作为更正：原登记撤下，保留在经过中。"


class LiaisonDialog(Dialog):
    """A new entry, or with ``on`` the change of one from that day; doubts are told and allowed.

    ``save`` writes the entry and may raise UserError, which keeps the dialog open.
    """

    def __init__(
        self,
        units: Sequence[UnitLine],
        liaison: Liaison,
        on: date | None,
        save: Callable[[Liaison], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._liaison, self._is_new, self._save = liaison, on is None, save
        self._is_warned = False
        self.form = Ui_LiaisonDialog()
        self.form.setupUi(self)  # type: ignore[no-untyped-call]
        self._fill(units, on or liaison.valid_from)
        self._connect()
        self._before = self.liaison()

    def liaison(self) -> Liaison:
        """Return the entry as the form has it now."""
        form = self.form
        texts = {name: edit.text() for name, edit in self._edits().items()} | {"gender": form.gender.currentText()}
        own = replace(
            self._liaison,
            unit_id=int(form.unit.currentData()),
            role=Role(form.role.currentText()),
            valid_from=taken(form.since.date()),
        )
        return tidied(with_fields(own, texts))

    def _edits(self) -> dict[str, QLineEdit]:
        found = ((name, getattr(self.form, name)) for name in FIELDS if name != "gender")
        return {name: edit for name, edit in found if isinstance(edit, QLineEdit)}

    def _fill(self, units: Sequence[UnitLine], since: date) -> None:
        form = self.form
        self.setWindowTitle("登记联络员" if self._is_new else "修改联络员")
        for line in units:
            form.unit.addItem(line.name, line.unit.id)
        form.unit.setCurrentIndex(max(0, form.unit.findData(self._liaison.unit_id)))
        form.unit.setEnabled(self._is_new)
        form.role.addItems([role.value for role in ROLES])
        form.role.setCurrentText(self._liaison.role.value)
        form.gender.addItems(_GENDERS)
        form.gender.setCurrentText(self._liaison.gender)
        for name, edit in self._edits().items():
            edit.setText(getattr(self._liaison, name))
        form.since.setDate(shown(since))
        for label in (form.remark, form.error):
            label.setObjectName("caution" if label is form.remark else "error")
        self.add_buttons(form.buttons, "登记" if self._is_new else "保存")
        self.show_error("")
        self._tell()
        form.name.setFocus()

    def _connect(self) -> None:
        self.form.since.dateChanged.connect(lambda day: self._tell())
        for edit in self._edits().values():
            edit.textChanged.connect(lambda text: self._tell())

    def show_error(self, words: str) -> None:
        """Show why it was not saved; what was entered stays."""
        self.form.error.setText(words)
        self.form.error.setVisible(bool(words))

    def submit(self) -> None:
        liaison = self.liaison()
        wrong = list(faults(liaison))
        if wrong:
            self.show_error("\n".join(wrong))
            self.form.name.setFocus()
            return
        try:
            self._save(liaison)
        except UserError as error:
            self.show_error(str(error))
        else:
            self.accept()

    def reject(self) -> None:
        """Close without saving; what was typed goes only at the second Esc."""
        if self._is_warned or self.liaison() == self._before:
            super().reject()
            return
        self._is_warned = True
        self.show_error("内容已改动。再按一次 Esc 放弃改动，或按 Ctrl+回车保存。")

    def _tell(self) -> None:
        """Say what is odd, and what saving a change does to the entry before."""
        liaison = self.liaison()
        lines = list(doubts(liaison)) if liaison.name else []
        if not self._is_new:
            lines.append(_RIGHT if liaison.valid_from <= self._liaison.valid_from else _CHANGE)
        self.form.remark.setText("\n".join(lines))
        self.form.remark.setVisible(bool(lines))
