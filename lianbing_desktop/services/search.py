"""Search: anything on the desk by Chinese text, pinyin or initials."""

from dataclasses import dataclass
from datetime import date
from unicodedata import normalize

from lianbing_desktop.domain.monthday import spoken
from lianbing_desktop.services.campaigns import Campaigns
from lianbing_desktop.services.submissions import Submissions
from lianbing_desktop.services.tasks import Tasks
from lianbing_desktop.services.units import Units


@dataclass(frozen=True)
class Hit:
    """One thing found: ``kind`` is unit, liaison, task or submission; ``id`` its number; a submission has its due day.

    A liaison is told by name, unit and role; telephones are not searched and not shown.
    """

    kind: str
    id: int
    title: str
    state: str
    due_on: date | None = None

    @property
    def detail(self) -> str:
        """What is said beside the title where days are written as in files."""
        return f"{self.due_on.isoformat()} · {self.state}" if self.due_on else self.state

    @property
    def spoken(self) -> str:
        """What is said beside the title on screen."""
        return f"{spoken(self.due_on)} · {self.state}" if self.due_on else self.state


class Search:
    """The one search over everything."""

    def __init__(self, campaigns: Campaigns, tasks: Tasks, submissions: Submissions, units: Units) -> None:
        self._campaigns = campaigns
        self._units = units
        self._tasks = tasks
        self._submissions = submissions

    def find(self, text: str, limit: int = 50) -> list[Hit]:
        """Return what holds every word of ``text``, units first, at most ``limit``."""
        words = folded(text).split()
        if not words:
            return []
        hits = [
            *self._found_units(words),
            *self._found_liaisons(words),
            *self._found_tasks(words),
            *self._found_submissions(words),
        ]
        return hits[:limit]

    def _found_units(self, words: list[str]) -> list[Hit]:
        units = self._campaigns.units()
        return [Hit("unit", unit.id, unit.name, unit.kind) for unit in units if holds(unit.keys, words)]

    def _found_liaisons(self, words: list[str]) -> list[Hit]:
        return [
            Hit("liaison", each.id, each.name, f"{each.unit} · {each.role}")
            for each in self._units.liaisons()
            if holds(each.keys, words)
        ]

    def _found_tasks(self, words: list[str]) -> list[Hit]:
        return [
            Hit("task", line.task.id, line.task.text, f"{line.stage.title} · {line.state}")
            for line in self._tasks.all()
            if holds(line.task.keys, words)
        ]

    def _found_submissions(self, words: list[str]) -> list[Hit]:
        return [
            Hit("submission", each.id, f"{each.unit} {each.title}", each.state, each.due_on)
            for each in self._submissions.all()
            if holds(f"{each.keys} {each.period_words} {' '.join(file.name for file in each.files)}", words)
        ]


def holds(keys: str, words: list[str]) -> bool:
    """Whether every word stands somewhere in the search keys; ``words`` are folded."""
    plain = folded(keys)
    return all(word in plain for word in words)


def folded(text: str) -> str:
    """Return text with full-width and half-width, upper and lower case made one (ＺＪＧ is zjg, （ is a bracket)."""
    return normalize("NFKC", text).casefold()
