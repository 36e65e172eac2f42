"""Reading tables of tasks without a desk: files in a confined child process, pasted text, single clauses."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lianbing_desktop.domain.clause import Clause
from lianbing_desktop.domain.correcting import changed
from lianbing_desktop.domain.plan import Plan, PlanQuota, PlanTask, PlanTime, Timing
from lianbing_desktop.domain.source import Source
from lianbing_desktop.services.plan_units import with_proposals

Stop = Callable[[], bool]


@dataclass(frozen=True)
class Reading:
    """A source with the plan it became. Both are plain values."""

    source: Source
    plan: Plan


class PlanReader:
    """Turns what comes from elsewhere into plans. It holds nothing and touches no store: good for any thread."""

    def suffixes(self) -> tuple[str, ...]:
        """Return what kinds of files can be read; old ones only through LibreOffice, where it is there."""
        from lianbing_desktop.reading.intake.reader import CONVERTED, SUFFIXES

        return (*SUFFIXES, *CONVERTED)

    def read(
        self, path: Path, year: int | None = None, known: Sequence[str] = (), stop: Stop = lambda: False
    ) -> Reading:
        """Read a Word, Excel or text file in a confined child process; ``known`` are units to propose.

        Raises UserError: a sentence naming the file and what is wrong. What ``stop`` raises goes through.
        """
        from lianbing_desktop.reading.intake import read_source

        return self.again(read_source(path, stop=stop), year, known, stop)

    def read_pasted(
        self, text: str, year: int | None = None, known: Sequence[str] = (), stop: Stop = lambda: False
    ) -> Reading:
        """Read text from the clipboard, lines or an Excel range. Raises UserError: it is empty or too long."""
        from lianbing_desktop.reading.intake import read_pasted

        return self.again(read_pasted(text), year, known, stop)

    def again(
        self, source: Source, year: int | None = None, known: Sequence[str] = (), stop: Stop = lambda: False
    ) -> Reading:
        """Read a source for another year."""
        from lianbing_desktop.reading.tables import read_plan

        return Reading(source, with_proposals(read_plan(source, year, stop), known))

    def clause(self, text: str, year: int | None) -> Clause:
        """Read a few words, as the officer types them."""
        from lianbing_desktop.reading.clauses import read_clauses

        return read_clauses(text, year)

    def reworded(self, plan: Plan, at: int, task: PlanTask) -> Plan:
        """Put ``task`` in the place of the plan's task ``at``; what its changed words ask for is read anew."""
        before = plan.tasks[at]
        if task.text != before.text:
            papers = self.clause(task.text, plan.year).deliverables
            names = tuple(dict.fromkeys(paper.name for paper in papers))
            task = replace(task, papers=papers, deliverables=names)
        if task.text != before.text or task.quota_words != before.quota_words:
            told = task.text if task.quota_words is None else task.quota_words
            quotas = self.clause(told, plan.year).quotas
            task = replace(task, quotas=tuple(PlanQuota(quota, ()) for quota in quotas))
        return changed(plan, at, task)

    def in_stage(self, task: PlanTask, stage: str, year: int | None) -> PlanTask:
        """Put a task into a stage, whose period is read out of its words."""
        if stage == task.stage:
            return task
        from lianbing_desktop.reading.tables.timing import timing_of

        times = tuple(PlanTime(reading, ()) for reading in self.clause(stage, year).times)
        before, now, timing = timing_of(task.stage_times), timing_of(times), task.timing
        if times and (timing.start, timing.due) == (before.start, before.due):
            timing = replace(timing, start=now.start, due=now.due, dues=now.dues)
        return replace(task, stage=stage, stage_times=times, timing=timing)

    def paces(self, words: str, year: int | None) -> Timing:
        """Return what a few words say of recurrences and of terms after an event; an empty Timing where nothing."""
        from lianbing_desktop.reading.tables.timing import timing_of

        timing = timing_of([PlanTime(reading, ()) for reading in self.clause(words, year).times])
        return Timing(recurring=timing.recurring, relative=timing.relative)

    def unit_names(self, words: str) -> tuple[str, ...]:
        """Return the units a line of words names: 各市、区环保局 is one, brackets stay."""
        from lianbing_desktop.reading.tables.units import split_names

        return tuple(dict.fromkeys(split_names(words)))

    def data(self, plan: Plan) -> dict[str, object]:
        """Return the plan as plain JSON."""
        from lianbing_desktop.reading.tables import plan_json

        return plan_json(plan)

    def lines(self, lines: Iterable[str]) -> Iterator[str]:
        """Read clauses, one JSON line each. Raises UserError naming the line that is not such a thing."""
        from lianbing_desktop.reading.clauses import read_lines

        return read_lines(lines)

    def template(self, plan: Plan) -> str:
        """Return the campaign file (TOML) of a plan, ready to edit."""
        from lianbing_desktop.reading.template import plan_template

        return plan_template(plan, name_of(plan))


def name_of(plan: Plan) -> str:
    """Return the name under which a plan's campaign is kept; the same table has the same name."""
    return f"table-{plan.sha256[:12]}"
