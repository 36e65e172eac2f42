"""The schema, as migrations only: each atomic, recorded and never edited once released."""

from sqlite_utils import Database as SqliteUtils
from sqlite_utils import Migrations

from lianbing_desktop.store.schema import MIGRATION_SET

migrations = Migrations(MIGRATION_SET)

_DESK = """
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE campaigns (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, title TEXT NOT NULL, table_title TEXT NOT NULL,
    annex TEXT NOT NULL, year INTEGER NOT NULL, revision INTEGER NOT NULL, source TEXT NOT NULL,
    unknown TEXT NOT NULL, started_at TEXT NOT NULL, UNIQUE (name, year)
) STRICT;
CREATE TABLE units (
    id INTEGER PRIMARY KEY, campaign_id INTEGER NOT NULL REFERENCES campaigns (id), key TEXT NOT NULL,
    name TEXT NOT NULL, kind TEXT NOT NULL, short TEXT NOT NULL, position INTEGER NOT NULL, keys TEXT NOT NULL,
    UNIQUE (campaign_id, key)
) STRICT;
CREATE TABLE stages (
    id INTEGER PRIMARY KEY, campaign_id INTEGER NOT NULL REFERENCES campaigns (id), key TEXT NOT NULL,
    period TEXT NOT NULL, name TEXT NOT NULL, start_on TEXT NOT NULL, due_on TEXT NOT NULL,
    position INTEGER NOT NULL, UNIQUE (campaign_id, key)
) STRICT;
CREATE TABLE tasks (
    id INTEGER PRIMARY KEY, campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
    stage_id INTEGER NOT NULL REFERENCES stages (id), key TEXT NOT NULL, text TEXT NOT NULL, note TEXT NOT NULL,
    start_on TEXT NOT NULL, due_on TEXT NOT NULL, position INTEGER NOT NULL, keys TEXT NOT NULL,
    UNIQUE (campaign_id, key)
) STRICT;
CREATE TABLE task_units (
    task_id INTEGER NOT NULL REFERENCES tasks (id), unit_id INTEGER NOT NULL REFERENCES units (id),
    position INTEGER NOT NULL, PRIMARY KEY (task_id, unit_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE requirements (
    id INTEGER PRIMARY KEY, campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
    task_id INTEGER NOT NULL REFERENCES tasks (id), key TEXT NOT NULL, title TEXT NOT NULL, receiver TEXT NOT NULL,
    due TEXT NOT NULL, form TEXT NOT NULL, channel TEXT NOT NULL, count INTEGER NOT NULL, measure TEXT NOT NULL,
    labels TEXT NOT NULL, any_of TEXT NOT NULL, at_least INTEGER NOT NULL, event TEXT NOT NULL, covers TEXT NOT NULL,
    is_quota INTEGER NOT NULL, is_open_ended INTEGER NOT NULL, is_packaged INTEGER NOT NULL, unknown TEXT NOT NULL,
    note TEXT NOT NULL, position INTEGER NOT NULL, keys TEXT NOT NULL, UNIQUE (campaign_id, key)
) STRICT;
CREATE TABLE requirement_units (
    requirement_id INTEGER NOT NULL REFERENCES requirements (id), unit_id INTEGER NOT NULL REFERENCES units (id),
    position INTEGER NOT NULL, PRIMARY KEY (requirement_id, unit_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE submissions (
    id INTEGER PRIMARY KEY, requirement_id INTEGER NOT NULL REFERENCES requirements (id),
    unit_id INTEGER NOT NULL REFERENCES units (id), period TEXT NOT NULL, number INTEGER NOT NULL,
    label TEXT NOT NULL, event_on TEXT, due_on TEXT NOT NULL, state TEXT NOT NULL, received_on TEXT,
    withdrawn_at TEXT, UNIQUE (requirement_id, unit_id, period, number)
) STRICT;
CREATE INDEX submissions_due ON submissions (due_on) WHERE withdrawn_at IS NULL;
CREATE TABLE steps (
    id INTEGER PRIMARY KEY, submission_id INTEGER NOT NULL REFERENCES submissions (id), state TEXT NOT NULL,
    step_on TEXT NOT NULL, person TEXT NOT NULL, note TEXT NOT NULL, recorded_at TEXT NOT NULL, withdrawn_at TEXT
) STRICT;
CREATE INDEX steps_submission ON steps (submission_id);
CREATE TABLE files (
    id INTEGER PRIMARY KEY, step_id INTEGER NOT NULL REFERENCES steps (id), sha256 TEXT NOT NULL,
    name TEXT NOT NULL, size INTEGER NOT NULL
) STRICT;
CREATE INDEX files_step ON files (step_id);
CREATE TABLE reminders (
    key TEXT PRIMARY KEY, submission_id INTEGER NOT NULL REFERENCES submissions (id), due_on TEXT NOT NULL,
    lead TEXT NOT NULL, shown_at TEXT, acknowledged_at TEXT
) STRICT;
CREATE TABLE log (
    id INTEGER PRIMARY KEY, at TEXT NOT NULL, action TEXT NOT NULL, table_name TEXT NOT NULL, row_id INTEGER,
    detail TEXT NOT NULL
) STRICT
"""

