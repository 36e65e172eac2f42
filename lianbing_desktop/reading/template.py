"""A plan read becomes a campaign file ready to edit: word for word, proposals for what is owed, 未提供 for the rest."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from lianbing_desktop.domain.clause import CalendarDay, Deliverable, Relative, Share
from lianbing_desktop.domain.monthday import MonthDay
from lianbing_desktop.domain.plan import Place, Plan, PlanTask
from lianbing_desktop.domain.requirement import UNKNOWN
from lianbing_desktop.reading.clauses import read_clauses
from lianbing_desktop.reading.duerules import Rule, Span, count_rule, is_term, task_rule
from lianbing_desktop.reading.tables.looks import Looks
from lianbing_desktop.reading.tables.piece import Cell, Piece
from lianbing_desktop.reading.tables.subject import subject_of
from lianbing_desktop.reading.tables.timing import timing_of

YEARS = range(2000, 2100)
_HOME = "bureau"
_PIECES = frozenset("篇件份个名条期次项场家例宗起张幅部套")
_NOWHERE = Place(0, 0, 0, 0, 0, 0)
_LONGEST = 40
_LISTED = "# dates 是逐期列出的截止日；换到别的年份使用时，请重新填写。"


@dataclass
class _Units:
    """The units named so far, each with its key."""

    keys: dict[str, str] = field(default_factory=dict)

    def key(self, name: str) -> str:
        return self.keys.setdefault(name, f"unit-{len(self.keys) + 1:02d}")


@dataclass(frozen=True)
class _Stage:
    period: str
    name: str
    start: str
    due: str


@dataclass(frozen=True)
class _Owed:
    """One requirement proposed: its title, who owes it, to whom, and its lines of TOML."""

    title: str
    senders: tuple[str, ...]
    receiver: str
    lines: tuple[str, ...]


def plan_template(plan: Plan, name: str = "imported") -> str:
    """Return the campaign file (TOML) of a plan; ``reading.campaigns.parse_campaign`` accepts it."""
    year = plan.year if plan.year in YEARS else None
    units, in_year = _Units(), year or YEARS.start
    stages: dict[_Stage, str] = {}
    looks = Looks(plan.year)
    tasks: list[str] = []
    opens = _opens(plan, in_year)
    for number, group in enumerate(_rows(plan), 1):
        stage = _stage_of(group, in_year)
        key = stages.setdefault(stage, f"stage-{len(stages) + 1}")
        span = _span(group, stage, in_year, opens)
        tasks += _task(number, key, group, span, units, looks)
    body = [*_units(units), *_stages(stages), *tasks, ""]
    listed = [_LISTED] if any(line.startswith("due = { dates") for line in body) else []
    listed += [f"# 年份未提供，这些截止日按{in_year}年列出，请指定年份重新读入。"] if listed and not year else []
    return "\n".join([*listed, *_head(plan, name, year), *body])


def _rows(plan: Plan) -> Iterator[list[PlanTask]]:
    """Yield the tasks that are one row of the table, told by one set of units."""
    for _, group in groupby(plan.tasks, key=lambda task: (task.row, task.units)):
        yield list(group)


def _head(plan: Plan, name: str, year: int | None) -> list[str]:
    title = plan.title or f"活动名称{UNKNOWN}"
    unknown = [f"{passage.text[:80]}：未能识别，请核对" for passage in plan.unread]
    unknown += [] if year else ["年份：未提供"]
    return [
        "# 由任务分解表读出的活动文件，请逐项核对后使用。",
        f"name = {_text(name)}",
        f"title = {_text(re.sub('任务分解表$', '', title) or title)}",
        f"table_title = {_text(title)}",
        f"year = {year or YEARS.start}",
        "revision = 1",
        f"source = {_text(f'{title}（SHA-256 {plan.sha256}）')}",
        f"unknown = [{', '.join(_text(line) for line in unknown)}]",
        "",
    ]


def _units(units: _Units) -> list[str]:
    lines = ["[[units]]", f'key = "{_HOME}"', f'name = "本局（名称{UNKNOWN}）"', 'kind = "市局"', ""]
    for name, key in units.keys.items():
        lines += ["[[units]]", f'key = "{key}"', f"name = {_text(name)}", f'kind = "{_kind(name)}"', ""]
    return lines


def _kind(name: str) -> str:
    if name.startswith("省"):
        return "省厅"
    return "市区局" if re.match(r"各.{0,3}[县市区]", name) else "责任部门"


def _stage_of(group: list[PlanTask], year: int) -> _Stage:
    """Return the stage of a row: its period, else its tasks' own days; the whole year where none is told.

    Days of another year are brought to the edge of the campaign's.
    """
    task = group[0]
    timing = timing_of(task.stage_times or task.times)
    due = timing.due or (timing.dues[-1] if timing.dues else None)
    start = timing.start if isinstance(timing.start, CalendarDay) else None
    if not due:
        expr = " ".join(time.reading.expr for time in task.stage_times)
        return _Stage(expr or f"时间{UNKNOWN}", "" if expr else "", _edge(start, year) if start else "01-01", "12-31")
    exprs = [time.reading.expr for time in task.stage_times or task.times]
    period = " ".join(exprs[0].split()) if exprs else _day(due)
    name = task.stage.replace(exprs[0], "", 1).strip(" （）()") if exprs else task.stage
    last = _edge(due, year)
    first = _edge(start, year) if start else last
    return _Stage(period, name if task.stage_times else "", first if first <= last else "01-01", last)


def _opens(plan: Plan, year: int) -> str:
    """Return the first day the plan's own periods tell of, else the year's first."""
    days = (day for task in plan.tasks for day in (task.timing.start, task.timing.due) if isinstance(day, CalendarDay))
    return min((_day(day) for day in days if day.year in (None, year)), default="01-01")


def _span(group: list[PlanTask], stage: _Stage, year: int, opens: str) -> Span:
    """Return when a row is open; one that tells its end alone is open from the plan's first day, for what recurs."""
    timing = timing_of(group[0].stage_times or group[0].times)
    is_begun = isinstance(timing.start, CalendarDay) or stage.start != stage.due
    start = stage.start if is_begun else min(opens, stage.due)
    return Span(year, MonthDay.parse(start), MonthDay.parse(stage.due), is_begun)


