"""Forms handed out: which form a requirement has, one for each unit, all into one folder."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from lianbing_desktop.domain.clock import Clock
from lianbing_desktop.domain.form import FormId, FormKind, IssuedForm, kind_for, period_words, periods_of
from lianbing_desktop.domain.monthday import written
from lianbing_desktop.domain.period import at_hand
from lianbing_desktop.domain.requirement import Requirement
from lianbing_desktop.domain.sheet import Sheet
from lianbing_desktop.domain.unit import Unit
from lianbing_desktop.errors import UserError
from lianbing_desktop.paths import Home, resource
from lianbing_desktop.services.campaigns import Campaigns
from lianbing_desktop.services.forms_sheet import returned_sheet
from lianbing_desktop.services.journal import Journal
from lianbing_desktop.services.submissions import Submissions
from lianbing_desktop.store.database import Database
from lianbing_desktop.store.forms import FormRows, StandingForm

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class FormLine:
    """One unit's form of one period: when it went out last (ISO, empty if never), and what came back."""

    unit: Unit
    issued_at: str
    returned: StandingForm | None


class Forms:
    """The forms of the campaign on the desk."""

    def __init__(
        self,
        database: Database,
        home: Home,
        clock: Clock,
        journal: Journal,
        campaigns: Campaigns,
        submissions: Submissions,
    ) -> None:
        self._database = database
        self._home = home
        self._clock = clock
        self._journal = journal
        self._campaigns = campaigns
        self._submissions = submissions
        self._rows = FormRows(database)

    @cached_property
    def kinds(self) -> list[FormKind]:
        """The forms there are, the officer's own winning. Raises UserError with all faults of a form's file."""
        from lianbing_desktop.reading.forms import read_forms

        return read_forms([*sorted(resource("forms").glob("*.toml")), *sorted(self._home.forms.glob("*.toml"))])

    def offers(self) -> list[tuple[Requirement, FormKind]]:
        """Return the requirements that have a form, in the campaign's order."""
        found = [(each, self.kind_of(each)) for each in self._submissions.requirements()]
        return [(requirement, kind) for requirement, kind in found if kind]

    def kind_of(self, requirement: Requirement) -> FormKind | None:
        """Return the form meant for a requirement, or None."""
        return kind_for(requirement, self.kinds)

    def units_for(self, requirement: Requirement) -> list[Unit]:
        """Return whom a requirement's form goes to, in official order; nobody where it has none."""
        kind = self.kind_of(requirement)
        return kind.units_for(requirement, self._campaigns.units()) if kind else []

    def periods(self, requirement: Requirement) -> list[str]:
        """Return the periods a requirement has, ``2017-06`` and so on; empty for one without."""
        return periods_of(requirement, self._campaigns.require().year)

    def usual_period(self, requirement: Requirement) -> str:
        """Return the period at hand: the one that is on, else the last gone by, else the first; empty for none."""
        periods = self.periods(requirement)
        return at_hand(periods, self._clock.today()) or next(iter(periods), "")

    def requirement(self, words: str) -> Requirement:
        """Return the requirement of that key or title. Raises UserError where there is none with a form."""
        offers = self.offers()
        for requirement, _ in offers:
            if words in (requirement.key, requirement.title):
                return requirement
        names = "、".join(f"{each.key}（{each.title}）" for each, _ in offers) or "没有"
        raise UserError(f"没有名为“{words}”的、可以下发表格的报送要求。可用的有：{names}。")

    def prepare(self, requirement: Requirement, period: str = "") -> list[IssuedForm]:
        """Return one form for each unit, as values.

        Raises UserError: the requirement has no form, or the period is not one of its periods.
        """
        kind = self.kind_of(requirement)
        if not kind:
            raise UserError(f"“{requirement.title}”没有配套的表样，不能下发。")
        periods = self.periods(requirement)
        if (period not in periods) if periods else period:
            known = "、".join(periods) or "不分时期"
            raise UserError(f"“{requirement.title}”没有这一期“{period or '（未写）'}”。可用的时期：{known}。")
        return [self._form(requirement, kind, unit, period) for unit in self.units_for(requirement)]

    @staticmethod
    def write(forms: Sequence[IssuedForm], to: Path, progress: Progress | None = None) -> list[Path]:
        """Write the forms into a folder and return their paths. Touches no store: fit for a job.

        Nothing there is written over. Raises UserError: files of those names are there, or the disk refuses.
        """
        from lianbing_desktop.export.forms import write_form

        taken = [form.name for form in forms if (to / form.name).exists()]
        if taken:
            raise UserError("文件夹里已有同名文件，可能已经填过，没有覆盖。请换一个空文件夹：", tuple(taken))
        to.mkdir(parents=True, exist_ok=True)
        for number, form in enumerate(forms, 1):
            write_form(form, to / form.name)
            if progress:
                progress(number, len(forms))
        return [to / form.name for form in forms]

    def record(self, forms: Sequence[IssuedForm]) -> None:
        """Record that these forms went out; one that is as it was keeps its revision."""
        ids = {unit.key: unit.id for unit in self._campaigns.units()}
        requirements = {each.key: each.id for each in self._submissions.requirements()}
        with self._database.transaction():
            for form in forms:
                place = requirements[form.id.requirement], ids[form.id.unit]
                if self._rows.newest(*place, form.id.period, form.id.form)[0] < form.id.revision:
                    self._rows.issue(*place, form.id, _digest(form), self._journal.now())
            self._journal.note("下发表格", "requirements", requirements[forms[0].id.requirement], f"{len(forms)} 份")

    def standing(self) -> list[StandingForm]:
        """Return the forms that came back and stand, with their rows."""
        campaign_id = self._campaigns.current_id
        return self._rows.standing(campaign_id) if campaign_id else []

    def lines(self, requirement: Requirement, period: str = "") -> list[FormLine]:
        """Return how each unit's form of a period stands, in official order."""
        kind = self.kind_of(requirement)
        if not kind:
            return []
        here = {
            each.unit_id: each
            for each in self.standing()
            if (each.requirement_id, each.period, each.form) == (requirement.id, period, kind.key)
        }
        units = self.units_for(requirement)
        issued = {unit.id: self._rows.issued_at(requirement.id, unit.id, period, kind.key) for unit in units}
        return [FormLine(unit, issued[unit.id], here.get(unit.id)) for unit in units]

    def sheet(self, requirement: Requirement, period: str = "") -> Sheet:
        """Return what came back as one table. Raises UserError where the requirement has no form."""
        kind = self.kind_of(requirement)
        if not kind:
            raise UserError(f"“{requirement.title}”没有配套的表样。")
        lines = self.lines(requirement, period)
        rows = {line.unit.id: line.returned.rows for line in lines if line.returned}
        here = sum(line.returned is not None for line in lines)
        words = (period_words(period), f"截至 {self._clock.today().isoformat()}", f"已收 {here}/{len(lines)}")
        title = kind.titled(self._campaigns.require().title)
        return returned_sheet(kind, f"{title}汇总", "　".join(filter(None, words)), [x.unit for x in lines], rows)

    def urging(self, requirement: Requirement, period: str = "") -> str:
        """Return words to be pasted for those whose form is missing; empty where none is."""
        names = [unit.short for unit in self.not_returned(requirement, period)]
        kind = self.kind_of(requirement)
        if not names or not kind:
            return ""
        what = f"{period_words(period)}{kind.title}"
        return f"截至{written(self._clock.today())}，以下单位的{what}尚未收到，请尽快报送：{'、'.join(names)}。"

    def not_returned(self, requirement: Requirement, period: str = "") -> list[Unit]:
        """Return the units whose form of that period has not come back (未报送单位), in official order."""
        return [line.unit for line in self.lines(requirement, period) if line.returned is None]

    def _form(self, requirement: Requirement, kind: FormKind, unit: Unit, period: str) -> IssuedForm:
        header = self._campaigns.require()
        due_on = next(
            (
                each.due_on
                for each in self._submissions.all()
                if (each.requirement_id, each.unit_id, each.period) == (requirement.id, unit.id, period)
            ),
            None,
        )
        form_id = FormId(header.name, header.year, kind.key, requirement.key, unit.key, period, 1)
        form = IssuedForm(form_id, kind, header.title, unit.name, period_words(period), due_on)
        revision, digest = self._rows.newest(requirement.id, unit.id, period, kind.key)
        return replace(form, id=replace(form_id, revision=revision + (digest != _digest(form)) or 1))


def _digest(form: IssuedForm) -> str:
    """Return what tells two revisions apart: everything the unit sees, but for the revision itself."""
    seen = (form.kind.title, form.kind.fields, form.kind.notes, form.unit, form.period, form.due_on)
    return hashlib.sha256(repr(seen).encode()).hexdigest()[:16]
