"""How much a foreign file may use, and the confinement a child process puts on itself before it touches one."""

import sys

FILE_BYTES = 50 << 20
UNPACKED_BYTES = 300 << 20
PART_BYTES = 100 << 20
MEMBERS = 10_000

MEMORY = 1 << 30
CONVERTER_MEMORY = 4 << 30
"""LibreOffice maps more than 1 GiB of libraries and fonts before it opens anything."""
CPU_SECONDS = 20
WALL_SECONDS = 30
WRITTEN_BYTES = 64 << 20
OPEN_FILES = 32
CONVERTER_FILES = 256

TAGS = 4_000_000
"""Of one part; a bound on the memory of its tree."""
SHEET_TAGS = 6_000_000
"""Sheets are read as a stream: only time bounds them."""
PARAGRAPHS = 100_000
TABLES = 2_000
TABLE_ROWS = 20_000
CELLS = 200_000
WORD_COLUMNS = 63
"""Word itself has no wider table."""
SHEET_ROWS = 1 << 20
SHEET_COLUMNS = 1 << 14
GRID = 2_000_000
"""Rows times columns of one table: whoever lays it out as a grid must be able to."""
MERGES = 20_000
TEXT = 200_000
"""Characters of one paragraph or cell."""


def confine(memory: int = MEMORY, open_files: int = OPEN_FILES) -> None:
    """Limit this process for good: memory, processor time, size of files, open files, life. No core is ever dumped.

    On Windows a Job Object holds memory, time and descendants; sizes and numbers of files are not limited there.
    """
    if sys.platform == "win32":
        from lianbing_desktop.reading.intake.windows import enter_job

        enter_job(memory, CPU_SECONDS)
        return
    import resource
    import signal

    wanted = {
        resource.RLIMIT_AS: memory,
        resource.RLIMIT_FSIZE: WRITTEN_BYTES,
        resource.RLIMIT_NOFILE: open_files,
        resource.RLIMIT_CORE: 0,
    }
    for kind, most in wanted.items():
        _lower(kind, most)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    if hard == resource.RLIM_INFINITY or hard > CPU_SECONDS:
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
    signal.alarm(WALL_SECONDS + 5)  # should the desk die, nobody else would end this process


def _lower(kind: int, most: int) -> None:
    import resource

    hard = resource.getrlimit(kind)[1]
    limit = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(kind, (limit, limit))
