"""What was recognised in the source: each stretch with its kind and what it was read as."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from PySide6.QtGui import QTextCharFormat

from lianbing_desktop.domain.clause import Recurrence, Recurrences
from lianbing_desktop.domain.plan import Place, Plan, PlanTask, PlanTime
from lianbing_desktop.domain.planwords import time_words
from lianbing_desktop.domain.source import Source, SourceTable

Underline = QTextCharFormat.UnderlineStyle
Key = tuple[int, int, int]
"""A paragraph or cell: block, row, column."""


class Kind(Enum):
    """What a stretch is: its word, the names of its colours, and its underline, so that no colour speaks alone."""

    DATE = ("日期", "progress_ink", "progress_ground", Underline.SingleUnderline)
    RECURRENCE = ("定期", "done_ink", "done_ground", Underline.DashUnderline)
    UNIT = ("单位", "unit_ink", "unit_ground", Underline.DotLine)
    QUOTA = ("份额", "soon_ink", "soon_ground", Underline.DashDotLine)
    PAPER = ("材料", "paper_ink", "paper_ground", Underline.DashDotDotLine)
    UNREAD = ("未能识别", "overdue_ink", "overdue_ground", Underline.WaveUnderline)

    @property
    def word(self) -> str:
        """The kind as the legend and tooltips call it."""
        return self.value[0]

    @property
    def ink(self) -> str:
        """The name of its colour."""
        return self.value[1]

    @property
    def ground(self) -> str:
        """The name of the colour behind it."""
        return self.value[2]

    @property
    def underline(self) -> Underline:
        """How it is underlined."""
        return self.value[3]


_DRAWN = (Kind.PAPER, Kind.UNIT, Kind.QUOTA, Kind.RECURRENCE, Kind.DATE, Kind.UNREAD)
"""The kinds in the order they are drawn."""


@dataclass(frozen=True)
class Mark:
    """A stretch [start, end) of a paragraph or cell, its kind, and a sentence for the tooltip."""

    start: int
    end: int
    kind: Kind
    words: str


class Marker:
    """Finds the marks of a source's plans. What did not change from one plan to the next is not looked for again."""

    def __init__(self, source: Source) -> None:
        self._texts = texts_of(source)
        self._known: dict[int, tuple[PlanTask, int | None, list[tuple[Key, Mark]]]] = {}

    def of(self, plan: Plan) -> dict[Key, list[Mark]]:
        """Return the marks by paragraph and cell as they are drawn: where two overlap, the later one shows."""
        found: dict[Key, dict[Mark, None]] = defaultdict(dict)
        for task in plan.tasks:
            for key, mark in self._of_task(task, plan.year):
                found[key][mark] = None
        for passage in plan.unread:
            told = passage.reason or "没有归入任何任务"
            mark = Mark(passage.place.start, passage.place.end, Kind.UNREAD, f"{Kind.UNREAD.word}：{told}")
            found[key_of(passage.place)][mark] = None
        return {key: sorted(marks, key=_order) for key, marks in found.items()}

    def _of_task(self, task: PlanTask, year: int | None) -> list[tuple[Key, Mark]]:
        known = self._known.get(id(task))
        if not known or known[0] is not task or known[1] != year:
            known = task, year, list(_marks(task, year, self._texts))
            self._known[id(task)] = known
        return known[2]


def key_of(place: Place) -> Key:
    """Return the paragraph or cell of a place."""
    return place.block, place.row, place.column


def texts_of(source: Source) -> dict[Key, str]:
    """Return every paragraph and cell by its key."""
    found: dict[Key, str] = {}
    for number, block in enumerate(source.blocks):
        if isinstance(block, SourceTable):
            found |= {(number, cell.row, cell.column): cell.text for cell in block.cells}
        else:
            found[number, 0, 0] = block.text
    return found


def _order(mark: Mark) -> int:
    return _DRAWN.index(mark.kind)


def _marks(task: PlanTask, year: int | None, texts: dict[Key, str]) -> Iterator[tuple[Key, Mark]]:
    for kind in _DRAWN[:-1]:
        for place, words in _places(task, year, texts, kind):
            yield key_of(place), Mark(place.start, place.end, kind, f"{kind.word}：{words}")


def _places(task: PlanTask, year: int | None, texts: dict[Key, str], kind: Kind) -> Iterator[tuple[Place, str]]:
    match kind:
        case Kind.DATE | Kind.RECURRENCE:
            for time in (*task.times, *task.stage_times):
                if _is_recurring(time) == (kind is Kind.RECURRENCE):
                    yield from ((place, _told(time, year)) for place in time.places)
        case Kind.UNIT:
            for unit in task.units:
                yield from ((place, f"{unit.text}（{unit.role}）") for place in unit.places)
        case Kind.QUOTA:
            for quota in task.quotas:
                yield from ((place, quota.reading.expr) for place in quota.places)
        case Kind.PAPER:
            yield from _papers(task, texts)


def _papers(task: PlanTask, texts: dict[Key, str]) -> Iterator[tuple[Place, str]]:
    """Find deliverables by their names within the task's own words."""
    for place in task.places[:1]:
        text = texts.get(key_of(place), "")
        for name in task.deliverables:
            start = text.find(name, place.start, place.end)
            if name and start >= 0:
                yield Place(place.block, place.table, place.row, place.column, start, start + len(name)), name


def _is_recurring(time: PlanTime) -> bool:
    return isinstance(time.reading.time, Recurrence | Recurrences)


def _told(time: PlanTime, year: int | None) -> str:
    told = time_words(time.reading.time, year)
    return f"{told}。{time.reading.warning}" if time.reading.warning else told
