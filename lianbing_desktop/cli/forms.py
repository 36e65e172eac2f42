"""Commands for the forms that go down to the units and come back."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from lianbing_desktop.cli.lists import as_json
from lianbing_desktop.cli.printing import meter, plain, show, table
from lianbing_desktop.cli.session import Session
from lianbing_desktop.cli.values import Place
from lianbing_desktop.cli.wording import Group
from lianbing_desktop.domain.returned import Collected
from lianbing_desktop.services.desk import Desk


@click.group(cls=Group)
def forms() -> None:
    """下发表格给各单位，收回后核对、汇总。"""


@forms.command("list")
@as_json
@click.pass_obj
def list_forms(session: Session, as_json: bool) -> None:
    """列出可以下发表格的报送要求。"""
    with session.campaign() as desk:
        found: list[dict[str, Any]] = [
            {
                "requirement": requirement.key,
                "title": requirement.title,
                "form": kind.title,
                "units": len(desk.forms.units_for(requirement)),
                "periods": desk.forms.periods(requirement),
            }
            for requirement, kind in desk.forms.offers()
        ]
    rows = [[o["requirement"], o["form"], o["units"], "、".join(o["periods"]) or "不分时期", o["title"]] for o in found]
    show(found, table(("名称", "表", "单位数", "时期", "报送要求"), rows), as_json)


@forms.command()
@click.argument("requirement", metavar="报送要求")
@click.option("--to", type=Place(), required=True, metavar="文件夹", help="表格放在这里。")
@click.option(
    "--period",
    default="",
    metavar="时期",
    help="分期报送的写时期：月 2017-06，周 2017-W12，季度 2017-Q3，某日 2017-06-09；不写时是眼下这一期。",
)
@as_json
@click.pass_obj
def issue(session: Session, requirement: str, to: Path, period: str, as_json: bool) -> None:
    """给每个单位做一份带表号的空表。"""
    with session.campaign() as desk:
        asked = desk.forms.requirement(requirement)
        prepared = desk.forms.prepare(asked, period or desk.forms.usual_period(asked))
        with meter("制作表格") as progress:
            paths = desk.forms.write(prepared, to, progress)
        desk.forms.record(prepared)
    data = [
        {"unit": form.unit, "path": str(path), "id": form.id.text()} for form, path in zip(prepared, paths, strict=True)
    ]
    show(data, [f"已制作：{plain(str(path))}" for path in paths], as_json)


@forms.command()
@click.argument("paths", type=Place(), nargs=-1, required=True, metavar="文件或文件夹…")
@click.option("--commit", is_flag=True, help="核对无误的收入；不写这一项时只核对，不改动数据。")
@as_json
@click.pass_obj
def collect(session: Session, paths: tuple[Path, ...], commit: bool, as_json: bool) -> int:
    """收回各单位填好的表：逐格核对，说明每一处问题。"""
    with session.campaign() as desk:
        with meter("读取表格") as progress:
            read = desk.collecting.prepared(paths)(progress)
        found = desk.collecting.checked(read)
        good = [each for each in found if each.is_good]
        if commit and good:
            kept = desk.submissions.keeping([each.path for each in good])()
            desk.collecting.take_in(good, kept)
        data = {
            "is_committed": bool(commit and good),
            "files": [collected_data(each) for each in found],
            "missing": _missing(desk, found),
        }
    show(data, _lines(found, data, commit), as_json)
    return 0 if len(good) == len(found) else 1


def collected_data(each: Collected) -> dict[str, Any]:
    """Return one file of a collection as JSON gives it."""
    returned = each.returned
    return {
        "path": str(each.path),
        "is_good": each.is_good,
        "form": returned.kind.key if returned and returned.kind else None,
        "id": returned.id.text() if returned and returned.id else None,
        "match": asdict(each.match) if each.match else None,
        "rows": [dict(row) for row in returned.rows] if returned else [],
        "faults": list(each.faults),
        "warnings": list(each.warnings),
    }


def _missing(desk: Desk, found: Sequence[Collected]) -> list[dict[str, Any]]:
    """Return who has not sent a form yet, for each requirement and period among the files."""
    places = {(each.match.requirement_id, each.match.period) for each in found if each.match}
    requirements = {each.id: each for each in desk.submissions.requirements()}
    return [
        {
            "requirement": requirements[key].title,
            "period": period,
            "units": [unit.name for unit in desk.forms.not_returned(requirements[key], period)],
        }
        for key, period in sorted(places)
    ]


def _lines(found: Sequence[Collected], data: dict[str, Any], commit: bool) -> list[str]:
    lines = []
    for each in found:
        what = f"{each.match.unit} {each.match.requirement} {each.match.period}".strip() if each.match else "未能对应"
        state = ("已收入" if commit else "可以收入") if each.is_good else "没有收入"
        lines.append(plain(f"{each.path.name}：{what}，{state}"))
        lines += [plain(f"  问题：{words}") for words in each.faults]
        lines += [plain(f"  注意：{words}") for words in each.warnings]
    for gap in data["missing"]:
        if gap["units"]:
            lines.append(f"未报送单位（{gap['requirement']} {gap['period']}）：{'、'.join(gap['units'])}")
    if not commit:
        lines.append("以上只是核对，没有改动数据；确认后加 --commit 收入。")
    return lines
