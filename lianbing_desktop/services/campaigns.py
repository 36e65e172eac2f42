"""Campaigns: which can be started, starting one, and the one on the desk."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from lianbing_desktop.domain.clock import Clock
from lianbing_desktop.domain.task import Stage
from lianbing_desktop.domain.unit import Unit
from lianbing_desktop.domain.unit_name import UnitNames
from lianbing_desktop.errors import UserError
from lianbing_desktop.paths import Home, resource
from lianbing_desktop.services.journal import Journal
from lianbing_desktop.store.campaigns import CampaignRows
from lianbing_desktop.store.database import Database
from lianbing_desktop.store.requirements import RequirementRows
from lianbing_desktop.store.submissions import SubmissionRows
from lianbing_desktop.store.tasks import TaskRows
from lianbing_desktop.store.units import UnitNameRows

if TYPE_CHECKING:
    from lianbing_desktop.domain.campaign import Campaign


@dataclass(frozen=True)
class CampaignOffer:
    """A campaign file that can be started; ``is_own`` where it is the officer's own."""

    name: str
    title: str
    year: int
    is_own: bool


@dataclass(frozen=True)
class CampaignHeader:
    """A campaign started, as a menu shows it."""

    id: int
    name: str
    title: str
    year: int
    table_title: str = ""
    annex: str = ""
    unknown: tuple[str, ...] = ()


