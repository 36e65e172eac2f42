"""Commands about units and who answers for them."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from lianbing_desktop.cli.lists import as_json
from lianbing_desktop.cli.printing import plain, show, table
from lianbing_desktop.cli.session import Session
from lianbing_desktop.cli.values import Day, Place
from lianbing_desktop.cli.wording import Command, Group
from lianbing_desktop.domain.liaison import FIELDS, Liaison
from lianbing_desktop.domain.liaison_list import Act, LiaisonList, Proposal
from lianbing_desktop.services.units import UnitLine

_PRINTED = ("office_phone", "mobile", "email")


@click.command(cls=Command)
@as_json
@click.pass_obj
def units(session: Session, as_json: bool) -> None:
    """列出各单位：现用名称、联络员、未报和已报。"""
    with session.campaign() as desk:
        lines = desk.units.all()
    headings = ("编号", "类别", "单位", "未报", "逾期", "已收", "已上报", "份额落后", "联络员")
    show([_unit_data(line) for line in lines], table(headings, [_unit_row(line) for line in lines]), as_json)


@click.group(cls=Group, invoke_without_command=True)
@click.option("--on", "day", type=Day(), metavar="日期", help="列出这一天的联络员（默认今天）。")
@as_json
@click.pass_context
def liaisons(context: click.Context, day: date | None, as_json: bool) -> None:
    """列出联络员，或从各单位交回的名单导入。"""
    if context.invoked_subcommand:
        return
    session: Session = context.obj
    with session.campaign() as desk:
        found = desk.units.liaisons(day)
    headings = ("编号", "单位", "角色", "姓名", "职务", "办公电话", "手机", "邮箱")
    lines = table(headings, [_liaison_row(each) for each in found]) if found else ["还没有登记联络员。"]
    show([_liaison_data(each) for each in found], lines, as_json)


@liaisons.command("import")
@click.argument("path", type=Place(), metavar="文件")
@click.option("--on", "day", type=Day(), metavar="日期", help="名单从这一天起有效（默认今天）。")
@click.option("--commit", is_flag=True, help="写入；不加时只列出会怎样处理。")
@as_json
@click.pass_obj
def take(session: Session, path: Path, day: date | None, commit: bool, as_json: bool) -> int:
    """核对交回的联络员名单（Word、Excel），加 --commit 才写入。有没导入的行时退出码为 1。"""
    from lianbing_desktop.services.liaison_lists import proposals, read_list, take_in

    received = read_list(path)
    with session.campaign() as desk:
        on = day or desk.clock.today()
        found = proposals(desk.units, received, on)
        if commit:
            take_in(desk.units, found, on)
    data = {"file": received.name, "told": received.told, "is_committed": commit, "entries": list(map(_data, found))}
    show(data, _lines(received, found, commit), as_json)
    return 1 if any(each.act is Act.SKIP for each in found) else 0


def _lines(received: LiaisonList, found: list[Proposal], is_committed: bool) -> list[str]:
    written = sum(each.is_written for each in found)
    rows = [[each.act, each.entry.place, each.liaison.name or "—", " ".join(each.told)] for each in found]
    told = f"已写入 {written} 人。" if is_committed else f"没有写入。加 --commit 后将写入 {written} 人。"
    return [*map(plain, received.told), *table(("处理", "位置", "姓名", "说明"), rows), told]


def _data(each: Proposal) -> dict[str, Any]:
    return {"place": each.entry.place, "act": each.act.value, "told": each.told, **_liaison_data(each.liaison)}


def _unit_data(line: UnitLine) -> dict[str, Any]:
    return {
        "id": line.unit.id,
        "kind": line.unit.kind.value,
        "name": line.name,
        "open": line.open,
        "overdue": line.overdue,
        "received": line.received,
        "sent": line.sent,
        "quotas_behind": line.behind,
        "liaisons": [each.id for each in line.liaisons],
        "lacks_liaison": line.lacks_liaison,
    }


def _unit_row(line: UnitLine) -> list[object]:
    people = "、".join(each.name for each in line.liaisons) or ("缺" if line.lacks_liaison else "—")
    counts = (line.open, line.overdue, line.received, line.sent, line.behind)
    return [line.unit.id, line.unit.kind, line.name, *counts, people]


def _liaison_data(each: Liaison) -> dict[str, Any]:
    return {
        "id": each.id,
        "unit": each.unit,
        "unit_id": each.unit_id,
        "role": each.role.value,
        **{name: getattr(each, name) for name in FIELDS},
        "valid_from": each.valid_from.isoformat(),
        "valid_to": each.valid_to.isoformat() if each.valid_to else None,
    }


def _liaison_row(each: Liaison) -> list[object]:
    return [each.id, each.unit, each.role, each.name, each.post, *(getattr(each, name) for name in _PRINTED)]
