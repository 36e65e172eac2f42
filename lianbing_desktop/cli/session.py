"""What every command is given: how to open the desk, and which one."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from lianbing_desktop.paths import Home

if TYPE_CHECKING:
    from lianbing_desktop.services.desk import Desk

OpenDesk = Callable[[Path | None, date | None], "Desk"]
ShowWindow = Callable[[Path | None, date | None, bool], int]
"""Given the data folder, the trial day and whether it starts minimised."""
HoldHome = Callable[[Path | None], AbstractContextManager[Home]]


@dataclass
class Session:
    """One run of the program. ``home`` and ``today`` are set by options before or after the command."""

    open_desk: OpenDesk
    show_window: ShowWindow
    hold_home: HoldHome
    home: Path | None = None
    today: date | None = None

    @contextmanager
    def desk(self) -> "Iterator[Desk]":
        """Open the desk and let go of it in the end."""
        desk = self.open_desk(self.home, self.today)
        try:
            yield desk
        finally:
            desk.close()

    @contextmanager
    def campaign(self) -> "Iterator[Desk]":
        """Open the desk with a campaign on it. Raises UserError where none was started."""
        with self.desk() as desk:
            desk.campaigns.require()
            yield desk
