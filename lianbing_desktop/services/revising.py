"""A revised table beside the running campaign, and what the officer chose of it, done in one piece."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from lianbing_desktop.domain.campaign import Campaign
from lianbing_desktop.domain.following import Effect
from lianbing_desktop.domain.requirement import Requirement
from lianbing_desktop.domain.revision import DUES, Change, Entry, Revision, compare, entries_of
from lianbing_desktop.domain.submission import Submission
from lianbing_desktop.errors import UserError
from lianbing_desktop.services.campaigns import CampaignHeader, Campaigns
from lianbing_desktop.services.journal import Journal
from lianbing_desktop.store.campaigns import CampaignRows
from lianbing_desktop.store.database import Database
from lianbing_desktop.store.requirements import RequirementRows
from lianbing_desktop.store.submissions import SubmissionRows
from lianbing_desktop.store.tasks import TaskRows

Stop = Callable[[], bool]
IMPORTED = "table-"
"""The names of campaigns that came from a table begin with this; what those ask for follows the table too."""

ADDED, CHANGED, OTHER, REMOVED = "+", "~", "=", "-"
"""What stands before the key of a thing chosen: OTHER says of an uncertain match that it is two different tasks."""


@dataclass(frozen=True)
class Revised:
    """What a revised table does to the campaign ``title``, whose number is ``campaign_id``."""

    campaign_id: int
    title: str
    before: Campaign
    after: Campaign
    revision: Revision
    effects: Mapping[str, Effect] = field(default_factory=lambda: MappingProxyType({}))
    """What each thing that can be chosen does to the submissions, by its key."""

    @property
    def is_empty(self) -> bool:
        """Whether the table says just what the campaign says."""
        return not (self.revision.added or self.revision.changed or self.revision.removed)


class Revising:
    """Compares tables with the campaign on the desk and brings it up to them."""

    def __init__(self, database: Database, journal: Journal, campaigns: Campaigns) -> None:
        self._database = database
        self._journal = journal
        self._campaigns = campaigns

    def compare(self, after: Campaign) -> Revised:
        """Lay a campaign beside the one on the desk. Raises UserError: there is none, or it is of another year."""
        return self.comparing()(after, lambda: False)

    def comparing(self) -> Callable[[Campaign, Stop], Revised]:
        """Return the work of laying a campaign beside the one on the desk, good for another thread."""
        header, before = self._campaigns.require(), self._standing()
        submissions = SubmissionRows(self._database).all(header.id)
        names = self._campaigns.names()
        first = {words: unit.name for unit in before.units for words in names[unit.id].words()}
        return lambda after, stop: _compared(header, before, submissions, _renamed(after, first), stop)

    def apply(self, revised: Revised, chosen: frozenset[str]) -> None:
        """Do what was chosen. Raises UserError: another campaign lies on the desk by now."""
        if self._campaigns.current_id != revised.campaign_id:
            raise UserError("桌面上已换成另一个活动，没有修改。请重新比较。")
        from lianbing_desktop.services.rework import Rework

        revision, after = revised.revision, revised.after
        removed = {entry.key for entry in revision.removed if REMOVED + entry.key in chosen}
        added = {entry.key for entry in revision.added if ADDED + entry.key in chosen}
        changed = [change for change in revision.changed if CHANGED + change.before.key in chosen]
        others = [change for change in revision.changed if OTHER + change.before.key in chosen]
        removed |= {change.before.key for change in others}
        added |= {change.after.key for change in others}
        is_whole = _is_imported(revised.before)
        with self._database.transaction():
            work = Rework(self._database, revised.campaign_id, after, self._journal.now(), is_whole)
            for key in sorted(removed):
                work.remove(key)
            for change in changed:
                work.change(change.before.key, change.after.key)
            work.add([task.key for task in after.tasks if task.key in added], _places(revised, changed))
            counts = f"新增 {len(added)} 项，修改 {len(changed)} 项，撤下 {len(removed)} 项"
            told = f"{counts}，{moved_by(revised, chosen)} 件报送件改期；{after.source}"
            CampaignRows(self._database).revise(revised.campaign_id, after.source)
            self._journal.note("按修订的表更新活动", "campaigns", revised.campaign_id, told)

    def _standing(self) -> Campaign:
        """Return the campaign on the desk as a definition, without the tasks withdrawn from it."""
        header = self._campaigns.require()
        tasks = tuple(task for task in TaskRows(self._database).all(header.id) if not task.is_withdrawn)
        keys = {task.key for task in tasks}
        asked: list[Requirement] = RequirementRows(self._database).all(header.id)
        return Campaign(
            header.name,
            header.title,
            header.table_title,
            header.annex,
            header.year,
            1,
            "",
            tuple(self._campaigns.stages()),
            tuple(self._campaigns.first_units()),
            tasks,
            tuple(item for item in asked if item.task_key in keys),
        )


def _renamed(after: Campaign, first: Mapping[str, str]) -> Campaign:
    """Give the units the names they have in the campaign, where a table calls them by a later name."""
    return replace(after, units=tuple(replace(each, name=first.get(each.name, each.name)) for each in after.units))


def _compared(
    header: CampaignHeader, before: Campaign, submissions: Sequence[Submission], after: Campaign, stop: Stop
) -> Revised:
    if header.year != after.year:
        raise UserError(
            f"这份表是 {after.year} 年的，现在的“{header.title}”是 {header.year} 年的，不能比较。"
            "请改正年度，或把它作为新活动启动。"
        )
    is_whole = _is_imported(before)
    revision = compare(_entries(before, is_whole), _entries(after, is_whole), stop)
    effects = _effects(before, after, revision, submissions)
    return Revised(header.id, header.title, before, after, revision, effects)


def _effects(
    before: Campaign, after: Campaign, revision: Revision, submissions: Sequence[Submission]
) -> Mapping[str, Effect]:
    from lianbing_desktop.services.effects import Effects

    reckoned = Effects(before, after, submissions)
    found = {}
    for change in revision.changed:
        one, other = change.before.key, change.after.key
        found[CHANGED + one] = reckoned.changed(one, other, _is_imported(before))
        found[OTHER + one] = reckoned.replaced(one, other)
    found |= {ADDED + entry.key: reckoned.added(entry.key) for entry in revision.added}
    return found | {REMOVED + entry.key: reckoned.removed(entry.key) for entry in revision.removed}


def moved_by(revised: Revised, chosen: frozenset[str]) -> int:
    """Return how many submissions get another deadline by what was chosen."""
    return sum(effect.moved for key, effect in revised.effects.items() if key in chosen)


def _is_imported(campaign: Campaign) -> bool:
    return campaign.name.startswith(IMPORTED)


def _entries(campaign: Campaign, with_quotas: bool) -> tuple[Entry, ...]:
    """Return the entries; what is asked for by hand is worded in its own way and tells nothing of the table's."""
    entries = entries_of(campaign)
    if with_quotas:
        return entries
    own = ("份额", DUES)
    return tuple(replace(each, fields=tuple(pair for pair in each.fields if pair[0] not in own)) for each in entries)


def _places(revised: Revised, changed: list[Change]) -> dict[str, str]:
    """Return after which task of the campaign each of the table's tasks stands, both by key; empty for the first."""
    same = {change.after.key: change.before.key for change in revised.revision.changed}
    taken = {*same.values(), *(entry.key for entry in revised.revision.removed)}
    left = [task for task in revised.before.tasks if task.key not in taken]
    for entry in revised.revision.unchanged:
        found = next((task for task in left if "".join(task.text.split()) == "".join(entry.text.split())), None)
        if found:
            left.remove(found)
            same[entry.key] = found.key
    return same
