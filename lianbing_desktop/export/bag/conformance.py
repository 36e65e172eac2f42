"""The rules of RFC 8493 for bags of any maker: complete, and every checksum of every manifest right."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from lianbing_desktop.domain.package import PAYLOAD, Progress, Verdict
from lianbing_desktop.export.bag import manifests, tagfiles
from lianbing_desktop.export.bag.holding import Holding
from lianbing_desktop.export.bag.manifests import BagFaultError
from lianbing_desktop.export.hashing import Tally, hash_all

FETCH = "fetch.txt"


@dataclass
class _Bag:
    """A bag as its tag files describe it: checksums by path and algorithm, and what is wrong with the description."""

    wanted: defaultdict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    faults: list[str] = field(default_factory=list)
    payload_lists: list[set[str]] = field(default_factory=list)


def judge(holding: Holding, progress: Progress | None) -> Verdict:
    """Return the verdict on a bag. Raises OSError; ``progress`` may raise to cancel."""
    bag = _read(holding)
    present = [path for path in bag.wanted if path in holding.sizes]

    def hash_one(path: str, tally: Tally) -> dict[str, str] | None:
        return holding.hash(path, tuple(bag.wanted[path]), tally)

    found = hash_all(((path, holding.sizes[path]) for path in present), hash_one, progress, holding.threads)
    payload = {path for path in holding.sizes if path.startswith(f"{PAYLOAD}/")}
    return Verdict(
        checked=len(present),
        missing=tuple(sorted(path for path in bag.wanted if path not in holding.sizes)),
        changed=tuple(sorted(path for path in present if found[path] != bag.wanted[path])),
        extra=tuple(sorted(payload - set().union(*bag.payload_lists))),
        structure=(*holding.structure, *bag.faults),
    )


def _read(holding: Holding) -> _Bag:
    bag = _Bag()
    try:
        encoding = tagfiles.read_declaration(_bytes(holding, tagfiles.DECLARATION))
    except BagFaultError as fault:
        bag.faults.append(str(fault))
        encoding = "utf-8"
    names = sorted(name for name in holding.sizes if manifests.NAME.fullmatch(name))
    for name in names:
        _take_list(bag, holding, name, encoding)
    if not any(not name.startswith("tag") for name in names):
        bag.faults.append("没有 manifest-算法.txt，不是完整的 BagIt 包")
    if any(listed != bag.payload_lists[0] for listed in bag.payload_lists):
        bag.faults.append("几份 manifest 列出的文件不一样")
    if not any(path.startswith(f"{PAYLOAD}/") for path in (*holding.sizes, *holding.stray)):
        bag.faults.append(f"没有 {PAYLOAD} 文件夹，不是完整的 BagIt 包")
    bag.faults += _info_faults(holding, encoding)
    bag.faults += _fetch_faults(bag, holding, encoding)
    return bag


def _bytes(holding: Holding, name: str) -> bytes:
    """Return a tag file's bytes. Raises BagFaultError where they cannot be read."""
    data = holding.read(name)
    if data is None:
        raise BagFaultError(f"{name} 读不出来")
    return data


def _take_list(bag: _Bag, holding: Holding, name: str, encoding: str) -> None:
    try:
        algorithm = manifests.algorithm_of(name)
        listed = manifests.read(name, _bytes(holding, name), encoding)
    except BagFaultError as fault:
        bag.faults.append(str(fault))
        return
    for path, checksum in listed.items():
        bag.wanted[path][algorithm] = checksum
    if name.startswith("tag"):
        bag.faults += [f"{name} 列出了另一份 tagmanifest" for path in listed if path.startswith("tagmanifest-")]
    else:
        bag.payload_lists.append(set(listed))


def _info_faults(holding: Holding, encoding: str) -> Iterator[str]:
    if tagfiles.INFO not in holding.sizes:
        return
    try:
        oxum = tagfiles.read_oxum(tagfiles.read_info(_bytes(holding, tagfiles.INFO), encoding))
    except BagFaultError as fault:
        yield str(fault)
        return
    payload = [size for path, size in holding.sizes.items() if path.startswith(f"{PAYLOAD}/")]
    if oxum and oxum != (sum(payload), len(payload)):
        yield f"{tagfiles.INFO} 写的是 {oxum[1]} 个文件共 {oxum[0]} 字节，实有 {len(payload)} 个共 {sum(payload)} 字节"


def _fetch_faults(bag: _Bag, holding: Holding, encoding: str) -> Iterator[str]:
    """Check ``fetch.txt`` (2.2.3): nothing is ever fetched; what it names must be listed all the same."""
    if FETCH not in holding.sizes:
        return
    try:
        lines = manifests.lines_of(FETCH, _bytes(holding, FETCH), encoding)
    except BagFaultError as fault:
        yield str(fault)
        return
    for number, line in enumerate(lines, 1):
        parts = line.split(None, 2)
        path = manifests.decode_path(parts[2]) if len(parts) == 3 else ""
        if manifests.leaves(path) or not path.startswith(f"{PAYLOAD}/") or not (parts[1].isdigit() or parts[1] == "-"):
            yield f"{FETCH} 第 {number} 行不合规定"
        elif path not in bag.wanted:
            yield f"{FETCH} 第 {number} 行的文件没有列在 manifest 里"
