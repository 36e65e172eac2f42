"""Keeping files: the slow half of a receipt, as a value that another thread may work through."""

from collections.abc import Callable, Sequence
from pathlib import Path

from lianbing_desktop.domain.submission import StoredFile
from lianbing_desktop.store.files import FileStore

Progress = Callable[[int, int], None]


class Keeping:
    """Files about to be kept, checked when this is made; ``size`` in bytes.

    Calling it copies them in and never touches the data: what it returns is recorded afterwards. Where the work is
    stopped by its progress call or fails, nothing is recorded and ``kept`` says what to discard.
    """

    def __init__(self, files: FileStore, paths: Sequence[Path]) -> None:
        for path in paths:
            files.check(path)
        self._files = files
        self._paths = tuple(paths)
        self.size = sum(path.stat().st_size for path in self._paths if path.is_file())
        self.kept: list[StoredFile] = []

    def __call__(self, progress: Progress = lambda done, total: None) -> tuple[StoredFile, ...]:
        """Copy all files in and return them. Raises UserError as ``FileStore.keep`` does."""
        done = 0

        def tick(size: int) -> None:
            nonlocal done
            done += size
            progress(done, max(done, self.size))

        for path in self._paths:
            self.kept.append(self._files.keep(path, tick))
        return tuple(self.kept)
