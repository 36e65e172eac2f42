"""Packages: what goes onto the disc, what is still missing, building and verifying it."""

import json
import shutil
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from lianbing_desktop.domain.clock import Clock
from lianbing_desktop.domain.discname import check_name, check_paths, safe_name
from lianbing_desktop.domain.finding import Finding
from lianbing_desktop.domain.package import PackageFile, PackagePlan, Progress, Verdict
from lianbing_desktop.domain.requirement import Requirement
from lianbing_desktop.domain.sheet import Align, Column, Sheet
from lianbing_desktop.domain.submission import State, StoredFile, Submission
from lianbing_desktop.errors import UserError
from lianbing_desktop.services.campaigns import Campaigns
from lianbing_desktop.services.journal import Journal
from lianbing_desktop.services.settings import OFFICER, Settings
from lianbing_desktop.services.submissions import Submissions
from lianbing_desktop.store.database import Database

_NAMES = "package_names"
_HANDOVER = (
    Column("序号", 6, Align.RIGHT),
    Column("材料名称", 24),
    Column("报送单位", 16),
    Column("文件名", 24),
    Column("大小（字节）", 12, Align.RIGHT),
    Column("校验值（SHA-256）", 24),
    Column("备注", 8),
)


@dataclass(frozen=True)
class PackageItem:
    """One received file that can go onto the disc; ``name`` is what it is to be called there."""

    submission: Submission
    file: StoredFile
    folder: str
    name: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Built:
    """What a build made: the folder, the image where one was asked for, and the verdict of reading both back."""

    folder: Path
    image: Path | None
    verdict: Verdict


