"""The reminder window, the sheet 您离开期间, the clock's banner and the lead plans, typed and clicked by an officer."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from time import thread_time

import pytest
from PySide6.QtCore import QDate, QItemSelectionModel, Qt, QTime
from PySide6.QtWidgets import QApplication, QDateTimeEdit, QMenu, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lianbing_desktop.app import open_desk
from lianbing_desktop.domain.lead import DEFAULT_PLAN, QUOTA_LEAD, Lead
from lianbing_desktop.domain.reminder import Item, ItemKind, ReminderLine
from lianbing_desktop.domain.submission import State
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.mainwindow import MainWindow
from lianbing_desktop.gui.paper.preview import PaperPreview
from lianbing_desktop.gui.reminders import doing, portions
from lianbing_desktop.gui.reminders.absence_dialog import AbsenceDialog
from lianbing_desktop.gui.reminders.lead_plan_dialog import LeadPlanDialog
from lianbing_desktop.gui.reminders.lead_scopes import Scopes
from lianbing_desktop.gui.reminders.rows import badge_of, heading, next_words, rows_of
from lianbing_desktop.gui.reminders.snooze_dialog import SnoozeDialog
from lianbing_desktop.gui.reminders.window import ReminderWindow
from lianbing_desktop.gui.style import Style
from lianbing_desktop.gui.submissions.entry_dialog import EntryDialog
from lianbing_desktop.gui.tasks.dialog import TaskDialog
from lianbing_desktop.services.desk import Desk
from lianbing_desktop.services.lead_plans import PlanScope, SetPlan, kind_of
from lianbing_desktop.services.reminders import Undo
from tests.support.windows import look, looked, tidied

LEFT, CTRL, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TODAY = date(2017, 10, 20)


@pytest.fixture
def settled(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window after its first paint, its watch running."""
    qtbot.waitUntil(lambda: "上次检查" in window._status._reminders.text(), timeout=10_000)
    looked(window)
    return window


@pytest.fixture
def reminders(settled: MainWindow, qtbot: QtBot) -> ReminderWindow:
    """The reminder window, opened by the bell."""
    qtbot.mouseClick(settled._bell, LEFT)
    dialog = settled._watch._window
    assert dialog
    assert dialog.isVisible()
    return dialog


def shown(kind: type[QWidget]) -> list[QWidget]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]


def answer(words: str, qtbot: QtBot) -> str:
    """Press a button of the question on the screen; return what it asked."""
    box = next(iter(shown(QMessageBox)))
    assert isinstance(box, QMessageBox)
    asked = f"{box.text()} {box.informativeText()}"
    qtbot.mouseClick(next(each for each in box.buttons() if each.text() == words), LEFT)
    return asked


def line(number: int, due_on: date, lead: int = 1, title: str = "") -> ReminderLine:
    title = title or f"第{number}号材料"
    item = Item(ItemKind.TASK, str(number), title, "某县环保局", due_on, DEFAULT_PLAN, ("task", 1))
    made = Lead(lead)
    key = f"{item.key}:{due_on}:{made.code}"
    return ReminderLine(item, made, datetime.combine(due_on, datetime.min.time()), (key,))


def test_lines_stand_under_their_due_day_the_oldest_first() -> None:
    lines = [line(1, date(2017, 10, 15), -5), line(2, TODAY, 0), line(3, TODAY, 0), line(4, date(2017, 10, 25))]
    assert [row.words for row in rows_of(lines, TODAY) if not row.line] == [
        "逾期 · 10月15日 周日", "今天 · 10月20日 周五", "还有 5 天 · 10月25日 周三",
    ]  # fmt: skip
    assert [row.line for row in rows_of(lines, TODAY) if row.line] == lines
    assert heading(date(2016, 12, 31), TODAY) == "逾期 · 2016年12月31日 周六"
    assert next_words([(date(2017, 10, 1), "甲"), (date(2017, 10, 25), "乙")], TODAY).endswith("10月25日 周三：乙")
    assert "没有" in next_words([(date(2017, 10, 1), "甲")], TODAY)


