"""Titles broken into lines as GB/T 9704-2012 §7.3.1 wants them: whole words, in the shape of a 梯形 or 菱形."""

from collections.abc import Iterator
from itertools import combinations

from lianbing_desktop.domain.measure import squares

BREAK = "|"
WIDEST = 19.0
"""Squares of 2号 a line may have: 20 fit between the margins."""
_MOST = 12
_OPENING, _CLOSING = "《〈（〔“‘【", "》〉）〕”’】、，：；。"


def title_lines(title: str, widest: float = WIDEST) -> list[str]:
    """Return the lines of a title; ``|`` is where one may end, elsewhere only a part too long for a line is broken."""
    pieces = [piece for part in title.split(BREAK) for piece in _short_enough(part, widest) if piece]
    if squares("".join(pieces)) <= widest or len(pieces) > _MOST:
        return ["".join(pieces)] if len(pieces) <= _MOST else pieces
    choices = [lines for count in range(2, len(pieces) + 1) for lines in _splits(pieces, count)]
    fitting = [lines for lines in choices if all(squares(line) <= widest for line in lines)]
    return min(fitting, key=_ugliness)


def _splits(pieces: list[str], count: int) -> Iterator[list[str]]:
    for ends in combinations(range(1, len(pieces)), count - 1):
        bounds = (0, *ends, len(pieces))
        yield ["".join(pieces[a:b]) for a, b in zip(bounds, bounds[1:], strict=False)]


def _ugliness(lines: list[str]) -> tuple[int, int, float]:
    """Fewest lines, no 沙漏 (a line shorter than both its neighbours), neighbours as near in width as they can be."""
    widths = [squares(line) for line in lines]
    hollow = sum(a > b < c for a, b, c in zip(widths, widths[1:], widths[2:], strict=False))
    return len(lines), hollow, max(widths) - min(widths)


def _short_enough(part: str, widest: float) -> list[str]:
    """Return a part that fits a line as it is, else cut where no number, bracket or mark is torn."""
    if squares(part) <= widest:
        return [part]
    middle = len(part) // 2
    places = sorted(range(1, len(part)), key=lambda place: abs(place - middle))
    cut = next((place for place in places if _may_end(part, place)), middle)
    return [*_short_enough(part[:cut], widest), *_short_enough(part[cut:], widest)]


def _may_end(part: str, place: int) -> bool:
    before, after = part[place - 1], part[place]
    torn = before.isdigit() and (after.isdigit() or after in "年月日号篇件")
    return not torn and before not in _OPENING and after not in _CLOSING
