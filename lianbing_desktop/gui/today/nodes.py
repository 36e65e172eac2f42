"""The big days ahead (大节点): when many things fall due at once or a stage ends, and how much is still open."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lianbing_desktop.domain.monthday import spoken
from lianbing_desktop.domain.submission import Submission
from lianbing_desktop.domain.task import Stage


@dataclass(frozen=True)
class Node:
    """One day ahead with what is open by it; ``stage`` is the stage that ends on it, if any."""

    on: date
    days: int
    open_count: int
    first: str
    stage: str = ""

    @property
    def words(self) -> str:
        """What is due on it, in one line."""
        if not self.open_count:
            return f"{self.stage} 结束"
        due = f"{self.first}等 {self.open_count} 件" if self.open_count > 1 else self.first
        return f"{due}未完成" + (f"；{self.stage} 结束" if self.stage else "")

    @property
    def short(self) -> str:
        """What is due on it, the number first."""
        some = "等" if self.open_count > 1 else ""
        return f"{self.open_count} 件：{self.first}{some}" if self.open_count else f"{self.stage} 结束"

    @property
    def line(self) -> str:
        """The whole node in one line."""
        return f"{spoken(self.on)} · 还有 {self.days} 天 · {self.words}"


def nodes(submissions: Iterable[Submission], stages: Iterable[Stage], today: date) -> list[Node]:
    """Return the days after today on which the campaign itself asks for something open or a stage ends, in order."""
    due: dict[date, Counter[str]] = defaultdict(Counter)
    for each in submissions:
        if not each.is_settled and not each.event_on and each.due_on > today:
            due[each.due_on][each.requirement] += 1
    ends = {stage.due_on: stage.title for stage in stages if stage.due_on > today}
    return [_node(day, due[day], ends.get(day, ""), today) for day in sorted({*due, *ends})]


def _node(day: date, due: Counter[str], stage: str, today: date) -> Node:
    first = due.most_common(1)[0][0] if due else ""
    return Node(day, (day - today).days, due.total(), first, stage)
