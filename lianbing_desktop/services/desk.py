"""The desk: all services of one data folder, as the window and the commands are given them."""

from collections.abc import Callable
from dataclasses import dataclass

from lianbing_desktop.domain.clock import Clock
from lianbing_desktop.paths import Home
from lianbing_desktop.services.backups import Backups
from lianbing_desktop.services.campaigns import Campaigns
from lianbing_desktop.services.checks import Checks
from lianbing_desktop.services.documents import Documents
from lianbing_desktop.services.holidays import Holidays
from lianbing_desktop.services.packages import Packages
from lianbing_desktop.services.reminders import Reminders
from lianbing_desktop.services.search import Search
from lianbing_desktop.services.settings import Settings
from lianbing_desktop.services.submissions import Submissions
from lianbing_desktop.services.tasks import Tasks


@dataclass(frozen=True)
class Desk:
    """One opened data folder. ``listen`` takes a callback for the tables touched; ``close`` lets go of it."""

    home: Home
    clock: Clock
    campaigns: Campaigns
    tasks: Tasks
    submissions: Submissions
    reminders: Reminders
    holidays: Holidays
    documents: Documents
    packages: Packages
    checks: Checks
    backups: Backups
    search: Search
    settings: Settings
    listen: Callable[[Callable[[frozenset[str]], None]], None]
    close: Callable[[], None]
