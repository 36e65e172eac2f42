"""What can go onto the disc, grouped by requirement, as the checklist of step 1 shows it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from lianbing_desktop.domain.submission import StoredFile, Submission
from lianbing_desktop.services.packages import PackageItem


@dataclass(frozen=True)
class ChoiceRow:
    """One file, or a submission without any. ``name`` is its name on the disc where it is chosen, ``fault`` why not."""

    submission: Submission
    is_chosen: bool
    file: StoredFile | None = None
    name: str = ""
    fault: str = ""

    @property
    def words(self) -> str:
        """Unit and piece in one line."""
        return " · ".join(filter(None, (self.submission.unit, self.submission.period_words)))


@dataclass(frozen=True)
class ChoiceGroup:
    """One requirement with its rows; ``folder`` is its folder on the disc where something of it is chosen."""

    requirement_id: int
    title: str
    folder: str
    rows: tuple[ChoiceRow, ...]

    @property
    def is_heading(self) -> bool:
        """Whether it is no requirement but the line above those the campaign does not put on the disc itself."""
        return not self.requirement_id

    @property
    def ids(self) -> frozenset[int]:
        """The submissions of the group."""
        return frozenset(row.submission.id for row in self.rows)

    @property
    def file_count(self) -> int:
        """How many files there are, chosen or not."""
        return sum(row.file is not None for row in self.rows)


_OTHERS = ChoiceGroup(0, "其他已收材料", "", ())


def choice_groups(
    candidates: Iterable[Submission], items: Sequence[PackageItem], chosen: Collection[int], usual: Collection[int]
) -> tuple[ChoiceGroup, ...]:
    """Return the candidates by requirement, what the campaign itself puts on the disc (``usual``) first."""
    by_file = {(item.submission.id, item.file.id): item for item in items}
    folders = {item.submission.requirement_id: item.folder for item in items}
    rows: dict[tuple[int, str], list[ChoiceRow]] = defaultdict(list)
    for each in candidates:
        rows[each.requirement_id, each.requirement] += _rows(each, by_file, each.id in chosen)
    groups = [ChoiceGroup(key, title, folders.get(key, ""), tuple(group)) for (key, title), group in rows.items()]
    own = [group for group in groups if not group.ids.isdisjoint(usual)]
    others = [group for group in groups if group.ids.isdisjoint(usual)]
    return (*own, *([_OTHERS] if own and others else ()), *others)


def _rows(each: Submission, items: dict[tuple[int, int], PackageItem], is_chosen: bool) -> list[ChoiceRow]:
    if not each.files:
        return [ChoiceRow(each, is_chosen)]
    made = []
    for file in each.files:
        item = items.get((each.id, file.id))
        fault = "；".join(f"{finding.message}。{finding.cure}" for finding in item.findings) if item else ""
        made.append(ChoiceRow(each, is_chosen, file, item.name if item else "", fault))
    return made
