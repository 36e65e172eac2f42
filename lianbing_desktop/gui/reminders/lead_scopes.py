"""What a lead plan can be set for, from the campaign down to one item, and where the plan in force comes from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lianbing_desktop.domain.reminder import Item, ItemKind
from lianbing_desktop.domain.requirement import Requirement
from lianbing_desktop.services.lead_plans import PlanScope, RequirementKind, SetPlan, kind_of

WORDS = {
    PlanScope.CAMPAIGN: "整个活动",
    PlanScope.KIND: "按类别",
    PlanScope.REQUIREMENT: "这项报送要求",
    PlanScope.ITEM: "这一件",
}


@dataclass(frozen=True)
class Scopes:
    """A campaign with its requirements, and the open items the dialog was opened for, if any."""

    campaign_id: int
    campaign: str
    requirements: Mapping[int, Requirement]
    items: Sequence[Item] = ()

    def offered(self) -> list[PlanScope]:
        """Return the scopes there are something for."""
        return [scope for scope in PlanScope if self.keys(scope)]

    def keys(self, scope: PlanScope) -> list[tuple[str, str]]:
        """Return words and key of everything of a scope."""
        match scope:
            case PlanScope.CAMPAIGN:
                return [(self.campaign, str(self.campaign_id))]
            case PlanScope.KIND:
                return [(kind.words, kind.value) for kind in RequirementKind]
            case PlanScope.REQUIREMENT:
                return [(each.title, str(each.id)) for each in self.requirements.values()]
            case PlanScope.ITEM:
                return [(f"{item.unit} {item.title}".strip(), item.key) for item in self.items]

    def words(self, scope: PlanScope) -> str:
        """Return a scope on screen."""
        return "其中一件" if scope is PlanScope.ITEM and len(self.items) > 1 else WORDS[scope]

    def first(self, scope: PlanScope, item_key: str) -> str:
        """Return the key of a scope that an item falls under; empty where there is none, or no item."""
        if scope is PlanScope.ITEM:
            return item_key
        item = next((each for each in self.items if each.key == item_key), None)
        return dict(self._above(item)).get(scope, "") if item else ""

    def origin(self, scope: PlanScope, key: str, plans: Sequence[SetPlan]) -> str:
        """Return in words where the plan in force was set."""
        known = {(each.scope, each.key) for each in plans}
        for wider in self._chain(scope, key):
            if wider in known:
                return "在这里单独设定" if wider == (scope, key) else f"来自“{WORDS[wider[0]]}”的设定"
        return "来自程序的默认设定"

    def _chain(self, scope: PlanScope, key: str) -> list[tuple[PlanScope, str]]:
        """Return the places a plan is looked for, the narrowest first."""
        made = [(scope, key)]
        item = next((each for each in self.items if scope is PlanScope.ITEM and each.key == key), None)
        if item:
            made += self._above(item)
        elif scope is PlanScope.REQUIREMENT and int(key) in self.requirements:
            made.append((PlanScope.KIND, kind_of(self.requirements[int(key)]).value))
        if (PlanScope.KIND, RequirementKind.QUOTA.value) not in made:  # a quota has a default of its own
            made.append((PlanScope.CAMPAIGN, str(self.campaign_id)))
        return list(dict.fromkeys(made))

    def _above(self, item: Item) -> list[tuple[PlanScope, str]]:
        """Return the requirement and the kind an item's plan may come from."""
        asked = self.requirements.get(item.requirement_id)
        made = [(PlanScope.REQUIREMENT, str(asked.id))] if asked else []
        own = _KINDS.get(item.kind) or (kind_of(asked) if asked else RequirementKind.TASK)
        return [*made, (PlanScope.KIND, own.value)]


_KINDS = {ItemKind.QUOTA: RequirementKind.QUOTA, ItemKind.RECHECK: RequirementKind.RECHECK}
"""The kinds of items that have a kind of plan whatever requirement they belong to."""
