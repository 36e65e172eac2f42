"""Documents: what leaves the desk as Word, Excel, PDF or paper, from one sheet of values each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from lianbing_desktop.domain.clock import Clock
from lianbing_desktop.domain.sheet import Align, Cell, Column, Sheet
from lianbing_desktop.domain.submission import State, Submission
from lianbing_desktop.errors import UserError
from lianbing_desktop.services.campaigns import Campaigns
from lianbing_desktop.services.submissions import Submissions
from lianbing_desktop.services.tasks import TaskLine, Tasks

PdfWriter = Callable[[Sequence[Sheet], Path], Mapping[str, str]]
"""Writes sheets to a PDF and returns which radicals in it stand for which hanzi."""

FORMATS = ("docx", "xlsx", "pdf")
SHEETS = {"plan": "任务分解表", "checklist": "报送清单"}
"""What is one sheet of values, by its name in commands; the official documents are made by ``reports``."""

_ANNEX = (Column("时间节点", 16, Align.CENTER), Column("目标任务及具体要求", 62), Column("责任部门", 22, Align.CENTER))
_TASKS = (
    Column("序号", 5, Align.RIGHT),
    Column("时间节点", 12),
    Column("开始日期", 9, Align.RIGHT),
    Column("截止日期", 9, Align.RIGHT),
    Column("目标任务及具体要求", 38),
    Column("责任部门", 14),
    Column("应报", 5, Align.RIGHT),
    Column("已报", 5, Align.RIGHT),
    Column("状态", 8),
)
_CHECKLIST = (
    Column("", 4, Align.CENTER),
    Column("序号", 5, Align.RIGHT),
    Column("单位", 16),
    Column("报送要求", 26),
    Column("期次", 16),
    Column("报送至", 7),
    Column("截止日期", 11, Align.RIGHT),
    Column("状态", 7, Align.CENTER),
    Column("收到日期", 11, Align.RIGHT),
    Column("备注", 10),
)
_UNIT = 2
_SIGNATURES = (
    "经办人（签名）：____________　　日期：______年____月____日",
    "复核人（签名）：____________　　日期：______年____月____日",
)


class Documents:
    """The documents of the campaign on the desk."""

    def __init__(
        self, clock: Clock, campaigns: Campaigns, tasks: Tasks, submissions: Submissions, pdf_writer: PdfWriter
    ) -> None:
        self._clock = clock
        self._campaigns = campaigns
        self._tasks = tasks
        self._submissions = submissions
        self._pdf_writer = pdf_writer

    def annex(self) -> Sheet:
        """Return the breakdown table in the form it was received in: three columns, periods merged."""
        header = self._campaigns.require()
        rows = tuple(
            (line.stage.title, line.task.text, "、".join(unit.name for unit in line.units))
            for line in self._tasks.all()
        )
        above = f"{header.annex}：" if header.annex else ""
        return Sheet("任务分解表", header.table_title, _ANNEX, rows, above=above, merged=(0,))

    def task_table(self) -> Sheet:
        """Return the tasks with real dates and how far each has come."""
        header = self._campaigns.require()
        rows = tuple(_task_row(number, line) for number, line in enumerate(self._tasks.all(), 1))
        return Sheet("任务表", f"{header.title}任务表", _TASKS, rows, subtitle=self._as_of(), is_landscape=True)

    def checklist(self, unit: str = "") -> Sheet:
        """Return the checklist, of one unit (name, short name or key) or of all in official order.

        Raises UserError for a unit that is not in the campaign.
        """
        title = f"{self._campaigns.require().title}报送清单"
        if not unit:
            return self.checklist_of(self._by_unit(""), title)
        name = self._campaigns.unit_named(unit).name
        return _without_unit(self.checklist_of(self._by_unit(unit), f"{title}（{name}）"))

    def checklist_of(self, submissions: Sequence[Submission], title: str) -> Sheet:
        """Return a checklist of just these submissions in the order given, with boxes to tick and lines to sign."""
        rows = tuple(_checklist_row(number, each) for number, each in enumerate(submissions, 1))
        return Sheet(
            "报送清单",
            title,
            _CHECKLIST,
            rows,
            subtitle=self._as_of(),
            merged=(_UNIT,),
            below=_SIGNATURES,
            is_landscape=True,
        )

    def export(self, name: str, path: Path, format: str = "", unit: str = "") -> Path:
        """Write ``plan`` or ``checklist`` to a file and return its path; the format is the suffix where not given.

        Raises UserError: an unknown name or format, or the file cannot be written.
        """
        format = check_suffix(path, format)
        if unit and name == "plan":
            raise UserError("任务分解表不分单位。请去掉单位，或改为导出报送清单（checklist）。")
        self.write(self.sheet(name, format, unit), path, format)
        return path

    def sheet(self, name: str, format: str = "", unit: str = "") -> Sheet:
        """Return the sheet of that name: ``plan`` (in Word the annex) or ``checklist``. Raises UserError."""
        if name == "plan":
            return self.task_table() if format == "xlsx" else self.annex()
        if name == "checklist":
            return self.checklist(unit)
        raise UserError(f"没有名为“{name}”的材料。可以导出：plan（任务分解表）、checklist（报送清单）。")

    def write(self, sheet: Sheet, path: Path, format: str) -> None:
        """Write one sheet as ``docx``, ``xlsx`` or ``pdf``. Raises UserError where it cannot be written."""
        match format:
            case "docx":
                from lianbing_desktop.export import word

                word.write(sheet, path)
            case "xlsx":
                from lianbing_desktop.export import excel

                excel.write([sheet], path)
            case _:
                self.write_pdf([sheet], path)

    def write_pdf(self, sheets: Sequence[Sheet], path: Path) -> None:
        """Write a PDF whose text can be searched and copied right."""
        from lianbing_desktop.export import pdf

        lookalikes = self._pdf_writer(sheets, path)
        pdf.mend(path, lookalikes)

    def _as_of(self) -> str:
        return f"截至 {self._clock.today().isoformat()}"

    def _by_unit(self, unit: str) -> list[Submission]:
        order = {each.name: number for number, each in enumerate(self._campaigns.units())}
        name = self._campaigns.unit_named(unit).name if unit else ""
        chosen = [each for each in self._submissions.all() if not name or each.unit == name]
        return sorted(chosen, key=lambda each: (order[each.unit], each.due_on))


def check_suffix(path: Path, format: str = "") -> str:
    """Return the format asked for, else that of the suffix. Raises UserError: unknown, or the two do not agree."""
    suffix = path.suffix.lstrip(".").lower()
    format = format or suffix
    if format not in FORMATS:
        raise UserError(f"不能导出为“{format}”。可以导出为：{'、'.join(FORMATS)}。")
    if suffix in FORMATS and suffix != format:
        raise UserError(f"“{path.name}”的扩展名与格式 {format} 不符，别的程序会打不开。请改成一致的。")
    return format


def _task_row(number: int, line: TaskLine) -> tuple[Cell, ...]:
    return (
        number,
        line.stage.title,
        line.task.start_on,
        line.task.due_on,
        line.task.text,
        "、".join(unit.name for unit in line.units),
        line.total,
        line.done,
        line.state,
    )


def _checklist_row(number: int, each: Submission) -> tuple[Cell, ...]:
    box = "□" if each.state in (State.OPEN, State.RETURNED) else "☑"
    return (
        box,
        number,
        each.unit,
        each.requirement,
        each.period_words,
        each.receiver,
        each.due_on,
        each.state.value,
        each.received_on,
        "",
    )


def _without_unit(sheet: Sheet) -> Sheet:
    """Leave the unit's column out: it stands in the title."""
    columns = sheet.columns[:_UNIT] + sheet.columns[_UNIT + 1 :]
    rows = tuple(row[:_UNIT] + row[_UNIT + 1 :] for row in sheet.rows)
    return replace(sheet, columns=columns, rows=rows, merged=())
