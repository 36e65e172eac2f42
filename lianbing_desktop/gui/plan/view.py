"""The page 导入任务分解表: in comes a table, the officer looks it over, and only then a campaign starts or changes."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMessageBox, QStackedWidget

from lianbing_desktop.domain.correcting import is_whole_row
from lianbing_desktop.domain.plan import Plan, PlanTask
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.jobs import Progress
from lianbing_desktop.gui.plan.choose import ChoosePane
from lianbing_desktop.gui.plan.draft import Draft
from lianbing_desktop.gui.plan.items import items_of, row_count
from lianbing_desktop.gui.plan.marks import Marker
from lianbing_desktop.gui.plan.review import ReviewPane
from lianbing_desktop.gui.plan.year import YearBox
from lianbing_desktop.gui.widgets.elided import ElidedLabel
from lianbing_desktop.gui.widgets.job_bar import JobBar
from lianbing_desktop.gui.widgets.label import Label
from lianbing_desktop.gui.widgets.page import Page
from lianbing_desktop.gui.widgets.shortcut import local_key
from lianbing_desktop.services.campaigns import Campaigns
from lianbing_desktop.services.plan_reading import PlanReader, Reading, Stop
from lianbing_desktop.services.plans import Plans
from lianbing_desktop.services.revising import Revised, moved_by

if TYPE_CHECKING:
    from lianbing_desktop.domain.campaign import Campaign

_TODAY = 0
_CHOOSE, _REVIEW = 0, 1


class PlanView(Page):
    """First a table is chosen, dropped or pasted; then it is looked over. Nothing is written before the last button."""

    cares_for = frozenset({"campaigns"})

    def __init__(self, campaigns: Campaigns, plans: Plans, frame: Frame) -> None:
        super().__init__("plan", "导入任务分解表", frame)
        self._campaigns, self._plans = campaigns, plans
        self._draft: Draft | None = None
        self._build()
        self._connect()
        self.refresh()

    @property
    def draft(self) -> Draft | None:
        """The plan being looked over, or None."""
        return self._draft

    def refresh(self) -> None:
        self._say_state()

    def show_item(self, kind: str, key: int) -> None:
        """Go to where it was left: choosing, or looking over."""
        pane = self.review.list if self._draft else self.choose.choose
        pane.setFocus()

    def recolor(self) -> None:
        super().recolor()
        self.review.recolor()

    def save_state(self) -> None:
        super().save_state()
        self.frame.memory.save("plan/panes", self.review.splitter)

    def read_file(self, path: Path) -> None:
        """Read a file in a job; the window stays alive."""
        known, year = self._plans.known_units(), self._asked_year()
        self._run(f"正在读取“{path.name}”", lambda stop: self._plans.read(path, year, known, stop))

    def read_text(self, text: str) -> None:
        """Read pasted text in a job."""
        known, year = self._plans.known_units(), self._asked_year()
        self._run("正在读取粘贴的文字", lambda stop: self._plans.read_pasted(text, year, known, stop))

    def _build(self) -> None:
        self._again = self.add_action("重新选择", "previous", self._on_again_asked)
        self._undo = self.add_action("撤销", "undo", self._on_undo_asked)
        self._undo.setToolTip("撤销上一次修改（Ctrl+Z）")
        self._other = self.add_action("作为新活动启动", "add", self._on_start_asked)
        self._go = self.add_action("确认并启动", "check", self._on_confirmed, is_primary=True)
        self._summary, self._warning = ElidedLabel("", "secondary"), ElidedLabel("", "caution")
        self._year, self._year_label = YearBox(self.frame.clock.today().year), Label("年度", "secondary")
        self._year_label.setBuddy(self._year)
        for widget in (self._year_label, self._year):
            self.add_filter_widget(widget)
        self._filters.insertWidget(0, self._summary, 100)
        self._bar = JobBar(self.frame, "已取消，还是原来的年度")
        self.choose = ChoosePane(self.frame, self._plans.suffixes(), self.frame.clock.today())
        self.review = ReviewPane(self.frame)
        self.frame.memory.restore("plan/panes", self.review.splitter)
        self._panes = QStackedWidget()
        self._panes.addWidget(self.choose)
        self._panes.addWidget(self.review)
        self.layout().insertWidget(2, self._warning)  # type: ignore[union-attr]
        self.layout().insertWidget(3, self._bar)  # type: ignore[union-attr]
        self.set_body(self._panes)
        self.setAcceptDrops(True)

    def _connect(self) -> None:
        self.choose.file_chosen.connect(self.read_file)
        self.choose.text_pasted.connect(self.read_text)
        self._year.valueChanged.connect(lambda year: self._on_year_changed())
        self.review.edit_asked.connect(self._edit)
        self.review.changed.connect(self._say_state)
        local_key("Ctrl+Z", self.review, self._on_undo_asked)
        local_key("Ctrl+J", self.review, self.review.join_next)

    def _run(self, words: str, read: Callable[[Stop], Reading]) -> None:
        if self.choose.bar.is_running or self._bar.is_running:
            return
        bar = self._bar if self._draft else self.choose.bar
        self._allow(False)
        work = partial(_read, read, self._plans)
        bar.run(lambda: words, work, self._on_read, lambda: self._allow(True), is_sized=False)

    def _work(self, words: str, work: Callable[[Stop], Any], done: Callable[[Any], None]) -> None:
        """Have something reckoned in a job; what was looked over stays where it is meanwhile."""
        if self._bar.is_running:
            return
        self._allow(False)
        told = "已取消，什么也没有改动"
        self._bar.run(lambda: words, partial(_worked, work), done, lambda: self._allow(True), is_sized=False, told=told)

    def _allow(self, on: bool) -> None:
        self.choose.allow(on)
        self.review.setEnabled(on)
        for widget in (self._again, self._go, self._other, self._year):
            widget.setEnabled(on)
        self._undo.setEnabled(on and self._draft is not None and self._draft.is_changed)

    def _asked_year(self) -> int | None:
        return self._year.year if self._draft else self.choose.year.year

    def _on_read(self, read: tuple[Draft, Marker]) -> None:
        self._draft, marker = read
        self._year.show_year(self._draft.plan.year)
        self._panes.setCurrentIndex(_REVIEW)
        self.review.show_draft(self._draft, marker)
        self._say_state()

    def _say_state(self) -> None:
        """Show what can be done now, and in one line how far it is."""
        draft = self._draft
        for widget in (self._again, self._undo, self._go, self._summary, self._year, self._year_label):
            widget.setVisible(draft is not None)
        current = self._campaigns.current()
        self._other.setVisible(draft is not None and current is not None)
        self._go.setText("与现在的活动比较" if current else "确认并启动")
        told = draft.plan.warnings if draft else ()
        self._warning.setText("　".join(told))
        self._warning.setVisible(bool(told))
        if draft is None:
            self._panes.setCurrentIndex(_CHOOSE)
            return
        self._undo.setEnabled(draft.is_changed)
        self._summary.setText(_summary(draft))

    def _edit(self, task_id: int) -> None:
        from lianbing_desktop.gui.plan.task_dialog import PlanTaskDialog

        draft = self._draft
        if draft is None:
            return
        at = draft.at(task_id)
        dialog = PlanTaskDialog(
            draft.plan.tasks[at],
            draft.doubts(task_id),
            is_whole_row(draft.plan, at),
            draft.plan.year,
            self.frame.clock.today(),
            self._plans,
            partial(self._correct, task_id),
            partial(self._split, task_id),
            self,
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _correct(self, task_id: int, task: PlanTask, choices: Mapping[str, str]) -> None:
        if self._draft is not None:
            self._draft.correct(task_id, task, choices)
            self._show(task_id)

    def _split(self, task_id: int, task: PlanTask, choices: Mapping[str, str], cut: int) -> bool:
        draft = self._draft
        if draft is None or not (task.text[:cut].strip() and task.text[cut:].strip()):
            return False
        if task != draft.plan.tasks[draft.at(task_id)] or choices:
            draft.correct(task_id, task, choices)
        done = draft.split(task_id, cut)
        self._show(task_id)
        return done

    def _show(self, task_id: int = -1) -> None:
        self.review.refresh(task_id)
        self._say_state()

    def _on_undo_asked(self) -> None:
        item = self.review.current()
        if self._draft is not None and self._draft.is_changed:
            self._draft.undo()
            self._show(item.task_id if item else -1)

    def _on_year_changed(self) -> None:
        draft, year = self._draft, self._year.year
        if draft is None or year == draft.plan.year:
            return
        if draft.is_changed and not self._may_lose("换一个年度要重新读一遍，刚才的修改会丢掉。"):
            self._year.show_year(draft.plan.year)
            return
        source, known = draft.source, self._plans.known_units()
        self._run("正在按新的年度重新读", lambda stop: self._plans.again(source, year, known, stop))

    def _on_again_asked(self) -> None:
        if self._draft is not None and self._draft.is_changed and not self._may_lose("重新选择会丢掉刚才的修改。"):
            return
        self._draft = None
        self._say_state()
        self.choose.choose.setFocus()

    def _may_lose(self, words: str) -> bool:
        box = QMessageBox(QMessageBox.Icon.Question, "练兵台", words, QMessageBox.StandardButton.NoButton, self)
        go = box.addButton("丢掉修改", QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton("继续核对", QMessageBox.ButtonRole.RejectRole))
        box.exec()
        return box.clickedButton() is go

    def _on_confirmed(self) -> None:
        if self._campaigns.current_id is None:
            self._on_start_asked()
        else:
            self._compare()

    def _on_start_asked(self) -> None:
        if self._draft is None:
            return
        plan, name = self._draft.plan, self._draft.source.name
        self._work("正在启动", lambda stop: self._plans.defined(plan, name), partial(self._start, plan, name))

    def _start(self, plan: Plan, name: str, campaign: "Campaign") -> None:
        try:
            header = self._plans.take(campaign, plan, name)
        except UserError as error:
            self.frame.tell(error)
        else:
            self._leave(f"已启动“{header.title}”")

    def _compare(self) -> None:
        if self._draft is None:
            return
        try:
            compare = self._plans.comparing(self._draft.plan, self._draft.source.name)
        except UserError as error:
            self.frame.tell(error)
            return
        self._work("正在与现在的活动比较", compare, self._ask)

    def _ask(self, revised: Revised) -> None:
        """Show what the table changes, and ask."""
        from lianbing_desktop.gui.plan.revision_dialog import PlanRevisionDialog

        if revised.is_empty:
            self.frame.say(f"这份表与“{revised.title}”完全一样，没有要改的")
            return
        dialog = PlanRevisionDialog(revised, partial(self._plans.apply, revised), self)
        dialog.accepted.connect(lambda: self._leave(_updated(revised, dialog.chosen())))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _leave(self, words: str) -> None:
        """What was looked over is done: 今日 opens, and this page is ready for another table."""
        self._draft = None
        self.choose.paste.clear()
        self._say_state()
        self.frame.open("page", _TODAY)
        self.frame.say(words)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and not self._bar.is_running and not self.choose.bar.is_running:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Answer at once, act afterwards: the program the file comes from waits for the answer."""
        urls = event.mimeData().urls()
        event.acceptProposedAction()
        QTimer.singleShot(0, self, lambda: self._take([url.toLocalFile() for url in urls]))

    def _take(self, paths: list[str]) -> None:
        if len(paths) != 1:
            self.frame.tell(UserError("一次只能导入一个文件，没有读取。请只拖入任务分解表。"))
        elif not paths[0]:
            self.frame.tell(UserError("拖入的不是本机上的文件，没有读取。请先保存到本机再拖入。"))
        elif self._draft is None:
            self.read_file(Path(paths[0]))
        elif not self._draft.is_changed or self._may_lose("读另一个文件会丢掉刚才的修改。"):
            self._on_again_asked_for(Path(paths[0]))

    def _on_again_asked_for(self, path: Path) -> None:
        self._draft = None
        self._say_state()
        self.read_file(path)


