"""The table of units: official order, a heading over each kind, one unit chosen at a time."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QAbstractItemView

from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.gui.units.delegate import BadgesDelegate, TextDelegate
from lianbing_desktop.gui.units.model import COL_MISSING, COL_OPEN, COL_PEOPLE, COL_RECEIVED, COL_SENT, COL_UNIT
from lianbing_desktop.gui.units.model import UnitTableModel as Model
from lianbing_desktop.gui.units.words import badges
from lianbing_desktop.gui.widgets.table import Table
from lianbing_desktop.services.units import UnitLine

_WIDTHS = {COL_UNIT: 152, COL_PEOPLE: 80, COL_OPEN: 52, COL_RECEIVED: 52, COL_SENT: 64}


class UnitTable(Table):
    """Shows units under their kinds."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame.memory, "units")
        self.units = Model()
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName("单位")
        self.horizontalHeader().setSectionsMovable(False)  # the headings of kinds span the columns from the first on
        self.setItemDelegate(TextDelegate(self))
        self.setItemDelegateForColumn(COL_MISSING, BadgesDelegate(frame.style, self))
        self.set_model(self.units, _WIDTHS, COL_MISSING)

    def show_lines(self, lines: Sequence[UnitLine]) -> None:
        """Show other units; the one chosen stays so where it is still there."""
        chosen = self.unit_id()
        self.clearSpans()
        self.units.set_rows(lines)
        for row in self.units.heading_rows():
            self.setSpan(row, 0, 1, self.units.columnCount())
        if chosen:
            self.choose(chosen)

    def unit_id(self) -> int:
        """Return the unit chosen, 0 for none."""
        index = self.currentIndex()
        line = self.units.line(index.row()) if index.isValid() else None
        return line.unit.id if line else 0

    def choose(self, unit_id: int) -> bool:
        """Choose a unit and bring it into view; False where it is not shown."""
        row = self.units.row_of(unit_id)
        if row < 0:
            return False
        self.selectRow(row)
        self.scrollTo(self.units.index(row, 0))
        return True

    def choose_first(self) -> None:
        """Choose the first unit where something presses, else the first."""
        lines = [line for row in range(self.units.rowCount()) if (line := self.units.line(row))]
        first = next((line for line in lines if badges(line)), next(iter(lines), None))
        if first:
            self.choose(first.unit.id)

    def line_at(self, index: QModelIndex) -> UnitLine | None:
        """Return the unit at a place, None for a heading."""
        return self.units.line(index.row()) if index.isValid() else None
