"""A picture of every page and dialog, filled with the 2017 campaign as of 20 October, light and dark.

``python tests/support/screens.py DIR``; fails where no Chinese font is there, since every character were a box.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import docx
from PySide6.QtCore import QLoggingCategory, QTimer
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMenu, QMessageBox, QScrollArea, QWidget

from lianbing_desktop.app import open_desk
from lianbing_desktop.domain.burning import Drive
from lianbing_desktop.domain.clockguard import ClockGuard, judge
from lianbing_desktop.domain.quota import count_quotas
from lianbing_desktop.domain.refusal import GAPS
from lianbing_desktop.domain.reminder import ItemKind, due_items
from lianbing_desktop.domain.submission import State, Submission
from lianbing_desktop.gui import crash
from lianbing_desktop.gui.application import make_application
from lianbing_desktop.gui.mainwindow import MainWindow
from lianbing_desktop.gui.package.view import PackageView
from lianbing_desktop.gui.paper import preview
from lianbing_desktop.gui.plan.view import PlanView
from lianbing_desktop.gui.returned.collect_dialog import CollectDialog
from lianbing_desktop.gui.style import Style
from lianbing_desktop.gui.widgets.job_bar import JobBar
from lianbing_desktop.services.absence import absence
from lianbing_desktop.services.desk import Desk
from lianbing_desktop.services.liaison_lists import read_list
from lianbing_desktop.services.settings import OFFICER
from lianbing_desktop.services.specimens import docx as docx_specimen
from lianbing_desktop.services.trial import fill
from tests.support.desk import unit_id
from tests.support.liaisons import returned_list
from tests.support.returning import DISPATCH, LIAISON, merge, without_id
from tests.support.returning import fill as fill_form

TODAY = date(2017, 10, 20)
SIZE, SMALL, LARGE = (1280, 800), (1024, 640), (1600, 1000)
PAGES = ("today", "calendar", "tasks", "submissions", "forms", "units", "reports", "package", "settings")
COUNTY = "张家港市环保局"
SEED_WORD = Path(__file__).parent / "seed" / "附件2-任务分解表.docx"
DOUBTFUL = """2017年安全生产大检查任务分解表
序号\t工作任务\t责任单位\t完成时限
1\t制定检查方案，报送市局办公室\t法规处\t6月30日前
2\t报送检查进展情况，每次不少于1篇\t监察支队、各市、区环保局\t每周五
3\t开展自查自纠\t\t7月至9月
4\t对发现的问题建立台账，长期坚持\t监察支队\t
5\t报送检查工作总结\t局法规处\t11月20日前
注：联系人王某，电话0512-12345678。
"""


class Camera:
    """Takes numbered pictures of one window in one scheme."""

    def __init__(self, window: MainWindow, scheme: str, to: Path) -> None:
        self.window, self.scheme, self._to = window, scheme, to
        self._number = 0

    def take(self, name: str, widget: QWidget | None = None) -> None:
        """Save what a widget, or the whole window, shows now."""
        rest()
        self._number += 1
        path = self._to / f"{self._number:02d}-{name}-{self.scheme}.png"
        assert (widget or self.window).grab().save(str(path)), path
        print(path.name)

    def dialog(self, name: str, ask: Callable[[], object]) -> None:
        """Open a dialog, save it and close it again."""
        before = shown()
        ask()
        rest()
        (dialog,) = [each for each in shown() if each not in before]
        self.take(name, dialog)
        dialog.reject()
        rest()

    def box(self, name: str, ask: Callable[[], object]) -> None:
        """Save a message box that blocks until it is answered."""

        def look() -> None:
            box = QApplication.activeModalWidget()
            if isinstance(box, QMessageBox):
                self.take(name, box)
                box.done(0)
            else:
                QTimer.singleShot(50, look)

        QTimer.singleShot(50, look)
        ask()


def shown() -> list[QDialog]:
    """Return the dialogs on the screen, the window of reminders among them."""
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]


def rest(seconds: float = 0.25) -> None:
    """Let the window do what is pending."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QApplication.processEvents()


def press(within: QWidget, words: str) -> None:
    """Press the button that says so."""
    for button in within.findChildren(QAbstractButton):
        if button.isVisible() and button.isEnabled() and button.text().split("  ")[0] == words:
            button.click()
            rest()
            return
    raise LookupError(f"no button “{words}”")


