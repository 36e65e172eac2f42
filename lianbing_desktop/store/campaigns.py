"""Campaigns with their units and stages as rows."""

import json
from datetime import date

from lianbing_desktop.domain.campaign import Campaign
from lianbing_desktop.domain.task import Stage
from lianbing_desktop.domain.unit import Unit, UnitKind
from lianbing_desktop.store.database import Database, Row
from lianbing_desktop.store.units import FIRST, NAMED

CURRENT = "current_campaign"


class CampaignRows:
    """The tables ``campaigns``, ``units`` and ``stages``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Row]:
        """Return every campaign started (id, name, title, year), the newest first."""
        return self._database.rows("SELECT id, name, title, year, started_at FROM campaigns ORDER BY id DESC")

    def current_id(self) -> int | None:
        """Return the campaign on the desk, or None before the first one."""
        value = self._database.value("SELECT value FROM settings WHERE key = ?", (CURRENT,))
        return int(value) if value else None

    def make_current(self, campaign_id: int) -> None:
        """Put a campaign on the desk, inside a transaction."""
        self._database.put("settings", {"key": CURRENT, "value": str(campaign_id)})

    def find(self, name: str, year: int) -> int | None:
        """Return the id of a campaign of that name and year, or None."""
        found = self._database.value("SELECT id FROM campaigns WHERE name = ? AND year = ?", (name, year))
        return int(found) if found else None

    def header(self, campaign_id: int) -> Row:
        """Return a campaign's own row. Raises KeyError."""
        row = self._database.row("SELECT * FROM campaigns WHERE id = ?", (campaign_id,))
        if row is None:
            raise KeyError(campaign_id)
        return row

    def units(self, campaign_id: int, day: date | None = None) -> list[Unit]:
        """Return the units in official order with their names of that day, else with those the campaign gave them."""
        parameters = {"campaign": campaign_id, "day": day.isoformat() if day else FIRST}
        return [
            Unit(row["key"], row["name"], UnitKind(row["kind"]), row["short"], row["id"], row["keys"])
            for row in self._database.rows(f"{NAMED} SELECT * FROM named ORDER BY position", parameters)
        ]

    def stages(self, campaign_id: int) -> list[Stage]:
        """Return the stages in the table's order."""
        sql = "SELECT * FROM stages WHERE campaign_id = ? ORDER BY position"
        return [
            Stage(
                row["key"],
                row["period"],
                row["name"],
                date.fromisoformat(row["start_on"]),
                date.fromisoformat(row["due_on"]),
                row["id"],
            )
            for row in self._database.rows(sql, (campaign_id,))
        ]

    def add(self, campaign: Campaign, started_at: str) -> int:
        """Insert the campaign's own row inside a transaction and return its id."""
        return self._database.insert(
            "campaigns",
            {
                "name": campaign.name,
                "title": campaign.title,
                "table_title": campaign.table_title,
                "annex": campaign.annex,
                "year": campaign.year,
                "revision": campaign.revision,
                "source": campaign.source,
                "unknown": json.dumps(campaign.unknown, ensure_ascii=False),
                "started_at": started_at,
            },
        )

    def add_units(self, campaign_id: int, units: tuple[Unit, ...]) -> dict[str, int]:
        """Insert the units and return their ids by key."""
        self._database.insert_all(
            "units",
            ("campaign_id", "key", "name", "kind", "short", "position", "keys"),
            [(campaign_id, u.key, u.name, u.kind.value, u.short, n, u.keys) for n, u in enumerate(units)],
        )
        return self._ids("units", campaign_id)

    def add_stages(self, campaign_id: int, stages: tuple[Stage, ...]) -> dict[str, int]:
        """Insert the stages and return their ids by key."""
        self._database.insert_all(
            "stages",
            ("campaign_id", "key", "period", "name", "start_on", "due_on", "position"),
            [
                (campaign_id, s.key, s.period, s.name, s.start_on.isoformat(), s.due_on.isoformat(), n)
                for n, s in enumerate(stages)
            ],
        )
        return self._ids("stages", campaign_id)

    def add_unit(self, campaign_id: int, unit: Unit, position: int) -> int:
        """Insert one more unit inside a transaction and return its id."""
        values = {"campaign_id": campaign_id, "key": unit.key, "name": unit.name, "kind": unit.kind.value}
        return self._database.insert("units", values | {"short": unit.short, "position": position, "keys": unit.keys})

    def add_stage(self, campaign_id: int, stage: Stage, position: int) -> int:
        """Insert one more stage inside a transaction and return its id."""
        values = {"campaign_id": campaign_id, "key": stage.key, "period": stage.period, "name": stage.name}
        days = {"start_on": stage.start_on.isoformat(), "due_on": stage.due_on.isoformat()}
        return self._database.insert("stages", values | days | {"position": position})

    def revise(self, campaign_id: int, source: str) -> None:
        """Count a revision and note where it came from, inside a transaction."""
        sql = "UPDATE campaigns SET revision = revision + 1, source = source || '；' || ? WHERE id = ?"
        self._database.run("campaigns", sql, (source, campaign_id))

    def _ids(self, table: str, campaign_id: int) -> dict[str, int]:
        rows = self._database.rows(f"SELECT key, id FROM {table} WHERE campaign_id = ?", (campaign_id,))
        return {row["key"]: row["id"] for row in rows}
