"""The page 报送清单: who owes what by when, received, reviewed, sent up and chased from one place."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QToolButton

from lianbing_desktop.domain.requirement import Requirement
from lianbing_desktop.domain.sheet import Sheet
from lianbing_desktop.domain.submission import State, Step, StoredFile, next_states
from lianbing_desktop.domain.unit import Unit
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.outgoing import Offer, Outgoing
from lianbing_desktop.gui.submissions.board import LIST, Board
from lianbing_desktop.gui.submissions.detail import Hands, detail_of, requirement_text, several
from lianbing_desktop.gui.submissions.entry_dialog import EntryDialog, LateWords
from lianbing_desktop.gui.submissions.filter import STATES, Filter
from lianbing_desktop.gui.submissions.handling import Handling
from lianbing_desktop.gui.submissions.line import Line, Lines
from lianbing_desktop.gui.submissions.menu import step_menu
from lianbing_desktop.gui.submissions.missing_dialog import MissingDialog
from lianbing_desktop.gui.submissions.nodes import Kind, Node, Plan, grow, tally
from lianbing_desktop.gui.submissions.opening import Opening
from lianbing_desktop.gui.submissions.strip import ReceiptStrip
from lianbing_desktop.gui.widgets.page import Page
from lianbing_desktop.services.campaigns import Campaigns
from lianbing_desktop.services.documents import Documents
from lianbing_desktop.services.settings import Settings
from lianbing_desktop.services.submissions import Submissions
from lianbing_desktop.services.tasks import Tasks


class SubmissionView(Page):
    """The checklist."""

    cares_for = frozenset(
        {"campaigns", "unit_names", "tasks", "requirements", "submissions", "steps", "files", "settings"}
    )

    def __init__(
        self,
        campaigns: Campaigns,
        tasks: Tasks,
        submissions: Submissions,
        documents: Documents,
        settings: Settings,
        late_words: LateWords,
        frame: Frame,
    ) -> None:
        super().__init__("submissions", "报送清单", frame)
        self._campaigns, self._tasks, self._submissions = campaigns, tasks, submissions
        self._documents, self._late_words = documents, late_words
        self._made, self._lines = Lines(), list[Line]()
        self._plan: Plan | None = None
        self._root: Node | None = None
        self._units: list[Unit] = []
        self._requirements: dict[int, Requirement] = {}
        self._filter = Filter()
        self._shown_id = int(frame.memory.text("submissions/selected") or 0)
        self.board, strip = Board(frame), ReceiptStrip()
        self.board.add_foot(strip)
        self._handling = Handling(submissions, settings, frame, strip, self)
        self._opening = Opening(submissions, frame, self)
        self._outgoing = Outgoing(documents, frame, self)
        self._hands = self._make_hands()
        self._build()
        self._connect()
        self.refresh()
        self.board.choose({self._shown_id}, self._shown_id)

    def refresh(self) -> None:
        """Reload everything shown; the tree is only grown anew where the campaign's plan is another."""
        is_started = self._campaigns.current_id is not None
        self.show_empty(not is_started)
        for button in self._buttons:
            button.setEnabled(is_started)
        self._read()
        self._offer()
        self._show()
        self._on_picked()

    def show_item(self, kind: str, key: int) -> None:
        """Select a submission and open its detail, go to a requirement, or filter to a unit."""
        if kind == "unit":
            unit = next((unit for unit in self._units if unit.id == key), None)
            if unit:
                self._clear()
                self.board.choose_node(f"{Kind.ALL}:")
                self._unit_chip.pick(unit.key)
                self.board.focus()
        elif kind == "requirement" and key in self._requirements:
            self._clear()
            self.board.choose_node(f"{Kind.REQUIREMENT}:{self._requirements[key].key}")
            self.board.focus()
        elif kind == "submission":
            self._show_submission(key)

    def print_page(self) -> None:
        """Preview the checklist of what is shown."""
        if self._campaigns.current_id:
            self._outgoing.preview(self._sheet)

    def export_page(self) -> None:
        """Export the checklist of what is shown."""
        if self._campaigns.current_id:
            forms = (("Word 文档", "docx"), ("Excel 工作簿", "xlsx"), ("PDF 文件", "pdf"))
            self._outgoing.export("报送清单", [Offer(words, suffix, self._sheet) for words, suffix in forms])

    def save_state(self) -> None:
        super().save_state()
        self.board.save_state()
        self.frame.memory.keep("submissions/selected", str(self._shown_id or ""))
        self._opening.clean()

    def recolor(self) -> None:
        super().recolor()
        self.board.update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.board.take_focus()

    def _build(self) -> None:
        self._missing_button = self.add_action("还缺什么", "search", self._on_missing_asked)
        self._entry_button = self.add_action("登记一件", "add", self._on_entry_asked)
        self._print_button = self.add_action("打印", "print", self.print_page)
        self._export_button = self.add_action("导出", "export", self.export_page)
        self._receive_button = self.add_action("收件", "receive", self._on_receive_asked, is_primary=True)
        self._buttons = (self._missing_button, self._entry_button, self._print_button, self._export_button)
        self._stage_chip = self.add_chip("阶段", lambda value: self._refilter(stage=value))
        self._unit_chip = self.add_chip("单位", lambda value: self._refilter(unit=value))
        self._state_chip = self.add_chip("状态", lambda value: self._refilter(state=value))
        self._state_chip.offer(STATES)
        self._missing_only = QToolButton()
        self._missing_only.setObjectName("chip")
        self._missing_only.setText("只看缺的")
        self._missing_only.setCheckable(True)
        self.add_filter_widget(self._missing_only)
        self._text = self.add_text_filter(lambda text: self._refilter(text=text))
        self._text.setMinimumWidth(120)
        self._filters.setStretchFactor(self._text, 8)
        self._clear_button = QPushButton("清除筛选")
        self._clear_button.setObjectName("link")
        self.add_filter_widget(self._clear_button)
        self.set_body(self.board, detail_width=280)
        self.empty.say("还没有启动活动", "请先到“今日”选择内置活动，或导入任务分解表；报送清单随之生成。")
        self.empty.button.setText("去“今日”")
        self.empty.button.show()

    def _connect(self) -> None:
        self.empty.on_pressed(lambda: self.frame.open("page", 0))
        self._missing_only.toggled.connect(lambda on: self._refilter(is_missing_only=on))
        self._clear_button.clicked.connect(self._on_clear_asked)
        board = self.board
        board.cleared.connect(self._on_clear_asked)
        board.node_chosen.connect(self._on_node_chosen)
        board.picked.connect(self._on_picked)
        board.opened.connect(self._on_opened)
        board.marked.connect(lambda: self._handling.take_usual(board.lines()))
        board.menu_asked.connect(self._on_menu_asked)
        board.dropped.connect(self._on_dropped)
        board.refused.connect(self.frame.tell)

    def _make_hands(self) -> Hands:
        return Hands(
            take=lambda line, state: self._handling.take([line], state),
            ask=lambda line, state: self._ask([line], state),
            undo=self._on_undo_asked,
            withdraw=self._on_withdraw_asked,
            open_file=self._opening.open,
            save_files=self._save_files,
            show=self._show_submission,
            remind=lambda line: self.frame.plan_leads(f"submission:{line.id}"),
        )

    def _read(self) -> None:
        plan = Plan(tuple(self._campaigns.stages()), tuple(self._tasks.rows()), tuple(self._submissions.requirements()))
        self._units = self._campaigns.units()
        places = {unit.id: place for place, unit in enumerate(self._units)}
        stages = {task.id: task.stage_key for task in plan.tasks}
        today = self.frame.clock.today()
        self._lines = self._made.build(self._submissions.all(), stages, places, today)
        if plan != self._plan or not self._root:
            self._plan, self._root = plan, grow(plan)
            self._requirements = {item.id: item for item in plan.requirements}
            tally(self._root, self._lines, plan.requirements)
            self.board.set_root(self._root, self.frame.memory.text("submissions/node"))
        else:
            tally(self._root, self._lines, plan.requirements)
            self.board.recount()

    def _offer(self) -> None:
        if self._plan:
            self._stage_chip.offer([(stage.key, stage.period) for stage in self._plan.stages])
        senders = {line.submission.unit_id for line in self._lines}
        self._unit_chip.offer([(unit.key, unit.short) for unit in self._units if unit.id in senders])
        self._filter = replace(self._filter, stage=self._stage_chip.value, unit=self._unit_chip.value)

    def _show(self) -> None:
        node = self.board.node
        chosen = [line for line in self._lines if line.submission.requirement_id in node.requirement_ids]
        lines = self._filter.kept(chosen, self.frame.clock.today())
        self._clear_button.setVisible(self._filter != Filter())
        self.board.show_lines(lines, _count(lines, len(chosen)), self._about(node))

    def _about(self, node: Node) -> str:
        """Return what is to be known of the requirement chosen, on one or two lines."""
        if node.kind is not Kind.REQUIREMENT or not self._plan:
            return ""
        item = next(item for item in self._plan.requirements if item.id in node.requirement_ids)
        names = {unit.key: unit.short for unit in self._units}
        facts = (
            item.due.spoken(),
            f"报送至{names.get(item.receiver, '各市、区')}",
            f"形式：{item.form}",
            f"渠道：{item.channel}",
        )
        return "\n".join(filter(None, (" · ".join(facts), requirement_text(item).replace("\n", " "))))

    def _refilter(self, **changes: object) -> None:
        self._filter = replace(self._filter, **changes)  # type: ignore[arg-type]
        self._show()
        self._on_picked()

    def _clear(self) -> None:
        """Take every filter back, and show once."""
        self._filter = Filter()
        for widget in (self._stage_chip, self._unit_chip, self._state_chip, self._missing_only, self._text):
            widget.blockSignals(True)
        for chip in (self._stage_chip, self._unit_chip, self._state_chip):
            chip.pick("")
        self._missing_only.setChecked(False)
        self._text.clear()
        for widget in (self._stage_chip, self._unit_chip, self._state_chip, self._missing_only, self._text):
            widget.blockSignals(False)
        self._show()

    def _show_submission(self, key: int) -> None:
        line = next((line for line in self._lines if line.id == key), None)
        if not line:
            self.frame.tell(UserError("没有找到这件报送件，可能已经撤下。"))
            return
        if line.submission.requirement_id not in self.board.node.requirement_ids:
            item = self._requirements[line.submission.requirement_id]
            self.board.choose_node(f"{Kind.REQUIREMENT}:{item.key}")
        if line.id not in {each.id for each in self.board.shown()}:
            self._clear()
        if len(self.board.lines()) != 1 and self.board.mode != LIST:
            self.board.show_mode(LIST)
        self.board.choose({key}, key)
        self.board.reveal()
        self.board.focus()
        self._on_opened()

    def _sheet(self) -> Sheet:
        """Return the checklist of what is shown, unit by unit in official order; the filter stands in its title."""
        lines = sorted(self.board.shown(), key=lambda line: (line.unit_place, line.submission.due_on, line.place))
        stages = {stage.key: stage.title for stage in (self._plan.stages if self._plan else ())}
        node, units = self.board.node, {unit.key: unit.name for unit in self._units}
        about = "" if node.kind is Kind.ALL else " ".join(node.title.split())[:40]
        words = " · ".join(filter(None, (about, self._filter.words(stages, units))))
        title = f"{self._campaigns.require().title}报送清单"
        return self._documents.checklist_of(
            [line.submission for line in lines], f"{title}（{words}）" if words else title
        )

    def _save_files(self, files: Sequence[StoredFile]) -> None:
        self._opening.save(files)

    def _ask(self, lines: Sequence[Line], state: State) -> None:
        self._handling.ask(lines, state)

    def _on_node_chosen(self) -> None:
        self._show()
        self._on_picked()

    def _on_picked(self) -> None:
        """Follow the selection: the detail where it is open, and what the buttons can do."""
        lines = self.board.lines()
        self._receive_button.setEnabled(any(State.RECEIVED in next_states(line.submission.state) for line in lines))
        if len(lines) == 1:
            self._shown_id = lines[0].id
        if self.detail.isVisibleTo(self):
            self._show_detail(lines)

    def _on_opened(self) -> None:
        self._show_detail(self.board.lines())

    def _show_detail(self, lines: Sequence[Line]) -> None:
        if not lines:
            self.close_detail()
        elif len(lines) > 1:
            self.open_detail(several(lines, self._hands))
        else:
            line = lines[0]
            item = self._requirements.get(line.submission.requirement_id)
            self.open_detail(detail_of(line, item, self._submissions.steps(line.id), self._hands))

    def _on_dropped(self, key: int, paths: list[Path]) -> None:
        line = next((line for line in self._lines if line.id == key), None)
        if line:
            self.board.choose({key}, key)
            self._handling.receive(line, paths)

    def _on_receive_asked(self) -> None:
        self._ask(self.board.lines(), State.RECEIVED)

    def _on_menu_asked(self, at: QPoint) -> None:
        lines = self.board.lines()
        if lines:
            menu = step_menu(lines, self._handling.take, self._ask, self._hands.remind, self)
            menu.exec(at)
            menu.deleteLater()

    def _on_undo_asked(self, line: Line, step: Step) -> None:
        self._handling.undo({line.id: step.id})

    def _on_withdraw_asked(self, line: Line) -> None:
        try:
            self._submissions.withdraw(line.id)
        except UserError as error:
            self.frame.tell(error)
        else:
            self.close_detail()
            self.frame.say(f"已撤下 {line.what}", undo=partial(self._submissions.bring_back, line.id))

    def _on_clear_asked(self) -> None:
        self._clear()
        self._on_picked()

    def _on_missing_asked(self) -> None:
        names = [unit.name for unit in self._units]
        title = self._campaigns.require().title
        dialog = MissingDialog(
            self._submissions, names, title, lambda sheet: self._outgoing.preview(lambda: sheet), self.frame, self
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_entry_asked(self) -> None:
        open_ended = [item for item in self._requirements.values() if item.is_open_ended]
        if not open_ended:
            self.frame.say("这次活动没有需要另行登记的事项")
            return
        year, today = self._campaigns.require().year, self.frame.clock.today()
        dialog = EntryDialog(open_ended, self._units, year, today, self._late_words, self)
        chosen = [item.id for item in open_ended if item.id in self.board.node.requirement_ids]
        dialog.choose(chosen[0] if chosen else open_ended[0].id, self._filter.unit)
        dialog.submitted.connect(partial(self._on_entry_submitted, dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_entry_submitted(self, dialog: EntryDialog) -> None:
        try:
            key = self._submissions.add(dialog.requirement.id, dialog.unit_id, dialog.on, dialog.label)
        except UserError as error:
            dialog.show_error(str(error))
            return
        dialog.accept()
        self._show_submission(key)
        self.frame.say(f"已登记 {self._submissions.get(key).title}", undo=partial(self._submissions.withdraw, key))


def _count(lines: Sequence[Line], among: int) -> str:
    done = sum(line.submission.is_settled for line in lines)
    part = f"筛选出 {len(lines)} 件，" if len(lines) != among else ""
    return f"{part}已报 {done}/{len(lines)}"
