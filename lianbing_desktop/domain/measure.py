"""How much room texts need, reckoned in squares of one Chinese character, and how the columns share a width."""

from datetime import date
from unicodedata import east_asian_width

from lianbing_desktop.domain.lettering import on_paper
from lianbing_desktop.domain.sheet import Cell, Sheet

WESTERN = 0.6
SHORT = 8.0
IN_DATES = 1.0
"""The air LibreOffice sets between figures and hanzi, whatever the file says: without it every date is broken."""


def squares(text: str) -> float:
    """Return the width of the widest line of ``text``."""
    return max(map(_line, text.split("\n"))) if "\n" in text else _line(text)


def lines(text: str, width: float) -> int:
    """Return how many lines ``text`` takes in ``width`` squares, each of its own lines for itself."""
    return sum(max(1, -int(-_line(line) // max(width, 1.0))) for line in text.split("\n"))


def shares(sheet: Sheet, total: float) -> list[float]:
    """Share ``total`` squares among the columns in proportion to their widths.

    A heading, a date or a column of nothing but short texts is not broken as long as the others can give way.
    """
    parts = [max(column.width, 0.01) for column in sheet.columns]
    least = [_least(sheet, column) for column in range(len(parts))]
    if sum(least) > total:
        return [total * part / sum(parts) for part in parts]
    fixed: set[int] = set()
    while True:
        room = total - sum(least[column] for column in fixed)
        whole = sum(part for column, part in enumerate(parts) if column not in fixed) or 1.0
        widths = [least[c] if c in fixed else room * part / whole for c, part in enumerate(parts)]
        tight = {column for column, width in enumerate(widths) if width < least[column] and column not in fixed}
        if not tight:
            return widths
        fixed |= tight


class _Widths(dict[str, float]):
    """The width of every letter met so far."""

    def __missing__(self, letter: str) -> float:
        width = 1.0 if east_asian_width(letter) in "FWA" else WESTERN
        self[letter] = width
        return width


_WIDTHS = _Widths()


def _line(text: str) -> float:
    return sum(map(_WIDTHS.__getitem__, text))


def _least(sheet: Sheet, column: int) -> float:
    """Return what a column needs with half a square of air on each side."""
    heading = min(squares(sheet.columns[column].heading), SHORT)
    return max(heading, _widest({row[column] for row in sheet.rows})) + 1.0


def _widest(cells: set[Cell]) -> float:
    """Return the widest of the texts where all of them are short, else 0."""
    widest = 0.0
    for cell in cells:
        width = squares(on_paper(cell))
        if width > SHORT:
            return 0.0
        widest = max(widest, width + (IN_DATES if isinstance(cell, date) else 0.0))
    return widest
