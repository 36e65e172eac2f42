"""Commands for the package: what is to be put right, folder and disc image, the check of both, and the disc itself."""

from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import click

from lianbing_desktop.cli.lists import as_json
from lianbing_desktop.cli.printing import meter, plain, show, table
from lianbing_desktop.cli.session import Session
from lianbing_desktop.cli.values import Day, Number, Place, Word
from lianbing_desktop.cli.wording import Group
from lianbing_desktop.domain.burning import Burn
from lianbing_desktop.domain.finding import Finding
from lianbing_desktop.domain.media import Media
from lianbing_desktop.domain.package import Verdict
from lianbing_desktop.domain.refusal import RULES
from lianbing_desktop.errors import UserError
from lianbing_desktop.services.burning import Burning
from lianbing_desktop.services.desk import Desk
from lianbing_desktop.services.packages import Built, Packages

_DIFFERENCES = (("missing", "缺少"), ("changed", "内容已变"), ("extra", "多出"), ("structure", "结构"))


@click.group(cls=Group)
def package() -> None:
    """检查、制作、校验、刻录评选材料包和光盘。"""


def _media(command: Any) -> Any:
    words = Word([each.value for each in Media])
    return click.option("--media", type=words, metavar="cd|dvd|bd", help="光盘种类；装不下时自动分成几张。")(command)


def _only(command: Any) -> Any:
    return click.option("--only", type=Number(), multiple=True, metavar="编号", help="只放这些报送件，可以有多个。")(
        command
    )


@package.command()
@_only
@_media
@click.argument("more", type=Number(), nargs=-1, metavar="")
@as_json
@click.pass_obj
def check(session: Session, only: tuple[int, ...], media: str | None, more: tuple[int, ...], as_json: bool) -> int:
    """按退件规则（R01…）检查要移交的材料，一次列出全部问题和改法。"""
    with session.campaign() as desk:
        chosen = _chosen(desk, (*only, *more))
        with meter("检查材料") as progress:
            desk.packages.inspect(chosen, progress)
        findings = desk.packages.findings(chosen, Media(media) if media else None)
    blocking = sum(finding.is_blocking for finding in findings)
    lines = [f"{'×' if each.is_blocking else '·'} {each.rule} {plain(str(each))}" for each in findings]
    words = (
        f"{blocking} 处必须改好或说明理由，{len(findings) - blocking} 处提醒。" if findings else "没有问题，可以制作。"
    )
    show([asdict(finding) for finding in findings], [*lines, words], as_json)
    return 1 if blocking else 0


@package.command()
@as_json
def rules(as_json: bool) -> None:
    """列出全部退件规则：编号、问题、改法。"""
    rows = [(rule.number, rule.sentence, rule.cure, "可以" if rule.may_pass else "不可以") for rule in RULES]
    data = [asdict(rule) for rule in RULES]
    show(data, table(("编号", "问题", "改法", "说明理由后放行"), rows), as_json)


@package.command()
@click.argument("rule", metavar="编号")
@click.argument("key", metavar="对象")
@click.option("--reason", default="", metavar="理由", help="放行的理由，印在移交清单上；不写就是取消放行。")
@click.pass_obj
def override(session: Session, rule: str, key: str, reason: str) -> None:
    """对一处问题写明理由放行。编号和对象见 package check --json 的 rule 和 key。"""
    with session.campaign() as desk:
        every = {each.id for each in desk.packages.candidates()}
        desk.packages.inspect(every)
        found = [each for each in desk.packages.findings(every) if (each.rule, each.key) == (rule, key)]
        if not found:
            raise UserError(f"没有 {plain(rule)} {plain(key)} 这一处问题。请用 lianbing package check --json 查看。")
        if reason:
            desk.packages.override(found[0], reason)
        else:
            desk.packages.withdraw(found[0])
    show({}, [f"{'已放行' if reason else '已取消放行'}：{plain(found[0].place)}（{found[0].rule}）"], False)


