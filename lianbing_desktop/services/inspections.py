"""Inspections: received files looked into once for what must not go onto a disc, in a job, and the marks kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from lianbing_desktop.domain.package import Progress
from lianbing_desktop.domain.paperfault import KINDS
from lianbing_desktop.domain.submission import StoredFile
from lianbing_desktop.errors import UserError
from lianbing_desktop.services.journal import Journal
from lianbing_desktop.services.submissions import Submissions
from lianbing_desktop.store.database import Database
from lianbing_desktop.store.inspections import InspectionRows

EDITION = 1
"""Raised whenever the rules find more: what was kept by an older edition is looked into again."""
Marks = tuple[str, ...]


@dataclass(frozen=True)
class PreparedInspection:
    """Files to look into, as values; calling it touches no store: fit for a job."""

    files: tuple[tuple[str, Path, str, int], ...]

    def __call__(self, progress: Progress | None = None) -> dict[str, Marks]:
        """Return marks by key. ``progress`` counts files and may raise to cancel. Raises UserError."""
        from lianbing_desktop.reading.papers import Paper, inspect

        papers = [Paper(place, suffix, size) for _, place, suffix, size in self.files]
        try:
            found = inspect(papers, progress)
        except OSError as error:
            raise UserError("没有检查成：临时文件夹写不进去，或附件读不出来。请检查磁盘后再试。") from error
        return {key: marks for (key, *_), marks in zip(self.files, found, strict=True)}


class Inspections:
    """What is known of the files received."""

    def __init__(self, database: Database, journal: Journal, submissions: Submissions) -> None:
        self._database = database
        self._journal = journal
        self._submissions = submissions
        self._rows = InspectionRows(database)
        self._known: dict[str, Marks] | None = None

    def marks(self, file: StoredFile) -> Marks | None:
        """Return a file's marks; None where it was not looked into yet."""
        key = key_of(file)
        return self._all().get(key) if key else ()

    def prepared(self, files: Iterable[StoredFile]) -> PreparedInspection:
        """Return the work of looking into those files that were not yet."""
        waiting = {}
        for file in files:
            key = key_of(file)
            if key and key not in self._all():
                waiting[key] = (key, self._submissions.place(file), _suffix(file), file.size)
        return PreparedInspection(tuple(waiting.values()))

    def keep(self, found: Mapping[str, Marks]) -> None:
        """Keep what was found."""
        new = {key: marks for key, marks in found.items() if key not in self._all()}
        if not new:
            return
        self._known = None  # before those who listen read again
        with self._database.transaction():
            self._rows.put(new, self._journal.now())
            self._journal.note("检查文件", "inspections", None, f"{len(new)} 个")

    def _all(self) -> dict[str, Marks]:
        if self._known is None:
            self._known = self._rows.all()
        return self._known


def key_of(file: StoredFile) -> str:
    """Return under what a file's marks are kept; empty for kinds that are not looked into, and for empty files."""
    return f"{file.sha256}{_suffix(file)} {EDITION}" if file.size and _suffix(file) in KINDS else ""


def _suffix(file: StoredFile) -> str:
    return Path(file.name).suffix.lower()
