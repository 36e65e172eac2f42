"""Holidays: the working calendar, from the statutory years and the officer's own."""

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from lianbing_desktop.domain.workdays import WorkCalendar
from lianbing_desktop.errors import UserError
from lianbing_desktop.paths import Home, resource


class Holidays:
    """The working calendar, read when first asked for."""

    def __init__(self, home: Home) -> None:
        self._home = home

    @cached_property
    def calendar(self) -> WorkCalendar:
        """The statutory years on file with the officer's own winning. Raises UserError for a faulty own file."""
        return _read((resource("holidays"), self._home.holidays))

    def steady(self) -> WorkCalendar:
        """Return the working calendar, without the officer's own years where their file is faulty."""
        try:
            return self.calendar
        except UserError:
            return _read((resource("holidays"),))


def _read(folders: Iterable[Path]) -> WorkCalendar:
    from lianbing_desktop.reading.holidays import work_calendar

    return work_calendar(path for folder in folders for path in sorted(folder.glob("*.toml")))
