"""Commands for what goes out: documents, the package with its disc image, and the check of everything kept."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from lianbing_desktop.cli.lists import as_json
from lianbing_desktop.cli.printing import meter, plain, show
from lianbing_desktop.cli.session import Session
from lianbing_desktop.cli.values import Number, Place, Word
from lianbing_desktop.cli.wording import Command, Group
from lianbing_desktop.domain.finding import Finding
from lianbing_desktop.domain.package import Verdict
from lianbing_desktop.errors import UserError
from lianbing_desktop.services.desk import Desk
from lianbing_desktop.services.documents import FORMATS
from lianbing_desktop.services.packages import Packages

_DIFFERENCES = (("missing", "缺少"), ("changed", "内容已变"), ("extra", "多出"), ("structure", "光盘结构"))


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


@click.group(cls=Group)
def package() -> None:
    """制作和校验评选材料包、光盘映像。"""


@package.command()
@click.option("--to", type=Place(), required=True, metavar="文件夹", help="材料包放在这里（新的或空的文件夹）。")
@click.option("--image", type=Place(), metavar="文件", help="同时制作的光盘映像，例如 材料.iso。")
@click.option("--only", type=Number(), multiple=True, metavar="编号", help="只放这些报送件，可以有多个。")
@click.option("--accept-names", is_flag=True, help="光盘放不下的文件名，采用建议的名字。")
@click.argument("more", type=Number(), nargs=-1, metavar="")
@as_json
@click.pass_obj
def build(
    session: Session,
    to: Path,
    image: Path | None,
    only: tuple[int, ...],
    accept_names: bool,
    more: tuple[int, ...],
    as_json: bool,
) -> int:
    """制作材料包和光盘映像，做好后逐个文件读回校验。"""
    with session.campaign() as desk:
        chosen = _chosen(desk, (*only, *more))
        findings = _ready(desk, chosen, accept_names)
        with meter("制作材料包") as progress:
            built = desk.packages.build(desk.packages.plan(chosen), to, image, progress)
        desk.packages.record(built)
    data = {
        "folder": str(built.folder),
        "image": str(built.image) if built.image else None,
        "findings": [asdict(finding) for finding in findings],
        "verdict": verdict_data(built.verdict),
    }
    made = [f"已制作：{place}" for place in (built.folder, built.image) if place]
    show(data, [*map(plain, map(str, findings)), *made, *verdict_lines(built.verdict)], as_json)
    return 0 if built.verdict.is_sound else 1


@package.command()
@click.argument("path", type=Place(), metavar="文件夹|光盘映像")
@as_json
def verify(path: Path, as_json: bool) -> int:
    """把材料包或光盘映像逐个文件读回，与校验清单核对。"""
    with meter("校验") as progress:
        verdict = Packages.verify(path, progress)
    show(verdict_data(verdict), verdict_lines(verdict), as_json)
    return 0 if verdict.is_sound else 1


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


def verdict_data(verdict: Verdict) -> dict[str, Any]:
    """Return a verdict as JSON gives it."""
    return {"is_sound": verdict.is_sound, **asdict(verdict)}


def verdict_lines(verdict: Verdict) -> list[str]:
    """Return a verdict in words, a line for every difference."""
    if verdict.is_sound:
        return [f"校验通过：读回 {verdict.checked} 个文件，全部一致。"]
    lines = [f"{word}：{plain(name)}" for key, word in _DIFFERENCES for name in getattr(verdict, key)]
    return [f"校验未通过：读回 {verdict.checked} 个文件，发现 {len(lines)} 处不一致。", *lines]


def _chosen(desk: Desk, only: tuple[int, ...]) -> set[int]:
    """Return the submissions asked for, else those the campaign itself puts on the disc. Raises UserError."""
    return {desk.submissions.get(number).id for number in only} or desk.packages.usual()


def _ready(desk: Desk, chosen: set[int], accept_names: bool) -> list[Finding]:
    """Return what is still missing. Raises UserError, with proposals, for names that the disc would not keep."""
    if accept_names:
        desk.packages.accept_names(chosen)
    findings = desk.packages.findings(chosen)
    blocking = tuple(str(finding) for finding in findings if finding.is_blocking)
    if blocking:
        raise UserError(
            "有些文件名不能原样写到光盘上，没有开始制作。改名，或加 --accept-names 采用建议的名字：", blocking
        )
    return findings