class Campaigns:
    """The campaigns of this desk."""

    def __init__(self, database: Database, home: Home, clock: Clock, journal: Journal) -> None:
        self._database = database
        self._home = home
        self._clock = clock
        self._journal = journal
        self._rows = CampaignRows(database)

    def offers(self) -> list[CampaignOffer]:
        """Return the campaign files that can be started; faulty ones are left out."""
        return self.offers_and_faults()[0]

    def offers_and_faults(self) -> tuple[list[CampaignOffer], list[UserError]]:
        """Return the campaign files that can be started, and of each faulty one what is wrong with it."""
        known, faults = self._known()
        own = self._home.campaigns
        offers = [
            CampaignOffer(name, campaign.title, campaign.year, self._files()[name].parent == own)
            for name, campaign in known.items()
        ]
        return offers, faults

    def start(self, name: str, year: int | None = None) -> CampaignHeader:
        """Copy a campaign file into the store and put it on the desk; later edits of the file do not touch it.

        Raises UserError: no such campaign, every fault of the file, or already started for that year.
        """
        from lianbing_desktop.reading.campaigns import read_campaign

        path = self._files().get(name)
        if not path:
            raise UserError(f"没有名为“{name}”的活动。可用的有：{'、'.join(sorted(self._files()))}。")
        return self.take(read_campaign(path, year))

    def take(self, campaign: "Campaign", detail: str = "") -> CampaignHeader:
        """Copy a campaign definition into the store and put it on the desk; ``detail`` tells the log its origin.

        Raises UserError: it was started already for that year.
        """
        if self._rows.find(campaign.name, campaign.year):
            raise UserError(f"“{campaign.title}”已经启动，不能重复启动。")
        return self.header(self._copy(campaign, detail))

    def names_on_file(self) -> list[str]:
        """Return the names of the units of the campaign files that can be started; faulty files are passed over."""
        known, _ = self._known()
        return [unit.name for campaign in known.values() for unit in campaign.units]

    def switch(self, campaign_id: int) -> None:
        """Put another started campaign on the desk. Raises UserError where none of that number was started."""
        if campaign_id not in {header.id for header in self.all()}:
            raise UserError("没有这个活动。请刷新列表后再试。")
        with self._database.transaction():
            self._rows.make_current(campaign_id)
            self._journal.note("换到活动", "campaigns", campaign_id)

    def all(self) -> list[CampaignHeader]:
        """Return the campaigns started, the newest first."""
        return [CampaignHeader(row["id"], row["name"], row["title"], row["year"]) for row in self._rows.all()]

    @property
    def current_id(self) -> int | None:
        """The campaign on the desk, or None before the first one; asked of the data, so never stale."""
        return self._rows.current_id()

    def current(self) -> CampaignHeader | None:
        """Return the campaign on the desk, or None before the first one."""
        campaign_id = self.current_id
        return self.header(campaign_id) if campaign_id else None

    def require(self) -> CampaignHeader:
        """Return the campaign on the desk. Raises UserError before the first one."""
        header = self.current()
        if not header:
            raise UserError("还没有启动活动。请先启动一个，例如：lianbing new suzhou-2017。")
        return header

    def header(self, campaign_id: int) -> CampaignHeader:
        """Return one campaign's own data. Raises KeyError."""
        import json

        row = self._rows.header(campaign_id)
        unknown = tuple(json.loads(row["unknown"]))
        return CampaignHeader(
            row["id"], row["name"], row["title"], row["year"], row["table_title"], row["annex"], unknown
        )

    def units(self, on: date | None = None) -> list[Unit]:
        """Return the units in official order with their names of that day, today's where none is given.

        None before the first campaign.
        """
        campaign_id = self.current_id
        return self._rows.units(campaign_id, on or self._clock.today()) if campaign_id else []

    def first_units(self) -> list[Unit]:
        """Return the units with the names the campaign itself gave them."""
        campaign_id = self.current_id
        return self._rows.units(campaign_id) if campaign_id else []

    def names(self) -> dict[int, UnitNames]:
        """Return the names of every unit through time, by its id."""
        return UnitNameRows(self._database).by_unit(self.first_units())

    def unit_named(self, words: str, on: date | None = None) -> Unit:
        """Return the unit that has or ever had that name or short name, or has that key, with its name of a day.

        Raises UserError for one that is not in the campaign.
        """
        units, names = self.units(on), self.names()
        for unit in units:
            if words in (unit.name, unit.short, unit.key):
                return unit
        for unit in units:
            if words in names[unit.id].words():
                return unit
        raise UserError(f"没有名为“{words}”的单位。请用活动中的单位名称，例如“张家港市环保局”。")

    def stages(self) -> list[Stage]:
        """Return the stages of the campaign on the desk; none before the first campaign."""
        campaign_id = self.current_id
        return self._rows.stages(campaign_id) if campaign_id else []

    def _known(self) -> "tuple[dict[str, Campaign], list[UserError]]":
        """Return the campaigns on file by name, and the faults of those that cannot be read."""
        from lianbing_desktop.reading.campaigns import read_campaign

        known, faults = {}, []
        for name, path in sorted(self._files().items()):
            try:
                known[name] = read_campaign(path)
            except UserError as error:
                faults.append(error)
        return known, faults

    def _files(self) -> dict[str, Path]:
        folders = (resource("campaigns"), self._home.campaigns)
        return {path.stem: path for folder in folders for path in sorted(folder.glob("*.toml"))}

    def _copy(self, campaign: "Campaign", detail: str) -> int:
        from lianbing_desktop.reading.pinyin import search_keys

        keyed = _with_keys(campaign, search_keys)
        at = self._clock.now().isoformat(timespec="seconds")
        with self._database.transaction():
            campaign_id = self._rows.add(keyed, at)
            unit_ids = self._rows.add_units(campaign_id, keyed.units)
            task_ids = self._add_tasks(campaign_id, keyed, unit_ids)
            self._add_requirements(campaign_id, keyed, unit_ids, task_ids, search_keys)
            self._rows.make_current(campaign_id)
            told = "；".join(filter(None, (f"{keyed.name} 第{keyed.revision}版", detail)))
            self._journal.note("启动活动", "campaigns", campaign_id, told)
        return campaign_id

    def _add_tasks(self, campaign_id: int, campaign: "Campaign", unit_ids: dict[str, int]) -> dict[str, int]:
        rows = TaskRows(self._database)
        stage_ids = self._rows.add_stages(campaign_id, campaign.stages)
        task_ids = {}
        for position, task in enumerate(campaign.tasks):
            task_ids[task.key] = rows.add(campaign_id, task, stage_ids[task.stage_key], position)
            rows.set_units(task_ids[task.key], [unit_ids[key] for key in task.units])
        return task_ids

    def _add_requirements(
        self,
        campaign_id: int,
        campaign: "Campaign",
        unit_ids: dict[str, int],
        task_ids: dict[str, int],
        search_keys: Callable[..., str],
    ) -> None:
        rows, submissions = RequirementRows(self._database), SubmissionRows(self._database)
        for position, item in enumerate(campaign.requirements):
            senders = [unit_ids[key] for key in item.senders]
            keys = search_keys(item.title)
            requirement_id = rows.add(campaign_id, item, task_ids[item.task_key], senders, position, keys)
            submissions.fan_out(requirement_id, list(item.slots(campaign.year)), unit_ids)


def _with_keys(campaign: "Campaign", search_keys: Callable[..., str]) -> "Campaign":
    names = {unit.key: unit.name for unit in campaign.units}
    return replace(
        campaign,
        units=tuple(replace(unit, keys=search_keys(unit.name)) for unit in campaign.units),
        tasks=tuple(
            replace(task, keys=search_keys(task.text, *(names[key] for key in task.units))) for task in campaign.tasks
        ),
    )
