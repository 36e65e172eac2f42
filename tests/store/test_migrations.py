"""The schema: every migration recorded, each with a test of its own, and a checked copy made before the next one."""

import inspect
import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database as SqliteUtils
from sqlite_utils import Migrations

from lianbing_desktop.errors import UserError
from lianbing_desktop.store import database as database_module
from lianbing_desktop.store import migrations as migrations_module
from lianbing_desktop.store import schema
from lianbing_desktop.store.database import Database

COLUMNS = {
    "burns": "id campaign_id volume title drive image sha256 size burned_on person checked is_sound recheck_on note "
    "recorded_at withdrawn_at",
    "campaigns": "id name title table_title annex year revision source unknown started_at",
    "contacts": "id campaign_id kind name value note recorded_at withdrawn_at",
    "files": "id step_id sha256 name size",
    "inspections": "key faults inspected_at",
    "form_rows": "id returned_form_id position content",
    "issued_forms": "id requirement_id unit_id period form revision digest issued_at",
    "liaisons": "id unit_id role name gender post office_phone mobile fax email qq note valid_from valid_to "
    "replaces_id keys recorded_at withdrawn_at",
    "log": "id at action table_name row_id detail",
    "overrides": "id campaign_id rule subject reason person made_at withdrawn_at",
    "reminder_plans": "scope scope_key plan",
    "reminders": "key campaign_id kind item due_on lead state due_at pending_at shown_at acknowledged_at snoozed_at "
    "snoozed_until cancelled_at is_provisional",
    "requirement_units": "requirement_id unit_id position",
    "requirements": "id campaign_id task_id key title receiver due form channel count measure labels any_of at_least "
    "event covers is_quota is_open_ended is_packaged unknown note position keys",
    "returned_forms": "id requirement_id unit_id period form revision sha256 name size received_on recorded_at "
    "withdrawn_at",
    "settings": "key value",
    "stages": "id campaign_id key period name start_on due_on position",
    "steps": "id submission_id state step_on person note recorded_at withdrawn_at",
    "submissions": "id requirement_id unit_id period number label event_on due_on state received_on withdrawn_at",
    "task_units": "task_id unit_id position",
    "tasks": "id campaign_id stage_id key text note start_on due_on position keys withdrawn_at",
    "unit_names": "id unit_id name short valid_from note keys recorded_at withdrawn_at",
    "units": "id campaign_id key name kind short position keys",
    "watch": "id trusted_at highest_at clock ticked_at trial_ticked_at",
}


def names() -> list[str]:
    applied = SqliteUtils(memory=True)
    migrations_module.migrations.apply(applied)
    return [each.name for each in migrations_module.migrations.applied(applied)]


def test_the_schema_knows_the_migrations_without_loading_them() -> None:
    assert tuple(names()) == schema.MIGRATION_NAMES
    assert len(schema.MIGRATION_NAMES) == schema.VERSION


def test_every_migration_has_a_test_of_its_name() -> None:
    here = {name for name, _ in inspect.getmembers(inspect.getmodule(names), inspect.isfunction)}
    assert [name for name in schema.MIGRATION_NAMES if f"test_{name}" not in here] == []


def test_a_new_file_carries_its_marks_and_the_record_of_its_migrations(database: Database, path: Path) -> None:
    applied = [row["name"] for row in database.rows("SELECT name FROM _sqlite_migrations ORDER BY id")]
    assert tuple(applied) == schema.MIGRATION_NAMES
    database.close()
    header = path.read_bytes()[:100]
    assert int.from_bytes(header[68:72]) == schema.APPLICATION_ID
    assert int.from_bytes(header[60:64]) == schema.VERSION


def test_m001_desk(database: Database) -> None:
    own = (
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '_sqlite*' AND name NOT GLOB 'sqlite_*'"
    )
    tables = [row["name"] for row in database.rows(f"{own} ORDER BY name")]
    columns = {table: " ".join(row["name"] for row in database.rows(f"PRAGMA table_info({table})")) for table in tables}
    assert columns == COLUMNS
    strict = {row["name"]: row["strict"] for row in database.rows("PRAGMA table_list")}
    assert all(strict[table] for table in tables)
    assert database.faults() == []


def test_m002_withdrawn_tasks() -> None:
    old = SqliteUtils(memory=True)
    migrations_module.m001_desk(old)
    campaign = {"id": 1, "name": "a", "title": "甲", "table_title": "", "annex": "", "year": 2017, "revision": 1}
    old["campaigns"].insert(campaign | {"source": "", "unknown": "[]", "started_at": ""})
    stage = {"id": 1, "campaign_id": 1, "key": "s", "period": "6月", "name": "", "start_on": "", "due_on": ""}
    old["stages"].insert(stage | {"position": 0})
    task = {"id": 1, "campaign_id": 1, "stage_id": 1, "key": "t", "text": "报送总结", "note": "", "start_on": ""}
    old["tasks"].insert(task | {"due_on": "", "position": 0, "keys": ""})
    migrations_module.m002_withdrawn_tasks(old)
    (kept,) = old["tasks"].rows
    assert (kept["text"], kept["withdrawn_at"]) == ("报送总结", None)


