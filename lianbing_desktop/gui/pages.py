"""The pages in the sidebar's order, each loaded when it is first opened."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.widgets.page import Page
from lianbing_desktop.services.desk import Desk


@dataclass(frozen=True)
class PageEntry:
    """One page: its name in code, its word and icon, whether it stands below the rest, and whether in the sidebar."""

    name: str
    words: str
    icon: str
    is_last: bool = False
    is_listed: bool = True


PAGES = (
    PageEntry("today", "今日", "today"),
    PageEntry("calendar", "日历", "calendar"),
    PageEntry("tasks", "任务", "tasks"),
    PageEntry("submissions", "报送清单", "submissions"),
    PageEntry("forms", "下发与收回", "receive"),
    PageEntry("units", "单位", "units"),
    PageEntry("reports", "公文", "file"),
    PageEntry("package", "材料包", "package"),
    PageEntry("settings", "设置", "settings", is_last=True),
    PageEntry("plan", "导入任务分解表", "file", is_listed=False),
)
LISTED = tuple(page for page in PAGES if page.is_listed)
"""The pages of the sidebar, which the others come after."""


def build_page(name: str, desk: Desk, frame: Frame) -> Page:
    """Build a page with the services it is given. Raises KeyError for an unknown name."""
    return _BUILDERS[name](desk, frame)


def _today(desk: Desk, frame: Frame) -> Page:
    from lianbing_desktop.gui.today.view import TodayView

    return TodayView(desk.campaigns, desk.tasks, desk.submissions, desk.holidays, desk.home, frame)


def _calendar(desk: Desk, frame: Frame) -> Page:
    from lianbing_desktop.gui.calendar.view import CalendarView

    return CalendarView(desk.campaigns, desk.tasks, desk.submissions, desk.holidays, desk.documents, frame)


def _tasks(desk: Desk, frame: Frame) -> Page:
    from lianbing_desktop.gui.tasks.view import TaskView

    def late_words(task_id: int, due_on: date) -> str:
        """Say something only of a task that is told of itself, not by what is handed in for it."""
        item = next((each for each in desk.reminders.items() if each.key == f"task:{task_id}"), None)
        return desk.reminders.late_entry_words(due_on, item.plan) if item else ""

    return TaskView(desk.campaigns, desk.tasks, desk.submissions, desk.documents, late_words, frame)


def _submissions(desk: Desk, frame: Frame) -> Page:
    from lianbing_desktop.gui.submissions.view import SubmissionView

    def late_words(requirement_id: int, due_on: date) -> str:
        from lianbing_desktop.services.lead_plans import PlanScope

        plan = desk.reminders.plan_for(PlanScope.REQUIREMENT, str(requirement_id))
        return desk.reminders.late_entry_words(due_on, plan)

    return SubmissionView(
        desk.campaigns, desk.tasks, desk.submissions, desk.documents, desk.settings, late_words, frame
    )


def _forms(desk: Desk, frame: Frame) -> Page:
    from lianbing_desktop.gui.returned.view import FormView

    return FormView(
        desk.campaigns, desk.submissions, desk.forms, desk.collecting, desk.bundles, desk.joining, desk.documents, frame
    )


def _units(desk: Desk, frame: Frame) -> Page:
    from lianbing_desktop.gui.units.view import UnitView

    return UnitView(desk.campaigns, desk.units, desk.documents, frame)


def _reports(desk: Desk, frame: Frame) -> Page:
    from lianbing_desktop.gui.reports.view import ReportView

    return ReportView(desk.campaigns, desk.reports, frame)


def _package(desk: Desk, frame: Frame) -> Page:
    from lianbing_desktop.gui.package.view import PackageView

    return PackageView(desk.campaigns, desk.packages, desk.submissions, desk.burning, frame)


def _settings(desk: Desk, frame: Frame) -> Page:
    from lianbing_desktop.gui.settings.view import SettingsView

    return SettingsView(
        desk.settings, desk.home, desk.backups, desk.checks, desk.holidays, desk.autostart, desk.restore, frame
    )


def _plan(desk: Desk, frame: Frame) -> Page:
    from lianbing_desktop.gui.plan.view import PlanView

    return PlanView(desk.campaigns, desk.plans, frame)


_BUILDERS: dict[str, Callable[[Desk, Frame], Page]] = {
    "today": _today,
    "calendar": _calendar,
    "tasks": _tasks,
    "submissions": _submissions,
    "forms": _forms,
    "units": _units,
    "reports": _reports,
    "package": _package,
    "settings": _settings,
    "plan": _plan,
}
