"""The judgement on a package: every file read back and compared with its lists, which are weighed against each other.

A package of ours has three lists: the bag's manifest and tag manifest, and the 校验清单, which names everything but
itself and the tag manifest. Where they differ, the one that the others contradict is the damaged one.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from lianbing_desktop.domain.package import PAYLOAD, Progress, Verdict
from lianbing_desktop.errors import UserError
from lianbing_desktop.export import manifest
from lianbing_desktop.export.bag import conformance, manifests
from lianbing_desktop.export.bag.holding import Holding, no_package
from lianbing_desktop.export.bag.manifests import BagFaultError
from lianbing_desktop.export.bag.tagfiles import DECLARATION
from lianbing_desktop.export.hashing import Tally, hash_all

_OURS = (DECLARATION, manifests.SHA256, manifests.TAG_SHA256)


class _Lists:
    """What each list says, path → SHA-256, read when first asked for; None: it is not there or cannot be read."""

    def __init__(self, holding: Holding, own: bytes | None) -> None:
        self._holding = holding
        self.own = _own_list(own)

    @cached_property
    def payload(self) -> dict[str, str] | None:
        """The bag's manifest."""
        return _bag_list(self._holding, manifests.SHA256)

    @cached_property
    def tags(self) -> dict[str, str] | None:
        """The tag manifest."""
        return _bag_list(self._holding, manifests.TAG_SHA256)


def judge(holding: Holding, progress: Progress | None = None) -> Verdict:
    """Return what differs. Raises UserError where nothing says what should be there, OSError."""
    if manifest.NAME in holding.sizes and not any(name in holding.sizes for name in _OURS):
        return _judge_old(holding, progress)
    if manifest.NAME in holding.sizes or _names_ours(holding):
        return _judge_ours(holding, progress)
    if DECLARATION in holding.sizes:
        return conformance.judge(holding, progress)
    raise no_package(holding.place)


def _names_ours(holding: Holding) -> bool:
    return manifest.NAME in (_bag_list(holding, manifests.TAG_SHA256) or {})


def _judge_old(holding: Holding, progress: Progress | None) -> Verdict:
    """Judge a package of before the bag: the 校验清单 alone."""
    data = holding.read(manifest.NAME) or b""
    if holding.vouched and hashlib.sha256(data).hexdigest() != holding.vouched:
        words = f"{manifest.NAME} 不完好，其余文件未能核对"
        return Verdict(0, changed=(manifest.NAME,), structure=(*holding.structure, words))
    return _compare(holding, manifest.read_manifest(data), {manifest.NAME}, progress)


def _judge_ours(holding: Holding, progress: Progress | None) -> Verdict:
    own = _data(holding, manifest.NAME)
    lists = _Lists(holding, own)
    is_trusted = lists.own is not None and _is_trusted(lists, own or b"", holding.vouched)
    if is_trusted and lists.own:
        wanted = lists.own
        expected = _tags_of(wanted) | {manifest.NAME: _sha256(own)}
        is_tag_list_sound = _data(holding, manifests.TAG_SHA256) == manifests.write(expected)
    elif lists.payload is None or lists.tags is None:
        raise UserError(f"{holding.place} 里的清单都已损坏，无法校验。请用完好的一份重新校验。")
    else:
        wanted, is_tag_list_sound = {**lists.payload, **lists.tags}, True
    wanted = {path: sha256 for path, sha256 in wanted.items() if path != manifest.NAME}
    verdict = _compare(holding, wanted, {manifest.NAME, manifests.TAG_SHA256}, progress)
    verdict = _with_list(verdict, manifest.NAME, holding, is_trusted)
    return _with_list(verdict, manifests.TAG_SHA256, holding, is_tag_list_sound)


def _with_list(verdict: Verdict, name: str, holding: Holding, is_sound: bool) -> Verdict:
    """Return the verdict with one of the lists counted as a file like any other."""
    if name not in holding.sizes:
        return replace(verdict, missing=(*verdict.missing, name))
    changed = verdict.changed if is_sound else (*verdict.changed, name)
    return replace(verdict, checked=verdict.checked + 1, changed=changed)


def _is_trusted(lists: _Lists, own: bytes, vouched: str) -> bool:
    """Whether the 校验清单 is as it was made: something vouches for it, or no other list contradicts it."""
    sha256 = _sha256(own)
    if vouched and vouched == sha256 or lists.tags and lists.tags.get(manifest.NAME) == sha256:
        return True
    listed = lists.own or {}
    if vouched or manifest.write_manifest(listed) != own:
        return False
    tags = _tags_of(listed)
    payload = {path: sha for path, sha in listed.items() if path not in tags}
    if payload != lists.payload:
        return False
    # One line in which they differ was changed in the one or the other, and in the tag manifest that would be the
    # line of the 校验清单 itself; where many differ, the tag manifest is another file altogether.
    return lists.tags is None or sum(lists.tags.get(path) != sha for path, sha in tags.items()) != 1


def _tags_of(listed: Mapping[str, str]) -> dict[str, str]:
    return {path: sha256 for path, sha256 in listed.items() if not path.startswith(f"{PAYLOAD}/")}


def _own_list(data: bytes | None) -> dict[str, str] | None:
    try:
        return None if data is None else manifest.read_manifest(data)
    except UserError:
        return None


def _data(holding: Holding, name: str) -> bytes | None:
    return holding.read(name) if name in holding.sizes else None


def _bag_list(holding: Holding, name: str) -> dict[str, str] | None:
    data = _data(holding, name)
    try:
        return None if data is None else manifests.read(name, data)
    except BagFaultError:
        return None


def _compare(holding: Holding, wanted: Mapping[str, str], aside: set[str], progress: Progress | None) -> Verdict:
    """Return the verdict on everything in ``wanted`` (path → SHA-256); what is ``aside`` is judged elsewhere."""
    kept = [path for path in wanted if path in holding.sizes]

    def hash_one(path: str, tally: Tally) -> dict[str, str] | None:
        return holding.hash(path, ("sha256",), tally)

    sizes = ((path, holding.sizes[path]) for path in kept)
    found = hash_all(sizes, hash_one, progress, holding.threads)
    return Verdict(
        checked=len(kept),
        missing=tuple(path for path in wanted if path not in holding.sizes),
        changed=tuple(path for path in kept if (found[path] or {}).get("sha256") != wanted[path]),
        extra=tuple(_extra(holding, wanted, aside)),
        structure=tuple(holding.structure),
    )


def _extra(holding: Holding, wanted: Mapping[str, str], aside: set[str]) -> Iterator[str]:
    yield from sorted({*holding.sizes, *holding.stray} - wanted.keys() - aside)


def _sha256(data: bytes | None) -> str:
    return hashlib.sha256(data or b"").hexdigest()
