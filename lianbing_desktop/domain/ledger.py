"""The ledger's rows: each reminder that was ever due, with what became of it and when."""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class LedgerState(StrEnum):
    """What became of a reminder; the values are stored."""

    PENDING = "pending"
    SHOWN = "shown"
    ACKNOWLEDGED = "acknowledged"
    SNOOZED = "snoozed"
    CANCELLED = "cancelled"


OPEN_STATES = frozenset({LedgerState.PENDING, LedgerState.SHOWN, LedgerState.SNOOZED})


class LedgerRow(NamedTuple):
    """One row of the ledger; instants are ISO text to the second, as they are stored (so they compare as text)."""

    key: str
    campaign_id: int
    kind: str
    item: str
    due_on: str
    lead: str
    state: LedgerState
    due_at: str
    pending_at: str
    shown_at: str | None = None
    acknowledged_at: str | None = None
    snoozed_at: str | None = None
    snoozed_until: str | None = None
    cancelled_at: str | None = None
    is_provisional: int = 0

    @property
    def is_open(self) -> bool:
        """Whether nobody has acknowledged it and it was not cancelled."""
        return self.state in OPEN_STATES

    @property
    def is_restless(self) -> bool:
        """Whether it changes with the clock alone: snoozed, or acknowledged while the clock was in doubt."""
        is_doubted = self.state is LedgerState.ACKNOWLEDGED and bool(self.is_provisional)
        return self.state is LedgerState.SNOOZED or is_doubted

    def is_acknowledged(self, now: str) -> bool:
        """Whether the officer's 知道了 counts: one dated in a future that has not come does not."""
        if self.state is not LedgerState.ACKNOWLEDGED:
            return False
        return not self.is_provisional or (self.acknowledged_at or "") <= now

    def is_asleep(self, now: str) -> bool:
        """Whether it is snoozed at ``now``; a snooze made in a future that has not come does not hold."""
        is_snoozed = self.state is LedgerState.SNOOZED
        return is_snoozed and (self.snoozed_at or "") <= now < (self.snoozed_until or "")


def stamp(at: datetime) -> str:
    """Return an instant as the ledger stores it."""
    return at.isoformat(timespec="seconds")
