"""A revised table beside the running campaign: what was added, changed and removed, and what may be the same."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from heapq import nlargest
from os.path import commonprefix

from lianbing_desktop.domain.campaign import Campaign

SAME = 0.82
"""From this likeness on two texts are the same task, where no other comes near."""
ALIKE = 0.5
"""From this likeness on two texts may be the same task: the officer is asked."""
NEAR = 0.06
"""Two candidates closer than this are told apart by nobody but the officer."""
_FEW, _RAREST, _NEAREST = 2_500, 40, 4
"""Up to so many pairs all are compared; above it only the nearest of each, told by their rarest pairs of signs."""
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


def compare(before: Sequence[Entry], after: Sequence[Entry], stop: Callable[[], object] = lambda: None) -> Revision:
    """Match the tasks of two tables, each at most once; a doubtful match is marked, never made in silence.

    ``stop`` is called now and then; what it raises goes through.
    """
    pairs = _identical(before, after)
    left = _others(before, (pair[0] for pair in pairs)), _others(after, (pair[1] for pair in pairs))
    pairs += _alike(*left, stop)
    changes = [_change(*pair) for pair in pairs]
    order = {id(entry): number for number, entry in enumerate(after)}
    changes.sort(key=lambda change: order[id(change.after)])
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


def _alike(before: Sequence[Entry], after: Sequence[Entry], stop: Callable[[], object]) -> list[Pair]:
    """Pair the rest, the likest first; the same key settles only which of two equals comes first."""
    scores: list[Score] = []
    for left, right in _candidates(before, after):
        stop()
        score = _likeness(before[left].text, after[right].text)
        if score >= ALIKE:
            scores.append((score, before[left].key == after[right].key, left, right))
    scores.sort(key=lambda item: (-item[0], not item[1], item[2], item[3]))
    best = _best_two(scores)
    used_left: set[int] = set()
    used_right: set[int] = set()
    found: list[Pair] = []
    for score, _, left, right in scores:
        if left in used_left or right in used_right:
            continue
        is_rivalled = any(score - rival < NEAR for rival in best[left, right])
        found.append((before[left], after[right], score, score >= SAME and not is_rivalled))
        used_left.add(left)
        used_right.add(right)
    return found


Score = tuple[float, bool, int, int]


def _best_two(scores: Sequence[Score]) -> dict[tuple[int, int], list[float]]:
    """Return for each pair the best score that either side has with another partner."""
    lefts: dict[int, list[Score]] = defaultdict(list)
    rights: dict[int, list[Score]] = defaultdict(list)
    for item in scores:  # the best ones first
        for known in (lefts[item[2]], rights[item[3]]):
            if len(known) < 2:  # noqa: PLR2004
                known.append(item)
    return {
        (item[2], item[3]): [other[0] for other in (*lefts[item[2]], *rights[item[3]]) if other is not item]
        for item in scores
    }


def _candidates(before: Sequence[Entry], after: Sequence[Entry]) -> list[tuple[int, int]]:
    """Return the pairs worth comparing: for each task the few that share most of its rare pairs of signs."""
    if len(before) * len(after) <= _FEW:
        return [(left, right) for left in range(len(before)) for right in range(len(after))]
    ours, theirs = [_signs(each.text) for each in before], [_signs(each.text) for each in after]
    nearest = {(left, right) for right, left in _nearest(theirs, ours)} | set(_nearest(ours, theirs))
    return sorted(nearest)


def _nearest(whose: Sequence[frozenset[str]], among: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    known: dict[str, list[int]] = defaultdict(list)
    for number, signs in enumerate(among):
        for sign in signs:
            known[sign].append(number)
    for number, signs in enumerate(whose):
        shared: dict[int, float] = defaultdict(float)
        for sign in sorted(signs, key=lambda each: len(known.get(each, ())))[:_RAREST]:
            for other in known.get(sign, ()):
                shared[other] += 1 / len(known[sign])
        for other in nlargest(_NEAREST, shared, key=lambda each: (shared[each], -abs(each - number))):
            yield number, other


def _signs(text: str) -> frozenset[str]:
    plain = _plain(text)
    return frozenset(plain[at : at + 2] for at in range(len(plain) - 1)) or frozenset((plain,))


def _likeness(one: str, other: str) -> float:
    """Return how much of two texts is the same, from 0 to 1; what they begin and end with is not looked at twice."""
    one, other = _plain(one), _plain(other)
    whole = len(one) + len(other)
    start = len(commonprefix((one, other)))
    one, other = one[start:], other[start:]
    end = len(commonprefix((one[::-1], other[::-1])))
    one, other = one[: len(one) - end], other[: len(other) - end]
    if 2 * (start + end + min(len(one), len(other))) < ALIKE * whole:
        return 0.0
    middle = SequenceMatcher(None, one, other, autojunk=False)
    if 2 * (start + end) + middle.quick_ratio() * (len(one) + len(other)) < ALIKE * whole:
        return 0.0
    return (2 * (start + end) + middle.ratio() * (len(one) + len(other))) / max(1, whole)


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
