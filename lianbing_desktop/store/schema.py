"""What a data file must be: its marks and its newest migration, known without loading the migrations."""

APPLICATION_ID = 0x4C424454
MIGRATION_SET = "lianbing"
MIGRATION_NAMES = ("m001_desk", "m002_withdrawn_tasks", "m003_reminders", "m004_units", "m005_package", "m006_forms")
VERSION = len(MIGRATION_NAMES)
