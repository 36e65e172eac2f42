"""Checks: whether the data file and every attachment are still what was saved."""

from lianbing_desktop.domain.finding import Finding
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
        return [*self._data(), *self._attachments(), *self._strays()]

    def _data(self) -> list[Finding]:
        return [
            Finding("数据", "数据文件", fault, "请从备份文件夹恢复最近的一份备份。")
            for fault in self._database.faults()
        ]

    def _attachments(self) -> list[Finding]:
        distinct = {stored.sha256: stored for stored in self._submissions.all_files()}
        return [finding for stored in distinct.values() for finding in self._attachment(stored)]

    def _attachment(self, stored: StoredFile) -> list[Finding]:
        if not self._files.place(stored.sha256).is_file():
            return [Finding("文件", stored.name, "附件不见了", _RESTORE)]
        if not self._files.sound(stored):
            return [Finding("文件", stored.name, "附件内容与收到时不同", _RESTORE)]
        return []

    def _strays(self) -> list[Finding]:
        known = {stored.sha256 for stored in self._submissions.all_files()}
        return [
            Finding("文件", name[:12], "文件夹里有一个没有登记的附件（可能是收件中断留下的）", "请重新收件。", False)
            for name in self._files.names()
            if name not in known
        ]
