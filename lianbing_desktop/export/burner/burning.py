"""A burning from image to proof: the image proved, the disc written, taken out and put in, and every byte read back."""

import hashlib
import os
import time
from collections.abc import Callable
from pathlib import Path

from lianbing_desktop.domain.burning import Burnt, Drive
from lianbing_desktop.domain.package import Progress, Verdict
from lianbing_desktop.errors import UserError
from lianbing_desktop.export.burner import windows, xorriso
from lianbing_desktop.export.streams import Meter, chunks
from lianbing_desktop.export.trees import SECTOR, volume_label, volume_size
from lianbing_desktop.export.trouble import as_sentence
from lianbing_desktop.export.verify import verify

Say = Callable[[str], None]
"""Hears a sentence for the officer: what is going on, or what to do with the disc."""
RELOAD = "刻好了。请取出光盘，再放进去，接着从光盘读回校验。"
_WAIT_SECONDS = 600.0
_POLL_SECONDS = 0.05


def drives() -> list[Drive]:
    """Return the burners of this computer."""
    return windows.drives() if os.name == "nt" else xorriso.drives()


def burn(image: Path, device: str, progress: Progress | None = None, say: Say | None = None) -> Burnt:
    """Burn a package's image and read the disc back. ``progress`` counts bytes round by round, and may raise to cancel.

    Raises UserError: the image is not sound, no blank disc, burning failed, the disc cannot be read. What reading
    back finds is in the verdict: it is never skipped.
    """
    say = say or (lambda words: None)
    say("正在核对光盘映像")
    sound = verify(image, progress)
    if not sound.is_sound:
        raise UserError(f"{image} 校验未通过，没有刻录。请重新制作光盘映像。")
    with as_sentence("读光盘映像", image):
        sha256, size, label = _read_image(image, progress)
    say("正在刻录")
    (windows.burn if os.name == "nt" else xorriso.burn)(image, device, progress)
    verdict = _read_back(device, size, sha256, progress, say)
    return Burnt(device, image, label, sha256, size, verdict)


def _read_image(image: Path, progress: Progress | None) -> tuple[str, int, str]:
    total = hashlib.sha256()
    with image.open("rb", buffering=0) as file:
        size = os.fstat(file.fileno()).st_size
        for chunk in chunks(file, Meter(progress, size)):
            total.update(chunk)
        return total.hexdigest(), size, volume_label(file)


def _read_back(device: str, size: int, sha256: str, progress: Progress | None, say: Say) -> Verdict:
    """Read everything from the medium itself: through its lists, and once more as one piece against the image."""
    if device.startswith(xorriso.STDIO):
        place = Path(device.removeprefix(xorriso.STDIO))
        _forget(place)
    else:
        place = Path(f"{device}\\") if os.name == "nt" else Path(device)
        if os.name != "nt":
            xorriso.eject(device)
        say(RELOAD)
        _wait_for(place, progress)
    say("正在从光盘读回校验")
    verdict = verify(place, progress)
    if verdict.is_sound and not place.is_dir():
        verdict = _as_one_piece(place, size, sha256, verdict, progress)
    return verdict


def _as_one_piece(place: Path, size: int, sha256: str, verdict: Verdict, progress: Progress | None) -> Verdict:
    total, left = hashlib.sha256(), size
    with as_sentence("读光盘", place), place.open("rb", buffering=0) as file:
        for chunk in chunks(file, Meter(progress, size), size):
            total.update(chunk)
            left -= len(chunk)
    if left == 0 and total.hexdigest() == sha256:
        return verdict
    return Verdict(verdict.checked, structure=("光盘上的数据与光盘映像不是逐字节相同",))


def _forget(place: Path) -> None:
    """Let the system forget what it keeps of a file in memory, so that reading back is reading the disk."""
    if hasattr(os, "posix_fadvise"):
        with place.open("rb") as file:
            os.fsync(file.fileno())
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _wait_for(place: Path, progress: Progress | None) -> None:
    """Wait until the disc is in the drive again. Raises UserError after ten minutes."""
    until = time.monotonic() + _WAIT_SECONDS
    has_gone = False
    while time.monotonic() < until:
        is_there = _is_readable(place)
        if is_there and has_gone:
            return
        has_gone = has_gone or not is_there
        if progress:
            progress(0, SECTOR)
        time.sleep(_POLL_SECONDS)
    raise UserError(f"等了十分钟，{place} 里还是读不到光盘。请放好光盘，再用“校验”核对它。")


def _is_readable(place: Path) -> bool:
    try:
        if os.name == "nt":
            return any(place.iterdir())
        with place.open("rb") as file:
            return volume_size(file) is not None
    except OSError:
        return False
