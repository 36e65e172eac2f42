"""The filters of the task table: stage, unit, state and text, over what was read once."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from lianbing_desktop.domain.submission import Submission
from lianbing_desktop.domain.unit import Unit
from lianbing_desktop.gui.tasks.model import STATES, is_in_state
from lianbing_desktop.gui.widgets.page import Page
from lianbing_desktop.services.search import holds
from lianbing_desktop.services.tasks import TaskLine


class TaskFilters:
    """Chips and text line in a page's filter row; ``changed`` is called when the officer chose otherwise."""

    def __init__(self, page: Page, changed: Callable[[], None]) -> None:
        self.stage = page.add_chip("阶段", lambda value: changed())
        self.unit = page.add_chip("单位", lambda value: changed())
        self.state = page.add_chip("状态", lambda value: changed())
        self.text = page.add_text_filter(lambda text: changed())
        self.state.offer([(state, state) for state in STATES])
        self._keys: dict[int, str] = {}

    def read(self, lines: Sequence[TaskLine], owed: dict[int, list[Submission]], units: Sequence[Unit]) -> None:
        """Take what there is to filter: the table's lines, the submissions by task, the units in official order."""
        words = defaultdict(str, {unit.key: unit.keys for unit in units})
        self._keys = {line.task.id: _searched(line, owed.get(line.task.id, []), words) for line in lines}
        self.stage.offer(list({line.stage.key: line.stage.title for line in lines}.items()))
        asked = {key for line in lines for key in unit_keys(line)}
        self.unit.offer([(unit.key, unit.name) for unit in units if unit.key in asked])

    def chosen(self, lines: Sequence[TaskLine]) -> list[TaskLine]:
        """Return the lines that fit all filters."""
        words = self.text.text().casefold().split()
        return [line for line in lines if self._fits(line) and holds(self._keys[line.task.id], words)]

    def clear(self) -> None:
        """Show everything again."""
        self.text.clear()
        for chip in (self.stage, self.unit, self.state):
            if chip.value:
                chip.pick("")

    def _fits(self, line: TaskLine) -> bool:
        stage, unit, state = self.stage.value, self.unit.value, self.state.value
        return (
            stage in ("", line.stage.key)
            and (not unit or unit in unit_keys(line))
            and (not state or is_in_state(line, state))
        )


def unit_keys(line: TaskLine) -> set[str]:
    """Return who is responsible for a task and who has to send something for it."""
    return {*line.task.units, *(key for asked in line.requirements for key in asked.senders)}


def _searched(line: TaskLine, owed: Sequence[Submission], words: dict[str, str]) -> str:
    """Return what the text filter looks into: the task, its note, what it asks for and of whom."""
    senders = {key: None for asked in line.requirements for key in asked.senders}
    titles = (asked.title for asked in line.requirements)
    pieces = {each.keys: None for each in owed}
    parts = (line.task.keys, line.stage.title, line.task.note, *titles, *(words[key] for key in senders), *pieces)
    return " ".join(parts).casefold()