def _read(read: Callable[[Stop], Reading], reader: PlanReader, progress: Progress) -> tuple[Draft, Marker]:
    """Read, and make what the page needs of a long table here too, where the window does not wait for it."""
    reading = read(_stop(progress))
    draft, marker = Draft(reading, reader), Marker(reading.source)
    items_of(draft)
    marker.of(draft.plan)
    progress(1, 1)
    return draft, marker


def _worked(work: Callable[[Stop], Any], progress: Progress) -> Any:
    """Work; what the officer cancels meanwhile comes to nothing."""
    result = work(_stop(progress))
    progress(1, 1)
    return result


def _stop(progress: Progress) -> Stop:
    """Return what asks every now and then whether the officer has cancelled: the answer is raised."""

    def stop() -> bool:
        progress(0, 1)
        return False

    return stop


def _updated(revised: Revised, chosen: frozenset[str]) -> str:
    moved = moved_by(revised, chosen)
    follow = f"，{moved} 件报送件的截止日期随之改动" if moved else ""
    return f"已按新表更新“{revised.title}”{follow}"


def _summary(draft: Draft) -> str:
    plan = draft.plan
    pressing = sum(bool(draft.doubts(task_id)) for task_id in draft.ids)
    unread = sum(not draft.is_seen(passage) for passage in plan.unread)
    parts = [f"“{draft.source.name}”", f"读出 {row_count(plan.tasks)} 项任务"]
    parts += [f"{len(plan.tasks)} 条要求"] if len(plan.tasks) != row_count(plan.tasks) else []
    parts += [f"待核对 {pressing} 项"] if pressing else []
    parts += [f"未能识别 {unread} 段"] if unread else []
    return "，".join(parts) + ("" if pressing or unread else "，没有要核对的")
