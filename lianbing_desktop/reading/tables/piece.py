"""Words with their place in the source: pieces, and cells that are joined of pieces."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from lianbing_desktop.domain.plan import Place


@dataclass(frozen=True)
class Piece:
    """A stretch of one paragraph or cell."""

    text: str
    place: Place

    def cut(self, start: int, end: int) -> "Piece":
        """Return the stretch [start, end) of this one, without blanks at its ends."""
        text = self.text[start:end]
        start += len(text) - len(text.lstrip())
        end = start + len(text.strip())
        at = self.place
        place = Place(at.block, at.table, at.row, at.column, at.start + start, at.start + end)
        return Piece(self.text[start:end], place)


@dataclass(frozen=True)
class Cell:
    """What one cell says; its pieces are joined by ``joint`` where it was torn over several lines."""

    pieces: tuple[Piece, ...] = ()
    joints: tuple[str, ...] = ()

    @classmethod
    def of(cls, pieces: Iterable[Piece], joint: str = "\n") -> "Cell":
        """Join pieces by one sign."""
        found = tuple(piece for piece in pieces if piece.text.strip())
        return cls(found, (joint,) * max(0, len(found) - 1))

    @cached_property
    def text(self) -> str:
        """All words of the cell."""
        parts = [piece.text for piece in self.pieces]
        return "".join(part + joint for part, joint in zip(parts, (*self.joints, ""), strict=True)) if parts else ""

    @property
    def places(self) -> tuple[Place, ...]:
        """Where the pieces stand."""
        return tuple(piece.place for piece in self.pieces)

    def cut(self, start: int, end: int) -> "Cell":
        """Return the stretch [start, end) of the cell's text."""
        kept: list[Piece] = []
        joints: list[str] = []
        at = 0
        for piece, joint in zip(self.pieces, (*self.joints, ""), strict=True):
            low, high = max(start - at, 0), min(end - at, len(piece.text))
            part = piece.cut(low, high) if low < high else None
            if part and part.text:
                kept.append(part)
                joints.append(joint)
            at += len(piece.text) + len(joint)
        return Cell(tuple(kept), tuple(joints[:-1]))

    def __bool__(self) -> bool:
        return bool(self.pieces)