def one(desk: Desk, requirement: str, unit: str = "", state: State | None = None) -> Submission:
    """Return the first submission of that requirement, unit and state."""
    for each in desk.submissions.all():
        if requirement in each.requirement and unit in each.unit and state in (None, each.state):
            return each
    raise LookupError(f"{requirement} {unit} {state}")


def show_all(camera: Camera, desk: Desk, made: Path) -> None:
    """Take every page, pane and dialog."""
    window = camera.window
    show_today(camera)
    show_calendar(camera)
    show_tasks(camera, desk)
    show_submissions(camera, desk)
    show_forms(camera, made.parent)
    show_units(camera, desk, made.parent)
    show_reports(camera, made.parent)
    show_package(camera, made)
    show_settings(camera)
    show_plan(camera, made.parent)
    show_health(camera)
    show_reminders(camera, desk)
    show_lead_plans(camera, desk)
    show_absence(camera, desk)
    show_frame(camera, window)


def show_today(camera: Camera) -> None:
    page = camera.window.page("today")
    camera.window._toast.hide()
    camera.take("today")
    overdue = page._overdue.list
    rows = [overdue.lines.index(row) for row in range(overdue.lines.rowCount())]
    groups = [index for index in rows if overdue.lines.line(index).children]
    if groups:
        overdue.lines.toggle(groups[0])
        camera.take("today-group-opened")
        overdue.lines.toggle(groups[0])


def show_calendar(camera: Camera) -> None:
    page = camera.window.page("calendar")
    page.show_item("day", TODAY.toordinal())
    camera.take("calendar")
    page.show_item("day", date(2017, 10, 25).toordinal())
    camera.take("calendar-day")
    page.show_item("day", date(2017, 6, 5).toordinal())
    camera.take("calendar-june")
    page.show_item("day", TODAY.toordinal())


def show_tasks(camera: Camera, desk: Desk) -> None:
    page = camera.window.page("tasks")
    camera.take("tasks")
    page.show_item("task", next(line.task.id for line in desk.tasks.all() if "简讯" in line.task.text))
    camera.take("tasks-detail")
    camera.dialog("task-dialog", page._edit_current)
    page._chosen_by.text.setText("没有这样的任务")
    camera.take("tasks-nothing-found")
    page._chosen_by.text.clear()
    page.close_detail()


def show_submissions(camera: Camera, desk: Desk) -> None:
    page = camera.window.page("submissions")
    page.board.choose_node("all:")
    page.close_detail()
    camera.take("submissions")
    page.show_item("submission", one(desk, "工作简讯（各市、区）", COUNTY).id)
    page.close_detail()
    press(page, "矩阵")
    camera.take("submissions-matrix")
    press(page, "列表")
    for state in State:
        found = [each for each in desk.submissions.all() if each.state is state]
        if found:
            page.show_item("submission", found[-1].id)
            camera.take(f"submissions-detail-{state.name.lower().replace('_', '-')}")
    open_piece = one(desk, "活动总结（各市、区）", state=State.OPEN)
    page.show_item("submission", open_piece.id)
    camera.dialog("receive-dialog", page._on_receive_asked)
    camera.dialog("not-needed-dialog", lambda: page._handling.ask(page.board.lines(), State.NOT_NEEDED))
    camera.dialog("missing-dialog", lambda: press(page, "还缺什么"))
    camera.dialog("entry-dialog", lambda: press(page, "登记一件"))
    page.close_detail()
    page._text.setText("没有这样的报送件")
    camera.take("submissions-nothing-found")
    page._text.clear()


