"""A source: what a file from outside says, as plain blocks with their places, before anybody has understood it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SourceCell:
    """One cell of a table. ``row`` and ``column`` count from 0; a merged cell spans ``rows`` × ``columns``."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True)
class SourceTable:
    """One table: its cells, each merged one once, in reading order."""

    cells: tuple[SourceCell, ...]
    row_count: int
    column_count: int
    name: str = ""


@dataclass(frozen=True)
class SourceParagraph:
    """One paragraph; ``level`` is the heading level of its style, 0 for plain text."""

    text: str
    level: int = 0


SourceBlock = SourceTable | SourceParagraph


@dataclass(frozen=True)
class Source:
    """A whole file: its SHA-256 (lower-case hex), name, and blocks in reading order.

    ``warnings`` are sentences about what could not be read as written (tracked changes, hidden text, long numbers).
    """

    sha256: str
    name: str
    blocks: tuple[SourceBlock, ...]
    warnings: tuple[str, ...] = ()
