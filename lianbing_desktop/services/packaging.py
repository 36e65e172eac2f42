"""Packaging: what was chosen as files with names, the 移交清单, and the build itself, which touches no store."""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from lianbing_desktop.domain.discname import safe_name
from lianbing_desktop.domain.finding import Finding
from lianbing_desktop.domain.media import Media, volumes
from lianbing_desktop.domain.package import PackageFile, PackagePlan, Progress, Verdict
from lianbing_desktop.domain.sheet import Align, Column, Sheet
from lianbing_desktop.domain.submission import StoredFile, Submission
from lianbing_desktop.errors import UserError
from lianbing_desktop.services.submissions import Submissions

_HANDOVER = (
    Column("序号", 6, Align.RIGHT),
    Column("材料名称", 20),
    Column("报送单位", 13),
    Column("文件名", 36),
    Column("大小（字节）", 10, Align.RIGHT),
    Column("校验值（SHA-256）", 34),
    Column("备注", 6),
)
VOLUME_LENGTH = 16


@dataclass(frozen=True)
class PackageItem:
    """One received file that can go onto the disc; ``name`` is what it is to be called there."""

    submission: Submission
    file: StoredFile
    folder: str
    name: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Disc:
    """One disc of a build: its plan, its folder, its image where one was asked for, and what reading back found."""

    plan: PackagePlan
    folder: Path
    image: Path | None
    verdict: Verdict
    recovery: tuple[Path, ...] = ()


@dataclass(frozen=True)
class Built:
    """What a build made: the folder, the (first) image where asked for, the verdict of reading back, disc by disc."""

    folder: Path
    image: Path | None
    verdict: Verdict
    discs: tuple[Disc, ...] = ()


def package_file(item: PackageItem, submissions: Submissions) -> PackageFile:
    """Return an item as the build takes it."""
    file, each = item.file, item.submission
    place = submissions.place(file)
    return PackageFile(place, item.folder, item.name, file.sha256, file.size, each.title, each.unit)


def discs_of(plan: PackagePlan) -> list[PackagePlan]:
    """Return a plan for each disc that a package needs; the plan itself where one is enough."""
    parts = volumes(plan.files, Media(plan.media) if plan.media else None)
    if len(parts) == 1:
        return [plan]
    index = tuple((number, file.path) for number, part in enumerate(parts, 1) for file in part)
    return [
        replace(plan, files=part, number=number, count=len(parts), index=index, volume=_numbered(plan.volume, number))
        for number, part in enumerate(parts, 1)
    ]


def build(
    plan: PackagePlan, to: Path, image: Path | None, progress: Progress | None = None, recovery: bool = False
) -> Built:
    """Build folder and image of every disc, then read every file back. Touches no store: fit for a job.

    A build that is cancelled (``progress`` raises) or fails leaves nothing behind.
    Raises UserError: the place is not empty, a source has changed, the disk is full.
    """
    from lianbing_desktop.export import package

    plans = discs_of(plan)
    if image and Path(image).absolute().is_relative_to(Path(to).absolute()):
        raise UserError("光盘映像不能放在材料包文件夹里面。请换一个位置。")
    made: list[Path] = []
    folders = package.build_folders(plans, to, handover=write_handover, progress=progress)
    try:
        discs = [
            _disc(each, folder, image and _image_of(image, each), made, progress, recovery)
            for each, folder in zip(plans, folders, strict=True)
        ]
    except BaseException:
        shutil.rmtree(folders[0] if len(folders) == 1 else folders[0].parent, ignore_errors=True)
        for path in made:
            path.unlink(missing_ok=True)
        raise
    folder = folders[0] if len(folders) == 1 else folders[0].parent
    return Built(folder, discs[0].image, joined((disc.plan, disc.verdict) for disc in discs), tuple(discs))