class Packages:
    """The package of the campaign on the desk."""

    def __init__(
        self,
        clock: Clock,
        campaigns: Campaigns,
        submissions: Submissions,
        settings: Settings,
        journal: Journal,
        database: Database,
    ) -> None:
        self._clock = clock
        self._campaigns = campaigns
        self._submissions = submissions
        self._settings = settings
        self._journal = journal
        self._database = database

    def candidates(self) -> list[Submission]:
        """Return the submissions the campaign puts on the disc, received or not, and every other one with files."""
        packaged = {each.id for each in self._submissions.requirements() if each.is_packaged}
        return [each for each in self._submissions.all() if each.requirement_id in packaged or each.files]

    def usual(self) -> set[int]:
        """Return the ids of the submissions the campaign itself puts on the disc."""
        packaged = {each.id for each in self._submissions.requirements() if each.is_packaged}
        return {each.id for each in self._submissions.all() if each.requirement_id in packaged}

    def items(self, chosen: Collection[int]) -> list[PackageItem]:
        """Return the files of the chosen submissions with the names they are to have on the disc."""
        names = self._names()
        found: list[PackageItem] = []
        for number, (requirement, group) in enumerate(self._grouped(chosen), 1):
            folder = safe_name(f"{number:02d}_{requirement.title}")
            found += _items_of(folder, group, names)
        return found

    def findings(self, chosen: Collection[int]) -> list[Finding]:
        """Return all that is to be put right before handing over: what is missing, and names a disc would not keep."""
        items = self.items(chosen)
        paths = check_paths(f"{item.folder}/{item.name}" for item in items)
        faulty = {finding.place for item in items for finding in item.findings}
        return [
            *self._missing(chosen),
            *(finding for item in items for finding in item.findings),
            *(finding for finding in paths if finding.place.rsplit("/", 1)[-1] not in faulty),
        ]

    def rename(self, file_id: int, name: str) -> None:
        """Say what a file is to be called on the disc. Raises UserError for a name the disc would not keep."""
        faults = check_name(name)
        if faults:
            raise UserError("这个名字不能写到光盘上：", tuple(str(fault) for fault in faults))
        self._keep_names({**self._names(), str(file_id): name})

    def accept_names(self, chosen: Collection[int]) -> int:
        """Take the shorter names proposed for all files that need one; return how many."""
        taken: dict[str, list[str]] = {}
        proposals = {}
        for item in self.items(chosen):
            siblings = taken.setdefault(item.folder, [])
            name = safe_name(item.name, siblings)
            if name != item.name:
                proposals[str(item.file.id)] = name
            siblings.append(name)
        if proposals:
            self._keep_names({**self._names(), **proposals})
        return len(proposals)

    def plan(self, chosen: Collection[int]) -> PackagePlan:
        """Prepare a build as values. Raises UserError: nothing received, or names the disc would not keep."""
        header = self._campaigns.require()
        blocking = [finding for finding in self.findings(chosen) if finding.is_blocking]
        if blocking:
            raise UserError("有些文件名不能原样写到光盘上，还没有开始制作：", tuple(str(each) for each in blocking))
        files = tuple(self._package_file(item) for item in self.items(chosen))
        if not files:
            raise UserError("所选的报送件还没有收到任何文件，没有可以制作的内容。请先收件。")
        volume = f"LIANBING_{header.year}"
        person = self._settings.get(OFFICER)
        return PackagePlan(f"{header.title}材料", volume, self._clock.today(), person, files)

    def build(self, plan: PackagePlan, to: Path, image: Path | None, progress: Progress | None = None) -> Built:
        """Build the folder and the image, then read every file back. Touches no store: fit for a job.

        A build that is cancelled (``progress`` raises) or fails leaves neither behind.
        Raises UserError: the place is not empty, a source has changed, the disk is full.
        """
        from lianbing_desktop.export import disc, package, verify, word

        folder = package.build_folder(
            plan, to, handover=lambda path: word.write(handover_sheet(plan), path), progress=progress
        )
        made: Path | None = None
        try:
            if image:
                made = disc.build_image(folder, image, volume=plan.volume, made_on=plan.made_on, progress=progress)
            return Built(folder, made, verify.verify(made or folder, progress=progress))
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            if made:
                made.unlink(missing_ok=True)
            raise

    @staticmethod
    def verify(path: Path, progress: Progress | None = None) -> Verdict:
        """Read a package folder or a disc image back against its manifest. Needs no desk: fit for a job."""
        from lianbing_desktop.export import verify

        return verify.verify(path, progress=progress)

    def record(self, built: Built) -> None:
        """Leave a line about a build in the log."""
        verdict = "校验通过" if built.verdict.is_sound else "校验未通过"
        with self._database.transaction():
            self._journal.note("制作材料包", "campaigns", self._campaigns.current_id, verdict)

    def _grouped(self, chosen: Collection[int]) -> list[tuple[Requirement, list[Submission]]]:
        wanted = [each for each in self._submissions.all() if each.id in chosen and each.files]
        groups = [
            (requirement, [each for each in wanted if each.requirement_id == requirement.id])
            for requirement in self._submissions.requirements()
        ]
        return [(requirement, group) for requirement, group in groups if group]

    def _missing(self, chosen: Collection[int]) -> list[Finding]:
        """Return a finding for everything that has no file yet, one for all members of an any-of group."""
        places: dict[object, str] = {}
        for each in self.candidates():
            if each.id in chosen and not each.files and not _is_excused(each):
                key = (each.any_of, each.unit_id) if each.any_of else each.id
                places[key] = f"{places[key]} 或 {each.title}" if key in places else f"{each.unit} {each.title}"
        cure = "请先收件，或在报送清单里标为“不适用”并写明理由。"
        return [Finding("缺件", place, "还没有收到文件", cure, False) for place in places.values()]

    def _package_file(self, item: PackageItem) -> PackageFile:
        place = self._submissions.place(item.file)
        title = item.submission.title
        return PackageFile(place, item.folder, item.name, item.file.sha256, item.file.size, title, item.submission.unit)

    def _names(self) -> dict[str, str]:
        return dict(json.loads(self._settings.get(_NAMES, "{}")))

    def _keep_names(self, names: dict[str, str]) -> None:
        self._settings.put(_NAMES, json.dumps(names, ensure_ascii=False))


def handover_sheet(plan: PackagePlan) -> Sheet:
    """Return the 移交清单: every file with its size in bytes and its SHA-256, and the lines to sign."""
    rows = tuple(
        (number, file.title, file.unit, file.path, file.size, file.sha256, "")
        for number, file in enumerate(plan.files, 1)
    )
    below = (
        f"共 {len(plan.files)} 个文件，{plan.size} 字节。",
        "移交人（签名）：____________　　日期：______年____月____日",
        "接收人（签名）：____________　　日期：______年____月____日",
    )
    title = f"{plan.title}移交清单"
    return Sheet(
        "移交清单",
        title,
        _HANDOVER,
        rows,
        subtitle=f"制作日期 {plan.made_on.isoformat()}",
        below=below,
        is_landscape=True,
    )


def _items_of(folder: str, group: list[Submission], names: dict[str, str]) -> list[PackageItem]:
    items: list[PackageItem] = []
    number = 0
    for submission in group:
        for file in submission.files:
            number += 1
            name = names.get(str(file.id), f"{number:02d}_{submission.unit}_{file.name}")
            siblings = [item.name for item in items]
            items.append(PackageItem(submission, file, folder, name, tuple(check_name(name, siblings))))
    return items


def _is_excused(submission: Submission) -> bool:
    return submission.state is State.NOT_NEEDED or (bool(submission.any_of) and submission.is_settled)
