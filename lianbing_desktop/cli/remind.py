"""The command that ticks once without a window and says what it would show."""

from typing import Any

import click

from lianbing_desktop.cli.lists import as_json
from lianbing_desktop.cli.printing import show, table
from lianbing_desktop.cli.session import Session
from lianbing_desktop.cli.wording import Command
from lianbing_desktop.domain.reminder import ReminderLine
from lianbing_desktop.services.absence import Absence
from lianbing_desktop.services.reminders import Tick


@click.command(cls=Command)
@click.option("--once", is_flag=True, help="只检查一次（现在总是如此）。")
@as_json
@click.pass_obj
def remind(session: Session, once: bool, as_json: bool) -> None:
    """检查一次提醒，列出会显示的内容；不打开窗口，也不算已经显示。"""
    with session.desk() as desk:
        tick = desk.reminders.tick()
    show(_tick_data(tick), _words(tick), as_json)


def _words(tick: Tick) -> list[str]:
    above = [words for words in (tick.clock.words, tick.absence.words if tick.absence else "") if words]
    if not tick.pending:
        return [*above, "没有要提醒的。"]
    headings = ("提醒", "截止", "类别", "单位", "事项")
    rows = [
        [line.lead.words, line.due_on, line.item.kind.words, line.unit or "—", _title(line)] for line in tick.pending
    ]
    return [*above, *table(headings, rows)]


def _title(line: ReminderLine) -> str:
    return f"{line.title}（{line.item.campaign}）" if line.item.campaign else line.title


def _tick_data(tick: Tick) -> dict[str, Any]:
    return {
        "at": tick.at.isoformat(timespec="seconds"),
        "clock": {"state": tick.clock.state.value, "days": tick.clock.days, "words": tick.clock.words},
        "absence": _absence_data(tick.absence) if tick.absence else None,
        "lines": [_line_data(line) for line in tick.pending],
    }


def _absence_data(absence: Absence) -> dict[str, Any]:
    return {
        "since": absence.since.isoformat(timespec="seconds"),
        "days": absence.days,
        "words": absence.words,
        "missed": [line.key for line in absence.missed],
        "overdue": [line.key for line in absence.overdue],
        "closed": [f"{quota.unit} {quota.requirement} {quota.period}".strip() for quota in absence.closed],
    }


def _line_data(line: ReminderLine) -> dict[str, Any]:
    return {
        "key": line.key,
        "keys": list(line.keys),
        "kind": line.item.kind.value,
        "id": line.item.id,
        "title": line.title,
        "unit": line.unit,
        "campaign": line.item.campaign,
        "due_on": line.due_on.isoformat(),
        "lead": line.lead.code,
        "words": line.lead.words,
        "at": line.at.isoformat(timespec="seconds"),
    }
