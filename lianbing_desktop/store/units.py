"""Names of units through time, and the campaign's contacts, as rows."""

from collections import defaultdict
from datetime import date

from lianbing_desktop.domain.liaison import Contact
from lianbing_desktop.domain.unit import Unit
from lianbing_desktop.domain.unit_name import UnitName, UnitNames, lined_up
from lianbing_desktop.store.database import Database, Row

NAMED = """
WITH named AS MATERIALIZED (
    SELECT u.id, u.campaign_id, u.key, u.kind, u.position, coalesce(n.name, u.name) AS name,
        coalesce(n.short, u.short) AS short, u.keys || coalesce((
            SELECT ' ' || group_concat(keys, ' ') FROM unit_names WHERE unit_id = u.id AND withdrawn_at IS NULL
        ), '') AS keys
    FROM units u LEFT JOIN unit_names n ON n.id = (
        SELECT id FROM unit_names WHERE unit_id = u.id AND withdrawn_at IS NULL AND valid_from <= :day
        ORDER BY valid_from DESC, id DESC LIMIT 1
    )
    WHERE u.campaign_id = :campaign
)
"""
"""The units of ``:campaign`` with the names they bore on ``:day`` (ISO) and what searching for any of their names
looks into. Whatever shows a unit reads it from here, so that no page and no paper names one otherwise."""
FIRST = ""
"""The day before every other one: on it each unit bears the name its campaign gave it."""


class UnitNameRows:
    """The table ``unit_names``; a unit's first name stands in ``units``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def by_unit(self, units: list[Unit]) -> dict[int, UnitNames]:
        """Return the names of these units by the unit's id."""
        later: dict[int, list[UnitName]] = defaultdict(list)
        for row in self._database.rows("SELECT * FROM unit_names WHERE withdrawn_at IS NULL ORDER BY id"):
            later[row["unit_id"]].append(_name(row))
        return {unit.id: lined_up(UnitName(unit.name, unit.short), later[unit.id]) for unit in units}

    def unit_id(self, name_id: int) -> int | None:
        """Return the unit a name was entered for, or None."""
        found = self._database.value("SELECT unit_id FROM unit_names WHERE id = ?", (name_id,))
        return int(found) if found else None

    def add(self, unit_id: int, name: UnitName, keys: str, at: str) -> int:
        """Insert a name inside a transaction and return its id."""
        if name.valid_from is None:
            raise ValueError("a later name has a first day")
        values = {"unit_id": unit_id, "name": name.name, "short": name.short, "note": name.note, "keys": keys}
        return self._database.insert(
            "unit_names", values | {"valid_from": name.valid_from.isoformat(), "recorded_at": at}
        )

    def withdraw(self, name_id: int, at: str | None) -> None:
        """Withdraw a name, or bring it back with ``at`` None, inside a transaction."""
        self._database.update("unit_names", name_id, {"withdrawn_at": at})


class ContactRows:
    """The table ``contacts``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, campaign_id: int) -> list[Contact]:
        """Return the contacts that stand, the first entered first."""
        sql = "SELECT * FROM contacts WHERE campaign_id = ? AND withdrawn_at IS NULL ORDER BY id"
        return [
            Contact(row["kind"], row["name"], row["value"], row["note"], row["id"])
            for row in self._database.rows(sql, (campaign_id,))
        ]

    def add(self, campaign_id: int, contact: Contact, at: str) -> int:
        """Insert a contact inside a transaction and return its id."""
        values = {"kind": contact.kind, "name": contact.name, "value": contact.value, "note": contact.note}
        return self._database.insert("contacts", values | {"campaign_id": campaign_id, "recorded_at": at})

    def withdraw(self, contact_id: int, at: str | None) -> None:
        """Withdraw a contact, or bring it back with ``at`` None, inside a transaction."""
        self._database.update("contacts", contact_id, {"withdrawn_at": at})


def _name(row: Row) -> UnitName:
    return UnitName(row["name"], row["short"], date.fromisoformat(row["valid_from"]), None, row["note"], row["id"])
