"""What stands behind an option: days, numbers, words and paths, refused in Chinese."""

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import click


class Day(click.ParamType[date]):
    """A day as ``2017-10-20``."""

    name = "日期"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day. Fails for anything else."""
        if isinstance(value, date):
            return value
        match = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", str(value).strip())
        try:
            if match:
                return date(*(int(part) for part in match.groups()))
        except ValueError:
            pass
        raise click.BadParameter(f"“{value}”不是日期，应写成 2017-10-20 的样子。", ctx, param)


class Number(click.ParamType[int]):
    """A whole number of at most nine digits and not below ``least``."""

    name = "数字"

    def __init__(self, least: int = 1) -> None:
        self._least = least

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number. Fails for anything else."""
        if re.fullmatch(r"-?[0-9]{1,9}", str(value)) and int(value) >= self._least:
            return int(value)
        raise click.BadParameter(f"“{value}”不是可用的数字，应为不小于 {self._least} 的整数。", ctx, param)


class Word(click.ParamType[str]):
    """One of a few words."""

    name = "词"

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(words)

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Return the words as the help page shows them."""
        return "|".join(self.words)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the word. Fails for any other."""
        if value in self.words:
            return str(value)
        raise click.BadParameter(f"“{value}”不能用在这里，应为：{'、'.join(self.words)}。", ctx, param)


class Place(click.ParamType[Path]):
    """A file or folder by its path."""

    name = "路径"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Return the path. Fails for an empty one, which would mean the current folder."""
        if str(value).strip():
            return Path(value)
        raise click.BadParameter("没有写路径。", ctx, param)
