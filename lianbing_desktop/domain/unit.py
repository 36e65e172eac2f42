"""Units: who owes, who collects and who receives."""

from dataclasses import dataclass
from enum import StrEnum


class UnitKind(StrEnum):
    """What a unit is to the officer's bureau."""

    BUREAU = "市局"
    DEPARTMENT = "责任部门"
    COUNTY = "市区局"
    PROVINCE = "省厅"


@dataclass(frozen=True)
class Unit:
    """One organisation, in the official order of its campaign (never alphabetical)."""

    key: str
    name: str
    kind: UnitKind
    short: str
    id: int = 0
    keys: str = ""

    @property
    def is_county(self) -> bool:
        """Whether this is one of the 市、区环保局."""
        return self.kind is UnitKind.COUNTY
