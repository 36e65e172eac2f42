"""The tree's nodes: everything, stages, tasks of several requirements, and requirements, each with done of all."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from lianbing_desktop.domain.requirement import Requirement
from lianbing_desktop.domain.task import Stage, Task
from lianbing_desktop.gui.submissions.line import Line


class Kind(StrEnum):
    """What a node stands for."""

    ALL = "all"
    STAGE = "stage"
    TASK = "task"
    REQUIREMENT = "requirement"


@dataclass(eq=False)
class Node:
    """One entry of the tree; ``requirement_ids`` are all those below it."""

    kind: Kind
    key: str
    title: str
    hint: str = ""
    parent: "Node | None" = None
    children: list["Node"] = field(default_factory=list)
    requirement_ids: frozenset[int] = frozenset()
    done: int = 0
    total: int = 0

    @property
    def name(self) -> str:
        """What the node is remembered by: ``requirement:county-briefs``."""
        return f"{self.kind}:{self.key}"

    @property
    def row(self) -> int:
        """The node's place below its parent."""
        return self.parent.children.index(self) if self.parent else 0

    def walk(self) -> Iterable["Node"]:
        """Yield this node and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True)
class Plan:
    """The campaign's fixed part, read once: stages, tasks and requirements."""

    stages: tuple[Stage, ...]
    tasks: tuple[Task, ...]
    requirements: tuple[Requirement, ...]


def grow(plan: Plan) -> Node:
    """Return a root whose children are 全部 and the stages."""
    root = Node(Kind.ALL, "root", "")
    asked = [item for task in plan.tasks for item in plan.requirements if item.task_key == task.key]
    everything = _add(root, Node(Kind.ALL, "", "全部", "所有报送要求"))
    everything.requirement_ids = frozenset(item.id for item in asked)
    for stage in plan.stages:
        tasks = [task for task in plan.tasks if task.stage_key == stage.key]
        branch = Node(Kind.STAGE, stage.key, stage.title, stage.title)
        for task in tasks:
            _add_task(branch, task, [item for item in asked if item.task_key == task.key])
        if branch.children:
            _add(root, branch).requirement_ids = frozenset().union(*(each.requirement_ids for each in branch.children))
    return root


def tally(root: Node, lines: Sequence[Line], requirements: Iterable[Requirement]) -> None:
    """Count done and all of every node. What must be there in the end and was not entered counts as missing."""
    total = Counter(line.submission.requirement_id for line in lines)
    done = Counter(line.submission.requirement_id for line in lines if line.submission.is_settled)
    owed = {item.id: max(total[item.id], item.at_least) for item in requirements}
    for node in root.walk():
        node.done = sum(done[key] for key in node.requirement_ids)
        node.total = sum(owed.get(key, 0) for key in node.requirement_ids)


def _add_task(branch: Node, task: Task, items: Sequence[Requirement]) -> None:
    above = branch
    if len(items) > 1:
        above = _add(branch, Node(Kind.TASK, task.key, task.text, task.text))
        above.requirement_ids = frozenset(item.id for item in items)
    for item in items:
        hint = f"{item.title}\n{task.text}"
        leaf = _add(above, Node(Kind.REQUIREMENT, item.key, item.title, hint))
        leaf.requirement_ids = frozenset({item.id})


def _add(parent: Node, child: Node) -> Node:
    child.parent = parent
    parent.children.append(child)
    return child