@package.command()
@click.option("--to", type=Place(), required=True, metavar="文件夹", help="材料包放在这里（新的或空的文件夹）。")
@click.option("--image", type=Place(), metavar="文件", help="同时制作的光盘映像，例如 材料.iso。")
@_media
@click.option(
    "--date", "made_on", type=Day(), metavar="日期", help="制作日期（默认今天）；同样的材料和日期，映像一字不差。"
)
@click.option("--recovery", is_flag=True, help="在映像旁边做修复数据（要装有 par2）。")
@_only
@click.option("--accept-names", is_flag=True, help="光盘放不下的文件名，采用建议的名字。")
@click.argument("more", type=Number(), nargs=-1, metavar="")
@as_json
@click.pass_obj
def build(
    session: Session,
    to: Path,
    image: Path | None,
    media: str | None,
    made_on: date | None,
    recovery: bool,
    only: tuple[int, ...],
    accept_names: bool,
    more: tuple[int, ...],
    as_json: bool,
) -> int:
    """制作材料包和光盘映像，做好后逐个文件读回校验。"""
    if recovery and not image:
        raise UserError("修复数据做在光盘映像旁边，请同时写 --image。")
    with session.campaign() as desk:
        chosen = _chosen(desk, (*only, *more))
        disc = Media(media) if media else None
        findings = _ready(desk, chosen, disc, accept_names)
        plan = desk.packages.plan(chosen, disc, made_on)
        with meter("制作材料包") as progress:
            built = desk.packages.build(plan, to, image, progress, recovery)
        desk.packages.record(built)
    show(_built_data(built, findings), _built_lines(built, findings), as_json)
    return 0 if built.verdict.is_sound else 1


@package.command()
@click.argument("path", type=Place(), metavar="文件夹|压缩包|光盘映像|光驱")
@as_json
def verify(path: Path, as_json: bool) -> int:
    """把材料包、压缩包、光盘映像或光盘逐个文件读回，与校验清单核对。"""
    with meter("校验") as progress:
        verdict = Packages.verify(path, progress)
    show(verdict_data(verdict), verdict_lines(verdict), as_json)
    return 0 if verdict.is_sound else 1


@package.command()
@click.argument("image", type=Place(), metavar="映像.iso")
@click.option("--drive", default="", metavar="光驱|stdio:文件", help="刻录机，例如 /dev/sr0、D:（默认找唯一的一台）。")
@as_json
@click.pass_obj
def burn(session: Session, image: Path, drive: str, as_json: bool) -> int:
    """把光盘映像刻到空白光盘上，再从光盘逐个文件读回校验，并记下刻录记录。"""
    chosen = drive or _only_drive(image)
    with session.desk() as desk:
        with meter("刻录光盘") as progress:
            burnt = desk.burning.burn(image, chosen, progress, lambda words: click.echo(words, err=True))
        kept = desk.burning.record(burnt)
    lines = [f"已刻录：{chosen}，复查日期 {kept.recheck_on}。", *verdict_lines(burnt.verdict)]
    show({"burn": _burn_data(kept), "verdict": verdict_data(burnt.verdict)}, lines, as_json)
    return 0 if burnt.verdict.is_sound else 1


@package.command()
@as_json
@click.pass_obj
def burns(session: Session, as_json: bool) -> None:
    """列出刻录记录。"""
    with session.desk() as desk:
        found = desk.burning.all()
    rows = [
        (each.id, each.volume, each.burned_on, each.drive, "通过" if each.is_sound else "未通过", each.recheck_on)
        for each in found
    ]
    show(
        [_burn_data(each) for each in found],
        table(("编号", "载体编号", "日期", "光驱", "校验", "复查日期"), rows),
        as_json,
    )