def test_by_keyboard_alone(settled: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    settled.page("tasks").setFocus()
    before = QApplication.focusWidget()
    count = len(desk.reminders.pending())
    assert count > 3
    qtbot.keyClick(settled, Qt.Key.Key_R, CTRL)
    dialog = settled._watch._window
    assert dialog
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.list)
    assert len(dialog.list.chosen()) == 1
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert len(desk.reminders.pending()) == count - 1
    assert len(dialog.list.chosen()) == 1, "the next line took its place"
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down, SHIFT)
    assert len(dialog.list.chosen()) == 2
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert len(desk.reminders.pending()) == count - 3
    qtbot.waitUntil(lambda: settled._bell.text() == f"提醒 {count - 3}")
    qtbot.keyClick(dialog.list, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is before)
    qtbot.keyClick(settled, Qt.Key.Key_R, CTRL)
    assert dialog.isVisible()
    qtbot.keyClick(dialog.list, Qt.Key.Key_R, CTRL)
    assert not dialog.isVisible()


def test_headings_are_passed_over(reminders: ReminderWindow, qtbot: QtBot) -> None:
    rows = reminders.list.lines.rows
    assert sum(row.line is None for row in rows) > 1
    seen = []
    for _ in rows:
        seen += [each.item.key for each in reminders.list.chosen()]
        qtbot.keyClick(reminders.list, Qt.Key.Key_Down)
    assert list(dict.fromkeys(seen)) == [row.line.item.key for row in rows if row.line]


def test_seen_can_be_taken_back(reminders: ReminderWindow, desk: Desk, qtbot: QtBot) -> None:
    before = desk.reminders.pending()
    qtbot.mouseClick(reminders.seen, LEFT)
    assert len(desk.reminders.pending()) == len(before) - 1
    qtbot.mouseClick(reminders._toast._button, LEFT)
    assert desk.reminders.pending() == before
    assert [row.line for row in reminders.list.lines.rows if row.line] == before


@pytest.mark.qt_log_ignore("grabbing the keyboard")
def test_what_was_put_off_can_be_taken_back(reminders: ReminderWindow, desk: Desk, qtbot: QtBot) -> None:
    before = desk.reminders.pending()
    choices = desk.reminders.snooze_choices()
    assert f"{choices[-1][1]:%m-%d %H:%M}" == "10-21 09:00"
    for _, until in choices:
        reminders.list.selectAll()
        reminders.put_off(until, past_deadline_allowed=True)
        qtbot.waitUntil(lambda: not reminders._doing.portions.is_running)
        hour = f"{until.hour}:{until.minute:02d}"  # the trial day's clock runs: after 23:00 an hour later is tomorrow
        later = hour if until.date() == TODAY else f"10月21日 周六 {hour}"
        assert desk.reminders.pending() == []
        assert reminders._toast._text.text() == f"{len(before)} 条提醒推迟到 {later}"
        qtbot.mouseClick(reminders._toast._button, LEFT)
        qtbot.waitUntil(lambda: not reminders._doing.portions.is_running)
        assert desk.reminders.pending() == before
    actions = [row["action"] for row in desk.submissions._journal.newest(100)]
    assert min(actions.count("撤销稍后"), actions.count("稍后提醒")) >= 3


def test_all_are_seen_only_after_asking(reminders: ReminderWindow, desk: Desk, qtbot: QtBot) -> None:
    count = len(desk.reminders.pending())
    qtbot.mouseClick(reminders.all_seen, LEFT)
    assert f"{count} 条" in answer("取消", qtbot)
    assert len(desk.reminders.pending()) == count
    qtbot.mouseClick(reminders.all_seen, LEFT)
    answer("全部知道了", qtbot)
    qtbot.waitUntil(lambda: desk.reminders.pending() == [])
    qtbot.waitUntil(lambda: not reminders.list.isVisible())
    assert "下一个截止日是" in reminders._nothing._sentence.text()
    assert reminders.focusWidget() is reminders.shut


