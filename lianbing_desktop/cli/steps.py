"""Commands that write: starting a campaign, receiving a submission and taking it further."""

from datetime import date
from pathlib import Path

import click

from lianbing_desktop.cli.lists import as_json, submission_data
from lianbing_desktop.cli.printing import plain, show
from lianbing_desktop.cli.session import Session
from lianbing_desktop.cli.values import Day, Number, Place, Word
from lianbing_desktop.cli.wording import Command
from lianbing_desktop.domain.submission import State
from lianbing_desktop.services.desk import Desk

_MARKS = (State.REVIEWED, State.SENT_UP, State.RECEIPT, State.RETURNED, State.NOT_NEEDED, State.OPEN)

_on = click.option("--on", type=Day(), metavar="日期", help="发生的日期（默认今天）。")
_note = click.option("--note", default="", metavar="文字", help="备注；退回、不适用须写明理由。")
_file = click.option("--file", "files", type=Place(), multiple=True, metavar="文件", help="附上的文件，可以有多个。")
_more = click.argument("more", type=Place(), nargs=-1, metavar="")  # the further files after one --file


@click.command(cls=Command)
@click.argument("name", metavar="活动")
@click.option("--year", type=Number(least=2000), metavar="年度", help="换一个年度启动，日期随之改变。")
@as_json
@click.pass_obj
def new(session: Session, name: str, year: int | None, as_json: bool) -> None:
    """启动一个活动，例如 suzhou-2017。"""
    with session.desk() as desk:
        header = desk.campaigns.start(name, year)
        counts = {"tasks": len(desk.tasks.all()), "submissions": len(desk.submissions.all())}
    data = {"id": header.id, "name": header.name, "title": header.title, "year": header.year, **counts}
    words = f"已启动“{header.title}”：任务 {counts['tasks']} 项，报送件 {counts['submissions']} 件。"
    show(data, [words], as_json)


@click.command(cls=Command)
@click.argument("number", type=Number(), metavar="编号")
@_more
@_file
@_on
@_note
@as_json
@click.pass_obj
def receive(
    session: Session,
    number: int,
    more: tuple[Path, ...],
    files: tuple[Path, ...],
    on: date | None,
    note: str,
    as_json: bool,
) -> None:
    """收件：把文件存入数据文件夹，记为“已收”。"""
    with session.campaign() as desk:
        desk.submissions.receive(number, (*files, *more), on, note)
        _tell(desk, number, as_json)


@click.command(cls=Command)
@click.argument("number", type=Number(), metavar="编号")
@click.argument("state", type=Word(_MARKS), metavar="状态")
@_more
@_file
@_on
@_note
@as_json
@click.pass_obj
def mark(
    session: Session,
    number: int,
    state: str,
    more: tuple[Path, ...],
    files: tuple[Path, ...],
    on: date | None,
    note: str,
    as_json: bool,
) -> None:
    """把报送件记为已审、已上报、回执、退回、不适用（或改回未报）。"""
    with session.campaign() as desk:
        desk.submissions.mark(number, State(state), on, note, files=(*files, *more))
        _tell(desk, number, as_json)


def _tell(desk: Desk, number: int, as_json: bool) -> None:
    each = desk.submissions.get(number)
    words = f"{each.unit}“{each.title}”：{each.state}，文件 {len(each.files)} 个。"
    show(submission_data(each), [plain(words)], as_json)
