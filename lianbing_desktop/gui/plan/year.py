"""The year a table's days belong to: as the table says, or as the officer says."""

from PySide6.QtWidgets import QSpinBox

_FIRST, _LAST = 2000, 2099
_AS_TOLD = _FIRST - 1


class YearBox(QSpinBox):
    """A year from 2000 to 2099; one step below the first stands for what the table itself says."""

    def __init__(self, suggested: int) -> None:
        super().__init__()
        self._suggested = suggested
        self.setRange(_AS_TOLD, _LAST)
        self.setValue(_AS_TOLD)
        self.setSpecialValueText("按表中写的")
        self.setSuffix(" 年")
        self.setKeyboardTracking(False)
        self.setMinimumWidth(136)
        self.setAccessibleName("年度")

    @property
    def year(self) -> int | None:
        """The year, or None for what the table says."""
        return self.value() if self.value() != _AS_TOLD else None

    def show_year(self, year: int | None) -> None:
        """Show a year without telling anybody."""
        self.blockSignals(True)
        self.setValue(year or _AS_TOLD)
        self.blockSignals(False)

    def stepBy(self, steps: int) -> None:
        if self.value() == _AS_TOLD and steps > 0:
            self.setValue(self._suggested)  # nobody means 2000
        elif self.value() != _AS_TOLD:
            super().stepBy(steps)
