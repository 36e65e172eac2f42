"""Submissions with their steps and files as rows."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from lianbing_desktop.domain.requirement import Slot
from lianbing_desktop.domain.slices import Steps, finish, sliced
from lianbing_desktop.domain.submission import State, Step, StoredFile, Submission, settled_states
from lianbing_desktop.domain.unit import UnitKind
from lianbing_desktop.store.database import Database, Row
from lianbing_desktop.store.touched import APART, TABLES, Touched
from lianbing_desktop.store.units import FIRST, NAMED

EntryDue = Callable[[date], date]
_ALL = f"""{NAMED}
SELECT s.*, r.position AS requirement_position, u.position AS unit_position, r.title AS requirement, r.task_id,
    r.receiver, r.form, r.channel, r.any_of, u.name AS unit, u.key AS unit_key,
    r.keys || ' ' || u.keys AS keys, receivers.kind AS receiver_kind,
    coalesce(receivers.short, '各市、区') AS receiver_words
FROM submissions s JOIN requirements r ON r.id = s.requirement_id JOIN named u ON u.id = s.unit_id
LEFT JOIN named receivers ON receivers.key = r.receiver
WHERE r.campaign_id = :campaign AND s.withdrawn_at IS NULL
"""
# A returned draft stands no more, unless it was then taken as it is: received again without another file.
_FILES = """
WITH returned AS (
    SELECT submission_id, max(id) AS step_id FROM steps WHERE state = '退回' AND withdrawn_at IS NULL GROUP BY 1
), replaced AS (
    SELECT DISTINCT t.submission_id FROM steps t JOIN files f ON f.step_id = t.id JOIN returned b USING (submission_id)
    WHERE t.state = '已收' AND t.withdrawn_at IS NULL AND t.id > b.step_id
)
SELECT f.*, t.submission_id FROM files f JOIN steps t ON t.id = f.step_id JOIN submissions s ON s.id = t.submission_id
JOIN requirements r ON r.id = s.requirement_id LEFT JOIN returned b ON b.submission_id = s.id
WHERE r.campaign_id = :campaign AND t.withdrawn_at IS NULL AND (
    t.id > coalesce(b.step_id, 0) OR s.state <> '退回' AND s.id NOT IN (SELECT submission_id FROM replaced)
)
"""
_NAMES = f"{NAMED} SELECT group_concat(id || name || '/' || short) FROM named"
_SOME = " AND s.id IN (SELECT value FROM json_each(:ids))"
_APART = APART | TABLES | {"reminder_plans"}
"""Tables whose writes change no submission, or only those that are noted as touched."""
_Order = tuple[int, str, int, int]


@dataclass
class _Known:
    """What was read of a campaign, by id with its place in the order, and up to where it is true."""

    mark: int
    writes: int
    names: str
    placed: dict[int, tuple[_Order, Submission]]

    def sorted(self) -> list[Submission]:
        return [submission for _, submission in sorted(self.placed.values(), key=lambda each: each[0])]


class SubmissionRows:
    """The tables ``submissions``, ``steps`` and ``files``."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._touched = Touched(database)
        self._known: dict[int, _Known] = {}
        self._read_before: dict[int, tuple[Row, tuple[StoredFile, ...], Submission]] = {}

    def all(self, campaign_id: int, day: date | None = None) -> list[Submission]:
        """Return every submission of a campaign in the order of its requirements, periods and units.

        The units bear their names of that day, else those the campaign gave them.
        """
        return finish(self.reading(campaign_id, day))

    def reading(self, campaign_id: int, day: date | None = None) -> Steps[list[Submission]]:
        """Read them in steps; what was not touched since the last time is not read again.

        Only true at the end where nothing was written meanwhile.
        """
        parameters: dict[str, str | int] = {"campaign": campaign_id, "day": day.isoformat() if day else FIRST}
        mark, writes = self._touched.mark(), self._other_writes()
        names = self._database.value(_NAMES, parameters)
        known = self._known.get(campaign_id)
        if self._database.is_writing or not known or (known.writes, known.names) != (writes, names):
            known = _Known(mark, writes, names, dict((yield from self._read(parameters))))
        elif touched := self._touched.since(known.mark):
            for submission_id in touched:
                known.placed.pop(submission_id, None)
            known.placed.update(finish(self._read(parameters, touched)))
            known.mark = mark
        if not self._database.is_writing:
            self._known[campaign_id] = known
        return known.sorted()

    def steps(self, submission_id: int) -> list[Step]:
        """Return the steps taken and not undone, the first one first."""
        files: dict[int, list[StoredFile]] = defaultdict(list)
        for row in self._database.rows(
            "SELECT f.* FROM files f JOIN steps t ON t.id = f.step_id WHERE t.submission_id = ?", (submission_id,)
        ):
            files[row["step_id"]].append(_file(row))
        rows = self._database.rows(
            "SELECT * FROM steps WHERE submission_id = ? AND withdrawn_at IS NULL ORDER BY id", (submission_id,)
        )
        return [
            Step(
                State(row["state"]),
                date.fromisoformat(row["step_on"]),
                row["person"],
                row["note"],
                tuple(files[row["id"]]),
                row["id"],
            )
            for row in rows
        ]

    def fan_out(self, requirement_id: int, slots: list[Slot], unit_ids: dict[str, int]) -> None:
        """Insert the places to be filled, inside a transaction."""
        columns = ("requirement_id", "unit_id", "period", "number", "label", "due_on", "state")
        self._database.insert_all(
            "submissions",
            columns,
            [
                (requirement_id, unit_ids[s.sender], s.period, s.number, s.label, s.due_on.isoformat(), State.OPEN)
                for s in slots
            ],
        )

    def fan_out_again(
        self, requirement_id: int, slots: list[Slot], unit_ids: dict[str, int], at: str, entry_due: EntryDue
    ) -> None:
        """Fit the places to be filled to a changed requirement, inside a transaction; what has steps stays.

        What is settled keeps the day it was handed in by. ``entry_due`` tells until when an entry of a day is due.
        """
        held = {(row["unit_id"], row["period"], row["number"]): row for row in self._places(requirement_id)}
        missing = []
        for slot in slots:
            row = held.pop((unit_ids[slot.sender], slot.period, slot.number), None)
            if row is None:
                missing.append(slot)
                continue
            is_back = row["event_on"] is None and row["withdrawn_at"]
            values = {"label": slot.label} | ({"withdrawn_at": None} if is_back else {})
            self._database.update("submissions", row["id"], values)
            self._move(row, slot.due_on)
        self.fan_out(requirement_id, missing, unit_ids)
        for row in held.values():
            if row["event_on"]:
                self._move(row, entry_due(date.fromisoformat(row["event_on"])))
            self._withdraw_place(row, at)

    def withdraw_open(self, requirement_id: int, at: str) -> None:
        """Withdraw what is still open of a requirement, inside a transaction; what has steps stays."""
        for row in self._places(requirement_id):
            self._withdraw_place(row, at, with_entries=True)

    def next_number(self, requirement_id: int, unit_id: int, period: str) -> int:
        """Return the number of the next piece of that unit in that period; withdrawn ones keep theirs."""
        sql = "SELECT coalesce(max(number), 0) + 1 FROM submissions WHERE requirement_id=? AND unit_id=? AND period=?"
        return int(self._database.value(sql, (requirement_id, unit_id, period)))

    def add(self, requirement_id: int, unit_id: int, slot: Slot, event_on: date) -> int:
        """Insert one entry made by hand, inside a transaction, and return its id."""
        values = {
            "requirement_id": requirement_id,
            "unit_id": unit_id,
            "period": slot.period,
            "number": slot.number,
            "label": slot.label,
            "event_on": event_on.isoformat(),
            "due_on": slot.due_on.isoformat(),
            "state": State.OPEN.value,
        }
        return self._database.insert("submissions", values)

    def add_step(self, submission_id: int, step: Step, recorded_at: str) -> int:
        """Insert one step with its files and set the submission's state, inside a transaction."""
        values = {
            "submission_id": submission_id,
            "state": step.state.value,
            "step_on": step.on.isoformat(),
            "person": step.person,
            "note": step.note,
            "recorded_at": recorded_at,
        }
        step_id = self._database.insert("steps", values)
        rows = [(step_id, file.sha256, file.name, file.size) for file in step.files]
        self._database.insert_all("files", ("step_id", "sha256", "name", "size"), rows)
        self._follow(submission_id)
        return step_id

    def withdraw_step(self, submission_id: int, step_id: int, at: str | None) -> None:
        """Take a step back, or bring it back with ``at`` None, inside a transaction; its row and files stay."""
        self._database.update("steps", step_id, {"withdrawn_at": at})
        self._follow(submission_id)

    def withdraw(self, submission_id: int, at: str | None) -> None:
        """Withdraw a submission, or bring it back with ``at`` None, inside a transaction."""
        self._database.update("submissions", submission_id, {"withdrawn_at": at})

    def withdrawn_ids(self, campaign_id: int) -> set[int]:
        """Return the ids of the submissions withdrawn from a campaign."""
        sql = (
            "SELECT s.id FROM submissions s JOIN requirements r ON r.id = s.requirement_id "
            "WHERE r.campaign_id = ? AND s.withdrawn_at IS NOT NULL"
        )
        return {row["id"] for row in self._database.rows(sql, (campaign_id,))}

    def all_files(self) -> list[StoredFile]:
        """Return every file ever recorded, of steps undone and of forms come back too."""
        sql = "SELECT id, sha256, name, size FROM files UNION ALL SELECT 0, sha256, name, size FROM returned_forms"
        return [_file(row) for row in self._database.rows(sql)]

    def _places(self, requirement_id: int) -> list[Row]:
        has_steps = (
            "EXISTS (SELECT 1 FROM steps t WHERE t.submission_id = s.id AND t.withdrawn_at IS NULL) AS has_steps"
        )
        sql = (
            f"SELECT s.*, receivers.kind AS receiver_kind, {has_steps} FROM submissions s "
            "JOIN requirements r ON r.id = s.requirement_id LEFT JOIN units receivers "
            "ON receivers.campaign_id = r.campaign_id AND receivers.key = r.receiver "
            "WHERE s.requirement_id = ? ORDER BY s.id"
        )
        return self._database.rows(sql, (requirement_id,))

    def _withdraw_place(self, row: Row, at: str, with_entries: bool = False) -> None:
        is_open = not row["has_steps"] and row["withdrawn_at"] is None
        if is_open and (with_entries or row["event_on"] is None):
            self.withdraw(row["id"], at)

    def _move(self, row: Row, due_on: date) -> None:
        if _STATES[row["state"]] not in _SETTLED[row["receiver_kind"]]:
            self._database.update("submissions", row["id"], {"due_on": due_on.isoformat()})

    def _follow(self, submission_id: int) -> None:
        """Set state and day of receipt from the steps that stand."""
        steps = self.steps(submission_id)
        received = [step.on for step in steps if step.state is State.RECEIVED]
        state = steps[-1].state if steps else State.OPEN
        received_on = min(received).isoformat() if received else None
        self._database.update("submissions", submission_id, {"state": state.value, "received_on": received_on})

    def _other_writes(self) -> int:
        return sum(count for table, count in self._database.writes.items() if table not in _APART)

    def _read(
        self, known: Mapping[str, str | int], ids: Iterable[int] | None = None
    ) -> Steps[list[tuple[int, tuple[_Order, Submission]]]]:
        some = "" if ids is None else _SOME
        parameters = {**known} if ids is None else {**known, "ids": json.dumps(list(ids))}
        files: dict[int, list[StoredFile]] = defaultdict(list)
        for row in self._database.rows(_FILES + some, parameters):
            files[row["submission_id"]].append(_file(row))
        yield
        placed = []
        for rows in sliced(self._database.rows(_ALL + some, parameters)):
            placed += [
                (row["id"], (_order(row), self._submission(row, tuple(files.get(row["id"], ()))))) for row in rows
            ]
            yield
        return placed

    def _submission(self, row: Row, files: tuple[StoredFile, ...]) -> Submission:
        """Return the value read before where the row is still the same: making two thousand takes 30 ms."""
        known = self._read_before.get(row["id"])
        if known and known[0] == row and known[1] == files:
            return known[2]
        made = _submission(row, files)
        self._read_before[made.id] = (row, files, made)
        return made


def _order(row: Row) -> _Order:
    return row["requirement_position"], row["period"], row["unit_position"], row["number"]


def _file(row: Row) -> StoredFile:
    return StoredFile(row["sha256"], row["name"], row["size"], row["id"])


_STATES = {state.value: state for state in State}
_SETTLED = {kind.value: settled_states(kind) for kind in UnitKind} | {None: settled_states(UnitKind.COUNTY)}


def _submission(row: Row, files: tuple[StoredFile, ...]) -> Submission:
    state = _STATES[row["state"]]
    return Submission(
        id=row["id"],
        requirement_id=row["requirement_id"],
        requirement=row["requirement"],
        task_id=row["task_id"],
        unit_id=row["unit_id"],
        unit=row["unit"],
        unit_key=row["unit_key"],
        receiver=row["receiver_words"],
        period=row["period"],
        number=row["number"],
        label=row["label"],
        due_on=date.fromisoformat(row["due_on"]),
        state=state,
        is_settled=state in _SETTLED[row["receiver_kind"]],
        form=row["form"],
        channel=row["channel"],
        any_of=row["any_of"],
        received_on=_day(row["received_on"]),
        event_on=_day(row["event_on"]),
        files=files,
        keys=row["keys"],
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