def test_m003_reminders() -> None:
    old = SqliteUtils(memory=True)
    migrations_module.m001_desk(old)
    migrations_module.m002_withdrawn_tasks(old)
    old.execute("PRAGMA foreign_keys=ON")
    for statement in FORMERLY.split(";"):
        old.execute(statement)
    migrations_module.m003_reminders(old)
    kept = {row["key"]: row for row in old["reminders"].rows}
    marks = ("state", "due_at", "shown_at", "acknowledged_at")
    early, day, later = "2017-06-02T", "2017-06-05T", "2017-06-06T"
    assert {key: tuple(row[mark] for mark in marks) for key, row in kept.items()} == {
        "submission:7:2017-06-05:-3": ("acknowledged", f"{early}09:00:00", f"{early}09:01:00", f"{early}10:00:00"),
        "submission:7:2017-06-05:-1": ("shown", "2017-06-04T09:00:00", "2017-06-04T09:01:00", None),
        "submission:7:2017-06-05:0": ("acknowledged", f"{day}09:00:00", None, f"{day}10:00:00"),
        "submission:7:2017-06-05:+1": ("shown", f"{later}09:00:00", f"{later}09:01:00", None),
    }
    one = kept["submission:7:2017-06-05:-3"]
    assert (one["campaign_id"], one["kind"], one["item"], one["lead"], one["is_provisional"]) == (
        1, "submission", "7", "-3", 0,
    )  # fmt: skip
    assert old.execute("SELECT count(*) FROM reminder_plans").fetchone() == (0,)
    assert old.execute("SELECT count(*) FROM watch").fetchone() == (0,)
    assert "reminders_before" not in old.table_names()
    assert old.execute("PRAGMA foreign_key_check").fetchall() == []


FORMERLY = """
INSERT INTO campaigns VALUES (1, 'a', '甲', '', '', 2017, 1, '', '[]', '');
INSERT INTO units VALUES (1, 1, 'u', '常熟', 'county', '常熟', 0, '');
INSERT INTO stages VALUES (1, 1, 's', '6月', '', '2017-06-01', '2017-06-30', 0);
INSERT INTO tasks VALUES (1, 1, 1, 't', '报送', '', '2017-06-01', '2017-06-30', 0, '', NULL);
INSERT INTO requirements VALUES
    (3, 1, 1, 'r', '名单', '', '', '', '', 1, '', '', '', 0, '', '', 0, 0, 0, '', '', 0, '');
INSERT INTO submissions VALUES (7, 3, 1, '', 1, '', NULL, '2017-06-05', '未报', NULL, NULL);
INSERT INTO reminders VALUES
    ('submission:7:2017-06-05:THREE_DAYS', 7, '2017-06-05', '3天内到期', '2017-06-02T09:01:00', '2017-06-02T10:00:00'),
    ('submission:7:2017-06-05:ONE_DAY', 7, '2017-06-05', '明天到期', '2017-06-04T09:01:00', NULL),
    ('submission:7:2017-06-05:TODAY', 7, '2017-06-05', '今天到期', NULL, '2017-06-05T10:00:00'),
    ('submission:7:2017-06-05:OVERDUE', 7, '2017-06-05', '已逾期', '2017-06-06T09:01:00', NULL)
"""


