"""What stands on a day: the same requirement of many units as one entry, and the index of all days. No Qt."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from lianbing_desktop.domain.standing import standing
from lianbing_desktop.domain.submission import State, Submission
from lianbing_desktop.gui.calendar.lanes import Window
from lianbing_desktop.gui.calendar.month import Month
from lianbing_desktop.gui.widgets.badge import OVERDUE, Badge, Shape, badge, standing_badge, state_badge
from lianbing_desktop.services.tasks import TaskLine

Target = tuple[str, int]

_RANK = {
    State.OPEN: 0,
    State.RETURNED: 0,
    State.RECEIVED: 1,
    State.REVIEWED: 2,
    State.SENT_UP: 3,
    State.RECEIPT: 4,
    State.NOT_NEEDED: 5,
}
_NOT_IN = (State.OPEN, State.RETURNED)


@dataclass(frozen=True)
class Entry:
    """One line of a day: ``pieces`` units or pieces of the same requirement under the badge of the least advanced.

    ``unreported`` have not come, ``unsettled`` have not met their deadline. A line without pieces is a task itself.
    """

    title: str
    badge: Badge
    target: Target
    pieces: tuple[Submission, ...] = ()
    unreported: int = 0
    unsettled: int = 0

    @property
    def short(self) -> str:
        """The title without what stands in brackets, for a day's narrow cell."""
        return self.title.split("（")[0] or self.title

    @property
    def count(self) -> str:
        """``×10`` where there are several pieces, else empty."""
        return f"×{len(self.pieces)}" if len(self.pieces) > 1 else ""

    @property
    def left(self) -> str:
        """``（3 未报）`` where some of several are missing, else empty."""
        if len(self.pieces) < 2 or not self.unsettled:
            return ""
        return f"（{self.unreported} 未报）" if self.unreported else f"（{self.unsettled} 未办结）"

    @property
    def words(self) -> str:
        """The whole line: ``联络员名单 ×10（3 未报）``."""
        return " ".join(filter(None, (self.title, self.count))) + self.left


class DayIndex:
    """Every day's entries, made when first asked for. Built once from what the services gave."""

    def __init__(
        self,
        submissions: Iterable[Submission],
        lines: Sequence[TaskLine],
        today: date,
        unit: str = "",
        only_open: bool = False,
    ) -> None:
        self._today = today
        self._days: dict[date, list[Submission]] = defaultdict(list)
        self._owed: dict[date, list[Submission]] = defaultdict(list)
        self._entries: dict[date, tuple[Entry, ...]] = {}
        entered: Counter[int] = Counter()
        for submission in submissions:
            entered[submission.requirement_id] += 1
            if unit in ("", submission.unit_key):
                self._owed[submission.due_on].append(submission)
                if not (only_open and submission.is_settled):
                    self._days[submission.due_on].append(submission)
        self._extra = _extra(lines, entered, today, unit)
        self.windows = _windows(lines, unit, only_open)

    def entries(self, day: date) -> tuple[Entry, ...]:
        """Return the day's entries, what is still open first."""
        if day not in self._entries:
            made = [*_grouped(self._days.get(day, ()), self._today), *self._extra.get(day, ())]
            self._entries[day] = tuple(sorted(made, key=lambda entry: bool(entry.pieces) and not entry.unsettled))
        return self._entries[day]

    def counts(self, month: Month) -> list[Badge]:
        """Return how many pieces due in the month stand where, as badges with their number; none for zero."""
        owed = [each for day, group in self._owed.items() if month.holds(day) for each in group]
        states = Counter(OVERDUE if self._is_overdue(each) else state_badge(each.state) for each in owed)
        order = (OVERDUE, *(state_badge(state) for state in State))
        return [
            Badge(f"{each.word} {states[each]}", each.shape, each.ink, each.ground) for each in order if states[each]
        ]

    def total(self, month: Month) -> int:
        """Return how many pieces are due in the month."""
        return sum(len(group) for day, group in self._owed.items() if month.holds(day))

    def next_day(self, day: date) -> date | None:
        """Return the first day after ``day`` on which something stands."""
        days = (*self._days, *self._extra)
        return min((other for other in days if other > day), default=None)

    def _is_overdue(self, each: Submission) -> bool:
        return each.due_on < self._today and not each.is_settled and each.state in _NOT_IN