def show_forms(camera: Camera, folder: Path) -> None:
    page = camera.window.page("forms")
    to = folder / f"下发{camera.scheme}"
    shutil.rmtree(to, ignore_errors=True)
    page.issue(to)
    while page.bar.is_running:
        rest(0.1)
    camera.window._toast.hide()
    kunshan = fill_form(to / "昆山市环保局_联络员名单.xlsx", LIAISON)
    twice = merge(fill_form(to / "太仓市环保局_联络员名单.xlsx", LIAISON, LIAISON), "B5:B6")
    without_id(fill_form(to / "常熟市环保局_联络员名单.xlsx", LIAISON), to / "常熟市环保局回传.xlsx")
    page.collect([kunshan, twice, to / "常熟市环保局回传.xlsx"])
    while not page.findChildren(CollectDialog):
        rest(0.1)
    dialog = page.findChildren(CollectDialog)[-1]
    camera.take("collect-dialog", dialog)
    dialog.submit()
    while page.bar.is_running:
        rest(0.1)
    page.table.selectRow([page.lines.line(row).returned is None for row in range(10)].index(False))
    page._on_opened(page.table.currentIndex())
    rest()
    camera.take("forms")
    page.close_detail()
    page._which.pick("dispatch")
    page.issue(to / "月调度")
    while page.bar.is_running:
        rest(0.1)
    for path in sorted((to / "月调度").glob("*.xlsx"))[:9]:
        fill_form(path, DISPATCH)
    page.collect([to / "月调度"])
    while page.bar.is_running:
        rest(0.1)
    rest()
    page.findChildren(CollectDialog)[-1].submit()
    while page.bar.is_running:
        rest(0.1)
    camera.window._toast.hide()
    camera.take("forms-monthly")
    camera.dialog("forms-join", page._joining.ask)


