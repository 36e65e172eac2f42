"""Units: their names through time, what each owes and has sent, and who answers for them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from lianbing_desktop.domain.clock import Clock
from lianbing_desktop.domain.liaison import CHAT_GROUP, Contact, Liaison, chat_group_in
from lianbing_desktop.domain.quota import Quota
from lianbing_desktop.domain.submission import State, Submission
from lianbing_desktop.domain.unit import Unit
from lianbing_desktop.domain.unit_name import UnitName, UnitNames
from lianbing_desktop.errors import UserError
from lianbing_desktop.services.campaigns import Campaigns
from lianbing_desktop.services.journal import Journal
from lianbing_desktop.services.liaisons import Liaisons
from lianbing_desktop.services.submissions import Submissions
from lianbing_desktop.store.database import Database
from lianbing_desktop.store.tasks import TaskRows
from lianbing_desktop.store.units import ContactRows, UnitNameRows

_RECEIVED, _SENT = (State.RECEIVED, State.REVIEWED), (State.SENT_UP, State.RECEIPT)


@dataclass(frozen=True)
class UnitLine:
    """One unit as it stands on a day: what it owes and has sent, its quotas, and its liaisons of that day."""

    unit: Unit
    names: UnitNames
    day: date
    submissions: tuple[Submission, ...]
    quotas: tuple[Quota, ...]
    liaisons: tuple[Liaison, ...]
    keys: str = field(default="", repr=False)

    @property
    def name(self) -> str:
        """The name of the day."""
        return self.names.name_on(self.day)

    @cached_property
    def open(self) -> int:
        """How many pieces have not come or were returned, overdue ones too."""
        return sum(not each.is_settled and each.state in (State.OPEN, State.RETURNED) for each in self.submissions)

    @cached_property
    def overdue(self) -> int:
        """How many of the open ones are late."""
        return sum(
            not each.is_settled and each.state in (State.OPEN, State.RETURNED) and each.due_on < self.day
            for each in self.submissions
        )

    @cached_property
    def received(self) -> int:
        """How many lie here, received or reviewed."""
        return sum(each.state in _RECEIVED for each in self.submissions)

    @cached_property
    def sent(self) -> int:
        """How many have gone up to the province, with or without receipt."""
        return sum(each.state in _SENT for each in self.submissions)

    @cached_property
    def behind(self) -> int:
        """How many quotas are short of an even pace."""
        return sum(each.is_behind(self.day) for each in self.quotas)

    @property
    def lacks_liaison(self) -> bool:
        """Whether a 市、区局 has nobody named: each of them names a liaison at the campaign's start (T03)."""
        return self.unit.is_county and not self.liaisons


