"""Liaisons as rows: one for every state a person's entry was in, closed but never changed away."""

from datetime import date

from lianbing_desktop.domain.liaison import FIELDS, Liaison, Role
from lianbing_desktop.store.database import Database, Row

_ALL = """
SELECT l.* FROM liaisons l JOIN units u ON u.id = l.unit_id WHERE u.campaign_id = :campaign
ORDER BY u.position, CASE l.role WHEN '负责人' THEN 0 WHEN '联络员' THEN 1 ELSE 2 END, l.valid_from, l.id
"""


class LiaisonRows:
    """The table ``liaisons``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, campaign_id: int) -> list[Liaison]:
        """Return every entry of a campaign, withdrawn ones too: official order, then role, then time."""
        return [_liaison(row) for row in self._database.rows(_ALL, {"campaign": campaign_id})]

    def get(self, liaison_id: int) -> Liaison | None:
        """Return one entry, or None."""
        row = self._database.row("SELECT * FROM liaisons WHERE id = ?", (liaison_id,))
        return _liaison(row) if row else None

    def add(self, liaison: Liaison, at: str) -> int:
        """Insert an entry inside a transaction and return its id."""
        days = {"valid_from": liaison.valid_from.isoformat(), "valid_to": _iso(liaison.valid_to)}
        own = {"unit_id": liaison.unit_id, "role": liaison.role.value, "replaces_id": liaison.replaces_id}
        texts = {name: getattr(liaison, name) for name in FIELDS}
        return self._database.insert("liaisons", own | texts | days | {"keys": liaison.keys, "recorded_at": at})

    def close(self, liaison_id: int, on: date | None) -> None:
        """Set the last day of an entry, or open it again with None, inside a transaction."""
        self._database.update("liaisons", liaison_id, {"valid_to": _iso(on)})

    def withdraw(self, liaison_id: int, at: str | None) -> None:
        """Withdraw an entry, or bring it back with ``at`` None, inside a transaction."""
        self._database.update("liaisons", liaison_id, {"withdrawn_at": at})


def _liaison(row: Row) -> Liaison:
    return Liaison(
        unit_id=row["unit_id"],
        role=Role(row["role"]),
        valid_from=date.fromisoformat(row["valid_from"]),
        valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
        id=row["id"],
        replaces_id=row["replaces_id"],
        is_withdrawn=row["withdrawn_at"] is not None,
        keys=row["keys"],
        **{name: row[name] for name in FIELDS},
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
