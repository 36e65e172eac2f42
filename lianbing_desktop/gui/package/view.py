"""材料包: choose, check, make folder and disc image, verify, burn: five steps on one page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from lianbing_desktop.domain.finding import Finding
from lianbing_desktop.domain.package import PackagePlan
from lianbing_desktop.domain.refusal import BAD_NAME
from lianbing_desktop.domain.submission import Submission
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.package.build_card import BuildCard
from lianbing_desktop.gui.package.burn_card import BurnCard
from lianbing_desktop.gui.package.check_card import CheckCard
from lianbing_desktop.gui.package.choice import choice_groups
from lianbing_desktop.gui.package.choice_card import ChoiceCard
from lianbing_desktop.gui.package.verify_card import VerifyCard
from lianbing_desktop.gui.widgets.page import Page
from lianbing_desktop.services.burning import Burning
from lianbing_desktop.services.campaigns import Campaigns
from lianbing_desktop.services.packages import Built, PackageItem, Packages, handover_sheet
from lianbing_desktop.services.submissions import Submissions


class PackageView(Page):
    """The page. What is chosen is kept while the window is open; the campaign's own choice stands at first."""

    cares_for = frozenset({"campaigns", "unit_names", "submissions", "settings", "inspections", "overrides", "burns"})

    def __init__(
        self, campaigns: Campaigns, packages: Packages, submissions: Submissions, burning: Burning, frame: Frame
    ) -> None:
        super().__init__("package", "材料包", frame)
        self._campaigns, self._packages, self._submissions = campaigns, packages, submissions
        self._burning = burning
        self._campaign_id: int | None = None
        self._chosen: set[int] = set()
        self._targets: dict[str, tuple[int, int]] = {}
        self._build()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        current = self._campaigns.current()
        self.show_empty(current is None)
        if current is None:
            self.empty.say("还没有启动活动", "请先到“今日”选择内置活动，或导入任务分解表。")
            return
        if current.id != self._campaign_id:
            self._campaign_id, self._chosen = current.id, self._packages.usual()
        day = self.frame.clock.today()
        self._make.name_after(f"{current.title}材料-{day:%Y%m%d}")
        self._show_choice()
        self._burn.refresh()

    def print_page(self) -> None:
        from lianbing_desktop.gui.paper import preview

        try:
            preview([handover_sheet(self._plan())], self)
        except UserError as error:
            self.frame.tell(error)

    def recolor(self) -> None:
        super().recolor()
        self._choice.recolor()

    def save_state(self) -> None:
        super().save_state()
        self._choice.save_columns()
        self._check.table.save_columns()
        self._burn.save_columns()

    def _build(self) -> None:
        self.add_action("打印移交清单", "print", self.print_page)
        self._choice = ChoiceCard(self.frame)
        self._check = CheckCard(self._packages, self.frame)
        self._make = BuildCard(self._packages, self.frame, self._plan)
        self._verify = VerifyCard(self._packages, self.frame)
        self._burn = BurnCard(self._burning, self._packages, self.frame)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(16)
        for card in (self._choice, self._check, self._make, self._verify, self._burn):
            column.addWidget(card)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        self.set_body(scroll)
        self.empty.button.setText("去“今日”")
        self.empty.button.show()

    def _connect(self) -> None:
        self.empty.on_pressed(lambda: self.frame.open("page", 0))
        self._choice.choices.ticked.connect(self._on_ticked)
        self._choice.choices.renamed.connect(self._on_renamed)
        self._choice.short_asked.connect(self._on_short_asked)
        self._choice.opened.connect(lambda key: self.frame.open("submission", key))
        self._check.opened.connect(self._on_finding_opened)
        self._check.inspect.clicked.connect(lambda checked=False: self._look_into(by_hand=True))
        self._make.media_chosen.connect(self._show_choice)
        self._make.made.connect(self._on_made)

    def _show_choice(self) -> None:
        candidates, media = self._packages.candidates(), self._make.media_now()
        items = self._packages.items(self._chosen)
        findings = self._packages.findings(self._chosen, media)
        self._targets = _targets(candidates, items)
        self._choice.show_groups(choice_groups(candidates, items, self._chosen, self._packages.usual()))
        self._check.show_findings(findings, bool(items))
        self._make.show_discs(self._packages.discs_needed(self._chosen, media))
        self._make.show_ready(_not_ready(any(each.is_blocking for each in findings), bool(items)))
        self._look_into()

    def _look_into(self, by_hand: bool = False) -> None:
        """Have files looked into that were not yet; nothing is made before that."""
        if self._check.look_into(self._packages.inspecting(self._chosen), self._on_looked, by_hand):
            self._make.show_ready("文件内容还没有检查完。")

    def _on_looked(self) -> None:
        # what was found is kept after this, and brings the page up to date; a stopped look does not
        self._check.inspect.setVisible(True)

    def _plan(self) -> PackagePlan:
        return self._packages.plan(self._chosen, self._make.media_now())

    def _on_ticked(self, ids: frozenset[int], on: bool) -> None:
        self._chosen = self._chosen | ids if on else self._chosen - ids
        self._show_choice()

    def _on_renamed(self, file_id: int, name: str) -> None:
        try:
            self._packages.rename(file_id, name)
        except UserError as error:
            self.frame.tell(error)
        else:
            self.frame.say(f"光盘上的名字已改为“{name}”，原文件不变")

    def _on_short_asked(self) -> None:
        try:
            count = self._packages.accept_names(self._chosen)
        except UserError as error:
            self.frame.tell(error)
        else:
            self.frame.say(f"已为 {count} 个文件采用建议的短名，原文件不变")

    def _on_finding_opened(self, finding: Finding) -> None:
        submission_id, file_id = self._targets.get(finding.key, (0, 0))
        if file_id and finding.rule == BAD_NAME.number:
            self._choice.edit(file_id)
        elif submission_id:
            self.frame.open("submission", submission_id)

    def _on_made(self, built: Built) -> None:
        if built.image:
            self._burn.offer(built.image)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._choice.take_focus()


def _targets(candidates: list[Submission], items: list[PackageItem]) -> dict[str, tuple[int, int]]:
    """Return where a finding leads, by its key: submission and file."""
    found = {f"group:{each.any_of}:{each.unit_id}:{each.period}": (each.id, 0) for each in reversed(candidates)}
    found |= {f"submission:{each.id}": (each.id, 0) for each in candidates}
    return found | {f"file:{item.file.id}": (item.submission.id, item.file.id) for item in items}


def _not_ready(is_blocked: bool, has_files: bool) -> str:
    if is_blocked:
        return "请先处理上面标“必须改”的问题。"
    return "" if has_files else "所选的材料还没有收到文件，收件后才能制作。"
