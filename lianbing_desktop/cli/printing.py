"""What the commands print: aligned Chinese tables for people, JSON for programs, sentences on stderr."""

import codecs
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TextIO
from unicodedata import category, combining, east_asian_width

GAP = "  "
CLOSED_PIPE = 1


def prepare() -> None:
    """Let no character stop the program, whatever the terminal can show; plain ASCII becomes UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # a program without a console has none
            _reconfigure(stream, "utf-8" if _is_ascii(stream) else None)


def flush(status: int) -> int:
    """Bring everything out and return ``status``; a reader who went away (``| head``) is no error to speak of."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLOSED_PIPE
    return status


def show(data: Any, lines: Iterable[str], as_json: bool) -> None:
    """Print ``data`` as JSON in UTF-8, or ``lines`` for people."""
    if not as_json:
        for line in lines:
            print(line)
        return
    if sys.stdout is not None and not sys.stdout.isatty():
        _reconfigure(sys.stdout, "utf-8")
    import json

    print(json.dumps(data, ensure_ascii=False, indent=2))


def pour(lines: Iterable[str]) -> None:
    """Print lines made for programs, in UTF-8 wherever they do not go to a terminal."""
    if sys.stdout is not None and not sys.stdout.isatty():
        _reconfigure(sys.stdout, "utf-8")
    for line in lines:
        print(line)


def complain(sentence: str, details: Iterable[str] = ()) -> None:
    """Print a sentence and what belongs to it on stderr."""
    for line in (sentence, *details):
        print(plain(line, keep="\n"), file=sys.stderr)


def table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    """Return an aligned table; in a terminal the last column is shortened to the window, with ``…``."""
    cells = [list(headings), *([plain(str(cell)) for cell in row] for row in rows)]
    widths = [max(width(row[column]) for row in cells) for column in range(len(headings))]
    room = _room(sum(widths[:-1]) + len(GAP) * (len(widths) - 1))
    return [_line(row, widths, room) for row in cells]


def width(text: str) -> int:
    """Return how many terminal columns a text takes: two for a hanzi, none for a combining mark."""
    return sum(_columns(letter) for letter in text)


def plain(text: str, keep: str = "") -> str:
    """Return ``text`` with nothing in it that would steer a terminal."""
    return "".join(letter if letter in keep or category(letter) not in ("Cc", "Cf") else " " for letter in text)


@contextmanager
def meter(words: str) -> Iterator[Callable[[int, int], None] | None]:
    """Yield a call that shows progress on one line of stderr, wiped in the end, or None where nobody watches."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return

    def tell(done: int, total: int) -> None:
        if total:  # else it is not known yet
            print(f"\r{words} {100 * done // total:3d} %", end="", file=sys.stderr, flush=True)

    try:
        yield tell
    finally:
        print(f"\r{' ' * (width(words) + 6)}\r", end="", file=sys.stderr, flush=True)


def _line(row: list[str], widths: list[int], room: int) -> str:
    padded = [cell + " " * (size - width(cell)) for cell, size in zip(row[:-1], widths[:-1], strict=True)]
    return GAP.join([*padded, _shortened(row[-1], room)]).rstrip()


def _room(taken: int) -> int:
    """Return the columns left for the last cell: those of the terminal, but all where the output goes to a file."""
    if sys.stdout is None or not sys.stdout.isatty():
        return sys.maxsize
    return max(shutil.get_terminal_size().columns - taken, 20)


def _shortened(text: str, room: int) -> str:
    if width(text) <= room:
        return text
    kept, used = "", 1
    for letter in text:
        used += _columns(letter)
        if used > room:
            break
        kept += letter
    return kept + "…"


def _columns(letter: str) -> int:
    if combining(letter):
        return 0
    return 2 if east_asian_width(letter) in "FW" else 1


def _is_ascii(stream: TextIO) -> bool:
    return codecs.lookup(stream.encoding or "ascii").name == "ascii"


def _reconfigure(stream: TextIO, encoding: str | None) -> None:
    change = getattr(stream, "reconfigure", None)
    if change:
        change(encoding=encoding, errors="replace")