def show_units(camera: Camera, desk: Desk, folder: Path) -> None:
    page = camera.window.page("units")
    page.show_item("unit", unit_id(desk, "kunshan"))
    camera.take("units")
    scroll = page.detail.findChild(QScrollArea)
    scroll.verticalScrollBar().setValue(scroll.verticalScrollBar().maximum() // 2)
    camera.take("units-below")
    page.show_item("unit", unit_id(desk, "xiangcheng"))
    camera.take("units-lacking")
    handling = page._handling
    camera.dialog("liaison-dialog", lambda: handling.add(unit_id(desk, "xiangcheng")))
    camera.dialog("liaison-change", lambda: handling.acts().edit(desk.units.liaisons()[0].id))
    camera.dialog("unit-name-dialog", lambda: handling.acts().rename(unit_id(desk, "kunshan")))
    camera.dialog("contact-dialog", handling.edit_group)
    received = read_list(liaison_list(folder))
    camera.dialog("liaison-list", lambda: handling.preview(received))
    page._text.setText("没有这样的单位")
    camera.take("units-nothing-found")
    page._text.clear()


def liaison_list(folder: Path) -> Path:
    """Return a list as counties send it back: a new number, a new person, a strange unit, no name, a row twice."""
    folder.mkdir(parents=True, exist_ok=True)
    return returned_list(
        folder / "联络员名单（汇总）.xlsx",
        ("姓名", "单位", "职务", "办公电话", "手机", "身份证号"),
        ("张样本", "张家港市环保局", "样本科员", "0512-00000001", 13900000001, None),
        ("何样本", "苏州市相城区环境保护局", "样本科长", "51200000040", 13800000040, None),
        ("吕样本", "常熟市环保局", "样本科长", "0512-00000041", 13800000041, 320500199001011234),
        ("施样本", "太湖度假区", "", "", 13800000042, None),
        (None, "太仓市环保局", "", "", 13800000043, None),
        ("何样本", "苏州市相城区环境保护局", "", "", 13800000040, None),
    )


def show_reports(camera: Camera, folder: Path) -> None:
    page = camera.window.page("reports")
    camera.take("reports")
    page.choose("self-report")
    folder.mkdir(parents=True, exist_ok=True)
    page.make(folder / "自评报告.docx")
    while page.bar.is_running:
        rest(0.1)
    camera.window._toast.hide()
    camera.take("reports-made")
    page.choose("collective")
    camera.take("reports-unit")
    page.choose("scheme")


def show_package(camera: Camera, made: Path) -> None:
    page = camera.window.page("package")
    leave_gap(page, made.parent)
    wait_for(page._check.bar)
    camera.take("package")
    scroll = next(each for each in page.findChildren(QScrollArea) if each.isAncestorOf(page._make))
    bar = scroll.verticalScrollBar()
    shutil.rmtree(made.parent, ignore_errors=True)
    bar.setValue(page._check.y() - 16)
    rest()
    finding = next(each for each in page._check._findings if each.rule == GAPS.number)
    page._check.table.selectRow(page._check._findings.index(finding))
    camera.take("package-check")
    camera.dialog("override-dialog", page._check.override.click)
    page._choice.short_asked.emit()
    page._packages.override(finding, "原件只有纸质，已另行送达")
    page._make.folder.setText(str(made))
    page._make._follow(str(made))
    page._make.media.setCurrentIndex(1)
    page._make.make.click()
    wait_for(page._make.bar)
    image = made.with_name(f"{made.name}.iso")
    if shutil.which("xorriso"):
        disc = made.with_name(f"光盘-{camera.scheme}")
        page._burn.show_drives([Drive(f"stdio:{disc}", "试验用刻录机")])
        page._burn.burn.click()
        wait_for(page._burn.bar)
        page._burn.records.selectRow(0)
    page._verify.verify(damaged(image))
    wait_for(page._verify.bar)
    camera.window._toast.hide()
    rest()
    bar.setValue(page._make.y() - 16)
    camera.take("package-made")
    bar.setValue(bar.maximum())
    camera.take("package-burnt")
    bar.setValue(0)


def leave_gap(page: PackageView, folder: Path) -> None:
    """Receive a summary with a gap in it, or take back the reason that let it pass."""
    passed = [each for each in page._check._findings if each.reason]
    for finding in passed:
        page._packages.withdraw(finding)
    if not passed:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / "活动总结（未填完）.docx"
        path.write_bytes(docx_specimen(["共查处【待填：件数】件"]))
        page._submissions.receive(one_of(page, "太仓").id, [path])


def one_of(page: PackageView, unit: str) -> Submission:
    """Return the summary of a county."""
    return next(each for each in page._submissions.all() if "活动总结（各" in each.title and unit in each.unit)


def wait_for(bar: JobBar) -> None:
    """Wait until a job is through."""
    rest()
    while bar.is_running:
        rest(0.1)
    rest()


def damaged(image: Path) -> Path:
    """Turn one byte in the middle of a file over."""
    data = bytearray(image.read_bytes())
    data[len(data) * 2 // 3] ^= 255
    image.write_bytes(data)
    return image


def show_settings(camera: Camera) -> None:
    page = camera.window.page("settings")
    camera.take("settings")
    scroll = next(each for each in page.findChildren(QScrollArea) if each.isAncestorOf(page._ui.about))
    scroll.verticalScrollBar().setValue(scroll.verticalScrollBar().maximum())
    camera.take("settings-below")
    scroll.verticalScrollBar().setValue(0)
    ui = page._ui
    ui.quiet.setText("12:00-25:30")
    ui.quiet.editingFinished.emit()
    ui.try_messages.click()
    rest(0.5)
    camera.take("settings-reminders-tried")
    ui.quiet.setText("")
    ui.quiet.editingFinished.emit()


def show_health(camera: Camera) -> None:
    """Take what the window says when reminding breaks, and when it goes on again."""
    window = camera.window
    window.page("today")
    dog = window._watch._watchdog
    for _ in range(3):
        dog.failed("读写数据文件出错，刚才的内容没有保存。请检查磁盘空间和磁盘是否正常，再试一次。")
    camera.take("reminding-broken")
    dog.passed()
    camera.take("reminding-restored")
    dog.settle()
    window._frame.memory.keep("weekly/told", "2017-10-09")
    window._watch._turn_week()
    camera.take("weekly-offered")
    window._watch._see_week("2017-10-16", False)
    window._leaving._ask()
    rest()
    box = window._leaving._box
    assert box is not None
    camera.take("closing-asked", box)
    box.reject()
    rest()


def show_reminders(camera: Camera, desk: Desk) -> None:
    """Take the reminder window with its menus, empty too."""
    window = camera.window
    window._bell.click()
    dialog = window._watch._window
    assert dialog
    camera.take("reminders", dialog)
    dialog.choose_later()
    camera.take("reminders-later", dialog._menu)
    dialog._menu.hide()
    camera.dialog("snooze-dialog", dialog._on_moment_asked)
    dialog.list.customContextMenuRequested.emit(dialog.list.visualRect(dialog.list.currentIndex()).center())
    menu = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu) and each.isVisible())
    camera.take("reminders-menu", menu)
    menu.hide()
    camera.dialog("reminders-all-asked", dialog.all_seen.click)
    dialog._on_progressed(40, 137)
    camera.take("reminders-being-written", dialog)
    dialog._on_ended()
    dialog.put_off(dialog._reminders.snooze_choices()[2][1])
    camera.take("reminders-put-off", dialog)
    dialog._toast._button.click()
    rest()
    dialog.list.selectAll()
    dialog.seen.click()
    rest(1)
    camera.take("reminders-none", dialog)
    dialog._toast._button.click()
    rest(1)
    dialog.reject()


