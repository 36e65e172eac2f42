"""Liaisons: entering, changing and ending them; every state they were in is kept."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from lianbing_desktop.domain.clock import Clock
from lianbing_desktop.domain.liaison import FIELDS, Liaison, faults, tidied
from lianbing_desktop.domain.unit_name import UnitNames
from lianbing_desktop.errors import UserError
from lianbing_desktop.services.campaigns import Campaigns
from lianbing_desktop.services.journal import Journal
from lianbing_desktop.store.database import Database
from lianbing_desktop.store.liaisons import LiaisonRows

NamesById = Callable[[], Mapping[int, UnitNames]]
_GONE = "没有这位联络员的登记。请刷新后再试。"
_SINCE = "这条登记之后又有改动，不能撤销。请在单位页查看经过。"


@dataclass(frozen=True)
class Change:
    """What one act did, good for ``undo``: entries made, and how entries stood before that were closed by it."""

    made: tuple[int, ...] = ()
    before: tuple[Liaison, ...] = ()


class Liaisons:
    """The liaisons of the campaign on the desk. No sentence and no line of the log carries a person's data."""

    def __init__(
        self, database: Database, clock: Clock, journal: Journal, campaigns: Campaigns, names: NamesById
    ) -> None:
        self._database = database
        self._clock = clock
        self._journal = journal
        self._campaigns = campaigns
        self._names = names
        self._rows = LiaisonRows(database)

    def all(self) -> list[Liaison]:
        """Return every entry ever made, closed and withdrawn ones too, in official order, with today's unit names."""
        return self._named(self._clock.today())

    def on(self, day: date, named_on: date | None = None) -> list[Liaison]:
        """Return who holds a role on that day, with the unit names of that day or of the one given for them."""
        return [each for each in self._named(named_on or day) if each.holds_on(day)]

    def history(self, unit_id: int) -> list[Liaison]:
        """Return every entry of one unit, the newest first."""
        return sorted((each for each in self.all() if each.unit_id == unit_id), key=lambda each: -each.id)

    def get(self, liaison_id: int) -> Liaison:
        """Return one entry. Raises UserError where there is none of that number."""
        for liaison in self.all():
            if liaison.id == liaison_id:
                return liaison
        raise UserError(_GONE)

    def add(self, liaison: Liaison) -> Change:
        """Enter a person. Raises UserError: what is wrong with the entry, or the person already has that role."""
        with self._database.transaction():
            return self._added(liaison)

    def change(self, liaison_id: int, liaison: Liaison, on: date) -> Change:
        """Close an entry the day before ``on`` and go on with ``liaison``, another person or another telephone.

        Where the entry had not begun before ``on`` it is put right: withdrawn, its days taken over. Nothing different
        changes nothing. Raises UserError: what is wrong with the new entry, or the old one stands no more.
        """
        with self._database.transaction():
            return self._changed(liaison_id, liaison, on)

    def end(self, liaison_id: int, on: date) -> Change:
        """Let ``on`` be an entry's last day. Raises UserError: it stands no more, or had not begun by then."""
        old = self._standing(liaison_id)
        if on < old.valid_from:
            raise UserError(f"结束日期 {on} 早于开始日期 {old.valid_from}，没有保存。请核对日期。")
        with self._database.transaction():
            self._rows.close(liaison_id, on)
            self._note("结束联络员", old)
        return Change(before=(old,))

    def withdraw(self, liaison_id: int) -> Change:
        """Withdraw an entry made in error; it can be brought back. Raises UserError: it is withdrawn already."""
        old = self.get(liaison_id)
        if old.is_withdrawn:
            raise UserError("这条登记已经撤下。")
        with self._database.transaction():
            self._rows.withdraw(liaison_id, self._journal.now())
            self._note("撤下联络员", old)
        return Change(before=(old,))

    def bring_back(self, liaison_id: int) -> None:
        """Bring a withdrawn or ended entry back. Raises UserError: it stands, or another one took its place."""
        old = self.get(liaison_id)
        if not old.is_withdrawn and old.valid_to is None:
            raise UserError("这条登记没有撤下，也没有结束，不用恢复。")
        if self._successor(liaison_id):
            raise UserError("这条登记已经由后来的登记接替，不能恢复。请先撤下后来的那一条。")
        with self._database.transaction():
            self._rows.withdraw(liaison_id, None)
            self._rows.close(liaison_id, None)
            self._note("恢复联络员", old)

    def undo(self, change: Change) -> None:
        """Take one act back, in one piece. Raises UserError where something came after it."""
        with self._database.transaction():
            self.take_back(change)

    def take_back(self, change: Change) -> None:
        """Do what ``undo`` does inside a transaction that is about more than this."""
        if any(self._successor(made) or self._has_ended(made) for made in change.made):
            raise UserError(_SINCE)
        if any((later := self._successor(old.id)) and later not in change.made for old in change.before):
            raise UserError(_SINCE)
        for made in change.made:
            self._rows.withdraw(made, self._journal.now())
            self._note("撤销", self.get(made))
        for old in change.before:
            self._rows.withdraw(old.id, self._journal.now() if old.is_withdrawn else None)
            self._rows.close(old.id, old.valid_to)
            self._note("撤销", old)

    def apply(self, added: list[Liaison], changed: list[tuple[int, Liaison]], on: date) -> Change:
        """Enter and change several in one transaction, as a returned list asks. Raises UserError: nothing is kept."""
        with self._database.transaction():
            return self.merge(added, changed, on)

    def merge(self, added: list[Liaison], changed: list[tuple[int, Liaison]], on: date) -> Change:
        """Do what ``apply`` does inside a transaction that is about more than this."""
        done = [self._changed(key, each, on) for key, each in changed] + [self._added(each) for each in added]
        self._journal.note("导入联络员名单", "liaisons", None, f"新增 {len(added)}，更新 {len(changed)}")
        return Change(
            tuple(key for each in done for key in each.made), tuple(old for each in done for old in each.before)
        )

    def _added(self, liaison: Liaison) -> Change:
        liaison = self._checked(liaison)
        if any(_is_same(each, liaison) and each.valid_to is None for each in self._standing_ones()):
            raise UserError(
                f"{self._unit(liaison)}已经登记过同名的{liaison.role}，没有重复登记。请改为修改原来的登记。"
            )
        return Change((self._insert(liaison, "登记联络员"),))

    def _changed(self, liaison_id: int, liaison: Liaison, on: date) -> Change:
        old = self._standing(liaison_id)
        new = self._checked(replace(liaison, valid_from=on, valid_to=None, unit_id=old.unit_id))
        if new.role is old.role and all(getattr(new, name) == getattr(old, name) for name in FIELDS):
            return Change()
        if on <= old.valid_from:
            self._rows.withdraw(old.id, self._journal.now())
        else:
            self._rows.close(old.id, on - timedelta(days=1))
        return Change((self._insert(replace(new, replaces_id=old.id), "更新联络员"),), (old,))

    def _insert(self, liaison: Liaison, action: str) -> int:
        from lianbing_desktop.reading.pinyin import search_keys

        key = self._rows.add(replace(liaison, keys=search_keys(liaison.name)), self._journal.now())
        self._note(action, replace(liaison, id=key))
        return key

    def _checked(self, liaison: Liaison) -> Liaison:
        """Return the entry tidied. Raises UserError with every sentence on what is wrong with it."""
        tidy = tidied(liaison)
        wrong = list(faults(tidy))
        if liaison.unit_id not in {unit.id for unit in self._campaigns.units()}:
            wrong.append("没有选择活动中的单位。")
        if wrong:
            raise UserError("没有保存：", tuple(wrong)) if len(wrong) > 1 else UserError(f"没有保存：{wrong[0]}")
        return tidy

    def _standing(self, liaison_id: int) -> Liaison:
        old = self.get(liaison_id)
        if old.is_withdrawn or old.valid_to is not None:
            raise UserError("这条登记已经结束或撤下，不能再改。请先恢复，或另外登记。")
        return old

    def _standing_ones(self) -> list[Liaison]:
        return [each for each in self.all() if not each.is_withdrawn]

    def _successor(self, liaison_id: int) -> int:
        """Return the entry that took the place of this one and stands, or 0."""
        return next((each.id for each in self._standing_ones() if each.replaces_id == liaison_id), 0)

    def _has_ended(self, liaison_id: int) -> bool:
        found = self._rows.get(liaison_id)
        return found is None or found.is_withdrawn or found.valid_to is not None

    def _named(self, day: date) -> list[Liaison]:
        campaign_id = self._campaigns.current_id
        if not campaign_id:
            return []
        names = self._names()
        return [replace(each, unit=names[each.unit_id].name_on(day)) for each in self._rows.all(campaign_id)]

    def _unit(self, liaison: Liaison) -> str:
        return self._names()[liaison.unit_id].name_on(self._clock.today())

    def _note(self, action: str, liaison: Liaison) -> None:
        self._journal.note(action, "liaisons", liaison.id, self._unit(liaison))


def _is_same(one: Liaison, other: Liaison) -> bool:
    return (one.unit_id, one.role, one.name) == (other.unit_id, other.role, other.name)
