"""What the outside does to us (disk full, no permission, a file gone), said as a sentence."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lianbing_desktop.errors import UserError
from lianbing_desktop.writing import is_full, is_refused


@contextmanager
def as_sentence(doing: str, path: Path) -> Iterator[None]:
    """Turn any OSError inside into a UserError: ``doing`` (制作材料包), ``path`` and what to do."""
    try:
        yield
    except OSError as error:
        place = Path(str(error.filename)) if error.filename else path
        raise UserError(f"{doing}没有成功：{_reason(error)}（{place}）。") from error


def _reason(error: OSError) -> str:
    if is_full(error):
        return "磁盘空间不足，请腾出空间或换一个位置"
    if is_refused(error) or error.errno == errno.EROFS:
        return "没有读写权限，或文件正被别的程序打开，请检查后重试"
    if error.errno == errno.ENOENT:
        return "找不到文件或文件夹"
    if error.errno == errno.ENAMETOOLONG:
        return "名字太长，请换一个短些的名字"
    if error.errno == errno.EIO:
        return "读写出错，磁盘或光盘可能已损坏"
    return f"系统拒绝了读写（{error.strerror or error}）"
