"""Checks: whether the data file and every attachment are still what was saved."""

from collections.abc import Iterator
from dataclasses import dataclass

from lianbing_desktop.domain.finding import Finding
from lianbing_desktop.domain.package import Progress
from lianbing_desktop.domain.submission import StoredFile
from lianbing_desktop.store.database import Database
from lianbing_desktop.store.files import FileStore
from lianbing_desktop.store.submissions import SubmissionRows

_RESTORE = "请从备份恢复，或请报送单位重新报送。"


class Checks:
    """The check of everything kept."""

    def __init__(self, database: Database, files: FileStore) -> None:
        self._database = database
        self._files = files
        self._submissions = SubmissionRows(database)

    def run(self) -> list[Finding]:
        """Return what is wrong with the data file and the attachments; empty where all is well."""
        return self.prepared()()

    def prepared(self) -> "PreparedCheck":
        """Check the data file now and return the long rest as values: fit for a job."""
        distinct = {stored.sha256: stored for stored in self._submissions.all_files()}
        return PreparedCheck(tuple(self._data()), tuple(distinct.values()), tuple(self._files.names()), self._files)

    def _data(self) -> list[Finding]:
        return [
            Finding("数据", "数据文件", fault, "请在“设置”里恢复最近的一份备份，或用命令 lianbing restore。")
            for fault in self._database.faults()
        ]


@dataclass(frozen=True)
class PreparedCheck:
    """The reading back of every attachment; touches files only, no store."""

    data: tuple[Finding, ...]
    attachments: tuple[StoredFile, ...]
    names: tuple[str, ...]
    files: FileStore

    def __call__(self, progress: Progress | None = None) -> list[Finding]:
        """Return all findings. ``progress`` counts bytes and may raise to cancel."""
        return [*self.data, *self._read_back(progress), *self._strays()]

    def _read_back(self, progress: Progress | None) -> Iterator[Finding]:
        done, total = 0, sum(stored.size for stored in self.attachments)
        for stored in self.attachments:
            yield from self._attachment(stored)
            done += stored.size
            if progress:
                progress(done, total)

    def _attachment(self, stored: StoredFile) -> list[Finding]:
        if not self.files.place(stored.sha256).is_file():
            return [Finding("文件", stored.name, "附件不见了", _RESTORE)]
        if not self.files.sound(stored):
            return [Finding("文件", stored.name, "附件内容与收到时不同", _RESTORE)]
        return []

    def _strays(self) -> list[Finding]:
        known = {stored.sha256 for stored in self.attachments}
        return [
            Finding("文件", name[:12], "文件夹里有一个没有登记的附件（可能是收件中断留下的）", "请重新收件。", False)
            for name in self.names
            if name not in known
        ]
