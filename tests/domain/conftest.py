"""Hypothesis on a busy machine: no time limit for one example, no database on disk."""

from hypothesis import settings

settings.register_profile("calm", deadline=None, database=None)
settings.load_profile("calm")
