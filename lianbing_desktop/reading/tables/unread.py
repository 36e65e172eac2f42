"""Nothing is dropped: what no task and no heading took is told as unread."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from lianbing_desktop.domain.plan import Passage, Place
from lianbing_desktop.reading.tables.piece import Piece

_LEAST = "|｜│"


def left_over(everything: Sequence[Piece], taken: Iterable[Place], reasons: dict[Place, str]) -> list[Passage]:
    """Return the stretches of the source that no place taken covers, bars and blanks aside."""
    covered: dict[tuple[int, int, int], list[tuple[int, int]]] = {}
    for place in taken:
        covered.setdefault((place.block, place.row, place.column), []).append((place.start, place.end))
    found: list[Passage] = []
    for piece in everything:
        place = piece.place
        spans = covered.get((place.block, place.row, place.column), [])
        for start, end in _gaps(len(piece.text), spans):
            part = piece.cut(start, end)
            if part.text.strip(_LEAST + " \t\n\u3000"):
                found.append(Passage(part.text, part.place, _reason(part.place, reasons)))
    return found


def _gaps(length: int, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    gaps, at = [], 0
    for start, end in sorted(spans):
        if start > at:
            gaps.append((at, start))
        at = max(at, end)
    return [*gaps, (at, length)] if at < length else gaps


def _reason(place: Place, reasons: dict[Place, str]) -> str:
    return next(
        (why for known, why in reasons.items() if replace(known, start=0, end=0) == replace(place, start=0, end=0)),
        "没有认出是什么",
    )
