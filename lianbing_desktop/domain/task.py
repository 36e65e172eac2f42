"""Stages and tasks: the rows of the breakdown table (任务分解表)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Stage:
    """One time node (时间节点) of the table, with the window it spans, both days counted in."""

    key: str
    period: str
    name: str
    start_on: date
    due_on: date
    id: int = 0

    @property
    def title(self) -> str:
        """The node as the table prints it, on one line."""
        return f"{self.period} {self.name}".strip()


@dataclass(frozen=True)
class Task:
    """One row of the table, its text word for word; ``is_withdrawn`` where a revised table no longer names it."""

    key: str
    stage_key: str
    text: str
    units: tuple[str, ...]
    start_on: date
    due_on: date
    note: str = ""
    id: int = 0
    keys: str = ""
    is_withdrawn: bool = False
