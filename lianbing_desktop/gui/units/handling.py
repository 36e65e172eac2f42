"""What is done on the page 单位: dialogs asked, written by the service, each with its 撤销."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from lianbing_desktop.domain.liaison import Contact, Liaison, Role
from lianbing_desktop.domain.liaison_list import LiaisonList, Proposal
from lianbing_desktop.domain.unit_name import UnitName
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.units.described import UnitActs
from lianbing_desktop.gui.widgets.dialog import Dialog
from lianbing_desktop.services.liaisons import Change
from lianbing_desktop.services.units import Units


class UnitHandling:
    """Acts on units for one page. What is said afterwards carries no person's data."""

    def __init__(self, units: Units, frame: Frame, page: QWidget) -> None:
        self._units, self._frame, self._page = units, frame, page

    def acts(self) -> UnitActs:
        """Return what the detail pane offers."""
        return UnitActs(
            self.add, self._edit, self._end, self._withdraw, self._bring_back, self._rename, self._withdraw_name,
            self._copy, self._frame.open,
        )  # fmt: skip

    def add(self, unit_id: int) -> None:
        """Ask for a person of that unit."""
        blank = Liaison(unit_id, Role.LIAISON, "", self._frame.clock.today())
        self._ask_liaison(blank, None, lambda entry: self._did(self._units.people.add(entry), "已登记联络员"))

    def _edit(self, liaison_id: int) -> None:
        try:
            old = self._units.people.get(liaison_id)
        except UserError as error:
            self._frame.tell(error)
            return
        if old.is_withdrawn or old.valid_to is not None:
            self._frame.tell(UserError("这条登记已经结束或撤下，不能再改。请先恢复，或另外登记。"))
            return

        def save(entry: Liaison) -> None:
            change = self._units.people.change(liaison_id, entry, entry.valid_from)
            if change.made:
                self._did(change, "联络员已修改，原登记保留在经过中")

        self._ask_liaison(old, max(self._frame.clock.today(), old.valid_from), save)

    def _ask_liaison(self, liaison: Liaison, on: date | None, save: Callable[[Liaison], None]) -> None:
        from lianbing_desktop.gui.units.liaison_dialog import LiaisonDialog

        self._open(LiaisonDialog(self._units.all(), liaison, on, save, self._page))

    def _end(self, liaison_id: int) -> None:
        self._try(
            lambda: self._did(self._units.people.end(liaison_id, self._frame.clock.today()), "已结束，今天是最后一天")
        )

    def _withdraw(self, liaison_id: int) -> None:
        self._try(lambda: self._did(self._units.people.withdraw(liaison_id), "已撤下，可在经过中恢复"))

    def _bring_back(self, liaison_id: int) -> None:
        self._try(lambda: self._units.people.bring_back(liaison_id))

    def _rename(self, unit_id: int) -> None:
        from lianbing_desktop.gui.units.name_dialog import UnitNameDialog

        today = self._frame.clock.today()
        self._open(UnitNameDialog(self._units.get(unit_id), today, partial(self._save_name, unit_id), self._page))

    def _save_name(self, unit_id: int, name: UnitName) -> None:
        name_id = self._units.rename(unit_id, name)
        self._frame.say("已登记新名称", undo=lambda: self._try(lambda: self._units.withdraw_name(name_id)))

    def _withdraw_name(self, name_id: int) -> None:
        def withdraw() -> None:
            self._units.withdraw_name(name_id)
            self._frame.say("已撤下名称", undo=lambda: self._try(lambda: self._units.bring_back_name(name_id)))

        self._try(withdraw)

    def edit_group(self) -> None:
        """Ask for the 工作QQ群."""
        from lianbing_desktop.gui.units.name_dialog import ContactDialog

        self._open(ContactDialog(self._units.proposed_chat_group(), self._save_group, self._page))

    def _save_group(self, contact: Contact) -> None:
        self._units.put_contact(contact)
        self._frame.say("工作QQ群已登记" if contact.value.strip() else "工作QQ群已撤下")

    def _copy(self, words: str, value: str) -> None:
        QGuiApplication.clipboard().setText(value)
        self._frame.say(f"已复制{words}")

    def _did(self, change: Change, words: str) -> None:
        self._frame.say(words, undo=lambda: self._try(lambda: self._units.people.undo(change)))

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except UserError as error:
            self._frame.tell(error)

    def _open(self, dialog: Dialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def preview(self, received: LiaisonList) -> None:
        """Show what a returned list would change; it is written when the officer confirms."""
        from lianbing_desktop.gui.units.list_dialog import LiaisonListDialog
        from lianbing_desktop.services.liaison_lists import proposals, take_in

        def save(chosen: list[Proposal], on: date) -> None:
            change = take_in(self._units, chosen, on)
            self._did(change, f"已导入 {len(change.made)} 人")

        lay = partial(proposals, self._units, received)
        self._open(LiaisonListDialog(received, self._units.all(), lay, save, self._frame, self._page))
