"""Papers looked into before they go onto a disc: many files, a confined child for some at a time, marks back."""

import json
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from lianbing_desktop.domain.package import Progress
from lianbing_desktop.domain.paperfault import MARKS, unreadable
from lianbing_desktop.errors import UserError
from lianbing_desktop.reading.intake.launch import run_child
from lianbing_desktop.reading.intake.limits import WALL_SECONDS
from lianbing_desktop.reading.intake.refusal import Refused

BATCH = 25


@dataclass(frozen=True)
class Paper:
    """One file to look into: where it lies, its ending (``.pdf``) and its size in bytes."""

    place: Path
    suffix: str
    size: int


def inspect(papers: Sequence[Paper], progress: Progress | None = None) -> list[tuple[str, ...]]:
    """Return the marks of every file, in order; one on which the child fails gets the mark of an unreadable one.

    ``progress`` counts files and may raise to cancel: the child and all it started are then gone. Raises OSError.
    """
    found: list[tuple[str, ...]] = []
    while len(found) < len(papers):
        batch = papers[len(found) : len(found) + BATCH]
        marks = _batch(batch, _telling(progress, len(found), len(papers)))
        if len(marks) < len(batch):
            marks.append((unreadable(batch[len(marks)].suffix),))
        found += marks
    if progress:
        progress(len(papers), len(papers))
    return found


def _telling(progress: Progress | None, before: int, total: int) -> Callable[[Path], bool]:
    told_at = 0.0

    def tell(answer: Path) -> bool:
        nonlocal told_at
        now = time.monotonic()
        if progress and now - told_at >= 0.05:
            told_at = now
            progress(before + (answer.read_bytes().count(b"\n") if answer.exists() else 0), total)
        return False

    return tell


def _batch(papers: Sequence[Paper], tell: Callable[[Path], bool]) -> list[tuple[str, ...]]:
    """Return the marks of the files the child got through."""
    with tempfile.TemporaryDirectory(prefix="lianbing-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        for number, paper in enumerate(papers):
            _put(paper.place, folder / f"paper-{number}")
        answer = folder / "answer"
        with _slow_or_dead():
            run_child(
                folder, ["inspect", *(paper.suffix for paper in papers)], time.monotonic() + WALL_SECONDS,
                lambda: tell(answer),
            )  # fmt: skip
        return _answers(answer, len(papers))


@contextmanager
def _slow_or_dead() -> Iterator[None]:
    """Let a child be ended for taking too long: what it had said by then holds. Raises UserError: it never began."""
    try:
        yield
    except Refused as refused:
        if isinstance(refused.__cause__, OSError):
            raise UserError("没有检查成：不能启动检查程序。请关闭一些程序再试；仍不行时请重新安装练兵台。") from refused


def _put(place: Path, to: Path) -> None:
    """Let the child's folder have the file, without another copy where the system can."""
    try:
        to.symlink_to(place.absolute())
    except OSError:
        shutil.copyfile(place, to)


def _answers(answer: Path, most: int) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    lines = answer.read_bytes()[: 1 << 20].split(b"\n")[:-1] if answer.exists() else []
    for line in lines[:most]:
        try:
            marks = json.loads(line)
        except (ValueError, RecursionError):
            break
        if not isinstance(marks, list) or not all(isinstance(mark, str) and mark in MARKS for mark in marks):
            break
        found.append(tuple(marks))
    return found