_UNITS = """
CREATE TABLE unit_names (
    id INTEGER PRIMARY KEY, unit_id INTEGER NOT NULL REFERENCES units (id), name TEXT NOT NULL, short TEXT NOT NULL,
    valid_from TEXT NOT NULL, note TEXT NOT NULL, keys TEXT NOT NULL, recorded_at TEXT NOT NULL, withdrawn_at TEXT
) STRICT;
CREATE INDEX unit_names_unit ON unit_names (unit_id);
CREATE TABLE liaisons (
    id INTEGER PRIMARY KEY, unit_id INTEGER NOT NULL REFERENCES units (id), role TEXT NOT NULL, name TEXT NOT NULL,
    gender TEXT NOT NULL, post TEXT NOT NULL, office_phone TEXT NOT NULL, mobile TEXT NOT NULL, fax TEXT NOT NULL,
    email TEXT NOT NULL, qq TEXT NOT NULL, note TEXT NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT,
    replaces_id INTEGER REFERENCES liaisons (id), keys TEXT NOT NULL, recorded_at TEXT NOT NULL, withdrawn_at TEXT
) STRICT;
CREATE INDEX liaisons_unit ON liaisons (unit_id);
CREATE TABLE contacts (
    id INTEGER PRIMARY KEY, campaign_id INTEGER NOT NULL REFERENCES campaigns (id), kind TEXT NOT NULL,
    name TEXT NOT NULL, value TEXT NOT NULL, note TEXT NOT NULL, recorded_at TEXT NOT NULL, withdrawn_at TEXT
) STRICT
"""

_FORMS = """
CREATE TABLE issued_forms (
    id INTEGER PRIMARY KEY, requirement_id INTEGER NOT NULL REFERENCES requirements (id),
    unit_id INTEGER NOT NULL REFERENCES units (id), period TEXT NOT NULL, form TEXT NOT NULL,
    revision INTEGER NOT NULL, digest TEXT NOT NULL, issued_at TEXT NOT NULL,
    UNIQUE (requirement_id, unit_id, period, form, revision)
) STRICT;
CREATE TABLE returned_forms (
    id INTEGER PRIMARY KEY, requirement_id INTEGER NOT NULL REFERENCES requirements (id),
    unit_id INTEGER NOT NULL REFERENCES units (id), period TEXT NOT NULL, form TEXT NOT NULL,
    revision INTEGER NOT NULL, sha256 TEXT NOT NULL, name TEXT NOT NULL, size INTEGER NOT NULL,
    received_on TEXT NOT NULL, recorded_at TEXT NOT NULL, withdrawn_at TEXT
) STRICT;
CREATE INDEX returned_forms_place ON returned_forms (requirement_id, unit_id, period) WHERE withdrawn_at IS NULL;
CREATE TABLE form_rows (
    id INTEGER PRIMARY KEY, returned_form_id INTEGER NOT NULL REFERENCES returned_forms (id),
    position INTEGER NOT NULL, content TEXT NOT NULL
) STRICT;
CREATE INDEX form_rows_form ON form_rows (returned_form_id)
"""


