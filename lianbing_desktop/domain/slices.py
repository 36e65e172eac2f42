"""Slices: long work as a generator of nothing, so that who runs it can let the window live between two steps."""

from collections.abc import Generator, Iterator, Sequence
from typing import TypeVar

SIZE = 500
"""How many things are worked on between two steps: a few milliseconds."""

T = TypeVar("T")
Steps = Generator[None, None, T]
"""Work in steps; what it comes to is returned at the end."""


def finish(steps: Steps[T]) -> T:
    """Do all steps at once and return what they come to."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            value: T = end.value
            return value


def sliced(things: Sequence[T], size: int = SIZE) -> Iterator[Sequence[T]]:
    """Return the things in portions of at most ``size``."""
    return (things[start : start + size] for start in range(0, len(things), size))
