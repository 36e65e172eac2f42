"""Burnings as rows."""

from datetime import date

from lianbing_desktop.domain.burning import Burn
from lianbing_desktop.store.database import Database, Row

_ALL = "SELECT * FROM burns WHERE withdrawn_at IS NULL"


class BurnRows:
    """The table ``burns``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, campaign_id: int | None) -> list[Burn]:
        """Return a campaign's burnings, the newest first."""
        rows = self._database.rows(f"{_ALL} AND campaign_id IS ? ORDER BY id DESC", (campaign_id,))
        return [_burn(row) for row in rows]

    def due(self, day: date) -> list[Burn]:
        """Return the burnings of every campaign whose disc is to be read again by ``day``, the longest due first."""
        rows = self._database.rows(f"{_ALL} AND recheck_on <= ? ORDER BY recheck_on, id", (day.isoformat(),))
        return [_burn(row) for row in rows]

    def add(self, campaign_id: int | None, burn: Burn, at: str) -> int:
        """Insert a burning inside a transaction and return its id."""
        values = {
            "campaign_id": campaign_id,
            "volume": burn.volume,
            "title": burn.title,
            "drive": burn.drive,
            "image": burn.image,
            "sha256": burn.sha256,
            "size": burn.size,
            "burned_on": burn.burned_on.isoformat(),
            "person": burn.person,
            "checked": burn.checked,
            "is_sound": int(burn.is_sound),
            "recheck_on": burn.recheck_on.isoformat(),
            "note": burn.note,
            "recorded_at": at,
        }
        return self._database.insert("burns", values)

    def recheck(self, burn_id: int, recheck_on: date) -> None:
        """Set another day for reading it again, inside a transaction."""
        self._database.update("burns", burn_id, {"recheck_on": recheck_on.isoformat()})

    def withdraw(self, burn_id: int, at: str) -> None:
        """Mark a burning as withdrawn (the disc is gone or was spoilt), inside a transaction."""
        self._database.update("burns", burn_id, {"withdrawn_at": at})


def _burn(row: Row) -> Burn:
    return Burn(
        row["volume"],
        row["title"],
        row["drive"],
        row["image"],
        row["sha256"],
        row["size"],
        date.fromisoformat(row["burned_on"]),
        row["person"],
        row["checked"],
        bool(row["is_sound"]),
        date.fromisoformat(row["recheck_on"]),
        row["note"],
        row["id"],
    )
