"""Writing a file so that it is whole or not there at all: the one helper for every file the desk writes."""

import errno
import os
import secrets
from collections.abc import Callable
from pathlib import Path

from lianbing_desktop.errors import UserError

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
FULL_ON_WINDOWS = {39, 112}
REFUSED = {errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY}


def is_full(error: OSError) -> bool:
    """Whether the disk, its quota or the largest size of a file is used up."""
    return error.errno in FULL or getattr(error, "winerror", None) in FULL_ON_WINDOWS


def is_refused(error: OSError) -> bool:
    """Whether access is denied, or another program holds the file."""
    return isinstance(error, PermissionError) or error.errno in REFUSED


def write_atomically(path: Path, make: Callable[[Path], None]) -> None:
    """Let ``make`` write a file beside ``path``, bring it safely to the disk and then give it its name.

    On any failure the half-made file is removed and what stood at ``path`` stays. What the disk refuses becomes a
    UserError; other exceptions of ``make`` pass unchanged.
    """
    path = Path(os.path.realpath(path))  # a link keeps pointing to the file, which is replaced behind it
    spare = path.with_name(f".lianbing-{secrets.token_hex(6)}{path.suffix}")
    try:
        make(spare)
        _settle(spare)
        os.replace(spare, path)
        sync_folder(path.parent)
    except OSError as error:
        raise _told(error, path) from error
    finally:
        _remove(spare)


def write_bytes(path: Path, data: bytes) -> None:
    """Write ``data`` the same way; a short write counts as a full disk."""

    def make(spare: Path) -> None:
        spare.write_bytes(data)
        if spare.stat().st_size != len(data):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    write_atomically(path, make)


def _settle(spare: Path) -> None:
    """Force the file to the disk and refuse one that came out empty: a full disk may show in no other way."""
    descriptor = os.open(spare, os.O_RDWR)
    try:
        os.fsync(descriptor)
        if os.fstat(descriptor).st_size == 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Make the new name lasting. Windows has no such call, and some network folders refuse it."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(descriptor)


def _remove(spare: Path) -> None:
    try:
        spare.unlink(missing_ok=True)
    except OSError:
        return  # the reason already on its way to the officer matters more than a leftover


def _told(error: OSError, path: Path) -> UserError:
    """Return what happened as a sentence with its cure."""
    if not path.parent.is_dir():
        return UserError(f"无法保存“{path.name}”：文件夹“{path.parent}”不存在。请另选一个文件夹。")
    if path.is_dir():
        return UserError(f"无法保存“{path.name}”：这里已有一个同名的文件夹。请换一个文件名。")
    if is_full(error):
        return UserError(f"无法保存“{path.name}”：磁盘空间不足，原有文件没有改动。请清理磁盘或换一个位置后重试。")
    if error.errno == errno.EROFS:
        return UserError(f"无法保存“{path.name}”：磁盘“{path.parent}”是只读的。请换一个可以写入的位置。")
    if error.errno == errno.ENAMETOOLONG:
        return UserError(f"无法保存“{path.name}”：文件名太长。请换一个较短的文件名。")
    if is_refused(error):
        return UserError(
            f"无法保存“{path.name}”：没有写入权限，或文件正在 Word、Excel 等程序中打开。请先关闭它，或换一个位置保存。"
        )
    return UserError(f"无法保存“{path.name}”：{error.strerror or error}。请检查磁盘后重试，或换一个位置保存。")