@package.command()
@click.option("--to", type=Place(), required=True, metavar="文件", help="保存为 docx、xlsx 或 pdf。")
@click.option("--burn", "burn_id", type=Number(), metavar="编号", help="刻录记录的编号（默认最近一次）。")
@click.option("--box", is_flag=True, help="光盘盒标签（不写是光盘标签）。")
@click.pass_obj
def label(session: Session, to: Path, burn_id: int | None, box: bool) -> None:
    """导出光盘标签或光盘盒标签。"""
    with session.campaign() as desk:
        every = desk.burning.all()
        if not every:
            raise UserError("还没有刻录记录。请先用 lianbing package burn 刻录光盘。")
        sheets = desk.packages.labels(desk.burning.get(burn_id) if burn_id else every[0])
        desk.documents.write(sheets[box], to, to.suffix.lstrip(".").lower())
    show({}, [plain(f"已导出“{to}”。")], False)


def verdict_data(verdict: Verdict) -> dict[str, Any]:
    """Return a verdict as JSON gives it."""
    return {"is_sound": verdict.is_sound, **asdict(verdict)}


def verdict_lines(verdict: Verdict) -> list[str]:
    """Return a verdict in words, a line for every difference."""
    if verdict.is_sound:
        return [f"校验通过：读回 {verdict.checked} 个文件，全部一致。"]
    lines = [f"{word}：{plain(name)}" for key, word in _DIFFERENCES for name in getattr(verdict, key)]
    return [f"校验未通过：读回 {verdict.checked} 个文件，发现 {len(lines)} 处不一致。", *lines]


def _built_data(built: Built, findings: list[Finding]) -> dict[str, Any]:
    discs = [
        {
            "number": disc.plan.number,
            "volume": disc.plan.volume,
            "files": len(disc.plan.files),
            "folder": str(disc.folder),
            "image": str(disc.image) if disc.image else None,
            "recovery": [str(path) for path in disc.recovery],
            "verdict": verdict_data(disc.verdict),
        }
        for disc in built.discs
    ]
    return {
        "folder": str(built.folder),
        "image": str(built.image) if built.image else None,
        "findings": [asdict(finding) for finding in findings],
        "verdict": verdict_data(built.verdict),
        "discs": discs,
    }


def _built_lines(built: Built, findings: list[Finding]) -> list[str]:
    images = [disc.image for disc in built.discs if disc.image]
    made = [f"已制作：{place}" for place in (built.folder, *images)]
    saved = [f"修复数据：{path}" for disc in built.discs for path in disc.recovery]
    return [*map(plain, map(str, findings)), *made, *saved, *verdict_lines(built.verdict)]


def _chosen(desk: Desk, only: tuple[int, ...]) -> set[int]:
    """Return the submissions asked for, else those the campaign itself puts on the disc. Raises UserError."""
    return {desk.submissions.get(number).id for number in only} or desk.packages.usual()


def _ready(desk: Desk, chosen: set[int], media: Media | None, accept_names: bool) -> list[Finding]:
    """Return what remains to be told. Raises UserError, with the cures, for what must be put right first."""
    if accept_names:
        desk.packages.accept_names(chosen)
    desk.packages.inspect(chosen)
    findings = desk.packages.findings(chosen, media)
    blocking = tuple(f"{each.rule} {each}" for each in findings if each.is_blocking)
    if blocking:
        raise UserError(
            "有问题必须先改好，没有开始制作。名字可以改，或加 --accept-names 采用建议的名字；"
            "其他的改好，或用 lianbing package override 写明理由放行：",
            blocking,
        )
    return findings


def _only_drive(image: Path) -> str:
    """Return the one burner there is. Raises UserError, the image proved all the same, for none or several."""
    found = Burning.drives()
    if len(found) == 1:
        return found[0].device
    if found:
        raise UserError(
            "有几台刻录机，请用 --drive 写明用哪一台：", tuple(f"{each.device}  {each.name}" for each in found)
        )
    verdict = Packages.verify(image)
    raise UserError(
        "没有找到刻录机，没有刻录。可以把映像拷到有刻录机的电脑上刻，刻好后用 lianbing package verify 校验光盘。",
        (f"光盘映像：{image}", *verdict_lines(verdict)),
    )


def _burn_data(burn: Burn) -> dict[str, Any]:
    data = asdict(burn)
    return {**data, "burned_on": burn.burned_on.isoformat(), "recheck_on": burn.recheck_on.isoformat()}
