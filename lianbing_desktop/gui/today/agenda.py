"""What the day's page says, reckoned from plain values: what is late, due today and soon, and which quotas lag."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from lianbing_desktop.domain.monthday import spoken
from lianbing_desktop.domain.quota import Quota
from lianbing_desktop.domain.requirement import Requirement
from lianbing_desktop.domain.standing import standing
from lianbing_desktop.domain.submission import State, Submission
from lianbing_desktop.domain.task import Task
from lianbing_desktop.gui.today.lagging import lagging_lines
from lianbing_desktop.gui.today.line import GROUP_FROM, Line
from lianbing_desktop.gui.widgets.badge import Badge, Shape, badge, standing_badge, state_badge
from lianbing_desktop.services.submissions import Missing

RECENT = 20
_THURSDAY = 3
_ACTIONS = {State.OPEN: "收件", State.RETURNED: "收件", State.RECEIVED: "审核", State.REVIEWED: "上报"}


@dataclass(frozen=True)
class Source:
    """What the services say about the day: ``missing`` by ``horizon(today)``, and what its lines lead to."""

    missing: Sequence[Missing]
    submissions: Mapping[int, Submission]
    requirements: Mapping[int, Requirement]
    tasks: Mapping[str, Task]
    quotas: Sequence[Quota]
    today: date


@dataclass(frozen=True)
class Agenda:
    """The four columns; ``soon_words`` names the days of the third."""

    overdue: tuple[Line, ...]
    today: tuple[Line, ...]
    soon: tuple[Line, ...]
    behind: tuple[Line, ...]
    soon_words: str


def horizon(today: date) -> date:
    """Return the last day of 本周; from Thursday on next week counts in, or Friday would show nothing to come."""
    weeks = 2 if today.weekday() >= _THURSDAY else 1
    return today + timedelta(days=7 * weeks - 1 - today.weekday())


def make_agenda(source: Source) -> Agenda:
    """Sort what is missing into columns."""
    columns: dict[int, list[Line]] = defaultdict(list)
    for each in source.missing:
        side = (each.due_on > source.today) - (each.due_on < source.today)
        columns[side].append(_line(each, source))
    overdue, now, soon = (_grouped(columns[side]) for side in (-1, 0, 1))
    words = "本周和下周" if source.today.weekday() >= _THURSDAY else "本周"
    behind = lagging_lines(source.quotas, source.submissions.values(), source.today)
    return Agenda(overdue, now, soon, behind, words)


def recent_lines(submissions: Iterable[Submission]) -> tuple[Line, ...]:
    """Return what came last, the newest first."""
    came = [(each.received_on, max(file.id for file in each.files), each) for each in submissions if each.files]
    dated = sorted(((on, key, each) for on, key, each in came if on), key=lambda item: item[:2], reverse=True)
    return tuple(
        Line(each.title, each.unit, spoken(on), state_badge(each.state), target=("submission", each.id))
        for on, _, each in dated[:RECENT]
    )


def _line(each: Missing, source: Source) -> Line:
    pieces = [source.submissions[key] for key in each.submission_ids if key in source.submissions]
    if not pieces:
        return _unentered(each, source)
    first = pieces[0]
    is_one = len(pieces) == 1  # of alternatives the title names all
    title = first.requirement if is_one else each.title
    period = first.period_words if is_one else ""
    who = f"{each.unit} · {period}" if each.unit and period else each.unit or period
    due, pressing = _due(each.due_on, source.today)
    return Line(
        title, who, due, pressing or badge(first, source.today), _ACTIONS.get(first.state, "查看"),
        ("submission", first.id), due_on=each.due_on, requirement_id=each.requirement_id,
    )  # fmt: skip


def _unentered(each: Missing, source: Source) -> Line:
    """Return the line of a piece that nobody has entered yet; it leads to the task that asks for it."""
    now = standing_badge(standing(each.due_on, False, source.today)) or Badge("尚未登记", Shape.RING, "open_ink")
    asked = source.requirements.get(each.requirement_id)
    task = source.tasks.get(asked.task_key) if asked else None
    target = ("task", task.id) if task else None
    return Line(
        each.title, "", spoken(each.due_on), now, "登记", target,
        due_on=each.due_on, requirement_id=each.requirement_id,
    )  # fmt: skip


@lru_cache(maxsize=1024)
def _due(due_on: date, today: date) -> tuple[str, Badge | None]:
    """Return a due day as spoken and its badge where it presses, whatever was done so far: here nothing is settled."""
    return spoken(due_on), standing_badge(standing(due_on, False, today))


def _grouped(lines: list[Line]) -> tuple[Line, ...]:
    """Make one line of many of the same requirement, at the place of the first of them."""
    groups: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        groups[line.requirement_id].append(line)
    made: list[Line] = []
    for group in groups.values():
        made += [_group(group)] if len(group) >= GROUP_FROM else group
    return tuple(sorted(made, key=lambda line: line.due_on))


def _group(lines: list[Line]) -> Line:
    first = lines[0]
    units = {line.who.partition(" · ")[0] for line in lines if line.who}
    undone = "未报" if all(line.action in ("收件", "登记") for line in lines) else "未办完"
    who = f"{len(lines)} 件{undone}"
    if len(units) == len(lines):
        who = f"{len(units)} 个单位{undone}"
    elif len(units) > 1:
        who += f"（{len(units)} 个单位）"
    elif units:
        who = f"{units.pop()} {who}"
    return replace(first, who=who, action="", target=None, children=tuple(lines))
