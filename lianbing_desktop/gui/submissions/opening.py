"""Opening what was received: a read-only copy in a temporary folder, or a copy saved elsewhere; never the original."""

import re
import shutil
import stat
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from lianbing_desktop.domain.submission import StoredFile
from lianbing_desktop.errors import UserError
from lianbing_desktop.gui.frame import Frame
from lianbing_desktop.services.submissions import Submissions
from lianbing_desktop.writing import write_atomically

PROGRAMS = (
    *(".exe", ".com", ".bat", ".cmd", ".msi", ".scr", ".pif", ".lnk", ".reg", ".hta", ".jar"),
    *(".vbs", ".vbe", ".js", ".jse", ".wsf", ".wsh", ".ps1", ".sh", ".desktop", ".appimage"),
)
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_LONGEST = 80
_FOLDER = "submissions/save folder"


class Opening(QObject):
    """Opens and saves copies of stored files."""

    def __init__(self, submissions: Submissions, frame: Frame, parent: QWidget) -> None:
        super().__init__(parent)
        self._submissions, self._frame, self._over = submissions, frame, parent
        self._aside: TemporaryDirectory[str] | None = None

    def open(self, file: StoredFile) -> None:
        """Open a read-only copy with the system's program. Programs are not run from here."""
        if Path(file.name).suffix.lower() in PROGRAMS:
            self._frame.tell(UserError(f"“{file.name}”是程序，不在这里打开。确实需要时请用“另存为…”。"))
            return
        self._frame.jobs.run(partial(self._copy_aside, file), self._on_copied, self._frame.tell)

    def save(self, files: Sequence[StoredFile]) -> QFileDialog:
        """Ask where to save a copy: a file name for one, a folder for several."""
        start = self._frame.memory.text(_FOLDER, str(Path.home()))
        dialog = QFileDialog(self._over, "另存为", start)
        if len(files) == 1:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.selectFile(_plain(files[0].name))
        else:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda path: self._save_to(files, Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def clean(self) -> None:
        """Remove the temporary copies, as the window closes; one still open elsewhere may stay."""
        if self._aside:
            self._aside.cleanup()
            self._aside = None

    def _copy_aside(self, file: StoredFile, progress: object) -> Path:
        if not self._aside:
            self._aside = TemporaryDirectory(prefix="lianbing-", ignore_cleanup_errors=True)
        copy = Path(self._aside.name) / file.sha256[:8] / _plain(file.name)
        try:
            if not copy.exists():
                copy.parent.mkdir(exist_ok=True)
                _copy(self._submissions.place(file), copy, file)
                copy.chmod(stat.S_IREAD)
        except OSError as error:
            raise UserError(
                f"打不开“{file.name}”：临时文件夹写不进去（{error.strerror}）。请清理磁盘后再试。"
            ) from error
        return copy

    def _on_copied(self, copy: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
            self._frame.tell(UserError(f"本机没有能打开“{copy.name}”的程序。可以用“另存为…”保存后另行打开。"))

    def _save_to(self, files: Sequence[StoredFile], target: Path) -> None:
        is_one = len(files) == 1
        self._frame.memory.keep(_FOLDER, str(target.parent if is_one else target))
        pairs = [(file, target if is_one else _unused(target / _plain(file.name))) for file in files]
        self._frame.jobs.run(
            partial(_save_all, [(self._submissions.place(file), path, file) for file, path in pairs]),
            done=lambda done: self._frame.say(f"已另存 {len(files)} 个文件到“{pairs[0][1].parent}”"),
            failed=self._frame.tell,
        )


def _save_all(copies: Sequence[tuple[Path, Path, StoredFile]], progress: object) -> None:
    for place, path, file in copies:
        _save(place, path, file)


def _save(place: Path, path: Path, file: StoredFile) -> None:
    if file.size == 0:
        raise UserError(f"“{file.name}”是空文件（0 字节），没有可另存的内容。请报送单位重新报送。")
    write_atomically(path, lambda spare: _copy(place, spare, file))


def _copy(place: Path, path: Path, file: StoredFile) -> None:
    try:
        shutil.copyfile(place, path)
    except FileNotFoundError as error:
        raise UserError(f"附件“{file.name}”不见了。请在“设置”里检查数据，从备份恢复。") from error


def _plain(name: str) -> str:
    """Return a name that any system takes: forbidden characters replaced, a very long one cut before its suffix."""
    clean = _FORBIDDEN.sub("_", name).strip(" .") or "附件"
    stem, suffix = Path(clean).stem, Path(clean).suffix[:16]
    return f"{stem[:_LONGEST]}{suffix}"


def _unused(path: Path) -> Path:
    names = (path.with_stem(f"{path.stem}（{number}）") for number in range(2, 10_000))
    return path if not path.exists() else next(name for name in names if not name.exists())
