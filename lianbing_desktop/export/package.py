"""The package (材料包): copied beside, proved by reading back, and put into place only when it is whole."""

import os
import shutil
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from lianbing_desktop.domain.discname import check_paths
from lianbing_desktop.domain.package import PackageFile, PackagePlan, Progress
from lianbing_desktop.errors import UserError
from lianbing_desktop.export import contents, manifest
from lianbing_desktop.export.streams import Meter, copy, digest, settle, settle_folder
from lianbing_desktop.export.trouble import as_sentence

HANDOVER = "移交清单.docx"
OURS = (contents.NAME, HANDOVER, manifest.NAME)


def build_folder(
    plan: PackagePlan, to: Path, *, handover: Callable[[Path], None], progress: Progress | None = None
) -> Path:
    """Build the package as the folder ``to`` and return its absolute path.

    Everything is made in ``.<name>.未完成`` beside it and renamed at the end: a build that is cancelled (``progress``
    raises), fails or is killed leaves nothing under the name asked for. ``progress`` counts every byte twice: copied,
    and read back. ``handover`` writes the 移交清单 to the path it is given. Raises UserError: names the disc would not
    keep, ``to`` not empty, a source that is not what the plan says, disk full and the like.
    """
    to = Path(os.path.abspath(to))
    _refuse_unfit(plan)
    with as_sentence("制作材料包", to), ExitStack() as undo:
        _refuse_occupied(to)
        beside = _fresh(to)
        undo.callback(shutil.rmtree, beside, ignore_errors=True)
        _fill(beside, plan, handover, Meter(progress, 2 * plan.size))
        _put_in_place(beside, to)
        undo.pop_all()
    return to


def _refuse_unfit(plan: PackagePlan) -> None:
    if not plan.files:
        raise UserError("材料包里还没有文件。请先选择要移交的报送件。")
    if findings := check_paths([*OURS, *(file.path for file in plan.files)]):
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


def _fill(root: Path, plan: PackagePlan, handover: Callable[[Path], None], meter: Meter) -> None:
    hashes = {file.path: _bring(file, root, meter) for file in plan.files}
    handover(root / HANDOVER)
    with (root / HANDOVER).open("r+b") as written:
        settle(written)
    hashes[HANDOVER] = digest(root / HANDOVER)
    page = contents.contents_page(plan, (HANDOVER, manifest.NAME))
    hashes[contents.NAME] = _write(root / contents.NAME, page.encode())
    _write(root / manifest.NAME, manifest.write_manifest(hashes))
    for folder in (root, *(entry for entry in root.rglob("*") if entry.is_dir())):
        settle_folder(folder)


def _bring(file: PackageFile, root: Path, meter: Meter) -> str:
    """Copy one file in and return its SHA-256, which is the plan's, the source's and the copy's."""
    to = root / file.path
    to.parent.mkdir(parents=True, exist_ok=True)
    with as_sentence(f"复制“{file.title}”", to):
        sha256, size = copy(file.source, to, meter)
    if (sha256, size) != (file.sha256, file.size):
        raise UserError(f"“{file.title}”的原文件与登记时不一样了：{file.source}。请核对并重新收取后再制作材料包。")
    if digest(to, meter) != sha256:
        raise UserError(f"“{file.title}”写到磁盘后读回来不一样：{to}。磁盘可能有问题，请换一个位置。")
    return sha256


def _write(to: Path, data: bytes) -> str:
    with to.open("xb") as file:
        file.write(data)
        settle(file)
    if to.read_bytes() != data:
        raise UserError(f"写到磁盘后读回来不一样：{to}。磁盘可能有问题，请换一个位置。")
    return digest(to)


def _put_in_place(beside: Path, to: Path) -> None:
    if to.exists():
        to.rmdir()  # refuses, as it should, where something has come in meanwhile
    beside.rename(to)
    settle_folder(to.parent)
