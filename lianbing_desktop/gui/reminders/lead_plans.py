"""Opening the dialog of lead plans, for the campaign or from one submission."""

from PySide6.QtWidgets import QWidget

from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.reminders.lead_plan_dialog import LeadPlanDialog
from lianbing_desktop.gui.reminders.lead_scopes import Scopes
from lianbing_desktop.services.desk import Desk
from lianbing_desktop.services.lead_plans import PlanScope


def open_lead_plans(desk: Desk, submission_id: int, frame: Frame, parent: QWidget) -> LeadPlanDialog | None:
    """Open the dialog; with a submission's id it begins with that one, with 0 with the campaign."""
    current = desk.campaigns.current()
    if not current:
        frame.say("还没有启动活动，启动后可以设定提醒时间")
        return None
    requirements = {each.id: each for each in desk.submissions.requirements()}
    submission = desk.submissions.get(submission_id) if submission_id else None
    scopes = Scopes(current.id, current.title, requirements, submission)
    dialog = LeadPlanDialog(desk.reminders, scopes, frame, parent)
    if submission:
        dialog.choose(PlanScope.ITEM, f"submission:{submission.id}")
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
