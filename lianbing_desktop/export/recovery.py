"""Recovery data (修复数据) beside an image, by ``par2`` where it is installed: a scratched disc made whole again."""

import shutil
import subprocess
import time
from pathlib import Path

from lianbing_desktop.domain.package import Progress
from lianbing_desktop.errors import UserError

PERCENT = 10
_POLL_SECONDS = 0.05


def is_possible() -> bool:
    """Whether ``par2`` is installed."""
    return shutil.which("par2") is not None


def make(image: Path, progress: Progress | None = None) -> tuple[Path, ...]:
    """Make data that restores a tenth of the image, beside it; return the files made.

    Cancelling (``progress`` raises) or failing leaves none. Raises UserError: no ``par2``, disk full.
    """
    if not is_possible():
        raise UserError("这台电脑没有安装 par2，不能制作修复数据。请安装 par2，或不做修复数据。")
    index = image.with_name(f"{image.name}.par2")
    command = ["par2", "create", "-q", "-q", f"-r{PERCENT}", "-n1", f"-B{image.parent}", "--", str(index), str(image)]
    _clear(image)
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as made:
        try:
            while made.poll() is None:
                if progress:
                    progress(0, image.stat().st_size)
                time.sleep(_POLL_SECONDS)
        except BaseException:
            made.kill()
            made.wait()
            _clear(image)
            raise
    if made.returncode or not index.is_file():
        _clear(image)
        raise UserError(f"修复数据没有做成（{image}）。请检查磁盘空间，或不做修复数据。")
    return tuple(_files(image))


def _files(image: Path) -> list[Path]:
    before = f"{image.name}."
    return sorted(path for path in image.parent.iterdir() if path.name.startswith(before) and path.suffix == ".par2")


def _clear(image: Path) -> None:
    for path in _files(image):
        path.unlink(missing_ok=True)
