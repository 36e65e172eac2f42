"""Figures: what the desk knows for a report, each with the rows it was counted from; None where it knows nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lianbing_desktop.domain.sheet import Cell, Sheet

Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Figure:
    """One value with its name in the texts; ``words`` as printed, None for a gap. ``rows`` are what it was taken from.

    ``source`` says in words where these rows stand.
    """

    name: str
    words: str | None
    source: str = ""
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True)
class Items:
    """Things a text repeats a part for; all have figures of the same ``names``, which are known of no things too."""

    names: tuple[str, ...]
    figures: tuple[tuple[Figure, ...], ...] = ()


@dataclass(frozen=True)
class Figures:
    """All that one report is filled with: values, tables by name, and what parts are repeated for by name."""

    values: tuple[Figure, ...]
    tables: Mapping[str, Sheet] = field(default_factory=dict)
    items: Mapping[str, Items] = field(default_factory=dict)

    def names(self) -> set[str]:
        """Return the names of the values."""
        return {figure.name for figure in self.values}
