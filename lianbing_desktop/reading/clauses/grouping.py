"""Calendar phrases joined by dashes and commas, each having taken from its neighbours what it lacks."""

import re
from dataclasses import dataclass, replace

from lianbing_desktop.reading.clauses.festivals import FESTIVAL
from lianbing_desktop.reading.clauses.numerals import NUMBER
from lianbing_desktop.reading.clauses.phrase import Phrase, phrase_at
from lianbing_desktop.reading.clauses.resolving import Context, filled, joined

_DASH = re.compile(
    r"(?:\)?(?:起|开始)?,?)(?:-{1,3}|(?:一直|持续|延续|延伸|进行|实施|开展|启动|开工|开幕|举办|举行|报名|集中)?(?:至|到)|一(?=[\d]))(?:今年|当年)?|"
    r"(?:起|开始),?(?=(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|底|末)?(?:为?止|结束))"
)
_COMMA = re.compile(r"以及|(?:前|之前|以前)?[、,和及与或]|(?:前|之前|以前)和")
MOST_PHRASES = 40
_NEXT_EDGE = re.compile(rf"{NUMBER}月(?:初|上旬)")
_OF_MONTH = re.compile(r"月(?:份)?的")


@dataclass(frozen=True)
class Group:
    """One phrase, or two around a dash, and whether “前” stood right behind it."""

    left: Phrase
    right: Phrase | None = None
    is_by: bool = False

    @property
    def last(self) -> Phrase:
        """The phrase on the right."""
        return self.right or self.left


def groups_at(text: str, place: int, context: Context) -> list[Group]:
    """Read phrases and their joints; what each takes from its neighbours is filled in."""
    phrases, joints = _sequence(text, place, context)
    count = len(phrases)
    for index in range(count - 2, -1, -1):
        if phrases[index].bare is not None:
            taken = _taken(phrases, joints, index) if index + 1 < count else None
            count = count if taken else index
            phrases[index] = taken or phrases[index]
    for index in range(count - 1):
        pair = joined(phrases[index], phrases[index + 1], _is_comma(joints[index]))
        if pair is None:
            count = index + 1
            break
        phrases[index], phrases[index + 1] = pair
    return _grouped(_sharing(text, phrases[:count], joints), joints[: max(0, count - 1)])


def _sharing(text: str, phrases: list[Phrase], joints: list[str]) -> list[Phrase]:
    """Give 6月、9月、12月的25日 one day for every month; without “的” the day is the last month's."""
    last = phrases[-1] if phrases else None
    if last is None or not last.day or len(phrases) < 2 or not _OF_MONTH.search(text, last.start, last.end):
        return phrases
    if not all(phrase.grain == "month" for phrase in phrases[:-1]) or not all(map(_is_comma, joints)):
        return phrases
    return [*(replace(phrase, day=last.day) for phrase in phrases[:-1]), last]


def _taken(phrases: list[Phrase], joints: list[str], index: int) -> Phrase | None:
    return filled(phrases[index], phrases[index + 1], _is_comma(joints[index]))


def _is_comma(joint: str) -> bool:
    return not joint or _COMMA.fullmatch(joint) is not None


def _sequence(text: str, place: int, context: Context) -> tuple[list[Phrase], list[str]]:
    phrases: list[Phrase] = []
    joints: list[str] = []
    found = phrase_at(text, place)
    if found is not None and found.bare is not None and place < context.barren_to:
        return [], []
    while found is not None and len(phrases) < MOST_PHRASES:
        phrases.append(found)
        joint = _DASH.match(text, found.end) or _COMMA.match(text, found.end)
        beside = None if joint else _beside(text, found)
        if joint is None and beside is None:
            break
        end = joint.end() if joint else found.end
        if not text[end:]:
            break
        joints.append(joint.group() if joint else beside or "")
        found = phrase_at(text, end, inner=True)
    reach = phrases[-1].end if phrases else place
    while phrases and phrases[-1].bare is not None:
        phrases.pop()
    context.barren_to = context.barren_to if phrases else max(reach, context.barren_to)
    return phrases, joints[: max(0, len(phrases) - 1)]


def _beside(text: str, found: Phrase) -> str | None:
    """Return the sign to think between two phrases that stand side by side: 元旦春节 (none), 5月底6月初 (a dash)."""
    if found.festival and FESTIVAL.match(text, found.end):
        return ""
    return "-" if found.part in ("底", "末", "下旬") and _NEXT_EDGE.match(text, found.end) else None


def _grouped(phrases: list[Phrase], joints: list[str]) -> list[Group]:
    groups: list[Group] = []
    index = 0
    while index < len(phrases):
        joint = joints[index] if index < len(joints) else ""
        is_range = bool(joint) and not _is_comma(joint)
        right = phrases[index + 1] if is_range else None
        index += 2 if is_range else 1
        after = joints[index - 1] if index - 1 < len(joints) else ""
        groups.append(Group(phrases[index - (2 if is_range else 1)], right, "前" in after))
    return groups
