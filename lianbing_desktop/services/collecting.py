"""Collecting returned forms: every file read with care, matched, checked, shown, and taken in as one piece."""

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from lianbing_desktop.domain.clock import Clock
from lianbing_desktop.domain.form import FormKind
from lianbing_desktop.domain.returned import Collected, Match, Returned
from lianbing_desktop.domain.submission import State, Step, StoredFile, Submission, next_states
from lianbing_desktop.errors import UserError
from lianbing_desktop.services.campaigns import Campaigns
from lianbing_desktop.services.form_people import people_of, take_in_people
from lianbing_desktop.services.forms import Forms
from lianbing_desktop.services.journal import Journal
from lianbing_desktop.services.liaisons import Change
from lianbing_desktop.services.matching import Known, Matching
from lianbing_desktop.services.submissions import Submissions
from lianbing_desktop.services.units import Units
from lianbing_desktop.store.database import Database
from lianbing_desktop.store.forms import FormRows
from lianbing_desktop.store.submissions import SubmissionRows

MOST_FILES = 1_000
_SKIPPED = ("~$", ".")
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class TakenIn:
    """What one collection did, good for ``undo``: forms recorded and set aside, steps, pieces entered, people."""

    forms: tuple[int, ...]
    set_aside: tuple[int, ...]
    steps: tuple[tuple[int, int], ...]
    pieces: tuple[int, ...]
    people: tuple[Change, ...] = ()