def show_lead_plans(camera: Camera, desk: Desk) -> None:
    """Take 提醒时间 for the campaign, a quota and a task, and what it asks of unsaved changes."""
    window = camera.window
    camera.dialog("lead-plans", window.plan_leads)
    quota = next(item for item in desk.reminders.items() if item.kind is ItemKind.QUOTA)
    camera.dialog("lead-plans-item", lambda: window.plan_leads(quota.key))
    one_owed = one(desk, "工作简讯（各市、区）", state=State.OPEN)
    camera.dialog("lead-plans-task", lambda: window.plan_leads(f"task:{one_owed.task_id}"))
    before = shown()
    window.plan_leads()
    (plan,) = [each for each in shown() if each not in before]
    plan.form.after.click()
    plan.reject()
    camera.take("lead-plans-unsaved", plan)
    camera.dialog("lead-plans-asked", lambda: plan.form.scope.setCurrentIndex(1))
    plan.done(0)


def show_absence(camera: Camera, desk: Desk) -> None:
    """Take the sheet of an absence and the banner of a doubtful clock."""
    window = camera.window
    now = datetime(2017, 10, 20, 8, 45)
    since = now - timedelta(days=21)
    starts = {task.key: task.start_on for task in desk.tasks.rows()}
    quotas = count_quotas(desk.submissions.requirements(), desk.submissions.all(), starts)
    items = due_items(now, desk.reminders.items(), desk.holidays.steady())
    window._watch._away = absence(since, now, items, quotas)
    camera.dialog("absence", window._watch._show_absence)
    window._watch._show_clock(judge(now, ClockGuard(since, since)))
    camera.take("clock-doubtful")
    window._watch._show_clock(judge(now, None))


def show_plan(camera: Camera, folder: Path) -> None:
    page = camera.window.page("plan")
    camera.take("plan-choose")
    page.choose.paste.setPlainText(DOUBTFUL)
    read_plan(page, lambda: page.choose.read.click())
    camera.take("plan-doubtful")
    page.review._select(page.review.model.row_of(page.draft.ids[0]))
    camera.dialog("plan-task-dialog", page.review._on_edit_asked)
    page._on_again_asked()
    read_plan(page, lambda: page.read_file(SEED_WORD))
    page.review._select(page.review.model.row_of(page.draft.ids[14]))
    camera.take("plan-review")
    page._on_again_asked()
    read_plan(page, lambda: page.read_file(revised_table(folder)))
    camera.dialog("plan-revision-dialog", lambda: compare(page))
    page._on_again_asked()


def compare(page: PlanView) -> None:
    """Have a table compared and wait for it."""
    page._on_confirmed()
    while page._bar.is_running:
        rest(0.1)


def read_plan(page: PlanView, ask: Callable[[], object]) -> None:
    """Have a table read and wait for it."""
    ask()
    while page.draft is None:
        rest(0.1)
    rest()


def revised_table(folder: Path) -> Path:
    """Return the seed's table as the province might revise it."""
    document = docx.Document(str(SEED_WORD))
    document.tables[0].rows[1].cells[0].text = "6月4日前"
    document.tables[0].rows[7].cells[1].text = "10月15日前，各市、区环保局报送整改台账"
    text = document.tables[1].rows[9].cells[1].text
    document.tables[1].rows[9].cells[1].text = text.replace("10月25日前，", "10月20日前，")
    folder.mkdir(parents=True, exist_ok=True)
    document.save(str(folder / "修订后的任务分解表.docx"))
    return folder / "修订后的任务分解表.docx"


def show_frame(camera: Camera, window: MainWindow) -> None:
    window.page("today")
    window._search.setFocus()
    window._search.setText("zjg")
    camera.take("search")
    window._search.clear()
    window.frame.say("已收下 1 个文件", lambda: None)
    camera.take("undo")
    window._toast.hide()
    menu: QMenu = window._campaign.menu()
    menu.popup(window._campaign.mapToGlobal(window._campaign.rect().bottomLeft()))
    camera.take("campaign-menu", menu)
    menu.hide()
    camera.dialog("keys", window._show_keys)
    camera.box("sentence", lambda: window.open_thing("submission", 999_999))
    camera.box("crash", lambda: crash.show(KeyError("试验用的差错"), window))


