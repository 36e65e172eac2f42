"""The command that puts a backup back: it works where the data file itself can no longer be opened."""

from datetime import date

import click

from lianbing_desktop.cli.lists import as_json
from lianbing_desktop.cli.printing import show, table
from lianbing_desktop.cli.session import Session
from lianbing_desktop.cli.values import Day
from lianbing_desktop.cli.wording import Command
from lianbing_desktop.domain.monthday import written
from lianbing_desktop.services import backups


@click.command(cls=Command)
@click.argument("day", type=Day(), required=False, metavar="[日期]")
@as_json
@click.pass_obj
def restore(session: Session, day: date | None, as_json: bool) -> None:
    """恢复某一天的备份；不写日期时列出全部备份。请先关闭练兵台。"""
    with session.hold_home(session.home) as home:
        if day is None:
            found = backups.backups_in(home)
            data = [{"day": each.made_on.isoformat(), "path": str(each.path)} for each in found]
            rows = [[each.made_on.isoformat(), each.path] for each in found]
            show(data, table(("日期", "备份"), rows) if rows else ["还没有备份。"], as_json)
            return
        kept = backups.restore(home, day, session.today or date.today())
    beside = f"原来的数据文件另存为“{kept}”。" if kept else ""
    lines = [f"已恢复{written(day)}的备份。{beside}"]
    show({"day": day.isoformat(), "kept": str(kept) if kept else None}, lines, as_json)
