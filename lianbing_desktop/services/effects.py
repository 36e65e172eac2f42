"""What accepting each part of a revised table does to the submissions, reckoned before anything is written."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from lianbing_desktop.domain.campaign import Campaign
from lianbing_desktop.domain.following import Effect, Pairs, effect, lost, matched, moved
from lianbing_desktop.domain.requirement import Requirement
from lianbing_desktop.domain.submission import Submission
from lianbing_desktop.domain.unit import Unit, UnitKind
from lianbing_desktop.services.rework import days_between


class Effects:
    """Lays two campaigns side by side, with the submissions of the first."""

    def __init__(self, before: Campaign, after: Campaign, submissions: Sequence[Submission]) -> None:
        self._before, self._after = before, after
        self._held: dict[int, list[Submission]] = defaultdict(list)
        for each in submissions:
            self._held[each.requirement_id].append(each)
        self._home = next((unit.name for unit in before.units if unit.kind is UnitKind.BUREAU), "")

    def changed(self, before: str, after: str, is_whole: bool) -> Effect:
        """Return what happens where a task becomes another one; ``is_whole`` where its requirements do so too."""
        asked = self._asked(self._before, before)
        if is_whole:
            return self._effect(matched(asked, self._asked(self._after, after)), self._after)
        old = next(task for task in self._before.tasks if task.key == before)
        new = next(task for task in self._after.tasks if task.key == after)
        days = days_between(old, new)
        unsure = [each for item in lost(asked, old, days) for each in self._held[item.id] if not each.is_settled]
        return replace(self._effect(moved(asked, old, new, days), self._before), unsure=len(unsure))

    def replaced(self, before: str, after: str) -> Effect:
        """Return what happens where one task goes and another comes."""
        pairs = Pairs(gone=self._asked(self._before, before), new=self._asked(self._after, after))
        return self._effect(pairs, self._after)

    def added(self, after: str) -> Effect:
        """Return what a new task asks for."""
        return self._effect(Pairs(new=self._asked(self._after, after)), self._after)

    def removed(self, before: str) -> Effect:
        """Return what goes with a task, and what stays of it."""
        return self._effect(Pairs(gone=self._asked(self._before, before)), self._before)

    def _effect(self, pairs: Pairs, owner: Campaign) -> Effect:
        items = (*(old for old, _ in pairs.kept), *pairs.gone)
        held = [each for item in items for each in self._held[item.id]]
        units = {unit.key: self._name(unit) for unit in owner.units}
        return effect(pairs, held, self._after.year, lambda item: [units[key] for key in item.senders])

    def _name(self, unit: Unit) -> str:
        """Return what the campaign on the desk calls a unit: the bureau is the bureau, whatever a table calls it."""
        return self._home if unit.kind is UnitKind.BUREAU and self._home else unit.name

    @staticmethod
    def _asked(campaign: Campaign, key: str) -> tuple[Requirement, ...]:
        return tuple(item for item in campaign.requirements if item.task_key == key)