class Collecting:
    """Collects forms into the campaign on the desk."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        journal: Journal,
        campaigns: Campaigns,
        submissions: Submissions,
        forms: Forms,
        units: Units,
    ) -> None:
        self._database = database
        self._clock = clock
        self._journal = journal
        self._campaigns = campaigns
        self._submissions = submissions
        self._forms = forms
        self._units = units
        self._rows = FormRows(database)
        self._pieces = SubmissionRows(database)

    def prepared(self, paths: Iterable[Path]) -> "PreparedReading":
        """Return the reading of these files, and of those in these folders, good for another thread.

        Raises UserError: there is no file among them, or there are too many.
        """
        files = list(_files(paths))
        if not files:
            raise UserError("这里没有 Excel 文件。请选择收回的表，或装着它们的文件夹。")
        if len(files) > MOST_FILES:
            raise UserError(f"一次最多收 {MOST_FILES} 个文件，这里有 {len(files)} 个。请分几次收。")
        header = self._campaigns.require()
        units = self._campaigns.units()
        names = {unit_id: each.words() for unit_id, each in self._campaigns.names().items()}
        known = Known(header, self._submissions.requirements(), units, self._forms.kinds, names)
        return PreparedReading(tuple(files), known, header.year)

    def collect(self, paths: Iterable[Path]) -> list[Collected]:
        """Read, match and check the files; nothing is written (a dry run)."""
        return self.checked(self.prepared(paths)())

    def checked(self, read: Sequence[Collected]) -> list[Collected]:
        """Hold what was read against what is here: duplicates, older revisions, pieces that take no receipt."""
        found = [self._completed(each) for each in read]
        groups: dict[tuple[object, ...], list[Collected]] = defaultdict(list)
        for each in found:
            if each.match and each.returned:
                kind = each.returned.kind.key if each.returned.kind else ""
                groups[each.match.requirement_id, each.match.unit_id, each.match.period, kind].append(each)
        twice = {id(each): group for group in groups.values() if len(group) > 1 for each in group}
        return [_told_twice(each, twice[id(each)]) if id(each) in twice else each for each in found]

    def take_in(self, collected: Sequence[Collected], kept: Sequence[StoredFile]) -> TakenIn:
        """Record the good ones in one transaction, with their originals kept before; return what ``undo`` needs.

        ``kept`` are the originals in the same order. Raises UserError where there is nothing to take in, or an
        original is not the file that was checked.
        """
        pairs = list(zip(collected, kept, strict=True))
        if not pairs:
            raise UserError("没有可以收入的表。请先改正列出的问题。")
        for each, file in pairs:
            if _sound(each)[1].sha256 != file.sha256:
                raise UserError(f"“{each.path.name}”在检查之后又变了，没有收入。请重新收一次。")
        with self._database.transaction():
            done = [self._take(each, file) for each, file in pairs]
            self._journal.note("收回表格", "returned_forms", None, f"{len(done)} 份")
        return TakenIn(
            tuple(key for each in done for key in each.forms),
            tuple(key for each in done for key in each.set_aside),
            tuple(step for each in done for step in each.steps),
            tuple(key for each in done for key in each.pieces),
            tuple(change for each in done for change in each.people),
        )

    def undo(self, taken: TakenIn) -> None:
        """Take one collection back, in one piece. Raises UserError where a later step came after one of its own."""
        for submission_id, step_id in taken.steps:
            steps = self._submissions.steps(submission_id)
            if not steps or steps[-1].id != step_id:
                raise UserError("收回之后又有新的操作，不能直接撤销。")
        at = self._journal.now()
        with self._database.transaction():
            for submission_id, step_id in taken.steps:
                self._pieces.withdraw_step(submission_id, step_id, at)
            for submission_id in taken.pieces:
                self._pieces.withdraw(submission_id, at)
            for change in reversed(taken.people):
                self._units.people.take_back(change)
            for form_id in taken.forms:
                self._rows.set_aside(form_id, at)
            for form_id in taken.set_aside:
                self._rows.set_aside(form_id, None)
            self._journal.note("撤销收回表格", "returned_forms", None, f"{len(taken.forms)} 份")

    def _completed(self, each: Collected) -> Collected:
        """Add the pieces a form marks, and what the records say about it."""
        if not each.match or not each.returned or not each.returned.kind:
            return each
        match, faults, warnings = each.match, list(each.faults), list(each.warnings)
        standing = [
            form
            for form in self._forms.standing()
            if (form.requirement_id, form.unit_id, form.period, form.form)
            == (match.requirement_id, match.unit_id, match.period, each.returned.kind.key)
        ]
        if any(form.file.sha256 == each.returned.sha256 for form in standing):
            faults.append("这个文件已经收过，内容完全相同，不用再收。")
        elif standing:
            warnings.append(f"将代替 {standing[0].received_on} 收的那一份（原件仍保留）。")
        warnings += self._revision_words(each, match)
        warnings += [words for person in people_of(each, self._units, self._clock.today()) for words in person.told]
        pieces = self._pieces_for(match)
        blocked = [piece for piece in pieces if State.RECEIVED not in next_states(piece.state)]
        if blocked and not each.returned.kind.piece_per_row:
            faults.append(f"“{blocked[0].title}”已是“{blocked[0].state}”，不能再收。需要更正的请先退回。")
        ids = tuple(piece.id for piece in pieces if piece not in blocked)
        return replace(each, match=replace(match, submission_ids=ids), faults=tuple(faults), warnings=tuple(warnings))

    def _pieces_for(self, match: Match) -> list[Submission]:
        return [
            each
            for each in self._submissions.all()
            if (each.requirement_id, each.unit_id, each.period) == (match.requirement_id, match.unit_id, match.period)
        ]

    def _revision_words(self, each: Collected, match: Match) -> list[str]:
        form_id = each.returned.id if each.returned else None
        if not form_id:
            return []
        newest, _ = self._rows.newest(match.requirement_id, match.unit_id, match.period, form_id.form)
        if form_id.revision < newest:
            return [f"这是第 {form_id.revision} 版的表，之后下发过第 {newest} 版。请核对是否要对方按新表重填。"]
        return ["本机没有下发过这一版的表，请核对来源。"] if form_id.revision > newest else []

    def _take(self, each: Collected, file: StoredFile) -> TakenIn:
        match, returned, kind = _sound(each)
        place = match.requirement_id, match.unit_id, match.period
        before = self._rows.standing_at(place, kind.key)
        revision = returned.id.revision if returned.id else 0
        today, at = self._clock.today(), self._journal.now()
        form_id = self._rows.take(place, kind.key, revision, file, today, at)
        self._rows.fill(form_id, returned.rows)
        if kind.piece_per_row:
            steps, pieces = self._take_rows(each, file)
        else:
            steps, pieces = self._mark(match.submission_ids[:1], [today], file), []
        people = take_in_people(people_of(each, self._units, today), self._units, today)
        return TakenIn((form_id,), tuple(before), tuple(steps), tuple(pieces), (people,))

    def _take_rows(self, each: Collected, file: StoredFile) -> tuple[list[tuple[int, int]], list[int]]:
        """Mark one piece for each row, entering more where the requirement takes them; what came before counts."""
        (match, returned, kind), today = _sound(each), self._clock.today()
        days = [min(date.fromisoformat(str(row[kind.piece_per_row])), today) for row in returned.rows]
        here = self._pieces_for(match)
        came = sum(piece.state not in (State.OPEN, State.RETURNED, State.NOT_NEEDED) for piece in here)
        waiting = [piece.id for piece in here if piece.state in (State.OPEN, State.RETURNED)]
        fresh = days[came:]
        entered = [self._enter(match, day) for day in fresh[len(waiting) :]]
        more = [key for key in entered if key]
        return self._mark([*waiting[: len(fresh)], *more], fresh, file), more

    def _enter(self, match: Match, day: date) -> int:
        requirement = next(each for each in self._submissions.requirements() if each.id == match.requirement_id)
        if not requirement.is_open_ended:
            return 0
        slot = self._submissions.slot(requirement, match.unit_id, day)
        return self._pieces.add(match.requirement_id, match.unit_id, slot, day)

    def _mark(self, ids: Sequence[int], days: Sequence[date], file: StoredFile) -> list[tuple[int, int]]:
        steps = []
        for submission_id, day in zip(ids, days, strict=False):
            step = Step(State.RECEIVED, day, note="收回表格", files=(file,))
            steps.append((submission_id, self._pieces.add_step(submission_id, step, self._journal.now())))
            self._journal.note("改为已收", "submissions", submission_id, "收回表格")
        return steps


@dataclass(frozen=True)
class PreparedReading:
    """The reading of files: no store is touched, so it is fit for a job."""

    files: tuple[Path, ...]
    known: Known
    year: int

    def __call__(self, progress: Progress | None = None) -> list[Collected]:
        """Return what each file says. ``progress`` counts files and may raise to cancel."""
        found = []
        for number, path in enumerate(self.files, 1):
            found.append(self._read(path))
            if progress:
                progress(number, len(self.files))
        return found

    def _read(self, path: Path) -> Collected:
        from lianbing_desktop.reading.intake import Asked, read_source
        from lianbing_desktop.reading.returned import read_returned

        try:
            returned = read_returned(read_source(path, asked=Asked.FORM), self.known.kinds, self.year)
        except UserError as error:
            return Collected(path, None, None, (str(error),))
        matching = Matching(self.known, path, returned)
        match = matching.match() if returned.kind else None
        faults = (*returned.faults, *matching.faults)
        return Collected(path, returned, match, faults, (*returned.warnings, *matching.warnings))


def _sound(each: Collected) -> tuple[Match, Returned, FormKind]:
    """Return the parts of a form that can be taken in. Raises UserError for any other."""
    if not each.is_good or not each.match or not each.returned or not each.returned.kind:
        raise UserError(f"“{each.path.name}”还有问题没有改正，没有收入。")
    return each.match, each.returned, each.returned.kind


def _files(paths: Iterable[Path]) -> Iterable[Path]:
    """Yield the files, and those in the folders in order; links out of a folder are not followed."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for folder, _, names in sorted(os.walk(path)):
            for name in sorted(names):
                if not name.startswith(_SKIPPED) and not (Path(folder) / name).is_symlink():
                    yield Path(folder) / name


def _told_twice(each: Collected, group: Sequence[Collected]) -> Collected:
    """Of equal files the first counts; of different ones none, until the officer says which."""
    others = "、".join(f"“{other.path.name}”" for other in group if other is not each)
    hashes = {other.returned.sha256 for other in group if other.returned}
    if len(hashes) == 1:
        if each is group[0]:
            return replace(each, warnings=(*each.warnings, f"与{others}完全相同，只收这一份。"))
        return replace(each, faults=(*each.faults, f"与“{group[0].path.name}”完全相同，不重复收。"))
    return replace(each, faults=(*each.faults, f"同一单位同一期还有{others}，内容不同。请只留一份再收。"))
