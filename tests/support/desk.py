"""A desk in a folder of its own, without a window, and the few things every test of it needs."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from lianbing_desktop.app import open_desk
from lianbing_desktop.domain.requirement import Requirement
from lianbing_desktop.domain.submission import Submission
from lianbing_desktop.services.desk import Desk

SEED = Path(__file__).parent / "seed"
SEED_WORD = SEED / "附件2-任务分解表.docx"
SEED_TEXT = SEED / "000_0b0f6879d0769fb1.txt"
CAMPAIGN = "suzhou-2017"
TODAY = date(2017, 10, 20)


@contextmanager
def desk_at(home: Path, today: date = TODAY, campaign: str = CAMPAIGN) -> Iterator[Desk]:
    """Open a desk on that day; in a fresh folder with the 2017 campaign started (none with ``campaign`` empty)."""
    desk = open_desk(home, today)
    try:
        if campaign and not desk.campaigns.all():
            desk.campaigns.start(campaign)
        yield desk
    finally:
        desk.close()


def piece(desk: Desk, title: str, unit: str = "", period: str = "", label: str = "") -> Submission:
    """Return the first submission of that requirement, unit (a part of its name), period and label."""
    for each in desk.submissions.all():
        if (
            each.requirement == title
            and unit in each.unit
            and period in ("", each.period)
            and label in ("", each.label)
        ):
            return each
    raise LookupError(f"{title} {unit} {period} {label}")


def asked(desk: Desk, title: str) -> Requirement:
    """Return the requirement of that title."""
    return next(each for each in desk.submissions.requirements() if each.title == title)


def unit_id(desk: Desk, key: str) -> int:
    """Return the id of the unit of that key."""
    return next(unit.id for unit in desk.campaigns.units() if unit.key == key)


def paper(folder: Path, name: str = "联络员名单.docx", content: bytes = b"list") -> Path:
    """Write a file to be handed in and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(content)
    return path
