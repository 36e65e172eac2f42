"""A revised table beside the running campaign: what was added, changed and removed, and what may be the same."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from lianbing_desktop.domain.campaign import Campaign

SAME = 0.82
"""From this likeness on two texts are the same task, where no other comes near."""
ALIKE = 0.5
"""From this likeness on two texts may be the same task: the officer is asked."""
NEAR = 0.06
"""Two candidates closer than this are told apart by nobody but the officer."""
DUES = "报送期限"
"""The field of the deadlines of what a task asks for; it stands for itself where the task's own days are the same."""
NO_LONGER = "修订后的表不再要求。"
"""What stands as unknown with a requirement that a revised table no longer names."""


@dataclass(frozen=True)
class Entry:
    """One task as it is compared: its words and its fields, in the words they are shown in."""

    key: str
    text: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Difference:
    """One field that says something else now."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """One task found again. ``is_certain`` is false where the officer must say whether it is the same one."""

    before: Entry
    after: Entry
    likeness: float
    is_certain: bool
    differences: tuple[Difference, ...]


@dataclass(frozen=True)
class Revision:
    """All that a revised table does to a campaign. Tasks that stayed as they were stand in ``unchanged``."""

    added: tuple[Entry, ...] = ()
    changed: tuple[Change, ...] = ()
    removed: tuple[Entry, ...] = ()
    unchanged: tuple[Entry, ...] = ()

    @property
    def uncertain(self) -> tuple[Change, ...]:
        """The matches the officer must confirm."""
        return tuple(change for change in self.changed if not change.is_certain)


def entries_of(campaign: Campaign) -> tuple[Entry, ...]:
    """Return a campaign's tasks as they are compared."""
    names = {unit.key: unit.name for unit in campaign.units}
    stages = {stage.key: stage.title for stage in campaign.stages}
    found = []
    for task in campaign.tasks:
        asked = [item for item in campaign.requirements if item.task_key == task.key]
        quotas = [item for item in asked if item.is_quota]
        dues = {item.due.spoken() for item in asked if not item.is_quota and item.unknown != NO_LONGER}
        fields = (
            ("任务", task.text),
            ("阶段", stages.get(task.stage_key, "")),
            ("开始", task.start_on.isoformat()),
            ("截止", task.due_on.isoformat()),
            ("单位", "、".join(names.get(key, key) for key in task.units)),
            ("份额", "；".join(sorted(f"{item.due.spoken()}{item.count}{item.measure}" for item in quotas))),
            (DUES, "；".join(sorted(dues))),
        )
        found.append(Entry(task.key, task.text, fields))
    return tuple(found)


def compare(before: Sequence[Entry], after: Sequence[Entry]) -> Revision:
    """Match the tasks of two tables, each at most once; a doubtful match is marked, never made in silence."""
    pairs = _identical(before, after)
    pairs += _alike(_others(before, (pair[0] for pair in pairs)), _others(after, (pair[1] for pair in pairs)))
    changes = [_change(*pair) for pair in pairs]
    changes.sort(key=lambda change: after.index(change.after))
    return Revision(
        added=tuple(_others(after, (change.after for change in changes))),
        changed=tuple(change for change in changes if change.differences or not change.is_certain),
        removed=tuple(_others(before, (change.before for change in changes))),
        unchanged=tuple(change.after for change in changes if not change.differences and change.is_certain),
    )


Pair = tuple[Entry, Entry, float, bool]


def _others(entries: Sequence[Entry], taken: Iterable[Entry]) -> list[Entry]:
    known = {id(entry) for entry in taken}
    return [entry for entry in entries if id(entry) not in known]


def _identical(before: Sequence[Entry], after: Sequence[Entry]) -> list[Pair]:
    """Pair tasks of the same words; where several have them, in their order."""
    waiting: dict[str, list[Entry]] = {}
    for entry in before:
        waiting.setdefault(_plain(entry.text), []).append(entry)
    found: list[Pair] = []
    for entry in after:
        known = waiting.get(_plain(entry.text))
        if known:
            found.append((known.pop(0), entry, 1.0, True))
    return found


def _alike(before: Sequence[Entry], after: Sequence[Entry]) -> list[Pair]:
    """Pair the rest, the likest first; the same key settles only which of two equals comes first."""
    scores = [
        (score, one.key == other.key, left, right)
        for right, other in enumerate(after)
        for left, one in enumerate(before)
        if (score := _likeness(one.text, other.text)) >= ALIKE
    ]
    scores.sort(key=lambda item: (-item[0], not item[1], item[2], item[3]))
    used_left: set[int] = set()
    used_right: set[int] = set()
    found: list[Pair] = []
    for score, _, left, right in scores:
        if left in used_left or right in used_right:
            continue
        rivals = [other for other, _, one, two in scores if (one == left) != (two == right) and score - other < NEAR]
        found.append((before[left], after[right], score, score >= SAME and not rivals))
        used_left.add(left)
        used_right.add(right)
    return found


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, _plain(one), _plain(other), autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    return matcher.ratio()


def _change(before: Entry, after: Entry, likeness: float, is_certain: bool) -> Change:
    old = dict(before.fields)
    differences = tuple(
        Difference(name, old.get(name, ""), value) for name, value in after.fields if old.get(name, "") != value
    )
    if any(each.name == "截止" for each in differences):
        differences = tuple(each for each in differences if each.name != DUES)
    return Change(before, after, likeness, is_certain, differences)


def _plain(text: str) -> str:
    return "".join(text.split())
