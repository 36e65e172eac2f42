"""`lianbing read`: any table of tasks as JSON or as a campaign file; single clauses for those who judge them."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from lianbing_desktop.cli.printing import pour, show, table
from lianbing_desktop.cli.values import Number, Place
from lianbing_desktop.cli.wording import Command
from lianbing_desktop.domain.plan import Plan
from lianbing_desktop.domain.planwords import quota_words, unit_words, when_words
from lianbing_desktop.errors import UserError
from lianbing_desktop.services.plan_reading import PlanReader

_STDIN = "-"


@click.command(cls=Command)
@click.argument("file", type=Place(), metavar="文件")
@click.option("--year", type=Number(least=1), metavar="年份", help="表中没有写年份的日期属于哪一年。")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出。")
@click.option("--as-template", is_flag=True, help="输出可以继续编辑的活动文件（TOML）。")
@click.option("--to", type=Place(), metavar="文件", help="与 --as-template 合用：写到这个新文件里。")
@click.option("--clauses", is_flag=True, help="文件的每一行是一句：{id, text, year}，逐句读出时间和数量。")
def read(file: Path, year: int | None, as_json: bool, as_template: bool, to: Path | None, clauses: bool) -> None:
    """读出任务分解表（Word、Excel、文本）里的任务、时间、单位和数量。不需要先启动活动。"""
    _check(year, as_json, as_template, to, clauses)
    reader = PlanReader()
    if clauses:
        pour(reader.lines(_lines(file)))
        return
    plan = reader.read(file, year).plan
    if as_template:
        _hand_out(reader.template(plan), to)
    else:
        show(reader.data(plan), _spoken(plan), as_json)


def _check(year: int | None, as_json: bool, as_template: bool, to: Path | None, clauses: bool) -> None:
    if clauses + as_template + as_json > 1:
        raise UserError("--json、--as-template、--clauses 只能用一个。")
    if to and not as_template:
        raise UserError("--to 要与 --as-template 合用。")
    if year is not None and not 2000 <= year <= 2099:
        raise UserError(f"年份 {year} 不对，应在 2000 到 2099 之间。")


def _lines(file: Path) -> Iterator[str]:
    try:
        if str(file) == _STDIN:
            yield from sys.stdin
            return
        with file.open(encoding="utf-8") as lines:
            yield from lines
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"读不出“{file.name}”。请确认文件还在，并且是 UTF-8 编码的文本。") from error


def _hand_out(template: str, to: Path | None) -> None:
    if to is None:
        pour(template.rstrip("\n").split("\n"))
        return
    try:
        with to.open("x", encoding="utf-8", newline="\n") as file:
            file.write(template)
    except FileExistsError as error:
        raise UserError(f"“{to}”已经存在，没有覆盖。请另起一个名字。") from error
    except OSError as error:
        raise UserError(f"写不了“{to}”。请检查文件夹是否存在、是否可写。") from error
    print(f"已写出活动文件：{to}")


def _spoken(plan: Plan) -> list[str]:
    rows: Sequence[Sequence[Any]] = [
        (number, when_words(task.timing, plan.year), unit_words(task), quota_words(task), " ".join(task.text.split()))
        for number, task in enumerate(plan.tasks, 1)
    ]
    lines = [plan.title or "（没有标题）", *table(("序号", "时间", "单位", "数量", "任务"), rows)]
    lines += [f"未能识别：{' '.join(passage.text.split())}（{passage.reason}）" for passage in plan.unread]
    return lines + [f"提示：{warning}" for warning in plan.warnings]
