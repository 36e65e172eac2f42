"""Commands for what goes out as documents, and the check of everything kept."""

from dataclasses import asdict
from pathlib import Path

import click

from lianbing_desktop.cli.lists import as_json
from lianbing_desktop.cli.printing import plain, show
from lianbing_desktop.cli.session import Session
from lianbing_desktop.cli.values import Place, Word
from lianbing_desktop.cli.wording import Command
from lianbing_desktop.services.documents import FORMATS, SHEETS, check_suffix
from lianbing_desktop.services.figures import RECKONED


@click.command(cls=Command)
@as_json
@click.pass_obj
def documents(session: Session, as_json: bool) -> None:
    """列出可以导出的全部材料和公文。"""
    with session.campaign() as desk:
        found: list[tuple[str, str, str, tuple[str, ...]]] = [
            (name, words, "", FORMATS) for name, words in SHEETS.items()
        ]
        found += [(each.name, each.words, each.receiver, each.formats) for each in desk.reports.offers()]
    keys = ("name", "title", "receiver", "formats")
    lines = [f"{name:<14}{plain(words)}（{'、'.join(formats)}）" for name, words, _, formats in found]
    show([dict(zip(keys, each, strict=True)) for each in found], lines, as_json)


@click.command(cls=Command)
@click.argument("name", type=Word((*SHEETS, *RECKONED)), metavar="名称")
@click.option("--format", "kind", type=Word(FORMATS), metavar="|".join(FORMATS), help="格式（默认看文件的扩展名）。")
@click.option("--to", type=Place(), required=True, metavar="文件", help="保存为。")
@click.option("--unit", default="", metavar="单位", help="只导出这一单位的（报送清单、先进集体事迹材料）。")
@click.option("--final", is_flag=True, help="定稿：公文还有待填的就不导出。")
@as_json
@click.pass_obj
def export(session: Session, name: str, kind: str | None, to: Path, unit: str, final: bool, as_json: bool) -> None:
    """导出任务分解表（plan）、报送清单（checklist）或一份公文；名称见 lianbing documents。"""
    with session.campaign() as desk:
        if name in SHEETS:
            path, told = desk.documents.export(name, to, kind or "", unit), {}
            lines: list[str] = []
        else:
            check_suffix(to, kind or "")
            made = desk.reports.export(name, to, unit, final)
            path, lines = made.path, made.told()
            told = {"gaps": made.gaps, "missing_fonts": made.missing_fonts}
    size = path.stat().st_size
    data = {"file": str(path), "size": size, **told}
    show(data, [plain(f"已导出“{path}”，{size:,} 字节。"), *map(plain, lines)], as_json)


@click.command(cls=Command)
@as_json
@click.pass_obj
def check(session: Session, as_json: bool) -> int:
    """检查数据文件和全部附件是否完好。"""
    with session.desk() as desk:
        findings = desk.checks.run()
    lines = list(map(plain, map(str, findings))) or ["数据文件和全部附件完好。"]
    show([asdict(finding) for finding in findings], lines, as_json)
    return 1 if findings else 0
