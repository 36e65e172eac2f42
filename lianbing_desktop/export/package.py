"""The package (材料包): copied beside, proved by reading back, and put into place only when it is whole."""

import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path, PurePosixPath

from lianbing_desktop.domain.discname import check_paths
from lianbing_desktop.domain.package import PackageFile, PackagePlan, Progress
from lianbing_desktop.errors import UserError
from lianbing_desktop.export.bag.tags import own_names, tag_files
from lianbing_desktop.export.settling import settle
from lianbing_desktop.export.streams import Meter, copy, digest, has_sm3
from lianbing_desktop.export.trouble import as_sentence
from lianbing_desktop.writing import sync_folder

Handover = Callable[[PackagePlan, Path], None]
"""Writes the 移交清单 of a plan to a path."""


def build_folder(plan: PackagePlan, to: Path, *, handover: Handover, progress: Progress | None = None) -> Path:
    """Build the package of one disc as the folder ``to`` and return its absolute path; see ``build_folders``."""
    return build_folders([plan], to, handover=handover, progress=progress)[0]


def build_folders(
    plans: Sequence[PackagePlan], to: Path, *, handover: Handover, progress: Progress | None = None
) -> list[Path]:
    """Build the package below ``to`` and return a folder for each plan: ``to`` itself, or one for each of many discs.

    Everything is made in ``.<name>.未完成`` beside it and renamed at the end: a build that is cancelled (``progress``
    raises), fails or is killed leaves nothing under the name asked for. ``progress`` counts every byte twice: copied,
    and read back. Raises UserError: names the disc would not keep, ``to`` not empty, a source that is not what the
    plan says, disk full and the like.
    """
    to = Path(os.path.abspath(to))
    for plan in plans:
        refuse_unfit(plan)
    names = [volume_folder(plan) for plan in plans]
    with as_sentence("制作材料包", to), ExitStack() as undo:
        _refuse_occupied(to)
        beside = _fresh(to)
        undo.callback(shutil.rmtree, beside, ignore_errors=True)
        meter = Meter(progress, 2 * sum(plan.size for plan in plans))
        for plan, name in zip(plans, names, strict=True):
            _fill(beside / name, plan, handover, meter)
        sync_folder(beside)
        _put_in_place(beside, to)
        undo.pop_all()
    return [to / name for name in names]


def volume_folder(plan: PackagePlan) -> str:
    """Return the folder of one disc below the package's own: empty where there is only one."""
    return f"第{plan.number:02d}盘" if plan.count > 1 else ""


def refuse_unfit(plan: PackagePlan) -> None:
    """Raise UserError for a plan without files, or with names that a disc would not keep."""
    if not plan.files:
        raise UserError("材料包里还没有文件。请先选择要移交的报送件。")
    if findings := check_paths([*own_names(plan.count), *(file.path for file in plan.files)]):
        raise UserError("有文件名不能原样写到光盘上，请先改名。", tuple(map(str, findings)))


def _refuse_occupied(to: Path) -> None:
    if to.is_symlink() or (to.exists() and not to.is_dir()):
        raise UserError(f"{to} 已经存在，而且不是文件夹。请换一个位置。")
    if not to.name or (to.is_dir() and any(to.iterdir())):
        raise UserError(f"文件夹 {to} 里已有东西，不会覆盖。请换一个空文件夹或新名字。")


def _fresh(to: Path) -> Path:
    """Return the empty working folder; what a killed build left there goes."""
    beside = to.with_name(f".{to.name}.未完成")
    if beside.is_dir() and not beside.is_symlink():
        shutil.rmtree(beside)
    to.parent.mkdir(parents=True, exist_ok=True)
    beside.mkdir()
    return beside


def _fill(root: Path, plan: PackagePlan, handover: Handover, meter: Meter) -> None:
    root.mkdir(exist_ok=True)
    with_sm3 = has_sm3()
    sm3 = {file.path: _bring(file, root, meter, with_sm3) for file in plan.files}
    for name, data in tag_files(plan, _handover(plan, handover), sm3 if with_sm3 else {}).items():
        _write(root / name, data)
        meter.tick()
    for folder in _folders(plan):
        sync_folder(root / folder)
        meter.tick()


def _folders(plan: PackagePlan) -> list[PurePosixPath]:
    """Return the folders of a package, the deepest first; the last is its own."""
    holding = {file.path.rpartition("/")[0] for file in plan.files}
    found = {folder for path in holding for folder in (PurePosixPath(path), *PurePosixPath(path).parents)}
    return sorted(found, key=lambda folder: len(folder.parts), reverse=True)


def _bring(file: PackageFile, root: Path, meter: Meter, with_sm3: bool) -> str:
    """Copy one file in and return its SM3, if asked for; its SHA-256 is the plan's, the source's and the copy's."""
    to = root / file.path
    to.parent.mkdir(parents=True, exist_ok=True)
    with as_sentence(f"复制“{file.title}”", to):
        copied = copy(file.source, to, meter, with_sm3=with_sm3)
    if (copied.sha256, copied.size) != (file.sha256, file.size):
        raise changed_source(file.title, file.source)
    if digest(to, meter) != copied.sha256:
        raise UserError(f"“{file.title}”写到磁盘后读回来不一样：{to}。磁盘可能有问题，请换一个位置。")
    return copied.sm3


def changed_source(title: str, source: Path) -> UserError:
    """Return what is said of a source that is not, or no longer, what was received."""
    return UserError(f"“{title}”的原文件与登记时不一样了：{source}。请核对并重新收取后再制作材料包。")


def _handover(plan: PackagePlan, handover: Handover) -> bytes:
    with tempfile.TemporaryDirectory(prefix="lianbing-") as folder:
        path = Path(folder) / "list.docx"
        handover(plan, path)
        return path.read_bytes()


def _write(to: Path, data: bytes) -> None:
    with to.open("xb") as file:
        file.write(data)
        settle(file)
    if to.read_bytes() != data:
        raise UserError(f"写到磁盘后读回来不一样：{to}。磁盘可能有问题，请换一个位置。")


def _put_in_place(beside: Path, to: Path) -> None:
    if to.exists():
        to.rmdir()  # refuses, as it should, where something has come in meanwhile
    beside.rename(to)
    sync_folder(to.parent)
