"""Refusals: every rule of the package held against what was chosen, all findings at once, and reasons to let pass."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from pathlib import PurePosixPath

from lianbing_desktop.domain import paperfault, refusal
from lianbing_desktop.domain.discname import check_paths, shown
from lianbing_desktop.domain.finding import Finding
from lianbing_desktop.domain.media import Media, too_large
from lianbing_desktop.domain.package import PAYLOAD
from lianbing_desktop.domain.refusal import RULES, Rule
from lianbing_desktop.domain.requirement import Requirement
from lianbing_desktop.domain.submission import State, StoredFile, Submission
from lianbing_desktop.errors import UserError
from lianbing_desktop.services.campaigns import Campaigns
from lianbing_desktop.services.inspections import Inspections
from lianbing_desktop.services.journal import Journal
from lianbing_desktop.services.packaging import PackageItem, package_file
from lianbing_desktop.services.settings import OFFICER, Settings
from lianbing_desktop.services.submissions import Submissions
from lianbing_desktop.store.database import Database
from lianbing_desktop.store.overrides import OverrideRows

_BY_MARK = {rule.number: rule for rule in RULES}
_EARLY = "还没有收到文件（交盘日 {day} 之前可以先行制作）"
_DISC = "光盘"
_SENT = (State.SENT_UP, State.RECEIPT)


class Refusals:
    """The rules of the campaign's package."""

    def __init__(
        self,
        database: Database,
        journal: Journal,
        campaigns: Campaigns,
        submissions: Submissions,
        inspections: Inspections,
        settings: Settings,
    ) -> None:
        self._database = database
        self._journal = journal
        self._campaigns = campaigns
        self._submissions = submissions
        self._inspections = inspections
        self._settings = settings
        self._overrides = OverrideRows(database)

    def findings(
        self, items: Sequence[PackageItem], lacking: Iterable[Submission], today: date, media: Media | None
    ) -> list[Finding]:
        """Return all that is to be put right, in the order of the rules; ``lacking`` are those chosen without files.

        What the officer let pass no longer blocks and carries the reason.
        """
        found = [
            *_missing(lacking, today, self._disc_day()),
            *self._of_form(items),
            *self._of_contents(items),
            *self._of_cases(items),
            *_duplicates(items),
            *_names(items),
            *self._of_size(items, media),
        ]
        reasons = self._overrides.all(self._campaigns.current_id or 0)
        settled = [_with_reason(finding, reasons.get((finding.rule, finding.key), "")) for finding in found]
        return sorted(settled, key=lambda finding: finding.rule)

    def override(self, finding: Finding, reason: str) -> None:
        """Let a finding pass for a written reason. Raises UserError: the rule does not allow it, or no reason."""
        rule, reason = refusal.rule_of(finding), " ".join(reason.split())
        if not rule.may_pass:
            raise UserError(f"“{rule.sentence}”不能靠说明放行。{finding.cure}")
        if len(reason) < 2:
            raise UserError("请写明放行的理由，理由会印在移交清单上。")
        campaign_id = self._campaigns.require().id
        now, person = self._journal.now(), self._settings.get(OFFICER)
        with self._database.transaction():
            self._overrides.withdraw(campaign_id, finding.rule, finding.key, now)
            row = self._overrides.add(campaign_id, finding.rule, finding.key, reason, person, now)
            self._journal.note("说明放行", "overrides", row, finding.rule)

    def withdraw(self, finding: Finding) -> None:
        """Take a reason back: the finding blocks again."""
        campaign_id = self._campaigns.require().id
        with self._database.transaction():
            self._overrides.withdraw(campaign_id, finding.rule, finding.key, self._journal.now())
            self._journal.note("取消放行", "overrides", None, finding.rule)

    def _disc_day(self) -> date | None:
        """Return the day on which the campaign wants the disc; from then on nothing may lack without a reason."""
        return max((each.due_on for each in self._submissions.all() if _DISC in each.form), default=None)

    def _of_form(self, items: Sequence[PackageItem]) -> Iterator[Finding]:
        """Yield files that are no PDF where one was asked for; what came back as a receipt may be anything."""
        for item in items:
            if "PDF" not in item.submission.form.upper() or _suffix(item.file) == paperfault.PDF:
                continue
            steps = self._submissions.steps(item.submission.id)
            receipts = {file.id for step in steps if step.state in _SENT for file in step.files}
            if item.file.id not in receipts:
                yield _at(refusal.WRONG_FORM, item)

    def _of_contents(self, items: Sequence[PackageItem]) -> Iterator[Finding]:
        for item in items:
            if not item.file.size:
                yield _at(refusal.EMPTY, item)
            for mark in self._inspections.marks(item.file) or ():
                if mark in _BY_MARK:
                    yield _at(_BY_MARK[mark], item)

    def _of_cases(self, items: Sequence[PackageItem]) -> Iterator[Finding]:
        """Yield the deeds handed in without a 典型案件 among them, where the campaign asks for one."""
        asking = {each.id for each in self._submissions.requirements() if _asks_for_case(each)}
        groups: defaultdict[int, list[PackageItem]] = defaultdict(list)
        for item in items:
            if item.submission.requirement_id in asking:
                groups[item.submission.id].append(item)
        for group in groups.values():
            marks = {mark for item in group for mark in self._inspections.marks(item.file) or ()}
            named = any("典型案" in name for item in group for name in (item.name, item.file.name))
            if not named and paperfault.TYPICAL_CASE not in marks:
                each = group[0].submission
                yield refusal.NO_TYPICAL_CASE.finding(f"{each.unit} {each.title}", f"submission:{each.id}")

    def _of_size(self, items: Sequence[PackageItem], media: Media | None) -> Iterator[Finding]:
        if media is None:
            return
        files = {package_file(item, self._submissions).path: item for item in items}
        for file in too_large([package_file(item, self._submissions) for item in items], media):
            yield _at(refusal.TOO_LARGE, files[file.path])


