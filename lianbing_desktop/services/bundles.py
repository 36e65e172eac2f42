"""Bundles: a county's desk hands its submissions up as one zip; this desk matches them and trusts nothing."""

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from lianbing_desktop.domain.bundle import Bundle, BundleFile, BundleLine, BundlePiece, ReceivedBundle
from lianbing_desktop.domain.clock import Clock
from lianbing_desktop.domain.discname import safe_name
from lianbing_desktop.domain.package import PAYLOAD
from lianbing_desktop.domain.requirement import Requirement
from lianbing_desktop.domain.submission import State, Step, StoredFile, Submission, next_states
from lianbing_desktop.domain.unit import Unit
from lianbing_desktop.errors import UserError
from lianbing_desktop.services.campaigns import Campaigns
from lianbing_desktop.services.collecting import TakenIn
from lianbing_desktop.services.journal import Journal
from lianbing_desktop.services.submissions import Submissions
from lianbing_desktop.store.database import Database
from lianbing_desktop.store.files import FileStore
from lianbing_desktop.store.submissions import SubmissionRows

Progress = Callable[[int, int], None]


class Bundles:
    """Bundles of the campaign on the desk."""

    def __init__(
        self,
        database: Database,
        files: FileStore,
        clock: Clock,
        journal: Journal,
        campaigns: Campaigns,
        submissions: Submissions,
    ) -> None:
        self._database = database
        self._files = files
        self._clock = clock
        self._journal = journal
        self._campaigns = campaigns
        self._submissions = submissions
        self._rows = SubmissionRows(database)

    def prepared(self, unit: Unit, only: Collection[int] = ()) -> "PreparedBundle":
        """Return the making of one unit's bundle, good for another thread: all its pieces with files, or ``only``.

        Raises UserError where none of them has a file.
        """
        header = self._campaigns.require()
        requirements = {each.id: each for each in self._submissions.requirements()}
        pieces = [
            each
            for each in self._submissions.all()
            if each.unit_id == unit.id and each.files and (not only or each.id in only)
        ]
        if not pieces:
            raise UserError(f"{unit.name}还没有收到任何文件，没有可以打包的内容。请先收件。")
        made = tuple(_piece(number, each, requirements) for number, each in enumerate(pieces, 1))
        today = self._clock.today()
        bundle = Bundle(header.name, header.year, header.title, unit.key, unit.name, today, made)
        sources = {file.path: self._files.place(file.sha256) for file in bundle.files}
        return PreparedBundle(bundle, sources)

    def usual_unit(self) -> Unit:
        """Return whose bundle is meant where nobody is named: on a county's own desk only its files lie here.

        Raises UserError where files of no unit or of several do.
        """
        here = {each.unit_id for each in self._submissions.all() if each.files}
        units = [unit for unit in self._campaigns.units() if unit.id in here]
        if not units:
            raise UserError("还没有收到任何文件，没有可以打包的内容。请先收件。")
        if units[1:]:
            names = "、".join(unit.short for unit in units)
            raise UserError(f"这里有 {len(units)} 个单位的文件，没有打包。请用 --unit 写明打哪个单位的：{names}。")
        return units[0]

    @staticmethod
    def read(path: Path, progress: Progress | None = None) -> Bundle:
        """Read a bundle whole against its own manifests. Touches no store: fit for a job. Raises UserError."""
        from lianbing_desktop.export.bundle import read_bundle

        return read_bundle(path, progress)

    def checked(self, path: Path, bundle: Bundle) -> ReceivedBundle:
        """Lay a bundle beside the desk: where each piece goes, and what stands against it."""
        header = self._campaigns.require()
        if (bundle.campaign, bundle.year) != (header.name, header.year):
            words = f"是“{bundle.title}”的上报包，不是“{header.title}”的。请换到那个活动再收。"
            return ReceivedBundle(path, bundle, (), (words,))
        unit = next((each for each in self._campaigns.units() if each.key == bundle.unit), None)
        if not unit:
            return ReceivedBundle(path, bundle, (), (f"活动里没有“{bundle.unit_name}”这个单位。请核对来源。",))
        lines = tuple(self._line(piece, unit) for piece in bundle.pieces)
        words = f"上报包自称来自{unit.name}，没有签名可以证明。请确认是对方交来的再收入。"
        return ReceivedBundle(path, bundle, lines, (), (words,))

    def take_in(self, received: ReceivedBundle, kept: Sequence[StoredFile]) -> TakenIn:
        """Record the good pieces with their files in one transaction; ``kept`` are the files in the same order.

        Raises UserError where there is nothing to take in, or a file is not the one that was checked.
        """
        files = [file for line in received.good for file in line.piece.files]
        if not files:
            raise UserError("上报包里没有可以收入的报送件。")
        if [file.sha256 for file in files] != [stored.sha256 for stored in kept]:
            raise UserError("上报包在核对之后又变了，没有收入。请重新收一次。")
        rest = iter(kept)
        with self._database.transaction():
            unit = next(each for each in self._campaigns.units() if each.key == received.bundle.unit)
            done = [self._take(line, unit, [next(rest) for _ in line.piece.files]) for line in received.good]
            self._journal.note("收入上报包", "submissions", None, f"{received.bundle.unit_name} {len(done)} 件")
        entered = tuple(key for key, _, is_new in done if is_new)
        return TakenIn((), (), tuple((key, step) for key, step, _ in done), entered)

    def _line(self, piece: BundlePiece, unit: Unit) -> BundleLine:
        requirement = next((each for each in self._submissions.requirements() if each.key == piece.requirement), None)
        if not requirement or unit.key not in requirement.senders:
            return BundleLine(piece, piece.requirement, 0, (f"{unit.name}没有这项报送要求，没有收入。",))
        found = self._place(piece, unit, requirement)
        title = found.title if found else f"{requirement.title} · {piece.label or '另行登记的一件'}"
        if found is None:
            return BundleLine(piece, title, 0, tuple(self._entry_faults(piece, requirement)))
        here = {file.sha256 for file in found.files}
        if {file.sha256 for file in piece.files} <= here:
            return BundleLine(piece, title, found.id, ("这些文件已经收过，不用再收。",))
        if State.RECEIVED not in next_states(found.state):
            return BundleLine(piece, title, found.id, (f"已是“{found.state}”，不能再收。需要更正的请先退回。",))
        warnings = (f"这里已有 {len(here)} 个文件，新的与它们放在一起。",) if here else ()
        return BundleLine(piece, title, found.id, (), warnings)

    def _place(self, piece: BundlePiece, unit: Unit, requirement: Requirement) -> Submission | None:
        """Return the submission a piece goes to; an entry made by hand is known by its day and label."""
        for each in self._submissions.all():
            if (each.requirement_id, each.unit_id, each.period) != (requirement.id, unit.id, piece.period):
                continue
            same_entry = (each.event_on, each.label) == (piece.event_on, piece.label)
            if same_entry if piece.event_on else (each.number == piece.number and each.event_on is None):
                return each
        return None

    def _entry_faults(self, piece: BundlePiece, requirement: Requirement) -> Iterable[str]:
        if not requirement.is_open_ended or piece.event_on is None:
            yield "活动里没有这一件，不能收入。请核对双方的活动是否同一版。"
        elif not requirement.is_covered(self._campaigns.require().year, piece.event_on):
            yield f"日期 {piece.event_on} 不在这项要求的范围内。"

    def _take(self, line: BundleLine, unit: Unit, files: list[StoredFile]) -> tuple[int, int, bool]:
        key = line.submission_id or self._enter(line.piece, unit)
        step = Step(State.RECEIVED, self._clock.today(), note="上报包", files=tuple(files))
        step_id = self._rows.add_step(key, step, self._journal.now())
        self._journal.note("改为已收", "submissions", key, f"上报包，文件 {len(files)} 个")
        return key, step_id, not line.submission_id

    def _enter(self, piece: BundlePiece, unit: Unit) -> int:
        requirement = next(each for each in self._submissions.requirements() if each.key == piece.requirement)
        event_on = piece.event_on or self._clock.today()
        slot = self._submissions.slot(requirement, unit.id, event_on, piece.label)
        return self._rows.add(requirement.id, unit.id, slot, event_on)


