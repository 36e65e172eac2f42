"""Verification (校验): every file of a package read back, from a folder, a zip or a disc, against its lists."""

from pathlib import Path

from lianbing_desktop.domain.package import Progress, Verdict
from lianbing_desktop.export.bag.holding import FolderHolding
from lianbing_desktop.export.bag.judging import judge
from lianbing_desktop.export.trouble import as_sentence
from lianbing_desktop.export.zipped import ZipHolding, is_zip


def verify(path: Path, progress: Progress | None = None) -> Verdict:
    """Read everything at ``path`` (folder or mounted disc, zip, disc image or drive) and say what differs.

    Which of them it is shows by what is there, not by its name. ``progress`` counts bytes and may raise to cancel.
    Raises UserError: nothing there, no package, its lists missing or unreadable.
    """
    with as_sentence("校验", path):
        if path.is_dir():
            return judge(FolderHolding(path, progress), progress)
        if is_zip(path):
            with ZipHolding(path) as holding:
                return judge(holding, progress)
        from lianbing_desktop.export.imagecheck import verify_image

        return verify_image(path, progress)
