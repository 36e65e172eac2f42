"""Plans: a foreign table read, looked over and corrected, then started as a campaign or laid beside the running one."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from lianbing_desktop.domain.plan import Plan
from lianbing_desktop.errors import UserError
from lianbing_desktop.services.campaigns import CampaignHeader, Campaigns
from lianbing_desktop.services.plan_reading import PlanReader, Stop
from lianbing_desktop.services.revising import Revised, Revising

if TYPE_CHECKING:
    from lianbing_desktop.domain.campaign import Campaign


class Plans(PlanReader):
    """What is read, and what the desk does with it. What reads touches no store; the rest belongs to the GUI thread."""

    def __init__(self, campaigns: Campaigns, revising: Revising) -> None:
        self._campaigns = campaigns
        self._revising = revising

    def known_units(self) -> tuple[str, ...]:
        """Return the unit names to propose: those of the campaign on the desk, else of the campaigns on file."""
        names = [unit.name for unit in self._campaigns.units()]
        return tuple(dict.fromkeys(names or self._campaigns.names_on_file()))

    def start(self, plan: Plan, name: str = "") -> CampaignHeader:
        """Start the campaign of a plan and put it on the desk; ``name`` is that of the source, kept with its SHA-256.

        Raises UserError: there are no tasks or no year, or this very table was started already.
        """
        return self.take(self.defined(plan, name), plan, name)

    def take(self, campaign: "Campaign", plan: Plan, name: str = "") -> CampaignHeader:
        """Start the campaign that a plan was made into. Raises UserError: this very table was started already."""
        return self._campaigns.take(campaign, f"来自“{name}”，SHA-256 {plan.sha256}")

    def compare(self, plan: Plan, name: str = "") -> Revised:
        """Lay a plan beside the campaign on the desk. Raises UserError as start, or where there is no campaign."""
        return self.comparing(plan, name)(lambda: False)

    def comparing(self, plan: Plan, name: str = "") -> Callable[[Stop], Revised]:
        """Return the work of comparing, good for another thread. Raises UserError where there is no campaign.

        What the ``stop`` given to it raises goes through.
        """
        compared = self._revising.comparing()
        return lambda stop: compared(self.defined(plan, name), stop)

    def apply(self, revised: Revised, chosen: frozenset[str]) -> None:
        """Do to the campaign on the desk what was chosen, by the keys of its items, all or nothing.

        Work already received stays, whatever is chosen.
        """
        self._revising.apply(revised, chosen)

    def defined(self, plan: Plan, name: str = "") -> "Campaign":
        """Return the campaign a plan becomes; it touches no store. Raises UserError: there are no tasks or no year."""
        from lianbing_desktop.reading.campaigns import parse_campaign

        if not plan.tasks:
            raise UserError("没有读出任何任务，不能启动活动。请确认选对了文件，或把未能识别的段落改作任务。")
        if plan.year is None:
            raise UserError("没有看出是哪一年的任务。请先填写年度。")
        campaign = parse_campaign(self.template(plan), name or plan.title)
        _spell(campaign)
        return replace(campaign, source=f"{name or plan.title}（SHA-256 {plan.sha256}）")


def _spell(campaign: "Campaign") -> None:
    """Find the pinyin of all words here, where no window waits for it; whoever asks again finds it known."""
    from lianbing_desktop.reading.pinyin import search_keys

    names = (unit.name for unit in campaign.units)
    search_keys(*names, *(task.text for task in campaign.tasks), *(item.title for item in campaign.requirements))
