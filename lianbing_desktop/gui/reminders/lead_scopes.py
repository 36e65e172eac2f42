"""What a lead plan can be set for, from the campaign down to one item, and where the plan in force comes from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lianbing_desktop.domain.requirement import Requirement
from lianbing_desktop.domain.submission import Submission
from lianbing_desktop.services.lead_plans import PlanScope, RequirementKind, SetPlan, kind_of

WORDS = {
    PlanScope.CAMPAIGN: "整个活动",
    PlanScope.KIND: "按类别",
    PlanScope.REQUIREMENT: "这项报送要求",
    PlanScope.ITEM: "这一件",
}


@dataclass(frozen=True)
class Scopes:
    """The campaign on the desk with its requirements, and the submission the dialog was opened from, if any."""

    campaign_id: int
    campaign: str
    requirements: Mapping[int, Requirement]
    submission: Submission | None = None

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
                each = self.submission
                return [(f"{each.unit} {each.title}".strip(), f"submission:{each.id}")] if each else []

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
        requirement_id = int(key) if scope is PlanScope.REQUIREMENT else 0
        if scope is PlanScope.ITEM and self.submission:
            requirement_id = self.submission.requirement_id
            made.append((PlanScope.REQUIREMENT, str(requirement_id)))
        if requirement_id in self.requirements:
            made.append((PlanScope.KIND, kind_of(self.requirements[requirement_id]).value))
        if (scope, key) != (PlanScope.KIND, RequirementKind.QUOTA.value):  # a quota has a default of its own
            made.append((PlanScope.CAMPAIGN, str(self.campaign_id)))
        return made