def _at(rule: Rule, item: PackageItem, detail: str = "") -> Finding:
    return rule.finding(shown(f"{item.folder}/{item.name}"), f"file:{item.file.id}", detail)


def _with_reason(finding: Finding, reason: str) -> Finding:
    return refusal.passed(finding, reason) if reason and refusal.rule_of(finding).may_pass else finding


def _missing(lacking: Iterable[Submission], today: date, disc_day: date | None) -> Iterator[Finding]:
    """Yield everything without a file, one for all members of an any-of group.

    It blocks from the day of the disc on, or where the campaign has none, from its own.
    """
    groups: dict[object, list[Submission]] = {}
    for each in lacking:
        groups.setdefault(each.group if each.any_of else each.id, []).append(each)
    for group in groups.values():
        each = group[0]
        place = (
            f"{each.unit} {' 或 '.join(one.title for one in group)}" if len(group) > 1 else f"{each.unit} {each.title}"
        )
        rule = refusal.NONE_OF_SEVERAL if each.any_of else refusal.MISSING
        day = disc_day or min(one.due_on for one in group)
        is_due = day <= today
        key = f"group:{each.any_of}:{each.unit_id}:{each.period}" if each.any_of else f"submission:{each.id}"
        yield rule.finding(place, key, "" if is_due else _EARLY.format(day=day), is_due)


def _duplicates(items: Sequence[PackageItem]) -> Iterator[Finding]:
    first: dict[str, PackageItem] = {}
    for item in items:
        other = first.setdefault(item.file.sha256, item)
        if other is not item and item.file.size:
            yield _at(refusal.DUPLICATE, item, f"与“{shown(f'{other.folder}/{other.name}')}”的内容完全相同")


def _names(items: Sequence[PackageItem]) -> Iterator[Finding]:
    keys: dict[str, str] = {}
    for item in items:
        keys.setdefault(shown(f"{PAYLOAD}/{item.folder}/{item.name}"), f"file:{item.file.id}")
    for found in check_paths(f"{PAYLOAD}/{item.folder}/{item.name}" for item in items):
        named = refusal.of_name(found, keys.get(found.place, f"path:{found.place}"))
        yield Finding(
            named.rule, named.place.removeprefix(f"{PAYLOAD}/"), named.message, named.cure, named.is_blocking, named.key
        )


def _asks_for_case(requirement: Requirement) -> bool:
    return "典型案件" in requirement.note or "典型案件" in requirement.title


def _suffix(file: StoredFile) -> str:
    return PurePosixPath(file.name).suffix.lower()


def is_excused(submission: Submission) -> bool:
    """Whether a submission without files lacks nothing: 不适用, or another of its any-of group came."""
    return submission.state is State.NOT_NEEDED or (bool(submission.any_of) and submission.is_settled)


def lacking(candidates: Iterable[Submission], chosen: Collection[int]) -> list[Submission]:
    """Return those chosen that have no files and should."""
    return [each for each in candidates if each.id in chosen and not each.files and not is_excused(each)]
