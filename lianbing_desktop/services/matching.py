"""Matching a returned form to what was asked for: by its id, or by its own words and the file's name."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lianbing_desktop.domain.form import FormId, FormKind, kind_for, period_words, periods_of
from lianbing_desktop.domain.period import period_head
from lianbing_desktop.domain.requirement import Requirement
from lianbing_desktop.domain.returned import Match, Returned
from lianbing_desktop.domain.unit import Unit
from lianbing_desktop.services.campaigns import CampaignHeader

_MONTH = re.compile(r"(?:(\d{4})\s*年)?\s*(\d{1,2})\s*月")
_MONTH_KEY = re.compile(r"\d{4}-\d{2}")


@dataclass(frozen=True)
class Known:
    """The campaign a form is matched against, as values: matching is done in a job."""

    header: CampaignHeader
    requirements: Sequence[Requirement]
    units: Sequence[Unit]
    kinds: Sequence[FormKind]
    names: Mapping[int, Sequence[str]] = field(default_factory=dict)
    """Everything a unit is or was called, by its id: a form may bear the name of the day it was made."""


class Matching:
    """One file's match; ``faults`` and ``warnings`` gather what stands against it."""

    def __init__(self, known: Known, path: Path, returned: Returned) -> None:
        self._known, self._path, self._returned = known, path, returned
        self.faults: list[str] = []
        self.warnings: list[str] = []

    def match(self) -> Match | None:
        """Return what the file is, or None with a fault saying why that cannot be told."""
        form_id = self._returned.id
        found = self._by_id(form_id) if form_id else self._by_words()
        if found is None:
            return None
        requirement, unit, period = found
        kind = self._returned.kind
        if kind and unit not in kind.units_for(requirement, self._known.units):
            self.faults.append(f"“{requirement.title}”不由{unit.name}填报。请核对是否交错了表。")
        return Match(requirement.id, requirement.title, unit.id, unit.name, period)

    def _by_id(self, form_id: FormId) -> tuple[Requirement, Unit, str] | None:
        header = self._known.header
        if (form_id.campaign, form_id.year) != (header.name, header.year):
            self.faults.append(f"是另一个活动（{form_id.year}年）的表，不是“{header.title}”的。请换到那个活动再收。")
            return None
        requirement = next((each for each in self._known.requirements if each.key == form_id.requirement), None)
        unit = next((each for each in self._known.units if each.key == form_id.unit), None)
        if not requirement or not unit:
            self.faults.append("表号里的报送要求或单位在活动中已经没有了。请核对活动的任务分解表。")
            return None
        self._check_unit(unit)
        self._check_period(form_id.period, periods_of(requirement, header.year))
        return requirement, unit, form_id.period

    def _by_words(self) -> tuple[Requirement, Unit, str] | None:
        """Match by the unit's name and the headings: the id went with another program's saving."""
        if not self._returned.kind:
            return None
        self.warnings.append("表号不见了（可能用别的程序另存过），已按单位名称和表头对应，请核对。")
        unit = self._unit_in(self._returned.unit) or self._unit_in(self._path.stem)
        if not unit:
            self.faults.append("看不出是哪个单位的表：表里和文件名里都没有活动中的单位名称。请在文件名里写上单位名称。")
            return None
        requirement = self._requirement_of(unit)
        if not requirement:
            self.faults.append(f"{unit.name}没有要填“{self._returned.kind.title}”的报送要求。请核对是否交错了表。")
            return None
        return self._with_period(requirement, unit)

    def _with_period(self, requirement: Requirement, unit: Unit) -> tuple[Requirement, Unit, str] | None:
        periods = periods_of(requirement, self._known.header.year)
        period = self._period_in(self._returned.period, periods) or self._period_in(self._path.stem, periods)
        if periods and period not in periods:
            self.faults.append(f"看不出是哪一期的表。请在文件名里写上时期，例如“{period_head(periods[0])}”。")
            return None
        return requirement, unit, period if periods else ""

    def _requirement_of(self, unit: Unit) -> Requirement | None:
        kind = self._returned.kind
        for requirement in self._known.requirements:
            fitting = kind_for(requirement, self._known.kinds)
            if fitting and fitting == kind and unit in kind.units_for(requirement, self._known.units):
                return requirement
        return None

    def _check_unit(self, unit: Unit) -> None:
        """The unit written in the form or in the file's name must be the one of the id."""
        for where, words in (("表里", self._returned.unit), ("文件名", self._path.stem)):
            named = self._unit_in(words)
            if named and named.key != unit.key:
                self.faults.append(
                    f"{where}写的是{named.name}，表号却是发给{unit.name}的，可能用错了别的单位的表。请让对方用自己的表重填。"
                )

    def _check_period(self, period: str, periods: Sequence[str]) -> None:
        for where, words in (("表里", self._returned.period), ("文件名", self._path.stem)):
            named = self._period_in(words, periods)
            if period and named and named != period:
                self.faults.append(
                    f"{where}写的是{period_words(named)}，表号却是{period_words(period)}的表，可能填错了时期。请核对。"
                )

    def _unit_in(self, words: str) -> Unit | None:
        """Return the unit whose name stands in the words, the longest name winning."""
        named = [(len(name), unit) for unit in self._known.units for name in self._names(unit) if name in words]
        return max(named, key=lambda pair: pair[0])[1] if named else None

    def _names(self, unit: Unit) -> Sequence[str]:
        return self._known.names.get(unit.id) or (unit.name, unit.short)

    def _period_in(self, words: str, periods: Sequence[str]) -> str:
        """Return the period the words name: a month, or of others the one whose name stands in them, the longest."""
        if any(not _MONTH_KEY.fullmatch(period) for period in periods):
            named = sorted((len(period_head(each)), each) for each in periods if period_head(each) in words)
            return named[-1][1] if named else ""
        match = _MONTH.search(words)
        if not match or not 1 <= int(match[2]) <= 12:
            return ""
        return f"{match[1] or self._known.header.year}-{int(match[2]):02d}"
