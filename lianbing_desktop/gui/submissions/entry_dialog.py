"""登记一件: one more piece of an open-ended requirement, with the due day that results shown before saving."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from lianbing_desktop.domain.monthday import spoken
from lianbing_desktop.domain.period import period_label
from lianbing_desktop.domain.requirement import Requirement
from lianbing_desktop.domain.unit import Unit
from lianbing_desktop.gui.forms.ui_entry_dialog import Ui_EntryDialog
from lianbing_desktop.gui.submissions.day import shown, taken
from lianbing_desktop.gui.submissions.detail import requirement_text
from lianbing_desktop.gui.widgets.dialog import Dialog

LateWords = Callable[[int, date], str]
"""Given a requirement's id and a due day, what is to be said of an entry after its own reminders; else empty."""


class EntryDialog(Dialog):
    """Requirement, unit, day and name of the piece."""

    def __init__(
        self,
        requirements: Sequence[Requirement],
        units: Sequence[Unit],
        year: int,
        today: date,
        late_words: LateWords,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._requirements = {item.id: item for item in requirements}
        self._units, self._year, self._today, self._late_words = units, year, today, late_words
        self.form = Ui_EntryDialog()
        self.form.setupUi(self)  # type: ignore[no-untyped-call]
        self._fill()
        self._connect()

    @property
    def requirement(self) -> Requirement:
        """The requirement chosen."""
        return self._requirements[self.form.requirement.currentData()]

    @property
    def on(self) -> date:
        """The day entered."""
        return taken(self.form.on.date())

    @property
    def unit_id(self) -> int:
        """The unit chosen."""
        return int(self.form.unit.currentData())

    @property
    def label(self) -> str:
        """The name or document number entered."""
        return self.form.label.text()

    def choose(self, requirement_id: int, unit_key: str = "") -> None:
        """Begin with a requirement and, where it is one of its senders, a unit."""
        self.form.requirement.setCurrentIndex(max(0, self.form.requirement.findData(requirement_id)))
        unit = next((unit for unit in self._units if unit.key == unit_key), None)
        place = self.form.unit.findData(unit.id) if unit else -1
        if place >= 0:
            self.form.unit.setCurrentIndex(place)

    def show_error(self, words: str) -> None:
        """Show why it was not saved; what was entered stays."""
        self.form.error.setText(words)
        self.form.error.setVisible(bool(words))

    def _fill(self) -> None:
        for item in self._requirements.values():
            self.form.requirement.addItem(item.title, item.id)
        self.form.on.setDate(shown(self._today))
        self.add_buttons(self.form.buttons, "登记")
        self.show_error("")
        self._on_requirement_changed()

    def _connect(self) -> None:
        self.form.requirement.currentIndexChanged.connect(self._on_requirement_changed)
        self.form.on.dateChanged.connect(self._on_day_changed)

    def _on_requirement_changed(self) -> None:
        item = self.requirement
        event = item.event or item.due.after
        self.form.unit.clear()
        for unit in self._units:
            if unit.key in item.senders:
                self.form.unit.addItem(unit.name, unit.id)
        self.form.onLabel.setText(f"{event}日期" if event else "日期")
        self.form.remark.setText(requirement_text(item))
        self.form.remark.setVisible(bool(requirement_text(item)))
        last = date(self._year + 1, 12, 31) if not event else self._today
        self.form.on.setMaximumDate(shown(max(last, self._today)))
        self._on_day_changed()

    def _on_day_changed(self) -> None:
        item, on = self.requirement, self.on
        covered = item.is_covered(self._year, on)
        if self.sure:
            self.sure.setEnabled(covered)
        self.show_error("")
        if not covered:
            first, last = (day.in_year(self._year) for day in item.covers or ())
            self.form.due.setText("—")
            self.show_error(f"这项要求只包括{spoken(first)}至{spoken(last)}的{item.event or '事项'}，请核对日期。")
            return
        due_on = item.entry_due(self._year, on)
        rule = f"（{item.due.spoken()}）" if item.due.after else ""
        period = item.entry_period(self._year, on)
        month = f"，计入{period_label(period)}" if period else ""
        self.form.due.setText(f"{spoken(due_on)}{rule}{month}")
        self.show_error(self._late_words(item.id, due_on))
