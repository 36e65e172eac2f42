"""What was found in files for the package, as rows: content never changes under its SHA-256, so once is enough."""

import json
from collections.abc import Iterable, Mapping

from lianbing_desktop.store.database import Database


class InspectionRows:
    """The table ``inspections``; a key names content, ending and the edition of the rules."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> dict[str, tuple[str, ...]]:
        """Return marks by key."""
        rows = self._database.rows("SELECT key, faults FROM inspections")
        return {row["key"]: tuple(json.loads(row["faults"])) for row in rows}

    def put(self, found: Mapping[str, Iterable[str]], at: str) -> None:
        """Keep marks by key, inside a transaction."""
        for key, faults in found.items():
            values = {"key": key, "faults": json.dumps(list(faults), ensure_ascii=False), "inspected_at": at}
            self._database.put("inspections", values)