def _disc(
    plan: PackagePlan, folder: Path, image: Path | None, made: list[Path], progress: Progress | None, recovery: bool
) -> Disc:
    from lianbing_desktop.export import disc, verify
    from lianbing_desktop.export import recovery as rescue
    from lianbing_desktop.export.package import changed_source

    if image is None:
        return Disc(plan, folder, None, verify.verify(folder, progress))
    sources = disc.plan_sources(plan, folder)
    image = disc.build_image(sources, image, volume=plan.volume, made_on=plan.made_on, progress=progress)
    made.append(image)
    if plan.media and image.stat().st_size > Media(plan.media).capacity:
        raise UserError(f"做好的光盘映像比一张{Media(plan.media).words}还大。请选容量更大的光盘。")
    verdict = verify.verify(image, progress)
    for file in plan.files:
        if file.path in verdict.changed:
            raise changed_source(file.title, file.source)
    saved = rescue.make(image, progress) if recovery else ()
    made.extend(saved)
    return Disc(plan, folder, image, verdict, saved)


def joined(verdicts: Iterable[tuple[PackagePlan, Verdict]]) -> Verdict:
    """Return several discs' verdicts as one, the disc before every name."""
    whole = Verdict(0)
    for plan, each in verdicts:
        before = f"{plan.disc_words}：" if plan.count > 1 else ""
        parts = {
            key: (*getattr(whole, key), *(before + name for name in getattr(each, key)))
            for key in ("missing", "changed", "extra", "structure")
        }
        whole = Verdict(whole.checked + each.checked, **parts)
    return whole


def write_handover(plan: PackagePlan, path: Path) -> None:
    """Write the 移交清单 as Word, with the package's day for its time: the same plan gives the same bytes."""
    from lianbing_desktop.export import stamping, word

    word.write(handover_sheet(plan), path)
    stamping.stamp(path, plan.made_on)


def handover_sheet(plan: PackagePlan) -> Sheet:
    """Return the 移交清单: every file with its size in bytes and its SHA-256, what was let pass, the lines to sign."""
    rows = tuple(
        (number, file.title, file.unit, file.path, file.size, file.sha256, "")
        for number, file in enumerate(plan.files, 1)
    )
    remarks = (
        ("说明：", *(f"{number}. {words}" for number, words in enumerate(plan.remarks, 1))) if plan.remarks else ()
    )
    below = (
        f"共 {len(plan.files)} 个文件，{plan.size} 字节。",
        *remarks,
        "移交人（签名）：____________　　日期：______年____月____日",
        "接收人（签名）：____________　　日期：______年____月____日",
    )
    subtitle = "　".join(
        filter(None, (f"制作日期 {plan.made_on.isoformat()}", f"载体编号 {plan.volume}", plan.disc_words))
    )
    return Sheet(
        "移交清单", f"{plan.title}移交清单", _HANDOVER, rows, subtitle=subtitle, below=below, is_landscape=True
    )  # fmt: skip


def items_of(folder: str, group: list[Submission], names: dict[str, str]) -> list[PackageItem]:
    """Return the files of one requirement's submissions with the names they are to have in their folder."""
    from lianbing_desktop.domain.discname import check_name

    items: list[PackageItem] = []
    number = 0
    for submission in group:
        for file in submission.files:
            number += 1
            name = names.get(str(file.id), f"{number:02d}_{submission.unit}_{file.name}")
            siblings = [item.name for item in items]
            items.append(PackageItem(submission, file, folder, name, tuple(check_name(name, siblings))))
    return items


def folder_of(number: int, title: str) -> str:
    """Return what a requirement's folder is called on the disc."""
    return safe_name(f"{number:02d}_{title}")


def _numbered(volume: str, number: int) -> str:
    tail = f"_{number}"
    return volume[: VOLUME_LENGTH - len(tail)] + tail


def _image_of(image: Path, plan: PackagePlan) -> Path:
    return image if plan.count == 1 else image.with_name(f"{image.stem}-{plan.number}{image.suffix}")
