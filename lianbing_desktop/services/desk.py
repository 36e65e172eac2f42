"""The desk: all services of one data folder, each loaded when it is first asked for, so that the window opens fast."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from lianbing_desktop.domain.clock import Clock
from lianbing_desktop.paths import Home
from lianbing_desktop.services.journal import Journal
from lianbing_desktop.services.settings import Settings
from lianbing_desktop.store.database import Database

if TYPE_CHECKING:
    from lianbing_desktop.domain.sheet import Sheet
    from lianbing_desktop.services.autostart import Autostart
    from lianbing_desktop.services.backups import Backup, Backups
    from lianbing_desktop.services.bundles import Bundles
    from lianbing_desktop.services.burning import Burning
    from lianbing_desktop.services.campaigns import Campaigns
    from lianbing_desktop.services.checks import Checks
    from lianbing_desktop.services.collecting import Collecting
    from lianbing_desktop.services.documents import Documents
    from lianbing_desktop.services.forms import Forms
    from lianbing_desktop.services.holidays import Holidays
    from lianbing_desktop.services.joining import Joining
    from lianbing_desktop.services.packages import Packages
    from lianbing_desktop.services.plans import Plans
    from lianbing_desktop.services.reminders import Reminders
    from lianbing_desktop.services.reports import Reports
    from lianbing_desktop.services.search import Search
    from lianbing_desktop.services.submissions import Submissions
    from lianbing_desktop.services.tasks import Tasks
    from lianbing_desktop.services.units import Units
    from lianbing_desktop.store.files import FileStore


class Desk:
    """One opened data folder. ``listen`` takes a callback for the tables touched; ``close`` lets go of it."""

    def __init__(
        self,
        home: Home,
        clock: Clock,
        database: Database,
        pdf_writer: "Callable[[Sequence[Sheet], Path], Mapping[str, str]]",
        let_go: Callable[[], None],
    ) -> None:
        self.home = home
        self.clock = clock
        self.journal = Journal(database, clock)
        self.settings = Settings(database, self.journal)
        self._database = database
        self._pdf_writer = pdf_writer
        self._let_go = let_go

    def listen(self, listener: Callable[[frozenset[str]], None]) -> None:
        """Have ``listener`` called with the names of the tables touched, after every COMMIT."""
        self._database.listen(listener)

    def close(self) -> None:
        """Let go of the data folder; calling it again does nothing."""
        self._database.close()
        self._let_go()

    def restore(self, backup: "Backup") -> Path | None:
        """Close the desk for good and put a backup in place of its data; return where the old data is kept.

        Raises UserError as ``services.backups.restore``; the desk is closed then too, its data as it was.
        """
        from lianbing_desktop.services.backups import restore

        self._database.close()
        try:
            return restore(self.home, backup.made_on, self.clock.today())
        finally:
            self._let_go()

    @cached_property
    def campaigns(self) -> "Campaigns":
        """The campaigns of this desk."""
        from lianbing_desktop.services.campaigns import Campaigns

        return Campaigns(self._database, self.home, self.clock, self.journal)

    @cached_property
    def submissions(self) -> "Submissions":
        """The submissions of the campaign on the desk."""
        from lianbing_desktop.services.submissions import Submissions

        return Submissions(self._database, self._files, self.clock, self.journal, self.campaigns)

    @cached_property
    def tasks(self) -> "Tasks":
        """The tasks of the campaign on the desk."""
        from lianbing_desktop.services.tasks import Tasks

        return Tasks(self._database, self.clock, self.journal, self.campaigns, self.submissions)

    @cached_property
    def units(self) -> "Units":
        """The units of the campaign on the desk, with their names and liaisons."""
        from lianbing_desktop.services.units import Units

        return Units(self._database, self.clock, self.journal, self.campaigns, self.submissions)

    @cached_property
    def reminders(self) -> "Reminders":
        """The reminders of every started campaign."""
        from lianbing_desktop.services.reminders import Reminders

        return Reminders(self._database, self.clock, self.journal, self.campaigns, self.submissions, self.holidays)

    @cached_property
    def holidays(self) -> "Holidays":
        """The working calendar."""
        from lianbing_desktop.services.holidays import Holidays

        return Holidays(self.home)

    @cached_property
    def documents(self) -> "Documents":
        """What leaves the desk as Word, Excel, PDF or paper."""
        from lianbing_desktop.services.documents import Documents

        return Documents(self.clock, self.campaigns, self.tasks, self.submissions, self._pdf_writer)

    @cached_property
    def reports(self) -> "Reports":
        """The official documents made from the campaign's data."""
        from lianbing_desktop.services.reports import Reports

        return Reports(
            self._database, self.home, self.clock, self.journal, self.settings, self.campaigns, self.tasks,
            self.submissions, self.units, self.forms, self.packages,
        )  # fmt: skip

    @cached_property
    def packages(self) -> "Packages":
        """The package of the campaign on the desk."""
        from lianbing_desktop.services.packages import Packages

        return Packages(self.clock, self.campaigns, self.submissions, self.settings, self.journal, self._database)

    @cached_property
    def burning(self) -> "Burning":
        """The discs burnt."""
        from lianbing_desktop.services.burning import Burning

        return Burning(self.clock, self.campaigns, self.settings, self.journal, self._database)

    @cached_property
    def plans(self) -> "Plans":
        """Tables from elsewhere, read and made into campaigns."""
        from lianbing_desktop.services.plans import Plans
        from lianbing_desktop.services.revising import Revising

        return Plans(self.campaigns, Revising(self._database, self.journal, self.campaigns))

    @cached_property
    def forms(self) -> "Forms":
        """The forms handed out to the units."""
        from lianbing_desktop.services.forms import Forms

        return Forms(self._database, self.home, self.clock, self.journal, self.campaigns, self.submissions)

    @cached_property
    def collecting(self) -> "Collecting":
        """The collecting of the forms that come back."""
        from lianbing_desktop.services.collecting import Collecting

        return Collecting(
            self._database, self.clock, self.journal, self.campaigns, self.submissions, self.forms, self.units
        )

    @cached_property
    def joining(self) -> "Joining":
        """The joining of the counties' forms into what a department owes."""
        from lianbing_desktop.services.joining import Joining

        return Joining(self._database, self.clock, self.journal, self.submissions, self.forms)

    @cached_property
    def bundles(self) -> "Bundles":
        """What one desk hands up to another."""
        from lianbing_desktop.services.bundles import Bundles

        return Bundles(self._database, self._files, self.clock, self.journal, self.campaigns, self.submissions)

    @cached_property
    def checks(self) -> "Checks":
        """The check of everything kept."""
        from lianbing_desktop.services.checks import Checks

        return Checks(self._database, self._files)

    @cached_property
    def autostart(self) -> "Autostart":
        """The start at login."""
        from lianbing_desktop.services.autostart import Autostart

        return Autostart(self.home)

    @cached_property
    def backups(self) -> "Backups":
        """The dated copies of the data file."""
        from lianbing_desktop.services.backups import Backups

        return Backups(self._database, self.home, self.clock)

    @cached_property
    def search(self) -> "Search":
        """The one search over everything."""
        from lianbing_desktop.services.search import Search

        return Search(self.campaigns, self.tasks, self.submissions, self.units)

    @cached_property
    def _files(self) -> "FileStore":
        from lianbing_desktop.store.files import FileStore

        files = FileStore(self.home.files)
        files.sweep()
        return files
