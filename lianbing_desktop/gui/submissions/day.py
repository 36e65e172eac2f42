"""Days between Qt's date fields and the desk."""

from datetime import date

from PySide6.QtCore import QDate


def shown(day: date) -> QDate:
    """Return a day as a date field takes it."""
    return QDate(day.year, day.month, day.day)


def taken(day: QDate) -> date:
    """Return the day of a date field."""
    return date(day.year(), day.month(), day.day())
