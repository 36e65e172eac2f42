"""Forms (表样): the tables that go down to the units to be filled in, and the id that brings each one home."""

import re
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lianbing_desktop.domain.period import period_label, period_span
from lianbing_desktop.domain.requirement import Requirement
from lianbing_desktop.domain.unit import Unit

MARK = "LBF1"
_PLAIN = re.compile(r"[^|\s]*")


class FieldKind(StrEnum):
    """What a column takes; the values are the words of the data files."""

    TEXT = "text"
    COUNT = "count"
    MONEY = "money"
    DAY = "day"
    CHOICE = "choice"
    PHONE = "phone"


@dataclass(frozen=True)
class Field:
    """One column. ``width`` in Western characters; MONEY is written in 万元 and kept in fen."""

    key: str
    heading: str
    kind: FieldKind = FieldKind.TEXT
    width: int = 12
    choices: tuple[str, ...] = ()
    is_required: bool = False
    is_in_period: bool = False


@dataclass(frozen=True)
class FormKind:
    """One table to be filled in: its columns, how many rows are offered, and for which requirements it is meant.

    ``requirements`` are requirement keys; ``titles`` are words one of which a requirement's title must hold, for
    campaigns whose keys are not known. ``is_for_counties`` sends it to the counties whoever the sender is. Where
    ``piece_per_row`` names a DAY field, each row is one piece of that day (a brief); else the form is one piece.
    """

    key: str
    title: str
    fields: tuple[Field, ...]
    rows: int
    notes: tuple[str, ...] = ()
    requirements: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    is_for_counties: bool = False
    piece_per_row: str = ""

    def fits(self, requirement: Requirement) -> bool:
        """Whether the form is meant for a requirement."""
        return requirement.key in self.requirements or any(words in requirement.title for words in self.titles)

    def titled(self, campaign: str) -> str:
        """Return the campaign's title and the form's, a word that both have standing once."""
        ends = (size for size in range(len(self.title), 0, -1) if campaign.endswith(self.title[:size]))
        return campaign + self.title[next(ends, 0) :]

    def units_for(self, requirement: Requirement, units: Iterable[Unit]) -> list[Unit]:
        """Return whom the form goes to, in official order."""
        return [unit for unit in units if (unit.is_county if self.is_for_counties else unit.key in requirement.senders)]


@dataclass(frozen=True)
class FormId:
    """What one handed-out form is: campaign, requirement, unit, period (``2017-06`` or empty) and revision."""

    campaign: str
    year: int
    form: str
    requirement: str
    unit: str
    period: str
    revision: int

    def text(self) -> str:
        """Return the id as it stands in the file, with its check digits."""
        body = "|".join(map(str, (MARK, *self._parts())))
        return f"{body}|{zlib.crc32(body.encode()):08X}"

    @classmethod
    def parse(cls, text: str) -> "FormId":
        """Read an id. Raises ValueError where it was altered."""
        *parts, check = text.strip().split("|")
        body = "|".join(parts)
        if len(parts) != 8 or parts[0] != MARK or f"{zlib.crc32(body.encode()):08X}" != check.upper():
            raise ValueError("表号被改动过")
        _, campaign, year, form, requirement, unit, period, revision = parts
        return cls(campaign, int(year), form, requirement, unit, period, int(revision))

    def _parts(self) -> tuple[str | int, ...]:
        parts = (self.campaign, self.year, self.form, self.requirement, self.unit, self.period, self.revision)
        if not all(_PLAIN.fullmatch(str(part)) for part in parts):
            raise ValueError(f"not fit for a form id: {parts}")
        return parts


@dataclass(frozen=True)
class IssuedForm:
    """One form as it goes out to one unit; ``due_on`` is when it has to be back, None where it is 未提供."""

    id: FormId
    kind: FormKind
    campaign: str
    unit: str
    period: str
    due_on: date | None

    @property
    def title(self) -> str:
        """The campaign and what the form is."""
        return self.kind.titled(self.campaign)

    @property
    def name(self) -> str:
        """The file's name: ``张家港市环保局_联络员名单.xlsx`` or ``…_月调度表_2017年6月.xlsx``."""
        return "_".join(filter(None, (self.unit, self.kind.title, self.period))) + ".xlsx"


def period_words(period: str) -> str:
    """Return a period as it is written: ``2017年6月``, ``2017年第三季度``; empty for none, other words as they are."""
    return f"{int(period[:4])}年{period_label(period)}" if period_span(period) else period


def kind_for(requirement: Requirement, kinds: Sequence[FormKind]) -> FormKind | None:
    """Return the form meant for a requirement: by its key first, then by its title where the bureau receives it."""
    by_key = (kind for kind in kinds if requirement.key in kind.requirements)
    by_title = (kind for kind in kinds if kind.fits(requirement) and requirement.receiver != "province")
    return next(by_key, None) or next(by_title, None)


def periods_of(requirement: Requirement, year: int) -> list[str]:
    """Return the periods a requirement has, ``2017-06`` and so on; empty for one without."""
    return requirement.periods(year)