@dataclass(frozen=True)
class PreparedBundle:
    """The making of a bundle: no store is touched, so it is fit for a job."""

    bundle: Bundle
    sources: dict[str, Path]

    def __call__(self, to: Path, progress: Progress | None = None) -> Path:
        """Write the bundle and read it back. Raises UserError: a file is not as received, the disk refuses."""
        from lianbing_desktop.export.bundle import write_bundle

        write_bundle(self.bundle, self.sources, to, progress)
        return to


class Unpacking:
    """The good files of a bundle kept in the desk's file store; fit for a job. ``kept`` says what to discard."""

    def __init__(self, received: ReceivedBundle, submissions: Submissions) -> None:
        self._received, self._submissions = received, submissions
        self.kept: list[StoredFile] = []

    def __call__(self, progress: Progress | None = None) -> list[StoredFile]:
        """Return the files kept, in the bundle's order. Raises UserError."""
        from lianbing_desktop.export.bundle import unpack

        files = [file for line in self._received.good for file in line.piece.files]
        with ExitStack() as stack:
            folder = Path(stack.enter_context(TemporaryDirectory(prefix="lianbing-bundle-")))
            paths = unpack(self._received.path, files, folder, progress)
            keeping = self._submissions.keeping(paths)
            self.kept = keeping.kept
            return list(keeping())


def _piece(number: int, each: Submission, requirements: dict[int, Requirement]) -> BundlePiece:
    taken: list[str] = []
    files = []
    for file in each.files:
        name = safe_name(file.name, taken)
        taken.append(name)
        files.append(BundleFile(f"{PAYLOAD}/{number:03d}/{name}", _plain(file.name), file.sha256, file.size))
    key = requirements[each.requirement_id].key
    return BundlePiece(key, each.period, each.number, each.label, each.event_on, each.received_on, tuple(files))


def _plain(name: str) -> str:
    """Return a name as every system can hold it."""
    return "".join("_" if sign in '/\\:*?"<>|' or ord(sign) < 32 else sign for sign in name)[:200] or "文件"