def _edge(day: CalendarDay, year: int) -> str:
    if day.year in (None, year):
        return _day(day)
    return "12-31" if (day.year or 0) > year else "01-01"


def _stages(stages: dict[_Stage, str]) -> list[str]:
    lines: list[str] = []
    for stage, key in stages.items():
        lines += ["[[stages]]", f'key = "{key}"', f"period = {_text(stage.period)}"]
        lines += [f"name = {_text(stage.name)}"] if stage.name else []
        lines += [f'start = "{stage.start}"', f'due = "{stage.due}"', ""]
    return lines


def _task(number: int, stage: str, group: list[PlanTask], span: Span, units: _Units, looks: Looks) -> list[str]:
    named = tuple(units.key(name) for name in dict.fromkeys(group[0].named()))
    text = group[0].whole if len(group) > 1 or group[0].places[0].table else group[0].text
    key = f"task-{number:02d}"
    lines = [
        "[[tasks]]",
        f'key = "{key}"',
        f'stage = "{stage}"',
        f"units = {_keys(named)}",
        f"text = {_text(text.strip() or group[0].text)}",
        "",
    ]
    owed = [item for task in group for item in _owed(task, span, named, units, looks)]
    for at, item in enumerate(owed, 1):
        lines += ["[[tasks.requirements]]", f'key = "{key}-{at}"', f"title = {_text(item.title)}"]
        lines += [f"senders = {_keys(item.senders or (_HOME,))}", f'receiver = "{item.receiver}"', *item.lines, ""]
    return lines