def show_paper(desk: Desk, window: MainWindow, to: Path) -> None:
    """Take the print previews; paper is white in either scheme."""
    sheets = {
        "print-plan": [desk.documents.annex()],
        "print-checklist": [desk.documents.checklist(COUNTY)],
        "print-month": list(window.page("calendar")._sheets()),
    }
    for name, sheet in sheets.items():
        dialog = preview(sheet, window)
        rest(0.6)
        assert dialog.grab().save(str(to / f"{name}.png"))
        print(f"{name}.png")
        dialog.reject()
        rest()


def show_documents(desk: Desk, to: Path) -> None:
    """Take the pages of every official document, as LibreOffice lays them out with the fonts there are."""
    office, pages = shutil.which("soffice"), shutil.which("pdftoppm")
    if not office or not pages:
        print("没有 LibreOffice 或 poppler，公文的页面没有截图。", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory(prefix="documents-") as temporary:
        folder = Path(temporary)
        for offer in desk.reports.offers():
            desk.reports.export(offer.name, folder / f"{offer.name}.docx", COUNTY if offer.is_for_unit else "")
        files = sorted(map(str, folder.glob("*.docx")))
        profile = f"-env:UserInstallation=file://{folder / 'profile'}"
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "timeout": 600}
        command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", temporary, *files]
        subprocess.run(command, check=True, **quiet)
        for pdf in sorted(folder.glob("*.pdf")):
            subprocess.run([pages, "-r", "60", "-png", str(pdf), str(to / f"document-{pdf.stem}")], check=True, **quiet)
            print(f"document-{pdf.stem}-*.png")


def show_empty(style: Style, scheme: str, folder: Path, to: Path) -> None:
    """Take the pages before the first campaign, and of a campaign just started."""
    shutil.rmtree(folder, ignore_errors=True)
    desk = open_desk(folder, TODAY)
    window = opened(desk, style)
    for page in PAGES[:-1]:
        window.page(page)
        rest(0.6)
        name = "first-run" if page == "today" else f"empty-{page}"
        assert window.grab().save(str(to / f"{name}-{scheme}.png"))
        print(f"{name}-{scheme}.png")
    window.page("today")
    desk.campaigns.start("suzhou-2017")
    for page in ("today", "package"):
        window.page(page)
        rest()
        assert window.grab().save(str(to / f"fresh-{page}-{scheme}.png"))
        print(f"fresh-{page}-{scheme}.png")
    window.close()
    desk.close()


def show_sizes(window: MainWindow, to: Path) -> None:
    """Take the main pages in the smallest size and in a large one."""
    for width, height in (SMALL, LARGE):
        window.resize(width, height)
        for page in PAGES:
            window.page(page)
            rest()
            path = to / f"{page}-{width}x{height}.png"
            assert window.grab().save(str(path))
            print(path.name)


def opened(desk: Desk, style: Style) -> MainWindow:
    window = MainWindow(desk, style)
    window.resize(*SIZE)
    window.show()
    rest(1.2)  # the reminders come after the first paint
    window._toast.hide()
    return window


def filled(folder: Path) -> Desk:
    desk = open_desk(folder / "练兵台数据", TODAY)
    desk.campaigns.start("suzhou-2017")
    fill(desk, folder / "来件")
    desk.settings.put(OFFICER, "王联络")
    return desk


def main(to: Path) -> int:
    """Take all pictures; 1 where no Chinese font is there."""
    application = make_application()
    if not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        print("没有中文字体，截图里的汉字都会是方框。Debian 上请安装：apt-get install fonts-noto-cjk", file=sys.stderr)
        return 1
    QLoggingCategory.setFilterRules("qt.qpa.*=false")
    to.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="screens-") as temporary:
        folder = Path(temporary)
        os.environ["HOME"] = str(folder)
        desk = filled(folder)
        style = Style(application, "light")
        for scheme in ("light", "dark"):
            style.choose(scheme)
            window = opened(desk, style)
            show_all(Camera(window, scheme, to), desk, folder / "移交" / "2017年大练兵材料")
            if scheme == "light":
                show_paper(desk, window, to)
                show_documents(desk, to)
                show_sizes(window, to)
            window.close()
            show_empty(style, scheme, folder / "新", to)
        desk.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
