"""Forms handed out and come back, as rows."""

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from lianbing_desktop.domain.form import FormId
from lianbing_desktop.domain.returned import Content
from lianbing_desktop.domain.submission import StoredFile
from lianbing_desktop.store.database import Database

_STANDING = """
SELECT f.* FROM returned_forms f JOIN requirements r ON r.id = f.requirement_id JOIN units u ON u.id = f.unit_id
WHERE r.campaign_id = ? AND f.withdrawn_at IS NULL ORDER BY r.position, f.period, u.position
"""


@dataclass(frozen=True)
class StandingForm:
    """A form that came back and stands: where it belongs, its original, its rows."""

    id: int
    requirement_id: int
    unit_id: int
    period: str
    form: str
    revision: int
    file: StoredFile
    received_on: date
    rows: tuple[Content, ...]


class FormRows:
    """The tables ``issued_forms``, ``returned_forms`` and ``form_rows``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def newest(self, requirement_id: int, unit_id: int, period: str, form: str) -> tuple[int, str]:
        """Return revision and digest of the newest form handed out, ``(0, "")`` where there was none."""
        sql = (
            "SELECT revision, digest FROM issued_forms WHERE requirement_id = ? AND unit_id = ? AND period = ? "
            "AND form = ? ORDER BY revision DESC"
        )
        row = self._database.row(sql, (requirement_id, unit_id, period, form))
        return (row["revision"], row["digest"]) if row else (0, "")

    def issued_at(self, requirement_id: int, unit_id: int, period: str, form: str) -> str:
        """Return when a form went out last, empty if never."""
        sql = "SELECT max(issued_at) FROM issued_forms WHERE requirement_id=? AND unit_id=? AND period=? AND form=?"
        return str(self._database.value(sql, (requirement_id, unit_id, period, form)) or "")

    def issue(self, requirement_id: int, unit_id: int, form_id: FormId, digest: str, at: str) -> None:
        """Record a form handed out, inside a transaction."""
        values = {
            "requirement_id": requirement_id,
            "unit_id": unit_id,
            "period": form_id.period,
            "form": form_id.form,
            "revision": form_id.revision,
            "digest": digest,
            "issued_at": at,
        }
        self._database.insert("issued_forms", values)

    def standing(self, campaign_id: int) -> list[StandingForm]:
        """Return the forms that came back and stand, in the order of requirements, periods and units."""
        contents: dict[int, list[Content]] = defaultdict(list)
        for row in self._database.rows("SELECT * FROM form_rows ORDER BY returned_form_id, position"):
            contents[row["returned_form_id"]].append(json.loads(row["content"]))
        return [
            StandingForm(
                row["id"],
                row["requirement_id"],
                row["unit_id"],
                row["period"],
                row["form"],
                row["revision"],
                StoredFile(row["sha256"], row["name"], row["size"]),
                date.fromisoformat(row["received_on"]),
                tuple(contents[row["id"]]),
            )
            for row in self._database.rows(_STANDING, (campaign_id,))
        ]

    def standing_at(self, place: tuple[int, int, str], form: str) -> list[int]:
        """Return the ids of what stands at (requirement, unit, period)."""
        sql = (
            "SELECT id FROM returned_forms WHERE requirement_id = ? AND unit_id = ? AND period = ? AND form = ? "
            "AND withdrawn_at IS NULL"
        )
        return [row["id"] for row in self._database.rows(sql, (*place, form))]

    def set_aside(self, returned_form_id: int, at: str | None) -> None:
        """Let a form stand no more, or again with ``at`` None, inside a transaction."""
        self._database.update("returned_forms", returned_form_id, {"withdrawn_at": at})

    def take(self, place: tuple[int, int, str], form: str, revision: int, file: StoredFile, on: date, at: str) -> int:
        """Record a form come back at (requirement, unit, period), inside a transaction; return its id.

        The one that stood there stands no more.
        """
        for before in self.standing_at(place, form):
            self.set_aside(before, at)
        values = dict(zip(("requirement_id", "unit_id", "period"), place, strict=True)) | {
            "form": form,
            "revision": revision,
            "sha256": file.sha256,
            "name": file.name,
            "size": file.size,
            "received_on": on.isoformat(),
            "recorded_at": at,
        }
        return self._database.insert("returned_forms", values)

    def fill(self, returned_form_id: int, rows: tuple[Content, ...]) -> None:
        """Record the rows of a form come back, inside a transaction."""
        values = [
            (returned_form_id, position, json.dumps(dict(row), ensure_ascii=False)) for position, row in enumerate(rows)
        ]
        self._database.insert_all("form_rows", ("returned_form_id", "position", "content"), values)

    def files(self) -> list[StoredFile]:
        """Return the original of every form that ever came back."""
        rows = self._database.rows("SELECT sha256, name, size FROM returned_forms ORDER BY id")
        return [StoredFile(row["sha256"], row["name"], row["size"]) for row in rows]
