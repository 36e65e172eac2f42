"""还缺什么: what is due by a day and has not come, unit by unit, to be copied, printed or opened."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

from lianbing_desktop.domain.monthday import month_end, spoken
from lianbing_desktop.domain.sheet import Sheet
from lianbing_desktop.domain.standing import standing
from lianbing_desktop.domain.submission import State
from lianbing_desktop.gui.forms.ui_missing_dialog import Ui_MissingDialog
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.submissions.day import shown, taken
from lianbing_desktop.gui.submissions.delegate import PlainDelegate
from lianbing_desktop.gui.widgets.badge import standing_badge, state_badge
from lianbing_desktop.gui.widgets.delegates import BADGE_ROLE, BadgeDelegate
from lianbing_desktop.gui.widgets.dialog import Dialog, add_button
from lianbing_desktop.gui.widgets.empty import Empty
from lianbing_desktop.gui.widgets.table import Table
from lianbing_desktop.gui.widgets.tip import tip
from lianbing_desktop.services.submissions import Missing, Submissions
from lianbing_desktop.services.urging import NOBODY, by_unit, missing_sheet, urging_text

COL_UNIT, COL_WHAT, COL_DUE, COL_STATE = range(4)
HEADINGS = ("单位", "缺什么", "截止", "状态")
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_AT_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class MissingTableModel(QAbstractTableModel):
    """Lines of Missing; a unit is named at its first line only."""

    def __init__(self, today: date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._rows: list[Missing] = []

    def set_rows(self, rows: Sequence[Missing]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def missing(self, row: int) -> Missing:
        """Return the line of a row. Raises IndexError."""
        return self._rows[row]

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(HEADINGS):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == COL_DUE:
            return _AT_RIGHT
        return HEADINGS[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        each = self._rows[index.row()]
        if role == BADGE_ROLE and index.column() == COL_STATE:
            return standing_badge(standing(each.due_on, False, self._today)) or state_badge(State.OPEN)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(f"{each.unit or NOBODY}\n{each.title}")
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == COL_DUE:
            return _AT_RIGHT
        return None

    def _text(self, row: int, column: int) -> str:
        each = self._rows[row]
        if column == COL_UNIT:
            is_first = row == 0 or self._rows[row - 1].unit != each.unit
            return (each.unit or NOBODY) if is_first else ""
        badge = standing_badge(standing(each.due_on, False, self._today)) or state_badge(State.OPEN)
        return (each.title.replace(" · ", " "), spoken(each.due_on), badge.word)[column - 1]


class MissingDialog(Dialog):
    """A day and what is missing by it. Enter on a line goes to the submission."""

    def __init__(
        self,
        submissions: Submissions,
        units: Sequence[str],
        title: str,
        print_sheet: Callable[[Sheet], None],
        frame: Frame,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._submissions, self._units, self._campaign = submissions, units, title
        self._print_sheet, self._frame = print_sheet, frame
        self._missing: list[Missing] = []
        self.form = Ui_MissingDialog()
        self.form.setupUi(self)  # type: ignore[no-untyped-call]
        self._build()
        self._connect()
        self.refresh()

    @property
    def on(self) -> date:
        """The day chosen."""
        return taken(self.form.on.date())

    def refresh(self) -> None:
        """Ask what is missing by the day chosen."""
        self._missing = by_unit(self._submissions.missing(self.on), self._units)
        self._model.set_rows(self._missing)
        units = len({each.unit for each in self._missing if each.unit})
        self.form.count.setText(f"共 {len(self._missing)} 项，{units} 个单位" if self._missing else "")
        self.table.setVisible(bool(self._missing))
        self._nothing.setVisible(not self._missing)
        for button in (self._copy, self._print):
            button.setEnabled(bool(self._missing))

    def text(self) -> str:
        """Return the words to be pasted."""
        return urging_text(self._missing, self.on)

    def _build(self) -> None:
        today = self._frame.clock.today()
        self.form.on.setDate(shown(today))
        self.table, self._model = Table(self._frame.memory, "missing"), MissingTableModel(today, self)
        self.table.set_model(self._model, {COL_UNIT: 208, COL_DUE: 112, COL_STATE: 128}, COL_WHAT)
        self.table.setItemDelegate(PlainDelegate(self.table))
        self.table.setItemDelegateForColumn(COL_WHAT, PlainDelegate(self.table, Qt.TextElideMode.ElideMiddle))
        self.table.setItemDelegateForColumn(COL_STATE, BadgeDelegate(self._frame.style, self.table))
        self._nothing = Empty("到这一天没有缺报", "应报的材料都已收到。")
        for widget in (self.table, self._nothing):
            self.form.place.addWidget(widget)
        self.form.column.setStretch(1, 1)
        role = QDialogButtonBox.ButtonRole
        self._copy = self._button("复制催报文字", role.ActionRole)
        self._print = self._button("打印…", role.ActionRole)
        self._button("关闭", role.RejectRole)

    def _button(self, words: str, role: QDialogButtonBox.ButtonRole) -> QPushButton:
        return add_button(self.form.buttons, words, role)

    def _connect(self) -> None:
        self.form.on.dateChanged.connect(self.refresh)
        self.form.today.clicked.connect(self._on_today_clicked)
        self.form.monthEnd.clicked.connect(self._on_month_end_clicked)
        self.form.buttons.rejected.connect(self.reject)
        self._copy.clicked.connect(self._on_copy_clicked)
        self._print.clicked.connect(self._on_print_clicked)
        self.table.opened.connect(self._on_line_opened)
        self._frame.signals.changed.connect(self.refresh)

    def _on_today_clicked(self) -> None:
        self.form.on.setDate(shown(self._frame.clock.today()))

    def _on_month_end_clicked(self) -> None:
        today = self._frame.clock.today()
        self.form.on.setDate(shown(month_end(today.year, today.month)))

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.text())
        self._copy.setText("已复制 ✓")

    def _on_print_clicked(self) -> None:
        self._print_sheet(missing_sheet(self._missing, self.on, self._campaign))

    def _on_line_opened(self, index: QModelIndex) -> None:
        ids = self._model.missing(index.row()).submission_ids
        if ids:
            self.accept()
            self._frame.open("submission", ids[0])
