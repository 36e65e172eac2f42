"""The breakdown table (任务分解表) as it was received, before it is a campaign."""

import re
from dataclasses import dataclass

from lianbing_desktop.domain.monthday import MonthDay
from lianbing_desktop.domain.task import Stage

_DASH = r"\s*[-—–―－~～至到]\s*"
_BEFORE = re.compile(r"(\d{1,2})月(\d{1,2})日前")
_DAYS = re.compile(rf"(\d{{1,2}})月(\d{{1,2}})日{_DASH}(?:(\d{{1,2}})月)?(\d{{1,2}})日")
_MONTHS = re.compile(rf"(\d{{1,2}})月{_DASH}(\d{{1,2}})月")


@dataclass(frozen=True)
class BreakdownRow:
    """One row: the key of its stage, its text word for word and the names of the units responsible."""

    stage_key: str
    text: str
    units: tuple[str, ...]


@dataclass(frozen=True)
class BreakdownTable:
    """The whole table. ``annex`` is its number without the colon (附件2)."""

    title: str
    annex: str
    stages: tuple[Stage, ...]
    rows: tuple[BreakdownRow, ...]


def stage_of(cell: str, year: int) -> Stage:
    """Return the stage a time node stands for: its period on the first line, its name on the others.

    "X日前" counts that day in and begins on it. Raises ValueError for a period that is none of the forms known.
    """
    period, _, name = cell.strip().partition("\n")
    period, name = period.strip(), " ".join(name.split())
    start, due = _window(period)
    return Stage(f"{period} {name}".strip(), period, name, start.in_year(year), due.in_year(year))


def split_units(cell: str) -> tuple[str, ...]:
    """Return the units of a cell, parted at 、 outside brackets: ``局宣教处（中心）`` stays whole."""
    units, depth = [""], 0
    for letter in cell:
        depth += (letter in "（(") - (letter in "）)")
        if letter == "、" and depth <= 0:
            units.append("")
        else:
            units[-1] += letter
    return tuple(unit for unit in ("".join(each.split()) for each in units) if unit)


def _window(period: str) -> tuple[MonthDay, MonthDay]:
    if match := _BEFORE.fullmatch(period):
        return _day(match[1], match[2]), _day(match[1], match[2])
    if match := _DAYS.fullmatch(period):
        return _ordered(_day(match[1], match[2]), _day(match[3] or match[1], match[4]))
    if match := _MONTHS.fullmatch(period):
        return _ordered(_day(match[1], "1"), _day(match[2], "31"))
    raise ValueError(f"读不懂时间节点“{period}”")


def _ordered(start: MonthDay, due: MonthDay) -> tuple[MonthDay, MonthDay]:
    if due < start:
        raise ValueError("时间节点的结束早于开始")
    return start, due


def _day(month: str, day: str) -> MonthDay:
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        raise ValueError(f"没有{month}月{day}日")
    return MonthDay(int(month), int(day))
