"""The filter of the checklist: what the chips and the text let through."""

from dataclasses import dataclass
from datetime import date

from lianbing_desktop.domain.submission import State
from lianbing_desktop.gui.submissions.line import Line
from lianbing_desktop.services.search import folded

OVERDUE, THIS_WEEK = "overdue", "week"
STATES = ((OVERDUE, "逾期"), (THIS_WEEK, "本周到期"), *((state.value, state.value) for state in State))


@dataclass(frozen=True)
class Filter:
    """What is asked for; empty lets everything through. ``unit`` is a unit's key, ``stage`` a stage's."""

    stage: str = ""
    unit: str = ""
    state: str = ""
    is_missing_only: bool = False
    text: str = ""

    def kept(self, lines: list[Line], today: date) -> list[Line]:
        """Return the lines let through, in their order."""
        words = folded(self.text).split()
        if self.stage:
            lines = [line for line in lines if line.stage == self.stage]
        if self.unit:
            lines = [line for line in lines if line.submission.unit_key == self.unit]
        if self.is_missing_only:
            lines = [line for line in lines if not line.submission.is_settled]
        if self.state:
            lines = [line for line in lines if self._has_state(line, today)]
        if words:
            lines = [line for line in lines if all(word in line.keys for word in words)]
        return lines

    def _has_state(self, line: Line, today: date) -> bool:
        if self.state == OVERDUE:
            return line.is_overdue(today)
        if self.state == THIS_WEEK:
            return line.is_due_this_week(today)
        return line.submission.state == self.state

    def words(self, stages: dict[str, str], units: dict[str, str]) -> str:
        """Return the filter in words, as it stands above a printed list; empty where nothing is filtered."""
        parts = (
            stages.get(self.stage, ""),
            units.get(self.unit, ""),
            dict(STATES).get(self.state, ""),
            "只列缺报" if self.is_missing_only else "",
            f"“{self.text.strip()}”" if self.text.strip() else "",
        )
        return " · ".join(filter(None, parts))
