"""Commands for what goes out as documents, and the check of everything kept."""

from dataclasses import asdict
from pathlib import Path

import click

from lianbing_desktop.cli.lists import as_json
from lianbing_desktop.cli.printing import plain, show
from lianbing_desktop.cli.session import Session
from lianbing_desktop.cli.values import Place, Word
from lianbing_desktop.cli.wording import Command
from lianbing_desktop.services.documents import FORMATS


@click.command(cls=Command)
@click.argument("name", type=Word(("plan", "checklist")), metavar="plan|checklist")
@click.option("--format", "kind", type=Word(FORMATS), metavar="|".join(FORMATS), help="格式（默认看文件的扩展名）。")
@click.option("--to", type=Place(), required=True, metavar="文件", help="保存为。")
@click.option("--unit", default="", metavar="单位", help="只导出这一单位的报送清单。")
@as_json
@click.pass_obj
def export(session: Session, name: str, kind: str | None, to: Path, unit: str, as_json: bool) -> None:
    """导出任务分解表（plan）或报送清单（checklist）。"""
    with session.campaign() as desk:
        path = desk.documents.export(name, to, kind or "", unit)
    size = path.stat().st_size
    show({"file": str(path), "size": size}, [plain(f"已导出“{path}”，{size:,} 字节。")], as_json)


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
