"""Campaigns: which can be started, starting one, and the one on the desk."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from lianbing_desktop.domain.clock import Clock
from lianbing_desktop.domain.task import Stage
from lianbing_desktop.domain.unit import Unit
from lianbing_desktop.errors import UserError
from lianbing_desktop.paths import Home, resource
from lianbing_desktop.services.journal import Journal
from lianbing_desktop.store.campaigns import CampaignRows
from lianbing_desktop.store.database import Database
from lianbing_desktop.store.requirements import RequirementRows
from lianbing_desktop.store.submissions import SubmissionRows
from lianbing_desktop.store.tasks import TaskRows

if TYPE_CHECKING:
    from lianbing_desktop.domain.breakdown import BreakdownTable
    from lianbing_desktop.domain.campaign import Campaign

_SHOWN = 24


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
        campaign = read_campaign(path, year)
        if self._rows.find(campaign.name, campaign.year):
            raise UserError(f"“{campaign.title}”已经启动，不能重复启动。")
        return self.header(self._copy(campaign))

    def start_from_table(self, path: Path, year: int | None = None) -> CampaignHeader:
        """Start the campaign whose tasks are those of a breakdown table received as a Word file.

        Raises UserError: the table cannot be read, or no campaign on file has its rows, naming which differ.
        """
        from lianbing_desktop.reading.breakdown import read_breakdown

        table = read_breakdown(path, year or self._clock.today().year)
        known, _ = self._known()
        differences = {name: table_differences(table, campaign) for name, campaign in known.items()}
        nearest = min(differences, key=lambda name: len(differences[name]), default="")
        if nearest and not differences[nearest]:
            return self.start(nearest, year)
        beside = f"（最接近“{known[nearest].title}”，有 {len(differences[nearest])} 处不同）" if nearest else ""
        raise UserError(
            f"从“{path.name}”读出 {len(table.rows)} 行任务，但不是已有的任何一个活动{beside}，没有启动。"
            f"可以把这次活动的活动文件（.toml）放进“{self._home.campaigns}”，再重新打开练兵台。",
            differences.get(nearest, ()),
        )

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

    def units(self) -> list[Unit]:
        """Return the units of the campaign on the desk in official order; none before the first campaign."""
        campaign_id = self.current_id
        return self._rows.units(campaign_id) if campaign_id else []

    def unit_named(self, words: str) -> Unit:
        """Return the unit of that name, short name or key. Raises UserError for one that is not in the campaign."""
        for unit in self.units():
            if words in (unit.name, unit.short, unit.key):
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

    def _copy(self, campaign: "Campaign") -> int:
        from lianbing_desktop.reading.pinyin import search_keys

        keyed = _with_keys(campaign, search_keys)
        at = self._clock.now().isoformat(timespec="seconds")
        with self._database.transaction():
            campaign_id = self._rows.add(keyed, at)
            unit_ids = self._rows.add_units(campaign_id, keyed.units)
            task_ids = self._add_tasks(campaign_id, keyed, unit_ids)
            self._add_requirements(campaign_id, keyed, unit_ids, task_ids, search_keys)
            self._rows.make_current(campaign_id)
            self._journal.note("启动活动", "campaigns", campaign_id, f"{keyed.name} 第{keyed.revision}版")
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


def table_differences(table: "BreakdownTable", campaign: "Campaign") -> tuple[str, ...]:
    """Return in words where a table's rows are not the campaign's; white space does not count."""
    names = {unit.key: unit.name for unit in campaign.units}
    stages = {stage.key: stage.title for stage in campaign.stages}
    read = [(row.stage_key, row.text, row.units) for row in table.rows]
    held = [(stages[task.stage_key], task.text, tuple(names[key] for key in task.units)) for task in campaign.tasks]
    pairs = enumerate(zip_longest(read, held), 1)
    return tuple(
        _difference(number, ours, theirs) for number, (ours, theirs) in pairs if _plain(ours) != _plain(theirs)
    )


_Row = tuple[str, str, tuple[str, ...]]


def _plain(row: _Row | None) -> tuple[str, ...]:
    return tuple("".join(text.split()) for text in (row[0], row[1], *row[2])) if row else ()


def _difference(number: int, read: _Row | None, held: _Row | None) -> str:
    if not held:
        return f"第 {number} 行：活动里没有这一行（{_start(read)}）"
    if not read:
        return f"第 {number} 行：表里没有这一行（{_start(held)}）"
    parts = zip(("时间节点", "任务及要求", "责任部门"), _plain(read), _plain(held), strict=False)
    units = ("责任部门",) if _plain(read)[2:] != _plain(held)[2:] else ()
    words = dict.fromkeys([word for word, ours, theirs in parts if ours != theirs] + list(units))
    return f"第 {number} 行：{'、'.join(words)}不同（{_start(read)}）"


def _start(row: _Row | None) -> str:
    text = "".join(row[1].split()) if row else ""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}……"


def _with_keys(campaign: "Campaign", search_keys: Callable[..., str]) -> "Campaign":
    names = {unit.key: unit.name for unit in campaign.units}
    return replace(
        campaign,
        units=tuple(replace(unit, keys=search_keys(unit.name)) for unit in campaign.units),
        tasks=tuple(
            replace(task, keys=search_keys(task.text, *(names[key] for key in task.units))) for task in campaign.tasks
        ),
    )