def test_enter_and_a_double_click_lead_to_the_thing(
    settled: MainWindow, reminders: ReminderWindow, qtbot: QtBot
) -> None:
    first = reminders.list.chosen()[0]
    qtbot.keyClick(reminders.list, Qt.Key.Key_Return)
    assert not reminders.isVisible()
    page = settled._stack.currentWidget()
    assert page is settled._pages[settled._current()]
    assert first.target[0] in ("submission", "task")
    assert settled._current() == {"submission": 3, "task": 2}[first.target[0]]
    settled.page("today")
    qtbot.mouseClick(settled._bell, LEFT)
    place = reminders.list.visualRect(reminders.list.currentIndex()).center()
    qtbot.mouseClick(reminders.list.viewport(), LEFT, pos=place)
    qtbot.mouseDClick(reminders.list.viewport(), LEFT, pos=place)
    assert settled._current() == {"submission": 3, "task": 2}[first.target[0]]


@pytest.mark.qt_log_ignore("grabbing the keyboard")
def test_put_off_by_the_menu(reminders: ReminderWindow, desk: Desk, qtbot: QtBot) -> None:
    before = desk.reminders.pending()
    first = reminders.list.chosen()[0]
    qtbot.mouseClick(reminders.later, LEFT)
    assert [each.text() for each in reminders._menu.actions()] == ["10 分钟", "1 小时", "明早 9:00", "指定时间…"]
    qtbot.keyClick(reminders._menu, Qt.Key.Key_Down)
    qtbot.keyClick(reminders._menu, Qt.Key.Key_Return)
    assert [each for each in desk.reminders.pending() if each.item.key == first.item.key] == []
    assert len(desk.reminders.pending()) == len(before) - 1


def test_past_the_deadline_only_after_asking(reminders: ReminderWindow, desk: Desk, qtbot: QtBot) -> None:
    coming = next(n for n, row in enumerate(reminders.list.lines.rows) if row.line and row.line.due_on > TODAY)
    reminders.list.setCurrentIndex(reminders.list.lines.index(coming))
    chosen = reminders.list.chosen()[0]

    def pending() -> set[str]:
        return {each.item.key for each in desk.reminders.pending()}

    def put_off() -> None:
        reminders._on_moment_asked()
        dialog = shown(SnoozeDialog)[-1]
        assert isinstance(dialog, SnoozeDialog)
        late = chosen.due_on + timedelta(days=2)
        dialog.form.on.setDate(QDate(late.year, late.month, late.day))
        dialog.form.at.setTime(QTime(8, 30))
        qtbot.keyClick(dialog.form.at, Qt.Key.Key_Return, CTRL)

    put_off()
    assert "截止日" in answer("取消", qtbot)
    assert chosen.item.key in pending()
    put_off()
    assert "仍要推迟到截止日之后吗" in answer("仍要推迟", qtbot)
    assert chosen.item.key not in pending()


def test_a_moment_gone_by_is_told_in_the_dialog(reminders: ReminderWindow, desk: Desk, qtbot: QtBot) -> None:
    count = len(desk.reminders.pending())
    reminders._on_moment_asked()
    dialog = shown(SnoozeDialog)[-1]
    assert isinstance(dialog, SnoozeDialog)
    dialog.form.on.setDate(QDate(2017, 10, 20))
    dialog.form.at.setTime(QTime(0, 0))
    assert dialog.sure
    qtbot.mouseClick(dialog.sure, LEFT)
    assert "已经过了" in dialog.form.error.text()
    assert dialog.isVisible()
    assert len(desk.reminders.pending()) == count
    dialog.reject()


def test_a_day_can_be_typed_digit_by_digit(reminders: ReminderWindow, qtbot: QtBot) -> None:
    reminders._on_moment_asked()
    dialog = shown(SnoozeDialog)[-1]
    assert isinstance(dialog, SnoozeDialog)
    dialog.form.on.setFocus()
    dialog.form.on.setSelectedSection(QDateTimeEdit.Section.YearSection)
    qtbot.keyClicks(dialog.form.on, "20171027")
    assert dialog.form.on.text() == "2017年10月27日"
    assert dialog.until == datetime(2017, 10, 27, 9, 0)
    dialog.reject()