def test_m004_units(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of m002 with a campaign and a submission in it keeps both, and takes names and liaisons from now on."""
    before = Migrations(schema.MIGRATION_SET)
    before(name="m001_desk")(migrations_module.m001_desk)
    before(name="m002_withdrawn_tasks")(migrations_module.m002_withdrawn_tasks)
    with monkeypatch.context() as older_program:
        older_program.setattr(migrations_module, "migrations", before)
        older_program.setattr(database_module, "MIGRATION_NAMES", ("m001_desk", "m002_withdrawn_tasks"))
        older_program.setattr(database_module, "VERSION", 2)
        database = Database(path)
        campaign = {"id": 1, "name": "a", "title": "甲", "table_title": "", "annex": "", "year": 2017, "revision": 1}
        unit = {"id": 7, "campaign_id": 1, "key": "zjg", "name": "张家港市环保局", "kind": "市区局", "short": "张家港"}
        with database.transaction():
            database.insert("campaigns", campaign | {"source": "", "unknown": "[]", "started_at": ""})
            database.insert("units", unit | {"position": 0, "keys": "zjg"})
        assert "liaisons" not in tables_of(database)
        database.close()
    database = Database(path)
    assert {"unit_names", "liaisons", "contacts"} <= tables_of(database)
    assert database.value("SELECT name FROM units WHERE id = 7") == "张家港市环保局"
    assert database.value("SELECT count(*) FROM liaisons") == 0
    with database.transaction():
        name = {"unit_id": 7, "name": "张家港生态环境局", "short": "张家港", "valid_from": "2019-01-01", "note": ""}
        database.insert("unit_names", name | {"keys": "", "recorded_at": ""})
    assert database.faults() == []
    database.close()
    (copy,) = path.parent.glob("lianbing-迁移前-m002_withdrawn_tasks-????-??-??.db")
    assert sqlite3.connect(copy).execute("SELECT name FROM units").fetchall() == [("张家港市环保局",)]


def test_m005_package(path: Path) -> None:
    database = Database(path)
    assert {"inspections", "overrides", "burns"} <= tables_of(database)
    with database.transaction():
        for faults in ("[]", '["R05"]'):
            database.put("inspections", {"key": "a.pdf 1", "faults": faults, "inspected_at": "2017-10-20"})
    assert [row["faults"] for row in database.rows("SELECT faults FROM inspections")] == ['["R05"]']
    database.close()


def test_m006_forms(path: Path) -> None:
    database = Database(path)
    assert {"issued_forms", "returned_forms", "form_rows"} <= tables_of(database)
    with pytest.raises(sqlite3.IntegrityError), database.transaction():
        database.insert("form_rows", {"returned_form_id": 1, "position": 0, "content": "{}"})
    assert database.value("SELECT count(*) FROM form_rows") == 0
    database.close()


def tables_of(database: Database) -> set[str]:
    return {row["name"] for row in database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}


def newer_program(monkeypatch: pytest.MonkeyPatch, fails: bool = False) -> None:
    """Pretend that this program has one migration more than the file was made with."""
    newer = Migrations(schema.MIGRATION_SET)
    newer(name="m001_desk")(migrations_module.m001_desk)
    newer(name="m002_withdrawn_tasks")(migrations_module.m002_withdrawn_tasks)
    newer(name="m003_reminders")(migrations_module.m003_reminders)
    newer(name="m004_units")(migrations_module.m004_units)
    newer(name="m005_package")(migrations_module.m005_package)
    newer(name="m006_forms")(migrations_module.m006_forms)

    @newer(name="m999_trial")
    def trial(db: SqliteUtils) -> None:
        db.execute("CREATE TABLE trial (id INTEGER PRIMARY KEY) STRICT")
        if fails:
            raise sqlite3.DatabaseError("trial")

    monkeypatch.setattr(migrations_module, "migrations", newer)
    monkeypatch.setattr(database_module, "MIGRATION_NAMES", (*schema.MIGRATION_NAMES, "m999_trial"))
    monkeypatch.setattr(database_module, "VERSION", schema.VERSION + 1)


@pytest.fixture
def older(path: Path) -> Path:
    database = Database(path)
    with database.transaction():
        database.put("settings", {"key": "officer", "value": "王芳"})
    database.close()
    return path


def test_an_older_file_is_copied_checked_and_then_migrated(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    newer_program(monkeypatch)
    database = Database(older)
    assert database.value("SELECT count(*) FROM trial") == 0
    assert database.value("SELECT value FROM settings") == "王芳"
    assert database.value("PRAGMA user_version") == schema.VERSION + 1
    database.close()
    (copy,) = older.parent.glob(f"lianbing-迁移前-{schema.MIGRATION_NAMES[-1]}-????-??-??.db")
    assert sqlite3.connect(copy).execute("SELECT value FROM settings").fetchone() == ("王芳",)
    assert sqlite3.connect(copy).execute("PRAGMA user_version").fetchone() == (schema.VERSION,)


def test_a_migration_that_fails_changes_nothing_and_the_next_copy_has_another_name(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = older.read_bytes()
    newer_program(monkeypatch, fails=True)
    for _ in range(2):
        with pytest.raises(sqlite3.DatabaseError):
            Database(older)
    assert len(list(older.parent.glob("lianbing-迁移前-*.db"))) == 2
    monkeypatch.undo()
    database = Database(older)
    assert database.value("SELECT value FROM settings") == "王芳"
    database.close()
    assert older.read_bytes() == before


def test_without_a_sound_copy_nothing_is_migrated(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    newer_program(monkeypatch)

    def refuse(path: Path) -> None:
        raise UserError("检查不通过")

    monkeypatch.setattr(Database, "check_copy", staticmethod(refuse))
    with pytest.raises(UserError, match="检查不通过"):
        Database(older)
    assert list(older.parent.glob("lianbing-迁移前-*.db")) == []
    assert sqlite3.connect(older).execute("PRAGMA user_version").fetchone() == (schema.VERSION,)


def test_the_newer_file_is_refused_by_the_older_program(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    newer_program(monkeypatch)
    Database(older).close()
    monkeypatch.undo()
    before = older.read_bytes()
    with pytest.raises(UserError, match="更新版本的练兵台"):
        Database(older)
    assert older.read_bytes() == before


def test_opening_an_up_to_date_file_makes_no_copy(older: Path) -> None:
    Database(older).close()
    assert [path.name for path in older.parent.iterdir() if path.stat().st_size] == [older.name]
