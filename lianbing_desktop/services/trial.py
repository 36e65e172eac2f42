"""A trial: fills a desk with what happened in a believable campaign, up to the clock's day, with small real files."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lianbing_desktop.domain.liaison import Liaison, with_fields
from lianbing_desktop.domain.monthday import MonthDay
from lianbing_desktop.domain.submission import State
from lianbing_desktop.services.desk import Desk
from lianbing_desktop.services.happenings import Happening, happenings
from lianbing_desktop.services.specimen_people import Specimen, specimen_people
from lianbing_desktop.services.specimens import write_specimen

Spot = tuple[str, str, str, str]
"""Requirement key, unit key, period and piece: number, or the name of what was entered by hand."""


@dataclass(frozen=True)
class Filled:
    """How many steps were taken and how many files were received."""

    steps: int
    files: int


def fill(desk: Desk, incoming: Path) -> Filled:
    """Let everything happen that had happened by the clock's day; the files come from the folder ``incoming``.

    The desk must have the 2017 campaign, just started, on it (any year of it).
    """
    trial = _Trial(desk, incoming)
    happened = [each for each in happenings() if trial.day(each.on) <= desk.clock.today()]
    for person in specimen_people():
        trial.name_person(person)
    return Filled(len(happened), sum(trial.let_happen(each) for each in happened))


class _Trial:
    """One filling: where each piece is found, and how its files come about."""

    def __init__(self, desk: Desk, incoming: Path) -> None:
        self._desk = desk
        self._incoming = incoming
        self._year = desk.campaigns.require().year
        self._requirements = {each.key: each for each in desk.submissions.requirements()}
        self._units = {unit.key: unit for unit in desk.campaigns.units()}
        keys = {each.id: each.key for each in self._requirements.values()}
        self._spots: dict[Spot, int] = {
            (keys[each.requirement_id], each.unit_key, each.period, str(each.number)): each.id
            for each in desk.submissions.all()
        }

    def day(self, text: str) -> date:
        """Return ``MM-DD`` in the campaign's year."""
        return MonthDay.parse(text).in_year(self._year)

    def let_happen(self, each: Happening) -> int:
        """Take the step and return how many files came with it."""
        spot = self._spot(each)
        if each.event:
            requirement, unit = self._requirements[each.key], self._units[each.unit]
            self._spots[spot] = self._desk.submissions.add(requirement.id, unit.id, self.day(each.event), each.entry)
        number, on = self._spots[spot], self.day(each.on)
        files = [self._file(each, kind) for kind in each.kinds.split()]
        if each.state is State.RECEIVED:
            self._desk.submissions.receive(number, files, on, each.note)
        elif each.state:
            self._desk.submissions.mark(number, each.state, on, each.note, files=files)
        return len(files)

    def name_person(self, each: Specimen) -> None:
        """Enter a specimen liaison, and what changed since, as far as it had happened."""
        today, since, people = self._desk.clock.today(), self.day(each.on), self._desk.units.people
        if since > today:
            return
        blank = Liaison(self._units[each.unit].id, each.role, "", since)
        (key,) = people.add(with_fields(blank, each.values)).made
        if each.renumbered and self.day(each.renumbered) <= today:
            mobile = {"mobile": each.new_mobile}
            people.change(key, with_fields(people.get(key), mobile), self.day(each.renumbered))
        if each.until and self.day(each.until) <= today:
            people.end(key, self.day(each.until))

    def _spot(self, each: Happening) -> Spot:
        period = f"{self._year}-{each.period:02d}" if each.period else ""
        return each.key, each.unit, period, each.entry or str(each.number)

    def _file(self, each: Happening, kind: str) -> Path:
        unit, title = self._units[each.unit].name, self._title(each)
        receipt = "回执" if each.state is State.RECEIPT else ""
        folder = self._incoming / f"{each.on} {unit}"
        folder.mkdir(parents=True, exist_ok=True)
        name = each.name if each.name.endswith(kind) else f"{unit}{title}{receipt}.{kind}"
        lines = [f"{title}{receipt}", unit, f"{self.day(each.on):%Y-%m-%d}", "（演示用材料，内容为虚构）"]
        return write_specimen(folder / name, lines)

    def _title(self, each: Happening) -> str:
        requirement = self._requirements[each.key]
        month = f"{each.period}月" if each.period else ""
        piece = each.entry or (requirement.piece(each.number) if requirement.count > 1 else "")
        return requirement.title.split("（")[0] + month + piece
