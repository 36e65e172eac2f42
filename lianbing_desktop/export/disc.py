"""The disc image (光盘映像): ISO 9660 with Joliet, UDF and Rock Ridge, names alike in all, sealed."""

import hashlib
import os
import re
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any, BinaryIO, cast

from lianbing_desktop.domain.discname import check_paths
from lianbing_desktop.domain.package import PackagePlan, Progress
from lianbing_desktop.errors import UserError
from lianbing_desktop.export import manifest
from lianbing_desktop.export.mastering import Master, standing_clock
from lianbing_desktop.export.passing import PIECE, Reading, Settling, Source
from lianbing_desktop.export.seal import contents_range, put_seal
from lianbing_desktop.export.settling import Settler, settle
from lianbing_desktop.export.streams import Meter, Polled
from lianbing_desktop.export.trees import SECTOR, DamagedTreesError, Tree, read_trees, volume_size
from lianbing_desktop.export.trouble import as_sentence
from lianbing_desktop.writing import sync_folder

_VOLUME = re.compile(r"[A-Z0-9_]{1,16}")
_PLAIN_EXTENSION = re.compile(r"[A-Z0-9]{1,8}")


def plan_sources(plan: PackagePlan, folder: Path) -> list[Source]:
    """Return what goes onto the disc of a plan: its files straight from where they lie, our own from its folder.

    Raises OSError.
    """
    own = [(path.name, path.read_bytes()) for path in sorted(folder.iterdir()) if path.is_file()]
    return [
        *(Source(name, name, data, len(data), hashlib.sha256(data).hexdigest()) for name, data in own),
        *(Source(file.path, file.title, file.source, file.size, file.sha256) for file in plan.files),
    ]


def build_image(
    sources: Sequence[Source], image: Path, *, volume: str, made_on: date, progress: Progress | None = None
) -> Path:
    """Write a package as the disc image ``image`` and return its absolute path.

    The same sources, label and date give the same bytes. Sizes are insisted on; the contents are proved by ``verify``,
    which reads every byte of the image back and belongs to every build. An image of that name is replaced when the new
    one is whole, until then ``.<name>.未完成`` holds it; cancelling (``progress`` raises) leaves nothing. ``volume`` is
    1–16 of A–Z, 0–9 and _. Raises UserError: no package, a source shorter or longer than it was, disk full …
    """
    image = Path(os.path.abspath(image))
    own = next((source.sha256 for source in sources if source.path == manifest.NAME), "")
    _refuse_unfit(sources, own, image, volume)
    beside = image.with_name(f".{image.name}.未完成")
    with as_sentence("制作光盘映像", image), ExitStack() as undo:
        image.parent.mkdir(parents=True, exist_ok=True)
        undo.callback(beside.unlink, missing_ok=True)
        with beside.open("w+b") as file:
            telling = _Telling(progress)
            _master(sources, file, volume, made_on, telling)
            _prove(file, sources, own, telling.tick)
            settle(file)
        beside.replace(image)
        undo.pop_all()
        sync_folder(image.parent)
    return image


def _refuse_unfit(sources: Sequence[Source], own: str, image: Path, volume: str) -> None:
    if findings := check_paths(source.path for source in sources):
        raise UserError("有文件名不能原样写到光盘上，请先改名。", tuple(map(str, findings)))
    if not _VOLUME.fullmatch(volume):
        raise UserError(f"光盘卷标“{volume}”不能用：只能是 1–16 个大写字母、数字或下划线。")
    if not own:
        raise UserError(f"没有 {manifest.NAME}，不是做好的材料包。请先制作材料包。")
    if image.is_dir():
        raise UserError(f"{image} 是文件夹。请给光盘映像换一个名字。")


def _master(sources: Sequence[Source], file: BinaryIO, volume: str, made_on: date, telling: "_Telling") -> None:
    with standing_clock(made_on), Settler(file, telling.tick) as settler:
        disc = Master()
        disc.new(
            interchange_level=3, vol_ident=volume, joliet=3, rock_ridge="1.09", udf="2.60", app_ident_str="LIANBING"
        )
        readings = _fill(disc, sources, telling.tick)
        image = cast(BinaryIO, Settling(file, settler))
        try:
            disc.write_fp(image, blocksize=PIECE, progress_cb=lambda done, total, _: telling.advance(done, total))
            for reading in readings:
                reading.finish()
            settler.finish()
        finally:
            for reading in readings:
                reading.close()
        disc.close()


