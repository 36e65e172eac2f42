"""Verification (校验): every file of a package read back, from a folder or a disc image, against its manifest."""

from pathlib import Path

from lianbing_desktop.domain.package import Progress, Verdict
from lianbing_desktop.errors import UserError
from lianbing_desktop.export import manifest
from lianbing_desktop.export.comparison import compare
from lianbing_desktop.export.imagecheck import verify_image
from lianbing_desktop.export.listing import list_folder
from lianbing_desktop.export.streams import Meter, digest
from lianbing_desktop.export.trouble import as_sentence


def verify(path: Path, progress: Progress | None = None) -> Verdict:
    """Read everything at ``path``, a package's folder (or mounted disc) or its image, and say what differs.

    Which of the two it is shows by what is there, not by its name. ``progress`` counts bytes and may raise to cancel.
    Raises UserError: nothing there, no package, the manifest missing or unreadable.
    """
    with as_sentence("校验", path):
        return _verify_folder(path, progress) if path.is_dir() else verify_image(path, progress)


def _verify_folder(root: Path, progress: Progress | None) -> Verdict:
    if not (root / manifest.NAME).is_file():
        raise UserError(f"{root} 里没有 {manifest.NAME}，不是材料包，或清单已丢失，无法校验。")
    wanted = manifest.read_manifest((root / manifest.NAME).read_bytes())
    listing = list_folder(root)
    meter = Meter(progress, sum((root / path).stat().st_size for path in listing.files))

    def is_same(path: str, sha256: str) -> bool:
        try:
            return digest(root / path, meter) == sha256
        except OSError:
            return False  # a scratched sector: as good as changed, and the other files are still to be read

    return compare(wanted, listing.files, is_same, [*listing.empty, *listing.strange])
