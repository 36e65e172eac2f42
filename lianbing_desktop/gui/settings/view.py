"""设置: who works here, how it looks, reminding, where the data lies, backups, checks, holidays; each kept at once."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QRadioButton, QScrollArea, QWidget

from lianbing_desktop import __version__
from lianbing_desktop.domain.finding import Finding
from lianbing_desktop.domain.monthday import written
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.folders import show_folder
from lianbing_desktop.gui.forms.ui_settings_page import Ui_SettingsPage
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.restart import start_again
from lianbing_desktop.gui.settings.reminder_card import ReminderCard
from lianbing_desktop.gui.widgets.badge import OVERDUE, SOON, Badge, Shape
from lianbing_desktop.gui.widgets.job_bar import JobBar
from lianbing_desktop.gui.widgets.noted import NotedTable, finding_line
from lianbing_desktop.gui.widgets.page import Page
from lianbing_desktop.gui.widgets.question import ask
from lianbing_desktop.paths import Home
from lianbing_desktop.services.autostart import Autostart
from lianbing_desktop.services.backups import Backup, Backups
from lianbing_desktop.services.checks import Checks
from lianbing_desktop.services.holidays import Holidays
from lianbing_desktop.services.settings import OFFICER, SCHEME, Settings

_FAULT = Badge("有问题", Shape.FLAG, OVERDUE.ink, OVERDUE.ground)
_HINT = Badge("提示", Shape.RING, SOON.ink, SOON.ground)


class SettingsView(Page):
    """The page; its fields are drawn in ui/settings_page.ui."""

    cares_for = frozenset({"settings"})

    def __init__(
        self,
        settings: Settings,
        home: Home,
        backups: Backups,
        checks: Checks,
        holidays: Holidays,
        autostart: Autostart,
        restore: Callable[[Backup], object],
        frame: Frame,
    ) -> None:
        super().__init__("settings", "设置", frame)
        self._settings, self._home = settings, home
        self._backups, self._checks, self._holidays = backups, checks, holidays
        self._restore, self._is_let_go = restore, False
        self._ui = Ui_SettingsPage()
        self._build()
        self._reminder_card = ReminderCard(self._ui, settings, autostart, frame, self)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        ui = self._ui
        if not ui.officer.isModified():
            ui.officer.setText(self._settings.get(OFFICER))
        self._schemes()[self._settings.get(SCHEME)].setChecked(True)
        self._reminder_card.refresh()
        ui.data_path.setText(str(self._home.root))
        newest = self._backups.newest()
        ui.backup_newest.setText(
            f"最近一次：{written(newest.made_on)}，{newest.path.name}" if newest else "还没有备份。"
        )
        self._offer_backups()
        ui.holiday_years.setText(self._years())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ui.officer.setFocus(Qt.FocusReason.OtherFocusReason)

    def save_state(self) -> None:
        super().save_state()
        self._keep_officer()
        self._keep_quiet_hours()

    def _build(self) -> None:
        inner = QWidget()
        ui = self._ui
        ui.setupUi(inner)  # type: ignore[no-untyped-call]
        label: QLabel
        for label in inner.findChildren(QLabel):
            label.setObjectName(label.property("kind") or label.objectName())
        card: QFrame
        for card in inner.findChildren(QFrame):
            if type(card) is QFrame:
                card.setObjectName("card")
        ui.holiday_hint.setText(
            f"新一年的放假通知公布后，可以把年度文件（例如 2027.toml）放进“{self._home.holidays}”，"
            "重新打开练兵台后生效。自备的年度文件优先于内置的。"
        )
        ui.about.setText(f"练兵台 {__version__} · MIT 许可 · 不联网，不收集任何信息。")
        self._bar = JobBar(self.frame, "已取消检查")
        self._found = NotedTable(self.frame, "settings/findings", ("哪里", "问题", "怎么办"), {1: 280, 2: 260}, 3)
        ui.check_card_column.addWidget(self._bar)
        ui.check_card_column.addWidget(self._found)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        self.set_body(scroll)

    def _connect(self) -> None:
        ui = self._ui
        ui.officer.editingFinished.connect(self._keep_officer)
        for scheme, button in self._schemes().items():
            button.clicked.connect(partial(self._on_scheme_clicked, scheme))
        ui.open_data.clicked.connect(lambda: show_folder(self._home.root, self.frame))
        ui.open_backups.clicked.connect(lambda: show_folder(self._home.backups, self.frame))
        ui.open_holidays.clicked.connect(self._on_open_holidays_clicked)
        ui.back_up.clicked.connect(self._on_back_up_clicked)
        ui.check.clicked.connect(self._on_check_clicked)
        ui.restore.clicked.connect(self._on_restore_clicked)

    def _schemes(self) -> dict[str, QRadioButton]:
        ui = self._ui
        return {"": ui.scheme_system, "light": ui.scheme_light, "dark": ui.scheme_dark}

    def _years(self) -> str:
        try:
            years = self._holidays.calendar.years
        except UserError as error:
            return str(error)
        return f"已收录国务院放假安排：{years[0]}—{years[-1]} 年。" if years else "没有收录任何一年的放假安排。"

    def _keep(self, key: str, value: str) -> bool:
        """Keep a choice and say so; where it cannot be kept, tell why and show what stands."""
        try:
            self._settings.put(key, value)
        except UserError as error:
            self.frame.tell(error)
            self.refresh()
            return False
        self.frame.say("已保存")
        return True

    def _keep_officer(self) -> None:
        if self._is_let_go:
            return
        line = self._ui.officer
        name = line.text().strip()
        line.setModified(False)
        if name != self._settings.get(OFFICER):
            self._keep(OFFICER, name)

    def _keep_quiet_hours(self) -> None:
        if not self._is_let_go:
            self._reminder_card.keep_quiet_hours()

    def _on_scheme_clicked(self, scheme: str, checked: bool = False) -> None:
        if scheme != self._settings.get(SCHEME) and self._keep(SCHEME, scheme):
            self.frame.style.choose(scheme)

    def _on_back_up_clicked(self) -> None:
        try:
            backup = self._backups.renew()
        except UserError as error:
            self.frame.tell(error)
        else:
            self.refresh()
            self.frame.say(f"已备份为“{backup.path.name}”")

    def _offer_backups(self) -> None:
        """Offer the backups to be put back, the newest first."""
        chosen = self._ui.backups.currentData()
        self._ui.backups.clear()
        for backup in reversed(self._backups.all()):
            self._ui.backups.addItem(f"{written(backup.made_on)}的备份", backup)
        self._ui.backups.setCurrentIndex(max(0, self._ui.backups.findData(chosen)))
        for widget in (self._ui.backups, self._ui.restore):
            widget.setEnabled(self._ui.backups.count() > 0)

    def _on_restore_clicked(self) -> None:
        backup: Backup = self._ui.backups.currentData()
        text = f"把数据恢复到{written(backup.made_on)}备份时的样子？"
        more = "此后的登记和修改不再显示，但不会丢：现在的数据文件另存在数据文件夹里。练兵台会重新打开。"
        ask(self, "恢复备份", text, "恢复并重新打开", partial(self._put_back, backup), more)

    def _put_back(self, backup: Backup) -> None:
        """Let go of the data, put the backup in its place, and start anew on what stands there then."""
        self._keep_officer()
        self._keep_quiet_hours()
        self._is_let_go = True
        self.frame.jobs.stop()
        for act in (partial(self._restore, backup), partial(start_again, self._home, self.frame.clock)):
            try:
                act()
            except UserError as error:
                self.frame.tell(error)
        self.frame.leave()

    def _on_open_holidays_clicked(self) -> None:
        try:
            self._home.holidays.mkdir(parents=True, exist_ok=True)
        except OSError:
            self.frame.tell(UserError(f"不能建立文件夹“{self._home.holidays}”。请检查权限。"))
        else:
            show_folder(self._home.holidays, self.frame)

    def _on_check_clicked(self) -> None:
        try:
            check = self._checks.prepared()
        except UserError as error:
            self.frame.tell(error)
            return
        self._found.show_lines([])
        self._ui.check.setEnabled(False)
        self._bar.run(lambda: "正在核对附件", check, self._on_checked, lambda: self._ui.check.setEnabled(True))

    def _on_checked(self, findings: list[Finding]) -> None:
        words = f"发现 {len(findings)} 处，列在下面。" if findings else "数据文件和全部附件完好。"
        at = f"{self.frame.clock.now():%H:%M}"
        self._ui.check_result.setText(f"{words}（{at} 检查）")
        self._found.show_lines([finding_line(each, _FAULT, _HINT) for each in findings])
