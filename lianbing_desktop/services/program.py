"""The command that starts this very program again, frozen or not."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lianbing_desktop.paths import Home

if TYPE_CHECKING:  # the window waits for what is imported here
    from datetime import date

MINIMISED = "--minimised"


def command(home: Home, trial: "date | None" = None, more: Sequence[str] = ()) -> list[str]:
    """Return the command that opens the window on a folder, on a trial day where one is given."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "lianbing_desktop"]
    day = ["--today", trial.isoformat()] if trial else []
    return [*program, "--home", str(home.root), *day, *more]