def _owed(task: PlanTask, span: Span, named: tuple[str, ...], units: _Units, looks: Looks) -> list[_Owed]:
    """Return what a task asks for: its papers, its quotas, its terms after an event; at least one thing."""
    found = list(_quotas(task, span, named, units, looks))
    found += [_term(relative, task, named) for relative in task.timing.relative if is_term(relative)]
    counted = "".join(item.title for item in found)
    rule = task_rule(task, span)
    for paper in task.papers:
        if paper.name[:_LONGEST] not in counted:
            found += _paper(paper, rule, named, units)
    dated = any(line.startswith("due = { ") and "after" not in line for item in found for line in item.lines)
    if not found or (not dated and task.timing.relative):
        has_day = task.timing.due or task.timing.dues or task.timing.recurring
        known = () if has_day else ("unknown = " + _text(f"期限：{UNKNOWN}，按阶段最后一日计"),)
        found.append(_Owed(_short(task.text), named, _HOME, (*_lines(rule), *known)))
    return found


def _lines(rule: Rule) -> tuple[str, ...]:
    """Return the rule; what it leaves out stands in a comment, and in the note that the desk shows."""
    note = "；".join(" ".join(words.split()) for words in rule.left_out)
    return (*rule.lines, f"note = {_text(f'未能表达：{note}')}") if note else rule.lines


def _quotas(task: PlanTask, span: Span, named: tuple[str, ...], units: _Units, looks: Looks) -> Iterator[_Owed]:
    """Yield the counts told as 不少于: each comma's part read for itself, so that a pace does not spread."""
    whose: tuple[str, ...] = named
    words = task.text if task.quota_words is None else task.quota_words
    for part in re.split(r"[，,；;。]", re.sub(r"[（(][^（）()]*[)）]", "", words)):
        cell = Cell((Piece(part, _NOWHERE),))
        subject = subject_of(cell, looks)[0] if part.strip() else ()
        whose = tuple(units.key(unit.text) for unit in subject) or whose
        for reading in read_clauses(part, looks.year).quotas:
            share = reading.share
            if share.min and share.unit in _PIECES and isinstance(share.count, int) and 0 < share.count <= 366:
                yield _Owed(_short(part), whose, _HOME, _quota_lines(share, task, span))


def _quota_lines(share: Share, task: PlanTask, span: Span) -> tuple[str, ...]:
    return (
        *_lines(count_rule(share, task, span)),
        f"count = {share.count}",
        f"measure = {_text(share.unit)}",
        "quota = true",
        "open_ended = true",
    )


def _term(relative: Relative, task: PlanTask, named: tuple[str, ...]) -> _Owed:
    event = re.sub(
        r"^.*[日天内][和、及与]", "", str(relative.event)
    )  # 决定下达后7日内和结案: the second names only 结案
    days = f"due = {{ after = {_text(event)}, days = {relative.length} }}"
    title = f"{event}后{relative.length}日内：{_short(task.text)}"
    told = "" if relative.unit == "workday" else "未注明工作日，按自然日计。"
    note = "原文为工作日，请核对。" if relative.unit == "workday" else told
    return _Owed(title, named, _HOME, (days, "count = 0", "open_ended = true", f"note = {_text(note)}"))


def _paper(paper: Deliverable, rule: Rule, named: tuple[str, ...], units: _Units) -> Iterator[_Owed]:
    senders = (units.key(paper.sender),) if paper.sender else named
    receiver = units.key(paper.receiver) if paper.receiver else _HOME
    lines = [*_lines(rule)]
    lines += [f"channel = {_text('、'.join(paper.channels))}"] if paper.channels else []
    for name in paper.any_of or (paper.name,):
        if name.strip():
            group = [f"any_of = {_text('或'.join(paper.any_of))}"] if paper.any_of else []
            yield _Owed(_short(name), senders, receiver, (*lines, *group))


def _day(day: CalendarDay) -> str:
    return f"{day.month:02d}-{day.day:02d}"


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1]}…"


def _keys(keys: tuple[str, ...]) -> str:
    return "[" + ", ".join(f'"{key}"' for key in dict.fromkeys(keys)) + "]"


def _text(words: str) -> str:
    """Return a TOML string."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
