"""提醒时间: how long before its due day something is told, for the campaign, a kind, a requirement or one item."""

from collections.abc import Callable
from datetime import time
from functools import partial

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTime
from PySide6.QtWidgets import QDialogButtonBox, QListWidgetItem, QWidget

from lianbing_desktop.domain.lead import Lead, LeadPlan
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.forms.ui_lead_plan_dialog import Ui_LeadPlanDialog
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.reminders.lead_scopes import Scopes
from lianbing_desktop.gui.widgets.dialog import Dialog, add_button
from lianbing_desktop.gui.widgets.question import ask
from lianbing_desktop.gui.widgets.shortcut import local_key
from lianbing_desktop.gui.widgets.tip import tip
from lianbing_desktop.services.lead_plans import PlanScope
from lianbing_desktop.services.reminders import Reminders

_SURE = "提醒时间已改动。再按一次 Esc 放弃改动，或按 Ctrl+回车保存。"
_ROW_PX = 28
_LEAD = Qt.ItemDataRole.UserRole


class LeadPlanDialog(Dialog):
    """Shows the plan in force for what is chosen; 保存 sets one there, 恢复默认 lets the wider one hold again."""

    def __init__(self, reminders: Reminders, scopes: Scopes, frame: Frame, parent: QWidget) -> None:
        super().__init__(parent)
        self._reminders, self._scopes, self._frame = reminders, scopes, frame
        self._at = PlanScope.CAMPAIGN, ""
        self._item = scopes.items[0].key if scopes.items else ""
        self._shown: LeadPlan | None = None
        self._is_warned = False
        self.form = Ui_LeadPlanDialog()
        self.form.setupUi(self)  # type: ignore[no-untyped-call]
        self._fill()
        self._connect()
        self._on_scope_changed()
        self.form.scope.setFocus()

    @property
    def scope(self) -> PlanScope:
        """What kind of thing the plan is for."""
        return PlanScope(self.form.scope.currentData())

    @property
    def key(self) -> str:
        """Which one."""
        return str(self.form.key.currentData())

    @property
    def plan(self) -> LeadPlan:
        """The plan as it stands in the fields."""
        form, at = self.form, self.form.at.time()
        leads = self._leads() + ([Lead(0)] if form.onDay.isChecked() else [])
        return LeadPlan(tuple(leads), form.after.isChecked(), time(at.hour(), at.minute()))

    def choose(self, scope: PlanScope, key: str) -> None:
        """Begin with a scope and one of its things."""
        self._go(scope, key)

    @property
    def is_edited(self) -> bool:
        """Whether the fields say something else than what holds."""
        return self._shown is not None and _same(self.plan) != _same(self._shown)

    def submit(self) -> None:
        """Set the plan; it holds from the next look at the clock on, which follows at once."""
        if self._save():
            self.accept()

    def reject(self) -> None:
        """Close without saving; what was changed goes only at the second Esc."""
        if self._is_warned or not self.is_edited:
            super().reject()
            return
        self._is_warned = True
        self._show_error(_SURE)

    def _save(self) -> bool:
        undo = self._back()
        try:
            self._reminders.set_plan(self.scope, self.key, self.plan)
        except UserError as error:
            self._show_error(str(error))
            return False
        self._frame.say("提醒时间已保存", undo)
        return True

    def _back(self) -> Callable[[], None]:
        """Return what takes a change here back; it is called when the dialog may be gone."""
        scope, key, reminders, tell = self.scope, self.key, self._reminders, self._frame.tell
        own = next((each.plan for each in reminders.plans() if (each.scope, each.key) == (scope, key)), None)

        def undo() -> None:
            try:
                reminders.set_plan(scope, key, own) if own else reminders.clear_plan(scope, key)
            except UserError as error:
                tell(error)

        return undo

    def _fill(self) -> None:
        form = self.form
        for scope in self._scopes.offered():
            form.scope.addItem(self._scopes.words(scope), scope.value)
        form.unit.addItems(["自然日", "工作日"])
        self.add_buttons(form.buttons, "保存")
        self.default = add_button(form.buttons, "恢复默认", QDialogButtonBox.ButtonRole.ResetRole)
        self._show_error("")

    def _connect(self) -> None:
        form = self.form
        form.scope.currentIndexChanged.connect(self._on_scope_changed)
        form.key.currentIndexChanged.connect(lambda row: self._move(self.scope, self.key))
        form.add.clicked.connect(self._on_add_clicked)
        form.remove.clicked.connect(self._on_remove_clicked)
        form.leads.itemSelectionChanged.connect(lambda: form.remove.setEnabled(bool(form.leads.selectedItems())))
        form.onDay.toggled.connect(self._on_edited)
        form.after.toggled.connect(self._on_edited)
        form.at.timeChanged.connect(self._on_edited)
        self.default.clicked.connect(self._on_default_clicked)
        local_key("Delete", form.leads, self._on_remove_clicked)

    def _on_scope_changed(self) -> None:
        self._move(self.scope, self._scopes.first(self.scope, self._item))

    def _move(self, scope: PlanScope, key: str) -> None:
        """Show what holds elsewhere; where something was changed here, ask first."""
        if not self.is_edited:
            self._go(scope, key)
            return
        self._set(*self._at)
        go = partial(self._go, scope, key)
        text = f"“{self.form.key.currentText()}”的提醒时间已改动，还没有保存。"
        ask(self, "提醒时间", text, "保存", lambda: go() if self._save() else None, other=("不保存", go))

    def _go(self, scope: PlanScope, key: str) -> None:
        self._set(scope, key)
        self._at = self.scope, self.key
        if self.scope is PlanScope.ITEM:
            self._item = self.key
        self._show_plan()

    def _set(self, scope: PlanScope, key: str) -> None:
        """Choose a scope and one of its things, the first where there is no such."""
        form = self.form
        quiet = [QSignalBlocker(box) for box in (form.scope, form.key)]
        form.scope.setCurrentIndex(max(0, form.scope.findData(scope.value)))
        form.key.clear()
        for words, thing in self._scopes.keys(self.scope):
            form.key.addItem(words, thing)
        form.key.setCurrentIndex(max(0, form.key.findData(key)))
        form.key.setEnabled(form.key.count() > 1)
        form.key.setToolTip(tip(form.key.currentText()))
        for each in quiet:
            each.unblock()

    def _show_plan(self) -> None:
        self._shown, self._is_warned = None, False
        if not self.form.key.count():
            return
        plan = self._reminders.plan_for(self.scope, self.key)
        plans, form = self._reminders.plans(), self.form
        self.default.setEnabled(any((each.scope, each.key) == (self.scope, self.key) for each in plans))
        self._show_leads([lead for lead in plan.leads if lead.code != "0"])
        quiet = [QSignalBlocker(box) for box in (form.onDay, form.after, form.at)]
        form.onDay.setChecked(Lead(0) in plan.leads)
        form.after.setChecked(plan.is_daily_after)
        form.at.setTime(QTime(plan.at.hour, plan.at.minute))
        for each in quiet:
            each.unblock()
        self._shown = plan
        self._say(f"{plan.words}。{self._scopes.origin(self.scope, self.key, plans)}。")

    def _show_leads(self, leads: list[Lead]) -> None:
        self.form.leads.clear()
        for lead in sorted(leads, key=lambda each: (-each.days, each.is_workdays)):
            item = QListWidgetItem(lead.words)
            item.setData(_LEAD, lead)
            item.setSizeHint(QSize(0, _ROW_PX))
            self.form.leads.addItem(item)
        self.form.remove.setEnabled(False)

    def _leads(self) -> list[Lead]:
        return [self.form.leads.item(row).data(_LEAD) for row in range(self.form.leads.count())]

    def _say(self, words: str) -> None:
        self.form.words.setText(words)
        self._show_error("")

    def _show_error(self, words: str) -> None:
        self.form.error.setText(words)
        self.form.error.setVisible(bool(words))

    def _on_edited(self) -> None:
        self._is_warned = False
        more = "到期前后都不会提醒。" if self.plan.words == "不提醒" else ""
        self._say(f"{self.plan.words}。{more}还没有保存。")

    def _on_add_clicked(self) -> None:
        lead = Lead(self.form.days.value(), self.form.unit.currentIndex() == 1)
        if lead in self._leads():
            self._show_error(f"“{lead.words}”已经有了。")
            return
        self._show_leads([*self._leads(), lead])
        self._on_edited()

    def _on_remove_clicked(self) -> None:
        """Take away what is seen to be chosen; the row the cursor merely stands on is not."""
        for item in self.form.leads.selectedItems():
            self.form.leads.takeItem(self.form.leads.row(item))
            self._on_edited()

    def _on_default_clicked(self) -> None:
        undo = self._back()
        try:
            self._reminders.clear_plan(self.scope, self.key)
        except UserError as error:
            self._show_error(str(error))
        else:
            self._show_plan()
            self._frame.say("提醒时间已恢复默认", undo)


def _same(plan: LeadPlan) -> tuple[frozenset[Lead], bool, time]:
    """Return a plan without the order of its leads."""
    return frozenset(plan.leads), plan.is_daily_after, plan.at
