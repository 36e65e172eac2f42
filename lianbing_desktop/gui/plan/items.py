"""What the officer looks over, as one list: unread words and doubtful tasks first, then the rest."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from lianbing_desktop.domain.plan import Passage, PlanTask
from lianbing_desktop.domain.planwords import quota_words, unit_words, when_words
from lianbing_desktop.gui.plan.draft import Draft
from lianbing_desktop.gui.widgets.badge import Badge, Shape

ITEM_ROLE = int(Qt.ItemDataRole.UserRole) + 2
UNREAD = Badge("未能识别", Shape.FLAG, "overdue_ink", "overdue_ground")
DOUBTFUL = Badge("待核对", Shape.HALF_CLOCK, "soon_ink", "soon_ground")
CHECKED = Badge("已核对", Shape.TICK, "done_ink")
NO_TASK = Badge("不作任务", Shape.DASH, "muted_ink")

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


@dataclass(frozen=True)
class Item:
    """One line of the list: a heading, a task (``task_id``) or words left unread (``passage``)."""

    head: str
    text: str = ""
    facts: str = ""
    caution: str = ""
    badge: Badge | None = None
    task_id: int = -1
    passage: Passage | None = None

    @property
    def is_heading(self) -> bool:
        """Whether this only names what follows."""
        return self.task_id < 0 and self.passage is None

    @property
    def is_pressing(self) -> bool:
        """Whether the officer should look at it."""
        return self.badge in (UNREAD, DOUBTFUL)


def items_of(draft: Draft) -> list[Item]:
    """Return the whole list."""
    numbers = row_numbers(draft.plan.tasks)
    tasks = [_task(draft, task_id, task, number) for task_id, task, number in _numbered(draft, numbers)]
    unread = [_passage(draft, passage) for passage in draft.plan.unread]
    groups = (
        ("未能识别 {} 段：是任务的改作任务，不是的确认一下", [item for item in unread if item.is_pressing]),
        ("待核对 {} 项", [item for item in tasks if item.is_pressing]),
        ("已读出 {} 项", [item for item in tasks if not item.is_pressing]),
        ("不作任务 {} 段", [item for item in unread if not item.is_pressing]),
    )
    return [line for words, group in groups if group for line in (Item(words.format(len(group))), *group)]


def row_numbers(tasks: Sequence[PlanTask]) -> list[str]:
    """Return what each task is called: the row it becomes, with a second number where a row asks for several things."""
    found = []
    for row, (_, each) in enumerate(groupby(tasks, key=lambda task: (task.row, task.units)), 1):
        count = len(list(each))
        found += [f"{row}.{part}" for part in range(1, count + 1)] if count > 1 else [str(row)]
    return found


def row_count(tasks: Sequence[PlanTask]) -> int:
    """Return how many rows, each a task of the campaign, the plan becomes."""
    return len(list(groupby(tasks, key=lambda task: (task.row, task.units))))


class ItemModel(QAbstractListModel):
    """The list; headings cannot be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[Item] = []

    def set_rows(self, items: Sequence[Item]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._items = list(items)
        self.endResetModel()

    def item(self, row: int) -> Item:
        """Return the line of a row. Raises IndexError."""
        return self._items[row]

    def row_of(self, task_id: int) -> int:
        """Return the row of a task, or -1."""
        rows = (row for row, item in enumerate(self._items) if item.task_id == task_id >= 0)
        return next(rows, -1)

    def row_of_passage(self, passage: Passage) -> int:
        """Return the row of words left unread, or -1."""
        return next((row for row, item in enumerate(self._items) if item.passage == passage), -1)

    def first(self, start: int = 0) -> int:
        """Return the first row from ``start`` on that is no heading, or -1."""
        return next((row for row in range(max(0, start), len(self._items)) if not self._items[row].is_heading), -1)

    def pressing(self, start: int) -> int:
        """Return the first row from ``start`` on to look at, else the last one before it, or -1."""
        rows = [row for row, item in enumerate(self._items) if item.is_pressing]
        return next((row for row in rows if row >= start), rows[-1] if rows else -1)

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._items)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._items[index.row()].is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        item = self._items[index.row()]
        if role == ITEM_ROLE:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            words = (item.head, item.badge.word if item.badge else "", item.text, item.facts, item.caution)
            return "，".join(filter(None, words))
        return None


def _numbered(draft: Draft, numbers: Sequence[str]) -> list[tuple[int, PlanTask, str]]:
    return list(zip(draft.ids, draft.plan.tasks, numbers, strict=True))


def _task(draft: Draft, task_id: int, task: PlanTask, number: str) -> Item:
    found = draft.doubts(task_id)
    badge = DOUBTFUL if found else CHECKED if draft.is_checked(task_id) else None
    when, text, facts = draft.told(task, _words)
    return Item(f"{number}　{when}", text, facts, " ".join(found), badge, task_id)


def _words(task: PlanTask, year: int | None) -> tuple[str, str, str]:
    papers = f"材料：{'、'.join(task.deliverables)}" if task.deliverables else ""
    facts = "　".join(filter(None, (unit_words(task), quota_words(task), papers)))
    return when_words(task.timing, year), " ".join(task.text.split()), facts


def _passage(draft: Draft, passage: Passage) -> Item:
    is_seen = draft.is_seen(passage)
    place = passage.place
    where = f"第{place.table}个表 第{place.row + 1}行" if place.table else f"第{place.block + 1}段"
    text = " ".join(passage.text.split())
    return Item(where, text, passage.reason, "", NO_TASK if is_seen else UNREAD, passage=passage)
