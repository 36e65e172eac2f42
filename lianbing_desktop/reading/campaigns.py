"""Campaign files (TOML) in, a campaign resolved for one year out."""

from pathlib import Path

from lianbing_desktop.domain.campaign import Campaign
from lianbing_desktop.domain.monthday import MonthDay
from lianbing_desktop.domain.period import LATER, PACES
from lianbing_desktop.domain.requirement import UNKNOWN, DueRule, Requirement
from lianbing_desktop.domain.task import Stage, Task
from lianbing_desktop.domain.unit import Unit, UnitKind
from lianbing_desktop.errors import UserError
from lianbing_desktop.reading.faults import Faults, Place, toml_table

COUNTIES = "@counties"
YEARS = range(2000, 2100)
PIECES = 366
DATES = 366
SUBMISSIONS = 100_000
"""What the desk was measured with; a year of daily reports from 200 units is fewer."""
_JANUARY_1 = MonthDay(1, 1)


def read_campaign(path: Path, year: int | None = None) -> Campaign:
    """Read one campaign file; ``year`` shifts it to another year.

    Raises UserError: the file cannot be read, or the list of all its faults, each with its place.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"读不出活动文件“{path.name}”。请确认文件还在，并且是 UTF-8 编码的文本。") from error
    return parse_campaign(text, path.name, year)


def parse_campaign(text: str, file: str, year: int | None = None) -> Campaign:
    """Read a campaign from TOML text; ``file`` names it in messages. Raises UserError as read_campaign."""
    if year is not None and year not in YEARS:
        raise UserError(f"年份 {year} 不对，应在 {YEARS.start} 到 {YEARS.stop - 1} 之间。")
    table = toml_table(text, file)
    faults = Faults(file)
    campaign = _Reader(Place(table, "", faults), year).campaign()
    faults.check()
    return campaign


class _Reader:
    """One walk through a campaign file."""

    def __init__(self, place: Place, year: int | None) -> None:
        self._place = place
        self._own_year = place.number("year", least=YEARS.start, most=YEARS.stop - 1)
        self._year = year or self._own_year

    def campaign(self) -> Campaign:
        place = self._place
        self._units = tuple(self._unit(unit) for unit in place.tables("units"))
        stages = tuple(self._stage(stage) for stage in place.tables("stages"))
        self._stages = {stage.key: stage for stage in stages}
        self._requirements: list[Requirement] = []
        tasks = tuple(self._task(task) for task in place.tables("tasks"))
        self._check_unique(place, stages, tasks)
        self._check_count(place)
        campaign = Campaign(
            name=place.key("name"),
            title=self._shifted(place.text("title")),
            table_title=self._shifted(place.text("table_title")),
            annex=place.text("annex", ""),
            year=self._year,
            revision=place.number("revision", 1),
            source=place.text("source", ""),
            stages=stages,
            units=self._units,
            tasks=tasks,
            requirements=tuple(self._requirements),
            unknown=place.texts("unknown"),
        )
        place.done()
        return campaign

    def _shifted(self, text: str) -> str:
        return text.replace(f"{self._own_year}年", f"{self._year}年")

    def _unit(self, place: Place) -> Unit:
        kind = place.parsed("kind", _unit_kind, UnitKind.DEPARTMENT)
        unit = Unit(place.key(), place.text("name"), kind, place.text("short", "") or place.text("name"))
        place.done()
        return unit

    def _stage(self, place: Place) -> Stage:
        start = place.parsed("start", MonthDay.parse, _JANUARY_1).in_year(self._year)
        due = place.parsed("due", MonthDay.parse, _JANUARY_1).in_year(self._year)
        if due < start:
            place.fault("due", "早于开始日期")
        stage = Stage(place.key(), place.text("period"), place.text("name", ""), start, due)
        place.done()
        return stage

    def _task(self, place: Place) -> Task:
        stage = self._stages.get(place.text("stage"))
        if not stage:
            place.fault("stage", "没有这个阶段")
            stage = Stage("", "", "", _JANUARY_1.in_year(self._year), _JANUARY_1.in_year(self._year))
        units = self._known(place, "units", place.texts("units"))
        text = self._shifted(place.text("text"))
        task = Task(place.key(), stage.key, text, units, stage.start_on, stage.due_on)
        self._requirements += [self._requirement(item, task.key) for item in place.tables("requirements")]
        place.done()
        return task

    def _requirement(self, place: Place, task_key: str) -> Requirement:
        requirement = Requirement(
            key=place.key(),
            title=self._shifted(place.text("title")),
            task_key=task_key,
            senders=self._known(place, "senders", self._spread(place.texts("senders"))),
            receiver=self._receiver(place),
            due=self._due(place),
            form=place.text("form", UNKNOWN),
            channel=place.text("channel", UNKNOWN),
            count=place.number("count", 1, most=PIECES),
            measure=place.text("measure", "件"),
            labels=place.texts("labels"),
            any_of=place.text("any_of", ""),
            at_least=place.number("at_least", 0),
            event=place.text("event", ""),
            covers=self._covers(place),
            is_quota=place.flag("quota"),
            is_open_ended=place.flag("open_ended"),
            is_packaged=place.flag("packaged"),
            unknown=place.text("unknown", ""),
            note=place.text("note", ""),
        )
        self._check_requirement(place, requirement)
        place.done()
        return requirement

    def _check_requirement(self, place: Place, requirement: Requirement) -> None:
        if not requirement.senders:
            place.fault("senders", "没有写由谁报送")
        if requirement.labels and len(requirement.labels) < requirement.count:
            place.fault("labels", f"少于 {requirement.count} 个")
        if requirement.due.after and (requirement.count or not requirement.is_open_ended):
            place.fault("due", "按事件计算期限的要求应写 count = 0、open_ended = true")
        elif not requirement.count and not requirement.is_open_ended:
            place.fault("count", "为 0 时应写 open_ended = true，否则无从报送")
        if requirement.at_least and not requirement.due.on:
            place.fault("at_least", "只能与 due = { on = … } 一起用")

    def _check_count(self, place: Place) -> None:
        owed = (len(item.senders) * len(item.periods(self._year) or "1") * item.count for item in self._requirements)
        if (count := sum(owed)) > SUBMISSIONS:
            place.fault("tasks", f"共有 {count} 件报送件，最多 {SUBMISSIONS} 件，请减少期数或单位")

    def _receiver(self, place: Place) -> str:
        receiver = place.text("receiver")
        if receiver and receiver != COUNTIES:
            self._known(place, "receiver", (receiver,))
        return receiver

    def _due(self, place: Place) -> DueRule:
        due = place.table("due")
        given = [key for key in ("on", "months", "after", "dates") if due.has(key)]
        if len(given) != 1:
            place.fault("due", "应写 on、months、after、dates 之一")
            return DueRule(on=_JANUARY_1)
        rule = self._rule(due, given[0])
        due.done()
        return rule

    def _rule(self, due: Place, kind: str) -> DueRule:
        match kind:
            case "on":
                return DueRule(on=due.parsed("on", MonthDay.parse, _JANUARY_1))
            case "months":
                return DueRule(months=due.numbers("months", 1, 12))
            case "dates":
                return self._paced(due)
            case _:
                return DueRule(after=due.text("after"), days=due.number("days"))

    def _paced(self, due: Place) -> DueRule:
        by, behind = due.text("by", ""), due.number("behind", 0, most=12)
        if by and by not in PACES:
            due.fault("by", f"应为 {'、'.join(PACES)} 之一")
            by = ""
        rule = DueRule(dates=self._dates(due), by=by, behind=behind if by else 0)
        if behind and by not in LATER:
            due.fault("behind", f"只能与 by = {'、'.join(LATER)} 合用")
        return rule

    def _dates(self, due: Place) -> tuple[MonthDay, ...]:
        texts = due.texts("dates")
        try:
            days = tuple(MonthDay.parse(text) for text in texts)
        except ValueError as error:
            due.fault("dates", str(error))
            return (_JANUARY_1,)
        if not 1 <= len(days) <= DATES or len({day.in_year(self._year) for day in days}) < len(days):
            due.fault("dates", f"应为 1 到 {DATES} 个不同的“MM-DD”日期")
        return tuple(sorted(days)) or (_JANUARY_1,)

    def _covers(self, place: Place) -> tuple[MonthDay, MonthDay] | None:
        texts = place.texts("covers")
        if not texts:
            return None
        try:
            first, last = (MonthDay.parse(text) for text in texts)
        except ValueError:
            place.fault("covers", "应为两个“MM-DD”日期")
            return None
        if last < first:
            place.fault("covers", "结束早于开始")
        return first, last

    def _spread(self, senders: tuple[str, ...]) -> tuple[str, ...]:
        counties = [unit.key for unit in self._units if unit.is_county]
        return tuple(key for sender in senders for key in (counties if sender == COUNTIES else [sender]))

    def _known(self, place: Place, name: str, keys: tuple[str, ...]) -> tuple[str, ...]:
        known = {unit.key for unit in self._units}
        for key in dict.fromkeys(keys):
            if key not in known:
                place.fault(name, f"没有“{key}”这个单位")
            elif keys.count(key) > 1:
                place.fault(name, f"“{key}”写了不止一次")
        return tuple(key for key in dict.fromkeys(keys) if key in known)

    def _check_unique(self, place: Place, stages: tuple[Stage, ...], tasks: tuple[Task, ...]) -> None:
        for name, things in (
            ("units", self._units),
            ("stages", stages),
            ("tasks", tasks),
            ("requirements", self._requirements),
        ):
            keys = [thing.key for thing in things]
            for key in sorted({key for key in keys if key and keys.count(key) > 1}):
                place.fault(name, f"“{key}”出现了不止一次")
        for name, nothing in (("units", not self._units), ("stages", not stages), ("tasks", not tasks)):
            if nothing:
                place.fault(name, "一个也没有")


def _unit_kind(text: str) -> UnitKind:
    try:
        return UnitKind(text)
    except ValueError:
        raise ValueError(f"应为{'、'.join(UnitKind)}之一") from None