def _fill(disc: Master, sources: Sequence[Source], tick: Callable[[], None]) -> list[Reading]:
    """Enter every folder and file; return what is read of each.

    The plain ISO names are numbers: they carry nothing, and can be cut by nobody.
    """
    plain = {"": ""}
    numbers = count(1)
    readings: list[Reading] = []
    for folder, (folders, files) in _by_folder(sources).items():
        disc.begin_folder()
        for path in folders:
            disc.begin_name()
            plain[path] = f"{plain[folder]}/D{len(plain):07}"
            disc.add_directory(plain[path], rr_name=_name(path), joliet_path=f"/{path}", udf_path=f"/{path}")
        for source in files:
            disc.begin_name()
            place = f"{plain[folder]}/F{next(numbers):07}.{_plain_extension(source.path)};1"
            names: dict[str, Any] = {
                "rr_name": _name(source.path),
                "joliet_path": f"/{source.path}",
                "udf_path": f"/{source.path}",
            }
            readings.append(Reading(source))
            disc.add_fp(cast(BinaryIO, readings[-1]), source.size, place, file_mode=0o100444, **names)
            tick()  # entering 20,000 files takes seconds: they can be cancelled too
    disc.finish()
    return readings


def _by_folder(sources: Sequence[Source]) -> dict[str, tuple[list[str], list[Source]]]:
    """Return for every folder, nearer the root first, the folders and the files in it, sorted."""
    contents: dict[str, tuple[list[str], list[Source]]] = {"": ([], [])}
    for source in sources:
        folder = source.path.rpartition("/")[0]
        contents.setdefault(folder, ([], []))[1].append(source)
        while folder:
            above = folder.rpartition("/")[0]
            beside = contents.setdefault(above, ([], []))[0]
            if folder not in beside:
                beside.append(folder)
            folder = above
    return {folder: contents[folder] for folder in sorted(contents, key=_depth)}


def _depth(folder: str) -> tuple[int, str]:
    return (folder.count("/") + 1 if folder else 0, folder)


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _plain_extension(path: str) -> str:
    extension = path.rpartition(".")[2].upper()
    return extension if _PLAIN_EXTENSION.fullmatch(extension) else ""


class _Telling:
    """Hears of every record that pycdlib has written, and passes it on twenty times a second, and at the end."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress
        self._meter = Meter(progress, 0)
        self._told = -1

    def advance(self, done: int, total: int) -> None:
        """Hear that ``done`` of ``total`` bytes are written."""
        if self._told < 0:  # only now the total is known
            self._meter, self._told = Meter(self._progress, total), 0
        self._meter.advance(done - self._told)
        self._told = done

    def tick(self) -> None:
        """Tell that the work goes on."""
        self._meter.tick()


def _prove(file: BinaryIO, sources: Sequence[Source], sha256: str, tick: Callable[[], None]) -> None:
    """Read the trees back, insist on every name and size in each, and seal the image."""
    file.flush()
    polled = cast(BinaryIO, Polled(file, tick))
    try:
        trees = read_trees(polled, tick)
    except DamagedTreesError as error:
        raise UserError("光盘映像写好后读不回目录，请重新制作。") from error
    wanted = {source.path: source.size for source in sources}
    if len(trees) != 3 or any(_sizes(tree) != wanted for tree in trees):
        raise UserError("光盘映像里的文件名或大小与材料包不一致（制作时材料包可能被改动）。请重新制作。")
    start, end = contents_range(trees[0].files.values(), (volume_size(file) or SECTOR) - SECTOR)
    put_seal(polled, start, end, sha256)


def _sizes(tree: Tree) -> dict[str, int]:
    return {path: sum(length for _, length in extents) for path, extents in tree.files.items()}
