"""Urging (催报): what is missing, said to each unit in words ready to be pasted, and as a sheet to print."""

from collections.abc import Iterable, Sequence
from datetime import date

from lianbing_desktop.domain.monthday import written
from lianbing_desktop.domain.sheet import Align, Column, Sheet
from lianbing_desktop.services.submissions import Missing

NOBODY = "尚未登记"

_COLUMNS = (
    Column("单位", 20),
    Column("缺什么", 42),
    Column("截止日期", 14, Align.RIGHT),
    Column("逾期", 10, Align.RIGHT),
    Column("备注", 14),
)


def by_unit(missing: Iterable[Missing], units: Sequence[str]) -> list[Missing]:
    """Return the lines unit by unit in official order, each unit's by due day; what nobody entered comes last."""
    place = {name: number for number, name in enumerate(units)}
    return sorted(missing, key=lambda each: (place.get(each.unit, len(place)), each.due_on))


def urging_text(missing: Sequence[Missing], on: date) -> str:
    """Return one line a unit: ``张家港市环保局：缺 联络员名单（截止6月5日）``. Empty where nothing is missing."""
    grouped: dict[str, list[str]] = {}
    for each in missing:
        what = f"{each.title.replace(' · ', ' ')}（截止{each.due_on.month}月{each.due_on.day}日）"
        grouped.setdefault(each.unit or NOBODY, []).append(what)
    if not grouped:
        return ""
    lines = [f"{unit}：缺 {'、'.join(what)}" for unit, what in grouped.items()]
    return "\n".join([f"截至{written(on)}，以下材料尚未收到，请尽快报送：", *lines])


def missing_sheet(missing: Sequence[Missing], on: date, title: str) -> Sheet:
    """Return the list as it is printed."""
    rows = tuple(
        (each.unit or NOBODY, each.title, each.due_on, _late(each.due_on, on), "")
        for each in missing
    )  # fmt: skip
    subtitle = f"截至 {on.isoformat()}，共 {len(rows)} 项"
    return Sheet("还缺什么", f"{title}缺报清单", _COLUMNS, rows, subtitle=subtitle, merged=(0,))


def _late(due_on: date, on: date) -> str:
    days = (on - due_on).days
    return f"{days} 天" if days > 0 else ""
