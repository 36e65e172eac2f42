"""Holidays: the working calendar, from the statutory years and the officer's own."""

from functools import cached_property

from lianbing_desktop.domain.workdays import WorkCalendar
from lianbing_desktop.paths import Home, resource


class Holidays:
    """The working calendar, read when first asked for."""

    def __init__(self, home: Home) -> None:
        self._home = home

    @cached_property
    def calendar(self) -> WorkCalendar:
        """The statutory years on file with the officer's own winning. Raises UserError for a faulty own file."""
        from lianbing_desktop.reading.holidays import work_calendar

        folders = (resource("holidays"), self._home.holidays)
        return work_calendar(path for folder in folders for path in sorted(folder.glob("*.toml")))
