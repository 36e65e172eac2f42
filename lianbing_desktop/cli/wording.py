"""The command line library in Chinese: its help pages and what it says about a command it cannot understand."""

import re
from collections.abc import Iterable
from typing import Any

import click

from lianbing_desktop.cli.printing import width
from lianbing_desktop.cli.session import Session
from lianbing_desktop.cli.values import Day, Place

_HEADINGS = {"Options": "选项", "Commands": "命令", "Positional arguments": "参数"}


class Formatter(click.HelpFormatter):
    """Help pages with Chinese headings, aligned by the width of hanzi."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the usage line."""
        self.write(f"用法：{prog} {args}".rstrip() + "\n")

    def write_heading(self, heading: str) -> None:
        """Write a heading."""
        self.write(f"{_HEADINGS.get(heading, heading)}：\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write terms and what they mean, a line each."""
        pairs = [(term, meaning.replace("  [required]", "必填。")) for term, meaning in rows]
        wide = max(width(term) for term, _ in pairs) + col_spacing
        for term, meaning in pairs:
            self.write(" " * self.current_indent + f"{term}{' ' * (wide - width(term))}{meaning}".rstrip() + "\n")


class Context(click.Context):
    """A run of a command, with help pages of ours."""

    formatter_class = Formatter


class Command(click.Command):
    """A command that also takes ``--home`` and ``--today`` after its name."""

    context_class = Context

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "options_metavar": "[选项]"})
        self.params += _choices_of_desk()

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return ``--help`` with Chinese help."""
        return _in_chinese(super().get_help_option(ctx))


class Group(click.Group):
    """A group of such commands."""

    context_class = Context
    command_class = Command
    group_class = type

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs |= {"options_metavar": "[选项]", "subcommand_metavar": "命令 …"}
        super().__init__(*args, **kwargs)
        self.params += _choices_of_desk()

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return ``--help`` with Chinese help."""
        return _in_chinese(super().get_help_option(ctx))

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order of the work, not of the alphabet."""
        return list(self.commands)


def usage_words(error: click.UsageError) -> tuple[str, tuple[str, ...]]:
    """Return what a usage error says, in Chinese, with the lines that help on."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.ctx.get_help(), ()
    if not error.ctx:
        return _sentence(error), ()
    hint = f"用“{error.ctx.command_path} --help”查看说明。"
    return _sentence(error), (error.ctx.get_usage(), hint)


def _sentence(error: click.UsageError) -> str:
    match error:
        case click.MissingParameter():
            return f"缺少{_hint(error)}。"
        case click.BadParameter():
            return f"{_hint(error)}：{error.message}"
        case click.NoSuchOption():
            return f"没有“{error.option_name}”这个选项。{_nearest(error.possibilities)}"
        case click.NoSuchCommand():
            return f"没有“{error.command_name}”这个命令。{_nearest(error.possibilities)}"
        case click.BadOptionUsage():
            is_flag = "does not take" in error.message
            return f"选项“{error.option_name}”{'后面不能带值' if is_flag else '后面缺少它的值'}。"
        case _:
            return error.message if re.search("[一-龥]", error.message) else "命令写法有误，或多写了参数。"


def _hint(error: click.BadParameter) -> str:
    if isinstance(error.param, click.Option):
        return f"选项“{error.param.opts[-1]}”"
    return f"参数“{error.param.make_metavar(error.ctx)}”" if error.param and error.ctx else "参数"


def _nearest(names: Iterable[str] | None) -> str:
    return f"是不是“{'”“'.join(names)}”？" if names else ""


def _in_chinese(option: click.Option | None) -> click.Option | None:
    if option:
        option.help = "显示这一页说明。"
    return option


def _choices_of_desk() -> list[click.Parameter]:
    def keep(ctx: click.Context, param: click.Parameter, value: Any) -> None:
        if value is not None:
            setattr(ctx.find_object(Session), str(param.name), value)

    return [
        click.Option(
            ["--home"], type=Place(), metavar="文件夹", callback=keep, expose_value=False, help="数据文件夹。"
        ),
        click.Option(
            ["--today"], type=Day(), metavar="日期", callback=keep, expose_value=False, help="把这一天当作今天。"
        ),
    ]
