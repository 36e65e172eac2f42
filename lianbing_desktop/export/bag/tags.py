"""Everything of a package but what is handed over, made from the plan alone: the same plan gives the same bytes."""

import hashlib
from collections.abc import Mapping

from lianbing_desktop.domain.package import PackagePlan
from lianbing_desktop.export import contents, manifest
from lianbing_desktop.export.bag import manifests, papers, tagfiles

HANDOVER = "移交清单.docx"


def tag_files(plan: PackagePlan, handover: bytes, sm3: Mapping[str, str]) -> dict[str, bytes]:
    """Return path → bytes of every file beside ``data/``, in the order in which one proves the next.

    ``handover`` is the 移交清单 as Word; ``sm3`` is path → SM3 (hexadecimal), empty where OpenSSL has none.
    """
    payload = {file.path: file.sha256 for file in plan.files}
    made = {
        papers.README: papers.readme(plan),
        papers.DESCRIPTION: papers.description(plan),
        HANDOVER: handover,
        tagfiles.DECLARATION: tagfiles.write_declaration(),
        tagfiles.INFO: tagfiles.write_info(plan),
        manifests.SHA256: manifests.write(payload),
    }
    if plan.count > 1:
        made[papers.ALL_DISCS] = papers.all_discs(plan)
    if sm3:
        made[manifest.SM3_NAME] = manifest.write_manifest(sm3)
    made[contents.NAME] = contents.contents_page(plan, (*sorted(made), manifest.NAME)).encode()
    made[manifest.NAME] = manifest.write_manifest(payload | _hashes(made))
    made[manifests.TAG_SHA256] = manifests.write(_hashes(made))
    return made


def own_names(count: int = 1) -> tuple[str, ...]:
    """Return the names our files beside ``data/`` may have, for ``count`` discs."""
    return (
        papers.README, papers.DESCRIPTION, HANDOVER, tagfiles.DECLARATION, tagfiles.INFO, manifests.SHA256,
        manifests.TAG_SHA256, manifest.NAME, manifest.SM3_NAME, contents.NAME,
        *([papers.ALL_DISCS] if count > 1 else []),
    )  # fmt: skip


def _hashes(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