class Units:
    """The units of the campaign on the desk; ``people`` is what is done with their liaisons."""

    def __init__(
        self, database: Database, clock: Clock, journal: Journal, campaigns: Campaigns, submissions: Submissions
    ) -> None:
        self._database = database
        self._clock = clock
        self._journal = journal
        self._campaigns = campaigns
        self._submissions = submissions
        self._names = UnitNameRows(database)
        self._contacts = ContactRows(database)
        self.people = Liaisons(database, clock, journal, campaigns, self.names)

    def all(self, day: date | None = None) -> list[UnitLine]:
        """Return every unit in official order as it stands on ``day``, today where not given."""
        day = day or self._clock.today()
        owed: dict[int, list[Submission]] = defaultdict(list)
        for submission in self._submissions.all(day):
            owed[submission.unit_id].append(submission)
        quotas: dict[int, list[Quota]] = defaultdict(list)
        for quota in self._submissions.quotas():
            quotas[quota.unit_id].append(quota)
        people: dict[int, list[Liaison]] = defaultdict(list)
        for liaison in self.liaisons(day):
            people[liaison.unit_id].append(liaison)
        names = self.names()
        return [
            UnitLine(
                unit, names[unit.id], day, tuple(owed[unit.id]), tuple(quotas[unit.id]), tuple(people[unit.id]),
                " ".join((unit.keys, *(each.keys for each in people[unit.id]))),
            )
            for unit in self._campaigns.units(day)
        ]  # fmt: skip

    def get(self, unit_id: int) -> UnitLine:
        """Return one unit as it stands today. Raises UserError where there is none of that number."""
        for line in self.all():
            if line.unit.id == unit_id:
                return line
        raise UserError("没有这个单位。请刷新列表后再试。")

    def liaisons(self, day: date | None = None) -> list[Liaison]:
        """Return who holds a role on ``day``, today where not given, in official order.

        Of one unit, 负责人 come before 联络员 and these before 信息员. Each has the unit's name of that day. Empty
        before any was entered: nothing is invented.
        """
        return self.people.on(day or self._clock.today())

    def names(self) -> dict[int, UnitNames]:
        """Return the names of every unit by its id."""
        return self._campaigns.names()

    def name_on(self, unit_id: int, day: date) -> str:
        """Return what a unit was called on that day. Raises UserError where there is none of that number."""
        names = self.names().get(unit_id)
        if not names:
            raise UserError("没有这个单位。请刷新列表后再试。")
        return names.name_on(day)

    def rename(self, unit_id: int, name: UnitName) -> int:
        """Let a unit bear another name from a day on; return the entry's id, good for ``withdraw_name``.

        Raises UserError: no name or day, the same name as before, or a name already begins on that day.
        """
        from lianbing_desktop.reading.pinyin import search_keys

        known = self.get(unit_id).names
        name = replace(name, name=name.name.strip(), short=name.short.strip() or name.name.strip())
        _check_name(name, known)
        with self._database.transaction():
            keys = search_keys(name.name, name.short)
            name_id = self._names.add(unit_id, replace(name, note=name.note.strip()), keys, self._journal.now())
            self._journal.note("单位更名", "unit_names", name_id, name.name)
        return name_id

    def withdraw_name(self, name_id: int) -> None:
        """Withdraw a name entered in error; it can be brought back. Raises UserError where there is none."""
        self._set_name(name_id, self._journal.now(), "撤下单位名称")

    def bring_back_name(self, name_id: int) -> None:
        """Bring a withdrawn name back. Raises UserError where there is none."""
        self._set_name(name_id, None, "恢复单位名称")

    def contacts(self) -> list[Contact]:
        """Return how the campaign's people are reached together; empty before any was entered."""
        campaign_id = self._campaigns.current_id
        return self._contacts.all(campaign_id) if campaign_id else []

    def chat_group(self) -> Contact | None:
        """Return the 工作QQ群, or None where none was entered."""
        return next((each for each in self.contacts() if each.kind == CHAT_GROUP), None)

    def proposed_chat_group(self) -> Contact:
        """Return the 工作QQ群 as entered, else with the number the campaign's own text tells, else an empty one."""
        campaign_id = self._campaigns.current_id
        texts = [task.text for task in TaskRows(self._database).all(campaign_id)] if campaign_id else []
        told = next((number for text in texts if (number := chat_group_in(text))), "")
        return self.chat_group() or Contact(CHAT_GROUP, value=told)

    def put_contact(self, contact: Contact) -> int:
        """Enter a contact in the place of the one of its kind, which is kept withdrawn; return the new one's id.

        An empty number withdraws what there is and returns 0.
        """
        campaign_id, at = self._campaigns.require().id, self._journal.now()
        value = contact.value.strip()
        with self._database.transaction():
            for old in self.contacts():
                if old.kind == contact.kind:
                    self._contacts.withdraw(old.id, at)
                    self._journal.note("撤下联系方式", "contacts", old.id, contact.kind)
            if not value:
                return 0
            tidy = replace(contact, name=contact.name.strip(), value=value, note=contact.note.strip())
            contact_id = self._contacts.add(campaign_id, tidy, at)
            self._journal.note("登记联系方式", "contacts", contact_id, contact.kind)
        return contact_id

    def _set_name(self, name_id: int, at: str | None, action: str) -> None:
        if self._names.unit_id(name_id) not in {unit.id for unit in self._campaigns.units()}:
            raise UserError("没有这条单位名称。请刷新后再试。")
        with self._database.transaction():
            self._names.withdraw(name_id, at)
            self._journal.note(action, "unit_names", name_id)


def _check_name(name: UnitName, known: UnitNames) -> None:
    if not name.name:
        raise UserError("没有填写新名称，没有保存。")
    if not name.valid_from:
        raise UserError("没有填写从哪一天起使用新名称，没有保存。")
    if any(each.valid_from == name.valid_from for each in known.names):
        raise UserError(f"从 {name.valid_from} 起已经登记过一个名称，没有保存。请先撤下那一个，或改日期。")
    if known.name_on(name.valid_from) == name.name:
        raise UserError(f"这个单位在 {name.valid_from} 已经叫“{name.name}”，没有保存。")


def names_of(units: Sequence[UnitLine]) -> dict[int, tuple[str, ...]]:
    """Return everything each unit is or was called, names and short names, by its id."""
    return {line.unit.id: line.names.words() for line in units}
