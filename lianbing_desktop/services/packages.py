"""Packages: what goes onto the disc, what is still to be put right, building and verifying it."""

import json
from collections.abc import Collection
from datetime import date
from pathlib import Path

from lianbing_desktop.domain.burning import Burn
from lianbing_desktop.domain.clock import Clock
from lianbing_desktop.domain.discname import check_name, safe_name
from lianbing_desktop.domain.finding import Finding
from lianbing_desktop.domain.media import Media, volumes
from lianbing_desktop.domain.package import PackagePlan, Progress, Verdict
from lianbing_desktop.domain.requirement import Requirement
from lianbing_desktop.domain.sheet import Sheet
from lianbing_desktop.domain.submission import Submission
from lianbing_desktop.domain.unit import UnitKind
from lianbing_desktop.errors import UserError
from lianbing_desktop.services.burning import labels_of_burn, labels_of_plan
from lianbing_desktop.services.campaigns import Campaigns
from lianbing_desktop.services.inspections import Inspections, Marks, PreparedInspection
from lianbing_desktop.services.journal import Journal
from lianbing_desktop.services.packaging import (
    Built,
    PackageItem,
    build,
    discs_of,
    folder_of,
    handover_sheet,
    items_of,
    package_file,
)
from lianbing_desktop.services.refusals import Refusals, lacking
from lianbing_desktop.services.settings import OFFICER, Settings
from lianbing_desktop.services.submissions import Submissions
from lianbing_desktop.store.database import Database

