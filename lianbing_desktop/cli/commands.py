"""The program's name and all its commands."""

from pathlib import Path

import click

from lianbing_desktop.cli import bundle, forms, lists, outgoing, package, read, remind, restoring, steps, units
from lianbing_desktop.cli.session import Session
from lianbing_desktop.cli.values import Place
from lianbing_desktop.cli.wording import Command, Group


@click.group(cls=Group, invoke_without_command=True)
@click.option("--minimised", is_flag=True, help="打开窗口时先收进托盘（开机自启用）。")
@click.pass_context
def lianbing(context: click.Context, minimised: bool) -> int:
    """练兵台：环境执法大练兵活动联络员的工作台。不带命令时打开窗口。"""
    if context.invoked_subcommand:
        return 0
    session: Session = context.obj
    return session.show_window(session.home, session.today, minimised)


@click.command(cls=Command)
@click.option("--to", type=Place(), required=True, metavar="文件夹", help="结果放在这里（新的或空的文件夹）。")
@click.pass_obj
def demo(session: Session, to: Path) -> int:
    """用 2017 年的活动把全部工作演示一遍，并写出报告。"""
    from lianbing_desktop.cli.demo import run_demo

    return run_demo(session, to)


for _command in (
    lists.campaigns,
    steps.new,
    lists.tasks,
    lists.submissions,
    steps.receive,
    steps.mark,
    lists.due,
    remind.remind,
    units.units,
    units.liaisons,
    lists.search,
    read.read,
    outgoing.documents,
    outgoing.export,
    forms.forms,
    bundle.bundle,
    package.package,
    outgoing.check,
    restoring.restore,
    demo,
):
    lianbing.add_command(_command)
