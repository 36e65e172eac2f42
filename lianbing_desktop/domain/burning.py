"""Burning (刻录): drives, the record of a disc burnt and read back, and when it is to be read again."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lianbing_desktop.domain.package import Verdict

RECHECK_YEARS = 4
"""Discs are sampled for readability every four years (GB/T 18894-2002)."""


@dataclass(frozen=True)
class Drive:
    """A burner: what its program calls it (``/dev/sr0``, ``stdio:FILE``, ``D:``), and its name on screen."""

    device: str
    name: str


@dataclass(frozen=True)
class Burnt:
    """What a burning came to: the image's SHA-256 and size in bytes, and what reading the medium back found."""

    drive: str
    image: Path
    volume: str
    sha256: str
    size: int
    verdict: Verdict


@dataclass(frozen=True)
class Burn:
    """A burning as it is kept. ``recheck_on`` is the day on which the disc should be read again."""

    volume: str
    title: str
    drive: str
    image: str
    sha256: str
    size: int
    burned_on: date
    person: str
    checked: int
    is_sound: bool
    recheck_on: date
    note: str = ""
    id: int = 0


def recheck_day(burned_on: date) -> date:
    """Return the day on which a disc burnt then should be read again."""
    year = burned_on.year + RECHECK_YEARS
    try:
        return burned_on.replace(year=year)
    except ValueError:
        return date(year, 3, 1)
