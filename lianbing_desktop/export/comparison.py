"""A manifest against what is there: missing, changed and extra, each by name."""

from collections.abc import Callable, Collection, Mapping

from lianbing_desktop.domain.package import Verdict
from lianbing_desktop.export import manifest


def compare(
    wanted: Mapping[str, str],
    present: Collection[str],
    is_same: Callable[[str, str], bool],
    stray: Collection[str] = (),
    structure: tuple[str, ...] = (),
) -> Verdict:
    """Return the verdict on the files ``present``, the manifest itself among them, against ``wanted`` (path → SHA-256).

    ``is_same(path, sha256)`` reads one file back. ``stray`` are further things that should not be there, ``structure``
    damage known already.
    """
    there = set(present)
    kept = [path for path in wanted if path in there]
    return Verdict(
        checked=len(kept),
        missing=tuple(path for path in wanted if path not in there),
        changed=tuple(path for path in kept if not is_same(path, wanted[path])),
        extra=tuple(sorted((there | set(stray)) - set(wanted) - {manifest.NAME})),
        structure=structure,
    )
