"""A sheet: one table as it goes out, the same values for Word, Excel, paper and PDF."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

Cell = str | int | date | None


class Align(StrEnum):
    """How a column stands."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True)
class Column:
    """One column: heading, width in parts of the page's width, and alignment."""

    heading: str
    width: float
    align: Align = Align.LEFT


@dataclass(frozen=True)
class Sheet:
    """A titled table.

    ``above`` stands flush left over the title (附件2：). ``rows`` hold one cell a column. In the columns named in
    ``merged`` equal neighbours downwards become one cell. ``below`` are lines under the table (signatures).
    ``is_top`` sets texts on paper at the top of their row, not in its middle. ``name`` is what a workbook tab is
    called, at most 31 characters.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    above: str = ""
    subtitle: str = ""
    merged: tuple[int, ...] = ()
    below: tuple[str, ...] = ()
    is_landscape: bool = False
    is_top: bool = False

    def spans(self, column: int) -> list[tuple[int, int]]:
        """Return the row ranges [from, to) that stand as one cell in ``column``."""
        starts = [
            row
            for row in range(len(self.rows))
            if row == 0 or column not in self.merged or self.rows[row][column] != self.rows[row - 1][column]
        ]
        ends = [*starts[1:], len(self.rows)]
        return list(zip(starts, ends, strict=False))


def cell_words(cell: Cell) -> str:
    """Return a cell as printed text; dates as ``2017-10-25``."""
    if cell is None:
        return ""
    return cell.isoformat() if isinstance(cell, date) else str(cell)
