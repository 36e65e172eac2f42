"""Commands that only look: what can be started, what is to be done, what is owed, due or found."""

from datetime import date, timedelta
from typing import Any

import click

from lianbing_desktop.cli.printing import complain, show, table
from lianbing_desktop.cli.session import Session
from lianbing_desktop.cli.values import Day, Number, Word
from lianbing_desktop.cli.wording import Command
from lianbing_desktop.domain.standing import SOON_DAYS, standing
from lianbing_desktop.domain.submission import State, Submission
from lianbing_desktop.services.submissions import Missing
from lianbing_desktop.services.tasks import TaskLine

as_json = click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
EVERYTHING = 1_000_000
_KINDS = {"unit": "单位", "liaison": "联络员", "task": "任务", "submission": "报送件"}


@click.command(cls=Command)
@as_json
@click.pass_obj
def campaigns(session: Session, as_json: bool) -> None:
    """列出可以启动的活动。"""
    with session.desk() as desk:
        found, faults = desk.campaigns.offers_and_faults()
        started = {(header.name, header.year) for header in desk.campaigns.all()}
        offers = [
            {
                "name": offer.name,
                "title": offer.title,
                "year": offer.year,
                "is_own": offer.is_own,
                "is_started": (offer.name, offer.year) in started,
            }
            for offer in found
        ]
    rows = [[o["name"], o["year"], "已启动" if o["is_started"] else "未启动", o["title"]] for o in offers]
    show(offers, table(("名称", "年度", "状态", "活动"), rows), as_json)
    for fault in faults:
        complain(fault.message, fault.details)


@click.command(cls=Command)
@as_json
@click.pass_obj
def tasks(session: Session, as_json: bool) -> None:
    """列出任务分解表的各项任务。"""
    with session.campaign() as desk:
        lines = desk.tasks.all()
    headings = ("编号", "阶段", "截止", "已报", "状态", "责任部门", "任务")
    show([_task_data(line) for line in lines], table(headings, [_task_row(line) for line in lines]), as_json)


@click.command(cls=Command)
@click.option("--state", type=Word(State), metavar="状态", help=f"只列这一状态：{'、'.join(State)}。")
@click.option("--unit", metavar="单位", help="只列这一单位（全称或简称）。")
@click.option("--due-by", type=Day(), metavar="日期", help="只列这一天或之前到期的。")
@as_json
@click.pass_obj
def submissions(session: Session, state: str | None, unit: str | None, due_by: date | None, as_json: bool) -> None:
    """列出报送件及其编号。"""
    with session.campaign() as desk:
        name = desk.campaigns.unit_named(unit).name if unit else None
        found = [
            each
            for each in desk.submissions.all()
            if (not state or each.state == state)
            and (not name or each.unit == name)
            and (not due_by or each.due_on <= due_by)
        ]
    headings = ("编号", "状态", "截止", "单位", "期次", "文件", "报送要求")
    rows = [[s.id, s.state, s.due_on, s.unit, s.period_words, len(s.files), s.requirement] for s in found]
    show([submission_data(each) for each in found], table(headings, rows), as_json)


@click.command(cls=Command)
@click.option("--on", type=Day(), metavar="日期", help="从这一天看（默认今天）。")
@click.option("--days", type=Number(least=0), default=SOON_DAYS, metavar="天数", help=f"往后几天（默认 {SOON_DAYS}）。")
@as_json
@click.pass_obj
def due(session: Session, on: date | None, days: int, as_json: bool) -> None:
    """列出已逾期和即将到期而还没有报的。"""
    with session.campaign() as desk:
        day = on or desk.clock.today()
        found = [_due_data(each, day) for each in desk.submissions.missing(_later(day, days))]
    rows = [[each["state"], each["due_on"], each["unit"] or "—", each["requirement"]] for each in found]
    lines = table(("状态", "截止", "单位", "报送要求"), rows) if rows else [f"{day} 起 {days} 天内没有欠报的。"]
    show(found, lines, as_json)


@click.command(cls=Command)
@click.argument("text", metavar="文字", nargs=-1, required=True)
@as_json
@click.pass_obj
def search(session: Session, text: tuple[str, ...], as_json: bool) -> None:
    """按文字、拼音或拼音首字母查找单位、任务和报送件。"""
    words = " ".join(text)
    with session.campaign() as desk:
        hits = desk.search.find(words, EVERYTHING)
    rows = [[_KINDS[hit.kind], hit.id, hit.detail, hit.title] for hit in hits]
    data = [{"kind": hit.kind, "id": hit.id, "title": hit.title, "detail": hit.detail} for hit in hits]
    show(data, table(("类别", "编号", "说明", "内容"), rows) if rows else [f"没有找到“{words}”。"], as_json)


def submission_data(each: Submission) -> dict[str, Any]:
    """Return one submission as the JSON forms give it."""
    return {
        "id": each.id,
        "requirement": each.requirement,
        "unit": each.unit,
        "period": each.period,
        "due_on": each.due_on.isoformat(),
        "state": each.state.value,
        "files": [{"name": file.name, "sha256": file.sha256} for file in each.files],
    }


def _task_data(line: TaskLine) -> dict[str, Any]:
    return {
        "id": line.task.id,
        "stage": line.stage.title,
        "text": line.task.text,
        "start_on": line.task.start_on.isoformat(),
        "due_on": line.task.due_on.isoformat(),
        "units": [unit.name for unit in line.units],
        "state": line.state,
    }


def _task_row(line: TaskLine) -> list[object]:
    units = "、".join(unit.short for unit in line.units)
    done = f"{line.done}/{line.total}"
    return [line.task.id, line.stage.title, line.task.due_on, done, line.state, units, line.task.text]


def _due_data(missing: Missing, day: date) -> dict[str, Any]:
    """Return one line of what is due; ``ids`` are several for an any-of group, none for what is not entered yet."""
    now = standing(missing.due_on, False, day)
    return {
        "ids": list(missing.submission_ids),
        "requirement": missing.title,
        "unit": missing.unit,
        "due_on": missing.due_on.isoformat(),
        "days_left": now.days,
        "state": now.words or f"还有 {now.days} 天",
    }


def _later(day: date, days: int) -> date:
    return day + timedelta(days=min(days, (date.max - day).days))
