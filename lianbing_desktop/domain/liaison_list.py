"""A returned 联络员名单: its entries laid beside what the desk knows, each with what would be done and why.

Sentences name rows of the list and units, never a person's data: they may be logged and printed.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from unicodedata import normalize

from lianbing_desktop.domain.liaison import FIELDS, Liaison, Role, doubts, faults, tidied, with_fields


class Act(StrEnum):
    """What is done with an entry when the list is taken in."""

    ADD = "新增"
    UPDATE = "更新"
    REPLACE = "更换"
    SAME = "无变化"
    SKIP = "不导入"


@dataclass(frozen=True)
class ListEntry:
    """One row of a list. ``place`` is where it stands (工作表“…”第 3 行), ``unit`` the unit's words as written.

    ``hint`` is what stands over the table and may name the unit where the row does not. ``values`` hold what the row
    says by field of FIELDS; ``told`` are sentences of the reading itself.
    """

    place: str
    unit: str
    role: Role
    values: Mapping[str, str] = field(repr=False)
    told: tuple[str, ...] = ()
    hint: str = ""


@dataclass(frozen=True)
class LiaisonList:
    """A list as it was read: file name, SHA-256, entries, and sentences about the whole."""

    name: str
    sha256: str
    entries: tuple[ListEntry, ...]
    told: tuple[str, ...] = ()


@dataclass(frozen=True)
class Proposal:
    """What would be done with one entry; the officer may choose another of ``acts``, or another unit.

    ``before`` is the entry of the desk that would be closed; ``told`` says what is odd and what will happen.
    """

    entry: ListEntry
    liaison: Liaison
    act: Act
    acts: tuple[Act, ...]
    before: Liaison | None = None
    told: tuple[str, ...] = ()

    @property
    def is_written(self) -> bool:
        """Whether taking the list in changes the desk for this entry."""
        return self.act in (Act.ADD, Act.UPDATE, Act.REPLACE)

    @property
    def is_doubtful(self) -> bool:
        """Whether the officer should look at it."""
        return bool(self.told)


_ENDING = re.compile(r"(?:生态环境局|环境保护局|环保分局|环保局|分局)$")
Names = Mapping[int, Sequence[str]]


def unit_named(words: str, names: Names) -> int:
    """Return the id of the unit meant by these words, 0 where none is or it cannot be told.

    A unit is meant by any name it ever bore, and a place's bureau by its place in a longer text
    (苏州市张家港市环境保护局监察大队 holds 张家港市); of several the first and longest. A name without a place
    (市环保局, 监察支队) must stand alone: other places have one too. Blanks and brackets do not count.
    """
    plain = _plain(words)
    same = {key for key, known in names.items() if plain and plain in {part for each in known for part in _parts(each)}}
    if same:
        return same.pop() if len(same) == 1 else 0
    held = [
        (plain.index(place), -len(place), key)
        for key, known in names.items()
        for place in {place for each in known for place in _places(each)}
        if place in plain
    ]
    if not held:
        return 0
    best = min(held)[:2]
    found = {key for at, length, key in held if (at, length) == best}
    return found.pop() if len(found) == 1 else 0


def lay_beside(
    entries: Sequence[ListEntry],
    current: Sequence[Liaison],
    names: Names,
    on: date,
    chosen_units: Mapping[int, int] | None = None,
) -> list[Proposal]:
    """Return a proposal for each entry, in the list's order.

    ``current`` are those who hold a role now; ``on`` is the day the list holds from; ``chosen_units`` are units the
    officer chose, by the entry's number.
    """
    chosen = chosen_units or {}
    units = [chosen.get(number) or unit_named(each.unit or each.hint, names) for number, each in enumerate(entries)]
    made = [_liaison(entry, unit, on) for entry, unit in zip(entries, units, strict=True)]
    places = [entry.place for entry in entries]
    return [_proposal(entries[number], made, number, current, places) for number in range(len(entries))]


def with_act(proposal: Proposal, act: Act) -> Proposal:
    """Return the proposal with another of its acts. Raises ValueError for one that it does not offer."""
    if act not in proposal.acts:
        raise ValueError(act)
    return replace(proposal, act=act)


def _proposal(
    entry: ListEntry, made: Sequence[Liaison], number: int, current: Sequence[Liaison], places: Sequence[str]
) -> Proposal:
    liaison = made[number]
    if not liaison.unit_id:
        words = f"“{entry.unit}”不是活动中的单位" if entry.unit else "没有写单位，也看不出是哪个单位"
        return Proposal(entry, liaison, Act.SKIP, (Act.SKIP,), None, (*entry.told, f"{words}，请选择单位。"))
    if wrong := tuple(faults(liaison)):
        return Proposal(entry, liaison, Act.SKIP, (Act.SKIP,), None, (*entry.told, *wrong))
    if (twin := _twin(made, number)) is not None:
        words = f"与{places[twin]}重复（同一单位、同名、同一角色），只取前一行。"
        return Proposal(entry, liaison, Act.SKIP, (Act.SKIP,), None, (*entry.told, words))
    guessed = () if entry.unit or not entry.hint else ("名单这一行没有写单位，按表上方的文字或文件名归入，请核对。",)
    told = (*entry.told, *guessed, *doubts(liaison), *_shared(made, number, places))
    return _beside_known(entry, liaison, made, current, told)


def _beside_known(
    entry: ListEntry, liaison: Liaison, made: Sequence[Liaison], current: Sequence[Liaison], told: tuple[str, ...]
) -> Proposal:
    there = [each for each in current if (each.unit_id, each.role) == (liaison.unit_id, liaison.role)]
    known = next((each for each in there if each.name == liaison.name), None)
    if known:
        return _update(entry, liaison, known, told)
    listed = [each for each in made if (each.unit_id, each.role) == (liaison.unit_id, liaison.role) and each.name]
    left = [each for each in there if each.name not in {other.name for other in listed}]
    if len(left) == 1 and len({each.name for each in listed}) == 1 and len(there) == 1:
        words = (
            f"现任{liaison.role}是另一人，导入后由名单上的人接替，原登记保留在经过中；如果两人同时担任，请改为“新增”。"
        )
        return Proposal(entry, liaison, Act.REPLACE, (Act.REPLACE, Act.ADD, Act.SKIP), left[0], (*told, words))
    return Proposal(entry, liaison, Act.ADD, (Act.ADD, Act.SKIP), None, told)


def _update(entry: ListEntry, liaison: Liaison, known: Liaison, told: tuple[str, ...]) -> Proposal:
    """A blank of the list takes nothing away: a county that leaves a cell empty does not mean that there is none."""
    kept = {name: getattr(known, name) for name in FIELDS if not getattr(liaison, name)}
    merged = with_fields(liaison, kept)
    changed = [words for name, words in FIELDS.items() if getattr(merged, name) != getattr(known, name)]
    if not changed:
        return Proposal(entry, merged, Act.SAME, (Act.SAME,), known, told)
    words = f"与现有登记不同：{'、'.join(changed)}。导入后按名单更新，原登记保留在经过中。"
    return Proposal(entry, merged, Act.UPDATE, (Act.UPDATE, Act.SKIP), known, (*told, words))


def _liaison(entry: ListEntry, unit_id: int, on: date) -> Liaison:
    blank = Liaison(unit_id, entry.role, "", on)
    return tidied(with_fields(blank, dict(entry.values)))


def _twin(made: Sequence[Liaison], number: int) -> int | None:
    own = _identity(made[number])
    return next((other for other in range(number) if _identity(made[other]) == own), None)


def _identity(liaison: Liaison) -> tuple[int, Role, str]:
    return liaison.unit_id, liaison.role, liaison.name


def _shared(made: Sequence[Liaison], number: int, places: Sequence[str]) -> list[str]:
    """Two persons with one mobile number: a row copied down and not corrected."""
    own = made[number]
    if not own.mobile or Counter(each.mobile for each in made)[own.mobile] < 2:
        return []
    others = [
        places[other]
        for other, each in enumerate(made)
        if other != number and each.mobile == own.mobile and each.name != own.name
    ]
    return [f"手机号与{others[0]}另一人的相同，请核对。"] if others else []


def _plain(words: str) -> str:
    return "".join(sign for sign in normalize("NFKC", words) if sign.isalnum())


def _parts(name: str) -> set[str]:
    """Return a name whole, without what stands in brackets, and that alone."""
    outside, inside = re.sub(r"[（(].*?[）)]", "", name), re.findall(r"[（(](.*?)[）)]", name)
    return {part for part in map(_plain, (name, outside, *inside)) if len(part) >= 2}


def _places(name: str) -> set[str]:
    """Return the places in the name of a place's bureau: 苏州高新区（虎丘区）环保局 has 苏州高新区, 虎丘区 and 虎丘."""
    if not _ENDING.search(_plain(name)):
        return set()
    places = {_ENDING.sub("", part) for part in _parts(name)}
    places |= {place[:-1] for place in tuple(places) if place[-1:] in tuple("市区县") and len(place) >= 3}
    return {place for place in places if len(place) >= 2}