def _grouped(submissions: Sequence[Submission], today: date) -> list[Entry]:
    """Return one entry for each requirement, or for each any-of group of requirements."""
    groups: dict[object, list[Submission]] = defaultdict(list)
    for submission in submissions:
        groups[submission.any_of or submission.requirement_id].append(submission)
    return [_entry(group, today) for group in groups.values()]


def _entry(group: list[Submission], today: date) -> Entry:
    pieces = _best(group) if group[0].any_of else group
    shown = min(pieces, key=lambda each: (each.is_settled, _RANK[each.state]))
    titles = dict.fromkeys(each.requirement for each in group)
    return Entry(
        title=" 或 ".join(titles) if len(pieces) > 1 or len(titles) > 1 else _title(shown),
        badge=badge(shown, today),
        target=("submission", shown.id),
        pieces=tuple(pieces),
        unreported=sum(each.state in _NOT_IN and not each.is_settled for each in pieces),
        unsettled=sum(not each.is_settled for each in pieces),
    )


def _best(group: list[Submission]) -> list[Submission]:
    """Return of each unit and period the member that has come furthest; one that is 不适用 only where all are."""
    found: dict[object, Submission] = {}
    for each in sorted(group, key=lambda each: (each.state is not State.NOT_NEEDED, _RANK[each.state])):
        found[each.group] = each
    return list(found.values())


def _title(each: Submission) -> str:
    """Return requirement and piece; the month is where it stands."""
    return " · ".join(filter(None, (each.requirement, each.label)))


def _extra(lines: Sequence[TaskLine], entered: Counter[int], today: date, unit: str) -> dict[date, list[Entry]]:
    """Return what has no submission: pieces that must be there and are not entered, and tasks that ask for nothing."""
    found: dict[date, list[Entry]] = defaultdict(list)
    for line in lines:
        target = ("task", line.task.id)
        for asked in line.requirements:
            missing = asked.at_least - entered[asked.id]
            if missing > 0 and asked.due.on and unit in ("", *asked.senders):
                due_on = asked.due.on.in_year(line.stage.due_on.year)
                title = f"{asked.title}（至少{asked.at_least}{asked.measure}，尚未登记）"
                found[due_on].append(Entry(title, _pressing(due_on, today), target))
        if not line.requirements and unit in ("", *line.task.units):
            mark = standing_badge(line.standing) or Badge(line.work, Shape.RING, "open_ink")
            found[line.task.due_on].append(Entry(line.task.text, mark, target))
    return found


def _pressing(due_on: date, today: date) -> Badge:
    return standing_badge(standing(due_on, False, today)) or state_badge(State.OPEN)


def _windows(lines: Sequence[TaskLine], unit: str, only_open: bool) -> list[Window]:
    """Return the stages that span days, and the tasks whose days are not those of their stage."""
    wanted = [line for line in lines if _concerns(line, unit) and not (only_open and line.work == "已完成")]
    found: list[Window] = []
    stages: dict[str, list[TaskLine]] = defaultdict(list)
    for line in wanted:
        stage, task = line.stage, line.task
        if (task.start_on, task.due_on) == (stage.start_on, stage.due_on):
            stages[stage.key].append(line)
        elif task.start_on < task.due_on:
            found.append(Window(task.text, task.start_on, task.due_on, ("task", task.id)))
    for group in stages.values():
        stage = group[0].stage
        first = next((line for line in group if line.work != "已完成"), group[0])
        if stage.start_on < stage.due_on:
            name = f"{stage.title}（{len(group)} 项任务）"
            found.append(Window(name, stage.start_on, stage.due_on, ("task", first.task.id)))
    return found


def _concerns(line: TaskLine, unit: str) -> bool:
    return not unit or unit in line.task.units or any(unit in asked.senders for asked in line.requirements)
