"""Reminders: what the officer should have been told by a given day. Asked anew each time, never armed ahead."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lianbing_desktop.domain.submission import Submission


class Lead(StrEnum):
    """How long before its due day something is told; the values are the words on screen."""

    THREE_DAYS = "3天内到期"
    ONE_DAY = "明天到期"
    TODAY = "今天到期"
    OVERDUE = "已逾期"


@dataclass(frozen=True)
class Reminder:
    """One thing to be told; ``key`` is the same each time it is asked for."""

    key: str
    submission_id: int
    text: str
    due_on: date
    lead: Lead


def due_reminders(submissions: Iterable[Submission], today: date) -> list[Reminder]:
    """Return what is due within three days, tomorrow, today or overdue and not settled, the oldest first."""
    found = []
    for submission in submissions:
        lead = None if submission.is_settled else lead_of(submission.due_on, today)
        if lead:
            found.append(_reminder(submission, lead))
    return sorted(found, key=lambda reminder: (reminder.due_on, reminder.submission_id))


def lead_of(due_on: date, today: date) -> Lead | None:
    """Return the nearest lead reached, or None while there is time."""
    days = (due_on - today).days
    if days < 0:
        return Lead.OVERDUE
    if days <= 1:
        return (Lead.TODAY, Lead.ONE_DAY)[days]
    return Lead.THREE_DAYS if days <= 3 else None


def _reminder(submission: Submission, lead: Lead) -> Reminder:
    key = f"submission:{submission.id}:{submission.due_on.isoformat()}:{lead.name}"
    return Reminder(key, submission.id, f"{submission.unit} {submission.title}", submission.due_on, lead)
