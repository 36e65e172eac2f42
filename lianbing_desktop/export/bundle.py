"""The bundle's file: one zip with a bag in it (RFC 8493), written whole or not at all, and read with no trust."""

import hashlib
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

from lianbing_desktop.domain.bundle import Bundle, BundleFile, from_data, to_data
from lianbing_desktop.domain.package import PAYLOAD, Progress
from lianbing_desktop.errors import UserError
from lianbing_desktop.export.bag import conformance, manifests, tagfiles
from lianbing_desktop.export.streams import CHUNK, Meter
from lianbing_desktop.export.zipped import ZipHolding
from lianbing_desktop.writing import write_atomically

CONTENTS = f"{PAYLOAD}/报送件.json"
MOST_BYTES = 8 << 30
MOST_RATIO = 200
_SLACK = 1 << 20


def write_bundle(bundle: Bundle, sources: Mapping[str, Path], to: Path, progress: Progress | None = None) -> None:
    """Write the bundle; ``sources`` say where each file's bytes are, by its path.

    Raises UserError: a source is no longer what was recorded, or the disk refuses. ``progress`` may raise to cancel.
    """
    meter = Meter(progress, sum(file.size for file in bundle.files))

    def make(spare: Path) -> None:
        with zipfile.ZipFile(spare, "w", zipfile.ZIP_DEFLATED) as archive:
            hashes = {file.path: _pack(archive, bundle, file, sources[file.path], meter) for file in bundle.files}
            contents = json.dumps(to_data(bundle), ensure_ascii=False, indent=1).encode()
            hashes[CONTENTS] = _put(archive, bundle, CONTENTS, contents)
            _put_tags(archive, bundle, hashes)
        read_bundle(spare, as_name=to.name)

    write_atomically(to, make)


def read_bundle(path: Path, progress: Progress | None = None, as_name: str = "") -> Bundle:
    """Read a bundle and every byte in it against its own manifests.

    Raises UserError: no zip, a zip that tricks, too large, a bag that is not whole, or contents that are no bundle's.
    """
    name = as_name or path.name
    with ZipHolding(path) as holding:
        _refuse_bomb(holding, path, name)
        if CONTENTS not in holding.sizes:
            raise UserError(f"“{name}”不是练兵台的上报包。请让对方在练兵台里重新打包。")
        verdict = conformance.judge(holding, progress)
        if not verdict.is_sound:
            faults = (*verdict.missing, *verdict.changed, *verdict.extra, *verdict.structure)
            raise UserError(f"“{name}”不完整或被改动过，没有读取。请让对方重新打包。", faults[:20])
        bundle = _contents(holding, name)
        listed = {file.path: file.size for file in bundle.files} | {CONTENTS: holding.sizes[CONTENTS]}
        payload = {path: size for path, size in holding.sizes.items() if path.startswith(f"{PAYLOAD}/")}
    if listed != payload:
        raise UserError(f"“{name}”里的文件与它自己的清单不一致，没有读取。请让对方重新打包。")
    return bundle


def unpack(path: Path, files: list[BundleFile], folder: Path, progress: Progress | None = None) -> list[Path]:
    """Write some of a bundle's files into an empty folder, each under its own name in a folder of its number.

    Raises UserError where a file does not come out as its list says.
    """
    meter = Meter(progress, sum(file.size for file in files))
    with zipfile.ZipFile(path) as archive:
        tops = {name.partition(f"{PAYLOAD}/")[0] for name in archive.namelist() if f"{PAYLOAD}/" in name}
        top = min(tops, key=len) if tops else ""
        return [
            _unpacked(archive, f"{top}{file.path}", file, folder / f"{number:05d}", meter)
            for number, file in enumerate(files)
        ]


def _unpacked(archive: zipfile.ZipFile, entry: str, file: BundleFile, folder: Path, meter: Meter) -> Path:
    folder.mkdir()
    to, digest, size = folder / file.name, hashlib.sha256(), 0
    try:
        with archive.open(entry) as reader, to.open("xb") as writer:
            while (chunk := reader.read(CHUNK)) and size <= file.size:
                digest.update(chunk)
                size += writer.write(chunk)
                meter.advance(len(chunk))
    except (zipfile.BadZipFile, KeyError, EOFError, RuntimeError) as error:
        raise UserError(f"“{file.name}”从上报包里取不出来。请让对方重新打包。") from error
    if (digest.hexdigest(), size) != (file.sha256, file.size):
        raise UserError(f"“{file.name}”与上报包的清单不一致，没有收入。请让对方重新打包。")
    return to


def _contents(holding: ZipHolding, name: str) -> Bundle:
    try:
        return from_data(json.loads((holding.read(CONTENTS) or b"").decode("utf-8")))
    except (ValueError, RecursionError) as error:
        raise UserError(f"“{name}”里的报送件清单读不懂（{error}），没有读取。请让对方重新打包。") from error


def _refuse_bomb(holding: ZipHolding, path: Path, name: str) -> None:
    total = sum(holding.sizes.values())
    if total > MOST_BYTES or total > MOST_RATIO * path.stat().st_size + _SLACK:
        raise UserError(f"“{name}”解开后有 {total // 1_000_000} MB，大得不正常，没有读取。请让对方分几次打包。")


def _put_tags(archive: zipfile.ZipFile, bundle: Bundle, hashes: Mapping[str, str]) -> None:
    oxum = f"{sum(file.size for file in bundle.files) + archive.getinfo(_entry(bundle, CONTENTS)).file_size}"
    lines = {
        "Source-Organization": bundle.unit_name,
        "External-Description": f"{bundle.title}上报包",
        "Bagging-Date": bundle.made_on.isoformat(),
        "Payload-Oxum": f"{oxum}.{len(hashes)}",
        "Bag-Software-Agent": "练兵台 lianbing",
    }
    info = "".join(f"{label}: {' '.join(value.split())}\n" for label, value in lines.items()).encode()
    tags = {
        tagfiles.DECLARATION: tagfiles.write_declaration(),
        tagfiles.INFO: info,
        manifests.SHA256: manifests.write(hashes),
    }
    written = {name: _put(archive, bundle, name, data) for name, data in tags.items()}
    _put(archive, bundle, manifests.TAG_SHA256, manifests.write(written))


def _pack(archive: zipfile.ZipFile, bundle: Bundle, file: BundleFile, source: Path, meter: Meter) -> str:
    digest, size = hashlib.sha256(), 0
    with source.open("rb") as reader, archive.open(_member(bundle, file.path), "w", force_zip64=True) as writer:
        while chunk := reader.read(CHUNK):
            digest.update(chunk)
            size += writer.write(chunk)
            meter.advance(len(chunk))
    if (digest.hexdigest(), size) != (file.sha256, file.size):
        raise UserError(f"“{file.name}”与收到时不一样了，没有打包。请检查数据（lianbing check）后再试。")
    return file.sha256


def _put(archive: zipfile.ZipFile, bundle: Bundle, path: str, data: bytes) -> str:
    archive.writestr(_member(bundle, path), data)
    return hashlib.sha256(data).hexdigest()


def _member(bundle: Bundle, path: str) -> zipfile.ZipInfo:
    """Return the entry of a file: dated by the bundle's day, so that the same contents make the same bytes."""
    day = bundle.made_on
    info = zipfile.ZipInfo(_entry(bundle, path), (day.year, day.month, day.day, 0, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o100644 << 16
    return info


def _entry(bundle: Bundle, path: str) -> str:
    return f"上报包-{bundle.unit}/{path}"