__all__ = ["Built", "PackageItem", "Packages", "handover_sheet"]
_NAMES = "package_names"


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
        self._inspections = Inspections(database, journal, submissions)
        self._refusals = Refusals(database, journal, campaigns, submissions, self._inspections, settings)

    def candidates(self) -> list[Submission]:
        """Return the submissions the campaign puts on the disc, received or not, and every other one with files."""
        packaged = {each.id for each in self._submissions.requirements() if each.is_packaged}
        return [each for each in self._submissions.all() if each.requirement_id in packaged or each.files]

    def usual(self) -> set[int]:
        """Return the ids of the submissions the campaign itself puts on the disc."""
        packaged = {each.id for each in self._submissions.requirements() if each.is_packaged}
        return {each.id for each in self._submissions.all() if each.requirement_id in packaged}

    def items(self, chosen: Collection[int], on: date | None = None) -> list[PackageItem]:
        """Return the files of the chosen submissions with the names they are to have on the disc.

        Units bear their names of the day it is made ``on``, today's where none is given.
        """
        names = self._names()
        found: list[PackageItem] = []
        for number, (requirement, group) in enumerate(self._grouped(chosen, on), 1):
            found += items_of(folder_of(number, requirement.title), group, names)
        return found

    def findings(self, chosen: Collection[int], media: Media | None = None, on: date | None = None) -> list[Finding]:
        """Return all that is to be put right before handing over, by rule (R01 …).

        Files not looked into yet (``inspecting``) are judged by what shows from outside.
        """
        absent = lacking(self.candidates(), chosen)
        return self._refusals.findings(self.items(chosen, on), absent, self._clock.today(), media)

    def inspecting(self, chosen: Collection[int]) -> PreparedInspection:
        """Return the work of looking into the chosen files that were not yet: fit for a job, then ``keep``."""
        return self._inspections.prepared(item.file for item in self.items(chosen))

    def keep(self, found: dict[str, Marks]) -> None:
        """Keep what looking into files found."""
        self._inspections.keep(found)

    def inspect(self, chosen: Collection[int], progress: Progress | None = None) -> None:
        """Look into the chosen files now. Raises UserError."""
        work = self.inspecting(chosen)
        if work.files:
            self.keep(work(progress))

    def override(self, finding: Finding, reason: str) -> None:
        """Let a finding pass for a reason, which the 移交清单 prints. Raises UserError: not possible, no reason."""
        self._refusals.override(finding, reason)

    def withdraw(self, finding: Finding) -> None:
        """Take the reason back: the finding blocks again."""
        self._refusals.withdraw(finding)

    @staticmethod
    def disc_count(plan: PackagePlan) -> int:
        """Return how many discs a plan takes."""
        return len(discs_of(plan))

    def discs_needed(self, chosen: Collection[int], media: Media | None) -> int:
        """Return how many discs the chosen files take."""
        return len(volumes([package_file(item, self._submissions) for item in self.items(chosen)], media))

    @staticmethod
    def can_recover() -> bool:
        """Whether recovery data can be made on this computer."""
        from lianbing_desktop.export import recovery

        return recovery.is_possible()

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

    def plan(self, chosen: Collection[int], media: Media | None = None, made_on: date | None = None) -> PackagePlan:
        """Prepare a build as values; files not looked into yet are looked into first.

        Raises UserError: nothing received, or something to be put right or let pass first.
        """
        header = self._campaigns.require()
        self.inspect(chosen)
        findings = self.findings(chosen, media, made_on)
        if blocking := tuple(str(each) for each in findings if each.is_blocking):
            raise UserError("有问题必须先改好或写明理由放行，还没有开始制作：", blocking)
        files = tuple(package_file(item, self._submissions) for item in self.items(chosen, made_on))
        if not files:
            raise UserError("所选的报送件还没有收到任何文件，没有可以制作的内容。请先收件。")
        return PackagePlan(
            f"{header.title}材料",
            f"LIANBING_{header.year}",
            made_on or self._clock.today(),
            self._settings.get(OFFICER),
            files,
            self._office(made_on),
            tuple(map(_remark, findings)),
            media=media.value if media else "",
        )

    @staticmethod
    def build(
        plan: PackagePlan, to: Path, image: Path | None, progress: Progress | None = None, recovery: bool = False
    ) -> Built:
        """Build folder and image, then read every file back; see ``packaging.build``. Fit for a job."""
        return build(plan, to, image, progress, recovery)

    @staticmethod
    def verify(path: Path, progress: Progress | None = None) -> Verdict:
        """Read a folder, zip, image or disc back against its lists. Needs no desk: fit for a job."""
        from lianbing_desktop.export import verify

        return verify.verify(path, progress=progress)

    def record(self, built: Built) -> None:
        """Leave a line about a build in the log."""
        verdict = "校验通过" if built.verdict.is_sound else "校验未通过"
        with self._database.transaction():
            self._journal.note("制作材料包", "campaigns", self._campaigns.current_id, verdict)

    def labels(self, made: PackagePlan | Burn) -> list[Sheet]:
        """Return disc label and box label of a disc to be burnt, or of one that was."""
        return labels_of_burn(made, self._office()) if isinstance(made, Burn) else labels_of_plan(made)

    def _grouped(self, chosen: Collection[int], on: date | None) -> list[tuple[Requirement, list[Submission]]]:
        wanted = [each for each in self._submissions.all(on) if each.id in chosen and each.files]
        groups = [
            (requirement, [each for each in wanted if each.requirement_id == requirement.id])
            for requirement in self._submissions.requirements()
        ]
        return [(requirement, group) for requirement, group in groups if group]

    def _office(self, on: date | None = None) -> str:
        """Return who hands over: the bureau itself, by its name of that day."""
        return next((unit.name for unit in self._campaigns.units(on) if unit.kind is UnitKind.BUREAU), "")

    def _names(self) -> dict[str, str]:
        return dict(json.loads(self._settings.get(_NAMES, "{}")))

    def _keep_names(self, names: dict[str, str]) -> None:
        self._settings.put(_NAMES, json.dumps(names, ensure_ascii=False))


def _remark(finding: Finding) -> str:
    """Return what the 移交清单 says of a finding that did not keep the package from being built."""
    reason = f"说明：{finding.reason}" if finding.reason else ""
    return "。".join(filter(None, (f"{finding.place}：{finding.message}（{finding.rule}）", reason)))
