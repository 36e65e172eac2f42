"""Many files hashed: large ones by two threads at once, small ones in a row, progress and cancelling from outside."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from functools import cache, partial
from threading import Event, get_ident
from typing import Any, BinaryIO

from lianbing_desktop.domain.package import Progress
from lianbing_desktop.export.streams import LARGE, TELL_SECONDS, Meter

PORTION = 1 << 19
"""Bytes read at once: they stay in a core's own cache until they are hashed."""
THREADS = 2
_AHEAD = 4
_POLL_SECONDS = TELL_SECONDS / 4
Checksums = dict[str, str]
"""Algorithm → checksum in hexadecimal."""


class StoppedError(Exception):
    """The work was cancelled in the other thread."""


class Tally:
    """Counts bytes in several threads and lets them know when to stop; each thread has a buffer of its own."""

    def __init__(self) -> None:
        self._counts: dict[int, int] = {}
        self._buffers: dict[int, memoryview] = {}
        self._stop = Event()

    @property
    def buffer(self) -> memoryview:
        """This thread's buffer."""
        thread = get_ident()
        if thread not in self._buffers:
            self._buffers[thread] = memoryview(bytearray(PORTION))
        return self._buffers[thread]

    @property
    def total(self) -> int:
        """Bytes read so far."""
        return sum(self._counts.values())

    def stop(self) -> None:
        """Let every thread end at its next chunk."""
        self._stop.set()

    def count(self, length: int) -> None:
        """Count bytes. Raises StoppedError."""
        if self._stop.is_set():
            raise StoppedError
        thread = get_ident()
        self._counts[thread] = self._counts.get(thread, 0) + length


class Hashers:
    """One reading's checksums by several algorithms."""

    def __init__(self, algorithms: Iterable[str]) -> None:
        self._hashers: dict[str, Any] = {name: hashlib.new(name) for name in algorithms}
        self._updates = tuple(hasher.update for hasher in self._hashers.values())

    def take(self, data: bytes | memoryview) -> None:
        """Take in what was read."""
        for update in self._updates:
            update(data)

    def read(self, file: BinaryIO, tally: Tally, length: int | None = None) -> int:
        """Take in the rest of an unbuffered file, or ``length`` bytes of it; return how many came. Raises OSError."""
        buffer, done = tally.buffer, 0
        while length is None or done < length:
            view = buffer if length is None else buffer[: min(PORTION, length - done)]
            count = file.readinto(view)  # type: ignore[attr-defined]
            if not count:
                break
            self.take(view[:count])
            tally.count(count)
            done += count
        return done

    def checksums(self) -> Checksums:
        """Return what has come of it."""
        return {name: hasher.hexdigest() for name, hasher in self._hashers.items()}


def checksums_of(data: bytes, algorithms: Iterable[str]) -> Checksums:
    """Return the checksums of a small file, all of it in one call."""
    return {name: _maker(name)(data).hexdigest() for name in algorithms}


@cache
def _maker(algorithm: str) -> Callable[[bytes], Any]:
    """Return what begins a checksum; ``hashlib.new`` costs as much as hashing two kilobytes."""
    return getattr(hashlib, algorithm, None) or partial(hashlib.new, algorithm)


def hash_all(
    sizes: Iterable[tuple[str, int]],
    hash_one: Callable[[str, Tally], Checksums | None],
    progress: Progress | None,
    threads: int = THREADS,
) -> dict[str, Checksums | None]:
    """Return what ``hash_one`` makes of every name. ``sizes`` are (name, bytes).

    ``progress`` is called in this thread only, at most twenty times a second; where it raises, all ends within a
    chunk. With ``threads`` 1 all is done in a row.
    """
    sizes = list(sizes)
    total = sum(size for _, size in sizes)
    meter, tally = Meter(progress, total), Tally()
    found: dict[str, Checksums | None] = {}
    large = [name for name, size in sizes if size >= LARGE] if threads > 1 else []
    try:
        for name, checksums in _at_once(large, hash_one, tally, meter):
            found[name] = checksums
        steady = _Steady(tally, meter)
        for name, size in sizes:
            if size < LARGE:
                found[name] = hash_one(name, tally)
                meter.advance(size)
            elif name not in found:
                found[name] = hash_one(name, steady)
    finally:
        tally.stop()
    return found


class _Steady(Tally):
    """A tally of one thread that tells the progress at every chunk."""

    def __init__(self, tally: Tally, meter: Meter) -> None:
        super().__init__()
        self._tally, self._meter = tally, meter

    def count(self, length: int) -> None:
        self._tally.count(length)
        self._meter.advance(length)


def _at_once(
    names: list[str], hash_one: Callable[[str, Tally], Checksums | None], tally: Tally, meter: Meter
) -> Iterator[tuple[str, Checksums | None]]:
    if not names:
        return
    told = tally.total
    with ThreadPoolExecutor(THREADS) as pool:
        waiting = iter(names)
        running: dict[Future[Checksums | None], str] = {}
        try:
            while True:
                while len(running) < _AHEAD and (name := next(waiting, None)) is not None:
                    running[pool.submit(hash_one, name, tally)] = name
                if not running:
                    return
                ended, _ = wait(running, _POLL_SECONDS, FIRST_COMPLETED)
                done = tally.total
                meter.advance(done - told)
                told = done
                for each in ended:
                    yield running.pop(each), each.result()
        except BaseException:
            tally.stop()
            raise
