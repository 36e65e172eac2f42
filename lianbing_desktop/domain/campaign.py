"""A campaign (活动): its table, its units and what has to be handed in."""

from dataclasses import dataclass

from lianbing_desktop.domain.requirement import Requirement
from lianbing_desktop.domain.task import Stage, Task
from lianbing_desktop.domain.unit import Unit


@dataclass(frozen=True)
class Campaign:
    """A whole campaign definition, resolved for one year.

    ``unknown`` lists in words what the campaign's own papers do not say (未提供细则).
    """

    name: str
    title: str
    table_title: str
    annex: str
    year: int
    revision: int
    source: str
    stages: tuple[Stage, ...]
    units: tuple[Unit, ...]
    tasks: tuple[Task, ...]
    requirements: tuple[Requirement, ...]
    unknown: tuple[str, ...] = ()
    id: int = 0

    def unit(self, key: str) -> Unit:
        """Return the unit of that key. Raises KeyError."""
        return {unit.key: unit for unit in self.units}[key]

    def stage(self, key: str) -> Stage:
        """Return the stage of that key. Raises KeyError."""
        return {stage.key: stage for stage in self.stages}[key]