def test_what_stands_on_the_screen_counts_as_shown(
    settled: MainWindow, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[ReminderLine] = []
    show = desk.reminders.show
    monkeypatch.setattr(desk.reminders, "show", lambda lines: (told.extend(lines), show(lines)))
    qtbot.wait(400)
    assert told == [], "nothing before the window is open"
    qtbot.mouseClick(settled._bell, LEFT)
    dialog = settled._watch._window
    assert dialog
    qtbot.waitUntil(lambda: bool(told), timeout=2_000)
    assert told[0] == desk.reminders.pending()[0]


@pytest.mark.parametrize("count", [100, 5_000])
def test_many_lines_do_not_stall(reminders: ReminderWindow, count: int, qtbot: QtBot) -> None:
    lines = [line(number, TODAY + timedelta(days=number // 100 - 25)) for number in range(count)]
    reminders._reminders = Still(reminders._reminders)  # type: ignore[assignment]
    took = []
    for act in (
        lambda: reminders.refresh(lines), reminders.list.scrollToBottom, lambda: reminders.refresh(lines[1:]),
        reminders.list.selectAll, lambda: reminders.refresh(lines[2:]),
    ):  # fmt: skip
        with tidied():
            start = thread_time()
            act()
            QApplication.processEvents()
            took.append(round((thread_time() - start) * 1000))
    print(count, took)
    assert max(took) < 250, took  # of this thread alone; 50 ms on an idle machine, the limit allows for a busy one
    assert len(reminders.list.chosen()) == count - 2


def test_very_many_are_written_in_portions_and_can_be_stopped(
    reminders: ReminderWindow, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(portions, "PATIENCE", 0)
    monkeypatch.setattr(doing, "LINES", 10)
    before, run = desk.reminders.pending(), reminders._doing.portions
    assert len(before) > 40
    reminders._doing.acknowledge(before)
    assert run.is_running
    assert reminders._strip.isVisible()
    assert not any(each.isEnabled() for each in (reminders.list, reminders.seen, reminders.all_seen, reminders.later))
    qtbot.waitUntil(lambda: len(desk.reminders.pending()) <= len(before) - 20)
    qtbot.keyClick(reminders._strip.stop, Qt.Key.Key_Space)
    left = len(desk.reminders.pending())
    assert not run.is_running
    assert 0 < left < len(before) - 10
    assert not reminders._strip.isVisible()
    assert reminders._toast._text.text() == f"{len(before) - left} 条提醒已记为知道了，其余 {left} 条没有动"
    assert len([row for row in reminders.list.lines.rows if row.line]) == left
    assert reminders.list.hasFocus()
    qtbot.mouseClick(reminders._toast._button, LEFT)
    qtbot.waitUntil(lambda: not run.is_running)
    assert desk.reminders.pending() == before
    assert [row.line for row in reminders.list.lines.rows if row.line] == before


def test_a_failure_half_way_keeps_what_was_done_and_says_so(
    reminders: ReminderWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(doing, "LINES", 10)
    before, told = desk.reminders.pending(), []
    object.__setattr__(reminders._frame, "tell", told.append)
    reminders._doing._tell = told.append
    acknowledge, calls = desk.reminders.acknowledge, []

    def failing(lines: Sequence[ReminderLine]) -> Undo:
        calls.append(lines)
        if len(calls) == 3:
            raise UserError("磁盘满了。")
        return acknowledge(lines)

    monkeypatch.setattr(desk.reminders, "acknowledge", failing)
    reminders._doing.acknowledge(before)
    qtbot.waitUntil(lambda: bool(told))
    assert [error.message for error in told] == ["磁盘满了。"]
    assert len(desk.reminders.pending()) == len(before) - 20
    assert reminders._toast._text.text().startswith("20 条提醒已记为知道了，其余")


class Still:
    """Reminders whose lines were made for the test: what the window writes of them goes nowhere."""

    def __init__(self, real: object) -> None:
        self._real = real

    def show(self, lines: object) -> None:
        """Write nothing."""

    def __getattr__(self, name: str) -> object:
        return getattr(self._real, name)


class Hands:
    """A clock to be turned by hand."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


Opened = Callable[[datetime], tuple[Desk, MainWindow]]


@pytest.fixture
def opened(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Opened]:
    """Open the desk at a moment, as the program does, closing the one before."""
    left: list[tuple[Desk, MainWindow, Style]] = []

    def close() -> None:
        while left:
            desk, window, style = left.pop()
            window.close()
            window.deleteLater()
            style.deleteLater()
            desk.close()

    def open_at(now: datetime) -> tuple[Desk, MainWindow]:
        close()
        hands = Hands(now)
        desk = open_desk(tmp_path / "home")
        object.__setattr__(desk.clock, "read", hands)
        if not desk.campaigns.current_id:
            desk.campaigns.start("suzhou-2017")
        style = Style(qapp, "light")
        window = MainWindow(desk, style)
        left.append((desk, window, style))
        window.show()
        qtbot.waitUntil(lambda: "上次检查" in window._status._reminders.text(), timeout=10_000)
        looked(window)
        return desk, window

    yield open_at
    close()


def test_after_an_absence_the_sheet_is_shown_and_acknowledges_nothing(opened: Opened, qtbot: QtBot) -> None:
    opened(datetime(2017, 10, 9, 17, 0))
    assert shown(AbsenceDialog) == []
    desk, window = opened(datetime(2017, 10, 9, 18, 0))
    assert shown(AbsenceDialog) == [], "an hour is no absence"
    desk, window = opened(datetime(2017, 11, 2, 8, 0))
    qtbot.waitUntil(lambda: bool(shown(AbsenceDialog)))
    dialog = shown(AbsenceDialog)[0]
    assert isinstance(dialog, AbsenceDialog)
    assert not dialog.isModal()
    count = len(desk.reminders.pending())
    words = {dialog._model.index(row, 0).data() for row in range(dialog._model.rowCount())}
    assert words == {"新逾期", "应提醒", "份额到期"}
    qtbot.mouseClick(dialog.print, LEFT)
    qtbot.waitUntil(lambda: bool(shown(PaperPreview)))
    shown(PaperPreview)[0].close()
    qtbot.mouseClick(dialog.shut, LEFT)
    qtbot.waitUntil(lambda: not shown(AbsenceDialog))
    assert len(desk.reminders.pending()) == count
    look(window)
    assert shown(AbsenceDialog) == [], "told once"


def test_an_absence_with_nothing_in_it_is_one_line(opened: Opened, qtbot: QtBot) -> None:
    opened(datetime(2017, 1, 3, 9, 0))
    _, window = opened(datetime(2017, 1, 6, 9, 0))
    assert shown(AbsenceDialog) == []
    assert "有 3 天没有运行" in window._toast._text.text()


def test_a_doubtful_clock_stands_in_the_banner_until_confirmed(opened: Opened, qtbot: QtBot) -> None:
    _, window = opened(datetime(2017, 10, 9, 17, 0))
    banner = window._watch._places.clock_banner
    assert not banner.isVisible(), "the clock is believed"
    desk, window = opened(datetime(2017, 10, 8, 17, 0))
    banner = window._watch._places.clock_banner
    assert banner.isVisible()
    assert "调早了" in banner.words
    qtbot.mouseClick(next(each for each in banner.findChildren(QPushButton) if each.text() == "时间是对的"), LEFT)
    looked(window)
    assert not banner.isVisible()
    assert not desk.reminders.clock().is_doubtful


def plan_dialog() -> LeadPlanDialog:
    dialog = shown(LeadPlanDialog)[-1]
    assert isinstance(dialog, LeadPlanDialog)
    return dialog


def pick(box: object, words: str) -> None:
    assert box.findText(words) >= 0, words  # type: ignore[attr-defined]
    box.setCurrentIndex(box.findText(words))  # type: ignore[attr-defined]


def test_a_plan_is_set_for_the_campaign_and_taken_back(settled: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    page = settled.page("settings")
    assert page._ui.lead_plans.isVisibleTo(page)
    page._ui.lead_plans.click()
    dialog, key = plan_dialog(), str(desk.campaigns.current_id)
    assert dialog.scope is PlanScope.CAMPAIGN
    assert dialog.form.words.text() == f"{DEFAULT_PLAN.words}。来自程序的默认设定。"
    assert not dialog.default.isEnabled()
    dialog.form.days.setValue(10)
    pick(dialog.form.unit, "工作日")
    qtbot.mouseClick(dialog.form.add, LEFT)
    assert "提前10个工作日" in dialog.form.words.text()
    qtbot.mouseClick(dialog.form.add, LEFT)
    assert "已经有了" in dialog.form.error.text()
    dialog.form.leads.setCurrentRow(1)
    dialog.form.leads.setFocus()
    qtbot.waitUntil(dialog.form.leads.hasFocus)
    qtbot.keyClick(dialog.form.leads, Qt.Key.Key_Delete)
    dialog.form.at.setTime(QTime(8, 30))
    assert desk.reminders.plans() == [], "nothing is kept before it is saved"
    qtbot.keyClick(dialog.form.at, Qt.Key.Key_Return, CTRL)
    assert not dialog.isVisible()
    assert (
        desk.reminders.plan_for(PlanScope.CAMPAIGN, key).words
        == "提前10个工作日、提前3天、提前1天、当天、逾期后每天，8:30"
    )
    settled.plan_leads()
    dialog = plan_dialog()
    assert dialog.form.words.text().endswith("在这里单独设定。")
    qtbot.mouseClick(dialog.default, LEFT)
    assert desk.reminders.plan_for(PlanScope.CAMPAIGN, key) == DEFAULT_PLAN
    assert dialog.form.words.text().endswith("来自程序的默认设定。")
    dialog.reject()


def test_a_plan_for_one_submission_from_its_detail(settled: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    page = settled.page("submissions")
    each = next(each for each in desk.submissions.all() if not each.is_settled)
    page.show_item("submission", each.id)
    qtbot.mouseClick(next(b for b in page.findChildren(QPushButton) if b.text() == "提醒时间…"), LEFT)
    dialog = plan_dialog()
    assert (dialog.scope, dialog.key) == (PlanScope.ITEM, f"submission:{each.id}")
    pick(dialog.form.scope, "这项报送要求")
    assert dialog.key == str(each.requirement_id)
    dialog.form.after.click()
    dialog.form.onDay.click()
    assert dialog.sure
    qtbot.mouseClick(dialog.sure, LEFT)
    plan = desk.reminders.plan_for(PlanScope.REQUIREMENT, str(each.requirement_id))
    assert plan.words == "提前7天、提前3天、提前1天，9:00"
    assert desk.reminders.plan_for(PlanScope.ITEM, f"submission:{each.id}") == plan
    settled.plan_leads(f"submission:{each.id}")
    assert "来自“这项报送要求”的设定" in plan_dialog().form.words.text()
    plan_dialog().reject()


def test_an_entry_after_its_own_reminders_says_so_before_saving(settled: MainWindow, qtbot: QtBot) -> None:
    page = settled.page("submissions")
    qtbot.mouseClick(page._entry_button, LEFT)
    dialog = shown(EntryDialog)[-1]
    assert isinstance(dialog, EntryDialog)
    told = {}
    for row in range(dialog.form.requirement.count()):
        dialog.form.requirement.setCurrentIndex(row)
        for on in (date(2017, 7, 3), TODAY):
            dialog.form.on.setDate(QDate(on.year, on.month, on.day))
            item = dialog.requirement
            if item.is_covered(2017, dialog.on):
                told[(item.entry_due(2017, dialog.on) - TODAY).days] = dialog.form.error.text()
    assert any("已过" in words for left, words in told.items() if left < 0)
    assert all(words for left, words in told.items() if left < 0)
    assert all(words == "" for left, words in told.items() if left > 7)
    assert any(left > 7 for left in told), "a control that is told nothing"
    dialog.reject()


def test_a_plan_changed_and_not_saved_is_asked_about_before_another_is_shown(
    settled: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    settled.plan_leads()
    dialog = plan_dialog()
    pick(dialog.form.scope, "按类别")
    assert dialog.scope is PlanScope.KIND, "nothing was changed: nothing is asked"
    pick(dialog.form.key, "任务")
    dialog.form.onDay.click()
    pick(dialog.form.key, "每月")
    assert "“任务”的提醒时间已改动，还没有保存" in answer("取消", qtbot)
    assert (dialog.key, dialog.form.onDay.isChecked()) == ("task", False), "what was changed still stands"
    pick(dialog.form.key, "每月")
    answer("不保存", qtbot)
    assert (dialog.key, desk.reminders.plans()) == ("monthly", [])
    dialog.form.onDay.click()
    dialog.form.onDay.click()
    pick(dialog.form.key, "份额")
    assert (dialog.key, shown(QMessageBox)) == ("quota", []), "changed back is not changed"
    pick(dialog.form.key, "每月")
    dialog.form.after.click()
    pick(dialog.form.scope, "整个活动")
    answer("保存", qtbot)
    assert dialog.scope is PlanScope.CAMPAIGN
    assert [(each.scope, each.key) for each in desk.reminders.plans()] == [(PlanScope.KIND, "monthly")]
    dialog.form.after.click()
    dialog.activateWindow()
    dialog.form.after.setFocus()
    qtbot.waitUntil(dialog.form.after.hasFocus)
    qtbot.keyClick(dialog.form.after, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "再按一次 Esc" in dialog.form.error.text()
    qtbot.keyClick(dialog.form.after, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert len(desk.reminders.plans()) == 1


def test_a_plan_saved_or_given_up_can_be_taken_back(settled: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    key = str(desk.campaigns.current_id)
    settled.plan_leads()
    plan_dialog().form.after.click()
    plan_dialog().submit()
    saved = desk.reminders.plan_for(PlanScope.CAMPAIGN, key)
    assert saved != DEFAULT_PLAN
    settled.plan_leads()
    qtbot.mouseClick(plan_dialog().default, LEFT)
    plan_dialog().reject()
    assert desk.reminders.plan_for(PlanScope.CAMPAIGN, key) == DEFAULT_PLAN
    qtbot.mouseClick(settled._toast._button, LEFT)
    assert desk.reminders.plan_for(PlanScope.CAMPAIGN, key) == saved
    settled.plan_leads()
    plan_dialog().form.onDay.click()
    plan_dialog().submit()
    qtbot.mouseClick(settled._toast._button, LEFT)
    assert desk.reminders.plan_for(PlanScope.CAMPAIGN, key) == saved


def own_plan(dialog: LeadPlanDialog, desk: Desk, key: str) -> None:
    """See that the dialog stands at that item alone, and give it a plan of its own."""
    assert (dialog.scope, dialog.key) == (PlanScope.ITEM, key)
    assert dialog.form.scope.currentText() == "这一件"
    dialog.form.at.setTime(QTime(7, 45))
    dialog.submit()
    assert desk.reminders.plan_for(PlanScope.ITEM, key).at == time(7, 45)


@pytest.mark.parametrize("kind", [ItemKind.SUBMISSION, ItemKind.TASK, ItemKind.QUOTA])
def test_every_kind_of_item_can_have_a_plan_of_its_own(
    settled: MainWindow, desk: Desk, kind: ItemKind, qtbot: QtBot
) -> None:
    item = next(each for each in desk.reminders.items() if each.kind is kind)
    settled.plan_leads(item.key)
    assert plan_dialog().form.words.text().endswith("来自程序的默认设定。")
    own_plan(plan_dialog(), desk, item.key)
    settled.plan_leads(item.key)
    assert plan_dialog().form.words.text().endswith("在这里单独设定。")
    pick(plan_dialog().form.scope, "按类别")
    asked = desk.reminders.requirements(item.campaign_id).get(item.requirement_id)
    words = kind_of(asked).words if asked and kind is not ItemKind.QUOTA else {"quota": "份额", "task": "任务"}[kind]
    assert plan_dialog().form.key.currentText() == words
    plan_dialog().reject()


def test_a_disc_to_be_read_again_has_the_plan_of_its_kind() -> None:
    item = Item(ItemKind.RECHECK, "3", "光盘该复查了", "", TODAY, DEFAULT_PLAN, ("package", 3), 1)
    scopes = Scopes(1, "活动", {}, [item])
    kind = PlanScope.KIND, "recheck"
    assert scopes.offered() == [PlanScope.CAMPAIGN, PlanScope.KIND, PlanScope.ITEM]
    assert scopes.first(PlanScope.KIND, item.key) == "recheck"
    assert "按类别" in scopes.origin(PlanScope.ITEM, item.key, [SetPlan(*kind, DEFAULT_PLAN)])
    assert "默认" in scopes.origin(PlanScope.ITEM, item.key, [SetPlan(PlanScope.KIND, "task", DEFAULT_PLAN)])


@pytest.mark.qt_log_ignore("grabbing the keyboard")
def test_the_plan_of_one_item_from_its_reminder(reminders: ReminderWindow, desk: Desk, qtbot: QtBot) -> None:
    first = reminders.list.chosen()[0]
    qtbot.mouseClick(reminders.leads, LEFT)
    assert plan_dialog().parent() is reminders
    own_plan(plan_dialog(), desk, first.item.key)
    reminders.list.customContextMenuRequested.emit(reminders.list.visualRect(reminders.list.currentIndex()).center())
    menu = next(each for each in shown(QMenu))
    assert isinstance(menu, QMenu)
    assert [each.text() for each in menu.actions() if each.text()] == ["查看", "知道了", "稍后", "提醒时间…"]
    menu.actions()[-1].trigger()
    menu.close()
    assert plan_dialog().key == first.item.key
    plan_dialog().reject()
    reminders.list.selectAll()
    assert not reminders.leads.isEnabled(), "of several it would not be clear whose"


def test_the_plan_of_a_task_from_its_detail(settled: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    page, items = settled.page("tasks"), desk.reminders.items()
    bare = next(each for each in items if each.kind is ItemKind.TASK and not each.requirement_id)
    owed = next(each for each in desk.submissions.all() if not each.is_settled and "各市、区" in each.requirement)
    for task_id, scope, key in (
        (bare.target[1], PlanScope.ITEM, bare.key),
        (owed.task_id, PlanScope.REQUIREMENT, str(owed.requirement_id)),
    ):
        page.show_item("task", task_id)
        qtbot.mouseClick(next(b for b in page.findChildren(QPushButton) if b.text() == "提醒时间…"), LEFT)
        assert (plan_dialog().scope, plan_dialog().key) == (scope, key)
        plan_dialog().reject()
        qtbot.wait(10)


def test_what_is_done_has_no_plan(settled: MainWindow, desk: Desk) -> None:
    each = next(each for each in desk.submissions.all() if not each.is_settled)
    desk.submissions.mark(each.id, State.NOT_NEEDED, note="试验")
    settled.plan_leads(f"submission:{each.id}")
    assert shown(LeadPlanDialog) == []
    assert settled._toast._text.text() == "这里没有还要提醒的事项"


def test_a_task_moved_behind_its_own_reminders_says_so_before_saving(
    settled: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    page, items = settled.page("tasks"), desk.reminders.items()
    bare = next(each for each in items if each.kind is ItemKind.TASK and not each.requirement_id)
    owed = next(each for each in desk.submissions.all() if not each.is_settled)
    told = {}
    for task_id in (bare.target[1], owed.task_id):
        page._edit(task_id)
        dialog = shown(TaskDialog)[-1]
        assert isinstance(dialog, TaskDialog)
        for days in (-3, 1, 30):
            day = TODAY + timedelta(days=days)
            dialog._ui.due.setDate(QDate(day.year, day.month, day.day))
            told[task_id, days] = dialog._ui.error.text() if dialog._ui.error.isVisible() else ""
        dialog.done(0)
    assert told[bare.target[1], -3] == "截止日 10月17日 周二 已过 3 天，保存后会立即提醒。"
    assert "只剩 1 天，已过“提前1天”的提醒时间" in told[bare.target[1], 1]
    assert told[bare.target[1], 30] == ""
    assert [told[owed.task_id, days] for days in (-3, 1, 30)] == ["", "", ""], "its pieces have days of their own"


def test_a_row_the_cursor_only_stands_on_is_not_taken_away(settled: MainWindow, qtbot: QtBot) -> None:
    settled.plan_leads()
    form = plan_dialog().form
    form.leads.setCurrentRow(0, QItemSelectionModel.SelectionFlag.NoUpdate)
    assert not form.remove.isEnabled()
    qtbot.keyClick(form.leads, Qt.Key.Key_Delete)
    assert form.leads.count() == 3
    form.leads.setCurrentRow(0)
    qtbot.mouseClick(form.remove, LEFT)
    assert form.leads.count() == 2
    plan_dialog().done(0)


def test_a_quota_whose_month_is_over_stands_as_overdue() -> None:
    quota = line(1, TODAY - timedelta(days=20))
    (_, row) = rows_of([quota._replace(lead=QUOTA_LEAD)], TODAY)
    assert (row.lead, badge_of(row).word) == ("逾期20天", "逾期20天")
    (_, row) = rows_of([quota._replace(lead=QUOTA_LEAD)], TODAY - timedelta(days=21))
    assert row.lead == "月末前3个工作日"
