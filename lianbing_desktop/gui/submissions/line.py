"""Lines: one submission as the checklist shows it, with what is worked out once and not at every repaint."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lianbing_desktop.domain.monthday import spoken
from lianbing_desktop.domain.submission import State, Submission
from lianbing_desktop.gui.widgets.badge import Badge, Shape, badge
from lianbing_desktop.services.search import folded

Key = tuple[object, ...]


@dataclass(frozen=True)
class Line:
    """One row or the part of a matrix cell.

    ``place`` is the campaign's order, ``unit_place`` the official one of units. Members of an any-of group carry
    ``group`` and stand together; ``replaced_by`` names the member that came instead.
    """

    submission: Submission
    stage: str
    place: int
    unit_place: int
    badge: Badge
    keys: str
    group: Key = ()
    leads: bool = True
    replaced_by: str = ""

    @property
    def id(self) -> int:
        """The submission's id."""
        return self.submission.id

    @property
    def what(self) -> str:
        """Unit, period and requirement in one breath: ``张家港市环保局 10月 工作简讯``."""
        each = self.submission
        return " ".join(filter(None, (each.unit, each.period_words, each.requirement)))

    @property
    def due(self) -> str:
        """The due day as shown."""
        return spoken(self.submission.due_on)

    @property
    def received(self) -> str:
        """The day of receipt, with how late it was."""
        each = self.submission
        if not each.received_on:
            return ""
        if each.days_late:
            return f"{each.received_on.month}月{each.received_on.day}日 迟报{each.days_late}天"
        return spoken(each.received_on)

    def is_overdue(self, today: date) -> bool:
        """Whether it is late and still missing."""
        return not self.submission.is_settled and self.submission.due_on < today

    def is_due_this_week(self, today: date) -> bool:
        """Whether it is missing and due from today to this week's Sunday."""
        sunday = today + timedelta(days=6 - today.weekday())
        return not self.submission.is_settled and today <= self.submission.due_on <= sunday


class Lines:
    """Makes lines and keeps those whose submission is still the same: most are, after any one write."""

    def __init__(self) -> None:
        self._made: dict[int, tuple[tuple[object, ...], Line]] = {}

    def build(
        self, submissions: Sequence[Submission], stages: Mapping[int, str], places: Mapping[int, int], today: date
    ) -> list[Line]:
        """Return a line for each submission; ``stages`` by task, ``places`` by unit."""
        leaders, met = _groups(submissions)
        built = []
        for place, each in enumerate(submissions):
            leader, by = each, ""
            if each.any_of:
                leader, by = leaders[each.group], _replaced(each, met)
            seed = (each, place, stages.get(each.task_id, ""), places.get(each.unit_id, 0), today, leader.id, by)
            known = self._made.get(each.id)
            if known and known[0][0] is each and known[0][1:] == seed[1:]:
                built.append(known[1])
                continue
            line = _line(each, place, seed[2], seed[3], today, leader, by)
            self._made[each.id] = seed, line
            built.append(line)
        return built


def _groups(submissions: Sequence[Submission]) -> tuple[dict[Key, Submission], dict[Key, Submission]]:
    """Return the first member of each any-of group, and the one that came in where one did."""
    leaders: dict[Key, Submission] = {}
    met: dict[Key, Submission] = {}
    for each in submissions:
        if each.any_of:
            leaders.setdefault(each.group, each)
            if each.is_settled and each.state not in (State.OPEN, State.RETURNED, State.NOT_NEEDED):
                met.setdefault(each.group, each)
    return leaders, met


def _replaced(each: Submission, met: Mapping[Key, Submission]) -> str:
    other = met.get(each.group)
    waiting = each.state in (State.OPEN, State.RETURNED)
    return other.title if other and other.id != each.id and waiting else ""


def _line(
    each: Submission, place: int, stage: object, unit_place: object, today: date, leader: Submission, by: str
) -> Line:
    shown = Badge(f"已由“{by}”代替", Shape.DASH, "muted_ink") if by else badge(each, today)
    names = " ".join(file.name for file in each.files)
    return Line(
        submission=each,
        stage=str(stage),
        place=place,
        unit_place=unit_place if isinstance(unit_place, int) else 0,
        badge=shown,
        keys=folded(f"{each.keys} {each.period_words} {names} {each.form} {each.channel} {each.receiver}"),
        group=each.group if each.any_of else (),
        leads=leader.id == each.id,
        replaced_by=by,
    )
