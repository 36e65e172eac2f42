"""Reports (公文): official documents made from the campaign's data, gaps told, for the officer to go on editing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from lianbing_desktop.domain.clock import Clock
from lianbing_desktop.domain.figure import Figures
from lianbing_desktop.domain.form import FieldKind
from lianbing_desktop.domain.gap import gap
from lianbing_desktop.domain.masking import masked
from lianbing_desktop.domain.monthday import read_written
from lianbing_desktop.domain.report import Report
from lianbing_desktop.domain.report_text import ReportText, faults, fill
from lianbing_desktop.domain.unit import Unit
from lianbing_desktop.errors import UserError
from lianbing_desktop.paths import Home, resource
from lianbing_desktop.services.campaigns import Campaigns
from lianbing_desktop.services.entries import Entries
from lianbing_desktop.services.figures import RECKONED
from lianbing_desktop.services.fonts import missing_fonts
from lianbing_desktop.services.forms import Forms
from lianbing_desktop.services.journal import Journal
from lianbing_desktop.services.material import Dispatch, Material
from lianbing_desktop.services.packages import Packages
from lianbing_desktop.services.packaging import package_file
from lianbing_desktop.services.settings import OFFICER, Settings
from lianbing_desktop.services.submissions import Submissions
from lianbing_desktop.services.tasks import Tasks
from lianbing_desktop.services.units import Units
from lianbing_desktop.store.database import Database

FORMATS = ("docx", "xlsx")
TOLD = "以下"
"""How a gap begins that is not filled in here but elsewhere on the desk, such as 以下单位的联络员."""
_DISPATCH = "dispatch"
_DATED = "成文日期"
"""The entry that says of which day a paper is: it names the units as they were called then."""
_MARK = gap("").removesuffix("】")


@dataclass(frozen=True)
class ReportOffer:
    """One report that can be made: its name in commands, its words, who gets it, and whether it is of one unit."""

    name: str
    words: str
    receiver: str
    formats: tuple[str, ...]
    is_for_unit: bool = False


@dataclass(frozen=True)
class Entry:
    """Something the officer may fill in; ``value`` is empty where nothing was."""

    name: str
    value: str
    is_shared: bool


@dataclass(frozen=True)
class Made:
    """A report written: where, the gaps left in it, and the fonts it names that are not here (None: unknown)."""

    path: Path
    gaps: tuple[str, ...]
    missing_fonts: tuple[str, ...] | None

    def told(self) -> list[str]:
        """Return what the officer has to know of it, a sentence each; none where nothing is left to do."""
        lines = [f"还有 {len(self.gaps)} 处待填：{'、'.join(self.gaps)}"] if self.gaps else []
        if self.missing_fonts is None:
            lines.append("没有查到本机的字体，请打开文件核对字体。")
        elif self.missing_fonts:
            lines.append(f"本机没有这些字体，打开时会用别的字体代替：{'、'.join(self.missing_fonts)}。请安装后再打印。")
        return lines


class Reports:
    """The reports of the campaign on the desk."""

    def __init__(
        self,
        database: Database,
        home: Home,
        clock: Clock,
        journal: Journal,
        settings: Settings,
        campaigns: Campaigns,
        tasks: Tasks,
        submissions: Submissions,
        units: Units,
        forms: Forms,
        packages: Packages,
    ) -> None:
        self._database = database
        self._home = home
        self._clock = clock
        self._journal = journal
        self._settings = settings
        self._campaigns = campaigns
        self._tasks = tasks
        self._submissions = submissions
        self._units = units
        self._forms = forms
        self._packages = packages
        self._entries = Entries(campaigns, settings)

    def offers(self) -> list[ReportOffer]:
        """Return what can be made, in the order of the campaign. Raises UserError with the faults of a text."""
        return [
            ReportOffer(text.name, text.words, text.receiver, _formats(text), text.is_for_unit)
            for text in map(self.text, RECKONED)
        ]

    def text(self, name: str) -> ReportText:
        """Return the text of a report, the officer's own winning. Raises UserError: unknown, or all its faults."""
        from lianbing_desktop.reading.reports import read_report

        if name not in RECKONED:
            raise UserError(f"没有名为“{name}”的公文。可以制作：{'、'.join(RECKONED)}。")
        own = self._home.reports / f"{name}.toml"
        text = read_report(own if own.exists() else resource(f"reports/{name}.toml"))
        if text.name != name:
            raise UserError(f"公文文本“{name}.toml”里的 name 是“{text.name}”，未采用。请改成“{name}”。")
        return text

    def figures(self, name: str, unit: str = "") -> Figures:
        """Return what a report is filled with, each value with the rows behind it. Raises UserError."""
        text = self.text(name)
        return RECKONED[name](self._material(text, self._unit(text, unit)))

    def report(self, name: str, unit: str = "") -> Report:
        """Return a report filled with what the desk knows and what was entered; the rest is gaps.

        Raises UserError: no such report or unit, or every placeholder of its text that is not known.
        """
        text = self.text(name)
        return _filled(text, self._material(text, self._unit(text, unit)))

    def entries(self, name: str, unit: str = "") -> list[Entry]:
        """Return what the officer may fill in for a report, filled in or not, in the order of reading."""
        text = self.text(name)
        chosen = self._unit(text, unit)
        kept = self._entries.of(_place(text, chosen))
        blank = _filled(text, replace(self._material(text, chosen), entries={}))
        names = [words.removeprefix(_MARK).removesuffix("】") for words in blank.gaps]
        return [Entry(each, kept.get(each, ""), each in text.shared) for each in names if not each.startswith(TOLD)]

    def enter(self, name: str, values: Mapping[str, str], unit: str = "") -> None:
        """Keep what the officer filled in; an empty value takes it away again. Raises UserError."""
        text = self.text(name)
        self._entries.enter(_place(text, self._unit(text, unit)), frozenset(text.shared), values)

    def export(self, name: str, path: Path, unit: str = "", is_final: bool = False) -> Made:
        """Make a report and write it; the suffix says in which form. Raises UserError; one that ``is_final`` for gaps.

        A draft may have gaps, all of them told in the result; a package tells them again.
        """
        report = self.report(name, unit)
        check_format(report, path)
        if is_final and report.gaps:
            raise UserError(f"“{report.words}”还有 {len(report.gaps)} 处待填，没有定稿：", tuple(report.gaps))
        made = write(report, path)
        self.record(report)
        return made

    def record(self, report: Report) -> None:
        """Leave a line about a report made in the log."""
        with self._database.transaction():
            detail = f"{report.words}，待填 {len(report.gaps)} 处"
            self._journal.note("制作公文", "campaigns", self._campaigns.current_id, detail)

    def _unit(self, text: ReportText, unit: str) -> Unit | None:
        if unit and not text.is_for_unit:
            raise UserError(f"“{text.words}”不分单位。请去掉单位。")
        return self._campaigns.unit_named(unit) if unit else None

    def _material(self, text: ReportText, unit: Unit | None) -> Material:
        entries = self._entries.of(_place(text, unit))
        today = self._clock.today()
        day = read_written(entries.get(_DATED, "")) or today
        chosen = self._packages.items(self._packages.usual(), day)
        return Material(
            header=self._campaigns.require(),
            today=today,
            units=tuple(self._campaigns.units(day)),
            names={each.id: each.name for each in self._campaigns.units(day)},
            stages=tuple(self._campaigns.stages()),
            tasks=tuple(self._tasks.all()),
            requirements=tuple(self._submissions.requirements()),
            submissions=tuple(self._submissions.all(day)),
            quotas=tuple(self._submissions.quotas()),
            liaisons=tuple(self._units.people.on(today, day)),
            dispatches=tuple(self._dispatches()),
            dispatch_fields=tuple(self._dispatch_fields()),
            packaged=tuple(package_file(item, self._submissions) for item in chosen),
            entries={key: masked(value) for key, value in entries.items()} if text.is_public else entries,
            officer=self._settings.get(OFFICER),
            unit=unit,
        )

    def _dispatches(self) -> Iterator[Dispatch]:
        """Yield the counties' numbers of every month, as their forms that came back give them."""
        for each in self._forms.standing():
            if each.form == _DISPATCH and each.rows:
                yield Dispatch(each.unit_id, each.period, each.rows[0])

    def _dispatch_fields(self) -> Iterator[tuple[str, str, bool]]:
        """Yield the numbers a 月调度表 asks for: key, heading, and whether it is money."""
        for kind in self._forms.kinds:
            for field in kind.fields if kind.key == _DISPATCH else ():
                if field.kind in (FieldKind.COUNT, FieldKind.MONEY):
                    yield field.key, field.heading, field.kind is FieldKind.MONEY


