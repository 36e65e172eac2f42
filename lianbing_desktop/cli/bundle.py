"""Commands from desk to desk: a county's submissions as one file, and reading it with care."""

from dataclasses import asdict
from pathlib import Path

import click

from lianbing_desktop.cli.lists import as_json
from lianbing_desktop.cli.printing import meter, plain, show
from lianbing_desktop.cli.session import Session
from lianbing_desktop.cli.values import Number, Place
from lianbing_desktop.cli.wording import Group
from lianbing_desktop.domain.bundle import ReceivedBundle


@click.group(cls=Group)
def bundle() -> None:
    """上报包：一个单位的报送件打成一个文件，交给上级的练兵台收入。"""


@bundle.command()
@click.argument("path", type=Place(), metavar="文件.zip")
@click.option("--unit", default="", metavar="单位", help="谁的报送件（全称或简称）；只有一个单位有文件时不用写。")
@click.option("--only", type=Number(), multiple=True, metavar="编号", help="只打包这些报送件。")
@as_json
@click.pass_obj
def make(session: Session, path: Path, unit: str, only: tuple[int, ...], as_json: bool) -> None:
    """把一个单位已收到文件的报送件打成上报包。"""
    with session.campaign() as desk:
        whose = desk.campaigns.unit_named(unit) if unit else desk.bundles.usual_unit()
        prepared = desk.bundles.prepared(whose, only)
        with meter("打包") as progress:
            prepared(path, progress)
    pieces, files = len(prepared.bundle.pieces), len(prepared.bundle.files)
    data = {"path": str(path), "unit": prepared.bundle.unit_name, "pieces": pieces, "files": files}
    show(data, [f"已打包：{plain(str(path))}（{pieces} 件，{files} 个文件，读回核对一致）"], as_json)


@bundle.command()
@click.argument("path", type=Place(), metavar="文件.zip")
@click.option("--commit", is_flag=True, help="核对无误的收入；不写这一项时只核对，不改动数据。")
@as_json
@click.pass_obj
def read(session: Session, path: Path, commit: bool, as_json: bool) -> int:
    """读取上报包：逐个文件核对校验值，对应到本机的报送件。"""
    from lianbing_desktop.services.bundles import Unpacking

    with session.campaign() as desk:
        with meter("核对") as progress:
            found = desk.bundles.read(path, progress)
        received = desk.bundles.checked(path, found)
        if commit and received.good:
            desk.bundles.take_in(received, Unpacking(received, desk.submissions)())
    is_committed = commit and bool(received.good)
    data = {
        "is_committed": is_committed,
        "unit": found.unit_name,
        "faults": list(received.faults),
        "warnings": list(received.warnings),
        "pieces": [
            {
                "title": line.title,
                "submission": line.submission_id or None,
                "files": [asdict(file) for file in line.piece.files],
                "faults": list(line.faults),
                "warnings": list(line.warnings),
            }
            for line in received.lines
        ],
    }
    show(data, _lines(received, commit), as_json)
    return 0 if received.lines and len(received.good) == len(received.lines) else 1


def _lines(received: ReceivedBundle, commit: bool) -> list[str]:
    lines = [plain(words) for words in (*received.faults, *received.warnings)]
    for each in received.lines:
        state = "没有收入" if each.faults else ("已收入" if commit else "可以收入")
        lines.append(plain(f"{each.title}：{len(each.piece.files)} 个文件，{state}"))
        lines += [plain(f"  问题：{words}") for words in each.faults]
        lines += [plain(f"  注意：{words}") for words in each.warnings]
    if not commit:
        lines.append("以上只是核对，没有改动数据；确认后加 --commit 收入。")
    return lines
