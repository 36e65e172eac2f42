"""Material for reports: what the desk knows today as plain values, taken once; figures are reckoned from it alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from lianbing_desktop.domain.liaison import Liaison
from lianbing_desktop.domain.package import PackageFile
from lianbing_desktop.domain.quota import Quota
from lianbing_desktop.domain.requirement import Requirement
from lianbing_desktop.domain.submission import State, Submission
from lianbing_desktop.domain.task import Stage
from lianbing_desktop.domain.unit import Unit, UnitKind
from lianbing_desktop.services.campaigns import CampaignHeader
from lianbing_desktop.services.tasks import TaskLine

HERE = frozenset({State.RECEIVED, State.REVIEWED, State.SENT_UP, State.RECEIPT})
"""The states in which a piece lies here or has gone up."""


@dataclass(frozen=True)
class Dispatch:
    """One county's numbers of one month as its form gave them: texts and numbers by field, money in fen."""

    unit_id: int
    period: str
    numbers: Mapping[str, object]


@dataclass(frozen=True)
class Material:
    """All that reports are made from; ``unit`` is the one chosen.

    Units, and ``names`` of them by their id, are as they were called on the paper's own day.
    """

    header: CampaignHeader
    today: date
    units: tuple[Unit, ...]
    names: Mapping[int, str]
    stages: tuple[Stage, ...]
    tasks: tuple[TaskLine, ...]
    requirements: tuple[Requirement, ...]
    submissions: tuple[Submission, ...]
    quotas: tuple[Quota, ...]
    liaisons: tuple[Liaison, ...] = ()
    dispatches: tuple[Dispatch, ...] = ()
    dispatch_fields: tuple[tuple[str, str, bool], ...] = ()
    packaged: tuple[PackageFile, ...] = ()
    entries: Mapping[str, str] = field(default_factory=dict)
    officer: str = ""
    unit: Unit | None = None

    @property
    def counties(self) -> list[Unit]:
        """The 市、区环保局 in official order."""
        return [unit for unit in self.units if unit.is_county]

    def name(self, unit_id: int) -> str:
        """Return what a unit is called on the paper's day."""
        return self.names[unit_id]

    def of_kind(self, kind: UnitKind) -> str | None:
        """Return the name of the one unit of that kind, or None."""
        return next((self.names[unit.id] for unit in self.units if unit.kind is kind), None)

    def about(self, *words: str) -> list[Submission]:
        """Return the submissions of the requirements whose title holds one of ``words``."""
        return [each for each in self.submissions if any(word in each.requirement for word in words)]

    def asked(self, *words: str) -> list[Requirement]:
        """Return the requirements whose title holds one of ``words``."""
        return [each for each in self.requirements if any(word in each.title for word in words)]
