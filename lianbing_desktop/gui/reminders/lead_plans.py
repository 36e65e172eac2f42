"""Opening the dialog of lead plans, for the campaign, for a task or for one item."""

from PySide6.QtWidgets import QWidget

from lianbing_desktop.domain.reminder import Item, ItemKind
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.reminders.lead_plan_dialog import LeadPlanDialog
from lianbing_desktop.gui.reminders.lead_scopes import Scopes
from lianbing_desktop.services.desk import Desk
from lianbing_desktop.services.lead_plans import PlanScope


def open_lead_plans(desk: Desk, item_key: str, frame: Frame, parent: QWidget) -> LeadPlanDialog | None:
    """Open the dialog, beginning with what an item's key names: see Frame.plan_leads."""
    current = desk.campaigns.current()
    if not current:
        frame.say("还没有启动活动，启动后可以设定提醒时间")
        return None
    items = _items(desk, item_key)
    if item_key and not items:
        frame.say("这里没有还要提醒的事项")
        return None
    campaign_id, title = current.id, current.title
    if items and items[0].campaign:
        campaign_id, title = items[0].campaign_id, items[0].campaign
    scopes = Scopes(campaign_id, title, desk.reminders.requirements(campaign_id), items)
    dialog = LeadPlanDialog(desk.reminders, scopes, frame, parent)
    if items:
        dialog.choose(PlanScope.ITEM, items[0].key)
    if len(items) > 1 and (asked := scopes.first(PlanScope.REQUIREMENT, items[0].key)):
        dialog.choose(PlanScope.REQUIREMENT, asked)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _items(desk: Desk, key: str) -> list[Item]:
    """Return the open item of that key; of a task, what is told of under it and what it asks units for."""
    if not key:
        return []
    found = desk.reminders.items()
    exact = [item for item in found if item.key == key]
    kind, _, number = key.partition(":")
    if exact or kind != ItemKind.TASK or not number.isdecimal():
        return exact
    owed = {f"{ItemKind.SUBMISSION}:{each.id}" for each in desk.submissions.all() if each.task_id == int(number)}
    below = [item for item in found if item.target == ("task", int(number)) or item.key in owed]
    return sorted(below, key=lambda item: item.due_on)
