"""What the watch over the clock remembers from one run to the next, as one row."""

from dataclasses import dataclass
from datetime import datetime

from lianbing_desktop.domain.clockguard import ClockGuard, ClockState
from lianbing_desktop.store.database import Database


@dataclass(frozen=True)
class WatchState:
    """The guard (None before the first run), how the clock stood last, and the last tick, of trial days apart."""

    guard: ClockGuard | None = None
    clock: ClockState = ClockState.OK
    ticked_at: datetime | None = None
    trial_ticked_at: datetime | None = None


class WatchRow:
    """The table ``watch``, which has one row."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def read(self) -> WatchState:
        """Return what is remembered."""
        row = self._database.row("SELECT * FROM watch")
        if row is None:
            return WatchState()
        trusted, highest = _instant(row["trusted_at"]), _instant(row["highest_at"])
        guard = ClockGuard(trusted, highest) if trusted and highest else None
        return WatchState(guard, ClockState(row["clock"]), _instant(row["ticked_at"]), _instant(row["trial_ticked_at"]))

    def write(self, state: WatchState) -> None:
        """Remember, inside a transaction."""
        guard = state.guard
        instants = {
            "trusted_at": guard.trusted_at if guard else None,
            "highest_at": guard.highest_at if guard else None,
            "ticked_at": state.ticked_at,
            "trial_ticked_at": state.trial_ticked_at,
        }
        texts = {name: at.isoformat() if at else None for name, at in instants.items()}
        self._database.put("watch", {"id": 1, "clock": state.clock.value, **texts})


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