def _filled(text: ReportText, material: Material) -> Report:
    figures = RECKONED[text.name](material)
    if wrong := faults(text, figures):
        raise UserError(f"公文文本“{text.name}.toml”有 {len(wrong)} 处错误，未采用。请逐条改正：", tuple(wrong))
    return fill(text, figures, material.entries)


def write(report: Report, path: Path) -> Made:
    """Write a report as Word, or its tables as Excel, and read it back. Fit for a job. Raises UserError."""
    if path.suffix.lower() == ".xlsx":
        from lianbing_desktop.export import excel

        title = report.title.replace("|", "")
        excel.write([replace(sheet, title=sheet.title or title) for sheet in report.sheets], path)
        return Made(path, tuple(report.gaps), ())
    from lianbing_desktop.export.report import measures, writer

    writer.write(report, path)
    return Made(path, tuple(report.gaps), missing_fonts(measures.FONTS))


def check_format(report: Report, path: Path) -> None:
    """Raise UserError where a report cannot be written in the form the name says."""
    suffix = path.suffix.lstrip(".").lower()
    if suffix not in FORMATS:
        raise UserError(f"公文不能导出为“{suffix}”。可以导出为：docx、xlsx。")
    if suffix == "xlsx" and not report.sheets:
        raise UserError(f"“{report.words}”里没有表格，不能导出为 Excel。请导出为 docx。")


def _formats(text: ReportText) -> tuple[str, ...]:
    parts = (*text.parts, *(part for annex in text.annexes for part in annex.parts))
    return FORMATS if any(part.table for part in parts) else FORMATS[:1]


def _place(text: ReportText, unit: Unit | None) -> str:
    return f"{text.name}/{unit.key}" if unit else text.name
