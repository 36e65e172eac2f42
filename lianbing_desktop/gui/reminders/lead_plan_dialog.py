"""提醒时间: how long before its due day something is told, for the campaign, a kind, a requirement or one item."""

from datetime import time

from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QDialogButtonBox, QListWidgetItem, QWidget

from lianbing_desktop.domain.lead import Lead, LeadPlan
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.forms.ui_lead_plan_dialog import Ui_LeadPlanDialog
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.reminders.lead_scopes import WORDS, Scopes
from lianbing_desktop.gui.widgets.dialog import Dialog, add_button
from lianbing_desktop.gui.widgets.shortcut import local_key
from lianbing_desktop.services.lead_plans import PlanScope
from lianbing_desktop.services.reminders import Reminders

_LEAD = Qt.ItemDataRole.UserRole


class LeadPlanDialog(Dialog):
    """Shows the plan in force for what is chosen; 保存 sets one there, 恢复默认 lets the wider one hold again."""

    def __init__(self, reminders: Reminders, scopes: Scopes, frame: Frame, parent: QWidget) -> None:
        super().__init__(parent)
        self._reminders, self._scopes, self._frame = reminders, scopes, frame
        self._origin = ""
        self.form = Ui_LeadPlanDialog()
        self.form.setupUi(self)  # type: ignore[no-untyped-call]
        self._fill()
        self._connect()
        self._on_scope_changed()

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
        self.form.scope.setCurrentIndex(max(0, self.form.scope.findData(scope.value)))
        self.form.key.setCurrentIndex(max(0, self.form.key.findData(key)))

    def submit(self) -> None:
        """Set the plan; it holds from the next look at the clock on, which follows at once."""
        try:
            self._reminders.set_plan(self.scope, self.key, self.plan)
        except UserError as error:
            self._show_error(str(error))
        else:
            self.accept()
            self._frame.say("提醒时间已保存")

    def _fill(self) -> None:
        form = self.form
        for scope in self._scopes.offered():
            form.scope.addItem(WORDS[scope], scope.value)
        form.unit.addItems(["自然日", "工作日"])
        self.add_buttons(form.buttons, "保存")
        self.default = add_button(form.buttons, "恢复默认", QDialogButtonBox.ButtonRole.ResetRole)
        self._show_error("")

    def _connect(self) -> None:
        form = self.form
        form.scope.currentIndexChanged.connect(self._on_scope_changed)
        form.key.currentIndexChanged.connect(self._show_plan)
        form.add.clicked.connect(self._on_add_clicked)
        form.remove.clicked.connect(self._on_remove_clicked)
        form.leads.currentRowChanged.connect(lambda row: form.remove.setEnabled(row >= 0))
        form.onDay.toggled.connect(self._on_edited)
        form.after.toggled.connect(self._on_edited)
        form.at.timeChanged.connect(self._on_edited)
        self.default.clicked.connect(self._on_default_clicked)
        local_key("Delete", form.leads, self._on_remove_clicked)

    def _on_scope_changed(self) -> None:
        form = self.form
        form.key.blockSignals(True)
        form.key.clear()
        for words, key in self._scopes.keys(self.scope):
            form.key.addItem(words, key)
        each = self._scopes.submission
        if self.scope is PlanScope.REQUIREMENT and each:
            form.key.setCurrentIndex(max(0, form.key.findData(str(each.requirement_id))))
        form.key.blockSignals(False)
        form.key.setEnabled(form.key.count() > 1)
        self._show_plan()

    def _show_plan(self) -> None:
        if not self.form.key.count():
            return
        plan = self._reminders.plan_for(self.scope, self.key)
        plans, form = self._reminders.plans(), self.form
        self._origin = self._scopes.origin(self.scope, self.key, plans)
        self.default.setEnabled(any((each.scope, each.key) == (self.scope, self.key) for each in plans))
        self._show_leads([lead for lead in plan.leads if lead.code != "0"])
        for box, is_on in ((form.onDay, Lead(0) in plan.leads), (form.after, plan.is_daily_after)):
            box.blockSignals(True)
            box.setChecked(is_on)
            box.blockSignals(False)
        form.at.blockSignals(True)
        form.at.setTime(QTime(plan.at.hour, plan.at.minute))
        form.at.blockSignals(False)
        self._say(f"{plan.words}。{self._origin}。")

    def _show_leads(self, leads: list[Lead]) -> None:
        self.form.leads.clear()
        for lead in sorted(leads, key=lambda each: (-each.days, each.is_workdays)):
            item = QListWidgetItem(lead.words)
            item.setData(_LEAD, lead)
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
        row = self.form.leads.currentRow()
        if row >= 0:
            self.form.leads.takeItem(row)
            self._on_edited()

    def _on_default_clicked(self) -> None:
        try:
            self._reminders.clear_plan(self.scope, self.key)
        except UserError as error:
            self._show_error(str(error))
        else:
            self._show_plan()
