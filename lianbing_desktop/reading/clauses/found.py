"""A time found in a plain text, with its place there."""

from dataclasses import dataclass

from lianbing_desktop.domain.clause import Time


@dataclass(frozen=True)
class Found:
    """A time at [start, end) of the plain text."""

    time: Time
    start: int
    end: int
    warning: str | None = None