_PACKAGE = """
CREATE TABLE inspections (
    key TEXT PRIMARY KEY, faults TEXT NOT NULL, inspected_at TEXT NOT NULL
) STRICT;
CREATE TABLE overrides (
    id INTEGER PRIMARY KEY, campaign_id INTEGER NOT NULL REFERENCES campaigns (id), rule TEXT NOT NULL,
    subject TEXT NOT NULL, reason TEXT NOT NULL, person TEXT NOT NULL, made_at TEXT NOT NULL, withdrawn_at TEXT
) STRICT;
CREATE INDEX overrides_campaign ON overrides (campaign_id) WHERE withdrawn_at IS NULL;
CREATE TABLE burns (
    id INTEGER PRIMARY KEY, campaign_id INTEGER REFERENCES campaigns (id), volume TEXT NOT NULL, title TEXT NOT NULL,
    drive TEXT NOT NULL, image TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL, burned_on TEXT NOT NULL,
    person TEXT NOT NULL, checked INTEGER NOT NULL, is_sound INTEGER NOT NULL, recheck_on TEXT NOT NULL,
    note TEXT NOT NULL, recorded_at TEXT NOT NULL, withdrawn_at TEXT
) STRICT;
CREATE INDEX burns_recheck ON burns (recheck_on) WHERE withdrawn_at IS NULL
"""


@migrations()
def m001_desk(db: SqliteUtils) -> None:
    """Campaigns, their table, the submissions with their steps and files, reminders and the log."""
    for statement in _DESK.split(";"):
        db.execute(statement)


@migrations()
def m002_withdrawn_tasks(db: SqliteUtils) -> None:
    """Tasks that a revised table no longer names: kept with what came for them, and marked."""
    db.execute("ALTER TABLE tasks ADD COLUMN withdrawn_at TEXT")


_REMINDERS = """
ALTER TABLE reminders RENAME TO reminders_before;
CREATE TABLE reminders (
    key TEXT PRIMARY KEY, campaign_id INTEGER NOT NULL REFERENCES campaigns (id), kind TEXT NOT NULL,
    item TEXT NOT NULL, due_on TEXT NOT NULL, lead TEXT NOT NULL, state TEXT NOT NULL, due_at TEXT NOT NULL,
    pending_at TEXT NOT NULL, shown_at TEXT, acknowledged_at TEXT, snoozed_at TEXT, snoozed_until TEXT,
    cancelled_at TEXT, is_provisional INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO reminders (
    key, campaign_id, kind, item, due_on, lead, state, due_at, pending_at, shown_at, acknowledged_at
) SELECT
    'submission:' || o.submission_id || ':' || o.due_on || ':' || n.lead, r.campaign_id, 'submission',
    CAST(o.submission_id AS TEXT), o.due_on, n.lead,
    CASE WHEN o.acknowledged_at IS NULL THEN 'shown' ELSE 'acknowledged' END,
    date(o.due_on, (-n.days) || ' days') || 'T09:00:00',
    coalesce(o.shown_at, o.acknowledged_at, o.due_on || 'T09:00:00'), o.shown_at, o.acknowledged_at
FROM reminders_before o JOIN submissions s ON s.id = o.submission_id JOIN requirements r ON r.id = s.requirement_id
JOIN (
    SELECT '3天内到期' AS words, '-3' AS lead, 3 AS days UNION ALL SELECT '明天到期', '-1', 1
    UNION ALL SELECT '今天到期', '0', 0 UNION ALL SELECT '已逾期', '+1', -1
) n ON n.words = o.lead;
DROP TABLE reminders_before;
CREATE TABLE reminder_plans (
    scope TEXT NOT NULL, scope_key TEXT NOT NULL, plan TEXT NOT NULL, PRIMARY KEY (scope, scope_key)
) STRICT, WITHOUT ROWID;
CREATE TABLE watch (
    id INTEGER PRIMARY KEY CHECK (id = 1), trusted_at TEXT, highest_at TEXT, clock TEXT NOT NULL, ticked_at TEXT,
    trial_ticked_at TEXT
) STRICT
"""


@migrations()
def m003_reminders(db: SqliteUtils) -> None:
    """The ledger of reminders with its own states, lead plans, and what the watch over the clock remembers."""
    for statement in _REMINDERS.split(";"):
        db.execute(statement)


@migrations()
def m004_units(db: SqliteUtils) -> None:
    """Names of units through time, their liaisons with history, and how the campaign's people are reached together."""
    for statement in _UNITS.split(";"):
        db.execute(statement)


@migrations()
def m005_package(db: SqliteUtils) -> None:
    """What was found in files for the package, what the officer let pass with a reason, and the discs burnt."""
    for statement in _PACKAGE.split(";"):
        db.execute(statement)


@migrations()
def m006_forms(db: SqliteUtils) -> None:
    """Forms handed out to the units, those that came back with their original, and the rows filled in."""
    for statement in _FORMS.split(";"):
        db.execute(statement)
