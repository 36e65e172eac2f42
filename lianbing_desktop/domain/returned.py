"""Returned forms (收回的表): what a unit sent back, before and after it is matched to what was asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lianbing_desktop.domain.form import FormId, FormKind
from lianbing_desktop.domain.formcell import Value

Content = Mapping[str, Value]
"""One filled-in row: field key → value; a field that was left empty is not there."""


@dataclass(frozen=True)
class Returned:
    """What one file says. ``id`` is None where the form's id is gone; ``unit`` and ``period`` are its own words.

    ``faults`` keep it from being taken in, ``warnings`` do not; both are whole sentences.
    """

    sha256: str
    kind: FormKind | None
    id: FormId | None
    unit: str
    period: str
    rows: tuple[Content, ...]
    faults: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Match:
    """What a returned form was found to be: requirement and unit by id and name, the period, and its submissions.

    ``submission_ids`` are the pieces it can mark as 已收, empty where the campaign asks the unit for none.
    """

    requirement_id: int
    requirement: str
    unit_id: int
    unit: str
    period: str
    submission_ids: tuple[int, ...] = ()


@dataclass(frozen=True)
class Collected:
    """One file of a collection: what it is and what stands against it. It is taken in only without ``faults``."""

    path: Path
    returned: Returned | None
    match: Match | None
    faults: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def is_good(self) -> bool:
        """Whether it can be taken in."""
        return self.match is not None and not self.faults
